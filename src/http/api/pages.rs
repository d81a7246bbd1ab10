//! The same resources as HTML, for developers who look around with a browser.

use askama::Template;
use serde_json::Value;

use super::collections::{Collection, Description, List};
use super::landing::{Conformance, DEVIATION_NOTE, Deviation, Landing};
use crate::atlas::{PropertySpec, PropertyType};
use crate::http::assets::{AssetNames, CURRENT};
use crate::http::links::Link;
use crate::http::problem::Problem;

/// What the link to the same document for programs is called.
const AS_JSON: &str = "This document as JSON";

/// A row of a table: a name and what belongs to it.
struct Row {
    name: String,
    /// Where the name leads, if anywhere.
    name_href: Option<String>,
    values: Vec<Cell>,
}

/// A value of a row.
struct Cell {
    text: String,
    /// Where the value leads, if it is an address.
    href: Option<String>,
}

impl Row {
    fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), name_href: None, values: vec![Cell::new(value.into())] }
    }

    /// A property of a feature; each address of a list is a link of its own.
    fn of_property(name: &str, value: &Value) -> Self {
        let addresses = value.as_array().filter(|list| list.iter().all(is_address));
        let values = match addresses {
            Some(list) => list.iter().map(|address| Cell::new(text(address))).collect(),
            None => vec![Cell::new(text(value))],
        };
        Self { name: name.to_owned(), name_href: None, values }
    }
}

impl Cell {
    fn new(text: String) -> Self {
        let href = text.starts_with("http").then(|| text.clone());
        Self { text, href }
    }
}

fn is_address(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.starts_with("http"))
}

/// A table with a caption.
struct Table {
    caption: &'static str,
    head: [&'static str; 2],
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "api/document.html")]
struct Document<'a> {
    assets: &'static AssetNames,
    site: &'a str,
    title: &'a str,
    description: &'a str,
    tables: Vec<Table>,
    links: &'a [Link],
}

fn render(
    site: &str,
    title: &str,
    description: &str,
    tables: Vec<Table>,
    links: &[Link],
) -> Result<String, Problem> {
    Document { assets: CURRENT.names(), site, title, description, tables, links }
        .render()
        .map_err(Problem::internal)
}

pub(super) fn landing(landing: &Landing) -> Result<String, Problem> {
    let sources = landing.attribution.split(" · ").map(|line| Row::new("", line)).collect();
    let table = Table { caption: "Sources", head: ["", "Line to show"], rows: sources };
    let tables = if landing.attribution.is_empty() { vec![] } else { vec![table] };
    render(&landing.title, &landing.title, &landing.description, tables, &landing.links)
}

pub(super) fn conformance(site: &str, own: &Conformance) -> Result<String, Problem> {
    let rows = own.conforms_to.iter().map(|class| Row::new("", *class)).collect();
    let classes = Table { caption: "Conformance classes", head: ["", "Class"], rows };
    let clause = |d: &Deviation| format!("{} {}", d.requirement, d.part);
    let rows = own.deviations.iter().map(|d| Row::new(clause(d), d.description)).collect();
    let deviations = Table { caption: "Deviations", head: ["Clause", "What is different"], rows };
    let links = [Link::new(own.json.clone(), "alternate", "application/json").titled(AS_JSON)];
    let description = format!("The standards this interface meets. {DEVIATION_NOTE}");
    render(site, "Conformance", &description, vec![classes, deviations], &links)
}

pub(super) fn collections(site: &str, list: &List) -> Result<String, Problem> {
    let rows = list
        .collections
        .iter()
        .map(|c| Row {
            name_href: Some(format!("/api/collections/{}?f=html", c.id)),
            ..Row::new(format!("{} ({})", c.title, c.item_count), c.description)
        })
        .collect();
    let table = Table { caption: "Collections", head: ["Collection", "What it holds"], rows };
    render(site, "Collections", "", vec![table], &list.links)
}

pub(super) fn collection(site: &str, own: &Description) -> Result<String, Problem> {
    let mut rows = vec![Row::new("id", own.id), Row::new("Features", own.item_count.to_string())];
    if let Some(extent) = &own.extent {
        if let Some(spatial) = &extent.spatial {
            rows.push(Row::new("Extent (CRS84)", format!("{:?}", spatial.bbox[0])));
        }
        if let Some(temporal) = &extent.temporal {
            rows.push(Row::new("Confirmed between", temporal.interval[0].join(" and ")));
        }
    }
    rows.push(Row::new("Stored in", own.storage_crs));
    rows.extend(own.crs.iter().map(|crs| Row::new("Answers in", *crs)));
    let table = Table { caption: "Facts", head: ["", ""], rows };
    render(site, own.title, own.description, vec![table], &own.links)
}

pub(super) fn queryables(
    site: &str,
    collection: Collection,
    specs: &[PropertySpec],
    json: &str,
) -> Result<String, Problem> {
    let row = |spec: &PropertySpec| {
        let kind = match spec.kind {
            PropertyType::String => "text",
            PropertyType::Integer => "integer",
            PropertyType::Number => "number",
            PropertyType::Boolean => "boolean",
            PropertyType::Array => "list",
            PropertyType::Object => "object",
        };
        Row::new(spec.name, format!("{kind}: {}", spec.description))
    };
    let rows = specs.iter().map(row).collect();
    let table = Table { caption: "Properties that filter", head: ["Property", "Meaning"], rows };
    let links =
        [Link::new(json.to_owned(), "alternate", "application/schema+json").titled(AS_JSON)];
    render(site, collection.title(), collection.description(), vec![table], &links)
}

