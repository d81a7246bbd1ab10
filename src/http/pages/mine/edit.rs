//! `/mein/angebote/neu` and `/mein/angebote/{id}`: an entry is written, looked at, saved.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::entry::EntryPage;
use super::super::forms::{Fault, Faults};
use super::super::respond;
use super::super::shell::Shell;
use super::compare::differences;
use super::form::{
    Fields, add_site, field_of, fields_of, listing_of, remove_site, site_count, site_field,
};
use super::listing_page::{Conflict, ListingPage, Notice};
use super::notices;
use super::place::{self, FoundPlace};
use super::view::{FormView, label_of};
use super::{Asker, form_words};
use crate::app::{App, AppError, DISCLOSES_PLACE, DatabaseError, Desk, Edit, Edited, ListingView};
use crate::domain::{FieldError, Listing, Organization, ReviewStatus, ServiceId};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields as Sent, Visitor};

/// `GET /mein/angebote/neu`
pub(super) async fn show_new(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let asker = Asker::new(&user, &visitor);
    let mut fields = fields_of(None, &form_words(context.texts));
    let mut draft = Draft::new(None, Fields::default());
    if let Some(first) = asker.organizations(&context).first() {
        fields.set("organization", first.id.to_string());
        draft.publishes = asker.publishes(super::desk(&app)?, Some(first.id)).await?;
    }
    draft.fields = fields;
    respond(StatusCode::OK, &draft.page(&context, &asker))
}

/// `GET /mein/angebote/{id}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let asker = Asker::new(&user, &visitor);
    let desk = super::desk(&app)?;
    let view = find(desk, &asker, &id).await?;
    let fields = fields_of(Some(&view.record.listing), &form_words(context.texts));
    let owner = view.record.listing.organization_id;
    let mut draft = Draft::new(Some(view), fields);
    draft.publishes = asker.publishes(desk, owner).await?;
    draft.saved = query.strip_prefix("gespeichert=").map(str::to_owned);
    respond(StatusCode::OK, &draft.page(&context, &asker))
}

/// `POST /mein/angebote/neu`
pub(super) async fn send_new(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    take(&app, &asker, None, Fields::new(sent.0)).await
}

/// `POST /mein/angebote/{id}`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let view = find(super::desk(&app)?, &asker, &id).await?;
    take(&app, &asker, Some(view), Fields::new(sent.0)).await
}

/// An entry the person may see, whatever its state.
pub(super) async fn find(desk: &Desk, asker: &Asker, id: &str) -> Result<ListingView, Problem> {
    let id: ServiceId = id.parse().ok().ok_or_else(|| Problem::not_found("entry"))?;
    let view = desk.find_listing_for(&asker.author, id).await?;
    view.ok_or_else(|| Problem::not_found("entry"))
}

/// The form as it stands, with what is to be said about it.
struct Draft {
    view: Option<ListingView>,
    fields: Fields,
    faults: Vec<Fault>,
    place: Option<(usize, Vec<FoundPlace>)>,
    preview: Option<Listing>,
    conflict: bool,
    saved: Option<String>,
    /// Whether it becomes public at once.
    publishes: bool,
}

impl Draft {
    fn new(view: Option<ListingView>, fields: Fields) -> Self {
        Self {
            view,
            fields,
            faults: Vec::new(),
            place: None,
            preview: None,
            conflict: false,
            saved: None,
            publishes: false,
        }
    }

