//! Clients that other people wrote read the server over a real socket (`run.py`), other people's libraries recompute its
//! coverage figures (`coverage.py`), and veraPDF judges what it prints (`pdf_ua.py`). All scripts also work on their own
//! against any running server.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use support::county::COUNTY;
use support::listening;

/// Says it past the test runner, which swallows what is printed: what was skipped must be seen.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Runs a script against the county's own data on a real socket.
async fn run(script: &str, venv: &str) {
    let base = format!("http://{}", listening(COUNTY.router.clone()).await);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign").join(script);
    let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).join(venv);
    let run = tokio::task::spawn_blocking(move || {
        Command::new("python3").arg(script).arg(&base).arg("--venv").arg(venv).output()
    });
    let output = match run.await.unwrap() {
        Ok(output) => output,
        Err(error) => {
            say(&format!("SKIP foreign clients: python3 cannot be started: {error}"));
            return;
        }
    };
    let text = String::from_utf8_lossy(&output.stdout);
    say(&text);
    let nothing_ran = output.status.code() == Some(2);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() || nothing_ran, "{text}{errors}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gdal_and_owslib_list_page_and_read_a_box_with_equal_counts() {
    run("run.py", "foreign-venv").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_printed_in_all_languages_is_accessible_by_the_reference_validator() {
    run("pdf_ua.py", "foreign-pdf-ua").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn six_results_are_recomputed_with_scipy_and_geopandas_cell_by_cell() {
    run("coverage.py", "foreign-venv-coverage").await;
}
