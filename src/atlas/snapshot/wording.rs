//! What makes two texts alike: for counting questions without keeping any single one.

use std::collections::BTreeSet;

use super::Snapshot;
use crate::atlas::index::fold::tokens;
use crate::atlas::language::root::root;
use crate::atlas::language::stop::{Weightiness, weightiness};
use crate::atlas::search::Kind;
use crate::domain::{Ags, Wording};

/// A text as a question that can be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it asks, without fillers and places.
    pub wording: Wording,
    /// The municipality it names, if it names one.
    pub municipality: Option<Ags>,
    /// Whether words of it are not known, or had to be left aside to find anything.
    pub by_less: bool,
}

impl Snapshot {
    /// Reads a text as a question: words in any form, order and spelling of umlauts are alike. `None` when nothing is left
    /// of it but fillers and places.
    #[must_use]
    pub fn asked(&self, text: &str) -> Option<Asked> {
        let query = self.text(text)?;
        let reading = &query.reading;
        let content = reading.groups.iter().filter(|group| group.kind != Kind::Place);
        let typed = content.map(|group| &group.typed).chain(&reading.unknown);
        let (mut roots, mut words) = (BTreeSet::new(), Vec::new());
        for part in typed {
            for token in tokens(part) {
                let is_filler = weightiness(&token.word) == Weightiness::Stop;
                if is_filler && !reading.only_fillers {
                    continue;
                }
                let word = part.get(token.range).unwrap_or_default().to_lowercase();
                if roots.insert(root(&token.word).into_owned()) {
                    words.push(word);
                }
            }
        }
        if roots.is_empty() {
            return None;
        }
        let place = query.place();
        let left_place = place.is_some() && !query.matching.in_place;
        let municipality = match place.map(|place| place.municipalities.as_slice()) {
            Some([one]) => Some(*one),
            _ => None,
        };
        let alike: Vec<String> = roots.into_iter().collect();
        Some(Asked {
            wording: Wording { alike: alike.join(" "), words: words.join(" ") },
            municipality,
            by_less: !reading.unknown.is_empty()
                || left_place
                || query.matching.groups < query.matching.of,
        })
    }
}
