//! Schemas of the analyses.

use serde_json::{Map, Value, json};

fn number() -> Value {
    json!({ "type": "number" })
}

fn maybe() -> Value {
    json!({ "type": "number", "nullable": true })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn open() -> Value {
    json!({ "type": "object" })
}

fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// An object all of whose members are always there.
fn object(members: Vec<(&str, Value)>) -> Value {
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    let names = json!(names);
    let properties: Map<String, Value> =
        members.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({ "type": "object", "required": names, "properties": properties })
}

fn uncertain() -> Value {
    object(vec![("stale", number()), ("approximate", number()), ("any", number())])
}

fn distance() -> Value {
    object(vec![("median", maybe()), ("p90", maybe()), ("max", maybe())])
}

/// What every answer says of how it was made.
fn made() -> Vec<(&'static str, Value)> {
    vec![("method", of("CoverageMethod")), ("snapshot", text())]
}

fn with(first: Vec<(&'static str, Value)>, then: Vec<(&'static str, Value)>) -> Value {
    object(first.into_iter().chain(then).collect())
}

/// All schemas of the analyses by name.
pub(in crate::http::api) fn all() -> Vec<(&'static str, Value)> {
    let mut schemas = figures();
    schemas.extend(answers());
    schemas
}

fn figures() -> Vec<(&'static str, Value)> {
    let totals = vec![
        ("population", number()),
        ("served", number()),
        ("unserved", number()),
        ("without_any", number()),
        ("uncertain", uncertain()),
        ("age_unknown", age_unknown()),
        ("distance_m", distance()),
    ];
    let municipality = vec![
        ("ags", text()),
        ("name", text()),
        ("sites", count()),
        ("factor", number()),
        ("unserved_share", maybe()),
    ];
    vec![
        ("CoverageTotals", object(totals.clone())),
        ("CoveragePeople", people()),
        ("CoverageProgress", progress()),
        ("CoverageMunicipality", with(municipality, totals)),
        ("UnservedArea", unserved_area()),
        ("CoverageMethod", method()),
        ("CoverageSite", site()),
    ]
}

const BANDS: [&str; 5] = ["lt18", "18to29", "30to49", "50to64", "ge65"];

/// Ages of which no cell tells anything are null.
fn ages() -> Vec<(&'static str, Value)> {
    BANDS.map(|name| (name, maybe())).to_vec()
}

/// People of cells that do not tell a band.
fn unknown_ages() -> Value {
    object(BANDS.map(|name| (name, number())).to_vec())
}

fn people() -> Value {
    with(vec![("total", number())], [ages(), vec![("unknown", unknown_ages())]].concat())
}

fn age_unknown() -> Value {
    object(vec![("people", number()), ("unserved", number()), ("share", maybe())])
}

fn progress() -> Value {
    let state = json!({ "type": "string", "enum": ["none", "running", "done"] });
    object(vec![("state", state), ("progress", number())])
}

fn unserved_area() -> Value {
    let area = vec![
        ("id", text()),
        ("number", count()),
        ("population", number()),
        ("people", number()),
        ("ages", object(ages())),
        ("ages_unknown", unknown_ages()),
        ("uncertain", uncertain()),
        ("age_unknown", age_unknown()),
        ("area_m2", number()),
        ("cells", count()),
        ("municipalities", list(&text())),
        ("nearest_place", json!({ "type": "string", "nullable": true })),
        ("nearest_site", json!({ "type": "object", "nullable": true })),
        ("distance_m", object(vec![("min", maybe()), ("median", maybe()), ("max", maybe())])),
    ];
    object(area)
}

fn method() -> Value {
    let method = ["software", "day", "metric", "projection"].map(|name| (name, text())).to_vec();
    let facts = ["census", "stale", "accuracy_m", "municipality_accuracy_m"].map(|n| (n, open()));
    let lists =
        ["population_dates", "placed_at_centre", "attributions"].map(|n| (n, list(&text())));
    let objects = ["links", "notes"].map(|name| (name, list(&open())));
    let method = method
        .into_iter()
        .chain([("cells", count()), ("cell_size_m", maybe())])
        .chain(facts)
        .chain(lists)
        .chain(objects);
    object(method.collect())
}

fn site() -> Value {
    object(vec![
        ("feature_id", json!({ "type": "string", "nullable": true })),
        ("service_id", json!({ "type": "string", "nullable": true })),
        ("name", text()),
        ("lon", number()),
        ("lat", number()),
        ("accuracy_m", number()),
        ("stale", json!({ "type": "boolean" })),
        ("confirmed", json!({ "type": "string", "format": "date", "nullable": true })),
        ("unconfirmed", json!({ "type": "boolean" })),
        ("approximate", json!({ "type": "boolean" })),
        ("kind", json!({ "type": "string", "enum": ["existing", "added", "moved", "closed"] })),
        ("place", json!({ "type": "integer", "nullable": true })),
        ("outside", json!({ "type": "boolean" })),
        ("serves", json!({ "type": "array", "nullable": true, "items": count() })),
    ])
}

/// The body of a scenario.
fn changes() -> Value {
    let moved = || object(vec![("feature_id", text()), ("lon", number()), ("lat", number())]);
    let changes = [("add", list(&place())), ("move", list(&moved())), ("close", list(&text()))];
    let changes: Map<String, Value> =
        changes.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": changes })
}

/// A change of a scenario that makes no difference to the question.
fn left_out() -> Value {
    let word = json!({ "type": "string", "enum": ["move", "close"] });
    object(vec![("word", word), ("feature_id", text()), ("name", text())])
}

fn place() -> Value {
    object(vec![("lon", number()), ("lat", number())])
}

fn answers() -> Vec<(&'static str, Value)> {
    let collection = |extra: Vec<(&'static str, Value)>| {
        let kind = json!({ "type": "string", "enum": ["FeatureCollection"] });
        with(vec![("type", kind), ("features", list(&open()))], extra)
    };
    let question = || ("question", open());
    let coverage = vec![
        question(),
        ("totals", of("CoverageTotals")),
        ("people", of("CoveragePeople")),
        ("municipalities", list(&of("CoverageMunicipality"))),
        ("unserved_areas", list(&of("UnservedArea"))),
        ("distribution", open()),
        ("sites", open()),
        ("left_out", list(&left_out())),
        ("remote", open()),
        ("unlocated", count()),
        ("completeness", json!({ "type": "string", "enum": ["unknown", "partial", "complete"] })),
        ("links", list(&of("Link"))),
    ];
    vec![
        ("Coverage", with(coverage, made())),
        ("UnservedAreas", collection(with_question(vec![("totals", of("CoverageTotals"))]))),
        ("CoverageCells", collection(vec![("cell_size_m", count()), ("snapshot", text())])),
        (
            "CoverageSites",
            object(vec![
                question(),
                ("counts", open()),
                ("sites", list(&of("CoverageSite"))),
                ("municipalities", list(&text())),
                ("left_out", list(&left_out())),
                ("snapshot", text()),
            ]),
        ),
        (
            "CoverageMatrix",
            object(with_question(vec![
                ("municipalities", list(&open())),
                ("rows", list(&open())),
                ("without_distance", list(&text())),
                ("links", list(&of("Link"))),
            ])),
        ),
        (
            "CoverageScenario",
            object(with_question(vec![
                ("before", open()),
                ("after", open()),
                ("difference", open()),
                ("areas", open()),
                ("unserved_areas", list(&of("UnservedArea"))),
                ("sites", list(&of("CoverageSite"))),
                ("left_out", list(&left_out())),
            ])),
        ),
        (
            "CoverageAround",
            object(with_question(vec![
                ("at", place()),
                ("municipality", json!({ "type": "object", "nullable": true })),
                ("nearest_place", json!({ "type": "string", "nullable": true })),
                ("categories", list(&open())),
            ])),
        ),
        (
            "CoverageCompare",
            object(vec![
                ("first", open()),
                ("second", open()),
                ("difference", open()),
                ("method", of("CoverageMethod")),
            ]),
        ),
        ("ScenarioChanges", changes()),
    ]
}

/// The members with the question before them and how it was made behind them.
fn with_question(members: Vec<(&'static str, Value)>) -> Vec<(&'static str, Value)> {
    std::iter::once(("question", open())).chain(members).chain(made()).collect()
}
