//! From a text to groups of words, each with everything it may mean.

use std::collections::BTreeSet;

use super::Vocabulary;
use super::places::PlaceRead;
use super::vocabulary::{PhraseHit, TermHits};
use crate::atlas::index::fold::{Token, tokens};
use crate::atlas::language::root::{keys, root};
use crate::atlas::language::stop::{Weightiness, weightiness};
use crate::atlas::language::typing::Near;
use crate::domain::{Ags, OrganizationId};

/// Longer texts are cut: nobody types them, and each word costs.
const LONGEST_TEXT: usize = 1_000;
/// So many words are looked at, fillers included.
const MOST_TOKENS: usize = 32;
/// So many words that say something are looked at.
const MOST_WORDS: usize = 12;
/// So many corrections of a mistyped word are tried.
const MOST_CORRECTIONS: usize = 8;
/// Up to this length a word that only begins others may as well be mistyped.
const SHORT: usize = 6;

/// What the texts of the entries know of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::atlas) enum TokenState {
    /// Nothing.
    Unknown,
    /// Some words begin with it.
    Beginning,
    /// It occurs, in some form or as part of a compound.
    Known,
}

/// The texts of the entries.
pub(in crate::atlas) trait Texts {
    /// What they know of a word.
    fn state(&self, ask: &Ask) -> TokenState;
    /// Calls `each` with every word in them that lies near, and its distance.
    fn near(&self, near: &Near, each: &mut dyn FnMut(&str, u8));
}

/// The forms of one word to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::atlas) struct Ask {
    /// Folded words and their roots; more than one where it was mistyped.
    pub(in crate::atlas) words: Vec<(String, String)>,
    /// Words that begin so are hits, too.
    pub(in crate::atlas) starts: Vec<String>,
    /// Compounds with parts of these roots are hits, too.
    pub(in crate::atlas) parts: Vec<String>,
}

impl Ask {
    fn new(words: &[String], is_last: bool) -> Self {
        let with_root: Vec<(String, String)> =
            words.iter().map(|word| (word.clone(), root(word).into_owned())).collect();
        let shortest = if is_last { 2 } else { 3 };
        Self {
            starts: words.iter().filter(|w| w.chars().count() >= shortest).cloned().collect(),
            parts: with_root
                .iter()
                .filter(|(word, _)| word.chars().count() >= 3)
                .map(|(_, root)| root.clone())
                .collect(),
            words: with_root,
        }
    }
}

/// What a group of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::atlas) enum Kind {
    /// One word.
    Word,
    /// Several that together stand for a term.
    Phrase,
    /// The name of a place.
    Place,
}

/// Words that belong together, with everything they may mean: any of it makes a hit.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::atlas) struct Group {
    pub(in crate::atlas) kind: Kind,
    /// As typed.
    pub(in crate::atlas) typed: String,
    /// It ranks, but need not occur.
    pub(in crate::atlas) is_weak: bool,
    /// In the texts of an entry all of these occur.
    pub(in crate::atlas) asks: Vec<Ask>,
    /// Or all of these: the parts of a compound that no text has.
    pub(in crate::atlas) parts: Vec<Ask>,
    /// Or the entry is under one of these terms.
    pub(in crate::atlas) terms: TermHits,
    /// Or it is run by one of these.
    pub(in crate::atlas) organizations: Vec<OrganizationId>,
    /// Or it is situated in one of these.
    pub(in crate::atlas) towns: Vec<Ags>,
    /// Or it is in this place.
    pub(in crate::atlas) place: Option<PlaceRead>,
    /// What was looked for instead of a mistyped word.
    pub(in crate::atlas) corrected: Vec<String>,
}

/// A text, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::atlas) struct Reading {
    pub(in crate::atlas) groups: Vec<Group>,
    /// Words that nothing is known of.
    pub(in crate::atlas) unknown: Vec<String>,
    /// There were only fillers, which were then looked for as they are.
    pub(in crate::atlas) only_fillers: bool,
    /// The text was too long to be read whole.
    pub(in crate::atlas) is_cut: bool,
}

/// A word of the text with what is known of it.
struct Typed {
    text: String,
    weight: Weightiness,
    is_last: bool,
    /// Itself, then what it may be instead.
    words: Vec<String>,
    is_known: bool,
}

