//! Counting without tracking: what is written down, what never is, and what adds up.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::app::{
    Author, Clock, Desk, SeededRandom, Seen, SystemIds, UnmetFilter, open_atlas,
};
use sozialatlas::atlas::Atlas;
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{Month, RetentionPolicy, ServiceId, UnmetKind};
use sozialatlas::store::Store;

use crate::county::{load, package};
use crate::support::{TestDb, moment};
use crate::world;

on_both!(
    four_alike_never_reach_the_database_and_the_fifth_brings_all_five,
    several_instances_add_up,
    what_a_process_had_not_written_is_lost_with_it_and_nothing_else,
    a_clock_set_back_loses_and_doubles_nothing_that_was_written,
    what_looks_personal_is_not_counted_at_all,
    sums_are_forgotten_when_their_time_is_over,
    numbers_of_all_own_entries_come_at_once_as_they_come_one_by_one,
    who_may_see_what_follows_the_table,
    more_than_can_wait_is_dropped_and_nobody_waits,
    what_is_counted_for_an_entry_that_was_merged_meanwhile_goes_to_the_one_that_stays,
);

/// A word that stands in no entry and in no other test.
const RARE: &str = "einhornfrisur";

#[derive(Debug)]
struct Hands(Mutex<DateTime<Utc>>);

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

struct County {
    store: Store,
    atlas: Arc<Atlas>,
    hands: Arc<Hands>,
    desk: Desk,
}

impl County {
    async fn open(db: &TestDb) -> Self {
        let store = db.store().await;
        let package = package(20);
        load(&store, &package, "one").await;
        let atlas = open_atlas(&store, &package).await.unwrap();
        let hands = Arc::new(Hands(Mutex::new(moment(0))));
        let desk = instance(&store, &atlas, &hands);
        Self { store, atlas, hands, desk }
    }

    /// Another process over the same database.
    fn other(&self) -> Desk {
        instance(&self.store, &self.atlas, &self.hands)
    }

    fn turn(&self, by: TimeDelta) {
        *self.hands.0.lock().unwrap() += by;
    }

    fn ask(&self, desk: &Desk, text: &str, times: usize) {
        for _ in 0..times {
            let asked = self.atlas.snapshot().asked(text).unwrap();
            desk.note_seen(Seen::Unmet { kind: UnmetKind::Zero, asked });
        }
    }

    /// Words and numbers of everything that was not found.
    async fn unmet(&self) -> Vec<(String, String, u64)> {
        let found = self.desk.list_unmet(&editor(), UnmetFilter::default()).await.unwrap();
        found.into_iter().map(|one| (one.week.to_string(), one.wording.words, one.count)).collect()
    }

    async fn views(&self, id: ServiceId) -> Vec<(String, u64)> {
        let reach = self.desk.find_reach(&editor(), id, 13).await.unwrap().unwrap();
        reach.months.iter().map(|month| (month.month.to_string(), month.views)).collect()
    }
}

fn instance(store: &Store, atlas: &Arc<Atlas>, hands: &Arc<Hands>) -> Desk {
    let random = Arc::new(SeededRandom::new(7));
    Desk::new(store.clone(), hands.clone(), Arc::new(SystemIds), random)
        .with_atlas(Arc::clone(atlas), chrono_tz::Europe::Berlin)
}

fn person(role: Role, organizations: Vec<sozialatlas::domain::OrganizationId>) -> Author {
    Author { actor: Actor::Person { role, organizations }, name: "account:x".to_owned() }
}

fn editor() -> Author {
    person(Role::Editor, Vec::new())
}

/// Some entry of the county.
fn entry() -> ServiceId {
    package(20).listings[0].listing.id
}

fn view(asked: Option<&str>) -> Seen {
    Seen::View { service_id: entry(), asked: asked.map(str::to_owned) }
}

/// Whether a text stands anywhere in the database: in the bytes of all its files, or in a row of its tables.
async fn holds(db: &TestDb, store: &Store, text: &str) -> bool {
    if db.is_sqlite() {
        let folder = db.file().parent().unwrap().to_owned();
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        return files
            .map(|path| std::fs::read(path).unwrap())
            .any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()));
    }
    let led = store.list_led(entry(), Month::parse("2020-01").unwrap()).await.unwrap();
    let like = format!("'%{text}%'");
    let unmet =
        format!("SELECT COUNT(*) FROM usage_unmet WHERE alike LIKE {like} OR words LIKE {like}");
    led.iter().any(|one| one.wording.words.contains(text)) || db.number(&unmet).await > 0
}

