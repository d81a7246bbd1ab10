//! The data for use without internet, as bytes: written once for each state of the data, day and language.
//!
//! Writing them takes a look at every entry and a search for every choice of every filter. Whoever asks while that is
//! done waits for it and gets the same bytes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;

use crate::domain::Language;
use crate::http::problem::Problem;

/// The data in one language.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// Tells this state from every other.
    pub(super) version: String,
    /// JSON.
    pub(super) bytes: Bytes,
}

/// What was written last in each language: never more than one state of each.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    written: Mutex<HashMap<Language, Written>>,
    /// Held by whoever writes.
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Shelf {
    /// The data in a language, of the version that is `current`; written now by `write`, on a thread for long work, where
    /// they are not there yet.
    ///
    /// `write` looks at the data when its turn has come, so that nothing older ever takes the place of something newer.
    ///
    /// # Errors
    /// As `write` does.
    pub(super) async fn find_or_write(
        self: &Arc<Self>,
        language: Language,
        current: impl Fn() -> String,
        write: impl FnOnce() -> Result<Written, Problem> + Send + 'static,
    ) -> Result<Written, Problem> {
        if let Some(written) = self.find(language, &current()) {
            return Ok(written);
        }
        let turn = Arc::clone(&self.turn).lock_owned().await;
        if let Some(written) = self.find(language, &current()) {
            return Ok(written);
        }
        let shelf = Arc::clone(self);
        let writing = tokio::task::spawn_blocking(move || {
            // Held by the work itself: who goes away meanwhile makes nobody write the same again.
            let _turn = turn;
            let written = write()?;
            shelf.lock().insert(language, written.clone());
            Ok(written)
        });
        writing.await.map_err(Problem::internal)?
    }

    fn find(&self, language: Language, version: &str) -> Option<Written> {
        self.lock().get(&language).filter(|written| written.version == version).cloned()
    }

    /// A panic leaves nothing half done: each entry is put in one step.
    fn lock(&self) -> MutexGuard<'_, HashMap<Language, Written>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use futures_util::FutureExt;

    use super::*;

    /// Data whose version is a number that tests raise.
    #[derive(Default)]
    struct Data {
        shelf: Arc<Shelf>,
        version: AtomicUsize,
        written: AtomicUsize,
    }

    impl Data {
        async fn ask(self: &Arc<Self>, language: Language) -> Written {
            self.ask_and_wait(language, || {}).await
        }

        /// Asks; whoever has to write does so after `wait`.
        async fn ask_and_wait(
            self: &Arc<Self>,
            language: Language,
            wait: impl FnOnce() + Send + 'static,
        ) -> Written {
            let data = Arc::clone(self);
            let write = move || {
                wait();
                data.written.fetch_add(1, Ordering::SeqCst);
                let version = data.current();
                Ok(Written { bytes: Bytes::from(version.clone()), version })
            };
            self.shelf.find_or_write(language, || self.current(), write).await.unwrap()
        }

        fn current(&self) -> String {
            self.version.load(Ordering::SeqCst).to_string()
        }

        fn times_written(&self) -> usize {
            self.written.load(Ordering::SeqCst)
        }
    }

    #[tokio::test]
    async fn two_who_ask_at_the_same_time_get_the_same_bytes_written_once() {
        let data = Arc::new(Data::default());
        let (begun, has_begun) = mpsc::channel();
        let (go_on, may_go_on) = mpsc::channel();
        let wait = move || {
            begun.send(()).unwrap();
            may_go_on.recv().unwrap();
        };
        let first = tokio::spawn({
            let data = Arc::clone(&data);
            async move { data.ask_and_wait(Language::German, wait).await }
        });
        tokio::task::spawn_blocking(move || has_begun.recv().unwrap()).await.unwrap();
        let mut second = Box::pin(data.ask(Language::German));
        assert!((&mut second).now_or_never().is_none(), "waits for who came first");
        go_on.send(()).unwrap();
        let (first, second) = (first.await.unwrap(), second.await);
        assert_eq!(first.bytes.as_ptr(), second.bytes.as_ptr());
        assert_eq!(data.ask(Language::German).await.bytes.as_ptr(), first.bytes.as_ptr());
        assert_eq!(data.times_written(), 1);
    }

    #[tokio::test]
    async fn changed_data_are_written_anew_and_take_the_place_of_the_old() {
        let data = Arc::new(Data::default());
        let old = data.ask(Language::German).await;
        data.ask(Language::English).await;
        assert_eq!(data.times_written(), 2, "each language for itself");
        data.version.store(1, Ordering::SeqCst);
        let new = data.ask(Language::German).await;
        assert_eq!((old.version.as_str(), new.version.as_str()), ("0", "1"));
        data.ask(Language::German).await;
        assert_eq!(data.times_written(), 3);
        assert_eq!(data.shelf.lock().len(), 2, "one state of each language");
    }

    #[tokio::test]
    async fn who_goes_away_while_the_data_are_written_leaves_them_to_the_next() {
        let data = Arc::new(Data::default());
        let (begun, has_begun) = mpsc::channel();
        let (go_on, may_go_on) = mpsc::channel();
        let wait = move || {
            begun.send(()).unwrap();
            may_go_on.recv().unwrap();
        };
        let first = tokio::spawn({
            let data = Arc::clone(&data);
            async move { data.ask_and_wait(Language::German, wait).await }
        });
        tokio::task::spawn_blocking(move || has_begun.recv().unwrap()).await.unwrap();
        first.abort();
        first.await.unwrap_err();
        go_on.send(()).unwrap();
        data.ask(Language::German).await;
        assert_eq!(data.times_written(), 1);
    }

    #[tokio::test]
    async fn what_could_not_be_written_is_tried_again() {
        let shelf = Arc::new(Shelf::default());
        let fail = || Err(Problem::broken("no"));
        let failed = shelf.find_or_write(Language::German, || "1".into(), fail).await;
        assert_eq!(failed.unwrap_err().status, 500);
        let data = Arc::new(Data { shelf, ..Data::default() });
        assert_eq!(data.ask(Language::German).await.version, "0");
    }
}
