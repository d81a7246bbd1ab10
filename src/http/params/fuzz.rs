//! Laws of the readers, tried on generated query strings.

use proptest::prelude::*;

use super::*;
use crate::domain::{Facet, Taxonomy, Term};
use crate::http::problem::ProblemError;
use crate::spatial::Crs;

fn taxonomy() -> Taxonomy {
    let term = |code: &str, facet| Term {
        code: code.parse().unwrap(),
        facet,
        parent: None,
        label: code.into(),
        description: String::new(),
        synonyms: vec![],
        icon: Some("i".into()),
        color: Some("#000000".into()),
        shape: Some(crate::domain::TermShape::Circle),
    };
    Taxonomy::new(vec![
        term("tafel", Facet::Topic),
        term("schulden", Facet::Topic),
        term("senioren", Facet::TargetGroup),
    ])
    .unwrap()
}

fn vocabulary(taxonomy: &Taxonomy) -> Vocabulary<'_> {
    Vocabulary { taxonomy, now: "2026-11-23T10:00:00".parse().unwrap() }
}

fn strict<'a>(raw: &str, taxonomy: &'a Taxonomy) -> Result<Words<'a>, Vec<ProblemError>> {
    let (mut words, _) = read_strict(raw, vocabulary(taxonomy), |_| None);
    words.finish(Crs::Crs84);
    if words.faults.is_empty() { Ok(words) } else { Err(words.faults) }
}

/// Names near to the real ones, values near to valid ones, and plain noise.
fn query_string() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        8 => prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned),
        1 => "[a-z_%]{0,8}",
    ];
    let number = prop_oneof![
        (-200.0..200.0f64).prop_map(|x| x.to_string()),
        prop::sample::select(vec!["NaN", "inf", "-0", "1e400", "05315000", "", "47.6"])
            .prop_map(str::to_owned),
    ];
    let word = prop::sample::select(vec![
        "yes",
        "no",
        "unknown",
        "true",
        "false",
        "now",
        "tafel",
        "schulden",
        "senioren",
        "de",
        "de-CH",
        "2026-11-23T09:00",
        "2026-11-23T09:00:30",
        "Kinder+und",
        "%20",
        "%C3%B6",
        "%zz",
        "Łódź",
        "../..",
        "3000",
    ])
    .prop_map(str::to_owned);
    let value = prop_oneof![
        4 => prop::collection::vec(number, 1..6).prop_map(|v| v.join(",")),
        4 => prop::collection::vec(word, 1..4).prop_map(|v| v.join(",")),
        1 => "\\PC{0,20}",
    ];
    let pair = (name, value).prop_map(|(n, v)| format!("{n}={v}"));
    prop_oneof![
        9 => prop::collection::vec(pair, 0..6).prop_map(|p| p.join("&")),
        1 => "\\PC{0,80}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_strictly_means_the_same_in_canonical_spelling(raw in query_string()) {
        let taxonomy = taxonomy();
        if let Ok(words) = strict(&raw, &taxonomy) {
            let canonical = words.canonical();
            let again = strict(&canonical, &taxonomy);
            let again = again.map_err(|f| TestCaseError::fail(format!("{raw} > {canonical}: {f:?}")))?;
            prop_assert_eq!(&words.query, &again.query, "{} > {}", raw, canonical);
            prop_assert_eq!(canonical, again.canonical());
        }
    }

    #[test]
    fn every_refusal_names_a_parameter_that_was_sent(raw in query_string()) {
        let taxonomy = taxonomy();
        if let Err(faults) = strict(&raw, &taxonomy) {
            prop_assert!(!faults.is_empty());
            let sent = decode_lenient(&raw);
            for fault in faults {
                let name = fault.parameter.unwrap_or_default();
                // The lenient reader trims, the strict one does not.
                let known = sent.iter().any(|(n, _)| *n == name.trim())
                    || raw.contains(&name)
                    || name.chars().any(char::is_control);
                prop_assert!(known, "{} in {}", name, raw);
            }
        }
    }

    #[test]
    fn a_page_takes_anything_and_its_canonical_address_is_final(raw in query_string()) {
        let taxonomy = taxonomy();
        let page = read_page(&raw, vocabulary(&taxonomy), &["cursor"], |_| None);
        let again = read_page(&page.canonical, vocabulary(&taxonomy), &["cursor"], |_| None);
        prop_assert!(!again.redirect, "{} > {} > {}", raw, page.canonical, again.canonical);
        prop_assert_eq!(page.query, again.query);
    }
}
