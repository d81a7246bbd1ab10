//! Letters about another address for an account.

use chrono::{DateTime, Utc};

use super::Writer;

/// A letter about another address for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailLetter {
    /// To the new address: is it yours?
    Confirm {
        /// Path of the single-use link.
        path: String,
        /// Until when it works.
        valid_until: DateTime<Utc>,
    },
    /// To whoever has that address for another account: nothing to do.
    Taken,
    /// To the old address: another one was named.
    Asked {
        /// The new address.
        address: String,
        /// Path of the page where one objects.
        path: String,
        /// Until when one can.
        valid_until: DateTime<Utc>,
    },
    /// To the old address: the new one counts from now on.
    Changed {
        /// The new address.
        address: String,
        /// Path of the page where one objects.
        path: String,
        /// Until when one can.
        valid_until: DateTime<Utc>,
    },
}

impl EmailLetter {
    /// The word under which the outbox keeps it.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "email_confirm",
            Self::Taken => "email_taken",
            Self::Asked { .. } => "email_asked",
            Self::Changed { .. } => "email_changed",
        }
    }

    /// The key of its subject.
    pub(super) const fn subject(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "mail-email-confirm-subject",
            Self::Taken => "mail-email-taken-subject",
            Self::Asked { .. } => "mail-email-asked-subject",
            Self::Changed { .. } => "mail-email-changed-subject",
        }
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) {
        let site = writer.head.site_name.clone();
        match self {
            Self::Confirm { path, valid_until } => {
                let until = writer.head.moment(*valid_until);
                writer.say_with("mail-email-confirm", "site", &site);
                writer.link("mail-email-confirm-link", path).say("mail-email-confirm-signed-in");
                writer
                    .say_with("mail-link-once", "until", &until)
                    .say("mail-email-confirm-unknown");
            }
            Self::Taken => {
                writer.say_with("mail-email-taken", "site", &site).say("mail-email-taken-next");
            }
            Self::Asked { address, path, valid_until } => {
                let until = writer.head.moment(*valid_until);
                writer.say_with("mail-email-asked", "site", &site).quote(address);
                writer.say("mail-email-asked-next").say("mail-email-not-you");
                writer.link("mail-email-object", path).say_with("mail-link-once", "until", &until);
            }
            Self::Changed { address, path, valid_until } => {
                let until = writer.head.moment(*valid_until);
                writer.say_with("mail-email-changed", "site", &site).quote(address);
                writer.say("mail-email-not-you");
                writer.link("mail-email-object", path).say_with("mail-link-once", "until", &until);
            }
        }
    }
}
