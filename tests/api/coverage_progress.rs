//! Long answers: how far they are, who waits for them, and what happens when too many ask.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use futures_util::future::{join_all, select_all};
use serde_json::json;
use sozialatlas::app::{AnalysisOptions, AnalysisRoom};

use crate::support::{Reply, Server, app_of, world};

/// A server of its own whose only thread for analyses is kept busy until [`Held::release`].
struct Held {
    server: Server,
    release: mpsc::Sender<()>,
}

impl Held {
    async fn new() -> Self {
        let app = app_of(world::reference(), world::entries(), None);
        let mut app = Arc::into_inner(app).unwrap();
        app.analysis =
            Arc::new(AnalysisRoom::new(AnalysisOptions { threads: 1, ..Default::default() }));
        let app = Arc::new(app);
        app.prepare_analysis().await.unwrap();
        let (release, held) = mpsc::channel();
        let (started, running) = tokio::sync::oneshot::channel();
        let room = Arc::clone(&app.analysis);
        tokio::spawn(async move {
            let hold = move || {
                started.send(()).unwrap();
                // Ends when released, or with the test.
                let _ = held.recv();
            };
            room.work(hold).await.unwrap();
        });
        running.await.unwrap();
        Self { server: Server::new(app), release }
    }

    fn release(&self) {
        self.release.send(()).unwrap();
    }

    async fn progress(&self, words: &str) -> serde_json::Value {
        let reply = self.server.get(&format!("/api/coverage/progress?{words}")).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.header("cache-control"), "no-store");
        reply.json()
    }

    /// Asks for the progress until it is this one.
    async fn until(&self, words: &str, state: &str) -> serde_json::Value {
        for _ in 0..12_000 {
            let progress = self.progress(words).await;
            if progress["state"] == state {
                return progress;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("{words} is never {state}");
    }

    /// Asks for a page until it has its answer.
    async fn page(&self, path: &str) -> Reply {
        for _ in 0..60 {
            let reply = self.server.get(path).await;
            if reply.status != 202 {
                return reply;
            }
        }
        panic!("{path} is never answered");
    }
}

const QUESTION: &str = "category=tafel&max_distance_m=4321";

#[tokio::test(flavor = "multi_thread")]
async fn progress_is_told_beside_a_running_question_and_never_starts_one() {
    let held = Held::new().await;
    let none = json!({ "state": "none", "progress": 0.0 });
    assert_eq!(held.progress(QUESTION).await, none);
    assert_eq!(held.progress(QUESTION).await, none, "asking how far it is has started it");
    let router = held.server.router.clone();
    let asked = tokio::spawn(async move {
        use tower::ServiceExt;
        let uri = format!("/api/coverage?{QUESTION}");
        let request = axum::http::Request::get(uri).body(axum::body::Body::empty()).unwrap();
        Reply::read(router.oneshot(request).await.unwrap()).await
    });
    let running = held.until(QUESTION, "running").await;
    assert!((0.0..1.0).contains(&running["progress"].as_f64().unwrap()));
    assert_eq!(held.progress("category=tafel&max_distance_m=4322").await, none);
    held.release();
    assert_eq!(asked.await.unwrap().status, 200);
    let done = json!({ "state": "done", "progress": 1.0 });
    assert_eq!(held.progress(QUESTION).await, done);
    // How the answer is written makes no difference; a scenario is another question.
    assert_eq!(held.progress(&format!("{QUESTION}&f=geojson&geometry=point")).await, done);
    let scenario = format!("{QUESTION}&add=8.3,47.3");
    assert_eq!(held.progress(&scenario).await, none);
    assert_eq!(held.server.get(&format!("/api/coverage?{scenario}")).await.status, 200);
    assert_eq!(held.progress(&scenario).await, done);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_goes_away_cancels_the_question() {
    let held = Held::new().await;
    let app = Arc::clone(&held.server.app);
    let query = sozialatlas::atlas::Query {
        categories: vec!["tafel".parse().unwrap()],
        ..Default::default()
    };
    let question = sozialatlas::app::Question::new(query, 4_321.0);
    let asked = tokio::spawn(async move { app.analyse(question).await.map(drop) });
    held.until(QUESTION, "running").await;
    asked.abort();
    held.until(QUESTION, "none").await;
    held.release();
}

#[tokio::test]
async fn faulty_words_of_a_progress_are_named_like_those_of_a_question() {
    let server = &crate::support::WORLD;
    let path = "/api/coverage/progress?max_distance_m=0&metric=car&of=all&colour=1";
    server.get(path).await.assert_problem(400, &["max_distance_m", "metric", "of", "colour"]);
    let matrix = "/api/coverage/progress?of=matrix&merge_m=3";
    server.get(matrix).await.assert_problem(400, &["merge_m"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_tell_how_far_a_long_answer_is_and_have_it_when_asked_again() {
    let held = Held::new().await;
    let (cockpit, matrix) =
        (format!("/planung?{QUESTION}"), "/planung/matrix?max_distance_m=4321".to_owned());
    let (first, second) = tokio::join!(held.server.get(&cockpit), held.server.get(&matrix));
    for page in [&first, &second] {
        assert_eq!(page.status, 202, "{}", page.text());
        assert_eq!(page.header("retry-after"), "1");
        for part in ["Die Antwort wird berechnet", "<progress", "data-again-after=\"1\""] {
            assert!(page.text().contains(part), "{part} is missing");
        }
    }
    // Nobody holds a connection any more, and yet it goes on for a while.
    assert_eq!(held.progress(&format!("{QUESTION}&merge_m=500")).await["state"], "running");
    assert_eq!(held.progress("of=matrix&max_distance_m=4321").await["state"], "running");
    held.release();
    for path in [&cockpit, &matrix] {
        let page = held.page(path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(!page.text().contains("Die Antwort wird berechnet"));
    }
    assert_eq!(held.progress("of=matrix&max_distance_m=4321").await["state"], "done");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_questions_than_can_wait_are_turned_away_and_the_others_answered() {
    let held = Held::new().await;
    // One thread lets 32 wait; one of 33 has to go.
    let paths: Vec<String> =
        (0..33).map(|n| format!("/api/coverage?max_distance_m={}", 1_000 + n)).collect();
    let asked = paths.iter().map(|path| Box::pin(held.server.get(path)));
    let (refused, _, others) = select_all(asked).await;
    refused.assert_problem(503, &[]);
    assert!(refused.text().contains("overloaded"), "{}", refused.text());
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
    held.release();
    assert!(join_all(others).await.iter().all(|reply| reply.status == 200));
}
