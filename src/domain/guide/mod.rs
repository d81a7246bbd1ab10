//! The guided way (Wegweiser): a few questions by life situation that lead to offers.
//!
//! It is a small graph: a situation leads to a question or a result, a question's answers lead on alike. Nothing is
//! kept of anybody's answers: where somebody stands is told by the answers in the address alone.

mod check;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::TermCode;

/// Most questions that anybody is asked.
pub const MOST_QUESTIONS: usize = 3;

/// The guided way of a county; empty where it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Guide {
    /// The day on which its texts were written.
    pub as_of: Option<NaiveDate>,
    /// Who has checked them and when, in words; empty = nobody yet.
    pub reviewed: String,
    /// Life situations, in the order in which they are shown.
    pub situations: Vec<Situation>,
    /// Questions, found by key.
    pub questions: Vec<Question>,
    /// Results, found by key; questions and results share one set of keys.
    pub results: Vec<Outcome>,
    /// Advice, found by key.
    pub advice: Vec<Advice>,
}

/// A life situation: where the guided way begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Its part of the address.
    pub key: String,
    /// The topic whose mark it wears.
    pub theme: TermCode,
    /// What somebody would say ("Ich verliere meine Wohnung").
    pub label: String,
    /// What else it covers; may be empty.
    #[serde(default)]
    pub hint: String,
    /// Key of the first question, or of a result.
    pub to: String,
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Names the question.
    pub key: String,
    /// The question.
    pub text: String,
    /// What to know before answering; may be empty.
    #[serde(default)]
    pub hint: String,
    /// Ids of the crisis numbers to call at once, before anything is answered.
    #[serde(default)]
    pub numbers: Vec<String>,
    /// The answers, in the order in which they are shown.
    pub answer: Vec<Answer>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Its part of the address; unique in its question.
    pub key: String,
    /// The answer.
    pub label: String,
    /// Key of the next question, or of a result.
    pub to: String,
}

/// What the answers lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Names the result.
    pub key: String,
    /// What it is about.
    pub title: String,
    /// Ids of the crisis numbers that come first.
    #[serde(default)]
    pub numbers: Vec<String>,
    /// What is looked for, each a list of its own.
    pub search: Vec<GuideSearch>,
    /// Keys of the advice beside it.
    #[serde(default)]
    pub advice: Vec<String>,
}

/// A search in the words of the site's own: different words = all of them, several values = any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideSearch {
    /// Topic codes.
    #[serde(default)]
    pub category: Vec<TermCode>,
    /// Target group codes.
    #[serde(default)]
    pub target_group: Vec<TermCode>,
    /// Free text.
    #[serde(default)]
    pub q: Option<String>,
}

/// What an advice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// Who pays.
    Pays,
    /// What to bring.
    Bring,
    /// What follows.
    Next,
    /// Which other offices may be needed.
    Office,
}

impl AdviceKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Pays, Self::Bring, Self::Next, Self::Office];
}

/// A sentence or two of general advice with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Names the advice.
    pub key: String,
    /// What it is about.
    pub kind: AdviceKind,
    /// The advice.
    pub text: String,
    /// Paragraph and law, or what else it rests on.
    pub source: String,
}

/// Where some answers have led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk<'a> {
    /// Where it began.
    pub situation: &'a Situation,
    /// The questions answered so far, each with the answer given.
    pub answered: Vec<(&'a Question, &'a Answer)>,
    /// What comes now.
    pub at: Stop<'a>,
}

/// What comes after some answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop<'a> {
    /// Another question.
    Question(&'a Question),
    /// The end.
    Outcome(&'a Outcome),
}

impl Guide {
    /// Whether the county has no guided way.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.situations.is_empty()
    }

    /// Where a situation and the keys of answers lead; `None` where they lead nowhere.
    #[must_use]
    pub fn walk<'k>(
        &self,
        situation: &str,
        answers: impl IntoIterator<Item = &'k str>,
    ) -> Option<Walk<'_>> {
        let situation = self.situations.iter().find(|s| s.key == situation)?;
        let mut walk = Walk { situation, answered: Vec::new(), at: self.stop(&situation.to)? };
        for key in answers {
            let Stop::Question(question) = walk.at else { return None };
            // The check allows no more; this only keeps an unchecked guide from turning in a circle.
            if walk.answered.len() == MOST_QUESTIONS {
                return None;
            }
            let answer = question.answer.iter().find(|answer| answer.key == key)?;
            walk.answered.push((question, answer));
            walk.at = self.stop(&answer.to)?;
        }
        Some(walk)
    }

    /// The advice of a result of one kind, in its order.
    pub fn advice_of<'a>(
        &'a self,
        outcome: &'a Outcome,
        kind: AdviceKind,
    ) -> impl Iterator<Item = &'a Advice> {
        let named =
            outcome.advice.iter().filter_map(|key| self.advice.iter().find(|a| a.key == *key));
        named.filter(move |advice| advice.kind == kind)
    }

    /// Every end that answers can lead to, each with the address of its answers: situation, then answers.
    #[must_use]
    pub fn ends(&self) -> Vec<(Vec<&str>, &Outcome)> {
        let mut ends = Vec::new();
        let mut open: Vec<Vec<&str>> =
            self.situations.iter().map(|s| vec![s.key.as_str()]).collect();
        while let Some(path) = open.pop() {
            let Some((first, rest)) = path.split_first() else { continue };
            match self.walk(first, rest.iter().copied()).map(|walk| walk.at) {
                Some(Stop::Outcome(outcome)) => ends.push((path, outcome)),
                Some(Stop::Question(question)) => {
                    open.extend(question.answer.iter().map(|answer| {
                        let mut longer = path.clone();
                        longer.push(&answer.key);
                        longer
                    }));
                }
                None => {}
            }
        }
        ends
    }

    /// The question or result of a key.
    fn stop(&self, key: &str) -> Option<Stop<'_>> {
        let question = self.questions.iter().find(|q| q.key == key).map(Stop::Question);
        question.or_else(|| self.results.iter().find(|r| r.key == key).map(Stop::Outcome))
    }
}
