//! The words of a query string that pages and machine interfaces share:
//! `q, category, target_group, municipality, served, language, accessible, free, anonymous, age, format, appointment,
//! capacity, open, near, within_m, sort, bbox`.
//!
//! Several values of one word (by comma) mean any of them; different words mean all of them. The machine
//! interface reads strictly ([`read_strict`]): whatever is unknown, repeated, empty or malformed is refused,
//! all faults at once. Pages read leniently ([`read_page`]): plain forms send empty and repeated fields, so
//! they are tidied up by a redirect; a value that cannot be understood is left out and reported.

pub(in crate::http) mod coverage;
mod decode;
#[cfg(test)]
mod fuzz;
mod page;
mod values;
mod words;

pub use coverage::{
    AROUND, COMPARED, CoverageWords, LIST_ONLY, MATRIX, Parts, QUESTION, WITHOUT_SCENARIO,
    read_coverage, read_pairs,
};
pub use decode::{Pair, decode_lenient, decode_strict, encode};
pub use page::{OpenWord, PageWords, read_page};
pub(in crate::http) use values::{age_word, capacity_word};
pub use words::{NAMES, Vocabulary, Words, read_strict};
