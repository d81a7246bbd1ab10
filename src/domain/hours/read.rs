//! From an `opening_hours` expression to a plan.

use chrono::Weekday;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange, WeekRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};
use opening_hours_syntax::{RuleKind, parse};

use super::write::WEEK;
use super::{
    Extra, HolidayRule, HoursPlan, LONGEST_EXPRESSION, MOST_EXTRAS, MOST_SPANS, Rhythm, TimeSpan,
    WeekPlan, same_hours,
};
use crate::domain::FieldError;

impl HoursPlan {
    /// Reads an expression. A week only if it means exactly the same; anything else stays as syntax.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::hours::HoursPlan;
    /// assert!(matches!(HoursPlan::read(Some("Mo-Fr 08:00-12:00; PH off")), HoursPlan::Week(_)));
    /// assert!(matches!(HoursPlan::read(Some("sunrise-sunset")), HoursPlan::Syntax(_)));
    /// ```
    #[must_use]
    pub fn read(osm: Option<&str>) -> Self {
        let Some(osm) = osm.map(str::trim).filter(|osm| !osm.is_empty()) else {
            return Self::Unknown;
        };
        if osm == "24/7" {
            return Self::Always;
        }
        let week = (osm.len() <= LONGEST_EXPRESSION).then(|| week_of(osm)).flatten();
        let week = week
            .map(Self::Week)
            .filter(|plan| plan.to_osm().is_some_and(|written| same_hours(osm, &written)));
        week.unwrap_or_else(|| Self::Syntax(osm.to_owned()))
    }

    /// Checks what a person has put in by hand.
    ///
    /// # Errors
    /// When it is longer than [`LONGEST_EXPRESSION`] or does not parse.
    pub fn check_syntax(text: &str) -> Result<(), FieldError> {
        if text.len() > LONGEST_EXPRESSION {
            let detail = format!("an expression has at most {LONGEST_EXPRESSION} bytes");
            return Err(FieldError::new("/osm", "hours_too_long", detail));
        }
        parse(text).map(|_| ()).map_err(|error| {
            FieldError::new("/osm", "not_opening_hours", format!("{text}: {error}"))
        })
    }
}

/// The week an expression seems to describe; whether it does is for the caller to compare.
fn week_of(osm: &str) -> Option<WeekPlan> {
    let mut week = WeekPlan::default();
    for rule in parse(osm).ok()?.rules {
        if !rule.comment.is_empty() || rule.operator == RuleOperator::Fallback {
            return None;
        }
        take_rule(&mut week, &rule)?;
    }
    let fits = week.days.iter().all(|spans| spans.len() <= MOST_SPANS && are_apart(spans))
        && week.extras.len() <= MOST_EXTRAS
        && week.extras.iter().all(|extra| extra.spans.len() <= MOST_SPANS);
    fits.then_some(week)
}

fn take_rule(week: &mut WeekPlan, rule: &RuleSequence) -> Option<()> {
    let days = &rule.day_selector;
    if !days.year.is_empty() || !days.monthday.is_empty() {
        return None;
    }
    let spans = match rule.kind {
        RuleKind::Open => spans(&rule.time_selector)?,
        RuleKind::Closed if rule.time_selector == TimeSelector::default() => Vec::new(),
        RuleKind::Closed | RuleKind::Unknown => return None,
    };
    if let Some(rhythm) = week_rhythm(days) {
        let rhythm = rhythm?;
        for range in &days.weekday {
            for day in plain_days(range)? {
                add_extra(week, day, rhythm, &spans)?;
            }
        }
        return (!days.weekday.is_empty()).then_some(());
    }
    if days.weekday.is_empty() {
        for day in WEEK {
            put(week, day, &spans, rule.operator);
        }
    }
    for range in &days.weekday {
        match range {
            WeekDayRange::Holiday { kind, offset: 0 } => take_holiday(week, *kind, &spans)?,
            WeekDayRange::Holiday { .. } => return None,
            WeekDayRange::Fixed { .. } => {
                if let Some(every) = plain_days(range) {
                    for day in every {
                        put(week, day, &spans, rule.operator);
                    }
                } else {
                    take_positions(week, range, &spans)?;
                }
            }
        }
    }
    Some(())
}

