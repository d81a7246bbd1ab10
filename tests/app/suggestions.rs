//! Suggestions from sending in to erasing, on both databases.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::app::{
    AppError, Author, Clock, CountingIds, Desk, Hold, Reply, SENDER, SeededRandom, Submission,
    SuggestionDecision, SuggestionFilter,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{
    FeedbackTopic, NewSuggestion, ReviewStatus, ServiceId, SuggestionKind, SuggestionState,
    SuggestionText,
};
use sozialatlas::store::{DatabaseError, Store};

use crate::support::{TestDb, begin, listing, moment};

on_both!(
    what_is_sent_in_can_be_followed_by_its_link_alone,
    the_same_form_sent_twice_is_one_suggestion_even_at_the_same_time,
    what_comes_too_fast_too_late_or_forged_is_held_and_nothing_written,
    faulty_fields_are_all_told_and_nothing_is_written,
    an_entry_that_is_not_there_is_a_fault_of_the_field,
    asking_back_and_replying_goes_to_and_fro_until_it_is_decided,
    two_editors_at_one_suggestion_the_slower_one_is_told,
    only_editors_handle_suggestions_and_nothing_changes_when_others_try,
    praise_and_complaints_are_counted_by_year_and_topic_also_when_erased,
    the_inbox_filters_pages_and_puts_the_oldest_open_one_first,
    words_and_sender_are_erased_when_their_time_is_over_and_only_then,
    another_instance_knows_the_same_forms_and_links,
);

/// A clock that tests move.
struct Moving(Mutex<DateTime<Utc>>);

impl Clock for Moving {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

struct Office {
    store: Store,
    clock: Arc<Moving>,
    desk: Desk,
}

impl Office {
    /// Two organizations and the published entry 1.
    async fn new(db: &TestDb) -> Self {
        let store = db.furnished().await;
        let mut tx = begin(&store).await;
        tx.save_revision(&listing(1), ReviewStatus::Published, None, 0).await.unwrap();
        tx.commit().await.unwrap();
        let clock = Arc::new(Moving(Mutex::new(moment(0))));
        let desk = desk(&store, &clock, 1);
        Self { store, clock, desk }
    }

