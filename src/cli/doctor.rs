//! `sozialatlas doctor`: looks at everything the server stands on and says what to do.

use std::fmt::Display;
use std::path::Path;

use super::{CommandError, Exit, Terminal, tiles};
use crate::app::{LoadedPackage, compare_atlas, read_package, with_causes};
use crate::config::{Config, Setting};
use crate::store::{OpenOptions, Store};

/// Free space below which a database may soon fail to grow, in bytes.
const LOW_SPACE_BYTES: u64 = 1 << 30;

/// What the examination found, line by line.
struct Findings<'a, 'b> {
    terminal: &'a mut Terminal<'b>,
    troubles: usize,
}

impl Findings<'_, '_> {
    fn fine(&mut self, what: &str, detail: impl Display) {
        self.terminal.say(format_args!("ok      {what}: {detail}"));
    }

    /// Something that somebody has to do something about.
    fn trouble(&mut self, what: &str, detail: impl Display, remedy: &str) {
        self.troubles += 1;
        self.terminal.say(format_args!("TROUBLE {what}: {detail}\n        -> {remedy}"));
    }
}

pub(super) async fn run(
    config: &Config,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let mut findings = Findings { terminal, troubles: 0 };
    show_config(config, &mut findings);
    check_disk(config, &mut findings);
    let loaded = check_package(config, &mut findings);
    if let Some(loaded) = &loaded {
        check_tiles(config, loaded, &mut findings).await;
    }
    let options = OpenOptions { create: false, ..OpenOptions::default() };
    let missing = config.sqlite_path().is_some_and(|path| !path.exists());
    if missing {
        findings.trouble("database", "there is none yet", "start the server, which creates it");
    } else {
        match Store::open(config.database_url.expose(), &options).await {
            Err(error) => findings.trouble(
                "database",
                with_causes(&error),
                "check address, permissions and version; a damaged file comes back from a backup",
            ),
            Ok(store) => {
                check_database(&store, config, loaded.as_ref(), &mut findings).await;
                store.close().await;
            }
        }
    }
    let troubles = findings.troubles;
    if troubles == 0 {
        terminal.say("all is well");
        return Ok(Exit::Done);
    }
    terminal.say(format_args!("{troubles} to look after"));
    Ok(Exit::Unwell)
}

fn show_config(config: &Config, findings: &mut Findings<'_, '_>) {
    let optional = |value: Option<String>| value.unwrap_or_else(|| "not set".to_owned());
    for (setting, value) in [
        (Setting::Listen, config.listen.to_string()),
        (Setting::DatabaseUrl, config.database_url.to_string()),
        (Setting::Region, config.region.display().to_string()),
        (Setting::DataDir, config.data_dir.display().to_string()),
        (Setting::BaseUrl, optional(config.base_url.clone())),
        (Setting::MetricsListen, optional(config.metrics_listen.map(|a| a.to_string()))),
        (Setting::AnalysisPerMinute, config.analysis_per_minute.to_string()),
        (Setting::AnalysisBurst, config.analysis_burst.to_string()),
        (Setting::WritesPerClient, config.writes_per_client.to_string()),
        (Setting::TrustedProxies, config.trusted_proxies.to_string()),
        (Setting::Planning, config.planning.to_string()),
        (Setting::SmtpUrl, optional(config.mail.smtp_url.as_ref().map(ToString::to_string))),
        (Setting::MailFrom, optional(config.mail.from.clone())),
        (Setting::MailDir, optional(config.mail.dir.as_ref().map(|d| d.display().to_string()))),
    ] {
        findings.fine("config", format_args!("{} = {value}", setting.key()));
    }
    let public = !config.listen.ip().is_loopback();
    if public && config.base_url.is_none() {
        findings.trouble(
            "config",
            "listens to other machines, but the public address is not set",
            "set base_url, so that links do not depend on what a client sends",
        );
    }
    if config.mail.smtp_url.is_some() && config.base_url.is_none() {
        findings.trouble(
            "config",
            "mail is sent, but its links lead to this machine alone",
            "set base_url, the address under which recipients reach the atlas",
        );
    }
}

fn check_disk(config: &Config, findings: &mut Findings<'_, '_>) {
    const WHAT: &str = "disk";
    let folder = &config.data_dir;
    if !folder.is_dir() {
        let remedy = "start the server, which creates it, or set data_dir";
        findings.trouble(WHAT, format_args!("{} is not there", folder.display()), remedy);
        return;
    }
    match probe(folder) {
        Ok(()) => findings.fine(WHAT, format_args!("{} can be written", folder.display())),
        Err(error) => findings.trouble(
            WHAT,
            format_args!("{} cannot be written: {error}", folder.display()),
            "give the program's user the right to write there",
        ),
    }
    match rustix::fs::statvfs(folder.as_path()) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let detail = format!("{} MiB free", free >> 20);
            if free < LOW_SPACE_BYTES {
                findings.trouble(WHAT, detail, "make room before the database cannot grow");
            } else {
                findings.fine(WHAT, detail);
            }
        }
        Err(error) => {
            findings.trouble(
                WHAT,
                format_args!("free space is unknown: {error}"),
                "check the disk",
            );
        }
    }
}

