//! Where a word occurs: a short list, or a bitmap for each field.

use std::collections::HashMap;

use roaring::{MultiOps, RoaringBitmap};

use crate::atlas::index::renumber;
use crate::spatial::index::Doc;

/// Documents of one field each, in the order of [`super::Field`].
pub(in crate::atlas) type ByField = [RoaringBitmap; 4];

/// A document with the field in its two highest bits.
pub(super) type Packed = u32;
pub(super) const DOC_BITS: u32 = 30;
pub(super) const DOC_MASK: u32 = (1 << DOC_BITS) - 1;

/// From this many places on, a word has bitmaps instead of a list.
const MANY: usize = 512;
/// Words are spread over so many maps, which are put together side by side.
pub(super) const SHARDS: usize = 16;

/// Where a word occurs.
#[derive(Debug)]
pub(super) enum Postings {
    Few(Box<[Packed]>),
    Many(Box<ByField>),
}

impl Postings {
    pub(super) fn new(mut packed: Vec<Packed>) -> Self {
        packed.sort_unstable();
        packed.dedup();
        if packed.len() < MANY {
            Self::Few(packed.into())
        } else {
            Self::Many(Box::new(by_field(&packed)))
        }
    }

    pub(super) fn renumber(&self, renumbered: &[Option<Doc>]) -> Vec<Packed> {
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

    /// Whether any of the documents counts.
    pub(super) fn any(&self, counts: &impl Fn(Doc) -> bool) -> bool {
        match self {
            Self::Few(packed) => packed.iter().any(|packed| counts(packed & DOC_MASK)),
            Self::Many(fields) => fields.iter().any(|docs| docs.iter().any(counts)),
        }
    }

    /// Bytes it takes.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Few(packed) => size_of_val(&**packed),
            Self::Many(fields) => size_of::<ByField>() + by_field_size(fields),
        }
    }
}

/// Bytes of some bitmaps, as they are written down, which is close to what they take.
pub(super) fn by_field_size(fields: &ByField) -> usize {
    fields.iter().map(RoaringBitmap::serialized_size).sum()
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

/// The documents of several words.
pub(super) fn union<'a>(all: impl Iterator<Item = &'a Postings>) -> ByField {
    let mut few: Vec<Packed> = Vec::new();
    let mut many: [Vec<&RoaringBitmap>; 4] = Default::default();
    for postings in all {
        match postings {
            Postings::Few(packed) => few.extend_from_slice(packed),
            Postings::Many(fields) => {
                for (all, docs) in many.iter_mut().zip(fields.iter()) {
                    all.push(docs);
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

/// The map of a word; a rough spread is enough.
pub(super) fn shard_of(word: &str) -> usize {
    let last_three = word.bytes().rev().take(3);
    last_three.fold(word.len(), |sum, byte| sum * 31 + usize::from(byte)) % SHARDS
}

/// One map of several.
pub(super) fn joined_maps(
    maps: Vec<HashMap<Box<str>, Vec<Packed>>>,
) -> Vec<(Box<str>, Vec<Packed>)> {
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
    all.into_iter().collect()
}
