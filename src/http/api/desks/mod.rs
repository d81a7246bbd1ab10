//! `/api/listings`, `/api/revisions`, `/api/organizations`, `/api/usage`, `/api/session`, `/api/coverage/scenarios`: what the desks use, and programs of
//! providers. JSON; a bearer token, or the session of a page of ours with `X-CSRF-Token`.
//!
//! Nothing is overwritten unseen: whoever changes a record names the version it was seen at (`If-Match`; 428 without,
//! 412 with both versions when it is stale). A POST may carry an `Idempotency-Key` and is then done once, however often
//! it arrives (draft-ietf-httpapi-idempotency-key-header-07). Every fault of a body is told at once (422).

mod answer;
mod body;
mod entry;
mod life;
mod lists;
mod merge_patch;
pub(super) mod openapi;
mod organizations;
mod parse;
mod precondition;
mod scenarios;
mod session;
mod translations;
mod usage;
mod words;

use std::sync::Arc;

pub use parse::listing_of_json;

use axum::Router;
use axum::routing::{MethodRouter, get, post, put};

use crate::app::App;

/// A resource: its path, and what answers its methods.
type Resource = (&'static str, fn() -> MethodRouter<Arc<App>>);

/// All resources; the definition describes the same paths (a test compares them).
pub(super) const RESOURCES: [Resource; 23] = [
    ("/api/session", || get(session::show)),
    ("/api/listings", || get(lists::listings).post(entry::create)),
    ("/api/listings/{id}", || {
        get(entry::show).put(entry::replace).patch(entry::patch).delete(entry::archive)
    }),
    ("/api/listings/{id}/revisions", || get(lists::history)),
    ("/api/listings/{id}/revisions/{number}", || get(entry::show_revision)),
    ("/api/listings/{id}/revisions/{number}/restore", || post(life::restore)),
    ("/api/listings/{id}/confirm", || post(life::confirm)),
    ("/api/listings/{id}/merge", || post(life::merge)),
    ("/api/listings/{id}/duplicates", || get(lists::duplicates_of)),
    ("/api/listings/{id}/history", || get(lists::public_history)),
    ("/api/listings/{id}/translations", || get(translations::list)),
    ("/api/listings/{id}/translations/{language}", || {
        get(translations::show).put(translations::replace).delete(translations::withdraw)
    }),
    ("/api/listings/{id}/translations/{language}/decision", || post(translations::decide)),
    ("/api/revisions", || get(lists::queue)),
    ("/api/revisions/{id}/{number}/decision", || post(life::decide)),
    ("/api/duplicates", || get(lists::duplicates)),
    ("/api/organizations", || get(organizations::list).post(organizations::create)),
    ("/api/organizations/{id}", || {
        get(organizations::show).put(organizations::replace).patch(organizations::patch)
    }),
    ("/api/organizations/{id}/trust", || put(organizations::trust)),
    ("/api/usage/listings/{id}", || get(usage::reach)),
    ("/api/usage/unmet", || get(usage::unmet)),
    ("/api/coverage/scenarios", || get(scenarios::list).post(scenarios::create)),
    ("/api/coverage/scenarios/{id}", || {
        get(scenarios::show).put(scenarios::replace).delete(scenarios::delete)
    }),
];

/// The resources.
pub(in crate::http) fn routes() -> Router<Arc<App>> {
    RESOURCES.iter().fold(Router::new(), |router, (path, methods)| router.route(path, methods()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::layers::is_open_data;

    #[test]
    fn scripts_of_other_origins_read_no_answer_of_the_desks() {
        for (path, _) in RESOURCES {
            assert_eq!(is_open_data(path), path == "/api/listings/{id}/history", "{path}");
        }
    }
}
