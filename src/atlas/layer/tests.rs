use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::atlas::tests::world::{Invented, ags, reference, rng, world};
use crate::atlas::{Atlas, EntryChange, Snapshot};
use crate::domain::{LonLat, ServiceStatus};
use crate::spatial::projection::{from_laea, to_laea};

fn atlas() -> (Atlas, Vec<Invented>) {
    let world = world(&mut rng(81), 80);
    (Atlas::new(reference(), world.iter().map(Invented::entry).collect(), 1), world)
}

fn feature(layer: &Layer, index: usize, crs: Crs) -> Value {
    let mut bytes = Vec::new();
    layer.write_feature(index, crs, &mut bytes);
    serde_json::from_slice(&bytes).unwrap()
}

fn all(layer: &Layer, query: LayerQuery) -> Vec<String> {
    let mut ids = Vec::new();
    let mut query = LayerQuery { limit: 7, ..query };
    loop {
        let page = layer.search(&query);
        assert!(page.features.len() <= 7);
        ids.extend(
            page.features
                .iter()
                .map(|index| feature(layer, *index, Crs::Crs84)["id"].as_str().unwrap().to_owned()),
        );
        query.offset += 7;
        if page.features.len() < 7 {
            assert_eq!(page.matched, ids.len() as u64);
            return ids;
        }
    }
}

#[test]
fn every_layer_writes_exactly_its_properties_and_finds_its_ids() {
    let (atlas, _) = atlas();
    let snapshot = atlas.snapshot();
    for (id, count) in [("municipalities", 12), ("planning_areas", 0), ("organizations", 9)] {
        assert_eq!(snapshot.layer(id).unwrap().len(), count);
    }
    assert!(snapshot.layer("services").is_none());
    for id in ["municipalities", "population_cells", "organizations"] {
        let layer = snapshot.layer(id).unwrap();
        let names: BTreeSet<&str> = layer.properties().iter().map(|spec| spec.name).collect();
        let ids = all(layer, LayerQuery::default());
        assert_eq!(ids.len(), layer.len());
        assert!(ids.is_sorted());
        for (index, id) in ids.iter().enumerate() {
            assert_eq!(layer.find(id), Some(index));
            for crs in Crs::ALL {
                let feature = feature(layer, index, crs);
                let properties = feature["properties"].as_object().unwrap();
                assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), names);
            }
        }
        assert_eq!(layer.find("nothing"), None);
    }
}

#[test]
fn cells_in_a_box_are_those_whose_corners_meet_it() {
    let (atlas, _) = atlas();
    let snapshot = atlas.snapshot();
    let layer = snapshot.layer("population_cells").unwrap();
    let extent = layer.extent().unwrap();
    for step in 0..60 {
        let at = |share: f64, low: f64, high: f64| low + share * (high - low);
        let (x, y) = (f64::from(step % 8) / 7.0, f64::from(step / 8) / 7.0);
        let size = f64::from(step % 5) * 0.004;
        let (west, south) = (at(x, extent.west, extent.east), at(y, extent.south, extent.north));
        let bbox = Bbox { west, south, east: west + size, north: south + size };
        let expected: BTreeSet<String> = reference()
            .cells
            .iter()
            .filter(|cell| {
                let corners = [(0, 0), (0, 100), (100, 0), (100, 100)].map(|(e, n)| {
                    let (e, n) = (cell.easting_m + e, cell.northing_m + n);
                    from_laea(crate::spatial::Projected::new(f64::from(e), f64::from(n))).unwrap()
                });
                Bbox::from_points(corners).unwrap().intersects(&bbox)
            })
            .map(|cell| format!("CRS3035RES100mN{}E{}", cell.northing_m, cell.easting_m))
            .collect();
        let got = all(layer, LayerQuery { bbox: Some(bbox), ..LayerQuery::default() });
        assert_eq!(got.iter().cloned().collect::<BTreeSet<_>>(), expected);
        assert_eq!(got.len(), expected.len());
    }
}

