//! One suggestion, praise or complaint before its editor: what was written beside the entry, and an answer.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::facts::{Fact, facts};
use super::view::{Names, answer, day, desk, is_conflict, see, shell, when};
use crate::app::{App, AppError, Author, SENDER, SuggestionCase, SuggestionDecision};
use crate::domain::{FeedbackTopic, SuggestionId, SuggestionKind, SuggestionState};
use crate::http::extract::{Path, RawQuery};
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::pages::suggest::{kind_word, state_word, topic_word};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

/// Something that was said.
pub(crate) struct Said {
    pub(crate) who: String,
    pub(crate) when: String,
    pub(crate) text: String,
    pub(crate) sender: bool,
}

/// A topic to sort under.
pub(crate) struct TopicChoice {
    pub(crate) value: &'static str,
    pub(crate) label: &'static str,
    pub(crate) chosen: bool,
}

/// A detail of the sender: what it is called, and what it says.
pub(crate) struct Detail {
    pub(crate) label: &'static str,
    pub(crate) text: String,
}

/// What was typed and why it was not taken.
#[derive(Default)]
struct Refused {
    answer: String,
    fault: String,
    alert: Option<(&'static str, &'static str)>,
}

/// `/redaktion/vorschlaege/{id}`
#[derive(Template)]
#[template(path = "desk/suggestion.html")]
#[allow(clippy::struct_excessive_bools, reason = "a page has many parts that are there or not")]
pub(crate) struct SuggestionPageView {
    pub(crate) shell: Shell,
    pub(crate) csrf: String,
    pub(crate) tab: &'static str,
    pub(crate) id: String,
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) state: &'static str,
    pub(crate) state_class: &'static str,
    pub(crate) received: String,
    pub(crate) erased: String,
    /// The words are gone: nothing can be said any more.
    pub(crate) forgotten: bool,
    pub(crate) open: bool,
    pub(crate) feedback: bool,
    pub(crate) topics: Vec<TopicChoice>,
    pub(crate) details: Vec<Detail>,
    pub(crate) said: Vec<Said>,
    /// The entry: its case, where it is edited, what it says.
    pub(crate) entry: Option<(String, String)>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) answer: String,
    pub(crate) fault: String,
    pub(crate) alert: Option<(&'static str, &'static str)>,
    pub(crate) done: &'static str,
    /// What accepting a claim does; may be empty.
    pub(crate) claim: String,
    /// Whether the sender gets a mail.
    pub(crate) mails: bool,
}

door!(SuggestionPageView);

/// `GET /redaktion/vorschlaege/{id}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let csrf = visitor.csrf().to_string();
    let mut page = page(&app, &user.author, id, csrf, Refused::default()).await?;
    if raw.contains("getan=1") {
        page.done = Context::new(&app).texts.t("suggestion-done");
    }
    answer(StatusCode::OK, &page)
}

/// `POST /redaktion/vorschlaege/{id}`
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let words = form.get("answer").to_owned();
    let decision = match form.get("decision") {
        "take_up" => SuggestionDecision::TakeUp,
        "ask_back" => SuggestionDecision::AskBack { question: words.clone() },
        "accept" => SuggestionDecision::Accept { answer: words.clone() },
        "decline" => SuggestionDecision::Decline { reason: words.clone() },
        "sort" => SuggestionDecision::Sort,
        _ => return Err(Problem::of_status(StatusCode::BAD_REQUEST)),
    };
    let topic = FeedbackTopic::parse(form.get("topic"));
    let version = form.get("version").parse().unwrap_or_default();
    let outcome = desk(&app)?.decide_suggestion(&user.author, id, version, &decision, topic).await;
    let context = Context::new(&app);
    let t = |key: &'static str| context.texts.t(key);
    let mut refused = Refused { answer: words, ..Refused::default() };
    let status = match outcome {
        Ok(Some(_)) => return Ok(see(&format!("/redaktion/vorschlaege/{id}?getan=1"))),
        Ok(None) => return Err(Problem::not_found("suggestion")),
        Err(error) if is_conflict(&error) => {
            refused.alert = Some((t("suggestion-conflict"), t("suggestion-conflict-text")));
            StatusCode::PRECONDITION_FAILED
        }
        Err(AppError::Transition(_)) => {
            refused.alert = Some((t("suggestion-transition"), t("suggestion-transition-text")));
            StatusCode::CONFLICT
        }
        Err(AppError::Invalid(faults)) => {
            let code = faults.0.first().map_or("", |fault| fault.code.as_str());
            refused.fault = t(match code {
                "required" => "suggestion-answer-missing",
                "no_organization" => "claim-desk-no-organization",
                "not_a_provider" => "claim-desk-not-provider",
                "blocked" => "claim-desk-blocked",
                "not_an_email" | "email_taken" => "claim-desk-person",
                "too_long" => "case-note-long",
                "control_character" => "suggest-fault-control",
                "bidi_character" => "suggest-fault-bidi",
                _ => "suggest-fault-other",
            })
            .to_owned();
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(error) => return Err(error.into()),
    };
    let page = page(&app, &user.author, id, visitor.csrf().to_string(), refused).await?;
    answer(status, &page)
}

