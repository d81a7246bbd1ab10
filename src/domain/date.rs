//! Dates known to the day, the month or only the year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::error::FieldError;

/// A date whose precision is kept: `2017`, `2020-06` or `2025-09-30` (ISO 8601-1:2019, 5.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl PartialDate {
    /// The year.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// The month (1–12), if known.
    #[must_use]
    pub const fn month(&self) -> Option<u32> {
        self.month
    }

    /// The day of the month, if known.
    #[must_use]
    pub const fn day(&self) -> Option<u32> {
        self.day
    }

    /// The first day it may mean: freshness counts from here, so that a bare year is not read as its end.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::PartialDate;
    /// let d: PartialDate = "2020-06".parse().unwrap();
    /// assert_eq!(d.first_day().to_string(), "2020-06-01");
    /// assert_eq!(d.last_day().to_string(), "2020-06-30");
    /// ```
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or(NaiveDate::MIN)
    }

    /// The last day it may mean: something "valid to 2025" ends with that year.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        let after = match (self.month, self.day) {
            (Some(_), Some(_)) => return self.first_day(),
            (Some(_), None) => self.first_day().checked_add_months(Months::new(1)),
            (None, _) => self.first_day().checked_add_months(Months::new(12)),
        };
        after.and_then(|d| d.pred_opt()).unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError::new("", "not_a_date", "a date is YYYY, YYYY-MM or YYYY-MM-DD");
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let year = parts.next().and_then(|p| digits(p, 4)).ok_or_else(wrong)?;
        let month = parts.next().map(|p| digits(p, 2).ok_or_else(wrong)).transpose()?;
        let day = parts.next().map(|p| digits(p, 2).ok_or_else(wrong)).transpose()?;
        let year = i32::try_from(year).unwrap_or_default();
        let exists = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
        if parts.next().is_some() || year < 1000 || !exists {
            return Err(wrong());
        }
        Ok(Self { year, month, day })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = FieldError;

    fn try_from(text: String) -> Result<Self, FieldError> {
        text.parse()
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_year_a_month_and_a_day_keep_their_precision() {
        for text in ["2017", "2020-06", "2025-09-30"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "17", "2020-13", "2021-02-29", "2020-6", "2020-06-01-01", "+020", "2020-"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_lies_between_its_first_and_last_day(y in 1000..3000i32, o in 1..=365u32) {
            let day = NaiveDate::from_yo_opt(y, o).unwrap();
            for text in [day.format("%Y").to_string(), day.format("%Y-%m").to_string(), day.to_string()] {
                let d: PartialDate = text.parse().unwrap();
                prop_assert!(d.first_day() <= day && day <= d.last_day());
            }
        }
    }
}
