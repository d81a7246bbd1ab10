//! The life of entries against a model: whatever editors and providers do in whatever order, the model says what is
//! public, and the history has no gap.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use sozialatlas::app::{
    AppError, Archive, Author, Clock, Confirm, CountingIds, DatabaseError, Desk, Edit, Edited,
    Restore, Review, SeededRandom,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{Decision, Listing, ReviewStatus, ServiceId};
use sozialatlas::store::{PublicChange, Store};

use crate::support::{TestDb, begin, listing, moment, organization};

/// Entries that are played with.
const ENTRIES: u32 = 2;

/// What somebody does to an entry.
#[derive(Debug, Clone, Copy)]
enum Command {
    Propose,
    Draft,
    EditorEdit,
    Confirm,
    Publish,
    Reject,
    AskBack,
    Archive,
    Restore(usize),
}

#[derive(Debug, Clone, Copy)]
struct Step {
    entry: u32,
    command: Command,
    /// The author has seen an older version.
    stale: bool,
}

fn step() -> impl Strategy<Value = Step> {
    let command = prop_oneof![
        4 => Just(Command::Propose),
        2 => Just(Command::Draft),
        2 => Just(Command::EditorEdit),
        2 => Just(Command::Confirm),
        4 => Just(Command::Publish),
        2 => Just(Command::Reject),
        2 => Just(Command::AskBack),
        1 => Just(Command::Archive),
        2 => any::<prop::sample::Index>().prop_map(|at| Command::Restore(at.index(9))),
    ];
    (1..=ENTRIES, command, prop::bool::weighted(0.1)).prop_map(|(entry, command, stale)| Step {
        entry,
        command,
        stale,
    })
}

/// A day later with every look.
#[derive(Debug, Default)]
struct Days(AtomicI64);

impl Clock for Days {
    fn now(&self) -> DateTime<Utc> {
        moment(0) + TimeDelta::days(self.0.load(Ordering::Relaxed))
    }
}

/// What a version says: its name, and when it was confirmed.
type Said = (String, String);

/// What the model knows of an entry.
#[derive(Debug, Clone)]
struct Model {
    state: ReviewStatus,
    version: i64,
    /// All versions, the first is number 1.
    versions: Vec<Said>,
    published: Option<usize>,
}

/// What the model expects.
#[derive(Debug, PartialEq)]
enum Outcome {
    Written(ReviewStatus),
    Unchanged,
    Conflict,
    NoSuchStep,
    NotThere,
}

use ReviewStatus::{Archived, Draft, Pending, Published, Rejected};

impl Model {
    fn new() -> Self {
        let said = ("Angebot".to_owned(), "2017".to_owned());
        Self { state: Published, version: 1, versions: vec![said], published: Some(1) }
    }

    fn latest(&self) -> &Said {
        self.versions.last().unwrap()
    }

    fn add(&mut self, said: Said, state: ReviewStatus) -> Outcome {
        self.versions.push(said);
        self.version += 1;
        self.state = state;
        if state == Published {
            self.published = Some(self.versions.len());
        }
        Outcome::Written(state)
    }

    /// What becomes of a step, written down without looking at the program.
    #[allow(clippy::match_same_arms, reason = "step by step, as the table is read")]
    fn play(&mut self, command: Command, stale: bool, name: &str, today: &str) -> Outcome {
        let renamed = (name.to_owned(), self.latest().1.clone());
        let archived = self.state == Archived;
        match command {
            Command::Propose | Command::Draft | Command::EditorEdit if archived => {
                Outcome::NoSuchStep
            }
            Command::Propose | Command::Draft | Command::EditorEdit if stale => Outcome::Conflict,
            Command::Propose => self.add(renamed, Pending),
            Command::Draft => self.add(renamed, Draft),
            Command::EditorEdit => {
                let state = if self.state == Rejected { Pending } else { Published };
                self.add(renamed, state)
            }
            Command::Confirm => self.confirm(stale, today),
            Command::Publish | Command::Reject | Command::AskBack if stale => Outcome::Conflict,
            Command::Publish => self.publish(),
            Command::Reject | Command::AskBack if self.state != Pending => Outcome::NoSuchStep,
            Command::Reject => self.send_back(Rejected),
            Command::AskBack => self.send_back(Draft),
            Command::Archive if archived => Outcome::NoSuchStep,
            Command::Archive if stale => Outcome::Conflict,
            Command::Archive => {
                self.published = None;
                self.send_back(Archived)
            }
            Command::Restore(at) => {
                let Some(said) = self.versions.get(at).cloned() else { return Outcome::NotThere };
                let state = if self.state == Rejected { Pending } else { Published };
                if stale {
                    Outcome::Conflict
                } else if self.state == state && *self.latest() == said {
                    Outcome::Unchanged
                } else {
                    self.add(said, state)
                }
            }
        }
    }

