//! A database per test, and invented records.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::domain::{
    Address, AssuredBy, Contact, CoordPrecision, Facet, FeatureId, Listing, LocationDisclosure,
    LocationId, LonLat, Organization, OrganizationId, Position, Reach, Schedule, ServiceArea,
    ServiceId, ServiceStatus, Site, SiteType, Taxonomy, Term, YesNo,
};
use sozialatlas::store::{DatabaseError, OpenOptions, Store, Tx};
use sqlx::{Connection, PgConnection, SqliteConnection};

/// Defines the tests of the named functions, each on both databases.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let db = $crate::support::TestDb::sqlite();
                super::$name(&db).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let Some(db) = $crate::support::TestDb::postgres().await else {
                    println!("skipped: TEST_DATABASE_URL is not set");
                    return;
                };
                super::$name(&db).await;
                db.remove().await;
            })*
        }
    };
}

/// An empty database.
pub(crate) enum TestDb {
    /// A file in a folder that goes with the test.
    Sqlite(tempfile::TempDir),
    /// A database on the test server: address of the server's own, name, address.
    Postgres { admin: String, name: String, url: String },
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl TestDb {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    pub(crate) async fn postgres() -> Option<Self> {
        let admin = std::env::var_os("TEST_DATABASE_URL")?.into_string().unwrap();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("sozialatlas_test_{}_{number}", std::process::id());
        run_postgres(&admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run_postgres(&admin, &format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"))
            .await;
        let (server, _) = admin.rsplit_once('/').unwrap();
        Some(Self::Postgres { url: format!("{server}/{name}"), admin, name })
    }

    pub(crate) fn url(&self) -> String {
        match self {
            Self::Sqlite(_) => format!("sqlite://{}", self.file().display()),
            Self::Postgres { url, .. } => url.clone(),
        }
    }

    /// The file of a SQLite database.
    pub(crate) fn file(&self) -> std::path::PathBuf {
        match self {
            Self::Sqlite(dir) => dir.path().join("atlas.sqlite"),
            Self::Postgres { .. } => unreachable!("only SQLite has a file"),
        }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    pub(crate) async fn open(&self) -> Result<Store, DatabaseError> {
        Store::open(&self.url(), &options()).await
    }

    /// The database with its schema.
    pub(crate) async fn store(&self) -> Store {
        let store = self.open().await.unwrap();
        store.migrate().await.unwrap();
        store
    }

    /// The database with its schema, terms and two organizations.
    pub(crate) async fn furnished(&self) -> Store {
        let store = self.store().await;
        let mut tx = begin(&store).await;
        tx.upsert_taxonomy(&taxonomy()).await.unwrap();
        for n in [1, 2] {
            tx.upsert_organization(&organization(n), None).await.unwrap();
        }
        tx.commit().await.unwrap();
        store
    }

    /// Runs SQL behind the store's back.
    pub(crate) async fn run(&self, sql: &str) {
        self.try_run(sql).await.unwrap();
    }

    pub(crate) async fn try_run(&self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(_) => {
                let mut connection = SqliteConnection::connect(&self.url()).await?;
                sqlx::raw_sql(sql).execute(&mut connection).await?;
                connection.close().await
            }
            Self::Postgres { url, .. } => {
                let mut connection = PgConnection::connect(url).await?;
                sqlx::raw_sql(sql).execute(&mut connection).await?;
                connection.close().await
            }
        }
    }

    /// The number that SQL yields.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(_) => {
                let mut connection = SqliteConnection::connect(&self.url()).await.unwrap();
                sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
            }
            Self::Postgres { url, .. } => {
                let mut connection = PgConnection::connect(url).await.unwrap();
                sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
            }
        }
    }

