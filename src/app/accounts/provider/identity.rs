//! What a provider says of a person: read from claims whose signature was checked before.

use serde_json::{Map, Value};

use super::{FactorProof, ProviderOptions};

/// Longest subject (`OpenID` Connect Core, section 2).
const LONGEST_SUBJECT: usize = 255;
/// Longest address of ours (`domain::is_email` asks for less).
const LONGEST_EMAIL: usize = 320;

/// Whom the provider vouches for.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::app::accounts) struct Identity {
    /// What it calls the person for good.
    pub(in crate::app::accounts) subject: String,
    /// The address, only where the provider says that it has verified it.
    pub(in crate::app::accounts) email: Option<String>,
    /// Whether it has asked for a second factor.
    pub(in crate::app::accounts) is_strong: bool,
}

// A person's data never show.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("is_strong", &self.is_strong).finish_non_exhaustive()
    }
}

/// The claims of one answer.
pub(super) type Claims = Map<String, Value>;

/// The verified address of claims. Only `true` says that it is verified; a word is none.
pub(super) fn verified_email(claims: &Claims, claim: &str) -> Option<String> {
    let verified = claims.get("email_verified") == Some(&Value::Bool(true));
    let email = claims.get(claim).and_then(Value::as_str).map(str::trim)?;
    let plain =
        !email.is_empty() && email.len() <= LONGEST_EMAIL && !email.contains(char::is_control);
    (verified && plain).then(|| email.to_owned())
}

/// The subject, if it can be one.
pub(super) fn subject(claims: &Claims) -> Option<&str> {
    let subject = claims.get("sub").and_then(Value::as_str)?;
    let plain = !subject.is_empty() && !subject.contains(char::is_control);
    (plain && subject.len() <= LONGEST_SUBJECT).then_some(subject)
}

/// Whether the token was made for us: with several audiences `azp` has to be ours, and never somebody else (Core, 3.1.3.7).
pub(super) fn is_for(claims: &Claims, client_id: &str) -> bool {
    let several = claims.get("aud").and_then(Value::as_array).is_some_and(|all| all.len() > 1);
    match claims.get("azp") {
        Some(party) => party.as_str() == Some(client_id),
        None => !several,
    }
}

/// Whether claims count already (`nbf`, RFC 7519, 4.1.5), where they say from when.
pub(super) fn has_begun(claims: &Claims, now_s: i64) -> bool {
    claims.get("nbf").is_none_or(|from| from.as_f64().is_some_and(|from| from <= now_s as f64))
}

/// Whether the provider has asked for a second factor, in one of the ways that count.
pub(super) fn is_strong(claims: &Claims, proofs: &[FactorProof]) -> bool {
    let methods = claims.get("amr").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    proofs.iter().any(|proof| match proof {
        FactorProof::Acr(value) => claims.get("acr").and_then(Value::as_str) == Some(value),
        FactorProof::Amr(value) => methods.iter().any(|method| method.as_str() == Some(value)),
    })
}

/// The identity that checked claims of an ID token tell; `None` if they name nobody, or were made for somebody else.
pub(super) fn identity(claims: &Claims, options: &ProviderOptions) -> Option<Identity> {
    if !is_for(claims, &options.client_id) {
        return None;
    }
    Some(Identity {
        subject: subject(claims)?.to_owned(),
        email: verified_email(claims, &options.email_claim),
        is_strong: is_strong(claims, &options.second_factor),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn claims(value: Value) -> Claims {
        match value {
            Value::Object(map) => map,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn an_address_counts_only_if_the_provider_says_true() {
        let of = |value| verified_email(&claims(value), "email");
        let email = "a@b.example";
        assert_eq!(of(json!({"email": email, "email_verified": true})).as_deref(), Some(email));
        for wrong in [
            json!({"email": email}),
            json!({"email": email, "email_verified": false}),
            json!({"email": email, "email_verified": "true"}),
            json!({"email": email, "email_verified": 1}),
            json!({"email": [email], "email_verified": true}),
            json!({"email": "", "email_verified": true}),
            json!({"email": "a\u{0}@b.example", "email_verified": true}),
            json!({"mail": email, "email_verified": true}),
        ] {
            assert_eq!(of(wrong.clone()), None, "{wrong}");
        }
        let own = claims(json!({"mail": email, "email": "x@y.example", "email_verified": true}));
        assert_eq!(verified_email(&own, "mail").as_deref(), Some(email), "the claim that was set");
    }

    #[test]
    fn a_token_for_several_has_to_name_us() {
        let of = |value| is_for(&claims(value), "atlas");
        assert!(of(json!({"aud": "atlas"})) && of(json!({"aud": ["atlas"]})));
        assert!(of(json!({"aud": ["atlas", "other"], "azp": "atlas"})));
        assert!(!of(json!({"aud": ["atlas", "other"]})));
        assert!(
            !of(json!({"aud": "atlas", "azp": "other"})) && !of(json!({"aud": "atlas", "azp": 1}))
        );
    }

    #[test]
    fn a_second_factor_counts_only_in_the_configured_words() {
        let proofs = [FactorProof::Acr("gold".into()), FactorProof::Amr("otp".into())];
        let of = |value| is_strong(&claims(value), &proofs);
        assert!(of(json!({"acr": "gold"})) && of(json!({"amr": ["pwd", "otp"]})));
        for weak in
            [json!({}), json!({"acr": "silver"}), json!({"acr": ["gold"]}), json!({"amr": "otp"})]
        {
            assert!(!of(weak.clone()), "{weak}");
        }
        assert!(
            !is_strong(&claims(json!({"acr": "gold"})), &[]),
            "nothing counts unless it is set"
        );
    }

    #[test]
    fn a_subject_is_a_short_plain_text() {
        let of = |value| subject(&claims(value)).is_some();
        assert!(of(json!({"sub": "248289761001"})));
        for wrong in [
            json!({}),
            json!({"sub": ""}),
            json!({"sub": 7}),
            json!({"sub": "a\u{0}"}),
            json!({"sub": "x".repeat(256)}),
        ] {
            assert!(!of(wrong.clone()), "{wrong}");
        }
    }
}
