//! `/_/suche/vorschlaege?q=…`: what may be meant by a text that is being typed.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::super::context::Context;
use crate::app::App;
use crate::atlas::{Completion, CompletionKind};
use crate::domain::Language;
use crate::http::extract::{Json, RawQuery};

/// Most suggestions of one answer: more than a list on a phone shows.
const MOST: usize = 8;
/// Longest text looked at, in characters; as long as the field allows.
const LONGEST: usize = 200;

#[derive(Serialize)]
struct Answer {
    suggestions: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    text: String,
    kind: &'static str,
    /// The category that an everyday word stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
}

/// Suggestions for the `q` of the query; none without it. Nothing of it is kept.
pub(crate) async fn show(State(app): State<Arc<App>>, RawQuery(raw): RawQuery) -> Response {
    let context = Context::new(&app);
    let typed = url::form_urlencoded::parse(raw.as_bytes())
        .find(|(name, _)| name == "q")
        .map(|(_, value)| value.chars().take(LONGEST).collect::<String>())
        .unwrap_or_default();
    let suggestions = context
        .snapshot
        .complete(&typed, &context.moment, MOST)
        .into_iter()
        .map(|suggestion| Item {
            category: category(&context, &suggestion),
            kind: word(suggestion.kind),
            text: suggestion.text,
        })
        .collect();
    let mut response = Json(Answer { suggestions }).into_response();
    // The same letters are typed again and again; a minute later the words of the index are hardly others.
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    response
}

/// The category that an everyday word stands for, in the language of the page; also that of a German label there.
fn category(context: &Context, suggestion: &Completion) -> Option<String> {
    let label = suggestion.category.as_deref().or_else(|| {
        let is_label = suggestion.kind == CompletionKind::Category;
        let foreign = context.language() != Language::German;
        (is_label && foreign).then_some(suggestion.text.as_str())
    })?;
    Some(context.in_page_language(label).to_owned())
}

const fn word(kind: CompletionKind) -> &'static str {
    match kind {
        CompletionKind::Category => "category",
        CompletionKind::Place => "place",
        CompletionKind::Entry => "entry",
        CompletionKind::Organization => "organization",
    }
}
