//! The orders of a result and the keys by which they are paged.

use chrono::{Datelike, NaiveDate};

use super::words::TextQuery;
use crate::atlas::{Query, Sort};
use crate::domain::LonLat;
use crate::spatial::Projected;
use crate::spatial::projection::to_laea;

/// What hits are sorted by before their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Nothing else.
    Id,
    /// Best rank first, then nearest, then the least doubtful.
    Rank,
    /// Nearest first; hits without a point come last.
    Distance,
    /// Last confirmed first; hits without a date come last.
    Freshness,
    /// By name.
    Name,
}

/// How the hits of a result follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order<'a> {
    /// What they are sorted by.
    pub(super) by: By,
    /// The text, where ranks count.
    pub(super) text: Option<&'a TextQuery>,
    /// Where distances are taken from, as far as they count for the order.
    pub(super) from: Option<Projected>,
    /// The place asked for in degrees; distances from it are told.
    pub(super) near: Option<LonLat>,
}

/// What a hit is sorted by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    /// How well it fits the text.
    pub(super) rank: u32,
    /// How far it is.
    pub(super) distance_m: Option<f64>,
    /// How much there is to doubt.
    pub(super) doubt: u8,
    /// When it was last confirmed.
    pub(super) confirmed: Option<NaiveDate>,
}

impl<'a> Order<'a> {
    /// The order that a query asks for. A place that the text names is where to begin, unless the query has one.
    pub(super) fn new(text: Option<&'a TextQuery>, query: &Query) -> Self {
        let near = query.near.map(|near| near.point);
        let from = near.or_else(|| text.and_then(TextQuery::point));
        let usual = match (text, from) {
            (Some(_), _) => By::Rank,
            (None, Some(_)) => By::Distance,
            (None, None) => By::Id,
        };
        let by = match query.sort {
            Some(Sort::Distance) if from.is_some() => By::Distance,
            Some(Sort::Freshness) => By::Freshness,
            Some(Sort::Name) => By::Name,
            // Without a place there is no distance, without a text no rank.
            Some(Sort::Distance | Sort::Rank) | None => usual,
        };
        let by_distance = matches!(by, By::Rank | By::Distance);
        Self {
            by,
            text: text.filter(|_| by == By::Rank),
            from: from.filter(|_| by_distance || near.is_some()).map(to_laea),
            near,
        }
    }

    /// Whether hits follow by id alone.
    pub(super) fn is_by_id(&self) -> bool {
        self.by == By::Id
    }

    /// The key that sorts before the id: rank downwards, then distance upwards, then (with a text) doubt upwards; or the
    /// day of the last confirmation downwards. Names have keys of their own.
    ///
    /// The bits of positive floating-point numbers are in the order of the numbers (IEEE 754). With a text distances
    /// are compared to the millimetre, so that doubt decides between hits at one place.
    pub(super) fn key(&self, hit: Standing) -> [u64; 2] {
        const DOUBT_BITS: u32 = 8;
        match self.by {
            By::Id | By::Name => [0; 2],
            By::Freshness => {
                let day =
                    hit.confirmed.map(|day| u64::try_from(day.num_days_from_ce()).unwrap_or(0));
                [u64::MAX - day.map_or(0, |day| day + 1), 0]
            }
            By::Distance => {
                let distance = match (self.from, hit.distance_m) {
                    (None, _) => 0,
                    (Some(_), None) => u64::MAX,
                    (Some(_), Some(metres)) => metres.to_bits(),
                };
                [0, distance]
            }
            By::Rank => {
                let millimetres = match (self.from, hit.distance_m) {
                    (None, _) => 0,
                    (Some(_), None) => u64::MAX >> DOUBT_BITS,
                    (Some(_), Some(metres)) => (metres * 1000.0).round() as u64,
                };
                let doubt = u64::from(hit.doubt);
                [u64::from(u32::MAX - hit.rank), millimetres << DOUBT_BITS | doubt]
            }
        }
    }
}
