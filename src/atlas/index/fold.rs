//! Folding of words, so that spelling variants meet: case, umlauts, accents.

use std::ops::Range;

use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The one or two folded spellings of a text: marks dropped (`Müller` → `muller`), and German umlauts written
/// out (`mueller`) where that differs.
pub(in crate::atlas) type Spellings = SmallVec<[String; 2]>;

/// Folds a text; what is neither letter nor digit becomes one space.
///
/// Compatibility decomposition (Unicode Standard Annex 15, NFKD) without combining marks; `ß` becomes `ss`.
pub(in crate::atlas) fn fold(text: &str) -> Spellings {
    let (mut plain, mut written_out) = (String::with_capacity(text.len()), None::<String>);
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => push(&mut plain, &mut written_out, c),
            'A'..='Z' => push(&mut plain, &mut written_out, c.to_ascii_lowercase()),
            'ä' | 'Ä' => umlaut(&mut plain, &mut written_out, 'a'),
            'ö' | 'Ö' => umlaut(&mut plain, &mut written_out, 'o'),
            'ü' | 'Ü' => umlaut(&mut plain, &mut written_out, 'u'),
            'ß' | 'ẞ' => {
                push(&mut plain, &mut written_out, 's');
                push(&mut plain, &mut written_out, 's');
            }
            c if c.is_ascii() => gap(&mut plain, &mut written_out),
            // A decomposed umlaut: the mark follows its letter.
            '\u{308}' if plain.ends_with(['a', 'o', 'u']) => {
                written_out.get_or_insert_with(|| plain.clone()).push('e');
            }
            c if is_combining_mark(c) => {}
            c => other(&mut plain, &mut written_out, c),
        }
    }
    for spelling in std::iter::once(&mut plain).chain(&mut written_out) {
        spelling.truncate(spelling.trim_end().len());
    }
    std::iter::once(plain).chain(written_out).collect()
}

fn push(plain: &mut String, written_out: &mut Option<String>, c: char) {
    plain.push(c);
    if let Some(written_out) = written_out {
        written_out.push(c);
    }
}

fn umlaut(plain: &mut String, written_out: &mut Option<String>, letter: char) {
    let long = written_out.get_or_insert_with(|| plain.clone());
    long.push(letter);
    long.push('e');
    plain.push(letter);
}

fn gap(plain: &mut String, written_out: &mut Option<String>) {
    for spelling in std::iter::once(plain).chain(written_out) {
        if !spelling.is_empty() && !spelling.ends_with(' ') {
            spelling.push(' ');
        }
    }
}

/// A character beyond ASCII that is no German letter.
fn other(plain: &mut String, written_out: &mut Option<String>, c: char) {
    if !c.is_alphanumeric() {
        gap(plain, written_out);
        return;
    }
    for d in std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd() {
        if d.is_alphanumeric() && !is_combining_mark(d) {
            push(plain, written_out, d);
        }
    }
}

/// Longest word looked at, in bytes of its folded form; what is longer is cut.
const LONGEST: usize = 64;

/// A word of a text: where it stands, and its one folded spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::atlas) struct Token {
    /// Bytes of the text.
    pub(in crate::atlas) range: Range<usize>,
    /// Folded: see [`tokens`].
    pub(in crate::atlas) word: String,
}

/// The words of a text, each in one spelling that all ways of writing it share.
///
/// Compatibility decomposition without marks, lower case (as in [`fold`]); `ß` becomes `ss`; `ä`, `ae` and `a` become
/// `a`, and so on (`ue` behind a vowel or `q` is no umlaut: "neue", "Frauen"); marks that steer the direction of
/// writing, soft hyphens and the apostrophe inside a Cyrillic word vanish; Arabic letters that are often exchanged
/// meet.
pub(in crate::atlas) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for_each_token(text, |range, word| found.push(Token { range, word: word.to_owned() }));
    found
}

/// Calls `each` with every word of a text: see [`tokens`].
pub(in crate::atlas) fn for_each_token(text: &str, mut each: impl FnMut(Range<usize>, &str)) {
    let mut word = String::with_capacity(LONGEST);
    let mut range = 0..0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_invisible(c) || is_combining_mark(c) {
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next);
        if is_inner_apostrophe(c, word.chars().next_back(), next) {
            continue;
        }
        if c.is_alphanumeric() {
            if word.is_empty() {
                range.start = at;
            }
            if word.len() < LONGEST {
                push_folded(&mut word, c);
            }
            range.end = at + c.len_utf8();
            continue;
        }
        if !word.is_empty() {
            each(range.clone(), &word);
            word.clear();
        }
    }
    if !word.is_empty() {
        each(range, &word);
    }
}

