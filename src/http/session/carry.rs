//! The layer that gives each request its jar, and each answer its cookies.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Extensions;
use axum::middleware::Next;
use axum::response::Response;

use super::jar::Jar;
use super::line::{AROUND, Around, VisitorLine};
use crate::app::App;
use crate::http::layers::{Client, is_framed, is_machine};

/// Carries cookies in and out. On pages the session is looked up where there is a cookie, for the line in the header.
pub(in crate::http) async fn carry(
    State(app): State<Arc<App>>,
    mut request: Request,
    next: Next,
) -> Response {
    if is_framed(request.uri().path()) {
        // What stands in pages of others knows nobody: no cookie is read, none is set.
        return next.run(request).await;
    }
    let client = request.extensions().get::<Client>().copied();
    let jar = Arc::new(Jar::new(app, request.headers(), client));
    let line = if jar.has_session() && !is_machine(request.uri().path()) {
        find_line(&jar).await
    } else {
        None
    };
    request.extensions_mut().insert(Arc::clone(&jar));
    let has_desk = jar.desk().is_ok();
    let may_sign_in = line.is_none() && has_desk;
    let around = Around { line, may_sign_in, may_suggest: has_desk };
    let response = AROUND.scope(around, next.run(request)).await;
    jar.finish(response)
}

/// Whether a request claims to come from somebody who is signed in; nothing is looked up.
pub(in crate::http) fn is_signed_in(extensions: &Extensions) -> bool {
    extensions.get::<Arc<Jar>>().is_some_and(|jar| jar.has_session())
}

/// Nobody's reading fails because it is not known who they are.
async fn find_line(jar: &Jar) -> Option<Arc<VisitorLine>> {
    let session = match jar.session().await {
        Ok(session) => session?,
        Err(problem) => {
            tracing::warn!(code = problem.code, "a session could not be looked up");
            return None;
        }
    };
    if session.awaits_code {
        return None;
    }
    let csrf = jar.csrf().ok()?;
    let (name, role) = (session.account.name.clone(), session.account.role);
    Some(Arc::new(VisitorLine { name, role, csrf }))
}
