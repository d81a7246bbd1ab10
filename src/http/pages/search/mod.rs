//! `/` and `/liste`: the search form, the filters, the hits; before anything is typed, the twelve themes.

mod active;
mod complete;
mod facets;
mod handler;
mod moments;
mod no_hits;
mod sorts;
mod start;
mod unmet;
mod why;

use askama::Template;

use self::active::{ActiveFilter, active_filters};
use self::no_hits::NoHits;
use self::sorts::SortLink;
use self::start::Start;
use super::card::Card;
use super::context::Context;
use super::discreet::searches_discreetly;
use super::places::{Candidate, Place, understand};
use super::posters;
use super::query::{Fault, Reading, Words};
use super::shell::{Nav, Shell, door};
use crate::atlas::{Found, PageRequest};
use crate::domain::RegionWord;
use crate::http::language::at;

pub(crate) use complete::show as complete;
pub(crate) use facets::{Choice, FacetsView, language_name};
pub(crate) use handler::{list, map, redirect};

/// Where scripts ask for suggestions.
pub(crate) const COMPLETIONS: &str = "/_/suche/vorschlaege";

/// Hits on a page.
const PAGE: usize = 20;
/// Radii on offer, in metres.
const RADII: [u32; 5] = [1_000, 2_000, 5_000, 10_000, 20_000];

/// Which of the two views of the same hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// `/`: with the map.
    Map,
    /// `/liste`: without.
    List,
    /// `/embed`: in a page of somebody else.
    Embed,
}

impl View {
    /// The path of the view.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Map => "/",
            Self::List => "/liste",
            Self::Embed => "/embed",
        }
    }
}

/// A radius to choose.
pub(crate) struct Radius {
    pub(crate) value: u32,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

/// A fault of the query in words.
pub(crate) struct FaultLine {
    /// `id` of the field to go to.
    pub(crate) field: &'static str,
    pub(crate) text: String,
}

/// Everything on the page but its frame.
pub(crate) struct SearchView {
    pub(crate) path: String,
    pub(crate) with_map: bool,
    pub(crate) words: Words,
    pub(crate) heading: String,
    pub(crate) q: String,
    pub(crate) near: String,
    pub(crate) radii: Vec<Radius>,
    /// The box in force, to be kept by the form.
    pub(crate) bbox: String,
    pub(crate) facets: FacetsView,
    pub(crate) faults: Vec<FaultLine>,
    /// The same view without what was not understood.
    pub(crate) without_faults: String,
    /// The canonical filters.
    pub(crate) query: String,
    pub(crate) total: u64,
    pub(crate) count: String,
    pub(crate) order: &'static str,
    /// Other orders to choose.
    pub(crate) sorts: Vec<SortLink>,
    /// How a typed place was understood.
    pub(crate) note: String,
    pub(crate) others: Vec<Candidate>,
    /// How the text was understood.
    pub(crate) notes: Vec<String>,
    pub(crate) active: Vec<ActiveFilter>,
    pub(crate) cards: Vec<Card>,
    /// The next page, if there is one.
    pub(crate) next: String,
    /// The first page, if this is not it.
    pub(crate) first: String,
    pub(crate) start: Option<Start>,
    pub(crate) no_hits: Option<NoHits>,
    /// Posters of the municipalities and topics chosen.
    pub(crate) posters: String,
    /// Whether nobody else should see what is searched for.
    pub(crate) discreet: bool,
}

impl SearchView {
    /// What a query shows in a view.
    pub(crate) fn new(context: &Context, view: View, reading: Reading) -> Self {
        let Reading { words, faults, .. } = reading;
        let path = view.path();
        let place = understand(context, &words, path);
        let point = place.as_ref().map(|p| p.point);
        let is_start = faults.is_empty() && view == View::Map && words.is_empty();
        let query = words.to_query(point, &context.moment);
        let facets = context.snapshot.facets(&query, &context.moment);
        let found = if faults.is_empty() {
            let limit = if is_start { 1 } else { PAGE };
            let page = PageRequest { limit, after: words.after.clone() };
            context.snapshot.search(&query, &context.moment, &page)
        } else {
            // Hits for half a question would pass for the answer to the whole.
            Found::default()
        };
        let filters = FacetsView::new(context, &words, &facets, point);
        let mut shown = Self::frame(context, view, &words, filters);
        shown.fill(context, view, &words, place.as_ref(), &found);
        let best = shown.cards.first().map(|card| card.mark.theme.as_str());
        shown.discreet = searches_discreetly(context, &words, best);
        shown.tell_faults(context, &words, &faults);
        if is_start {
            shown.start = Some(Start::new(context, &facets));
            shown.next.clear();
            shown.cards.clear();
        }
        shown
    }

