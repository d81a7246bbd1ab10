//! `languages/<code>.toml`: the county's own words in other languages. Each file may be missing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::config::{Schema, read_toml};
use super::files::PackageFiles;
use crate::domain::guide::Guide;
use crate::domain::{
    CountyTexts, CrisisNumber, GuideTexts, Language, NumberText, RegionWord, Taxonomy, TermText,
};
use crate::exchange::ImportErrors;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageFile {
    #[serde(rename = "schema")]
    _schema: Schema,
    reviewed: Option<String>,
    #[serde(default)]
    region: BTreeMap<RegionWord, String>,
    #[serde(default)]
    terms: BTreeMap<String, TermText>,
    #[serde(default)]
    numbers: BTreeMap<String, NumberText>,
    #[serde(default)]
    guide: GuideTexts,
}

/// What the package has in German: what texts may be about.
pub(super) struct Own<'a> {
    /// The classification.
    pub(super) taxonomy: &'a Taxonomy,
    /// Emergency numbers.
    pub(super) numbers: &'a [CrisisNumber],
    /// The guided way.
    pub(super) guide: &'a Guide,
}

/// Reads the files of all languages but German; what they name must be in the package.
pub(super) fn read_languages(
    files: &impl PackageFiles,
    own: &Own<'_>,
    faults: &mut ImportErrors,
) -> BTreeMap<Language, CountyTexts> {
    let mut found = BTreeMap::new();
    for language in Language::ALL.into_iter().filter(|l| *l != Language::German) {
        let name = format!("languages/{}.toml", language.code());
        // No such file: the county has nothing in this language yet. One that cannot be read is told below.
        if matches!(files.read(&name), Ok(None)) {
            continue;
        }
        let Some(file) = read_toml::<LanguageFile>(files, &name, faults) else { continue };
        check(&name, &file, own, faults);
        let LanguageFile { reviewed, region, terms, numbers, guide, .. } = file;
        found.insert(language, CountyTexts { reviewed, region, terms, numbers, guide });
    }
    found
}

/// A misspelt code would be a text for nothing, an empty text a gap on a page.
fn check(name: &str, file: &LanguageFile, own: &Own<'_>, faults: &mut ImportErrors) {
    let mut fault = |column: String, code: &str, detail: &str| {
        faults.add(name, None, Some(&column), code, detail);
    };
    for (code, text) in &file.terms {
        if own.taxonomy.find(code).is_none() {
            fault(format!("terms.{code}"), "unknown_term", "is no code of taxonomy.toml");
        }
        if text.label.trim().is_empty() {
            fault(format!("terms.{code}.label"), "required", "must not be empty");
        }
    }
    for (id, text) in &file.numbers {
        if !own.numbers.iter().any(|number| number.id == *id) {
            fault(format!("numbers.{id}"), "unknown_number", "is no id of crisis_numbers.csv");
        }
        if text.name.trim().is_empty() {
            fault(format!("numbers.{id}.name"), "required", "must not be empty");
        }
    }
    let known = guide_keys(own.guide);
    for (table, key, text) in file.guide.all() {
        if !known.contains(&(table, key.to_owned())) {
            fault(format!("guide.{table}.{key}"), "unknown_key", "is no key of guide.toml");
        }
        if text.trim().is_empty() {
            fault(format!("guide.{table}.{key}"), "required", "must not be empty");
        }
    }
    for (word, text) in &file.region {
        if text.trim().is_empty() {
            fault(format!("region.{word:?}"), "required", "must not be empty");
        }
    }
}

/// The keys of the guided way by table, as the files of languages write them.
fn guide_keys(guide: &Guide) -> BTreeSet<(&'static str, String)> {
    let mut keys = BTreeSet::new();
    for situation in &guide.situations {
        keys.extend(["situations", "hints"].map(|table| (table, situation.key.clone())));
    }
    for question in &guide.questions {
        keys.extend(["questions", "hints"].map(|table| (table, question.key.clone())));
        let answers = question.answer.iter();
        keys.extend(answers.map(|a| ("answers", format!("{}.{}", question.key, a.key))));
    }
    keys.extend(guide.results.iter().map(|result| ("results", result.key.clone())));
    keys.extend(guide.advice.iter().map(|advice| ("advice", advice.key.clone())));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (BTreeMap<Language, CountyTexts>, Vec<String>) {
        let files: BTreeMap<String, Vec<u8>> =
            [("languages/en.toml".to_owned(), text.as_bytes().to_vec())].into();
        let (taxonomy, guide) = (Taxonomy::default(), Guide::default());
        let own = Own { taxonomy: &taxonomy, numbers: &[], guide: &guide };
        let mut faults = ImportErrors::default();
        let found = read_languages(&files, &own, &mut faults);
        let told = match faults.into_result(()) {
            Ok(()) => Vec::new(),
            Err(faults) => faults.to_string().lines().map(str::to_owned).collect(),
        };
        (found, told)
    }

    #[test]
    fn what_a_county_says_in_a_language_is_read_and_the_other_languages_may_be_missing() {
        let (found, faults) =
            read("schema = 1\nreviewed = \"Jo\"\n[region]\nname_locative = \"here\"\n");
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(found.keys().collect::<Vec<_>>(), [&Language::English]);
        let texts = &found[&Language::English];
        assert_eq!(texts.reviewed.as_deref(), Some("Jo"));
        assert_eq!(texts.region[&RegionWord::NameLocative], "here");
    }

    #[test]
    fn every_code_that_means_nothing_is_named() {
        let (_, faults) = read(
            "schema = 1\n[region]\nname = \" \"\n[terms.nichts]\nlabel = \"x\"\n\
             [numbers.keine]\nname = \"\"\n[guide.advice]\nfehlt = \"x\"\n",
        );
        let told = faults.join("\n");
        for part in
            ["terms.nichts", "numbers.keine", "numbers.keine.name", "guide.advice.fehlt", "region."]
        {
            assert!(told.contains(part), "{part} is missing in {told}");
        }
        let (found, faults) = read("schema = 1\n[region]\nunknown_word = \"x\"\n");
        assert!(found.is_empty() && faults.join("\n").contains("unknown"), "{faults:?}");
    }
}
