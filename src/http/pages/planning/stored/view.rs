//! What stands on the pages about kept scenarios.

use askama::Template;

use super::{PATH, Read, is_about_a_site, question_text};
use crate::app::{Analysed, App, ScenarioFacts, ScenarioView};
use crate::domain::{FieldErrors, ScenarioId, SiteFate};
use crate::http::pages::account::moment;
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Choice, Fault, Faults, Field, Group, Kind};
use crate::http::pages::planning::ask::{Ask, Reading, read};
use crate::http::pages::planning::facts::Facts;
use crate::http::pages::planning::scenario::Scenario;
use crate::http::pages::planning::sentence::{offer_label, threshold};
use crate::http::pages::shell::{Shell, door};
use crate::http::session::CsrfToken;
use crate::texts::Texts;

/// What was typed into the form.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) question: String,
    /// `<id>:<version>` of the scenario in whose place it comes; empty = a new one.
    pub(super) instead_of: String,
    /// Whether what the same question was asked of before stays as it is.
    pub(super) keeps_answer: bool,
}

impl Typed {
    /// The scenario in whose place it comes, and the version of it that was seen.
    pub(super) fn instead_of(&self) -> Option<(ScenarioId, i64)> {
        let (id, version) = self.instead_of.split_once(':')?;
        Some((id.parse().ok()?, version.parse().ok().filter(|version| *version > 0)?))
    }
}

/// A question in words.
pub(super) struct Asked {
    /// What for, how far.
    pub(super) words: String,
    /// What changes in thought, one by one; only with an answer all names are known.
    pub(super) changes: Vec<String>,
    /// What the changes bring; empty without an answer.
    pub(super) gain: String,
    /// The cockpit with this question.
    pub(super) href: String,
}

impl Asked {
    pub(super) fn new(context: &Context, reading: &Reading, answer: Option<&Analysed>) -> Self {
        let ask = &reading.ask;
        let facts = answer.map(Facts::of);
        let scenario = Scenario::new(context, ask, facts.as_ref());
        let (changes, gain) = scenario.map_or((Vec::new(), String::new()), |scenario| {
            let lines = scenario.changes.into_iter().map(|change| change.text).collect();
            (lines, scenario.sentence)
        });
        Self { words: words(context, ask), changes, gain, href: ask.href("/planung") }
    }
}

/// What for, how far, and how many changes.
fn words(context: &Context, ask: &Ask) -> String {
    let texts = context.texts;
    let label = offer_label(context, ask);
    let label = if label.is_empty() { texts.t("scenario-any").to_owned() } else { label };
    let distance = threshold(context, ask);
    let args = [("label", (&label).into()), ("distance", (&distance).into())];
    let asked = texts.with("scenario-asked", &args);
    match ask.scenario.len() {
        0 => asked,
        count => format!("{asked} {}", texts.count("scenario-changes", count as u64)),
    }
}

/// Whoever kept it, by name.
fn author(found: &ScenarioView) -> String {
    let texts = Texts::german();
    match found.by.as_deref() {
        Some("") | None => texts.t("scenario-by-nobody").to_owned(),
        Some(name) => name.to_owned(),
    }
}

fn when(app: &App, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |at| moment(app, at))
}

/// A row of the list.
pub(super) struct Row {
    href: String,
    name: String,
    note: String,
    asked: String,
    open: String,
    by: String,
    at: String,
}

/// `/planung/szenarien`
#[derive(Template)]
#[template(path = "planning/stored-list.html")]
pub(super) struct ListPage {
    shell: Shell,
    deleted: bool,
    rows: Vec<Row>,
}

door!(ListPage);

impl ListPage {
    pub(super) fn new(app: &App, context: &Context, all: &[ScenarioView], deleted: bool) -> Self {
        let row = |found: &ScenarioView| {
            let scenario = &found.record.scenario;
            let ask = read(&scenario.question, context).ask;
            Row {
                href: format!("{PATH}/{}", found.record.id),
                name: scenario.name.clone(),
                note: scenario.note.lines().next().unwrap_or_default().to_owned(),
                asked: words(context, &ask),
                open: ask.href("/planung"),
                by: author(found),
                at: when(app, &found.record.last_modified),
            }
        };
        let title = context.texts.t("scenarios-title");
        let shell = Shell::new(&context.prepared, "planning", title, "").hidden(true);
        Self { shell, deleted, rows: all.iter().map(row).collect() }
    }
}

