//! Mail leaves the outbox: to a real server on loopback that is down, slow, strict or dies in between.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::app::{
    AppError, Clock, CountingIds, Desk, Encryption, Letter, MailRoute, MailServer, MailWorker,
    Mailer, Recipient, SeededRandom, SendPace, SendReport, SystemIds,
};
use sozialatlas::domain::{MailNote, MailState};
use sozialatlas::store::Store;
use tokio::sync::watch;

use crate::smtp::{Mood, SmtpServer};
use crate::support::{TestDb, moment};

on_both!(
    a_letter_arrives_whole_and_leaves_nothing_behind,
    while_the_server_is_down_mail_waits_and_then_arrives,
    not_now_is_tried_again_later_and_later,
    who_does_not_exist_is_given_up_and_the_others_get_theirs,
    a_server_that_refuses_our_own_address_or_password_makes_all_mail_wait,
    a_mail_that_is_sent_twice_has_the_same_message_id,
    a_worker_that_is_killed_loses_nothing,
    several_workers_send_each_mail_once,
    a_worker_told_to_stop_gives_back_what_it_has_not_sent,
    a_worker_wakes_for_new_mail_and_stops,
);

/// A clock that tests move.
#[derive(Debug)]
struct Hands(Mutex<DateTime<Utc>>);

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// A desk with a clock.
struct Office {
    store: Store,
    hands: Arc<Hands>,
    desk: Desk,
}

impl Office {
    async fn open(db: &TestDb) -> Self {
        let store = db.store().await;
        let hands = Arc::new(Hands(Mutex::new(moment(0))));
        let random = Arc::new(SeededRandom::new(3));
        let desk = Desk::new(store.clone(), hands.clone(), Arc::new(SystemIds), random);
        Self { store, hands, desk }
    }

    fn wait(&self, by: TimeDelta) {
        *self.hands.0.lock().unwrap() += by;
    }

    async fn post(&self, address: &str) {
        let mut tx = self.store.begin_write("test", self.hands.now()).await.unwrap();
        let to = Recipient { address: address.to_owned(), account: None };
        let letter = Letter::Rejected {
            listing: "Café „Grün“\r\nBcc: all@example.org".to_owned(),
            path: "/mein".to_owned(),
            reason: ".\n.. Punkte".to_owned(),
        };
        self.desk.post(&mut tx, &to, &letter).await.unwrap();
        tx.commit().await.unwrap();
    }

    fn worker(&self, route: MailRoute) -> MailWorker {
        let mailer = Mailer::new("Atlas <atlas@example.org>", route).unwrap();
        let pace = SendPace { pause: Duration::ZERO, look_every: Duration::from_millis(20) };
        MailWorker::new(self.desk.clone(), mailer, pace)
    }

    async fn send(&self, route: MailRoute) -> SendReport {
        let (_go, stopped) = watch::channel(false);
        self.worker(route).send_due(&stopped).await.unwrap()
    }

    async fn notes(&self) -> Vec<MailNote> {
        let mut notes = self.store.list_mail(None, 100).await.unwrap();
        notes.sort_by(|a, b| a.recipient.cmp(&b.recipient));
        notes
    }
}

fn route(server: &SmtpServer) -> MailRoute {
    with_login(server, None)
}

fn with_login(server: &SmtpServer, login: Option<(String, String)>) -> MailRoute {
    let (host, port) = (server.address.ip().to_string(), server.address.port());
    MailRoute::Server(MailServer { host, port, encryption: Encryption::Off, login })
}

