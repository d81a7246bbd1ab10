//! `/liste.atom`: new and changed entries by the same words as the list, as an Atom feed (RFC 4287).

use std::sync::Arc;

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text, TextType};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use chrono::DateTime;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::app::App;
use crate::atlas::SiteRef;
use crate::domain::ServiceId;
use crate::http::extract::{IfNoneMatch, RawQuery};
use crate::http::links::Base;
use crate::http::pages::card::{organization_name, place};
use crate::http::pages::context::Context;
use crate::http::pages::places::understand;
use crate::http::pages::query::Words;
use crate::http::problem::{Problem, ProblemError};

/// The path of the feed.
pub(crate) const PATH: &str = "/liste.atom";
/// Entries in a feed: those changed last.
const ENTRIES: usize = 50;
const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// `GET /liste.atom?category=…`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    base: Base,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let reading = context.read(&raw);
    if !reading.faults.is_empty() {
        let fault = |f: &crate::http::pages::query::Fault| {
            ProblemError::parameter(&f.word, f.code.clone(), "cannot be understood")
        };
        return Err(Problem::invalid_query(reading.faults.iter().map(fault).collect()));
    }
    // What is open now is no news, and which page of a list somebody saw is none either.
    let words = Words { open: None, ..reading.words.filters() };
    let etag = etag(&context, &words, &base);
    let etag = HeaderValue::from_str(&etag).map_err(Problem::internal)?;
    let mut written = Ok(());
    let response = have.answer(&etag, "no-cache", || {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        match feed(&context, &words, &base).write_to(Vec::new()) {
            Ok(bytes) => (headers, bytes).into_response(),
            Err(error) => {
                written = Err(Problem::internal(error));
                headers.into_response()
            }
        }
    });
    written.map(|()| response)
}

/// The same words over the same data on the same day give the same feed.
fn etag(context: &Context, words: &Words, base: &Base) -> String {
    let key = format!(
        "{}\n{}\n{}\n{}",
        context.snapshot.tag(),
        context.moment.today(),
        words.canonical(),
        base.0
    );
    let digest = Sha256::digest(key.as_bytes());
    let hex: Vec<String> = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{}\"", hex.concat())
}

fn feed(context: &Context, words: &Words, base: &Base) -> Feed {
    let point = understand(context, words, "/liste").map(|place| place.point);
    let query = words.to_query(point, &context.moment);
    let latest = context.snapshot.latest(&query, &context.moment, ENTRIES);
    let entries: Vec<Entry> =
        latest.into_iter().filter_map(|site| entry(context, site, base)).collect();
    let region = &context.reference().region;
    let title = context.texts.with("feed-title", &[("site", (&region.site_name).into())]);
    let this = base.url(&words.href(PATH));
    Feed {
        title: Text::plain(title),
        id: feed_id(&region.slug, words),
        updated: entries.iter().map(|entry| entry.updated).max().unwrap_or_default(),
        authors: vec![Person { name: region.operator.name.clone(), ..Person::default() }],
        links: vec![
            link(&this, "self", "application/atom+xml"),
            link(&base.url(&words.href("/liste")), "alternate", "text/html"),
        ],
        entries,
        lang: Some("de".to_owned()),
        ..Feed::default()
    }
}

fn entry(context: &Context, site: SiteRef, base: &Base) -> Option<Entry> {
    let view = context.snapshot.view(site, &context.moment)?;
    let (listing, site) = (&view.listing, view.site()?);
    let updated = moment(&view.last_modified);
    let place = place(context, site);
    let organization = organization_name(context, listing).into_iter();
    let summary: Vec<String> = [place].into_iter().chain([listing.description.clone()]).collect();
    let category = |code: &crate::domain::TermCode| Category {
        term: code.to_string(),
        label: Some(context.term_label(code.as_str()).to_owned()),
        scheme: None,
    };
    Some(Entry {
        title: Text::plain(listing.name.clone()),
        id: entry_id(listing.id),
        updated,
        authors: organization.map(|name| Person { name, ..Person::default() }).collect(),
        categories: listing.categories.iter().map(category).collect(),
        links: vec![link(
            &base.url(&format!("/angebote/{}", listing.id)),
            "alternate",
            "text/html",
        )],
        summary: Some(Text {
            value: summary
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(". "),
            r#type: TextType::Text,
            ..Text::default()
        }),
        ..Entry::default()
    })
}

/// The same entry has the same id on every server (RFC 4287, 4.2.6).
fn entry_id(id: ServiceId) -> String {
    id.0.urn().to_string()
}

/// The same question to the same county has the same id.
fn feed_id(slug: &str, words: &Words) -> String {
    let name = format!("{slug}{PATH}?{}", words.canonical());
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).urn().to_string()
}

fn link(href: &str, rel: &str, media_type: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(media_type.to_owned()),
        ..Link::default()
    }
}

/// When an entry was changed; the beginning of time where that is not known.
fn moment(text: &str) -> FixedDateTime {
    DateTime::parse_from_rfc3339(text).unwrap_or_default()
}
