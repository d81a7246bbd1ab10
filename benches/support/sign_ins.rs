//! A hundred people who sign in again and again, beside somebody who reads.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sozialatlas::app::{Desk, SystemClock, SystemIds, SystemRandom, Visit};
use sozialatlas::store::Store;

use super::client::Connection;
use super::report::Report;

/// People who sign in at the same time.
const PEOPLE: usize = 100;
/// How long each part is measured.
const TIME: Duration = Duration::from_secs(8);

/// What a hundred sign-ins at the same time, at the real cost of a hash, do to `/`: its 99th percentile against the same
/// before and after.
pub async fn sign_ins(store: &Store, address: SocketAddr, report: &mut Report) {
    let (clock, ids, random) = (Arc::new(SystemClock), Arc::new(SystemIds), Arc::new(SystemRandom));
    let desk = Arc::new(Desk::new(store.clone(), clock, ids, random));
    let before = read(address).await;
    let (is_over, made) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let people: Vec<_> = (0..PEOPLE)
        .map(|n| {
            let (desk, is_over, made) =
                (Arc::clone(&desk), Arc::clone(&is_over), Arc::clone(&made));
            tokio::spawn(async move {
                let mut turn = 0;
                while !is_over.load(Ordering::Relaxed) {
                    // From places and for accounts of their own: no quota holds them up. Unknown ones cost the same.
                    let visit = Visit { place: format!("{n}-{turn}"), ..Visit::default() };
                    let email = format!("{n}-{turn}@example.org");
                    desk.sign_in(&email, "nobody knows it", &visit).await.expect("an answer");
                    made.fetch_add(1, Ordering::Relaxed);
                    turn += 1;
                }
            })
        })
        .collect();
    let began = Instant::now();
    let beside = read(address).await;
    let per_second = made.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64();
    is_over.store(true, Ordering::Relaxed);
    for person in people {
        person.await.expect("nobody stops");
    }
    // What else the machine does changes with time: undisturbed is the mean of just before and just after.
    let undisturbed = f64::midpoint(before, read(address).await);
    let ratio = beside / undisturbed;
    let (places, taken) = desk.password_places();
    report.tell(
        "99 % of `/` beside 100 sign-ins, against undisturbed",
        format!(
            "{ratio:.1} times ({beside:.2} against {undisturbed:.2} ms; {per_second:.0} sign-ins/s, {taken} of {places} places)"
        ),
    );
}

/// The time within which 99 of 100 answers of `/` begin, in milliseconds.
async fn read(address: SocketAddr) -> f64 {
    let reading = move || {
        let mut connection = Connection::open(address);
        let mut times = Vec::new();
        let began = Instant::now();
        while began.elapsed() < TIME {
            let answer = connection.get("/");
            assert_eq!(answer.status, 200);
            times.push(answer.first_byte);
        }
        times.sort_unstable();
        times[times.len() * 99 / 100].as_secs_f64() * 1000.0
    };
    tokio::task::spawn_blocking(reading).await.expect("the reader does not stop")
}
