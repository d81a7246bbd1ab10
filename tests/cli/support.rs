//! Starts the binary and reads what it says.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

/// How long a debug build on a small machine may take for anything.
pub(crate) const PATIENCE: Duration = Duration::from_mins(2);

/// Copies a folder with all below it.
fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &copy);
        } else {
            fs::copy(entry.path(), copy).unwrap();
        }
    }
}

/// A folder to run in: the county package of the repository (or a copy to break), and a place to write.
pub(crate) struct Place {
    dir: TempDir,
    region: PathBuf,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap(), region: repository_package() }
    }

    /// With a copy of the package that may be changed.
    pub(crate) fn with_own_package() -> Self {
        let mut place = Self::new();
        let copy = place.path("package");
        copy_folder(&place.region, &copy);
        place.region = copy;
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn region(&self) -> &Path {
        &self.region
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.path("var/sozialatlas.db")
    }

    /// Changes a file of the package.
    pub(crate) fn edit(&self, file: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) {
        let path = self.region.join(file);
        let before = fs::read(&path).unwrap();
        let after = change(before.clone());
        assert_ne!(before, after, "{file} was not changed: the test would test nothing");
        fs::write(path, after).unwrap();
    }

    /// The binary with the settings of this place; nothing of the tests' own environment gets in.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sozialatlas"));
        command
            .env_clear()
            .env("SOZIALATLAS_LISTEN", "127.0.0.1:0")
            .env("SOZIALATLAS_DATA_DIR", self.path("var"))
            .env("SOZIALATLAS_REGION", &self.region)
            .current_dir(self.dir.path())
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Finished {
        Finished::of(self.command(words).output().unwrap())
    }

    /// Starts a server and waits until it says where it listens.
    pub(crate) fn serve(&self) -> Server {
        self.serve_with(self.command(&["serve"]))
    }

    /// The same with a command of its own.
    pub(crate) fn serve_with(&self, command: Command) -> Server {
        Server::start(command, &self.path("log"))
    }
}

/// The county package of this repository, the only one below `data/`.
pub(crate) fn repository_package() -> PathBuf {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut found: Vec<PathBuf> = fs::read_dir(data)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("region.toml").is_file())
        .collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// A command that has ended.
pub(crate) struct Finished {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Finished {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Fails unless it ended with this code; shows what it said.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "out:\n{}\nerr:\n{}", self.out, self.err);
        self
    }
}

/// A running server; killed when the test ends.
pub(crate) struct Server {
    child: Child,
    log: PathBuf,
    pub(crate) first_line: String,
    pub(crate) url: String,
}

impl Server {
    fn start(mut command: Command, log: &Path) -> Self {
        // A file, not a pipe: nobody has to read it for the server to go on.
        let file = fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        let mut child = command.stderr(file).spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        let mut first_line = Vec::new();
        let mut byte = [0];
        while out.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
            first_line.push(byte[0]);
        }
        let first_line = String::from_utf8(first_line).unwrap();
        let url = first_line.rsplit(' ').next().unwrap_or_default().to_owned();
        let server = Self { child, log: log.to_owned(), first_line, url };
        assert!(server.url.starts_with("http://127.0.0.1:"), "it did not start:\n{}", server.log());
        server
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// Lines of the log that complain.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let bad = |line: &&str| line.contains(" WARN ") || line.contains(" ERROR ");
        self.log().lines().filter(bad).map(str::to_owned).collect()
    }

    /// Status and body of an answer.
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let mut answer = agent.get(format!("{}{path}", self.url)).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    pub(crate) fn get_json(&self, path: &str) -> Value {
        let (status, body) = self.get(path);
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Number of public sites, by the machine interface.
    pub(crate) fn sites(&self) -> u64 {
        self.get_json("/api/collections/services/items?limit=1")["numberMatched"].as_u64().unwrap()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Waits for the end.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "it does not end:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Asks it to stop, as an operator does; it must end cleanly.
    #[track_caller]
    pub(crate) fn stop(mut self) {
        self.signal(Signal::TERM);
        let status = self.wait();
        assert_eq!(status.code(), Some(0), "{}", self.log());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Only where the test failed before it stopped the server itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until something holds.
#[track_caller]
pub(crate) fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < PATIENCE, "never came true: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
