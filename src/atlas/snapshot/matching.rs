//! How the groups of a text match documents: layers with weights, and how many groups must match.

use roaring::{MultiOps, RoaringBitmap};

use super::Snapshot;
use crate::atlas::build::lookup::Lookup;
use crate::atlas::index::text::{ByField, Field, TextIndex};
use crate::atlas::index::{Value, ValueRange, Values};
use crate::atlas::language::typing::Near;
use crate::atlas::search::{Ask, Group, Kind, TokenState};
use crate::domain::Facet;
use crate::spatial::index::Doc;

/// What a hit in a kind of text counts. A better kind beats all lesser ones together.
struct Weight;

impl Weight {
    /// In the name: the word itself or its root, 96 in all.
    const NAME_SAME: u32 = 32;
    /// A word of the name that begins so: 64 in all.
    const NAME_START: u32 = 32;
    /// A compound of the name has it as a part.
    const NAME_PART: u32 = 32;
    /// A word of the category itself.
    const TERM: u32 = 32;
    /// A word of the category that begins so, or one of its theme.
    const TERM_LOOSE: u32 = 16;
    /// What is said in several words is meant.
    const PHRASE: u32 = 64;
    const ORGANIZATION: u32 = 8;
    const TARGET_GROUP: u32 = 4;
    const DESCRIPTION_SAME: u32 = 1;
    const DESCRIPTION: u32 = 1;
    const TOWN: u32 = 1;
    /// In the place that the text names: by name, or situated there.
    const PLACE_NAMED: u32 = 24;
    const PLACE_SITUATED: u32 = 12;
    /// Each further group that matches, so that who has more of them comes first.
    const GROUP: u32 = 256;
    /// Weak words count a fraction.
    const WEAK_PART: u32 = 8;
}

/// A set of documents with their words and values.
#[derive(Debug)]
pub(super) struct Space<'a> {
    pub(super) text: &'a TextIndex,
    pub(super) values: &'a Values,
    pub(super) living: Living<'a>,
}

/// Which documents of a space count.
#[derive(Debug)]
pub(super) enum Living<'a> {
    /// All but these.
    AllBut(&'a RoaringBitmap),
    /// Only these.
    Only(&'a RoaringBitmap),
}

impl Living<'_> {
    fn counts(&self, doc: Doc) -> bool {
        match self {
            Self::AllBut(dead) => dead.is_empty() || !dead.contains(doc),
            Self::Only(living) => living.contains(doc),
        }
    }

    fn any_of(&self, docs: &RoaringBitmap) -> bool {
        match self {
            Self::AllBut(dead) => !docs.is_empty() && (dead.is_empty() || !docs.is_subset(dead)),
            Self::Only(living) => !docs.is_disjoint(living),
        }
    }
}

impl Snapshot {
    /// Base, then the segments of the delta.
    pub(super) fn spaces(&self) -> [Space<'_>; 3] {
        let [old, recent] = self.delta.segments();
        let base = Space {
            text: &self.base.text,
            values: &self.base.values,
            living: Living::AllBut(self.delta.dead()),
        };
        [base, old, recent]
    }
}

impl Space<'_> {
    /// What the texts know of a word.
    pub(super) fn state(&self, ask: &Ask) -> TokenState {
        let counts = |doc| self.living.counts(doc);
        let mut words = ask.words.iter();
        let same = words.any(|(word, root)| self.text.any(&self.text.same(word, root), counts));
        if same || ask.parts.iter().any(|root| self.text.any_part(root, counts)) {
            TokenState::Known
        } else if ask.starts.iter().any(|start| self.text.any_start(start, counts)) {
            TokenState::Beginning
        } else {
            TokenState::Unknown
        }
    }

    /// Calls `each` with every word that lies near and occurs in a document that counts.
    pub(super) fn near(&self, near: &Near, each: &mut dyn FnMut(&str, u8)) {
        self.text.near(near, |at, distance| {
            let lives = self.text.any(&[at], |doc| self.living.counts(doc));
            if let Some(word) = self.text.word(at).filter(|_| lives) {
                each(&word.text, distance);
            }
        });
    }

    fn values(&self, values: impl Iterator<Item = Value>) -> RoaringBitmap {
        let ranges: Vec<ValueRange> = values.map(Value::only).collect();
        self.values.any_of(&ranges).into_owned()
    }

    /// Where a word occurs, ever more loosely: the next includes the last.
    fn occurrences(&self, ask: &Ask) -> Occurrences {
        let mut same: Vec<u32> =
            ask.words.iter().flat_map(|(word, root)| self.text.same(word, root)).collect();
        same.sort_unstable();
        same.dedup();
        let same = self.text.docs(&same);
        let mut start = same.clone();
        ask.starts.iter().for_each(|word| add(&mut start, self.text.beginning_with(word)));
        let mut all = start.clone();
        ask.parts.iter().for_each(|root| add(&mut all, self.text.with_part(root)));
        Occurrences { same, start, all }
    }
}

