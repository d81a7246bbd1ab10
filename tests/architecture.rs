//! Fails on what the compiler cannot see: a forbidden import between rooms, and the rules of the house.
//!
//! Sources are read as text. Comments and the contents of strings are blanked out first, so that a rule about
//! code never trips over words, and a rule about words never over code.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test fails by panicking; the paths and texts are our own"
)]

#[path = "support/source.rs"]
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use source::{Source, is_word, sources};

/// Rooms of the server and the rooms each may use (docs/ARCHITECTURE.md).
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("spatial", &["domain"]),
    ("coverage", &["domain", "spatial"]),
    ("atlas", &["domain", "spatial"]),
    ("store", &["domain", "spatial"]),
    ("exchange", &["domain", "spatial"]),
    ("config", &[]),
    ("texts", &["domain"]),
    ("app", &["domain", "spatial", "coverage", "atlas", "store", "exchange", "texts"]),
    ("http", &["domain", "spatial", "coverage", "atlas", "exchange", "texts", "app"]),
    (
        "cli",
        &["domain", "spatial", "coverage", "atlas", "store", "exchange", "app", "http", "config"],
    ),
];

/// Rooms of the browser and the rooms each may use; `main.ts` connects them.
const WEB_ROOMS: &[(&str, &[&str])] = &[
    ("i18n", &[]),
    ("api", &["i18n"]),
    ("state", &["api", "i18n"]),
    ("ui", &["state", "api", "i18n"]),
    ("planning", &["state", "api", "i18n"]),
    // The map draws what planning knows; planning knows no map.
    ("map", &["planning", "state", "api", "i18n"]),
    ("offline", &["map", "state"]),
    ("embed", &["map", "ui", "state", "api", "i18n"]),
];

/// Words that only one room may say, and that room.
const DOORS: &[(&str, &str)] =
    &[("sqlx", "store"), ("axum", "http"), ("std::env", "config"), ("env::var", "config")];

/// Longest file without a reason.
const MAX_LINES: usize = 400;

/// The names that follow `prefix` in the code; `{a, b}` gives both.
fn names_after<'a>(code: &'a str, prefix: &str) -> Vec<(usize, &'a str)> {
    let name_at = |from: usize| {
        let rest = &code[from..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        (from, &rest[..end])
    };
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix).filter(|(at, _)| !is_word(code.as_bytes(), *at)) {
        let from = at + prefix.len();
        if !code[from..].starts_with('{') {
            names.push(name_at(from));
            continue;
        }
        let mut depth = 0;
        for (i, c) in code[from..].char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            let before = code[..from + i].trim_end();
            let starts = before.ends_with(['{', ',']) && c.is_alphabetic();
            if depth == 1 && starts {
                names.push(name_at(from + i));
            }
            if depth == 0 {
                break;
            }
        }
    }
    names
}

/// Imports between rooms that the dependency rule forbids.
fn forbidden_imports(source: &Source) -> Vec<String> {
    let room = source.room("src");
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else { return vec![] };
    let mut uses = names_after(&source.code, "crate::");
    uses.extend(names_after(&source.code, "sozialatlas::"));
    // `super::super::…` may climb out of a room too.
    uses.extend(names_after(&source.code, "super::"));
    uses.retain(|(_, name)| ROOMS.iter().any(|(r, _)| r == name));
    uses.retain(|(at, _)| !source.code[..*at].ends_with("super::") || climbs_out(source, *at));
    uses.iter()
        .filter(|(_, name)| *name != room && !allowed.contains(name))
        .map(|(at, name)| format!("{}: {room} must not use {name}", source.spot(*at)))
        .collect()
}

/// Whether the chain of `super::` that ends at `at` reaches the root of the crate.
fn climbs_out(source: &Source, at: usize) -> bool {
    let mut before = &source.code[..at];
    let mut supers = 0;
    while let Some(rest) = before.strip_suffix("super::") {
        before = rest;
        supers += 1;
    }
    let parts = source.path.trim_start_matches("src/").split('/').count();
    let depth = if source.path.ends_with("/mod.rs") { parts - 1 } else { parts };
    supers >= depth
}