/// Reads a text; `None` when there is no word in it.
pub(in crate::atlas) fn read(
    text: &str,
    vocabulary: &Vocabulary,
    texts: &impl Texts,
) -> Option<Reading> {
    let start = cut(text);
    let mut all: Vec<Token> = tokens(start);
    let mut reading = Reading {
        is_cut: start.len() < text.len() || all.len() > MOST_TOKENS,
        ..Reading::default()
    };
    all.truncate(MOST_TOKENS);
    let mut typed = weighed(start, all);
    if typed.is_empty() {
        return None;
    }
    if typed.iter().all(|word| word.weight == Weightiness::Stop) {
        reading.only_fillers = true;
        for word in &mut typed {
            word.weight = Weightiness::Full;
        }
    } else if typed.iter().all(|word| word.weight != Weightiness::Full) {
        for word in typed.iter_mut().filter(|word| word.weight == Weightiness::Weak) {
            word.weight = Weightiness::Full;
        }
    }
    let saying = typed.iter_mut().filter(|word| word.weight != Weightiness::Stop);
    for word in saying.take(MOST_WORDS) {
        word.correct(vocabulary, texts);
    }
    let mut is_used = vec![false; typed.len()];
    let places = places(&typed, &mut is_used, vocabulary);
    let phrases = phrases(&typed, &mut is_used, vocabulary);
    reading.groups.extend(phrases);
    let mut seen = BTreeSet::new();
    for (word, is_used) in typed.iter().zip(is_used) {
        if is_used || word.weight == Weightiness::Stop || !seen.insert(word.words.clone()) {
            continue;
        }
        if reading.groups.len() == MOST_WORDS {
            reading.is_cut = true;
            break;
        }
        match word.group(vocabulary, texts) {
            Some(group) => reading.groups.push(group),
            None => reading.unknown.push(word.text.clone()),
        }
    }
    if reading.groups.iter().all(|group| group.is_weak) {
        reading.groups.iter_mut().for_each(|group| group.is_weak = false);
    }
    reading.groups.extend(places);
    Some(reading)
}

/// The words that lie near a mistyped one, by distance; of the texts of the entries only if none begins with it.
fn nearby(
    near: &Near,
    vocabulary: &Vocabulary,
    texts: &impl Texts,
    is_beginning: bool,
) -> BTreeSet<(u8, String)> {
    let mut found = BTreeSet::new();
    let mut note = |word: &str, distance: u8| {
        found.insert((distance, word.to_owned()));
    };
    for list in vocabulary.lists() {
        list.near(near, |at, distance| {
            if let Some(word) = list.word(at) {
                note(&word.text, distance);
            }
        });
    }
    if !is_beginning {
        texts.near(near, &mut note);
    }
    found
}

