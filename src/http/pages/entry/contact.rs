//! How to reach an entry: its own contact first, then the provider's, which is said.

use super::super::card::{Phone, phone_link};
use super::super::context::Context;
use crate::domain::{Contact, Listing, Site};

/// Longest label of a web address, in characters.
const LABEL: usize = 60;

/// Ways to reach somebody.
pub(crate) struct ContactView {
    pub(crate) phones: Vec<Phone>,
    /// The provider's, because the entry has none.
    pub(crate) phones_of_organization: bool,
    pub(crate) email: Option<String>,
    pub(crate) email_of_organization: bool,
    pub(crate) website: Option<Website>,
    pub(crate) website_of_organization: bool,
}

/// An address in the web.
pub(crate) struct Website {
    pub(crate) href: String,
    /// Without scheme and trailing slash.
    pub(crate) label: String,
}

impl ContactView {
    pub(crate) fn new(context: &Context, listing: &Listing, site: &Site) -> Self {
        let own = [&site.contact, &listing.contact];
        let organization =
            listing.organization_id.and_then(|id| context.reference().organizations.get(&id));
        let fallback = organization.map(|o| &o.contact);
        let (phones, phones_of_organization) =
            first(own, fallback, |c| Some(c.phones.clone()).filter(|p| !p.is_empty()));
        let (email, email_of_organization) = first(own, fallback, |c| c.email.clone());
        let (website, website_of_organization) = first(own, fallback, |c| c.website.clone());
        Self {
            phones: phones.unwrap_or_default().iter().filter_map(|p| phone_link(p)).collect(),
            phones_of_organization,
            email,
            email_of_organization,
            website: website.map(|href| Website::new(&href)),
            website_of_organization,
        }
    }

    /// An organization's own contact.
    pub(crate) fn of(contact: &Contact) -> Self {
        Self {
            phones: contact.phones.iter().filter_map(|p| phone_link(p)).collect(),
            phones_of_organization: false,
            email: contact.email.clone(),
            email_of_organization: false,
            website: contact.website.as_deref().map(Website::new),
            website_of_organization: false,
        }
    }

    /// Whether there is no way.
    pub(crate) fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.email.is_none() && self.website.is_none()
    }

    /// Whether any of the ways is the provider's.
    pub(crate) fn is_borrowed(&self) -> bool {
        self.phones_of_organization || self.email_of_organization || self.website_of_organization
    }
}

impl Website {
    pub(crate) fn new(href: &str) -> Self {
        let label = href.trim_start_matches("https://").trim_start_matches("http://");
        let label = label.trim_start_matches("www.").trim_end_matches('/');
        Self { href: href.to_owned(), label: shortened_address(label) }
    }

    /// Named by its host alone: which page it is matters less than whose.
    pub(crate) fn by_host(href: &str) -> Self {
        let Self { href, label } = Self::new(href);
        let host = label.split('/').next().unwrap_or_default().to_owned();
        Self { href, label: host }
    }
}

/// The beginning of a long address: the host and as much of the path as fits a line.
fn shortened_address(address: &str) -> String {
    if address.chars().count() <= LABEL {
        return address.to_owned();
    }
    let beginning: String = address.chars().take(LABEL).collect();
    format!("{beginning}…")
}

/// The first that has it, and whether that is the fallback.
fn first<T>(
    own: [&Contact; 2],
    fallback: Option<&Contact>,
    get: impl Fn(&Contact) -> Option<T>,
) -> (Option<T>, bool) {
    if let Some(found) = own.into_iter().find_map(&get) {
        return (Some(found), false);
    }
    let found = fallback.and_then(get);
    let borrowed = found.is_some();
    (found, borrowed)
}