    fn send_back(&mut self, state: ReviewStatus) -> Outcome {
        self.version += 1;
        self.state = state;
        Outcome::Written(state)
    }

    fn publish(&mut self) -> Outcome {
        if self.published == Some(self.versions.len()) {
            // Looked at, and found right.
            return Outcome::Written(self.state);
        }
        if matches!(self.state, Rejected | Archived) {
            return Outcome::NoSuchStep;
        }
        self.published = Some(self.versions.len());
        self.send_back(Published)
    }

    fn confirm(&mut self, stale: bool, today: &str) -> Outcome {
        let Some(public) = self.published else { return Outcome::NoSuchStep };
        if stale {
            return Outcome::Conflict;
        }
        let said = (self.versions[public - 1].0.clone(), today.to_owned());
        let waiting = (public != self.versions.len()).then(|| (self.latest().clone(), self.state));
        self.add(said, Published);
        match waiting {
            None => Outcome::Written(Published),
            Some(((name, _), state)) => self.add((name, today.to_owned()), state),
        }
    }
}

fn person(role: Role) -> Author {
    let organizations = if role == Role::Provider { vec![organization(1).id] } else { Vec::new() };
    Author { actor: Actor::Person { role, organizations }, name: format!("account:{role:?}") }
}

struct Game {
    store: Store,
    desk: Desk,
    clock: Arc<Days>,
    models: BTreeMap<u32, Model>,
    /// What a reader who follows the feed shows.
    shown: BTreeMap<ServiceId, String>,
    at: i64,
}

impl Game {
    async fn new(db: &TestDb) -> Self {
        let store = db.furnished().await;
        let mut tx = begin(&store).await;
        for n in 1..=ENTRIES {
            let entry = Listing { name: "Angebot".into(), ..listing(n) };
            tx.save_revision(&entry, Published, None, 0).await.unwrap();
        }
        tx.commit().await.unwrap();
        let clock = Arc::<Days>::default();
        let ids = Arc::<CountingIds>::default();
        let random = Arc::<SeededRandom>::default();
        let desk = Desk::new(store.clone(), clock.clone(), ids, random);
        let models = (1..=ENTRIES).map(|n| (n, Model::new())).collect();
        Self { store, desk, clock, models, shown: BTreeMap::new(), at: 0 }
    }

    async fn act(&self, step: Step, name: &str) -> Result<Option<Edited>, AppError> {
        let id = listing(step.entry).id;
        let record = self.store.find_listing(id).await?.unwrap();
        let version = record.version - i64::from(step.stale);
        let revision = record.latest_revision - i64::from(step.stale);
        let renamed =
            || Edit::new(Listing { name: name.into(), ..record.listing.clone() }, Some(version));
        let (editor, provider) = (person(Role::Editor), person(Role::Provider));
        let decide = async |decision| {
            let acknowledged = Vec::new();
            let review = Review { id, revision, decision, acknowledged, once: None };
            self.desk.review_revision(&editor, review).await
        };
        match step.command {
            Command::Propose => self.desk.edit_listing(&provider, renamed()).await,
            Command::Draft => self.desk.save_draft(&provider, renamed()).await,
            Command::EditorEdit => self.desk.edit_listing(&editor, renamed()).await,
            Command::Confirm => {
                let seen = record.published_revision.map(|n| n - i64::from(step.stale));
                let confirm = Confirm { id, revision: seen, once: None };
                self.desk.confirm_listing(&provider, confirm).await
            }
            Command::Publish => decide(Decision::Publish).await,
            Command::Reject => decide(Decision::Reject { reason: "x".into() }).await,
            Command::AskBack => decide(Decision::AskBack { question: "x".into() }).await,
            Command::Archive => {
                let archive = Archive { id, expected_version: version, reason: None, once: None };
                self.desk.archive_listing(&editor, archive).await
            }
            Command::Restore(at) => {
                let revision = i64::try_from(at).unwrap() + 1;
                let restore =
                    Restore { id, revision, expected_version: version, reason: None, once: None };
                self.desk.restore_revision(&editor, restore).await
            }
        }
    }

