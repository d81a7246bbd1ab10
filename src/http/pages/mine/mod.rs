//! `/mein`: the provider's desk.
//!
//! | module | what it does |
//! |---|---|
//! | `todo` | `/mein`: what is to be done, and what there is |
//! | `edit`, `listing_page`, `notices` | the page on which an entry is written |
//! | `form` | an entry as flat fields and back; `view` shows them; `hours_words` says hours back |
//! | `place` | places of our own gazetteer |
//! | `compare` | two versions field by field |
//! | `confirm` | "still right" |
//! | `history` | what happened to an entry |
//! | `translations`, `translation_fields` | an entry in other languages |

mod claim;
mod compare;
mod confirm;
mod edit;
pub(crate) mod form;
mod hand_over;
mod history;
pub(crate) mod hours_words;
mod listing_page;
mod notices;
mod organization;
mod place;
mod table;
mod todo;
mod translation_fields;
mod translations;
mod view;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};

pub(crate) use translation_fields::language_key;
pub(crate) use translations::translations_href;
pub(crate) use words::form_words;

use super::context::Context;
use crate::app::{App, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Organization, OrganizationId};
use crate::http::problem::Problem;
use crate::http::session::{SignedIn, Visitor};

/// All pages of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/mein", get(todo::show))
        .route("/mein/angebote/neu", get(edit::show_new).post(edit::send_new))
        .route("/mein/angebote/{id}", get(edit::show).post(edit::send))
        .route("/mein/angebote/{id}/bestaetigen", post(confirm::send))
        .route("/mein/angebote/{id}/verlauf", get(history::show))
        .route("/mein/angebote/{id}/uebergeben", get(hand_over::show).post(hand_over::propose))
        .route("/mein/angebote/{id}/uebersetzungen", get(translations::list))
        .route(
            "/mein/angebote/{id}/uebersetzungen/{language}",
            get(translations::show).post(translations::send),
        )
        .route("/mein/uebergaben", get(hand_over::list).post(hand_over::decide))
        .route("/mein/uebernehmen/{id}", get(claim::show).post(claim::send))
        .route("/mein/traeger/{id}", get(organization::show).post(organization::send))
        .route("/mein/traeger/{id}/einladen", post(organization::invite))
        .route("/mein/traeger/{id}/tabelle", get(table::show).post(table::upload))
        .route("/mein/traeger/{id}/tabelle/uebernehmen", post(table::apply))
        .route("/mein/traeger/{id}/eintraege.xlsx", get(table::xlsx))
        .route("/mein/traeger/{id}/eintraege.csv", get(table::csv))
}

/// The writing side; 404 on an instance that only answers questions.
fn desk(app: &App) -> Result<&Desk, Problem> {
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

/// Whoever asks for a page of the desk.
struct Asker {
    author: Author,
    organizations: Vec<OrganizationId>,
    csrf: String,
}

impl Asker {
    fn new(user: &SignedIn, visitor: &Visitor) -> Self {
        Self {
            author: user.author.clone(),
            organizations: user.account.organizations.clone(),
            csrf: visitor.csrf().to_string(),
        }
    }

    /// The organizations a person speaks for, by name.
    fn organizations<'a>(&self, context: &'a Context) -> Vec<&'a Organization> {
        let known = &context.reference().organizations;
        let mut found: Vec<&Organization> =
            self.organizations.iter().filter_map(|id| known.get(id)).collect();
        found.sort_by_key(|organization| organization.name.to_lowercase());
        found
    }

    /// Whether what the person sends for an organization becomes public at once.
    async fn publishes(&self, desk: &Desk, owner: Option<OrganizationId>) -> Result<bool, Problem> {
        let record = match owner {
            Some(id) => desk.find_organization(id).await?,
            None => None,
        };
        let subject = Subject { owner, trusted: record.is_some_and(|record| record.trusted) };
        Ok(may(&self.author.actor, Action::PublishListing, subject).is_ok())
    }
}