/// Names that belong behind another room's door.
fn foreign_doors(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for (word, owner) in DOORS.iter().filter(|(_, owner)| source.room("src") != *owner) {
        for (at, _) in source.code.match_indices(word) {
            let rest = &source.code.as_bytes()[at + word.len()..];
            let whole = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
            if whole && !is_word(source.code.as_bytes(), at) {
                faults.push(format!("{}: only {owner} may name {word}", source.spot(at)));
            }
        }
    }
    faults
}

fn too_long(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    let reason = source.text.lines().take(5).any(|l| l.starts_with("// Long because: "));
    (lines > MAX_LINES && !reason).then(|| {
        format!("{} has {lines} lines; split it or begin it with `// Long because: …`", source.path)
    })
}

/// German in code: what people in the county read belongs into locale files or the county package.
/// A line that must name a word of a file format says so: `// word of the format`.
fn german_literals(source: &Source) -> Vec<String> {
    let tests = source.tests_from();
    let mut faults = Vec::new();
    for (at, literal) in source.strings.iter().filter(|(at, _)| *at < tests) {
        let line = source.text.lines().nth(source.line_of(*at) - 1).unwrap_or_default();
        let excused = line.contains("// word of the format");
        // A character literal is a letter, not a word: folding needs those.
        let is_char = source.path.ends_with(".rs") && literal.starts_with('\'');
        if literal.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß']) && !excused && !is_char {
            faults.push(format!("{}: German text in code: {literal}", source.spot(*at)));
        }
    }
    faults
}

/// What would tie the code to one county: the slug and the name of each package.
fn county_words() -> Vec<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut words = Vec::new();
    for folder in fs::read_dir(data).unwrap() {
        let Ok(text) = fs::read_to_string(folder.unwrap().path().join("region.toml")) else {
            continue;
        };
        let region: toml::Table = text.parse().unwrap();
        for key in ["slug", "name", "district_key"] {
            words.push(region[key].as_str().unwrap().to_lowercase());
        }
    }
    words
}

fn county_mentions(source: &Source, words: &[String]) -> Vec<String> {
    let text = source.text.to_lowercase();
    words
        .iter()
        .flat_map(|word| text.match_indices(word.as_str()))
        .map(|(at, word)| format!("{}: the code must not know {word:?}", source.spot(at)))
        .collect()
}

/// Imports of the browser that point the wrong way, and Leaflet outside its one file.
fn web_imports(source: &Source) -> Vec<String> {
    let room = source.room("web/src");
    let rule: BTreeMap<_, _> = WEB_ROOMS.iter().copied().collect();
    let mut faults = Vec::new();
    for (at, literal) in &source.strings {
        let before = source.code[..*at].trim_end();
        let imports =
            before.ends_with("from") || before.ends_with("import") || before.ends_with("import(");
        if !imports {
            continue;
        }
        let target = literal.trim_matches(['"', '\'', '`']);
        if target.starts_with("leaflet") && source.path != "web/src/map/leaflet.ts" {
            faults.push(format!("{}: only map/leaflet.ts may import {target}", source.spot(*at)));
        }
        let Some(allowed) = rule.get(room).filter(|_| target.starts_with('.')) else { continue };
        let other = resolve(&source.path, target);
        let other = other.split('/').next().unwrap_or_default().to_owned();
        if other != room && !allowed.contains(&other.as_str()) {
            faults.push(format!("{}: {room} must not import {target}", source.spot(*at)));
        }
    }
    faults
}

