//! A desk over a test's database, and accounts for it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sozialatlas::app::{
    AccountOptions, AppError, Desk, FixedClock, NewAccount, PasswordCost, SecondFactorRule,
    SeededRandom, SignIn, SystemIds, Visit,
};
use sozialatlas::domain::Account;
use sozialatlas::domain::policy::Role;
use sozialatlas::store::Store;

use crate::county::{load, package};
use crate::support::TestDb;
use crate::world;

pub(crate) const PASSWORD: &str = "sieben nasse kraniche am tor";

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// A desk at a moment. Each has ids and secrets of its own.
pub(crate) fn desk_at(store: &Store, at: DateTime<Utc>, passes: u32) -> Desk {
    let cost = PasswordCost { memory_kib: 8, passes, lanes: 1 };
    let options = AccountOptions { second_factor: SecondFactorRule::Nobody, password_cost: cost };
    let random = SeededRandom::new(u64::try_from(at.timestamp()).unwrap() * 1_000);
    let (clock, ids) = (Arc::new(FixedClock(at)), Arc::new(SystemIds));
    Desk::new(store.clone(), clock, ids, Arc::new(random)).with_accounts(options)
}

pub(crate) async fn furnished(db: &TestDb) -> (Store, Desk) {
    let store = db.store().await;
    load(&store, &package(5), "one").await;
    let desk = desk_at(&store, noon(), 1);
    (store, desk)
}

pub(crate) async fn add(desk: &Desk, email: &str, role: Role) -> Account {
    let organizations =
        if role == Role::Provider { vec![world::organization_id(0)] } else { Vec::new() };
    let (email, password) = (email.to_owned(), PASSWORD.to_owned());
    let new = NewAccount { email, name: None, role, organizations, password };
    desk.add_account(new).await.unwrap()
}

pub(crate) fn visit(place: &str) -> Visit {
    Visit { place: place.to_owned(), ..Visit::default() }
}

pub(crate) async fn sign_in(desk: &Desk, email: &str) -> Option<String> {
    match desk.sign_in(email, PASSWORD, &visit(email)).await.unwrap() {
        SignIn::Done(session) => Some(session.secret),
        SignIn::CodeNeeded(_) | SignIn::Wrong => None,
    }
}

pub(crate) fn pointers(error: AppError) -> Vec<String> {
    let AppError::Invalid(faults) = error else { panic!("{error}") };
    faults.0.into_iter().map(|fault| fault.pointer).collect()
}
