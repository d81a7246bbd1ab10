//! What names are sorted by: the first letters, packed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a name in four numbers, twelve in each; compared as numbers they are in the order of the names.
pub(in crate::atlas) type NameKey = [u64; 4];

/// Letters in one number: 39 to the power of 12 is below 2 to the power of 64.
const LETTERS: usize = 12;
/// Different letters: none, a gap, ten digits, 26 letters, all others.
const SIGNS: u64 = 39;

/// What a name is sorted by: as in a German dictionary (umlauts as their vowels, sharp s as ss; DIN 5007-1:2005,
/// 6.1.1.4.1), signs as gaps, as far as 48 letters go.
pub(in crate::atlas) fn name_key(name: &str) -> NameKey {
    let folded = name.to_lowercase().replace('\u{df}', "ss");
    let letters = folded.nfd().filter(|c| !is_combining_mark(*c));
    let mut signs: Vec<u64> = Vec::with_capacity(LETTERS * 4);
    for letter in letters {
        let sign = sign(letter);
        // Gaps count once, and not at the beginning.
        if sign != 1 || signs.last().is_some_and(|last| *last != 1) {
            signs.push(sign);
        }
    }
    let mut signs = signs.into_iter();
    [(); 4].map(|()| {
        (0..LETTERS).fold(0, |number, _| number * SIGNS + signs.next().unwrap_or_default())
    })
}

/// The place of a letter in the order.
fn sign(letter: char) -> u64 {
    match letter {
        '0'..='9' => 2 + u64::from(letter) - u64::from('0'),
        'a'..='z' => 12 + u64::from(letter) - u64::from('a'),
        other if other.is_alphanumeric() => SIGNS - 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn names_are_sorted_as_in_a_german_dictionary() {
        let ordered = [
            "24-Stunden-Hilfe",
            "Ärztehaus",
            "Bad",
            "Bad Aachen",
            "Badeanstalt",
            "Straße",
            "Strassen",
            "zz\u{43f}",
        ];
        for pair in ordered.windows(2) {
            assert!(name_key(pair[0]) < name_key(pair[1]), "{pair:?}");
        }
        assert_eq!(name_key("„Straße“"), name_key("strasse "));
    }

    #[test]
    fn forty_eight_letters_count() {
        let long = "a".repeat(47);
        assert!(name_key(&format!("{long}b")) < name_key(&format!("{long}c")));
        assert_eq!(name_key(&format!("{long}bb")), name_key(&format!("{long}bc")));
    }
}
