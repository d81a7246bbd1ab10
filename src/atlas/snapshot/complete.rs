//! Words to go on with while somebody types: only of our own index, never what others have typed.

use super::Snapshot;
use crate::atlas::index::fold::tokens;
use crate::atlas::index::{Value, Values};
use crate::atlas::language::stop::{Weightiness, weightiness};
use crate::atlas::language::typing::Near;
use crate::atlas::search::TermName;
use crate::atlas::{Moment, PageRequest, Query};

/// What a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// A category, by its label or one of its everyday words.
    Category,
    /// A place.
    Place,
    /// The name of an entry.
    Entry,
    /// An organization.
    Organization,
}

/// A text to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The text.
    pub text: String,
    /// What it is.
    pub kind: CompletionKind,
    /// The label of the category that an everyday word stands for.
    pub category: Option<String>,
}

/// How well a name goes on what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Begins,
    WordBegins,
    Near,
}

/// Fewer characters may become anything.
const SHORTEST: usize = 2;
/// Longer texts are cut, in characters.
const LONGEST: usize = 200;
/// Entries looked at for their names.
const ENTRIES: usize = 20;

impl Snapshot {
    /// What may be meant by a text that is being typed, best first, each once.
    ///
    /// Labels and everyday words of categories that have entries, places, names of entries and organizations. The
    /// last word may be unfinished or mistyped.
    #[must_use]
    pub fn complete(&self, typed: &str, moment: &Moment, limit: usize) -> Vec<Completion> {
        let end = typed.char_indices().nth(LONGEST).map_or(typed.len(), |(at, _)| at);
        let typed = typed.get(..end).unwrap_or_default();
        let words: Vec<String> = tokens(typed).into_iter().map(|token| token.word).collect();
        let folded = words.join(" ");
        if folded.chars().count() < SHORTEST {
            return Vec::new();
        }
        let mut found: Vec<(Fit, usize, Completion)> = Vec::new();
        self.suggest_terms(&folded, &mut found);
        self.suggest_places(typed, &words, &mut found);
        self.suggest_entries(typed, &folded, moment, &mut found);
        if found.is_empty() {
            self.suggest_near(&folded, &mut found);
        }
        found.sort_by(|a, b| (a.0, a.2.kind, a.1, &a.2.text).cmp(&(b.0, b.2.kind, b.1, &b.2.text)));
        let mut kept: Vec<Completion> = Vec::new();
        for (_, _, suggestion) in found {
            let lower = suggestion.text.to_lowercase();
            if kept.len() < limit && kept.iter().all(|k| k.text.to_lowercase() != lower) {
                kept.push(suggestion);
            }
        }
        kept
    }

    /// Labels and everyday words of terms that have entries, with the label where it is another.
    fn term_names(&self) -> impl Iterator<Item = (&TermName, Option<&str>)> {
        let terms = self.reference().taxonomy.terms();
        let living: Vec<bool> =
            (0..).zip(terms).map(|(number, _)| self.has_living(&Value::Category(number))).collect();
        let names = self.shared.lookup.vocabulary.names.iter();
        names.filter_map(move |name| {
            let at = usize::from(name.term);
            let term = terms.get(at).filter(|_| living.get(at) == Some(&true))?;
            Some((name, (!name.is_label).then_some(&*term.label)))
        })
    }

    fn suggest_terms(&self, folded: &str, found: &mut Vec<(Fit, usize, Completion)>) {
        for (name, label) in self.term_names() {
            // Everyday words are shown where they begin so, labels also where a word of them does.
            let fit = fit(&name.folded, folded);
            if let Some(fit) = fit.filter(|fit| label.is_none() || *fit == Fit::Begins) {
                let term = suggestion(&name.text, CompletionKind::Category, label);
                found.push((fit, name.folded.len(), term));
            }
        }
    }

    /// Places that go on the last word; the words before stay.
    fn suggest_places(
        &self,
        typed: &str,
        words: &[String],
        found: &mut Vec<(Fit, usize, Completion)>,
    ) {
        let Some(last) = words.last().filter(|word| word.chars().count() >= SHORTEST) else {
            return;
        };
        let before = tokens(typed).last().and_then(|token| typed.get(..token.range.start));
        let names = self.reference().municipalities.iter().map(|area| &area.municipality.name);
        for name in names {
            let folded = fold_all(name);
            if folded.starts_with(&**last) && folded != *last {
                let text = format!("{}{name}", before.unwrap_or_default());
                let place = suggestion(text.trim(), CompletionKind::Place, None);
                found.push((Fit::Begins, folded.len(), place));
            }
        }
    }

    fn suggest_entries(
        &self,
        typed: &str,
        folded: &str,
        moment: &Moment,
        found: &mut Vec<(Fit, usize, Completion)>,
    ) {
        let says_something =
            tokens(typed).iter().any(|t| weightiness(&t.word) != Weightiness::Stop);
        if folded.chars().count() < SHORTEST + 1 || !says_something {
            return;
        }
        let query = Query { q: Some(typed.to_owned()), ..Query::default() };
        let page = PageRequest { limit: ENTRIES, after: None };
        for hit in self.search(&query, moment, &page).hits {
            let Some(view) = self.view(hit.site, moment) else { continue };
            let name = &view.listing.name;
            if let Some(fit) = fit(&fold_all(name), folded) {
                found.push((fit, name.len(), suggestion(name, CompletionKind::Entry, None)));
            }
            let organization = view.listing.organization_id;
            let body = organization.and_then(|id| self.reference().organizations.get(&id));
            if let Some(body) = body
                && let Some(fit) = fit(&fold_all(&body.name), folded)
            {
                let body = suggestion(&body.name, CompletionKind::Organization, None);
                found.push((fit, name.len(), body));
            }
        }
    }

    /// Where nothing begins so: words that are spelled nearly so.
    fn suggest_near(&self, folded: &str, found: &mut Vec<(Fit, usize, Completion)>) {
        let Some(near) = Near::beginning(folded) else { return };
        for (name, label) in self.term_names() {
            if let Some(distance) = near.distance(&name.folded) {
                let near = suggestion(&name.text, CompletionKind::Category, label);
                found.push((Fit::Near, usize::from(distance), near));
            }
        }
    }

    fn has_living(&self, value: &Value) -> bool {
        let lives = |values: &Values| {
            values.get(value).is_some_and(|docs| !docs.is_subset(self.delta.dead()))
        };
        let in_delta = || {
            let mut sites = self.delta.docs().iter().filter_map(|doc| self.delta.site(doc));
            sites.any(|(_, site)| site.values.binary_search(value).is_ok())
        };
        lives(&self.base.values) || in_delta()
    }
}

fn suggestion(text: &str, kind: CompletionKind, category: Option<&str>) -> Completion {
    Completion { text: text.to_owned(), kind, category: category.map(str::to_owned) }
}

fn fold_all(text: &str) -> String {
    tokens(text).into_iter().map(|token| token.word).collect::<Vec<_>>().join(" ")
}

fn fit(name: &str, folded: &str) -> Option<Fit> {
    if name.starts_with(folded) {
        Some(Fit::Begins)
    } else {
        let mut at = name.match_indices(folded).map(|(at, _)| at);
        at.any(|at| name.as_bytes().get(at.wrapping_sub(1)) == Some(&b' '))
            .then_some(Fit::WordBegins)
    }
}
