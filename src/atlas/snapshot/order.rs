//! The orders of a result and the keys by which they are paged.

use super::words::TextQuery;
use crate::atlas::Near;
use crate::domain::LonLat;
use crate::spatial::Projected;
use crate::spatial::projection::to_laea;

/// How the hits of a result follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order<'a> {
    /// Best rank first.
    pub(super) text: Option<&'a TextQuery>,
    /// Then nearest first; hits without a point come last.
    pub(super) from: Option<Projected>,
    /// The same point in degrees.
    pub(super) near: Option<LonLat>,
    // Then by id.
}

impl<'a> Order<'a> {
    /// The order that a query asks for. A place that the text names is where to begin, unless the query has one.
    pub(super) fn new(text: Option<&'a TextQuery>, near: Option<Near>) -> Self {
        let near = near.map(|near| near.point);
        let from = near.or_else(|| text.and_then(TextQuery::point));
        Self { text, from: from.map(to_laea), near }
    }

    /// Whether hits follow by id alone.
    pub(super) const fn is_by_id(&self) -> bool {
        self.text.is_none() && self.from.is_none()
    }

    /// The key that sorts before the id: rank downwards, then distance upwards, then (with a text) doubt upwards.
    ///
    /// The bits of positive floating-point numbers are in the order of the numbers (IEEE 754). With a text distances
    /// are compared to the millimetre, so that doubt decides between hits at one place.
    pub(super) fn key(&self, rank: u32, distance_m: Option<f64>, doubt: u8) -> [u64; 2] {
        const DOUBT_BITS: u32 = 8;
        let Some(_) = self.text else {
            let distance = match (self.from, distance_m) {
                (None, _) => 0,
                (Some(_), None) => u64::MAX,
                (Some(_), Some(metres)) => metres.to_bits(),
            };
            return [0, distance];
        };
        let millimetres = match (self.from, distance_m) {
            (None, _) => 0,
            (Some(_), None) => u64::MAX >> DOUBT_BITS,
            (Some(_), Some(metres)) => (metres * 1000.0).round() as u64,
        };
        [u64::from(u32::MAX - rank), millimetres << DOUBT_BITS | u64::from(doubt)]
    }
}
