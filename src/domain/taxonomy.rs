//! The classification (Systematik): four independent facets of terms.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::error::{FieldError, FieldErrors};
use super::ids::TermCode;

/// One of the four independent facets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Thema: topic and category.
    Topic,
    /// Zielgruppe: for whom.
    TargetGroup,
    /// Angebotsform: how it is offered.
    ServiceForm,
    /// Rechtsgrundlage: on which law it rests.
    LegalBasis,
}

impl Facet {
    /// The word used in the database and in URLs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::TargetGroup => "target_group",
            Self::ServiceForm => "service_form",
            Self::LegalBasis => "legal_basis",
        }
    }
}

/// The outline of a marker, so that colour is never the only sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name is the shape itself")]
pub enum TermShape {
    Circle,
    Square,
    Diamond,
    Triangle,
    Hexagon,
    Pentagon,
    Octagon,
    Shield,
    Drop,
    Star,
    Cross,
    House,
}

impl TermShape {
    /// The word used in JSON and CSS.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Square => "square",
            Self::Diamond => "diamond",
            Self::Triangle => "triangle",
            Self::Hexagon => "hexagon",
            Self::Pentagon => "pentagon",
            Self::Octagon => "octagon",
            Self::Shield => "shield",
            Self::Drop => "drop",
            Self::Star => "star",
            Self::Cross => "cross",
            Self::House => "house",
        }
    }
}

/// A word or phrase by which people look for a term.
///
/// Written down as plain text where it is German, as object with its language otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "WrittenSynonym", into = "WrittenSynonym")]
pub struct Synonym {
    /// Language tag (BCP 47), lower case.
    pub language: String,
    /// The word or phrase.
    pub text: String,
}

/// The language of synonyms that do not say which.
const OWN_LANGUAGE: &str = "de";

impl Synonym {
    /// A word in a language.
    #[must_use]
    pub fn new(language: &str, text: &str) -> Self {
        Self { language: language.to_owned(), text: text.to_owned() }
    }
}

impl From<&str> for Synonym {
    fn from(text: &str) -> Self {
        Self::new(OWN_LANGUAGE, text)
    }
}

/// How a synonym is written down.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WrittenSynonym {
    Own(String),
    Foreign { language: String, text: String },
}

impl From<WrittenSynonym> for Synonym {
    fn from(written: WrittenSynonym) -> Self {
        match written {
            WrittenSynonym::Own(text) => Self::from(&*text),
            WrittenSynonym::Foreign { language, text } => Self { language, text },
        }
    }
}

impl From<Synonym> for WrittenSynonym {
    fn from(synonym: Synonym) -> Self {
        let Synonym { language, text } = synonym;
        if language == OWN_LANGUAGE { Self::Own(text) } else { Self::Foreign { language, text } }
    }
}

/// One term of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Code; what URLs and filters take. Unique over all facets.
    pub code: TermCode,
    /// Its facet.
    pub facet: Facet,
    /// The broader term, if any; a parent includes its children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TermCode>,
    /// German label.
    pub label: String,
    /// One line for readers.
    #[serde(default)]
    pub description: String,
    /// Everyday words and phrases, in any language.
    #[serde(default)]
    pub synonyms: Vec<Synonym>,
    /// Name of the glyph (top topics only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Colour `#rrggbb` (top topics only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Outline of the marker (top topics only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<TermShape>,
}

/// All terms, in the order in which they are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taxonomy {
    terms: Vec<Term>,
    by_code: BTreeMap<TermCode, usize>,
}

impl Taxonomy {
    /// Makes a taxonomy after checking it.
    ///
    /// # Errors
    /// Names every duplicate code, every missing or foreign parent, every second level of nesting
    /// (facets are two levels deep) and every top topic without colour, glyph or shape.
    pub fn new(terms: Vec<Term>) -> Result<Self, FieldErrors> {
        let mut faults = FieldErrors::default();
        let mut by_code = BTreeMap::new();
        for (i, term) in terms.iter().enumerate() {
            if by_code.insert(term.code.clone(), i).is_some() {
                faults.push(FieldError::new(
                    format!("/terms/{i}/code"),
                    "duplicate",
                    format!("the code {} stands twice", term.code),
                ));
            }
        }
        for (i, term) in terms.iter().enumerate() {
            let parent = term.parent.as_ref().map(|p| by_code.get(p).and_then(|&j| terms.get(j)));
            let fits = match parent {
                None => true,
                Some(None) => false,
                Some(Some(parent)) => parent.facet == term.facet && parent.parent.is_none(),
            };
            faults.check(
                fits,
                &format!("/terms/{i}/parent"),
                "unknown_parent",
                &format!("{}: the parent must be a top term of the same facet", term.code),
            );
            let needs_look = term.facet == Facet::Topic && term.parent.is_none();
            faults.check(
                !needs_look
                    || (term.icon.is_some() && term.color.is_some() && term.shape.is_some()),
                &format!("/terms/{i}"),
                "no_symbol",
                &format!("{}: a top topic needs color, icon and shape", term.code),
            );
        }
        faults.into_result(Self { terms, by_code })
    }

    /// All terms in order.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term of a code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Term> {
        self.by_code.get(code).and_then(|&i| self.terms.get(i))
    }

    /// Adds a word to a term that does not have it yet; `false` when there is no such term.
    pub fn add_synonym(&mut self, code: &str, synonym: Synonym) -> bool {
        let at = self.by_code.get(code).copied();
        let Some(term) = at.and_then(|at| self.terms.get_mut(at)) else { return false };
        if !term.synonyms.contains(&synonym) {
            term.synonyms.push(synonym);
        }
        true
    }

    /// The top terms of a facet, in order.
    pub fn tops(&self, facet: Facet) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |t| t.facet == facet && t.parent.is_none())
    }

    /// The terms directly below a code, in order.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |t| t.parent.as_ref().is_some_and(|p| p.as_str() == code))
    }

    /// The top term above a code (itself, if it is one).
    #[must_use]
    pub fn top_of(&self, code: &str) -> Option<&Term> {
        let term = self.find(code)?;
        match &term.parent {
            Some(parent) => self.find(parent.as_str()),
            None => Some(term),
        }
    }
}
