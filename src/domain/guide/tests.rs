use std::collections::BTreeSet;

use super::*;
use crate::domain::{Facet, Taxonomy, Term, TermShape};

fn taxonomy() -> Taxonomy {
    let term = |code: &str, facet| Term {
        code: code.parse().unwrap(),
        facet,
        parent: None,
        label: code.to_owned(),
        description: String::new(),
        synonyms: Vec::new(),
        icon: Some("coins".to_owned()),
        color: Some("#123456".to_owned()),
        shape: Some(TermShape::Circle),
    };
    Taxonomy::new(vec![term("geld", Facet::Topic), term("frauen", Facet::TargetGroup)]).unwrap()
}

/// A situation with one question and two ends.
fn guide() -> Guide {
    let answer = |key: &str, to: &str| Answer { key: key.into(), label: key.into(), to: to.into() };
    let result = |key: &str| Outcome {
        key: key.into(),
        title: key.into(),
        numbers: vec!["notruf".into()],
        search: vec![GuideSearch { category: vec!["geld".parse().unwrap()], ..Default::default() }],
        advice: vec!["kosten".into()],
    };
    Guide {
        as_of: None,
        reviewed: String::new(),
        situations: vec![Situation {
            key: "schulden".into(),
            theme: "geld".parse().unwrap(),
            label: "Ich habe Schulden".into(),
            hint: String::new(),
            to: "wie".into(),
        }],
        questions: vec![Question {
            key: "wie".into(),
            text: "Wie viele?".into(),
            hint: String::new(),
            numbers: Vec::new(),
            answer: vec![answer("viele", "beratung"), answer("wenige", "rat")],
        }],
        results: vec![result("beratung"), result("rat")],
        advice: vec![Advice {
            key: "kosten".into(),
            kind: AdviceKind::Pays,
            text: "Kostet nichts.".into(),
            source: "§ 1".into(),
        }],
    }
}

fn faults(guide: &Guide) -> Vec<(String, String)> {
    let Err(faults) = guide.check(&taxonomy(), &BTreeSet::from(["notruf"])) else {
        return Vec::new();
    };
    faults.0.into_iter().map(|fault| (fault.pointer, fault.code)).collect()
}

fn told(guide: &Guide, spot: &str, code: &str) -> bool {
    faults(guide).contains(&(spot.to_owned(), code.to_owned()))
}

#[test]
fn answers_lead_from_a_situation_to_a_result_and_nowhere_else() {
    let guide = guide();
    assert_eq!(faults(&guide), []);
    let start = guide.walk("schulden", []).unwrap();
    assert!(matches!(start.at, Stop::Question(question) if question.key == "wie"));
    let end = guide.walk("schulden", ["viele"]).unwrap();
    assert!(matches!(end.at, Stop::Outcome(result) if result.key == "beratung"));
    assert_eq!(end.answered.len(), 1);
    assert_eq!(guide.walk("schulden", ["viele", "viele"]), None);
    assert_eq!(guide.walk("schulden", ["keine"]), None);
    assert_eq!(guide.walk("nirgends", []), None);
    let mut ends: Vec<_> = guide.ends().into_iter().map(|(path, _)| path.join("/")).collect();
    ends.sort();
    assert_eq!(ends, ["schulden/viele", "schulden/wenige"]);
}

#[test]
fn codes_numbers_and_advice_that_do_not_exist_are_named_all_at_once() {
    let mut guide = guide();
    guide.situations[0].theme = "frauen".parse().unwrap();
    guide.results[0].search[0].category = vec!["nope".parse().unwrap()];
    guide.results[0].search[0].target_group = vec!["geld".parse().unwrap()];
    guide.results[0].numbers = vec!["0800".into()];
    guide.results[0].advice.push("nope".into());
    guide.advice[0].source = " ".into();
    guide.questions[0].answer[1].label = String::new();
    for (spot, code) in [
        ("situation.schulden", "unknown_category"),
        ("result.beratung", "unknown_category"),
        ("result.beratung", "unknown_target_group"),
        ("result.beratung", "unknown_number"),
        ("result.beratung", "unknown_advice"),
        ("advice.kosten", "no_source"),
        ("question.wie.answer.wenige", "required"),
    ] {
        assert!(told(&guide, spot, code), "{spot} {code}: {:?}", faults(&guide));
    }
}

#[test]
fn dead_ends_circles_long_ways_and_what_nobody_reaches_are_faults() {
    let mut circle = guide();
    circle.questions[0].answer[1].to = "wie".into();
    assert!(told(&circle, "question.wie", "loop"));
    assert!(told(&circle, "result.rat", "unreachable"));

    let mut nowhere = guide();
    nowhere.questions[0].answer[1].to = "weg".into();
    assert!(told(&nowhere, "question.wie.answer.wenige", "unknown_target"));

    let mut dead = guide();
    dead.results[0].search.clear();
    dead.results[1].search = vec![GuideSearch::default()];
    assert!(told(&dead, "result.beratung", "dead_end"));
    assert!(told(&dead, "result.rat", "empty_search"));

    let mut alone = guide();
    alone.questions[0].answer.truncate(1);
    assert!(told(&alone, "question.wie", "no_choice"));

    let mut long = guide();
    for (number, to) in [(1, "q2"), (2, "q3"), (3, "q4"), (4, "rat")] {
        let mut question = long.questions[0].clone();
        question.key = format!("q{number}");
        question.answer[1].to = to.into();
        long.questions.push(question);
    }
    long.situations[0].to = "q1".into();
    assert!(told(&long, "question.q4", "too_deep"));
    assert!(!told(&long, "question.q3", "too_deep"));
    assert!(told(&long, "question.wie", "unreachable"));
}

#[test]
fn keys_stand_in_addresses_and_only_once() {
    let mut guide = guide();
    guide.situations[0].key = "Schulden & Co".into();
    guide.results[1].key = "wie".into();
    guide.questions[0].answer[1].key = "viele".into();
    guide.advice.push(guide.advice[0].clone());
    for (spot, code) in [
        ("situation.Schulden & Co", "not_a_key"),
        ("result.wie", "duplicate"),
        ("question.wie.answer.viele", "duplicate"),
        ("advice.kosten", "duplicate"),
    ] {
        assert!(told(&guide, spot, code), "{spot} {code}: {:?}", faults(&guide));
    }
}
