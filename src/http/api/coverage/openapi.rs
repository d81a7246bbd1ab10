//! The API definition of the analyses.

use serde_json::{Map, Value, json};

use super::formats::Kind;
use crate::app::Question;
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::Region;
use crate::http::params;
use crate::http::problem::PROBLEM_JSON;

/// The shared words that say which offers count.
const OFFERS: [&str; 11] = [
    "q",
    "category",
    "target_group",
    "language",
    "accessible",
    "free",
    "anonymous",
    "open",
    "near",
    "within_m",
    "bbox",
];

/// One resource of the analyses.
struct Resource {
    path: &'static str,
    id: &'static str,
    summary: &'static str,
    words: &'static [&'static str],
    /// Further parameters by the name of their component.
    own: &'static [&'static str],
    kinds: &'static [Kind],
    schema: &'static str,
}

const RESOURCES: [Resource; 7] = [
    Resource {
        path: "/api/coverage",
        id: "getCoverage",
        summary: "Whom the offers reach, by municipality, and where the white spots are",
        words: params::QUESTION,
        own: &[],
        kinds: &super::KINDS,
        schema: "Coverage",
    },
    Resource {
        path: "/api/coverage/cells",
        id: "getCoverageCells",
        summary: "What every population cell has around it",
        words: params::QUESTION,
        own: &["geometry"],
        kinds: &super::cells::KINDS,
        schema: "CoverageCells",
    },
    Resource {
        path: "/api/coverage/sites",
        id: "getCoverageSites",
        summary: "The sites that count, in the order in which cells name them",
        words: params::QUESTION,
        own: &[],
        kinds: &[Kind::Json],
        schema: "CoverageSites",
    },
    Resource {
        path: "/api/coverage/matrix",
        id: "getCoverageMatrix",
        summary: "Categories against municipalities: who is not reached",
        words: params::MATRIX,
        own: &[],
        kinds: &super::matrix::KINDS,
        schema: "CoverageMatrix",
    },
    Resource {
        path: "/api/coverage/scenario",
        id: "getCoverageScenario",
        summary: "What if sites are added, moved or closed",
        words: params::QUESTION,
        own: &[],
        kinds: &[Kind::Json],
        schema: "CoverageScenario",
    },
    Resource {
        path: "/api/coverage/at",
        id: "getCoverageAt",
        summary: "What one address has around it, category by category",
        words: params::AROUND,
        own: &["lon", "lat"],
        kinds: &[Kind::Json],
        schema: "CoverageAround",
    },
    Resource {
        path: "/api/coverage/compare",
        id: "getCoverageCompare",
        summary: "Two questions side by side; other_ before a word makes it one of the second side only",
        words: params::COMPARED,
        own: &["other_category", "other_max_distance_m", "other_at"],
        kinds: &[Kind::Json],
        schema: "CoverageCompare",
    },
];

/// The resources with their operations.
pub(in crate::http::api) fn paths() -> Vec<(&'static str, Value)> {
    let item = |resource: &Resource| {
        let mut item = json!({ "get": operation(resource) });
        if resource.path == "/api/coverage/scenario" {
            item["post"] = post(resource);
        }
        (resource.path, item)
    };
    let progress = ("/api/coverage/progress", json!({ "get": progress() }));
    RESOURCES.iter().map(item).chain(std::iter::once(progress)).collect()
}

/// How far an answer is: the words of the question, and nothing to negotiate.
fn progress() -> Value {
    let offers = OFFERS.iter().map(|name| reference(name));
    let words = params::QUESTION.iter().map(|name| reference(&component(name)));
    let of = json!({
        "name": "of", "in": "query", "required": false,
        "description": "Which answer; f and geometry may stand beside it and make no difference.",
        "schema": { "type": "string", "enum": super::progress::OF },
    });
    let parameters: Vec<Value> = offers.chain(words).chain(std::iter::once(of)).collect();
    let schema = json!({ "$ref": "#/components/schemas/CoverageProgress" });
    let summary = "How far the answer to a question is; answers at once and starts nothing";
    let answer = |name: &str| json!({ "$ref": format!("#/components/responses/{name}") });
    json!({
        "operationId": "getCoverageProgress",
        "tags": ["coverage"],
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": { "description": summary, "content": { "application/json": { "schema": schema } } },
            "400": answer("BadRequest"),
            "500": answer("ServerError"),
        },
    })
}

fn reference(component: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{component}") })
}

fn operation(resource: &Resource) -> Value {
    let offers = OFFERS.iter().map(|name| reference(name));
    let words = resource.words.iter().map(|name| reference(&component(name)));
    let own = resource.own.iter().map(|name| reference(&component(name)));
    let kinds: Vec<&str> = resource.kinds.iter().map(|kind| kind.as_str()).collect();
    let format = json!({
        "name": "f", "in": "query", "required": false,
        "description": "Representation; goes before Accept. csv-excel is csv with semicolons and decimal commas, \
            as spreadsheets that are set to German open it.",
        "schema": { "type": "string", "enum": kinds },
    });
    let parameters: Vec<Value> =
        offers.chain(words).chain(own).chain(std::iter::once(format)).collect();
    let content: Map<String, Value> = resource
        .kinds
        .iter()
        .map(|kind| (kind.essence().to_owned(), json!({ "schema": schema_of(resource, *kind) })))
        .collect();
    json!({
        "operationId": resource.id,
        "tags": ["coverage"],
        "summary": resource.summary,
        "parameters": parameters,
        "responses": responses(resource.summary, &Value::Object(content)),
    })
}

