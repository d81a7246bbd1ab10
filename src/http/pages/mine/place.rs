//! Where a site is: places looked up in our own gazetteer.

use super::super::context::Context;
use super::form::{Fields, site_field};
use crate::domain::{CoordPrecision, GazetteerEntry, GazetteerKind, LonLat};

/// Most places that are offered for one text.
const MOST_PLACES: usize = 8;

/// A place that was found, to be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundPlace {
    /// Value of its button: latitude, longitude, precision and municipality, as [`take`] reads them.
    pub(crate) value: String,
    /// Its name and what it is.
    pub(crate) label: String,
}

/// The places that a text may mean; empty if the gazetteer knows none.
pub(crate) fn find(context: &Context, text: &str) -> Vec<FoundPlace> {
    let found = context.snapshot.find_places(text.trim(), MOST_PLACES);
    found.into_iter().map(|entry| place(context, entry)).collect()
}

fn place(context: &Context, entry: &GazetteerEntry) -> FoundPlace {
    let (precision, key) = match entry.kind {
        _ if entry.point_is_fallback => (CoordPrecision::Gemeinde, "mine-place-fallback"),
        GazetteerKind::Municipality => (CoordPrecision::Gemeinde, "mine-place-municipality"),
        GazetteerKind::District => (CoordPrecision::Ortsteil, "mine-place-district"),
        GazetteerKind::Postcode => (CoordPrecision::Plz, "mine-place-postcode"),
        GazetteerKind::Stop => (CoordPrecision::Haltestelle, "mine-place-stop"),
    };
    let towns: Vec<String> =
        entry.municipalities.iter().map(|ags| context.municipality_name(*ags).to_owned()).collect();
    let town = context.texts.list(&towns);
    let args = [("name", (&entry.name).into()), ("town", (&town).into())];
    let LonLat { lon, lat } = entry.point;
    let ags = match entry.municipalities.as_slice() {
        [only] => only.to_string(),
        _ => String::new(),
    };
    FoundPlace {
        value: format!("{lat} {lon} {} {ags}", precision.as_str()),
        label: context.texts.with(key, &args),
    }
}

/// Puts a chosen place into the fields of site `at`: its point, how exact it is, its municipality if it is one.
pub(crate) fn take(fields: &mut Fields, at: usize, value: &str) {
    let mut parts = value.split(' ');
    if let (Some(lat), Some(lon), Some(precision)) = (parts.next(), parts.next(), parts.next()) {
        fields.set(&site_field(at, "lat"), lat);
        fields.set(&site_field(at, "lon"), lon);
        fields.set(&site_field(at, "precision"), precision);
        if let Some(ags) = parts.next().filter(|ags| !ags.is_empty()) {
            fields.set(&site_field(at, "municipality"), ags);
        }
    }
}
