//! The letters: what each says, in the words of the locale files.

mod email;

use chrono::{DateTime, Utc};

pub use email::EmailLetter;

use super::blocks::{Block, html, lines, one_line, plain};
use super::letterhead::Letterhead;
use crate::domain::{PartialDate, ReminderStep};
use crate::texts::Texts;

/// An entry in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterEntry {
    /// Its name.
    pub name: String,
    /// Path of the link that confirms it.
    pub confirm_path: String,
    /// When it was last confirmed.
    pub assured: Option<PartialDate>,
}

/// A letter; paths are completed to links by the [`Letterhead`].
///
/// Texts of others (names, reasons) may be passed as they are: they lose control characters and markup here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// An account is waiting for its owner.
    Invitation {
        /// Path of the single-use link.
        path: String,
        /// Until when it works.
        valid_until: DateTime<Utc>,
        /// The organization the account speaks for, if it is a provider's.
        organization: Option<String>,
    },
    /// A new password may be set.
    PasswordReset {
        /// Path of the single-use link.
        path: String,
        /// Until when it works.
        valid_until: DateTime<Utc>,
    },
    /// The password has been changed.
    PasswordChanged,
    /// The second factor has been switched on or off.
    SecondFactorChanged {
        /// Whether it is on now.
        is_on: bool,
    },
    /// A sign-in provider opens the account from now on.
    ProviderLinked,
    /// Another address was named for an account.
    Email(EmailLetter),
    /// Entries wait for their confirmation.
    ConfirmListings {
        /// The organization they belong to.
        organization: String,
        /// Which.
        entries: Vec<LetterEntry>,
        /// How urgent it is.
        step: ReminderStep,
    },
    /// A version is public now.
    Published {
        /// Name of the entry.
        listing: String,
        /// Path of its page.
        path: String,
    },
    /// An editor has refused a version.
    Rejected {
        /// Name of the entry.
        listing: String,
        /// Path of its form.
        path: String,
        /// Why.
        reason: String,
    },
    /// An editor has a question about a version.
    AskedBack {
        /// Name of the entry.
        listing: String,
        /// Path of its form.
        path: String,
        /// What they ask.
        question: String,
    },
    /// A suggestion or a message has arrived.
    SuggestionReceived {
        /// Path of the page with its state and the answer.
        path: String,
    },
    /// A suggestion or a message has been answered.
    SuggestionAnswer {
        /// What the editors say.
        answer: String,
        /// Path of the page with the whole conversation, if there is one.
        path: Option<String>,
    },
    /// It is decided whether an account speaks for an organization it has claimed.
    ClaimDecided {
        /// The organization.
        organization: String,
        /// Whether it does.
        accepted: bool,
        /// Why, if the editors say so.
        reason: Option<String>,
    },
    /// Another organization wants to hand an entry over.
    HandoverProposed {
        /// Name of the entry.
        listing: String,
        /// Whose it is.
        from: String,
        /// Whose it shall be.
        to: String,
    },
    /// It is decided whether an entry is handed over.
    HandoverDecided {
        /// Name of the entry.
        listing: String,
        /// Whose it should be.
        to: String,
        /// Whether it is.
        accepted: bool,
    },
    /// Entries have left the public view because nobody has confirmed them for too long; to the editors.
    ListingsHidden {
        /// Their names.
        names: Vec<String>,
        /// Path of the page with all of them.
        path: String,
    },
}

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) subject: String,
    pub(super) plain: String,
    pub(super) html: String,
}

/// Collects the parts of a letter.
struct Writer<'a> {
    head: &'a Letterhead,
    texts: &'static Texts,
    blocks: Vec<Block>,
}

impl Writer<'_> {
    /// A paragraph without variables.
    fn say(&mut self, key: &str) -> &mut Self {
        self.blocks.push(Block::Paragraph(self.texts.t(key).to_owned()));
        self
    }

    /// A paragraph in which `name` stands for `value`.
    fn say_with(&mut self, key: &str, name: &str, value: &str) -> &mut Self {
        let value = one_line(value);
        self.blocks.push(Block::Paragraph(self.texts.with(key, &[(name, (&value).into())])));
        self
    }

    fn quote(&mut self, text: &str) -> &mut Self {
        self.blocks.push(Block::Quote(lines(text)));
        self
    }

    fn link(&mut self, key: &str, path: &str) -> &mut Self {
        let label = self.texts.t(key).to_owned();
        self.blocks.push(Block::Link { label, url: self.head.link(path) });
        self
    }

    fn entry(&mut self, entry: &LetterEntry) {
        let note = match entry.assured {
            Some(date) => {
                let date = self.texts.partial_date(date);
                self.texts.with("mail-confirm-assured", &[("date", (&date).into())])
            }
            None => self.texts.t("mail-confirm-never").to_owned(),
        };
        self.blocks.push(Block::Heading { title: one_line(&entry.name), note });
        self.link("mail-confirm-link", &entry.confirm_path);
    }
}

