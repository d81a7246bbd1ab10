//! probe
use sozialatlas::coverage::Work;
use sozialatlas::coverage::overland::*;
use sozialatlas::domain::LonLat;
use sozialatlas::exchange::county::*;
use sozialatlas::spatial::Projected;
use sozialatlas::spatial::projection::to_laea;
use std::path::Path;
use std::time::Instant;

#[test]
fn probe() {
    let p =
        read_county(&Folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/konstanz"))).unwrap();
    let pass: Vec<_> = p
        .municipalities
        .iter()
        .map(|m| m.outline.clone())
        .chain(p.neighbours.iter().map(|n| n.1.clone()))
        .collect();
    let water: Vec<_> = p.water.iter().map(|w| w.1.clone()).collect();
    let t = Instant::now();
    let land = Land::build(&pass, &water, &p.links, &Work::default()).unwrap();
    println!("build {:?} {:?}", t.elapsed(), land.size());
    let b = land.to_bytes();
    println!("bytes {}", b.len());
    let t = Instant::now();
    Land::from_bytes(&b, &land.key()).unwrap();
    println!("load {:?}", t.elapsed());
    for l in land.links() {
        println!("{} {:?}", l.link.id, l.stubs_m());
    }
    let c: Vec<_> = p
        .cells
        .iter()
        .map(|c| Projected::new(f64::from(c.easting_m) + 50., f64::from(c.northing_m) + 50.))
        .collect();
    let t = Instant::now();
    let cells = land.see(&c, &Work::default()).unwrap();
    println!("see {:?} bytes {} off {}", t.elapsed(), cells.bytes(), cells.off_land().count());
    let on = LinkSet::defaults(&p.links);
    let t = Instant::now();
    for i in 0..50 {
        let f = land.field(&cells, c[i * 150], &on);
        assert!(f.iter().all(|m| m.is_finite()));
    }
    println!("field {:?}", t.elapsed() / 50);
    let t = Instant::now();
    for i in 0..50 {
        land.path(c[i * 150], c[7000 - i], &on);
    }
    println!("path {:?}", t.elapsed() / 50);
    let pt = |lon, lat| to_laea(LonLat { lon, lat });
    let links = |ids: &[&str]| LinkSet::named(&p.links, ids.iter().copied()).unwrap();
    for (n, a, b) in [
        ("Allensbach-Reichenau", pt(9.071, 47.715), pt(9.060, 47.695)),
        ("Konstanz-Meersburg", pt(9.1758, 47.6603), pt(9.2690, 47.6945)),
        ("Wallhausen-Ueberlingen", pt(9.1351, 47.7468), pt(9.1597, 47.7656)),
        ("Radolfzell-Moos", pt(8.9696, 47.7414), pt(8.9350, 47.7260)),
        ("Moos-Gaienhofen", pt(8.9350, 47.7260), pt(8.9790, 47.6820)),
        ("Radolfzell-Gaienhofen", pt(8.9696, 47.7414), pt(8.9790, 47.6820)),
        ("Buesingen-Singen", pt(8.6890, 47.6970), pt(8.8314, 47.7590)),
        ("Mainau-Litzelstetten", pt(9.1950, 47.7050), pt(9.1790, 47.7120)),
    ] {
        for set in [
            links(&[]),
            on.clone(),
            links(&[
                "faehre-meersburg",
                "faehre-ueberlingen",
                "bruecke-mainau",
                "grenze-buesingen",
            ]),
        ] {
            let q = land.path(a, b, &set);
            println!(
                "{n} straight {:.0} {:?} -> {:?} {:?}",
                a.distance_m(b),
                set.iter().collect::<Vec<_>>(),
                q.as_ref().map(|q| q.length_m.round()),
                q.as_ref().map(|q| (q.legs.len(), q.links.clone()))
            );
        }
    }
}
