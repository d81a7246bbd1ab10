//! Whether the program can answer, and how far it has followed the change feed.

use std::time::Duration;

use tokio::sync::watch;

/// What a load balancer wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadyState {
    /// Answers.
    Ready,
    /// Still answers, but is about to stop: send nobody here any more.
    Draining,
}

/// Shared between those who serve and those who keep the read model up to date.
///
/// A database that cannot be reached does not make the program unready: what is public is in memory and still
/// right, only [`Readiness::is_following`] says that newer versions may be missing.
#[derive(Debug)]
pub struct Readiness {
    state: watch::Sender<ReadyState>,
    seq: watch::Sender<i64>,
    following: watch::Sender<bool>,
}

impl Default for Readiness {
    fn default() -> Self {
        Self {
            state: watch::Sender::new(ReadyState::Ready),
            seq: watch::Sender::new(0),
            following: watch::Sender::new(true),
        }
    }
}

impl Readiness {
    /// Whether to send requests here.
    #[must_use]
    pub fn state(&self) -> ReadyState {
        *self.state.borrow()
    }

    /// From now on no new requests are wanted.
    pub fn drain(&self) {
        self.state.send_replace(ReadyState::Draining);
    }

    /// Whether the change feed can be read; otherwise newer versions may be missing.
    #[must_use]
    pub fn is_following(&self) -> bool {
        *self.following.borrow()
    }

    /// Notes whether the change feed can be read; whether that is news.
    #[must_use]
    pub fn set_following(&self, following: bool) -> bool {
        self.following.send_replace(following) != following
    }

    /// Notes that the read model shows everything up to position `seq` of the feed.
    pub fn advance(&self, seq: i64) {
        self.seq.send_modify(|reached| *reached = seq.max(*reached));
    }

    /// Waits until the read model shows position `seq`, so that who has just written reads it back; whether it
    /// came to that within `limit`.
    pub async fn wait_for(&self, seq: i64, limit: Duration) -> bool {
        let mut reached = self.seq.subscribe();
        let waiting = reached.wait_for(|reached| *reached >= seq);
        matches!(tokio::time::timeout(limit, waiting).await, Ok(Ok(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_has_written_waits_until_it_shows_and_no_longer_than_allowed() {
        let readiness = Readiness::default();
        readiness.advance(4);
        assert!(readiness.wait_for(4, Duration::ZERO).await);
        assert!(!readiness.wait_for(5, Duration::from_millis(5)).await);
        let (waited, ()) = tokio::join!(readiness.wait_for(5, Duration::from_secs(5)), async {
            readiness.advance(6);
        });
        assert!(waited);
        readiness.advance(3);
        assert!(readiness.wait_for(6, Duration::ZERO).await, "the position never goes back");
    }

    #[test]
    fn a_change_of_following_is_news_once() {
        let readiness = Readiness::default();
        assert!(readiness.set_following(false));
        assert!(!readiness.set_following(false));
        assert!(!readiness.is_following());
        assert!(readiness.set_following(true));
    }
}
