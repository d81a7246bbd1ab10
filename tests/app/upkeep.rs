//! The upkeep: each task once a day on one of all instances, and what the tasks do.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::app::{
    Author, Clock, Desk, LinkOptions, NewAccount, QueueKind, QueueQuery, SeededRandom, SystemIds,
    Upkeep, UpkeepTask, kept,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{LinkOutcome, Mail, MailId, Region, RetentionPolicy};
use sozialatlas::store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use uuid::Uuid;

use crate::county::{edit_with, load, package};
use crate::support::{TestDb, moment};
use crate::world;

on_both!(
    each_task_is_done_once_a_day_by_one_of_several_instances,
    a_task_of_an_instance_that_died_is_taken_over,
    a_clock_set_back_repeats_no_day,
    what_is_over_is_forgotten_and_the_rest_stays,
    editors_are_told_once_what_has_left_the_public_view,
    websites_are_asked_and_what_came_of_it_is_written_down,
);

#[derive(Debug)]
struct Hands(Mutex<DateTime<Utc>>);

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

struct Office {
    store: Store,
    hands: Arc<Hands>,
    desk: Desk,
    region: Region,
}

impl Office {
    async fn open(db: &TestDb) -> Self {
        Self::over(db.store().await)
    }

    fn over(store: Store) -> Self {
        let hands = Arc::new(Hands(Mutex::new(moment(0))));
        let random = Arc::new(SeededRandom::new(3));
        let desk = Desk::new(store.clone(), hands.clone(), Arc::new(SystemIds), random);
        Self { store, hands, desk, region: world::reference().region }
    }

    fn wait(&self, by: TimeDelta) {
        *self.hands.0.lock().unwrap() += by;
    }

    fn upkeep(&self) -> Upkeep {
        Upkeep::new(self.desk.clone(), Arc::new(self.region.clone()))
    }

    async fn run(&self) -> Vec<(UpkeepTask, String)> {
        let done = self.upkeep().run_due().await;
        done.into_iter().map(|(task, outcome)| (task, outcome.unwrap())).collect()
    }

    async fn editor(&self) {
        let new = NewAccount {
            email: "r@amt.example".into(),
            name: None,
            role: Role::Editor,
            organizations: Vec::new(),
            password: "sieben nasse kraniche am tor".into(),
        };
        self.desk.add_account(new).await.unwrap();
    }
}

async fn each_task_is_done_once_a_day_by_one_of_several_instances(db: &TestDb) {
    let office = Office::open(db).await;
    let other = Office::over(db.open().await.unwrap());
    for day in 0..3 {
        let (a, b, c) = tokio::join!(office.run(), other.run(), office.run());
        let mut done: Vec<UpkeepTask> =
            [a, b, c].into_iter().flatten().map(|(task, _)| task).collect();
        done.sort_by_key(|task| task.as_str());
        assert_eq!(done.len(), UpkeepTask::ALL.len(), "day {day}: {done:?}");
        done.dedup();
        assert_eq!(done.len(), UpkeepTask::ALL.len(), "day {day}: a task was done twice");
        assert_eq!(office.run().await, []);
        office.wait(TimeDelta::days(1));
        other.wait(TimeDelta::days(1));
    }
    let tasks = office.store.list_tasks().await.unwrap();
    assert!(tasks.iter().all(|task| task.done_for.as_deref() == Some("2026-11-25")), "{tasks:?}");
    assert!(tasks.iter().all(|task| task.finished_at.is_some() && task.outcome.is_some()));
    // At night nothing is due.
    office.wait(TimeDelta::hours(-7));
    assert_eq!(office.run().await, []);
}

async fn a_task_of_an_instance_that_died_is_taken_over(db: &TestDb) {
    let office = Office::open(db).await;
    let now = office.hands.now();
    let mut tx = office.store.begin_write("dead", now).await.unwrap();
    let until = now + TimeDelta::hours(1);
    for task in UpkeepTask::ALL {
        assert!(tx.take_task(task.as_str(), "2026-11-23", "dead", now, until).await.unwrap());
    }
    tx.commit().await.unwrap();
    assert_eq!(office.run().await, []);
    office.wait(TimeDelta::hours(1));
    assert_eq!(office.run().await.len(), UpkeepTask::ALL.len());
    // The dead one comes back: its note changes nothing.
    let mut tx = office.store.begin_write("dead", now).await.unwrap();
    assert!(!tx.finish_task("forget", "dead", None, "late").await.unwrap());
    tx.commit().await.unwrap();
    // A task that failed is tried again the same day.
    office.wait(TimeDelta::days(1));
    let now = office.hands.now();
    let mut tx = office.store.begin_write("x", now).await.unwrap();
    assert!(
        tx.take_task("forget", "2026-11-24", "x", now, now + TimeDelta::hours(1)).await.unwrap()
    );
    assert!(tx.finish_task("forget", "x", None, "no disk").await.unwrap());
    tx.commit().await.unwrap();
    let done: Vec<UpkeepTask> = office.run().await.into_iter().map(|(task, _)| task).collect();
    assert_eq!(done, UpkeepTask::ALL);
}

