//! `/api/listings/{id}/translations`: an entry in other languages, for those who tend it. What is public of it stands in
//! the features of the collection `services` too.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::answer::{created, of_version, private};
use super::body::read;
use super::entry::{desk, hidden, id, to_value};
use super::precondition::Sent;
use super::words::Words;
use crate::app::{
    App, AppError, Author, DatabaseError, TranslationDecision, TranslationEdit, TranslationEdited,
    TranslationRecord, TranslationsView,
};
use crate::domain::{
    Language, Listing, ReviewStatus, Scope, ServiceId, TRANSLATED, TextKey, Translation,
};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

const JSON: &str = "application/json";
/// How long to wait until the public view shows a write.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(2);

/// A translated text.
#[derive(Debug, Serialize)]
struct TextDocument<'a> {
    /// The translation.
    text: &'a str,
    /// The German it translates.
    source: &'a str,
    /// Whether the German is another one now.
    stale: bool,
}

/// The texts of a version.
fn texts<'a>(
    translation: &'a Translation,
    listing: &Listing,
) -> BTreeMap<String, TextDocument<'a>> {
    let document = |(key, one): (&TextKey, &'a crate::domain::TranslatedText)| {
        let stale = translation.is_stale(*key, listing);
        (key.to_string(), TextDocument { text: &one.text, source: &one.source, stale })
    };
    translation.texts.iter().map(document).collect()
}

/// A translation with the state of its record.
#[derive(Debug, Serialize)]
struct TranslationDocument<'a> {
    service_id: ServiceId,
    /// Tag of the language (BCP 47).
    language: &'static str,
    version: i64,
    review_status: ReviewStatus,
    number: i64,
    /// Version of the entry that was translated.
    source_revision: i64,
    author: &'a str,
    created_at: &'a str,
    /// Why an editor refused it.
    note: Option<&'a str>,
    texts: BTreeMap<String, TextDocument<'a>>,
    /// What the public reads, where that is another version.
    published: Option<BTreeMap<String, TextDocument<'a>>>,
}

fn document<'a>(record: &'a TranslationRecord, source: &Listing) -> TranslationDocument<'a> {
    let public = record.published.as_ref();
    let other = public.filter(|_| record.review_status != ReviewStatus::Published);
    TranslationDocument {
        service_id: record.service_id,
        language: record.language.tag(),
        version: record.version,
        review_status: record.review_status,
        number: record.number,
        source_revision: record.latest.source_revision,
        author: &record.author,
        created_at: &record.created_at,
        note: record.note.as_deref(),
        texts: texts(&record.latest, source),
        published: other.map(|published| texts(published, source)),
    }
}

async fn find(app: &App, author: &Author, id: ServiceId) -> Result<TranslationsView, Problem> {
    let found = desk(app)?.find_translations(author, id).await?;
    found.ok_or_else(|| hidden(app, id))
}

/// A language that entries are translated into, by its tag or its short name.
fn language(word: &str) -> Result<Language, Problem> {
    let named = |language: &Language| language.code() == word || language.tag() == word;
    let found = TRANSLATED.into_iter().find(named);
    found.ok_or_else(|| Problem::not_found("such language"))
}

/// `GET /api/listings/{id}/translations`: the words to translate, and what there is.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let id = id(&key)?;
    let view = find(&app, &user.author, id).await?;
    let keys = TextKey::all(&view.source).into_iter();
    let source: Map<String, Value> =
        keys.filter_map(|(key, _)| Some((key.to_string(), key.of(&view.source)?.into()))).collect();
    let items: Vec<TranslationDocument<'_>> =
        view.records.iter().map(|record| document(record, &view.source)).collect();
    let all = json!({
        "service_id": id, "source_revision": view.source_revision, "source": source,
        "items": to_value(&items)?,
    });
    Ok(private(StatusCode::OK, all))
}

/// `GET /api/listings/{id}/translations/{language}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, word)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let (id, language) = (id(&key)?, language(&word)?);
    let view = find(&app, &user.author, id).await?;
    let record = view.find(language).ok_or_else(|| Problem::not_found("such translation"))?;
    Ok(of_version(StatusCode::OK, record.version, document(record, &view.source)))
}

