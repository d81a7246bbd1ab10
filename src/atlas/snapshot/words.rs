//! Free text: all words must occur, each in any of the texts; the rank adds up where they do.

use roaring::RoaringBitmap;

use super::Snapshot;
use crate::atlas::base::Base;
use crate::atlas::build::PieceSite;
use crate::atlas::build::lookup::Lookup;
use crate::atlas::index::fold::{Spellings, words};
use crate::atlas::index::text::{Field, TextIndex, Weight};
use crate::atlas::index::{Value, ValueRange};
use crate::domain::Facet;
use crate::spatial::index::Doc;

/// More words than this are not looked at: nobody types them, and each costs.
const MOST_WORDS: usize = 16;

/// A text to look for.
#[derive(Debug)]
pub(super) struct TextQuery {
    words: Vec<Word>,
}

/// A word and where it leads.
#[derive(Debug)]
struct Word {
    spellings: Spellings,
    places: Vec<WordPlace>,
}

/// One kind of text: what a hit in it counts, and how hits are found.
#[derive(Debug)]
struct WordPlace {
    weight: u32,
    /// Words of the entry itself.
    field: Option<Field>,
    /// Terms, organizations and municipalities whose names have the word.
    values: Vec<ValueRange>,
    /// The documents of the base with a hit.
    docs: RoaringBitmap,
}

impl TextQuery {
    /// Reads a text; `None` when there is no word in it.
    pub(super) fn new(text: &str, snapshot: &Snapshot) -> Option<Self> {
        let mut all = words(text);
        all.sort_unstable();
        all.dedup();
        all.truncate(MOST_WORDS);
        let read = |spellings| Word::new(spellings, &snapshot.base, &snapshot.shared.lookup);
        let words: Vec<Word> = all.into_iter().map(read).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The documents of the base in which all words occur.
    pub(super) fn docs(&self) -> RoaringBitmap {
        let mut words = self.words.iter().map(|word| {
            word.places.iter().fold(RoaringBitmap::new(), |all, place| all | &place.docs)
        });
        let first = words.next().unwrap_or_default();
        words.fold(first, |all, docs| all & docs)
    }

    /// The ranks of documents of the base, which must be ascending and all match.
    pub(super) fn ranks(&self, docs: &[Doc]) -> Vec<u32> {
        let mut ranks = vec![0; docs.len()];
        let asked: RoaringBitmap = docs.iter().copied().collect();
        for place in self.words.iter().flat_map(|word| &word.places) {
            let mut at = 0;
            for hit in &place.docs & &asked {
                while docs.get(at).is_some_and(|doc| *doc < hit) {
                    at += 1;
                }
                if let Some(rank) = ranks.get_mut(at) {
                    *rank += place.weight;
                }
            }
        }
        ranks
    }

    /// The rank of a site of the delta; `None` unless all words occur.
    pub(super) fn rank_of(&self, site: &PieceSite) -> Option<u32> {
        self.words.iter().try_fold(0, |rank, word| match word.weight_in(site) {
            0 => None,
            weight => Some(rank + weight),
        })
    }
}

impl Word {
    fn new(spellings: Spellings, base: &Base, lookup: &Lookup) -> Self {
        let [names, organizations, descriptions, places] = base.text.beginning_with(&spellings);
        let terms = named(&lookup.term_words, &spellings);
        let of_facet = |facet: Facet, value: fn(u16) -> Value| -> Vec<ValueRange> {
            let mine = terms.iter().filter(|number| lookup.facet_of(*number) == Some(facet));
            mine.filter_map(|number| u16::try_from(number).ok()).map(|n| value(n).only()).collect()
        };
        let bodies = named(&lookup.organization_words, &spellings)
            .into_iter()
            .filter_map(|number| lookup.organizations.get(number as usize))
            .map(|id| Value::Organization(*id).only())
            .collect();
        let towns = named(&lookup.municipality_words, &spellings)
            .into_iter()
            .filter_map(|number| lookup.reference.municipalities.get(number as usize))
            .map(|area| Value::Situated(area.municipality.ags).only())
            .collect();
        let place = |weight, field, mut docs: RoaringBitmap, values: Vec<ValueRange>| {
            docs |= &*base.values.any_of(&values);
            WordPlace { weight, field, values, docs }
        };
        let none = RoaringBitmap::new;
        let (topics, groups) = (
            of_facet(Facet::Topic, Value::Category),
            of_facet(Facet::TargetGroup, Value::TargetGroup),
        );
        let places = vec![
            place(Weight::NAME, Some(Field::Name), names, Vec::new()),
            place(Weight::CATEGORY, None, none(), topics),
            place(Weight::ORGANIZATION, Some(Field::Organization), organizations, bodies),
            place(Weight::TARGET_GROUP, None, none(), groups),
            place(Weight::DESCRIPTION, Some(Field::Description), descriptions, Vec::new()),
            place(Weight::PLACE, Some(Field::Place), places, towns),
        ];
        Self { spellings, places }
    }

    /// What the word counts in a site of the delta; 0 where it does not occur.
    fn weight_in(&self, site: &PieceSite) -> u32 {
        let written = |field: Field| {
            self.spellings.iter().any(|spelling| {
                let first = site.words.partition_point(|(word, _)| **word < **spelling);
                let rest = site.words.get(first..).unwrap_or_default();
                let mut hits = rest.iter().take_while(|(word, _)| word.starts_with(&**spelling));
                hits.any(|(_, f)| *f == field)
            })
        };
        let hit = |place: &&WordPlace| {
            place.field.is_some_and(written) || place.values.iter().any(|v| v.meets(&site.values))
        };
        self.places.iter().filter(hit).map(|place| place.weight).sum()
    }
}

/// The numbers of the things in whose names a word begins with one of the spellings.
fn named(words: &TextIndex, spellings: &[String]) -> RoaringBitmap {
    words.beginning_with(spellings).into_iter().fold(RoaringBitmap::new(), |all, docs| all | docs)
}
