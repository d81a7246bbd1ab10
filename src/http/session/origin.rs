//! From which site a form was sent: `Sec-Fetch-Site` and `Origin` (Fetch standard, 2025).

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// Where a request was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// By a page of ours.
    Own,
    /// By another site, or one that hides.
    Foreign,
    /// By something that does not say: an old browser, a program.
    Unsaid,
}

impl Source {
    /// Where a request was made; `base_url` is our public address, if one is set.
    pub(super) fn of(headers: &HeaderMap, base_url: Option<&str>) -> Self {
        let text = |value: Option<&axum::http::HeaderValue>| {
            value.and_then(|v| v.to_str().ok()).map(str::to_ascii_lowercase)
        };
        let site = text(headers.get("sec-fetch-site"));
        if site.as_deref().is_some_and(|site| !matches!(site, "same-origin" | "none")) {
            return Self::Foreign;
        }
        let Some(origin) = text(headers.get(ORIGIN)) else {
            return if site.as_deref() == Some("same-origin") { Self::Own } else { Self::Unsaid };
        };
        let host = text(headers.get(HOST)).unwrap_or_default();
        let ours = base_url.is_some_and(|base| base.eq_ignore_ascii_case(&origin));
        let here = origin.split_once("://").is_some_and(|(_, rest)| rest == host);
        if ours || here { Self::Own } else { Self::Foreign }
    }
}

/// Whether the address that was asked is this machine: only there a password may come over a plain connection.
pub(super) fn is_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let local = name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    local || name.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let pair = |(name, value): &(&str, &str)| {
            (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap())
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_our_own_pages_are_our_own() {
        let of =
            |pairs: &[(&str, &str)]| Source::of(&headers(pairs), Some("https://atlas.example"));
        let host = ("host", "127.0.0.1:8080");
        assert_eq!(of(&[host, ("origin", "http://127.0.0.1:8080")]), Source::Own);
        assert_eq!(of(&[host, ("origin", "https://atlas.example")]), Source::Own);
        assert_eq!(of(&[host, ("sec-fetch-site", "same-origin")]), Source::Own);
        assert_eq!(of(&[host]), Source::Unsaid);
        assert_eq!(of(&[host, ("sec-fetch-site", "none")]), Source::Unsaid);
        for foreign in [
            ("origin", "null"),
            ("origin", "https://evil.example"),
            ("origin", "https://atlas.example.evil.example"),
            ("origin", "http://127.0.0.1:8081"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            assert_eq!(of(&[host, foreign]), Source::Foreign, "{foreign:?}");
        }
        let mixed = [host, ("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")];
        assert_eq!(of(&mixed), Source::Foreign);
    }

    #[test]
    fn this_machine_is_known_by_its_names() {
        for here in
            ["localhost", "localhost:80", "127.0.0.1:8080", "127.1.2.3", "[::1]:80", "[::1]"]
        {
            assert!(is_loopback(&headers(&[("host", here)])), "{here}");
        }
        for there in ["atlas.example", "localhost.evil.example", "10.0.0.1", "[2001:db8::1]:80", ""]
        {
            assert!(!is_loopback(&headers(&[("host", there)])), "{there}");
        }
    }
}
