//! Layers of few features: their properties are kept as values, their outlines also as text.

use std::sync::Arc;

use geo::MultiPolygon;
use serde_json::{Value, json};

use super::geometry::{bounds, write_outline};
use super::{LayerPage, LayerQuery, Pager, PropertySpec};
use crate::atlas::Reference;
use crate::atlas::build::CountKey;
use crate::spatial::{Bbox, Crs};

/// Features by id.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    features: Vec<Feature>,
    reference: Option<Arc<Reference>>,
}

#[derive(Debug)]
struct Feature {
    id: String,
    bbox: Option<Bbox>,
    /// Place of the municipality whose outline it has.
    outline: Option<usize>,
    /// The outline in CRS84 as text.
    geometry: Vec<u8>,
    /// What the property `services` counts.
    counted_by: CountKey,
    /// In the order of the schema; `services` is a gap.
    values: Vec<Value>,
}

/// The municipalities, by key.
pub(super) fn municipalities(reference: &Arc<Reference>) -> Prepared {
    let feature = |(at, area): (usize, &crate::atlas::MunicipalityArea)| {
        let m = &area.municipality;
        let mut geometry = Vec::new();
        write_outline(&area.outline, Crs::Crs84, &mut geometry);
        Feature {
            id: m.ags.to_string(),
            bbox: bounds(&area.outline),
            outline: Some(at),
            geometry,
            counted_by: CountKey::Municipality(m.ags),
            values: vec![
                json!(m.ags),
                json!(m.name),
                json!(m.designation),
                json!(m.population),
                json!(m.population_date),
                json!(m.area_km2),
                Value::Null,
                json!([m.center.lon, m.center.lat]),
            ],
        }
    };
    let features = reference.municipalities.iter().enumerate().map(feature).collect();
    Prepared::new(features, reference)
}

/// The organizations, by id.
pub(super) fn organizations(reference: &Arc<Reference>) -> Prepared {
    let features = reference.organizations.values().map(|organization| Feature {
        id: organization.id.to_string(),
        bbox: None,
        outline: None,
        geometry: b"null".to_vec(),
        counted_by: CountKey::Organization(organization.id),
        values: vec![
            json!(organization.name),
            json!(organization.short_name),
            json!(organization.kind_text),
            json!(organization.umbrella),
            json!(organization.contact.website),
            Value::Null,
        ],
    });
    Prepared::new(features.collect(), reference)
}

impl Prepared {
    fn new(mut features: Vec<Feature>, reference: &Arc<Reference>) -> Self {
        features.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        Self { features, reference: Some(Arc::clone(reference)) }
    }

    pub(super) fn len(&self) -> usize {
        self.features.len()
    }

    pub(super) fn extent(&self) -> Option<Bbox> {
        self.features.iter().filter_map(|f| f.bbox).reduce(|a, b| a.union(&b))
    }

    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.features.binary_search_by(|feature| feature.id.as_str().cmp(id)).ok()
    }

    fn outline(&self, feature: &Feature) -> Option<&MultiPolygon<f64>> {
        let municipalities = &self.reference.as_ref()?.municipalities;
        municipalities.get(feature.outline?).map(|area| &area.outline)
    }

    pub(super) fn search(&self, query: &LayerQuery, specs: &[PropertySpec]) -> LayerPage {
        let mut pager = Pager::new(query);
        for (at, feature) in self.features.iter().enumerate() {
            let inside = query.bbox.is_none_or(|b| feature.bbox.is_some_and(|f| f.intersects(&b)))
                && query
                    .area
                    .is_none_or(|area| self.outline(feature).is_some_and(|o| area.meets(o)));
            let holds = |(name, asked): &(String, Vec<String>)| {
                let values = specs.iter().zip(&feature.values);
                let value = values.filter(|(spec, _)| spec.name == name).map(|(_, v)| v).next();
                value.is_some_and(|value| asked.iter().any(|text| equals(value, text)))
            };
            if inside && query.properties.iter().all(holds) {
                pager.take(at..at + 1);
            }
        }
        pager.finish()
    }

    pub(super) fn write(
        &self,
        index: usize,
        crs: Crs,
        specs: &[PropertySpec],
        services: impl Fn(CountKey) -> i64,
        out: &mut Vec<u8>,
    ) {
        let Some(feature) = self.features.get(index) else { return };
        out.extend_from_slice(br#"{"type":"Feature","id":"#);
        write_json(&json!(feature.id), out);
        out.extend_from_slice(br#","geometry":"#);
        match self.outline(feature) {
            Some(outline) if crs != Crs::Crs84 => write_outline(outline, crs, out),
            _ => out.extend_from_slice(&feature.geometry),
        }
        out.extend_from_slice(br#","properties":{"#);
        for (i, (spec, value)) in specs.iter().zip(&feature.values).enumerate() {
            if i > 0 {
                out.push(b',');
            }
            write_json(&json!(spec.name), out);
            out.push(b':');
            if spec.name == "services" {
                write_json(&json!(services(feature.counted_by)), out);
            } else {
                write_json(value, out);
            }
        }
        out.extend_from_slice(b"}}");
    }
}

/// Appends a value; writing to memory does not fail.
pub(super) fn write_json(value: &Value, out: &mut Vec<u8>) {
    let _ = serde_json::to_writer(out, value);
}

/// Whether a property has the value that a text names.
fn equals(value: &Value, text: &str) -> bool {
    match value {
        Value::Null | Value::Object(_) => false,
        Value::Bool(value) => text == if *value { "true" } else { "false" },
        Value::Number(number) => number
            .as_f64()
            .is_some_and(|n| text.parse::<f64>().is_ok_and(|t| t.total_cmp(&n).is_eq())),
        Value::String(value) => value == text,
        Value::Array(values) => values.iter().any(|value| equals(value, text)),
    }
}
