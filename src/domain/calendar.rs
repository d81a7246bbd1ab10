//! The holidays of a region: what `PH` and `SH` mean there, and which day has which name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use opening_hours::ContextHolidays;

/// A public holiday that at least one federal state has or had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PublicHoliday {
    /// 1 January.
    NewYear,
    /// 6 January.
    Epiphany,
    /// 8 March.
    WomensDay,
    /// The Friday before Easter.
    GoodFriday,
    /// The Monday after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    LiberationDay,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    WhitMonday,
    /// 17 June.
    SeventeenthOfJune,
    /// 60 days after Easter.
    CorpusChristi,
    /// 15 August.
    Assumption,
    /// 20 September.
    ChildrensDay,
    /// 3 October.
    GermanUnity,
    /// 31 October.
    Reformation,
    /// 1 November.
    AllSaints,
    /// The Wednesday before 23 November.
    Repentance,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
}

/// The holidays of a region.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    holidays: ContextHolidays,
    public: BTreeMap<NaiveDate, PublicHoliday>,
    /// First and last day of the school holidays that are known.
    school_known: Option<(NaiveDate, NaiveDate)>,
}

impl Calendar {
    /// Makes a calendar from single days.
    #[must_use]
    pub fn new(public: BTreeMap<NaiveDate, PublicHoliday>, school: &BTreeSet<NaiveDate>) -> Self {
        let days = public.keys().copied().collect();
        let holidays =
            ContextHolidays::new(Arc::new(days), Arc::new(school.iter().copied().collect()));
        let school_known = school.first().copied().zip(school.last().copied());
        Self { holidays, public, school_known }
    }

    /// What evaluates `PH` and `SH`.
    pub(super) fn holidays(&self) -> ContextHolidays {
        self.holidays.clone()
    }

    /// The public holiday on a day.
    #[must_use]
    pub fn public_holiday(&self, day: NaiveDate) -> Option<PublicHoliday> {
        self.public.get(&day).copied()
    }

    /// Whether it is known of a day whether schools have holidays: the lists are published a few years ahead.
    #[must_use]
    pub fn knows_school_holidays(&self, day: NaiveDate) -> bool {
        self.school_known.is_some_and(|(first, last)| first <= day && day <= last)
    }
}
