//! Numbers, dates, times and distances as people write them; the words come from the locale file.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Texts;
use crate::domain::{OpenSpan, PartialDate};

impl Texts {
    /// A whole number with its thousands apart ("12.300").
    pub(crate) fn number(&self, value: u64) -> String {
        let digits = value.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(self.t("number-group"));
            }
            out.push(digit);
        }
        out
    }

    /// An estimate, rounded to what it is worth ("rund 12.300"): to tens below 1,000, to hundreds above.
    pub(crate) fn estimate(&self, value: f64) -> String {
        let step = if value < 1000.0 { 10.0 } else { 100.0 };
        let rounded = (value.max(0.0) / step).round() * step;
        self.with("number-about", &[("number", (&self.number(rounded as u64)).into())])
    }

    /// A number with one decimal ("1,2").
    pub(crate) fn decimal(&self, value: f64) -> String {
        let tenths = (value.abs() * 10.0).round() as u64;
        format!("{}{}{}", self.number(tenths / 10), self.t("number-decimal"), tenths % 10)
    }

    /// A distance: "80 m", "350 m", "1,2 km", "14 km"; a whole number of kilometres has no decimal.
    pub(crate) fn distance(&self, metres: f64) -> String {
        let step = if metres < 100.0 { 10.0 } else { 50.0 };
        let near = (metres / step).round() * step;
        if near < 1000.0 {
            let number = self.number(near.max(10.0) as u64);
            return self.with("distance-m", &[("number", (&number).into())]);
        }
        let km = metres / 1000.0;
        let number = if km < 9.95 && metres % 1000.0 != 0.0 {
            self.decimal(km)
        } else {
            self.number(km.round() as u64)
        };
        self.with("distance-km", &[("number", (&number).into())])
    }

    /// A distance from or to a place that is only roughly known ("etwa 3 km").
    pub(crate) fn rough_distance(&self, metres: f64) -> String {
        let km = metres / 1000.0;
        if km < 0.95 {
            return self.t("distance-under-1-km").to_owned();
        }
        let number = self.number(km.round() as u64);
        self.with("distance-about-km", &[("number", (&number).into())])
    }

    /// A day in full: "3. März 2026".
    pub(crate) fn date(&self, day: NaiveDate) -> String {
        let (number, year) = (day.day().to_string(), day.year().to_string());
        let args = [
            ("day", (&number).into()),
            ("month", self.month(day.month()).into()),
            ("year", (&year).into()),
        ];
        self.with("date-day", &args)
    }

    /// A date as precisely as it is known: "2017", "Juni 2020", "30. September 2025".
    pub(crate) fn partial_date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        match (date.month(), date.day()) {
            (Some(_), Some(_)) => self.date(date.first_day()),
            (Some(month), None) => self.with(
                "date-month",
                &[("month", self.month(month).into()), ("year", (&year).into())],
            ),
            (None, _) => year,
        }
    }

    fn month(&self, month: u32) -> &str {
        self.t(match month {
            1 => "month-1",
            2 => "month-2",
            3 => "month-3",
            4 => "month-4",
            5 => "month-5",
            6 => "month-6",
            7 => "month-7",
            8 => "month-8",
            9 => "month-9",
            10 => "month-10",
            11 => "month-11",
            _ => "month-12",
        })
    }

    /// The name of a day of the week.
    pub(crate) fn weekday(&self, day: Weekday) -> &str {
        self.t(match day {
            Weekday::Mon => "weekday-mon",
            Weekday::Tue => "weekday-tue",
            Weekday::Wed => "weekday-wed",
            Weekday::Thu => "weekday-thu",
            Weekday::Fri => "weekday-fri",
            Weekday::Sat => "weekday-sat",
            Weekday::Sun => "weekday-sun",
        })
    }

    /// A time of day without the word for "o'clock": "10", "8:30"; "10:00" where nothing tells that it is a time.
    pub(crate) fn clock(&self, minutes: u16) -> String {
        // An end beyond midnight is told as the time of the next day; midnight itself as 24.
        let minutes = if minutes > 1440 { minutes - 1440 } else { minutes };
        let (hour, minute) = (minutes / 60, minutes % 60);
        let bare = minute == 0 && self.language().is_german();
        if bare { hour.to_string() } else { format!("{hour}:{minute:02}") }
    }

    /// The moment something opens or closes: "12 Uhr".
    pub(crate) fn time(&self, minutes: u16) -> String {
        self.with("time-point", &[("time", (&self.clock(minutes)).into())])
    }

    /// The open stretches of a day: "10–12 und 14–16:30 Uhr", "rund um die Uhr".
    pub(crate) fn spans(&self, spans: &[OpenSpan]) -> String {
        if spans.iter().any(|s| s.from_min == 0 && s.to_min >= 1440) {
            return self.t("time-all-day").to_owned();
        }
        let parts: Vec<String> = spans
            .iter()
            .map(|s| format!("{}–{}", self.clock(s.from_min), self.clock(s.to_min)))
            .collect();
        self.with("time-point", &[("time", (&self.list(&parts)).into())])
    }

    /// An enumeration: "a", "a und b", "a, b und c".
    pub(crate) fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(self.t("list-separator"));
                self.with("list-and", &[("first", (&first).into()), ("last", last.into())])
            }
        }
    }
}
