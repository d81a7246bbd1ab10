//! The link of the sender: where it stands, what was said, a reply.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::body::PostedForm;
use super::form::{desk, kind_word, see, topic_word};
use crate::app::{App, AppError, Reply, SENDER, SuggestionCase, SuggestionMessage};
use crate::domain::suggestion::MESSAGE_MAX;
use crate::domain::{SuggestionKind, SuggestionState};
use crate::http::extract::{Path, RawQuery};
use crate::http::language::at;
use crate::http::links::Base;
use crate::http::pages::context::Context;
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;

/// Something that was said.
pub(crate) struct SaidView {
    pub(crate) who: &'static str,
    /// "23. November 2026".
    pub(crate) when: String,
    /// The same for machines.
    pub(crate) datetime: String,
    pub(crate) text: String,
    /// Whether the sender said it.
    pub(crate) sender: bool,
}

/// `/vorschlag/antwort/{token}`
#[derive(Template)]
#[template(path = "suggest/answer.html")]
pub(crate) struct AnswerPage {
    pub(crate) shell: Shell,
    /// It was sent in just now.
    pub(crate) new: bool,
    pub(crate) kind: &'static str,
    pub(crate) about: Option<(String, String)>,
    pub(crate) topic: Option<&'static str>,
    pub(crate) state: &'static str,
    pub(crate) state_text: &'static str,
    pub(crate) state_class: &'static str,
    pub(crate) said: Vec<SaidView>,
    /// The whole address, to be kept.
    pub(crate) address: String,
    pub(crate) action: String,
    pub(crate) open: bool,
    pub(crate) asked: bool,
    pub(crate) max: usize,
    /// The reply that was typed and is wrong.
    pub(crate) reply: String,
    pub(crate) fault: String,
    pub(crate) erased: String,
}

door!(AnswerPage);

/// `GET /vorschlag/antwort/{token}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    RawQuery(raw): RawQuery,
    base: Base,
) -> Result<Response, Problem> {
    let case = desk(&app)?.follow_suggestion(&token).await?;
    let case = case.ok_or_else(|| Problem::not_found("suggestion"))?;
    let page = AnswerPage::new(&app, &case, &token, &base, raw.contains("neu=1"));
    answer(StatusCode::OK, &page)
}

