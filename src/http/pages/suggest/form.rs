//! The form: which kind, about which entry, what was typed, what is wrong.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::body::PostedForm;
use super::fields::{FaultLine, Field, fault_lines, fields};
use crate::app::{App, AppError, Desk, Hold, Submission};
use crate::domain::policy::Role;
use crate::domain::{
    FeedbackTopic, FieldErrors, NewSuggestion, ServiceId, SuggestionKind, SuggestionText,
};
use crate::http::extract::RawQuery;
use crate::http::language::at;
use crate::http::pages::context::Context;
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::params::decode_lenient;
use crate::http::problem::Problem;
use crate::http::session::Visitor;

/// A choice with its words.
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) href: String,
    pub(crate) label: &'static str,
    pub(crate) note: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) chosen: bool,
}

/// The entry it is about.
pub(crate) struct EntryRef {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) href: String,
}

/// The form of one kind.
pub(crate) struct FormView {
    pub(crate) kind: &'static str,
    /// The mark that says when it was opened.
    pub(crate) mark: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) topics: Vec<Choice>,
    /// What is wrong with the topic; empty if nothing.
    pub(crate) topic_fault: String,
    /// What is wrong with the field that nobody fills in; empty if nothing.
    pub(crate) trap_fault: String,
    pub(crate) faults: Vec<FaultLine>,
    /// A title and a text: why it was not taken yet.
    pub(crate) held: Option<(&'static str, &'static str)>,
    /// How long it is kept.
    pub(crate) retention: String,
}

/// `/vorschlag`
#[derive(Template)]
#[template(path = "suggest/form.html")]
pub(crate) struct SuggestPage {
    pub(crate) shell: Shell,
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) entry: Option<EntryRef>,
    /// The kinds to choose from; none once one is chosen.
    pub(crate) kinds: Vec<Choice>,
    /// Back to the choice, once one is made.
    pub(crate) back: Option<String>,
    /// The kind is about an entry, and none is named.
    pub(crate) entry_missing: bool,
    pub(crate) form: Option<FormView>,
}

door!(SuggestPage);

/// What was chosen and typed.
#[derive(Default)]
struct Draft {
    kind: Option<SuggestionKind>,
    service_id: Option<ServiceId>,
    topic: Option<FeedbackTopic>,
    text: SuggestionText,
}

/// Why a form is shown again.
#[derive(Default)]
struct Refusal {
    errors: FieldErrors,
    held: Option<Hold>,
}

/// `GET /vorschlag`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let pairs = decode_lenient(&raw);
    let word = |name: &str| pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str());
    let draft = Draft {
        kind: SuggestionKind::parse(word("kind")),
        service_id: word("entry").parse().ok(),
        ..Draft::default()
    };
    let claimed = draft.service_id.filter(|_| draft.kind == Some(SuggestionKind::Claim));
    let is_provider = visitor.signed_in().is_some_and(|user| user.account.role == Role::Provider);
    if let Some(id) = claimed.filter(|_| is_provider) {
        // Who has an account need not say again who they are.
        return Ok(see(&format!("/mein/uebernehmen/{id}")));
    }
    let desk = desk(&app)?;
    let mark = desk.open_suggestion_form().await?;
    page(&app, draft, mark, Refusal::default(), StatusCode::OK)
}

