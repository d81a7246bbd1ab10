//! A number that differs between any two sets of reference data.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use geo::MultiPolygon;
use serde::Serialize;

use super::Reference;
use crate::domain::LonLat;

/// Lets serde write into a hasher.
struct Sink(DefaultHasher);

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink {
    /// Takes in a value by its JSON text.
    fn add(&mut self, value: &impl Serialize) {
        // Writing to a hasher does not fail; a value serde cannot write would leave its part out.
        let _ = serde_json::to_writer(&mut *self, value);
        self.0.write_u8(0x1f);
    }

    fn add_point(&mut self, point: LonLat) {
        self.0.write_u64(point.lon.to_bits());
        self.0.write_u64(point.lat.to_bits());
    }

    fn add_outline(&mut self, outline: &MultiPolygon<f64>) {
        for polygon in outline {
            for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                ring.0.len().hash(&mut self.0);
                ring.0.iter().for_each(|c| self.add_point(LonLat { lon: c.x, lat: c.y }));
            }
        }
    }
}

/// The hash of everything the entries refer to.
pub(super) fn reference_hash(reference: &Reference) -> u64 {
    let mut sink = Sink(DefaultHasher::new());
    sink.add(&reference.region);
    reference.taxonomy.terms().iter().for_each(|term| sink.add(term));
    for area in &reference.municipalities {
        sink.add(&area.municipality);
        sink.add_outline(&area.outline);
    }
    let mut organizations: Vec<_> = reference.organizations.values().collect();
    organizations.sort_unstable_by_key(|organization| organization.id);
    for organization in organizations {
        sink.add(organization);
    }
    reference.gazetteer.iter().for_each(|entry| sink.add(entry));
    reference.stops.iter().for_each(|stop| sink.add(stop));
    reference.stations.iter().for_each(|station| sink.add(station));
    reference.crisis_numbers.iter().for_each(|number| sink.add(number));
    sink.add(&reference.guide);
    // The calendar has no other form; its debug text lists the days.
    sink.add(&format!("{:?}", reference.calendar));
    sink.add(&reference.census);
    for cell in &reference.cells {
        [cell.easting_m, cell.northing_m, cell.size_m, cell.people].hash(&mut sink.0);
        cell.ages.hash(&mut sink.0);
        cell.ags.hash(&mut sink.0);
    }
    for (name, outline) in reference.water.iter().chain(&reference.neighbours) {
        sink.add(name);
        sink.add_outline(outline);
    }
    reference.links.iter().for_each(|link| sink.add(link));
    for (name, point, rank) in &reference.labels {
        sink.add(&(name, rank));
        sink.add_point(*point);
    }
    for texts in &reference.languages {
        sink.add(&texts);
    }
    sink.0.finish()
}
