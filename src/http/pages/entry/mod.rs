//! `/angebote/{id}`: everything known about one entry, and what is not known where people would ask.

mod act;
mod around;
mod blocks;
pub(crate) mod contact;
pub(crate) mod files;
mod meta;
mod place;
pub(crate) mod poster;
mod schema;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use self::act::Actions;
use self::around::{Around, Chosen};
pub(crate) use self::blocks::{Facts, Standing, standing_told, translation_outdated};
use self::contact::ContactView;
use self::meta::Meta;
pub(crate) use self::place::PlaceView;
use super::card::Card;
use super::context::Context;
use super::discreet::{is_discreet, private};
use super::hours::{self, DayRow, OpenWords};
use super::query::Words;
use super::quoted::Quoted;
use super::respond;
use super::shell::{Mark, Shell, door};
use crate::app::{Alias, App};
use crate::atlas::SiteView;
use crate::domain::{
    Listing, LonLat, ServiceId, ServiceStatus, ServiceText, Site, SiteText, Spoken,
};
use crate::http::extract::{Path, RawQuery};
use crate::http::language::at;
use crate::http::links::Base;
use crate::http::moved::moved;
use crate::http::problem::Problem;
use crate::http::usage::note_view;

/// A link with its words.
#[derive(Default)]
pub(crate) struct Link {
    pub(crate) label: String,
    pub(crate) href: String,
    /// What stands behind it; may be empty.
    pub(crate) note: String,
    /// Whether its words are those of an entry that people have translated; otherwise they are German.
    pub(crate) translated: bool,
}

/// When it is open.
pub(crate) struct HoursView {
    /// Now and today, where days and times are known.
    pub(crate) now: Option<OpenWords>,
    pub(crate) week: Vec<DayRow>,
    /// What may be otherwise than the week says.
    pub(crate) caution: Option<String>,
    /// By appointment.
    pub(crate) appointment: bool,
    /// The words of the source.
    pub(crate) text: Option<Quoted>,
    /// Nothing at all is known.
    pub(crate) unknown: bool,
}

/// What a page says about the translation of its entry.
pub(crate) struct TranslationNote {
    /// Some of what is read here is German all the same.
    pub(crate) partly: bool,
    /// The German of a translated text has changed since.
    pub(crate) stale: bool,
}

/// The page of an entry.
#[derive(Template)]
#[template(path = "entry.html", blocks = ["article"])]
pub(crate) struct EntryPage {
    pub(crate) shell: Shell,
    pub(crate) back: String,
    pub(crate) mark: Mark,
    pub(crate) theme: String,
    pub(crate) theme_href: String,
    pub(crate) category: String,
    pub(crate) name: String,
    /// Whether the name is translated.
    pub(crate) name_translated: bool,
    pub(crate) organization: Option<Link>,
    pub(crate) co_organizations: Vec<Link>,
    pub(crate) summary: String,
    /// Whether the summary is translated.
    pub(crate) summary_translated: bool,
    /// What is said about the translation; `None` where there is none.
    pub(crate) translation: Option<TranslationNote>,
    /// Why it does not run now.
    pub(crate) not_running: Option<Quoted>,
    /// What is said about a closure that will pass; may be empty.
    pub(crate) closure: Vec<Quoted>,
    /// "befristet bis …".
    pub(crate) limited: Option<String>,
    /// A title and a line on its age, if it is stale.
    pub(crate) stale: Option<(String, String)>,
    pub(crate) contact: ContactView,
    pub(crate) hours: HoursView,
    pub(crate) facts: Facts,
    pub(crate) place: PlaceView,
    pub(crate) other_sites: Vec<Link>,
    pub(crate) related: Vec<Link>,
    /// Other offers in the same house.
    pub(crate) same_place: Vec<Link>,
    pub(crate) similar: Vec<Card>,
    pub(crate) standing: Standing,
    /// Where to tell the editors what is wrong; `None` where nothing can be written.
    pub(crate) report_href: Option<String>,
    /// What changed when.
    pub(crate) history_href: Option<String>,
    /// What one can do with the entry; `None` in a preview.
    pub(crate) actions: Option<Actions>,
    /// What programs are told of the page; `None` in a preview.
    pub(crate) meta: Option<Meta>,
}

