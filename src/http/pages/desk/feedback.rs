//! Praise and complaints: the inbox, and how often it was about what in which year. Never public.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::case::first_words;
use super::view::{answer, day, desk, shell};
use crate::app::{App, SuggestionCount, SuggestionFilter};
use crate::domain::{FeedbackTopic, SuggestionKind, SuggestionState};
use crate::http::extract::RawQuery;
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::pages::suggest::{kind_word, state_word, topic_word};
use crate::http::params::decode_lenient;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

/// Messages of one page.
const PAGE: u32 = 50;

/// A line of the inbox.
pub(crate) struct Message {
    pub(crate) href: String,
    pub(crate) kind: &'static str,
    pub(crate) class: &'static str,
    pub(crate) topic: &'static str,
    pub(crate) state: &'static str,
    /// Whether it waits for an editor.
    pub(crate) waits: bool,
    pub(crate) text: String,
    pub(crate) since: String,
}

/// Something to choose.
pub(crate) struct Choosable {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// `/redaktion/lob-und-beschwerde`
#[derive(Template)]
#[template(path = "desk/feedback.html")]
pub(crate) struct FeedbackPage {
    pub(crate) shell: Shell,
    pub(crate) tab: &'static str,
    pub(crate) kinds: Vec<Choosable>,
    pub(crate) states: Vec<Choosable>,
    pub(crate) topics: Vec<Choosable>,
    pub(crate) messages: Vec<Message>,
    pub(crate) total: String,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}

door!(FeedbackPage);

/// What the address asks for.
struct Asked {
    kind: Option<SuggestionKind>,
    state: Option<SuggestionState>,
    topic: Option<FeedbackTopic>,
    page: u32,
}

fn read(raw: &str) -> Asked {
    let pairs = decode_lenient(raw);
    let word = |name: &str| pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str());
    Asked {
        kind: SuggestionKind::parse(word("kind")).filter(|kind| kind.is_feedback()),
        state: SuggestionState::parse(word("state")),
        topic: FeedbackTopic::parse(word("topic")),
        page: word("page").parse().unwrap_or(1).clamp(1, 10_000),
    }
}

