//! From an address to a question; every fault is named at once.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::formats::Kind;
use crate::app::{AnalysisError, App, AppError, Question};
use crate::domain::hex;
use crate::http::api::negotiate::{Asked, tag};
use crate::http::app_errors::of_question;
use crate::http::params::{
    COMPARED, CoverageWords, Pair, Vocabulary, decode_strict, read_coverage, read_pairs,
};
use crate::http::problem::{Problem, ProblemError};

/// A question and how its answer is wanted.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) question: Question,
    pub(super) kind: Kind,
    pub(super) pairs: Vec<Pair>,
}

/// Reads a question.
pub(super) async fn read_question(
    app: &Arc<App>,
    asked: &Asked,
    known: &[&str],
    offered: &[Kind],
) -> Result<Read, Problem> {
    let mut wanted = None;
    let mut own = |pair: &Pair| format(pair, offered, &mut wanted);
    let (question, pairs) = read_with(app, &asked.query, known, &mut own).await?;
    Ok(Read { question, kind: Kind::choose(offered, wanted, asked)?, pairs })
}

/// Reads a question with parameters of the resource's own.
pub(in crate::http::api) async fn read_with(
    app: &Arc<App>,
    raw: &str,
    known: &[&str],
    own: &mut (dyn FnMut(&Pair) -> Option<Result<(), ProblemError>> + Send),
) -> Result<(Question, Vec<Pair>), Problem> {
    let (question, faults, pairs) = {
        let snapshot = app.atlas.snapshot();
        let vocabulary = vocabulary(app, &snapshot);
        let (mut read, pairs) = read_coverage(raw, vocabulary, known, own);
        let question = question(&snapshot, &mut read);
        (question, read.faults, pairs)
    };
    check(app, &question, faults).await?;
    Ok((question, pairs))
}

/// `f`, if that is what the pair is.
pub(super) fn format(
    (name, value): &Pair,
    offered: &[Kind],
    wanted: &mut Option<Kind>,
) -> Option<Result<(), ProblemError>> {
    (name == "f").then(|| Kind::parse(offered, value).map(|kind| *wanted = Some(kind)))
}

/// What values are checked against.
pub(super) fn vocabulary<'a>(app: &App, snapshot: &'a crate::atlas::Snapshot) -> Vocabulary<'a> {
    Vocabulary { taxonomy: &snapshot.reference().taxonomy, now: app.moment().local }
}

/// The question that was read; a missing distance is the county's for the category, or a fault.
pub(super) fn question(
    snapshot: &crate::atlas::Snapshot,
    read: &mut CoverageWords<'_>,
) -> Question {
    let of_county = match read.words.query.categories.as_slice() {
        [only] => snapshot.reference().region.max_distance_m.get(only.as_str()).copied(),
        _ => None,
    };
    let distance = read.max_distance_m.or(of_county);
    if distance.is_none() && !read.is_at_fault("max_distance_m") {
        let detail = "is needed: metres that are not too far, such as 5000";
        read.faults.push(ProblemError::parameter("max_distance_m", "required", detail));
    }
    // With a fault the question is never asked, only checked for others.
    read.question(distance.unwrap_or(1.0))
}

/// All that is wrong: what was not understood, and what makes no sense with these data.
pub(super) async fn check(
    app: &Arc<App>,
    question: &Question,
    mut faults: Vec<ProblemError>,
) -> Result<(), Problem> {
    faults.extend(data_faults(app, question).await?);
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid_query(faults)) }
}

/// What makes no sense with these data.
async fn data_faults(app: &Arc<App>, question: &Question) -> Result<Vec<ProblemError>, Problem> {
    let faults = match app.question_faults(question).await {
        // A day that cannot be asked for is found while its data are looked for.
        Err(AppError::Analysis(AnalysisError::Question(faults))) => faults,
        other => other?,
    };
    Ok(faults.into_iter().map(of_question).collect())
}

/// Reads the two sides of a comparison: `other_x` stands for `x` on the second side, everything else is shared.
pub(super) async fn read_sides(
    app: &Arc<App>,
    asked: &Asked,
    offered: &[Kind],
) -> Result<(Read, Question), Problem> {
    let (pairs, mut faults) = decode_strict(&asked.query);
    let (other, first): (Vec<Pair>, Vec<Pair>) =
        pairs.iter().cloned().partition(|(name, _)| name.starts_with("other_"));
    let other: Vec<Pair> =
        other.into_iter().map(|(name, value)| (name.replacen("other_", "", 1), value)).collect();
    let is_other = |name: &str| other.iter().any(|(n, _)| n == name);
    let shared = first.iter().filter(|(name, _)| !is_other(name) && name != "f").cloned();
    let second: Vec<Pair> = shared.chain(other.iter().cloned()).collect();
    let mut wanted = None;
    let (left, right) = {
        let snapshot = app.atlas.snapshot();
        let words = vocabulary(app, &snapshot);
        let own = |pair: &Pair| format(pair, offered, &mut wanted);
        let mut left = read_pairs(&first, Vec::new(), words, COMPARED, own);
        let fixed = |(name, _): &Pair| {
            let whose = matches!(name.as_str(), "metric" | "population" | "municipality" | "f");
            let detail = "both sides have the same metric and people";
            (whose && is_other(name)).then(|| Err(ProblemError::parameter(name, "unknown", detail)))
        };
        let mut right = read_pairs(&second, Vec::new(), words, COMPARED, fixed);
        let questions = (question(&snapshot, &mut left), question(&snapshot, &mut right));
        faults.append(&mut left.faults);
        faults.extend(others(right.faults, &is_other));
        questions
    };
    faults.extend(data_faults(app, &left).await?);
    faults.extend(others(data_faults(app, &right).await?, &is_other));
    if !faults.is_empty() {
        return Err(Problem::invalid_query(faults));
    }
    Ok((Read { question: left, kind: Kind::choose(offered, wanted, asked)?, pairs }, right))
}

/// The faults that are the second side's own, under the names they were given by.
fn others(
    faults: Vec<ProblemError>,
    is_other: &impl Fn(&str) -> bool,
) -> impl Iterator<Item = ProblemError> {
    faults.into_iter().filter_map(|mut fault| {
        let name = fault.parameter.take()?;
        fault.parameter = is_other(&name).then(|| format!("other_{name}"));
        fault.parameter.is_some().then_some(fault)
    })
}

/// The entity tag of the answer to a question: differs with the data, the day, the question and the representation.
pub(super) fn tag_of(app: &App, question: &impl std::fmt::Debug, kind: Kind) -> String {
    let snapshot = app.atlas.snapshot();
    let day = app.moment().today().to_string();
    tag(&[snapshot.tag(), &day, &short_hash(question), kind.as_str()])
}

/// A short name for a question.
fn short_hash(question: &impl std::fmt::Debug) -> String {
    let hash = Sha256::digest(format!("{question:?}"));
    hex(hash.get(..8).unwrap_or_default())
}
