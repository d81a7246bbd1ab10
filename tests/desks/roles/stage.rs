//! The house in which all are tried: organizations, entries in every state, one person of each role.

use std::collections::BTreeMap;

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use sozialatlas::app::{Author, Clock, Invitation, SuggestionFilter};
use sozialatlas::domain::policy::{Action, Role};
use sozialatlas::domain::{
    AccountId, Language, Listing, MailId, OrganizationId, ReviewStatus, ScenarioId, ServiceId,
    StoredScenario, SuggestionId, Translation,
};
use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqlitePool;

use super::doors::{Body, Door};
use crate::form::Form;
use crate::house::{Browser, House};
use crate::support::Reply;
use crate::world;

/// Whose record it is done to, as the provider of these tests sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// An organization the provider speaks for.
    Own,
    /// The same, and the county trusts it.
    OwnTrusted,
    /// Another organization.
    Foreign,
}

impl Owner {
    pub(super) const ALL: [Self; 3] = [Self::Own, Self::OwnTrusted, Self::Foreign];
}

/// Tables that change without anybody doing anything to the atlas: when a session was last used, and keys that are made
/// when a form is shown for the first time.
const RESTLESS: [&str; 3] = ["session", "known_device", "server_key"];

/// The hash that stands for a package without an entry.
pub(super) const GONE: &str = "gone";

/// What it is done to.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) owner: OrganizationId,
    pub(super) owner_name: String,
    pub(super) owner_version: i64,
    pub(super) trusted: bool,
    /// A public entry; for decisions one of which a version waits.
    pub(super) public: ServiceId,
    pub(super) version: i64,
    /// The version that is public; for decisions the one that waits.
    pub(super) revision: i64,
    /// Another public entry.
    pub(super) other: ServiceId,
    pub(super) other_version: i64,
    /// The fields of the form of the public entry.
    pub(super) form: Form,
    pub(super) suggestion: SuggestionId,
    /// The mark of the form in which something is suggested.
    pub(super) mark: String,
    pub(super) victim: AccountId,
    pub(super) failed_mail: MailId,
    /// A kept scenario whose author is erased: whoever may keep one may change it.
    pub(super) scenario: ScenarioId,
    /// Another one in each case.
    pub(super) number: usize,
    /// Seconds since 1970.
    pub(super) now: i64,
}

impl Case {
    /// The same about an entry that is not there.
    pub(super) fn with_an_unknown_entry(&self) -> Self {
        Self { public: ServiceId::stable("test", "nothing"), ..self.clone() }
    }
}

/// Somebody with a role in a browser of their own.
pub(super) struct Person<'a> {
    pub(super) role: Role,
    browser: Browser<'a>,
}

impl Person<'_> {
    pub(super) async fn knock(&mut self, door: &Door) -> Reply {
        let path = door.path.as_str();
        let proof = self.browser.csrf.clone();
        // What is not there yet has no version that could have been seen.
        let seen = door.seen.filter(|version| *version > 0);
        let seen = seen.map(|version| format!("\"{version}\""));
        let mut headers = vec![("x-csrf-token", proof.as_str()), ("origin", "http://localhost")];
        headers.extend(seen.as_deref().map(|tag| ("if-match", tag)));
        headers.extend((door.seen == Some(0)).then_some(("if-none-match", "*")));
        let json = ("content-type", "application/json");
        let patch = ("content-type", "application/merge-patch+json");
        let method = door.method.clone();
        match &door.body {
            Body::Form(fields) => {
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                self.browser.post(path, &fields).await
            }
            Body::None if door.method == Method::GET => self.browser.get(path).await,
            Body::None => self.browser.send(method, path, &headers, String::new()).await,
            Body::Json(value) => {
                headers.push(json);
                self.browser.send(method, path, &headers, value.to_string()).await
            }
            Body::Patch(value) => {
                headers.push(patch);
                self.browser.send(method, path, &headers, value.to_string()).await
            }
        }
    }
}

/// The house and who makes what is needed in it.
pub(super) struct Stage<'a> {
    house: &'a House,
    editor: Browser<'a>,
    author: Author,
    admin: Author,
    rows: SqlitePool,
    trusted: OrganizationId,
    number: usize,
}

impl<'a> Stage<'a> {
    pub(super) async fn set(house: &'a House) -> Self {
        let account = house.add("buehne@kreis.example", Role::Editor).await;
        let admin = Author::of(&house.add("leitung@kreis.example", Role::Admin).await);
        let mut editor = house.browser();
        editor.sign_in("buehne@kreis.example").await;
        editor.get("/konto").await;
        let rows = SqlitePool::connect(&house.url).await.unwrap();
        let author = Author::of(&account);
        let trusted = OrganizationId::stable("test", "set below");
        let mut stage = Self { house, editor, author, admin, rows, trusted, number: 0 };
        let made = stage.send("/api/organizations", json!({ "name": "Verein 2" })).await;
        stage.trusted = made["id"].as_str().unwrap().parse().unwrap();
        stage
    }

