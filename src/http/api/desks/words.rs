//! Query words of the desks' resources, read strictly.

use crate::http::params::{Pair, decode_strict};
use crate::http::problem::{Problem, ProblemError};

/// The words of a request; every one must be taken before [`Words::finish`].
pub(super) struct Words {
    pairs: Vec<Pair>,
    faults: Vec<ProblemError>,
}

impl Words {
    /// Reads a query string.
    pub(super) fn new(query: &str) -> Self {
        let (pairs, faults) = decode_strict(query);
        Self { pairs, faults }
    }

    /// The value of a word as it was sent.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let at = self.pairs.iter().position(|(known, _)| known == name)?;
        Some(self.pairs.remove(at).1)
    }

    /// The value of a word, if it can be read.
    pub(super) fn read<T>(
        &mut self,
        name: &'static str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = parse(&text);
        if value.is_none() {
            let detail = format!("must be {expected}");
            self.faults.push(ProblemError::parameter(name, "unreadable", detail));
        }
        value
    }

    /// A word that is `true` or `false`; `false` without.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        self.read(name, "true or false", |text| text.parse().ok()).unwrap_or_default()
    }

    /// The values of a word, separated by commas.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        self.read(name, expected, |text| text.split(',').map(&parse).collect()).unwrap_or_default()
    }

    /// How many are wanted at most; more than `most` means `most`.
    pub(super) fn limit(&mut self, usual: u32, most: u32) -> u32 {
        let read = |text: &str| text.parse::<u32>().ok().filter(|limit| *limit > 0);
        self.read("limit", "a whole number above 0", read).unwrap_or(usual).min(most)
    }

    /// Fails if a word could not be read, or means nothing here.
    ///
    /// # Errors
    /// 400 with every word at fault.
    pub(super) fn finish(mut self) -> Result<(), Problem> {
        self.faults.extend(self.pairs.iter().map(|(name, _)| ProblemError::unknown(name)));
        if self.faults.is_empty() { Ok(()) } else { Err(Problem::invalid_query(self.faults)) }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn every_word_is_read_or_named() {
        let mut words = Words::new("draft=true&limit=900&kinds=a,b");
        assert!(words.flag("draft") && !words.flag("confirm"));
        assert_eq!(words.limit(50, 200), 200);
        assert_eq!(words.list("kinds", "words", |w| Some(w.to_owned())), ["a", "b"]);
        assert!(words.finish().is_ok());
        let mut words = Words::new("draft=1&limit=0&x=y");
        words.flag("draft");
        words.limit(50, 200);
        let problem = words.finish().unwrap_err();
        let names: Vec<_> = problem.errors.iter().map(|e| e.parameter.clone().unwrap()).collect();
        assert_eq!(names, ["draft", "limit", "x"]);
    }
}
