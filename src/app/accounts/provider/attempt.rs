//! One attempt to sign in by a provider: all of it lies in a cookie of the browser that began it.
//!
//! The cookie holds 256 random bits, the moment, where the person wanted to go, and an HMAC over them under a key that
//! all instances share. `state`, `nonce` and the verifier of PKCE are derived from the random bits, so that nothing is
//! kept here that strangers could fill up, and no other browser can end what this one has begun.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// How long there is to sign in at the provider.
pub(in crate::app::accounts) const VALID_FOR: TimeDelta = TimeDelta::minutes(10);
/// How far clocks of several instances may differ.
const SKEW: TimeDelta = TimeDelta::minutes(1);
/// Longest address to go on to that is remembered; a longer one is left out.
const LONGEST_NEXT: usize = 400;
const SECRET: usize = 32;
const TAG: usize = 32;

/// One attempt.
#[derive(Clone)]
pub(in crate::app::accounts) struct Attempt {
    secret: [u8; SECRET],
    /// Where the person wanted to go; may be empty.
    pub(in crate::app::accounts) next: String,
}

// What is derived from it opens the door.
impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Attempt(***)")
    }
}

/// HMAC (RFC 2104, 1997) with SHA-256.
fn mac(key: &[u8], purpose: &str, text: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(purpose.as_bytes());
    mac.update(b"\0");
    mac.update(text);
    Some(mac)
}

impl Attempt {
    /// An attempt that begins now.
    pub(in crate::app::accounts) fn new(secret: [u8; SECRET], next: &str) -> Self {
        let next = if next.len() <= LONGEST_NEXT { next } else { "" };
        Self { secret, next: next.to_owned() }
    }

    /// The value of the cookie.
    pub(in crate::app::accounts) fn seal(&self, key: &[u8], now: DateTime<Utc>) -> Option<String> {
        let mut bytes = self.secret.to_vec();
        bytes.extend_from_slice(&now.timestamp().to_be_bytes());
        bytes.extend_from_slice(self.next.as_bytes());
        let tag = mac(key, "attempt", &bytes)?.finalize().into_bytes();
        bytes.extend_from_slice(&tag);
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The attempt of a cookie, if it is ours and not too old.
    pub(in crate::app::accounts) fn open(
        cookie: &str,
        key: &[u8],
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(cookie).ok()?;
        let at = bytes.len().checked_sub(TAG)?;
        let (body, tag) = bytes.split_at_checked(at)?;
        mac(key, "attempt", body)?.verify_slice(tag).ok()?;
        let (secret, rest) = body.split_first_chunk::<SECRET>()?;
        let (began, next) = rest.split_first_chunk::<8>()?;
        let age = now - DateTime::from_timestamp(i64::from_be_bytes(*began), 0)?;
        let fresh = age >= -SKEW && age < VALID_FOR;
        let next = std::str::from_utf8(next).ok()?.to_owned();
        fresh.then_some(Self { secret: *secret, next })
    }

    fn derive(&self, purpose: &str) -> String {
        // A key of any length will do; this cannot fail.
        let tag = mac(&self.secret, purpose, &[]).map(|mac| mac.finalize().into_bytes());
        tag.map_or(String::new(), |tag| URL_SAFE_NO_PAD.encode(tag))
    }

    /// What the provider gives back with its answer.
    pub(super) fn state(&self) -> String {
        self.derive("state")
    }

    /// What the ID token has to hold.
    pub(super) fn nonce(&self) -> String {
        self.derive("nonce")
    }

    /// What proves that who redeems the code has asked for it: 43 characters (RFC 7636, 4.1).
    pub(super) fn verifier(&self) -> String {
        self.derive("verifier")
    }

    /// Whether an answer belongs to this attempt.
    pub(in crate::app::accounts) fn is_answered_by(&self, state: &str) -> bool {
        self.state().as_bytes().ct_eq(state.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = [9; 32];

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn an_attempt_comes_back_within_ten_minutes_with_where_the_person_wanted_to_go() {
        let cookie = Attempt::new([1; 32], "/mein?x=ä").seal(&KEY, at(0)).unwrap();
        let open = |seconds| Attempt::open(&cookie, &KEY, at(seconds));
        assert_eq!(open(0).unwrap().next, "/mein?x=ä");
        assert!(open(599).is_some() && open(600).is_none());
        assert!(open(-30).is_some() && open(-90).is_none(), "the clock was set back");
        assert!(Attempt::open(&cookie, &[8; 32], at(0)).is_none(), "another key");
        assert_eq!(Attempt::new([1; 32], &"x".repeat(401)).next, "");
    }

    #[test]
    fn no_byte_of_the_cookie_can_be_changed() {
        let cookie = Attempt::new([1; 32], "/mein").seal(&KEY, at(0)).unwrap();
        let bytes = URL_SAFE_NO_PAD.decode(&cookie).unwrap();
        for i in 0..bytes.len() {
            let mut forged = bytes.clone();
            forged[i] ^= 1;
            let forged = URL_SAFE_NO_PAD.encode(forged);
            assert!(Attempt::open(&forged, &KEY, at(0)).is_none(), "byte {i}");
        }
        for nonsense in ["", "A", "####", &"A".repeat(40), &format!("{cookie}AA")] {
            assert!(Attempt::open(nonsense, &KEY, at(0)).is_none(), "{nonsense}");
        }
    }

    #[test]
    fn what_is_derived_tells_nothing_of_the_rest_and_belongs_to_one_attempt() {
        let (one, other) = (Attempt::new([1; 32], ""), Attempt::new([2; 32], ""));
        let all = [one.state(), one.nonce(), one.verifier(), other.state(), other.nonce()];
        for (i, text) in all.iter().enumerate() {
            assert_eq!(text.len(), 43);
            assert!(!all[i + 1..].contains(text));
        }
        assert!(one.is_answered_by(&one.state()));
        for wrong in ["", &one.nonce(), &other.state(), &format!("{}x", one.state())] {
            assert!(!one.is_answered_by(wrong));
        }
        assert_eq!(format!("{one:?}"), "Attempt(***)");
    }
}
