//! A whole program over a SQLite file in a folder of its own, and browsers that keep cookies.
//!
//! `House::open()` loads the small invented county; `house.add("a@b.example", Role::Editor)` makes an account with
//! [`PASSWORD`]; `house.browser()` is a browser that follows nothing by itself, keeps cookies, and puts the `csrf` of
//! the last page into the forms it sends.
#![allow(dead_code, reason = "every group of tests uses its own part")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Method, Request};
use chrono::{DateTime, TimeDelta, Utc};
use sozialatlas::app::{
    AccountOptions, App, Clock, CountingIds, Desk, Follower, NewAccount, PasswordCost,
    ProviderOptions, Readiness, SecondFactorRule, SeededRandom, Settings, open_atlas,
};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Account, Facet, OrganizationId, Taxonomy, Term};
use sozialatlas::exchange::county::CountyPackage;
use sozialatlas::store::{OpenOptions, Store};
use tokio::sync::watch;
use tower::ServiceExt;

use crate::county::{load, package};
use crate::support::{Reply, Server, noon, world};

/// The password of every account that [`House::add`] makes.
pub(crate) const PASSWORD: &str = "sieben nasse kraniche am tor";

/// A clock that tests move.
#[derive(Debug)]
pub(crate) struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    pub(crate) fn forward(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// How a house differs from the usual one.
pub(crate) struct Plan {
    pub(crate) base_url: Option<&'static str>,
    pub(crate) second_factor: SecondFactorRule,
    pub(crate) provider: Option<ProviderOptions>,
    pub(crate) password_cost: PasswordCost,
    /// A lake in the county: west, south, east, north.
    pub(crate) lake: Option<[f64; 4]>,
    /// Terms beside those of the world: code, facet, label.
    pub(crate) terms: Vec<(&'static str, Facet, &'static str)>,
    /// Topics that are nobody else's business.
    pub(crate) discreet: Vec<&'static str>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            base_url: None,
            second_factor: SecondFactorRule::Nobody,
            provider: None,
            lake: None,
            terms: Vec::new(),
            discreet: Vec::new(),
            // Cheap: most tests are not about passwords.
            password_cost: PasswordCost { memory_kib: 8, passes: 1, lanes: 1 },
        }
    }
}

/// A whole program.
pub(crate) struct House {
    /// Where its database is.
    pub(crate) url: String,
    pub(crate) store: Store,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) server: Server,
    _stop: watch::Sender<bool>,
    _folder: tempfile::TempDir,
}

impl House {
    /// The usual one: nobody has to have a second factor.
    pub(crate) async fn open() -> Self {
        Self::built(Plan::default()).await
    }

    pub(crate) async fn built(plan: Plan) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("atlas.sqlite").display());
        let store = Store::open(&url, &OpenOptions::default()).await.unwrap();
        store.migrate().await.unwrap();
        let mut package = package(20);
        package.water.extend(plan.lake.map(|[west, south, east, north]| {
            let outline = geo::Rect::new((west, south), (east, north)).to_polygon();
            ("Weiher".to_owned(), geo::MultiPolygon::new(vec![outline]))
        }));
        add_terms(&mut package, &plan.terms);
        let discreet = plan.discreet.iter().map(|code| code.parse().unwrap());
        package.region.discreet_topics.extend(discreet);
        load(&store, &package, "one").await;
        let atlas = open_atlas(&store, &package).await.unwrap();
        let readiness = Arc::new(Readiness::default());
        let (stop, stopped) = watch::channel(false);
        let follower = Follower {
            store: store.clone(),
            atlas: Arc::clone(&atlas),
            package: Arc::new(package),
            readiness: Arc::clone(&readiness),
        };
        tokio::spawn(follower.follow(stopped));
        let clock = Arc::new(TestClock(Mutex::new(noon())));
        let options =
            AccountOptions { second_factor: plan.second_factor, password_cost: plan.password_cost };
        let (ids, random) = (Arc::new(CountingIds::default()), Arc::new(SeededRandom::new(1)));
        let mut desk = Desk::new(store.clone(), clock.clone(), ids, random)
            .with_accounts(options)
            .with_atlas(Arc::clone(&atlas), chrono_tz::Europe::Berlin);
        if let Some(provider) = plan.provider {
            desk = desk.with_provider(provider);
        }
        let desk = Arc::new(desk);
        let app = App {
            atlas,
            clock: clock.clone(),
            settings: Settings {
                base_url: plan.base_url.map(str::to_owned),
                timezone: chrono_tz::Europe::Berlin,
                planning: true,
            },
            readiness,
            analysis: Arc::default(),
            desk: Some(Arc::clone(&desk)),
            tiles: None,
        };
        let server = Server::new(Arc::new(app));
        Self { url, store, clock, desk, server, _stop: stop, _folder: folder }
    }

    /// An account that may sign in; a provider speaks for the first organization of the county.
    pub(crate) async fn add(&self, email: &str, role: Role) -> Account {
        let own = if role == Role::Provider { vec![world::organization_id(0)] } else { Vec::new() };
        self.add_for(email, role, own).await
    }

    pub(crate) async fn add_for(
        &self,
        email: &str,
        role: Role,
        organizations: Vec<OrganizationId>,
    ) -> Account {
        let password = PASSWORD.to_owned();
        let new = NewAccount { email: email.to_owned(), name: None, role, organizations, password };
        self.desk.add_account(new).await.unwrap()
    }

    /// A browser without cookies.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookies: BTreeMap::new(), csrf: String::new(), host: "localhost" }
    }

    /// A browser in which somebody with this role has just signed in.
    pub(crate) async fn signed_in(&self, email: &str, role: Role) -> Browser<'_> {
        self.add(email, role).await;
        let mut browser = self.browser();
        browser.sign_in(email).await;
        browser
    }
}