fn schema_of(resource: &Resource, kind: Kind) -> Value {
    match (resource.path, kind) {
        (_, Kind::Csv | Kind::CsvExcel) => json!({ "type": "string" }),
        (_, Kind::Bin) => json!({ "type": "string", "format": "binary" }),
        ("/api/coverage", Kind::GeoJson) => {
            json!({ "$ref": "#/components/schemas/UnservedAreas" })
        }
        _ => json!({ "$ref": format!("#/components/schemas/{}", resource.schema) }),
    }
}

fn responses(summary: &str, content: &Value) -> Value {
    let answer = |name: &str| json!({ "$ref": format!("#/components/responses/{name}") });
    json!({
        "200": { "description": summary, "content": content },
        "304": answer("NotModified"),
        "400": answer("BadRequest"),
        "406": answer("NotAcceptable"),
        "429": answer("TooManyRequests"),
        "500": answer("ServerError"),
        "503": answer("Busy"),
    })
}

fn post(resource: &Resource) -> Value {
    let mut operation = operation(resource);
    operation["operationId"] = "postCoverageScenario".into();
    if let Some(parameters) = operation["parameters"].as_array_mut() {
        let changes = ["add", "move", "close"].map(|name| reference(&component(name)));
        parameters.retain(|parameter| !changes.contains(parameter));
    }
    operation["requestBody"] = json!({
        "required": true,
        "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/ScenarioChanges" },
        } },
    });
    let problem = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
    operation["responses"]["422"] = json!({
        "description": "Changes that cannot be made; each is named by its JSON pointer",
        "content": { PROBLEM_JSON: problem },
    });
    operation
}

/// Answers that only analyses have.
pub(in crate::http::api) fn add_responses(responses: &mut Value) {
    let problem = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
    responses["TooManyRequests"] = json!({
        "description": "More than a client may ask for; see Retry-After",
        "content": { PROBLEM_JSON: problem },
    });
}

/// The name of the component of a word: those that mean something else elsewhere have their own.
fn component(name: &str) -> String {
    match name {
        "municipality" | "at" => format!("coverage_{name}"),
        other => other.to_owned(),
    }
}

/// Name, schema, description and, where a question cannot do without, an example.
type Described = (&'static str, Value, String, Option<Value>);

fn number(minimum: f64, maximum: f64) -> Value {
    json!({ "type": "number", "minimum": minimum, "maximum": maximum })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn words(all: &[&str]) -> Value {
    json!({ "type": "string", "enum": all })
}

fn metres() -> Value {
    json!({
        "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": Question::MAX_DISTANCE_M,
    })
}

fn plain(text: &str) -> String {
    text.to_owned()
}

/// The words of a question.
fn question_words() -> Vec<Described> {
    let metrics = words(&MetricKind::ALL.map(MetricKind::as_str));
    let groups = words(&PopulationGroup::ALL.map(PopulationGroup::as_str));
    vec![
        (
            "max_distance_m",
            metres(),
            plain(
                "Metres that are not too far; may be left out where the county has set them for the category.",
            ),
            Some(5_000.into()),
        ),
        ("metric", metrics, plain("Straight line, or shortest path over land and links."), None),
        ("population", groups, plain("Whose distances count; total by default."), None),
        (
            "stale_after_months",
            json!({ "type": "integer", "minimum": 0, "maximum": Question::MAX_MONTHS }),
            plain(
                "Months after which an entry counts as stale; the policy of its category by default.",
            ),
            None,
        ),
        (
            "merge_m",
            number(0.0, Question::MAX_MERGE_M),
            plain(
                "Widest gap in metres over which unserved cells count as one area; 0 by default.",
            ),
            None,
        ),
        (
            "municipality",
            text(),
            plain("Keys by comma: whose people are looked at. Sites count wherever they lie."),
            None,
        ),
        (
            "links",
            text(),
            plain(
                "Ids by comma of the links that overland paths may take, or none; those on by default otherwise.",
            ),
            None,
        ),
    ]
}

/// The words of scenarios, and of single resources.
fn other_words(region: &Region) -> Vec<Described> {
    let (lon, lat) = (
        f64::midpoint(region.bounds.west, region.bounds.east),
        f64::midpoint(region.bounds.south, region.bounds.north),
    );
    vec![
        ("add", text(), plain("New sites: lon,lat;lon,lat"), Some(format!("{lon},{lat}").into())),
        ("move", text(), plain("Moved sites: feature@lon,lat;feature@lon,lat"), None),
        ("close", text(), plain("Closed sites: features by comma."), None),
        ("at", day(), plain("The offers as they were public at the end of this day."), None),
        (
            "geometry",
            words(&["point", "polygon"]),
            plain("What a cell is drawn as in GeoJSON."),
            None,
        ),
        ("lon", number(-180.0, 180.0), plain("Longitude of the address."), Some(lon.into())),
        ("lat", number(-90.0, 90.0), plain("Latitude of the address."), Some(lat.into())),
        ("other_category", text(), plain("Categories of the second side."), None),
        ("other_max_distance_m", metres(), plain("Distance of the second side."), None),
        ("other_at", day(), plain("Day of the second side."), None),
    ]
}

/// Adds the parameters of the analyses.
pub(in crate::http::api) fn add_parameters(region: &Region, parameters: &mut Value) {
    for (name, schema, description, example) in
        question_words().into_iter().chain(other_words(region))
    {
        let required = matches!(name, "lon" | "lat");
        let mut parameter = json!({
            "name": name, "in": "query", "required": required, "description": description,
            "schema": schema,
        });
        if let Some(example) = example {
            parameter["example"] = example;
        }
        parameters[component(name)] = parameter;
    }
}