    fn page(self, context: &Context, asker: &Asker) -> ListingPage {
        let texts = context.texts;
        let record = self.view.as_ref().map(|view| &view.record);
        let sites = site_count(&self.fields);
        let faults = Faults::new(texts, &self.faults, |name| label_of(context, name, sites));
        let conflict = record.filter(|_| self.conflict).map(|record| Conflict {
            rows: {
                let theirs = fields_of(Some(&record.listing), &form_words(texts));
                differences(context, &theirs, &self.fields)
            },
        });
        let own: Vec<&Organization> = asker.organizations(context);
        let owner = record.and_then(|record| record.listing.organization_id);
        let organizations: Vec<&Organization> =
            if owner.is_none_or(|id| own.iter().any(|o| o.id == id)) { own } else { Vec::new() };
        let publishes = self.publishes;
        let public = record.filter(|record| record.published_revision.is_some());
        let href = |end: &str| record.map(|r| format!("/mein/angebote/{}{end}", r.listing.id));
        let title = match record {
            Some(record) => record.listing.name.clone(),
            None => texts.t("mine-new-title").to_owned(),
        };
        let preview = self.preview.as_ref().map(|listing| preview(context, listing));
        let version = match record {
            // After a conflict the person has seen what is stored now.
            Some(record) => record.version.to_string(),
            None => String::new(),
        };
        ListingPage {
            shell: Shell::new(&context.prepared, "desk", &title, "").hidden(true),
            public_href: public.map(|record| format!("/angebote/{}", record.listing.id)),
            history_href: href("/verlauf"),
            notices: self.notices(context),
            conflict,
            csrf: asker.csrf.clone(),
            version,
            action: href("").unwrap_or_else(|| "/mein/angebote/neu".to_owned()),
            outcome: texts.t(if publishes {
                "mine-outcome-publish"
            } else {
                "mine-outcome-review"
            }),
            submit: texts.t(if publishes { "mine-submit-publish" } else { "mine-submit-review" }),
            form: FormView::new(context, self.fields, faults, &organizations, self.place),
            preview,
            title,
        }
    }

    /// What stands above the form: what has just been saved, what the editors said, where the entry stands.
    fn notices(&self, context: &Context) -> Vec<Notice> {
        let saved = self.saved.as_deref().and_then(|word| notices::saved(context, word));
        let state = self.view.as_ref().and_then(|view| notices::state(context, view));
        saved.into_iter().chain(state).collect()
    }
}

/// The entry as the public will see it; a sentence where it will not see it.
fn preview(context: &Context, listing: &Listing) -> String {
    use askama::Template;
    let page = EntryPage::preview(context, listing);
    let html = page.and_then(|page| page.as_article().render().ok());
    html.unwrap_or_else(|| {
        let words = context.texts.t("mine-preview-nothing");
        format!("<p class=\"kern-body\">{words}</p>")
    })
}

/// What a form that was sent asks for.
async fn take(
    app: &App,
    asker: &Asker,
    view: Option<ListingView>,
    mut fields: Fields,
) -> Result<Response, Problem> {
    let context = Context::new(app);
    let words = form_words(context.texts);
    let mut draft = Draft::new(view, Fields::default());
    let owner = match &draft.view {
        Some(view) => view.record.listing.organization_id,
        None => fields.get("organization").parse().ok(),
    };
    draft.publishes = asker.publishes(super::desk(app)?, owner).await?;
    let seen = draft.view.as_ref().map(|view| view.record.version.to_string());
    if change(&context, &mut fields, &mut draft) {
        draft.conflict = seen.is_some_and(|version| version != fields.get("version"));
        draft.fields = fields;
        return respond(StatusCode::OK, &draft.page(&context, asker));
    }
    let before = draft.view.as_ref().map(|view| &view.record.listing);
    let read = listing_of(&fields, before, &words);
    let action = fields.get("action").to_owned();
    let is_draft = action == "draft";
    draft.faults = read.faults;
    draft.faults.retain(|fault| !is_draft || !is_missing(&fault.field, &fault.code));
    if action == "preview" {
        draft.preview = Some(read.listing);
        draft.fields = fields;
        return respond(StatusCode::OK, &draft.page(&context, asker));
    }
    if !draft.faults.is_empty() {
        draft.fields = fields;
        return respond(StatusCode::UNPROCESSABLE_ENTITY, &draft.page(&context, asker));
    }
    let expected = draft
        .view
        .as_ref()
        .map(|view| fields.get("version").parse().unwrap_or(view.record.version));
    let reason = Some(fields.get("reason").trim().to_owned()).filter(|text| !text.is_empty());
    let edit = Edit { reason, confirm: !is_draft, ..Edit::new(read.listing, expected) };
    let desk = super::desk(app)?;
    match save(desk, asker, edit, &fields, is_draft).await {
        Ok(Some(edited)) => Ok(saved(&edited, is_draft)),
        Ok(None) => Err(Problem::not_found("entry")),
        Err(error) => refused(desk, &context, asker, draft, fields, error).await,
    }
}

