//! Laws of the cursor.

use proptest::prelude::*;
use uuid::Uuid;

use crate::atlas::Cursor;
use crate::domain::FeatureId;

proptest! {
    #[test]
    fn a_cursor_survives_its_text(a: u64, b: u64, c: u64, d: u64, id: u128) {
        let cursor = Cursor { key: [a, b, c, d], id: FeatureId(Uuid::from_u128(id)) };
        let text = cursor.encode();
        prop_assert!(text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'.'));
        prop_assert_eq!(Cursor::decode(&text), Some(cursor));
    }

    #[test]
    fn a_cursor_of_two_words_stays_short(a: u64, b: u64, id: u128) {
        let cursor = Cursor { key: [a, b, 0, 0], id: FeatureId(Uuid::from_u128(id)) };
        prop_assert_eq!(cursor.encode().split('.').count(), 3);
        prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
    }

    #[test]
    fn any_text_is_a_cursor_or_refused(text in "\\PC{0,80}") {
        if let Some(cursor) = Cursor::decode(&text) {
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
    }

    #[test]
    fn a_cursor_with_a_part_missing_or_added_is_refused(a: u64, b: u64, id: u128, tail in "[a-z0-9]{1,5}") {
        let text = Cursor { key: [a, b, 0, 0], id: FeatureId(Uuid::from_u128(id)) }.encode();
        prop_assert_eq!(Cursor::decode(&format!("{text}.{tail}")), None);
        prop_assert_eq!(Cursor::decode(text.rsplit_once('.').unwrap().0), None);
    }
}
