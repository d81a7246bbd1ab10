//! The words that the form reads and writes, from the locale file.

use super::form::FormWords;
use crate::domain::hours::TimeWords;
use crate::texts::Texts;

/// The words among times of day.
pub(crate) fn form_words(texts: &Texts) -> FormWords<'_> {
    let words = |key: &'static str| -> Vec<&str> {
        texts.t(key).split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
    };
    FormWords {
        times: TimeWords {
            until: words("times-until"),
            and: words("times-and"),
            clock: words("times-clock"),
            closed: words("times-closed"),
        },
        dash: texts.t("times-dash"),
        comma: texts.t("times-comma"),
    }
}
