//! An answer, read to its end.

use axum::body::to_bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::Value;

#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Self { status: parts.status, headers: parts.headers, body }
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    /// The body as JSON; fails on anything but 200.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// Fails unless it is this problem, as a problem document, and every name is in its errors.
    #[track_caller]
    pub fn assert_problem(&self, status: u16, names: &[&str]) {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Value = serde_json::from_slice(&self.body).expect("JSON");
        assert_eq!(problem["status"], status);
        assert_eq!(problem["request_id"], self.header("x-request-id"));
        let mut found: Vec<&str> = problem["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|e| e["parameter"].as_str())
            .collect();
        found.dedup();
        assert_eq!(found, names, "{problem}");
    }

    /// The address of the first link with this relation.
    pub fn link(&self, rel: &str) -> Option<String> {
        let document: Value = serde_json::from_slice(&self.body).ok()?;
        find_link(&document, rel)
    }
}

/// The address of the first link of a document with this relation.
pub fn find_link(document: &Value, rel: &str) -> Option<String> {
    let link = document["links"].as_array()?.iter().find(|l| l["rel"] == rel)?;
    link["href"].as_str().map(str::to_owned)
}