impl Asked {
    fn href(&self, page: u32) -> String {
        let words = [
            self.kind.map(|kind| format!("kind={}", kind.as_str())),
            self.state.map(|state| format!("state={}", state.as_str())),
            self.topic.map(|topic| format!("topic={}", topic.as_str())),
            (page > 1).then(|| format!("page={page}")),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        let join = if words.is_empty() { "" } else { "?" };
        format!("/redaktion/lob-und-beschwerde{join}{}", words.join("&"))
    }
}

/// `GET /redaktion/lob-und-beschwerde`
pub(super) async fn inbox(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let asked = read(&raw);
    let kinds = [SuggestionKind::Praise, SuggestionKind::Complaint];
    let filter = SuggestionFilter {
        kinds: asked.kind.map_or_else(|| kinds.to_vec(), |kind| vec![kind]),
        states: asked.state.into_iter().collect(),
        topic: asked.topic,
        ..SuggestionFilter::default()
    };
    let offset = u64::from(asked.page - 1) * u64::from(PAGE);
    let found = desk(&app)?.list_suggestions(&user.author, filter, PAGE, offset).await?;
    let context = Context::new(&app);
    let choice = |value: &str, label: &str, chosen| Choosable {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen,
    };
    let shown = offset + found.suggestions.len() as u64;
    let page = FeedbackPage {
        shell: shell(&context, context.texts.t("feedback-title")),
        tab: "feedback",
        kinds: kinds
            .into_iter()
            .map(|k| choice(k.as_str(), kind_word(&context, k), asked.kind == Some(k)))
            .collect(),
        states: SuggestionState::ALL
            .into_iter()
            .map(|s| {
                let word = state_word(&context, SuggestionKind::Complaint, s);
                choice(s.as_str(), word, asked.state == Some(s))
            })
            .collect(),
        topics: FeedbackTopic::ALL
            .into_iter()
            .map(|t| choice(t.as_str(), topic_word(&context, t), asked.topic == Some(t)))
            .collect(),
        messages: found
            .suggestions
            .iter()
            .map(|record| Message {
                href: format!("/redaktion/vorschlaege/{}", record.id),
                kind: kind_word(&context, record.kind),
                class: record.kind.as_str(),
                topic: record.topic.map_or("", |topic| topic_word(&context, topic)),
                state: state_word(&context, record.kind, record.state),
                waits: super::suggestion::waits(record.state),
                text: record.text.as_ref().map_or_else(
                    || context.texts.t("feedback-erased").to_owned(),
                    |text| first_words(&text.message),
                ),
                since: day(&context, &app, &record.created_at),
            })
            .collect(),
        total: context.texts.count("feedback-total", found.total),
        previous: (asked.page > 1).then(|| asked.href(asked.page - 1)),
        next: (shown < found.total).then(|| asked.href(asked.page + 1)),
    };
    answer(StatusCode::OK, &page)
}

/// A topic of a year: how many of each.
pub(crate) struct TopicRow {
    pub(crate) topic: &'static str,
    pub(crate) praise: u64,
    pub(crate) complaints: u64,
    /// Of these not decided yet.
    pub(crate) open: u64,
}

/// A year.
pub(crate) struct YearTable {
    pub(crate) year: i32,
    pub(crate) rows: Vec<TopicRow>,
    pub(crate) praise: u64,
    pub(crate) complaints: u64,
    pub(crate) open: u64,
}

/// `/redaktion/lob-und-beschwerde/auswertung`
#[derive(Template)]
#[template(path = "desk/evaluation.html")]
pub(crate) struct EvaluationPage {
    pub(crate) shell: Shell,
    pub(crate) tab: &'static str,
    pub(crate) years: Vec<YearTable>,
}

door!(EvaluationPage);

/// `GET /redaktion/lob-und-beschwerde/auswertung`
pub(super) async fn evaluation(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
) -> Result<Response, Problem> {
    let counts = desk(&app)?.evaluate_feedback(&user.author).await?;
    let context = Context::new(&app);
    let page = EvaluationPage {
        shell: shell(&context, context.texts.t("evaluation-title")),
        tab: "feedback",
        years: years(&context, &counts),
    };
    answer(StatusCode::OK, &page)
}

fn years(context: &Context, counts: &[SuggestionCount]) -> Vec<YearTable> {
    let mut years: Vec<i32> = counts.iter().map(|count| count.year).collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    let table = |year: i32| {
        let sum = |topic: FeedbackTopic, pass: &dyn Fn(&SuggestionCount) -> bool| -> u64 {
            let of = counts.iter().filter(|c| c.year == year && c.topic == Some(topic) && pass(c));
            of.map(|count| count.count).sum()
        };
        // Every topic, also those that nobody wrote about: nothing is a finding too.
        let rows: Vec<TopicRow> = FeedbackTopic::ALL
            .into_iter()
            .map(|topic| TopicRow {
                topic: topic_word(context, topic),
                praise: sum(topic, &|c| c.kind == SuggestionKind::Praise),
                complaints: sum(topic, &|c| c.kind == SuggestionKind::Complaint),
                open: sum(topic, &|c| c.state.is_open()),
            })
            .collect();
        YearTable {
            year,
            praise: rows.iter().map(|row| row.praise).sum(),
            complaints: rows.iter().map(|row| row.complaints).sum(),
            open: rows.iter().map(|row| row.open).sum(),
            rows,
        }
    };
    years.into_iter().map(table).collect()
}

/// `GET /redaktion/lob-und-beschwerde/auswertung.csv`: the same for a spreadsheet.
pub(super) async fn csv(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
) -> Result<Response, Problem> {
    let counts = desk(&app)?.evaluate_feedback(&user.author).await?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["year", "topic", "kind", "state", "count"];
    let mut written = writer.write_record(header);
    for count in counts {
        let topic = count.topic.map_or("", FeedbackTopic::as_str);
        let (year, number) = (count.year.to_string(), count.count.to_string());
        let row = [&year, topic, count.kind.as_str(), count.state.as_str(), &number];
        written = written.and_then(|()| writer.write_record(row));
    }
    written.map_err(Problem::internal)?;
    let body = writer.into_inner().map_err(|error| Problem::broken(error.to_string()))?;
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(
        CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"lob-und-beschwerde.csv\""),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
