//! Words and the documents in which they occur.
//!
//! Only what is written in the entry itself is indexed here. The labels and synonyms of categories and target
//! groups, and the names of organizations and municipalities, are looked up when a question comes: they lead to
//! bitmaps that exist already.
//!
//! Roots and parts of compounds are kept for each distinct word, not for each place: what shares a root is joined
//! when a question comes. Where that would be many words, the joined documents are kept ready (`joined`).

mod joined;
mod postings;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use self::joined::Joined;
use self::postings::{DOC_BITS, DOC_MASK, Packed, Postings, joined_maps, shard_of};
use super::fold::for_each_token;
use crate::atlas::language::compound::Compounds;
use crate::atlas::language::root::root;
use crate::atlas::language::typing::{Near, Shared};
use crate::spatial::index::Doc;

pub(in crate::atlas) use self::postings::ByField;

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

/// A distinct word with what it is found under.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::atlas) struct Word {
    /// Folded.
    pub(in crate::atlas) text: Box<str>,
    /// Its root.
    pub(in crate::atlas) root: Box<str>,
    /// Roots of its parts, where it is a compound.
    pub(in crate::atlas) parts: Box<[Box<str>]>,
}

impl Word {
    /// Finds root and parts of a folded word.
    pub(in crate::atlas) fn new(text: &str, compounds: &Compounds) -> Self {
        Self {
            text: text.into(),
            root: root(text).into(),
            parts: compounds.split(text).into_iter().map(Into::into).collect(),
        }
    }
}

/// Gathers words.
#[derive(Debug)]
pub(in crate::atlas) struct TextBuilder {
    shards: Vec<HashMap<Box<str>, Vec<Packed>>>,
}

impl Default for TextBuilder {
    fn default() -> Self {
        let shards = std::iter::repeat_with(HashMap::default).take(postings::SHARDS).collect();
        Self { shards }
    }
}

impl TextBuilder {
    /// Notes the words of a text.
    pub(in crate::atlas) fn add(&mut self, doc: Doc, field: Field, text: &str) {
        for_each_token(text, |_, word| self.add_word(doc, field, word));
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
    words: Vec<(Arc<Word>, Postings)>,
    /// What each word has in common with the one before it.
    shared: Shared,
    /// Words by root, ascending.
    by_root: HashMap<Box<str>, Vec<u32>>,
    /// Compounds by the root of a part, ascending.
    by_part: HashMap<Box<str>, Vec<u32>>,
    joined: Joined,
}

impl TextIndex {
    /// Puts together what was gathered in several places.
    pub(in crate::atlas) fn new(builders: Vec<TextBuilder>, compounds: &Compounds) -> Self {
        let mut by_shard: Vec<Vec<HashMap<Box<str>, Vec<Packed>>>> =
            std::iter::repeat_with(Vec::new).take(postings::SHARDS).collect();
        for builder in builders {
            for (all, shard) in by_shard.iter_mut().zip(builder.shards) {
                all.push(shard);
            }
        }
        let words: Vec<(Arc<Word>, Postings)> = by_shard
            .into_par_iter()
            .flat_map_iter(joined_maps)
            .map(|(word, places)| (Arc::new(Word::new(&word, compounds)), Postings::new(places)))
            .collect();
        Self::of(words)
    }

    /// Words whose roots are known already, each with its places in any order.
    pub(in crate::atlas) fn of_words(mut places: Vec<(Arc<Word>, Doc, Field)>) -> Self {
        places.sort_unstable_by(|a, b| a.0.text.cmp(&b.0.text));
        let words = places
            .chunk_by(|a, b| a.0.text == b.0.text)
            .filter_map(|same| {
                let word = Arc::clone(&same.first()?.0);
                let packed = same
                    .iter()
                    .map(|(_, doc, field)| (*field as u32) << DOC_BITS | doc & DOC_MASK)
                    .collect();
                Some((word, Postings::new(packed)))
            })
            .collect();
        Self::of(words)
    }

    fn of(mut words: Vec<(Arc<Word>, Postings)>) -> Self {
        words.par_sort_unstable_by(|a, b| a.0.text.cmp(&b.0.text));
        let shared = Shared::of(words.iter().map(|(word, _)| &*word.text));
        let mut index = Self { words, shared, ..Self::default() };
        for (at, (word, _)) in (0..).zip(&index.words) {
            push(&mut index.by_root, &word.root, at);
            for part in &word.parts {
                push(&mut index.by_part, part, at);
            }
        }
        index.joined = Joined::new(&index);
        index
    }

