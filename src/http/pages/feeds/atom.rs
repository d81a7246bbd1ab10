//! `/liste.atom`: new and changed entries by the same words as the list, as an Atom feed (RFC 4287).

use std::sync::Arc;

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text, TextType};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use chrono::DateTime;
use uuid::Uuid;

use crate::app::App;
use crate::atlas::SiteRef;
use crate::domain::{Language, RegionWord, ServiceId};
use crate::http::extract::{IfNoneMatch, RawQuery, entity_tag};
use crate::http::language::at;
use crate::http::links::Base;
use crate::http::pages::card::{organization_name, place};
use crate::http::pages::context::Context;
use crate::http::pages::discreet::{asks_discreetly, private};
use crate::http::pages::places::understand;
use crate::http::pages::query::Words;
use crate::http::problem::Problem;

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
    let words = context.read(&raw).understood()?;
    // What is open now is no news, and which page of a list somebody saw is none either.
    let words = Words { open: None, ..words.filters() };
    let etag = etag(&context, &words, &base);
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
    written?;
    Ok(if asks_discreetly(&context, &words) { private(response) } else { response })
}

/// The same words over the same data on the same day in the same language give the same feed.
fn etag(context: &Context, words: &Words, base: &Base) -> HeaderValue {
    let (day, question) = (context.moment.today().to_string(), words.href(PATH));
    let parts = [context.snapshot.tag(), &day, &question, &base.0];
    entity_tag(&parts.map(str::as_bytes))
}

fn feed(context: &Context, words: &Words, base: &Base) -> Feed {
    let point = understand(context, words, "/liste").map(|place| place.point);
    let query = words.to_query(point, &context.moment);
    let latest = context.snapshot.latest(&query, &context.moment, ENTRIES);
    let entries: Vec<Entry> =
        latest.into_iter().filter_map(|site| entry(context, site, base)).collect();
    let region = &context.reference().region;
    let site = context.region_text(RegionWord::SiteName);
    let title = context.texts.with("feed-title", &[("site", site.into())]);
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
        lang: Some(context.language().tag().to_owned()),
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
    // The words of entries are German in the feed of any language.
    let german = (!context.language().is_german()).then(|| Language::German.tag().to_owned());
    let category = |code: &crate::domain::TermCode| Category {
        term: code.to_string(),
        label: Some(context.term_label(code.as_str()).to_owned()),
        scheme: None,
    };
    Some(Entry {
        title: Text { lang: german.clone(), ..Text::plain(listing.name.clone()) },
        id: entry_id(listing.id),
        updated,
        authors: organization.map(|name| Person { name, ..Person::default() }).collect(),
        categories: listing.categories.iter().map(category).collect(),
        links: vec![link(
            &base.url(&at(&format!("/angebote/{}", listing.id))),
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
            lang: german,
            ..Text::default()
        }),
        ..Entry::default()
    })
}

/// The same entry has the same id on every server (RFC 4287, 4.2.6).
fn entry_id(id: ServiceId) -> String {
    id.0.urn().to_string()
}

/// The same question to the same county in the same language has the same id.
fn feed_id(slug: &str, words: &Words) -> String {
    let name = format!("{slug}{}?{}", at(PATH), words.canonical());
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
