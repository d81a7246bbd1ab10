//! `/angebote/{id}/merkblatt`: an entry on one sheet of paper, to hand out or to pin up.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::super::card::{is_protected, organization_name, place};
use super::super::context::Context;
use super::super::discreet::{is_discreet, private};
use super::super::mine::hours_words::sentences;
use super::super::quoted::Quoted;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::around::Chosen;
use super::blocks::{Facts, standing_told};
use super::contact::ContactView;
use super::files::find;
use crate::app::App;
use crate::domain::hours::HoursPlan;
use crate::domain::{RegionWord, Site, SiteText, SiteType, Spoken, YesNo};
use crate::http::extract::{Path, RawQuery};
use crate::http::links::Base;
use crate::http::problem::Problem;

/// What stands on the sheet.
#[derive(Template)]
#[template(path = "poster.html")]
pub(crate) struct PosterPage {
    pub(crate) shell: Shell,
    pub(crate) back: String,
    pub(crate) qr_href: String,
    pub(crate) url: String,
    pub(crate) sheet: Sheet,
    pub(crate) from: String,
}

door!(PosterPage);

/// A line on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Whether it is in the words of an entry: German whatever the language of the paper.
    pub(crate) german: bool,
}

impl Line {
    /// Words of an entry.
    pub(crate) fn german(text: impl Into<String>) -> Self {
        Self { text: text.into(), german: true }
    }

    /// Words of an entry, which people may have translated.
    pub(crate) fn theirs(text: impl Into<String>, translated: bool) -> Self {
        Self { text: text.into(), german: !translated }
    }

    /// A sentence of ours with the words of an entry in it; German where nothing of it is ours.
    pub(crate) fn quoted(quoted: &Quoted) -> Self {
        Self { text: quoted.text(), german: quoted.is_german() }
    }

    /// Our words, in the language of the paper.
    pub(crate) fn ours(text: impl Into<String>) -> Self {
        Self { text: text.into(), german: false }
    }
}

/// The facts of a sheet, as the page and the printed file have them.
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// Whether the name is translated; otherwise it is German.
    pub(crate) name_translated: bool,
    pub(crate) organization: Option<String>,
    pub(crate) category: String,
    pub(crate) summary: String,
    pub(crate) summary_translated: bool,
    pub(crate) place: Line,
    pub(crate) hours: Vec<Line>,
    pub(crate) phones: Vec<String>,
    pub(crate) email: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) for_whom: Vec<Quoted>,
    pub(crate) cost: Option<Quoted>,
    pub(crate) access: Option<Quoted>,
    pub(crate) standing: String,
}

impl Sheet {
    pub(crate) fn new(context: &Context, chosen: &Chosen) -> Option<Self> {
        let (listing, site) = (&chosen.view.listing, chosen.view.site()?);
        let spoken = &chosen.view.spoken;
        let facts = Facts::new(context, listing, site, spoken);
        let contact = ContactView::new(context, listing, site);
        let mut hours = paper_hours(context, site, spoken);
        if hours.is_empty() {
            hours.push(Line::ours(context.texts.t("poster-no-hours")));
        }
        let lines = [&site.address.street, &site.address.postcode, &site.address.locality];
        let mut address: Vec<&str> = lines.into_iter().flatten().map(String::as_str).collect();
        if is_protected(site) {
            address.clear();
        }
        let mut for_whom = facts.for_whom;
        for_whom.extend(facts.ages.map(Quoted::ours));
        Some(Self {
            name: listing.name_at(site).to_owned(),
            name_translated: spoken.name_at(site),
            organization: organization_name(context, listing),
            category: context.term_label(listing.categories.first()?.as_str()).to_owned(),
            summary: site.description.clone().unwrap_or_else(|| listing.description.clone()),
            summary_translated: spoken.description_at(site),
            // With its postcode, where there is one: a letter may be sent there.
            place: match address.as_slice() {
                [street, postcode, town] => Line::german(format!("{street}, {postcode} {town}")),
                _ => paper_place(context, site),
            },
            hours,
            phones: contact.phones.into_iter().map(|phone| phone.number).collect(),
            email: contact.email,
            website: contact.website.map(|website| website.label),
            for_whom,
            cost: facts.cost,
            access: facts.access,
            standing: standing_told(context, &chosen.view, site),
        })
    }
}

/// Where it is, in one line; never more than the site discloses.
pub(crate) fn paper_place(context: &Context, site: &Site) -> Line {
    let text = place(context, site);
    let placeless = matches!(
        site.site_type,
        SiteType::Online | SiteType::Phone | SiteType::Outreach | SiteType::Mobile
    );
    let ours = placeless || is_protected(site) || text == context.texts.t("place-none");
    Line { text, german: !ours }
}

/// The hours of every week, for paper: what is open now is no longer so when somebody reads it.
pub(crate) fn paper_hours(context: &Context, site: &Site, spoken: &Spoken) -> Vec<Line> {
    let (texts, schedule) = (context.texts, &site.schedule);
    let said = sentences(texts, &HoursPlan::read(schedule.osm.as_deref()));
    let mut lines: Vec<Line> = said.into_iter().map(Line::ours).collect();
    if lines.is_empty() {
        let translated = spoken.site(site.id, SiteText::Hours);
        lines.extend(schedule.text.clone().map(|text| Line::theirs(text, translated)));
    }
    if schedule.appointment == YesNo::Yes {
        lines.push(Line::ours(texts.t("hours-appointment")));
    }
    lines
}

/// `GET /angebote/{id}/merkblatt`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    base: Base,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let chosen = find(&context, &id, &raw)?;
    let sheet = Sheet::new(&context, &chosen).ok_or_else(|| Problem::not_found("entry"))?;
    let texts = context.texts;
    let discreet = is_discreet(&context, &chosen.view.listing.categories);
    let title = texts.with("poster-title", &[("name", (&sheet.name).into())]);
    let site = context.region_text(RegionWord::SiteName);
    let page = PosterPage {
        shell: Shell::new(&context.prepared, "poster", title, chosen.path("/merkblatt"))
            .discreet(discreet)
            .hidden(true),
        back: chosen.path(""),
        qr_href: chosen.path("/qr.svg"),
        url: base.url(&chosen.path("")),
        from: texts.with("poster-from", &[("site", site.into())]),
        sheet,
    };
    let response = respond(StatusCode::OK, &page)?;
    Ok(if discreet { private(response) } else { response })
}