    /// The same index after documents were renumbered, with more words.
    pub(in crate::atlas) fn renumber(
        &self,
        renumbered: &[Option<Doc>],
        added: Vec<(Arc<Word>, Doc, Field)>,
    ) -> Self {
        let mut added: HashMap<Arc<str>, (Arc<Word>, Vec<Packed>)> =
            added.into_iter().fold(HashMap::new(), |mut all, (word, doc, field)| {
                let packed = (field as u32) << DOC_BITS | doc & DOC_MASK;
                all.entry(Arc::from(&*word.text))
                    .or_insert_with(|| (word, Vec::new()))
                    .1
                    .push(packed);
                all
            });
        let moved: Vec<Vec<Packed>> =
            self.words.par_iter().map(|(_, postings)| postings.renumber(renumbered)).collect();
        let mut words = Vec::with_capacity(self.words.len());
        for ((word, _), mut packed) in self.words.iter().zip(moved) {
            if let Some((_, more)) = added.remove(&*word.text) {
                packed.extend(more);
            }
            if !packed.is_empty() {
                words.push((Arc::clone(word), Postings::new(packed)));
            }
        }
        words.extend(added.into_values().map(|(word, packed)| (word, Postings::new(packed))));
        Self::of(words)
    }

    /// Number of distinct words.
    pub(in crate::atlas) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word of a number.
    pub(in crate::atlas) fn word(&self, number: u32) -> Option<&Arc<Word>> {
        self.words.get(number as usize).map(|(word, _)| word)
    }

