//! Times of a day as people type them: `9-12, 14-16:30`.

use super::{MOST_SPANS, TimeSpan};

/// The words of a language that may stand among times; all in lower case.
#[derive(Debug, Clone)]
pub struct TimeWords<'a> {
    /// Between the two ends of a stretch ("bis").
    pub until: Vec<&'a str>,
    /// Between two stretches ("und").
    pub and: Vec<&'a str>,
    /// Behind a time ("Uhr").
    pub clock: Vec<&'a str>,
    /// Instead of any time ("geschlossen").
    pub closed: Vec<&'a str>,
}

/// What is wrong with typed times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeFaultKind {
    /// Not read as times at all.
    NotUnderstood,
    /// No such time of day, as 25:00.
    NoSuchTime,
    /// A beginning without an end.
    NoEnd,
    /// Beginning and end are the same.
    Empty,
    /// Two stretches overlap.
    Overlap,
    /// More stretches than a day may have.
    TooMany,
}

impl TimeFaultKind {
    /// The code of the fault.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotUnderstood => "hours_not_understood",
            Self::NoSuchTime => "hours_no_such_time",
            Self::NoEnd => "hours_no_end",
            Self::Empty => "hours_empty",
            Self::Overlap => "hours_overlap",
            Self::TooMany => "hours_too_many",
        }
    }
}

/// What is wrong, and the piece of text that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeFault {
    /// What.
    pub kind: TimeFaultKind,
    /// Where.
    pub part: String,
}

/// A token of typed times.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Time(String),
    Until,
    And,
}

/// Reads the times of one day; empty text or a word for "closed" gives no stretch.
///
/// # Errors
/// The first fault with the piece of text it is about.
///
/// # Examples
/// ```
/// use sozialatlas::domain::hours::{TimeWords, read_times};
/// let words = TimeWords { until: vec!["to"], and: vec!["and"], clock: vec![], closed: vec!["closed"] };
/// let spans = read_times("9-12 and 14 to 16.30", &words).unwrap();
/// assert_eq!(spans.iter().map(|s| (s.from_min, s.to_min)).collect::<Vec<_>>(), [(540, 720), (840, 990)]);
/// assert_eq!(read_times("25:00-26:00", &words).unwrap_err().part, "25:00");
/// ```
pub fn read_times(text: &str, words: &TimeWords<'_>) -> Result<Vec<TimeSpan>, TimeFault> {
    let text = text.trim().to_lowercase();
    if text.is_empty() || words.closed.contains(&text.as_str()) {
        return Ok(Vec::new());
    }
    let tokens = tokens(&text, words)?;
    let mut spans = Vec::new();
    for stretch in tokens.split(|token| *token == Token::And).filter(|part| !part.is_empty()) {
        spans.push(stretch_of(stretch, &text)?);
    }
    if spans.is_empty() {
        return Err(fault(TimeFaultKind::NotUnderstood, &text));
    }
    spans.sort_unstable();
    for (at, span) in spans.iter().enumerate() {
        let next = spans.get(at + 1);
        if next.is_some_and(|next| next.from_min < span.to_min) {
            return Err(fault(TimeFaultKind::Overlap, &text));
        }
    }
    if spans.len() > MOST_SPANS {
        return Err(fault(TimeFaultKind::TooMany, &text));
    }
    Ok(spans)
}

fn fault(kind: TimeFaultKind, part: &str) -> TimeFault {
    TimeFault { kind, part: part.chars().take(40).collect() }
}

/// Cuts the text into times, dashes and commas; words for the hour are dropped.
fn tokens(text: &str, words: &TimeWords<'_>) -> Result<Vec<Token>, TimeFault> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let class = |c: char| (c.is_ascii_digit() || matches!(c, ':' | '.'), c.is_alphabetic());
        let end = match class(first) {
            (true, _) => rest.find(|c| !class(c).0).unwrap_or(rest.len()),
            (_, true) => rest.find(|c| !class(c).1).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        match piece {
            "," | ";" | "+" | "&" | "/" => tokens.push(Token::And),
            "-" | "–" | "—" | "−" | "‐" | "‑" => tokens.push(Token::Until),
            _ if first.is_whitespace() => {}
            _ if class(first).0 => tokens.push(Token::Time(piece.to_owned())),
            word if words.clock.contains(&word) => {}
            word if words.until.contains(&word) => tokens.push(Token::Until),
            word if words.and.contains(&word) => tokens.push(Token::And),
            other => return Err(fault(TimeFaultKind::NotUnderstood, other)),
        }
    }
    Ok(tokens)
}

fn stretch_of(tokens: &[Token], text: &str) -> Result<TimeSpan, TimeFault> {
    match tokens {
        [Token::Time(from), Token::Until, Token::Time(to)] => {
            let (from_min, mut to_min) = (minute(from)?, minute(to)?);
            if from_min == 1440 {
                return Err(fault(TimeFaultKind::NoSuchTime, from));
            }
            if from_min == to_min {
                return Err(fault(TimeFaultKind::Empty, from));
            }
            // Up to a time that is earlier than the beginning means: on the next day.
            if to_min < from_min {
                to_min += 1440;
            }
            Ok(TimeSpan { from_min, to_min })
        }
        [Token::Time(from)] | [Token::Time(from), Token::Until] => {
            minute(from)?;
            Err(fault(TimeFaultKind::NoEnd, from))
        }
        _ => Err(fault(TimeFaultKind::NotUnderstood, text)),
    }
}

/// Minutes after midnight of `9`, `9:30`, `9.30`, `0930`; at most 24:00.
fn minute(text: &str) -> Result<u16, TimeFault> {
    let text = text.trim_matches('.');
    let wrong = |kind| fault(kind, text);
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return Err(wrong(TimeFaultKind::NotUnderstood)),
        None if text.len() == 4 => text.split_at(2),
        None => (text, "0"),
    };
    let number = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) =
        number(hour).zip(number(minute)).ok_or_else(|| wrong(TimeFaultKind::NotUnderstood))?;
    let total = hour * 60 + minute;
    if minute > 59 || total > 1440 { Err(wrong(TimeFaultKind::NoSuchTime)) } else { Ok(total) }
}