/// Writes a file and takes it away again.
fn probe(folder: &Path) -> std::io::Result<()> {
    let path = folder.join(".sozialatlas-doctor");
    std::fs::write(&path, b"may be removed")?;
    std::fs::remove_file(&path)
}

fn check_package(config: &Config, findings: &mut Findings<'_, '_>) -> Option<LoadedPackage> {
    match read_package(&config.region) {
        Ok(loaded) => {
            findings.fine("package", &loaded.package.report);
            Some(loaded)
        }
        Err(error) => {
            findings.trouble("package", error, "correct the files; `sozialatlas import --dry-run`");
            None
        }
    }
}

async fn check_tiles(config: &Config, loaded: &LoadedPackage, findings: &mut Findings<'_, '_>) {
    const WHAT: &str = "tiles";
    match tiles::examine(config, loaded.package.region.bounds).await {
        None => {}
        Some((from, Ok(()))) => findings.fine(WHAT, format_args!("{from} can be drawn")),
        Some((from, Err(why))) => findings.trouble(
            WHAT,
            format_args!("{from}: {why}"),
            "correct tiles_source or tiles_file, or ask whoever runs the source; the map works without",
        ),
    }
}

async fn check_database(
    store: &Store,
    config: &Config,
    loaded: Option<&LoadedPackage>,
    findings: &mut Findings<'_, '_>,
) {
    match store.schema_version().await {
        Ok(Some(version)) => findings.fine("schema", format_args!("version {version}")),
        Ok(None) => {
            findings.trouble("schema", "the database is empty", "start the server, which fills it");
            return;
        }
        Err(error) => {
            findings.trouble("schema", with_causes(&error), "use the program that wrote it");
            return;
        }
    }
    check_outbox(store, config, findings).await;
    let Some(loaded) = loaded else { return };
    check_region(store, loaded, findings).await;
    match store.check_projection().await {
        Ok(faults) if faults.is_empty() => {
            findings.fine("projection", "equals the published versions");
        }
        Ok(faults) => {
            for fault in faults {
                findings.trouble(
                    "projection",
                    fault,
                    "restore a backup, and report how it came about",
                );
            }
        }
        Err(error) => findings.trouble("projection", with_causes(&error), "restore a backup"),
    }
    check_read_model(store, loaded, findings).await;
}

async fn check_region(store: &Store, loaded: &LoadedPackage, findings: &mut Findings<'_, '_>) {
    const WHAT: &str = "package";
    let slug = &loaded.package.region.slug;
    match store.find_region(slug).await {
        Ok(Some(region)) if region.package_hash == loaded.hash => {
            findings.fine(WHAT, format_args!("loaded as it is, {}", region.loaded_at));
        }
        Ok(Some(region)) => findings.trouble(
            WHAT,
            format_args!("the folder differs from what was loaded {}", region.loaded_at),
            "run `sozialatlas import` to bring it in",
        ),
        Ok(None) => findings.trouble(
            WHAT,
            format_args!("{slug} was never loaded into this database"),
            "run `sozialatlas import`, or choose the right database",
        ),
        Err(error) => findings.trouble(WHAT, with_causes(&error), "check the database"),
    }
}

/// Mail that nobody sends, or that could not be sent.
async fn check_outbox(store: &Store, config: &Config, findings: &mut Findings<'_, '_>) {
    const WHAT: &str = "outbox";
    match store.count_outbox().await {
        Ok(count) => {
            let since = count.waiting_since.map(|at| format!(" since {at}")).unwrap_or_default();
            findings.fine(
                WHAT,
                format_args!("{} waiting{since}, {} sent lately", count.waiting, count.sent),
            );
            let has_way = config.mail.smtp_url.is_some() || config.mail.dir.is_some();
            if count.waiting > 0 && !has_way {
                findings.trouble(
                    WHAT,
                    "mail waits that nobody sends",
                    "set smtp_url and mail_from",
                );
            }
            if count.failed > 0 {
                let remedy = "see /verwaltung/post: correct the address, or send it again";
                let detail = format_args!("{} mails could not be delivered", count.failed);
                findings.trouble(WHAT, detail, remedy);
            }
        }
        Err(error) => findings.trouble(WHAT, with_causes(&error), "check the database"),
    }
}

async fn check_read_model(store: &Store, loaded: &LoadedPackage, findings: &mut Findings<'_, '_>) {
    const WHAT: &str = "read model";
    match compare_atlas(store, &loaded.package).await {
        Ok(faults) if faults.is_empty() => {
            findings.fine(WHAT, "shows what is published, built at once and change by change");
        }
        Ok(faults) => {
            for fault in faults {
                findings.trouble(WHAT, fault, "restart the server; report it if it stays");
            }
        }
        Err(error) => findings.trouble(WHAT, with_causes(&error), "check the database"),
    }
}