    /// The form, without hits.
    fn frame(context: &Context, view: View, words: &Words, facets: FacetsView) -> Self {
        let texts = context.texts;
        let place = context.region_text(RegionWord::NameLocative);
        let radii = RADII.iter().map(|metres| Radius {
            value: *metres,
            label: texts.distance(f64::from(*metres)),
            selected: words.within_m == Some(*metres),
        });
        let mut radii: Vec<Radius> = radii.collect();
        if let Some(own) = words.within_m.filter(|w| !RADII.contains(w)) {
            radii.push(Radius {
                value: own,
                label: texts.distance(f64::from(own)),
                selected: true,
            });
        }
        Self {
            path: at(view.path()),
            with_map: view == View::Map,
            heading: texts.with("search-heading", &[("place", place.into())]),
            q: words.q.clone().unwrap_or_default(),
            near: words.near.clone().unwrap_or_default(),
            bbox: words
                .bbox
                .map(|b| b.to_array().map(|d| d.to_string()).join(","))
                .unwrap_or_default(),
            query: words.filters().canonical(),
            words: words.clone(),
            radii,
            facets,
            faults: Vec::new(),
            without_faults: String::new(),
            total: 0,
            count: String::new(),
            order: "",
            sorts: Vec::new(),
            note: String::new(),
            others: Vec::new(),
            notes: Vec::new(),
            active: Vec::new(),
            cards: Vec::new(),
            next: String::new(),
            first: String::new(),
            start: None,
            no_hits: None,
            posters: posters::address(words),
            discreet: false,
        }
    }

    fn fill(
        &mut self,
        context: &Context,
        view: View,
        words: &Words,
        place: Option<&Place>,
        found: &Found,
    ) {
        let texts = context.texts;
        let back = Words { list_view: view != View::Map, ..words.filters() };
        self.total = found.matched;
        self.count = if words.filters().is_empty() {
            let place = context.region_text(RegionWord::NameLocative);
            let offers = texts.count("offers", found.matched);
            texts.with("results-all", &[("offers", (&offers).into()), ("place", place.into())])
        } else {
            texts.count("results-found", found.matched)
        };
        self.order = sorts::order(context, words);
        self.sorts = sorts::links(context, words, view.path());
        self.note = place.map(|p| p.note.clone()).unwrap_or_default();
        self.others = place.map(|p| p.others.clone()).unwrap_or_default();
        self.active = active_filters(context, words, place, view.path());
        let explanation = words.q.as_deref().and_then(|q| context.snapshot.explain(q));
        self.notes = why::notes(context, words, explanation.as_ref(), found.matched);
        self.cards = why::explained(context, &found.hits, &back, explanation.as_ref());
        let next = found.next.clone().map(|after| Words { after: Some(after), ..words.filters() });
        self.next = next.map(|words| words.href(view.path())).unwrap_or_default();
        if words.after.is_some() {
            self.first = words.filters().href(view.path());
        }
        if found.matched == 0 {
            self.no_hits = Some(NoHits::new(context, words, place, &self.active, view.path()));
        }
    }

    /// Whether the place field holds something that was not understood.
    pub(crate) fn near_at_fault(&self) -> bool {
        self.faults.iter().any(|fault| fault.field == "suche-near")
    }

