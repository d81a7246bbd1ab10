//! What the desks work with: everything that writes.

use std::sync::Arc;

use super::accounts::{AccountOptions, AccountRoom};
use super::{Clock, Ids, Random, RandomError};
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
    pub(in crate::app) accounts: Arc<AccountRoom>,
}

impl Desk {
    /// A desk over a database.
    #[must_use]
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        random: Arc<dyn Random>,
    ) -> Self {
        let accounts = Arc::new(AccountRoom::new(AccountOptions::default()));
        Self { store, clock, ids, random, accounts }
    }

    /// The same desk with other settings about accounts.
    #[must_use]
    pub fn with_accounts(mut self, options: AccountOptions) -> Self {
        self.accounts = Arc::new(AccountRoom::new(options));
        self
    }

    /// Bytes that nobody can guess, for forms.
    ///
    /// # Errors
    /// When the machine has none to give.
    pub fn random_bytes<const N: usize>(&self) -> Result<[u8; N], RandomError> {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes)?;
        Ok(bytes)
    }
}