/// `POST /vorschlag/antwort/{token}`
pub(super) async fn reply(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    base: Base,
    posted: PostedForm,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    let text = posted.one("reply");
    let texts = Context::new(&app).texts;
    let fault = match desk.reply_to_suggestion(&token, text).await {
        Ok(None) => return Err(Problem::not_found("suggestion")),
        Ok(Some(Reply::Received)) => return Ok(see(&at(&format!("/vorschlag/antwort/{token}")))),
        Ok(Some(Reply::Closed)) => texts.t("answer-fault-closed").to_owned(),
        Ok(Some(Reply::TooMany)) => texts.t("answer-fault-too-many").to_owned(),
        Err(AppError::Invalid(errors)) => {
            let code = errors.0.first().map_or("", |error| error.code.as_str());
            match code {
                "required" => texts.t("answer-fault-empty").to_owned(),
                "too_long" => {
                    let number = texts.number(MESSAGE_MAX as u64);
                    texts.with("suggest-fault-too-long", &[("number", (&number).into())])
                }
                "control_character" => texts.t("suggest-fault-control").to_owned(),
                "bidi_character" => texts.t("suggest-fault-bidi").to_owned(),
                _ => texts.t("suggest-fault-other").to_owned(),
            }
        }
        Err(error) => return Err(error.into()),
    };
    let case = desk.follow_suggestion(&token).await?;
    let case = case.ok_or_else(|| Problem::not_found("suggestion"))?;
    let mut page = AnswerPage::new(&app, &case, &token, &base, false);
    text.clone_into(&mut page.reply);
    page.fault = fault;
    answer(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn answer(status: StatusCode, page: &AnswerPage) -> Result<Response, Problem> {
    let mut response = respond(status, page)?;
    // Who has the address may read it: nobody on the way keeps it.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

impl AnswerPage {
    fn new(app: &App, case: &SuggestionCase, token: &str, base: &Base, new: bool) -> Self {
        let context = Context::new(app);
        let texts = context.texts;
        let record = &case.record;
        let text = record.text.clone().unwrap_or_default();
        let path = at(&format!("/vorschlag/antwort/{token}"));
        let kind = kind_word(&context, record.kind);
        let first = SaidView {
            who: texts.t("said-you"),
            when: day(&context, app, &record.created_at),
            datetime: record.created_at.clone(),
            text: text.message,
            sender: true,
        };
        let more = case.messages.iter().map(|message| SaidView::new(&context, app, message));
        // Only what is public is linked: an entry may have been taken out meanwhile.
        let public = record.service_id.filter(|id| !context.snapshot.sites_of(*id).is_empty());
        let href = public.map(|id| at(&format!("/angebote/{id}"))).unwrap_or_default();
        let until = day(&context, app, &record.erase_after);
        Self {
            shell: Shell::new(&context.prepared, "suggest-answer", texts.t("answer-title"), "")
                .hidden(true),
            new,
            kind,
            about: Some((text.about, href)).filter(|(about, _)| !about.is_empty()),
            topic: record.topic.map(|topic| topic_word(&context, topic)),
            state: state_word(&context, record.kind, record.state),
            state_text: state_text(&context, record.kind, record.state),
            state_class: record.state.as_str(),
            said: std::iter::once(first).chain(more).collect(),
            address: base.url(&path),
            action: path,
            open: record.state.is_open(),
            asked: record.state == SuggestionState::AskedBack,
            max: MESSAGE_MAX,
            reply: String::new(),
            fault: String::new(),
            erased: texts.with("answer-erased", &[("date", (&until).into())]),
        }
    }
}

impl SaidView {
    /// A message, as the sender reads it: editors have no names here.
    fn new(context: &Context, app: &App, message: &SuggestionMessage) -> Self {
        let sender = message.author == SENDER;
        let who = if sender { "said-you" } else { "said-editors" };
        Self {
            who: context.texts.t(who),
            when: day(context, app, &message.at),
            datetime: message.at.clone(),
            text: message.text.clone(),
            sender,
        }
    }
}

/// The day of a stored time, in the region.
fn day(context: &Context, app: &App, at: &str) -> String {
    let at: Option<chrono::DateTime<chrono::Utc>> = at.parse().ok();
    at.map(|at| context.texts.date(at.with_timezone(&app.settings.timezone).date_naive()))
        .unwrap_or_default()
}

/// Where it stands, in a word.
pub(crate) fn state_word(
    context: &Context,
    kind: SuggestionKind,
    state: SuggestionState,
) -> &'static str {
    context.texts.t(match (state, kind.is_feedback()) {
        (SuggestionState::Received, _) => "suggest-state-received",
        (SuggestionState::InProgress, _) => "suggest-state-in-progress",
        (SuggestionState::AskedBack, _) => "suggest-state-asked-back",
        (SuggestionState::Accepted, false) => "suggest-state-accepted",
        (SuggestionState::Accepted, true) => "suggest-state-dealt-with",
        (SuggestionState::Declined, false) => "suggest-state-declined",
        (SuggestionState::Declined, true) => "suggest-state-closed",
    })
}

fn state_text(context: &Context, kind: SuggestionKind, state: SuggestionState) -> &'static str {
    context.texts.t(match (state, kind.is_feedback()) {
        (SuggestionState::Received, _) => "answer-received",
        (SuggestionState::InProgress, _) => "answer-in-progress",
        (SuggestionState::AskedBack, _) => "answer-asked-back",
        (SuggestionState::Accepted, false) => "answer-accepted",
        (SuggestionState::Accepted, true) => "answer-dealt-with",
        (SuggestionState::Declined, false) => "answer-declined",
        (SuggestionState::Declined, true) => "answer-closed",
    })
}
