//! Documents kept ready where many words lead to them: short beginnings, frequent parts of compounds.

use std::collections::HashMap;

use rayon::prelude::*;

use super::TextIndex;
use super::postings::{ByField, by_field_size};

/// From so many words on the documents are kept ready; fewer are joined in less time than an answer takes.
const MANY_WORDS: usize = 48;
/// Beginnings of at most so many characters are looked at; longer ones have fewer words.
const LONGEST_START: usize = 4;

/// Documents by beginning and by part.
#[derive(Debug, Default)]
pub(super) struct Joined {
    beginnings: HashMap<Box<str>, ByField>,
    parts: HashMap<Box<str>, ByField>,
}

impl Joined {
    /// Joins what many words lead to.
    pub(super) fn new(index: &TextIndex) -> Self {
        let mut starts: HashMap<&str, usize> = HashMap::new();
        for (word, _) in &index.words {
            for (at, c) in word.text.char_indices().take(LONGEST_START).skip(1) {
                if let Some(start) = word.text.get(..at + c.len_utf8()) {
                    *starts.entry(start).or_default() += 1;
                }
            }
        }
        let starts: Vec<&str> =
            starts.into_iter().filter(|(_, n)| *n >= MANY_WORDS).map(|(s, _)| s).collect();
        let parts: Vec<&str> = index
            .by_part
            .iter()
            .filter(|(_, words)| words.len() >= MANY_WORDS)
            .map(|(part, _)| &**part)
            .collect();
        // The index itself has nothing joined yet, so it joins on demand.
        Self {
            beginnings: starts
                .into_par_iter()
                .map(|start| (start.into(), index.beginning_with(start)))
                .collect(),
            parts: parts.into_par_iter().map(|part| (part.into(), index.with_part(part))).collect(),
        }
    }

    /// The documents with a word that begins so, where that is kept.
    pub(super) fn beginning(&self, start: &str) -> Option<ByField> {
        self.beginnings.get(start).cloned()
    }

    /// The documents with a compound of this part, where that is kept.
    pub(super) fn part(&self, root: &str) -> Option<ByField> {
        self.parts.get(root).cloned()
    }

    /// Bytes it takes.
    pub(super) fn size(&self) -> usize {
        let all = self.beginnings.iter().chain(&self.parts);
        all.map(|(key, docs)| key.len() + size_of::<ByField>() + by_field_size(docs)).sum()
    }
}
