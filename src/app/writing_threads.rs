//! Threads of their own for whatever changes something.
//!
//! A save is a chain of small steps, each of which waits for the database. On the threads that answer readers, every
//! step would stand in line behind answers of a megabyte; here it is the operating system that shares the processor
//! out, and somebody who has waited comes first.

use std::sync::LazyLock;

use tokio::runtime::{Builder, Handle, Runtime};

/// Enough for saving, which mostly waits, and one more where somebody computes.
const THREADS: usize = 2;

static RUNTIME: LazyLock<Option<Runtime>> = LazyLock::new(|| {
    let built = Builder::new_multi_thread()
        .worker_threads(THREADS)
        .thread_name("writing")
        .enable_all()
        .build();
    built.inspect_err(|error| tracing::warn!(%error, "no threads of their own for saving")).ok()
});

/// Runs something on the threads for writing; where the system gave none, on those of the caller.
///
/// It is given up when the handle is dropped, as any other work that nobody waits for.
pub fn spawn_writing<F>(work: F) -> Writing<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    let handle = RUNTIME.as_ref().map_or_else(Handle::current, |runtime| runtime.handle().clone());
    Writing(handle.spawn(work))
}

/// Work on the threads for writing.
#[derive(Debug)]
pub struct Writing<T>(tokio::task::JoinHandle<T>);

impl<T> Writing<T> {
    /// Waits for the end.
    ///
    /// # Errors
    /// When the program is shutting down.
    ///
    /// # Panics
    /// When the work did, with its words.
    pub async fn join(mut self) -> Result<T, tokio::task::JoinError> {
        match (&mut self.0).await {
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            ended => ended,
        }
    }
}

impl<T> Drop for Writing<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_runs_on_threads_of_its_own() {
        let name = spawn_writing(async { std::thread::current().name().map(str::to_owned) });
        assert_eq!(name.join().await.unwrap().as_deref(), Some("writing"));
    }

    #[tokio::test]
    async fn a_panic_goes_on_where_it_is_waited_for() {
        let outside = tokio::spawn(spawn_writing(async { panic!("words") }).join());
        let panic = outside.await.unwrap_err().into_panic();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"words"));
    }

    #[tokio::test]
    async fn what_nobody_waits_for_is_given_up() {
        let (alive, gone) = tokio::sync::oneshot::channel::<()>();
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let work = spawn_writing(async move {
            let _alive = alive;
            let _ = begun.send(());
            std::future::pending::<()>().await;
        });
        has_begun.await.unwrap();
        drop(work);
        gone.await.unwrap_err();
    }
}