async fn a_letter_arrives_whole_and_leaves_nothing_behind(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Willing).await;
    office.post("p@example.org").await;
    let login = Some(("atlas".to_owned(), "geheim".to_owned()));
    assert_eq!(office.send(with_login(&server, login)).await.sent, 1);
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    let got = &taken[0];
    assert_eq!((got.recipient.as_str(), server.logins().len()), ("p@example.org", 1));
    assert_eq!(got.header("To"), "p@example.org");
    assert_eq!(got.header("From"), "Atlas <atlas@example.org>");
    assert_eq!(got.header("Auto-Submitted"), "auto-generated");
    assert_eq!(got.header("Bcc"), "", "a name made a header");
    assert_eq!(got.header("Date"), "Mon, 23 Nov 2026 10:00:00 +0000");
    let notes = office.notes().await;
    assert_eq!(got.header("Message-ID"), format!("<{}@example.org>", notes[0].id));
    assert!(got.header("Content-Type").starts_with("multipart/alternative;"));
    for part in ["text/plain; charset=utf-8", "text/html; charset=utf-8"] {
        assert!(got.text.contains(part), "{part} is missing in {}", got.text);
    }
    assert_eq!((notes[0].state, notes[0].attempts), (MailState::Sent, 1));
    assert_eq!(db.number("SELECT COUNT(*) FROM outbox WHERE plain <> '' OR html <> ''").await, 0);
    assert_eq!(office.send(route(&server)).await, SendReport::default(), "nothing is sent twice");
}

async fn while_the_server_is_down_mail_waits_and_then_arrives(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Willing).await;
    let (address, way) = (server.address, route(&server));
    drop(server);
    for n in 0..7 {
        office.post(&format!("p{n}@example.org")).await;
    }
    for _ in 0..20 {
        let report = office.send(way.clone()).await;
        assert_eq!((report.sent, report.failed, report.is_closed), (0, 0, true));
        office.wait(TimeDelta::hours(12));
    }
    let notes = office.notes().await;
    assert!(notes.iter().all(|note| note.state == MailState::Queued && note.attempts == 0));
    assert!(notes.iter().any(|note| note.last_error.is_some()), "nobody is told why");
    // The port may still be in use by the closing server.
    let server = SmtpServer::start_at(address, Mood::Willing).await;
    assert_eq!(office.send(way.clone()).await.sent, 5, "a handful at once");
    assert_eq!(office.send(way.clone()).await.sent, 2);
    assert_eq!((server.taken().len(), server.connections()), (7, 2), "a connection for each round");
}

async fn not_now_is_tried_again_later_and_later(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Greylisting).await;
    office.post("p@example.org").await;
    let mut waits = Vec::new();
    for attempt in 1..40 {
        let report = office.send(route(&server)).await;
        assert_eq!((report.postponed, report.is_closed), (1, false), "{attempt}");
        assert_eq!(office.send(route(&server)).await, SendReport::default(), "too early");
        let note = office.notes().await.remove(0);
        assert_eq!((note.state, note.attempts), (MailState::Queued, attempt));
        assert!(note.last_error.unwrap().contains("4.7.1"));
        let wait = note.next_try_at - office.hands.now();
        waits.push(wait.num_seconds());
        office.wait(wait);
    }
    assert!((30..=60).contains(&waits[0]) && (60..=120).contains(&waits[1]), "{waits:?}");
    assert!(waits.iter().all(|wait| *wait <= 4 * 3600), "{waits:?}");
    let days = waits.iter().sum::<i64>() / 86_400;
    assert!((3..=6).contains(&days), "{days} days");
    assert_eq!(office.send(route(&server)).await.failed, 1, "given up in the end");
    let note = office.notes().await.remove(0);
    assert_eq!(note.state, MailState::Failed);
    assert!(note.last_error.unwrap().contains("come back later"));
    server.set(Mood::Willing);
    let mut tx = office.store.begin_write("admin", office.hands.now()).await.unwrap();
    assert!(tx.requeue_mail(note.id).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(office.send(route(&server)).await.sent, 1, "its text was kept");
}

