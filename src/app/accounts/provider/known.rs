//! What a provider publishes: its addresses and its keys (`OpenID` Connect Discovery 1.0, 2014), remembered for a while.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{IssuerUrl, ProviderMetadataWithLogout};
use tokio::sync::Mutex;

use super::ProviderError;
use super::fetch::{FetchError, Fetcher, is_protected};

/// How long what was read is taken for true.
const FRESH_FOR: TimeDelta = TimeDelta::hours(1);
/// What is older is not used, even if nothing newer can be had.
const USED_FOR: TimeDelta = TimeDelta::hours(24);
/// How often an unknown key may make us ask again: tokens are not signed by strangers, but they could try.
const KEYS_EVERY: TimeDelta = TimeDelta::seconds(30);

/// What was read.
pub(super) struct Known {
    pub(super) metadata: ProviderMetadataWithLogout,
    read_at: DateTime<Utc>,
}

impl Known {
    fn is_younger(&self, than: TimeDelta, now: DateTime<Utc>) -> bool {
        // Where the clock was set back, nobody can tell how old it is.
        let age = now - self.read_at;
        age >= TimeDelta::zero() && age < than
    }
}

/// What is remembered of a provider.
#[derive(Default)]
pub(super) struct Memory {
    known: RwLock<Option<Arc<Known>>>,
    /// One asks for all.
    asking: Mutex<()>,
}

impl Memory {
    fn remembered(&self) -> Option<Arc<Known>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is known, asked for anew where it is too old.
    pub(super) async fn get(
        &self,
        issuer: &str,
        fetcher: &Fetcher,
        now: DateTime<Utc>,
    ) -> Result<Arc<Known>, ProviderError> {
        let fresh = || self.remembered().filter(|known| known.is_younger(FRESH_FOR, now));
        if let Some(known) = fresh() {
            return Ok(known);
        }
        let _one = self.asking.lock().await;
        if let Some(known) = fresh() {
            return Ok(known);
        }
        match self.read(issuer, fetcher, now).await {
            Ok(known) => Ok(known),
            // The provider may answer well enough where people sign in.
            Err(error) => match self.remembered().filter(|old| old.is_younger(USED_FOR, now)) {
                Some(old) => {
                    tracing::info!(cause = %error, "what the sign-in provider publishes was not read anew");
                    Ok(old)
                }
                None => Err(error),
            },
        }
    }

    /// The same after a token was signed with a key that `seen` does not hold; `None` if it was read just now.
    pub(super) async fn get_newer(
        &self,
        seen: &Arc<Known>,
        issuer: &str,
        fetcher: &Fetcher,
        now: DateTime<Utc>,
    ) -> Result<Option<Arc<Known>>, ProviderError> {
        let _one = self.asking.lock().await;
        match self.remembered() {
            // Somebody else has asked meanwhile.
            Some(newer) if !Arc::ptr_eq(&newer, seen) => Ok(Some(newer)),
            Some(known) if known.is_younger(KEYS_EVERY, now) => Ok(None),
            _ => self.read(issuer, fetcher, now).await.map(Some),
        }
    }

    async fn read(
        &self,
        issuer: &str,
        fetcher: &Fetcher,
        now: DateTime<Utc>,
    ) -> Result<Arc<Known>, ProviderError> {
        let unusable = |error: String| ProviderError::Unusable(error);
        let url = IssuerUrl::new(issuer.to_owned()).map_err(|error| unusable(error.to_string()))?;
        let metadata = ProviderMetadataWithLogout::discover_async(url, fetcher).await;
        let metadata = metadata.map_err(|error: openidconnect::DiscoveryError<FetchError>| {
            unusable(crate::app::with_causes(&error))
        })?;
        let addresses = [
            Some(metadata.authorization_endpoint().url()),
            metadata.token_endpoint().map(openidconnect::TokenUrl::url),
            metadata.userinfo_endpoint().map(openidconnect::UserInfoUrl::url),
        ];
        if !addresses.into_iter().flatten().all(is_protected) {
            return Err(unusable("one of its addresses is not protected by https".to_owned()));
        }
        let known = Arc::new(Known { metadata, read_at: now });
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&known));
        Ok(known)
    }
}
