//! What stands around an entry that is public: its other sites, entries beside it.

use super::super::card::{Card, card, href, place};
use super::super::context::Context;
use super::super::query::Words;
use super::Link;
use crate::atlas::{Near, PageRequest, Query, SiteRef, SiteView};
use crate::domain::{CoordPrecision, Listing, ServiceId, ServiceText};

/// Similar offers nearby.
const SIMILAR: usize = 3;
/// Most offers named at the same place.
const SAME_PLACE: usize = 8;
/// How near a point known to the house must be to be the same house, in metres.
const SAME_HOUSE_M: f64 = 25.0;

/// The site that a page shows.
pub(crate) struct Chosen {
    pub(crate) id: ServiceId,
    /// All public sites of the service.
    sites: Vec<SiteRef>,
    pub(crate) site: SiteRef,
    pub(crate) view: SiteView,
    /// The words of its address: the site, where it is not the first.
    pub(crate) own: Words,
}

impl Chosen {
    /// The site that the words name, else the first that is public.
    pub(crate) fn find(context: &Context, id: ServiceId, words: &Words) -> Option<Self> {
        let mut sites = context.snapshot.sites_of(id);
        sites.retain(|site| context.snapshot.is_public(*site, &context.moment));
        let named = words
            .site
            .and_then(|site| context.snapshot.find_feature(site))
            .filter(|site| sites.contains(site));
        let site = named.or_else(|| sites.first().copied())?;
        let view = context.view(site)?;
        let first = sites.first() == Some(&site);
        let own = Words { site: (!first).then_some(view.site()?.id), ..Words::default() };
        Some(Self { id, sites, site, view, own })
    }

    /// The address of the page, or of something below it (`/karte.vcf`).
    pub(crate) fn path(&self, below: &str) -> String {
        self.own.href(&format!("/angebote/{}{below}", self.id))
    }
}

/// The page's one address, the way back, other sites, entries beside it.
#[derive(Default)]
pub(super) struct Around {
    pub(super) canonical: String,
    pub(super) back: String,
    pub(super) other_sites: Vec<Link>,
    pub(super) related: Vec<Link>,
    pub(super) same_place: Vec<Link>,
    pub(super) similar: Vec<Card>,
}

impl Around {
    pub(super) fn new(context: &Context, chosen: &Chosen, words: &Words) -> Self {
        Self {
            canonical: chosen.path(""),
            back: back(words),
            other_sites: other_sites(context, &chosen.sites, chosen.site, words),
            related: related(context, &chosen.view.listing, words),
            same_place: same_place(context, chosen, words),
            similar: similar(context, &chosen.view, chosen.site),
        }
    }
}

/// The list that the visitor came from.
fn back(words: &Words) -> String {
    let path = if words.list_view { "/liste" } else { "/" };
    Words { after: words.after.clone(), ..words.filters() }.href(path)
}

/// Other offers whose point is that of the same house; none where the own point is not that of the house.
fn same_place(context: &Context, chosen: &Chosen, words: &Words) -> Vec<Link> {
    let exact = |view: &SiteView| {
        let position = view.site().and_then(|site| site.public_position());
        position.is_some_and(|position| position.precision == CoordPrecision::Gebaeude)
    };
    let Some(point) = context.snapshot.point(chosen.site).filter(|_| exact(&chosen.view)) else {
        return Vec::new();
    };
    let near = Some(Near { point, within_m: Some(SAME_HOUSE_M) });
    let query = Query { near, ..Query::default() };
    let page = PageRequest { limit: SAME_PLACE * 2, after: None };
    let mut links: Vec<Link> = Vec::new();
    for hit in context.snapshot.search(&query, &context.moment, &page).hits {
        let Some(view) = context.view(hit.site) else { continue };
        let Some(site) = view.site().filter(|_| exact(&view)) else { continue };
        let link = Link {
            label: view.listing.name_at(site).to_owned(),
            href: href(&view.listing, site, &Words { site: None, ..words.clone() }),
            note: String::new(),
            translated: view.spoken.name_at(site),
        };
        let other = view.listing.id != chosen.id && links.iter().all(|l| l.href != link.href);
        if other && links.len() < SAME_PLACE {
            links.push(link);
        }
    }
    links
}

/// The other sites of the same service, each with where it is.
fn other_sites(context: &Context, sites: &[SiteRef], shown: SiteRef, words: &Words) -> Vec<Link> {
    let others = sites.iter().filter(|s| **s != shown);
    others
        .filter_map(|site| {
            let view = context.view(*site)?;
            let site = view.site()?;
            Some(Link {
                label: view.listing.name_at(site).to_owned(),
                href: href(&view.listing, site, &Words { site: None, ..words.clone() }),
                note: place(context, site),
                translated: view.spoken.name_at(site),
            })
        })
        .collect()
}

/// Entries that the source names together with this one, as far as they are public.
fn related(context: &Context, listing: &Listing, words: &Words) -> Vec<Link> {
    let ids = listing.related.iter();
    ids.filter_map(|id| {
        let site = *context.snapshot.sites_of(*id).first()?;
        let view = context.view(site)?;
        let site = view.site()?;
        Some(Link {
            label: view.listing.name.clone(),
            href: href(&view.listing, site, &Words { site: None, ..words.clone() }),
            note: place(context, site),
            translated: view.spoken.service(ServiceText::Name),
        })
    })
    .collect()
}

/// The nearest entries of the same category; from the municipality's centre where the entry has no point.
fn similar(context: &Context, view: &SiteView, shown: SiteRef) -> Vec<Card> {
    let Some(site) = view.site() else { return Vec::new() };
    let town = site.municipality.and_then(|ags| context.reference().municipality(ags));
    let Some(point) = context.snapshot.point(shown).or_else(|| town.map(|m| m.center)) else {
        return Vec::new();
    };
    let query = Query {
        categories: view.listing.categories.iter().take(1).cloned().collect(),
        near: Some(Near { point, within_m: None }),
        ..Query::default()
    };
    // Sites of the same service are left out, so ask for as many more.
    let page = PageRequest { limit: SIMILAR + view.listing.sites.len(), after: None };
    let hits = context.snapshot.search(&query, &context.moment, &page).hits;
    let own = view.listing.id.to_string();
    hits.iter()
        .filter_map(|hit| card(context, hit.site, hit.distance_m, &Words::default()))
        .filter(|card| card.service_id != own)
        .take(SIMILAR)
        .collect()
}
