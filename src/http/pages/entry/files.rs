//! What is fetched from an entry's page: the contact, the hours, the QR code.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use chrono::{DateTime, Utc};
use qrcode::QrCode;
use qrcode::render::svg;
use qrcode::types::QrError;

use super::act::events;
use super::around::Chosen;
use super::blocks::standing_told;
use super::contact::ContactView;
use crate::app::App;
use crate::domain::{LonLat, ServiceId, Site};
use crate::exchange::cards::{CardAddress, ContactCard, HoursCalendar, write_contact, write_hours};
use crate::http::extract::{IfNoneMatch, Path, RawQuery, entity_tag};
use crate::http::links::Base;
use crate::http::pages::card::{is_protected, organization_name, place};
use crate::http::pages::context::Context;
use crate::http::pages::discreet::{is_discreet, private};
use crate::http::pages::query::Words;
use crate::http::problem::Problem;

/// What a file of an entry is asked with.
type Asked = (Path<String>, RawQuery, Base, IfNoneMatch);

/// A file of an entry: its media type, its ending where it is to be stored, and what makes it.
struct File {
    media_type: &'static str,
    ending: Option<&'static str>,
    /// `None` where the entry has nothing for it.
    make: fn(&Context, &Chosen, &Base) -> Result<Option<String>, Problem>,
}

impl File {
    fn answer(
        &self,
        app: &App,
        (Path(id), RawQuery(raw), base, have): Asked,
    ) -> Result<Response, Problem> {
        let context = Context::new(app);
        let chosen = find(&context, &id, &raw)?;
        let body = (self.make)(&context, &chosen, &base)?.ok_or_else(missing)?;
        let name = self.ending.map(|ending| file_name(&chosen, ending));
        let response = answer(&have, self.media_type, name.as_deref(), body)?;
        let discreet = is_discreet(&context, &chosen.view.listing.categories);
        Ok(if discreet { private(response) } else { response })
    }
}

/// `GET /angebote/{id}/karte.vcf`
pub(crate) async fn contact(
    State(app): State<Arc<App>>,
    asked: Asked,
) -> Result<Response, Problem> {
    let make =
        |context: &Context, chosen: &Chosen, base: &Base| Ok(contact_card(context, chosen, base));
    File { media_type: "text/vcard; charset=utf-8", ending: Some("vcf"), make }.answer(&app, asked)
}

/// `GET /angebote/{id}/zeiten.ics`: 404 where no hours can be told with certainty; the page says why.
pub(crate) async fn hours(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let make =
        |context: &Context, chosen: &Chosen, base: &Base| Ok(hours_calendar(context, chosen, base));
    File { media_type: "text/calendar; charset=utf-8", ending: Some("ics"), make }
        .answer(&app, asked)
}

/// `GET /angebote/{id}/qr.svg`: the absolute address of the page.
pub(crate) async fn qr(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let make =
        |_: &Context, chosen: &Chosen, base: &Base| qr_code(&base.url(&chosen.path(""))).map(Some);
    File { media_type: "image/svg+xml; charset=utf-8", ending: None, make }.answer(&app, asked)
}

/// The site that an address names, if it is public.
pub(crate) fn find(context: &Context, id: &str, raw: &str) -> Result<Chosen, Problem> {
    let id: ServiceId = id.parse().ok().ok_or_else(missing)?;
    Chosen::find(context, id, &context.read(raw).words).ok_or_else(missing)
}

/// An address as a QR code, black on white with the quiet zone that readers need.
pub(crate) fn qr_code(address: &str) -> Result<String, Problem> {
    drawn(address).map_err(Problem::internal)
}

/// The address of a list as a QR code; that of the list without any words where the whole is too long for one.
pub(crate) fn qr_code_of_list(base: &Base, words: &Words) -> Result<String, Problem> {
    let address = |words: &Words| base.url(&words.href("/liste"));
    drawn(&address(words)).or_else(|_too_long| qr_code(&address(&Words::default())))
}

fn drawn(address: &str) -> Result<String, QrError> {
    let code = QrCode::new(address.as_bytes())?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(240, 240).build())
}

fn missing() -> Problem {
    Problem::not_found("entry")
}

