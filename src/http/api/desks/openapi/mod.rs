//! The API definition of the desks: operations, bodies and answers here, `parameters` and `schemas` beside it.

mod parameters;
mod schemas;

use serde_json::{Map, Value, json};

use self::parameters::{header, path_parameters, query_parameters};
pub(in crate::http::api) use self::schemas::{add_schemas, security_schemes};
use super::merge_patch::MERGE_PATCH;
use crate::http::problem::PROBLEM_JSON;

/// One operation: path, method, operation id, summary.
type Operation = (&'static str, &'static str, &'static str, &'static str);

const OPERATIONS: [Operation; 29] = [
    ("/api/session", "get", "getSession", "Who asks, and what they may do"),
    ("/api/listings", "get", "listListings", "Entries in id order, page by page"),
    (
        "/api/listings",
        "post",
        "createListing",
        "A new entry; public at once only if its author may publish",
    ),
    (
        "/api/listings/{id}",
        "get",
        "getListing",
        "The latest version of an entry with the state of its record",
    ),
    ("/api/listings/{id}", "put", "replaceListing", "The whole entry as a new version"),
    (
        "/api/listings/{id}",
        "patch",
        "patchListing",
        "Some fields of an entry as a new version (RFC 7396)",
    ),
    ("/api/listings/{id}", "delete", "archiveListing", "Takes an entry out of the public view"),
    (
        "/api/listings/{id}/revisions",
        "get",
        "getListingRevisions",
        "Everything that happened to an entry",
    ),
    (
        "/api/listings/{id}/revisions/{number}",
        "get",
        "getListingRevision",
        "One version of an entry",
    ),
    (
        "/api/listings/{id}/revisions/{number}/restore",
        "post",
        "restoreListingRevision",
        "An earlier version as the newest",
    ),
    ("/api/listings/{id}/confirm", "post", "confirmListing", "Still right as of today"),
    ("/api/listings/{id}/merge", "post", "mergeListings", "Another entry becomes part of this one"),
    (
        "/api/listings/{id}/duplicates",
        "get",
        "getListingDuplicates",
        "Public entries that may be the same",
    ),
    ("/api/listings/{id}/history", "get", "getPublicHistory", "What changed when, without names"),
    (
        "/api/listings/{id}/translations",
        "get",
        "listTranslations",
        "The words of an entry that can be translated, and its translations",
    ),
    (
        "/api/listings/{id}/translations/{language}",
        "get",
        "getTranslation",
        "The latest version of a translation with the state of its record",
    ),
    (
        "/api/listings/{id}/translations/{language}",
        "put",
        "replaceTranslation",
        "The whole translation as a new version; public at once only if its author may publish",
    ),
    (
        "/api/listings/{id}/translations/{language}",
        "delete",
        "withdrawTranslation",
        "Takes a translation back: the entry is shown in German again",
    ),
    (
        "/api/listings/{id}/translations/{language}/decision",
        "post",
        "decideTranslation",
        "Publishes or refuses the version that was seen",
    ),
    ("/api/revisions", "get", "getQueue", "What waits for an editor"),
    (
        "/api/revisions/{id}/{number}/decision",
        "post",
        "decideRevision",
        "Publishes, rejects or asks back the version that was seen",
    ),
    ("/api/duplicates", "get", "getDuplicates", "Pairs of public entries that may be the same"),
    ("/api/organizations", "get", "listOrganizations", "All organizations, by name"),
    ("/api/organizations", "post", "createOrganization", "A new organization"),
    (
        "/api/organizations/{id}",
        "get",
        "getOrganization",
        "An organization with the state of its record",
    ),
    ("/api/organizations/{id}", "put", "replaceOrganization", "The whole organization"),
    (
        "/api/organizations/{id}",
        "patch",
        "patchOrganization",
        "Some fields of an organization (RFC 7396)",
    ),
    (
        "/api/usage/listings/{id}",
        "get",
        "getReach",
        "How often an entry was opened, month by month, and which searches led to it",
    ),
    (
        "/api/usage/unmet",
        "get",
        "getUnmet",
        "What at least five searches alike in a week looked for in vain; for editors and planners",
    ),
];

/// One more, which does not fit the pattern of the others.
const TRUST: Operation = (
    "/api/organizations/{id}/trust",
    "put",
    "trustOrganization",
    "Lets an organization publish without review, or no longer",
);

/// Operations that need no account.
const OPEN: [&str; 1] = ["getPublicHistory"];
/// Operations that take the version that was seen.
const VERSIONED: [&str; 11] = [
    "replaceTranslation",
    "withdrawTranslation",
    "decideTranslation",
    "replaceListing",
    "patchListing",
    "archiveListing",
    "restoreListingRevision",
    "mergeListings",
    "replaceOrganization",
    "patchOrganization",
    "trustOrganization",
];

/// The resources with their operations.
pub(in crate::http::api) fn paths() -> Map<String, Value> {
    let mut paths = Map::new();
    for one in OPERATIONS.iter().chain([&TRUST]) {
        let (path, method, ..) = *one;
        let item = paths.entry(path).or_insert_with(|| json!({}));
        item[method] = operation(one);
    }
    paths
}

