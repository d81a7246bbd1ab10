//! Names of places inside a text: "Tafel in Radolfzell", "Jugendhaus Nordstadt".

use std::collections::HashMap;

use crate::atlas::Reference;
use crate::atlas::index::fold::{Token, tokens};
use crate::atlas::index::text::{Field, TextBuilder, TextIndex};
use crate::atlas::language::compound::Compounds;
use crate::atlas::language::stop::{Weightiness, weightiness};
use crate::domain::{Ags, GazetteerEntry, GazetteerKind, LonLat};

/// Most words of a name that are compared.
const LONGEST_NAME: usize = 5;
/// Shortest first half of a double name that stands for the whole.
const SHORTEST_HALF: usize = 5;

/// A place that a text names.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::atlas) struct PlaceRead {
    /// As the gazetteer writes it.
    pub(in crate::atlas) name: String,
    /// Where it is; `None` where several places have the name.
    pub(in crate::atlas) point: Option<LonLat>,
    /// The municipalities it lies in.
    pub(in crate::atlas) municipalities: Vec<Ags>,
    /// Whether the name is that of the whole municipality.
    pub(in crate::atlas) is_municipality: bool,
    /// The folded words of the name, as typed.
    pub(in crate::atlas) words: Vec<String>,
}

/// Names of the gazetteer by their folded words.
#[derive(Debug)]
pub(super) struct PlaceNames {
    by_name: HashMap<String, Vec<usize>>,
    /// Names of one word, for typing errors.
    words: TextIndex,
    entries: Vec<GazetteerEntry>,
}

impl PlaceNames {
    pub(super) fn new(reference: &Reference) -> Self {
        let entries: Vec<GazetteerEntry> = reference.gazetteer.clone();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let name = words_of(&entry.name);
            // A stop is often named after what everybody has: "Rathaus", "Schule".
            let is_stop = entry.kind == GazetteerKind::Stop;
            if name.is_empty() || is_stop && name.len() < 2 || name.len() > LONGEST_NAME {
                continue;
            }
            by_name.entry(name.join(" ")).or_default().push(at);
        }
        let mut short: Vec<(String, usize)> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            if entry.kind == GazetteerKind::Municipality {
                short.extend(short_names(&entry.name).into_iter().map(|name| (name, at)));
            }
        }
        for (name, at) in short {
            let known = by_name.entry(name).or_default();
            let is_better = known
                .iter()
                .all(|k| entries.get(*k).is_some_and(|e| e.kind != GazetteerKind::Municipality));
            // The short name of a municipality stands for it before any part of a town of that name.
            if is_better {
                known.insert(0, at);
            }
        }
        let mut words = TextBuilder::default();
        for name in by_name.keys().filter(|name| !name.contains(' ')) {
            words.add_word(0, Field::Place, name);
        }
        let words = TextIndex::new(vec![words], &Compounds::default());
        Self { by_name, words, entries }
    }

    /// Names of one word.
    pub(super) const fn words(&self) -> &TextIndex {
        &self.words
    }

    /// Every word of every name but those of stops.
    pub(super) fn all_words(&self) -> Vec<String> {
        let places = self.entries.iter().filter(|e| e.kind != GazetteerKind::Stop);
        places.flat_map(|entry| words_of(&entry.name)).collect()
    }

    /// Whether a folded word is the name of a place.
    pub(super) fn is_name(&self, word: &str) -> bool {
        self.by_name.contains_key(word)
    }

    /// The longest name that begins at a token, with the number of its tokens. A word may be meant in several ways.
    pub(super) fn at(&self, words: &[Vec<&str>]) -> Option<(usize, PlaceRead)> {
        for length in (1..=LONGEST_NAME.min(words.len())).rev() {
            let name: Vec<&Vec<&str>> = words.iter().take(length).collect();
            let spelled: Vec<&str> = name.iter().filter_map(|word| word.first().copied()).collect();
            let mut candidates = vec![spelled];
            if let [only] = &*name {
                candidates.extend(only.iter().skip(1).map(|word| vec![*word]));
            }
            for words in candidates {
                if let Some(read) = self.by_name.get(&words.join(" ")).and_then(|at| self.place(at))
                {
                    let words = words.into_iter().map(str::to_owned).collect();
                    return Some((length, PlaceRead { words, ..read }));
                }
            }
        }
        None
    }

    /// Of several places with one name those of the first kind: municipality, part, postcode, stop.
    fn place(&self, at: &[usize]) -> Option<PlaceRead> {
        let all: Vec<&GazetteerEntry> = at.iter().filter_map(|at| self.entries.get(*at)).collect();
        let kind = all.iter().map(|entry| entry.kind).min()?;
        let mut same = all.into_iter().filter(|entry| entry.kind == kind);
        let first = same.next()?;
        let mut read = PlaceRead {
            name: first.name.clone(),
            point: Some(first.point),
            municipalities: first.municipalities.clone(),
            is_municipality: kind == GazetteerKind::Municipality,
            words: Vec::new(),
        };
        for other in same {
            read.point = None;
            read.municipalities.extend(&other.municipalities);
        }
        read.municipalities.sort_unstable();
        read.municipalities.dedup();
        Some(read)
    }
}

fn words_of(name: &str) -> Vec<String> {
    tokens(name).into_iter().map(|token: Token| token.word).collect()
}

/// How people call a municipality: without "am See" or a word in brackets, and by the halves of a double name.
fn short_names(name: &str) -> Vec<String> {
    let words = words_of(name.split('(').next().unwrap_or(name));
    let filler = words.iter().position(|word| weightiness(word) == Weightiness::Stop);
    let own = words.get(..filler.unwrap_or(words.len())).unwrap_or_default();
    let mut names = vec![own.join(" ")];
    if name.contains('-') {
        names.extend(own.iter().filter(|half| half.len() >= SHORTEST_HALF).cloned());
    }
    names.retain(|short| !short.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_are_known_by_what_people_call_them() {
        assert_eq!(short_names("Radolfzell am Bodensee"), ["radolfzell"]);
        assert_eq!(short_names("Singen (Hohentwiel)"), ["singen"]);
        assert_eq!(
            short_names("Rielasingen-Worblingen"),
            ["rielasingen worblingen", "rielasingen", "worblingen"]
        );
        assert_eq!(short_names("Aach"), ["aach"]);
    }
}
