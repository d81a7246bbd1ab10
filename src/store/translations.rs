//! Translations of entries: versions are only ever added, the root says which one is public.

use super::error::failed;
use super::feed::Entity;
use super::revisions::Saved;
use super::text::{from_json, read_word, to_json, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{
    ChangeAction, Language, Listing, OrganizationId, ReviewStatus, ServiceId, Translation,
};

const WHAT: &str = "reading translations";

/// The translation of an entry into one language, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationRecord {
    /// The entry.
    pub service_id: ServiceId,
    /// Into which language.
    pub language: Language,
    /// Where the latest version stands: pending, published, rejected, archived (taken back).
    pub review_status: ReviewStatus,
    /// Version of the record, for the optimistic lock (`ETag`).
    pub version: i64,
    /// Number of the latest version.
    pub number: i64,
    /// Who wrote it.
    pub author: String,
    /// When it was written, RFC 3339 UTC.
    pub created_at: String,
    /// Why an editor refused it.
    pub note: Option<String>,
    /// What it says.
    pub latest: Translation,
    /// What the public reads, if anything.
    pub published: Option<Translation>,
}

/// A translation about which something may be to do, with the entry it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct TranslationWork {
    /// The translation.
    pub record: TranslationRecord,
    /// Name of the entry.
    pub name: String,
    /// Whose it is.
    pub owner: Option<OrganizationId>,
    /// Its public version, if any.
    pub listing: Option<Listing>,
}

#[derive(Debug, sqlx::FromRow)]
struct Row {
    service_id: String,
    language: String,
    review_status: String,
    version: i64,
    latest_number: i64,
    note: Option<String>,
    author: String,
    created_at: String,
    document: String,
    published: Option<String>,
}

#[derive(Debug, sqlx::FromRow)]
struct WorkRow {
    #[sqlx(flatten)]
    row: Row,
    name: String,
    organization_id: Option<String>,
    listing: Option<String>,
}

/// Where a translation stands.
struct Head {
    version: i64,
    latest: i64,
    published: Option<i64>,
}

const FIND: &str = "SELECT t.service_id, t.language, t.review_status, t.version, t.latest_number, \
     t.note, l.author, l.created_at, l.document, p.document AS published FROM translation t \
     JOIN translation_version l ON l.service_id = t.service_id AND l.language = t.language \
     AND l.number = t.latest_number \
     LEFT JOIN translation_version p ON p.service_id = t.service_id AND p.language = t.language \
     AND p.number = t.published_number \
     WHERE t.service_id = $1 AND ($2 IS NULL OR t.language = $2) ORDER BY t.language";

/// A list of translations with their entries; it goes on with a condition and an order.
macro_rules! work {
    ($rest:literal) => {
        concat!(
            "SELECT t.service_id, t.language, t.review_status, t.version, t.latest_number, \
             t.note, l.author, l.created_at, l.document, p.document AS published, s.name, \
             s.organization_id, r.document AS listing FROM translation t \
             JOIN service s ON s.id = t.service_id \
             JOIN translation_version l ON l.service_id = t.service_id \
             AND l.language = t.language AND l.number = t.latest_number \
             LEFT JOIN translation_version p ON p.service_id = t.service_id \
             AND p.language = t.language AND p.number = t.published_number \
             LEFT JOIN revision r ON r.seq = s.published_seq \
             WHERE s.review_status <> 'archived' AND ($1 IS NULL OR s.organization_id = $1) AND ",
            $rest
        )
    };
}

const WAITING: &str = work!(
    "t.review_status IN ('pending', 'rejected') \
     ORDER BY l.created_at, t.service_id, t.language LIMIT $2"
);
/// What was translated from the version that is public fits it; the number of that version stands first in the document.
const UNLIKE: &str = work!(
    "t.review_status NOT IN ('pending', 'rejected') AND t.published_number IS NOT NULL \
     AND p.document NOT LIKE '{\"source_revision\":' || CAST(s.published_revision AS TEXT) || ',%' \
     ORDER BY s.published_seq DESC, t.service_id, t.language LIMIT $2"
);

fn read_language(row: &str, word: &str) -> Result<Language, DatabaseError> {
    read_word("translation", "language", row, word, Language::of_code)
}