door!(EntryPage);

/// `GET /angebote/{id}`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    base: Base,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let id: ServiceId = id.parse().ok().ok_or_else(|| Problem::not_found("entry"))?;
    let found = {
        let context = Context::new(&app);
        // Words that cannot be understood only spoil the way back; the entry is shown all the same.
        let words = context.read(&raw).words;
        let chosen = Chosen::find(&context, id, &words);
        chosen.and_then(|chosen| EntryPage::new(&context, &chosen, &words, &base))
    };
    let Some(mut page) = found else {
        let place = |alias: Alias| at(&format!("/angebote/{}", alias.service_id));
        return moved(&app, id.0, "entry", place).await;
    };
    page.report_href = app.desk.is_some().then(|| at(&format!("/vorschlag?entry={id}")));
    page.history_href = app.desk.is_some().then(|| at(&format!("/angebote/{id}/verlauf")));
    let mut response = respond(StatusCode::OK, &page)?;
    note_view(&mut response, &app, id, &headers);
    Ok(if page.shell.discreet { private(response) } else { response })
}

impl EntryPage {
    fn new(context: &Context, chosen: &Chosen, words: &Words, base: &Base) -> Option<Self> {
        let point = context.snapshot.point(chosen.site);
        let around = Around::new(context, chosen, words);
        let mut page = Self::of(context, &chosen.view, point, around)?;
        page.meta = Meta::new(context, chosen, &page, base);
        page.actions = Some(Actions::new(context, chosen, base));
        Some(page)
    }

    /// A version that is not public, as the public would see it; `None` where it would see nothing.
    pub(crate) fn preview(context: &Context, listing: &Listing) -> Option<Self> {
        let category = listing.categories.first()?;
        let policy = context.reference().region.freshness_of(category.as_str());
        let calendar = &context.reference().calendar;
        let stale_after = policy.stale_after_months;
        let view = SiteView::preview(listing, calendar, stale_after, &context.moment)?;
        let point = view.site()?.public_position().map(|position| position.point);
        let others = view.listing.sites.iter().skip(1).map(|site| Link {
            label: view.listing.name_at(site).to_owned(),
            href: String::from("#vorschau"),
            note: super::card::place(context, site),
            translated: false,
        });
        let around = Around { other_sites: others.collect(), ..Around::default() };
        Self::of(context, &view, point, around)
    }

    fn of(
        context: &Context,
        view: &SiteView,
        point: Option<LonLat>,
        around: Around,
    ) -> Option<Self> {
        let site = view.site()?;
        let listing = &view.listing;
        let category = listing.categories.first()?;
        let theme = context.reference().taxonomy.top_of(category.as_str())?;
        let theme_words = Words { categories: vec![theme.code.clone()], ..Words::default() };
        let name = listing.name_at(site).to_owned();
        let title = match site.municipality.map(|ags| context.municipality_name(ags)) {
            Some(town) if !name.contains(town) => format!("{name}, {town}"),
            _ => name.clone(),
        };
        Some(Self {
            shell: Shell::new(&context.prepared, "service", title, around.canonical)
                .discreet(is_discreet(context, &listing.categories)),
            back: around.back,
            mark: context.prepared.mark(category.as_str())?.clone(),
            theme: context.label(theme).to_owned(),
            theme_href: theme_words.href("/"),
            category: context.term_label(category.as_str()).to_owned(),
            name,
            name_translated: view.spoken.name_at(site),
            organization: organization(context, listing),
            co_organizations: co_organizations(context, listing),
            summary: site.description.clone().unwrap_or_else(|| listing.description.clone()),
            summary_translated: view.spoken.description_at(site),
            translation: translation(view, site),
            not_running: not_running(context, view, site),
            closure: closure(context, listing, &view.spoken),
            limited: limited(context, site),
            stale: blocks::stale(context, view),
            contact: ContactView::new(context, listing, site),
            hours: hours_view(context, site, &view.spoken),
            facts: Facts::new(context, listing, site, &view.spoken),
            place: PlaceView::new(context, view, point)?,
            other_sites: around.other_sites,
            related: around.related,
            same_place: around.same_place,
            similar: around.similar,
            standing: Standing::new(context, view)?,
            report_href: None,
            history_href: None,
            actions: None,
            meta: None,
        })
    }
}

