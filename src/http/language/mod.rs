//! The language of a request: the first segment of its address.
//!
//! It is taken off before anything is routed, so that each page has one route. What is left travels with the task that
//! answers, as the visitor's line does (`session`): pages, links and errors take it from there.

mod layer;
mod preference;
mod remember;

pub(super) use layer::{choose, lead};
pub(super) use remember::{PATH as REMEMBER, show as remember};

use super::layers::is_machine;
use crate::domain::Language;

/// Pages that exist in German only, by their first segment: desks, planning, accounts, and links out of our letters.
const GERMAN_ONLY: [&str; 10] = [
    "planung",
    "mein",
    "redaktion",
    "verwaltung",
    "anmelden",
    "abmelden",
    "konto",
    "passwort",
    "einladung",
    "bestaetigen",
];

/// Files at the root that people read: they have a language as pages do.
const READ: [&str; 2] = ["/liste.pdf", "/liste.atom"];

/// What an address says about languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    /// The language to answer in.
    pub(crate) language: Language,
    /// The page exists in German only.
    pub(crate) german_only: bool,
    /// The address begins with a code that is no language of ours.
    pub(crate) unknown: bool,
    /// A language that the browser prefers, on a start page that nobody has chosen a language for.
    pub(crate) offer: Option<Language>,
}

tokio::task_local! {
    static ASKED: Asked;
}

/// What the address of the request that is being answered says about languages.
pub(crate) fn asked() -> Asked {
    ASKED.try_with(|asked| *asked).unwrap_or_default()
}

/// The language of the request that is being answered; German outside of requests.
pub(crate) fn language() -> Language {
    asked().language
}

/// Runs something as if it were asked for in a language.
pub(crate) fn in_language<T>(language: Language, work: impl FnOnce() -> T) -> T {
    ASKED.sync_scope(Asked { language, ..Asked::default() }, work)
}

/// The same future, answering in the language of this request wherever it runs.
pub(crate) fn carried<F: Future>(work: F) -> impl Future<Output = F::Output> {
    ASKED.scope(asked(), work)
}

/// The address of a page in the language of the request. Pages that exist in German only, machine interfaces, whole
/// addresses and places on the same page stay as they are. Taking it twice does no harm.
pub(crate) fn at(path: &str) -> String {
    path_in(language(), path)
}

/// The address of a page in a language.
pub(crate) fn path_in(language: Language, path: &str) -> String {
    let (already, rest) = Language::split(path);
    if is_german_only(&rest) || !path.starts_with('/') {
        return rest;
    }
    if already == Language::German { language.path(path) } else { path.to_owned() }
}

/// Whether a path (without a language) has no translation.
pub(crate) fn is_german_only(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    GERMAN_ONLY.contains(&first) || is_for_machines(path)
}

/// What has no language: machine interfaces (but what our own pages fetch for people to read) and files at the root (but
/// those that people read).
fn is_for_machines(path: &str) -> bool {
    if READ.contains(&path) {
        return false;
    }
    let own = path.starts_with("/_/") && !path.starts_with("/_/assets/") && path != REMEMBER;
    let file =
        path.rsplit_once('/').is_some_and(|(before, file)| before.is_empty() && file.contains('.'));
    (is_machine(path) && !own) || file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stay_in_the_language_of_the_request() {
        in_language(Language::English, || {
            assert_eq!(at("/"), "/en");
            assert_eq!(at("/liste?q=a"), "/en/liste?q=a");
            assert_eq!(at(&at("/liste")), "/en/liste", "once is enough");
            assert_eq!(at("/_/map/services.json"), "/en/_/map/services.json");
        });
        assert_eq!(at("/liste"), "/liste");
    }

    #[test]
    fn what_has_no_translation_has_no_prefix() {
        in_language(Language::Arabic, || {
            for path in [
                "/planung",
                "/planung/matrix?x=1",
                "/anmelden",
                "/api",
                "/api/docs",
                "/_/assets/main.js",
                "/robots.txt",
                "#inhalt",
                "https://example.org/liste",
                "/healthz",
            ] {
                assert_eq!(at(path), path);
            }
            assert_eq!(at("/meine-liste"), "/ar/meine-liste");
            assert_eq!(at("/liste.pdf?q=a"), "/ar/liste.pdf?q=a", "people read it");
            assert_eq!(at("/plakate/a4.pdf"), "/ar/plakate/a4.pdf");
        });
    }

    /// The words in quotes of a list of the service worker's rules.
    fn of_the_worker(name: &str) -> std::collections::BTreeSet<&'static str> {
        const RULES: &str = include_str!("../../../web/src/offline/rules.ts");
        let rest = RULES.split_once(&format!("const {name} = [")).expect("the list").1;
        let body = rest.split_once("];").expect("its end").0;
        body.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_worker_knows_the_same_languages_and_touches_no_page_of_a_person_and_no_machine_path() {
        let foreign = Language::ALL.into_iter().filter(|language| !language.is_german());
        let mut codes: std::collections::BTreeSet<&str> = foreign.map(Language::code).collect();
        // German to the machine, and yet a language of the address.
        codes.insert(Language::Easy.code());
        assert_eq!(of_the_worker("LANGUAGES"), codes);

        let mut live = of_the_worker("LIVE");
        for page in GERMAN_ONLY {
            assert!(live.remove(page), "{page} would be kept on the device");
        }
        for own in ["vorschlag", "embed"] {
            assert!(live.remove(own), "{own} would be kept on the device");
        }
        for machine in &live {
            assert!(is_machine(&format!("/{machine}")), "{machine} is nothing that we have");
        }
        for machine in ["api", "hsds", "healthz", "readyz"] {
            assert!(live.contains(machine), "{machine} would be taken for a page");
        }
    }
}