/// `POST /vorschlag`
pub(super) async fn submit(
    State(app): State<Arc<App>>,
    posted: PostedForm,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    let draft = read(&posted);
    let mark = posted.one("form").to_owned();
    let Some(kind) = draft.kind else {
        return page(&app, draft, mark, Refusal::default(), StatusCode::UNPROCESSABLE_ENTITY);
    };
    let new = NewSuggestion {
        kind,
        service_id: draft.service_id,
        topic: draft.topic.filter(|_| kind.is_feedback()),
        text: with_entry_name(&app, &draft),
    };
    let mut errors = new.clone().tidied().validate().err().unwrap_or_default();
    // A browser may have filled it in by itself: the field is shown then, with a word, and nothing is lost.
    errors.check(posted.one("homepage").is_empty(), "/homepage", "trap", "is to be left empty");
    if !errors.0.is_empty() {
        let refusal = Refusal { errors, held: None };
        return page(&app, draft, mark, refusal, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match desk.submit_suggestion(new, &mark).await {
        Ok(Submission::Received { answer, .. }) => {
            Ok(see(&at(&format!("/vorschlag/antwort/{answer}?neu=1"))))
        }
        Ok(Submission::Held(hold)) => {
            let (mark, status) = match hold {
                Hold::TooFast => (mark, StatusCode::UNPROCESSABLE_ENTITY),
                Hold::Expired => {
                    (desk.open_suggestion_form().await?, StatusCode::UNPROCESSABLE_ENTITY)
                }
                Hold::Full => (mark, StatusCode::TOO_MANY_REQUESTS),
            };
            let refusal = Refusal { held: Some(hold), ..Refusal::default() };
            page(&app, draft, mark, refusal, status)
        }
        Err(AppError::Invalid(errors)) => {
            let refusal = Refusal { errors, held: None };
            page(&app, draft, mark, refusal, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) => Err(error.into()),
    }
}

/// The desk; an instance that only answers questions has none.
pub(super) fn desk(app: &App) -> Result<&Desk, Problem> {
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

/// To another page after something was done; nobody else may keep the address.
pub(super) fn see(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(location) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, location);
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn read(posted: &PostedForm) -> Draft {
    let text = |name: &str| posted.one(name).to_owned();
    Draft {
        kind: SuggestionKind::parse(posted.one("kind")),
        service_id: posted.one("entry").parse().ok(),
        topic: FeedbackTopic::parse(posted.one("topic")),
        text: SuggestionText {
            message: text("message"),
            about: text("about"),
            organization: text("organization"),
            place: text("place"),
            source: text("source"),
            sender_name: text("sender_name"),
            sender_email: text("sender_email"),
        },
    }
}

/// What was typed, with the name of the entry as it is now: it may be called otherwise when an editor reads this.
fn with_entry_name(app: &App, draft: &Draft) -> SuggestionText {
    let context = Context::new(app);
    let entry = draft.service_id.and_then(|id| entry(&context, id));
    let mut text = draft.text.clone();
    if let Some(entry) = entry.filter(|_| text.about.trim().is_empty()) {
        text.about = entry.name.chars().take(crate::domain::suggestion::LINE_MAX).collect();
    }
    text
}

/// The entry, if it is public.
fn entry(context: &Context, id: ServiceId) -> Option<EntryRef> {
    let site = context.snapshot.sites_of(id).into_iter().next()?;
    let view = context.snapshot.view(site, &context.moment)?;
    let name = view.listing.name.clone();
    Some(EntryRef { id: id.to_string(), name, href: at(&format!("/angebote/{id}")) })
}

#[allow(clippy::needless_pass_by_value, reason = "a page is the last to need what was typed")]
fn page(
    app: &App,
    draft: Draft,
    mark: String,
    refusal: Refusal,
    status: StatusCode,
) -> Result<Response, Problem> {
    let context = Context::new(app);
    let t = |key: &'static str| context.texts.t(key);
    let entry = draft.service_id.and_then(|id| entry(&context, id));
    let entry_missing = draft.kind.is_some_and(|kind| kind.needs_entry() && entry.is_none());
    let href = |kind: &str| {
        let entry = entry.as_ref().map(|entry| format!("entry={}", entry.id));
        let kind = Some(kind).filter(|kind| !kind.is_empty()).map(|kind| format!("kind={kind}"));
        let words: Vec<String> = [kind, entry].into_iter().flatten().collect();
        if words.is_empty() {
            at(super::PATH)
        } else {
            at(&format!("{}?{}", super::PATH, words.join("&")))
        }
    };
    let kinds =
        if draft.kind.is_some() { Vec::new() } else { kinds(&context, entry.is_some(), href) };
    let (title, intro) = heading(&context, draft.kind);
    let canonical = draft.kind.map_or_else(String::new, |kind| href(kind.as_str()));
    let form = draft.kind.filter(|_| !entry_missing).map(|kind| {
        let faults = fault_lines(&context, kind, &refusal.errors);
        let of = |name: &str| {
            let fault = faults.iter().find(|fault| fault.field == name);
            fault.map(|fault| fault.message.clone()).unwrap_or_default()
        };
        FormView {
            kind: kind.as_str(),
            mark,
            fields: fields(&context, kind, &draft.text, &faults),
            topics: if kind.is_feedback() { topics(&context, draft.topic) } else { Vec::new() },
            topic_fault: of("topic"),
            trap_fault: of("homepage"),
            held: refusal.held.map(|hold| match hold {
                Hold::TooFast => (t("suggest-held-fast"), t("suggest-held-fast-text")),
                Hold::Expired => (t("suggest-held-expired"), t("suggest-held-expired-text")),
                Hold::Full => (t("suggest-held-full"), t("suggest-held-full-text")),
            }),
            retention: retention(&context, kind),
            faults,
        }
    });
    let page = SuggestPage {
        shell: Shell::new(&context.prepared, "suggest", title, canonical).hidden(true),
        title,
        intro,
        back: draft.kind.map(|_| href("")),
        entry,
        kinds,
        entry_missing,
        form,
    };
    let mut response = respond(status, &page)?;
    // What was typed, and the mark, belong to one person.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// How long the message is kept, as the county has decided.
fn retention(context: &Context, kind: SuggestionKind) -> String {
    let policy = context.reference().region.retention;
    let (key, months) = if kind.is_feedback() {
        ("suggest-retention-feedback", policy.feedback_months)
    } else {
        ("suggest-retention", policy.suggestion_months)
    };
    let months = context.texts.number(months.into());
    context.texts.with(key, &[("months", (&months).into())])
}

fn heading(context: &Context, kind: Option<SuggestionKind>) -> (&'static str, &'static str) {
    let (title, intro) = match kind {
        None => ("suggest-title", "suggest-intro"),
        Some(SuggestionKind::Correction) => {
            ("suggest-title-correction", "suggest-intro-correction")
        }
        Some(SuggestionKind::Closed) => ("suggest-title-closed", "suggest-intro-closed"),
        Some(SuggestionKind::NewEntry) => ("suggest-title-new", "suggest-intro-new"),
        Some(SuggestionKind::Claim) => ("suggest-title-claim", "suggest-intro-claim"),
        Some(SuggestionKind::Praise) => ("suggest-title-praise", "suggest-intro-feedback"),
        Some(SuggestionKind::Complaint) => ("suggest-title-complaint", "suggest-intro-feedback"),
    };
    (context.texts.t(title), context.texts.t(intro))
}

/// The kinds that make sense with or without an entry.
fn kinds(context: &Context, with_entry: bool, href: impl Fn(&str) -> String) -> Vec<Choice> {
    let fits =
        |kind: &SuggestionKind| if with_entry { *kind != SuggestionKind::NewEntry } else { true };
    SuggestionKind::ALL
        .into_iter()
        .filter(fits)
        .map(|kind| {
            let (note, icon) = match kind {
                SuggestionKind::Correction => ("suggest-kind-correction-note", "pencil"),
                SuggestionKind::Closed => ("suggest-kind-closed-note", "hand-stop"),
                SuggestionKind::NewEntry => ("suggest-kind-new-note", "map-pin"),
                SuggestionKind::Claim => ("suggest-kind-claim-note", "key"),
                SuggestionKind::Praise => ("suggest-kind-praise-note", "heart"),
                SuggestionKind::Complaint => ("suggest-kind-complaint-note", "message-circle"),
            };
            Choice {
                value: kind.as_str(),
                href: href(kind.as_str()),
                label: kind_word(context, kind),
                note: context.texts.t(note),
                icon,
                chosen: false,
            }
        })
        .collect()
}

/// What a kind is called.
pub(crate) fn kind_word(context: &Context, kind: SuggestionKind) -> &'static str {
    context.texts.t(match kind {
        SuggestionKind::Correction => "suggest-kind-correction",
        SuggestionKind::Closed => "suggest-kind-closed",
        SuggestionKind::NewEntry => "suggest-kind-new",
        SuggestionKind::Claim => "suggest-kind-claim",
        SuggestionKind::Praise => "suggest-kind-praise",
        SuggestionKind::Complaint => "suggest-kind-complaint",
    })
}

/// What a topic is called.
pub(crate) fn topic_word(context: &Context, topic: FeedbackTopic) -> &'static str {
    context.texts.t(match topic {
        FeedbackTopic::Reachability => "suggest-topic-reachability",
        FeedbackTopic::Waiting => "suggest-topic-waiting",
        FeedbackTopic::Treatment => "suggest-topic-treatment",
        FeedbackTopic::Access => "suggest-topic-access",
        FeedbackTopic::Cost => "suggest-topic-cost",
        FeedbackTopic::Missing => "suggest-topic-missing",
        FeedbackTopic::Website => "suggest-topic-website",
        FeedbackTopic::Other => "suggest-topic-other",
    })
}

fn topics(context: &Context, chosen: Option<FeedbackTopic>) -> Vec<Choice> {
    FeedbackTopic::ALL
        .into_iter()
        .map(|topic| Choice {
            value: topic.as_str(),
            href: String::new(),
            label: topic_word(context, topic),
            note: "",
            icon: "",
            chosen: chosen == Some(topic),
        })
        .collect()
}
