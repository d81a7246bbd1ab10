//! Ages in German wordings for target groups ("Kinder 6–13 Jahre", "ab 3 Jahren", "unter 3").

use crate::domain::AgeRange;

/// The ages a wording names, in full years, both ends inclusive.
///
/// "unter 3" ends with 2; months are rounded down to full years ("18 Monate" = 1). A wording about grown-ups *with*
/// children ("Familien mit Kindern unter 3") names the age of the children, not of those who come, and a number that
/// is no age ("ab Klasse 5", "SGB II") is none. `None` when nothing is named.
///
/// # Examples
/// ```
/// use sozialatlas::exchange::ages::parse_ages;
/// let ages = |text| parse_ages(text).map(|a| (a.minimum, a.maximum));
/// assert_eq!(ages("Kinder 6–13 Jahre"), Some((Some(6), Some(13))));
/// assert_eq!(ages("Kinder ab 3 Jahren"), Some((Some(3), None)));
/// assert_eq!(ages("Kinder unter 3"), Some((None, Some(2))));
/// assert_eq!(ages("Familien mit Kindern unter 3"), None);
/// ```
#[must_use]
pub fn parse_ages(wording: &str) -> Option<AgeRange> {
    let lower = wording.to_lowercase();
    if lower.contains("mit kindern") || lower.contains("mit kind ") {
        return None;
    }
    let words = tokens(&lower);
    let mut i = 0;
    while i < words.len() {
        if let Some(found) = range_at(&words, i) {
            return Some(found);
        }
        i += 1;
    }
    None
}

/// The ages that cover all of several: an end stays open as soon as one of them leaves it open.
///
/// Empty when there is none.
#[must_use]
pub fn cover_ages(ranges: impl IntoIterator<Item = AgeRange>) -> AgeRange {
    ranges
        .into_iter()
        .reduce(|a, b| AgeRange {
            minimum: a.minimum.zip(b.minimum).map(|(x, y)| x.min(y)),
            maximum: a.maximum.zip(b.maximum).map(|(x, y)| x.max(y)),
        })
        .unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    From,
    Below,
    To,
    Dash,
    Number(u32),
    Years,
    Months,
    Other,
}

fn tokens(lower: &str) -> Vec<Token> {
    let mut spaced = String::with_capacity(lower.len() + 8);
    let mut previous_is_digit = false;
    for c in lower.chars() {
        // "6–13" and "6-13" fall into three tokens; a hyphen within a word ("Kita-Kinder") does not.
        let is_dash = matches!(c, '–' | '—') || (c == '-' && previous_is_digit);
        if is_dash {
            spaced.push_str(" – ");
        } else {
            if c.is_ascii_digit() != previous_is_digit {
                spaced.push(' ');
            }
            spaced.push(c);
        }
        previous_is_digit = c.is_ascii_digit();
    }
    spaced.split_whitespace().map(token).collect()
}

fn token(word: &str) -> Token {
    match word.trim_matches([',', ';', '(', ')', '.']) {
        "ab" | "von" => Token::From,
        "unter" => Token::Below,
        "bis" => Token::To,
        "–" | "und" => Token::Dash,
        word if word.starts_with("jahr") => Token::Years,
        word if word.starts_with("monat") => Token::Months,
        word => word.parse().map_or(Token::Other, Token::Number),
    }
}

/// A number with its unit at `i`: full years, whether a unit stood there, and the index behind it.
fn age_at(words: &[Token], i: usize) -> Option<(u32, Option<Token>, usize)> {
    let Token::Number(number) = *words.get(i)? else { return None };
    match words.get(i + 1) {
        Some(Token::Years) => Some((number, Some(Token::Years), i + 2)),
        Some(Token::Months) => Some((number / 12, Some(Token::Months), i + 2)),
        _ => Some((number, None, i + 1)),
    }
}

