//! Counties that are written to from outside, by programs with a token.

use std::io::Write as _;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::store_support::TestDb;
use crate::support::{Place, Server};

pub(crate) fn times(variable: &str, usual: usize) -> usize {
    let text = std::env::var_os(variable).and_then(|text| text.into_string().ok());
    text.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// A county to be tortured: a place, a database, and the token of an editor.
pub(crate) struct County {
    pub(crate) place: Place,
    pub(crate) url: String,
    token: String,
    /// A category of its package.
    category: String,
}

impl County {
    pub(crate) fn new(url: impl FnOnce(&Place) -> String) -> Self {
        let place = Place::new();
        let url = url(&place);
        let mut county = Self { place, url, token: String::new(), category: String::new() };
        let server = county.serve();
        let some = server.get_json("/api/collections/services/items?limit=1");
        let category = some["features"][0]["properties"]["category"][0].as_str();
        category.unwrap().clone_into(&mut county.category);
        server.stop();
        let mut account = county.command(&[
            "account",
            "add",
            "--email",
            "e@example.org",
            "--role",
            "editor",
            "--password-stdin",
        ]);
        let mut child = account.stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"sieben nasse kraniche am tor\n").unwrap();
        assert!(child.wait().unwrap().success());
        let token = county
            .command(&[
                "token",
                "create",
                "--email",
                "e@example.org",
                "--scopes",
                "listings:read,listings:write",
            ])
            .output()
            .unwrap();
        assert!(token.status.success(), "{}", String::from_utf8_lossy(&token.stderr));
        let token = String::from_utf8(token.stdout).unwrap().trim().to_owned();
        Self { token, ..county }
    }

    pub(crate) fn command(&self, words: &[&str]) -> std::process::Command {
        let mut command = self.place.command(words);
        command.env("SOZIALATLAS_DATABASE_URL", &self.url);
        command
    }

    pub(crate) fn serve(&self) -> Server {
        self.place.serve_with(self.command(&["serve"]))
    }

    pub(crate) fn client(&self, server: &Server) -> Client {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(1)))
            .build()
            .into();
        let (url, category) = (server.url.clone(), self.category.clone());
        Client { agent, url, category, bearer: format!("Bearer {}", self.token) }
    }
}

/// A program that writes.
#[derive(Clone)]
pub(crate) struct Client {
    agent: ureq::Agent,
    url: String,
    bearer: String,
    category: String,
}

impl Client {
    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        let request = self.agent.get(format!("{}{path}", self.url));
        let mut answer = request.header("authorization", &self.bearer).call().unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or_default())
    }

    /// Status and body; `None` where the connection broke before the answer was whole.
    pub(crate) fn post(&self, path: &str, key: &str, body: &Value) -> Option<(u16, Value)> {
        let request = self
            .agent
            .post(format!("{}{path}", self.url))
            .header("authorization", &self.bearer)
            .header("idempotency-key", key)
            .header("content-type", "application/json");
        read(request.send(body.to_string()))
    }

    pub(crate) fn patch(&self, path: &str, version: i64, body: &Value) -> Option<(u16, Value)> {
        let request = self
            .agent
            .patch(format!("{}{path}", self.url))
            .header("authorization", &self.bearer)
            .header("if-match", format!("\"{version}\""))
            .header("content-type", "application/merge-patch+json");
        read(request.send(body.to_string()))
    }
}

pub(crate) fn read(
    answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Option<(u16, Value)> {
    let mut answer = answer.ok()?;
    let text = answer.body_mut().read_to_string().ok()?;
    Some((answer.status().as_u16(), serde_json::from_str(&text).ok()?))
}

impl Client {
    pub(crate) fn entry(&self, name: &str) -> Value {
        json!({
            "name": name, "description": "x".repeat(500), "categories": [self.category],
            "sites": [{ "site_type": "phone" }],
        })
    }
}

/// Runs the test with a database of its own, or says that it was skipped.
pub(crate) fn with_database(test: impl FnOnce(&TestDb, &str)) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let Some(db) = runtime.block_on(TestDb::postgres()) else {
        println!("skipped: TEST_DATABASE_URL is not set");
        return;
    };
    test(&db, &db.url());
    runtime.block_on(db.remove());
}
