//! The parameter `datetime` (OGC 17-069r4, 7.15.4): an instant or an interval, ends may be open.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

/// First and last day, both inclusive; `None` = open end.
pub(super) type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// Reads an instant or interval of RFC 3339 date-times (or full dates) as days of the region.
///
/// # Errors
/// What is wrong, in words.
pub(super) fn parse(text: &str, timezone: Tz) -> Result<Days, String> {
    let end = |part: &str| match part {
        "" | ".." => Ok(None),
        part => day(part, timezone).map(Some),
    };
    let days = match text.split('/').collect::<Vec<_>>().as_slice() {
        [instant] => {
            let day = day(instant, timezone)?;
            (Some(day), Some(day))
        }
        [first, last] => (end(first)?, end(last)?),
        _ => return Err("has more than one slash".to_owned()),
    };
    match days {
        (None, None) => Err("is open at both ends; leave it out instead".to_owned()),
        (Some(first), Some(last)) if first > last => {
            Err(format!("ends ({last}) before it begins ({first})"))
        }
        days => Ok(days),
    }
}

fn day(text: &str, timezone: Tz) -> Result<NaiveDate, String> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(moment.with_timezone(&timezone).date_naive());
    }
    // chrono reads "2020-1-2" too, RFC 3339 does not.
    let full_date = (text.len() == 10).then(|| text.parse::<NaiveDate>().ok()).flatten();
    full_date.ok_or_else(|| {
        let shown: String = text.chars().take(40).collect();
        format!("'{shown}' is neither an RFC 3339 date-time (2026-01-31T00:00:00Z) nor a full date")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Days, String> {
        parse(text, chrono_tz::Europe::Berlin)
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_instant_is_the_day_it_falls_on_in_the_region() {
        assert_eq!(
            read("2026-01-31T23:30:00Z"),
            Ok((Some(date("2026-02-01")), Some(date("2026-02-01"))))
        );
        assert_eq!(read("2026-01-31"), Ok((Some(date("2026-01-31")), Some(date("2026-01-31")))));
    }

    #[test]
    fn intervals_may_be_open_at_one_end() {
        assert_eq!(read("../2020-01-01"), Ok((None, Some(date("2020-01-01")))));
        assert_eq!(read("2020-01-01/"), Ok((Some(date("2020-01-01")), None)));
        assert_eq!(
            read("2020-01-01/2021-01-01"),
            Ok((Some(date("2020-01-01")), Some(date("2021-01-01"))))
        );
    }

    #[test]
    fn what_is_no_interval_is_refused() {
        for text in
            ["", "/", "../..", "yesterday", "2021-01-01/2020-01-01", "2020-1-1", "a/b/c", "2020"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