fn range_at(words: &[Token], start: usize) -> Option<AgeRange> {
    let range = |minimum: Option<u32>, maximum: Option<u32>| {
        let years = |age: u32| u8::try_from(age).ok().filter(|&a| a <= 120);
        let ordered = minimum.zip(maximum).is_none_or(|(low, high)| low <= high);
        let known = minimum.is_none_or(|a| years(a).is_some())
            && maximum.is_none_or(|a| years(a).is_some());
        (ordered && known).then(|| AgeRange {
            minimum: minimum.and_then(years),
            maximum: maximum.and_then(years),
        })
    };
    match *words.get(start)? {
        Token::Below => {
            let (age, unit, _) = age_at(words, start + 1)?;
            let below = if unit == Some(Token::Months) { age } else { age.checked_sub(1)? };
            range(None, Some(below))
        }
        Token::To => range(None, Some(age_at(words, start + 1)?.0)),
        Token::From => {
            let (low, _, next) = age_at(words, start + 1)?;
            let high = match words.get(next) {
                Some(Token::To | Token::Dash) => age_at(words, next + 1).map(|(age, _, _)| age),
                _ => None,
            };
            range(Some(low), high)
        }
        Token::Number(_) => {
            let (low, low_unit, next) = age_at(words, start)?;
            match words.get(next) {
                Some(Token::To | Token::Dash) => {
                    let (high, high_unit, _) = age_at(words, next + 1)?;
                    // Two bare numbers may be anything (a phone number, a paragraph); an age has a unit.
                    low_unit.or(high_unit)?;
                    range(Some(low), Some(high))
                }
                _ => None,
            }
        }
        Token::Dash | Token::Years | Token::Months | Token::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ages(text: &str) -> Option<(Option<u8>, Option<u8>)> {
        parse_ages(text).map(|a| (a.minimum, a.maximum))
    }

    #[test]
    fn the_wordings_of_the_collection_are_understood() {
        let expected = [
            ("Jugendliche 12–20 Jahre", Some((Some(12), Some(20)))),
            ("Jugendliche ab 16", Some((Some(16), None))),
            ("Kinder 18 Monate bis 3 Jahre", Some((Some(1), Some(3)))),
            ("Kinder 6 Monate–6 Jahre", Some((Some(0), Some(6)))),
            ("Kinder 6 Monate bis 2 Jahre", Some((Some(0), Some(2)))),
            ("Kinder ab 3 Jahren mit Förderbedarf Sprache", Some((Some(3), None))),
            ("Kinder von 1 bis 6 Jahren", Some((Some(1), Some(6)))),
            ("Kinder unter 3", Some((None, Some(2)))),
            ("Menschen ab 60 Jahren aus Allensbach mit geringem Einkommen", Some((Some(60), None))),
            ("Zugewanderte ab 27 Jahren", Some((Some(27), None))),
            ("Familien mit Kindern bis 8 Jahre", None),
            ("Eltern mit Kindern bis 3", None),
            ("Kinder und Jugendliche ab Klasse 5", None),
            ("Kinder bis zum Schuleintritt", None),
            ("Leistungsberechtigte SGB II", None),
            ("Kita-Kinder", None),
            ("", None),
        ];
        for (text, ages_expected) in expected {
            assert_eq!(ages(text), ages_expected, "{text}");
        }
    }

    #[test]
    fn the_cover_of_several_ages_is_open_where_one_is_open() {
        let r = |minimum, maximum| AgeRange { minimum, maximum };
        assert_eq!(cover_ages([r(None, Some(2)), r(Some(3), None)]), r(None, None));
        assert_eq!(cover_ages([r(Some(3), Some(6)), r(Some(1), Some(3))]), r(Some(1), Some(6)));
        assert_eq!(cover_ages([]), r(None, None));
    }

    proptest! {
        #[test]
        fn a_written_range_is_read_back(low in 0u8..=60, span in 0u8..=60, dash in "[–-]") {
            let high = low + span;
            prop_assert_eq!(ages(&format!("Menschen {low}{dash}{high} Jahre")), Some((Some(low), Some(high))));
            prop_assert_eq!(ages(&format!("von {low} bis {high} Jahren")), Some((Some(low), Some(high))));
            prop_assert_eq!(ages(&format!("ab {low} Jahren")), Some((Some(low), None)));
            prop_assert_eq!(ages(&format!("bis {high} Jahre")), Some((None, Some(high))));
        }

        #[test]
        fn no_text_makes_it_fail_or_gives_ages_out_of_order(text in ".{0,60}") {
            if let Some(AgeRange { minimum, maximum }) = parse_ages(&text) {
                prop_assert!(minimum.zip(maximum).is_none_or(|(a, b)| a <= b));
                prop_assert!(minimum.is_some() || maximum.is_some());
            }
        }

        #[test]
        fn text_without_digits_names_no_age(text in "[a-zA-ZäöüÄÖÜß ,;–-]{0,60}") {
            prop_assert_eq!(parse_ages(&text), None);
        }
    }
}
