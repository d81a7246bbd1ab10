//! The filters that work without internet: for each value the entries that it leaves, as the list itself finds them.

use std::collections::{BTreeMap, HashMap};

use super::super::context::Context;
use super::super::query::Words;
use super::super::search::{Choice, FacetsView};
use crate::atlas::{PageRequest, Query, SiteRef};
use crate::domain::TermCode;
use crate::http::params::encode;

/// A filter of the list with its choices.
pub(super) struct Filter {
    /// The word of the address.
    pub(super) word: &'static str,
    /// Key of its name.
    pub(super) label: &'static str,
    pub(super) choices: Vec<Choice>,
}

/// For each word and value the places, in the list of entries, of those that it leaves.
pub(super) type Sets = BTreeMap<&'static str, BTreeMap<String, Vec<usize>>>;

/// The word whose values the entries tell themselves.
const TOPIC: &str = "category";

/// What can be chosen: what depends on neither time nor place, and nothing of topics that are not kept.
pub(super) fn filters(context: &Context) -> Vec<Filter> {
    let facets = context.snapshot.facets(&Query::default(), &context.moment);
    let mut view = FacetsView::new(context, &Words::default(), &facets, None);
    let reference = context.reference();
    view.categories.retain(|choice| {
        let code = choice.value.parse::<TermCode>().ok();
        !reference.region.is_discreet(&reference.taxonomy, code.as_slice())
    });
    [
        (TOPIC, "facet-category", view.categories),
        ("target_group", "facet-target-group", view.target_groups),
        ("municipality", "facet-municipality", view.municipalities),
        ("language", "facet-language", view.languages),
        ("free", "facet-free", view.free),
        ("anonymous", "facet-anonymous", view.anonymous),
        ("accessible", "facet-accessible", view.accessible),
        ("format", "facet-format", view.formats),
        ("appointment", "facet-appointment", view.appointment),
    ]
    .into_iter()
    .map(|(word, label, choices)| Filter { word, label, choices })
    .collect()
}

/// What each choice leaves of the `sites`; `most` is the number of all that may match.
pub(super) fn sets(context: &Context, sites: &[SiteRef], most: usize) -> Sets {
    let places: HashMap<SiteRef, usize> =
        sites.iter().enumerate().map(|(place, site)| (*site, place)).collect();
    let page = PageRequest { limit: most, after: None };
    let left = |word: &str, value: &str| {
        let words = context.read(&encode([(word, value)])).words;
        let query = words.to_query(None, &context.moment);
        let found = context.snapshot.search(&query, &context.moment, &page);
        let mut left: Vec<usize> =
            found.hits.iter().filter_map(|hit| places.get(&hit.site)).copied().collect();
        left.sort_unstable();
        left
    };
    let filters = filters(context).into_iter().filter(|filter| filter.word != TOPIC);
    filters
        .map(|filter| {
            let values = filter.choices.into_iter().map(|choice| {
                let left = left(filter.word, &choice.value);
                (choice.value, left)
            });
            (filter.word, values.collect())
        })
        .collect()
}
