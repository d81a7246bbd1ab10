//! Whatever changes something is answered on threads of its own: readers do not hold it up, nor it them.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use crate::app::spawn_writing;
use crate::http::problem::Problem;
use crate::http::{language, links};

/// Answers requests that may change something on the threads for writing (RFC 9110, section 9.2.1: all that are not
/// safe), all others where they came in.
pub(in crate::http) async fn apart(request: Request, next: Next) -> Result<Response, Problem> {
    if request.method().is_safe() {
        return Ok(next.run(request).await);
    }
    // What the address says of languages, and which one it is, travels with the task, and this is another one.
    let work = links::carried(language::carried(next.run(request)));
    spawn_writing(work)
        .join()
        .await
        .map_err(|_ended| Problem::of_status(StatusCode::SERVICE_UNAVAILABLE))
}
