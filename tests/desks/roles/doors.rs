//! The requests that need the right to an action, for one case.

use axum::http::Method;
use serde_json::{Value, json};
use sozialatlas::domain::policy::{Action, Role};

use super::stage::{Case, GONE};

/// What goes with a request.
#[derive(Debug, Clone)]
pub(super) enum Body {
    None,
    Form(Vec<(String, String)>),
    Json(Value),
    /// A merge patch (RFC 7396).
    Patch(Value),
}

/// A request.
#[derive(Debug, Clone)]
pub(super) struct Door {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Body,
    /// The version that was seen (`If-Match`).
    pub(super) seen: Option<i64>,
    /// Whether something is another one in the database when it was done.
    pub(super) writes: bool,
}

impl Door {
    fn get(path: impl Into<String>) -> Self {
        let (method, path) = (Method::GET, path.into());
        Self { method, path, body: Body::None, seen: None, writes: false }
    }

    /// A form of a page; the browser adds the proof.
    fn form(path: impl Into<String>, fields: &[(&str, &str)]) -> Self {
        let owned = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let body = Body::Form(owned.collect());
        Self { method: Method::POST, path: path.into(), body, seen: None, writes: true }
    }

    fn send(method: Method, path: impl Into<String>, body: Body, seen: Option<i64>) -> Self {
        Self { method, path: path.into(), body, seen, writes: true }
    }

    fn post(path: impl Into<String>, body: Value) -> Self {
        Self::send(Method::POST, path, Body::Json(body), None)
    }
}

/// The requests of an action. An action that is added to the table does not compile before it has its line here.
pub(super) fn doors(action: Action, role: Role, case: &Case) -> Vec<Door> {
    match action {
        Action::ReadPublished => read_published(case),
        Action::Suggest => suggest(case),
        Action::ReadListing => read_listing(case),
        Action::EditListing => edit_listing(case),
        Action::ConfirmListing => confirm_listing(case),
        Action::PublishListing => publish_listing(case),
        Action::ReviewListing => review_listing(case),
        Action::ArchiveListing => archive_listing(case),
        Action::MergeListings => merge_listings(case),
        Action::TranslateListing => translate(case),
        Action::PublishTranslation => publish_translation(case),
        Action::EditOrganization => edit_organization(case),
        Action::TrustOrganization => vec![Door::send(
            Method::PUT,
            format!("/api/organizations/{}/trust", case.owner),
            Body::Json(json!({ "trusted": !case.trusted })),
            Some(case.owner_version),
        )],
        Action::InviteColleague => invite_colleague(role, case),
        Action::HandleSuggestions => handle(case),
        Action::HandleFeedback => {
            let mut all = handle(case);
            let inbox = "/redaktion/lob-und-beschwerde";
            all.extend(
                ["", "/auswertung", "/auswertung.csv"]
                    .map(|end| Door::get(format!("{inbox}{end}"))),
            );
            all
        }
        Action::Analyse => vec![
            Door::get("/api/coverage?category=tafel&max_distance_m=5000"),
            Door::get("/api/coverage/matrix?max_distance_m=5000"),
            Door::get("/planung?category=tafel&max_distance_m=5000"),
        ],
        Action::ManageAccounts => manage_accounts(case),
        Action::ReadAudit => vec![Door::get("/verwaltung/protokoll")],
        Action::ReadReach => vec![
            Door::get(format!("/redaktion/eintraege/{}/zahlen", case.public)),
            Door::get(format!("/api/usage/listings/{}", case.public)),
        ],
        Action::ReadUnmet => ["/redaktion/gesucht", "/planung/gesucht"]
            .iter()
            .flat_map(|page| [Door::get(*page), Door::get(format!("{page}.csv"))])
            .chain([Door::get("/api/usage/unmet")])
            .collect(),
        // No door yet; the test says when there is one.
        Action::ManageTaxonomy => Vec::new(),
        Action::StoreScenario => store_scenario(case),
    }
}

fn read_published(case: &Case) -> Vec<Door> {
    let id = case.public;
    vec![
        Door::get("/liste"),
        Door::get("/api/collections/services/items"),
        Door::get(format!("/angebote/{id}")),
        Door::get(format!("/angebote/{id}/verlauf")),
        Door::get(format!("/api/listings/{id}/history")),
    ]
}