/// One feature in a list.
struct Item {
    id: String,
    title: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "api/items.html")]
struct Items<'a> {
    assets: &'static AssetNames,
    site: &'a str,
    collection: &'static str,
    title: &'static str,
    matched: u64,
    returned: u64,
    list: Vec<Item>,
    links: Vec<(String, String, String)>,
}

/// The page of a feature collection that was written as GeoJSON.
pub(super) fn items(site: &str, collection: Collection, json: &[u8]) -> Result<String, Problem> {
    let page: Value = serde_json::from_slice(json).map_err(Problem::internal)?;
    let features = page["features"].as_array().map(Vec::as_slice).unwrap_or_default();
    Items {
        assets: CURRENT.names(),
        site,
        collection: collection.id(),
        title: collection.title(),
        matched: page["numberMatched"].as_u64().unwrap_or_default(),
        returned: page["numberReturned"].as_u64().unwrap_or_default(),
        list: features.iter().map(item).collect(),
        links: links_of(&page),
    }
    .render()
    .map_err(Problem::internal)
}

fn item(feature: &Value) -> Item {
    let id = text(&feature["id"]);
    let properties = &feature["properties"];
    let title = properties["name"].as_str().unwrap_or(&id).to_owned();
    let names = ["organization_name", "category_label", "address", "municipality_name"];
    let mut facts: Vec<String> = Vec::new();
    for fact in names.iter().map(|n| text(&properties[*n])) {
        // The town is often part of the address already.
        if !facts.iter().any(|said| said.contains(&fact)) && !fact.is_empty() {
            facts.push(fact);
        }
    }
    if let Some(people) = properties["population"].as_u64() {
        facts.push(format!("{people} inhabitants"));
    }
    Item { title, summary: facts.join(" · "), id }
}

/// The page of one feature that was written as GeoJSON.
pub(super) fn feature(site: &str, collection: Collection, json: &[u8]) -> Result<String, Problem> {
    let feature: Value = serde_json::from_slice(json).map_err(Problem::internal)?;
    let properties = feature["properties"].as_object();
    let mut rows: Vec<Row> =
        properties.into_iter().flatten().map(|(n, v)| Row::of_property(n, v)).collect();
    let geometry = &feature["geometry"];
    let place = match geometry["type"].as_str() {
        Some("Point") => format!("Point {}", geometry["coordinates"]),
        Some(other) => other.to_owned(),
        None => "none".to_owned(),
    };
    rows.push(Row::new("geometry", place));
    let table = Table { caption: "Properties", head: ["Property", "Value"], rows };
    let links: Vec<Link> = links_of(&feature)
        .into_iter()
        .map(|(href, rel, _)| match rel.as_str() {
            "self" => Link::new(href, "self", ""),
            "alternate" => Link::new(href, "alternate", "").titled(AS_JSON),
            "collection" => Link::new(href, "collection", "").titled(collection.title()),
            _ => Link::new(href, "related", ""),
        })
        .collect();
    let name = text(&feature["properties"]["name"]);
    let id = text(&feature["id"]);
    let title = if name.is_empty() { id } else { name };
    render(site, &title, collection.title(), vec![table], &links)
}

/// Links of a document as address, relation and title.
fn links_of(document: &Value) -> Vec<(String, String, String)> {
    let links = document["links"].as_array().map(Vec::as_slice).unwrap_or_default();
    links.iter().map(|l| (text(&l["href"]), text(&l["rel"]), text(&l["title"]))).collect()
}

/// A value as people read it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// An operation of the API definition.
struct Operation {
    path: String,
    summary: String,
    description: String,
    parameters: Vec<Row>,
}

#[derive(Template)]
#[template(path = "api/docs.html")]
struct Docs<'a> {
    assets: &'static AssetNames,
    site: &'a str,
    description: String,
    json: &'a str,
    operations: Vec<Operation>,
}

/// The API definition for people: plain HTML, no script.
pub(super) fn docs(site: &str, document: &Value, json: &str) -> Result<String, Problem> {
    let paths = document["paths"].as_object();
    let operations = paths
        .into_iter()
        .flatten()
        .map(|(path, item)| {
            let get = &item["get"];
            let listed = get["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
            Operation {
                path: path.clone(),
                summary: text(&get["summary"]),
                description: text(&get["description"]),
                parameters: listed.iter().map(|p| parameter(document, p)).collect(),
            }
        })
        .collect();
    let description = text(&document["info"]["description"]);
    Docs { assets: CURRENT.names(), site, description, json, operations }
        .render()
        .map_err(Problem::internal)
}

/// Name and meaning of a parameter, its reference followed.
fn parameter(document: &Value, listed: &Value) -> Row {
    let pointer = listed["$ref"].as_str().map(|r| r.trim_start_matches('#'));
    let own = pointer.and_then(|p| document.pointer(p)).unwrap_or(listed);
    let schema = &own["schema"];
    let values = [&schema["enum"], &schema["items"]["enum"]].into_iter().find(|v| v.is_array());
    let mut meaning = text(&own["description"]);
    if let Some(values) = values {
        meaning = format!("{meaning} ({})", text(values));
    }
    Row::new(text(&own["name"]), meaning)
}
