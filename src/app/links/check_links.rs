//! Asks the websites of all public entries, and lists those that do not answer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::ask::Asker;
use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Contact, LinkCheck, LinkOutcome, Listing, OrganizationId, ServiceId};

/// Checks in a row that have to go wrong before editors are told: websites rest now and then.
const FAILURES: u32 = 2;
/// Results that are written together.
const AT_ONCE: usize = 50;

/// How websites are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkOptions {
    /// Hosts that are asked at the same time.
    pub hosts_at_once: usize,
    /// Pause between two questions to the same host.
    pub pause: Duration,
    /// Whether this machine may be asked too: for tests alone.
    pub allow_loopback: bool,
}

impl Default for LinkOptions {
    fn default() -> Self {
        Self { hosts_at_once: 8, pause: Duration::from_secs(1), allow_loopback: false }
    }
}

/// What a round of asking found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkReport {
    /// How many websites had which outcome.
    pub counts: BTreeMap<LinkOutcome, usize>,
    /// Those that do not do what they should, by address.
    pub faulty: Vec<LinkCheck>,
}

/// A website that has not answered several times, with the entries that name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrokenLink {
    /// The last check.
    pub check: LinkCheck,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
    /// The entries that name it.
    pub entries: Vec<LinkedEntry>,
}

/// An entry that names a website.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkedEntry {
    /// The entry.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// The organization it belongs to.
    pub organization_id: Option<OrganizationId>,
}

impl Desk {
    /// Asks every website that a public entry or its organization names, and writes down what came of it.
    ///
    /// # Errors
    /// As the database reports; what was written down before stays so.
    pub async fn check_links(&self, options: LinkOptions) -> Result<LinkReport, AppError> {
        let mut named = BTreeSet::new();
        self.each_published(|listing| named.extend(websites(&listing).map(str::to_owned))).await?;
        for record in self.store.list_organizations().await? {
            named.extend(website(&record.organization.contact).map(str::to_owned));
        }
        let urls: Vec<String> = named.iter().cloned().collect();
        let asking = tokio::task::spawn_blocking(move || ask_all(urls, options));
        let checks = match asking.await {
            Ok(checks) => checks,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        };
        let mut report = LinkReport::default();
        for some in checks.chunks(AT_ONCE) {
            let mut tx = self.store.begin_write("system", self.clock.now()).await?;
            for check in some {
                tx.save_link_check(check).await?;
                *report.counts.entry(check.outcome).or_default() += 1;
            }
            tx.commit().await?;
        }
        let mut tx = self.store.begin_write("system", self.clock.now()).await?;
        tx.keep_link_checks(&named).await?;
        tx.commit().await?;
        report.faulty = checks.into_iter().filter(|check| !check.outcome.is_fine()).collect();
        Ok(report)
    }

    /// Websites that have not answered several times in a row, for the queue of the editors.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_broken_links(&self, author: &Author) -> Result<Vec<BrokenLink>, AppError> {
        may(&author.actor, Action::ReviewListing, Subject::default())?;
        let records = self.store.list_link_checks(FAILURES).await?;
        if records.is_empty() {
            return Ok(Vec::new());
        }
        let mut entries: BTreeMap<String, Vec<LinkedEntry>> = BTreeMap::new();
        self.each_published(|listing| {
            let urls: BTreeSet<&str> = websites(&listing).collect();
            for url in urls {
                let (id, organization_id) = (listing.id, listing.organization_id);
                let entry = LinkedEntry { id, name: listing.name.clone(), organization_id };
                entries.entry(url.to_owned()).or_default().push(entry);
            }
        })
        .await?;
        let broken = records.into_iter().map(|record| BrokenLink {
            entries: entries.remove(&record.check.url).unwrap_or_default(),
            since: record.failing_since,
            check: record.check,
        });
        Ok(broken.collect())
    }
}

fn website(contact: &Contact) -> Option<&str> {
    contact.website.as_deref().filter(|url| !url.is_empty())
}

fn websites(listing: &Listing) -> impl Iterator<Item = &str> {
    let sites = listing.sites.iter().map(|site| &site.contact);
    std::iter::once(&listing.contact).chain(sites).filter_map(website)
}

/// Asks all of them, several hosts at a time, each host one question after the other. Sorted by address.
fn ask_all(urls: Vec<String>, options: LinkOptions) -> Vec<LinkCheck> {
    let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for url in urls {
        let host = url::Url::parse(&url).ok().and_then(|url| url.host_str().map(str::to_owned));
        hosts.entry(host.unwrap_or_default()).or_default().push(url);
    }
    let queue: Mutex<VecDeque<Vec<String>>> = Mutex::new(hosts.into_values().collect());
    let done = Mutex::new(Vec::new());
    let asker = Asker::new(options.allow_loopback);
    std::thread::scope(|scope| {
        for _ in 0..options.hosts_at_once.max(1) {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                    let Some(urls) = next else { return };
                    for (i, url) in urls.iter().enumerate() {
                        if i > 0 {
                            std::thread::sleep(options.pause);
                        }
                        let check = asker.ask(url);
                        done.lock().unwrap_or_else(PoisonError::into_inner).push(check);
                    }
                }
            });
        }
    });
    let mut checks = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    checks.sort_by(|a, b| a.url.cmp(&b.url));
    checks
}