async fn a_clock_set_back_repeats_no_day(db: &TestDb) {
    let office = Office::open(db).await;
    office.wait(TimeDelta::days(10));
    assert_eq!(office.run().await.len(), UpkeepTask::ALL.len());
    office.wait(TimeDelta::days(-10));
    assert_eq!(office.run().await, []);
    office.wait(TimeDelta::days(11));
    assert_eq!(office.run().await.len(), UpkeepTask::ALL.len());
}

async fn what_is_over_is_forgotten_and_the_rest_stays(db: &TestDb) {
    let office = Office::open(db).await;
    office.editor().await;
    let mail = |n: u64| Mail {
        id: MailId(Uuid::from_u64_pair(1, n)),
        kind: "x".into(),
        recipient: format!("p{n}@example.org"),
        account: None,
        subject: "s".into(),
        plain: "p".into(),
        html: "h".into(),
    };
    let mut tx = office.store.begin_write("w", moment(0)).await.unwrap();
    for n in 1..=3 {
        tx.enqueue_mail(&mail(n)).await.unwrap();
    }
    tx.take_mail("w", moment(0), moment(60), 2).await.unwrap();
    assert!(tx.finish_mail(mail(1).id, "w").await.unwrap());
    assert!(tx.fail_mail(mail(2).id, "w", "550").await.unwrap());
    tx.commit().await.unwrap();
    let rows = async |table: &str| db.number(&format!("SELECT COUNT(*) FROM {table}")).await;
    assert_eq!((rows("outbox").await, rows("audit_event").await), (3, 1));
    office.wait(TimeDelta::days(29));
    office.run().await;
    assert_eq!((rows("outbox").await, rows("audit_event").await), (3, 1), "nothing too early");
    office.wait(TimeDelta::days(2));
    office.run().await;
    assert_eq!(rows("outbox").await, 2, "the sent one");
    office.wait(TimeDelta::days(60));
    office.run().await;
    assert_eq!(rows("outbox").await, 1, "the failed one; what waits is never forgotten");
    assert_eq!(rows("audit_event").await, 1);
    office.wait(TimeDelta::days(90));
    office.run().await;
    assert_eq!(rows("audit_event").await, 0);
    assert_eq!(rows("account").await, 1, "accounts stay until they are erased");
}

async fn editors_are_told_once_what_has_left_the_public_view(db: &TestDb) {
    let mut office = Office::open(db).await;
    load(&office.store, &package(20), "one").await;
    office.editor().await;
    let told = async |office: &Office| {
        let done = office.run().await;
        office.wait(TimeDelta::days(1));
        done.into_iter().find(|(task, _)| *task == UpkeepTask::TellHidden).unwrap().1
    };
    assert_eq!(told(&office).await, "0 entries", "the county hides nothing");
    office.region.freshness.hide_after_months = Some(60);
    let first = told(&office).await;
    assert_ne!(first, "0 entries");
    let letters = office.store.list_mail(None, 10).await.unwrap();
    assert_eq!(letters.len(), 1);
    assert_eq!(
        (letters[0].kind.as_str(), letters[0].recipient.as_str()),
        ("listings_hidden", "r@amt.example")
    );
    assert_eq!(told(&office).await, "0 entries", "each once");
    // Later more have become too old.
    office.wait(TimeDelta::days(800));
    assert_ne!(told(&office).await, "0 entries");
}