impl Letter {
    /// The word under which the outbox keeps it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::PasswordReset { .. } => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::SecondFactorChanged { .. } => "second_factor_changed",
            Self::ProviderLinked => "provider_linked",
            Self::Email(letter) => letter.kind(),
            Self::ConfirmListings { .. } => "confirm_listings",
            Self::Published { .. } => "published",
            Self::Rejected { .. } => "rejected",
            Self::AskedBack { .. } => "asked_back",
            Self::SuggestionReceived { .. } => "suggestion_received",
            Self::SuggestionAnswer { .. } => "suggestion_answer",
            Self::ClaimDecided { .. } => "claim_decided",
            Self::HandoverProposed { .. } => "handover_proposed",
            Self::HandoverDecided { .. } => "handover_decided",
            Self::ListingsHidden { .. } => "listings_hidden",
        }
    }

    /// The letter in words: subject, plain text and HTML.
    pub(super) fn write(&self, head: &Letterhead) -> Written {
        let texts = Texts::german();
        let mut writer = Writer { head, texts, blocks: Vec::new() };
        writer.say("mail-greeting");
        self.write_body(&mut writer);
        writer.blocks.extend(closing(head));
        let subject = one_line(&self.subject(head));
        let plain = plain(&writer.blocks);
        let html = html(&subject, texts.t("mail-language"), &writer.blocks);
        Written { subject, plain, html }
    }

    fn subject(&self, head: &Letterhead) -> String {
        let texts = Texts::german();
        let of = |key: &str, name: &str, value: &str| {
            texts.with(key, &[(name, (&one_line(value)).into())])
        };
        match self {
            Self::Invitation { .. } => of("mail-invitation-subject", "site", &head.site_name),
            Self::PasswordReset { .. } => of("mail-reset-subject", "site", &head.site_name),
            Self::PasswordChanged => of("mail-password-changed-subject", "site", &head.site_name),
            Self::SecondFactorChanged { .. } => {
                of("mail-second-factor-subject", "site", &head.site_name)
            }
            Self::ProviderLinked => of("mail-provider-linked-subject", "site", &head.site_name),
            Self::Email(letter) => of(letter.subject(), "site", &head.site_name),
            Self::ConfirmListings { entries, step, .. } => {
                let count = u64::try_from(entries.len()).unwrap_or(u64::MAX);
                match step {
                    ReminderStep::First => texts.count("mail-confirm-subject-first", count),
                    ReminderStep::Second => texts.count("mail-confirm-subject-second", count),
                    ReminderStep::Last => texts.count("mail-confirm-subject-last", count),
                }
            }
            Self::Published { listing, .. } => of("mail-published-subject", "listing", listing),
            Self::Rejected { listing, .. } => of("mail-rejected-subject", "listing", listing),
            Self::AskedBack { listing, .. } => of("mail-asked-back-subject", "listing", listing),
            Self::SuggestionReceived { .. } => texts.t("mail-received-subject").to_owned(),
            Self::SuggestionAnswer { .. } => texts.t("mail-answer-subject").to_owned(),
            Self::ClaimDecided { organization, .. } => {
                of("mail-claim-subject", "organization", organization)
            }
            Self::HandoverProposed { listing, .. } | Self::HandoverDecided { listing, .. } => {
                of("mail-handover-subject", "listing", listing)
            }
            Self::ListingsHidden { names, .. } => {
                let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
                texts.count("mail-hidden-subject", count)
            }
        }
    }

    fn write_body(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Invitation { .. }
            | Self::PasswordReset { .. }
            | Self::PasswordChanged
            | Self::SecondFactorChanged { .. }
            | Self::ProviderLinked => self.write_about_account(writer),
            Self::Email(letter) => letter.write(writer),
            Self::ConfirmListings { organization, entries, step } => {
                write_reminder(writer, organization, entries, *step);
            }
            Self::Published { listing, path } => {
                writer.say_with("mail-published", "listing", listing);
                writer.link("mail-published-link", path);
            }
            Self::Rejected { listing, path, reason } => {
                writer.say_with("mail-rejected", "listing", listing).quote(reason);
                writer.say("mail-rejected-next").link("mail-form-link", path);
            }
            Self::AskedBack { listing, path, question } => {
                writer.say_with("mail-asked-back", "listing", listing).quote(question);
                writer.say("mail-asked-back-next").link("mail-form-link", path);
            }
            Self::SuggestionReceived { path } => {
                writer.say("mail-received").link("mail-received-link", path);
                writer.say("mail-received-keep");
            }
            Self::SuggestionAnswer { answer, path } => {
                writer.say("mail-answer").quote(answer);
                if let Some(path) = path {
                    writer.link("mail-answer-link", path);
                }
            }
            Self::ClaimDecided { organization, accepted, reason } => {
                let key = if *accepted { "mail-claim-accepted" } else { "mail-claim-refused" };
                writer.say_with(key, "organization", organization);
                if let Some(reason) = reason {
                    writer.say("mail-claim-reason").quote(reason);
                }
                if *accepted {
                    writer.link("mail-claim-link", "/mein");
                }
            }
            Self::HandoverProposed { listing, from, to } => {
                writer.say_with("mail-handover-from", "organization", from);
                writer.quote(listing).say_with("mail-handover-to", "organization", to);
                writer.link("mail-handover-link", "/mein/uebergaben");
            }
            Self::HandoverDecided { listing, to, accepted } => {
                let key = if *accepted { "mail-handover-done" } else { "mail-handover-not-done" };
                writer.say_with(key, "organization", to).quote(listing);
                writer.link("mail-claim-link", "/mein");
            }
            Self::ListingsHidden { names, path } => {
                let names: Vec<String> = names.iter().map(|name| one_line(name)).collect();
                writer.say("mail-hidden").quote(&names.join("\n"));
                writer.say("mail-hidden-next").link("mail-hidden-link", path);
            }
        }
    }

    fn write_about_account(&self, writer: &mut Writer<'_>) {
        let site = writer.head.site_name.clone();
        match self {
            Self::Invitation { path, valid_until, organization } => {
                match organization {
                    Some(name) => writer.say_with("mail-invitation-provider", "name", name),
                    None => writer.say_with("mail-invitation", "site", &site),
                };
                let until = writer.head.moment(*valid_until);
                writer.say("mail-invitation-next").link("mail-invitation-link", path);
                writer.say_with("mail-link-once", "until", &until).say("mail-invitation-unknown");
            }
            Self::PasswordReset { path, valid_until } => {
                let until = writer.head.moment(*valid_until);
                writer.say_with("mail-reset", "site", &site).link("mail-reset-link", path);
                writer.say_with("mail-link-once", "until", &until).say("mail-reset-unknown");
            }
            Self::SecondFactorChanged { is_on } => {
                let key = if *is_on { "mail-second-factor-on" } else { "mail-second-factor-off" };
                writer.say_with(key, "site", &site).say("mail-not-you");
            }
            Self::ProviderLinked => {
                writer.say_with("mail-provider-linked", "site", &site).say("mail-not-you");
            }
            _ => {
                writer.say_with("mail-password-changed", "site", &site).say("mail-not-you");
            }
        }
    }
}

