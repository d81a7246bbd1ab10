//! `queries.csv`: a query, and categories one of which must be among those of the first three hits.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use sozialatlas::app::package_reference;
use sozialatlas::atlas::{Atlas, Entry, Moment, PageRequest, Query};

use crate::support::county::{PACKAGE, published};

/// The county's public entries as an atlas.
pub(crate) static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let entries = published()
        .map(|listing| Entry {
            document: Arc::from(serde_json::to_string(listing).unwrap()),
            last_modified: "2026-11-01T08:00:00Z".into(),
        })
        .collect();
    Atlas::new(Arc::new(package_reference(&PACKAGE)), entries, 1)
});

/// A Monday morning.
pub(crate) fn now() -> Moment {
    Moment { local: "2026-11-23T09:30:00".parse().unwrap() }
}

/// Share of the queries that must hold.
const DEMANDED: f64 = 0.95;

/// A line of the file.
struct Line {
    query: String,
    kind: String,
    categories: Vec<String>,
}

fn lines() -> Vec<Line> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/queries.csv");
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            Line {
                query: record[0].to_owned(),
                kind: format!("{} {}", &record[1], &record[2]),
                categories: record[3].split("; ").map(str::to_owned).collect(),
            }
        })
        .collect()
}

/// Name and categories of the first three hits.
fn first_three(q: &str) -> Vec<(String, Vec<String>)> {
    let snapshot = ATLAS.snapshot();
    let query = Query { q: Some(q.to_owned()), ..Query::default() };
    let found = snapshot.search(&query, &now(), &PageRequest { limit: 3, after: None });
    found
        .hits
        .iter()
        .map(|hit| {
            let view = snapshot.view(hit.site, &now()).unwrap();
            let codes = view.listing.categories.iter().map(|code| code.as_str().to_owned());
            (view.listing.name.clone(), codes.collect())
        })
        .collect()
}

#[test]
fn of_what_people_type_at_least_95_of_100_lead_to_the_right_category_within_three_hits() {
    let lines = lines();
    assert!(lines.len() >= 150, "only {} queries", lines.len());
    let reference = ATLAS.snapshot();
    for code in lines.iter().flat_map(|line| &line.categories) {
        assert!(reference.reference().taxonomy.find(code).is_some(), "no category {code}");
    }
    let mut by_kind: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut misses = Vec::new();
    for line in &lines {
        let hits = first_three(&line.query);
        let holds = hits.iter().flat_map(|(_, codes)| codes).any(|c| line.categories.contains(c));
        let counts = by_kind.entry(&line.kind).or_default();
        counts.0 += usize::from(holds);
        counts.1 += 1;
        if !holds {
            misses.push(format!("{} ({:?}): {hits:?}", line.query, line.categories));
        }
    }
    let rate = (lines.len() - misses.len()) as f64 / lines.len() as f64;
    for (kind, (held, all)) in &by_kind {
        println!("{kind}: {held} of {all}");
    }
    println!("{} of {} hold: {:.1} %", lines.len() - misses.len(), lines.len(), 100.0 * rate);
    for miss in &misses {
        println!("miss: {miss}");
    }
    assert!(rate >= DEMANDED, "{:.1} % hold\n{}", 100.0 * rate, misses.join("\n"));
}

#[test]
fn every_everyday_word_of_the_package_finds_its_term() {
    // A typing error in the file would make a word that nobody finds anything with.
    let snapshot = ATLAS.snapshot();
    let with_hits: Vec<&str> = published()
        .flat_map(|l| l.categories.iter().map(sozialatlas::domain::TermCode::as_str))
        .collect();
    let mut lost = Vec::new();
    for term in snapshot.reference().taxonomy.terms() {
        if !with_hits.contains(&term.code.as_str()) {
            continue;
        }
        for synonym in &term.synonyms {
            let query = Query {
                q: Some(synonym.text.clone()),
                categories: vec![term.code.clone()],
                ..Query::default()
            };
            let found = snapshot.search(&query, &now(), &PageRequest { limit: 1, after: None });
            if found.matched == 0 {
                lost.push(format!("{} ({}): {}", synonym.text, synonym.language, term.code));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