async fn who_does_not_exist_is_given_up_and_the_others_get_theirs(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Strict).await;
    for address in ["a@example.org", "nobody@example.org", "z@example.org"] {
        office.post(address).await;
    }
    let report = office.send(route(&server)).await;
    assert_eq!((report.sent, report.failed, report.is_closed), (2, 1, false));
    let notes = office.notes().await;
    assert_eq!(notes[1].state, MailState::Failed);
    let reason = notes[1].last_error.clone().unwrap();
    assert!(reason.contains("5.1.1") && !reason.contains("nobody@"), "{reason}");
}

async fn a_server_that_refuses_our_own_address_or_password_makes_all_mail_wait(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::WrongSender).await;
    office.post("a@example.org").await;
    office.post("b@example.org").await;
    let login = Some(("atlas".to_owned(), "geheim".to_owned()));
    for mood in [Mood::WrongSender, Mood::WrongPassword, Mood::Busy] {
        server.set(mood);
        let report = office.send(with_login(&server, login.clone())).await;
        assert_eq!((report.failed, report.is_closed), (0, true), "{mood:?}");
        for note in office.notes().await {
            assert_eq!((note.state, note.attempts), (MailState::Queued, 0), "{mood:?}");
            assert!(!note.last_error.unwrap_or_default().contains("geheim"));
        }
    }
    // STARTTLS that the server does not offer: nothing leaves unprotected.
    server.set(Mood::Willing);
    let MailRoute::Server(plain) = route(&server) else { panic!("a server") };
    let protected = MailRoute::Server(MailServer { encryption: Encryption::StartTls, ..plain });
    assert!(office.send(protected).await.is_closed);
    assert_eq!(server.taken(), []);
    assert_eq!(office.send(route(&server)).await.sent, 2);
}

async fn a_mail_that_is_sent_twice_has_the_same_message_id(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::HangsUp).await;
    office.post("a@example.org").await;
    assert!(office.send(route(&server)).await.is_closed, "nobody knows whether it was taken");
    server.set(Mood::Willing);
    assert_eq!(office.send(route(&server)).await.sent, 1);
    let taken = server.taken();
    assert_eq!(taken.len(), 2);
    assert_eq!(taken[0].header("Message-ID"), taken[1].header("Message-ID"));
    assert!(!taken[0].header("Message-ID").is_empty());
}

async fn a_worker_that_is_killed_loses_nothing(db: &TestDb) {
    let office = Office::open(db).await;
    office.post("a@example.org").await;
    office.post("b@example.org").await;
    // Killed between taking and sending: nothing of it runs any more.
    let now = office.hands.now();
    let mut tx = office.store.begin_write("dead", now).await.unwrap();
    assert_eq!(tx.take_mail("dead", now, now + TimeDelta::minutes(10), 5).await.unwrap().len(), 2);
    tx.commit().await.unwrap();
    let server = SmtpServer::start(Mood::Willing).await;
    office.wait(TimeDelta::minutes(9));
    assert_eq!(office.send(route(&server)).await, SendReport::default(), "it may still be at it");
    office.wait(TimeDelta::minutes(1));
    assert_eq!(office.send(route(&server)).await.sent, 2);
    // Killed in the middle of the conversation: the task is gone, the mail is not.
    office.post("c@example.org").await;
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let way = MailRoute::Server(MailServer {
        host: address.ip().to_string(),
        port: address.port(),
        encryption: Encryption::Off,
        login: None,
    });
    let mut worker = office.worker(way);
    let (_go, stopped) = watch::channel(false);
    let sending = tokio::spawn(async move { worker.send_due(&stopped).await.map(|_| ()) });
    let (_kept, _) = silent.accept().await.unwrap();
    sending.abort();
    assert!(sending.await.unwrap_err().is_cancelled());
    let note = office.notes().await.remove(2);
    assert_eq!(note.state, MailState::Sending);
    office.wait(TimeDelta::minutes(10));
    assert_eq!(office.send(route(&server)).await.sent, 1);
}

