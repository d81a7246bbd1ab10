//! One site of the form as a page shows it.

use super::super::super::context::Context;
use super::super::super::forms::{Choice, Faults, Field, Group, Kind};
use super::super::super::hours::DayRow;
use super::super::form::{DAYS, Fields, FormWords, check_of, site_field};
use super::super::hours_words::sentences;
use super::super::place::FoundPlace;
use super::{choices, field};
use crate::domain::Schedule;
use crate::domain::hours::{HoursPlan, MOST_EXTRAS};

/// Rows for rhythms that are offered when none is filled in.
const FREE_EXTRAS: usize = 2;

/// A row for hours that do not come every week.
pub(crate) struct ExtraRow {
    pub(crate) day: Field,
    pub(crate) rhythm: Field,
    pub(crate) times: Field,
}

/// What the hours mean, for whoever typed them.
pub(crate) struct HoursCheck {
    /// In sentences; empty if only the syntax can say it.
    pub(crate) sentences: Vec<String>,
    /// The next seven days.
    pub(crate) week: Vec<DayRow>,
}

/// The fields of one site.
#[allow(clippy::struct_excessive_bools, reason = "a form has many parts that are there or not")]
pub(crate) struct SiteForm {
    fields: Fields,
    faults: Faults,
    /// 0 for the first.
    pub(crate) at: usize,
    /// 1 for the first, as it is written.
    pub(crate) number: String,
    /// Its name or place, for its heading.
    pub(crate) title: String,
    choices: Vec<(&'static str, Kind)>,
    pub(crate) school_closed: bool,
    pub(crate) extras: Vec<ExtraRow>,
    /// What the hours mean; `None` while they are wrong or nothing is said.
    pub(crate) check: Option<HoursCheck>,
    /// Places that were found for the text typed.
    pub(crate) found: Vec<FoundPlace>,
    /// Whether a place was looked up.
    pub(crate) looked_up: bool,
    /// Whether the page asks if the point is right all the same.
    pub(crate) doubted: bool,
    /// Whether the person has said so.
    pub(crate) sure: bool,
    /// Whether the page asks if a place that was protected shall be public.
    pub(crate) disclosing: bool,
    /// Whether the person has said so.
    pub(crate) disclosed: bool,
    /// Today, as people write it.
    today: String,
}

impl SiteForm {
    pub(super) fn new(
        context: &Context,
        fields: &Fields,
        faults: &Faults,
        at: usize,
        words: &FormWords,
    ) -> Self {
        let get = |end: &str| fields.get(&site_field(at, end)).to_owned();
        let sure = fields.sent(&site_field(at, "sure"));
        let disclosed = fields.sent(&site_field(at, "disclose"));
        let asked = faults.of(&site_field(at, "disclosure"));
        let title = [get("name"), get("street"), get("locality")];
        Self {
            at,
            number: context.texts.number(at as u64 + 1),
            title: title.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default(),
            choices: kinds(context, fields, at),
            school_closed: get("school") == "closed",
            extras: extras(context, fields, faults, at),
            check: check(context, fields, at, words),
            found: Vec::new(),
            looked_up: false,
            doubted: sure || !faults.of(&site_field(at, "lat")).is_empty(),
            sure,
            disclosing: disclosed || asked == context.texts.t("fault-discloses-place"),
            disclosed,
            today: context.moment.today().format("%d.%m.%Y").to_string(),
            fields: fields.clone(),
            faults: faults.clone(),
        }
    }

    /// A field of the site: a list or buttons where it is a choice, else a line.
    pub(crate) fn field(&self, end: &str) -> Field {
        let mut field = field(&self.fields, &self.faults, &site_field(self.at, end));
        // Whoever says whether there is room says it as of today, unless another day is typed.
        if end == "capacity-day" && field.value.is_empty() && field.fault.is_empty() {
            field.value.clone_from(&self.today);
        }
        if let Some((_, kind)) = self.choices.iter().find(|(known, _)| *known == end) {
            field.kind(kind.clone())
        } else {
            let rows = self.extras.iter().flat_map(|row| [&row.day, &row.rhythm]);
            rows.into_iter().find(|row| row.name == field.name).cloned().unwrap_or(field)
        }
    }

