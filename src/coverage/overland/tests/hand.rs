//! Small worlds whose distances follow from Pythagoras.

use super::*;

fn between(land: &Land, from: Projected, to: Projected) -> f64 {
    metres(land, from, to, &LinkSet::none())
}

#[test]
fn around_a_lake_of_l_shape_the_path_bends_at_its_two_outer_corners() {
    // The lake: an arm to the north and one to the east, 100 m wide, meeting in the south-west.
    let corners =
        [(200., 200.), (800., 200.), (800., 300.), (300., 300.), (300., 800.), (200., 800.)];
    let land = land_of(&[rect(0., 0., 1000., 1000.)], &[area(&corners)], &[], SNAP_M).unwrap();
    let (inside, outside) = (at(600., 600.), at(100., 100.));
    // By the north: to (300, 800), (200, 800), then south; by the east the same, mirrored.
    let north = 300_f64.hypot(200.) + 100. + 100_f64.hypot(700.);
    assert_near(between(&land, inside, outside), north);
    assert_near(between(&land, outside, inside), north);
    // On one side of the lake nothing bends.
    assert_near(between(&land, inside, at(400., 900.)), 200_f64.hypot(300.));
    // Along the shore itself, corner to corner.
    assert_near(between(&land, at(300., 300.), at(300., 800.)), 500.);
    let path = land.path(inside, outside, &LinkSet::none()).unwrap();
    let points: Vec<_> = path.points().iter().map(|p| [p.easting_m, p.northing_m]).collect();
    let one_of = [[(300., 800.), (200., 800.)], [(800., 300.), (800., 200.)]];
    let expected = one_of.map(|bends| {
        [(600., 600.), bends[0], bends[1], (100., 100.)]
            .map(|(x, y)| [ORIGIN[0] + x, ORIGIN[1] + y])
    });
    assert!(expected.iter().any(|way| points == way), "{points:?}");
    assert_near(path.length_m, north);
}

#[test]
fn an_island_is_reached_by_its_bridge_only_and_only_at_its_ends() {
    let passable = [rect(0., 0., 1000., 1000.), rect(1200., 400., 1400., 600.)];
    // From (1000, 500) to (1200, 500), but 260 m long; entered nowhere else.
    let bridge = link("default-bridge", at(1000., 500.), at(1200., 500.), 260.);
    let land = land_of(&passable, &[], std::slice::from_ref(&bridge), SNAP_M).unwrap();
    let (town, chapel) = (at(900., 500.), at(1300., 500.));
    let on = LinkSet::defaults(std::slice::from_ref(&bridge));
    assert_near(metres(&land, town, chapel, &on), 100. + 260. + 100.);
    assert_near(metres(&land, chapel, at(900., 100.), &on), 100. + 260. + 100_f64.hypot(400.));
    assert!(between(&land, town, chapel).is_infinite());
    assert!(land.path(town, chapel, &LinkSet::none()).is_none());
    let path = land.path(town, chapel, &on).unwrap();
    assert_eq!(path.links, ["default-bridge"]);
    assert_near(path.length_m, 460.);
    let ways: Vec<Way> = path.legs.iter().filter(|l| l.length_m > 0.001).map(|l| l.way).collect();
    assert_eq!(ways, [Way::Land, Way::Link(0), Way::Land]);
}

#[test]
fn an_exclave_has_no_path_without_its_crossing_and_one_through_it_with() {
    // Abroad lies between 1000 and 1600; the ends of the crossing stand 40 m and 30 m abroad.
    let passable = [rect(0., 0., 1000., 1000.), rect(1600., 0., 2000., 1000.)];
    let crossing = link("default-border", at(1040., 500.), at(1570., 500.), 700.);
    let land = land_of(&passable, &[], std::slice::from_ref(&crossing), SNAP_M).unwrap();
    let on = LinkSet::named(std::slice::from_ref(&crossing), ["default-border"]).unwrap();
    let [near, far] = land.links()[0].stubs_m().map(Option::unwrap);
    assert_near(near, 40.);
    assert_near(far, 30.);
    assert_near(
        metres(&land, at(900., 500.), at(1700., 500.), &on),
        100. + 40. + 700. + 30. + 100.,
    );
    assert!(between(&land, at(900., 500.), at(1700., 500.)).is_infinite());
    let path = land.path(at(900., 500.), at(1700., 500.), &on).unwrap();
    let ways: Vec<Way> = path.legs.iter().map(|leg| leg.way).collect();
    assert_eq!(ways, [Way::Land, Way::Stub, Way::Link(0), Way::Stub, Way::Land]);
}

