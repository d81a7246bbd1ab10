//! Asks one website: the head of the page first, the page itself where that is not understood.

use std::time::Duration;

use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, ResponseExt as _};

use super::address::is_public;
use crate::domain::{LinkCheck, LinkOutcome};

/// Longest time for one website with all its redirects.
const PATIENCE: Duration = Duration::from_secs(20);
/// Redirects that are followed.
const MOST_REDIRECTS: u32 = 5;
/// Ports that websites of institutions are reached at.
const PORTS: [u16; 2] = [80, 443];
/// What is told who asks; nobody's address, so that no mail comes of it.
const NAME: &str = concat!("Sozialatlas/", env!("CARGO_PKG_VERSION"), " (link check)");

/// What a refused address is called among the errors of the client.
const REFUSED: &str = "the address is none of the public internet";

/// Asks websites.
#[derive(Debug, Clone)]
pub(super) struct Asker(Agent);

/// Finds the addresses of a name and leaves only those of the public internet. Every redirect is looked up here too.
#[derive(Debug)]
struct PublicOnly {
    allow_loopback: bool,
    inner: DefaultResolver,
}

impl Resolver for PublicOnly {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let mut kept = self.empty();
        for address in &found {
            let is_loopback = self.allow_loopback && address.ip().is_loopback();
            let is_usual = is_public(address.ip()) && PORTS.contains(&address.port());
            if is_loopback || is_usual {
                kept.push(*address);
            }
        }
        if kept.is_empty() {
            return Err(ureq::Error::Other(REFUSED.into()));
        }
        Ok(kept)
    }
}

impl Asker {
    /// Asks the public internet; loopback too where a test says so.
    pub(super) fn new(allow_loopback: bool) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(MOST_REDIRECTS)
            .http_status_as_error(false)
            .user_agent(NAME)
            // A proxy would look names up itself, past the check of addresses.
            .proxy(None)
            .max_idle_connections(0)
            .build();
        let resolver = PublicOnly { allow_loopback, inner: DefaultResolver::default() };
        Self(Agent::with_parts(config, DefaultConnector::default(), resolver))
    }

    /// Asks one website.
    pub(super) fn ask(&self, url: &str) -> LinkCheck {
        let check = |outcome, http_status, target, detail| LinkCheck {
            url: url.to_owned(),
            outcome,
            http_status,
            target,
            detail,
        };
        let is_web = url::Url::parse(url)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !is_web {
            let detail = Some("no address of a website".to_owned());
            return check(LinkOutcome::Refused, None, None, detail);
        }
        // Some servers understand only the usual question.
        let answer = match self.0.head(url).call() {
            Ok(head) if head.status().as_u16() < 400 => Ok(head),
            Err(ureq::Error::Other(refused)) => Err(ureq::Error::Other(refused)),
            _ => self.0.get(url).call(),
        };
        match answer {
            Ok(answer) => {
                let status = answer.status().as_u16();
                let target = moved(url, answer.get_uri());
                let outcome = match status {
                    404 | 410 => LinkOutcome::Broken,
                    500.. => LinkOutcome::Unreachable,
                    _ if target.is_some() => LinkOutcome::Moved,
                    // Also those who let no programs in: somebody is there.
                    _ => LinkOutcome::Ok,
                };
                let target = target.filter(|_| outcome == LinkOutcome::Moved);
                check(outcome, Some(status), target, None)
            }
            Err(ureq::Error::Other(error)) if error.to_string() == REFUSED => {
                check(LinkOutcome::Refused, None, None, Some(REFUSED.to_owned()))
            }
            Err(error) => {
                let detail = error.to_string().chars().take(200).collect();
                check(LinkOutcome::Unreachable, None, None, Some(detail))
            }
        }
    }
}

/// Where the page is now, if that is another place: not only its protected form, `www.` before it or a slash behind it.
fn moved(asked: &str, answered: &Uri) -> Option<String> {
    fn plain(text: &str) -> String {
        let text = text.split('#').next().unwrap_or_default();
        let text = text.split_once("://").map_or(text, |(_, rest)| rest);
        text.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    }
    let target = answered.to_string();
    (plain(asked) != plain(&target)).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_place_counts_as_moved() {
        let at = |asked: &str, answered: &str| moved(asked, &answered.parse().unwrap());
        assert_eq!(at("http://a.example", "https://www.a.example/"), None);
        assert_eq!(at("https://a.example/x#y", "https://a.example/x"), None);
        let new = "https://b.example/";
        assert_eq!(at("https://a.example/", new).as_deref(), Some(new));
    }

    #[test]
    fn what_is_no_website_or_lies_inside_is_not_asked() {
        let asker = Asker::new(false);
        for url in
            ["", "a", "ftp://a.example", "javascript:alert(1)", "http://", "file:///etc/passwd"]
        {
            assert_eq!(asker.ask(url).outcome, LinkOutcome::Refused, "{url}");
        }
        for url in [
            "http://127.0.0.1:1/",
            "http://[::1]/",
            "http://169.254.169.254/latest",
            "http://localhost/",
        ] {
            let check = asker.ask(url);
            assert_eq!(check.outcome, LinkOutcome::Refused, "{url}: {check:?}");
        }
    }
}
