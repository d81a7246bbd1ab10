//! Words of an entry inside a sentence of ours, marked as German where the page is in another language.

use std::fmt;

use askama::filters::HtmlSafe;

use super::context::Context;
use crate::texts::{Arg, Texts};

/// Stands for the words while a sentence is put together; nobody types it (Unicode, private use).
const HERE: &str = "\u{e000}";

/// A text of which a part may be the words of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// Our words before it.
    before: String,
    /// The entry's.
    words: String,
    /// Our words behind it.
    after: String,
    /// Whether the entry's words are German on a page that is not.
    german: bool,
}

impl Quoted {
    /// Our own words alone, in the language of the page.
    pub(crate) fn ours(text: impl Into<String>) -> Self {
        Self { before: text.into(), words: String::new(), after: String::new(), german: false }
    }

    /// The words of an entry alone.
    pub(crate) fn theirs(context: &Context, words: &str, translated: bool) -> Self {
        let german = !translated && !context.language().is_german();
        Self { before: String::new(), words: words.to_owned(), after: String::new(), german }
    }

    /// Our words with the entry's behind them in brackets, if it has any.
    pub(crate) fn with_behind(self, theirs: Option<Self>) -> Self {
        match theirs {
            None => self,
            Some(theirs) => Self {
                before: format!("{} (", self.text()),
                after: format!("{})", theirs.after),
                ..theirs
            },
        }
    }

    /// A message of ours with the entry's words in the place of one of its variables.
    pub(crate) fn inside(self, texts: &Texts, key: &str, name: &str) -> Self {
        let sentence = texts.with(key, &[(name, Arg::from(HERE))]);
        let (before, after) = sentence.split_once(HERE).unwrap_or((sentence.as_str(), ""));
        Self { before: before.to_owned(), after: after.to_owned(), ..self }
    }

    /// Whether all of it is German on a page that is not.
    pub(crate) const fn is_german(&self) -> bool {
        self.german && self.before.is_empty() && self.after.is_empty()
    }

    /// The same without marks.
    pub(crate) fn text(&self) -> String {
        format!("{}{}{}", self.before, self.words, self.after)
    }
}

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(f, &self.before)?;
        if self.german {
            f.write_str("<span lang=\"de\" dir=\"ltr\">")?;
        }
        escape(f, &self.words)?;
        if self.german {
            f.write_str("</span>")?;
        }
        escape(f, &self.after)
    }
}

// Everything but the mark of the language is escaped.
impl HtmlSafe for Quoted {}

fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for letter in text.chars() {
        match letter {
            '&' => f.write_str("&#38;")?,
            '<' => f.write_str("&#60;")?,
            '>' => f.write_str("&#62;")?,
            '"' => f.write_str("&#34;")?,
            '\'' => f.write_str("&#39;")?,
            other => write!(f, "{other}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    fn words(text: &str, german: bool) -> Quoted {
        let (before, after) = (String::new(), String::new());
        Quoted { before, words: text.to_owned(), after, german }
    }

    #[test]
    fn only_the_words_of_the_entry_are_marked_and_everything_is_escaped() {
        let said = Quoted::ours("Yes <b>").with_behind(Some(words("Rampe & \"Tür\"", true)));
        assert_eq!(
            said.to_string(),
            "Yes &#60;b&#62; (<span lang=\"de\" dir=\"ltr\">Rampe &#38; &#34;Tür&#34;</span>)"
        );
        assert_eq!(said.text(), "Yes <b> (Rampe & \"Tür\")");
        let unmarked = Quoted::ours("Ja").with_behind(Some(words("Rampe", false)));
        assert_eq!(unmarked.to_string(), "Ja (Rampe)");
        assert_eq!(Quoted::ours("Ja").with_behind(None).to_string(), "Ja");
    }

    #[test]
    fn words_stand_in_the_place_of_their_variable_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::of(language);
            let said = words("Mo <9", true).inside(texts, "hours-source-words", "text");
            let plain = texts.with("hours-source-words", &[("text", "Mo <9".into())]);
            assert_eq!(said.text(), plain, "{language:?}");
            assert!(said.to_string().contains(">Mo &#60;9</span>"), "{said}");
        }
    }
}