/// Zero-width and direction marks, soft hyphen, Arabic lengthening, the letter apostrophe.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{640}' | '\u{2bc}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The apostrophe that parts syllables in Ukrainian words.
fn is_inner_apostrophe(c: char, before: Option<char>, after: Option<char>) -> bool {
    let is_cyrillic = |c: Option<char>| c.is_some_and(|c| ('\u{400}'..='\u{52f}').contains(&c));
    matches!(c, '\'' | '\u{2019}' | '`') && is_cyrillic(before) && is_cyrillic(after)
}

fn push_folded(word: &mut String, c: char) {
    match c {
        'e' | 'E' => push_e(word),
        'a'..='z' | '0'..='9' => word.push(c),
        'A'..='Z' => word.push(c.to_ascii_lowercase()),
        'ß' | 'ẞ' => word.push_str("ss"),
        'ı' => word.push('i'),
        'ø' | 'Ø' | 'œ' | 'Œ' => word.push('o'),
        'æ' | 'Æ' => word.push('a'),
        'ł' | 'Ł' => word.push('l'),
        'đ' | 'Đ' => word.push('d'),
        'ة' => word.push('ه'),
        'ى' => word.push('ي'),
        c => {
            for d in std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd() {
                if d.is_alphanumeric() && !is_combining_mark(d) {
                    word.push(d);
                }
            }
        }
    }
}

/// An e behind a, o or u is the way to write an umlaut without one, unless a vowel or q stands before that.
fn push_e(word: &mut String) {
    let mut last = word.bytes().rev();
    let is_umlaut = matches!(last.next(), Some(b'a' | b'o' | b'u'))
        && !matches!(last.next(), Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'q'));
    if !is_umlaut {
        word.push('e');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spellings(text: &str) -> Vec<String> {
        fold(text).into_vec()
    }

    #[test]
    fn umlauts_have_two_spellings_and_sharp_s_one() {
        assert_eq!(spellings("Müller"), ["muller", "mueller"]);
        assert_eq!(spellings("Mu\u{308}ller"), ["muller", "mueller"]);
        assert_eq!(spellings("Straße"), ["strasse"]);
        assert_eq!(spellings("Café  l'Été!"), ["cafe l ete"]);
        assert_eq!(spellings("ﬁnde x²"), ["finde x2"]);
        assert_eq!(spellings("  "), [""]);
    }

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn every_way_of_writing_a_word_gives_the_same_token() {
        for same in [
            ["Müller", "Mueller", "Mu\u{308}ller", "MUELLER", "muller"],
            ["Übergang", "Uebergang", "ubergang", "ÜBERGANG", "U\u{308}bergang"],
            ["Straße", "Strasse", "STRASSE", "STRAẞE", "Stra\u{ad}ße"],
            ["Café", "cafe", "Cafe\u{301}", "CAFÉ", "\u{202a}Café\u{202c}"],
            ["сім’я", "сім'я", "СІМ'Я", "сімʼя", "сімя"],
            ["مدرسة", "مدرسه", "مـدرسة", "\u{200f}مدرسة", "مَدرسة"],
        ] {
            let all: Vec<Vec<String>> = same.iter().map(|text| words(text)).collect();
            assert!(all.iter().all(|w| w.len() == 1 && *w == all[0]), "{same:?}: {all:?}");
        }
        assert_eq!(words("neue Frauen, bauen Häuser"), ["neue", "frauen", "bauen", "hauser"]);
        assert_eq!(words("l’aide d'urgence"), ["l", "aide", "d", "urgence"]);
        assert_eq!(words("😀 \u{200f} !?"), Vec::<String>::new());
    }

    #[test]
    fn tokens_know_where_they_stand() {
        let text = "Zu Öl-Käse (Straße)";
        let found: Vec<&str> =
            tokens(text).iter().map(|t| text.get(t.range.clone()).unwrap()).collect();
        assert_eq!(found, ["Zu", "Öl", "Käse", "Straße"]);
    }

    proptest! {
        #[test]
        fn a_token_is_not_empty_and_lies_in_the_text(text in "\\PC{0,60}") {
            for token in tokens(&text) {
                prop_assert!(text.get(token.range.clone()).is_some());
                prop_assert!(!token.word.is_empty());
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}") {
            for folded in fold(&text) {
                prop_assert_eq!(spellings(&folded), vec![folded.clone()]);
            }
        }

        #[test]
        fn both_spellings_have_as_many_words(text in "[a-zäöüßÄÖÜ !é]{0,30}") {
            let counts: Vec<usize> = fold(&text).iter().map(|s| s.split(' ').count()).collect();
            prop_assert!(counts.windows(2).all(|w| w[0] == w[1]));
        }
    }
}
