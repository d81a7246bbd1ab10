//! Many people saving at once, beside full reading.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sozialatlas::app::{Clock as _, SystemClock, Writing as Task, spawn_writing};
use sozialatlas::domain::{Listing, ReviewStatus};
use sozialatlas::store::Store;

use super::client::rate;
use super::report::Report;

/// People who save at the same time.
const WRITERS: usize = 16;
/// Edits a second that come, whether or not the last ones are done.
const PER_SECOND: u32 = 200;
/// Clients that read meanwhile, each as fast as it gets answers.
const READERS: usize = 8;
/// How long each part is measured.
const TIME: Duration = Duration::from_secs(8);

/// What 200 edits a second cost reading, and how many a second could be saved.
///
/// Each of the `samples` must be in its first version; each is edited by one writer alone.
pub async fn many_edits(
    store: &Store,
    address: SocketAddr,
    mut samples: Vec<Listing>,
    paths: &[String],
    report: &mut Report,
) {
    let read = |time: Duration| {
        let paths = paths.to_vec();
        async move {
            let reading = move || rate(address, &paths, READERS, time).per_second;
            tokio::task::spawn_blocking(reading).await.expect("the readers do not stop")
        }
    };
    let before = read(TIME).await;
    let (paced, reached) = {
        let half = samples.split_off(samples.len() / 2);
        let writing = Writing::start(store, half, Some(PER_SECOND));
        let reached = read(TIME).await;
        (writing.stop().await, reached)
    };
    let undisturbed = f64::midpoint(before, read(TIME).await);
    let share = reached / undisturbed;
    report.demand(
        "reading while 200 edits a second are saved by 16 writers, against undisturbed",
        format!(
            "{share:.2} ({reached:.0} of {undisturbed:.0} answers/s, {:.0} edits/s, each saved in {:.1} ms in the middle, {:.1} at most)",
            paced.per_second, paced.median_ms, paced.most_ms
        ),
        "at least 0.90 and 200 edits/s",
        share >= 0.9 && paced.per_second > f64::from(PER_SECOND) * 0.97,
    );
    let writing = Writing::start(store, samples, None);
    tokio::time::sleep(TIME / 2).await;
    let most = writing.stop().await;
    report.tell(
        "edits a second that 16 writers can save, nobody reading",
        format!("{:.0} (each in {:.1} ms in the middle)", most.per_second, most.median_ms),
    );
}

/// What writing came to.
struct Written {
    per_second: f64,
    median_ms: f64,
    most_ms: f64,
}

/// Writers at work.
struct Writing {
    began: Instant,
    is_over: Arc<AtomicBool>,
    tasks: Vec<Task<Vec<Duration>>>,
}

impl Writing {
    /// Starts them: all together `per_second` edits, or as many as they can.
    fn start(store: &Store, samples: Vec<Listing>, per_second: Option<u32>) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let began = Instant::now();
        let next = Arc::new(AtomicUsize::new(0));
        let mut shares: Vec<Vec<Listing>> = (0..WRITERS).map(|_| Vec::new()).collect();
        for (at, sample) in samples.into_iter().enumerate() {
            shares[at % WRITERS].push(sample);
        }
        let tasks = shares
            .into_iter()
            .map(|share| {
                let (store, is_over) = (store.clone(), Arc::clone(&is_over));
                let next = Arc::clone(&next);
                // As the server answers whoever saves.
                spawn_writing(async move {
                    let (mut own, mut took) = (share, Vec::new());
                    let mut edits = 0;
                    while !is_over.load(Ordering::Relaxed) {
                        if let Some(per_second) = per_second {
                            let due = next.fetch_add(1, Ordering::Relaxed) as u32;
                            let due = began + Duration::from_secs(1) * due / per_second;
                            tokio::time::sleep_until(due.into()).await;
                        }
                        let at = edits % own.len();
                        let version = 1 + (edits / own.len()) as i64;
                        edits += 1;
                        own[at].name = format!("Bearbeitet {edits}");
                        let asked = Instant::now();
                        save(&store, &own[at], version).await;
                        took.push(asked.elapsed());
                    }
                    took
                })
            })
            .collect();
        Self { began, is_over, tasks }
    }

    /// Lets them finish what they have begun.
    async fn stop(self) -> Written {
        self.is_over.store(true, Ordering::Relaxed);
        let mut took = Vec::new();
        for task in self.tasks {
            took.extend(task.join().await.expect("a writer does not stop"));
        }
        let seconds = self.began.elapsed().as_secs_f64();
        took.sort_unstable();
        let ms = |time: Option<&Duration>| time.map_or(0.0, |t| t.as_secs_f64() * 1000.0);
        Written {
            per_second: took.len() as f64 / seconds,
            median_ms: ms(took.get(took.len() / 2)),
            most_ms: ms(took.last()),
        }
    }
}

/// One edit, acknowledged when it is durable.
async fn save(store: &Store, listing: &Listing, version: i64) {
    let mut tx = store.begin_write("bench", SystemClock.now()).await.expect("a writer");
    tx.save_revision(listing, ReviewStatus::Published, None, version).await.expect("an edit");
    tx.commit().await.expect("a commit");
}