struct Occurrences {
    same: ByField,
    start: ByField,
    all: ByField,
}

fn add(all: &mut ByField, more: ByField) {
    for (all, more) in all.iter_mut().zip(more) {
        *all |= more;
    }
}

/// Documents with a weight each.
type Layers = Vec<(u32, RoaringBitmap)>;

/// What of a space a text matches, by how many groups match.
pub(super) struct Levels {
    /// Documents that match at least one, two, … groups.
    by_count: Vec<RoaringBitmap>,
    /// Documents in the place that the text names.
    place: Option<RoaringBitmap>,
    layers: Layers,
}

/// How much of a text a document must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// So many groups; 0 = there is only a place.
    pub(super) groups: usize,
    /// Of so many.
    pub(super) of: usize,
    /// Whether it must be in the place.
    pub(super) in_place: bool,
    /// Whether there is a place.
    pub(super) has_place: bool,
}

/// What of a space is found, and the layers of its rank.
#[derive(Debug)]
pub(super) struct Matched {
    pub(super) docs: RoaringBitmap,
    pub(super) layers: Layers,
}

impl Levels {
    /// Asks a space for all groups.
    pub(super) fn new(space: &Space<'_>, groups: &[Group], lookup: &Lookup) -> Self {
        let needed = groups.iter().filter(|g| g.kind != Kind::Place && !g.is_weak).count();
        let mut found =
            Self { by_count: vec![RoaringBitmap::new(); needed], place: None, layers: Vec::new() };
        for group in groups {
            let mut layers = match group.kind {
                Kind::Word => word_layers(space, group, lookup),
                Kind::Phrase => phrase_layers(space, group, lookup),
                Kind::Place => place_layers(space, group),
            };
            let any = layers.iter().map(|(_, docs)| docs).union();
            if group.kind == Kind::Place {
                found.place = Some(any);
            } else if group.is_weak {
                for (weight, _) in &mut layers {
                    *weight = weight.div_ceil(Weight::WEAK_PART);
                }
            } else {
                found.count(&any);
                if needed > 1 {
                    layers.push((Weight::GROUP, any));
                }
            }
            found.layers.append(&mut layers);
        }
        found
    }

    /// Notes the documents that match one more group.
    fn count(&mut self, any: &RoaringBitmap) {
        for at in (1..self.by_count.len()).rev() {
            let (lower, higher) = self.by_count.split_at_mut(at);
            if let (Some(lower), Some(higher)) = (lower.last(), higher.first_mut()) {
                *higher |= lower & any;
            }
        }
        if let Some(first) = self.by_count.first_mut() {
            *first |= any;
        }
    }

    fn docs(&self, groups: usize, in_place: bool) -> RoaringBitmap {
        match (groups.checked_sub(1).and_then(|at| self.by_count.get(at)), &self.place) {
            (Some(docs), Some(place)) if in_place => docs & place,
            (Some(docs), _) => docs.clone(),
            (None, Some(place)) => place.clone(),
            (None, None) => RoaringBitmap::new(),
        }
    }

    /// What is found.
    pub(super) fn matched(self, matching: Match) -> Matched {
        Matched { docs: self.docs(matching.groups, matching.in_place), layers: self.layers }
    }
}