    fn tell_faults(&mut self, context: &Context, words: &Words, faults: &[Fault]) {
        if faults.is_empty() {
            return;
        }
        self.faults = faults.iter().map(|fault| fault_line(context, fault)).collect();
        let near_at_fault = faults.iter().any(|f| f.word == "near");
        let mut rest = words.filters();
        if near_at_fault {
            rest.near = None;
            rest.within_m = None;
        }
        self.without_faults = rest.href(&self.path);
        self.no_hits = None;
        self.cards.clear();
        context.texts.t("results-not-searched").clone_into(&mut self.count);
    }

    /// Whether the query holds something that could not be understood (a place that is not known is a
    /// matter of the gazetteer, not of the request).
    pub(crate) fn is_bad_request(faults: &[Fault]) -> bool {
        faults.iter().any(|fault| fault.code != "unknown_place")
    }

    /// The title of the page, for the window and bookmarks.
    fn title(&self, context: &Context) -> String {
        if self.start.is_some() || self.active.is_empty() {
            return self.heading.clone();
        }
        let labels: Vec<String> = self.active.iter().map(|f| f.label.clone()).collect();
        let filters = context.texts.list(&labels);
        let args = [("filters", (&filters).into()), ("count", (&self.count).into())];
        context.texts.with("search-title", &args)
    }
}

/// The filters in force, in words.
pub(crate) fn filter_labels(
    context: &Context,
    words: &Words,
    place: Option<&Place>,
) -> Vec<String> {
    let filters = active_filters(context, words, place, View::List.path());
    filters.into_iter().map(|filter| filter.label).collect()
}

/// A fault in words, with the field it belongs to.
pub(crate) fn fault_line(context: &Context, fault: &Fault) -> FaultLine {
    let key = match (fault.word.as_str(), fault.code.as_str()) {
        ("q", _) => "fault-too-long",
        ("near", "unknown_place") => "fault-place",
        ("near", _) => "fault-near",
        ("within_m", _) => "fault-distance",
        ("category", _) => "fault-category",
        ("target_group", _) => "fault-target-group",
        ("municipality", _) => "fault-municipality",
        ("bbox", _) => "fault-bbox",
        ("open", _) => "fault-open",
        ("age", _) => "fault-age",
        ("sort", _) => "fault-sort",
        ("nach", _) => "fault-cursor",
        _ => "fault-choice",
    };
    let field = match fault.word.as_str() {
        "near" => "suche-near",
        "within_m" => "suche-within",
        "q" => "suche-q",
        "age" => "f-age",
        _ => "suche",
    };
    let args = [("value", (&fault.value).into()), ("word", (&fault.word).into())];
    FaultLine { field, text: context.texts.with(key, &args) }
}

/// The whole page.
#[derive(Template)]
#[template(path = "search.html")]
pub(crate) struct SearchPage {
    pub(crate) shell: Shell,
    pub(crate) view: SearchView,
}

/// Only what a change of filters replaces.
#[derive(Template)]
#[template(path = "fragment.html")]
pub(crate) struct Fragment {
    pub(crate) shell: Shell,
    pub(crate) view: SearchView,
}

door!(SearchPage, Fragment);

/// The frame of a search page.
fn shell(context: &Context, view: View, shown: &SearchView) -> Shell {
    let (page, nav) = match view {
        View::Map => ("start", Nav::Map),
        View::List | View::Embed => ("list", Nav::List),
    };
    let title = shown.title(context);
    // Filters make endless addresses of the same entries; only the plain views are for search engines.
    let filtered = !shown.words.filters().is_empty();
    let texts = context.texts;
    let more = match view {
        View::Map if context.prepared.guide => texts.t("guide-start-text"),
        View::Map | View::List | View::Embed => texts.t("accessibility-built-list"),
    };
    let description = format!("{}. {more}", texts.t("offline-app-description"));
    Shell::new(&context.prepared, page, title, shown.words.href(view.path()))
        .described(&description)
        .at(nav)
        .discreet(shown.discreet)
        .hidden(filtered)
}
