//! Two texts side by side, with the words marked that differ.
//!
//! Words are compared by Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), as the crate
//! `similar` has it.

use similar::{ChangeTag, TextDiff};

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Whether the other text lacks it.
    pub(crate) changed: bool,
}

/// Beyond so many bytes the whole text is marked: nobody reads that word by word.
const LONGEST: usize = 20_000;

/// Both texts in pieces.
pub(crate) fn compare(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    if old.is_empty() || new.is_empty() || old.len() + new.len() > LONGEST {
        return (whole(old, old != new), whole(new, old != new));
    }
    let diff = TextDiff::from_words(old, new);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                push(&mut before, change.value(), false);
                push(&mut after, change.value(), false);
            }
            ChangeTag::Delete => push(&mut before, change.value(), true),
            ChangeTag::Insert => push(&mut after, change.value(), true),
        }
    }
    (joined(before), joined(after))
}

fn whole(text: &str, changed: bool) -> Vec<Piece> {
    if text.is_empty() { Vec::new() } else { vec![Piece { text: text.to_owned(), changed }] }
}

/// Adds words to the piece before them where they are alike.
fn push(pieces: &mut Vec<Piece>, text: &str, changed: bool) {
    match pieces.last_mut() {
        Some(last) if last.changed == changed => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), changed }),
    }
}

/// Blanks between two marked words are marked with them: one mark reads better than three.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let blank = !piece.changed && piece.text.trim().is_empty();
        let between =
            out.last().is_some_and(|p| p.changed) && rest.peek().is_some_and(|p| p.changed);
        push(&mut out, &piece.text, piece.changed || (blank && between));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marked stretches in brackets.
    fn told(pieces: &[Piece]) -> String {
        let mark = |p: &Piece| if p.changed { format!("[{}]", p.text) } else { p.text.clone() };
        pieces.iter().map(mark).collect()
    }

    fn compared(old: &str, new: &str) -> (String, String) {
        let (old, new) = compare(old, new);
        (told(&old), told(&new))
    }

    #[test]
    fn changed_words_are_marked_and_no_others() {
        let (old, new) = compared("Montag bis Freitag von 8 Uhr", "Montag bis Samstag von 9 Uhr");
        assert_eq!(old, "Montag bis [Freitag] von [8] Uhr");
        assert_eq!(new, "Montag bis [Samstag] von [9] Uhr");
    }

    #[test]
    fn blanks_between_marked_words_are_marked_with_them() {
        assert_eq!(compared("eins zwei drei", "vier fünf drei").0, "[eins zwei] drei");
    }

    #[test]
    fn what_is_new_or_gone_is_marked_as_a_whole() {
        assert_eq!(compared("", "neu da"), (String::new(), "[neu da]".into()));
        assert_eq!(compared("war da", ""), ("[war da]".into(), String::new()));
        assert_eq!(compared("gleich", "gleich"), ("gleich".into(), "gleich".into()));
    }

    mod laws {
        use proptest::prelude::*;

        use super::super::*;

        fn text(pieces: &[Piece]) -> String {
            pieces.iter().map(|piece| piece.text.as_str()).collect()
        }

        proptest! {
            #[test]
            fn nothing_is_lost_and_what_is_not_marked_is_the_same_on_both_sides(
                old in "[a-c äß\n]{0,60}", new in "[a-c äß\n]{0,60}"
            ) {
                let (before, after) = compare(&old, &new);
                prop_assert_eq!(text(&before), old.clone());
                prop_assert_eq!(text(&after), new.clone());
                prop_assert_eq!(old == new, before.iter().chain(&after).all(|p| !p.changed));
            }
        }
    }
}
