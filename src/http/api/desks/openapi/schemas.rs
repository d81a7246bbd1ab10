//! What the documents of the desks look like, and how callers prove who they are.

use serde_json::{Value, json};

/// Schemas that only the desks have.
pub(in crate::http::api) fn add_schemas(schemas: &mut Value) {
    schemas["Listing"] = object(
        "An entry: a service with its sites. `record` is read only.",
        &["name", "categories", "sites"],
        json!({
            "id": text(), "organization_id": text(), "organization_text": text(),
            "co_organization_ids": texts(), "name": text(), "description": text(), "categories": texts(),
            "target_groups": texts(), "target_group_texts": texts(), "service_forms": texts(),
            "legal_bases": texts(),
            "ages": { "type": "object", "properties": { "minimum": number(), "maximum": number() } },
            "free": { "type": "string", "enum": ["yes", "no", "unknown"] }, "cost_text": text(),
            "anonymous": { "type": "string", "enum": ["yes", "no", "unknown"] },
            "languages": texts(), "languages_text": text(), "contact": { "type": "object" },
            "status": { "type": "string", "enum": ["active", "inactive", "defunct", "temporarily_closed"] },
            "closure": { "type": "object", "properties": { "text": text(), "until": day() } },
            "publish_from": day(), "publish_until": day(), "related": texts(),
            "sites": { "type": "array", "items": { "type": "object" } },
            "record": { "type": "object", "readOnly": true },
        }),
    );
    schemas["OrganizationRecord"] = object(
        "A body that runs services. `record` is read only.",
        &["name"],
        json!({
            "id": text(), "name": text(), "short_name": text(), "kind_text": text(), "umbrella": text(),
            "description": text(), "address": { "type": "object" }, "contact": { "type": "object" },
            "record": { "type": "object", "readOnly": true },
        }),
    );
    schemas["Edited"] = object(
        "What became of a write.",
        &["id", "version"],
        json!({
            "id": text(), "revision": number(), "version": number(), "review_status": state(),
            "seq": { "type": "integer", "format": "int64", "nullable": true },
        }),
    );
    schemas["Decision"] = object(
        "publish; reject with a reason; ask_back with a question.",
        &["decision"],
        json!({
            "decision": { "type": "string", "enum": ["publish", "reject", "ask_back"] },
            "reason": text(), "question": text(),
        }),
    );
    schemas["Merge"] = object(
        "The entry that becomes part of the one in the address.",
        &["merged", "merged_version"],
        json!({
            "merged": text(), "merged_version": number(), "reason": text(),
            "listing": { "$ref": "#/components/schemas/Listing" },
        }),
    );
    add_translations_and_scenarios(schemas);
    schemas["DeskAnswer"] = object("A document of the desks.", &[], json!({}));
}

#[allow(clippy::needless_pass_by_value, reason = "it is written where it is passed")]
fn object(description: &str, required: &[&str], properties: Value) -> Value {
    let mut schema =
        json!({ "type": "object", "description": description, "properties": properties });
    // An empty list is not valid there.
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn texts() -> Value {
    json!({ "type": "array", "items": text() })
}

fn number() -> Value {
    json!({ "type": "integer", "format": "int64" })
}

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn state() -> Value {
    json!({ "type": "string", "enum": ["draft", "pending", "published", "rejected", "archived"] })
}

/// Translations of entries and kept scenarios.
fn add_translations_and_scenarios(schemas: &mut Value) {
    schemas["Translation"] = object(
        "The words of an entry in another language, by the names of its texts (`name`, `description`, \
         `sites/{feature id}/hours_text` …); what is missing or empty is shown in German.",
        &["source_revision", "texts"],
        json!({
            "source_revision": number(),
            "texts": { "type": "object", "additionalProperties": text() },
        }),
    );
    schemas["TranslationDecision"] = object(
        "publish; reject with a reason.",
        &["decision"],
        json!({
            "decision": { "type": "string", "enum": ["publish", "reject"] }, "reason": text(),
        }),
    );
    schemas["TranslationEdited"] = object(
        "What became of a write to a translation.",
        &["id", "language", "version"],
        json!({
            "id": text(), "language": text(), "number": number(), "version": number(),
            "review_status": state(),
            "seq": { "type": "integer", "format": "int64", "nullable": true },
        }),
    );
    schemas["KeptScenario"] = object(
        "A kept scenario. `question` is the query string of /api/coverage with its words add, move and close. `answer` is \
         what was answered when it was kept; it, `sites`, `id` and `record` are read only.",
        &["name", "question"],
        json!({
            "id": { "type": "string", "readOnly": true }, "name": text(), "note": text(),
            "question": text(),
            "answer": { "type": "object", "nullable": true, "readOnly": true, "properties": {
                "snapshot": text(), "unserved": number(),
            } },
            "sites": { "type": "array", "readOnly": true, "items": { "type": "object" } },
            "record": { "type": "object", "readOnly": true },
        }),
    );
}

/// How callers prove who they are.
pub(in crate::http::api) fn security_schemes() -> Value {
    json!({
        "token": { "type": "http", "scheme": "bearer" },
        "session": { "type": "apiKey", "in": "cookie", "name": "session" },
        "csrf": { "type": "apiKey", "in": "header", "name": "X-CSRF-Token" },
    })
}