#[test]
fn a_ferry_helps_only_where_it_is_shorter_and_only_when_it_runs() {
    // A bay 800 m deep; by land from one side to the other 100 + 800 + … around its head.
    let bay = rect(400., 0., 600., 800.);
    let ferry = link("ferry", at(399., 100.), at(601., 100.), 250.);
    let land = land_of(&[rect(0., 0., 1000., 1000.)], &[bay], std::slice::from_ref(&ferry), SNAP_M);
    let land = land.unwrap();
    let (on, off) = (LinkSet::named(&[ferry], ["ferry"]).unwrap(), LinkSet::none());
    let (west, east) = (at(300., 100.), at(700., 100.));
    let around = 2. * 100_f64.hypot(700.) + 200.;
    assert_near(metres(&land, west, east, &off), around);
    assert_near(metres(&land, west, east, &on), 99. + 250. + 99.);
    // At the head of the bay walking is shorter.
    let (west, east) = (at(390., 790.), at(610., 790.));
    assert_near(metres(&land, west, east, &on), 2. * 10_f64.hypot(10.) + 200.);
}

#[test]
fn a_link_that_claims_to_be_shorter_than_straight_counts_straight() {
    let passable = [rect(0., 0., 100., 100.), rect(300., 0., 400., 100.)];
    let link = link("wonder", at(90., 50.), at(310., 50.), 219.);
    let land = land_of(&passable, &[], std::slice::from_ref(&link), SNAP_M).unwrap();
    let on = LinkSet::named(&[link], ["wonder"]).unwrap();
    assert_near(metres(&land, at(50., 50.), at(350., 50.), &on), 300.);
}

#[test]
fn slivers_between_neighbours_are_no_walls_and_wider_gaps_are() {
    for (gap, is_open) in [(-1.5, true), (0.0, true), (1.5, true), (3.0, false)] {
        // The neighbour's corners lie elsewhere along the common border.
        let neighbour = area(&[(500. + gap, -50.), (1000., 0.), (1000., 900.), (500. + gap, 700.)]);
        let land = land_of(&[rect(0., 0., 500., 1000.), neighbour], &[], &[], SNAP_M).unwrap();
        let found = between(&land, at(100., 300.), at(900., 350.));
        assert_eq!(found.is_finite(), is_open, "{gap}");
        if is_open {
            assert_near(found, 800_f64.hypot(50.));
        }
    }
}

#[test]
fn a_gap_between_shore_and_lake_opens_no_way_through_the_lake() {
    for gap in [0.0, 1.0, 5.0] {
        let passable = [rect(0., 0., 500., 1000.), rect(700., 0., 1200., 1000.)];
        let lake = rect(500. + gap, 0., 700. - gap, 1000.);
        let land = land_of(&passable, &[lake], &[], SNAP_M).unwrap();
        assert!(between(&land, at(100., 500.), at(1000., 500.)).is_infinite(), "{gap}");
    }
    // A lake that laps over the land takes it away.
    let land = land_of(&[rect(0., 0., 900., 900.)], &[rect(400., -10., 500., 800.)], &[], SNAP_M);
    let expected = 2. * 100_f64.hypot(700.) + 100.;
    assert_near(between(&land.unwrap(), at(300., 100.), at(600., 100.)), expected);
}

#[test]
fn land_that_touches_itself_in_one_point_is_not_joined_there() {
    let passable = [rect(0., 0., 500., 500.), rect(500., 500., 1000., 1000.)];
    let land = land_of(&passable, &[], &[], SNAP_M).unwrap();
    assert!(between(&land, at(100., 100.), at(900., 900.)).is_infinite());
    assert_near(between(&land, at(100., 100.), at(499., 499.)), 399_f64.hypot(399.));
}

