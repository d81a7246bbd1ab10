//! The form of an entry: a [`Listing`] as flat fields with names, and back. Pure.
//!
//! Fields keep what was typed, so that nothing is lost when something is wrong. Names: `name`, `site-0-street`,
//! `site-0-extra-1-times`. Every fault names its field. What a form does not show (ids, sources, remarks of
//! editors) is taken from the entry it began with.

mod fields;
mod hours;
mod pointer;
mod read;
mod site;
#[cfg(test)]
mod tests;
mod text;
mod write;

pub(crate) use fields::Fields;
pub(crate) use hours::{DAYS, HoursMode, check_of};
pub(crate) use pointer::field_of;
pub(crate) use read::listing_of;
pub(crate) use site::{DISCLOSURES, STATUSES, site_count, site_field};
pub(crate) use write::{add_site, fields_of, remove_site};

use crate::domain::hours::TimeWords;

/// What reading and writing a form needs to know beside the entry.
pub(crate) struct FormWords<'a> {
    /// The words among times of day.
    pub(crate) times: TimeWords<'a>,
    /// Between the two ends of a stretch when it is written.
    pub(crate) dash: &'a str,
    /// Between two stretches when they are written.
    pub(crate) comma: &'a str,
}
