//! Words and the documents in which they occur.
//!
//! Only what is written in the entry itself is indexed here. The labels and synonyms of categories and target
//! groups, and the names of organizations and municipalities, are looked up when a question comes: they lead to
//! bitmaps that exist already.

use std::collections::HashMap;

use rayon::prelude::*;
use roaring::{MultiOps, RoaringBitmap};

use super::fold::for_each_word;
use super::renumber;
use crate::spatial::index::Doc;

/// Where a word stands in an entry; the order is that of the bits in which it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::atlas) enum Field {
    /// Name of service or site.
    Name,
    /// Organization, where it is named in words only.
    Organization,
    /// Description, and target groups in the words of the source.
    Description,
    /// Town or part of town of the address.
    Place,
}

/// Weights of the rank: a word counts once for each kind of text in which it occurs.
///
/// Powers of two, so that one hit in a better field beats hits in all the lesser ones together.
#[derive(Debug, Clone, Copy)]
pub(in crate::atlas) struct Weight;

impl Weight {
    pub(in crate::atlas) const NAME: u32 = 32;
    pub(in crate::atlas) const CATEGORY: u32 = 16;
    pub(in crate::atlas) const ORGANIZATION: u32 = 8;
    pub(in crate::atlas) const TARGET_GROUP: u32 = 4;
    pub(in crate::atlas) const DESCRIPTION: u32 = 2;
    pub(in crate::atlas) const PLACE: u32 = 1;
}

/// Documents of one field each, in the order of [`Field`].
pub(in crate::atlas) type ByField = [RoaringBitmap; 4];

/// A document with the field in its two highest bits.
type Packed = u32;
const DOC_BITS: u32 = 30;
const DOC_MASK: u32 = (1 << DOC_BITS) - 1;

/// From this many places on, a word has bitmaps instead of a list.
const MANY: usize = 512;
/// Words are spread over so many maps, which are put together side by side.
const SHARDS: usize = 16;

/// Where a word occurs.
#[derive(Debug)]
enum Postings {
    Few(Box<[Packed]>),
    Many(Box<ByField>),
}

impl Postings {
    fn new(mut packed: Vec<Packed>) -> Self {
        packed.sort_unstable();
        packed.dedup();
        if packed.len() < MANY {
            Self::Few(packed.into())
        } else {
            Self::Many(Box::new(by_field(&packed)))
        }
    }

    fn renumber(&self, renumbered: &[Option<Doc>]) -> Vec<Packed> {
        let moved = |packed: &Packed| {
            let doc = renumbered.get((packed & DOC_MASK) as usize).copied().flatten()?;
            Some(packed & !DOC_MASK | doc)
        };
        match self {
            Self::Few(packed) => packed.iter().filter_map(moved).collect(),
            Self::Many(fields) => (0..)
                .zip(fields.iter())
                .flat_map(|(field, docs)| {
                    renumber(docs, renumbered).into_iter().map(move |doc| field << DOC_BITS | doc)
                })
                .collect(),
        }
    }
}

/// Splits sorted places by field.
fn by_field(sorted: &[Packed]) -> ByField {
    let mut fields = ByField::default();
    let mut rest = sorted;
    for (number, field) in (1_u32..).zip(fields.iter_mut()) {
        let end = rest.partition_point(|packed| packed >> DOC_BITS < number);
        let (mine, others) = rest.split_at(end);
        *field = mine.iter().map(|packed| packed & DOC_MASK).collect();
        rest = others;
    }
    fields
}

/// The map of a word; a rough spread is enough.
fn shard_of(word: &str) -> usize {
    let last_three = word.bytes().rev().take(3);
    last_three.fold(word.len(), |sum, byte| sum * 31 + usize::from(byte)) % SHARDS
}

/// Gathers words.
#[derive(Debug)]
pub(in crate::atlas) struct TextBuilder {
    shards: Vec<HashMap<Box<str>, Vec<Packed>>>,
}

impl Default for TextBuilder {
    fn default() -> Self {
        let shards = std::iter::repeat_with(HashMap::default).take(SHARDS).collect();
        Self { shards }
    }
}

impl TextBuilder {
    /// Notes the words of a text.
    pub(in crate::atlas) fn add(&mut self, doc: Doc, field: Field, text: &str) {
        for_each_word(text, |word| self.add_word(doc, field, word));
    }

    /// Notes one folded word.
    pub(in crate::atlas) fn add_word(&mut self, doc: Doc, field: Field, word: &str) {
        let packed = (field as u32) << DOC_BITS | doc & DOC_MASK;
        let Some(shard) = self.shards.get_mut(shard_of(word)) else { return };
        match shard.get_mut(word) {
            // A word said twice in a text stands here twice in a row.
            Some(places) if places.last() == Some(&packed) => {}
            Some(places) => places.push(packed),
            None => {
                shard.insert(word.into(), vec![packed]);
            }
        }
    }
}