fn suggest(case: &Case) -> Vec<Door> {
    let message = format!("Die Nummer {} stimmt nicht mehr.", case.number);
    let entry = case.public.to_string();
    let fields =
        [("kind", "correction"), ("entry", &entry), ("form", &case.mark), ("message", &message)];
    vec![
        Door::get(format!("/vorschlag?kind=correction&entry={entry}")),
        Door::form("/vorschlag", &fields),
    ]
}

fn read_listing(case: &Case) -> Vec<Door> {
    let (id, owner) = (case.public, case.owner);
    vec![
        Door::get(format!("/api/listings/{id}")),
        Door::get(format!("/api/listings/{id}/revisions")),
        Door::get(format!("/api/listings/{id}/revisions/1")),
        Door::get(format!("/api/listings?organization={owner}")),
        Door::get(format!("/mein/angebote/{id}")),
        Door::get(format!("/mein/angebote/{id}/verlauf")),
        Door::get(format!("/redaktion/eintraege/{id}/verlauf")),
        Door::get(format!("/mein/traeger/{owner}/eintraege.csv")),
        Door::get(format!("/mein/traeger/{owner}/eintraege.xlsx")),
    ]
}

fn entry(case: &Case) -> Value {
    json!({
        "name": format!("Treffpunkt {}", case.number), "categories": ["tafel"],
        "organization_id": case.owner, "sites": [{ "site_type": "phone" }],
    })
}

fn edit_listing(case: &Case) -> Vec<Door> {
    let (id, owner, version) = (case.public, case.owner, case.version.to_string());
    let name = format!("Anderer Name {}", case.number);
    let path = format!("/api/listings/{id}");
    let carried = json!([{ "id": id, "version": case.version, "fields": [["name", name]] }]);
    let mut form = case.form.clone();
    form.set("name", &name).set("version", &version).set("action", "submit");
    let written = Door::form(format!("/mein/angebote/{id}"), &form.pairs());
    let owner_text = owner.to_string();
    form.set("organization", &owner_text);
    let added = Door::form("/mein/angebote/neu", &form.pairs());
    let table = format!("/mein/traeger/{owner}/tabelle");
    let closed = [("version", &*version), ("closure", "Umbau"), ("until", "2026-12-31")];
    let seen = Some(case.version);
    vec![
        Door::post("/api/listings", entry(case)),
        Door::send(Method::PUT, &*path, Body::Json(entry(case)), seen),
        Door::send(Method::PATCH, &*path, Body::Patch(json!({ "name": name })), seen),
        Door::send(Method::POST, format!("{path}/revisions/1/restore"), Body::None, seen),
        Door::get(format!("{path}/duplicates")),
        written,
        added,
        Door::get(&*table),
        Door::form(format!("{table}/uebernehmen"), &[("carried", &carried.to_string())]),
        Door::form(
            format!("/redaktion/eintraege/{id}/verlauf"),
            &[("revision", "1"), ("version", &version)],
        ),
        Door::form(format!("/redaktion/eintraege/{id}/geschlossen"), &closed),
    ]
}

fn confirm_listing(case: &Case) -> Vec<Door> {
    let (id, revision) = (case.public, case.revision.to_string());
    let seen = [("revision", revision.as_str())];
    vec![
        Door::send(Method::POST, format!("/api/listings/{id}/confirm"), Body::None, None),
        Door::form(format!("/mein/angebote/{id}/bestaetigen"), &seen),
        Door::form(format!("/redaktion/eintraege/{id}/bestaetigen"), &seen),
    ]
}

/// Edits that are public at once where the right is there, and wait where it is not.
fn publish_listing(case: &Case) -> Vec<Door> {
    let name = format!("Gleich zu sehen {}", case.number);
    let mut form = case.form.clone();
    form.set("name", &name).set("version", &case.version.to_string()).set("action", "submit");
    let (id, patch) = (case.public, Body::Patch(json!({ "name": name })));
    vec![
        Door::send(Method::PATCH, format!("/api/listings/{id}"), patch, Some(case.version)),
        Door::form(format!("/mein/angebote/{id}"), &form.pairs()),
    ]
}

