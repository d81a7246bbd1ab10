use std::time::Instant;
use super::world::*;
use crate::atlas::*;
use crate::domain::*;
use crate::spatial::{Bbox, Crs};
use rand::RngExt;

fn rss() -> usize {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    let get = |k: &str| s.lines().find(|l| l.starts_with(k)).unwrap().split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() / 1024;
    eprintln!("   peak {} MB", get("VmHWM"));
    get("VmRSS")
}

#[test]
fn scale() {
    let n: usize = std::env::var("N").unwrap().parse().unwrap();
    let mut rng = rng(9);
    let reference = reference();
    let mut bytes = 0;
    let t = Instant::now();
    let entries: Vec<Entry> = (0..n).map(|i| {
        let mut inv = invented(&mut rng, None);
        let l = &mut inv.listing;
        l.status = ServiceStatus::Active;
        l.name = format!("Angebot {i} {}", l.name);
        l.description = format!("{} {} {} {}. Wir beraten kostenlos und vertraulich in allen Fragen, die Sie zum Thema haben; kommen Sie einfach vorbei.", l.description, l.name, rng.random_range(0..50000), rng.random_range(0..50000));
        l.sites.truncate(1);
        for s in &mut l.sites { s.status = ServiceStatus::Active; s.valid_to=None; s.disclosure = LocationDisclosure::Public; s.site_type = SiteType::Fixed;
            s.position = Some(Position { point: LonLat { lon: rng.random_range(6.0..15.0), lat: rng.random_range(47.3..55.0) }, precision: CoordPrecision::Gebaeude, source: None });
            s.schedule.osm = Some(format!("Mo-Fr {:02}:00-{:02}:{:02}", rng.random_range(6..10), rng.random_range(11..18), rng.random_range(0..59)));
        }
        let e = inv.entry(); bytes += e.document.len(); e
    }).collect();
    eprintln!("made {n} entries in {:?}, {} MB of JSON, {} bytes each, rss {} MB", t.elapsed(), bytes >> 20, bytes / n, rss());
    let before = rss();
    let t = Instant::now();
    let atlas = Atlas::new(reference, entries, 1);
    eprintln!("built in {:?}, rss {} MB (+{})", t.elapsed(), rss(), rss() - before);
    let s = atlas.snapshot();
    let m = now();
    let mut out = Vec::new();
    let mut bench = |name: &str, s: &Snapshot, q: &dyn Fn(&mut Rng) -> Query, limit: usize| {
        let mut r = super::world::rng(3);
        let qs: Vec<Query> = (0..40).map(|_| q(&mut r)).collect();
        let (mut matched, mut hits, mut size) = (0, 0, 0);
        let t = Instant::now();
        for q in &qs { let f = s.search(q, &m, &PageRequest { limit, after: None }); matched += f.matched; hits += f.hits.len(); }
        let search = t.elapsed() / 40;
        let t = Instant::now();
        for q in &qs { let f = s.search(q, &m, &PageRequest { limit, after: None }); out.clear(); let w = s.feature_writer(&m, Crs::Crs84); for h in f.hits { w.write(h.site, &mut out); } size += out.len(); }
        let both = t.elapsed() / 40;
        let t = Instant::now();
        for q in qs.iter().take(5) { std::hint::black_box(s.facets(q, &m)); }
        eprintln!("{name}: search {search:?}, with features {both:?}, matched {} hits {} bytes {}, facets {:?}", matched / 40, hits / 40, size / 40, t.elapsed() / 5);
    };
    let side = (2000.0 / n as f64 * 9.0 * 7.7).sqrt();
    let bbox = move |r: &mut Rng| { let (w, so) = (r.random_range(6.0..14.0), r.random_range(47.3..54.0)); Query { bbox: Some(Bbox { west: w, south: so, east: w + side, north: so + side }), ..Query::default() } };
    let all = |b: &mut dyn FnMut(&str, &Snapshot, &dyn Fn(&mut Rng) -> Query, usize), s: &Snapshot| {
        b("bbox", s, &bbox, 1000);
        b("bbox+category", s, &|r| Query { categories: vec![code("geld")], ..bbox(r) }, 1000);
        b("all", s, &|_| Query::default(), 1000);
        b("category", s, &|_| Query { categories: vec![code("geld")], ..Query::default() }, 100);
        b("q", s, &|_| Query { q: Some("beratung jug".into()), ..Query::default() }, 100);
        b("near", s, &|r| Query { near: Some(Near { point: LonLat { lon: r.random_range(6.0..14.0), lat: 50.0 }, within_m: None }), ..Query::default() }, 100);
        b("near+within", s, &|r| Query { near: Some(Near { point: LonLat { lon: r.random_range(6.0..14.0), lat: 50.0 }, within_m: Some(50_000.0) }), ..Query::default() }, 100);
        b("open", s, &|_| Query { open_at: Some(m.local), ..Query::default() }, 100);
    };
    let t = Instant::now(); s.tag_at(&m); eprintln!("open states first {:?}", t.elapsed());
    all(&mut bench, &s);
    drop(s);
    let mut worst = std::time::Duration::ZERO;
    let t = Instant::now();
    for seq in 0..2000 { let mut i = invented(&mut rng, None); i.listing.status = ServiceStatus::Active; i.listing.sites.truncate(1); i.listing.sites[0].status = ServiceStatus::Active; let e = i.entry(); let t = Instant::now(); atlas.apply(vec![EntryChange::Put(e)], seq); worst = worst.max(t.elapsed()); }
    eprintln!("apply: mean {:?}, worst {worst:?}", t.elapsed() / 2000);
    all(&mut bench, &atlas.snapshot());
    let t = Instant::now(); atlas.merge(); eprintln!("merge {:?}, rss {} MB", t.elapsed(), rss());
}
