//! The API definition: OpenAPI 3.0, made from the same tables as the answers.

mod parameters;
mod schemas;

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::collections::Collection;
use super::coverage;
use super::desks;
use super::document::{Document, serve, serve_page, to_json};
use super::negotiate::{Asked, media};
use super::pages;
use crate::app::App;
use crate::atlas::Snapshot;
use crate::http::problem::{PROBLEM_JSON, Problem};

/// The definition with its own address.
struct Definition {
    document: Value,
    address: String,
}

impl Document for Definition {
    const JSON: &'static str = media::OPENAPI;

    fn json(&self) -> Result<Vec<u8>, Problem> {
        to_json(&self.document)
    }

    fn html(&self, site: &str) -> Result<String, Problem> {
        pages::docs(site, &self.document, &self.address)
    }
}

impl Definition {
    fn new(snapshot: &Snapshot, asked: &Asked) -> Self {
        Self {
            document: document(snapshot, &asked.base.0),
            address: asked.base.url("/api/openapi.json"),
        }
    }
}

/// `GET /api/openapi.json`.
pub(super) async fn show(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    serve(&app, &asked, "openapi", |snapshot, _| Definition::new(snapshot, &asked))
}

/// `GET /api/docs`: the same for people, whatever representation is asked for.
pub(super) async fn docs(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    serve_page(&app, &asked, "docs", |snapshot| Definition::new(snapshot, &asked))
}

/// The whole definition. `base` is the public address of the server without a trailing slash.
#[must_use]
pub fn document(snapshot: &Snapshot, base: &str) -> Value {
    let reference = snapshot.reference();
    let region = &reference.region;
    let mut paths = Map::new();
    for (path, operation) in fixed_paths() {
        paths.insert(path.to_owned(), json!({ "get": operation }));
    }
    for (path, item) in coverage::openapi::paths() {
        paths.insert(path.to_owned(), item);
    }
    paths.extend(desks::openapi::paths());
    for collection in Collection::ALL {
        add_collection(collection, snapshot, &mut paths);
    }
    let (mut parameters, mut answers) = (parameters::shared(), responses());
    let mut schemas = schemas::all(snapshot);
    desks::openapi::add_schemas(&mut schemas);
    coverage::openapi::add_parameters(region, &mut parameters);
    coverage::openapi::add_responses(&mut answers);
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": region.site_name,
            "version": env!("CARGO_PKG_VERSION"),
            "description": format!(
                "Social offers of {} as OGC API Features. {} {}",
                region.name, region.sample_notice, super::landing::DEVIATION_NOTE
            ),
            "contact": contact(snapshot),
            "license": { "name": licences(snapshot) },
        },
        "servers": [{ "url": base, "description": "This server" }],
        "tags": [
            { "name": "capabilities", "description": "What this server offers" },
            { "name": "data", "description": "Collections and their features" },
            { "name": "coverage", "description": "Whom what reaches: analyses for planners" },
            { "name": "desks", "description": "Entries and organizations, for those who tend them" },
        ],
        "paths": paths,
        "components": {
            "parameters": parameters,
            "schemas": schemas,
            "responses": answers,
            "securitySchemes": desks::openapi::security_schemes(),
        },
    })
}

fn contact(snapshot: &Snapshot) -> Value {
    let operator = &snapshot.reference().region.operator;
    let mut contact = json!({ "name": operator.name });
    if operator.website.starts_with("http") {
        contact["url"] = operator.website.as_str().into();
    }
    if operator.email.contains('@') {
        contact["email"] = operator.email.as_str().into();
    }
    contact
}

/// The licences of all sources, each once.
fn licences(snapshot: &Snapshot) -> String {
    let mut names: Vec<&str> = Vec::new();
    for attribution in &snapshot.reference().region.attributions {
        let licence = attribution.licence.as_str();
        if !licence.is_empty() && !names.contains(&licence) {
            names.push(licence);
        }
    }
    if names.is_empty() { "unspecified".to_owned() } else { names.join("; ") }
}

/// Resources that are there whatever the collections.
fn fixed_paths() -> Vec<(&'static str, Value)> {
    vec![
        ("/api", simple("getLandingPage", "capabilities", "Landing page", "LandingPage")),
        (
            "/api/conformance",
            simple("getConformance", "capabilities", "Conformance classes", "Conformance"),
        ),
        (
            "/api/openapi.json",
            operation(
                "getApiDefinition",
                "capabilities",
                "This definition",
                &["f"],
                &json!({ media::OPENAPI: { "schema": { "type": "object" } }, media::HTML: html() }),
                false,
            ),
        ),
        (
            "/api/docs",
            operation(
                "getApiDocumentation",
                "capabilities",
                "This definition for people",
                &["f"],
                &json!({ media::HTML: html() }),
                false,
            ),
        ),
        (
            "/api/collections",
            simple("getCollections", "capabilities", "Collections", "Collections"),
        ),
    ]
}

