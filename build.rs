//! Builds the front end and lays it where the server embeds it from: `$OUT_DIR/assets`.
//!
//! `SOZIALATLAS_WEB` says how:
//! - `build`: stage `web/` into `OUT_DIR` and build it with npm (the default of release builds);
//! - `dist`: take `web/dist` as it stands, an error where it is missing;
//! - `skip`: a placeholder, so that nothing but Rust is needed.
//!
//! Without it debug builds take `web/dist` if it is there, else the placeholder: `cargo test` needs no Node.
//! Only the standard library is used, and no exit status is thrown away.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is how a build script speaks to cargo"
)]

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// What the build of the front end reads, below `web/`.
const INPUTS: [&str; 11] = [
    "src",
    "styles",
    "scripts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "vite.worker.config.ts",
    "vite.embed.config.ts",
    "kern.json",
    "icons.json",
];

/// The oldest Node that the front end's tools run on.
const NODE_NEEDED: (u32, u32) = (20, 19);

/// The list of files that the pages read the names of scripts and styles from.
const MANIFEST: &str = "manifest.json";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}\n");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-env-changed=SOZIALATLAS_WEB");
    let web = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("web");
    let out = PathBuf::from(variable("OUT_DIR")?);
    let assets = out.join("assets");
    let dist = web.join("dist");
    let release = variable("PROFILE")? == "release";
    let built_before = dist.join(MANIFEST).is_file();
    match (find_variable("SOZIALATLAS_WEB").as_deref(), release, built_before) {
        (Some("build"), _, _) | (None, true, _) => embed_built(&web, &out, &assets),
        (Some("dist"), _, _) | (None, false, true) => embed_dist(&dist, &assets),
        (Some("skip"), _, _) | (None, false, false) => embed_placeholder(&assets),
        (Some(other), _, _) => {
            Err(format!("SOZIALATLAS_WEB={other}: must be build, dist or skip").into())
        }
    }
}

/// A variable of the build; an empty one counts as not set.
fn find_variable(name: &str) -> Option<String> {
    env::var_os(name)?.into_string().ok().filter(|value| !value.is_empty())
}

fn variable(name: &str) -> Outcome<String> {
    find_variable(name).ok_or_else(|| format!("cargo did not set {name}").into())
}

/// Stages `web/`, installs its packages where the lockfile has changed, builds it and embeds the result.
fn embed_built(web: &Path, out: &Path, assets: &Path) -> Outcome<()> {
    check_node()?;
    let stage = out.join("web");
    fs::create_dir_all(&stage)?;
    for input in INPUTS {
        let source = web.join(input);
        if !source.exists() {
            return Err(format!("{} is missing", source.display()).into());
        }
        println!("cargo::rerun-if-changed=web/{input}");
        remove(&stage.join(input))?;
        copy(&source, &stage.join(input))?;
    }
    // The stamp is a copy of the lockfile: compared whole, it needs no hash and cannot collide.
    let lockfile = fs::read(stage.join("package-lock.json"))?;
    let stamp = stage.join("installed-lock.json");
    if fs::read(&stamp).ok().as_ref() != Some(&lockfile) {
        remove(&stamp)?;
        npm(&stage, &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])?;
        fs::write(&stamp, &lockfile)?;
    }
    npm(&stage, &["run", "build"])?;
    let built = stage.join("dist");
    check_manifest(&built)?;
    replace(&built, assets)
}

/// Embeds a front end that somebody else has built.
fn embed_dist(dist: &Path, assets: &Path) -> Outcome<()> {
    check_manifest(dist)?;
    println!("cargo::rerun-if-changed=web/dist");
    replace(dist, assets)
}

/// Embeds empty files under the names that the pages ask for.
fn embed_placeholder(assets: &Path) -> Outcome<()> {
    remove(assets)?;
    fs::create_dir_all(assets)?;
    let entry = |source: &str, file: &str| {
        format!("\"{source}\":{{\"file\":\"{file}\",\"src\":\"{source}\",\"isEntry\":true}}")
    };
    let entries = [
        entry("src/main.ts", "placeholder.js"),
        entry("styles/main.css", "placeholder.css"),
        entry("assets/icons.svg", "placeholder.svg"),
    ];
    fs::write(assets.join(MANIFEST), format!("{{{}}}", entries.join(",")))?;
    fs::write(assets.join("placeholder.js"), "// The front end was not built.\n")?;
    fs::write(assets.join("placeholder.css"), "/* The front end was not built. */\n")?;
    fs::write(
        assets.join("placeholder.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- The front end was not built. --></svg>\n",
    )?;
    Ok(())
}

fn check_manifest(dist: &Path) -> Outcome<()> {
    let manifest = dist.join(MANIFEST);
    if manifest.is_file() {
        return Ok(());
    }
    let hint = "build the front end first: cd web && npm ci --ignore-scripts && npm run build";
    Err(format!("{} is missing; {hint}", manifest.display()).into())
}

/// Says which Node is needed, before npm fails with something less clear.
fn check_node() -> Outcome<()> {
    let (major, minor) = NODE_NEEDED;
    let needed = format!("building the front end needs Node {major}.{minor} or newer with npm");
    let hint = "(or SOZIALATLAS_WEB=skip to build without it)";
    let output = Command::new("node")
        .arg("--version")
        .output()
        .map_err(|error| format!("{needed} {hint}; node cannot be run: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let mut parts = text.trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(a)), Some(Ok(b))) if output.status.success() && (a, b) >= NODE_NEEDED => Ok(()),
        _ => Err(format!("{needed} {hint}; node --version says {text:?}").into()),
    }
}

fn npm(folder: &Path, words: &[&str]) -> Outcome<()> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let line = format!("npm {} in {}", words.join(" "), folder.display());
    let output = Command::new(program)
        .args(words)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{line} cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "{line} failed with {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
    .into())
}

fn replace(from: &Path, to: &Path) -> Outcome<()> {
    remove(to)?;
    copy(from, to)
}

fn remove(path: &Path) -> Outcome<()> {
    if path.is_dir() {
        fs::remove_dir_all(path)?;
    } else if path.exists() {
        fs::remove_file(path)?;
    }
    Ok(())
}

/// Copies a file or a folder with everything in it, installed packages apart.
fn copy(from: &Path, to: &Path) -> Outcome<()> {
    if from.is_file() {
        fs::copy(from, to)?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.path().file_name() != Some(OsStr::new("node_modules")) {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