/// A web server on loopback that answers by the path.
async fn web() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut bytes = vec![0; 4096];
                let read = stream.read(&mut bytes).await.unwrap_or_default();
                let request = String::from_utf8_lossy(&bytes[..read]).into_owned();
                let mut words = request.split(' ');
                let (verb, path) = (words.next().unwrap(), words.next().unwrap_or_default());
                let head = match path {
                    "/nur-get" if verb == "HEAD" => "405 No\r\n".to_owned(),
                    "/gut" | "/nur-get" => "200 OK\r\n".to_owned(),
                    "/neu" => "301 Moved\r\nlocation: /gut\r\n".to_owned(),
                    "/innen" => "302 Moved\r\nlocation: http://10.0.0.1/\r\n".to_owned(),
                    "/kreis" => "302 Moved\r\nlocation: /kreis\r\n".to_owned(),
                    "/verboten" => "403 No\r\n".to_owned(),
                    "/krank" => "500 No\r\n".to_owned(),
                    _ => "404 No\r\n".to_owned(),
                };
                let answer =
                    format!("HTTP/1.1 {head}content-length: 0\r\nconnection: close\r\n\r\n");
                let _ = stream.write_all(answer.as_bytes()).await;
            });
        }
    });
    format!("http://{address}")
}

async fn websites_are_asked_and_what_came_of_it_is_written_down(db: &TestDb) {
    use LinkOutcome::{Broken, Moved, Ok as Fine, Refused, Unreachable};

    let office = Office::open(db).await;
    let (web, county) = (web().await, package(10));
    load(&office.store, &county, "one").await;
    let paths = ["/gut", "/nur-get", "/neu", "/innen", "/kreis", "/verboten", "/krank", "/weg"];
    for (i, path) in paths.iter().enumerate() {
        let website = Some(format!("{web}{path}"));
        edit_with(&office.store, &county, i, |listing| listing.contact.website = website).await;
    }
    // Nobody else takes the port again: tests beside this one listen on 127.0.0.1.
    let dead = TcpListener::bind("127.0.0.2:0").await.unwrap().local_addr().unwrap();
    let website = Some(format!("http://{dead}/tot"));
    edit_with(&office.store, &county, 8, |listing| listing.sites[0].contact.website = website)
        .await;
    let options =
        LinkOptions { pause: Duration::ZERO, allow_loopback: true, ..LinkOptions::default() };
    let report = office.desk.check_links(options).await.unwrap();
    let of = |path: &str| {
        let checks = report.faulty.iter().find(|check| check.url.ends_with(path));
        checks.map_or(LinkOutcome::Ok, |check| check.outcome)
    };
    let found =
        ["/gut", "/nur-get", "/verboten", "/krank", "/weg", "/tot", "/kreis", "/innen"].map(of);
    assert_eq!(
        found,
        [Fine, Fine, Fine, Unreachable, Broken, Unreachable, Unreachable, Refused],
        "{report:?}"
    );
    assert_eq!(report.counts.get(&Moved), Some(&1));
    assert_eq!(report.counts.values().sum::<usize>(), 9);
    // Without the flag for tests nothing here is asked at all.
    let public = LinkOptions { allow_loopback: false, ..options };
    let report = office.desk.check_links(public).await.unwrap();
    assert_eq!(report.counts, [(Refused, 9)].into());
    let records = office.store.list_link_checks(2).await.unwrap();
    assert_eq!(records.len(), 5, "{records:?}");
    assert!(records.iter().all(|record| record.failing_since == Some(moment(0))));
    // The editors find the entries in their queue; a provider does not see it.
    let person = |role| Author {
        actor: Actor::Person { role, organizations: Vec::new() },
        name: "test".to_owned(),
    };
    let kinds = vec![QueueKind::BrokenLink];
    let query = QueueQuery { kinds, limit: 10, ..QueueQuery::default() };
    let page = office.desk.list_queue(&person(Role::Editor), &query).await.unwrap();
    assert_eq!(page.total, 5, "{:?}", page.items);
    assert!(
        page.items.iter().any(|item| item.note.as_ref().is_some_and(|url| url.ends_with("/weg")))
    );
    assert!(office.desk.list_broken_links(&person(Role::Provider)).await.is_err());
    // A website that no entry names any more is forgotten.
    edit_with(&office.store, &county, 7, |listing| listing.contact.website = None).await;
    office.desk.check_links(options).await.unwrap();
    let all = office.store.list_link_checks(0).await.unwrap();
    assert_eq!(all.len(), 8);
    assert_eq!(all.iter().filter(|record| record.failures == 0).count(), 4, "{all:?}");
}

#[test]
fn the_periods_in_the_manual_are_those_of_the_program() {
    let manual = include_str!("../../docs/SECURITY.md");
    for row in kept(RetentionPolicy::default()) {
        let line = format!("| `{}` | {} |", row.what, row.time);
        assert!(manual.contains(&line), "docs/SECURITY.md lacks or contradicts: {line}");
    }
}
