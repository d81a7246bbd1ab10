//! Pages that nobody else should see: those about violence. They can be left at once, and the browser is asked to keep
//! nothing of them.

use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;

use super::context::Context;
use super::places::understand;
use super::query::Words;
use crate::atlas::PageRequest;
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

/// The same for what has no hits of its own to look at, such as the data of a map: looks up the best hit of a text.
pub(crate) fn asks_discreetly(context: &Context, words: &Words) -> bool {
    let best = words.q.as_ref().and_then(|_| best_theme(context, words));
    searches_discreetly(context, words, best.as_deref())
}

fn best_theme(context: &Context, words: &Words) -> Option<String> {
    let point = understand(context, words, "/").map(|place| place.point);
    let query = words.to_query(point, &context.moment);
    let page = PageRequest { limit: 1, after: None };
    let hit = context.snapshot.search(&query, &context.moment, &page).hits.into_iter().next()?;
    let view = context.view(hit.site)?;
    let category = view.listing.categories.first()?;
    Some(context.prepared.mark(category.as_str())?.theme.clone())
}