impl Match {
    /// The strictest way that finds anything: of one or two groups all, of more two thirds; then fewer; then the
    /// same anywhere.
    pub(super) fn best(levels: &[Levels; 3], spaces: &[Space<'_>; 3]) -> Self {
        let [base, _, _] = levels;
        let of = base.by_count.len();
        let has_place = base.place.is_some();
        let most = if of <= 2 { of } else { (2 * of).div_ceil(3) };
        let finds = |groups: usize, in_place: bool| {
            levels
                .iter()
                .zip(spaces)
                .any(|(levels, space)| space.living.any_of(&levels.docs(groups, in_place)))
        };
        let places = if has_place { &[true, false][..] } else { &[false] };
        for &in_place in places {
            let found = (1..=most).rev().find(|&groups| finds(groups, in_place));
            if let Some(groups) = found {
                return Self { groups, of, in_place, has_place };
            }
        }
        Self { groups: most, of, in_place: has_place, has_place }
    }
}

fn word_layers(space: &Space<'_>, group: &Group, lookup: &Lookup) -> Layers {
    let mut layers = Layers::new();
    for ask in &group.asks {
        let Occurrences { same, start, all } = space.occurrences(ask);
        let [name_same, organization_same, description_same, _] = same;
        let [name_start, organization_start, _, place_start] = start;
        let [name_all, _, description_all, _] = all;
        layers.extend([
            (Weight::NAME_SAME, name_same),
            (Weight::NAME_START, name_start),
            (Weight::NAME_PART, name_all),
            (Weight::ORGANIZATION, organization_same | organization_start),
            (Weight::DESCRIPTION_SAME, description_same),
            (Weight::DESCRIPTION, description_all),
            (Weight::TOWN, place_start),
        ]);
    }
    if !group.parts.is_empty() {
        layers.extend(all_of(space, &group.parts));
    }
    term_layers(space, group, lookup, &mut layers);
    let bodies = space.values(group.organizations.iter().map(|id| Value::Organization(*id)));
    layers.push((Weight::ORGANIZATION, bodies));
    layers.push((Weight::TOWN, space.values(group.towns.iter().map(|a| Value::Situated(*a)))));
    layers.retain(|(_, docs)| !docs.is_empty());
    layers
}

fn term_layers(space: &Space<'_>, group: &Group, lookup: &Lookup, layers: &mut Layers) {
    let of_facet = |numbers: &[u16], wanted: Facet| -> Vec<u16> {
        let mine = |number: &&u16| lookup.facet_of(u32::from(**number)) == Some(wanted);
        numbers.iter().filter(mine).copied().collect()
    };
    // A theme's own words say less than those of what is below it.
    let (themes, own): (Vec<u16>, Vec<u16>) =
        of_facet(&group.terms.exact, Facet::Topic).into_iter().partition(|n| lookup.is_top(*n));
    let loose = of_facet(&group.terms.loose, Facet::Topic);
    let exact = space.values(own.into_iter().map(Value::Category));
    let all = &exact | space.values(themes.into_iter().chain(loose).map(Value::Category));
    let mut groups = of_facet(&group.terms.exact, Facet::TargetGroup);
    groups.extend(of_facet(&group.terms.loose, Facet::TargetGroup));
    layers.push((Weight::TERM, exact));
    layers.push((Weight::TERM_LOOSE, all));
    let groups = space.values(groups.into_iter().map(Value::TargetGroup));
    layers.push((Weight::TARGET_GROUP, groups));
}

fn phrase_layers(space: &Space<'_>, group: &Group, lookup: &Lookup) -> Layers {
    let mut layers = all_of(space, &group.asks);
    term_layers(space, group, lookup, &mut layers);
    let topics = group
        .terms
        .exact
        .iter()
        .copied()
        .filter(|number| lookup.facet_of(u32::from(*number)) == Some(Facet::Topic));
    layers.push((Weight::PHRASE, space.values(topics.map(Value::Category))));
    layers.retain(|(_, docs)| !docs.is_empty());
    layers
}

/// Documents in which all of several words occur: in the name, or anywhere.
fn all_of(space: &Space<'_>, asks: &[Ask]) -> Layers {
    let each: Vec<ByField> = asks.iter().map(|ask| space.occurrences(ask).all).collect();
    let name = intersection(each.iter().map(|[name, ..]| name.clone()));
    let anywhere = intersection(
        each.iter().map(|fields| fields.iter().fold(RoaringBitmap::new(), |all, docs| all | docs)),
    );
    vec![(Weight::NAME_START + Weight::NAME_PART, name), (Weight::DESCRIPTION, anywhere)]
}

fn place_layers(space: &Space<'_>, group: &Group) -> Layers {
    let each: Vec<ByField> = group.asks.iter().map(|ask| space.occurrences(ask).same).collect();
    let of = |field: Field| {
        intersection(each.iter().filter_map(|fields| fields.get(field as usize)).cloned())
    };
    let named = of(Field::Name) | of(Field::Place);
    let situated = space.values(group.towns.iter().map(|ags| Value::Situated(*ags)));
    let local = group.towns.iter().map(|ags| Value::Local(*ags)).chain([Value::LocalEverywhere]);
    let local = space.values(local);
    let is_part = group.place.as_ref().is_some_and(|place| !place.is_municipality);
    let named_weight = if is_part { Weight::PLACE_NAMED } else { Weight::TOWN };
    let mut layers =
        vec![(named_weight, named), (Weight::PLACE_SITUATED, situated), (Weight::TOWN, local)];
    layers.retain(|(_, docs)| !docs.is_empty());
    layers
}

fn intersection(docs: impl Iterator<Item = RoaringBitmap>) -> RoaringBitmap {
    docs.reduce(|all, docs| all & docs).unwrap_or_default()
}