/// A resource with no parameter but `f`.
fn simple(id: &str, tag: &str, summary: &str, schema: &str) -> Value {
    operation(id, tag, summary, &["f"], &content(media::JSON, schema), false)
}

fn add_collection(collection: Collection, snapshot: &Snapshot, paths: &mut Map<String, Value>) {
    let (id, title) = (collection.id(), collection.title());
    let path = collection.path();
    let name = id.replace('_', "");
    let layer = collection.layer(snapshot);
    let describe = simple(&format!("describe_{name}"), "capabilities", title, "Collection");
    paths.insert(path.clone(), json!({ "get": describe }));

    let schema = json!({ media::SCHEMA: { "schema": { "type": "object" } }, media::HTML: html() });
    let summary = format!("{title}: properties that filter");
    let queryables =
        operation(&format!("queryables_{name}"), "capabilities", &summary, &["f"], &schema, false);
    paths.insert(format!("{path}/queryables"), json!({ "get": queryables }));

    let names = super::items_query::names(collection, layer);
    let features = content(media::GEOJSON, &format!("{}Collection", schemas::name(collection)));
    let mut items = operation(&format!("items_{name}"), "data", title, &[], &features, false);
    items["description"] = collection.description().into();
    items["parameters"] =
        parameters::of_items(&names, super::queryables::properties(collection, snapshot));
    items["responses"]["200"]["headers"] = content_crs();
    paths.insert(format!("{path}/items"), json!({ "get": items }));

    let one = content(media::GEOJSON, schemas::name(collection));
    let mut item = operation(
        &format!("item_{name}"),
        "data",
        &format!("{title}: one"),
        &["f", "crs"],
        &one,
        true,
    );
    if let Some(list) = item["parameters"].as_array_mut() {
        list.push(json!({ "$ref": "#/components/parameters/featureId" }));
    }
    item["responses"]["200"]["headers"] = content_crs();
    paths.insert(format!("{path}/items/{{featureId}}"), json!({ "get": item }));
}

/// An operation with its parameters (by name) and answers.
fn operation(
    id: &str,
    tag: &str,
    summary: &str,
    parameters: &[&str],
    content: &Value,
    may_be_missing: bool,
) -> Value {
    let parameters: Vec<Value> = parameters
        .iter()
        .map(|name| json!({ "$ref": format!("#/components/parameters/{name}") }))
        .collect();
    let answer = |name: &str| json!({ "$ref": format!("#/components/responses/{name}") });
    let mut operation = json!({
        "operationId": id,
        "tags": [tag],
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": { "description": summary, "content": content },
            "304": answer("NotModified"),
            "400": answer("BadRequest"),
            "406": answer("NotAcceptable"),
            "500": answer("ServerError"),
            "503": answer("Busy"),
        },
    });
    if may_be_missing {
        operation["responses"]["404"] = answer("NotFound");
    }
    operation
}

/// Two representations: JSON of a schema, and HTML.
fn content(media_type: &str, schema: &str) -> Value {
    json!({
        media_type: { "schema": { "$ref": format!("#/components/schemas/{schema}") } },
        media::HTML: html(),
    })
}

fn html() -> Value {
    json!({ "schema": { "type": "string" } })
}

fn content_crs() -> Value {
    json!({ "Content-Crs": {
        "description": "Reference system of the coordinates, as <URI>",
        "schema": { "type": "string" },
    } })
}

fn responses() -> Value {
    let problem = |description: &str| {
        json!({
            "description": description,
            "content": { PROBLEM_JSON: { "schema": { "$ref": "#/components/schemas/Problem" } } },
        })
    };
    json!({
        "NotModified": { "description": "The client has this state already (If-None-Match)" },
        "BadRequest": problem("A parameter is unknown, repeated, empty or malformed; all are named"),
        "NotFound": problem("There is no such thing here"),
        "NotAcceptable": problem("Neither JSON nor HTML is accepted"),
        "ServerError": problem("The server failed; quote the request id when asking for help"),
        "Busy": problem("Too many requests at this moment; see Retry-After"),
    })
}