fn write_reminder(
    writer: &mut Writer<'_>,
    organization: &str,
    entries: &[LetterEntry],
    step: ReminderStep,
) {
    let key = match step {
        ReminderStep::First => "mail-confirm-first",
        ReminderStep::Second => "mail-confirm-second",
        ReminderStep::Last => "mail-confirm-last",
    };
    writer.say_with(key, "organization", organization).say("mail-confirm-how");
    for entry in entries {
        writer.entry(entry);
    }
    writer.say("mail-confirm-wrong").link("mail-confirm-desk", "/mein");
}

/// How every letter ends: who writes, whom to ask, that a program has sent it.
fn closing(head: &Letterhead) -> [Block; 2] {
    let texts = Texts::german();
    let name = if head.operator.name.is_empty() { &head.site_name } else { &head.operator.name };
    let regards = texts.with("mail-regards", &[("name", name.into())]);
    let mut footer = vec![head.site_name.clone(), head.base_url.clone()];
    if !head.place.is_empty() {
        footer.insert(1, texts.with("mail-footer-place", &[("place", (&head.place).into())]));
    }
    let email = &head.operator.email;
    footer.push(if email.is_empty() {
        texts.t("mail-footer-automatic").to_owned()
    } else {
        texts.with("mail-footer-contact", &[("email", email.into())])
    });
    [Block::Paragraph(regards), Block::Footer(footer)]
}

#[cfg(test)]
mod tests;