    fn wait(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    /// Opens a form, waits as long as a person needs, sends it.
    async fn send(&self, new: NewSuggestion) -> Submission {
        let form = self.desk.open_suggestion_form().await.unwrap();
        self.wait(TimeDelta::seconds(30));
        self.desk.submit_suggestion(new, &form).await.unwrap()
    }

    /// The secret of the link of what was sent in.
    async fn sent(&self, new: NewSuggestion) -> String {
        match self.send(new).await {
            Submission::Received { answer, again: false } => answer,
            other => panic!("{other:?}"),
        }
    }

    async fn count(&self) -> u64 {
        let all = SuggestionFilter::default();
        self.store.list_suggestions(&all, 1, 0).await.unwrap().total
    }
}

fn desk(store: &Store, clock: &Arc<Moving>, seed: u64) -> Desk {
    let clock: Arc<dyn Clock> = Arc::clone(clock) as Arc<dyn Clock>;
    let random = Arc::new(SeededRandom::new(seed));
    Desk::new(store.clone(), clock, Arc::new(CountingIds::default()), random)
}

fn person(role: Role) -> Author {
    let name = format!("account:{}", role.as_str());
    Author { actor: Actor::Person { role, organizations: vec![] }, name }
}

fn correction(message: &str) -> NewSuggestion {
    NewSuggestion {
        kind: SuggestionKind::Correction,
        service_id: Some(listing(1).id),
        topic: None,
        text: SuggestionText {
            message: message.into(),
            sender_email: "anna@example.org".into(),
            ..SuggestionText::default()
        },
    }
}

fn complaint(topic: FeedbackTopic) -> NewSuggestion {
    NewSuggestion {
        kind: SuggestionKind::Complaint,
        service_id: None,
        topic: Some(topic),
        text: SuggestionText {
            message: "Niemand geht ans Telefon.".into(),
            ..SuggestionText::default()
        },
    }
}

async fn what_is_sent_in_can_be_followed_by_its_link_alone(db: &TestDb) {
    let office = Office::new(db).await;
    let message = "Die Nummer stimmt nicht 😀 <script>\nneue Zeile";
    let secret = office.sent(correction(message)).await;
    let case = office.desk.follow_suggestion(&secret).await.unwrap().unwrap();
    assert_eq!(case.record.state, SuggestionState::Received);
    assert_eq!(case.record.text.unwrap().message, message);
    assert_eq!(case.listing.unwrap().id, listing(1).id);
    for other in ["", "x", secret.get(1..).unwrap(), &secret.to_uppercase()] {
        assert!(office.desk.follow_suggestion(other).await.unwrap().is_none(), "{other}");
    }
    let change = office.store.changes_after(0, 1_000).await.unwrap().pop().unwrap();
    assert_eq!((change.entity.as_str(), change.actor.as_str()), ("suggestion", "resident"));
    let tail = office.store.tail(0, 1_000).await.unwrap();
    assert_eq!(tail.seq, change.seq, "the read model passes it by");
    let stored = db.number("SELECT COUNT(*) FROM suggestion WHERE answer_hash LIKE '%-%'").await;
    assert_eq!(stored, 0, "only the hash of the secret is stored");
}

async fn the_same_form_sent_twice_is_one_suggestion_even_at_the_same_time(db: &TestDb) {
    let office = Office::new(db).await;
    let form = office.desk.open_suggestion_form().await.unwrap();
    office.wait(TimeDelta::seconds(30));
    let send = || office.desk.submit_suggestion(correction("Die Nummer stimmt nicht."), &form);
    let (one, other) = tokio::join!(send(), send());
    let secrets: Vec<(String, bool)> = [one, other, send().await]
        .into_iter()
        .map(|sent| match sent.unwrap() {
            Submission::Received { answer, again } => (answer, again),
            held @ Submission::Held(_) => panic!("{held:?}"),
        })
        .collect();
    assert_eq!(secrets.iter().filter(|(_, again)| !again).count(), 1);
    assert!(secrets.iter().all(|(secret, _)| *secret == secrets[0].0));
    assert_eq!(office.count().await, 1);
}

async fn what_comes_too_fast_too_late_or_forged_is_held_and_nothing_written(db: &TestDb) {
    let office = Office::new(db).await;
    let form = office.desk.open_suggestion_form().await.unwrap();
    let seq = office.store.latest_seq().await.unwrap();
    let send = |form: String| {
        let desk = office.desk.clone();
        async move { desk.submit_suggestion(correction("Die Nummer stimmt nicht."), &form).await }
    };
    assert_eq!(send(form.clone()).await.unwrap(), Submission::Held(Hold::TooFast));
    assert_eq!(send("forged".into()).await.unwrap(), Submission::Held(Hold::Expired));
    office.wait(TimeDelta::hours(25));
    assert_eq!(send(form).await.unwrap(), Submission::Held(Hold::Expired));
    assert_eq!(office.store.latest_seq().await.unwrap(), seq);
    assert_eq!(office.count().await, 0);
}

async fn faulty_fields_are_all_told_and_nothing_is_written(db: &TestDb) {
    let office = Office::new(db).await;
    let form = office.desk.open_suggestion_form().await.unwrap();
    office.wait(TimeDelta::seconds(30));
    let mut wrong = correction(&"ä".repeat(1_000_000));
    wrong.text.sender_email = "keine Adresse".into();
    let refused = office.desk.submit_suggestion(wrong, &form).await;
    let Err(AppError::Invalid(faults)) = refused else { panic!("{refused:?}") };
    let codes: Vec<&str> = faults.0.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["too_long", "not_an_email"]);
    assert_eq!(office.count().await, 0);
}

async fn an_entry_that_is_not_there_is_a_fault_of_the_field(db: &TestDb) {
    let office = Office::new(db).await;
    let form = office.desk.open_suggestion_form().await.unwrap();
    office.wait(TimeDelta::seconds(30));
    let mut new = correction("Die Nummer stimmt nicht.");
    new.service_id = Some(ServiceId::stable("test", "never"));
    let refused = office.desk.submit_suggestion(new, &form).await;
    let Err(AppError::Invalid(faults)) = refused else { panic!("{refused:?}") };
    assert_eq!((&*faults.0[0].pointer, &*faults.0[0].code), ("/service_id", "unknown"));
}

async fn asking_back_and_replying_goes_to_and_fro_until_it_is_decided(db: &TestDb) {
    let office = Office::new(db).await;
    let (desk, editor) = (&office.desk, person(Role::Editor));
    let secret = office.sent(correction("Die Nummer stimmt nicht.")).await;
    let id = desk.follow_suggestion(&secret).await.unwrap().unwrap().record.id;
    let question = SuggestionDecision::AskBack { question: "Welche Nummer ist richtig?".into() };
    let asked = desk.decide_suggestion(&editor, id, 1, &question, None).await.unwrap().unwrap();
    assert_eq!((asked.state, asked.version), (SuggestionState::AskedBack, 2));
    for _ in 0..2 {
        let reply = desk.reply_to_suggestion(&secret, " 0000 99 \r\n").await.unwrap();
        assert_eq!(reply, Some(Reply::Received));
    }
    let case = desk.find_suggestion(&editor, id).await.unwrap().unwrap();
    assert_eq!(case.record.state, SuggestionState::InProgress);
    let said: Vec<(&str, &str)> =
        case.messages.iter().map(|m| (m.author.as_str(), m.text.as_str())).collect();
    let expected = [("account:editor", "Welche Nummer ist richtig?"), (SENDER, "0000 99")];
    assert_eq!(said, expected, "the same words twice are one message");
    let accept = SuggestionDecision::Accept { answer: "Danke, geändert.".into() };
    let version = case.record.version;
    let done = desk.decide_suggestion(&editor, id, version, &accept, None).await.unwrap().unwrap();
    assert_eq!(done.state, SuggestionState::Accepted);
    let closed = desk.reply_to_suggestion(&secret, "Noch etwas").await.unwrap();
    assert_eq!(closed, Some(Reply::Closed));
    let again = SuggestionDecision::Decline { reason: "doch nicht".into() };
    let refused = desk.decide_suggestion(&editor, id, done.version, &again, None).await;
    assert!(matches!(refused, Err(AppError::Transition(_))), "{refused:?}");
    let empty = SuggestionDecision::Decline { reason: "  ".into() };
    let refused = desk.decide_suggestion(&editor, id, done.version, &empty, None).await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
}

async fn two_editors_at_one_suggestion_the_slower_one_is_told(db: &TestDb) {
    let office = Office::new(db).await;
    let (desk, editor) = (&office.desk, person(Role::Editor));
    let secret = office.sent(correction("Die Nummer stimmt nicht.")).await;
    let id = desk.follow_suggestion(&secret).await.unwrap().unwrap().record.id;
    let accept = SuggestionDecision::Accept { answer: "eins".into() };
    let decline = SuggestionDecision::Decline { reason: "zwei".into() };
    desk.decide_suggestion(&editor, id, 1, &accept, None).await.unwrap().unwrap();
    let late = desk.decide_suggestion(&editor, id, 1, &decline, None).await;
    let Err(AppError::Database(DatabaseError::Conflict { found, .. })) = late else {
        panic!("{late:?}")
    };
    assert_eq!(found, Some(2));
    let case = desk.find_suggestion(&editor, id).await.unwrap().unwrap();
    assert_eq!(case.record.state, SuggestionState::Accepted);
    assert_eq!(case.messages.len(), 1, "nothing of the slower one is kept");
}

async fn only_editors_handle_suggestions_and_nothing_changes_when_others_try(db: &TestDb) {
    let office = Office::new(db).await;
    let desk = &office.desk;
    let secret = office.sent(correction("Die Nummer stimmt nicht.")).await;
    let id = desk.follow_suggestion(&secret).await.unwrap().unwrap().record.id;
    let seq = office.store.latest_seq().await.unwrap();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Editor) {
        let author = person(role);
        let denied = |outcome: bool| assert!(outcome, "{role:?}");
        let all = SuggestionFilter::default();
        denied(matches!(desk.list_suggestions(&author, all, 9, 0).await, Err(AppError::Denied(_))));
        denied(matches!(desk.find_suggestion(&author, id).await, Err(AppError::Denied(_))));
        denied(matches!(desk.evaluate_feedback(&author).await, Err(AppError::Denied(_))));
        let take = SuggestionDecision::TakeUp;
        let tried = desk.decide_suggestion(&author, id, 1, &take, None).await;
        denied(matches!(tried, Err(AppError::Denied(_))));
    }
    assert_eq!(office.store.latest_seq().await.unwrap(), seq);
}