fn contact_card(context: &Context, chosen: &Chosen, base: &Base) -> Option<String> {
    let (listing, site) = (&chosen.view.listing, chosen.view.site()?);
    let contact = ContactView::new(context, listing, site);
    let protected = is_protected(site);
    let address = &site.address;
    let town = site.municipality.map(|ags| context.municipality_name(ags)).unwrap_or_default();
    let words = |text: &'_ Option<String>| text.clone().filter(|_| !protected).unwrap_or_default();
    let (detail, street) = (words(&address.detail), words(&address.street));
    let (postcode, locality) = (words(&address.postcode), words(&address.locality));
    let locality = if locality.is_empty() { town } else { &locality };
    let organization = organization_name(context, listing);
    let page = base.url(&chosen.path(""));
    let note = note(context, chosen, site);
    Some(write_contact(&ContactCard {
        id: site.id.0,
        name: listing.name_at(site),
        organization: organization.as_deref(),
        categories: listing.categories.iter().map(|c| context.term_label(c.as_str())).collect(),
        phones: contact.phones.iter().map(|phone| phone.href.as_str()).collect(),
        email: contact.email.as_deref(),
        website: contact.website.as_ref().map(|website| website.href.as_str()),
        page: &page,
        address: CardAddress { detail: &detail, street: &street, postcode: &postcode, locality },
        point: exact_point(context, chosen, site),
        language: "de",
        note: &note,
        revised: changed(chosen),
    }))
}

fn hours_calendar(context: &Context, chosen: &Chosen, base: &Base) -> Option<String> {
    let (listing, site) = (&chosen.view.listing, chosen.view.site()?);
    let events = events(context, site, listing.status)?;
    let name = listing.name_at(site);
    let page = base.url(&chosen.path(""));
    Some(write_hours(&HoursCalendar {
        id: site.id.0,
        name: &context.texts.with("calendar-summary", &[("name", name.into())]),
        place: &place(context, site),
        note: &note(context, chosen, site),
        page: &page,
        zone: context.zone,
        changed: changed(chosen).unwrap_or(DateTime::UNIX_EPOCH),
        events: &events,
    }))
}

/// The hours in the source's words, how old all of it is, and that one had better call.
fn note(context: &Context, chosen: &Chosen, site: &Site) -> String {
    let texts = context.texts;
    let hours = site.schedule.text.as_ref();
    let hours = hours.map(|words| texts.with("card-hours", &[("hours", words.into())]));
    let standing = standing_told(context, &chosen.view, site);
    let check = texts.t("card-check").to_owned();
    [hours, Some(standing), Some(check)].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The point, where it is that of the house or next door and public.
pub(super) fn exact_point(context: &Context, chosen: &Chosen, site: &Site) -> Option<LonLat> {
    let exact = site.public_position().is_some_and(|position| position.precision.is_exact());
    context.snapshot.point(chosen.site).filter(|_| exact && !is_protected(site))
}

/// When the entry was changed.
pub(super) fn changed(chosen: &Chosen) -> Option<DateTime<Utc>> {
    let changed = DateTime::parse_from_rfc3339(&chosen.view.last_modified).ok()?;
    Some(changed.with_timezone(&Utc))
}

/// The entry's name as the name of a file.
fn file_name(chosen: &Chosen, ending: &str) -> String {
    let listing = &chosen.view.listing;
    let name = chosen.view.site().map_or(listing.name.as_str(), |site| listing.name_at(site));
    let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { ' ' };
    let words: String = name.chars().map(plain).take(80).collect();
    format!("{}.{ending}", words.split_whitespace().collect::<Vec<_>>().join("-"))
}

/// An answer whose entity tag is made of its bytes; with a name it is to be stored as a file (RFC 6266).
pub(crate) fn answer(
    have: &IfNoneMatch,
    media_type: &'static str,
    file: Option<&str>,
    body: impl Into<Vec<u8>>,
) -> Result<Response, Problem> {
    let body: Vec<u8> = body.into();
    let etag = entity_tag(&[&body]);
    let disposition = file.map(|name| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let encoded = percent_encoding::utf8_percent_encode(name, FILE_NAME);
        HeaderValue::from_str(&format!(
            "attachment; filename=\"entry.{ending}\"; filename*=UTF-8''{encoded}"
        ))
    });
    let disposition = disposition.transpose().map_err(Problem::internal)?;
    Ok(have.answer(&etag, "no-cache", || {
        let mut response = Response::new(Body::from(body));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        if let Some(disposition) = disposition {
            headers.insert(CONTENT_DISPOSITION, disposition);
        }
        response
    }))
}

/// What may stand unescaped in an extended parameter (RFC 8187, `attr-char`), as far as names need it.
const FILE_NAME: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');
