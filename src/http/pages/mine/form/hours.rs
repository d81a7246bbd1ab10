//! The hours of a site as fields: a table of the week, rhythms, holidays.

use chrono::Weekday;

use super::site::site_field;
use super::text::Reader;
use super::{Fields, FormWords};
use crate::domain::hours::{
    Extra, HolidayRule, HoursPlan, MOST_EXTRAS, Rhythm, TimeSpan, WeekPlan, read_times,
};
use crate::domain::{Schedule, YesNo};

/// The days of the table with the ends of their fields' names.
pub(crate) const DAYS: [(&str, Weekday); 7] = [
    ("mo", Weekday::Mon),
    ("tu", Weekday::Tue),
    ("we", Weekday::Wed),
    ("th", Weekday::Thu),
    ("fr", Weekday::Fri),
    ("sa", Weekday::Sat),
    ("su", Weekday::Sun),
];

/// What kind of hours a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HoursMode {
    Unknown,
    Week,
    Always,
    Syntax,
}

impl HoursMode {
    pub(crate) const ALL: [Self; 4] = [Self::Unknown, Self::Week, Self::Always, Self::Syntax];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Week => "week",
            Self::Always => "always",
            Self::Syntax => "syntax",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == text)
    }
}

/// Writes the hours of site `at`.
pub(super) fn write(fields: &mut Fields, at: usize, schedule: &Schedule, words: &FormWords) {
    let name = |end: &str| site_field(at, end);
    let plan = HoursPlan::read(schedule.osm.as_deref());
    let mode = match &plan {
        HoursPlan::Unknown => HoursMode::Unknown,
        HoursPlan::Always => HoursMode::Always,
        HoursPlan::Week(_) => HoursMode::Week,
        HoursPlan::Syntax(_) => HoursMode::Syntax,
    };
    fields.push(name("hours"), mode.as_str());
    if let HoursPlan::Week(week) = &plan {
        for ((end, _), spans) in DAYS.iter().zip(&week.days) {
            fields.push(name(end), typed(spans, words));
        }
        for (j, extra) in week.extras.iter().enumerate() {
            let day =
                DAYS.iter().find(|(_, day)| *day == extra.weekday).map_or("", |(end, _)| *end);
            fields.push(name(&format!("extra-{j}-day")), day);
            fields.push(name(&format!("extra-{j}-rhythm")), extra.rhythm.as_str());
            fields.push(name(&format!("extra-{j}-times")), typed(&extra.spans, words));
        }
        let (holidays, times) = match &week.holidays {
            HolidayRule::AsUsual => ("usual", String::new()),
            HolidayRule::Closed => ("closed", String::new()),
            HolidayRule::Open(spans) => ("open", typed(spans, words)),
        };
        fields.push(name("holidays"), holidays);
        fields.push(name("holidays-times"), times);
        if week.closed_in_school_holidays {
            fields.push(name("school"), "closed");
        }
    }
    if let HoursPlan::Syntax(osm) = &plan {
        fields.push(name("osm"), osm);
    }
    fields.push(name("appointment"), schedule.appointment.as_str());
    fields.push(name("hours-text"), schedule.text.clone().unwrap_or_default());
}

/// Times as people type them.
fn typed(spans: &[TimeSpan], words: &FormWords) -> String {
    let clock = |minute: u16| match (minute / 60, minute % 60) {
        (hour, 0) => hour.to_string(),
        (hour, rest) => format!("{hour}:{rest:02}"),
    };
    let one = |span: &TimeSpan| {
        let to = if span.to_min > 1440 { span.to_min - 1440 } else { span.to_min };
        format!("{}{}{}", clock(span.from_min), words.dash, clock(to))
    };
    spans.iter().map(one).collect::<Vec<_>>().join(words.comma)
}

/// Reads the hours of site `at`; `before` is kept where the table still says the same.
pub(super) fn read(
    reader: &mut Reader<'_>,
    at: usize,
    before: Option<&str>,
    words: &FormWords,
) -> Schedule {
    let name = |end: &str| site_field(at, end);
    let mode = reader.choice(&name("hours"), HoursMode::Unknown, HoursMode::parse);
    let osm = match mode {
        HoursMode::Unknown => None,
        HoursMode::Always => HoursPlan::Always.to_osm(),
        HoursMode::Week => read_week(reader, at, words),
        HoursMode::Syntax => read_syntax(reader, &name("osm")),
    };
    // The same hours in the words they were written in: an entry nobody changed stays the same document.
    let kept = before
        .zip(osm.as_deref())
        .filter(|(before, osm)| HoursPlan::read(Some(before)) == HoursPlan::read(Some(osm)));
    let osm = kept.map(|(before, _)| before.to_owned()).or(osm);
    Schedule {
        osm,
        text: reader.optional(&name("hours-text")),
        appointment: reader.choice(&name("appointment"), YesNo::Unknown, |word| word.parse().ok()),
    }
}

