//! Mails that wait: written with what they tell of, taken by one, given back, forgotten.

use chrono::TimeDelta;
use sozialatlas::domain::{Mail, MailId, MailState};
use sozialatlas::store::{DatabaseError, Store};
use uuid::Uuid;

use crate::support::{TestDb, moment};

fn mail(n: u64, account: Option<Uuid>) -> Mail {
    Mail {
        id: MailId(Uuid::from_u64_pair(1, n)),
        kind: "invitation".into(),
        recipient: format!("p{n}@example.org"),
        account,
        subject: "Grüße 😀".into(),
        plain: "Text mit Link".into(),
        html: "<p>Text</p>".into(),
    }
}

async fn write(store: &Store, second: i64, mails: &[Mail]) {
    let mut tx = store.begin_write("test", moment(second)).await.unwrap();
    for mail in mails {
        tx.enqueue_mail(mail).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The numbers of the mails that `taker` gets at `second`, for 60 seconds.
async fn take(store: &Store, taker: &str, second: i64, limit: u32) -> Vec<u64> {
    let (now, until) = (moment(second), moment(second + 60));
    let mut tx = store.begin_write(taker, now).await.unwrap();
    let taken = tx.take_mail(taker, now, until, limit).await.unwrap();
    tx.commit().await.unwrap();
    taken.iter().map(|taken| taken.mail.id.0.as_u64_pair().1).collect()
}

async fn states(store: &Store) -> Vec<(u64, MailState, u32)> {
    let mut all: Vec<_> = store
        .list_mail(None, 100)
        .await
        .unwrap()
        .into_iter()
        .map(|note| (note.id.0.as_u64_pair().1, note.state, note.attempts))
        .collect();
    all.sort_unstable();
    all
}

async fn a_mail_of_a_write_that_is_undone_is_never_there(db: &TestDb) {
    let store = db.store().await;
    let mut tx = store.begin_write("test", moment(0)).await.unwrap();
    tx.enqueue_mail(&mail(1, None)).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(states(&store).await, []);
    assert!(!store.has_due_mail(moment(1)).await.unwrap());
    write(&store, 0, &[mail(1, None)]).await;
    assert!(store.has_due_mail(moment(0)).await.unwrap());
}

async fn a_mail_comes_back_as_it_was_written(db: &TestDb) {
    let store = db.store().await;
    let account = Uuid::from_u64_pair(9, 9);
    write(&store, 0, &[mail(1, Some(account))]).await;
    let mut tx = store.begin_write("a", moment(5)).await.unwrap();
    let taken = tx.take_mail("a", moment(5), moment(65), 9).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!((&taken[0].mail, taken[0].attempt), (&mail(1, Some(account)), 1));
    assert_eq!(taken[0].created_at, moment(0));
}

async fn two_instances_never_take_the_same_mail(db: &TestDb) {
    let store = db.store().await;
    let other = db.open().await.unwrap();
    let mails: Vec<Mail> = (1..=20).map(|n| mail(n, None)).collect();
    write(&store, 0, &mails).await;
    let mut taken = Vec::new();
    while taken.len() < 20 {
        let (a, b) = tokio::join!(take(&store, "a", 1, 3), take(&other, "b", 1, 3));
        assert!(!a.is_empty() || !b.is_empty());
        taken.extend(a.into_iter().chain(b));
    }
    taken.sort_unstable();
    assert_eq!(taken, (1..=20).collect::<Vec<u64>>());
    assert!(take(&store, "a", 1, 3).await.is_empty());
}

async fn a_mail_of_an_instance_that_died_is_taken_by_another_after_its_time(db: &TestDb) {
    let store = db.store().await;
    write(&store, 0, &[mail(1, None)]).await;
    assert_eq!(take(&store, "a", 0, 9).await, [1]);
    assert!(take(&store, "b", 59, 9).await.is_empty());
    assert_eq!(take(&store, "b", 60, 9).await, [1]);
    // The first was only slow: its note comes too late and changes nothing.
    let mut tx = store.begin_write("a", moment(61)).await.unwrap();
    let id = mail(1, None).id;
    assert!(!tx.finish_mail(id, "a").await.unwrap());
    assert!(!tx.fail_mail(id, "a", "x").await.unwrap());
    assert!(!tx.postpone_mail(id, "a", moment(99), None, true).await.unwrap());
    assert!(tx.finish_mail(id, "b").await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(states(&store).await, [(1, MailState::Sent, 2)]);
}

async fn a_sent_mail_keeps_no_text_and_a_failed_one_can_be_sent_again(db: &TestDb) {
    let store = db.store().await;
    write(&store, 0, &[mail(1, None), mail(2, None)]).await;
    assert_eq!(take(&store, "a", 0, 9).await, [1, 2]);
    let mut tx = store.begin_write("a", moment(1)).await.unwrap();
    assert!(tx.finish_mail(mail(1, None).id, "a").await.unwrap());
    assert!(tx.fail_mail(mail(2, None).id, "a", "550 \0gibt es nicht").await.unwrap());
    tx.commit().await.unwrap();
    let kept = "SELECT COUNT(*) FROM outbox WHERE plain <> '' OR html <> ''";
    assert_eq!(db.number(kept).await, 1);
    let failed = store.list_mail(Some(MailState::Failed), 9).await.unwrap();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].last_error.as_deref(), Some("550 gibt es nicht"));
    assert_eq!(failed[0].finished_at, Some(moment(1)));
    let mut tx = store.begin_write("admin", moment(2)).await.unwrap();
    assert!(!tx.requeue_mail(mail(1, None).id).await.unwrap(), "a sent mail is not sent again");
    assert!(tx.requeue_mail(mail(2, None).id).await.unwrap());
    tx.commit().await.unwrap();
    let count = store.count_outbox().await.unwrap();
    assert_eq!((count.waiting, count.failed, count.sent), (1, 0, 1));
    assert_eq!(count.waiting_since, Some(moment(0)));
    assert_eq!(take(&store, "a", 2, 9).await, [2]);
}

async fn a_mail_given_back_waits_and_one_never_tried_counts_no_attempt(db: &TestDb) {
    let store = db.store().await;
    write(&store, 0, &[mail(1, None), mail(2, None)]).await;
    assert_eq!(take(&store, "a", 0, 9).await, [1, 2]);
    let mut tx = store.begin_write("a", moment(1)).await.unwrap();
    assert!(tx.postpone_mail(mail(1, None).id, "a", moment(30), Some("450"), true).await.unwrap());
    assert!(tx.postpone_mail(mail(2, None).id, "a", moment(20), None, false).await.unwrap());
    tx.commit().await.unwrap();
    let queued = MailState::Queued;
    assert_eq!(states(&store).await, [(1, queued, 1), (2, queued, 0)]);
    assert!(take(&store, "a", 19, 9).await.is_empty());
    assert_eq!(take(&store, "a", 20, 9).await, [2]);
    assert_eq!(take(&store, "a", 30, 9).await, [1]);
}

async fn a_clock_set_back_does_not_make_mail_wait_for_ever(db: &TestDb) {
    let store = db.store().await;
    // Written while the clock was a day ahead.
    write(&store, 86_400, &[mail(1, None)]).await;
    assert!(store.has_due_mail(moment(0)).await.unwrap());
    assert_eq!(take(&store, "a", 0, 9).await, [1]);
}

async fn mails_go_with_their_account_and_old_ones_are_forgotten(db: &TestDb) {
    let store = db.store().await;
    let account = Uuid::from_u64_pair(9, 9);
    write(&store, 0, &[mail(1, Some(account)), mail(2, None), mail(3, None), mail(4, None)]).await;
    take(&store, "a", 0, 9).await;
    let mut tx = store.begin_write("a", moment(10)).await.unwrap();
    assert_eq!(tx.erase_mail_of(account).await.unwrap(), 1);
    assert!(tx.finish_mail(mail(2, None).id, "a").await.unwrap());
    assert!(tx.fail_mail(mail(3, None).id, "a", "550").await.unwrap());
    tx.commit().await.unwrap();
    let mut tx = store.begin_write("upkeep", moment(20)).await.unwrap();
    assert_eq!(tx.forget_mail(moment(10), moment(10)).await.unwrap(), 0);
    assert_eq!(tx.forget_mail(moment(11), moment(10)).await.unwrap(), 1);
    assert_eq!(tx.forget_mail(moment(11), moment(11)).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(states(&store).await, [(4, MailState::Sending, 1)], "what waits is never forgotten");
}

async fn nul_and_a_doubled_id_are_refused(db: &TestDb) {
    let store = db.store().await;
    let mut tx = store.begin_write("test", moment(0)).await.unwrap();
    let nul = Mail { subject: "a\0".into(), ..mail(1, None) };
    assert!(matches!(tx.enqueue_mail(&nul).await, Err(DatabaseError::Nul { .. })));
    tx.enqueue_mail(&mail(1, None)).await.unwrap();
    let again = tx.enqueue_mail(&mail(1, None)).await;
    assert!(matches!(again, Err(DatabaseError::Duplicate { .. })), "{again:?}");
}

async fn whoever_writes_a_mail_wakes_who_sends_it(db: &TestDb) {
    let store = db.store().await;
    let waiter = store.clone();
    let long = TimeDelta::minutes(5).to_std().unwrap();
    let waiting = tokio::spawn(async move { waiter.wait_for_mail(long).await });
    write(&store, 0, &[mail(1, None)]).await;
    tokio::time::timeout(std::time::Duration::from_mins(1), waiting).await.unwrap().unwrap();
}

on_both!(
    a_mail_of_a_write_that_is_undone_is_never_there,
    a_mail_comes_back_as_it_was_written,
    two_instances_never_take_the_same_mail,
    a_mail_of_an_instance_that_died_is_taken_by_another_after_its_time,
    a_sent_mail_keeps_no_text_and_a_failed_one_can_be_sent_again,
    a_mail_given_back_waits_and_one_never_tried_counts_no_attempt,
    a_clock_set_back_does_not_make_mail_wait_for_ever,
    mails_go_with_their_account_and_old_ones_are_forgotten,
    nul_and_a_doubled_id_are_refused,
    whoever_writes_a_mail_wakes_who_sends_it,
);