fn read_document(row: &str, text: &str) -> Result<Translation, DatabaseError> {
    from_json("translation_version", "document", || row.to_owned(), text)
}

fn read(row: Row) -> Result<TranslationRecord, DatabaseError> {
    let key = format!("{}/{}", row.service_id, row.language);
    let parse = |text: &str| text.parse().ok();
    let published = row.published.map(|text| read_document(&key, &text)).transpose()?;
    Ok(TranslationRecord {
        service_id: read_word("translation", "service_id", &key, &row.service_id, parse)?,
        language: read_language(&key, &row.language)?,
        review_status: read_word(
            "translation",
            "review_status",
            &key,
            &row.review_status,
            ReviewStatus::parse,
        )?,
        version: row.version,
        number: row.latest_number,
        author: row.author,
        created_at: row.created_at,
        note: row.note,
        latest: read_document(&key, &row.document)?,
        published,
    })
}

fn read_work(work: WorkRow) -> Result<TranslationWork, DatabaseError> {
    let key = work.row.service_id.clone();
    let owner = work
        .organization_id
        .map(|text| read_word("service", "organization_id", &key, &text, |t| t.parse().ok()))
        .transpose()?;
    let listing = work
        .listing
        .map(|text| from_json("revision", "document", || key.clone(), &text))
        .transpose()?;
    Ok(TranslationWork { record: read(work.row)?, name: work.name, owner, listing })
}

fn conflict(id: &str, expected: i64, found: Option<i64>) -> DatabaseError {
    DatabaseError::Conflict { entity: Entity::Translation, id: id.to_owned(), expected, found }
}

impl Store {
    /// The translations of an entry, by language; or the one into a language.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that makes no sense.
    pub async fn list_translations(
        &self,
        id: ServiceId,
        language: Option<Language>,
    ) -> Result<Vec<TranslationRecord>, DatabaseError> {
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND)
                .bind(id.to_string())
                .bind(language.map(Language::code))
                .fetch_all(pool)
                .await
        })
        .map_err(failed(WHAT))?;
        rows.into_iter().map(read).collect()
    }

    /// The translations that wait or were refused, of one organization or of all, the oldest first, at most `limit`.
    ///
    /// # Errors
    /// As [`Store::list_translations`].
    pub async fn list_translation_work(
        &self,
        owner: Option<OrganizationId>,
        limit: u32,
    ) -> Result<Vec<TranslationWork>, DatabaseError> {
        self.list_work(WAITING, owner, limit).await
    }

    /// The public translations that were made from another version of their entry than the one that is public now, of
    /// one organization or of all, at most `limit`: among them are all that do not fit any more, and those whose German
    /// is the same in both versions. First those whose entry was published last.
    ///
    /// # Errors
    /// As [`Store::list_translations`].
    pub async fn list_translations_to_compare(
        &self,
        owner: Option<OrganizationId>,
        limit: u32,
    ) -> Result<Vec<TranslationWork>, DatabaseError> {
        self.list_work(UNLIKE, owner, limit).await
    }

    async fn list_work(
        &self,
        statement: &'static str,
        owner: Option<OrganizationId>,
        limit: u32,
    ) -> Result<Vec<TranslationWork>, DatabaseError> {
        let rows: Vec<WorkRow> = on_pool!(self, pool => {
            sqlx::query_as(statement)
                .bind(owner.map(|id| id.to_string()))
                .bind(i64::from(limit))
                .fetch_all(pool)
                .await
        })
        .map_err(failed(WHAT))?;
        rows.into_iter().map(read_work).collect()
    }
}