/// The beginning of a long text, up to a character's end.
fn cut(text: &str) -> &str {
    let mut end = LONGEST_TEXT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn weighed(text: &str, tokens: Vec<Token>) -> Vec<Typed> {
    let last = tokens.len().saturating_sub(1);
    tokens
        .into_iter()
        .enumerate()
        .map(|(at, token)| Typed {
            text: text.get(token.range).unwrap_or_default().to_owned(),
            weight: weightiness(&token.word),
            is_last: at == last,
            words: vec![token.word],
            is_known: false,
        })
        .collect()
}

impl Typed {
    fn word(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Finds out whether the word is known, and what it may be instead if it is not.
    fn correct(&mut self, vocabulary: &Vocabulary, texts: &impl Texts) {
        let ask = Ask::new(&self.words, self.is_last);
        let state = texts.state(&ask);
        let named = !vocabulary.terms(self.word(), self.is_last).exact.is_empty()
            || vocabulary.in_phrase(self.word())
            || vocabulary.places.is_name(self.word());
        self.is_known = named || state == TokenState::Known;
        if self.is_known {
            return;
        }
        let is_beginning = state == TokenState::Beginning
            || !vocabulary.terms(self.word(), self.is_last).loose.is_empty()
            || !vocabulary.organizations(self.word()).is_empty()
            || !vocabulary.municipalities(self.word()).is_empty();
        self.is_known = is_beginning;
        if is_beginning && (self.is_last || self.word().chars().count() > SHORT) {
            return;
        }
        let found = Near::by_errors(self.word())
            .map(|near| nearby(&near, vocabulary, texts, is_beginning))
            .find(|found| !found.is_empty())
            .unwrap_or_default();
        let Some(best) = found.first().map(|(distance, _)| *distance) else { return };
        let first = self.word().chars().next();
        let mut nearest: Vec<String> =
            found.into_iter().take_while(|(d, _)| *d == best).map(|(_, word)| word).collect();
        // The first letter is seldom the wrong one.
        nearest.sort_by_key(|word| word.chars().next() != first);
        nearest.truncate(MOST_CORRECTIONS);
        self.words.extend(nearest);
    }

    /// Everything the word may mean; `None` when that is nothing.
    fn group(&self, vocabulary: &Vocabulary, texts: &impl Texts) -> Option<Group> {
        let ask = Ask::new(&self.words, self.is_last);
        let mut terms = TermHits::default();
        let (mut organizations, mut towns) = (Vec::new(), Vec::new());
        for word in &self.words {
            terms.extend(vocabulary.terms(word, self.is_last));
            organizations.extend(vocabulary.organizations(word));
            towns.extend(vocabulary.municipalities(word));
        }
        let is_in_texts = texts.state(&ask) != TokenState::Unknown;
        let roots = vocabulary.compounds.split(self.word());
        if terms.exact.is_empty() && !roots.is_empty() {
            let loose = vocabulary.terms_of_parts(&roots, !is_in_texts && terms.is_empty());
            terms.extend(TermHits { exact: Vec::new(), loose });
        }
        let parts = if self.is_known && is_in_texts { Vec::new() } else { parts(&roots, texts) };
        let is_something = !terms.is_empty()
            || !organizations.is_empty()
            || !towns.is_empty()
            || !parts.is_empty()
            || is_in_texts;
        is_something.then(|| Group {
            kind: Kind::Word,
            typed: self.text.clone(),
            is_weak: self.weight == Weightiness::Weak,
            asks: vec![ask],
            parts,
            terms,
            organizations,
            towns: vocabulary.town_keys(&towns),
            place: None,
            corrected: self.words.iter().skip(1).cloned().collect(),
        })
    }
}

/// The parts of a compound that no text has, if all of them occur somewhere.
fn parts(roots: &[String], texts: &impl Texts) -> Vec<Ask> {
    let ask = |root: &String| Ask {
        words: vec![(root.clone(), root.clone())],
        starts: vec![root.clone()],
        parts: vec![root.clone()],
    };
    let asks: Vec<Ask> = roots.iter().map(ask).collect();
    let all_occur = asks.iter().all(|ask| texts.state(ask) != TokenState::Unknown);
    if all_occur { asks } else { Vec::new() }
}

/// The names of places, as one group: any of them will do.
fn places(typed: &[Typed], is_used: &mut [bool], vocabulary: &Vocabulary) -> Option<Group> {
    let words: Vec<Vec<&str>> =
        typed.iter().map(|word| word.words.iter().map(String::as_str).collect()).collect();
    let mut group: Option<Group> = None;
    let mut at = 0;
    while at < typed.len() {
        let rest = words.get(at..).unwrap_or_default();
        let begins_with_filler = typed.get(at).is_none_or(|word| word.weight == Weightiness::Stop);
        let found = vocabulary.places.at(rest).filter(|_| !begins_with_filler);
        let Some((length, place)) = found else {
            at += 1;
            continue;
        };
        let span = typed.get(at..at + length).unwrap_or_default();
        let texts: Vec<&str> = span.iter().map(|word| word.text.as_str()).collect();
        is_used.iter_mut().skip(at).take(length).for_each(|used| *used = true);
        at += length;
        let asks = place.words.iter().map(|w| Ask::new(std::slice::from_ref(w), false)).collect();
        match &mut group {
            None => {
                group = Some(Group {
                    kind: Kind::Place,
                    typed: texts.join(" "),
                    is_weak: false,
                    asks,
                    parts: Vec::new(),
                    terms: TermHits::default(),
                    organizations: Vec::new(),
                    towns: place.municipalities.clone(),
                    place: Some(place),
                    corrected: Vec::new(),
                });
            }
            Some(group) => {
                group.towns.extend(&place.municipalities);
                group.typed = format!("{} {}", group.typed, texts.join(" "));
            }
        }
    }
    group
}

/// The phrases that stand for terms.
fn phrases(typed: &[Typed], is_used: &mut [bool], vocabulary: &Vocabulary) -> Vec<Group> {
    let keys_of = |(at, word): (usize, &Typed)| -> Vec<String> {
        if is_used.get(at).copied().unwrap_or_default() {
            return Vec::new();
        }
        word.words.iter().flat_map(|w| keys(w)).collect()
    };
    let tokens: Vec<Vec<String>> = typed.iter().enumerate().map(keys_of).collect();
    let mut groups = Vec::new();
    for PhraseHit { tokens, terms } in vocabulary.phrases(&tokens) {
        let words: Vec<&Typed> = tokens.iter().filter_map(|at| typed.get(*at)).collect();
        for at in &tokens {
            if let Some(used) = is_used.get_mut(*at) {
                *used = true;
            }
        }
        let saying = words.iter().filter(|word| word.weight != Weightiness::Stop);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        groups.push(Group {
            kind: Kind::Phrase,
            typed: texts.join(" "),
            is_weak: false,
            asks: saying.map(|word| Ask::new(&word.words, false)).collect(),
            parts: Vec::new(),
            terms: TermHits { exact: terms, loose: Vec::new() },
            organizations: Vec::new(),
            towns: Vec::new(),
            place: None,
            corrected: words.iter().flat_map(|w| w.words.iter().skip(1).cloned()).collect(),
        });
    }
    groups
}
