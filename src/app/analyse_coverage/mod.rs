//! `analyse_coverage`: whom what reaches, from the public entries and the people of the county.
//!
//! The figures themselves are made by [`crate::coverage`]; this use case gives it people, sites and paths, and hands
//! back everything an answer needs to be read, shown and made again. It works on threads of its own
//! ([`AnalysisRoom`]), so that the public pages never wait for it; the same question asked by several at once is
//! answered once, and one nobody waits for any more stops.
//!
//! | module | what it does |
//! |---|---|
//! | `question`, `check` | what is asked, and what of it makes no sense with these data |
//! | `ground` | people, borders, water, place names, prepared once |
//! | `supply` | from the facts of the atlas to sites |
//! | `run`, `matrix`, `around` | the analyses |
//! | `overland` | land and paths, prepared in the background |
//! | `method` | how the figures were made |
//! | `progress` | how far long ones are, and not waiting for them |
//! | `room`, `flight` | threads, and what is remembered |

mod analysed;
mod around;
mod check;
mod error;
mod flight;
mod ground;
mod matrix;
mod method;
mod overland;
mod progress;
mod question;
mod room;
mod run;
mod supply;

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime, TimeZone};

pub use analysed::{
    Analysed, AnalysedSite, LeftOut, RemoteMunicipality, RemoteReport, ScenarioOutcome, SiteCounts,
    SiteKind,
};
pub use around::{Around, AroundCategory, NearestSite};
pub use error::AnalysisError;
pub use matrix::{CategoryRow, CoverageMatrix, MatrixMunicipality};
pub use method::{Method, Note, StalePolicy};
pub use progress::{Progress, ProgressState};
pub use question::{
    AroundQuestion, CompareQuestion, LinkChoice, MatrixQuestion, Question, QuestionFault,
    ScenarioRequest,
};
pub use room::{AnalysisOptions, AnalysisRoom};

use super::open_atlas::{entry, off_the_async_threads};
use super::{App, AppError};
use crate::atlas::{Atlas, Moment, Reference, Snapshot};
use crate::coverage::{Difference, compare};
use ground::Ground;
use run::Context;

/// Two answers set against each other.
#[derive(Debug)]
pub struct Compared {
    /// Before, or one side.
    pub first: Arc<Analysed>,
    /// After, or the other side.
    pub second: Arc<Analysed>,
    /// Who is reached only after, who only before.
    pub difference: Difference,
}

impl App {
    /// Answers a question; the same one is remembered while the data stay the same.
    ///
    /// # Errors
    /// [`AnalysisError`]: faults of the question (all of them), overland not prepared yet, too much at once; with
    /// [`Question::as_of`] also as the database reports.
    pub async fn analyse(&self, question: Question) -> Result<Arc<Analysed>, AppError> {
        let context = self.context(question.as_of).await?;
        let question = question.normalised();
        let mut faults = check::check(&question, &context.ground);
        faults.extend(context.site_faults(&question));
        if !faults.is_empty() {
            return Err(AnalysisError::Question(faults).into());
        }
        let before = if question.scenario.is_empty() {
            None
        } else {
            Some(self.answer(&context, question.without_scenario(), None).await?)
        };
        self.answer(&context, question, before).await
    }

    /// What of a question makes no sense with the data at hand; empty = it can be answered.
    ///
    /// # Errors
    /// As [`App::analyse`], but for the faults.
    pub async fn question_faults(
        &self,
        question: &Question,
    ) -> Result<Vec<QuestionFault>, AppError> {
        let context = self.context(question.as_of).await?;
        let mut faults = check::check(question, &context.ground);
        faults.extend(context.site_faults(question));
        Ok(faults)
    }