#[test]
fn a_cell_is_an_exact_square_with_counted_and_estimated_people() {
    let (atlas, _) = atlas();
    let snapshot = atlas.snapshot();
    let layer = snapshot.layer("population_cells").unwrap();
    let reference = reference();
    let mut sums = std::collections::HashMap::new();
    for index in 0..layer.len() {
        let here = feature(layer, index, Crs::Epsg3035);
        let ring = here["geometry"]["coordinates"][0].as_array().unwrap();
        let id = here["id"].as_str().unwrap();
        let (n, e) = id.strip_prefix("CRS3035RES100mN").unwrap().split_once('E').unwrap();
        let (n, e): (f64, f64) = (n.parse().unwrap(), e.parse().unwrap());
        let pairs: Vec<(f64, f64)> =
            ring.iter().map(|p| (p[0].as_f64().unwrap(), p[1].as_f64().unwrap())).collect();
        let expected = [(n, e), (n, e + 100.0), (n + 100.0, e + 100.0), (n + 100.0, e), (n, e)];
        assert_eq!(pairs, expected);
        let lonlat = feature(layer, index, Crs::Crs84);
        let corner = &lonlat["geometry"]["coordinates"][0][2];
        let corner = LonLat { lon: corner[0].as_f64().unwrap(), lat: corner[1].as_f64().unwrap() };
        let back = to_laea(corner);
        assert!((back.easting_m - e - 100.0).hypot(back.northing_m - n - 100.0) < 0.02);
        let p = &here["properties"];
        let bands: u64 = ["lt18", "18to29", "30to49", "50to64", "ge65"]
            .iter()
            .map(|b| p[b].as_u64().unwrap())
            .sum();
        assert_eq!(p["total"].as_u64(), Some(bands));
        assert_eq!(p["population_note"], reference.census.note.as_str());
        let town = p["ags"].as_str().unwrap().to_owned();
        match p["population_2022"].as_f64() {
            None => assert_eq!(town, ags(0).to_string(), "no figure only where there is no census"),
            Some(people) => *sums.entry(town).or_insert(0.0) += people,
        }
    }
    assert_eq!(sums.len(), 3);
    for (town, sum) in sums {
        let population = reference.municipality(town.parse().unwrap()).unwrap().population;
        assert!((sum - f64::from(population)).abs() < 0.05 * layer.len() as f64, "{town} {sum}");
    }
}

#[test]
fn properties_filter_and_what_may_not_be_filtered_by_finds_nothing() {
    let (atlas, _) = atlas();
    let snapshot = atlas.snapshot();
    let find = |layer: &str, name: &str, values: &[&str]| {
        let values = values.iter().map(|v| (*v).to_owned()).collect();
        let query = LayerQuery { properties: vec![(name.into(), values)], ..LayerQuery::default() };
        all(snapshot.layer(layer).unwrap(), query)
    };
    assert_eq!(
        find("municipalities", "ags", &["00000003", "00000001", "1"]),
        ["00000001", "00000003"]
    );
    assert_eq!(find("organizations", "short_name", &["Kürzel4"]).len(), 1);
    assert!(find("municipalities", "population", &["300"]).is_empty());
    assert!(find("municipalities", "nonsense", &["300"]).is_empty());
    let cells = &reference().cells;
    let town = cells.iter().filter(|c| c.ags == ags(2)).count();
    assert_eq!(find("population_cells", "ags", &["00000002"]).len(), town);
    let five = cells.iter().filter(|c| c.people == 5).count();
    assert_eq!(find("population_cells", "total", &["5"]).len(), five);
    assert!(find("population_cells", "ags", &["x"]).is_empty());
}

fn counts(snapshot: &Snapshot, layer: &str) -> Vec<(String, i64)> {
    let layer = snapshot.layer(layer).unwrap();
    (0..layer.len())
        .map(|index| feature(layer, index, Crs::Crs84))
        .map(|f| {
            (f["id"].as_str().unwrap().to_owned(), f["properties"]["services"].as_i64().unwrap())
        })
        .collect()
}

fn naive_counts(world: &[Invented], key: impl Fn(&Invented) -> BTreeSet<String>, id: &str) -> i64 {
    world.iter().filter(|i| key(i).contains(id)).map(|_| 1).sum()
}

#[test]
fn the_numbers_of_services_follow_edits_and_merges() {
    let (atlas, mut world) = atlas();
    let mut rng = rng(82);
    let public = |i: &Invented| -> Vec<crate::domain::Site> {
        let up = |s: ServiceStatus| {
            matches!(s, ServiceStatus::Active | ServiceStatus::TemporarilyClosed)
        };
        let sites = i.listing.sites.iter().filter(|s| up(s.status) && up(i.listing.status));
        sites.cloned().collect()
    };
    let towns = |i: &Invented| {
        public(i).iter().filter_map(|s| s.municipality).map(|a| a.to_string()).collect()
    };
    let bodies = |i: &Invented| {
        let ids = i.listing.organization_id.iter().chain(&i.listing.co_organization_ids);
        ids.filter(|_| !public(i).is_empty()).map(ToString::to_string).collect()
    };
    for seq in 2..20 {
        let snapshot = atlas.snapshot();
        for (id, count) in counts(&snapshot, "municipalities") {
            assert_eq!(count, naive_counts(&world, towns, &id), "{id}");
        }
        for (id, count) in counts(&snapshot, "organizations") {
            assert_eq!(count, naive_counts(&world, bodies, &id), "{id}");
        }
        let old = world.swap_remove(0);
        let newer = crate::atlas::tests::world::invented(&mut rng, Some(old.listing.id));
        atlas.apply(vec![EntryChange::Put(newer.entry())], seq);
        world.push(newer);
        if seq % 3 == 0 {
            atlas.apply(vec![EntryChange::Remove(world.swap_remove(0).listing.id)], seq);
        }
        if seq % 5 == 0 {
            atlas.merge();
        }
    }
    assert_eq!(Arc::strong_count(&reference()), 1);
}
