//! When something is open, as events that repeat.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, IsoWeek, NaiveDate, Weekday};

use crate::domain::hours::{Extra, HoursPlan, Rhythm, WeekPlan};
use crate::domain::{Calendar, OpenSpan, Schedule, YesNo};

/// How far ahead a calendar goes, in days. Hours change; who keeps the file longer must fetch it anew.
const DAYS: u64 = 365;

/// How an event repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repeat {
    /// Not at all.
    Once,
    /// On these days, every week (1) or every other (2).
    Weekly(Vec<Weekday>, u16),
    /// On the first to fifth (1 to 5) or last (-1) such day of a month.
    Monthly(i8, Weekday),
}

/// An open stretch that repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The first day.
    pub first: NaiveDate,
    /// The last day on which it takes place.
    pub last: NaiveDate,
    /// Minute of the day at which it begins.
    pub from_min: u16,
    /// Minute at which it ends; from 1440 on, on the next day.
    pub to_min: u16,
    /// How it repeats.
    pub repeat: Repeat,
    /// Days on which it does not take place, though it would by the rule.
    pub except: Vec<NaiveDate>,
}

/// Why no hours can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UntoldHours {
    /// By appointment only.
    Appointment,
    /// Nothing that a machine could read.
    Unknown,
    /// Day and night: nothing to note down.
    Always,
    /// Not a week with simple exceptions.
    Irregular,
    /// Never open within the days looked at.
    Never,
}

/// When a schedule is open from a day on, for a year, as events that repeat.
///
/// The events take place on exactly the days and minutes that [`Schedule::hours_on`] tells, but for public holidays that
/// the schedule does not speak of: on those nothing is promised. Where school holidays matter, the events end with the
/// days of which it is known whether schools have holidays.
///
/// # Errors
/// When hours cannot be told with certainty: why.
pub fn occurrences(
    schedule: &Schedule,
    calendar: &Calendar,
    from: NaiveDate,
) -> Result<Vec<Occurrence>, UntoldHours> {
    let week = told_week(schedule)?;
    let truth = Truth::new(schedule, calendar, from);
    let mut events: Vec<Occurrence> = rules(&week, &truth)
        .into_iter()
        .filter_map(|(span, repeat)| truth.event(span, repeat))
        .collect();
    let told: BTreeSet<_> = events.iter().flat_map(Occurrence::takes_place).collect();
    // What no rule tells: other hours on a holiday, stretches that run into each other.
    events.extend(truth.stretches().filter(|stretch| !told.contains(stretch)).map(
        |(day, from_min, to_min)| Occurrence {
            first: day,
            last: day,
            from_min,
            to_min,
            repeat: Repeat::Once,
            except: Vec::new(),
        },
    ));
    if events.is_empty() { Err(UntoldHours::Never) } else { Ok(events) }
}

/// The week that a schedule tells; cheaper than its [`occurrences`] where only the question is whether there are any.
///
/// # Errors
/// When hours cannot be told with certainty: why.
pub fn told_week(schedule: &Schedule) -> Result<WeekPlan, UntoldHours> {
    match HoursPlan::read(schedule.osm.as_deref()) {
        HoursPlan::Week(week) => Ok(week),
        HoursPlan::Always => Err(UntoldHours::Always),
        HoursPlan::Syntax(_) => Err(UntoldHours::Irregular),
        HoursPlan::Unknown if schedule.appointment == YesNo::Yes => Err(UntoldHours::Appointment),
        HoursPlan::Unknown => Err(UntoldHours::Unknown),
    }
}

impl Occurrence {
    /// Each day with its minutes.
    pub fn takes_place(&self) -> impl Iterator<Item = (NaiveDate, u16, u16)> + '_ {
        let days = self.first.iter_days().take_while(|day| *day <= self.last);
        days.filter(|day| self.repeat.names(*day, self.first) && !self.except.contains(day))
            .map(|day| (day, self.from_min, self.to_min))
    }
}

impl Repeat {
    /// Whether the rule names a day, for an event whose first day is `first`.
    fn names(&self, day: NaiveDate, first: NaiveDate) -> bool {
        match self {
            Self::Once => day == first,
            Self::Weekly(days, interval) => {
                let weeks = monday(day).signed_duration_since(monday(first)).num_weeks();
                days.contains(&day.weekday()) && weeks % i64::from(*interval) == 0
            }
            Self::Monthly(nth, weekday) => day.weekday() == *weekday && is_nth(day, *nth),
        }
    }
}

/// The days looked at, with what is really open on them.
struct Truth {
    days: Vec<(NaiveDate, Vec<OpenSpan>)>,
}

impl Truth {
    fn new(schedule: &Schedule, calendar: &Calendar, from: NaiveDate) -> Self {
        let school = schedule.names_school_holidays();
        let silent = schedule.is_silent_on_holidays();
        let days = (0..DAYS)
            .filter_map(|ahead| from.checked_add_days(Days::new(ahead)))
            .take_while(|day| !school || calendar.knows_school_holidays(*day))
            .map(|day| {
                let doubted = silent && calendar.public_holiday(day).is_some();
                let spans = schedule.hours_on(day, calendar).filter(|_| !doubted);
                (day, spans.unwrap_or_default())
            });
        Self { days: days.collect() }
    }

