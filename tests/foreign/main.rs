//! Clients that other people wrote read the server over a real socket: see `run.py`, which also works on its own
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gdal_and_owslib_list_page_and_read_a_box_with_equal_counts() {
    let base = format!("http://{}", listening(COUNTY.router.clone()).await);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign-venv");
    let run = tokio::task::spawn_blocking(move || {
        Command::new("python3")
            .arg(root.join("tests/foreign/run.py"))
            .arg(&base)
            .arg("--venv")
            .arg(venv)
            .output()
    });
    let output = run.await.unwrap();
    let output = match output {
        Ok(output) => output,
        Err(error) => {
            say(&format!("SKIP foreign clients: python3 cannot be started: {error}"));
            return;
        }
    };
    let text = String::from_utf8_lossy(&output.stdout);
    say(&text);
    let nothing_ran = output.status.code() == Some(2);
    assert!(
        output.status.success() || nothing_ran,
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
