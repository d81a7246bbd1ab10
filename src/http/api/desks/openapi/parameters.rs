//! What stands in the path, the query and the headers of the desks' operations.

use serde_json::{Value, json};

/// The parameters in a path.
pub(super) fn path_parameters(path: &str) -> Vec<Value> {
    let names =
        [("{id}", "id", "uuid"), ("{number}", "number", "int64"), ("{language}", "language", "")];
    let there = names.iter().filter(|(part, ..)| path.contains(part));
    there
        .map(|(_, name, format)| {
            let kind = if *name == "number" { "integer" } else { "string" };
            let mut schema = json!({ "type": kind });
            if format.is_empty() {
                schema["enum"] =
                    crate::domain::TRANSLATED.map(crate::domain::Language::code).into();
            } else {
                schema["format"] = (*format).into();
            }
            json!({ "name": name, "in": "path", "required": true, "schema": schema })
        })
        .collect()
}

/// A header that a request may or must carry.
pub(super) fn header(name: &str, required: bool, description: &str) -> Value {
    json!({
        "name": name, "in": "header", "required": required, "description": description,
        "schema": { "type": "string" },
    })
}

/// The words in the query of an operation.
pub(super) fn query_parameters(id: &str) -> Vec<Value> {
    let text = || json!({ "type": "string" });
    let flag = || json!({ "type": "boolean", "default": false });
    let limit = || json!({ "type": "integer", "minimum": 1, "maximum": 200, "default": 50 });
    let write = || {
        vec![
            (
                "draft",
                flag(),
                "A draft: it may lack what an entry needs, and nobody decides about it.",
            ),
            ("confirm", flag(), "Its author also confirms today that all of it is right."),
            ("reason", text(), "Why, for whoever reads the history."),
            (
                "acknowledge",
                text(),
                "Codes, by comma, of doubts its author stands by: on_water, outside_county, other_municipality, \
                 discloses_place.",
            ),
        ]
    };
    let states = json!({ "type": "string", "enum": ["draft", "pending", "published", "rejected", "archived"] });
    let words = match id {
        "createListing" | "replaceListing" | "patchListing" => write(),
        "archiveListing" | "restoreListingRevision" => vec![("reason", text(), "Why.")],
        "decideRevision" => vec![(
            "acknowledge",
            text(),
            "discloses_place: a place that was protected shall be public with this version.",
        )],
        "confirmListing" => vec![(
            "revision",
            json!({ "type": "integer" }),
            "Number of the public version that was seen; whatever is public without.",
        )],
        "listListings" => vec![
            ("organization", text(), "Only those of this organization."),
            ("review_status", states, "Only those whose latest version stands there."),
            ("after", text(), "Only those behind this id: `next` of the page before."),
            ("limit", limit(), "At most so many."),
        ],
        "getListingRevisions" => {
            vec![("before", json!({ "type": "integer" }), "Only what was before this position.")]
        }
        "getQueue" => vec![
            (
                "kind",
                text(),
                "Kinds by comma: new, changed, closure_over, source_changed, source_gone, sample, duplicate, \
                 stale, broken_link, asked_back, draft.",
            ),
            ("organization", text(), "Only entries of this organization."),
            ("q", text(), "Only entries whose name holds this text."),
            (
                "order",
                json!({ "type": "string", "enum": ["urgency", "oldest", "newest", "name"] }),
                "In which order.",
            ),
            ("offset", json!({ "type": "integer", "minimum": 0 }), "How many to leave out."),
            ("limit", limit(), "At most so many."),
        ],
        "getDuplicates" => vec![("limit", limit(), "At most so many.")],
        _ => usage_words(id),
    };
    words
        .into_iter()
        .map(|(name, schema, description)| {
            json!({ "name": name, "in": "query", "schema": schema, "description": description })
        })
        .collect()
}

/// The words of what was counted.
fn usage_words(id: &str) -> Vec<(&'static str, Value, &'static str)> {
    match id {
        "getReach" => vec![(
            "months",
            json!({ "type": "integer", "minimum": 1, "maximum": 36, "default": 13 }),
            "How many months back, this one included.",
        )],
        "getUnmet" => vec![
            ("from", json!({ "type": "string" }), "From this ISO week on (2026-W48)."),
            ("to", json!({ "type": "string" }), "Up to this ISO week."),
            (
                "municipality",
                json!({ "type": "string" }),
                "Only searches that named this municipality (official key).",
            ),
            (
                "kind",
                json!({ "type": "string", "enum": ["zero", "weak"] }),
                "zero: nothing was found; weak: little, or by leaving words aside.",
            ),
        ],
        _ => Vec::new(),
    }
}