async fn praise_and_complaints_are_counted_by_year_and_topic_also_when_erased(db: &TestDb) {
    let office = Office::new(db).await;
    let (desk, editor) = (&office.desk, person(Role::Editor));
    for topic in [FeedbackTopic::Waiting, FeedbackTopic::Waiting, FeedbackTopic::Cost] {
        office.sent(complaint(topic)).await;
    }
    office.sent(correction("Die Nummer stimmt nicht.")).await;
    let waiting =
        SuggestionFilter { topic: Some(FeedbackTopic::Waiting), ..SuggestionFilter::default() };
    let page = desk.list_suggestions(&editor, waiting, 10, 0).await.unwrap();
    let first = &page.suggestions[0];
    // An editor sorts one of them under another topic.
    let sorted = Some(FeedbackTopic::Treatment);
    let sort = SuggestionDecision::Sort;
    desk.decide_suggestion(&editor, first.id, first.version, &sort, sorted).await.unwrap();
    office.wait(TimeDelta::days(366 * 4));
    assert_eq!(desk.erase_old_suggestions().await.unwrap(), 4);
    office.sent(complaint(FeedbackTopic::Other)).await;
    let counts: Vec<(i32, FeedbackTopic, u64)> = desk
        .evaluate_feedback(&editor)
        .await
        .unwrap()
        .into_iter()
        .map(|count| (count.year, count.topic.unwrap(), count.count))
        .collect();
    let expected = [
        (2030, FeedbackTopic::Other, 1),
        (2026, FeedbackTopic::Waiting, 1),
        (2026, FeedbackTopic::Treatment, 1),
        (2026, FeedbackTopic::Cost, 1),
    ];
    assert_eq!(counts, expected);
}