    /// Somebody with this role, signed in; a resident is not.
    pub(super) async fn person(&self, role: Role) -> Person<'a> {
        let mut browser = self.house.browser();
        if role == Role::Resident {
            browser.get("/anmelden").await;
            return Person { role, browser };
        }
        let email = format!("{}@probe.example", role.as_str());
        let own = [world::organization_id(0), self.trusted];
        let organizations = if role == Role::Provider { own.into() } else { Vec::new() };
        self.house.add_for(&email, role, organizations).await;
        browser.sign_in(&email).await;
        browser.get("/konto").await;
        Person { role, browser }
    }

    /// Every row of the database, by table.
    pub(super) async fn rows(&self) -> BTreeMap<String, Vec<String>> {
        let names: Vec<(String,)> =
            sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                .fetch_all(&self.rows)
                .await
                .unwrap();
        let mut all = BTreeMap::new();
        for (table,) in names.into_iter().filter(|(name,)| !RESTLESS.contains(&name.as_str())) {
            let columns: Vec<(String,)> = sqlx::query_as("SELECT name FROM pragma_table_info($1)")
                .bind(&table)
                .fetch_all(&self.rows)
                .await
                .unwrap();
            let quoted: Vec<String> =
                columns.iter().map(|(name,)| format!("quote(\"{name}\")")).collect();
            let sql = format!("SELECT {} FROM \"{table}\" ORDER BY 1", quoted.join(" || '|' || "));
            let rows: Vec<(String,)> =
                sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&self.rows).await.unwrap();
            all.insert(table, rows.into_iter().map(|(row,)| row).collect());
        }
        all
    }

    async fn send(&mut self, path: &str, body: Value) -> Value {
        let proof = self.editor.csrf.clone();
        let headers = [
            ("x-csrf-token", proof.as_str()),
            ("origin", "http://localhost"),
            ("content-type", "application/json"),
        ];
        let reply = self.editor.send(Method::POST, path, &headers, body.to_string()).await;
        assert_eq!(reply.status, 201, "{}", reply.text());
        serde_json::from_slice(&reply.body).unwrap()
    }

    /// A new entry: its id and version.
    async fn entry(&mut self, owner: OrganizationId, query: &str) -> (ServiceId, i64) {
        self.number += 1;
        let body = json!({
            "name": format!("Eintrag Nummer {}", self.number), "categories": ["tafel"],
            "organization_id": owner,
            "sites": [{ "site_type": "phone", "assurance": { "date": "2024-01-05", "by": "source" } }],
        });
        let made = self.send(&format!("/api/listings{query}"), body).await;
        (made["id"].as_str().unwrap().parse().unwrap(), made["version"].as_i64().unwrap())
    }

    /// A further version in a state: version of the record, number of the version.
    async fn further(&self, id: ServiceId, state: ReviewStatus) -> (i64, i64) {
        let record = self.house.store.find_listing(id).await.unwrap().unwrap();
        let listing = Listing { description: "Neu beschrieben".into(), ..record.listing };
        let now = self.house.clock.now();
        let mut tx = self.house.store.begin_write("test", now).await.unwrap();
        let saved = tx.save_revision(&listing, state, None, record.version).await.unwrap();
        tx.commit().await.unwrap();
        (saved.version, saved.revision)
    }

    /// A county package no longer has an entry, which an editor has to decide about.
    async fn missing_in_the_package(&self, id: ServiceId) {
        let now = self.house.clock.now();
        let mut tx = self.house.store.begin_write("test", now).await.unwrap();
        tx.open_import_case(id, "test", GONE, None).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A Turkish translation of an entry, which waits.
    async fn translation(&self, id: ServiceId) {
        let record = self.house.store.find_listing(id).await.unwrap().unwrap();
        let texts = [("name".to_owned(), "Bir kayıt".to_owned())].into();
        let translation = Translation::bind(&record.listing, 1, &texts).unwrap();
        let now = self.house.clock.now();
        let mut tx = self.house.store.begin_write("test", now).await.unwrap();
        tx.save_translation(id, Language::Turkish, &translation, false, 0).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The id and name of an owner, with the version of its record; trusted or not as it has to be.
    async fn owner(&self, owner: Owner) -> (OrganizationId, String, i64) {
        let id = match owner {
            Owner::Own => world::organization_id(0),
            Owner::OwnTrusted => self.trusted,
            Owner::Foreign => world::organization_id(1),
        };
        let find = async || self.house.desk.find_organization(id).await.unwrap().unwrap();
        let (record, wanted) = (find().await, owner == Owner::OwnTrusted);
        if record.trusted != wanted {
            let desk = &self.house.desk;
            desk.trust_organization(&self.author, id, wanted, record.version).await.unwrap();
        }
        let record = find().await;
        (id, record.organization.name, record.version)
    }

    /// Everything an action may be done to, none of it touched before.
    pub(super) async fn case(&mut self, action: Action, owner: Owner) -> Case {
        let (id, owner_name, owner_version) = self.owner(owner).await;
        let (public, mut version) = self.entry(id, "").await;
        let mut revision = 1;
        if action == Action::ReviewListing {
            (version, revision) = self.further(public, ReviewStatus::Pending).await;
            self.missing_in_the_package(public).await;
        }
        if action == Action::EditListing {
            // So that the first version is another one than the public one.
            (version, revision) = self.further(public, ReviewStatus::Published).await;
        }
        if matches!(action, Action::TranslateListing | Action::PublishTranslation) {
            self.translation(public).await;
        }
        // What no door of the action asks for is not made: most of the time of these tests goes into making cases.
        let unknown = (ServiceId::stable("test", "nothing"), 1);
        let merges = action == Action::MergeListings;
        let (other, other_version) = if merges { self.entry(id, "").await } else { unknown };
        let mut form = Form(Vec::new());
        if matches!(action, Action::EditListing | Action::PublishListing) {
            let page = self.editor.get(&format!("/mein/angebote/{public}")).await;
            form = Form::read(page.text(), "eintrag");
        }
        let kind = if action == Action::HandleFeedback { "praise" } else { "correction" };
        let suggests = [Action::HandleSuggestions, Action::HandleFeedback, Action::Suggest];
        let (mut suggestion, mut mark) = (SuggestionId::stable("test", "none"), String::new());
        if suggests.contains(&action) {
            (suggestion, mark) = self.suggestion(public, kind).await;
        }
        let nobody = (AccountId(uuid::Uuid::nil()), MailId(uuid::Uuid::nil()));
        let manages = action == Action::ManageAccounts;
        let (victim, failed_mail) = if manages { self.victim().await } else { nobody };
        let mut scenario = ScenarioId::stable("test", "none");
        if action == Action::StoreScenario {
            scenario = self.scenario().await;
        }
        Case {
            owner: id,
            owner_name,
            owner_version,
            trusted: owner == Owner::OwnTrusted,
            public,
            version,
            revision,
            other,
            other_version,
            form,
            suggestion,
            mark,
            victim,
            failed_mail,
            scenario,
            number: self.number,
            now: self.house.clock.now().timestamp(),
        }
    }

    /// The same about an entry that nobody but its owner and the editors may know of.
    pub(super) async fn secret_case(&mut self, action: Action, owner: Owner) -> Case {
        let case = self.case(action, owner).await;
        let (public, version) = self.entry(case.owner, "?draft=true").await;
        Case { public, version, revision: 1, ..case }
    }

    /// A suggestion that waits, and the mark of a form in which another one can be made.
    async fn suggestion(&mut self, about: ServiceId, kind: &str) -> (SuggestionId, String) {
        let mut sender = self.house.browser();
        let mark = async |sender: &mut Browser<'_>| {
            let page = sender.get(&format!("/vorschlag?kind={kind}&entry={about}")).await;
            let (_, rest) = page.text().split_once("name=\"form\" value=\"").expect("a form");
            rest.split('"').next().unwrap().to_owned()
        };
        let first = mark(&mut sender).await;
        self.house.clock.forward(TimeDelta::seconds(5));
        let entry = about.to_string();
        let message = format!("Dazu haben wir etwas zu sagen: {}", self.number);
        let mut fields =
            vec![("kind", kind), ("entry", &*entry), ("form", &*first), ("message", &*message)];
        if kind == "praise" {
            fields.push(("topic", "reachability"));
        }
        let sent = sender.send_form("/vorschlag", &fields, &[]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let filter = SuggestionFilter { service_id: Some(about), ..SuggestionFilter::default() };
        let page = self.house.desk.list_suggestions(&self.author, filter, 1, 0).await.unwrap();
        self.house.clock.forward(TimeDelta::seconds(1));
        let second = mark(&mut sender).await;
        self.house.clock.forward(TimeDelta::seconds(5));
        (page.suggestions[0].id, second)
    }

    /// A kept scenario that belongs to nobody.
    async fn scenario(&self) -> ScenarioId {
        let id = ScenarioId::stable("test", &format!("scenario {}", self.number));
        let kept = StoredScenario {
            name: "Plan".into(),
            question: "category=tafel&max_distance_m=5000&merge_m=0".into(),
            ..StoredScenario::default()
        };
        let now = self.house.clock.now();
        let mut tx = self.house.store.begin_write("test", now).await.unwrap();
        tx.insert_scenario(id, None, &kept).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// An account to do something to, and a mail to it that could not be delivered.
    async fn victim(&self) -> (AccountId, MailId) {
        let number = self.number;
        let invitation = Invitation {
            email: format!("gast{number}@amt.example"),
            name: "Gast".into(),
            role: Role::Planner,
            organizations: Vec::new(),
        };
        self.house.desk.invite_account(&self.admin, invitation).await.unwrap();
        let email = format!("opfer{number}@amt.example");
        let victim = self.house.add(&email, Role::Planner).await;
        let now = self.house.clock.now();
        let mut tx = self.house.store.begin_write("post", now).await.unwrap();
        let taken = tx.take_mail("post", now, now + TimeDelta::hours(1), 9).await.unwrap();
        for mail in &taken {
            tx.fail_mail(mail.mail.id, "post", "550").await.unwrap();
        }
        tx.commit().await.unwrap();
        (victim.id, taken[0].mail.id)
    }
}
