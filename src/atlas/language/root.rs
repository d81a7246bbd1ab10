//! Roots of words: what their inflected forms have in common.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use smallvec::SmallVec;

/// Shorter words, in characters, are their own root.
const SHORTEST: usize = 4;

/// Endings of Ukrainian and Russian words, longest first; a light stem cuts the first that fits.
const CYRILLIC_ENDINGS: [&str; 36] = [
    "ення", "ання", "ями", "ами", "ові", "еві", "ого", "ому", "ими", "іми", "ась", "ити", "ати",
    "ії", "ію", "ій", "ий", "ів", "ах", "ях", "ою", "ею", "ам", "ям", "ом", "ем", "ти", "а", "я",
    "у", "ю", "и", "і", "о", "е", "ь",
];

/// The root of a word in a text of the county: German, or light ones for other scripts.
///
/// German: Snowball's stemmer (Porter 2001, snowballstem.org), after folding.
pub(in crate::atlas) fn root(word: &str) -> Cow<'_, str> {
    match script(word) {
        Script::Latin => stem(word, Algorithm::German),
        Script::Cyrillic => Cow::Borrowed(cyrillic(word)),
        Script::Arabic => arabic(word),
        Script::Other => Cow::Borrowed(word),
    }
}

/// The keys under which a word of the classification is found: its root in its language.
pub(in crate::atlas) fn key(language: &str, word: &str) -> String {
    match (script(word), foreign(language)) {
        (Script::Latin, Some((tag, algorithm))) => format!("{tag}:{}", stem(word, algorithm)),
        _ => root(word).into_owned(),
    }
}

/// All keys that a typed word may mean; nobody says in which language they type.
pub(in crate::atlas) fn keys(word: &str) -> SmallVec<[String; 4]> {
    let mut keys = SmallVec::from_iter([root(word).into_owned()]);
    if script(word) == Script::Latin {
        keys.extend(["en", "fr", "tr"].map(|language| key(language, word)));
    }
    keys
}

/// Languages in Latin script beside German.
fn foreign(language: &str) -> Option<(&'static str, Algorithm)> {
    match language {
        "en" => Some(("en", Algorithm::English)),
        "fr" => Some(("fr", Algorithm::French)),
        "tr" => Some(("tr", Algorithm::Turkish)),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Other,
}

/// The script of the first letter.
fn script(word: &str) -> Script {
    match word.chars().next() {
        Some(c) if c.is_ascii() => Script::Latin,
        Some('\u{400}'..='\u{52f}') => Script::Cyrillic,
        Some('\u{600}'..='\u{6ff}') => Script::Arabic,
        _ => Script::Other,
    }
}

fn stem(word: &str, algorithm: Algorithm) -> Cow<'_, str> {
    if word.len() < SHORTEST || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    Stemmer::create(algorithm).stem(word)
}

/// Without the first ending that fits and leaves four letters.
fn cyrillic(word: &str) -> &str {
    let keeps_enough = |rest: &&str| rest.chars().count() >= SHORTEST;
    CYRILLIC_ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(keeps_enough))
        .unwrap_or(word)
}

/// Without the article, then Snowball's stemmer.
fn arabic(word: &str) -> Cow<'_, str> {
    let bare = ["وال", "بال", "لل", "ال"]
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .filter(|rest| rest.chars().count() >= 3)
        .unwrap_or(word);
    Stemmer::create(Algorithm::Arabic).stem(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_have_one_root() {
        for same in [
            ["schuld", "schulden", "schulden"],
            ["beratung", "beratungen", "beratung"],
            ["frau", "frauen", "frauen"],
            ["допомога", "допомоги", "допомогу"],
            ["квартира", "квартиру", "квартири"],
            ["مساعده", "المساعده", "مساعده"],
        ] {
            let roots = same.map(|word| root(word).into_owned());
            assert!(roots.iter().all(|r| *r == roots[0]), "{same:?}: {roots:?}");
        }
        assert_ne!(root("pflege"), root("pflaster"));
        assert_eq!(root("rat"), "rat");
    }

    #[test]
    fn words_of_another_language_have_keys_of_their_own() {
        assert_eq!(key("en", "debts"), key("en", "debt"));
        assert!(keys("debts").contains(&key("en", "debt")));
        assert!(keys("dettes").contains(&key("fr", "dette")));
        assert!(!keys("rente").contains(&key("en", "rent")) || key("en", "rent") == "en:rent");
        assert_eq!(keys("борги").len(), 1);
    }
}