fn organization(context: &Context, listing: &Listing) -> Option<Link> {
    let known = listing.organization_id.and_then(|id| context.reference().organizations.get(&id));
    if let Some(organization) = known {
        let href = at(&format!("/traeger/{}", organization.id));
        return Some(Link { label: organization.name.clone(), href, ..Link::default() });
    }
    let label = listing.organization_text.clone()?;
    Some(Link { label, ..Link::default() })
}

fn co_organizations(context: &Context, listing: &Listing) -> Vec<Link> {
    let known = listing.co_organization_ids.iter();
    known
        .filter_map(|id| context.reference().organizations.get(id))
        .map(|o| Link {
            label: o.name.clone(),
            href: at(&format!("/traeger/{}", o.id)),
            ..Link::default()
        })
        .collect()
}

/// The status in our words, and in the source's where they say more.
fn not_running(context: &Context, view: &SiteView, site: &Site) -> Option<Quoted> {
    let active = site.status == ServiceStatus::Active;
    let status = if active { view.listing.status } else { site.status };
    let said = Quoted::ours(hours::not_running(context.texts, status)?);
    let translated = view.spoken.site(site.id, SiteText::Status);
    let theirs = site.status_text.as_ref();
    Some(said.with_behind(theirs.map(|words| Quoted::theirs(context, words, translated))))
}

/// What is to be said where people have translated some of what is read here.
fn translation(view: &SiteView, site: &Site) -> Option<TranslationNote> {
    let spoken = &view.spoken;
    spoken.is_translated_at(site.id).then(|| TranslationNote {
        partly: !spoken.is_whole_at(&view.listing, site.id),
        stale: spoken.is_stale_at(site.id),
    })
}

/// Why it is closed for a while and what to do meanwhile; until when.
fn closure(context: &Context, listing: &Listing, spoken: &Spoken) -> Vec<Quoted> {
    let closed = listing.status == ServiceStatus::TemporarilyClosed;
    let Some(closure) = listing.closure.as_ref().filter(|_| closed) else { return Vec::new() };
    let until = closure.until.map(|day| {
        let day = context.texts.date(day);
        Quoted::ours(context.texts.with("entry-closed-until", &[("date", (&day).into())]))
    });
    let why = Quoted::theirs(context, &closure.text, spoken.service(ServiceText::Closure));
    [Some(why), until].into_iter().flatten().collect()
}

fn limited(context: &Context, site: &Site) -> Option<String> {
    let until = context.texts.partial_date(site.valid_to?);
    Some(context.texts.with("entry-limited", &[("date", (&until).into())]))
}

pub(crate) fn hours_view(context: &Context, site: &Site, spoken: &Spoken) -> HoursView {
    let schedule = &site.schedule;
    let hours = context.hours();
    let week = hours.week(schedule);
    HoursView {
        now: (!week.is_empty()).then(|| hours.now(schedule)),
        week,
        caution: hours.caution(schedule).map(str::to_owned),
        appointment: schedule.appointment == crate::domain::YesNo::Yes,
        text: schedule.text.as_ref().map(|words| {
            let words = Quoted::theirs(context, words, spoken.site(site.id, SiteText::Hours));
            words.inside(context.texts, "hours-source-words", "text")
        }),
        unknown: schedule.is_empty(),
    }
}
