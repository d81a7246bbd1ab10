//! From a plan to an `opening_hours` expression.

use chrono::Weekday;

use super::{Extra, HolidayRule, HoursPlan, Rhythm, TimeSpan, WeekPlan};

/// The days in the order of the table.
pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl HoursPlan {
    /// The expression; `None` where nothing is said.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::hours::{HoursPlan, TimeSpan, WeekPlan};
    /// let mut week = WeekPlan::default();
    /// week.days[0] = vec![TimeSpan { from_min: 540, to_min: 720 }];
    /// week.days[1] = week.days[0].clone();
    /// assert_eq!(HoursPlan::Week(week).to_osm().as_deref(), Some("Mo,Tu 09:00-12:00"));
    /// ```
    #[must_use]
    pub fn to_osm(&self) -> Option<String> {
        match self {
            Self::Unknown => None,
            Self::Always => Some("24/7".to_owned()),
            Self::Week(week) => written(week),
            Self::Syntax(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }
}

fn written(week: &WeekPlan) -> Option<String> {
    if week.is_empty() {
        return None;
    }
    let mut rules: Vec<(bool, String)> = Vec::new();
    // A later rule of the same kind would cut off what runs past midnight, an additional one does not.
    let late = week.days.iter().flatten().any(|span| span.to_min > 1440);
    for (at, spans) in week.days.iter().enumerate() {
        let is_first =
            !spans.is_empty() && week.days.iter().position(|other| other == spans) == Some(at);
        if is_first {
            let same: Vec<usize> =
                (0..7).filter(|day| week.days.get(*day) == Some(spans)).collect();
            rules.push((late, format!("{} {}", day_names(&same), times(spans))));
        }
    }
    rules.extend(extras(&week.extras).into_iter().map(|rule| (true, rule)));
    match &week.holidays {
        HolidayRule::AsUsual => {}
        HolidayRule::Open(spans) if !spans.is_empty() => {
            rules.push((false, format!("PH {}", times(spans))));
        }
        HolidayRule::Closed | HolidayRule::Open(_) => rules.push((false, "PH off".to_owned())),
    }
    if week.closed_in_school_holidays {
        rules.push((false, "SH off".to_owned()));
    }
    let mut text = String::new();
    for (additional, rule) in rules {
        if !text.is_empty() {
            text.push_str(if additional { ", " } else { "; " });
        }
        text.push_str(&rule);
    }
    Some(text)
}

/// Rules for the extras; positions in the month of the same day and times share one.
fn extras(extras: &[Extra]) -> Vec<String> {
    let mut rules: Vec<(Weekday, &[TimeSpan], Vec<i8>)> = Vec::new();
    let mut texts = Vec::new();
    for Extra { weekday, rhythm, spans } in extras {
        match rhythm {
            Rhythm::Nth(nth) => {
                let same = rules
                    .iter_mut()
                    .find(|(day, times, _)| day == weekday && *times == spans.as_slice());
                match same {
                    Some((_, _, positions)) => positions.push(*nth),
                    None => rules.push((*weekday, spans, vec![*nth])),
                }
            }
            Rhythm::EvenWeeks => {
                texts.push(format!("week 02-52/2 {} {}", day_name(*weekday), times(spans)));
            }
            Rhythm::OddWeeks => {
                texts.push(format!("week 01-53/2 {} {}", day_name(*weekday), times(spans)));
            }
        }
    }
    let monthly = rules.into_iter().map(|(weekday, spans, positions)| {
        let positions: Vec<String> = positions.iter().map(i8::to_string).collect();
        format!("{}[{}] {}", day_name(weekday), positions.join(","), times(spans))
    });
    monthly.chain(texts).collect()
}

/// `Mo-Fr`, `Mo,We`, `Mo-We,Sa`: three or more in a row become a range.
fn day_names(days: &[usize]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(first) = days.get(at).copied() {
        let run =
            days.iter().skip(at).zip(first..).take_while(|(day, want)| **day == *want).count();
        let name = |day: usize| WEEK.get(day).map_or("", |day| day_name(*day));
        if run > 2 {
            parts.push(format!("{}-{}", name(first), name(first + run - 1)));
        } else {
            parts.extend((first..first + run).map(|day| name(day).to_owned()));
        }
        at += run.max(1);
    }
    parts.join(",")
}

/// The syntax's name of a weekday.
pub(super) const fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Mo",
        Weekday::Tue => "Tu",
        Weekday::Wed => "We",
        Weekday::Thu => "Th",
        Weekday::Fri => "Fr",
        Weekday::Sat => "Sa",
        Weekday::Sun => "Su",
    }
}

fn times(spans: &[TimeSpan]) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let span = |span: &TimeSpan| {
        let to = if span.to_min > 1440 { span.to_min - 1440 } else { span.to_min };
        format!("{}-{}", clock(span.from_min), clock(to))
    };
    spans.iter().map(span).collect::<Vec<_>>().join(",")
}
