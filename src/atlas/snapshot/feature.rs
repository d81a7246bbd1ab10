//! Features as text: a copy of the prepared part, and what depends on the moment.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Place, Snapshot, freshness};
use crate::atlas::build::fragment::{GEOMETRY_AT, write_point};
use crate::atlas::index::open::OpenStates;
use crate::atlas::{Moment, SiteRef};
use crate::domain::{Freshness, OpenState};
use crate::spatial::Crs;

/// Writes features of one snapshot for one moment and reference system; cheaper than
/// [`Snapshot::write_feature`] where there are many.
#[derive(Debug)]
pub struct FeatureWriter<'a> {
    snapshot: &'a Snapshot,
    states: Arc<OpenStates>,
    today: NaiveDate,
    crs: Crs,
}

impl Snapshot {
    /// Appends the GeoJSON feature of a site in the given reference system (a copy of a prepared fragment;
    /// only point, `open_state` and `freshness` are written anew).
    pub fn write_feature(&self, site: SiteRef, moment: &Moment, crs: Crs, out: &mut Vec<u8>) {
        self.feature_writer(moment, crs).write(site, out);
    }

    /// A writer for many features.
    #[must_use]
    pub fn feature_writer(&self, moment: &Moment, crs: Crs) -> FeatureWriter<'_> {
        FeatureWriter {
            snapshot: self,
            states: self.open_states(moment.local),
            today: moment.today(),
            crs,
        }
    }
}

impl FeatureWriter<'_> {
    /// Appends the feature of a site.
    pub fn write(&self, site: SiteRef, out: &mut Vec<u8>) {
        let (text, geometry_len, point) = match self.snapshot.place(site) {
            None => return,
            Some(Place::Base(doc)) => {
                let base = &self.snapshot.base;
                let Some(record) = base.doc(doc) else { return };
                let fragment = record.fragment;
                (base.chunks.text(fragment), fragment.geometry_len, base.point(doc))
            }
            Some(Place::Delta(doc)) => {
                let Some((piece, site)) = self.snapshot.delta.site(doc) else { return };
                (piece.chunks.text(site.fragment), site.fragment.geometry_len, doc.point)
            }
        };
        let Some((days, hours)) = self.snapshot.days(site) else { return };
        if self.crs == Crs::Crs84 {
            out.extend_from_slice(text);
        } else {
            let behind = GEOMETRY_AT + usize::from(geometry_len);
            out.extend_from_slice(text.get(..GEOMETRY_AT).unwrap_or_default());
            write_point(point, self.crs, out);
            out.extend_from_slice(text.get(behind..).unwrap_or_default());
        }
        out.extend_from_slice(tail(self.states.of(hours), freshness(days, self.today)));
    }
}

/// The end of a feature: the two properties that depend on the moment.
const fn tail(open: OpenState, freshness: Freshness) -> &'static [u8] {
    macro_rules! tails {
        ($open:literal) => {
            match freshness {
                Freshness::Fresh => {
                    concat!(",\"open_state\":\"", $open, "\",\"freshness\":\"fresh\"}}").as_bytes()
                }
                Freshness::Stale => {
                    concat!(",\"open_state\":\"", $open, "\",\"freshness\":\"stale\"}}").as_bytes()
                }
                Freshness::Unknown => {
                    concat!(",\"open_state\":\"", $open, "\",\"freshness\":\"unknown\"}}")
                        .as_bytes()
                }
            }
        };
    }
    match open {
        OpenState::Open => tails!("open"),
        OpenState::Closed => tails!("closed"),
        OpenState::Appointment => tails!("appointment"),
        OpenState::Unknown => tails!("unknown"),
    }
}
