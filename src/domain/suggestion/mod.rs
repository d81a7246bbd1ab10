//! What people without an account tell the editors: errors, missing entries, praise, complaints.

use chrono::{DateTime, Months, Utc};
use serde::{Deserialize, Serialize};

use super::error::{FieldError, FieldErrors, InvalidTransition};
use super::ids::ServiceId;
use super::retention::RetentionPolicy;

/// Shortest message that says anything, in characters.
pub const MESSAGE_MIN: usize = 10;
/// Longest message, in characters.
pub const MESSAGE_MAX: usize = 4_000;
/// Longest single line (names, places, addresses), in characters.
pub const LINE_MAX: usize = 200;

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// Something in an entry is wrong.
    Correction,
    /// An offer is missing.
    NewEntry,
    /// An offer has closed.
    Closed,
    /// Somebody speaks for the organization and wants to keep the entry.
    Claim,
    /// Praise.
    Praise,
    /// A complaint.
    Complaint,
}

impl SuggestionKind {
    /// All kinds, in the order people are asked.
    pub const ALL: [Self; 6] = [
        Self::Correction,
        Self::Closed,
        Self::NewEntry,
        Self::Claim,
        Self::Praise,
        Self::Complaint,
    ];

    /// The word used in URLs and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::NewEntry => "new_entry",
            Self::Closed => "closed",
            Self::Claim => "claim",
            Self::Praise => "praise",
            Self::Complaint => "complaint",
        }
    }

    /// The kind named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Praise and complaints: never public, with an inbox and an evaluation of their own.
    #[must_use]
    pub const fn is_feedback(self) -> bool {
        matches!(self, Self::Praise | Self::Complaint)
    }

    /// Whether it can only be about an entry that is there.
    #[must_use]
    pub const fn needs_entry(self) -> bool {
        matches!(self, Self::Correction | Self::Closed | Self::Claim)
    }
}

/// Where it stands.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionState {
    /// Nobody has looked at it.
    #[default]
    Received,
    /// An editor works on it.
    InProgress,
    /// The sender was asked.
    AskedBack,
    /// It was taken up; praise and complaints: dealt with.
    Accepted,
    /// It was not taken up.
    Declined,
}

impl SuggestionState {
    /// All states.
    pub const ALL: [Self; 5] =
        [Self::Received, Self::InProgress, Self::AskedBack, Self::Accepted, Self::Declined];

    /// The word used in URLs and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InProgress => "in_progress",
            Self::AskedBack => "asked_back",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }

    /// The state named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether an editor still has to decide.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::InProgress | Self::AskedBack)
    }

    /// Goes to `to`, consuming this state: what is open may be worked on, asked about and decided; what is decided
    /// may be taken up again; nothing becomes unread again.
    ///
    /// # Errors
    /// When there is no such step.
    pub fn transition(self, to: Self) -> Result<Self, InvalidTransition> {
        use SuggestionState::{Accepted, AskedBack, Declined, InProgress, Received};
        let allowed = matches!(
            (self, to),
            (Received, InProgress | AskedBack | Accepted | Declined)
                | (InProgress, AskedBack | Accepted | Declined)
                | (AskedBack, InProgress | Accepted | Declined)
                | (Accepted | Declined, InProgress)
        );
        if allowed {
            Ok(to)
        } else {
            Err(InvalidTransition { noun: "suggestion", from: self.as_str(), to: to.as_str() })
        }
    }
}

/// What a praise or a complaint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackTopic {
    /// Reaching somebody by phone, mail or at the door.
    Reachability,
    /// Waiting for an appointment or a place.
    Waiting,
    /// How people are treated.
    Treatment,
    /// Getting in and around, being understood.
    Access,
    /// What it costs.
    Cost,
    /// An offer that is missing.
    Missing,
    /// This website.
    Website,
    /// Anything else.
    Other,
}

impl FeedbackTopic {
    /// All topics.
    pub const ALL: [Self; 8] = [
        Self::Reachability,
        Self::Waiting,
        Self::Treatment,
        Self::Access,
        Self::Cost,
        Self::Missing,
        Self::Website,
        Self::Other,
    ];

    /// The word used in URLs and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reachability => "reachability",
            Self::Waiting => "waiting",
            Self::Treatment => "treatment",
            Self::Access => "access",
            Self::Cost => "cost",
            Self::Missing => "missing",
            Self::Website => "website",
            Self::Other => "other",
        }
    }

    /// The topic named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == text)
    }
}

/// What a sender wrote; erased as a whole when its time is over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionText {
    /// The message.
    pub message: String,
    /// Name of the offer: as it was when this was written, or of one that is missing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Who runs it, or whom the sender speaks for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organization: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Where the sender knows it from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The sender's name, if they want to give it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sender_name: String,
    /// The sender's mail address, if they want to be told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sender_email: String,
}