    /// Categories against municipalities.
    ///
    /// # Errors
    /// As [`App::analyse`].
    pub async fn coverage_matrix(
        &self,
        question: MatrixQuestion,
    ) -> Result<Arc<CoverageMatrix>, AppError> {
        let context = self.context(None).await?;
        let question = question.normalised();
        let faults = matrix_faults(&question, &context.ground);
        if !faults.is_empty() {
            return Err(AnalysisError::Question(faults).into());
        }
        let (room, key) = (Arc::clone(&self.analysis), context.key(&question));
        let begin = |task| {
            let job = move |work: &_| {
                let matrix = matrix::run(&context, question, work)?;
                let cells = matrix.rows.len() * (matrix.municipalities.len() * 40 + 400);
                context.room.matrices.keep(
                    context.key(&matrix.question),
                    Arc::clone(&matrix),
                    cells,
                );
                Ok(matrix)
            };
            room.begin(task, job);
        };
        Ok(self.analysis.matrices.get(key, begin).await?)
    }

    /// What one address has around it.
    ///
    /// # Errors
    /// As [`App::analyse`].
    pub async fn coverage_at(&self, question: AroundQuestion) -> Result<Arc<Around>, AppError> {
        let context = self.context(None).await?;
        let question = AroundQuestion { matrix: question.matrix.normalised(), ..question };
        let mut faults = matrix_faults(&question.matrix, &context.ground);
        faults.extend(around_fault(&question, &context.ground));
        if !faults.is_empty() {
            return Err(AnalysisError::Question(faults).into());
        }
        let (room, key) = (Arc::clone(&self.analysis), context.key(&question));
        let begin = |task| {
            let job = move |work: &_| {
                let around = around::run(&context, question, work)?;
                let bytes = around.categories.len() * 400 + 4_096;
                let key = context.key(&around.question);
                context.room.addresses.keep(key, Arc::clone(&around), bytes);
                Ok(around)
            };
            room.begin(task, job);
        };
        Ok(self.analysis.addresses.get(key, begin).await?)
    }

    /// Sets two answers against each other; metric and people are those of the first question.
    ///
    /// # Errors
    /// As [`App::analyse`]; faults of the second question are named with its own words.
    pub async fn compare_coverage(&self, question: CompareQuestion) -> Result<Compared, AppError> {
        let CompareQuestion { first, second } = question;
        let second = Question {
            metric: first.metric,
            group: first.group,
            municipalities: first.municipalities.clone(),
            ..second
        };
        let (first, second) = tokio::try_join!(self.analyse(first), self.analyse(second))?;
        let context = self.context(None).await?;
        let chosen = supply::places_of(&context.ground.demand, &first.question.municipalities);
        if !Arc::ptr_eq(&first.demand, &second.demand) {
            // The grid was exchanged between the two: ask again.
            return Err(AnalysisError::Busy.into());
        }
        let group = first.question.group;
        let difference =
            compare(&first.demand, &first.reach, &second.reach, group, chosen.as_deref());
        Ok(Compared { first, second, difference })
    }

    /// Prepares what all questions need, so that the first one does not wait for it: people and borders at once, land
    /// and paths in the background.
    ///
    /// # Errors
    /// Cells and municipalities that do not go together.
    pub async fn prepare_analysis(&self) -> Result<(), AppError> {
        let snapshot = self.atlas.snapshot();
        let ground = self.ground(snapshot.reference()).await?;
        self.analysis.overland.begin(&ground);
        Ok(())
    }

    async fn answer(
        &self,
        context: &Arc<Context>,
        question: Question,
        before: Option<Arc<Analysed>>,
    ) -> Result<Arc<Analysed>, AppError> {
        let (context, key) = (Arc::clone(context), context.key(&question));
        let room = Arc::clone(&self.analysis);
        let begin = |task| {
            let job = move |work: &_| {
                let analysed = run::run(&context, question, before, work)?;
                let key = context.key(&analysed.question);
                context.room.answers.keep(key, Arc::clone(&analysed), analysed.bytes());
                Ok(analysed)
            };
            room.begin(task, job);
        };
        Ok(self.analysis.answers.get(key, begin).await?)
    }

    /// What analyses are made of: the present, or a day of the change feed.
    async fn context(&self, as_of: Option<NaiveDate>) -> Result<Arc<Context>, AppError> {
        let (snapshot, moment) = match as_of {
            None => (self.atlas.snapshot(), self.moment()),
            Some(day) => {
                let end = day.and_time(NaiveTime::MIN);
                (self.snapshot_at(day).await?, Moment { local: end })
            }
        };
        let ground = self.ground(snapshot.reference()).await?;
        let room = Arc::clone(&self.analysis);
        Ok(Arc::new(Context { room, ground, snapshot, moment }))
    }

