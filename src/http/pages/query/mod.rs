//! The query string of the pages: read with patience, written in one canonical form.
//!
//! Plain forms and shared links bring repeated, empty and unknown words. Pages take them, and answer with a
//! redirect to the canonical form, so that one view has one address.

mod read;
mod write;

use chrono::{NaiveDateTime, NaiveTime};

use crate::atlas::{AgeAsked, Cursor, Moment, Near, Query, Sort};
use crate::domain::{Ags, CapacityState, FeatureId, LonLat, OpenState, TermCode, YesNo};
use crate::spatial::Bbox;

pub(crate) use read::{Fault, Reading, read};

/// When a service must be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OpenAt {
    /// At the moment of the request.
    Now,
    /// At any minute from the moment of the request to midnight.
    Today,
    /// At a local date and time.
    Local(NaiveDateTime),
}

/// The words of a query, checked against the county's codes; the default asks for everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Words {
    pub(crate) q: Option<String>,
    pub(crate) categories: Vec<TermCode>,
    pub(crate) target_groups: Vec<TermCode>,
    pub(crate) municipalities: Vec<Ags>,
    pub(crate) served: bool,
    pub(crate) languages: Vec<String>,
    pub(crate) accessible: Vec<YesNo>,
    pub(crate) free: Vec<YesNo>,
    pub(crate) anonymous: Vec<YesNo>,
    pub(crate) ages: Vec<AgeAsked>,
    pub(crate) formats: Vec<TermCode>,
    pub(crate) appointment: Vec<YesNo>,
    pub(crate) capacity: Vec<Option<CapacityState>>,
    pub(crate) open: Option<OpenAt>,
    /// States that count besides open.
    pub(crate) open_also: Vec<OpenState>,
    /// As typed: a place, a postcode, or `lon,lat`.
    pub(crate) near: Option<String>,
    pub(crate) within_m: Option<u32>,
    pub(crate) sort: Option<Sort>,
    pub(crate) bbox: Option<Bbox>,
    /// Show the list without the map when going back (only on an entry's page).
    pub(crate) list_view: bool,
    /// Which of several sites an entry's page shows first.
    pub(crate) site: Option<FeatureId>,
    /// Behind this hit.
    pub(crate) after: Option<Cursor>,
}

impl Words {
    /// The same without an order that cannot be had: distance without a place, rank without a text.
    pub(crate) fn sorted_as_can_be(mut self) -> Self {
        let can = match self.sort {
            Some(Sort::Distance) => self.near.is_some(),
            Some(Sort::Rank) => self.q.is_some(),
            _ => true,
        };
        self.sort = self.sort.filter(|_| can);
        self
    }

    /// Whether nothing is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same filters from the first page on, without what only an entry's page knows.
    pub(crate) fn filters(&self) -> Self {
        Self { after: None, site: None, list_view: false, ..self.clone() }
    }

    /// Number of filters beside text and place: what the closed filter box tells.
    pub(crate) fn facet_count(&self) -> usize {
        self.categories.len()
            + self.target_groups.len()
            + self.municipalities.len()
            + self.languages.len()
            + self.accessible.len()
            + self.free.len()
            + self.anonymous.len()
            + self.ages.len()
            + self.formats.len()
            + self.appointment.len()
            + self.capacity.len()
            + usize::from(self.open.is_some())
            + usize::from(self.bbox.is_some())
    }

    /// The point typed as `lon,lat`, if it is one.
    pub(crate) fn near_point(&self) -> Option<LonLat> {
        read::lon_lat(self.near.as_deref()?)
    }

    /// The filters for the atlas; `point` is what `near` was understood as.
    pub(crate) fn to_query(&self, point: Option<LonLat>, moment: &Moment) -> Query {
        Query {
            q: self.q.clone(),
            categories: self.categories.clone(),
            target_groups: self.target_groups.clone(),
            municipalities: self.municipalities.clone(),
            served: self.served,
            languages: self.languages.clone(),
            accessible: self.accessible.clone(),
            free: self.free.clone(),
            anonymous: self.anonymous.clone(),
            open_at: self.open.map(|open| match open {
                OpenAt::Now | OpenAt::Today => moment.local,
                OpenAt::Local(local) => local,
            }),
            open_until: self
                .open
                .filter(|open| *open == OpenAt::Today)
                .and_then(|_| moment.today().succ_opt())
                .map(|tomorrow| tomorrow.and_time(NaiveTime::MIN)),
            open_also: self.open_also.clone(),
            ages: self.ages.clone(),
            formats: self.formats.clone(),
            appointment: self.appointment.clone(),
            capacity: self.capacity.clone(),
            sort: self.sort,
            near: point.map(|point| Near { point, within_m: self.within_m.map(f64::from) }),
            bbox: self.bbox,
            ..Query::default()
        }
    }
}
