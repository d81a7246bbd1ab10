//! Folding of words, so that spelling variants meet: case, umlauts, accents.

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

/// Calls `each` with every folded word of a text, in each of its spellings.
pub(in crate::atlas) fn for_each_word(text: &str, mut each: impl FnMut(&str)) {
    let spellings = fold(text);
    let mut spellings = spellings.iter();
    let Some(plain) = spellings.next() else { return };
    plain.split(' ').filter(|word| !word.is_empty()).for_each(&mut each);
    if let Some(long) = spellings.next() {
        // Both spellings have the same words in the same order; only those that differ count twice.
        let differing = long.split(' ').zip(plain.split(' ')).filter(|(long, plain)| long != plain);
        differing.for_each(|(long, _)| each(long));
    }
}

/// The words of a query, each with its spellings.
pub(in crate::atlas) fn words(text: &str) -> Vec<Spellings> {
    let spellings = fold(text);
    let mut words: Vec<Spellings> = Vec::new();
    for (i, spelling) in spellings.iter().enumerate() {
        for (j, word) in spelling.split(' ').filter(|word| !word.is_empty()).enumerate() {
            match words.get_mut(j) {
                Some(known) if i > 0 => {
                    if known.iter().all(|k| k != word) {
                        known.push(word.to_owned());
                    }
                }
                _ => words.push(SmallVec::from_iter([word.to_owned()])),
            }
        }
    }
    words
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

    #[test]
    fn the_words_of_a_query_carry_their_spellings() {
        let got = words("Öffnung, große-Käse");
        let got: Vec<Vec<String>> = got.into_iter().map(SmallVec::into_vec).collect();
        assert_eq!(got, [vec!["offnung", "oeffnung"], vec!["grosse"], vec!["kase", "kaese"]]);
    }

    proptest! {
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
