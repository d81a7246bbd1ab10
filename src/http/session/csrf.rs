//! A form counts only if it holds what only our own page could know.
//!
//! The proof is a keyed hash (HMAC-SHA-256) of a word under the secret of the browser's cookie, so that nothing has to
//! be kept; another site knows neither. Each page masks it anew, so that compression tells nothing about it (BREACH).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// What the key is used for here.
const WORD: &[u8] = b"sozialatlas form";

/// The value for `<input type="hidden" name="csrf" value="…">`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CsrfToken(String);

impl fmt::Display for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The proof that belongs to a secret.
fn proof(secret: &str) -> [u8; 32] {
    // A key of any length will do; this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return [0; 32] };
    mac.update(WORD);
    mac.finalize().into_bytes().into()
}

impl CsrfToken {
    /// A token for whoever holds the secret.
    pub(super) fn new(secret: &str, mask: [u8; 32]) -> Self {
        let mut bytes = [0_u8; 64];
        let (left, right) = bytes.split_at_mut(32);
        left.copy_from_slice(&mask);
        for ((to, proof), mask) in right.iter_mut().zip(proof(secret)).zip(mask) {
            *to = proof ^ mask;
        }
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Whether a text is a token of the secret.
    pub(super) fn matches(text: &str, secret: &str) -> bool {
        let Ok(bytes) = URL_SAFE_NO_PAD.decode(text) else { return false };
        if bytes.len() != 64 {
            return false;
        }
        let (mask, masked) = bytes.split_at(32);
        let given: Vec<u8> = mask.iter().zip(masked).map(|(a, b)| a ^ b).collect();
        given.ct_eq(&proof(secret)).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_belongs_to_its_secret_alone_and_never_looks_the_same() {
        let (one, other) = (CsrfToken::new("a", [1; 32]), CsrfToken::new("a", [2; 32]));
        assert_ne!(one, other);
        for token in [&one, &other] {
            assert!(CsrfToken::matches(&token.to_string(), "a"));
            assert!(!CsrfToken::matches(&token.to_string(), "b"));
        }
        let text = one.to_string();
        let shorter: String = text.chars().skip(1).collect();
        for wrong in ["", "x", &shorter, &format!("{text}A"), &"A".repeat(86)] {
            assert!(!CsrfToken::matches(wrong, "a"), "{wrong}");
        }
    }
}
