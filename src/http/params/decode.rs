//! Query strings to pairs and back (WHATWG URL, section 5: `application/x-www-form-urlencoded`).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, utf8_percent_encode};

use crate::http::problem::ProblemError;

/// A decoded name and value.
pub type Pair = (String, String);

/// Everything but what may stand in a query unescaped and reads better so.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b':')
    .remove(b'/');

/// Decodes strictly: broken percent-encoding, text that is not UTF-8, control characters, empty and repeated
/// parameters are faults.
///
/// Returns what could be decoded and every fault, with the name of its parameter.
#[must_use]
pub fn decode_strict(raw: &str) -> (Vec<Pair>, Vec<ProblemError>) {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut faults = Vec::new();
    // Nothing between two separators is nothing: clients that build addresses leave such traces.
    for part in raw.split('&').filter(|part| !part.is_empty()) {
        let (raw_name, raw_value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = match (decode_text(raw_name), decode_text(raw_value)) {
            (Ok(name), Ok(value)) => (name, value),
            (name, value) => {
                let shown = name.clone().unwrap_or_else(|_| raw_name.to_owned());
                let detail = name.err().or(value.err()).unwrap_or_default();
                faults.push(ProblemError::parameter(shown, "bad_encoding", detail));
                continue;
            }
        };
        if name.is_empty() {
            faults.push(ProblemError::parameter(name, "no_name", "a parameter without a name"));
        } else if value.trim().is_empty() {
            let detail = "is empty; leave it out or give it a value";
            faults.push(ProblemError::parameter(name, "empty", detail));
        } else if pairs.iter().any(|(known, _)| *known == name) {
            let detail = "stands twice; several values are separated by commas";
            faults.push(ProblemError::parameter(name, "repeated", detail));
        } else {
            pairs.push((name, value));
        }
    }
    (pairs, faults)
}

/// Decodes what can be decoded and keeps the rest as it is; never fails.
#[must_use]
pub fn decode_lenient(raw: &str) -> Vec<Pair> {
    let text = |part: &str| {
        let spaced = part.replace('+', " ");
        let decoded = percent_decode(spaced.as_bytes()).decode_utf8_lossy().into_owned();
        decoded.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
    };
    raw.split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(name, value)| (text(name), text(value)))
        .collect()
}

/// Pairs as a query string.
#[must_use]
pub fn encode<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let escape = |text: &str| utf8_percent_encode(text, ESCAPED).to_string().replace("%20", "+");
    let parts: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect();
    parts.join("&")
}

fn decode_text(part: &str) -> Result<String, String> {
    let bytes = part.as_bytes();
    for (i, _) in part.match_indices('%') {
        let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        if !(hex(i + 1) && hex(i + 2)) {
            return Err("has a % that is not followed by two hexadecimal digits".to_owned());
        }
    }
    let spaced = part.replace('+', " ");
    let text = percent_decode(spaced.as_bytes())
        .decode_utf8()
        .map_err(|error| format!("is not UTF-8: {error}"))?;
    if text.chars().any(char::is_control) {
        return Err("holds a control character".to_owned());
    }
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(raw: &str) -> Vec<(String, String)> {
        let faults = decode_strict(raw).1;
        faults.into_iter().map(|f| (f.parameter.unwrap(), f.code.into_owned())).collect()
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let found = faults("a=1&a=2&b=&c=%zz&d=%ff&e=%00&=x");
        let expected = [
            ("a", "repeated"),
            ("b", "empty"),
            ("c", "bad_encoding"),
            ("d", "bad_encoding"),
            ("e", "bad_encoding"),
            ("", "no_name"),
        ];
        assert_eq!(found, expected.map(|(n, c)| (n.to_owned(), c.to_owned())));
    }

    #[test]
    fn no_query_is_no_fault() {
        assert_eq!(decode_strict(""), (vec![], vec![]));
    }

    #[test]
    fn a_plus_is_a_space_and_umlauts_survive() {
        let (pairs, _) = decode_strict("q=H%C3%B6ri+und%2BSee");
        assert_eq!(pairs, [("q".to_owned(), "Höri und+See".to_owned())]);
        assert_eq!(encode([("q", "Höri und+See")]), "q=H%C3%B6ri+und%2BSee");
    }

    #[test]
    fn the_lenient_reader_takes_anything() {
        let pairs = decode_lenient("&&a&b=%zz&c=%ff");
        assert_eq!(pairs[0], ("a".to_owned(), String::new()));
        assert_eq!(pairs[1], ("b".to_owned(), "%zz".to_owned()));
    }
}
