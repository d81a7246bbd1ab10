//! `languages/<code>.toml`: the county's own words in other languages. Each file may be missing.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::config::{Schema, read_toml};
use super::files::PackageFiles;
use crate::domain::{
    CountyTexts, CrisisNumber, Language, NumberText, RegionWord, Taxonomy, TermText,
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
}

/// Reads the files of all languages but German; what they name must be in the package.
pub(super) fn read_languages(
    files: &impl PackageFiles,
    taxonomy: &Taxonomy,
    numbers: &[CrisisNumber],
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
        check(&name, &file, taxonomy, numbers, faults);
        let LanguageFile { reviewed, region, terms, numbers, .. } = file;
        found.insert(language, CountyTexts { reviewed, region, terms, numbers });
    }
    found
}

/// A misspelt code would be a text for nothing, an empty text a gap on a page.
fn check(
    name: &str,
    file: &LanguageFile,
    taxonomy: &Taxonomy,
    numbers: &[CrisisNumber],
    faults: &mut ImportErrors,
) {
    let mut fault = |column: String, code: &str, detail: &str| {
        faults.add(name, None, Some(&column), code, detail);
    };
    for (code, text) in &file.terms {
        if taxonomy.find(code).is_none() {
            fault(format!("terms.{code}"), "unknown_term", "is no code of taxonomy.toml");
        }
        if text.label.trim().is_empty() {
            fault(format!("terms.{code}.label"), "required", "must not be empty");
        }
    }
    for (id, text) in &file.numbers {
        if !numbers.iter().any(|number| number.id == *id) {
            fault(format!("numbers.{id}"), "unknown_number", "is no id of crisis_numbers.csv");
        }
        if text.name.trim().is_empty() {
            fault(format!("numbers.{id}.name"), "required", "must not be empty");
        }
    }
    for (word, text) in &file.region {
        if text.trim().is_empty() {
            fault(format!("region.{word:?}"), "required", "must not be empty");
        }
    }
}
