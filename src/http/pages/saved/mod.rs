//! `/merkliste`: offers that somebody has put together. The list stands in the address and nowhere else, so that it
//! can be passed on without an account; a script may also keep it on the device.

mod read;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use self::read::{Sent, read};
use super::card::{Card, card};
use super::context::Context;
use super::discreet::private;
use super::entry::poster::{Line, paper_hours};
use super::query::Words;
use super::respond;
use super::shell::{Nav, Shell, door};
use crate::app::App;
use crate::atlas::{PageRequest, Query};
use crate::domain::ServiceId;
use crate::http::extract::RawQuery;
use crate::http::language::at;
use crate::http::links::Base;
use crate::http::params::encode;
use crate::http::problem::Problem;

/// The path of the list.
pub(crate) const PATH: &str = "/merkliste";
/// Most offers on a list: a longer one makes addresses that mail programs cut off.
pub(crate) const MOST: usize = 50;
/// Most hits offered for adding.
const FOUND: usize = 8;

/// The address of a list.
pub(crate) fn address(ids: &[ServiceId]) -> String {
    let path = at(PATH);
    if ids.is_empty() {
        return path;
    }
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    format!("{path}?ids={}", ids.join(","))
}

/// A mail to whom one likes, by the program of the device (RFC 6068).
pub(crate) fn mail_href(subject: &str, body: &str) -> String {
    let encode =
        |text: &str| utf8_percent_encode(&text.replace('\n', "\r\n"), NON_ALPHANUMERIC).to_string();
    format!("mailto:?subject={}&body={}", encode(subject), encode(body))
}

/// An offer on the list.
pub(crate) struct Saved {
    pub(crate) card: Card,
    /// When it is open, for paper.
    pub(crate) hours: Vec<Line>,
    /// The list without it.
    pub(crate) without: String,
    pub(crate) remove_name: String,
}

/// A hit that can be put on the list.
pub(crate) struct Addable {
    pub(crate) service_id: String,
    /// Nobody else's business: it goes into the address only, never onto the device.
    pub(crate) discreet: bool,
    pub(crate) label: String,
    pub(crate) note: String,
    /// The list with it; `None` where it is on it already.
    pub(crate) with: Option<String>,
    pub(crate) add_name: String,
}

/// What was looked for, to be put on the list.
pub(crate) struct Search {
    pub(crate) q: String,
    pub(crate) hits: Vec<Addable>,
    pub(crate) full: bool,
    /// That something that looks like an address belongs to no entry.
    pub(crate) wrong: Option<String>,
}

/// `/merkliste`
#[derive(Template)]
#[template(path = "saved.html")]
pub(crate) struct SavedPage {
    pub(crate) shell: Shell,
    pub(crate) saved: Vec<Saved>,
    pub(crate) count: String,
    /// How small the print must be: 1 to 3.
    pub(crate) columns: u8,
    pub(crate) too_many: Option<String>,
    pub(crate) gone: Option<String>,
    /// Whether some of them are nobody else's business.
    pub(crate) discreet: bool,
    /// All ids of the list, by comma: for the script and the search field.
    pub(crate) ids: String,
    /// Those of them that may be kept on a device unasked.
    pub(crate) keepable: String,
    pub(crate) mail_href: String,
    /// The absolute address of the list, for paper.
    pub(crate) url: String,
    pub(crate) search: Search,
    pub(crate) printed: String,
}

door!(SavedPage);

/// `GET /merkliste`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    base: Base,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let sent = read(&raw);
    let known = |id: &ServiceId| is_public(&context, *id);
    if let Some(ids) = sent.with_added(known) {
        return Ok(see(&address(&ids)));
    }
    if let Some(tidied) = sent.tidied(&raw) {
        return Ok(see(&tidied));
    }
    let page = SavedPage::new(&context, &sent, &base);
    let response = respond(StatusCode::OK, &page)?;
    Ok(if page.discreet { private(response) } else { response })
}

/// 302: the same list by its one address.
fn see(address: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}

