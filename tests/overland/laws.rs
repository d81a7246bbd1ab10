//! What must hold for every cell of the county.

use std::sync::LazyLock;

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line, LineString};
use sozialatlas::coverage::Work;
use sozialatlas::coverage::overland::{Land, LandCells, LinkSet, Way};
use sozialatlas::domain::LonLat;
use sozialatlas::spatial::projection::{from_laea, to_laea};
use sozialatlas::spatial::{Boundaries, Projected};

use crate::{CENTRES, LAND, PACKAGE, PASSABLE, WATER, links};

static CELLS: LazyLock<LandCells> = LazyLock::new(|| LAND.see(&CENTRES, &Work::default()).unwrap());

/// Cells spread over the county, to serve as sites.
fn sites() -> impl Iterator<Item = usize> {
    (0..CENTRES.len()).step_by(431)
}

fn field(site: usize, links: &LinkSet) -> Vec<f32> {
    LAND.field(&CELLS, CENTRES[site], links)
}

#[test]
fn every_cell_has_a_path_with_the_default_links_and_without_links_all_but_exclave_and_island() {
    assert_eq!((CENTRES.len(), CELLS.off_land().count()), (7945, 0));
    let site = CENTRES.len() / 2;
    assert!(field(site, &LinkSet::defaults(&PACKAGE.links)).iter().all(|m| m.is_finite()));
    let without = field(site, &LinkSet::none());
    let lonely: Vec<usize> = (0..without.len()).filter(|i| without[*i].is_infinite()).collect();
    // The 75 cells of the exclave, and one on the island of the flowers.
    let exclave = lonely.iter().filter(|i| PACKAGE.cells[**i].ags.as_str() == "08335015").count();
    assert_eq!((lonely.len(), exclave), (76, 75));
}

#[test]
fn no_cell_is_nearer_over_land_than_straight_and_no_link_makes_a_way_longer() {
    let sets = ["", "grenze-buesingen", "bruecke-mainau|grenze-buesingen|faehre-meersburg"];
    let all = links("bruecke-mainau|grenze-buesingen|faehre-meersburg|faehre-ueberlingen");
    for site in sites() {
        let mut before = field(site, &all);
        for (cell, metres) in CENTRES.iter().zip(&before) {
            assert!(f64::from(*metres) >= cell.distance_m(CENTRES[site]));
        }
        for fewer in sets.iter().rev() {
            let now = field(site, &links(fewer));
            assert!(before.iter().zip(&now).all(|(more, fewer)| *more <= fewer + 0.01));
            before = now;
        }
    }
}

#[test]
fn distances_are_symmetric_and_no_detour_is_shorter() {
    let on = LinkSet::defaults(&PACKAGE.links);
    let sites: Vec<usize> = sites().collect();
    let fields: Vec<Vec<f32>> = sites.iter().map(|site| field(*site, &on)).collect();
    for (i, one) in sites.iter().enumerate() {
        for (j, other) in sites.iter().enumerate() {
            assert!((fields[i][*other] - fields[j][*one]).abs() < 0.02);
            let over = fields[i][*other];
            assert!(fields[i].iter().zip(&fields[j]).all(|(d, e)| *d <= over + e + 0.05));
        }
    }
}

#[test]
fn paths_cut_no_water_stay_in_the_areas_and_are_as_long_as_the_field_says() {
    let on = LinkSet::defaults(&PACKAGE.links);
    let shores: Vec<Line<f64>> = WATER
        .iter()
        .flat_map(|area| &area.0)
        .flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()))
        .flat_map(LineString::lines)
        .map(|line| Line::new(on_plane(line.start), on_plane(line.end)))
        .collect();
    let water = Boundaries::new(WATER.iter().map(|area| ((), area.clone())));
    let passable = Boundaries::new(PASSABLE.iter().map(|area| ((), area.clone())));
    let mut bends = 0;
    for (site, cell) in sites().zip((0..CENTRES.len()).rev().step_by(977).cycle()) {
        let path = LAND.path(CENTRES[site], CENTRES[cell], &on).unwrap();
        let expected = LAND.field(&CELLS, CENTRES[site], &on)[cell];
        assert!((path.length_m - f64::from(expected)).abs() < 0.02);
        for leg in path.legs.iter().filter(|leg| leg.way == Way::Land) {
            let line = Line::new(coord(leg.from), coord(leg.to));
            let is_cut = |shore: &&Line<f64>| {
                let meeting = line_intersection(line, **shore);
                matches!(meeting, Some(LineIntersection::SinglePoint { is_proper: true, .. }))
            };
            assert_eq!(shores.iter().find(is_cut), None, "{leg:?}");
            // A leg could still run through water from corner to corner: look along it.
            for at in along(leg.from, leg.to) {
                assert!(passable.nearest(at).unwrap().1 < 5.0, "{leg:?} leaves the land at {at:?}");
                let is_wet = water.containing(at).is_some();
                assert!(!is_wet || passable.containing(at).is_none(), "{leg:?}");
            }
        }
        bends += path.legs.len() - 1;
    }
    assert!(bends > 50, "{bends}");
}

fn on_plane(at: Coord<f64>) -> Coord<f64> {
    coord(to_laea(LonLat { lon: at.x, lat: at.y }))
}

fn coord(at: Projected) -> Coord<f64> {
    Coord { x: at.easting_m, y: at.northing_m }
}

/// Points along a leg, one every 25 m.
fn along(from: Projected, to: Projected) -> impl Iterator<Item = LonLat> {
    let steps = (from.distance_m(to) / 25.0).ceil() as u32;
    (1..steps).filter_map(move |step| {
        let share = f64::from(step) / f64::from(steps);
        from_laea(Projected::new(
            from.easting_m + share * (to.easting_m - from.easting_m),
            from.northing_m + share * (to.northing_m - from.northing_m),
        ))
    })
}

#[test]
fn the_file_of_the_county_is_small_and_gives_the_same_distances() {
    let bytes = LAND.to_bytes();
    assert!(bytes.len() < 1_000_000, "{}", bytes.len());
    let key = Land::key_of(&PASSABLE, &WATER, &PACKAGE.links);
    let read = Land::from_bytes(&bytes, &key).unwrap();
    let on = LinkSet::defaults(&PACKAGE.links);
    assert_eq!(read.field(&CELLS, CENTRES[7], &on), LAND.field(&CELLS, CENTRES[7], &on));
    let other = Land::key_of(&PASSABLE, &WATER, &[]);
    assert!(Land::from_bytes(&bytes, &other).is_err());
}