async fn four_alike_never_reach_the_database_and_the_fifth_brings_all_five(db: &TestDb) {
    let county = County::open(db).await;
    for _ in 0..4 {
        county.ask(&county.desk, &format!("Wo ist eine {RARE}?"), 1);
        county.desk.note_seen(view(Some(RARE)));
        county.desk.flush_usage().await.unwrap();
    }
    assert!(!holds(db, &county.store, RARE).await, "four alike were written down");
    assert_eq!(county.unmet().await, []);
    let reach = county.desk.find_reach(&editor(), entry(), 1).await.unwrap().unwrap();
    assert_eq!((reach.months[0].views, reach.months[0].led.len()), (4, 0));

    county.ask(&county.desk, &RARE.to_uppercase(), 1);
    county.desk.note_seen(view(Some(RARE)));
    county.desk.flush_usage().await.unwrap();
    assert!(holds(db, &county.store, RARE).await, "this test would not find what is there");
    assert_eq!(county.unmet().await, [("2026-W48".to_owned(), RARE.to_owned(), 5)]);
    let reach = county.desk.find_reach(&editor(), entry(), 1).await.unwrap().unwrap();
    let month = &reach.months[0];
    assert_eq!((month.views, month.led[0].words.as_str(), month.led[0].count), (5, RARE, 5));
}

async fn several_instances_add_up(db: &TestDb) {
    let county = County::open(db).await;
    let other = county.other();
    county.ask(&county.desk, RARE, 5);
    county.ask(&other, RARE, 2);
    county.desk.note_seen(view(None));
    other.note_seen(view(None));
    other.flush_usage().await.unwrap();
    assert_eq!(county.unmet().await, [], "two of them are not enough");
    county.desk.flush_usage().await.unwrap();
    other.flush_usage().await.unwrap();
    assert_eq!(county.unmet().await[0].2, 7);
    assert_eq!(county.views(entry()).await, [("2026-11".to_owned(), 2)]);
    county.ask(&other, RARE, 1);
    let both = tokio::join!(county.desk.flush_usage(), other.flush_usage());
    both.0.unwrap();
    both.1.unwrap();
    assert_eq!(county.unmet().await[0].2, 8);
}

async fn what_a_process_had_not_written_is_lost_with_it_and_nothing_else(db: &TestDb) {
    let county = County::open(db).await;
    county.desk.note_seen(view(None));
    county.ask(&county.desk, RARE, 6);
    county.desk.flush_usage().await.unwrap();
    county.desk.note_seen(view(None));
    county.ask(&county.desk, RARE, 1);
    let after = county.other();
    after.flush_usage().await.unwrap();
    after.note_seen(view(None));
    county.ask(&after, RARE, 1);
    after.flush_usage().await.unwrap();
    assert_eq!(county.views(entry()).await, [("2026-11".to_owned(), 2)]);
    assert_eq!(county.unmet().await[0].2, 7);
}

async fn a_clock_set_back_loses_and_doubles_nothing_that_was_written(db: &TestDb) {
    let county = County::open(db).await;
    county.desk.note_seen(view(None));
    county.ask(&county.desk, RARE, 5);
    county.desk.flush_usage().await.unwrap();
    county.turn(TimeDelta::days(-30));
    county.desk.note_seen(view(None));
    county.ask(&county.desk, RARE, 4);
    county.desk.flush_usage().await.unwrap();
    county.turn(TimeDelta::days(30));
    county.desk.note_seen(view(None));
    county.ask(&county.desk, RARE, 1);
    county.desk.flush_usage().await.unwrap();
    let views = [("2026-11".to_owned(), 2), ("2026-10".to_owned(), 1)];
    assert_eq!(county.views(entry()).await, views);
    assert_eq!(county.unmet().await, [("2026-W48".to_owned(), RARE.to_owned(), 6)]);
}

async fn what_looks_personal_is_not_counted_at_all(db: &TestDb) {
    let county = County::open(db).await;
    for text in [
        "einhornfrisur 0172 998877",
        "einhornfrisur@beispiel.example",
        "einhornfrisur eins zwei drei vier fünf sechs sieben acht",
    ] {
        for _ in 0..9 {
            county.desk.note_seen(view(Some(text)));
        }
        if let Some(asked) = county.atlas.snapshot().asked(text)
            && !asked.wording.is_countable()
        {
            for _ in 0..9 {
                let asked = asked.clone();
                county.desk.note_seen(Seen::Unmet { kind: UnmetKind::Zero, asked });
            }
        }
    }
    county.desk.flush_usage().await.unwrap();
    assert!(!holds(db, &county.store, "einhorn").await);
    assert_eq!(
        county.views(entry()).await,
        [("2026-11".to_owned(), 27)],
        "views count all the same"
    );
}

async fn sums_are_forgotten_when_their_time_is_over(db: &TestDb) {
    let county = County::open(db).await;
    county.ask(&county.desk, RARE, 5);
    county.desk.note_seen(view(None));
    county.desk.flush_usage().await.unwrap();
    let policy = RetentionPolicy::default();
    county.turn(TimeDelta::days(365));
    county.desk.forget_what_is_over(policy).await.unwrap();
    assert_eq!(db.number("SELECT COUNT(*) FROM usage_unmet").await, 1);
    county.turn(TimeDelta::days(62));
    county.desk.forget_what_is_over(policy).await.unwrap();
    assert_eq!(db.number("SELECT COUNT(*) FROM usage_unmet").await, 0);
    assert_eq!(db.number("SELECT COUNT(*) FROM usage_view").await, 1);
    county.turn(TimeDelta::days(730));
    county.desk.forget_what_is_over(policy).await.unwrap();
    assert_eq!(db.number("SELECT COUNT(*) FROM usage_view").await, 0);
}

