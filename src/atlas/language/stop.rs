//! Words that say little: they fill a sentence (*stop words*), or fit nearly everything (*weak words*).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::atlas::index::fold::tokens;

/// How much a word says about what somebody looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::atlas) enum Weightiness {
    /// Nothing: article, pronoun, helping verb.
    Stop,
    /// Little: it fits many entries and need not occur.
    Weak,
    /// Something.
    Full,
}

/// The lists, one language a line group: `[de]`, then words; `[de weak]` for weak ones.
const LISTS: &str = include_str!("stop_words.txt");

static WORDS: LazyLock<HashMap<String, Weightiness>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let mut weightiness = Weightiness::Stop;
    for line in LISTS.lines().filter(|line| !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            let is_weak = head.trim_end_matches(']').ends_with(" weak");
            weightiness = if is_weak { Weightiness::Weak } else { Weightiness::Stop };
            continue;
        }
        for token in tokens(line) {
            let known = words.entry(token.word).or_insert(weightiness);
            *known = (*known).max(weightiness);
        }
    }
    words
});

/// How much a folded word says.
pub(in crate::atlas) fn weightiness(word: &str) -> Weightiness {
    if word.len() == 1 && !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Weightiness::Stop;
    }
    WORDS.get(word).copied().unwrap_or(Weightiness::Full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_say_nothing_and_things_say_something() {
        for stop in ["ich", "meine", "nicht", "the", "для", "في", "icin", "les", "fur"] {
            assert_eq!(weightiness(stop), Weightiness::Stop, "{stop}");
        }
        assert_eq!(weightiness("hilfe"), Weightiness::Weak);
        for full in ["miete", "tafel", "schulden", "rent", "борги"] {
            assert_eq!(weightiness(full), Weightiness::Full, "{full}");
        }
    }
}
