//! Free text answered by loops: the reading of a text is that of the search, everything behind it is done again.

use std::collections::BTreeSet;

use super::naive::{Pair, has_term};
use crate::atlas::Reference;
use crate::atlas::index::fold::tokens;
use crate::atlas::language::root::root;
use crate::atlas::language::typing::Near;
use crate::atlas::search::{Ask, Group, Kind, Reading, Texts, TokenState, Vocabulary, read};
use crate::domain::{Facet, FeatureId, LonLat, TermCode};

/// A word of a text with its root and the roots of its parts.
struct Seen {
    word: String,
    root: String,
    parts: Vec<String>,
}

/// A site with its words: name, organization in words, description, place.
struct Site<'a> {
    pair: Pair<'a>,
    fields: [Vec<Seen>; 4],
}

/// The words of a whole world.
pub(super) struct Words<'a> {
    sites: Vec<Site<'a>>,
    vocabulary: Vocabulary,
    reference: &'a Reference,
}

impl<'a> Words<'a> {
    pub(super) fn new(all: &[Pair<'a>], reference: &'a Reference) -> Self {
        let vocabulary = Vocabulary::new(reference);
        let seen = |texts: Vec<&str>| -> Vec<Seen> {
            let words = texts.into_iter().flat_map(tokens).map(|token| token.word);
            words
                .map(|word| Seen {
                    root: root(&word).into_owned(),
                    parts: vocabulary.compounds.split(&word),
                    word,
                })
                .collect()
        };
        let sites = all
            .iter()
            .filter(|pair| pair.is_listed())
            .map(|&pair| Site { pair, fields: pair.texts().map(&seen) })
            .collect();
        Self { sites, vocabulary, reference }
    }

    fn all(&self) -> impl Iterator<Item = &Seen> {
        self.sites.iter().flat_map(|site| site.fields.iter().flatten())
    }
}

fn is_same(seen: &Seen, ask: &Ask) -> bool {
    ask.words.iter().any(|(word, root)| seen.word == *word || seen.root == *root)
}

fn begins(seen: &Seen, ask: &Ask) -> bool {
    ask.starts.iter().any(|start| seen.word.starts_with(start.as_str()))
}

fn has_part(seen: &Seen, ask: &Ask) -> bool {
    seen.parts.iter().any(|part| ask.parts.contains(part))
}

impl Texts for Words<'_> {
    fn state(&self, ask: &Ask) -> TokenState {
        if self.all().any(|seen| is_same(seen, ask) || has_part(seen, ask)) {
            TokenState::Known
        } else if self.all().any(|seen| begins(seen, ask)) {
            TokenState::Beginning
        } else {
            TokenState::Unknown
        }
    }

    fn near(&self, near: &Near, each: &mut dyn FnMut(&str, u8)) {
        let words: BTreeSet<&str> = self.all().map(|seen| seen.word.as_str()).collect();
        for word in words {
            if let Some(distance) = near.distance(word) {
                each(word, distance);
            }
        }
    }
}

/// A text and what it finds in a world.
pub(super) struct NaiveText<'a> {
    words: &'a Words<'a>,
    reading: Reading,
    /// So many groups must match, and whether the place.
    needed: (usize, bool),
}

impl<'a> NaiveText<'a> {
    pub(super) fn new(words: &'a Words<'a>, q: &str) -> Option<Self> {
        let reading = read(q, &words.vocabulary, words)?;
        let mut text = Self { words, reading, needed: (0, false) };
        let groups = text.content().count();
        let most = if groups <= 2 { groups } else { (2 * groups).div_ceil(3) };
        let has_place = text.reading.groups.iter().any(|g| g.kind == Kind::Place);
        let mut ways: Vec<(usize, bool)> = Vec::new();
        for in_place in [true, false] {
            if has_place || !in_place {
                ways.extend((1..=most).rev().map(|groups| (groups, in_place)));
            }
        }
        let finds = |way: &(usize, bool)| words.sites.iter().any(|s| text.matches(s, *way));
        text.needed = ways.into_iter().find(finds).unwrap_or((most, has_place));
        Some(text)
    }

    pub(super) fn finds(&self, id: FeatureId) -> bool {
        let site = self.words.sites.iter().find(|site| site.pair.site.id == id);
        site.is_some_and(|site| self.matches(site, self.needed))
    }

    pub(super) fn rank(&self, id: FeatureId) -> u32 {
        let Some(site) = self.words.sites.iter().find(|s| s.pair.site.id == id) else { return 0 };
        let counted = self.content().count();
        let mut rank = 0;
        for group in &self.reading.groups {
            let weights = self.weights(site, group);
            if group.kind != Kind::Place && group.is_weak {
                rank += weights.iter().map(|weight| weight.div_ceil(8)).sum::<u32>();
            } else {
                rank += weights.iter().sum::<u32>();
                let further = group.kind != Kind::Place && counted > 1 && !weights.is_empty();
                rank += if further { 256 } else { 0 };
            }
        }
        rank
    }

    /// The place to begin from.
    pub(super) fn point(&self) -> Option<LonLat> {
        let place = self.reading.groups.iter().find_map(|group| group.place.as_ref())?;
        place.point
    }

