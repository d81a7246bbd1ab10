//! Which properties filter, as a JSON Schema. (Part 3 of the standard, filtering by expressions, is not claimed.)

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::collections::Collection;
use super::document::{Document, serve, to_json};
use super::negotiate::{Asked, Format, media};
use super::{pages, service_schema};
use crate::app::App;
use crate::atlas::{Layer, PropertySpec, PropertyType, Snapshot};
use crate::http::extract::Path;
use crate::http::problem::Problem;

/// The properties of a collection that filter.
struct Queryables {
    collection: Collection,
    specs: Vec<PropertySpec>,
    /// Its own address.
    id: String,
    /// The same as JSON, for the page.
    json: String,
}

impl Document for Queryables {
    const JSON: &'static str = media::SCHEMA;

    fn json(&self) -> Result<Vec<u8>, Problem> {
        to_json(&schema(self.collection.title(), &self.id, &self.specs))
    }

    fn html(&self, site: &str) -> Result<String, Problem> {
        pages::queryables(site, self.collection, &self.specs, &self.json)
    }
}

/// `GET /api/collections/{collection}/queryables`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = Collection::find(&id)?;
    serve(&app, &asked, &format!("{}-queryables", collection.id()), |snapshot, _| Queryables {
        collection,
        specs: properties(collection, snapshot).iter().filter(|p| p.queryable).copied().collect(),
        id: asked.base.url(&asked.path),
        json: asked.address(Format::Json),
    })
}

/// All properties of the features of a collection.
pub(super) fn properties(collection: Collection, snapshot: &Snapshot) -> &[PropertySpec] {
    match collection {
        Collection::Services => service_schema::PROPERTIES,
        other => other.layer(snapshot).map(Layer::properties).unwrap_or_default(),
    }
}

fn schema(title: &str, address: &str, specs: &[PropertySpec]) -> Value {
    let properties: Map<String, Value> =
        specs.iter().map(|spec| (spec.name.to_owned(), property_schema(spec))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": title,
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The schema of one property; everything may be null, because unknown is told apart from no.
pub(super) fn property_schema(spec: &PropertySpec) -> Value {
    let mut schema = json!({ "title": spec.name, "description": spec.description });
    let text = json!({ "type": "string" });
    let kind = match spec.kind {
        PropertyType::String => "string",
        PropertyType::Integer => "integer",
        PropertyType::Number => "number",
        PropertyType::Boolean => "boolean",
        PropertyType::Array => "array",
        PropertyType::Object => "object",
    };
    schema["type"] = kind.into();
    if spec.kind == PropertyType::Array {
        schema["items"] = text;
    }
    if let Some(values) = service_schema::values(spec.name) {
        schema["enum"] = values.into();
    }
    schema
}