fn operation((path, method, id, summary): &Operation) -> Value {
    let mut parameters = path_parameters(path);
    parameters.extend(query_parameters(id));
    if VERSIONED.contains(id) {
        let detail = "The ETag of the record as it was seen; 428 without, 412 when it is stale.";
        // The first translation has no version that could have been seen.
        parameters.push(header("If-Match", *id != "replaceTranslation", detail));
    }
    if *id == "replaceTranslation" {
        let detail =
            "`*` in the place of If-Match: there is no translation into this language yet.";
        parameters.push(header("If-None-Match", false, detail));
    }
    if *method == "post" && *id != "decideTranslation" {
        let detail = "Done once, however often it arrives; the same key with another request is refused (422).";
        parameters.push(header("Idempotency-Key", false, detail));
    }
    let mut operation = json!({
        "operationId": id, "tags": ["desks"], "summary": summary, "parameters": parameters,
        "responses": responses(path, method, id),
        "security": [{ "token": [] }, { "session": [], "csrf": [] }],
    });
    if OPEN.contains(id) {
        operation["security"] = json!([]);
    }
    if let Some(body) = body(id) {
        operation["requestBody"] = json!({ "required": true, "content": body });
    }
    operation
}

fn body(id: &str) -> Option<Value> {
    let reference =
        |name: &str| json!({ "schema": { "$ref": format!("#/components/schemas/{name}") } });
    Some(match id {
        "createListing" | "replaceListing" => json!({ "application/json": reference("Listing") }),
        "patchListing" => json!({ MERGE_PATCH: reference("Listing") }),
        "createOrganization" | "replaceOrganization" => {
            json!({ "application/json": reference("OrganizationRecord") })
        }
        "patchOrganization" => json!({ MERGE_PATCH: reference("OrganizationRecord") }),
        "replaceTranslation" => json!({ "application/json": reference("Translation") }),
        "decideTranslation" => json!({ "application/json": reference("TranslationDecision") }),
        "decideRevision" => json!({ "application/json": reference("Decision") }),
        "mergeListings" => json!({ "application/json": reference("Merge") }),
        "trustOrganization" => json!({ "application/json": { "schema": {
            "type": "object", "required": ["trusted"], "additionalProperties": false,
            "properties": { "trusted": { "type": "boolean" } },
        } } }),
        _ => return None,
    })
}

fn responses(path: &str, method: &str, id: &str) -> Value {
    let problem = |description: &str| {
        json!({
            "description": description,
            "content": { PROBLEM_JSON: { "schema": { "$ref": "#/components/schemas/Problem" } } },
        })
    };
    let schema = match id {
        "getListing" => "Listing",
        "getOrganization" => "OrganizationRecord",
        _ if method == "get" => "DeskAnswer",
        _ if id.ends_with("Translation") => "TranslationEdited",
        _ => "Edited",
    };
    let content = json!({ "application/json": {
        "schema": { "$ref": format!("#/components/schemas/{schema}") },
    } });
    let creates = matches!(id, "createListing" | "createOrganization");
    let (code, words) =
        if creates { ("201", "It was added; see Location") } else { ("200", "Done") };
    let mut all = json!({
        "400": problem("A parameter is unknown, repeated, empty or malformed, or the body is not JSON"),
        "500": problem("The server failed; quote the request id when asking for help"),
        "503": problem("Too many requests at this moment; see Retry-After"),
    });
    all[code] = json!({ "description": words, "content": content });
    if id == "replaceTranslation" {
        all["201"] = json!({ "description": "It was added; see Location", "content": content });
    }
    if !OPEN.contains(&id) {
        all["401"] = problem("No token and no session, or one that has ended");
        all["403"] =
            problem("This role, or this token, may not do that; or the session gave no proof");
    }
    if path.contains("{id}") {
        all["404"] = problem("There is no such thing, or none the caller may know of");
    }
    if method != "get" {
        all["409"] = problem("The life cycle has no such step");
        all["413"] = problem("The body is too large");
        all["415"] = problem("The body has another media type than expected");
        all["422"] = problem(
            "Fields are at fault, each with its pointer; or doubtful: send it again and acknowledge their codes",
        );
    }
    if VERSIONED.contains(&id) || matches!(id, "confirmListing" | "decideRevision") {
        all["412"] = problem(
            "It has changed meanwhile; `current` is what there is now, `yours` what was sent",
        );
    }
    if VERSIONED.contains(&id) {
        all["428"] = problem("If-Match is missing");
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_definition_names_every_resource_and_no_other() {
        let described: BTreeSet<String> = paths().keys().cloned().collect();
        let there: BTreeSet<String> =
            super::super::RESOURCES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(described, there);
    }

    #[test]
    fn every_operation_has_its_own_name() {
        let names: BTreeSet<&str> = OPERATIONS.iter().map(|(_, _, id, _)| *id).collect();
        assert_eq!(names.len(), OPERATIONS.len());
    }
}
