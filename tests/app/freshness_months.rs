//! How fresh the entries were month by month: months that are over are counted once, today is read off the read model.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, Utc};
use sozialatlas::app::{Author, Clock, Desk, FreshnessMonth, SeededRandom, SystemIds, open_atlas};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{FreshnessPolicy, Region, ServiceStatus};
use sozialatlas::store::Store;

use crate::county::{edit_with, load, package};
use crate::support::TestDb;

on_both!(
    the_read_model_counts_as_the_documents_do,
    a_month_that_is_over_is_counted_once_and_stays_as_it_was,
    another_policy_is_counted_apart,
);

#[derive(Debug)]
struct Hands(Mutex<DateTime<Utc>>);

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

struct County {
    store: Store,
    hands: Arc<Hands>,
    /// With a read model, and without one.
    desks: [Desk; 2],
    region: Arc<Region>,
}

fn editor() -> Author {
    let actor = Actor::Person { role: Role::Editor, organizations: Vec::new() };
    Author { actor, name: "account:editor".to_owned() }
}

fn numbers(months: &[FreshnessMonth]) -> Vec<(String, [u64; 3])> {
    let of =
        |m: &FreshnessMonth| (m.month.to_string(), [m.count.fresh, m.count.stale, m.count.unknown]);
    months.iter().map(of).collect()
}

impl County {
    async fn open(db: &TestDb) -> Self {
        let store = db.store().await;
        let mut package = package(20);
        // Fresh, stale, of unknown age; at rest, which nobody sees.
        for (i, entry) in package.listings.iter_mut().enumerate() {
            for site in &mut entry.listing.sites {
                site.assurance.unconfirmed = i == 3;
                site.assurance.date = match i % 4 {
                    0 => "2026-10".parse().ok(),
                    1 => "2019".parse().ok(),
                    2 => None,
                    _ => "2025-02".parse().ok(),
                };
            }
            entry.listing.status =
                if i == 8 { ServiceStatus::Inactive } else { ServiceStatus::Active };
            entry.listing.sites.iter_mut().for_each(|site| site.status = ServiceStatus::Active);
        }
        load(&store, &package, "one").await;
        let atlas = open_atlas(&store, &package).await.unwrap();
        let now = "2026-11-25T09:00:00Z".parse().unwrap();
        let hands = Arc::new(Hands(Mutex::new(now)));
        let random = Arc::new(SeededRandom::new(7));
        let bare = Desk::new(store.clone(), hands.clone(), Arc::new(SystemIds), random);
        let full = bare.clone().with_atlas(atlas, chrono_tz::Europe::Berlin);
        let region = Arc::new(package.region.clone());
        Self { store, hands, desks: [full, bare], region }
    }

    fn turn_to(&self, day: &str) -> NaiveDate {
        *self.hands.0.lock().unwrap() = format!("{day}T09:00:00Z").parse().unwrap();
        day.parse().unwrap()
    }

    async fn months(&self, desk: usize, today: NaiveDate) -> Vec<(String, [u64; 3])> {
        let found = self.desks[desk].freshness_over_time(&editor(), today, &self.region).await;
        numbers(&found.unwrap())
    }
}

async fn the_read_model_counts_as_the_documents_do(db: &TestDb) {
    let county = County::open(db).await;
    for day in ["2026-11-25", "2027-03-01", "2031-01-01"] {
        let today = county.turn_to(day);
        let [read, counted] = [county.months(0, today).await, county.months(1, today).await];
        assert_eq!(read, counted, "{day}");
        let (_, last) = read.last().unwrap();
        assert_eq!(last.iter().sum::<u64>(), 19, "what rests does not count: {last:?}");
        assert!(day > "2027" || last.iter().all(|n| *n > 0), "{last:?}");
    }
}

async fn a_month_that_is_over_is_counted_once_and_stays_as_it_was(db: &TestDb) {
    let county = County::open(db).await;
    let november = county.months(0, county.turn_to("2026-11-30")).await;
    assert_eq!(november.len(), 1);
    let today = county.turn_to("2027-02-10");
    let first = county.months(0, today).await;
    let names: Vec<&str> = first.iter().map(|(month, _)| month.as_str()).collect();
    assert_eq!(names, ["2026-11", "2026-12", "2027-01", "2027-02"]);
    assert_eq!(first[0], november[0], "counted later, it is what it was");
    // Nothing of it is counted again: a wrong figure written down by hand stays.
    db.run("UPDATE freshness_month SET fresh = 77 WHERE month = '2026-12'").await;
    let again = county.months(0, today).await;
    assert_eq!(again[1].1[0], 77);
    assert_eq!((&again[0], &again[2], &again[3]), (&first[0], &first[2], &first[3]));
    // A confirmation of today changes today alone.
    let package = package(20);
    edit_with(&county.store, &package, 1, |listing| {
        for site in &mut listing.sites {
            site.assurance.date = "2027-02".parse().ok();
        }
    })
    .await;
    let bare = county.months(1, today).await;
    assert_eq!(bare[..3], again[..3]);
    assert_eq!(bare[3].1[0], again[3].1[0] + 1);
    let actor = Actor::Person { role: Role::Provider, organizations: Vec::new() };
    let stranger = Author { actor, name: "account:x".into() };
    let denied = county.desks[0].freshness_over_time(&stranger, today, &county.region).await;
    assert!(denied.is_err());
}

async fn another_policy_is_counted_apart(db: &TestDb) {
    let mut county = County::open(db).await;
    let today = county.turn_to("2027-01-15");
    let before = county.months(1, today).await;
    let mut region = (*county.region).clone();
    region.freshness = FreshnessPolicy { stale_after_months: 1, ..region.freshness };
    region.freshness_by_category.clear();
    county.region = Arc::new(region);
    let stricter = county.months(1, today).await;
    assert!(stricter[1].1[0] < before[1].1[0], "{before:?} {stricter:?}");
    assert_eq!(stricter[1].1[2], before[1].1[2]);
}
