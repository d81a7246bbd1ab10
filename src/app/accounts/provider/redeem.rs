//! A code becomes an identity: the code is exchanged for an ID token, and that is checked.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreIdToken, CoreIdTokenVerifier, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthorizationCode, ClaimsVerificationError, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, RequestTokenError, SignatureVerificationError,
    TokenResponse,
};
use ureq::http::Request;
use ureq::http::header::{ACCEPT, AUTHORIZATION};

use super::identity::{self, Claims};
use super::known::Known;
use super::{Attempt, Identity, Provider, ProviderError};
use crate::app::with_causes;

/// A token is taken at once: one that was made long ago, or will be, is not the answer to this question.
const AGE: TimeDelta = TimeDelta::minutes(10);
/// Signatures that count: by keys of the provider alone. Never a shared secret (`HS256`), never none.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

fn refused(why: impl Into<String>) -> ProviderError {
    ProviderError::Refused(why.into())
}

impl Provider {
    /// The identity that a code stands for.
    pub(in crate::app::accounts) async fn redeem(
        &self,
        code: &str,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<Identity, ProviderError> {
        let known = self.known(now).await?;
        let (token, access) = self.exchange(&known, code, attempt).await?;
        let claims = self.check(&known, &token, &access, attempt, now).await?;
        let nobody = || refused("the token names nobody, or was made for another program");
        let mut identity = identity::identity(&claims, &self.options).ok_or_else(nobody)?;
        if !claims.contains_key(&self.options.email_claim) {
            identity.email = self.ask_email(&known, &access, &identity.subject).await;
        }
        Ok(identity)
    }

    /// The tokens of a code.
    async fn exchange(
        &self,
        known: &Known,
        code: &str,
        attempt: &Attempt,
    ) -> Result<(CoreIdToken, AccessToken), ProviderError> {
        let client = self.client(known)?;
        let question = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| ProviderError::Unusable(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier()));
        let answer = question.request_async(&self.fetcher).await.map_err(|error| match &error {
            // The words of the provider may repeat what was sent; its code does not.
            RequestTokenError::ServerResponse(told) if told.error().as_ref() == "invalid_grant" => {
                refused("it does not know the code")
            }
            RequestTokenError::ServerResponse(told) => {
                ProviderError::Unusable(format!("it answers {}", told.error().as_ref()))
            }
            RequestTokenError::Request(error) => ProviderError::Unusable(with_causes(error)),
            _ => ProviderError::Unusable("its answer to the code cannot be read".to_owned()),
        })?;
        let token = answer.id_token().cloned().ok_or_else(|| refused("it gave no ID token"))?;
        Ok((token, answer.access_token().clone()))
    }

    /// The claims of an ID token that holds: signature, issuer, audience, end, moment, nonce, access token. A key that is
    /// not known yet is asked for once.
    async fn check(
        &self,
        known: &Arc<Known>,
        token: &CoreIdToken,
        access: &AccessToken,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<Claims, ProviderError> {
        match self.check_by(known, token, access, attempt, now) {
            Err(Unsound::UnknownKey) => {
                let (issuer, fetcher) = (&self.options.issuer, &self.fetcher);
                let newer = self.memory.get_newer(known, issuer, fetcher, now).await?;
                let newer =
                    newer.ok_or_else(|| refused("the token is signed by an unknown key"))?;
                self.check_by(&newer, token, access, attempt, now).map_err(ProviderError::from)
            }
            checked => checked.map_err(ProviderError::from),
        }
    }

    fn check_by(
        &self,
        known: &Known,
        token: &CoreIdToken,
        access: &AccessToken,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<Claims, Unsound> {
        let client = self.client(known).map_err(|error| Unsound::Other(error.to_string()))?;
        let timely = move |at: DateTime<Utc>| {
            let near = (now - at).abs() <= AGE;
            if near { Ok(()) } else { Err("the token was not made just now".to_owned()) }
        };
        let verifier: CoreIdTokenVerifier<'_> = client
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || now)
            .set_issue_time_verifier_fn(timely);
        let nonce = Nonce::new(attempt.nonce());
        let claims = token.claims(&verifier, &nonce).map_err(Unsound::from)?;
        if let Some(told) = claims.access_token_hash() {
            let other = |error: &dyn std::error::Error| Unsound::Other(with_causes(error));
            let alg = token.signing_alg().map_err(|error| other(&error))?;
            let key = token.signing_key(&verifier).map_err(|error| other(&error))?;
            let made =
                AccessTokenHash::from_token(access, alg, key).map_err(|error| other(&error))?;
            if made != *told {
                return Err(Unsound::Other("it belongs to another access token".to_owned()));
            }
        }
        let claims =
            payload(token).ok_or_else(|| Unsound::Other("its claims cannot be read".to_owned()))?;
        if !identity::has_begun(&claims, now.timestamp()) {
            return Err(Unsound::Other("it does not count yet".to_owned()));
        }
        Ok(claims)
    }

    /// The verified address from the provider's `userinfo`, where the token holds none. Nobody who is linked already is
    /// turned away because it does not answer.
    async fn ask_email(&self, known: &Known, access: &AccessToken, is: &str) -> Option<String> {
        let url = known.metadata.userinfo_endpoint()?;
        let request = Request::get(url.as_str())
            .header(ACCEPT, "application/json")
            .header(AUTHORIZATION, format!("Bearer {}", access.secret()))
            .body(Vec::new())
            .ok()?;
        let answer = match self.fetcher.fetch(request).await {
            Ok(answer) if answer.status().is_success() => answer,
            Ok(answer) => {
                let status = answer.status().as_u16();
                tracing::info!(status, "the sign-in provider told no address");
                return None;
            }
            Err(error) => {
                tracing::info!(cause = %error, "the sign-in provider told no address");
                return None;
            }
        };
        let claims: Claims = serde_json::from_slice(answer.body()).ok()?;
        // It has to be about the same person (Core, 5.3.2).
        let same = identity::subject(&claims) == Some(is);
        same.then(|| identity::verified_email(&claims, &self.options.email_claim)).flatten()
    }
}

/// The claims of a token as they were signed. Only after its signature was checked.
fn payload(token: &CoreIdToken) -> Option<Claims> {
    let text = token.to_string();
    let bytes = URL_SAFE_NO_PAD.decode(text.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Why a token does not hold.
enum Unsound {
    UnknownKey,
    Other(String),
}

impl From<ClaimsVerificationError> for Unsound {
    fn from(error: ClaimsVerificationError) -> Self {
        use ClaimsVerificationError as E;
        match error {
            E::SignatureVerification(
                SignatureVerificationError::NoMatchingKey
                | SignatureVerificationError::AmbiguousKeyId(_),
            ) => Self::UnknownKey,
            // Only what kind of fault it is: the words of the crate repeat claims.
            E::Expired(_) => Self::Other("it is too old, or not made just now".to_owned()),
            E::InvalidAudience(_) => Self::Other("it was made for another program".to_owned()),
            E::InvalidIssuer(_) => Self::Other("it was made by somebody else".to_owned()),
            E::InvalidNonce(_) => Self::Other("it answers another question".to_owned()),
            E::SignatureVerification(_) => Self::Other("its signature is wrong".to_owned()),
            _ => Self::Other("it is not as it has to be".to_owned()),
        }
    }
}

impl From<Unsound> for ProviderError {
    fn from(unsound: Unsound) -> Self {
        match unsound {
            Unsound::UnknownKey => refused("the token is signed by an unknown key"),
            Unsound::Other(why) => refused(format!("the token: {why}")),
        }
    }
}
