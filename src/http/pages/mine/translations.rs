//! `/mein/angebote/{id}/uebersetzungen`: an entry in other languages. Below it a page for each language: the German text
//! beside a field.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::forms::{Fault, Faults};
use super::super::respond;
use super::super::shell::{Shell, door};
use super::Asker;
use super::listing_page::Notice;
use super::translation_fields::{TranslationField, fields, language_key, pointer_field};
use crate::app::{
    App, AppError, DatabaseError, TranslationDecision, TranslationEdit, TranslationEdited,
    TranslationRecord, TranslationsView,
};
use crate::domain::{FieldErrors, Language, ReviewStatus, ServiceId, TRANSLATED};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

/// The page of an entry's translations, or of the one into a language.
pub(crate) fn translations_href(id: ServiceId, language: Option<Language>) -> String {
    let below = language.map(|language| format!("/{}", language.code())).unwrap_or_default();
    format!("/mein/angebote/{id}/uebersetzungen{below}")
}

/// A language with where its translation stands.
struct Line {
    href: String,
    label: &'static str,
    state: &'static str,
    /// The German has changed since.
    stale: bool,
    /// Some texts are not translated.
    missing: bool,
}

/// All languages of an entry.
#[derive(Template)]
#[template(path = "mine/translations.html")]
struct OverviewPage {
    shell: Shell,
    id: String,
    name: String,
    notice: &'static str,
    lines: Vec<Line>,
}

/// One language.
#[derive(Template)]
#[template(path = "mine/translation.html")]
struct TranslationPage {
    shell: Shell,
    csrf: String,
    id: String,
    name: String,
    /// Name of the language.
    label: &'static str,
    language: Language,
    version: i64,
    source_revision: i64,
    notices: Vec<Notice>,
    fields: Vec<TranslationField>,
    faults: Faults,
    /// Somebody else has written meanwhile.
    conflict: bool,
    /// Whether what is sent is public at once.
    publishes: bool,
    /// Why a version that waits is refused, as typed; `None` = there is none that the person may refuse.
    reason: Option<String>,
    /// What is wrong with it.
    reason_fault: String,
    /// Whether there is something to take back.
    withdrawable: bool,
}

door!(OverviewPage, TranslationPage);

async fn find(
    app: &App,
    asker: &Asker,
    id: &str,
) -> Result<(ServiceId, TranslationsView), Problem> {
    let id: ServiceId = id.parse().ok().ok_or_else(|| Problem::not_found("entry"))?;
    let found = super::desk(app)?.find_translations(&asker.author, id).await?;
    Ok((id, found.ok_or_else(|| Problem::not_found("entry"))?))
}

/// A language that entries are translated into.
fn language(code: &str) -> Result<Language, Problem> {
    let found = TRANSLATED.into_iter().find(|language| language.code() == code);
    found.ok_or_else(|| Problem::not_found("such language"))
}

/// `GET /mein/angebote/{id}/uebersetzungen`
pub(super) async fn list(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let (id, view) = find(&app, &Asker::new(&user, &visitor), &id).await?;
    let context = Context::new(&app);
    let line = |language: Language| {
        let record = view.find(language);
        let shown = record.and_then(|record| record.published.as_ref());
        Line {
            href: translations_href(id, Some(language)),
            label: context.texts.t(language_key(language)),
            state: context.texts.t(state_key(record)),
            stale: shown.is_some_and(|shown| !shown.stale(&view.source).is_empty()),
            missing: shown.is_some_and(|shown| {
                crate::domain::TextKey::all(&view.source)
                    .iter()
                    .any(|(key, _)| !shown.texts.contains_key(key))
            }),
        }
    };
    let notice = match raw.as_str() {
        "gespeichert=oeffentlich" => "translate-done-public",
        "gespeichert=eingereicht" => "translate-done-pending",
        "gespeichert=zurueckgezogen" => "translate-done-withdrawn",
        "gespeichert=abgelehnt" => "translate-done-refused",
        _ => "",
    };
    let title = context.texts.t("translate-title");
    let page = OverviewPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        id: id.to_string(),
        notice: if notice.is_empty() { "" } else { context.texts.t(notice) },
        lines: TRANSLATED.into_iter().map(line).collect(),
        name: view.source.name.clone(),
    };
    respond(StatusCode::OK, &page)
}

fn state_key(record: Option<&TranslationRecord>) -> &'static str {
    let Some(record) = record else { return "translate-state-none" };
    let public = record.published.is_some();
    match record.review_status {
        ReviewStatus::Published => "translate-state-public",
        ReviewStatus::Pending if public => "translate-state-pending-public",
        ReviewStatus::Pending => "translate-state-pending",
        ReviewStatus::Rejected if public => "translate-state-refused-public",
        ReviewStatus::Rejected => "translate-state-refused",
        _ => "translate-state-withdrawn",
    }
}

/// What was sent, where the page is shown once more.
#[derive(Default)]
struct Typed {
    /// The texts by their names; `None` = what is stored.
    texts: Option<BTreeMap<String, String>>,
    faults: FieldErrors,
    conflict: bool,
    /// Whether the German has been changed since it was shown.
    source_changed: bool,
    reason: String,
    reason_fault: String,
}

