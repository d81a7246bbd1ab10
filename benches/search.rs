//! What the search reaches on one core: typing errors, synonyms, ranking, marked words and reasons included.
//!
//!     cargo bench --bench search -- [--offers N] [--record FILE]
//!
//! Texts are made of the words of the county's own entries; the questions are those of `tests/search/queries.csv`,
//! each also with a typing error. Exits with 1 if something demanded is missed.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench prints, measures real time and stops at the first surprise"
)]

mod support;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::app::{Clock, SystemClock, package_reference};
use sozialatlas::atlas::{Atlas, Entry, EntryChange, Moment, Near, PageRequest, Query, Snapshot};
use sozialatlas::domain::{FeatureId, Listing, LonLat, ServiceId};
use support::report::{Report, machine};
use support::world::package;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Hits of a page.
const PAGE: usize = 20;
/// Times each question is asked.
const ROUNDS: usize = 5;
/// Entries changed since the last merge while edits come.
const CHANGED: usize = 1_500;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |flag: &str| {
        arguments.iter().position(|word| word == flag).and_then(|at| arguments.get(at + 1)).cloned()
    };
    let count: usize =
        value("--offers").map_or(500_000, |n| n.parse().expect("--offers takes a number"));
    let loaded = package();
    let reference = Arc::new(package_reference(&loaded.package));
    let own: Vec<Listing> = loaded
        .package
        .listings
        .iter()
        .filter(|entry| entry.withheld.is_none())
        .map(|entry| entry.listing.clone())
        .collect();
    let mut report = Report::default();
    let questions = questions();

    let county = Atlas::new(Arc::clone(&reference), own.iter().map(entry).collect(), 1);
    let times = ask(&county.snapshot(), &questions, ROUNDS);
    report.demand(
        &format!("county ({} offers): a question, median (99 %)", own.len()),
        format!("{:.3} ms ({:.3} ms)", quantile(&times, 0.5), quantile(&times, 0.99)),
        "under 0.2 ms",
        quantile(&times, 0.5) < 0.2,
    );

    let mut maker = Maker::new(&own);
    let entries: Vec<Entry> = (0..count).map(|_| entry(&maker.listing())).collect();
    let began = Instant::now();
    let atlas = Atlas::new(reference, entries, 1);
    report
        .tell("reading the offers, all threads", format!("{:.1} s", began.elapsed().as_secs_f64()));
    let (words, bytes) = atlas.snapshot().text_size();
    report.demand(
        "index of words",
        format!("{words} distinct words, {:.0} MB", bytes as f64 / 1e6),
        "under 200 MB",
        bytes < 200_000_000,
    );
    demand_times(&mut report, "a question", &ask(&atlas.snapshot(), &questions, ROUNDS));
    slowest(&atlas.snapshot(), &questions);
    edits(&atlas, &mut maker, &questions, &mut report);

    if let Some(file) = value("--record") {
        let day = SystemClock.now().format("%Y-%m-%d").to_string();
        let about = format!(
            "Measured by `cargo bench --bench search` on {day}: {}. One core; {count} offers whose texts are made of \
             the words of the county's own entries; {} questions ({} distinct, half of them with a typing error, half of \
             them from a place), {PAGE} hits each with marked words and reasons.",
            machine(),
            questions.len() * ROUNDS,
            questions.len(),
        );
        report.record_section(&PathBuf::from(file), "Search", &about);
    }
    ExitCode::from(u8::from(!report.is_met()))
}

fn demand_times(report: &mut Report, what: &str, times: &[f64]) {
    let (median, p99) = (quantile(times, 0.5), quantile(times, 0.99));
    let most = quantile(times, 1.0);
    report.demand(
        &format!("{what}, median"),
        format!("{median:.2} ms"),
        "under 2 ms",
        median < 2.0,
    );
    report.demand(
        &format!("{what}, 99 of 100 within"),
        format!("{p99:.2} ms (at most {most:.2} ms)"),
        "under 8 ms",
        p99 < 8.0,
    );
}

/// The same while edits come: 20 a second, one of which is looked for each time.
fn edits(atlas: &Atlas, maker: &mut Maker<'_>, questions: &[Query], report: &mut Report) {
    let changed = (0..CHANGED).map(|_| EntryChange::Put(entry(&maker.listing()))).collect();
    atlas.apply(changed, 2);
    let stop = AtomicBool::new(false);
    let (times, seen) = std::thread::scope(|scope| {
        let editing = scope.spawn(|| {
            let mut seen = Vec::new();
            for number in 3.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let mut listing = maker.listing();
                listing.name = format!("Neuheit qx{number}zz");
                let began = Instant::now();
                atlas.apply(vec![EntryChange::Put(entry(&listing))], number);
                let q = Query { q: Some(format!("qx{number}zz")), ..Query::default() };
                let found = atlas.snapshot().search(&q, &now(), &page());
                seen.push(began.elapsed().as_secs_f64() * 1000.0);
                assert!(found.matched >= 1, "an edit is found at once");
                std::thread::sleep(Duration::from_millis(50));
            }
            seen
        });
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            times.extend(ask(&atlas.snapshot(), questions, 1));
        }
        stop.store(true, Ordering::Relaxed);
        (times, editing.join().expect("the edits do not stop"))
    });
    demand_times(
        report,
        &format!("the same with {CHANGED} entries changed and 20 edits a second"),
        &times,
    );
    let most = quantile(&seen, 1.0);
    report.demand(
        "an edit is applied and found",
        format!("median {:.1} ms, at most {most:.1} ms", quantile(&seen, 0.5)),
        "within 1 s",
        most < 1_000.0,
    );
    let began = Instant::now();
    atlas.merge();
    report.tell(
        "merging base and delta, in the background",
        format!("{:.1} s", began.elapsed().as_secs_f64()),
    );
}