impl SuggestionText {
    /// The same without blanks around and with one kind of line break.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        Self {
            message: tidy(self.message),
            about: tidy(self.about),
            organization: tidy(self.organization),
            place: tidy(self.place),
            source: tidy(self.source),
            sender_name: tidy(self.sender_name),
            sender_email: tidy(self.sender_email),
        }
    }
}

/// What somebody sends in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSuggestion {
    /// What it is about.
    pub kind: SuggestionKind,
    /// The entry, where there is one.
    pub service_id: Option<ServiceId>,
    /// Topic of praise and complaints.
    pub topic: Option<FeedbackTopic>,
    /// The words.
    pub text: SuggestionText,
}

impl NewSuggestion {
    /// The same with tidied words.
    #[must_use]
    pub fn tidied(self) -> Self {
        Self { text: self.text.tidied(), ..self }
    }

    /// Checks every field and reports every fault.
    ///
    /// # Errors
    /// All faults, each with its JSON pointer.
    pub fn validate(&self) -> Result<(), FieldErrors> {
        let mut faults = FieldErrors::default();
        let text = &self.text;
        check_text(&mut faults, "/message", &text.message, MESSAGE_MIN, MESSAGE_MAX, true);
        let about = usize::from(self.kind == SuggestionKind::NewEntry);
        check_text(&mut faults, "/about", &text.about, about, LINE_MAX, false);
        let organization = usize::from(self.kind == SuggestionKind::Claim);
        check_text(&mut faults, "/organization", &text.organization, organization, LINE_MAX, false);
        check_text(&mut faults, "/place", &text.place, 0, LINE_MAX, false);
        check_text(&mut faults, "/source", &text.source, 0, LINE_MAX, false);
        let name = usize::from(self.kind == SuggestionKind::Claim);
        check_text(&mut faults, "/sender_name", &text.sender_name, name, LINE_MAX, false);
        check_text(&mut faults, "/sender_email", &text.sender_email, name, LINE_MAX, false);
        faults.check(
            text.sender_email.is_empty() || looks_like_email(&text.sender_email),
            "/sender_email",
            "not_an_email",
            "an address such as name@example.org",
        );
        faults.check(
            self.service_id.is_some() || !self.kind.needs_entry(),
            "/service_id",
            "required",
            "this kind is about an entry; name it",
        );
        faults.check(
            self.topic.is_some() == self.kind.is_feedback(),
            "/topic",
            "required",
            "praise and complaints have a topic, others have none",
        );
        faults.into_result(())
    }
}

/// Checks a text that a person wrote and others will read.
///
/// Control characters cannot be seen, and those that turn the direction of text around make it say something else
/// than what is seen (Unicode Technical Report 36, 2014, section 2.8).
pub fn check_text(
    faults: &mut FieldErrors,
    pointer: &str,
    text: &str,
    min: usize,
    max: usize,
    lines: bool,
) {
    let length = text.chars().count();
    if length < min {
        let code = if length == 0 { "required" } else { "too_short" };
        faults.push(FieldError::new(pointer, code, format!("must have at least {min} characters")));
    }
    faults.check(length <= max, pointer, "too_long", &format!("has at most {max} characters"));
    let control = |c: char| c.is_control() && !(lines && matches!(c, '\n' | '\t'));
    faults.check(
        !text.chars().any(control),
        pointer,
        "control_character",
        "must not hold control characters",
    );
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    faults.check(
        !text.chars().any(turns),
        pointer,
        "bidi_character",
        "must not hold characters that turn the direction of text around",
    );
}

/// One `@` with something before it and a name with a dot behind it, no blanks; whether it exists only a mail can tell.
fn looks_like_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    let fine = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | ',' | ';' | '"' | '@');
    !user.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains("..")
        && text.chars().filter(|c| *c != '@').all(fine)
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
}

/// When the words and the sender are to be erased; the row stays for the statistics, without them.
#[must_use]
pub fn erase_after(
    policy: RetentionPolicy,
    kind: SuggestionKind,
    received: DateTime<Utc>,
    decided: Option<DateTime<Utc>>,
) -> DateTime<Utc> {
    let keep = if kind.is_feedback() { policy.feedback_months } else { policy.suggestion_months };
    let (from, months) = decided.map_or((received, policy.suggestion_open_months), |at| (at, keep));
    // Beyond the end of the calendar nothing is kept for ever: it is erased at once.
    from.checked_add_months(Months::new(months)).unwrap_or(from)
}

#[cfg(test)]
mod tests;
