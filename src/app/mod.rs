//! Use cases: one verb per file. This room owns transactions, the clock and mail.

mod accounts;
mod analyse_coverage;
mod calendar;
mod clock;
mod county_package;
mod desk;
mod error;
mod freshness;
mod freshness_over_time;
mod ids;
mod import_census;
mod links;
mod listings;
mod load_county;
mod mail;
mod open_atlas;
mod random;
mod readiness;
mod refresh_atlas;
mod scenarios;
mod suggestions;
mod tiles;
mod translations;
mod trust;
mod upkeep;
mod usage;
mod worklist;
mod writing_threads;

use std::sync::Arc;

pub use accounts::{
    AccountOptions, AuditKind, CodeEntered, EmailChange, EmailObjection, Enrolment, FactorProof,
    Invitation, Invited, LinkSecret, NewAccount, NewSession, NewToken, OpenSession, OwnData,
    OwnProof, PasswordCost, ProviderAnswer, ProviderOptions, ProviderSecret, ProviderSignIn,
    ProviderStart, Retention, SecondFactorRule, SignIn, TokenRequest, TokenUser, Visit,
    hash_secret,
};
pub use analyse_coverage::{
    Analysed, AnalysedSite, AnalysisError, AnalysisOptions, AnalysisRoom, Around, AroundCategory,
    AroundQuestion, CategoryRow, CompareQuestion, Compared, CoverageMatrix, LeftOut, LinkChoice,
    MatrixMunicipality, MatrixQuestion, Method, NearestSite, Note, Progress, ProgressState,
    Question, QuestionFault, RemoteMunicipality, RemoteReport, ScenarioOutcome, ScenarioRequest,
    SiteCounts, SiteKind, StalePolicy,
};
pub use clock::{Clock, FixedClock, SystemClock};
pub use county_package::{LoadedPackage, read_package};
pub use desk::Desk;
pub use error::{AppError, with_causes};
pub use freshness::{Confirmation, ConfirmedByLink, RemindersSent, ToConfirm};
pub use freshness_over_time::FreshnessMonth;
pub use ids::{CountingIds, Ids, SystemIds};
pub use import_census::{
    BandSum, CensusReport, MunicipalitySum, census_county, import_census, restore_census,
};
pub use links::{BrokenLink, LinkOptions, LinkReport, LinkedEntry};
pub use listings::{
    Archive, Author, Confirm, DISCLOSES_PLACE, DuplicatePair, Edit, Edited, Handover,
    HandoverDecision, History, HistoryItem, ImportCaseView, ImportDecision, Likeness,
    ListingDuplicate, ListingView, ListingsQuery, Merge, Neighbours, Once, OrganizationEdit,
    OrganizationEdited, PublicHistoryItem, PublicHistoryKind, QueueItem, QueueKind, QueueOrder,
    QueuePage, QueueQuery, Reopen, Restore, Review, UndoMerge, WaitingCase,
};
pub use load_county::{Counts, EntryNote, HeldNote, LoadReport, load_county};
pub use mail::{
    EmailLetter, Encryption, Letter, LetterEntry, Letterhead, MailRoute, MailServer, MailWorker,
    Mailer, Recipient, SendPace, SendReport, SenderError,
};
pub use open_atlas::{compare_atlas, open_atlas, package_reference, read_reference, reopen_atlas};
pub use random::{Random, RandomError, SeededRandom, SystemRandom};
pub use readiness::{Readiness, ReadyState};
pub use refresh_atlas::Follower;
pub use scenarios::{ScenarioEdit, ScenarioEdited, ScenarioFacts, ScenarioView};
pub use suggestions::{
    DecidedSuggestion, Hold, Reply, SENDER, Submission, SuggestionCase, SuggestionCount,
    SuggestionDecision, SuggestionFilter, SuggestionMessage, SuggestionPage, SuggestionRecord,
};
pub use tiles::{
    FoundTile, PictureKind, SourceFault, TileArchive, TileCounts, TileError, TileOptions,
    TileOrigin, TileOutcome, TileSupply, Tiles, try_tiles,
};
pub use translations::{
    TranslationDecision, TranslationEdit, TranslationEdited, TranslationTask, TranslationTaskKind,
    TranslationsView,
};
pub use upkeep::{Kept, Upkeep, UpkeepTask, kept};
pub use usage::{LedWords, Reach, ReachMonth, Seen, Unmet, UnmetFilter, UsageWorker};

pub use worklist::{WorkItem, WorkKind, WorkPage, WorkQuery};
pub use writing_threads::{Writing, spawn_writing};

use crate::atlas::{Atlas, Moment};
/// Part of [`AppError`]; whoever turns it into an answer matches every variant.
pub use crate::store::DatabaseError;
/// What the use cases of entries hand out.
pub use crate::store::{
    Alias, DecisionRecord, HandoverRecord, ListingRecord, ListingSummary, OrganizationRecord,
    ScenarioRecord, TranslationRecord,
};
/// What pages about accounts show.
pub use crate::store::{
    AuditRecord, Forgotten, IdentityRecord, LinkRecord, SessionRecord, SessionWay, TokenRecord,
};

/// What the running program is made of; shared by all requests.
pub struct App {
    /// Everything public.
    pub atlas: Arc<Atlas>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// What pages and links need to know of the configuration.
    pub settings: Settings,
    /// Whether it can answer.
    pub readiness: Arc<Readiness>,
    /// Where analyses are made.
    pub analysis: Arc<AnalysisRoom>,
    /// What writes; `None` = this instance only answers questions.
    pub desk: Option<Arc<Desk>>,
    /// Streets on the map; `None` = the map is drawn from the county's own data alone.
    pub tiles: Option<Arc<Tiles>>,
}

/// The part of the configuration that answers depend on.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Public address without a trailing slash; `None` = take the request's own host.
    pub base_url: Option<String>,
    /// Time zone of the region.
    pub timezone: chrono_tz::Tz,
    /// Whether the planning pages are there.
    pub planning: bool,
}

impl App {
    /// The present moment in the region.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment { local: self.clock.now().with_timezone(&self.settings.timezone).naive_local() }
    }
}