fn parse(id: &str) -> Result<SuggestionId, Problem> {
    id.parse().map_err(|_none| Problem::not_found("suggestion"))
}

async fn page(
    app: &App,
    author: &Author,
    id: SuggestionId,
    csrf: String,
    refused: Refused,
) -> Result<SuggestionPageView, Problem> {
    let desk = desk(app)?;
    let case = desk.find_suggestion(author, id).await?;
    let case = case.ok_or_else(|| Problem::not_found("suggestion"))?;
    let context = Context::new(app);
    let record = &case.record;
    let kind = kind_word(&context, record.kind);
    let text = record.text.clone().unwrap_or_default();
    let title =
        if text.about.is_empty() { kind.to_owned() } else { format!("{kind}: {}", text.about) };
    let erased = day(&context, app, &record.erase_after);
    let feedback = record.kind.is_feedback();
    let topics = if feedback { FeedbackTopic::ALL.as_slice() } else { &[] };
    Ok(SuggestionPageView {
        shell: shell(&context, title.clone()),
        csrf,
        tab: if feedback { "feedback" } else { "queue" },
        id: id.to_string(),
        version: record.version,
        title,
        state: state_word(&context, record.kind, record.state),
        state_class: record.state.as_str(),
        received: when(&context, app, &record.created_at),
        erased: context.texts.with("suggestion-erased", &[("date", (&erased).into())]),
        forgotten: record.text.is_none(),
        open: record.state.is_open(),
        feedback,
        topics: topics
            .iter()
            .map(|topic| TopicChoice {
                value: topic.as_str(),
                label: topic_word(&context, *topic),
                chosen: record.topic == Some(*topic),
            })
            .collect(),
        details: details(&context, &case),
        said: said(&context, app, &case, &mut Names::new(desk)).await?,
        entry: case
            .listing
            .as_ref()
            .map(|listing| (format!("/redaktion/eintraege/{}", listing.id), listing.name.clone())),
        facts: shown_facts(&context, &case),
        answer: refused.answer,
        fault: refused.fault,
        alert: refused.alert,
        done: "",
        claim: claim(&context, &case),
        mails: !text.sender_email.is_empty(),
    })
}

/// What accepting a claim does, or why it cannot be done yet.
fn claim(context: &Context, case: &SuggestionCase) -> String {
    if case.record.kind != SuggestionKind::Claim || !case.record.state.is_open() {
        return String::new();
    }
    let owner = case.listing.as_ref().and_then(|listing| listing.organization_id);
    let known = owner.and_then(|id| context.reference().organizations.get(&id));
    match known {
        Some(owner) => {
            let args = [("organization", (&owner.name).into())];
            context.texts.with("claim-desk-hint", &args)
        }
        None => context.texts.t("claim-desk-no-organization").to_owned(),
    }
}

/// What the entry says now, beside what somebody says about it.
fn shown_facts(context: &Context, case: &SuggestionCase) -> Vec<Fact> {
    let Some(listing) = &case.listing else { return Vec::new() };
    let mut all = facts(context, listing);
    all.retain(|fact| !fact.text.is_empty() && fact.field != "internal_note");
    all
}

fn details(context: &Context, case: &SuggestionCase) -> Vec<Detail> {
    let Some(text) = &case.record.text else { return Vec::new() };
    let all = [
        ("detail-about", &text.about),
        ("detail-organization", &text.organization),
        ("detail-place", &text.place),
        ("detail-source", &text.source),
        ("detail-sender-name", &text.sender_name),
        ("detail-sender-email", &text.sender_email),
    ];
    all.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| Detail { label: context.texts.t(label), text: text.clone() })
        .collect()
}

async fn said(
    context: &Context,
    app: &App,
    case: &SuggestionCase,
    names: &mut Names<'_>,
) -> Result<Vec<Said>, Problem> {
    let mut all = Vec::new();
    if let Some(text) = &case.record.text {
        all.push(Said {
            who: context.texts.t("said-sender").to_owned(),
            when: when(context, app, &case.record.created_at),
            text: text.message.clone(),
            sender: true,
        });
    }
    for message in &case.messages {
        let sender = message.author == SENDER;
        let who = if sender {
            context.texts.t("said-sender").to_owned()
        } else {
            names.of(context, &message.author).await?
        };
        all.push(Said {
            who,
            when: when(context, app, &message.at),
            text: message.text.clone(),
            sender,
        });
    }
    Ok(all)
}

/// Whether a state still waits for an editor; here so that the inbox says the same.
pub(super) const fn waits(state: SuggestionState) -> bool {
    matches!(state, SuggestionState::Received | SuggestionState::InProgress)
}
