//! Whether a guided way leads everybody somewhere.

use std::collections::BTreeSet;

use super::{Guide, MOST_QUESTIONS, Stop};
use crate::domain::{Facet, FieldErrors, Taxonomy, TermCode};

/// Longest key: it stands in addresses.
const LONGEST_KEY: usize = 40;
/// Longest free text of a search: what the search itself takes.
const LONGEST_TEXT: usize = 200;

impl Guide {
    /// Checks the whole: codes and numbers that exist, no dead ends, no circles, nothing that nobody can reach, a source
    /// for every advice. `numbers` are the ids of the county's crisis numbers.
    ///
    /// # Errors
    /// Every fault, each with the spot in the file ("question.eltern-wann").
    pub fn check(&self, taxonomy: &Taxonomy, numbers: &BTreeSet<&str>) -> Result<(), FieldErrors> {
        let mut checked = Checked { guide: self, taxonomy, faults: FieldErrors::default() };
        checked.keys();
        checked.situations();
        checked.questions(numbers);
        checked.results(numbers);
        checked.advice();
        checked.ways();
        checked.faults.into_result(())
    }
}

struct Checked<'a> {
    guide: &'a Guide,
    taxonomy: &'a Taxonomy,
    faults: FieldErrors,
}

impl Checked<'_> {
    fn check(&mut self, holds: bool, spot: &str, code: &str, detail: &str) {
        self.faults.check(holds, spot, code, detail);
    }

    fn text(&mut self, text: &str, spot: &str) {
        self.check(!text.trim().is_empty(), spot, "required", "needs a text");
    }

    fn topic(&mut self, code: &TermCode, spot: &str) {
        self.code(code, Facet::Topic, "unknown_category", spot);
    }

    fn code(&mut self, code: &TermCode, facet: Facet, fault: &str, spot: &str) {
        let known = self.taxonomy.find(code.as_str()).is_some_and(|term| term.facet == facet);
        let detail = format!("{} is no {} of taxonomy.toml", code.as_str(), facet.as_str());
        self.check(known, spot, fault, &detail);
    }

    /// Keys that can stand in an address, each once.
    fn keys(&mut self) {
        let guide = self.guide;
        let stops = guide.questions.iter().map(|q| ("question", &q.key));
        let stops = stops.chain(guide.results.iter().map(|r| ("result", &r.key)));
        self.each_once(guide.situations.iter().map(|s| ("situation", &s.key)));
        self.each_once(stops);
        self.each_once(guide.advice.iter().map(|a| ("advice", &a.key)));
        for question in &guide.questions {
            let kind = format!("question.{}.answer", question.key);
            self.each_once(question.answer.iter().map(|a| (kind.as_str(), &a.key)));
        }
    }

    fn each_once<'k>(&mut self, keys: impl Iterator<Item = (&'k str, &'k String)>) {
        let mut seen = BTreeSet::new();
        for (kind, key) in keys {
            let spot = format!("{kind}.{key}");
            let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
            let sound = !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(plain);
            let detail = "a key has small letters, digits and hyphens only, at most 40";
            self.check(sound, &spot, "not_a_key", detail);
            self.check(seen.insert(key), &spot, "duplicate", "the key stands twice");
        }
    }

    fn situations(&mut self) {
        let guide = self.guide;
        for situation in &guide.situations {
            let spot = format!("situation.{}", situation.key);
            self.text(&situation.label, &spot);
            self.topic(&situation.theme, &spot);
            self.leads_on(&situation.to, &spot);
        }
    }

    fn questions(&mut self, numbers: &BTreeSet<&str>) {
        let guide = self.guide;
        for question in &guide.questions {
            let spot = format!("question.{}", question.key);
            self.text(&question.text, &spot);
            let choice = question.answer.len() >= 2;
            self.check(choice, &spot, "no_choice", "a question has at least two answers");
            self.numbers(&question.numbers, numbers, &spot);
            for answer in &question.answer {
                let spot = format!("{spot}.answer.{}", answer.key);
                self.text(&answer.label, &spot);
                self.leads_on(&answer.to, &spot);
            }
        }
    }

    fn leads_on(&mut self, to: &str, spot: &str) {
        let detail = format!("leads to '{to}', which is neither a question nor a result");
        self.check(self.guide.stop(to).is_some(), spot, "unknown_target", &detail);
    }

    fn numbers(&mut self, named: &[String], known: &BTreeSet<&str>, spot: &str) {
        for number in named {
            let detail = format!("crisis_numbers.csv has no number {number}");
            self.check(known.contains(number.as_str()), spot, "unknown_number", &detail);
        }
    }

    fn results(&mut self, numbers: &BTreeSet<&str>) {
        let guide = self.guide;
        for result in &guide.results {
            let spot = format!("result.{}", result.key);
            self.text(&result.title, &spot);
            let leads = !result.search.is_empty();
            self.check(leads, &spot, "dead_end", "a result looks for at least one thing");
            self.numbers(&result.numbers, numbers, &spot);
            for key in &result.advice {
                let known = guide.advice.iter().any(|advice| advice.key == *key);
                let detail = format!("there is no advice {key}");
                self.check(known, &spot, "unknown_advice", &detail);
            }
            for search in &result.search {
                let words = search.q.as_deref().map_or(0, |q| q.trim().chars().count());
                let asks = !search.category.is_empty() || !search.target_group.is_empty();
                let detail = "a search names a category, a target group or a text";
                self.check(asks || words > 0, &spot, "empty_search", detail);
                let detail = "a text has at most 200 characters";
                self.check(words <= LONGEST_TEXT, &spot, "too_long", detail);
                search.category.iter().for_each(|code| self.topic(code, &spot));
                for code in &search.target_group {
                    self.code(code, Facet::TargetGroup, "unknown_target_group", &spot);
                }
            }
        }
    }

    fn advice(&mut self) {
        let guide = self.guide;
        for advice in &guide.advice {
            let spot = format!("advice.{}", advice.key);
            self.text(&advice.text, &spot);
            let sourced = !advice.source.trim().is_empty();
            self.check(sourced, &spot, "no_source", "an advice names its source");
            let used = guide.results.iter().any(|result| result.advice.contains(&advice.key));
            self.check(used, &spot, "unused", "no result has this advice");
        }
    }

    /// Goes every way there is, to find circles, ways that are too long, and what no way comes by.
    fn ways(&mut self) {
        let guide = self.guide;
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut open: Vec<Vec<&str>> =
            guide.situations.iter().map(|situation| vec![situation.to.as_str()]).collect();
        while let Some(way) = open.pop() {
            let Some((last, before)) = way.split_last() else { continue };
            reached.insert(last);
            let Some(Stop::Question(question)) = guide.stop(last) else { continue };
            let fault = if before.contains(last) {
                Some(("loop", "leads back to itself"))
            } else if way.len() > MOST_QUESTIONS {
                Some(("too_deep", "would be the fourth question; nobody is asked more than three"))
            } else {
                None
            };
            match fault {
                Some((code, detail)) => {
                    if told.insert((last, code)) {
                        self.check(false, &format!("question.{last}"), code, detail);
                    }
                }
                None => open.extend(question.answer.iter().map(|answer| {
                    let mut longer = way.clone();
                    longer.push(&answer.to);
                    longer
                })),
            }
        }
        let questions = guide.questions.iter().map(|q| ("question", &q.key));
        for (kind, key) in questions.chain(guide.results.iter().map(|r| ("result", &r.key))) {
            let spot = format!("{kind}.{key}");
            self.check(reached.contains(key.as_str()), &spot, "unreachable", "no way leads here");
        }
    }
}