/// A Monday morning.
fn now() -> Moment {
    Moment { local: "2026-11-23T09:30:00".parse().expect("a time") }
}

fn page() -> PageRequest {
    PageRequest { limit: PAGE, after: None }
}

/// Milliseconds of each question: search, then marks and reasons of every hit, as the pages do it.
fn ask(snapshot: &Snapshot, questions: &[Query], rounds: usize) -> Vec<f64> {
    let mut times = Vec::with_capacity(questions.len() * rounds);
    for _ in 0..rounds {
        for query in questions {
            let began = Instant::now();
            std::hint::black_box(answer(snapshot, query));
            times.push(began.elapsed().as_secs_f64() * 1000.0);
        }
    }
    times
}

fn answer(snapshot: &Snapshot, query: &Query) -> usize {
    let found = snapshot.search(query, &now(), &page());
    let Some(explanation) = query.q.as_deref().and_then(|q| snapshot.explain(q)) else { return 0 };
    found
        .hits
        .iter()
        .filter_map(|hit| {
            let view = snapshot.view(hit.site, &now())?;
            let marks = explanation.marks(&view.listing.name).len()
                + explanation.marks(&view.listing.description).len();
            Some(marks + explanation.reasons(hit.site, &view.listing).len())
        })
        .sum()
}

/// Prints what takes longest, for whoever wants to make it quicker.
fn slowest(snapshot: &Snapshot, questions: &[Query]) {
    let mut times: Vec<(f64, &str)> = questions
        .iter()
        .map(|query| {
            let began = Instant::now();
            std::hint::black_box(answer(snapshot, query));
            (began.elapsed().as_secs_f64() * 1000.0, query.q.as_deref().unwrap_or_default())
        })
        .collect();
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (time, q) in times.iter().take(8) {
        println!("     slow: {time:.2} ms for “{q}”");
    }
}

fn quantile(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}

/// The questions of the test file as they are and with a typing error, every second from a place.
fn questions() -> Vec<Query> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/queries.csv");
    let mut reader = csv::Reader::from_path(file).expect("the file of queries");
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let mut questions = Vec::new();
    for record in reader.records() {
        let q = record.expect("a line")[0].to_owned();
        for q in [mistyped(&q, &mut rng), q] {
            let near = questions.len() % 2 == 0;
            let point = LonLat { lon: 8.9, lat: 47.75 };
            questions.push(Query {
                q: Some(q),
                near: near.then_some(Near { point, within_m: None }),
                ..Query::default()
            });
        }
    }
    questions
}

/// Two letters of the longest word exchanged.
fn mistyped(q: &str, rng: &mut ChaCha8Rng) -> String {
    let longest = q.split(' ').max_by_key(|word| word.chars().count()).unwrap_or_default();
    let mut letters: Vec<char> = longest.chars().collect();
    if letters.len() > 3 {
        let at = rng.random_range(1..letters.len() - 1);
        let last = letters.len();
        letters.swap(at, at + 1 - usize::from(at + 1 == last));
    }
    q.replacen(longest, &letters.into_iter().collect::<String>(), 1)
}

fn entry(listing: &Listing) -> Entry {
    Entry {
        document: serde_json::to_string(listing).expect("JSON").into(),
        last_modified: "2026-11-01T08:00:00Z".into(),
    }
}

/// Makes offers of the words of real ones.
struct Maker<'a> {
    own: &'a [Listing],
    names: Vec<&'a str>,
    texts: Vec<&'a str>,
    rng: ChaCha8Rng,
    made: u32,
}

impl<'a> Maker<'a> {
    fn new(own: &'a [Listing]) -> Self {
        Self {
            own,
            names: own.iter().flat_map(|l| l.name.split_whitespace()).collect(),
            texts: own.iter().flat_map(|l| l.description.split_whitespace()).collect(),
            rng: ChaCha8Rng::seed_from_u64(17),
            made: 0,
        }
    }

    /// A real offer with other words, another id and another place near its own.
    fn listing(&mut self) -> Listing {
        let mut listing = self.own[self.rng.random_range(0..self.own.len())].clone();
        let source = format!("search-{}", self.made);
        self.made += 1;
        listing.id = ServiceId::stable("bench", &source);
        listing.name = words(&mut self.rng, &self.names, 2..6);
        listing.description = words(&mut self.rng, &self.texts, 8..30);
        listing.sites.truncate(1);
        for site in &mut listing.sites {
            site.id = FeatureId::stable("bench", &source);
            if let Some(position) = &mut site.position {
                position.point.lon += self.rng.random_range(-0.02..0.02);
                position.point.lat += self.rng.random_range(-0.02..0.02);
            }
        }
        listing
    }
}

fn words(rng: &mut ChaCha8Rng, from: &[&str], count: std::ops::Range<usize>) -> String {
    let count = rng.random_range(count);
    (0..count).map(|_| from[rng.random_range(0..from.len())]).collect::<Vec<_>>().join(" ")
}
