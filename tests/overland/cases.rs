//! Single ways, each against values that were not computed by this program.

use sozialatlas::coverage::overland::{LinkSet, Way};
use sozialatlas::spatial::Projected;
use sozialatlas::spatial::projection::to_laea;

use crate::{FOLDER, LAND, PACKAGE, links, position, stop, town};

fn metres(from: Projected, to: Projected, links: &LinkSet) -> f64 {
    LAND.path(from, to, links).unwrap_or_else(|| panic!("no path")).length_m
}

/// The ends of a link.
fn ends(id: &str) -> [Projected; 2] {
    let link = PACKAGE.links.iter().find(|link| link.id == id).unwrap();
    [link.from, link.to].map(to_laea)
}

/// The length of a way through these points, each leg straight.
fn through(points: &[Projected]) -> f64 {
    points.windows(2).map(|leg| leg[0].distance_m(leg[1])).sum()
}

#[track_caller]
fn assert_between(found: f64, least: f64, most: f64) {
    assert!((least..=most).contains(&found), "{found:.0} is not between {least:.0} and {most:.0}");
}

/// `geos.csv` was made by `geos_oracle.py`: GEOS for the geometry, no pruning, a dense matrix.
#[test]
fn distances_are_those_that_geos_finds_by_an_unpruned_search() {
    let file = FOLDER.join("../../tests/overland/geos.csv");
    let mut rows = csv::Reader::from_path(file).unwrap();
    let (mut seen, mut cases, mut unreachable) = (0, 0, 0);
    for row in rows.records() {
        let row = row.unwrap();
        let number = |column: usize| row[column].parse::<f64>().unwrap();
        let (from, to) =
            (Projected::new(number(2), number(3)), Projected::new(number(4), number(5)));
        let path = LAND.path(from, to, &links(&row[1]));
        seen += 1;
        cases += usize::from(!row[0].is_empty());
        if row[6].is_empty() {
            unreachable += 1;
            assert!(path.is_none(), "{row:?}");
            continue;
        }
        let found = path.unwrap_or_else(|| panic!("{row:?}: no path")).length_m;
        assert!((found - number(6)).abs() < 0.01, "{row:?}: {found}");
    }
    assert_eq!((seen, cases, unreachable), (243, 24, 2));
}

#[test]
fn from_the_mainland_to_the_island_of_the_causeway_one_goes_along_the_shore_and_over_it() {
    let way = [
        town("Allensbach"),
        stop("Himmelreich, Allensbach"),
        stop("Hegne"),
        stop("Waldsiedlung Am Pfaffenmoos, Reichenau"),
        stop("Oberzell Bruckgraben, Reichenau"),
        stop("St. Georg, Reichenau"),
        stop("Haus Tanne, Reichenau"),
        stop("Tellerhof, Reichenau"),
        town("Reichenau"),
    ];
    let found = metres(way[0], way[8], &LinkSet::none());
    // The stops stand beside the shortest way, never on a shorter one.
    assert_between(found, 0.9 * through(&way), through(&way));
    assert!(found > 3.0 * way[0].distance_m(way[8]), "the lake lies between");
    // No link shortens it.
    assert_between(
        metres(way[0], way[8], &LinkSet::defaults(&PACKAGE.links)),
        found - 1e-6,
        found + 1e-6,
    );
}

#[test]
fn around_the_western_arm_of_the_lower_lake_the_way_follows_the_bay() {
    let way = [
        town("Radolfzell am Bodensee"),
        town("Moos"),
        stop("Iznang Höristraße, Moos (Bodensee)"),
        stop("Gundholzen Altes Rathaus, Gaienhofen"),
        stop("Hermann-Hesse-Schule, Gaienhofen"),
        town("Gaienhofen"),
    ];
    let none = LinkSet::none();
    let [bay, shore, all] =
        [(0, 1), (1, 5), (0, 5)].map(|(from, to)| metres(way[from], way[to], &none));
    assert_between(bay, way[0].distance_m(way[1]), 1.15 * way[0].distance_m(way[1]));
    assert_between(shore, way[1].distance_m(way[5]), through(&way[1..]));
    assert_between(all, 0.85 * (bay + shore), through(&way));
    assert!(all <= bay + shore);
    assert!(all > 1.2 * way[0].distance_m(way[5]), "the lake lies between");
}

#[test]
fn across_the_lake_one_takes_the_car_ferry_or_goes_around_the_whole_northern_arm() {
    let [here, there] = ends("faehre-meersburg");
    let home = town("Konstanz");
    let with = LAND.path(home, there, &LinkSet::defaults(&PACKAGE.links)).unwrap();
    assert_eq!(with.links, ["faehre-meersburg"]);
    // Almost straight to the landing stage, then the stated 4,250 m.
    let straight = home.distance_m(here) + 4250.0;
    assert_between(with.length_m, straight, 1.05 * straight);
    let without = LAND.path(home, there, &LinkSet::none()).unwrap();
    // The operator's page, quoted in links.csv, states 53 km by road.
    assert_between(without.length_m, 0.75 * 53_000.0, 53_000.0);
    assert!(without.legs.iter().all(|leg| leg.way == Way::Land));
}

#[test]
fn across_the_northern_arm_the_summer_ferry_counts_only_when_asked_for() {
    let [here, there] = ends("faehre-ueberlingen");
    let on = links("faehre-ueberlingen");
    assert_between(metres(here, there, &on), 2780.0, 2780.1);
    let around = metres(here, there, &LinkSet::none());
    assert_between(metres(here, there, &LinkSet::defaults(&PACKAGE.links)), around, around);
    let way = [
        here,
        stop("Bodman Seeum/Hafen, Bodman-Ludwigshafen"),
        stop("Ludwigshafen Bahnhof, Bodman-Ludwigshafen"),
        there,
    ];
    assert_between(around, 0.9 * through(&way), 1.1 * through(&way));
}

#[test]
fn the_exclave_is_reached_by_its_crossing_and_not_without() {
    let (exclave, city) = (town("Büsingen am Hochrhein"), town("Singen (Hohentwiel)"));
    assert!(LAND.path(exclave, city, &LinkSet::none()).is_none());
    let path = LAND.path(exclave, city, &links("grenze-buesingen")).unwrap();
    assert_eq!(path.links, ["grenze-buesingen"]);
    let [inside, outside] = ends("grenze-buesingen");
    let straight = exclave.distance_m(inside) + 681.0 + outside.distance_m(city);
    assert_between(path.length_m, straight, 1.03 * straight);
    // Within the exclave nothing is needed.
    assert!(LAND.path(exclave, inside, &LinkSet::none()).is_some());
}

#[test]
fn the_flower_island_is_reached_by_its_bridge_and_not_without() {
    let (village, island) =
        (stop("Litzelstetten Tankstelle, Konstanz"), position(9.195_280, 47.705_236));
    let without = links("faehre-meersburg|faehre-ueberlingen|grenze-buesingen");
    assert!(LAND.path(village, island, &without).is_none());
    let path = LAND.path(village, island, &links("bruecke-mainau")).unwrap();
    assert_eq!(path.links, ["bruecke-mainau"]);
    let [mainland, shore] = ends("bruecke-mainau");
    let straight = village.distance_m(mainland) + 321.0 + shore.distance_m(island);
    assert_between(path.length_m, straight, 1.15 * straight);
}
