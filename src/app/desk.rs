//! What the desks work with: everything that writes.

use std::sync::Arc;

use super::mail::Letterhead;
use super::{Clock, Ids, Random};
use crate::store::Store;

/// The writing side of the program. An [`App`](super::App) without one only answers questions.
///
/// Use cases of the desks are methods of it, one verb per file.
#[derive(Clone)]
pub struct Desk {
    pub(in crate::app) store: Store,
    pub(in crate::app) clock: Arc<dyn Clock>,
    pub(in crate::app) ids: Arc<dyn Ids>,
    pub(in crate::app) random: Arc<dyn Random>,
    pub(in crate::app) letterhead: Arc<Letterhead>,
}

impl Desk {
    /// A desk over a database; its letters say nothing of a county until [`Desk::with_letterhead`].
    #[must_use]
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        random: Arc<dyn Random>,
    ) -> Self {
        Self { store, clock, ids, random, letterhead: Arc::default() }
    }
}