async fn the_inbox_filters_pages_and_puts_the_oldest_open_one_first(db: &TestDb) {
    let office = Office::new(db).await;
    let (desk, editor) = (&office.desk, person(Role::Editor));
    let mut ids = Vec::new();
    for n in 0..5 {
        let secret = office.sent(correction(&format!("Nummer {n} stimmt nicht."))).await;
        ids.push(desk.follow_suggestion(&secret).await.unwrap().unwrap().record.id);
        office.wait(TimeDelta::hours(1));
    }
    office.sent(complaint(FeedbackTopic::Access)).await;
    let accept = SuggestionDecision::Accept { answer: String::new() };
    for n in [0, 3] {
        desk.decide_suggestion(&editor, ids[n], 1, &accept, None).await.unwrap();
        office.wait(TimeDelta::hours(1));
    }
    let kinds = vec![SuggestionKind::Correction, SuggestionKind::Closed];
    let filter = SuggestionFilter { kinds, ..SuggestionFilter::default() };
    let list = async |filter: SuggestionFilter, offset| {
        let page = desk.list_suggestions(&editor, filter, 3, offset).await.unwrap();
        (page.suggestions.iter().map(|s| s.id).collect::<Vec<_>>(), page.total)
    };
    assert_eq!(list(filter.clone(), 0).await, (vec![ids[1], ids[2], ids[4]], 5));
    assert_eq!(list(filter.clone(), 3).await, (vec![ids[3], ids[0]], 5), "latest decision first");
    let open = SuggestionFilter { states: vec![SuggestionState::Received], ..filter.clone() };
    assert_eq!(list(open, 0).await.1, 3);
    let other = SuggestionFilter { service_id: Some(ServiceId::stable("t", "x")), ..filter };
    assert_eq!(list(other, 0).await, (vec![], 0));
    let year = |year| SuggestionFilter { year: Some(year), ..SuggestionFilter::default() };
    assert_eq!((list(year(2026), 0).await.1, list(year(2025), 0).await.1), (6, 0));
}

async fn words_and_sender_are_erased_when_their_time_is_over_and_only_then(db: &TestDb) {
    let office = Office::new(db).await;
    let (desk, editor) = (&office.desk, person(Role::Editor));
    let open = office.sent(correction("Bleibt länger, denn sie ist offen.")).await;
    let decided = office.sent(correction("Ist in einem Jahr vergessen.")).await;
    let id = desk.follow_suggestion(&decided).await.unwrap().unwrap().record.id;
    let accept = SuggestionDecision::Accept { answer: "Danke".into() };
    desk.decide_suggestion(&editor, id, 1, &accept, None).await.unwrap();
    office.wait(TimeDelta::days(360));
    assert_eq!(desk.erase_old_suggestions().await.unwrap(), 0);
    office.wait(TimeDelta::days(10));
    assert_eq!(desk.erase_old_suggestions().await.unwrap(), 1);
    assert_eq!(desk.erase_old_suggestions().await.unwrap(), 0, "once is enough");
    assert!(desk.follow_suggestion(&decided).await.unwrap().is_none());
    assert!(desk.follow_suggestion(&open).await.unwrap().is_some());
    let case = desk.find_suggestion(&editor, id).await.unwrap().unwrap();
    assert_eq!((case.record.text, case.messages.len()), (None, 0));
    assert_eq!(case.record.state, SuggestionState::Accepted);
    let words = "SELECT COUNT(*) FROM suggestion WHERE document LIKE '%vergessen%'";
    assert_eq!(db.number(words).await, 0);
}

async fn another_instance_knows_the_same_forms_and_links(db: &TestDb) {
    let office = Office::new(db).await;
    let other = desk(&office.store, &office.clock, 99);
    let form = office.desk.open_suggestion_form().await.unwrap();
    office.wait(TimeDelta::seconds(30));
    let sent = other.submit_suggestion(correction("Die Nummer stimmt nicht."), &form).await;
    let Submission::Received { answer, .. } = sent.unwrap() else { panic!("held") };
    assert!(office.desk.follow_suggestion(&answer).await.unwrap().is_some());
}
