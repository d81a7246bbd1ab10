//! Whether two expressions mean the same hours.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use opening_hours::{Context, ContextHolidays, OpeningHours};
use opening_hours_syntax::RuleKind;

/// Days that are compared: two years and a bit, so that every weekday, every position in a month, even and odd
/// weeks, a 53rd week and a leap day are among them.
const DAYS: u64 = 800;

/// Whether both expressions are open on the same minutes of every compared day, holidays and school holidays
/// among them; `false` if either does not parse.
///
/// # Examples
/// ```
/// use sozialatlas::domain::hours::same_hours;
/// assert!(same_hours("Mo,Tu 08:00-12:00", "Mo 08:00-12:00; Tu 08:00-12:00"));
/// assert!(!same_hours("Mo-Fr 08:00-12:00", "Mo-Fr 08:00-12:00; PH off"));
/// ```
#[must_use]
pub fn same_hours(one: &str, other: &str) -> bool {
    // The first day of 2032, with its 366 days; 2032 has 53 weeks.
    let Some(first) = NaiveDate::from_ymd_opt(2032, 1, 1) else { return false };
    let days: Vec<NaiveDate> = (0..DAYS).map(|n| first + Days::new(n)).collect();
    // Holidays on every weekday and school holidays of whole weeks, apart from and together with them.
    let public: BTreeSet<NaiveDate> = days.iter().copied().step_by(17).collect();
    let school: BTreeSet<NaiveDate> = days
        .chunks(20)
        .filter(|chunk| chunk.len() == 20)
        .flat_map(|c| c.iter().take(9))
        .copied()
        .collect();
    let compact = |days: &BTreeSet<NaiveDate>| Arc::new(days.iter().copied().collect());
    let context =
        Context::default().with_holidays(ContextHolidays::new(compact(&public), compact(&school)));
    let read = |text: &str| {
        text.parse::<OpeningHours>().ok().map(|hours| hours.with_context(context.clone()))
    };
    let (Some(one), Some(other)) = (read(one), read(other)) else { return false };
    days.iter().all(|day| stretches(&one, *day) == stretches(&other, *day))
}

/// What a day says, adjoining stretches of the same kind as one.
fn stretches(hours: &OpeningHours, day: NaiveDate) -> Vec<(u16, u16, RuleKind, String)> {
    let mut found: Vec<(u16, u16, RuleKind, String)> = Vec::new();
    for range in hours.schedule_at(day).into_iter().filter(|r| r.kind != RuleKind::Closed) {
        let (from, to) =
            (range.range.start.mins_from_midnight(), range.range.end.mins_from_midnight());
        let remark = range.comment.to_string();
        match found.last_mut() {
            Some(last) if last.1 == from && last.2 == range.kind && last.3 == remark => last.1 = to,
            _ => found.push((from, to, range.kind, remark)),
        }
    }
    found
}
