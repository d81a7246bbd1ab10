//! Pages that nobody else should see: those about violence. They can be left at once, and the browser is asked to keep
//! nothing of them.

use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;

use super::context::Context;
use super::query::Words;
use crate::domain::TermCode;

/// The same answer, kept by no browser and no proxy (RFC 9111, 5.2.2.5).
pub(crate) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether an entry, or a list, is about a topic that is nobody else's business.
pub(crate) fn is_discreet(context: &Context, categories: &[TermCode]) -> bool {
    let reference = context.reference();
    reference.region.is_discreet(&reference.taxonomy, categories)
}

/// Whether what is searched for is: a chosen topic, or a text whose best hit is of such a topic.
pub(crate) fn searches_discreetly(context: &Context, words: &Words, best: Option<&str>) -> bool {
    let best = best.filter(|_| words.q.is_some()).and_then(|theme| theme.parse().ok());
    is_discreet(context, &words.categories) || is_discreet(context, best.as_slice())
}
