//! Which offers stand on a poster: those that somebody can reach, known to be right as lately as possible.

use super::super::card::{Card, card, is_protected};
use super::super::context::Context;
use super::super::query::Words;
use super::choice::Choice;
use crate::atlas::{Near, PageRequest, Query, SiteRef, Sort};
use crate::domain::{Ags, Facet, ServiceStatus};
use crate::texts::Texts;

/// Most offers on a poster; how many fit the paper is seen when it is set.
const MOST: usize = 10;
/// Offers of a topic that are looked at.
const LOOKED_AT: usize = 60;
/// The same of each topic, where a poster is about all of them.
const LOOKED_AT_OF_EACH: usize = 12;

/// An offer on a poster.
pub(crate) struct Offer {
    pub(crate) site: SiteRef,
    pub(crate) card: Card,
}

/// How much there is of what was chosen.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Total {
    /// Offers, each once.
    pub(crate) offers: u64,
    /// The places where they are, as a list counts them.
    sites: u64,
}

impl Total {
    /// "8 Angebote an 13 Orten"; nothing where there is none.
    pub(crate) fn words(self, texts: &Texts) -> String {
        if self.offers == 0 {
            return String::new();
        }
        let offers = texts.count("offers", self.offers);
        if self.sites == self.offers {
            return offers;
        }
        let number = texts.number(self.sites);
        let args = [
            ("count", self.sites.into()),
            ("number", (&number).into()),
            ("offers", (&offers).into()),
        ];
        texts.with("posters-offers-at", &args)
    }
}

/// What stands on a poster.
pub(crate) struct Picked {
    /// How much there is of what was chosen.
    pub(crate) total: Total,
    /// The most important first.
    pub(crate) offers: Vec<Offer>,
    /// What is said where there is nothing of what was chosen, and why the offers stand there all the same.
    pub(crate) instead: Option<String>,
}

/// Picks the offers for a poster.
pub(crate) fn pick(context: &Context, choice: &Choice) -> Picked {
    let query = query(context, &choice.words);
    let total = matched(context, &query);
    if total.offers == 0 {
        return instead(context, choice);
    }
    let offers = if choice.words.categories.is_empty() {
        of_each_topic(context, &query)
    } else {
        best(context, &query, LOOKED_AT)
    };
    Picked { total, offers, instead: None }
}

fn query(context: &Context, words: &Words) -> Query {
    Query { sort: Some(Sort::Freshness), ..words.to_query(None, &context.moment) }
}

/// How much there is of what was chosen.
pub(crate) fn count(context: &Context, choice: &Choice) -> Total {
    matched(context, &query(context, &choice.words))
}

fn matched(context: &Context, query: &Query) -> Total {
    let page = PageRequest { limit: 1, after: None };
    Total {
        offers: context.snapshot.count_services(query, &context.moment),
        sites: context.snapshot.search(query, &context.moment, &page).matched,
    }
}

/// The first offers of a query in its own order, those with a number to call before the others.
fn best(context: &Context, query: &Query, looked_at: usize) -> Vec<Offer> {
    let mut offers = found(context, query, looked_at);
    offers.sort_by_key(|offer| offer.card.phone.is_none());
    offers.truncate(MOST);
    offers
}

/// The offers of a query in its order, each once. What does not run is left out. What keeps its place to itself is left out
/// where the poster says in which municipality it is, and where there is no number to call: nobody could reach it.
fn found(context: &Context, query: &Query, looked_at: usize) -> Vec<Offer> {
    let page = PageRequest { limit: looked_at, after: None };
    let hits = context.snapshot.search(query, &context.moment, &page).hits;
    let located = !query.municipalities.is_empty() || query.near.is_some();
    let mut offers: Vec<Offer> = Vec::new();
    for hit in hits {
        let Some(view) = context.snapshot.view(hit.site, &context.moment) else { continue };
        let Some(site) = view.site() else { continue };
        let runs = [view.listing.status, site.status] == [ServiceStatus::Active; 2];
        if !runs || (located && is_protected(site)) {
            continue;
        }
        let Some(card) = card(context, hit.site, hit.distance_m, &Words::default()) else {
            continue;
        };
        let reachable = card.phone.is_some() || !is_protected(site);
        if reachable && offers.iter().all(|known| known.card.service_id != card.service_id) {
            offers.push(Offer { site: hit.site, card });
        }
    }
    offers
}

/// One offer of each topic in turn, until the poster is full.
fn of_each_topic(context: &Context, query: &Query) -> Vec<Offer> {
    let tops = context.reference().taxonomy.tops(Facet::Topic);
    let of = |code| Query { categories: vec![code], ..query.clone() };
    let mut topics: Vec<std::vec::IntoIter<Offer>> = tops
        .map(|top| best(context, &of(top.code.clone()), LOOKED_AT_OF_EACH).into_iter())
        .collect();
    let mut offers: Vec<Offer> = Vec::new();
    let mut more = true;
    while more && offers.len() < MOST {
        more = false;
        for topic in &mut topics {
            let is_new = |offer: &Offer| {
                offers.iter().all(|known| known.card.service_id != offer.card.service_id)
            };
            if let Some(offer) = topic.find(is_new) {
                offers.push(offer);
                more = true;
            }
        }
    }
    offers.truncate(MOST);
    offers
}

/// Where there is nothing: what comes from elsewhere, else what is nearest, else what is anywhere.
fn instead(context: &Context, choice: &Choice) -> Picked {
    let texts = context.texts;
    let key =
        if choice.words.categories.is_empty() { "posters-empty-all" } else { "posters-empty" };
    let empty = |place: &str| texts.with(key, &[("place", place.into())]);
    let [ags] = choice.words.municipalities.as_slice() else {
        let said = match choice.words.municipalities.as_slice() {
            [] => texts.t("posters-empty-county").to_owned(),
            _ => empty(&choice.place.text),
        };
        return Picked { total: Total::default(), offers: Vec::new(), instead: Some(said) };
    };
    let place = context.municipality_name(*ags);
    let said = |key: &str| texts.with(key, &[("place", place.into())]);
    for (key, query) in elsewhere(context, choice, *ags) {
        let offers = found(context, &query, MOST);
        if !offers.is_empty() {
            let instead = Some(format!("{} {}", empty(place), said(key)));
            return Picked { total: Total::default(), offers, instead };
        }
    }
    Picked { total: Total::default(), offers: Vec::new(), instead: Some(empty(place)) }
}

/// Where to look for what a municipality does not have, with what is said about it.
fn elsewhere(context: &Context, choice: &Choice, ags: Ags) -> Vec<(&'static str, Query)> {
    let here = query(context, &choice.words);
    let anywhere = Query { municipalities: Vec::new(), ..here.clone() };
    let mut all = vec![("posters-served", Query { served: true, ..here })];
    if let Some(municipality) = context.reference().municipality(ags) {
        let near = Some(Near { point: municipality.center, within_m: None });
        all.push(("posters-nearest", Query { near, sort: None, ..anywhere.clone() }));
    }
    all.push(("posters-elsewhere", anywhere));
    all
}