async fn numbers_of_all_own_entries_come_at_once_as_they_come_one_by_one(db: &TestDb) {
    let county = County::open(db).await;
    let listings: Vec<_> = package(20).listings.into_iter().map(|one| one.listing).collect();
    for round in 0..2_usize {
        for (at, listing) in listings.iter().enumerate() {
            // Some entries nobody opens, and no two are opened equally often.
            for _ in 0..(at % 7) * (round + 1) {
                let asked = (at % 2 == 0).then(|| RARE.to_owned());
                county.desk.note_seen(Seen::View { service_id: listing.id, asked });
            }
        }
        county.desk.flush_usage().await.unwrap();
        county.turn(TimeDelta::days(31));
    }
    let own = [world::organization_id(0), world::organization_id(1)];
    let (mut opened, mut led) = (0, 0);
    for organizations in [own[..1].to_vec(), own.to_vec(), Vec::new()] {
        let provider = person(Role::Provider, organizations.clone());
        let all = county.desk.list_reach(&provider, 13).await.unwrap();
        let mine = |one: &&sozialatlas::domain::Listing| {
            one.organization_id.is_some_and(|owner| organizations.contains(&owner))
        };
        assert_eq!(all.len(), listings.iter().filter(mine).count());
        for reach in &all {
            let one = county.desk.find_reach(&provider, reach.service_id, 13).await.unwrap();
            assert_eq!(Some(reach), one.as_ref());
            opened += reach.months.len();
            led += reach.months.iter().map(|month| month.led.len()).sum::<usize>();
        }
        let now = county.desk.list_reach(&provider, 1).await.unwrap();
        assert!(now.iter().all(|reach| reach.months.is_empty()), "nothing this month");
    }
    assert!(opened > 10 && led > 2, "{opened} months, {led} questions: too few to tell anything");
}

async fn who_may_see_what_follows_the_table(db: &TestDb) {
    let county = County::open(db).await;
    let own = package(20).listings[0].listing.organization_id.unwrap();
    let other = world::organization_id(usize::from(own == world::organization_id(0)));
    for (role, organizations, reach, unmet) in [
        (Role::Provider, vec![own], true, false),
        (Role::Provider, vec![other], false, false),
        (Role::Editor, vec![], true, true),
        (Role::Planner, vec![], true, true),
        (Role::Admin, vec![], false, false),
        (Role::Resident, vec![], false, false),
    ] {
        let author = person(role, organizations);
        let found = county.desk.find_reach(&author, entry(), 1).await;
        assert_eq!(found.is_ok(), reach, "{role:?}");
        let found = county.desk.list_unmet(&author, UnmetFilter::default()).await;
        assert_eq!(found.is_ok(), unmet, "{role:?}");
    }
}

async fn more_than_can_wait_is_dropped_and_nobody_waits(db: &TestDb) {
    let county = County::open(db).await;
    let seen = view(None);
    for _ in 0..20_000 {
        county.desk.note_seen(seen.clone());
    }
    county.desk.flush_usage().await.unwrap();
    let counted = county.views(entry()).await[0].1;
    assert!((1..20_000).contains(&counted), "{counted}");
    county.desk.note_seen(view(None));
    county.desk.flush_usage().await.unwrap();
    assert_eq!(county.views(entry()).await[0].1, counted + 1, "the door is open again");
}

async fn what_is_counted_for_an_entry_that_was_merged_meanwhile_goes_to_the_one_that_stays(
    db: &TestDb,
) {
    let county = County::open(db).await;
    let (merged, kept) = (entry(), package(20).listings[1].listing.id);
    for _ in 0..3 {
        county.desk.note_seen(view(None));
    }
    county.desk.flush_usage().await.unwrap();
    // Opened before the merge, written down after it; both in one round, and by another instance.
    let other = county.other();
    for _ in 0..4 {
        county.desk.note_seen(view(None));
        other.note_seen(view(None));
        other.note_seen(Seen::View { service_id: kept, asked: None });
    }
    let merge = sozialatlas::app::Merge {
        kept,
        kept_version: 1,
        merged,
        merged_version: 1,
        listing: None,
        reason: None,
        once: None,
    };
    county.desk.merge_listings(&editor(), merge).await.unwrap().unwrap();
    county.desk.flush_usage().await.unwrap();
    other.flush_usage().await.unwrap();
    let month = Month::parse("2026-11").unwrap();
    assert_eq!(county.store.list_views(merged, month).await.unwrap(), []);
    let views = county.store.list_views(kept, month).await.unwrap();
    assert_eq!(views.iter().map(|month| month.views).sum::<u64>(), 3 + 4 + 4 + 4);
}
