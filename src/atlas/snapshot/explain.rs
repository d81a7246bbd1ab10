//! Why a text finds what it finds: for the page that shows the hits.

use std::ops::Range;
use std::sync::Arc;

use super::words::TextQuery;
use super::{Place, Snapshot};
use crate::atlas::SiteRef;
use crate::atlas::index::Value;
use crate::atlas::search::{Group, Kind, Marker};
use crate::domain::{Facet, Listing, LonLat};

/// A place that a text names.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedPlace {
    /// As the gazetteer writes it.
    pub name: String,
    /// Where it is, unless several places have the name.
    pub point: Option<LonLat>,
    /// Whether the hits are there; otherwise nothing was found there, and the hits are from anywhere.
    pub has_hits: bool,
}

/// Why a site is a hit beyond the words that stand in its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// What was typed is another word for a category of the site.
    Synonym {
        /// As typed.
        typed: String,
        /// Label of the category.
        term: String,
    },
    /// What was typed is spelled nearly like a word of the site.
    Spelling {
        /// As typed.
        typed: String,
        /// As it stands there.
        found: String,
    },
}

/// How a text was understood.
#[derive(Debug)]
pub struct Explanation<'a> {
    snapshot: &'a Snapshot,
    query: Arc<TextQuery>,
    all: Marker,
    groups: Vec<Marker>,
}

impl Snapshot {
    /// How a text is understood; `None` when there is no word in it.
    #[must_use]
    pub fn explain(&self, text: &str) -> Option<Explanation<'_>> {
        let query = self.text(text)?;
        let lookup = &self.shared.lookup;
        let content = || query.reading.groups.iter().filter(|group| group.kind != Kind::Place);
        let groups = content().map(|group| Marker::new([group], lookup)).collect();
        Some(Explanation { all: Marker::new(content(), lookup), groups, snapshot: self, query })
    }
}

impl Explanation<'_> {
    /// The place that the text names.
    #[must_use]
    pub fn place(&self) -> Option<NamedPlace> {
        let place = self.query.place()?;
        let has_hits = self.query.matching.in_place;
        Some(NamedPlace { name: place.name.clone(), point: place.point, has_hits })
    }

    /// Words that nothing is known of, as typed; they were left aside.
    #[must_use]
    pub fn unknown(&self) -> &[String] {
        &self.query.reading.unknown
    }

    /// Whether hits need not have all the other words: none has, or there are many words.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        self.query.matching.groups < self.query.matching.of
    }

    /// Whether the text has only words that say nothing; they were then looked for as they are.
    #[must_use]
    pub fn has_only_fillers(&self) -> bool {
        self.query.reading.only_fillers
    }

    /// Whether the text was too long to be read whole.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.query.reading.is_cut
    }

    /// The bytes of every word of a text that is a hit, in order.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        self.all.mark(text)
    }

    /// Why a site is a hit, beyond what [`Explanation::marks`] shows; each reason once.
    #[must_use]
    pub fn reasons(&self, site: SiteRef, listing: &Listing) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let content = self.query.reading.groups.iter().filter(|group| group.kind != Kind::Place);
        for (group, marker) in content.zip(&self.groups) {
            let reason = Self::spelling(group, marker, listing).or_else(|| {
                let is_written = texts(listing).any(|text| !marker.mark(text).is_empty());
                if is_written { None } else { self.synonym(group, marker, site) }
            });
            reasons.extend(reason.filter(|reason| !reasons.contains(reason)));
        }
        reasons
    }

    /// The first word that stands in for a mistyped one.
    fn spelling(group: &Group, marker: &Marker, listing: &Listing) -> Option<Reason> {
        if group.corrected.is_empty() {
            return None;
        }
        let found = texts(listing).find_map(|text| {
            let range = marker.mark(text).into_iter().next()?;
            text.get(range).map(str::to_owned)
        })?;
        Some(Reason::Spelling { typed: group.typed.clone(), found })
    }

    /// The category that the words stand for, if its label does not say so itself.
    fn synonym(&self, group: &Group, marker: &Marker, site: SiteRef) -> Option<Reason> {
        let lookup = &self.snapshot.shared.lookup;
        let terms = lookup.reference.taxonomy.terms();
        let mut numbers = group.terms.exact.iter().chain(&group.terms.loose);
        let number = numbers.find(|&&number| {
            let value = match lookup.facet_of(u32::from(number)) {
                Some(Facet::Topic) => Value::Category(number),
                Some(Facet::TargetGroup) => Value::TargetGroup(number),
                _ => return false,
            };
            self.snapshot.has_value(site, &value)
        })?;
        let label = &terms.get(usize::from(*number))?.label;
        let says_so = !marker.mark(label).is_empty() && group.corrected.is_empty();
        (!says_so).then(|| Reason::Synonym { typed: group.typed.clone(), term: label.clone() })
    }
}

/// The texts of an entry that a page shows.
fn texts(listing: &Listing) -> impl Iterator<Item = &str> {
    let sites = listing.sites.iter();
    let of_sites = sites.flat_map(|site| site.name.iter().chain(&site.description));
    [&listing.name, &listing.description].into_iter().chain(of_sites).map(String::as_str)
}

impl Snapshot {
    fn has_value(&self, site: SiteRef, value: &Value) -> bool {
        match self.place(site) {
            Some(Place::Base(doc)) => {
                self.base.values.get(value).is_some_and(|docs| docs.contains(doc))
            }
            Some(Place::Delta(doc)) => self
                .delta
                .site(doc)
                .is_some_and(|(_, site)| site.values.binary_search(value).is_ok()),
            None => false,
        }
    }
}
