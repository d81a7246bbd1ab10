//! The same for several entries at once.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::disclosure::discloses;
use super::undo::{Did, Step};
use super::view::{answer, desk, see};
use crate::app::{App, AppError, Archive, Author, Confirm, Desk, Edited, Review};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Decision, FieldErrors, ServiceId};
use crate::http::pages::context::Context;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

/// Most entries at once: what undoes it has to fit into an address.
const MOST: usize = 50;

/// An entry as it was seen in the list.
struct Seen {
    id: ServiceId,
    revision: i64,
    version: i64,
}

fn seen(mark: &str) -> Option<Seen> {
    let mut parts = mark.split(':');
    let id = parts.next()?.parse().ok()?;
    let mut number = || parts.next()?.parse::<i64>().ok();
    Some(Seen { id, revision: number()?, version: number()? })
}

/// `POST /redaktion/mehrere`
pub(super) async fn act(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    may(&user.author.actor, Action::ReviewListing, Subject::default()).map_err(AppError::from)?;
    let did = Did::parse(form.get("do")).unwrap_or(Did::Confirm);
    let note = form.get("note").to_owned();
    let decision = match did {
        Did::Reject => Decision::Reject { reason: note },
        Did::AskBack => Decision::AskBack { question: note },
        _ => Decision::Publish,
    };
    if let Err(faults) = decision.validate() {
        return again(&app, &user.author, &visitor, &form, &faults).await;
    }
    let mut steps = Vec::new();
    let (mut failed, mut secret) = (0_usize, 0_usize);
    for seen in form.all("item").filter_map(seen).take(MOST) {
        match one(desk, &user.author, did, &decision, &seen).await {
            Ok(Some(step)) => steps.push(step),
            // It is asked about one by one, on the page of the entry: nobody reads fifty addresses here.
            Err(AppError::Doubtful(doubts)) if discloses(&doubts) => secret += 1,
            // Somebody was quicker, nothing waits any more, or a field is wrong: told by number, the entry stays listed.
            Ok(None)
            | Err(
                AppError::Transition(_)
                | AppError::Invalid(_)
                | AppError::Doubtful(_)
                | AppError::Database(crate::app::DatabaseError::Conflict { .. }),
            ) => failed += 1,
            Err(error) => return Err(error.into()),
        }
    }
    let here = form.get("here");
    let here =
        if here.starts_with("/redaktion") && !here.contains("://") { here } else { "/redaktion" };
    let now = app.clock.now().timestamp();
    let done = super::undo::encode(did, now, &steps, failed);
    let join = if here.contains('?') { '&' } else { '?' };
    let secret = if secret == 0 { String::new() } else { format!("&geschuetzt={secret}") };
    Ok(see(&format!("{here}{join}getan={done}{secret}")))
}

/// The list again, with what was ticked and typed, and what is wrong with the words.
async fn again(
    app: &App,
    author: &Author,
    visitor: &Visitor,
    form: &Fields,
    faults: &FieldErrors,
) -> Result<Response, Problem> {
    let raw = form.get("here").split_once('?').map_or("", |(_, raw)| raw).to_owned();
    let mut page = super::queue::page(app, author, visitor.csrf().to_string(), &raw).await?;
    let code = faults.0.first().map_or("", |fault| fault.code.as_str());
    page.fault = super::act::note_fault(&Context::new(app), code);
    form.get("note").clone_into(&mut page.note);
    for line in &mut page.lines {
        line.chosen = form.all("item").any(|mark| mark == line.mark);
    }
    answer(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Does it to one entry; what undoes it. `None` = it could not be done.
async fn one(
    desk: &Desk,
    author: &Author,
    did: Did,
    decision: &Decision,
    seen: &Seen,
) -> Result<Option<Step>, AppError> {
    let id = seen.id;
    let Some(view) = desk.find_listing_for(author, id).await? else { return Ok(None) };
    let before = view.record.published_revision.unwrap_or_default();
    let edited: Option<Edited> = match did {
        Did::Publish | Did::Reject | Did::AskBack => {
            if seen.revision == 0 {
                // Nothing waits: it stands in the list because it has become old.
                return Ok(None);
            }
            let (revision, decision) = (seen.revision, decision.clone());
            let acknowledged = Vec::new();
            let review = Review { id, revision, decision, acknowledged, once: None };
            desk.review_revision(author, review).await?
        }
        Did::Confirm => {
            // Nobody confirms what they have not seen.
            if view.record.version != seen.version {
                return Ok(None);
            }
            let confirm = Confirm { id, revision: view.record.published_revision, once: None };
            desk.confirm_listing(author, confirm).await?
        }
        Did::Archive => {
            let archive = Archive { id, expected_version: seen.version, reason: None, once: None };
            desk.archive_listing(author, archive).await?
        }
    };
    Ok(edited.map(|edited| Step { id, version: edited.version, before }))
}
