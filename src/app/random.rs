//! The only door to randomness that secrets are made of.

use std::sync::Mutex;

use sha2::{Digest, Sha256};

/// Gives bytes that nobody can guess.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// When the machine has no randomness to give; nothing secret may be made then.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError>;
}

/// The machine has no randomness to give.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random bytes: {0}")]
pub struct RandomError(pub String);

/// The generator of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(bytes).map_err(|error| RandomError(error.to_string()))
    }
}

/// The same bytes from the same seed, for tests.
#[derive(Debug, Default)]
pub struct SeededRandom(Mutex<u64>);

impl SeededRandom {
    /// Begins at `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        let mut state = self.0.lock().map_err(|error| RandomError(error.to_string()))?;
        for chunk in bytes.chunks_mut(32) {
            *state = state.wrapping_add(1);
            let block = Sha256::digest(state.to_le_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_never_the_same_twice() {
        let (one, other) = (SeededRandom::new(7), SeededRandom::new(7));
        let draw = |random: &SeededRandom| {
            let mut bytes = [0; 40];
            random.fill(&mut bytes).map(|()| bytes)
        };
        let first = draw(&one);
        assert_eq!(first, draw(&other));
        assert_ne!(first, draw(&one));
    }
}
