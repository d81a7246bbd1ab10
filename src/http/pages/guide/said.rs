//! The words of the guided way in the language of the page, or in German where nobody has translated them.

use std::collections::BTreeMap;
use std::fmt;

use askama::filters::HtmlSafe;

use super::super::context::Context;
use crate::domain::GuideTexts;

/// A text of the county.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// The text alone.
    pub(crate) text: String,
    /// Whether it is German on a page that is not.
    pub(crate) german: bool,
}

impl Said {
    /// The text of a key in one of the tables of translations.
    pub(super) fn new(
        context: &Context,
        table: fn(&GuideTexts) -> &BTreeMap<String, String>,
        key: &str,
        german: &str,
    ) -> Self {
        let Some(texts) = context.county_texts() else {
            let foreign = context.language() != crate::domain::Language::German;
            return Self { text: german.to_owned(), german: foreign };
        };
        match table(&texts.guide).get(key) {
            Some(text) => Self { text: text.clone(), german: false },
            None => Self { text: german.to_owned(), german: true },
        }
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.german {
            f.write_str("<span lang=\"de\" dir=\"ltr\">")?;
        }
        for letter in self.text.chars() {
            match letter {
                '&' => f.write_str("&#38;")?,
                '<' => f.write_str("&#60;")?,
                '>' => f.write_str("&#62;")?,
                '"' => f.write_str("&#34;")?,
                '\'' => f.write_str("&#39;")?,
                other => write!(f, "{other}")?,
            }
        }
        if self.german { f.write_str("</span>") } else { Ok(()) }
    }
}

// The text is escaped above; the rest is fixed.
impl HtmlSafe for Said {}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn a_text_is_never_markup_and_german_is_marked_where_it_is_foreign() {
        let own = Said { text: "<b>'Rat' & \"Tat\"</b>".into(), german: false };
        assert_eq!(own.to_string(), "&#60;b&#62;&#39;Rat&#39; &#38; &#34;Tat&#34;&#60;/b&#62;");
        let foreign = Said { text: "Rat".into(), german: true };
        assert_eq!(foreign.to_string(), "<span lang=\"de\" dir=\"ltr\">Rat</span>");
    }
}
