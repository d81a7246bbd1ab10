//! A land as bytes, and long work.

use super::*;

fn land() -> Land {
    let passable = [rect(0., 0., 1000., 1000.), rect(1200., 400., 1400., 600.)];
    let water = [rect(300., 300., 500., 1100.)];
    let links = [link("bridge", at(1000., 500.), at(1200., 500.), 260.)];
    land_of(&passable, &water, &links, SNAP_M).unwrap()
}

#[test]
fn a_land_read_from_its_bytes_gives_the_same_distances_and_the_same_bytes() {
    let built = land();
    let bytes = built.to_bytes();
    let read = Land::from_bytes(&bytes, &built.key()).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    assert_eq!((read.size(), read.key()), (built.size(), built.key()));
    let points: Vec<Projected> =
        (0..40).map(|i| at(f64::from(i) * 37. % 1400., f64::from(i) * 91. % 1000.)).collect();
    let on = LinkSet::named(&[built.links()[0].link.clone()], ["bridge"]).unwrap();
    let fields = [&built, &read].map(|land| {
        let cells = land.see(&points, &Work::default()).unwrap();
        points.iter().map(|from| land.field(&cells, *from, &on)).collect::<Vec<_>>()
    });
    assert_eq!(fields[0], fields[1]);
    let cells = read.see(&points, &Work::default()).unwrap();
    let at_once = read.fields(&cells, &points, &on, &Work::default()).unwrap();
    assert!(at_once.iter().map(|field| field.to_vec()).eq(fields[0].iter().cloned()));
}

#[test]
fn cut_changed_and_foreign_bytes_are_refused_without_panic() {
    let land = land();
    let (bytes, key) = (land.to_bytes(), land.key());
    let error = |bytes: &[u8]| Land::from_bytes(bytes, &key).unwrap_err();
    for len in 0..bytes.len() {
        let expected = [LandFileError::NotALand, LandFileError::Damaged];
        assert_eq!(error(&bytes[..len]), expected[usize::from(len >= 8)], "{len}");
    }
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        error(&changed);
    }
    assert_eq!(error(b"%PDF-1.7 and something more, whatever it is"), LandFileError::NotALand);
    let longer = [bytes.as_slice(), b"x"].concat();
    assert_eq!(error(&longer), LandFileError::Damaged);
    let mut older = bytes.clone();
    older[8] = 0xff;
    assert_eq!(error(&older), LandFileError::OtherVersion(0xff));
    let other = LandKey([7; 32]);
    assert_eq!(Land::from_bytes(&bytes, &other).unwrap_err(), LandFileError::OtherInputs);
}

#[test]
fn nonsense_with_a_valid_checksum_is_refused_without_panic() {
    let land = land();
    let bytes = land.to_bytes();
    let content = &bytes[..bytes.len() - 32];
    let mut refused = 0;
    // Every number of the file replaced, the checksum made to fit.
    for at in (44..content.len()).step_by(4) {
        for value in [0_u32, 1, 0x7fff_ffff, u32::MAX] {
            let mut changed = content.to_vec();
            let end = (at + 4).min(changed.len());
            changed[at..end].copy_from_slice(&value.to_le_bytes()[..end - at]);
            let hash = Sha256::digest(&changed);
            changed.extend(hash);
            refused += usize::from(Land::from_bytes(&changed, &land.key()).is_err());
        }
    }
    assert!(refused > 500, "{refused}");
}

#[test]
fn the_key_tells_outlines_links_and_their_order_apart() {
    let (a, b) = (rect(0., 0., 9., 9.), rect(9., 0., 18., 9.));
    let ferry = link("ferry", at(0., 0.), at(18., 0.), 20.);
    let mut longer = ferry.clone();
    longer.length_m = 21.0;
    let joined = MultiPolygon([a.0.clone(), b.0.clone()].concat());
    let keys = [
        Land::key_of(&[a.clone(), b.clone()], &[], &[]),
        Land::key_of(std::slice::from_ref(&joined), &[], &[]),
        Land::key_of(std::slice::from_ref(&a), std::slice::from_ref(&b), &[]),
        Land::key_of(std::slice::from_ref(&a), &[], &[]),
        Land::key_of(std::slice::from_ref(&a), &[], &[ferry]),
        Land::key_of(std::slice::from_ref(&a), &[], &[longer]),
    ];
    for (i, key) in keys.iter().enumerate() {
        assert_eq!(keys.iter().position(|other| other == key), Some(i));
    }
    assert_eq!(keys[3], Land::key_of(&[a], &[], &[]));
    assert_eq!(keys[0].to_string().len(), 64);
}

#[test]
fn cancelled_work_ends_without_a_land_and_finished_work_has_progress_one() {
    let areas = [area(&[(9.0, 47.0), (9.1, 47.0), (9.1, 47.1)])
        .map_coords(|at| Coord { x: at.x - ORIGIN[0], y: at.y - ORIGIN[1] })];
    let work = Work::default();
    work.cancel();
    assert!(matches!(Land::build(&areas, &[], &[], &work), Err(LandError::Cancelled(_))));
    let built = land();
    assert!(built.see(&[at(1., 1.)], &work).is_err());
    let cells = built.see(&[at(1., 1.)], &Work::default()).unwrap();
    assert!(built.fields(&cells, &[at(1., 1.)], &LinkSet::none(), &work).is_err());
    let work = Work::default();
    let built = Land::build(&areas, &[], &[], &work).unwrap();
    built.see(&[at(1., 1.)], &work).unwrap();
    assert!((work.progress() - 1.0).abs() < 1e-9);
    assert_eq!(built.key(), Land::key_of(&areas, &[], &[]));
    // Cells seen from another land have no path here.
    let other = land();
    let cells = other.see(&[at(1., 1.)], &Work::default()).unwrap();
    assert!(built.field(&cells, at(1., 1.), &LinkSet::none())[0].is_infinite());
}
