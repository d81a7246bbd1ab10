//! `/bestaetigen/{token}`: the link of a reminder. Looking shows the entry and one button; only the button confirms, so
//! that programs that open every link of a mail do no harm. No cookie, no account.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};

use super::card::place;
use super::context::Context;
use super::entry::contact::ContactView;
use super::entry::{HoursView, hours_view};
use super::respond;
use super::shell::{Shell, door};
use super::suggest::PostedForm;
use crate::app::{App, Confirmation, ConfirmedByLink, ToConfirm};
use crate::domain::{Site, Spoken};
use crate::http::extract::Path;
use crate::http::problem::Problem;

const PATTERN: &str = "/bestaetigen/{token}";

/// What is looked at.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route(PATTERN, get(show))
}

/// What confirms: each client has a quota of it.
pub(super) fn posts() -> Router<Arc<App>> {
    Router::new().route(PATTERN, post(confirm))
}

/// A site as it is asked about.
pub(crate) struct SiteView {
    pub(crate) place: String,
    pub(crate) hours: HoursView,
    pub(crate) contact: ContactView,
}

/// The entry that is asked about, or was confirmed.
pub(crate) struct EntryView {
    pub(crate) name: String,
    pub(crate) organization: String,
    pub(crate) summary: String,
    pub(crate) cost: Option<String>,
    pub(crate) sites: Vec<SiteView>,
    /// Its public page.
    pub(crate) href: String,
    pub(crate) assured: Option<String>,
    pub(crate) revision: i64,
}

/// The page of the link.
#[derive(Template)]
#[template(path = "confirm.html")]
pub(crate) struct ConfirmPage {
    pub(crate) shell: Shell,
    pub(crate) title: &'static str,
    /// Something to know first: kind and text.
    pub(crate) notice: Option<(&'static str, &'static str)>,
    /// What to do, in sentences.
    pub(crate) words: Vec<&'static str>,
    pub(crate) entry: Option<EntryView>,
    /// Where the button sends; `None` = there is nothing to confirm.
    pub(crate) action: Option<String>,
}

door!(ConfirmPage);

/// `GET /bestaetigen/{token}`
async fn show(State(app): State<Arc<App>>, Path(token): Path<String>) -> Result<Response, Problem> {
    let desk = app.desk.as_ref().ok_or_else(|| Problem::not_found("link"))?;
    let found = desk.find_confirmation(&token).await?;
    let context = Context::new(&app);
    let page = match found {
        Confirmation::Open(entry) => open(&context, &entry, &token),
        other => return closed(&context, &other),
    };
    answer(StatusCode::OK, &page)
}

/// `POST /bestaetigen/{token}`
async fn confirm(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    posted: PostedForm,
) -> Result<Response, Problem> {
    let desk = app.desk.as_ref().ok_or_else(|| Problem::not_found("link"))?;
    // Only what was shown is confirmed; what shows nothing at all confirms what is public.
    let revision = posted.one("revision").parse().ok();
    let outcome = desk.confirm_by_link(&token, revision).await?;
    let context = Context::new(&app);
    match outcome {
        ConfirmedByLink::Done(entry, _) => {
            let mut page = page(&context, context.texts.t("confirm-done-title"), Some(&entry));
            page.notice = Some(("success", context.texts.t("confirm-done")));
            page.words = vec![context.texts.t("confirm-done-text")];
            answer(StatusCode::OK, &page)
        }
        ConfirmedByLink::Changed(entry) => {
            let mut page = open(&context, &entry, &token);
            page.notice = Some(("warning", context.texts.t("confirm-changed")));
            answer(StatusCode::CONFLICT, &page)
        }
        ConfirmedByLink::Not(other) => closed(&context, &other),
    }
}

fn page(context: &Context, title: &'static str, entry: Option<&ToConfirm>) -> ConfirmPage {
    let entry = entry.map(|entry| EntryView::new(context, entry));
    ConfirmPage {
        shell: Shell::new(&context.prepared, "confirm", title, "").hidden(true),
        title,
        notice: None,
        words: Vec::new(),
        entry,
        action: None,
    }
}

fn open(context: &Context, entry: &ToConfirm, token: &str) -> ConfirmPage {
    let mut page = page(context, context.texts.t("confirm-title"), Some(entry));
    page.words = vec![context.texts.t("confirm-how")];
    page.action = Some(format!("/bestaetigen/{token}"));
    page
}

/// Why a link does not work, and what to do.
fn closed(context: &Context, why: &Confirmation) -> Result<Response, Problem> {
    let texts = context.texts;
    let (status, key) = match why {
        Confirmation::Used => (StatusCode::GONE, "confirm-used"),
        Confirmation::Expired => (StatusCode::GONE, "confirm-expired"),
        Confirmation::Gone => (StatusCode::GONE, "confirm-gone"),
        Confirmation::Unknown | Confirmation::Open(_) => (StatusCode::NOT_FOUND, "confirm-unknown"),
    };
    let mut page = page(context, texts.t("confirm-closed-title"), None);
    page.notice = Some(("info", texts.t(key)));
    page.words = vec![texts.t("confirm-closed-next")];
    answer(status, &page)
}

fn answer(status: StatusCode, page: &ConfirmPage) -> Result<Response, Problem> {
    let mut response = respond(status, page)?;
    // Who has the address may confirm: nobody on the way keeps it. No other site learns it (Referrer-Policy).
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

impl EntryView {
    fn new(context: &Context, entry: &ToConfirm) -> Self {
        // The recipient sees what everybody sees: no remark of editors, no protected place.
        let listing = entry.listing.for_public();
        let known = listing.organization_id;
        let organization = known.and_then(|id| context.reference().organizations.get(&id));
        let site = |site: &Site| SiteView {
            place: place(context, site),
            hours: hours_view(context, site, &Spoken::default()),
            contact: ContactView::new(context, &listing, site),
        };
        let oldest = listing.oldest_assurance().and_then(|assurance| assurance.date);
        let assured = oldest.map(|date| {
            let date = context.texts.partial_date(date);
            context.texts.with("mail-confirm-assured", &[("date", (&date).into())])
        });
        Self {
            organization: organization.map(|one| one.name.clone()).unwrap_or_default(),
            sites: listing.sites.iter().map(site).collect(),
            href: format!("/angebote/{}", listing.id),
            cost: listing.cost_text.clone(),
            summary: listing.description.clone(),
            name: listing.name.clone(),
            revision: entry.revision,
            assured,
        }
    }
}