#[test]
fn a_point_off_the_land_is_joined_by_a_straight_stub_within_reach_and_by_none_beyond() {
    let land = land_of(&[rect(0., 0., 1000., 1000.)], &[], &[], SNAP_M).unwrap();
    assert_near(between(&land, at(900., 500.), at(1100., 500.)), 200.);
    assert_near(between(&land, at(1100., 500.), at(900., 500.)), 200.);
    assert_near(land.stub_m(at(1100., 500.)).unwrap(), 100.);
    assert_eq!(land.stub_m(at(900., 500.)), Some(0.0));
    // Straight to the nearest land first: not the shortest way, but never shorter than straight.
    let bent = between(&land, at(500., 900.), at(600., 1100.));
    assert_near(bent, 100_f64.hypot(100.) + 100.);
    for far in [at(1251., 500.), at(f64::NAN, 0.), at(f64::INFINITY, 0.)] {
        assert!(between(&land, at(900., 500.), far).is_infinite());
        assert!(between(&land, far, at(900., 500.)).is_infinite());
        assert_eq!(land.stub_m(far), None);
        assert!(land.path(far, at(1., 1.), &LinkSet::none()).is_none());
    }
    let cells = land.see(&[at(1., 1.), at(2000., 0.)], &Work::default()).unwrap();
    assert_eq!(cells.off_land().collect::<Vec<_>>(), [1]);
    assert_near(between(&land, at(1100., 500.), at(1100., 500.)), 0.);
}

#[test]
fn the_middle_of_a_large_cell_is_joined_to_land_as_far_off_as_its_corners() {
    let land = land_of(&[rect(0., 0., 1000., 1000.)], &[], &[], SNAP_M).unwrap();
    let (home, work) = (at(900., 500.), Work::default());
    // 700 m off the land: within half of the diagonal of 1 km, 707 m; 708 m are not.
    let middles = [at(1700., 500.), at(1708., 500.)];
    let large = land.see_from_cells(&middles, 1_000, &work).unwrap();
    assert_near(f64::from(land.field(&large, home, &LinkSet::none())[0]), 800.);
    assert_eq!(large.off_land().collect::<Vec<_>>(), [1]);
    // A cell of 100 m is joined to land within the reach of any point.
    let small = land.see_from_cells(&[at(1200., 500.), at(1300., 500.)], 100, &work).unwrap();
    assert_eq!(small.off_land().collect::<Vec<_>>(), [1]);
}

#[test]
fn nothing_to_walk_on_is_an_error_and_a_link_to_nowhere_is_told_and_never_used() {
    assert_eq!(land_of(&[], &[], &[], SNAP_M).unwrap_err(), LandError::NoLand);
    let drowned = land_of(&[rect(0., 0., 9., 9.)], &[rect(-1., -1., 10., 10.)], &[], SNAP_M);
    assert_eq!(drowned.unwrap_err(), LandError::NoLand);
    let ferry = link("ferry", at(90., 50.), at(5000., 50.), 4910.);
    let land = land_of(&[rect(0., 0., 100., 100.)], &[], std::slice::from_ref(&ferry), SNAP_M);
    let land = land.unwrap();
    assert_eq!(land.links()[0].stubs_m()[1], None);
    let on = LinkSet::named(&[ferry], ["ferry"]).unwrap();
    assert_near(metres(&land, at(10., 10.), at(90., 10.), &on), 80.);
}

#[test]
fn unknown_links_are_all_named() {
    let links =
        [link("a", at(0., 0.), at(9., 0.), 9.), link("default-b", at(0., 0.), at(9., 0.), 9.)];
    let unknown = LinkSet::named(&links, ["x", "a", "y"]).unwrap_err();
    assert_eq!(unknown, UnknownLinks(vec!["x".to_owned(), "y".to_owned()]));
    assert_eq!(LinkSet::defaults(&links).iter().collect::<Vec<_>>(), ["default-b"]);
    assert!(LinkSet::none().iter().next().is_none());
}
