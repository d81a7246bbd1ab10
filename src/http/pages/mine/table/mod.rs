//! `/mein/traeger/{id}/tabelle`: all entries of an organization as a spreadsheet. What a table would change is shown
//! before anything is saved; what it does not hold stays as it is.

mod columns;
mod read;
mod write;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use sha2::{Digest, Sha256};

use self::read::{Carried, CellFault, Changed, Meaning};
use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::form::{Fields, fields_of, listing_of};
use super::{Asker, form_words, organization};
use crate::app::{
    App, AppError, DISCLOSES_PLACE, DatabaseError, Desk, Edit, ListingView, ListingsQuery, Once,
    OrganizationRecord,
};
use crate::domain::{ReviewStatus, hex};
use crate::exchange::spreadsheet::{
    Sheet, SheetFault, SheetFaultKind, SheetLimits, read_sheet, write_csv, write_xlsx,
};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfMultipart, DeskUser, Fields as Sent, Visitor};

/// Entries of one page of the database.
const PAGE: u32 = 200;

/// Most bytes of changes that travel through a page: what is escaped has to fit into a form.
const MOST_CARRIED: usize = 300_000;

/// What became of an entry.
struct Outcome {
    name: String,
    href: String,
    what: &'static str,
}

#[derive(Template)]
#[template(path = "mine/table.html")]
struct TablePage {
    shell: Shell,
    name: String,
    back: String,
    action: String,
    csrf: String,
    /// Whether a table was read.
    was_read: bool,
    faults: Vec<CellFault>,
    changed: Vec<Changed>,
    unchanged: String,
    /// What is to be applied, as it travels through the page.
    carried: String,
    /// Names this very change, so that sending it twice does it once.
    key: String,
    apply: String,
    outcomes: Vec<Outcome>,
}

door!(TablePage);

impl TablePage {
    fn new(context: &Context, asker: &Asker, record: &OrganizationRecord) -> Self {
        let id = record.organization.id;
        let name = record.organization.name.clone();
        let title = context.texts.with("mine-table-title", &[("name", (&name).into())]);
        Self {
            shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
            name,
            back: format!("/mein/traeger/{id}"),
            action: format!("/mein/traeger/{id}/tabelle"),
            csrf: asker.csrf.clone(),
            was_read: false,
            faults: Vec::new(),
            changed: Vec::new(),
            unchanged: String::new(),
            carried: String::new(),
            key: String::new(),
            apply: String::new(),
            outcomes: Vec::new(),
        }
    }
}

/// `GET /mein/traeger/{id}/tabelle`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let record = organization::find(&app, &asker, &id).await?;
    respond(StatusCode::OK, &TablePage::new(&Context::new(&app), &asker, &record))
}

/// `GET /mein/traeger/{id}/eintraege.xlsx`
pub(super) async fn xlsx(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let sheet = download(&app, &asker, &id).await?;
    let name = Context::new(&app).texts.t("mine-table-sheet");
    let bytes = write_xlsx(&sheet, name).map_err(Problem::internal)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(bytes, kind, "attachment; filename=\"eintraege.xlsx\""))
}

/// `GET /mein/traeger/{id}/eintraege.csv`
pub(super) async fn csv(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let sheet = download(&app, &asker, &id).await?;
    let mut bytes = Vec::new();
    write_csv(&sheet, &mut bytes).map_err(Problem::internal)?;
    Ok(file(bytes, "text/csv; charset=utf-8", "attachment; filename=\"eintraege.csv\""))
}

fn file(bytes: Vec<u8>, kind: &'static str, disposition: &'static str) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
    response
}

async fn download(app: &App, asker: &Asker, id: &str) -> Result<Sheet, Problem> {
    let record = organization::find(app, asker, id).await?;
    let entries = entries(app, asker, &record).await?;
    Ok(write::sheet(&Context::new(app), &entries))
}

/// Every entry of the organization that is not archived.
async fn entries(
    app: &App,
    asker: &Asker,
    record: &OrganizationRecord,
) -> Result<Vec<ListingView>, Problem> {
    let desk = super::desk(app)?;
    let organization = Some(record.organization.id);
    let mut query = ListingsQuery { organization, limit: PAGE, ..ListingsQuery::default() };
    let mut found = Vec::new();
    loop {
        let page = desk.list_listings(&asker.author, &query).await?;
        let Some(last) = page.last() else { break };
        query.after = Some(last.id);
        for summary in page.iter().filter(|s| s.review_status != ReviewStatus::Archived) {
            found.extend(desk.find_listing_for(&asker.author, summary.id).await?);
        }
    }
    found.sort_by_key(|view| view.record.listing.name.to_lowercase());
    Ok(found)
}

