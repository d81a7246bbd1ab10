//! What a county says in other languages: its own name, the labels of its classification, its emergency numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::region::Region;

/// The county's texts in one language. What is missing is shown in German.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyTexts {
    /// By whom and when a person has approved these texts; absent = nobody yet, and the pages say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<String>,
    /// About the county itself.
    #[serde(default)]
    pub region: BTreeMap<RegionWord, String>,
    /// Terms of the classification, by code.
    #[serde(default)]
    pub terms: BTreeMap<String, TermText>,
    /// Emergency numbers, by id.
    #[serde(default)]
    pub numbers: BTreeMap<String, NumberText>,
    /// The guided way.
    #[serde(default)]
    pub guide: GuideTexts,
}

/// The guided way in another language, by the keys of its file; what is missing is shown in German.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GuideTexts {
    /// Situations to choose from.
    pub situations: BTreeMap<String, String>,
    /// A line below a situation or a question.
    pub hints: BTreeMap<String, String>,
    /// Questions.
    pub questions: BTreeMap<String, String>,
    /// Answers, by question and answer with a dot between.
    pub answers: BTreeMap<String, String>,
    /// Titles of what comes out.
    pub results: BTreeMap<String, String>,
    /// Pieces of advice.
    pub advice: BTreeMap<String, String>,
}

impl GuideTexts {
    /// All texts with the table and key they stand under.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str, &str)> {
        let tables = [
            ("situations", &self.situations),
            ("hints", &self.hints),
            ("questions", &self.questions),
            ("answers", &self.answers),
            ("results", &self.results),
            ("advice", &self.advice),
        ];
        tables.into_iter().flat_map(|(table, texts)| {
            texts.iter().map(move |(key, text)| (table, key.as_str(), text.as_str()))
        })
    }
}

/// A text about the county; the words of `region.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionWord {
    /// Name of the site.
    SiteName,
    /// Name of the county.
    Name,
    /// The same after "of".
    NameGenitive,
    /// The same after "in".
    NameLocative,
    /// That the collection is a sample.
    SampleNotice,
    /// What estimates of people are made of.
    PopulationNote,
}

impl RegionWord {
    /// The German text of the county.
    #[must_use]
    pub fn german(self, region: &Region) -> &str {
        match self {
            Self::SiteName => &region.site_name,
            Self::Name => &region.name,
            Self::NameGenitive => &region.name_genitive,
            Self::NameLocative => &region.name_locative,
            Self::SampleNotice => &region.sample_notice,
            Self::PopulationNote => &region.population_note,
        }
    }
}

/// A term in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermText {
    /// What it is called.
    pub label: String,
    /// One line for readers; empty = none.
    #[serde(default)]
    pub description: String,
}

/// An emergency number in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberText {
    /// Who answers.
    pub name: String,
    /// When.
    #[serde(default)]
    pub available: String,
    /// For whom.
    #[serde(default)]
    pub for_whom: String,
}