    /// A line of another kind: `email`, `tel`, `url`.
    pub(crate) fn typed(&self, end: &str, kind: &'static str) -> Field {
        self.field(end).kind(Kind::Line(kind))
    }

    /// Several lines.
    pub(crate) fn area(&self, end: &str, rows: u8) -> Field {
        self.field(end).kind(Kind::Area(rows))
    }

    /// The seven days of the table.
    pub(crate) fn days(&self) -> Vec<Field> {
        DAYS.iter().map(|(end, _)| self.field(end)).collect()
    }

    /// The name of a field of the site.
    pub(crate) fn name(&self, end: &str) -> String {
        site_field(self.at, end)
    }

    /// Whether one of these fields is filled in or faulty, so that its part of the form is shown open.
    pub(crate) fn any(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| {
            let name = site_field(self.at, end);
            !self.fields.get(&name).is_empty() || !self.faults.of(&name).is_empty()
        })
    }
}

/// The fields that are choices.
fn kinds(context: &Context, fields: &Fields, at: usize) -> Vec<(&'static str, Kind)> {
    let get = |end: &str| fields.get(&site_field(at, end));
    let list = |choices: Vec<Choice>| Kind::Select(Group::plain(choices));
    let name = |end: &str| site_field(at, end);
    let town = choices::municipalities(context, fields, &name("municipality"));
    let none = Choice::new("", context.texts.t("mine-not-said"), get("municipality").is_empty());
    let area = choices::municipalities(context, fields, &name("area-municipality"));
    vec![
        ("type", list(choices::site_types(context, get("type")))),
        ("disclosure", list(choices::disclosures(context, get("disclosure")))),
        ("municipality", list(std::iter::once(none).chain(town).collect())),
        ("precision", list(choices::precisions(context, get("precision")))),
        ("accessible", Kind::Radios(choices::accessible(context, get("accessible")))),
        ("capacity", Kind::Radios(choices::capacities(context, get("capacity")))),
        ("status", list(choices::statuses(context, get("status")))),
        ("area", Kind::Radios(choices::areas(context, get("area")))),
        ("area-municipality", Kind::Checks(area)),
        ("hours", Kind::Radios(choices::hours_modes(context, get("hours")))),
        ("appointment", Kind::Radios(choices::appointment(context, get("appointment")))),
        ("holidays", Kind::Radios(choices::holidays(context, get("holidays")))),
    ]
}

fn extras(context: &Context, fields: &Fields, faults: &Faults, at: usize) -> Vec<ExtraRow> {
    let field = |j: usize, end: &str| site_field(at, &format!("extra-{j}-{end}"));
    let used = |j: &usize| {
        ["day", "times"].iter().any(|end| !fields.get(&field(*j, end)).trim().is_empty())
    };
    let last = (0..MOST_EXTRAS).rev().find(used).map_or(0, |j| j + 1);
    let rows = (last + 1).clamp(FREE_EXTRAS, MOST_EXTRAS);
    let list = |choices: Vec<Choice>| Kind::Select(Group::plain(choices));
    let row = |j: usize| ExtraRow {
        day: super::field(fields, faults, &field(j, "day"))
            .kind(list(choices::extra_days(context, fields, at, j))),
        rhythm: super::field(fields, faults, &field(j, "rhythm"))
            .kind(list(choices::extra_rhythms(context, fields, at, j))),
        times: super::field(fields, faults, &field(j, "times")),
    };
    (0..rows).map(row).collect()
}

/// What the hours mean, unless something in them is wrong.
fn check(context: &Context, fields: &Fields, at: usize, words: &FormWords) -> Option<HoursCheck> {
    let plan = check_of(fields, at, words)?;
    if plan == HoursPlan::Unknown {
        return None;
    }
    let schedule = Schedule { osm: plan.to_osm(), ..Schedule::default() };
    Some(HoursCheck {
        sentences: sentences(context.texts, &plan),
        week: context.hours().week(&schedule),
    })
}