    fn is_open(&self, day: NaiveDate, (from, to): (u16, u16)) -> bool {
        let first = self.days.first().map_or(day, |(first, _)| *first);
        let at = usize::try_from(day.signed_duration_since(first).num_days());
        let spans = at.ok().and_then(|at| self.days.get(at));
        spans.is_some_and(|(_, spans)| {
            spans.iter().any(|span| (span.from_min, span.to_min) == (from, to))
        })
    }

    /// Every open stretch.
    fn stretches(&self) -> impl Iterator<Item = (NaiveDate, u16, u16)> + '_ {
        let of = |(day, spans): &(NaiveDate, Vec<OpenSpan>)| {
            let day = *day;
            let times: Vec<_> = spans.iter().map(|s| (day, s.from_min, s.to_min)).collect();
            times
        };
        self.days.iter().flat_map(of)
    }

    /// The event of a rule: from its first day to its last, without those on which it is not open.
    fn event(&self, span: (u16, u16), rule: Rule) -> Option<Occurrence> {
        let named = |day: &NaiveDate| match &rule {
            Rule::Weekly(days) => days.contains(&day.weekday()),
            Rule::Parity(weekday, week) => {
                let same_year = day.iso_week().year() == week.year();
                day.weekday() == *weekday && same_year && same_parity(day.iso_week(), *week)
            }
            Rule::Monthly(nth, weekday) => day.weekday() == *weekday && is_nth(*day, *nth),
        };
        let days: Vec<NaiveDate> = self.days.iter().map(|(day, _)| *day).filter(named).collect();
        let first = *days.iter().find(|day| self.is_open(**day, span))?;
        let last = *days.iter().rfind(|day| self.is_open(**day, span))?;
        let between = days.iter().filter(|day| (first..=last).contains(*day));
        let except = between.filter(|day| !self.is_open(**day, span)).copied().collect();
        let repeat = match rule {
            Rule::Weekly(days) => Repeat::Weekly(days, 1),
            Rule::Parity(weekday, _) => Repeat::Weekly(vec![weekday], 2),
            Rule::Monthly(nth, weekday) => Repeat::Monthly(nth, weekday),
        };
        let (from_min, to_min) = span;
        Some(Occurrence { first, last, from_min, to_min, repeat, except })
    }
}

/// What names days.
enum Rule {
    Weekly(Vec<Weekday>),
    /// In weeks of the year that are even or odd as this one is: a year of 53 weeks ends the rhythm.
    Parity(Weekday, IsoWeek),
    Monthly(i8, Weekday),
}

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The stretches of a week, days with the same one together, and what comes less often.
fn rules(week: &WeekPlan, truth: &Truth) -> Vec<((u16, u16), Rule)> {
    let mut weekly: Vec<((u16, u16), Vec<Weekday>)> = Vec::new();
    for (weekday, spans) in WEEK.into_iter().zip(&week.days) {
        for span in spans {
            let span = (span.from_min, span.to_min);
            match weekly.iter_mut().find(|(known, _)| *known == span) {
                Some((_, days)) => days.push(weekday),
                None => weekly.push((span, vec![weekday])),
            }
        }
    }
    let weekly = weekly.into_iter().map(|(span, days)| (span, Rule::Weekly(days)));
    weekly.chain(week.extras.iter().flat_map(|extra| extra_rules(extra, truth))).collect()
}

fn extra_rules(extra: &Extra, truth: &Truth) -> Vec<((u16, u16), Rule)> {
    let spans = extra.spans.iter().map(|span| (span.from_min, span.to_min));
    let weekday = extra.weekday;
    match extra.rhythm {
        Rhythm::Nth(nth) => spans.map(|span| (span, Rule::Monthly(nth, weekday))).collect(),
        Rhythm::EvenWeeks | Rhythm::OddWeeks => {
            let parity = u32::from(extra.rhythm == Rhythm::OddWeeks);
            let mut weeks: Vec<IsoWeek> = Vec::new();
            for (day, _) in &truth.days {
                let week = day.iso_week();
                if week.week() % 2 == parity && weeks.iter().all(|w| w.year() != week.year()) {
                    weeks.push(week);
                }
            }
            let of = |span| weeks.iter().map(move |week| (span, Rule::Parity(weekday, *week)));
            spans.flat_map(of).collect()
        }
    }
}

fn same_parity(a: IsoWeek, b: IsoWeek) -> bool {
    a.week() % 2 == b.week() % 2
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// Whether a day is the first to fifth of its weekday in the month, or the last (-1).
fn is_nth(day: NaiveDate, nth: i8) -> bool {
    if nth < 0 {
        return day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month());
    }
    day.day0() / 7 + 1 == u32::from(nth.unsigned_abs())
}