fn review_listing(case: &Case) -> Vec<Door> {
    let (id, revision) = (case.public, case.revision.to_string());
    let item = format!("{id}:{revision}:{}", case.version);
    let page = format!("/redaktion/eintraege/{id}");
    let undo = format!("publish.{}.0.{}-{}-1", case.now, id.0.simple(), case.version);
    let note = [("revision", &*revision), ("decision", "reject"), ("note", "Bitte prüfen.")];
    let source = format!("{page}/quelle");
    let version = case.version.to_string();
    let settled = [("version", &*version), ("digest", GONE), ("decision", "keep")];
    vec![
        Door::get("/redaktion"),
        Door::get("/redaktion/aktualitaet"),
        Door::get("/api/revisions"),
        Door::get(&*page),
        Door::get(&*source),
        Door::form(&*source, &settled),
        Door::post(
            format!("/api/revisions/{id}/{revision}/decision"),
            json!({ "decision": "publish" }),
        ),
        Door::form(&*page, &note),
        Door::form("/redaktion/mehrere", &[("item", &item), ("do", "publish")]),
        Door::form("/redaktion/rueckgaengig", &[("undo", &undo)]),
        Door::form("/redaktion/mehrere", &[("item", &item), ("do", "reject"), ("note", "Nein.")]),
    ]
}

fn archive_listing(case: &Case) -> Vec<Door> {
    let (id, version) = (case.public, case.version.to_string());
    let item = format!("{id}:{}:{version}", case.revision);
    vec![
        Door::send(Method::DELETE, format!("/api/listings/{id}"), Body::None, Some(case.version)),
        Door::form(format!("/redaktion/eintraege/{id}/archiv"), &[("version", &version)]),
        Door::form("/redaktion/mehrere", &[("item", &item), ("do", "archive")]),
    ]
}

fn merge_listings(case: &Case) -> Vec<Door> {
    let (kept, merged) = (case.public.to_string(), case.other.to_string());
    let (version, other_version) = (case.version.to_string(), case.other_version.to_string());
    let form = [
        ("kept", &*kept),
        ("merged", &*merged),
        ("kept_version", &*version),
        ("merged_version", &*other_version),
        ("step", "merge"),
    ];
    let body = json!({ "merged": merged, "merged_version": case.other_version });
    let path = "/redaktion/zusammenfuehren";
    vec![
        Door::get(format!("{path}?kept={kept}&merged={merged}")),
        Door::form(path, &form),
        Door::send(
            Method::POST,
            format!("/api/listings/{kept}/merge"),
            Body::Json(body),
            Some(case.version),
        ),
        Door::get("/api/duplicates"),
    ]
}

/// Of the entry a Turkish translation waits; into other languages there is none.
fn translate(case: &Case) -> Vec<Door> {
    let (page, path) = (
        format!("/mein/angebote/{}/uebersetzungen", case.public),
        format!("/api/listings/{}/translations", case.public),
    );
    let name = format!("Entry number {}", case.number);
    let form = [("version", "0"), ("source_revision", "1"), ("name", &*name)];
    let body = json!({ "source_revision": 1, "texts": { "name": name } });
    vec![
        Door::get(&*page),
        Door::get(format!("{page}/en")),
        Door::form(format!("{page}/en"), &form),
        Door::form(format!("{page}/tr"), &[("version", "1"), ("action", "withdraw")]),
        Door::get(&*path),
        Door::get(format!("{path}/tr")),
        Door::send(Method::PUT, format!("{path}/fr"), Body::Json(body), Some(0)),
        Door::send(Method::DELETE, format!("{path}/tr"), Body::None, Some(1)),
    ]
}

fn publish_translation(case: &Case) -> Vec<Door> {
    let decision = format!("/api/listings/{}/translations/tr/decision", case.public);
    let refused = [("version", "1"), ("action", "refuse"), ("reason", "Bitte noch einmal.")];
    let publish = Body::Json(json!({ "decision": "publish" }));
    vec![
        Door::send(Method::POST, decision, publish, Some(1)),
        Door::form(format!("/mein/angebote/{}/uebersetzungen/tr", case.public), &refused),
    ]
}