/// Even or odd weeks; `Some(None)` for any other choice of weeks, `None` without one.
#[allow(clippy::option_option, reason = "no choice of weeks and one we cannot tell are two things")]
fn week_rhythm(days: &DaySelector) -> Option<Option<Rhythm>> {
    let range: &WeekRange = days.week.first()?;
    let (weeks, step) = range.clone().into_parts();
    Some(match (weeks.start().0, weeks.end().0, step, days.week.len()) {
        (2, 52 | 53, 2, 1) => Some(Rhythm::EvenWeeks),
        (1, 53, 2, 1) => Some(Rhythm::OddWeeks),
        _ => None,
    })
}

/// The weekdays of a range that means every week.
fn plain_days(range: &WeekDayRange) -> Option<Vec<Weekday>> {
    match range {
        WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end }
            if !nth_from_start.contains(&false) && !nth_from_end.contains(&false) =>
        {
            let mut days = vec![*range.start()];
            while let Some(last) = days.last().copied().filter(|last| last != range.end()) {
                days.push(last.succ());
            }
            Some(days)
        }
        _ => None,
    }
}

/// `Tu[1]`, `Sa[2,4]`, `We[-1]`.
fn take_positions(week: &mut WeekPlan, range: &WeekDayRange, spans: &[TimeSpan]) -> Option<()> {
    let WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end } = range else {
        return None;
    };
    let (last, before) = nth_from_end.split_first()?;
    if range.start() != range.end() || before.contains(&true) {
        return None;
    }
    for (nth, chosen) in (1_i8..).zip(nth_from_start) {
        if *chosen {
            add_extra(week, *range.start(), Rhythm::Nth(nth), spans)?;
        }
    }
    if *last {
        add_extra(week, *range.start(), Rhythm::Nth(-1), spans)?;
    }
    Some(())
}

fn add_extra(
    week: &mut WeekPlan,
    weekday: Weekday,
    rhythm: Rhythm,
    spans: &[TimeSpan],
) -> Option<()> {
    // "Not on the first Monday" is no extra.
    if spans.is_empty() {
        return None;
    }
    week.extras.push(Extra { weekday, rhythm, spans: spans.to_vec() });
    Some(())
}

fn put(week: &mut WeekPlan, day: Weekday, spans: &[TimeSpan], operator: RuleOperator) {
    let at = day.num_days_from_monday() as usize;
    let Some(held) = week.days.get_mut(at) else { return };
    if operator == RuleOperator::Normal {
        held.clear();
    }
    held.extend_from_slice(spans);
    held.sort_unstable();
    held.dedup();
}

fn take_holiday(week: &mut WeekPlan, kind: HolidayKind, spans: &[TimeSpan]) -> Option<()> {
    match kind {
        HolidayKind::Public if spans.is_empty() => week.holidays = HolidayRule::Closed,
        HolidayKind::Public => week.holidays = HolidayRule::Open(spans.to_vec()),
        HolidayKind::School if spans.is_empty() => week.closed_in_school_holidays = true,
        HolidayKind::School => return None,
    }
    Some(())
}

/// Plain times of the clock; `None` for the sun's, open ends and repetitions.
fn spans(selector: &TimeSelector) -> Option<Vec<TimeSpan>> {
    let mut spans = Vec::new();
    for span in &selector.spans {
        let (Time::Fixed(from), Time::Fixed(to)) = (span.range.start, span.range.end) else {
            return None;
        };
        if span.open_end || span.repeats.is_some() {
            return None;
        }
        let (from_min, mut to_min) = (from.mins_from_midnight(), to.mins_from_midnight());
        if to_min <= from_min {
            to_min += 1440;
        }
        // A day or more, unless from midnight, or a beginning on the next day, is nothing a table shows.
        let long = to_min - from_min >= 1440 && (from_min, to_min) != (0, 1440);
        if from_min >= 1440 || long {
            return None;
        }
        spans.push(TimeSpan { from_min, to_min });
    }
    spans.sort_unstable();
    spans.dedup();
    are_apart(&spans).then_some(spans)
}

/// Whether no two stretches (sorted) overlap: those would be refused when they are typed.
fn are_apart(spans: &[TimeSpan]) -> bool {
    spans.iter().zip(spans.iter().skip(1)).all(|(one, next)| one.to_min <= next.from_min)
}
