//! What the search knows of languages: roots of words, parts of compounds, words that say little, typing errors.
//!
//! All of it works on folded words (`index::fold::tokens`). Nothing here knows the county; the words of which
//! compounds are made come from the classification and its synonyms.

pub(super) mod compound;
pub(super) mod root;
pub(super) mod stop;
pub(super) mod typing;