/// The form with which a question is kept.
#[derive(Template)]
#[template(path = "planning/stored-form.html")]
pub(super) struct StorePage {
    shell: Shell,
    csrf: CsrfToken,
    faults: Faults,
    asked: Asked,
    question: String,
    keeps_answer: bool,
    fields: Vec<Field>,
}

door!(StorePage);

impl StorePage {
    pub(super) fn new(
        app: &App,
        context: &Context,
        csrf: CsrfToken,
        all: &[ScenarioView],
        asked: Asked,
        typed: &Typed,
        errors: &FieldErrors,
    ) -> Self {
        let texts = context.texts;
        let list = Fault::list(errors, |pointer| pointer.trim_start_matches('/').to_owned());
        let faults = Faults::new(texts, &list, |name| match name {
            "name" => texts.t("scenario-name").to_owned(),
            "note" => texts.t("scenario-note").to_owned(),
            "instead_of" => texts.t("scenario-instead-of").to_owned(),
            _ => texts.t("scenario-question").to_owned(),
        });
        let mut fields = name_and_note(&typed.name, &typed.note);
        let mut choices = vec![Choice::new("", texts.t("scenario-instead-of-none"), true)];
        choices.extend(all.iter().filter(|found| found.is_own).map(|found| {
            let record = &found.record;
            let value = format!("{}:{}", record.id, record.version);
            let at = when(app, &record.last_modified);
            let args = [("name", (&record.scenario.name).into()), ("at", (&at).into())];
            let chosen = typed.instead_of().is_some_and(|(id, _)| id == record.id);
            Choice::new(value, texts.with("scenario-instead-of-one", &args), chosen)
        }));
        if choices.len() > 1 {
            let field = Field::new("instead_of", texts.t("scenario-instead-of"), "text");
            let mut field = field.kind(Kind::Select(Group::plain(choices)));
            field.required = false;
            fields.push(field);
        }
        let title = texts.t("scenario-store-title");
        Self {
            shell: Shell::new(&context.prepared, "planning", title, "").hidden(true),
            csrf,
            fields: fields.into_iter().map(|field| field.with(&faults)).collect(),
            faults,
            asked,
            question: typed.question.clone(),
            keeps_answer: typed.keeps_answer,
        }
    }
}

fn name_and_note(name: &str, note: &str) -> Vec<Field> {
    let texts = Texts::german();
    let mut field = Field::new("note", texts.t("scenario-note"), "text")
        .hint(texts.t("scenario-note-hint"))
        .value(note)
        .kind(Kind::Area(4));
    field.required = false;
    vec![
        Field::new("name", texts.t("scenario-name"), "text")
            .hint(texts.t("scenario-name-hint"))
            .value(name),
        field,
    ]
}

/// `/planung/szenarien/{id}`
#[derive(Template)]
#[template(path = "planning/stored-one.html")]
pub(super) struct OnePage {
    shell: Shell,
    csrf: CsrfToken,
    /// Key of what went well, or has changed; empty = nothing.
    notice: &'static str,
    notice_kind: &'static str,
    id: String,
    version: i64,
    name: String,
    note: Vec<String>,
    question: String,
    asked: Asked,
    by: String,
    at: String,
    /// What has happened to its sites and its data since.
    since: Vec<String>,
    /// How many nothing reached, then and now.
    figures: Vec<String>,
    is_own: bool,
    /// The form that makes a copy of one's own.
    copy: String,
    fields: Vec<Field>,
}

door!(OnePage);

impl OnePage {
    pub(super) fn new(
        app: &App,
        context: &Context,
        csrf: CsrfToken,
        found: &ScenarioView,
        read: &Read,
        notice: &'static str,
    ) -> Self {
        let (record, scenario) = (&found.record, &found.record.scenario);
        let answer = read.answer.as_deref();
        let title = scenario.name.as_str();
        Self {
            shell: Shell::new(&context.prepared, "planning", title, "").hidden(true),
            csrf,
            notice: if notice.is_empty() { "" } else { context.texts.t(notice) },
            notice_kind: if notice == "scenario-saved" { "success" } else { "warning" },
            id: record.id.to_string(),
            version: record.version,
            name: scenario.name.clone(),
            note: scenario.note.lines().map(str::to_owned).collect(),
            question: scenario.question.clone(),
            asked: Asked::new(context, &read.reading, answer),
            by: author(found),
            at: when(app, &record.last_modified),
            since: since(context, found, read),
            figures: figures(context, found, answer),
            is_own: found.is_own,
            copy: read.reading.ask.href("/planung/szenarien/neu"),
            fields: name_and_note(&scenario.name, &scenario.note),
        }
    }
}