fn read_week(reader: &mut Reader<'_>, at: usize, words: &FormWords) -> Option<String> {
    let name = |end: &str| site_field(at, end);
    let mut week = WeekPlan::default();
    let mut faulty = false;
    for ((end, _), spans) in DAYS.iter().zip(week.days.iter_mut()) {
        *spans = times(reader, &name(end), words, &mut faulty);
    }
    for j in 0..MOST_EXTRAS {
        week.extras.extend(read_extra(reader, at, j, words, &mut faulty));
    }
    let times_field = name("holidays-times");
    let holiday_times = times(reader, &times_field, words, &mut faulty);
    let rule = reader.choice(&name("holidays"), "usual", |word| {
        ["usual", "closed", "open"].into_iter().find(|known| *known == word)
    });
    week.holidays = match rule {
        "closed" => HolidayRule::Closed,
        "open" => {
            if holiday_times.is_empty() {
                reader.fault(&times_field, "required", "");
                faulty = true;
            }
            HolidayRule::Open(holiday_times)
        }
        _ => HolidayRule::AsUsual,
    };
    week.closed_in_school_holidays = reader.fields.has(&name("school"), "closed");
    if faulty {
        return None;
    }
    let osm = HoursPlan::Week(week).to_osm();
    match &osm {
        None => reader.fault(&name("mo"), "hours_missing", ""),
        Some(text) if HoursPlan::check_syntax(text).is_err() => {
            reader.fault(&name("mo"), "hours_too_long", "");
            return None;
        }
        Some(_) => {}
    }
    osm
}

fn read_extra(
    reader: &mut Reader<'_>,
    at: usize,
    j: usize,
    words: &FormWords,
    faulty: &mut bool,
) -> Option<Extra> {
    let field = |end: &str| site_field(at, &format!("extra-{j}-{end}"));
    let spans = times(reader, &field("times"), words, faulty);
    let day = reader.choice(&field("day"), None, |word| {
        Some(DAYS.iter().find(|(end, _)| *end == word).map(|(_, day)| *day))
    });
    let rhythm = reader.choice(&field("rhythm"), Rhythm::Nth(1), Rhythm::parse);
    match (day, spans.is_empty()) {
        (Some(weekday), false) => Some(Extra { weekday, rhythm, spans }),
        (None, true) => None,
        (None, false) => {
            reader.fault(&field("day"), "required", "");
            *faulty = true;
            None
        }
        (Some(_), true) => {
            reader.fault(&field("times"), "required", "");
            *faulty = true;
            None
        }
    }
}

fn times(
    reader: &mut Reader<'_>,
    field: &str,
    words: &FormWords,
    faulty: &mut bool,
) -> Vec<TimeSpan> {
    match read_times(reader.fields.get(field), &words.times) {
        Ok(spans) => spans,
        Err(fault) => {
            reader.fault(field, fault.kind.code(), &fault.part);
            *faulty = true;
            Vec::new()
        }
    }
}

fn read_syntax(reader: &mut Reader<'_>, field: &str) -> Option<String> {
    let text = reader.fields.get(field).trim().to_owned();
    if text.is_empty() {
        reader.fault(field, "required", "");
        return None;
    }
    match HoursPlan::check_syntax(&text) {
        Ok(()) => Some(text),
        Err(error) => {
            reader.fault(field, &error.code, "");
            None
        }
    }
}

/// The plan that the fields of site `at` describe, for the readable check beside them; `None` while something in
/// them is wrong.
pub(crate) fn check_of(fields: &Fields, at: usize, words: &FormWords) -> Option<HoursPlan> {
    let mut reader = Reader::new(fields);
    let schedule = read(&mut reader, at, None, words);
    reader.faults.is_empty().then(|| HoursPlan::read(schedule.osm.as_deref()))
}