/// `POST /mein/traeger/{id}/tabelle`: reads a table, saves nothing.
pub(super) async fn upload(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfMultipart(upload): CsrfMultipart,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let record = organization::find(&app, &asker, &id).await?;
    let entries = entries(&app, &asker, &record).await?;
    let context = Context::new(&app);
    let mut page = TablePage::new(&context, &asker, &record);
    page.was_read = true;
    let Some(file) = upload.files.into_iter().next() else {
        page.faults.push(whole(&context, "mine-table-no-file"));
        return respond(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    // A large table takes its time, and the other requests should not wait for it.
    let (shared, organization) = (Arc::clone(&app), record.organization.id);
    let work = move || {
        let context = Context::new(&shared);
        match read_sheet(&file.bytes, &SheetLimits::default()) {
            Ok((sheet, numbers)) => read::read(&context, &sheet, &numbers, &entries, organization),
            Err(fault) => {
                Meaning { faults: vec![sheet_fault(&context, &fault)], ..Meaning::default() }
            }
        }
    };
    let meaning = tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?;
    if !meaning.faults.is_empty() {
        page.faults = meaning.faults;
        return respond(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    page.unchanged = context.texts.count("mine-table-unchanged", meaning.unchanged as u64);
    let carried: Vec<&Carried> = meaning.changed.iter().map(|changed| &changed.carried).collect();
    page.carried = serde_json::to_string(&carried).map_err(Problem::internal)?;
    if page.carried.len() > MOST_CARRIED {
        page.faults.push(whole(&context, "mine-table-too-much"));
        return respond(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    page.key = new_key(super::desk(&app)?)?;
    page.apply = context.texts.count("mine-table-apply", meaning.changed.len() as u64);
    page.changed = meaning.changed;
    respond(StatusCode::OK, &page)
}

/// A fault of the file as a whole.
fn whole(context: &Context, key: &str) -> CellFault {
    CellFault { row: 0, column: String::new(), message: context.texts.t(key).to_owned() }
}

fn sheet_fault(context: &Context, fault: &SheetFault) -> CellFault {
    let key = match fault.kind {
        SheetFaultKind::NotASheet => "mine-table-not-a-sheet",
        SheetFaultKind::Empty => "mine-table-empty",
        SheetFaultKind::TooLarge => "mine-table-too-large",
        SheetFaultKind::TooManyRows => "mine-table-too-many-rows",
        SheetFaultKind::TooManyColumns => "mine-table-too-many-columns",
        SheetFaultKind::CellTooLong => "mine-table-cell-too-long",
        SheetFaultKind::RowTooLong => "mine-table-row-too-long",
    };
    let column = fault.column.map(|at| context.texts.number(at as u64)).unwrap_or_default();
    CellFault { row: fault.row.unwrap_or(0), column, ..whole(context, key) }
}

/// `POST /mein/traeger/{id}/tabelle/uebernehmen`: saves what was shown, entry by entry, each as if it came from its
/// own form.
pub(super) async fn apply(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let record = organization::find(&app, &asker, &id).await?;
    let context = Context::new(&app);
    let broken = |_error| Problem::of_status(StatusCode::BAD_REQUEST);
    let carried: Vec<Carried> = serde_json::from_str(sent.get("carried")).map_err(broken)?;
    let mut page = TablePage::new(&context, &asker, &record);
    for (at, one) in carried.iter().enumerate() {
        let once = once(&record, sent.get("key"), at, one)?;
        page.outcomes.push(apply_one(&app, &context, &asker, one, once).await?);
    }
    respond(StatusCode::OK, &page)
}

/// A key for one table that was read.
fn new_key(desk: &Desk) -> Result<String, Problem> {
    let bytes: [u8; 16] =
        desk.random_bytes().map_err(|error| Problem::broken(error.to_string()))?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid().to_string())
}

/// The key of one entry of a table: the same table sent twice (a double click, a page loaded anew) is one change.
fn once(
    record: &OrganizationRecord,
    key: &str,
    at: usize,
    carried: &Carried,
) -> Result<Option<Once>, Problem> {
    let Ok(key) = key.parse::<uuid::Uuid>() else { return Ok(None) };
    let text = serde_json::to_string(carried).map_err(Problem::internal)?;
    let digest = hex(&Sha256::digest(text.as_bytes()));
    let key = format!("table {} {key} {at}", record.organization.id);
    Ok(Some(Once { key, digest }))
}

async fn apply_one(
    app: &App,
    context: &Context,
    asker: &Asker,
    carried: &Carried,
    once: Option<Once>,
) -> Result<Outcome, Problem> {
    let desk = super::desk(app)?;
    let words = form_words(context.texts);
    let view = match carried.id.parse() {
        Ok(id) => desk.find_listing_for(&asker.author, id).await?,
        Err(_) => None,
    };
    if view.is_none() && !carried.id.is_empty() {
        return Err(Problem::not_found("entry"));
    }
    let before = view.as_ref().map(|view| &view.record.listing);
    let fields: Fields = read::with_carried(fields_of(before, &words), carried);
    let read = listing_of(&fields, before, &words);
    let name = read.listing.name.clone();
    let t = |key| context.texts.t(key);
    let mut outcome = Outcome {
        name,
        href: before.map(|l| format!("/mein/angebote/{}", l.id)).unwrap_or_default(),
        what: t("mine-table-refused"),
    };
    if !read.faults.is_empty() {
        return Ok(outcome);
    }
    let expected = before.map(|_| carried.version);
    let edit = Edit { once, ..Edit::new(read.listing, expected) };
    match desk.edit_listing(&asker.author, edit).await {
        Ok(Some(edited)) => {
            outcome.href = format!("/mein/angebote/{}", edited.id);
            outcome.what = match edited.review_status {
                ReviewStatus::Published => t("mine-table-published"),
                _ => t("mine-table-pending"),
            };
        }
        Err(AppError::Database(DatabaseError::Conflict { .. })) => {
            outcome.what = t("mine-table-conflict");
        }
        Err(AppError::Doubtful(doubts))
            if doubts.0.iter().any(|doubt| doubt.code == DISCLOSES_PLACE) =>
        {
            outcome.what = t("mine-table-discloses");
        }
        Err(AppError::Doubtful(_)) => outcome.what = t("mine-table-doubtful"),
        Ok(None) | Err(AppError::Invalid(_)) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(outcome)
}
