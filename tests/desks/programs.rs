//! Programs with a token, and scripts of our own pages.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Method;
use chrono::TimeDelta;
use serde_json::Value;
use sozialatlas::app::{Author, Clock, TokenRequest};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Account, OrganizationId, Scope};

use crate::house::House;
use crate::support::Reply;

/// A program with a token, or a script of our own pages with a session.
pub(crate) struct Program<'a> {
    pub(crate) house: &'a House,
    pub(crate) token: String,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) csrf: String,
}

impl House {
    pub(crate) async fn token(&self, account: &Account, scopes: &[Scope]) -> Program<'_> {
        let request = TokenRequest {
            name: "test".into(),
            scopes: scopes.to_vec(),
            expires_at: self.clock.now() + TimeDelta::days(30),
        };
        let new = self.desk.create_token(&Author::of(account), account, request).await.unwrap();
        Program { house: self, token: new.secret, cookies: BTreeMap::new(), csrf: String::new() }
    }

    /// A script of our own pages, for roles that no token is made for.
    pub(crate) async fn script(&self, email: &str, role: Role) -> Program<'_> {
        let mut browser = self.signed_in(email, role).await;
        let me = browser.get("/api/session").await.json();
        let csrf = me["csrf"].as_str().unwrap().to_owned();
        Program { house: self, token: String::new(), cookies: browser.cookies.clone(), csrf }
    }

    pub(crate) async fn program(&self, email: &str, role: Role) -> Program<'_> {
        let account = self.add(email, role).await;
        let all = [Scope::ListingsRead, Scope::ListingsWrite, Scope::OrganizationsWrite];
        self.token(&account, &all).await
    }
}

impl Program<'_> {
    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Value,
    ) -> Reply {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        self.send_text(method, path, headers, text).await
    }

    pub(crate) async fn send_text(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Reply {
        let bearer = format!("Bearer {}", self.token);
        let mut browser = self.house.browser();
        browser.cookies.clone_from(&self.cookies);
        let mut all = if self.csrf.is_empty() {
            vec![("authorization", bearer.as_str())]
        } else {
            vec![("x-csrf-token", self.csrf.as_str()), ("origin", "http://localhost")]
        };
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            all.push(("content-type", "application/json"));
        }
        all.extend_from_slice(headers);
        browser.send(method, path, &all, body).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], Value::Null).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, &[], body).await
    }

    pub(crate) async fn put(&self, path: &str, etag: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, &[("if-match", etag)], body).await
    }

    pub(crate) async fn patch(&self, path: &str, etag: &str, body: Value) -> Reply {
        let headers = [("if-match", etag), ("content-type", "application/merge-patch+json")];
        self.send(Method::PATCH, path, &headers, body).await
    }

    /// Path and entity tag of an entry of an organization.
    pub(crate) async fn an_entry(&self, owner: OrganizationId) -> (String, String) {
        let list = self.get(&format!("/api/listings?organization={owner}")).await.json();
        let path = format!("/api/listings/{}", list["items"][0]["id"].as_str().unwrap());
        let etag = self.get(&path).await.header("etag").to_owned();
        (path, etag)
    }
}
