//! Filters that are more than a list of choices: an age, and when something must be open.

use super::super::context::Context;
use super::super::query::{OpenAt, Words};
use super::facets::{Choice, choice};
use crate::atlas::{AgeAsked, Facets, PageRequest};
use crate::domain::{LonLat, OpenState};

/// The age somebody types.
pub(crate) struct AgeField {
    /// The age in force; empty if none is.
    pub(crate) years: String,
    /// Ages beyond the first that a link asked for, to be kept by the form.
    pub(crate) more: Vec<String>,
    /// How many are meant for this age, or tell an age at all.
    pub(crate) found: String,
    /// Those that tell no age.
    pub(crate) unknown: Choice,
}

impl AgeField {
    pub(super) fn new(context: &Context, words: &Words, facets: &Facets) -> Self {
        let mut years = words.ages.iter().filter_map(|age| match age {
            AgeAsked::Years(years) => Some(years.to_string()),
            AgeAsked::Unknown => None,
        });
        let (known, unknown) = facets.ages;
        let first = years.next();
        let key = if first.is_some() { "facet-age-found" } else { "facet-age-known" };
        let label = context.texts.t("facet-age-unknown");
        Self {
            years: first.unwrap_or_default(),
            more: years.collect(),
            found: context.texts.count(key, known),
            unknown: Choice {
                checked: words.ages.contains(&AgeAsked::Unknown),
                ..choice(context, "age", "unknown", label, unknown)
            },
        }
    }
}

/// When something must be open.
pub(crate) struct OpenField {
    /// Nothing is asked.
    pub(crate) any: bool,
    /// Now.
    pub(crate) now: Choice,
    /// At any time until midnight.
    pub(crate) today: Choice,
    /// At a time of one's own.
    pub(crate) at: bool,
    /// That time, as a field for date and time has it.
    pub(crate) typed: String,
    /// Those by appointment, and those whose times are not known, which can be kept in.
    pub(crate) also: Vec<Choice>,
    /// How many have no known times; empty if none.
    pub(crate) unknown: String,
}

impl OpenField {
    /// `point` is what the typed place was understood as.
    pub(super) fn new(
        context: &Context,
        words: &Words,
        facets: &Facets,
        point: Option<LonLat>,
    ) -> Self {
        let texts = context.texts;
        let count_of = |state: OpenState| {
            facets.open.iter().find(|(s, _)| *s == state).map_or(0, |(_, count)| *count)
        };
        // The number beside each moment is that of this moment, whichever is chosen.
        let at = |open: OpenAt| {
            let asked = Words { open: Some(open), open_also: Vec::new(), ..words.filters() };
            let query = asked.to_query(point, &context.moment);
            let page = PageRequest { limit: 1, after: None };
            context.snapshot.search(&query, &context.moment, &page).matched
        };
        let moment = |open: OpenAt, value: &str, key: &str| Choice {
            checked: words.open == Some(open),
            ..choice(context, "open", value, texts.t(key), at(open))
        };
        let also = [
            (OpenState::Appointment, "facet-open-with-appointment"),
            (OpenState::Unknown, "facet-open-with-unknown"),
        ];
        let also = also.map(|(state, key)| Choice {
            checked: words.open_also.contains(&state),
            ..choice(context, "open", state.as_str(), texts.t(key), count_of(state))
        });
        let own = match words.open {
            Some(OpenAt::Local(local)) => Some(local),
            _ => None,
        };
        Self {
            any: words.open.is_none(),
            now: moment(OpenAt::Now, "now", "facet-open-now"),
            today: moment(OpenAt::Today, "today", "facet-open-today"),
            at: own.is_some(),
            typed: own.map(|at| at.format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default(),
            also: also.into(),
            unknown: match count_of(OpenState::Unknown) {
                0 => String::new(),
                unknown => texts.count("facet-open-unknown", unknown),
            },
        }
    }
}
