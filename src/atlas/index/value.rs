//! The values by which sites are found.

use chrono::NaiveDate;

use crate::domain::{
    AgeRange, Ags, AssuredBy, CapacityState, Confidence, CoordPrecision, OrganizationId,
    ServiceStatus, SiteType, YesNo,
};

/// A fact about a site that can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::atlas) enum Value {
    /// Topic, by its place in the taxonomy; a site has those of its codes and their parents.
    Category(u16),
    /// Target group, alike.
    TargetGroup(u16),
    /// Situated in a municipality.
    Situated(Ags),
    /// Found under a municipality: situated there, or without a site and serving it by declared area.
    Local(Ags),
    /// Without a site and serving everywhere.
    LocalEverywhere,
    /// Declares to serve a municipality.
    Served(Ags),
    /// Declares to serve everywhere.
    ServedEverywhere,
    /// A language spoken there: lower-case BCP 47.
    Language(Box<str>),
    /// Free of charge.
    Free(YesNo),
    /// Wheelchair access.
    Accessible(YesNo),
    /// Without giving one's name.
    Anonymous(YesNo),
    /// Run by, also jointly.
    Organization(OrganizationId),
    /// Public life cycle.
    Status(u8),
    /// Kind of site.
    SiteType(SiteType),
    /// Precision of the public point.
    Precision(CoordPrecision),
    /// Who confirmed it.
    AssuredBy(u8),
    /// How sure the source was.
    Confidence(Confidence),
    /// Confirmed: first and last day the date may mean.
    Assured(NaiveDate, NaiveDate),
    /// Confirmed on no known date.
    Undated,
    /// Stale from this day on.
    StaleFrom(NaiveDate),
    /// Neither fresh nor stale: no date is known, and nothing says that it was never confirmed.
    FreshnessUnknown,
    /// Public from this day on, not before.
    ShownFrom(NaiveDate),
    /// No longer public from this day on.
    GoneFrom(NaiveDate),
    /// Opening hours, by number in the table of distinct ones.
    Hours(u32),
    /// Has a public point or a municipality.
    Placed,
    /// Meant for people from one age to another, in full years; open ends are 0 and 255.
    Ages(u8, u8),
    /// Tells no age.
    AgesUnknown,
    /// Service form, by its place in the taxonomy; a site has those of its codes and their parents.
    Format(u16),
    /// By appointment.
    Appointment(YesNo),
    /// Whether there is room.
    Capacity(u8),
}

impl Value {
    /// A public life cycle as a value.
    pub(in crate::atlas) const fn status(status: ServiceStatus) -> Self {
        Self::Status(status as u8)
    }

    /// A confirming party as a value.
    pub(in crate::atlas) const fn assured_by(by: AssuredBy) -> Self {
        Self::AssuredBy(by as u8)
    }

    /// A language tag as a value; tags are compared without case (RFC 5646, section 2.1.1).
    pub(in crate::atlas) fn language(tag: &str) -> Self {
        Self::Language(tag.to_ascii_lowercase().into())
    }

    /// Whether there is room, as a value; `None` = not known.
    pub(in crate::atlas) fn capacity(state: Option<CapacityState>) -> Self {
        Self::Capacity(state.map_or(u8::MAX, |state| state as u8))
    }

    /// For whom it is meant, as a value.
    pub(in crate::atlas) fn ages(ages: AgeRange) -> Self {
        if ages.is_empty() {
            return Self::AgesUnknown;
        }
        Self::Ages(ages.minimum.unwrap_or(0), ages.maximum.unwrap_or(u8::MAX))
    }

    /// The value alone, as a range.
    pub(in crate::atlas) fn only(self) -> ValueRange {
        ValueRange { first: self.clone(), last: self }
    }
}

/// Values from one to another, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::atlas) struct ValueRange {
    /// First value.
    pub(in crate::atlas) first: Value,
    /// Last value.
    pub(in crate::atlas) last: Value,
}

impl ValueRange {
    /// Stale on a day.
    pub(in crate::atlas) const fn stale_on(today: NaiveDate) -> Self {
        Self { first: Value::StaleFrom(NaiveDate::MIN), last: Value::StaleFrom(today) }
    }

    /// No longer public on a day.
    pub(in crate::atlas) const fn gone_on(today: NaiveDate) -> Self {
        Self { first: Value::GoneFrom(NaiveDate::MIN), last: Value::GoneFrom(today) }
    }

    /// Not yet public on a day.
    pub(in crate::atlas) fn not_yet_on(today: NaiveDate) -> Self {
        let tomorrow = today.succ_opt().unwrap_or(NaiveDate::MAX);
        Self { first: Value::ShownFrom(tomorrow), last: Value::ShownFrom(NaiveDate::MAX) }
    }

    /// Fresh on a day: the first day on which it counts as stale is still to come.
    pub(in crate::atlas) fn fresh_on(today: NaiveDate) -> Self {
        let tomorrow = today.succ_opt().unwrap_or(NaiveDate::MAX);
        Self { first: Value::StaleFrom(tomorrow), last: Value::StaleFrom(NaiveDate::MAX) }
    }

    /// Every confirmation whose date begins no later than `last`.
    pub(in crate::atlas) const fn assured_begun_by(last: NaiveDate) -> Self {
        Self {
            first: Value::Assured(NaiveDate::MIN, NaiveDate::MIN),
            last: Value::Assured(last, NaiveDate::MAX),
        }
    }

    /// Meant for people of an age: from any age up to this one, to this one or any above it.
    pub(in crate::atlas) fn meant_for(years: u8) -> impl Iterator<Item = Self> {
        (0..=years).map(move |from| Self {
            first: Value::Ages(from, years),
            last: Value::Ages(from, u8::MAX),
        })
    }

    /// Meant for people of any age that is told.
    pub(in crate::atlas) const fn ages_known() -> Self {
        Self { first: Value::Ages(0, 0), last: Value::Ages(u8::MAX, u8::MAX) }
    }

    /// All languages.
    pub(in crate::atlas) fn languages() -> Self {
        // Language(…) sorts directly before Free(Yes), which no tag can equal.
        Self { first: Value::Language("".into()), last: Value::Free(YesNo::Yes) }
    }

    /// Whether a site with these sorted values has one in the range.
    pub(in crate::atlas) fn meets(&self, sorted: &[Value]) -> bool {
        let at = sorted.partition_point(|value| *value < self.first);
        sorted.get(at).is_some_and(|value| *value <= self.last)
    }

    /// The values of a site (sorted) that lie in the range.
    pub(in crate::atlas) fn within<'a>(
        &'a self,
        sorted: &'a [Value],
    ) -> impl Iterator<Item = &'a Value> {
        let at = sorted.partition_point(|value| *value < self.first);
        sorted.get(at..).unwrap_or_default().iter().take_while(|value| **value <= self.last)
    }
}
