//! The words by which terms, organizations and municipalities are found.

use std::collections::{BTreeSet, HashMap};

use roaring::RoaringBitmap;

use super::places::PlaceNames;
use crate::atlas::Reference;
use crate::atlas::index::fold::tokens;
use crate::atlas::index::text::{ByField, Field, TextBuilder, TextIndex};
use crate::atlas::language::compound::Compounds;
use crate::atlas::language::root::{key, keys, root};
use crate::atlas::language::stop::{Weightiness, weightiness};
use crate::domain::{Ags, Facet, OrganizationId, Synonym, TermCode};

/// Numbers of terms that words lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::atlas) struct TermHits {
    /// The word is one of the term's own.
    pub(in crate::atlas) exact: Vec<u16>,
    /// The word begins, or is part of, one of the term's own.
    pub(in crate::atlas) loose: Vec<u16>,
}

impl TermHits {
    /// Whether there are none.
    pub(in crate::atlas) fn is_empty(&self) -> bool {
        self.exact.is_empty() && self.loose.is_empty()
    }

    /// Takes in more.
    pub(in crate::atlas) fn extend(&mut self, more: Self) {
        self.exact.extend(more.exact);
        self.loose.extend(more.loose);
        for list in [&mut self.exact, &mut self.loose] {
            list.sort_unstable();
            list.dedup();
        }
        self.loose.retain(|number| self.exact.binary_search(number).is_err());
    }
}

/// A label or everyday word of a topic.
#[derive(Debug)]
pub(in crate::atlas) struct TermName {
    /// Its folded words.
    pub(in crate::atlas) folded: String,
    /// As written.
    pub(in crate::atlas) text: String,
    /// The number of the term.
    pub(in crate::atlas) term: u16,
    /// Whether it is the label.
    pub(in crate::atlas) is_label: bool,
}

/// Several words that together stand for a term.
#[derive(Debug)]
struct Phrase {
    term: u16,
    keys: Vec<String>,
}

/// A phrase found in a text: the places of its words there, and the terms it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PhraseHit {
    /// Places of tokens, ascending.
    pub(super) tokens: Vec<usize>,
    /// Terms.
    pub(super) terms: Vec<u16>,
}

/// Everything that can be looked up in names, prepared.
#[derive(Debug)]
pub(in crate::atlas) struct Vocabulary {
    /// Takes compounds apart.
    pub(in crate::atlas) compounds: Compounds,
    /// Words of labels and single-word synonyms; documents are term numbers.
    terms: TextIndex,
    /// The term above each, if there is one.
    parents: Vec<Option<u16>>,
    /// Labels and everyday words of topics, folded.
    pub(in crate::atlas) names: Vec<TermName>,
    /// Single-word synonyms of other languages by key.
    foreign: HashMap<String, Vec<u16>>,
    phrases: Vec<Phrase>,
    phrases_by_key: HashMap<String, Vec<u32>>,
    /// Words of phrases, so that typing errors in them are seen.
    phrase_words: TextIndex,
    /// Organizations in the order of their ids.
    pub(in crate::atlas) organizations: Vec<OrganizationId>,
    organization_words: TextIndex,
    municipality_words: TextIndex,
    municipality_keys: Vec<Ags>,
    /// Names of places.
    pub(super) places: PlaceNames,
}

impl Vocabulary {
    /// Prepares the names of the references.
    pub(in crate::atlas) fn new(reference: &Reference) -> Self {
        let places = PlaceNames::new(reference);
        let compounds = compounds(reference, &places);
        let mut organizations: Vec<OrganizationId> =
            reference.organizations.keys().copied().collect();
        organizations.sort_unstable();
        let mut bodies = TextBuilder::default();
        for (number, organization) in
            (0..).zip(organizations.iter().filter_map(|id| reference.organizations.get(id)))
        {
            for text in std::iter::once(&organization.name).chain(&organization.short_name) {
                bodies.add(number, Field::Organization, text);
            }
        }
        let mut towns = TextBuilder::default();
        for (number, area) in (0..).zip(&reference.municipalities) {
            towns.add(number, Field::Place, &area.municipality.name);
        }
        let mut vocabulary = Self {
            organization_words: TextIndex::new(vec![bodies], &compounds),
            municipality_words: TextIndex::new(vec![towns], &compounds),
            municipality_keys: reference
                .municipalities
                .iter()
                .map(|m| m.municipality.ags)
                .collect(),
            compounds,
            terms: TextIndex::default(),
            parents: Vec::new(),
            names: Vec::new(),
            foreign: HashMap::new(),
            phrases: Vec::new(),
            phrases_by_key: HashMap::new(),
            phrase_words: TextIndex::default(),
            organizations,
            places,
        };
        vocabulary.add_terms(reference);
        vocabulary
    }