/// A relative import as a path below `web/src`.
fn resolve(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.trim_start_matches("web/src/").split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_room_uses_a_room_that_the_dependency_rule_forbids() {
    let all = sources("src", ".rs");
    assert!(all.len() > 20, "the sources were not found");
    assert_none(&all.iter().flat_map(forbidden_imports).collect::<Vec<_>>());
}

#[test]
fn every_room_is_known_to_this_test() {
    for source in sources("src", ".rs") {
        let room = source.room("src");
        let known = ["main", "lib"].contains(&room) || ROOMS.iter().any(|(name, _)| *name == room);
        assert!(known, "{}: {room} is no room of the house", source.path);
    }
}

#[test]
fn only_the_store_names_sqlx_only_http_names_axum_and_only_config_reads_the_environment() {
    assert_none(&sources("src", ".rs").iter().flat_map(foreign_doors).collect::<Vec<_>>());
}

#[test]
fn no_file_is_too_long_without_a_reason() {
    let folders = [
        ("src", ".rs"),
        ("tests", ".rs"),
        ("benches", ".rs"),
        ("web/src", ".ts"),
        ("web/e2e", ".ts"),
    ];
    let all = folders.into_iter().flat_map(|(folder, ending)| sources(folder, ending));
    assert_none(&all.filter_map(|s| too_long(&s)).collect::<Vec<_>>());
}

#[test]
fn no_german_text_stands_in_code() {
    let all = sources("src", ".rs").into_iter().chain(sources("web/src", ".ts"));
    assert_none(&all.flat_map(|s| german_literals(&s)).collect::<Vec<_>>());
}

#[test]
fn the_code_knows_no_county() {
    let words = county_words();
    let all = sources("src", ".rs").into_iter().chain(sources("web/src", ".ts"));
    assert_none(&all.flat_map(|s| county_mentions(&s, &words)).collect::<Vec<_>>());
}

#[test]
fn in_the_browser_imports_point_towards_the_api_and_leaflet_has_one_door() {
    assert_none(&sources("web/src", ".ts").iter().flat_map(web_imports).collect::<Vec<_>>());
}

/// The rules above must be able to fail.
mod the_checks_notice {
    use super::*;

    #[test]
    fn a_forbidden_import_in_each_of_its_forms() {
        for line in [
            "use crate::store::Store;",
            "use crate::{domain::LonLat, store::{self, Tx}};",
            "fn f() { crate::http::f() }",
            "use super::super::store::Store;",
        ] {
            assert_eq!(
                forbidden_imports(&Source::new("src/atlas/query.rs", line)).len(),
                1,
                "{line}"
            );
        }
        for line in [
            "use crate::spatial::Bbox;",
            "// use crate::store",
            "let s = \"crate::store\";",
            "use super::super::domain::A;",
        ] {
            assert_none(&forbidden_imports(&Source::new("src/atlas/query.rs", line)));
        }
        let http = Source::new("src/http/mod.rs", "use crate::store::Store;");
        assert_eq!(forbidden_imports(&http).len(), 1);
    }

    #[test]
    fn a_foreign_door() {
        for line in ["use sqlx::query;", "use axum::Router;", "std::env::args()", "use std::env;"] {
            assert!(!foreign_doors(&Source::new("src/app/x.rs", line)).is_empty(), "{line}");
        }
        assert_none(&foreign_doors(&Source::new(
            "src/store/x.rs",
            "use sqlx::query; let sqlxy = 1;",
        )));
    }

    #[test]
    fn german_text_but_not_in_comments_characters_or_tests() {
        let faults = |text: &str| german_literals(&Source::new("src/app/x.rs", text)).len();
        assert_eq!(faults("let a = \"für\";"), 1);
        assert_eq!(faults("let a = r#\"für\"#;"), 1);
        assert_eq!(faults("// für\nlet a = 'ü'; let b = '\\''; let c: &'static str = \"x\";"), 0);
        assert_eq!(faults("#[cfg(test)]\nmod tests { const A: &str = \"für\"; }"), 0);
        assert_eq!(german_literals(&Source::new("web/src/ui/x.ts", "const a = `für`;")).len(), 1);
    }

    #[test]
    fn a_county_a_long_file_and_a_wrong_way_in_the_browser() {
        let words = ["musterkreis".to_owned()];
        assert_eq!(
            county_mentions(&Source::new("src/app/x.rs", "// Musterkreis"), &words).len(),
            1
        );
        assert!(too_long(&Source::new("src/app/x.rs", &"\n".repeat(401))).is_some());
        let import = |path: &str, line: &str| web_imports(&Source::new(path, line)).len();
        assert_eq!(import("web/src/api/x.ts", "import { a } from \"../state/atlas\";"), 1);
        assert_eq!(import("web/src/ui/a/a.ts", "await import(\"../../map/start\")"), 1);
        assert_eq!(import("web/src/map/pins.ts", "import L from \"leaflet\";"), 1);
        assert_eq!(import("web/src/map/leaflet.ts", "import \"leaflet.markercluster\";"), 0);
        assert_eq!(import("web/src/ui/a/a.ts", "import { a } from \"../b/b\";"), 0);
    }
}
