//! `/planung`: where people live whom no offer reaches.
//!
//! | module | what it does |
//! |---|---|
//! | `ask`, `values`, `write` | the address: read with patience, written in one form |
//! | `facts` | what a result is written from |
//! | `sentence`, `tables`, `spread`, `legend`, `scenario`, `notes` | the parts of the result in words |
//! | `form` | the form |
//! | `result` | the page put together |
//! | `matrix` | `/planung/matrix` |
//! | `stored` | `/planung/szenarien` |

mod ask;
mod facts;
mod form;
mod format;
mod legend;
mod matrix;
mod notes;
mod result;
mod scenario;
mod sentence;
mod spread;
mod stored;
mod tables;
mod values;
mod write;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{LOCATION, RETRY_AFTER, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use self::ask::{Ask, Fault, Reading, read};
use self::facts::Facts;
use self::matrix::{MatrixOutcome, MatrixPage};
use self::result::{Outcome, PlanningFragment, PlanningPage, Preparing};
use self::stored::StoreDoor;
use super::context::Context;
use super::respond;
use crate::app::{AnalysisError, App, AppError};
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;
use crate::http::session::Visitor;

/// Seconds after which to ask again while something is prepared for all questions, or too many ask.
pub(super) const PREPARING_S: u16 = 5;
/// Seconds after which to ask again for an answer that is being worked on: well within the time it is kept going.
pub(super) const UNDER_WAY_S: u16 = 1;

/// The header by which our scripts ask for the changing parts alone.
const FRAGMENT: &str = "sozialatlas-fragment";

/// The pages for planners.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/planung", get(show))
        .route(matrix::PATH, get(show_matrix))
        .merge(stored::routes())
}

/// The pages are there only where the operator wants them.
fn admit(app: &App) -> Result<(), Problem> {
    if app.settings.planning { Ok(()) } else { Err(Problem::of_status(StatusCode::NOT_FOUND)) }
}

/// `GET /planung/matrix`
async fn show_matrix(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    admit(&app)?;
    let context = Context::new(&app);
    let mut reading = read(&raw, &context);
    if reading.redirect && reading.faults.is_empty() {
        return Ok(redirect(&reading.ask.href(matrix::PATH)));
    }
    let suggested = reading.ask.suggest_distance(&context);
    let answer = analyse(&mut reading, |ask| {
        let question = ask.matrix_question(&context)?;
        Some(app.coverage_matrix_patiently(question))
    })
    .await?;
    let ask = &reading.ask;
    let outcome = match &answer {
        Answer::Nothing => MatrixOutcome::Nothing,
        Answer::Preparing(progress) => {
            MatrixOutcome::Waiting(Preparing::overland(&context, ask, matrix::PATH, *progress))
        }
        Answer::UnderWay(progress) => {
            MatrixOutcome::Waiting(Preparing::under_way(&context, ask, matrix::PATH, *progress))
        }
        Answer::Busy => MatrixOutcome::Waiting(Preparing::busy(&context, ask, matrix::PATH)),
        Answer::Analysed(matrix) => MatrixOutcome::Answered(matrix),
    };
    let page = MatrixPage::new(&context, &reading, outcome, suggested);
    let response = respond(status_of(&answer, &reading), &page)?;
    Ok(told_when(response))
}

/// `GET /planung`
async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    admit(&app)?;
    let context = Context::new(&app);
    let mut reading = read(&raw, &context);
    if reading.redirect && reading.faults.is_empty() {
        return Ok(redirect(&reading.ask.href("/planung")));
    }
    let answer =
        analyse(&mut reading, |ask| ask.question().map(|q| app.analyse_patiently(q))).await?;
    let status = status_of(&answer, &reading);
    let outcome = match &answer {
        Answer::Nothing => Outcome::Nothing,
        Answer::Preparing(progress) => Outcome::Preparing(*progress),
        Answer::UnderWay(progress) => Outcome::UnderWay(*progress),
        Answer::Busy => Outcome::Busy,
        Answer::Analysed(analysed) => Outcome::Answered(Box::new(Facts::of(analysed))),
    };
    let mut page = PlanningPage::new(&context, &reading, &outcome);
    page.store = StoreDoor::for_visitor(&visitor, &reading.ask);
    let fragment = headers.get(FRAGMENT).is_some_and(|value| value == "planung");
    let mut response =
        if fragment { respond(status, &PlanningFragment(page))? } else { respond(status, &page)? };
    response.headers_mut().append(VARY, HeaderValue::from_static(FRAGMENT));
    Ok(told_when(response))
}