    async fn play(&mut self, step: Step, number: usize) {
        self.clock.0.fetch_add(1, Ordering::Relaxed);
        let (name, today) = (format!("Name {number}"), self.clock.now().date_naive().to_string());
        let got = match self.act(step, &name).await {
            Ok(None) => Outcome::NotThere,
            Ok(Some(Edited { seq: None, .. })) => Outcome::Unchanged,
            Ok(Some(edited)) => Outcome::Written(edited.review_status),
            Err(AppError::Transition(_)) => Outcome::NoSuchStep,
            Err(AppError::Database(DatabaseError::Conflict { .. })) => Outcome::Conflict,
            Err(error) => panic!("{step:?}: {error:?}"),
        };
        let model = self.models.get_mut(&step.entry).unwrap();
        let expected = model.play(step.command, step.stale, &name, &today);
        assert_eq!(got, expected, "{step:?} {model:?}");
        self.look().await;
    }

    /// The database says what the models say.
    async fn look(&mut self) {
        for (n, model) in &self.models {
            let id = listing(*n).id;
            let record = self.store.find_listing(id).await.unwrap().unwrap();
            let latest = i64::try_from(model.versions.len()).unwrap();
            assert_eq!((record.version, record.latest_revision), (model.version, latest));
            assert_eq!(
                (record.review_status, said(&record.listing)),
                (model.state, model.latest().clone())
            );
            let public = self.store.find_published(id).await.unwrap();
            let public = public.map(|p| said(&serde_json::from_str(&p.document).unwrap()));
            // What was published stays public until another version is, or an editor takes it out.
            assert_eq!(public, model.published.map(|at| model.versions[at - 1].clone()));
        }
        assert_eq!(self.store.check_projection().await.unwrap(), [], "gaps, or tables that lie");
        let tail = self.store.tail(self.at, 1_000).await.unwrap();
        self.at = tail.seq;
        for change in tail.changes {
            match change {
                PublicChange::Put(id, public) => {
                    self.shown.insert(id, public.document.to_string());
                }
                PublicChange::Remove(id) => {
                    self.shown.remove(&id);
                }
                PublicChange::Other(_) => {}
            }
        }
        let mut now = BTreeMap::new();
        for public in self.store.published_documents().await.unwrap().collect().await.unwrap() {
            let entry: Listing = serde_json::from_str(&public.document).unwrap();
            now.insert(entry.id, public.document.to_string());
        }
        assert_eq!(self.shown, now, "who follows the feed sees something else");
    }
}

fn said(entry: &Listing) -> Said {
    let date = entry.sites[0].assurance.date.map(|date| date.to_string());
    (entry.name.clone(), date.unwrap_or_default())
}

/// Plays the steps on a new database.
fn play(steps: Vec<Step>, postgres: bool) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let db = if postgres {
            let Some(db) = TestDb::postgres().await else {
                println!("skipped: TEST_DATABASE_URL is not set");
                return;
            };
            db
        } else {
            TestDb::sqlite()
        };
        let mut game = Game::new(&db).await;
        for (number, step) in steps.into_iter().enumerate() {
            game.play(step, number).await;
        }
        game.store.close().await;
        db.remove().await;
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_in_whatever_order_the_model_says_what_is_public(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        play(steps, false);
    }
}

proptest! {
    // Every case makes a database of its own on the server.
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_on_postgresql_the_model_says_the_same(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        play(steps, true);
    }
}
