//! A sign-in provider: `OpenID` Connect Core 1.0 (2014, errata set 2, 2023), authorization code flow with PKCE (RFC 7636).
//!
//! The crate `openidconnect` builds the questions and checks the answers; this folder gives it an HTTP client
//! (`fetch.rs`), a memory of what the provider publishes (`known.rs`) and the state of one attempt (`attempt.rs`).
//! Who may come in is not decided here but in `sign_in_by_provider.rs`.

mod attempt;
mod fetch;
mod identity;
mod known;
mod redeem;

use std::fmt;

use chrono::{DateTime, Utc};
use openidconnect::core::{CoreClient, CoreClientAuthMethod, CoreResponseType};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthenticationFlow, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, LogoutRequest, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, PostLogoutRedirectUrl, RedirectUrl, Scope,
};

pub(super) use attempt::Attempt;
use fetch::Fetcher;
pub(super) use identity::Identity;
use known::{Known, Memory};

/// Where the provider sends people back to, below our public address.
const BACK: &str = "/anmelden/extern/zurueck";

/// The client of the crate, over the endpoints that a provider publishes.
type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What proves to the provider that we ask; it never shows.
#[derive(Clone, PartialEq, Eq)]
pub struct ProviderSecret(String);

impl ProviderSecret {
    /// The secret as the provider has given it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for ProviderSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProviderSecret(***)")
    }
}

/// What in an ID token says that the provider has asked for a second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorProof {
    /// This value of `acr` (authentication context class reference).
    Acr(String),
    /// This value among `amr` (authentication methods, RFC 8176, 2017).
    Amr(String),
}

/// A sign-in provider as the operator has set it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderOptions {
    /// Its address, letter by letter as it calls itself.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// `None` = it knows us by the address alone (a public client; PKCE protects the code).
    pub client_secret: Option<ProviderSecret>,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
    /// What people call it; `None` = pages say it in general words.
    pub label: Option<String>,
    /// The claim that holds the address.
    pub email_claim: String,
    /// What counts as a second factor; empty = nothing the provider says.
    pub second_factor: Vec<FactorProof>,
    /// Our public address, without a trailing slash.
    pub base_url: String,
    /// Whether it is the only way in: passwords are not taken.
    pub only: bool,
}

/// Why a provider did not vouch for somebody. The words are for the log: no token, code or claim stands in them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum ProviderError {
    /// It does not answer, or not with what it should: nobody can sign in by it now.
    #[error("the sign-in provider cannot be used: {0}")]
    Unusable(String),
    /// It does not know the code (any more), or what it says does not hold.
    #[error("what the sign-in provider says does not hold: {0}")]
    Refused(String),
}

/// A sign-in provider, and what is known of it.
pub(in crate::app) struct Provider {
    options: ProviderOptions,
    fetcher: Fetcher,
    memory: Memory,
}

impl Provider {
    pub(in crate::app) fn new(options: ProviderOptions) -> Self {
        Self { options, fetcher: Fetcher::new(), memory: Memory::default() }
    }

    pub(super) fn options(&self) -> &ProviderOptions {
        &self.options
    }

    /// Where a browser is sent to begin.
    pub(super) async fn authorize_url(
        &self,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<String, ProviderError> {
        let known = self.known(now).await?;
        let (state, nonce) = (attempt.state(), attempt.nonce());
        let verifier = PkceCodeVerifier::new(attempt.verifier());
        let client = self.client(&known)?;
        let mut request = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for scope in self.options.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for proof in &self.options.second_factor {
            if let FactorProof::Acr(value) = proof {
                request =
                    request.add_auth_context_value(AuthenticationContextClass::new(value.clone()));
            }
        }
        Ok(request.url().0.to_string())
    }

    /// Where a browser is sent to sign out there too, if the provider has such a place (RP-Initiated Logout 1.0, 2022).
    /// The ID token is not kept, so that the provider asks once more.
    pub(super) async fn logout_url(&self, now: DateTime<Utc>) -> Option<String> {
        let known = self.known(now).await.ok()?;
        let end = known.metadata.additional_metadata().end_session_endpoint.clone()?;
        if !fetch::is_protected(end.url()) {
            return None;
        }
        let home = PostLogoutRedirectUrl::new(format!("{}/", self.options.base_url)).ok()?;
        let request = LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.options.client_id.clone()))
            .set_post_logout_redirect_uri(home);
        Some(request.http_get_url().to_string())
    }

    async fn known(&self, now: DateTime<Utc>) -> Result<std::sync::Arc<Known>, ProviderError> {
        self.memory.get(&self.options.issuer, &self.fetcher, now).await
    }

    /// The client over what is known of the provider.
    fn client(&self, known: &Known) -> Result<Client, ProviderError> {
        let options = &self.options;
        let unusable = |error: openidconnect::url::ParseError| {
            ProviderError::Unusable(format!("our own address is none: {error}"))
        };
        let back = RedirectUrl::new(format!("{}{BACK}", options.base_url)).map_err(unusable)?;
        let secret = options.client_secret.as_ref().map(|s| ClientSecret::new(s.0.clone()));
        let id = ClientId::new(options.client_id.clone());
        let client = CoreClient::from_provider_metadata(known.metadata.clone(), id, secret);
        // The default of the standard is the header; some providers take the form alone.
        let methods = known.metadata.token_endpoint_auth_methods_supported();
        let by_form = methods.is_some_and(|methods| {
            !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        });
        let auth = if by_form { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(back).set_auth_type(auth))
    }
}