    fn content(&self) -> impl Iterator<Item = &Group> {
        self.reading.groups.iter().filter(|g| g.kind != Kind::Place && !g.is_weak)
    }

    fn matches(&self, site: &Site<'_>, (groups, in_place): (usize, bool)) -> bool {
        let matched = self.content().filter(|g| !self.weights(site, g).is_empty()).count();
        let place = self.reading.groups.iter().find(|g| g.kind == Kind::Place);
        match (groups, place) {
            (0, None) => false,
            (_, Some(place)) if in_place || groups == 0 => {
                matched >= groups && !self.weights(site, place).is_empty()
            }
            _ => matched >= groups,
        }
    }

    /// Every weight that a group earns at a site.
    fn weights(&self, site: &Site<'_>, group: &Group) -> Vec<u32> {
        match group.kind {
            Kind::Word => self.word_weights(site, group),
            Kind::Phrase => {
                let mut weights = all_of(site, &group.asks);
                self.term_weights(site, group, &mut weights);
                if self.has_any(site, &group.terms.exact, Facet::Topic) {
                    weights.push(64);
                }
                weights
            }
            Kind::Place => Self::place_weights(site, group),
        }
    }

    fn word_weights(&self, site: &Site<'_>, group: &Group) -> Vec<u32> {
        let mut weights = Vec::new();
        let [name, organization, description, place] = &site.fields;
        for ask in &group.asks {
            let same = |field: &[Seen]| field.iter().any(|seen| is_same(seen, ask));
            let start = |field: &[Seen]| same(field) || field.iter().any(|seen| begins(seen, ask));
            let all = |field: &[Seen]| start(field) || field.iter().any(|s| has_part(s, ask));
            weights.extend([
                (32, same(name)),
                (32, start(name)),
                (32, all(name)),
                (8, start(organization)),
                (1, same(description)),
                (1, all(description)),
                (1, start(place)),
            ]);
        }
        let mut weights: Vec<u32> =
            weights.into_iter().filter(|(_, earned)| *earned).map(|(weight, _)| weight).collect();
        if !group.parts.is_empty() {
            weights.extend(all_of(site, &group.parts));
        }
        self.term_weights(site, group, &mut weights);
        let listing = site.pair.listing;
        let mut bodies = listing.organization_id.iter().chain(&listing.co_organization_ids);
        if bodies.any(|id| group.organizations.contains(id)) {
            weights.push(8);
        }
        if site.pair.site.municipality.is_some_and(|ags| group.towns.contains(&ags)) {
            weights.push(1);
        }
        weights
    }

    fn term_weights(&self, site: &Site<'_>, group: &Group, weights: &mut Vec<u32>) {
        let terms = self.words.reference.taxonomy.terms();
        let is_top = |number: &u16| terms[usize::from(*number)].parent.is_none();
        let own: Vec<u16> = group.terms.exact.iter().copied().filter(|n| !is_top(n)).collect();
        let all: Vec<u16> = group.terms.exact.iter().chain(&group.terms.loose).copied().collect();
        if self.has_any(site, &own, Facet::Topic) {
            weights.push(32);
        }
        if self.has_any(site, &all, Facet::Topic) {
            weights.push(16);
        }
        if self.has_any(site, &all, Facet::TargetGroup) {
            weights.push(4);
        }
    }

    fn has_any(&self, site: &Site<'_>, numbers: &[u16], facet: Facet) -> bool {
        let taxonomy = &self.words.reference.taxonomy;
        let listing = site.pair.listing;
        let codes: &[TermCode] =
            if facet == Facet::Topic { &listing.categories } else { &listing.target_groups };
        numbers.iter().any(|number| {
            has_term(&taxonomy.terms()[usize::from(*number)].code, codes, facet, taxonomy)
        })
    }

    fn place_weights(site: &Site<'_>, group: &Group) -> Vec<u32> {
        let all_in = |field: &[Seen]| {
            group.asks.iter().all(|ask| field.iter().any(|seen| is_same(seen, ask)))
        };
        let [name, _, _, place] = &site.fields;
        let is_part = group.place.as_ref().is_some_and(|place| !place.is_municipality);
        let mut weights = Vec::new();
        if all_in(name) || all_in(place) {
            weights.push(if is_part { 24 } else { 1 });
        }
        if site.pair.site.municipality.is_some_and(|ags| group.towns.contains(&ags)) {
            weights.push(12);
        }
        if group.towns.iter().any(|ags| site.pair.is_local(*ags)) {
            weights.push(1);
        }
        weights
    }
}

/// What is earned where all of several words occur: in the name, or anywhere.
fn all_of(site: &Site<'_>, asks: &[Ask]) -> Vec<u32> {
    let hit =
        |seen: &Seen, ask: &Ask| is_same(seen, ask) || begins(seen, ask) || has_part(seen, ask);
    let [name, ..] = &site.fields;
    let in_name = asks.iter().all(|ask| name.iter().any(|seen| hit(seen, ask)));
    let anywhere = asks.iter().all(|ask| site.fields.iter().flatten().any(|seen| hit(seen, ask)));
    let mut weights = Vec::new();
    if in_name {
        weights.push(64);
    }
    if anywhere {
        weights.push(1);
    }
    weights
}
