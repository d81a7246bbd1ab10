//! Typing errors: words that lie a few wrong letters from another.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};

/// Automata for one and two errors; exchanging two neighbours is one error (Damerau 1964).
///
/// Construction after Schulz & Mihov 2002, "Fast string correction with Levenshtein automata".
static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> = LazyLock::new(|| {
    [LevenshteinAutomatonBuilder::new(1, true), LevenshteinAutomatonBuilder::new(2, true)]
});

/// How many errors a word of this length may have, in characters: short words are soon another word.
pub(in crate::atlas) fn most_errors(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Finds in sorted lists the words that lie near one.
pub(in crate::atlas) struct Near {
    automaton: DFA,
}

impl Near {
    /// Finders of words at most one error away, then two, as far as a word of this length may have them.
    ///
    /// Whoever wants only the nearest stops at the first that finds something: most mistyped words have one error,
    /// and an automaton for two costs several times one for one.
    pub(in crate::atlas) fn by_errors(word: &str) -> impl Iterator<Item = Self> {
        let builders = BUILDERS.iter().take(most_errors(word).into());
        builders.map(move |builder| Self { automaton: builder.build_dfa(word) })
    }

    /// A finder of words that begin nearly so.
    pub(in crate::atlas) fn beginning(start: &str) -> Option<Self> {
        let most = most_errors(start);
        let builder = BUILDERS.get(usize::from(most).checked_sub(1)?)?;
        Some(Self { automaton: builder.build_prefix_dfa(start) })
    }

    /// The distance of a word; `None` when it does not lie near.
    pub(in crate::atlas) fn distance(&self, word: &str) -> Option<u8> {
        let mut found = None;
        self.find(
            &Shared::of(std::iter::once(word)),
            |_| word,
            |_, distance| found = Some(distance),
        );
        found
    }

    /// Calls `each` with the place and distance of every word of a sorted list that lies near.
    ///
    /// States are kept for each letter, so that what words have in common at their beginning is walked once; where
    /// the automaton gives up, all words with that beginning are leapt over without looking at them.
    pub(in crate::atlas) fn find<'a>(
        &self,
        shared: &Shared,
        word_at: impl Fn(usize) -> &'a str,
        mut each: impl FnMut(usize, u8),
    ) {
        let mut states = vec![self.automaton.initial_state()];
        let mut at = 0;
        while let Some(common) = shared.0.get(at) {
            states.truncate(usize::from(*common) + 1);
            let word = word_at(at).as_bytes();
            let mut dead_after = None;
            for (depth, &byte) in word.iter().enumerate().skip(states.len() - 1) {
                let from = states.last().copied().unwrap_or(SINK_STATE);
                let state = self.automaton.transition(from, byte);
                if state == SINK_STATE {
                    dead_after = Some(depth + 1);
                    break;
                }
                states.push(state);
            }
            at += 1;
            if let Some(dead) = dead_after {
                let rest = shared.0.get(at..).unwrap_or_default();
                at += rest.iter().take_while(|common| usize::from(**common) >= dead).count();
                continue;
            }
            let state = states.last().copied().unwrap_or(SINK_STATE);
            if let Distance::Exact(distance) = self.automaton.distance(state) {
                each(at - 1, distance);
            }
        }
    }
}

/// How many bytes each word of a sorted list has in common with the one before it, at most 255.
#[derive(Debug, Default)]
pub(in crate::atlas) struct Shared(Box<[u8]>);

impl Shared {
    /// Of words in order.
    pub(in crate::atlas) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut last: &[u8] = &[];
        let common = words.map(|word| {
            let same = word.as_bytes().iter().zip(last).take_while(|(a, b)| a == b).count();
            last = word.as_bytes();
            // Less than there is costs a look, never a word.
            u8::try_from(same).unwrap_or(u8::MAX)
        });
        Self(common.collect())
    }

    /// Bytes it takes.
    pub(in crate::atlas) fn size(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt as _, SeedableRng as _};
    use rand_chacha::ChaCha8Rng;

    use super::*;

    /// Optimal string alignment by dynamic programming: the textbook's table.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let change = usize::from(a[i - 1] != b[j - 1]);
                    let mut best = (table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1)
                        .min(table[i - 1][j - 1] + change);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn leaping_over_a_sorted_list_finds_what_comparing_each_word_finds() {
        let mut rng = ChaCha8Rng::seed_from_u64(4);
        let letters = ['a', 'b', 'n', 'ж', 'e'];
        let mut word = |length: usize| -> String {
            (0..length).map(|_| letters[rng.random_range(0..letters.len())]).collect()
        };
        let mut words: Vec<String> = (0..3_000).map(|n| word(2 + n % 8)).collect();
        words.push("ж".repeat(200));
        words.push("ж".repeat(201));
        words.sort();
        words.dedup();
        let shared = Shared::of(words.iter().map(String::as_str));
        let mut found_any = 0;
        for n in 0..200 {
            let asked = word(3 + n % 7);
            let most = usize::from(most_errors(&asked));
            let mut got = Vec::new();
            if let Some(near) = Near::by_errors(&asked).last() {
                near.find(&shared, |at| &words[at], |at, d| got.push((at, usize::from(d))));
            }
            let expected: Vec<(usize, usize)> = words
                .iter()
                .enumerate()
                .map(|(at, word)| (at, distance(&asked, word)))
                .filter(|(_, d)| most > 0 && *d <= most)
                .collect();
            assert_eq!(got, expected, "{asked}");
            found_any += got.len();
        }
        assert!(found_any > 500, "the test says little");
    }
}
