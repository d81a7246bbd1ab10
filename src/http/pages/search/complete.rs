//! `/_/suche/vorschlaege?q=…`: what may be meant by a text that is being typed.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::super::context::Context;
use crate::app::App;
use crate::atlas::CompletionKind;
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
            text: suggestion.text,
            kind: word(suggestion.kind),
            category: suggestion.category,
        })
        .collect();
    let mut response = Json(Answer { suggestions }).into_response();
    // The same letters are typed again and again; a minute later the words of the index are hardly others.
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    response
}

const fn word(kind: CompletionKind) -> &'static str {
    match kind {
        CompletionKind::Category => "category",
        CompletionKind::Place => "place",
        CompletionKind::Entry => "entry",
        CompletionKind::Organization => "organization",
    }
}
