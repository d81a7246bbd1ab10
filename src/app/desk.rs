//! What the desks work with: everything that writes.

use std::sync::Arc;

use chrono::NaiveDate;

use super::accounts::{AccountOptions, AccountRoom, Provider, ProviderOptions};
use super::listings::{Grounds, LikenessRoom};
use super::mail::Letterhead;
use super::usage::UsageRoom;
use super::{Clock, Ids, Random, RandomError};
use crate::atlas::Atlas;
use crate::domain::RetentionPolicy;
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
    /// The land places are looked up on, and what is public there; `None` = the desk knows none.
    pub(in crate::app) grounds: Option<Arc<Grounds>>,
    pub(in crate::app) accounts: Arc<AccountRoom>,
    /// Who else vouches for people; `None` = nobody.
    pub(in crate::app) provider: Option<Arc<Provider>>,
    pub(in crate::app) usage: Arc<UsageRoom>,
    pub(in crate::app) likeness: Arc<LikenessRoom>,
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
        let accounts = Arc::new(AccountRoom::new(AccountOptions::default()));
        let letterhead = Arc::default();
        let usage = Arc::default();
        Self {
            store,
            clock,
            ids,
            random,
            letterhead,
            grounds: None,
            accounts,
            provider: None,
            usage,
            likeness: Arc::default(),
        }
    }

    /// The same desk over what is public: it asks about doubtful places, finds duplicates and stale entries, and knows
    /// the local day.
    #[must_use]
    pub fn with_atlas(self, atlas: Arc<Atlas>, timezone: chrono_tz::Tz) -> Self {
        Self { grounds: Some(Arc::new(Grounds::new(atlas, timezone))), ..self }
    }

    /// The local day; of UTC where the desk knows no land.
    pub(in crate::app) fn today(&self) -> NaiveDate {
        let now = self.clock.now();
        let local = |grounds: &Arc<Grounds>| now.with_timezone(&grounds.timezone).date_naive();
        self.grounds.as_ref().map_or_else(|| now.date_naive(), local)
    }

    /// How long what is kept of people, as the county has decided; the defaults where the desk knows no county.
    pub(in crate::app) fn retention(&self) -> RetentionPolicy {
        let of = |grounds: &Arc<Grounds>| grounds.atlas.snapshot().reference().region.retention;
        self.grounds.as_ref().map(of).unwrap_or_default()
    }

    /// The same desk with other settings about accounts.
    #[must_use]
    pub fn with_accounts(mut self, options: AccountOptions) -> Self {
        self.accounts = Arc::new(AccountRoom::new(options));
        self
    }

    /// The same desk with a sign-in provider.
    #[must_use]
    pub fn with_provider(mut self, options: ProviderOptions) -> Self {
        self.provider = Some(Arc::new(Provider::new(options)));
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
