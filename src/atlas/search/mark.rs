//! Which words of a text are hits, so that a page can mark them.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::read::{Ask, Group};
use crate::atlas::build::lookup::Lookup;
use crate::atlas::index::fold::tokens;
use crate::atlas::language::compound::Compounds;
use crate::atlas::language::root::root;

/// So many letters at the beginning a root has in common with its word.
const LIKE: usize = 3;

/// Finds the words of some groups in texts.
#[derive(Debug, Clone)]
pub(in crate::atlas) struct Marker {
    words: HashSet<String>,
    roots: HashSet<String>,
    starts: Vec<String>,
    parts: HashSet<String>,
    lookup: Arc<Lookup>,
}

impl Marker {
    /// A marker of the words of some groups.
    pub(in crate::atlas) fn new<'a>(
        groups: impl IntoIterator<Item = &'a Group>,
        lookup: &Arc<Lookup>,
    ) -> Self {
        let mut marker = Self {
            words: HashSet::new(),
            roots: HashSet::new(),
            starts: Vec::new(),
            parts: HashSet::new(),
            lookup: Arc::clone(lookup),
        };
        for group in groups {
            group.asks.iter().chain(&group.parts).for_each(|ask| marker.add(ask));
        }
        marker
    }

    fn add(&mut self, ask: &Ask) {
        for (word, root) in &ask.words {
            self.words.insert(word.clone());
            self.roots.insert(root.clone());
        }
        self.starts.extend(ask.starts.iter().cloned());
        self.parts.extend(ask.parts.iter().cloned());
    }

    fn compounds(&self) -> &Compounds {
        &self.lookup.vocabulary.compounds
    }

    /// Whether it is worth while to look for the root: a root in Latin script begins as its word does.
    fn may_have_root(&self, word: &str) -> bool {
        let shared = |root: &String| root.bytes().zip(word.bytes()).take(LIKE).all(|(a, b)| a == b);
        !word.is_ascii() || self.roots.iter().any(shared)
    }

    /// Whether it is worth while to take the word apart: the root of a part stands in it.
    fn may_have_part(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part.get(..LIKE).is_none_or(|start| word.contains(start)))
    }

    /// The bytes of each word of a text that is a hit.
    pub(in crate::atlas) fn mark(&self, text: &str) -> Vec<Range<usize>> {
        let is_hit = |word: &str| {
            self.words.contains(word)
                || self.starts.iter().any(|start| word.starts_with(&**start))
                || self.may_have_root(word) && self.roots.contains(&*root(word))
                || self.may_have_part(word)
                    && self.compounds().split(word).iter().any(|part| self.parts.contains(part))
        };
        tokens(text).into_iter().filter(|token| is_hit(&token.word)).map(|t| t.range).collect()
    }
}