/// What came of asking.
enum Answer<T> {
    Nothing,
    /// Distances overland are not there yet: share that is done.
    Preparing(f64),
    /// It takes long: share that is done.
    UnderWay(f64),
    Busy,
    Analysed(Arc<T>),
}

/// Answers as much of a question as can be answered; what the data do not allow is taken back and told.
async fn analyse<T, F>(
    reading: &mut Reading,
    ask: impl Fn(&Ask) -> Option<F>,
) -> Result<Answer<T>, Problem>
where
    F: Future<Output = Result<Arc<T>, AppError>>,
{
    loop {
        let Some(asked) = ask(&reading.ask) else { return Ok(Answer::Nothing) };
        match asked.await {
            Ok(analysed) => return Ok(Answer::Analysed(analysed)),
            Err(AppError::Analysis(AnalysisError::Question(faults))) => {
                reading.faults.extend(faults.iter().map(|fault| Fault {
                    word: fault.word.to_owned(),
                    code: fault.code.to_owned(),
                    value: String::new(),
                }));
                // Nothing to take back: whatever it is, the page cannot answer it.
                if !reading.ask.give_way(&faults) {
                    return Ok(Answer::Nothing);
                }
            }
            Err(AppError::Analysis(AnalysisError::Preparing { progress })) => {
                return Ok(Answer::Preparing(progress));
            }
            Err(AppError::Analysis(AnalysisError::UnderWay { progress })) => {
                return Ok(Answer::UnderWay(progress));
            }
            Err(AppError::Analysis(AnalysisError::Busy | AnalysisError::Cancelled)) => {
                return Ok(Answer::Busy);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

fn status_of<T>(answer: &Answer<T>, reading: &Reading) -> StatusCode {
    match answer {
        Answer::Preparing(_) | Answer::Busy => StatusCode::SERVICE_UNAVAILABLE,
        // Nothing is wrong: the question was taken in, and the same address has the answer soon.
        Answer::UnderWay(_) => StatusCode::ACCEPTED,
        _ if !reading.faults.is_empty() => StatusCode::BAD_REQUEST,
        _ => StatusCode::OK,
    }
}

/// When to try again, where it is worth it.
fn told_when(mut response: Response) -> Response {
    let seconds = match response.status() {
        StatusCode::SERVICE_UNAVAILABLE => PREPARING_S,
        StatusCode::ACCEPTED => UNDER_WAY_S,
        _ => return response,
    };
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// 302 to the canonical form of the same question.
fn redirect(address: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    // The canonical form is percent-encoded ASCII, so this always holds.
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(LOCATION, value);
    }
    response.headers_mut().append(VARY, HeaderValue::from_static(FRAGMENT));
    response
}

/// The canonical address of a query string, and whether it would be tidied up.
#[cfg(test)]
pub(super) fn reread(raw: &str, context: &Context) -> (String, bool) {
    let reading = read(raw, context);
    (reading.ask.href("/planung"), reading.redirect)
}

/// The page of a question whose answer is still on its way: distances overland are prepared as far as told, or too
/// many ask at once.
#[cfg(test)]
pub(super) fn waiting(raw: &str, context: &Context, progress: Option<f64>) -> PlanningPage {
    let outcome = progress.map_or(Outcome::Busy, Outcome::Preparing);
    PlanningPage::new(context, &read(raw, context), &outcome)
}

/// The same of the matrix.
#[cfg(test)]
pub(super) fn matrix_waiting(raw: &str, context: &Context, progress: Option<f64>) -> MatrixPage {
    let reading = read(raw, context);
    let waiting = match progress {
        Some(done) => Preparing::overland(context, &reading.ask, matrix::PATH, done),
        None => Preparing::busy(context, &reading.ask, matrix::PATH),
    };
    MatrixPage::new(context, &reading, MatrixOutcome::Waiting(waiting), false)
}
