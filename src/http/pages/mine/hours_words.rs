//! Hours said back in a sentence, so that whoever typed them sees how they were understood.

use chrono::Weekday;

use crate::domain::OpenSpan;
use crate::domain::hours::{Extra, HolidayRule, HoursPlan, Rhythm, TimeSpan, WeekPlan};
use crate::texts::Texts;

/// The days of the week in order.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Sentences that say what a plan means; empty where nothing is said or only the syntax can say it.
pub(crate) fn sentences(texts: &Texts, plan: &HoursPlan) -> Vec<String> {
    match plan {
        HoursPlan::Unknown | HoursPlan::Syntax(_) => Vec::new(),
        HoursPlan::Always => vec![texts.t("said-hours-always").to_owned()],
        HoursPlan::Week(week) => of_week(texts, week),
    }
}

fn of_week(texts: &Texts, week: &WeekPlan) -> Vec<String> {
    let mut said = Vec::new();
    for (at, spans) in week.days.iter().enumerate().filter(|(_, spans)| !spans.is_empty()) {
        if week.days.iter().position(|other| other == spans) == Some(at) {
            let same: Vec<usize> =
                (0..7).filter(|day| week.days.get(*day) == Some(spans)).collect();
            let (days, times) = (days(texts, &same), times(texts, spans));
            said.push(
                texts.with(
                    "said-hours-days",
                    &[("days", (&days).into()), ("times", (&times).into())],
                ),
            );
        }
    }
    said.extend(week.extras.iter().map(|extra| of_extra(texts, extra)));
    match &week.holidays {
        HolidayRule::AsUsual => {}
        HolidayRule::Open(spans) if !spans.is_empty() => {
            let times = times(texts, spans);
            said.push(texts.with("said-hours-holidays-open", &[("times", (&times).into())]));
        }
        HolidayRule::Open(_) | HolidayRule::Closed => {
            said.push(texts.t("said-hours-holidays-closed").to_owned());
        }
    }
    if week.closed_in_school_holidays {
        said.push(texts.t("said-hours-school-closed").to_owned());
    }
    said
}

fn of_extra(texts: &Texts, extra: &Extra) -> String {
    let key = match extra.rhythm {
        Rhythm::Nth(1) => "said-hours-first",
        Rhythm::Nth(2) => "said-hours-second",
        Rhythm::Nth(3) => "said-hours-third",
        Rhythm::Nth(4) => "said-hours-fourth",
        Rhythm::Nth(5) => "said-hours-fifth",
        Rhythm::Nth(_) => "said-hours-last",
        Rhythm::EvenWeeks => "said-hours-even-weeks",
        Rhythm::OddWeeks => "said-hours-odd-weeks",
    };
    let times = times(texts, &extra.spans);
    texts.with(key, &[("day", texts.weekday(extra.weekday).into()), ("times", (&times).into())])
}

/// "Montag bis Freitag", "Montag und Mittwoch".
fn days(texts: &Texts, days: &[usize]) -> String {
    let name = |day: usize| WEEK.get(day).map_or("", |day| texts.weekday(*day));
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(first) = days.get(at).copied() {
        let run =
            days.iter().skip(at).zip(first..).take_while(|(day, want)| **day == *want).count();
        if run > 2 {
            let (from, to) = (name(first), name(first + run - 1));
            parts.push(texts.with("said-hours-range", &[("from", from.into()), ("to", to.into())]));
        } else {
            parts.extend((first..first + run).map(|day| name(day).to_owned()));
        }
        at += run.max(1);
    }
    texts.list(&parts)
}

fn times(texts: &Texts, spans: &[TimeSpan]) -> String {
    let open = |span: &TimeSpan| OpenSpan {
        from_min: span.from_min,
        to_min: span.to_min,
        remark: String::new(),
    };
    texts.spans(&spans.iter().map(open).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(osm: &str) -> String {
        sentences(Texts::german(), &HoursPlan::read(Some(osm))).join(" ")
    }

    #[test]
    fn a_week_is_said_back_in_plain_german() {
        assert_eq!(
            said("Mo-Fr 08:00-12:00,14:00-16:30; Sa 09:00-12:00; PH off; SH off"),
            "Montag bis Freitag 8–12 und 14–16:30 Uhr. Samstag 9–12 Uhr. \
             An Feiertagen geschlossen. In den Schulferien geschlossen."
        );
        assert_eq!(said("Mo,We 20:00-02:00"), "Montag und Mittwoch 20–2 Uhr.");
        assert_eq!(said("24/7"), "Rund um die Uhr geöffnet.");
    }

    #[test]
    fn rhythms_are_said_with_their_day() {
        assert_eq!(
            said("Tu[1] 14:00-16:00, We[-1] 09:00-11:00, week 02-52/2 Th 10:00-12:00"),
            "Am 1. Dienstag im Monat 14–16 Uhr. Am letzten Mittwoch im Monat 9–11 Uhr. \
             Alle zwei Wochen am Donnerstag (gerade Kalenderwochen) 10–12 Uhr."
        );
    }

    #[test]
    fn what_only_the_syntax_can_say_has_no_sentence() {
        assert_eq!(said("sunrise-sunset"), "");
    }
}