fn page(
    context: &Context,
    asker: &Asker,
    (id, view): (ServiceId, &TranslationsView),
    language: Language,
    typed: Typed,
) -> TranslationPage {
    let texts = context.texts;
    let record = view.find(language);
    let label = texts.t(language_key(language));
    let fields = fields(context, &view.source, record, typed.texts.as_ref(), typed.conflict);
    let label_of = |name: &str| {
        fields.iter().find(|field| field.name == name).map_or_else(String::new, |field| {
            let mut label = field.label.to_owned();
            if !field.place.is_empty() {
                label = format!("{label} ({})", field.place);
            }
            label
        })
    };
    let faults = Faults::new(texts, &Fault::list(&typed.faults, pointer_field), label_of);
    let fields = fields
        .into_iter()
        .map(|field| TranslationField { fault: faults.of(&field.name).to_owned(), ..field });
    let title = texts.with("translate-into", &[("language", label.into())]);
    let state = record.map(|record| record.review_status);
    TranslationPage {
        shell: Shell::new(&context.prepared, "desk", &title, "").hidden(true),
        csrf: asker.csrf.clone(),
        id: id.to_string(),
        name: view.source.name.clone(),
        label,
        language,
        version: record.map_or(0, |record| record.version),
        source_revision: view.source_revision,
        notices: notices(context, view, record, &typed),
        fields: fields.collect(),
        faults,
        conflict: typed.conflict,
        publishes: view.publishes,
        reason: (view.publishes && state == Some(ReviewStatus::Pending)).then_some(typed.reason),
        reason_fault: typed.reason_fault,
        withdrawable: state.is_some_and(|state| state != ReviewStatus::Archived),
    }
}

/// What is to be said above the form.
fn notices(
    context: &Context,
    view: &TranslationsView,
    record: Option<&TranslationRecord>,
    typed: &Typed,
) -> Vec<Notice> {
    let texts = context.texts;
    let notice = |class, title: &str, text: &str| Notice {
        class,
        title: texts.t(title).to_owned(),
        text: text.to_owned(),
    };
    let mut all = Vec::new();
    if typed.source_changed {
        all.push(notice("warning", "translate-source-changed", ""));
    }
    let Some(record) = record else { return all };
    match record.review_status {
        ReviewStatus::Pending => all.push(notice(
            "info",
            "translate-state-pending",
            texts.t(if record.published.is_some() { "translate-meanwhile" } else { "" }),
        )),
        ReviewStatus::Rejected => {
            let reason = record.note.as_deref().unwrap_or_default();
            all.push(notice("warning", "translate-state-refused", reason));
        }
        ReviewStatus::Archived => all.push(notice("info", "translate-state-withdrawn", "")),
        _ => {}
    }
    if !record.latest.stale(&view.source).is_empty() {
        all.push(notice("warning", "translate-stale", texts.t("translate-stale-text")));
    }
    all
}

/// `GET /mein/angebote/{id}/uebersetzungen/{language}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path((id, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let language = language(&code)?;
    let asker = Asker::new(&user, &visitor);
    let (id, view) = find(&app, &asker, &id).await?;
    let context = Context::new(&app);
    respond(StatusCode::OK, &page(&context, &asker, (id, &view), language, Typed::default()))
}

/// `POST /mein/angebote/{id}/uebersetzungen/{language}`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path((id, code)): Path<(String, String)>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let language = language(&code)?;
    let asker = Asker::new(&user, &visitor);
    let service: ServiceId = id.parse().ok().ok_or_else(|| Problem::not_found("entry"))?;
    let expected_version = form.get("version").parse().unwrap_or_default();
    let source_revision = form.get("source_revision").parse().unwrap_or_default();
    let texts = typed_texts(&form);
    let desk = super::desk(&app)?;
    let author = &asker.author;
    let decide =
        |decision| desk.decide_translation(author, service, language, decision, expected_version);
    let reason = form.get("reason").to_owned();
    let refuses = form.get("action") == "refuse";
    let done = match form.get("action") {
        "withdraw" => decide(TranslationDecision::Withdraw).await,
        "refuse" => decide(TranslationDecision::Reject { reason: reason.clone() }).await,
        _ => {
            let edit = TranslationEdit {
                id: service,
                language,
                source_revision,
                texts: texts.clone(),
                expected_version,
            };
            desk.translate_listing(author, edit).await
        }
    };
    let mut typed = Typed { texts: Some(texts), reason, ..Typed::default() };
    let status = match done {
        Ok(Some(edited)) => return Ok(saved(service, &edited)),
        Ok(None) => return Err(Problem::not_found("entry")),
        Err(AppError::Invalid(faults)) if refuses => {
            let faults = Faults::new(
                crate::texts::Texts::german(),
                &Fault::list(&faults, |_| "reason".to_owned()),
                |_| String::new(),
            );
            faults.of("reason").clone_into(&mut typed.reason_fault);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(AppError::Invalid(faults)) => {
            typed.faults = faults;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(AppError::Database(DatabaseError::Conflict { .. })) => {
            typed.conflict = true;
            StatusCode::PRECONDITION_FAILED
        }
        Err(error) => return Err(error.into()),
    };
    let (service, view) = find(&app, &asker, &id).await?;
    typed.source_changed = source_revision != view.source_revision;
    let context = Context::new(&app);
    respond(status, &page(&context, &asker, (service, &view), language, typed))
}

/// The fields of the form that are texts of the entry.
fn typed_texts(form: &Fields) -> BTreeMap<String, String> {
    let others = ["csrf", "version", "source_revision", "action", "reason"];
    let texts = form.0.iter().filter(|(name, _)| !others.contains(&name.as_str()));
    texts.cloned().collect()
}

fn saved(id: ServiceId, edited: &TranslationEdited) -> Response {
    let word = match edited.review_status {
        ReviewStatus::Published => "oeffentlich",
        ReviewStatus::Rejected => "abgelehnt",
        ReviewStatus::Archived => "zurueckgezogen",
        _ => "eingereicht",
    };
    Redirect::to(&format!("{}?gespeichert={word}", translations_href(id, None))).into_response()
}