impl Tx {
    /// The translation of an entry into a language.
    ///
    /// # Errors
    /// As [`Store::list_translations`].
    pub async fn find_translation(
        &mut self,
        id: ServiceId,
        language: Language,
    ) -> Result<Option<TranslationRecord>, DatabaseError> {
        let id = id.to_string();
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND)
                .bind(&id)
                .bind(Some(language.code()))
                .fetch_optional(&mut *connection)
                .await
        })
        .map_err(failed(WHAT))?;
        row.map(read).transpose()
    }

    /// Adds a version: public at once, or waiting while the last public one stays. `expected_version` 0 = the first one.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when somebody else has written meanwhile; [`DatabaseError::UnknownReference`] for an
    /// entry that is not there.
    pub async fn save_translation(
        &mut self,
        id: ServiceId,
        language: Language,
        translation: &Translation,
        publish: bool,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        const SAVE: &str = "INSERT INTO translation (service_id, language, review_status, version, \
             latest_number, published_number, note, last_modified) \
             VALUES ($1, $2, $3, 1, $4, $5, NULL, $6) \
             ON CONFLICT (service_id, language) DO UPDATE SET \
             review_status = excluded.review_status, version = translation.version + 1, \
             latest_number = excluded.latest_number, \
             published_number = excluded.published_number, note = NULL, \
             last_modified = excluded.last_modified";
        const ADD: &str = "INSERT INTO translation_version (seq, service_id, language, number, \
             author, created_at, document) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        const SAVING: &str = "saving a translation";
        let (key, code) = (id.to_string(), language.code());
        let document = to_json(|| format!("translation {key}/{code}"), translation)?;
        let head = self.translation_head(&key, language, expected_version).await?;
        let before = head.as_ref().map(|head| head.latest);
        let number = before.unwrap_or(0) + 1;
        let public = if publish { Some(number) } else { head.and_then(|head| head.published) };
        let state = if publish { ReviewStatus::Published } else { ReviewStatus::Pending };
        let action = if before.is_some() { ChangeAction::Update } else { ChangeAction::Create };
        execute!(self, SAVING, SAVE, &key, code, state.as_str(), number, public, &self.at)?;
        let seq =
            self.append_change(Entity::Translation, &key, action, before, Some(number)).await?;
        execute!(self, SAVING, ADD, seq, &key, code, number, &self.actor, &self.at, document)?;
        Ok(Saved { revision: number, version: expected_version + 1, seq })
    }

    /// Sets where the latest version stands: published, rejected with the reason, or archived, that is taken back and not
    /// public any more. The versions stay.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when somebody else has written meanwhile, or where there is none.
    pub async fn set_translation_state(
        &mut self,
        id: ServiceId,
        language: Language,
        state: ReviewStatus,
        note: Option<&str>,
        expected_version: i64,
    ) -> Result<Saved, DatabaseError> {
        const SET: &str = "UPDATE translation SET review_status = $3, published_number = $4, \
             note = $5, version = version + 1, last_modified = $6 \
             WHERE service_id = $1 AND language = $2";
        let (key, code) = (id.to_string(), language.code());
        note.map(|text| without_nul("the reason of a refusal", text)).transpose()?;
        let head = self.translation_head(&key, language, expected_version).await?;
        let Some(head) = head else { return Err(conflict(&key, expected_version, None)) };
        let public = match state {
            ReviewStatus::Published => Some(head.latest),
            ReviewStatus::Archived => None,
            _ => head.published,
        };
        let what = "deciding about a translation";
        execute!(self, what, SET, &key, code, state.as_str(), public, note, &self.at)?;
        let (action, before) = match state {
            ReviewStatus::Archived => (ChangeAction::Withdraw, head.published),
            _ => (ChangeAction::Update, head.published),
        };
        let seq = self.append_change(Entity::Translation, &key, action, before, public).await?;
        Ok(Saved { revision: head.latest, version: expected_version + 1, seq })
    }

    /// Where a translation stands, if that is what the writer has seen; `None` = there is none, as they thought.
    async fn translation_head(
        &mut self,
        id: &str,
        language: Language,
        expected: i64,
    ) -> Result<Option<Head>, DatabaseError> {
        const HEAD: &str = "SELECT version, latest_number, published_number FROM translation \
             WHERE service_id = $1 AND language = $2";
        let row: Option<(i64, i64, Option<i64>)> = on_tx!(self, connection => {
            sqlx::query_as(HEAD)
                .bind(id)
                .bind(language.code())
                .fetch_optional(&mut *connection)
                .await
        })
        .map_err(failed("reading the state of a translation"))?;
        let head = row.map(|(version, latest, published)| Head { version, latest, published });
        let found = head.as_ref().map(|head| head.version);
        if found.unwrap_or(0) == expected { Ok(head) } else { Err(conflict(id, expected, found)) }
    }
}
