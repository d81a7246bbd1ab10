//! Secrets that are handed out: cookies, links, tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::app::{Random, RandomError};
use crate::domain::hex;

/// Characters of a secret: 256 bits in Base64 for addresses.
pub(super) const SECRET_CHARS: usize = 43;

/// A new secret of 256 bits.
pub(super) fn new_secret(random: &dyn Random) -> Result<String, RandomError> {
    let mut bytes = [0_u8; 32];
    random.fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// What the database keeps of a secret. A plain SHA-256 is enough: nobody guesses 256 bits.
#[must_use]
pub fn hash_secret(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Whether a text from outside can be one of our secrets, so that nothing else is ever looked up.
pub(super) fn is_secret(text: &str) -> bool {
    text.len() == SECRET_CHARS
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::SeededRandom;

    #[test]
    fn a_secret_is_long_never_the_same_and_its_hash_does_not_hold_it() {
        let random = SeededRandom::new(1);
        let (one, other) = (new_secret(&random).unwrap(), new_secret(&random).unwrap());
        assert_ne!(one, other);
        assert!(is_secret(&one));
        let hash = hash_secret(&one);
        assert_eq!(hash.len(), 64);
        assert!(!hash.contains(&one));
        let shorter: String = one.chars().skip(1).collect();
        for wrong in ["", "x", &shorter, &format!("{one}x"), &format!("+{shorter}")] {
            assert!(!is_secret(wrong), "{wrong}");
        }
    }
}
