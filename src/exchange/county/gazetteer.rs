//! What people may type as a place, and which names stand on the map.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::areas::MunicipalityOutline;
use super::places::{NamedPoint, Postcode};
use crate::domain::{Ags, GazetteerEntry, GazetteerKind, LonLat, Municipality, Station, Stop};

/// What the names are made of.
pub(super) struct Sources<'a> {
    pub(super) municipalities: &'a [MunicipalityOutline],
    pub(super) places: &'a [NamedPoint],
    pub(super) district_points: &'a [NamedPoint],
    pub(super) postcodes: &'a [Postcode],
    pub(super) stops: &'a [Stop],
    pub(super) stations: &'a [Station],
}

impl Sources<'_> {
    fn facts(&self) -> impl Iterator<Item = &Municipality> {
        self.municipalities.iter().map(|m| &m.municipality)
    }
}

/// The gazetteer: municipalities, parts of towns, postcodes, then stations and stops.
///
/// What has no point of its own takes that of its municipality and says so.
pub(super) fn entries(sources: &Sources<'_>) -> Vec<GazetteerEntry> {
    let mut entries: Vec<GazetteerEntry> = sources
        .facts()
        .map(|m| entry(&m.name, GazetteerKind::Municipality, vec![m.ags], m.center, false))
        .collect();
    entries.extend(districts(sources));
    entries.extend(postcodes(sources));
    entries.extend(stops(sources));
    entries
}

fn entry(
    name: &str,
    kind: GazetteerKind,
    municipalities: Vec<Ags>,
    point: LonLat,
    point_is_fallback: bool,
) -> GazetteerEntry {
    GazetteerEntry { name: name.to_owned(), kind, municipalities, point, point_is_fallback }
}

/// Parts of towns: those listed, those with a point, populated places; not what is named as its municipality.
fn districts(sources: &Sources<'_>) -> Vec<GazetteerEntry> {
    let own: BTreeMap<Ags, &Municipality> = sources.facts().map(|m| (m.ags, m)).collect();
    let points: HashMap<(Ags, &str), LonLat> = sources
        .district_points
        .iter()
        .chain(sources.places)
        .rev()
        .map(|p| ((p.ags, p.name.as_str()), p.point))
        .collect();
    let listed = sources.facts().flat_map(|m| m.districts.iter().map(|d| (m.ags, d.as_str())));
    let located = sources.district_points.iter().chain(sources.places);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (ags, name) in listed.chain(located.map(|p| (p.ags, p.name.as_str()))) {
        let Some(municipality) = own.get(&ags) else { continue };
        if municipality.name == name || !seen.insert((ags, name)) {
            continue;
        }
        let point = points.get(&(ags, name)).copied();
        found.push(entry(
            name,
            GazetteerKind::District,
            vec![ags],
            point.unwrap_or(municipality.center),
            point.is_none(),
        ));
    }
    found
}

fn postcodes(sources: &Sources<'_>) -> Vec<GazetteerEntry> {
    let centers: BTreeMap<Ags, LonLat> = sources.facts().map(|m| (m.ags, m.center)).collect();
    let mut found = Vec::new();
    for postcode in sources.postcodes {
        let point = postcode.municipalities.first().and_then(|ags| centers.get(ags));
        if let Some(&point) = point {
            let municipalities = postcode.municipalities.clone();
            found.push(entry(&postcode.code, GazetteerKind::Postcode, municipalities, point, true));
        }
    }
    found
}

/// Stations first: they are better known than the bus stop beside them. Equal names stand once.
fn stops(sources: &Sources<'_>) -> Vec<GazetteerEntry> {
    let in_municipality: HashMap<&str, Ags> =
        sources.stops.iter().filter_map(|s| Some((s.name.as_str(), s.municipality?))).collect();
    let stations = sources.stations.iter().map(|s| {
        let ags = in_municipality.get(s.name.as_str()).copied();
        (s.name.as_str(), s.point, ags)
    });
    let stops = sources.stops.iter().map(|s| (s.name.as_str(), s.point, s.municipality));
    let mut seen = HashSet::new();
    stations
        .chain(stops)
        .filter(|(name, _, _)| seen.insert(*name))
        .map(|(name, point, ags)| {
            entry(name, GazetteerKind::Stop, ags.into_iter().collect(), point, false)
        })
        .collect()
}

/// Names on the map: county towns (rank 1), municipalities (2), parts of towns (3); each name of a place once.
pub(super) fn labels(sources: &Sources<'_>) -> Vec<(String, LonLat, u8)> {
    let mut labels: Vec<(String, LonLat, u8)> = Vec::new();
    let mut seen = HashSet::new();
    for municipality in sources.facts() {
        // The middle of the built-up place reads better than the middle of the area.
        let place = sources.places.iter().find(|p| is_main(p, municipality));
        let point = place.map_or(municipality.center, |p| p.point);
        seen.insert((municipality.ags, municipality.name.as_str()));
        if let Some(place) = place {
            seen.insert((place.ags, place.name.as_str()));
        }
        labels.push((municipality.name.clone(), point, municipality.rank));
    }
    for place in sources.district_points.iter().chain(sources.places) {
        if seen.insert((place.ags, place.name.as_str())) {
            labels.push((place.name.clone(), place.point, 3));
        }
    }
    labels.sort_by_key(|(_, _, rank)| *rank);
    labels
}

/// Whether a populated place is the one the municipality is named after.
fn is_main(place: &NamedPoint, municipality: &Municipality) -> bool {
    place.ags == municipality.ags
        && (place.name == municipality.name
            || municipality.name.starts_with(&format!("{} ", place.name)))
}
