//! The mark that a form carries, and the secret of an answer link: both by HMAC (RFC 2104, 1997) with SHA-256.
//!
//! The mark says when the form was opened: who sends it back within seconds is most likely a program. Nothing has to be
//! solved, seen or heard, so that nobody is shut out. The secret of the answer link is derived from the suggestion's
//! id, so that the same form sent twice leads to the same link and a later mail can name it, though only its hash is
//! stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::domain::{SuggestionId, hex};

/// A person needs longer than this to fill in a form.
const SHORTEST: TimeDelta = TimeDelta::seconds(3);
/// A form that was open longer has to be sent once more.
const LONGEST: TimeDelta = TimeDelta::hours(24);
/// How far clocks of several instances may differ.
const SKEW: TimeDelta = TimeDelta::minutes(5);

/// Bytes of the key and of the random part of a mark.
pub(super) const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 16;

/// The key that all instances share.
pub(super) struct Seal(Vec<u8>);

/// What is wrong with the mark of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkFault {
    /// It came back faster than a person writes.
    TooFast,
    /// It is too old, from the future, or not ours.
    Expired,
}

impl Seal {
    /// The seal of a stored key; `None` where it cannot be read.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        let key = URL_SAFE_NO_PAD.decode(text).ok()?;
        (key.len() == KEY_BYTES).then_some(Self(key))
    }

    /// A key as it is stored.
    pub(super) fn to_text(key: &[u8; KEY_BYTES]) -> String {
        URL_SAFE_NO_PAD.encode(key)
    }

    fn mac(&self, purpose: &str, parts: &[&[u8]]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(purpose.as_bytes());
        for part in parts {
            // Each with its length, so that no two lists of parts look alike.
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        Some(mac)
    }

    /// The mark of a form that is opened now.
    pub(super) fn mark(&self, now: DateTime<Utc>, nonce: [u8; NONCE_BYTES]) -> Option<String> {
        let opened = now.timestamp().to_be_bytes();
        let tag = self.mac("form", &[&opened, &nonce])?.finalize().into_bytes();
        let mut bytes = Vec::with_capacity(opened.len() + nonce.len() + tag.len());
        bytes.extend_from_slice(&opened);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&tag);
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Whether the mark is ours and of the right age; the hash by which the same form is known again.
    pub(super) fn check(&self, mark: &str, now: DateTime<Utc>) -> Result<String, MarkFault> {
        let bytes = URL_SAFE_NO_PAD.decode(mark).map_err(|_not_ours| MarkFault::Expired)?;
        let parts = bytes
            .split_first_chunk::<8>()
            .and_then(|(opened, rest)| Some((opened, rest.split_first_chunk::<NONCE_BYTES>()?)));
        let Some((opened, (nonce, tag))) = parts else { return Err(MarkFault::Expired) };
        let mac = self.mac("form", &[opened, nonce]).ok_or(MarkFault::Expired)?;
        mac.verify_slice(tag).map_err(|_forged| MarkFault::Expired)?;
        let opened = DateTime::from_timestamp(i64::from_be_bytes(*opened), 0);
        let age = now - opened.ok_or(MarkFault::Expired)?;
        if age > LONGEST || age < -SKEW {
            return Err(MarkFault::Expired);
        }
        if age < SHORTEST {
            return Err(MarkFault::TooFast);
        }
        Ok(hash(nonce))
    }

    /// The secret of a suggestion's answer link.
    pub(super) fn answer_secret(&self, id: SuggestionId) -> Option<String> {
        let tag = self.mac("answer", &[id.0.as_bytes()])?.finalize().into_bytes();
        Some(URL_SAFE_NO_PAD.encode(tag))
    }
}

/// SHA-256 as hexadecimal text: what is stored instead of a secret.
pub(super) fn hash(secret: &[u8]) -> String {
    hex(&Sha256::digest(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn seal(byte: u8) -> Seal {
        Seal::from_text(&Seal::to_text(&[byte; KEY_BYTES])).unwrap()
    }

    #[test]
    fn a_form_comes_back_after_seconds_and_within_a_day() {
        let mark = seal(1).mark(at(0), [7; NONCE_BYTES]).unwrap();
        let check = |seconds| seal(1).check(&mark, at(seconds));
        assert_eq!(check(0), Err(MarkFault::TooFast));
        assert_eq!(check(2), Err(MarkFault::TooFast));
        assert!(check(3).is_ok());
        assert_eq!(check(3), check(86_400), "the same form is known again");
        assert_eq!(check(86_401), Err(MarkFault::Expired));
    }

    #[test]
    fn a_clock_set_back_asks_again_instead_of_refusing_for_ever() {
        let mark = seal(1).mark(at(0), [7; NONCE_BYTES]).unwrap();
        assert_eq!(seal(1).check(&mark, at(-60)), Err(MarkFault::TooFast));
        assert_eq!(seal(1).check(&mark, at(-3_600)), Err(MarkFault::Expired));
    }

    #[test]
    fn no_byte_of_a_mark_can_be_changed_and_no_other_key_makes_one() {
        let mark = seal(1).mark(at(0), [7; NONCE_BYTES]).unwrap();
        assert_eq!(seal(2).check(&mark, at(60)), Err(MarkFault::Expired));
        let bytes = URL_SAFE_NO_PAD.decode(&mark).unwrap();
        for at_byte in 0..bytes.len() {
            let mut forged = bytes.clone();
            forged[at_byte] ^= 1;
            let forged = URL_SAFE_NO_PAD.encode(forged);
            assert_eq!(seal(1).check(&forged, at(60)), Err(MarkFault::Expired), "byte {at_byte}");
        }
        for nonsense in ["", "A", "####", mark.get(..20).unwrap(), &format!("{mark}AA")] {
            assert_eq!(seal(1).check(nonsense, at(60)), Err(MarkFault::Expired), "{nonsense}");
        }
    }

    #[test]
    fn the_secret_of_an_answer_link_is_the_same_each_time_and_another_for_each_suggestion() {
        let (one, other) = (SuggestionId::stable("test", "1"), SuggestionId::stable("test", "2"));
        assert_eq!(seal(1).answer_secret(one), seal(1).answer_secret(one));
        assert_ne!(seal(1).answer_secret(one), seal(1).answer_secret(other));
        assert_ne!(seal(1).answer_secret(one), seal(2).answer_secret(one));
    }
}