impl SavedPage {
    fn new(context: &Context, sent: &Sent, base: &Base) -> Self {
        let texts = context.texts;
        let shown = sent.ids.get(..MOST.min(sent.ids.len())).unwrap_or_default();
        let without = |id: ServiceId| -> Vec<ServiceId> {
            shown.iter().copied().filter(|other| *other != id).collect()
        };
        let mut saved = Vec::new();
        let mut keepable = Vec::new();
        let mut discreet = false;
        for id in shown {
            let Some((card, hours)) = card_of(context, *id) else { continue };
            discreet |= card.discreet;
            if !card.discreet {
                keepable.push(id.to_string());
            }
            let args = [("name", (&card.name).into())];
            let remove_name = texts.with("saved-remove-named", &args);
            saved.push(Saved { card, hours, without: address(&without(*id)), remove_name });
        }
        let count =
            |key: &str, number: usize| (number > 0).then(|| texts.count(key, number as u64));
        let url = base.url(&address(shown));
        let names: Vec<&str> = saved.iter().map(|s: &Saved| s.card.name.as_str()).collect();
        let ids: Vec<String> = shown.iter().map(ToString::to_string).collect();
        let date = texts.date(context.moment.today());
        Self {
            shell: Shell::new(&context.prepared, "saved", texts.t("saved-title"), "")
                .at(Nav::Saved)
                .discreet(discreet)
                .hidden(true),
            count: texts.count("saved-count", saved.len() as u64),
            columns: match saved.len() {
                0..=8 => 1,
                9..=20 => 2,
                _ => 3,
            },
            too_many: count("saved-too-many", sent.ids.len() - shown.len()),
            gone: count("saved-gone", shown.len() - saved.len()),
            discreet,
            ids: ids.join(","),
            keepable: keepable.join(","),
            mail_href: mail(context, &names, &url),
            url,
            search: Search::new(context, sent, shown),
            printed: texts.with("saved-printed", &[("date", (&date).into())]),
            saved,
        }
    }
}

/// A mail with the names and the address of the list.
fn mail(context: &Context, names: &[&str], url: &str) -> String {
    let site = &context.reference().region.site_name;
    let subject = context.texts.with("saved-mail-subject", &[("site", site.into())]);
    let lines: Vec<String> = names.iter().map(|name| format!("- {name}")).collect();
    let intro = context.texts.t("saved-mail-body");
    mail_href(&subject, &format!("{intro}\n\n{}\n\n{url}\n", lines.join("\n")))
}

/// The card of an entry's first public site, and its hours for paper.
fn card_of(context: &Context, id: ServiceId) -> Option<(Card, Vec<Line>)> {
    let mut sites = context.snapshot.sites_of(id).into_iter();
    let site = sites.find(|site| context.snapshot.is_public(*site, &context.moment))?;
    let view = context.view(site)?;
    let card = card(context, site, None, &Words::default())?;
    Some((card, paper_hours(context, view.site()?, &view.spoken)))
}

fn is_public(context: &Context, id: ServiceId) -> bool {
    let sites = context.snapshot.sites_of(id);
    sites.iter().any(|site| context.snapshot.is_public(*site, &context.moment))
}

impl Search {
    fn new(context: &Context, sent: &Sent, shown: &[ServiceId]) -> Self {
        let full = shown.len() >= MOST;
        let mut search = Self { q: sent.q.clone(), hits: Vec::new(), full, wrong: None };
        if sent.q.is_empty() {
            return search;
        }
        let texts = context.texts;
        // Something that has an id in it was meant as an address, and would have been put on the list.
        if sent.named().is_some() || sent.q.contains("://") {
            search.wrong = Some(texts.with("saved-not-an-entry", &[("text", (&sent.q).into())]));
            return search;
        }
        let query = Query { q: Some(sent.q.clone()), ..Query::default() };
        let page = PageRequest { limit: FOUND * 2, after: None };
        let mut seen: Vec<ServiceId> = Vec::new();
        for hit in context.snapshot.search(&query, &context.moment, &page).hits {
            let Some(view) = context.view(hit.site) else { continue };
            let id = view.listing.id;
            let Some(site) = view.site().filter(|_| !seen.contains(&id)) else { continue };
            seen.push(id);
            let args = [("name", (&view.listing.name).into())];
            let with: Vec<ServiceId> = shown.iter().copied().chain([id]).collect();
            let region = &context.reference().region;
            let categories = &view.listing.categories;
            search.hits.push(Addable {
                service_id: id.to_string(),
                discreet: region.is_discreet(&context.reference().taxonomy, categories),
                label: view.listing.name.clone(),
                note: super::card::place(context, site),
                with: (!full && !shown.contains(&id)).then(|| address(&with)),
                add_name: texts.with("saved-add-named", &args),
            });
        }
        search.hits.truncate(FOUND);
        search
    }
}

/// The query string of a list with a search.
fn with_search(ids: &[ServiceId], q: &str) -> String {
    let list = address(ids);
    let joint = if ids.is_empty() { '?' } else { '&' };
    format!("{list}{joint}{}", encode([("q", q)]))
}
