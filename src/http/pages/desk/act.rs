//! What an editor does with one entry: decide, restore, archive, confirm, close for a while.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;

use super::case::{ClosureForm, Refused, page};
use super::disclosure::{acknowledged, discloses};
use super::view::{answer, desk, is_conflict, see};
use crate::app::{
    App, AppError, Archive, Author, Confirm, Edit, Edited, Reopen, Restore, Review, UndoMerge,
};
use crate::domain::{Closure, Decision, Listing, ServiceId, ServiceStatus};
use crate::http::extract::Path;
use crate::http::pages::context::Context;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, SignedIn, Visitor};

/// Who does something to which entry.
struct Act<'a> {
    app: &'a App,
    author: &'a Author,
    id: ServiceId,
    csrf: String,
}

impl<'a> Act<'a> {
    fn new(app: &'a App, user: &'a SignedIn, visitor: &Visitor, id: &str) -> Result<Self, Problem> {
        let id = id.parse().map_err(|_none| Problem::not_found("entry"))?;
        Ok(Self { app, author: &user.author, id, csrf: visitor.csrf().to_string() })
    }

    /// To the entry with a word on what was done; where it was refused the page again with what was typed.
    async fn finish(
        &self,
        outcome: Result<Option<Edited>, AppError>,
        done: &str,
        mut refused: Refused,
    ) -> Result<Response, Problem> {
        let context = Context::new(self.app);
        let t = |key: &'static str| context.texts.t(key);
        let status = match outcome {
            Ok(Some(_)) => {
                return Ok(see(&format!("/redaktion/eintraege/{}?getan={done}", self.id)));
            }
            Ok(None) => return Err(Problem::not_found("entry")),
            Err(error) if is_conflict(&error) => {
                refused.alert = Some((t("case-conflict"), t("case-conflict-text").to_owned()));
                StatusCode::PRECONDITION_FAILED
            }
            Err(AppError::Transition(_)) => {
                refused.alert = Some((t("case-transition"), t("case-transition-text").to_owned()));
                StatusCode::CONFLICT
            }
            Err(AppError::Invalid(faults)) => {
                let note = faults.0.iter().find(|f| matches!(&*f.pointer, "/reason" | "/question"));
                if let Some(fault) = note {
                    refused.fault = note_fault(&context, &fault.code);
                } else {
                    let fields: Vec<String> = faults
                        .0
                        .iter()
                        .map(|fault| super::facts::field_word(&context, field_of(&fault.pointer)))
                        .map(str::to_owned)
                        .collect();
                    let list = context.texts.list(&fields);
                    let text =
                        context.texts.with("case-invalid-text", &[("fields", (&list).into())]);
                    refused.alert = Some((t("case-invalid"), text));
                }
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Err(AppError::Doubtful(doubts)) => {
                refused.alert = Some(if discloses(&doubts) {
                    (t("case-discloses"), t("case-discloses-text").to_owned())
                } else {
                    (t("case-doubtful"), t("case-doubtful-text").to_owned())
                });
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Err(error) => return Err(error.into()),
        };
        let page = page(self.app, self.author, self.id, self.csrf.clone(), refused).await?;
        answer(status, &page)
    }
}

/// The name of the field in a pointer: the last part that is no number.
fn field_of(pointer: &str) -> &str {
    let parts = pointer.split('/').filter(|part| !part.is_empty());
    parts
        .filter(|part| part.parse::<usize>().is_err())
        .nth(usize::from(pointer.starts_with("/sites/")))
        .unwrap_or_default()
}

pub(super) fn note_fault(context: &Context, code: &str) -> String {
    let key = match code {
        "required" => "case-note-missing",
        "length" | "too_long" => "case-note-long",
        "control_character" => "suggest-fault-control",
        "bidi_character" => "suggest-fault-bidi",
        _ => "suggest-fault-other",
    };
    context.texts.t(key).to_owned()
}

/// A number in a form; 0, which nothing has, where there is none.
fn number(form: &Fields, name: &str) -> i64 {
    form.get(name).parse().unwrap_or_default()
}

/// `POST /redaktion/eintraege/{id}`: publish, refuse or ask back the version that was seen.
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let note = form.get("note").to_owned();
    let word = form.get("decision").to_owned();
    let decision = match word.as_str() {
        "publish" => Decision::Publish,
        "reject" => Decision::Reject { reason: note.clone() },
        "ask_back" => Decision::AskBack { question: note.clone() },
        _ => return Err(Problem::of_status(StatusCode::BAD_REQUEST)),
    };
    let act = Act::new(&app, &user, &visitor, &id)?;
    let (revision, acknowledged) = (number(&form, "revision"), acknowledged(&form));
    let review = Review { id: act.id, revision, decision, acknowledged, once: None };
    let outcome = desk(&app)?.review_revision(&user.author, review).await;
    act.finish(outcome, &word, Refused { note, ..Refused::default() }).await
}

/// `POST /redaktion/eintraege/{id}/verlauf`: an earlier version again.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let act = Act::new(&app, &user, &visitor, &id)?;
    let restore = Restore {
        id: act.id,
        revision: number(&form, "revision"),
        expected_version: number(&form, "version"),
        reason: None,
        once: None,
    };
    let outcome = desk(&app)?.restore_revision(&user.author, restore).await;
    act.finish(outcome, "restore", Refused::default()).await
}