fn edit_organization(case: &Case) -> Vec<Door> {
    let (owner, version) = (case.owner, case.owner_version.to_string());
    let words = format!("Wir helfen {}.", case.number);
    let (page, path) = (format!("/mein/traeger/{owner}"), format!("/api/organizations/{owner}"));
    let fields = [("name", &*case.owner_name), ("description", &*words), ("version", &*version)];
    let seen = Some(case.owner_version);
    let whole = json!({ "name": case.owner_name, "description": words });
    vec![
        Door::get(&*page),
        Door::form(&*page, &fields),
        Door::send(Method::PUT, &*path, Body::Json(whole), seen),
        Door::send(Method::PATCH, &*path, Body::Patch(json!({ "description": words })), seen),
    ]
}

/// Where somebody is invited: on the page of the organization, administrators on their own.
fn invite_colleague(role: Role, case: &Case) -> Vec<Door> {
    let email = format!("neu{}@traeger.example", case.number);
    if role == Role::Admin {
        let fields = [
            ("email", &*email),
            ("name", "Kim Neu"),
            ("role", "provider"),
            ("organization", &case.owner_name),
        ];
        return vec![Door::form("/verwaltung/einladen", &fields)];
    }
    let path = format!("/mein/traeger/{}/einladen", case.owner);
    vec![Door::form(path, &[("invite-email", &email), ("invite-name", "Kim Neu")])]
}

/// Looking at and answering what somebody has sent in.
fn handle(case: &Case) -> Vec<Door> {
    let path = format!("/redaktion/vorschlaege/{}", case.suggestion);
    let answer = [("version", "1"), ("decision", "accept"), ("answer", "Danke, übernommen.")];
    vec![Door::get(&*path), Door::form(path, &answer)]
}

/// Keeping scenarios, and changing one that belongs to nobody any more.
fn store_scenario(case: &Case) -> Vec<Door> {
    let (id, seen) = (case.scenario, format!("{}:1", case.scenario));
    let question = format!("category=tafel&max_distance_m={}", 1_000 + case.number);
    let body = json!({ "name": format!("Plan {}", case.number), "question": question });
    let name = format!("Anderer Plan {}", case.number);
    let new = [("name", &*name), ("note", "Für den Ausschuss."), ("question", &*question)];
    let mut renamed = new.to_vec();
    renamed.extend([("instead_of", &*seen), ("keep", "answer")]);
    let (page, path) = ("/planung/szenarien", "/api/coverage/scenarios");
    let one = format!("{path}/{id}");
    vec![
        Door::get(page),
        Door::get(format!("{page}/neu?{question}")),
        Door::get(format!("{page}/{id}")),
        Door::form(page, &new),
        Door::form(page, &renamed),
        Door::form(format!("{page}/{id}/loeschen"), &[("version", "1")]),
        Door::get(path),
        Door::get(&*one),
        Door::post(path, body.clone()),
        Door::send(Method::PUT, &*one, Body::Json(body), Some(1)),
        Door::send(Method::DELETE, &*one, Body::None, Some(1)),
    ]
}

fn manage_accounts(case: &Case) -> Vec<Door> {
    let account = format!("/verwaltung/konten/{}", case.victim);
    let email = format!("neu{}@amt.example", case.number);
    let invited = [("email", &*email), ("name", "N"), ("role", "planner"), ("organization", "")];
    let mut all: Vec<Door> = ["", "/einladen", "/post", "/fristen"]
        .map(|end| Door::get(format!("/verwaltung{end}")))
        .into();
    all.push(Door::get(&*account));
    all.push(Door::form(&*account, &[("action", "block")]));
    all.push(Door::form(&*account, &[("action", "role"), ("role", "admin")]));
    all.push(Door::form(&*account, &[("action", "erase"), ("sure", "yes")]));
    all.push(Door::form("/verwaltung/einladen", &invited));
    all.push(Door::form(format!("/verwaltung/post/{}/nochmal", case.failed_mail), &[]));
    all
}
