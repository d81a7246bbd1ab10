//! Which properties filter, as a JSON Schema. (Part 3 of the standard, filtering by expressions, is not claimed.)

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::collections::Collection;
use super::landing::to_json;
use super::negotiate::{Asked, Format, answer, media, tag};
use super::{pages, service_schema};
use crate::app::App;
use crate::atlas::{Layer, PropertySpec, PropertyType, Snapshot};
use crate::http::extract::Path;
use crate::http::problem::Problem;

/// `GET /api/collections/{collection}/queryables`.
pub(super) async fn serve(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = Collection::find(&id)?;
    let format = asked.only_format()?;
    let snapshot = app.atlas.snapshot();
    let etag = tag(&[snapshot.tag(), collection.id(), "queryables", format.as_str()]);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let specs: Vec<PropertySpec> =
        properties(collection, &snapshot).iter().filter(|p| p.queryable).copied().collect();
    match format {
        Format::Json => {
            let address = asked.base.url(&asked.path);
            let schema = schema(collection.title(), &address, &specs);
            Ok(answer(to_json(&schema)?, media::SCHEMA, &etag))
        }
        Format::Html => {
            let site = &snapshot.reference().region.site_name;
            let json = asked.address(Format::Json);
            pages::queryables(site, collection, &specs, &json)
                .map(|html| answer(html, media::HTML, &etag))
        }
    }
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