fn add_terms(package: &mut CountyPackage, terms: &[(&str, Facet, &str)]) {
    let more = terms.iter().map(|(code, facet, label)| Term {
        code: code.parse().unwrap(),
        facet: *facet,
        parent: None,
        label: (*label).to_owned(),
        description: String::new(),
        synonyms: Vec::new(),
        icon: None,
        color: None,
        shape: None,
    });
    let terms = package.taxonomy.terms().iter().cloned().chain(more).collect();
    package.taxonomy = Taxonomy::new(terms).unwrap();
}

/// A browser: keeps cookies, remembers the proof of the last page with a form, and follows nothing by itself.
#[derive(Clone)]
pub(crate) struct Browser<'a> {
    house: &'a House,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) csrf: String,
    pub(crate) host: &'static str,
}

impl Browser<'_> {
    /// `GET`.
    pub(crate) async fn get(&mut self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], String::new()).await
    }

    /// Opens a page and sends the file of its form.
    pub(crate) async fn upload(&mut self, path: &str, bytes: &[u8]) -> Reply {
        self.get(path).await;
        let mut body = format!(
            "--x\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--x\r\n\
             content-disposition: form-data; name=\"file\"; filename=\"t.xlsx\"\r\n\r\n",
            self.csrf
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let origin = format!("http://{}", self.host);
        let headers =
            [("content-type", "multipart/form-data; boundary=x"), ("origin", origin.as_str())];
        self.send(Method::POST, path, &headers, body).await
    }

    /// Sends a form with the proof of the last page.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let csrf = self.csrf.clone();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        let origin = format!("http://{}", self.host);
        self.send_form(path, &all, &[("origin", &origin)]).await
    }

    /// Sends a form just so.
    pub(crate) async fn send_form(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Reply {
        let body =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut headers = headers.to_vec();
        headers.push(("content-type", "application/x-www-form-urlencoded"));
        self.send(Method::POST, path, &headers, body).await
    }

    /// Sends anything.
    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("host", self.host);
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            request = request.header("cookie", pairs.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).unwrap();
        let response = self.house.server.router.clone().oneshot(request).await.unwrap();
        let reply = Reply::read(response).await;
        for cookie in reply.headers.get_all("set-cookie") {
            self.keep(cookie.to_str().unwrap());
        }
        let text = String::from_utf8_lossy(&reply.body);
        if let Some((_, rest)) = text.split_once("name=\"csrf\" value=\"") {
            rest.split('"').next().unwrap().clone_into(&mut self.csrf);
        }
        reply
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Opens the sign-in page and sends address and password.
    pub(crate) async fn try_sign_in(&mut self, email: &str, password: &str) -> Reply {
        self.get("/anmelden").await;
        self.post("/anmelden", &[("email", email), ("password", password)]).await
    }

    /// Signs in with the usual password; panics if that does not work.
    pub(crate) async fn sign_in(&mut self, email: &str) {
        let reply = self.try_sign_in(email, PASSWORD).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        // The next page brings the proof that belongs to the new session.
        self.get("/anmelden").await;
        self.get("/").await;
    }
}