async fn several_workers_send_each_mail_once(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Willing).await;
    for n in 0..30 {
        office.post(&format!("p{n:02}@example.org")).await;
    }
    let (stop, stopped) = watch::channel(false);
    let workers: Vec<_> =
        (0..3).map(|_| tokio::spawn(office.worker(route(&server)).run(stopped.clone()))).collect();
    wait_until(&office, |notes| notes.iter().all(|note| note.state == MailState::Sent)).await;
    stop.send_replace(true);
    for worker in workers {
        worker.await.unwrap();
    }
    let mut got: Vec<String> = server.taken().into_iter().map(|got| got.recipient).collect();
    got.sort();
    assert_eq!(got, (0..30).map(|n| format!("p{n:02}@example.org")).collect::<Vec<_>>());
}

async fn a_worker_told_to_stop_gives_back_what_it_has_not_sent(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Willing).await;
    office.post("a@example.org").await;
    let (_stop, stopped) = watch::channel(true);
    let report = office.worker(route(&server)).send_due(&stopped).await.unwrap();
    assert_eq!((report, server.connections()), (SendReport::default(), 0));
    let note = office.notes().await.remove(0);
    assert_eq!((note.state, note.attempts), (MailState::Queued, 0));
    assert_eq!(office.send(route(&server)).await.sent, 1, "it is due at once");
}

async fn a_worker_wakes_for_new_mail_and_stops(db: &TestDb) {
    let office = Office::open(db).await;
    let server = SmtpServer::start(Mood::Willing).await;
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(office.worker(route(&server)).run(stopped));
    office.post("a@example.org").await;
    wait_until(&office, |notes| notes.iter().all(|note| note.state == MailState::Sent)).await;
    stop.send_replace(true);
    tokio::time::timeout(Duration::from_mins(1), running).await.unwrap().unwrap();
}

/// Waits until the outbox is as wanted; a test that waits a minute has failed.
async fn wait_until(office: &Office, wanted: impl Fn(&[MailNote]) -> bool) {
    for _ in 0..3_000 {
        if wanted(&office.notes().await) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("not within a minute: {:?}", office.notes().await);
}

#[tokio::test]
async fn for_trying_out_each_mail_becomes_a_file() {
    let db = TestDb::sqlite();
    let office = Office::open(&db).await;
    let folder = tempfile::tempdir().unwrap();
    let way = MailRoute::Folder(folder.path().join("post"));
    office.post("a@example.org").await;
    office.wait(TimeDelta::seconds(1));
    office.post("b@example.org").await;
    assert_eq!(office.send(way).await.sent, 2);
    let mut files: Vec<_> = std::fs::read_dir(folder.path().join("post"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert_eq!(files.len(), 2, "{files:?}");
    let first = std::fs::read_to_string(&files[0]).unwrap();
    assert!(first.contains("To: a@example.org\r\n"), "{first}");
    assert!(files[0].extension().is_some_and(|ending| ending == "eml"));
    // A folder that cannot be written: mail waits.
    office.post("c@example.org").await;
    let report = office.send(MailRoute::Folder(files[0].join("below"))).await;
    assert!(report.is_closed && report.failed == 0);
}

#[tokio::test]
async fn an_address_that_no_mail_can_go_to_is_refused_at_once() {
    let db = TestDb::sqlite();
    let store = db.store().await;
    let hands = Arc::new(Hands(Mutex::new(moment(0))));
    let (ids, random) = (Arc::new(CountingIds::default()), Arc::new(SeededRandom::new(1)));
    let desk = Desk::new(store.clone(), hands, ids, random);
    let mut tx = store.begin_write("test", moment(0)).await.unwrap();
    for address in ["", "a", "a@", "a@b\r\nRCPT TO:<c@d.example>", "a b@example.org"] {
        let to = Recipient { address: address.to_owned(), account: None };
        match desk.post(&mut tx, &to, &Letter::PasswordChanged).await {
            Err(AppError::Invalid(faults)) => assert_eq!(faults.0[0].pointer, "/email"),
            other => panic!("{address:?}: {other:?}"),
        }
    }
}