/// What is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TranslationBody {
    source_revision: i64,
    texts: BTreeMap<String, String>,
}

/// `PUT /api/listings/{id}/translations/{language}`: the whole translation. The first one with `If-None-Match: *`.
pub(super) async fn replace(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, word)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    Words::new(sent.query()).finish()?;
    let (id, language) = (id(&key)?, language(&word)?);
    let expected_version = sent.version_or_new()?;
    let body: TranslationBody = read(sent.json(JSON)?)?;
    let yours = json!({ "source_revision": body.source_revision, "texts": body.texts });
    let TranslationBody { source_revision, texts } = body;
    let edit = TranslationEdit { id, language, source_revision, texts, expected_version };
    let done = desk(&app)?.translate_listing(&user.author, edit).await;
    answer(&app, &user.author, (id, language), (expected_version, Some(yours)), done).await
}

/// `DELETE /api/listings/{id}/translations/{language}`: takes it back; its versions stay.
pub(super) async fn withdraw(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, word)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    Words::new(sent.query()).finish()?;
    let (id, language) = (id(&key)?, language(&word)?);
    let seen = sent.version()?;
    let decision = TranslationDecision::Withdraw;
    let done = desk(&app)?.decide_translation(&user.author, id, language, decision, seen).await;
    answer(&app, &user.author, (id, language), (seen, None), done).await
}

/// `POST /api/listings/{id}/translations/{language}/decision`: an editor publishes or refuses the version that was seen.
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, word)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    #[derive(Debug, Deserialize)]
    #[serde(tag = "decision", rename_all = "snake_case", deny_unknown_fields)]
    enum Body {
        Publish,
        Reject { reason: String },
    }
    user.allow(Scope::ListingsWrite)?;
    Words::new(sent.query()).finish()?;
    let (id, language) = (id(&key)?, language(&word)?);
    let seen = sent.version()?;
    let decision = match read(sent.json(JSON)?)? {
        Body::Publish => TranslationDecision::Publish,
        Body::Reject { reason } => TranslationDecision::Reject { reason },
    };
    let done = desk(&app)?.decide_translation(&user.author, id, language, decision, seen).await;
    answer(&app, &user.author, (id, language), (seen, None), done).await
}

/// What became of a write, once the public view shows it; 412 with what there is now where somebody was quicker.
async fn answer(
    app: &App,
    author: &Author,
    (id, language): (ServiceId, Language),
    (seen, yours): (i64, Option<Value>),
    done: Result<Option<TranslationEdited>, AppError>,
) -> Result<Response, Problem> {
    match done {
        Ok(Some(edited)) => {
            if let Some(seq) = edited.seq {
                // Late is no failure: the next one who asks sees it.
                let _ = app.readiness.wait_for(seq, PATIENCE).await;
            }
            if seen == 0 && edited.seq.is_some() {
                let place = format!("/api/listings/{id}/translations/{}", language.code());
                return Ok(created(&place, edited.version, edited));
            }
            Ok(of_version(StatusCode::OK, edited.version, edited))
        }
        Ok(None) => Err(missing(app, author, id).await?),
        Err(AppError::Database(DatabaseError::Conflict { found: Some(version), .. })) => {
            let view = find(app, author, id).await?;
            let detail = format!(
                "Somebody has changed it meanwhile: it is at version {version}, you have seen {seen}."
            );
            let status = StatusCode::PRECONDITION_FAILED;
            let mut problem = Problem::new(status, "version_conflict", detail);
            let current = view.find(language).map(|record| document(record, &view.source));
            problem.members.insert("expected_version".to_owned(), seen.into());
            problem.members.insert("current_version".to_owned(), version.into());
            problem.members.insert("current".to_owned(), to_value(&current)?);
            if let Some(yours) = yours {
                problem.members.insert("yours".to_owned(), yours);
            }
            Err(problem)
        }
        Err(error) => Err(error.into()),
    }
}

/// Why there is nothing to write to: no entry, none the caller may know of, or no translation.
async fn missing(app: &App, author: &Author, id: ServiceId) -> Result<Problem, Problem> {
    find(app, author, id).await?;
    Ok(Problem::not_found("such translation"))
}