    async fn ground(&self, reference: &Arc<Reference>) -> Result<Arc<Ground>, AppError> {
        if let Some(known) = self.analysis.known_ground(reference) {
            return Ok(known);
        }
        let (room, reference) = (Arc::clone(&self.analysis), Arc::clone(reference));
        Ok(off_the_async_threads(move || room.ground(&reference)).await??)
    }

    /// The offers as they were public at the end of a day, with what they refer to as it is now.
    async fn snapshot_at(&self, day: NaiveDate) -> Result<Arc<Snapshot>, AppError> {
        let fault = |code, detail: String| {
            AppError::from(AnalysisError::Question(vec![QuestionFault::new("at", code, detail)]))
        };
        if day > self.moment().today() {
            return Err(fault("in_the_future", format!("{day} is still to come")));
        }
        let Some(store) = &self.analysis.store else {
            return Err(fault("no_history", "former states are not kept here".to_owned()));
        };
        let after = day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        // In a night when clocks change, midnight may come twice or not at all: then the earlier reading counts.
        let end = self.settings.timezone.from_local_datetime(&after.and_time(NaiveTime::MIN));
        let end = end.earliest().map_or_else(
            || after.and_time(NaiveTime::MIN).and_utc(),
            |end| end.with_timezone(&chrono::Utc),
        );
        match store.first_record().await? {
            Some(first) if first < end => {}
            first => {
                let zone = &self.settings.timezone;
                let begins = first.map_or_else(
                    || "nothing was ever recorded".to_owned(),
                    |first| {
                        format!("the record begins on {}", first.with_timezone(zone).date_naive())
                    },
                );
                return Err(fault(
                    "before_the_record",
                    format!("nothing is known of {day}: {begins}"),
                ));
            }
        }
        let now = self.atlas.snapshot();
        // One former day at a time: each is a read model of its own, and the pages come first.
        let _turn = self.analysis.history_turn.lock().await;
        // A day that is over does not change any more, what entries refer to may.
        let key = format!("{day}|{}", now.tag());
        if let Some(known) = self.analysis.history.find(&key) {
            return Ok(known.snapshot());
        }
        let documents = store.published_documents_at(end).await?;
        let bytes: usize = documents.iter().map(|one| one.document.len() * 3).sum();
        let entries = documents.into_iter().map(entry).collect();
        let (reference, seq) = (Arc::clone(now.reference()), now.seq());
        let atlas = off_the_async_threads(move || Atlas::new(reference, entries, seq)).await?;
        let atlas = Arc::new(atlas);
        self.analysis.history.keep(key, Arc::clone(&atlas), bytes);
        Ok(atlas.snapshot())
    }
}

impl Context {
    /// A name for a question about these data on this day.
    fn key(&self, question: &impl std::fmt::Debug) -> String {
        key_of(&self.snapshot, &self.moment, question)
    }

    /// Sites that a scenario changes but that nobody knows, or changes twice.
    fn site_faults(&self, question: &Question) -> Vec<QuestionFault> {
        check::sites(&question.scenario, |id| self.snapshot.find_feature(id).is_some())
    }
}

/// A name for a question about some data on some day.
fn key_of(snapshot: &Snapshot, moment: &Moment, question: &impl std::fmt::Debug) -> String {
    format!("{}|{}|{question:?}", snapshot.tag(), moment.today())
}

fn matrix_faults(question: &MatrixQuestion, ground: &Ground) -> Vec<QuestionFault> {
    let plain = Question {
        metric: question.metric,
        group: question.group,
        stale_after_months: question.stale_after_months,
        municipalities: question.municipalities.clone(),
        links: question.links.clone(),
        ..Question::new(question.query.clone(), question.max_distance_m.unwrap_or(1.0))
    };
    check::check(&plain, ground)
}

fn around_fault(question: &AroundQuestion, ground: &Ground) -> Option<QuestionFault> {
    let fault = check::place_fault("lon", 0, question.at, ground)?;
    // An address by the water's edge may well lie in it.
    (fault.code == "outside").then_some(QuestionFault { index: None, ..fault })
}