    fn add_terms(&mut self, reference: &Reference) {
        let (mut words, mut phrase_words) = (TextBuilder::default(), TextBuilder::default());
        for (number, term) in (0..u16::MAX).zip(reference.taxonomy.terms()) {
            if !matches!(term.facet, Facet::Topic | Facet::TargetGroup) {
                continue;
            }
            if term.facet == Facet::Topic {
                let texts = std::iter::once(&term.label);
                let texts = texts.chain(term.synonyms.iter().map(|synonym| &synonym.text));
                self.names.extend(texts.enumerate().map(|(at, text)| TermName {
                    folded: folded(text).join(" "),
                    text: text.clone(),
                    term: number,
                    is_label: at == 0,
                }));
            }
            let label = folded(&term.label);
            let is_one_word = label.len() == 1;
            for word in label {
                if is_one_word || weightiness(&word) == Weightiness::Full {
                    words.add_word(number.into(), Field::Name, &word);
                }
            }
            for synonym in &term.synonyms {
                let all = folded(&synonym.text);
                if let [word] = &*all {
                    words.add_word(number.into(), Field::Description, word);
                    let key = key(&synonym.language, word);
                    let known = self.foreign.entry(key).or_default();
                    known.push(number);
                } else {
                    self.add_phrase(number, synonym, &all, &mut phrase_words);
                }
            }
        }
        let number = |code: &TermCode| {
            let at = reference.taxonomy.terms().iter().position(|term| term.code == *code)?;
            u16::try_from(at).ok()
        };
        let terms = reference.taxonomy.terms().iter();
        self.parents = terms.map(|term| term.parent.as_ref().and_then(number)).collect();
        self.terms = TextIndex::new(vec![words], &self.compounds);
        self.phrase_words = TextIndex::new(vec![phrase_words], &self.compounds);
    }

    /// Adds a phrase: its words without fillers, if two of them say something.
    fn add_phrase(
        &mut self,
        term: u16,
        synonym: &Synonym,
        all: &[String],
        phrase_words: &mut TextBuilder,
    ) {
        let saying: Vec<&String> =
            all.iter().filter(|word| weightiness(word) != Weightiness::Stop).collect();
        let words = if saying.len() >= 2 { saying } else { all.iter().collect() };
        let number = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
        let mut keys: Vec<String> = words.iter().map(|w| key(&synonym.language, w)).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in &keys {
            self.phrases_by_key.entry(key.clone()).or_default().push(number);
        }
        for word in words {
            phrase_words.add_word(number, Field::Name, word);
        }
        self.phrases.push(Phrase { term, keys });
    }

    /// The terms a word stands for.
    pub(super) fn terms(&self, word: &str, is_last: bool) -> TermHits {
        let exact = numbers(&self.terms.docs(&self.terms.same(word, &root(word))));
        let mut hits = TermHits { exact, ..TermHits::default() };
        for key in keys(word) {
            hits.exact.extend(self.foreign.get(&key).into_iter().flatten());
        }
        let length = word.chars().count();
        if length >= 4 || is_last && length >= 3 {
            hits.loose = numbers(&self.terms.beginning_with(word));
        }
        if length >= 3 {
            hits.loose.extend(numbers(&self.terms.with_part(&root(word))));
        }
        let mut sorted = TermHits::default();
        sorted.extend(hits);
        self.keep_narrow(&mut sorted);
        sorted
    }

    /// Leaves out a theme where the word means something below it.
    fn keep_narrow(&self, hits: &mut TermHits) {
        let parent = |number: &u16| self.parents.get(usize::from(*number)).copied().flatten();
        let above: Vec<u16> = hits.exact.iter().filter_map(parent).collect();
        hits.exact.retain(|number| !above.contains(number));
        hits.loose.retain(|number| !above.contains(number));
    }

    /// The terms that the parts of a compound stand for together; where there are none, `any` of them.
    pub(super) fn terms_of_parts(&self, roots: &[String], any: bool) -> Vec<u16> {
        let each: Vec<TermHits> = roots.iter().map(|root| self.terms(root, false)).collect();
        let all = each
            .iter()
            .map(|hits| hits.exact.iter().chain(&hits.loose).copied().collect::<BTreeSet<u16>>())
            .reduce(|all, hits| &all & &hits)
            .unwrap_or_default();
        if !all.is_empty() || !any {
            return all.into_iter().collect();
        }
        each.into_iter().flat_map(|hits| hits.exact).collect()
    }

