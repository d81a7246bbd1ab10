//! Questions without a good answer, for the count.

use axum::http::HeaderMap;

use super::super::context::Context;
use super::super::query::Words;
use crate::app::{App, Seen};
use crate::domain::UnmetKind;
use crate::http::usage::question_before;

/// What to note of a question; `None` where it was answered well, where filters may be why it was not, where it goes on
/// (further pages) or where the same was asked on the page before.
pub(super) fn unmet(
    app: &App,
    context: &Context,
    words: &Words,
    hits: u64,
    headers: &HeaderMap,
) -> Option<Seen> {
    let text = words.q.as_deref()?;
    let only_asked =
        Words { q: None, municipalities: Vec::new(), served: false, near: None, ..words.clone() };
    let may_tell = only_asked.is_empty()
        && words.after.is_none()
        && words.municipalities.len() <= 1
        && !crate::domain::looks_personal(text)
        && question_before(app, headers).as_deref() != Some(text);
    if !may_tell {
        return None;
    }
    let mut asked = context.snapshot.asked(text)?;
    let kind = UnmetKind::of(hits, asked.by_less)?;
    asked.municipality = asked.municipality.or_else(|| words.municipalities.first().copied());
    asked.wording.is_countable().then_some(Seen::Unmet { kind, asked })
}
