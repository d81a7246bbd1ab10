//! Which language a visitor has chosen, or would like.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};

use crate::domain::Language;

/// The cookie that remembers a choice, without and with https: `__Host-` keeps neighbouring hosts from setting it.
const COOKIE_NAMES: [&str; 2] = ["language", "__Host-language"];
/// How long a choice is remembered, in seconds: half a year.
const REMEMBERED_S: u32 = 180 * 24 * 60 * 60;
/// Most languages of a header that are looked at.
const MOST: usize = 20;

/// The header that remembers a choice.
pub(super) fn remember(language: Language, is_https: bool) -> String {
    let [plain, with_prefix] = COOKIE_NAMES;
    let (name, secure) = if is_https { (with_prefix, "; Secure") } else { (plain, "") };
    let code = language.code();
    format!("{name}={code}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={REMEMBERED_S}")
}

/// The language that somebody has chosen in the menu; `None` without a cookie or with one that makes no sense.
pub(super) fn chosen(headers: &HeaderMap) -> Option<Language> {
    let named = |wanted: &str| {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut pairs =
            lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(name, _)| *name == wanted).map(|(_, code)| code)
    };
    // The plain name is that of a choice made over http, or before there was another.
    let code = COOKIE_NAMES.into_iter().rev().find_map(named)?;
    Language::of_code(code)
}

/// The language of ours that the browser would like most (RFC 9110, section 12.5.4); `None` where it names none.
pub(super) fn preferred(headers: &HeaderMap) -> Option<Language> {
    let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for part in header.split(',').take(MOST) {
        let mut words = part.split(';');
        let Some(language) = Language::of_tag(words.next().unwrap_or_default().trim()) else {
            continue;
        };
        let weight = words.find_map(|word| word.trim().strip_prefix("q=")?.parse().ok());
        let weight: f32 = weight.unwrap_or(1.0);
        // The first of equal ones stays.
        if weight > 0.0 && best.is_none_or(|(known, _)| weight > known) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn asked(header: &str) -> Option<Language> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_str(header).unwrap());
        preferred(&headers)
    }

    #[test]
    fn the_heaviest_language_of_ours_is_taken() {
        for (header, language) in [
            ("en-US,en;q=0.9,de;q=0.8", Some(Language::English)),
            ("ru, uk;q=0.8, de;q=0.5", Some(Language::Ukrainian)),
            ("de-AT, en", Some(Language::German)),
            ("de;q=0.1, ar;q=0.9", Some(Language::Arabic)),
            ("en;q=0, fr;q=0.1", Some(Language::French)),
            ("*", None),
            ("zh, ja", None),
            (";;;=,q=,,", None),
        ] {
            assert_eq!(asked(header), language, "{header}");
        }
    }

    #[test]
    fn only_a_cookie_with_one_of_our_languages_is_a_choice() {
        let with = |cookie: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, HeaderValue::from_str(cookie).unwrap());
            chosen(&headers)
        };
        assert_eq!(with("a=b; language=ar"), Some(Language::Arabic));
        assert_eq!(with("language=de"), Some(Language::German));
        assert_eq!(with("language=../x"), None);
        assert_eq!(with("xlanguage=ar"), None);
        assert_eq!(with("__Host-language=ar"), Some(Language::Arabic));
        assert_eq!(
            with("language=de; __Host-language=ar"),
            Some(Language::Arabic),
            "the safer one"
        );
    }

    #[test]
    fn over_https_the_choice_is_kept_under_a_name_that_no_other_host_can_set() {
        assert_eq!(
            remember(Language::Turkish, true),
            "__Host-language=tr; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=15552000"
        );
        assert_eq!(
            remember(Language::Turkish, false),
            "language=tr; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000"
        );
    }
}