    /// Removes the database from the test server.
    pub(crate) async fn remove(self) {
        if let Self::Postgres { admin, name, .. } = self {
            run_postgres(&admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn run_postgres(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

pub(crate) fn options() -> OpenOptions {
    OpenOptions { connections: 4, ..OpenOptions::default() }
}

/// A moment, `seconds` after a fixed one.
pub(crate) fn moment(seconds: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
    start + TimeDelta::seconds(seconds)
}

pub(crate) async fn begin(store: &Store) -> Tx {
    store.begin_write("test", moment(0)).await.unwrap()
}

pub(crate) fn organization(n: u32) -> Organization {
    Organization {
        id: OrganizationId::stable("test", &format!("o{n}")),
        source_id: Some(format!("o{n}")),
        name: format!("Träger {n} für Grün & Spaß"),
        short_name: None,
        kind_text: Some("Verein".into()),
        umbrella: None,
        description: None,
        address: Address::default(),
        contact: Contact { phones: vec!["0000 123".into()], ..Contact::default() },
        source_date: "2024-05".parse().ok(),
        source_kind: None,
        sources: Vec::new(),
    }
}

pub(crate) fn term(code: &str, facet: Facet, parent: Option<&str>) -> Term {
    let top_topic = facet == Facet::Topic && parent.is_none();
    Term {
        code: code.parse().unwrap(),
        facet,
        parent: parent.map(|p| p.parse().unwrap()),
        label: format!("Label für {code}"),
        description: String::new(),
        synonyms: vec!["Möhre".into(), "😀".into()],
        icon: top_topic.then(|| "house".into()),
        color: top_topic.then(|| "#123456".into()),
        shape: top_topic.then_some(sozialatlas::domain::TermShape::House),
    }
}

pub(crate) fn taxonomy() -> Taxonomy {
    // The child stands before its parent: the database must not mind the order.
    Taxonomy::new(vec![
        term("beratung-jugend", Facet::Topic, Some("beratung")),
        term("beratung", Facet::Topic, None),
        term("familien", Facet::TargetGroup, None),
    ])
    .unwrap()
}

pub(crate) fn service_id(n: u32) -> ServiceId {
    ServiceId::stable("test", &format!("s{n}"))
}

pub(crate) fn site(n: u32, suffix: &str) -> Site {
    let key = format!("f{n}{suffix}");
    Site {
        id: FeatureId::stable("test", &key),
        location_id: LocationId::stable("test", &key),
        source_id: Some(key),
        name: None,
        description: None,
        site_type: SiteType::Fixed,
        disclosure: LocationDisclosure::Public,
        municipality: "99999001".parse().ok(),
        address: Address { street: Some("Straße der Äpfel 1".into()), ..Address::default() },
        position: Some(Position {
            point: LonLat { lon: 9.1, lat: 47.7 },
            precision: CoordPrecision::Strasse,
            source: None,
        }),
        schedule: Schedule { text: Some("nach Vereinbarung".into()), ..Schedule::default() },
        contact: Contact { email: Some("a@example.org".into()), ..Contact::default() },
        accessible: YesNo::Unknown,
        accessible_text: None,
        place_recorded: false,
        capacity_text: None,
        capacity: None,
        service_area: ServiceArea {
            reach: Reach::Municipalities(vec![
                "99999001".parse().unwrap(),
                "99999002".parse().unwrap(),
            ]),
            text: Some("zwei Gemeinden".into()),
        },
        status: ServiceStatus::Active,
        status_text: None,
        valid_to: None,
        assurance: sozialatlas::domain::Assurance {
            date: "2017".parse().ok(),
            by: AssuredBy::Source,
            ..Default::default()
        },
        internal_note: None,
    }
}

/// An invented entry of organization 1 with one site.
pub(crate) fn listing(n: u32) -> Listing {
    Listing {
        id: service_id(n),
        organization_id: Some(organization(1).id),
        organization_text: None,
        co_organization_ids: Vec::new(),
        name: format!("Angebot {n}"),
        description: "Größe, Übermut & Maß; 😀 𝔘 \"\\u0000\"".into(),
        categories: vec!["beratung-jugend".parse().unwrap()],
        target_groups: vec!["familien".parse().unwrap()],
        target_group_texts: Vec::new(),
        service_forms: Vec::new(),
        legal_bases: Vec::new(),
        ages: sozialatlas::domain::AgeRange { minimum: Some(6), maximum: None },
        free: YesNo::Yes,
        anonymous: YesNo::No,
        cost_text: None,
        languages: Vec::new(),
        languages_text: None,
        contact: Contact { website: Some("https://example.org/".into()), ..Contact::default() },
        status: ServiceStatus::Active,
        closure: None,
        publish_from: None,
        publish_until: None,
        related: Vec::new(),
        sites: vec![site(n, "")],
    }
}

pub(crate) fn named(n: u32, name: &str) -> Listing {
    Listing { name: name.into(), ..listing(n) }
}
