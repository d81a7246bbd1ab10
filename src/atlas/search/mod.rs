//! Reading what somebody typed: words, typing errors, everyday words, phrases, places.
//!
//! A text becomes a few *groups* of words, each with everything it may mean; `snapshot::words` asks base and delta for
//! the documents of each.
//!
//! | module | what it does |
//! |---|---|
//! | `vocabulary` | words of the classification, of organizations and places, prepared once per set of references |
//! | `places` | names of places inside a text |
//! | `read` | from text to groups |
//! | `mark` | which words of a text are hits |

mod mark;
mod places;
mod read;
mod vocabulary;

pub(super) use mark::Marker;
pub(super) use places::PlaceRead;
pub(super) use read::{Ask, Group, Kind, Reading, Texts, TokenState, read};
pub(super) use vocabulary::{TermName, Vocabulary};
