//! The sign-in provider, as configured.

use crate::app::{FactorProof, ProviderOptions, ProviderSecret};
use crate::config::{Config, OidcFactor};

/// What the use cases are told of the provider; `None` = there is none.
pub(super) fn options(config: &Config) -> Option<ProviderOptions> {
    let oidc = config.oidc.as_ref()?;
    let proof = |factor: &OidcFactor| match factor {
        OidcFactor::Acr(value) => FactorProof::Acr(value.clone()),
        OidcFactor::Amr(value) => FactorProof::Amr(value.clone()),
    };
    Some(ProviderOptions {
        issuer: oidc.issuer.clone(),
        client_id: oidc.client_id.clone(),
        client_secret: oidc.client_secret.as_ref().map(|s| ProviderSecret::new(s.expose())),
        scopes: oidc.scopes.clone(),
        label: oidc.label.clone(),
        email_claim: oidc.email_claim.clone(),
        second_factor: oidc.second_factor.iter().map(proof).collect(),
        // The configuration asks for one where there is a provider.
        base_url: config.base_url.clone()?,
        only: !config.password_sign_in,
    })
}
