//! Cookies: their names, how they are read and how they are set (RFC 6265bis).

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// Longest value that is looked at.
const LONGEST: usize = 128;
/// The same for what an attempt at a provider holds, with the address to go on to.
const LONGEST_ATTEMPT: usize = 800;

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cookie {
    /// Signed in.
    Session,
    /// The key of the forms of whoever is not signed in.
    Visitor,
    /// A browser that has signed in before.
    Device,
    /// A sign-in by a provider that has begun.
    Attempt,
}

impl Cookie {
    /// Its name. With `__Host-` a browser takes it from no neighbouring host and over no plain connection.
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Visitor, true) => "__Host-visitor",
            (Self::Visitor, false) => "visitor",
            (Self::Device, true) => "__Host-device",
            (Self::Device, false) => "device",
            (Self::Attempt, true) => "__Host-attempt",
            (Self::Attempt, false) => "attempt",
        }
    }

    /// Its value in a request, if it looks like one of ours.
    pub(super) fn find(self, headers: &HeaderMap, secure: bool) -> Option<String> {
        let name = self.name(secure);
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let value = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)?
            .1;
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        let longest = if self == Self::Attempt { LONGEST_ATTEMPT } else { LONGEST };
        (!value.is_empty() && value.len() <= longest && value.bytes().all(plain))
            .then(|| value.to_owned())
    }

    /// The header that sets it; without an age it ends with the browser.
    pub(super) fn set(self, value: &str, secure: bool, max_age_s: Option<i64>) -> String {
        let name = self.name(secure);
        let secure = if secure { "; Secure" } else { "" };
        let age = max_age_s.map_or(String::new(), |s| format!("; Max-Age={s}"));
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
    }

    /// The header that takes it away.
    pub(super) fn take_away(self, secure: bool) -> String {
        self.set("", secure, Some(0))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn with(cookie: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_str(cookie).unwrap());
        headers
    }

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let headers = with("a=b; xsession=1; session=abc_-9; visitor=v");
        assert_eq!(Cookie::Session.find(&headers, false).as_deref(), Some("abc_-9"));
        assert_eq!(Cookie::Visitor.find(&headers, false).as_deref(), Some("v"));
        assert_eq!(Cookie::Session.find(&headers, true), None, "the other name over https");
        for odd in ["session=", "session=a b", "session=\"x\"", "Session=abc", "session"] {
            assert_eq!(Cookie::Session.find(&with(odd), false), None, "{odd}");
        }
    }

    #[test]
    fn cookies_are_for_us_alone() {
        assert_eq!(
            Cookie::Session.set("v", true, None),
            "__Host-session=v; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
        assert_eq!(
            Cookie::Device.set("v", false, Some(60)),
            "device=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"
        );
        assert!(Cookie::Session.take_away(false).ends_with("Max-Age=0"));
    }
}