    /// The words that are this one or share its root.
    pub(in crate::atlas) fn same(&self, word: &str, root: &str) -> Vec<u32> {
        let mut found: Vec<u32> = self.by_root.get(root).cloned().unwrap_or_default();
        let at = self.words.partition_point(|(w, _)| *w.text < *word);
        if self.words.get(at).is_some_and(|(w, _)| *w.text == *word) {
            found.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The documents of some words.
    pub(in crate::atlas) fn docs(&self, words: &[u32]) -> ByField {
        postings::union(words.iter().filter_map(|at| self.words.get(*at as usize)).map(|w| &w.1))
    }

    /// The documents with a word that begins so.
    pub(in crate::atlas) fn beginning_with(&self, start: &str) -> ByField {
        self.joined.beginning(start).unwrap_or_else(|| {
            postings::union(self.starting(start).iter().map(|(_, postings)| postings))
        })
    }

    /// The documents with a compound that has a part of this root.
    pub(in crate::atlas) fn with_part(&self, root: &str) -> ByField {
        self.joined.part(root).unwrap_or_else(|| {
            self.docs(self.by_part.get(root).map(Vec::as_slice).unwrap_or_default())
        })
    }

    /// Whether any of some words stands in a document that counts.
    pub(in crate::atlas) fn any(&self, words: &[u32], counts: impl Fn(Doc) -> bool) -> bool {
        let mut postings = words.iter().filter_map(|at| self.words.get(*at as usize));
        postings.any(|(_, postings)| postings.any(&counts))
    }

    /// Whether any compound with a part of this root stands in a document that counts.
    pub(in crate::atlas) fn any_part(&self, root: &str, counts: impl Fn(Doc) -> bool) -> bool {
        self.by_part.get(root).is_some_and(|words| self.any(words, counts))
    }

    /// Whether any word that begins so stands in a document that counts.
    pub(in crate::atlas) fn any_start(&self, start: &str, counts: impl Fn(Doc) -> bool) -> bool {
        self.starting(start).iter().any(|(_, postings)| postings.any(&counts))
    }

    /// Calls `each` with every word that lies near, and its distance.
    pub(in crate::atlas) fn near(&self, near: &Near, mut each: impl FnMut(u32, u8)) {
        let word_at = |at: usize| self.words.get(at).map_or("", |(word, _)| &word.text);
        near.find(&self.shared, word_at, |at, distance| {
            each(u32::try_from(at).unwrap_or(u32::MAX), distance);
        });
    }

    /// The words that begin so, with their places.
    fn starting(&self, start: &str) -> &[(Arc<Word>, Postings)] {
        let first = self.words.partition_point(|(word, _)| *word.text < *start);
        let rest = self.words.get(first..).unwrap_or_default();
        let end = rest.partition_point(|(word, _)| word.text.starts_with(start));
        rest.get(..end).unwrap_or_default()
    }

    /// Bytes it takes, without what allocating adds.
    pub(in crate::atlas) fn size(&self) -> usize {
        let word = |word: &Word| {
            size_of::<Word>()
                + word.text.len()
                + word.root.len()
                + word.parts.iter().map(|p| p.len() + size_of::<Box<str>>()).sum::<usize>()
        };
        let words: usize = self
            .words
            .iter()
            .map(|(w, postings)| word(w) + postings.size() + size_of::<(Arc<Word>, Postings)>())
            .sum();
        let map = |map: &HashMap<Box<str>, Vec<u32>>| -> usize {
            map.iter().map(|(key, list)| key.len() + 4 * list.len() + 48).sum()
        };
        words + self.shared.size() + map(&self.by_root) + map(&self.by_part) + self.joined.size()
    }
}

fn push(map: &mut HashMap<Box<str>, Vec<u32>>, key: &str, at: u32) {
    match map.get_mut(key) {
        Some(list) if list.last() == Some(&at) => {}
        Some(list) => list.push(at),
        None => {
            map.insert(key.into(), vec![at]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compounds() -> Compounds {
        Compounds::new(["schulden", "schuldner", "beratung", "pflege"].map(str::to_owned), [])
    }

    fn lens(found: ByField) -> [u64; 4] {
        found.map(|docs| docs.len())
    }

    #[test]
    fn a_prefix_finds_every_word_that_begins_with_it_by_field() {
        let mut builder = TextBuilder::default();
        builder.add(0, Field::Name, "Schuldnerberatung Süd");
        builder.add(1, Field::Description, "Schulden, schulden und Schule");
        for doc in 2..2_000 {
            builder.add(doc, Field::Place, "Schulz");
        }
        let index = TextIndex::new(vec![builder], &compounds());
        assert_eq!(lens(index.beginning_with("schul")), [1, 0, 1, 1_998]);
        assert_eq!(lens(index.beginning_with("schuld")), [1, 0, 1, 0]);
        assert_eq!(lens(index.beginning_with("sud")), [1, 0, 0, 0]);
        assert_eq!(lens(index.beginning_with("x")), [0, 0, 0, 0]);
        let evens: Vec<Option<Doc>> = (0..2_000).map(|d| (d % 2 == 0).then_some(d / 2)).collect();
        let more = |text: &str| Arc::new(Word::new(text, &compounds()));
        let more = vec![(more("schule"), 1_000, Field::Name), (more("see"), 1_000, Field::Name)];
        let moved = index.renumber(&evens, more);
        assert_eq!(moved.beginning_with("schul")[0].iter().collect::<Vec<_>>(), [0, 1_000]);
        assert_eq!(lens(moved.beginning_with("schul")), [2, 0, 0, 999]);
        assert_eq!(lens(moved.beginning_with("see")), [1, 0, 0, 0]);
    }

    #[test]
    fn roots_and_parts_lead_to_the_words_that_have_them() {
        let mut builder = TextBuilder::default();
        builder.add(7, Field::Name, "Schuldnerberatung");
        builder.add(8, Field::Description, "Beratungen");
        let index = TextIndex::new(vec![builder], &compounds());
        let same = index.same("beratung", &root("beratung"));
        assert_eq!(lens(index.docs(&same)), [0, 0, 1, 0]);
        assert_eq!(lens(index.with_part(&root("beratung"))), [1, 0, 0, 0]);
        assert_eq!(lens(index.with_part(&root("schuldner"))), [1, 0, 0, 0]);
        let mut near = Vec::new();
        index
            .near(&Near::by_errors("schuldnerbertung").last().unwrap(), |at, d| near.push((at, d)));
        assert_eq!(near.len(), 1);
        assert_eq!(&*index.word(near[0].0).unwrap().text, "schuldnerberatung");
    }

    #[test]
    fn what_is_kept_ready_equals_what_is_joined_on_demand() {
        // More words with one beginning and part than are joined on demand.
        let mut builder = TextBuilder::default();
        for n in 0..200_u32 {
            let letter = |n: u32| char::from(b'a' + u8::try_from(n % 26).unwrap());
            let word = format!("abs{}{}beratung", letter(n), letter(n / 26));
            builder.add(n, if n % 2 == 0 { Field::Name } else { Field::Place }, &word);
        }
        let index = TextIndex::new(vec![builder], &compounds());
        assert!(index.joined.beginning("abs").is_some() && index.joined.part("berat").is_some());
        assert_eq!(lens(index.beginning_with("abs")), [100, 0, 0, 100]);
        assert_eq!(lens(index.beginning_with("ab")), [100, 0, 0, 100]);
        assert_eq!(lens(index.beginning_with("absa")), [8, 0, 0, 0]);
        assert_eq!(lens(index.with_part("berat")), [100, 0, 0, 100]);
    }
}
