//! The page on which an entry is written.

use askama::Template;

use super::super::shell::{Shell, door};
use super::compare::Difference;
use super::view::FormView;

/// Something the page says before the form.
pub(crate) struct Notice {
    /// `success`, `info`, `warning` or `danger`.
    pub(crate) class: &'static str,
    pub(crate) title: String,
    /// May be empty.
    pub(crate) text: String,
}

/// Two people wrote at once: both versions side by side.
pub(crate) struct Conflict {
    /// One is what is stored now, the other what was typed.
    pub(crate) rows: Vec<Difference>,
}

/// The page.
#[derive(Template)]
#[template(path = "mine/listing.html")]
pub(crate) struct ListingPage {
    pub(crate) shell: Shell,
    pub(crate) title: String,
    pub(crate) public_href: Option<String>,
    pub(crate) history_href: Option<String>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) conflict: Option<Conflict>,
    pub(crate) form: FormView,
    pub(crate) csrf: String,
    pub(crate) version: String,
    pub(crate) action: String,
    /// What happens when it is sent.
    pub(crate) outcome: &'static str,
    /// The words of the button.
    pub(crate) submit: &'static str,
    /// HTML of the entry as the public would see it.
    pub(crate) preview: Option<String>,
}

door!(ListingPage);