    /// The organizations in whose names the word, or one that begins so, stands.
    pub(super) fn organizations(&self, word: &str) -> Vec<OrganizationId> {
        let all = named(&self.organization_words, word);
        all.iter().filter_map(|at| self.organizations.get(at as usize).copied()).collect()
    }

    /// Places, in the references, of municipalities in whose names the word, or one that begins so, stands.
    pub(super) fn municipalities(&self, word: &str) -> Vec<usize> {
        named(&self.municipality_words, word).iter().map(|at| at as usize).collect()
    }

    /// The keys of municipalities by their places in the references.
    pub(super) fn town_keys(&self, at: &[usize]) -> Vec<Ags> {
        at.iter().filter_map(|at| self.municipality_keys.get(*at).copied()).collect()
    }

    /// Whether a phrase has this word.
    pub(super) fn in_phrase(&self, word: &str) -> bool {
        keys(word).iter().any(|key| self.phrases_by_key.contains_key(key))
    }

    /// The lists of words in which a mistyped one may be found.
    pub(super) fn lists(&self) -> [&TextIndex; 5] {
        [
            &self.terms,
            &self.phrase_words,
            &self.organization_words,
            &self.municipality_words,
            self.places.words(),
        ]
    }

    /// The phrases all of whose words stand among the tokens; of those that share tokens the longest.
    ///
    /// Each token comes as the keys it may have.
    pub(super) fn phrases(&self, tokens: &[Vec<String>]) -> Vec<PhraseHit> {
        let mut found: HashMap<u32, Vec<(usize, &str)>> = HashMap::new();
        for (at, keys) in tokens.iter().enumerate() {
            for key in keys {
                for number in self.phrases_by_key.get(key).into_iter().flatten() {
                    found.entry(*number).or_default().push((at, key));
                }
            }
        }
        let mut hits: Vec<PhraseHit> = found
            .into_iter()
            .filter_map(|(number, places)| {
                let phrase = self.phrases.get(number as usize)?;
                let is_there = |key: &String| places.iter().any(|(_, k)| k == key);
                if !phrase.keys.iter().all(is_there) {
                    return None;
                }
                let mut tokens: Vec<usize> = places.iter().map(|(at, _)| *at).collect();
                tokens.sort_unstable();
                tokens.dedup();
                Some(PhraseHit { tokens, terms: vec![phrase.term] })
            })
            .collect();
        hits.sort_by(|a, b| {
            (b.tokens.len(), &a.tokens, &a.terms).cmp(&(a.tokens.len(), &b.tokens, &b.terms))
        });
        let mut kept: Vec<PhraseHit> = Vec::new();
        for hit in hits {
            if let Some(same) = kept.iter_mut().find(|k| k.tokens == hit.tokens) {
                same.terms.extend(hit.terms);
                same.terms.sort_unstable();
                same.terms.dedup();
            } else if kept.iter().all(|k| hit.tokens.iter().all(|at| !k.tokens.contains(at))) {
                kept.push(hit);
            }
        }
        kept
    }
}

/// The vocabulary of compounds: the German words of the classification; names of places are no compounds.
fn compounds(reference: &Reference, places: &PlaceNames) -> Compounds {
    let mut words: Vec<String> = Vec::new();
    for term in reference.taxonomy.terms() {
        let own = term.synonyms.iter().filter(|synonym| synonym.language == "de");
        let texts = std::iter::once(&term.label).chain(own.map(|synonym| &synonym.text));
        words.extend(texts.flat_map(|text| folded(text)));
    }
    words.retain(|word| weightiness(word) != Weightiness::Stop);
    Compounds::new(words, places.all_words())
}

fn folded(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word).collect()
}

fn all_docs(fields: &ByField) -> RoaringBitmap {
    fields.iter().fold(RoaringBitmap::new(), |all, docs| all | docs)
}

fn numbers(fields: &ByField) -> Vec<u16> {
    all_docs(fields).iter().filter_map(|number| u16::try_from(number).ok()).collect()
}

/// The things in whose names the word stands, or one that begins so or has it as a part.
fn named(index: &TextIndex, word: &str) -> RoaringBitmap {
    let root = root(word);
    let mut all = all_docs(&index.docs(&index.same(word, &root)));
    if word.chars().count() >= 3 {
        all |= all_docs(&index.beginning_with(word));
    }
    all | all_docs(&index.with_part(&root))
}