/// `POST /redaktion/eintraege/{id}/wieder-offen`: a refusal or a question is taken back.
pub(super) async fn reopen(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let act = Act::new(&app, &user, &visitor, &id)?;
    let reopen = Reopen { id: act.id, expected_version: number(&form, "version"), once: None };
    let outcome = desk(&app)?.reopen_revision(&user.author, reopen).await;
    act.finish(outcome, "reopen", Refused::default()).await
}

/// `POST /redaktion/eintraege/{id}/trennen`: the entry that became part of this one is one of its own again.
pub(super) async fn undo_merge(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let act = Act::new(&app, &user, &visitor, &id)?;
    let merged = form.get("merged").parse().map_err(|_none| Problem::not_found("entry"))?;
    let undo = UndoMerge { merged, kept_version: number(&form, "version") };
    let outcome = desk(&app)?.undo_merge(&user.author, undo).await;
    let late = match &outcome {
        Err(error) => is_conflict(error) || matches!(error, AppError::Transition(_)),
        Ok(undone) => undone.is_none(),
    };
    if !late {
        return act.finish(outcome, "undo_merge", Refused::default()).await;
    }
    let context = Context::new(&app);
    let t = |key: &'static str| context.texts.t(key);
    let alert = Some((t("merge-undo-late"), t("merge-undo-late-text").to_owned()));
    let refused = Refused { alert, ..Refused::default() };
    let page = page(&app, &user.author, act.id, act.csrf, refused).await?;
    answer(StatusCode::CONFLICT, &page)
}

/// `POST /redaktion/eintraege/{id}/archiv`
pub(super) async fn archive(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let note = form.get("note").trim().to_owned();
    let act = Act::new(&app, &user, &visitor, &id)?;
    let archive = Archive {
        id: act.id,
        expected_version: number(&form, "version"),
        reason: Some(note.clone()).filter(|note| !note.is_empty()),
        once: None,
    };
    let outcome = desk(&app)?.archive_listing(&user.author, archive).await;
    act.finish(outcome, "archive", Refused { note, ..Refused::default() }).await
}

/// `POST /redaktion/eintraege/{id}/bestaetigen`: still right, as of today.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let act = Act::new(&app, &user, &visitor, &id)?;
    let confirm = Confirm { id: act.id, revision: Some(number(&form, "revision")), once: None };
    let outcome = desk(&app)?.confirm_listing(&user.author, confirm).await;
    act.finish(outcome, "confirm", Refused::default()).await
}

/// `POST /redaktion/eintraege/{id}/geschlossen`: closed for a while, or open again.
pub(super) async fn close(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let act = Act::new(&app, &user, &visitor, &id)?;
    let view = desk(&app)?.find_listing_for(&user.author, act.id).await?;
    let view = view.ok_or_else(|| Problem::not_found("entry"))?;
    let public = view.public().ok_or_else(|| Problem::not_found("public entry"))?;
    let open = form.has("open");
    let mut typed = ClosureForm {
        text: form.get("closure").trim().to_owned(),
        until: form.get("until").trim().to_owned(),
        fault: String::new(),
    };
    let listing = match closed(public, open, &typed) {
        Ok(listing) => listing,
        Err(key) => {
            typed.fault = Context::new(&app).texts.t(key).to_owned();
            let refused = Refused { closure: Some(typed), ..Refused::default() };
            let page = page(&app, &user.author, act.id, act.csrf, refused).await?;
            return answer(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let edit = Edit::new(listing, Some(number(&form, "version")));
    let outcome = desk(&app)?.edit_listing(&user.author, edit).await;
    let refused = Refused { closure: Some(typed), ..Refused::default() };
    act.finish(outcome, if open { "open" } else { "close" }, refused).await
}

/// The entry as it is to be; the key of what is wrong otherwise.
fn closed(public: &Listing, open: bool, typed: &ClosureForm) -> Result<Listing, &'static str> {
    let mut listing = public.clone();
    if open {
        listing.status = ServiceStatus::Active;
        listing.closure = None;
        return Ok(listing);
    }
    if typed.text.is_empty() {
        return Err("closure-text-missing");
    }
    let until: Option<NaiveDate> = match typed.until.as_str() {
        "" => None,
        day => Some(day.parse().map_err(|_no_day| "closure-until-wrong")?),
    };
    listing.status = ServiceStatus::TemporarilyClosed;
    listing.closure = Some(Closure { text: typed.text.clone(), until });
    Ok(listing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_names_its_field_also_within_a_site() {
        assert_eq!(field_of("/name"), "name");
        assert_eq!(field_of("/categories/0"), "categories");
        assert_eq!(field_of("/sites/0/address/postcode"), "address");
        assert_eq!(field_of("/sites"), "sites");
        assert_eq!(field_of(""), "");
    }
}
