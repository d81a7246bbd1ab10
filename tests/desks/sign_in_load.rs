//! A hundred people sign in at the same moment, and others read meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sozialatlas::app::{PasswordCost, SignIn, Visit};
use sozialatlas::domain::policy::Role;

use crate::house::{House, PASSWORD, Plan};

const PEOPLE: usize = 100;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_sign_ins_queue_in_bounded_places_and_reading_is_answered_meanwhile() {
    // What a hash really costs.
    let plan = Plan { password_cost: PasswordCost::default(), ..Plan::default() };
    let house = House::built(plan).await;
    house.add("a@traeger.example", Role::Provider).await;
    let before = house.desk.passwords_hashed();
    let done = Arc::new(AtomicUsize::new(0));
    let sign_ins: Vec<_> = (0..PEOPLE)
        .map(|n| {
            let (desk, done) = (Arc::clone(&house.desk), Arc::clone(&done));
            // From places of their own: the quota of one place is not what holds them up.
            let visit = Visit { place: format!("2001:db8:{n:x}::"), ..Visit::default() };
            let email = if n == 50 { "a@traeger.example".into() } else { format!("{n}@x.example") };
            tokio::spawn(async move {
                let outcome = desk.sign_in(&email, PASSWORD, &visit).await;
                done.fetch_add(1, Ordering::Relaxed);
                outcome.unwrap()
            })
        })
        .collect();
    // All of them wait or work before anybody reads.
    while house.desk.passwords_hashed() == before {
        tokio::task::yield_now().await;
    }
    let mut read_meanwhile = 0;
    for path in ["/", "/liste", "/api/collections/services/items", "/healthz"] {
        assert_eq!(house.server.get(path).await.status, 200, "{path}");
        if done.load(Ordering::Relaxed) < PEOPLE {
            read_meanwhile += 1;
        }
    }
    assert!(read_meanwhile > 0, "reading had to wait for all of them");
    let mut signed_in = 0;
    for sign_in in sign_ins {
        signed_in += usize::from(matches!(sign_in.await.unwrap(), SignIn::Done(_)));
    }
    assert_eq!(signed_in, 1, "whose password it is");
    let (places, taken) = house.desk.password_places();
    assert!((1..=places).contains(&taken), "{taken} at once in {places} places");
    let hashed = house.desk.passwords_hashed() - before;
    assert_eq!(hashed, u64::try_from(PEOPLE).unwrap(), "each once, known or not");
}