/// The sorted words with their places.
#[derive(Debug, Default)]
pub(in crate::atlas) struct TextIndex {
    words: Vec<(Box<str>, Postings)>,
}

impl TextIndex {
    /// Puts together what was gathered in several places.
    pub(in crate::atlas) fn new(builders: Vec<TextBuilder>) -> Self {
        let mut by_shard: Vec<Vec<HashMap<Box<str>, Vec<Packed>>>> =
            std::iter::repeat_with(Vec::new).take(SHARDS).collect();
        for builder in builders {
            for (all, shard) in by_shard.iter_mut().zip(builder.shards) {
                all.push(shard);
            }
        }
        let mut words: Vec<(Box<str>, Postings)> =
            by_shard.into_par_iter().flat_map_iter(joined).collect();
        words.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Self { words }
    }

    /// The same index after documents were renumbered, with the words of `added`.
    pub(in crate::atlas) fn renumber(&self, renumbered: &[Option<Doc>], added: Self) -> Self {
        let mut added: HashMap<Box<str>, Postings> = added.words.into_iter().collect();
        let mut words: Vec<(Box<str>, Postings)> = Vec::with_capacity(self.words.len());
        let moved: Vec<Vec<Packed>> =
            self.words.par_iter().map(|(_, postings)| postings.renumber(renumbered)).collect();
        for ((word, _), mut packed) in self.words.iter().zip(moved) {
            if let Some(more) = added.remove(word) {
                packed.extend(more.unpacked());
            }
            if !packed.is_empty() {
                words.push((word.clone(), Postings::new(packed)));
            }
        }
        words.extend(added);
        words.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Self { words }
    }

    /// The documents with a word that begins with one of the spellings, by field.
    pub(in crate::atlas) fn beginning_with(&self, spellings: &[String]) -> ByField {
        let mut few: Vec<Packed> = Vec::new();
        let mut many: [Vec<&RoaringBitmap>; 4] = Default::default();
        for spelling in spellings {
            let first = self.words.partition_point(|(word, _)| **word < **spelling);
            let rest = self.words.get(first..).unwrap_or_default();
            for (_, postings) in rest.iter().take_while(|(word, _)| word.starts_with(&**spelling)) {
                match postings {
                    Postings::Few(packed) => few.extend_from_slice(packed),
                    Postings::Many(fields) => {
                        for (all, docs) in many.iter_mut().zip(fields.iter()) {
                            all.push(docs);
                        }
                    }
                }
            }
        }
        few.sort_unstable();
        few.dedup();
        let mut found = by_field(&few);
        for (field, many) in found.iter_mut().zip(many) {
            *field |= many.union();
        }
        found
    }
}

impl Postings {
    /// All places.
    fn unpacked(self) -> Vec<Packed> {
        match self {
            Self::Few(packed) => packed.into_vec(),
            Self::Many(fields) => (0..)
                .zip(*fields)
                .flat_map(|(field, docs)| docs.into_iter().map(move |doc| field << DOC_BITS | doc))
                .collect(),
        }
    }
}

/// One map of several.
fn joined(maps: Vec<HashMap<Box<str>, Vec<Packed>>>) -> Vec<(Box<str>, Postings)> {
    let mut all: HashMap<Box<str>, Vec<Packed>> = HashMap::new();
    for map in maps {
        if all.is_empty() {
            all = map;
            continue;
        }
        for (word, places) in map {
            match all.get_mut(&word) {
                Some(known) => known.extend(places),
                None => {
                    all.insert(word, places);
                }
            }
        }
    }
    all.into_iter().map(|(word, places)| (word, Postings::new(places))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_finds_every_word_that_begins_with_it_by_field() {
        let mut builder = TextBuilder::default();
        builder.add(0, Field::Name, "Schuldnerberatung Süd");
        builder.add(1, Field::Description, "Schulden, schulden und Schule");
        for doc in 2..2_000 {
            builder.add(doc, Field::Place, "Schulz");
        }
        let index = TextIndex::new(vec![builder]);
        let find =
            |word: &str| index.beginning_with(&[word.to_owned()]).map(|docs| docs.len()).to_vec();
        assert_eq!(find("schul"), [1, 0, 1, 1_998]);
        assert_eq!(find("schuld"), [1, 0, 1, 0]);
        assert_eq!(find("sued"), [1, 0, 0, 0]);
        assert_eq!(find("sud"), [1, 0, 0, 0]);
        assert_eq!(find("x"), [0, 0, 0, 0]);
        let evens: Vec<Option<Doc>> = (0..2_000).map(|d| (d % 2 == 0).then_some(d / 2)).collect();
        let mut more = TextBuilder::default();
        more.add(1_000, Field::Name, "Schule am See");
        let moved = index.renumber(&evens, TextIndex::new(vec![more]));
        let found = moved.beginning_with(&["schul".to_owned()]);
        assert_eq!(found[0].iter().collect::<Vec<_>>(), [0, 1_000]);
        assert_eq!(found.map(|docs| docs.len()), [2, 0, 0, 999]);
    }
}
