//! The fields of the form: which a kind has, what they are called, what is wrong with them.

use crate::domain::suggestion::{LINE_MAX, MESSAGE_MAX};
use crate::domain::{FieldErrors, SuggestionKind, SuggestionText};
use crate::http::pages::context::Context;

/// A field as the page shows it.
pub(crate) struct Field {
    /// Name in the form; its `id` is the same with `f-` before it.
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    /// A line of help; may be empty.
    pub(crate) hint: &'static str,
    /// `area`, `email` or `text`.
    pub(crate) kind: &'static str,
    pub(crate) autocomplete: &'static str,
    pub(crate) required: bool,
    pub(crate) max: usize,
    /// What was typed.
    pub(crate) value: String,
    /// What is wrong with it; empty if nothing.
    pub(crate) fault: String,
}

/// What is wrong with a field, for the summary.
pub(crate) struct FaultLine {
    pub(crate) field: &'static str,
    pub(crate) label: &'static str,
    pub(crate) message: String,
}

/// The names of all fields whose faults the page can show.
const NAMES: [&str; 9] = [
    "message",
    "about",
    "organization",
    "place",
    "source",
    "sender_name",
    "sender_email",
    "topic",
    "homepage",
];

/// The fields that a kind has, in order.
const fn names(kind: SuggestionKind) -> &'static [&'static str] {
    match kind {
        SuggestionKind::Correction | SuggestionKind::Closed => {
            &["message", "source", "sender_name", "sender_email"]
        }
        SuggestionKind::NewEntry => {
            &["about", "organization", "place", "message", "source", "sender_name", "sender_email"]
        }
        SuggestionKind::Claim => &["organization", "sender_name", "sender_email", "message"],
        SuggestionKind::Praise | SuggestionKind::Complaint => {
            &["message", "about", "sender_name", "sender_email"]
        }
    }
}

/// The fields of a kind with what was typed and what is wrong.
pub(super) fn fields(
    context: &Context,
    kind: SuggestionKind,
    text: &SuggestionText,
    faults: &[FaultLine],
) -> Vec<Field> {
    let claim = kind == SuggestionKind::Claim;
    let shown = names(kind).iter().map(|&name| {
        let fault = faults.iter().find(|fault| fault.field == name);
        Field {
            name,
            label: label(context, kind, name),
            hint: hint(context, kind, name),
            kind: match name {
                "message" => "area",
                "sender_email" => "email",
                _ => "text",
            },
            autocomplete: match name {
                "sender_name" => "name",
                "sender_email" => "email",
                _ => "off",
            },
            required: match name {
                "message" => true,
                "about" => kind == SuggestionKind::NewEntry,
                "organization" | "sender_name" | "sender_email" => claim,
                _ => false,
            },
            max: if name == "message" { MESSAGE_MAX } else { LINE_MAX },
            value: value(text, name).to_owned(),
            fault: fault.map(|fault| fault.message.clone()).unwrap_or_default(),
        }
    });
    shown.collect()
}

fn value<'a>(text: &'a SuggestionText, name: &str) -> &'a str {
    match name {
        "message" => &text.message,
        "about" => &text.about,
        "organization" => &text.organization,
        "place" => &text.place,
        "source" => &text.source,
        "sender_name" => &text.sender_name,
        "sender_email" => &text.sender_email,
        _ => "",
    }
}

fn label(context: &Context, kind: SuggestionKind, name: &str) -> &'static str {
    use SuggestionKind::{Claim, Closed, Complaint, Correction, NewEntry, Praise};
    context.texts.t(match (name, kind) {
        ("message", Correction) => "suggest-message-correction",
        ("message", Closed) => "suggest-message-closed",
        ("message", NewEntry) => "suggest-message-new",
        ("message", Claim) => "suggest-message-claim",
        ("message", Praise) => "suggest-message-praise",
        ("message", Complaint) => "suggest-message-complaint",
        ("about", NewEntry) => "suggest-about-new",
        ("about", _) => "suggest-about-feedback",
        ("organization", Claim) => "suggest-organization-claim",
        ("organization", _) => "suggest-organization-new",
        ("place", _) => "suggest-place",
        ("source", NewEntry) => "suggest-source-new",
        ("source", _) => "suggest-source",
        ("sender_name", _) => "suggest-sender-name",
        ("sender_email", _) => "suggest-sender-email",
        ("topic", _) => "suggest-topic",
        _ => "suggest-trap",
    })
}

fn hint(context: &Context, kind: SuggestionKind, name: &str) -> &'static str {
    context.texts.t(match (name, kind) {
        ("message", SuggestionKind::Correction) => "suggest-message-correction-hint",
        ("message", SuggestionKind::NewEntry) => "suggest-message-new-hint",
        ("message", SuggestionKind::Praise | SuggestionKind::Complaint) => {
            "suggest-message-feedback-hint"
        }
        ("sender_email", SuggestionKind::Claim) => "suggest-sender-email-claim-hint",
        ("sender_email", _) => "suggest-sender-email-hint",
        _ => return "",
    })
}

/// What a use case found wrong, in German, each field at most once.
pub(super) fn fault_lines(
    context: &Context,
    kind: SuggestionKind,
    errors: &FieldErrors,
) -> Vec<FaultLine> {
    let mut lines: Vec<FaultLine> = Vec::new();
    for error in &errors.0 {
        let pointer = error.pointer.trim_start_matches('/');
        let field = NAMES.into_iter().find(|name| *name == pointer).unwrap_or("message");
        if !lines.iter().any(|line| line.field == field) {
            let label = label(context, kind, field);
            let message = fault_message(context, kind, field, &error.code);
            lines.push(FaultLine { field, label, message });
        }
    }
    lines
}

fn fault_message(context: &Context, kind: SuggestionKind, field: &str, code: &str) -> String {
    let texts = context.texts;
    let max = if field == "message" { MESSAGE_MAX } else { LINE_MAX };
    let key = match (code, field) {
        ("required", "message") => "suggest-fault-message",
        ("required", "about") => "suggest-fault-about",
        ("required", "organization") => "suggest-fault-organization",
        ("required", "sender_name") => "suggest-fault-sender-name",
        ("required", "sender_email") => "suggest-fault-sender-email",
        ("required", "topic") => "suggest-fault-topic",
        ("too_short", _) => "suggest-fault-too-short",
        ("too_long", _) => {
            let number = texts.number(max as u64);
            return texts.with("suggest-fault-too-long", &[("number", (&number).into())]);
        }
        ("control_character", _) => "suggest-fault-control",
        ("bidi_character", _) => "suggest-fault-bidi",
        ("not_an_email", _) => "suggest-fault-email",
        ("trap", _) => "suggest-fault-trap",
        ("unknown", _) if kind.needs_entry() => "suggest-fault-entry",
        _ => "suggest-fault-other",
    };
    texts.t(key).to_owned()
}