/// What a draft may still lack: whole fields, but not the other half of something that was begun.
fn is_missing(field: &str, code: &str) -> bool {
    code == "required" && matches!(field, "name" | "category" | "sites")
}

/// Buttons that change the form and save nothing; `false` if none was pressed.
fn change(context: &Context, fields: &mut Fields, draft: &mut Draft) -> bool {
    let words = form_words(context.texts);
    if fields.sent("add-site") {
        add_site(fields, &words);
        return true;
    }
    if let Ok(at) = fields.get("remove-site").parse() {
        remove_site(fields, at);
        return true;
    }
    if let Ok(at) = fields.get("find-place").parse::<usize>() {
        let text = fields.get(&site_field(at, "place")).to_owned();
        draft.place = Some((at, place::find(context, &text)));
        return true;
    }
    let taken = fields.pressed("take-place-").and_then(|at| at.parse::<usize>().ok());
    if let Some(at) = taken {
        let value = fields.get(&format!("take-place-{at}")).to_owned();
        place::take(fields, at, &value);
        return true;
    }
    false
}

/// Saves; where only the place of sites is doubtful and the person has said of each that it is right, once more. That a
/// protected place shall be public is said by a box of its own.
async fn save(
    desk: &Desk,
    asker: &Asker,
    edit: Edit,
    fields: &Fields,
    is_draft: bool,
) -> Result<Option<Edited>, AppError> {
    if is_draft {
        return desk.save_draft(&asker.author, edit).await;
    }
    match desk.edit_listing(&asker.author, edit.clone()).await {
        Err(AppError::Doubtful(doubts)) => {
            let sure = |doubt: &FieldError| {
                let at = doubt.pointer.split('/').nth(2).and_then(|at| at.parse().ok());
                let end = if doubt.code == DISCLOSES_PLACE { "disclose" } else { "sure" };
                at.is_some_and(|at| fields.sent(&site_field(at, end)))
            };
            if !doubts.0.iter().all(sure) {
                return Err(AppError::Doubtful(doubts));
            }
            let acknowledged = doubts.0.into_iter().map(|doubt| doubt.code).collect();
            desk.edit_listing(&asker.author, Edit { acknowledged, ..edit }).await
        }
        other => other,
    }
}

fn saved(edited: &Edited, is_draft: bool) -> Response {
    let word = match edited.review_status {
        _ if is_draft => "entwurf",
        ReviewStatus::Published => "oeffentlich",
        _ => "eingereicht",
    };
    Redirect::to(&format!("/mein/angebote/{}?gespeichert={word}", edited.id)).into_response()
}

/// The form again, with what was typed and why it was not saved.
async fn refused(
    desk: &Desk,
    context: &Context,
    asker: &Asker,
    mut draft: Draft,
    fields: Fields,
    error: AppError,
) -> Result<Response, Problem> {
    draft.fields = fields;
    let status = match error {
        AppError::Invalid(errors) | AppError::Doubtful(errors) => {
            draft.faults = Fault::list(&errors, field_of);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        AppError::Database(DatabaseError::Conflict { .. }) => {
            // What is stored by now, to stand beside what was typed.
            if let Some(view) = draft.view.take() {
                let id = view.record.listing.id.to_string();
                draft.view = Some(find(desk, asker, &id).await?);
            }
            draft.conflict = true;
            StatusCode::PRECONDITION_FAILED
        }
        other => return Err(other.into()),
    };
    respond(status, &draft.page(context, asker))
}