/// Sites that closed or moved, changes that belong nowhere any more, and that the data are others.
fn since(context: &Context, found: &ScenarioView, read: &Read) -> Vec<String> {
    let (texts, scenario) = (context.texts, &found.record.scenario);
    let mut lines: Vec<String> = Vec::new();
    if let Some(answer) = read.answer.as_deref() {
        let place = |id| ScenarioFacts::site_of(answer, id).map(|(_, at)| at);
        for (site, fate) in scenario.fates(place) {
            let key = match fate {
                SiteFate::Gone => "scenario-site-gone",
                SiteFate::Moved => "scenario-site-moved",
            };
            lines.push(texts.with(key, &[("name", (&site.name).into())]));
        }
        let other = scenario.answer.as_ref().is_some_and(|then| then.snapshot != answer.snapshot);
        if other {
            lines.push(texts.t("scenario-other-data").to_owned());
        }
    }
    let gone = read.reading.faults.iter().filter(|fault| is_about_a_site(fault)).count();
    // Without the names of that time nothing but their number can be told.
    if gone > 0 && lines.is_empty() {
        lines.push(texts.count("scenario-sites-gone", gone as u64));
    }
    if read.reading.faults.len() > gone {
        lines.push(texts.t("scenario-partly").to_owned());
    }
    lines
}

/// How many nothing reached, when it was kept and now.
fn figures(context: &Context, found: &ScenarioView, answer: Option<&Analysed>) -> Vec<String> {
    let texts = context.texts;
    let mut lines = Vec::new();
    if let Some(then) = &found.record.scenario.answer {
        lines.push(texts.count("scenario-then", then.unserved));
    }
    match answer.and_then(|answer| ScenarioFacts::of(answer).answer) {
        Some(now) => lines.push(texts.count("scenario-now", now.unserved)),
        None => lines.push(texts.t("scenario-no-answer").to_owned()),
    }
    lines
}

/// A field in which two versions differ, or not.
pub(super) struct Pair {
    label: &'static str,
    theirs: String,
    yours: String,
}

/// Somebody has written meanwhile.
#[derive(Template)]
#[template(path = "planning/stored-conflict.html")]
pub(super) struct ConflictPage {
    shell: Shell,
    csrf: CsrfToken,
    href: String,
    pairs: Vec<Pair>,
    /// What was sent, to be sent again in the place of the version that is there now.
    name: String,
    note: String,
    question: String,
    instead_of: String,
    keeps_answer: bool,
    at: String,
}

door!(ConflictPage);

impl ConflictPage {
    pub(super) fn new(
        app: &App,
        context: &Context,
        csrf: CsrfToken,
        theirs: &ScenarioView,
        typed: &Typed,
    ) -> Self {
        let texts = context.texts;
        let (record, stored) = (&theirs.record, &theirs.record.scenario);
        let (one, other) =
            (read(&stored.question, context).ask, read(&typed.question, context).ask);
        let said = |ask: &Ask| format!("{} {}", words(context, ask), changes_of(ask));
        let pair = |key, theirs: &str, yours: &str| Pair {
            label: texts.t(key),
            theirs: theirs.trim().to_owned(),
            yours: yours.trim().to_owned(),
        };
        let title = texts.t("scenario-conflict-title");
        Self {
            shell: Shell::new(&context.prepared, "planning", title, "").hidden(true),
            csrf,
            href: format!("{PATH}/{}", record.id),
            pairs: vec![
                pair("scenario-name", &stored.name, &typed.name),
                pair("scenario-note", &stored.note, &typed.note),
                pair("scenario-question", &said(&one), &said(&other)),
            ],
            name: typed.name.clone(),
            note: typed.note.clone(),
            question: question_text(&other),
            instead_of: format!("{}:{}", record.id, record.version),
            keeps_answer: typed.keeps_answer,
            at: when(app, &record.last_modified),
        }
    }
}

/// The changes as the address has them, so that two scenarios with as many can be told apart.
fn changes_of(ask: &Ask) -> String {
    let texts = ask.scenario_texts();
    let filled: Vec<&str> = texts.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
    if filled.is_empty() { String::new() } else { format!("({})", filled.join("; ")) }
}
