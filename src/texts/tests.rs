use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::domain::OpenSpan;

fn texts() -> &'static Texts {
    Texts::german()
}

/// Everything below a folder with one of the endings, as text.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "no {ending} files below {folder}");
    found
}

/// String literals that look like keys: lower-case words joined by hyphens.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '`', '\'']).filter(|part| {
        (1..60).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    })
}

/// The keys that follow a call, as `t("`, unless it is only the end of another name.
fn called<'a>(text: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    let mut before = "";
    text.split(call).filter_map(move |part| {
        let whole =
            call.starts_with('.') || !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let follows = !before.is_empty();
        before = part;
        let key = part.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default();
        (follows && whole).then_some(key)
    })
}

#[test]
fn the_locale_files_parse_and_define_each_key_once() {
    assert_eq!(texts().faults, Vec::<String>::new());
}

#[test]
fn every_key_that_is_used_exists() {
    let known: BTreeSet<String> = keys();
    let mut missing = Vec::new();
    for (path, text) in sources("web/templates", "html") {
        for key in called(&text, "t(\"") {
            if !known.contains(key) {
                missing.push(format!("{path}: {key}"));
            }
        }
    }
    let code = ["src/http/pages", "src/app"].map(|folder| sources(folder, "rs"));
    for (path, text) in code.into_iter().flatten() {
        for call in [".t(\"", ".with(\"", ".count(\"", ".with(\n", ".count(\n"] {
            for key in called(&text, call) {
                if !path.ends_with("tests.rs") && !known.contains(key) {
                    missing.push(format!("{path}: {key}"));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// The keys that stand in no file of these folders.
fn unused(folders: &[(&str, &str)], wanted: impl Fn(&String) -> bool) -> Vec<String> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (folder, ending) in folders {
        for (_, text) in sources(folder, ending) {
            used.extend(literals(&text).map(str::to_owned));
            // A plural in the browser names its stem.
            used.extend(literals(&text).flat_map(|k| [format!("{k}-one"), format!("{k}-other")]));
        }
    }
    keys().into_iter().filter(wanted).filter(|k| !used.contains(k)).collect()
}

#[test]
fn every_key_is_used() {
    let folders = [
        ("web/templates", "html"),
        ("src/http/pages", "rs"),
        ("src/app", "rs"),
        ("src/texts", "rs"),
    ];
    assert_eq!(unused(&folders, |key| !key.starts_with("js-")), Vec::<String>::new());
}

#[test]
fn every_message_for_scripts_is_used_by_one() {
    assert_eq!(unused(&[("web/src", "ts")], |key| key.starts_with("js-")), Vec::<String>::new());
}

/// All keys of the locale files.
fn keys() -> BTreeSet<String> {
    GERMAN
        .iter()
        .flat_map(|source| source.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

#[test]
fn no_message_asks_for_a_variable_that_is_never_given() {
    // A message without variables is resolved at start; a dollar left in its text is a slip.
    for (key, text) in &texts().plain {
        assert!(!text.contains('$'), "{key}: {text}");
    }
    for (key, text) in texts().script() {
        assert_eq!(text.matches('{').count(), text.matches("{ $").count(), "{key}: {text}");
    }
}

#[test]
fn numbers_are_grouped_and_estimates_rounded() {
    assert_eq!(texts().number(287_451), "287.451");
    assert_eq!(texts().number(999), "999");
    assert_eq!(texts().estimate(12_345.0), "rund 12.300");
    assert_eq!(texts().estimate(446.0), "rund 450");
}

#[test]
fn distances_are_rounded_to_what_a_walker_cares_for() {
    let said: Vec<String> = [3.0, 84.0, 347.0, 980.0, 2_000.0, 1_234.0, 9_940.0, 13_600.0]
        .map(|m| texts().distance(m))
        .into();
    assert_eq!(said, ["10 m", "80 m", "350 m", "1,0 km", "2 km", "1,2 km", "9,9 km", "14 km"]);
    assert_eq!(texts().rough_distance(400.0), "weniger als 1 km");
    assert_eq!(texts().rough_distance(3_400.0), "etwa 3 km");
}

#[test]
fn dates_keep_their_precision() {
    let said = |text: &str| texts().partial_date(text.parse().unwrap());
    assert_eq!(said("2017"), "2017");
    assert_eq!(said("2020-06"), "Juni 2020");
    assert_eq!(said("2026-03-03"), "3. März 2026");
}

#[test]
fn times_are_told_as_people_write_them() {
    let span = |from_min, to_min| OpenSpan { from_min, to_min, remark: String::new() };
    assert_eq!(texts().spans(&[span(600, 720)]), "10–12 Uhr");
    assert_eq!(texts().spans(&[span(510, 720), span(840, 990)]), "8:30–12 und 14–16:30 Uhr");
    assert_eq!(texts().spans(&[span(0, 1440)]), "rund um die Uhr");
    assert_eq!(texts().spans(&[span(1320, 1560)]), "22–2 Uhr");
}

#[test]
fn counted_things_have_one_and_many() {
    assert_eq!(texts().count("offers", 1), "1 Angebot");
    assert_eq!(texts().count("offers", 0), "0 Angebote");
    assert_eq!(texts().count("offers", 1234), "1.234 Angebote");
}
