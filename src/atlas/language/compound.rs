//! Compounds: German joins words, so "Schwangerschaftskonfliktberatung" must be found under "Beratung".

use std::collections::HashSet;

use super::root::root;

/// Shorter words are not taken apart.
const SHORTEST_COMPOUND: usize = 7;
/// Shortest part that the vocabulary knows.
const SHORTEST_PART: usize = 3;
/// Shortest last part behind a beginning that the vocabulary does not know.
const SHORTEST_HEAD: usize = 5;
/// Shortest beginning that the vocabulary does not know.
const SHORTEST_UNKNOWN: usize = 4;
/// Letters that join parts; the empty join first.
const JOINTS: [&str; 8] = ["", "s", "n", "en", "es", "er", "e", "ns"];

/// Takes compounds apart by a vocabulary.
#[derive(Debug, Default)]
pub(in crate::atlas) struct Compounds {
    words: HashSet<Box<str>>,
    roots: HashSet<Box<str>>,
    /// Words that are no compounds, whatever they look like: names of places.
    whole: HashSet<Box<str>>,
}

impl Compounds {
    /// A vocabulary of folded words, and words never taken apart.
    pub(in crate::atlas) fn new(
        vocabulary: impl IntoIterator<Item = String>,
        whole: impl IntoIterator<Item = String>,
    ) -> Self {
        let mut compounds =
            Self { whole: whole.into_iter().map(Into::into).collect(), ..Self::default() };
        for word in vocabulary {
            if word.len() >= SHORTEST_PART && word.bytes().all(|b| b.is_ascii_lowercase()) {
                compounds.roots.insert(root(&word).into());
                compounds.words.insert(word.into());
            }
        }
        compounds
    }

    /// The roots of the parts of a word, first to last; empty when it is no compound.
    ///
    /// Of several ways the one with the fewest unknown letters counts, of those the one with the fewest parts: so
    /// "Krankenhaus" stays as long as it can. Cost grows with the square of the length, which is bounded.
    pub(in crate::atlas) fn split(&self, word: &str) -> Vec<String> {
        let is_latin = word.bytes().all(|b| b.is_ascii_lowercase());
        if word.len() < SHORTEST_COMPOUND || !is_latin || self.whole.contains(word) {
            return Vec::new();
        }
        // best[end]: cost and beginning of the last part of the best way to take `word[..end]` apart.
        let mut best: Vec<Option<(usize, usize)>> = vec![None; word.len() + 1];
        if let Some(first) = best.first_mut() {
            *first = Some((0, 0));
        }
        for end in SHORTEST_PART..=word.len() {
            for start in 0..=end - SHORTEST_PART {
                let Some(&Some((cost, _))) = best.get(start) else { continue };
                let Some(part) = word.get(start..end) else { continue };
                if start == 0 && end == word.len() {
                    continue;
                }
                let Some(more) = self.cost(part, start == 0, end == word.len()) else { continue };
                let cheaper = best.get(end).copied().flatten().is_none_or(|(c, _)| cost + more < c);
                if cheaper && let Some(place) = best.get_mut(end) {
                    *place = Some((cost + more, start));
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = word.len();
        while end > 0 {
            let Some(&Some((_, start))) = best.get(end) else { return Vec::new() };
            let part = word.get(start..end).unwrap_or_default();
            parts.push(root(self.bare(part)).into_owned());
            end = start;
        }
        if self.ends_weakly(word, &best) {
            return Vec::new();
        }
        parts.reverse();
        parts
    }

    /// What a part costs; `None` when it is none.
    fn cost(&self, part: &str, is_first: bool, is_last: bool) -> Option<usize> {
        const PART: usize = 8;
        if is_last && (self.words.contains(part) || self.roots.contains(&*root(part))) {
            return Some(PART);
        }
        if !is_last && self.known(part).is_some() {
            return Some(PART);
        }
        let has_vowel = part.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let may_be_unknown = is_first && !is_last && part.len() >= SHORTEST_UNKNOWN && has_vowel;
        // Unknown letters cost more than any number of parts saves.
        may_be_unknown.then_some(PART * part.len() + PART)
    }

    /// A part without the letters that join it to the next, as the vocabulary has it.
    fn known<'a>(&self, part: &'a str) -> Option<&'a str> {
        JOINTS.iter().find_map(|joint| {
            let bare = part.strip_suffix(joint).filter(|bare| bare.len() >= SHORTEST_PART)?;
            // "Schul-" stands for "Schule".
            let known = self.words.contains(bare) || self.words.contains(&*format!("{bare}e"));
            known.then_some(bare)
        })
    }

    /// A part without its joint, whether known or not.
    fn bare<'a>(&self, part: &'a str) -> &'a str {
        if self.words.contains(part) {
            return part;
        }
        self.known(part).or_else(|| part.strip_suffix('s')).unwrap_or(part)
    }

    /// Behind an unknown beginning a short word is more likely an ending than a part: "ge-heim".
    fn ends_weakly(&self, word: &str, best: &[Option<(usize, usize)>]) -> bool {
        let mut end = word.len();
        let mut first_end = end;
        while end > 0 {
            let Some(&Some((_, start))) = best.get(end) else { return true };
            first_end = if start == 0 { end } else { first_end };
            end = start;
        }
        let first_is_known = word.get(..first_end).is_some_and(|part| self.known(part).is_some());
        !first_is_known && word.len() - first_end < SHORTEST_HEAD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compounds() -> Compounds {
        let words = "beratung schwangerschaft konflikt schulden schuldner pflege tag haus kranke jugend amt \
                     hilfe heim senioren schule sozialarbeit rat treff"
            .split_whitespace();
        Compounds::new(words.map(str::to_owned), ["volkertshausen".to_owned()])
    }

    fn split(word: &str) -> Vec<String> {
        compounds().split(word)
    }

    #[test]
    fn compounds_fall_into_the_roots_of_their_parts() {
        let roots = |words: &[&str]| words.iter().map(|w| root(w).into_owned()).collect::<Vec<_>>();
        assert_eq!(
            split("schwangerschaftskonfliktberatung"),
            roots(&["schwangerschaft", "konflikt", "beratung"])
        );
        assert_eq!(split("tagespflege"), roots(&["tag", "pflege"]));
        assert_eq!(split("jugendamt"), roots(&["jugend", "amt"]));
        assert_eq!(split("schulsozialarbeit"), roots(&["schul", "sozialarbeit"]));
        assert_eq!(split("schuldnerberatungen"), roots(&["schuldner", "beratung"]));
        // The beginning is not in the vocabulary.
        assert_eq!(split("eingliederungshilfe").last(), Some(&root("hilfe").into_owned()));
    }

    #[test]
    fn what_only_looks_like_a_compound_stays_whole() {
        for word in
            ["beratung", "geheim", "gesamt", "volkertshausen", "heirat", "monat", "rathaus1"]
        {
            assert_eq!(split(word), Vec::<String>::new(), "{word}");
        }
    }
}
