//! What is said above the form of an entry.

use super::super::context::Context;
use super::listing_page::Notice;
use crate::app::ListingView;
use crate::domain::{DecisionKind, ReviewStatus};

/// What has just been saved, by the word in the address.
pub(super) fn saved(context: &Context, word: &str) -> Option<Notice> {
    let (title, text) = match word {
        "entwurf" => ("mine-saved-draft", "mine-saved-draft-text"),
        "oeffentlich" => ("mine-saved-published", "mine-saved-published-text"),
        "eingereicht" => ("mine-saved-pending", "mine-saved-pending-text"),
        _ => return None,
    };
    let t = |key| context.texts.t(key).to_owned();
    Some(Notice { class: "success", title: t(title), text: t(text) })
}

/// What an editor has said about it, or where it stands.
pub(super) fn state(context: &Context, view: &ListingView) -> Option<Notice> {
    let texts = context.texts;
    let record = &view.record;
    let public = record.published_revision.is_some();
    if let Some(question) = view.question() {
        let title = texts.t("mine-asked-back").to_owned();
        return Some(Notice { class: "warning", title, text: question.to_owned() });
    }
    let (class, key) = match record.review_status {
        ReviewStatus::Rejected => {
            let decision = view.last_decision.as_ref();
            let note = decision.filter(|d| d.kind == DecisionKind::Reject);
            let text = note.and_then(|d| d.note.clone()).unwrap_or_default();
            let title = texts.t("mine-rejected").to_owned();
            return Some(Notice { class: "warning", title, text });
        }
        ReviewStatus::Pending if public => ("info", "mine-state-pending-public"),
        ReviewStatus::Pending => ("info", "mine-state-pending"),
        ReviewStatus::Draft if public => ("info", "mine-state-draft-public"),
        ReviewStatus::Draft => ("info", "mine-state-draft"),
        ReviewStatus::Archived => ("info", "mine-state-archived"),
        ReviewStatus::Published => return None,
    };
    Some(Notice { class, title: texts.t(key).to_owned(), text: String::new() })
}
