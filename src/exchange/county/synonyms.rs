//! Everyday words and phrases under which people look for terms of the classification.

use std::collections::HashSet;

use super::files::PackageFiles;
use super::{Base, table};
use crate::domain::{Facet, Synonym, Taxonomy};
use crate::exchange::ImportErrors;
use crate::exchange::table::Row;

const SYNONYMS: &str = "synonyms.csv";
/// Longest word or phrase, in characters.
const LONGEST: usize = 80;

/// Reads the words and adds them to the terms. A package may leave the file out.
pub(super) fn read_synonyms<F: PackageFiles>(
    base: &Base<'_, F>,
    taxonomy: &mut Taxonomy,
    faults: &mut ImportErrors,
) {
    const COLUMNS: [&str; 3] = ["term", "language", "word"];
    if matches!(base.files.read(SYNONYMS), Ok(None)) {
        return;
    }
    let Some(table) = table(base, SYNONYMS, &COLUMNS, faults) else { return };
    let mut seen: HashSet<(String, String, String)> = HashSet::new();
    for row in table.rows() {
        let term = term(&row, taxonomy, faults);
        let language = language(&row, faults);
        let word = word(&row, faults);
        let (Some(term), Some(language), Some(word)) = (term, language, word) else { continue };
        if !seen.insert((term.to_owned(), language.to_owned(), word.to_lowercase())) {
            let detail = format!("“{word}” stands twice for {term}");
            row.fault("word", "duplicate", detail, faults);
            continue;
        }
        taxonomy.add_synonym(term, Synonym::new(language, word));
    }
}

/// A code of a topic or target group: by others nothing is found.
fn term<'a>(row: &Row<'a>, taxonomy: &Taxonomy, faults: &mut ImportErrors) -> Option<&'a str> {
    let code = row.required("term", faults)?;
    match taxonomy.find(code).map(|term| term.facet) {
        Some(Facet::Topic | Facet::TargetGroup) => Some(code),
        Some(Facet::ServiceForm | Facet::LegalBasis) => {
            let detail = format!("{code} is neither a topic nor a target group");
            row.fault("term", "wrong_facet", detail, faults);
            None
        }
        None => {
            let detail = format!("taxonomy.toml has no term {code}");
            row.fault("term", "unknown_term", detail, faults);
            None
        }
    }
}

/// A language tag of two or three small letters.
fn language<'a>(row: &Row<'a>, faults: &mut ImportErrors) -> Option<&'a str> {
    let tag = row.required("language", faults)?;
    if (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(tag);
    }
    let detail = format!("“{tag}” is no language tag of two or three small letters, as de or uk");
    row.fault("language", "not_a_language", detail, faults);
    None
}

/// A word or phrase with a letter or digit in it.
fn word<'a>(row: &Row<'a>, faults: &mut ImportErrors) -> Option<&'a str> {
    let word = row.required("word", faults)?;
    if word.chars().count() > LONGEST {
        let detail = format!("the phrase has more than {LONGEST} characters");
        row.fault("word", "too_long", detail, faults);
        return None;
    }
    if word.contains(char::is_alphanumeric) {
        return Some(word);
    }
    let detail = format!("“{word}” has neither a letter nor a digit");
    row.fault("word", "no_word", detail, faults);
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::exchange::county::config::{read_region, read_taxonomy};
    use crate::exchange::county::files::Folder;

    /// The classification and region of the package at hand, with another table of synonyms.
    fn read(table: &str) -> (Taxonomy, Vec<(Option<u64>, String)>) {
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut folders = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
        let folder = Folder(folders.find(|path| path.join("region.toml").exists()).unwrap());
        let mut faults = ImportErrors::default();
        let region = read_region(&folder, &mut faults).unwrap();
        let mut taxonomy = read_taxonomy(&folder, &mut faults).unwrap().taxonomy;
        let files = BTreeMap::from([(SYNONYMS.to_owned(), table.as_bytes().to_vec())]);
        let base = Base { files: &files, region: &region };
        read_synonyms(&base, &mut taxonomy, &mut faults);
        (taxonomy, faults.0.into_iter().map(|fault| (fault.row, fault.code)).collect())
    }

    #[test]
    fn words_are_added_to_their_terms_in_their_language() {
        let (taxonomy, faults) =
            read("term,language,word\nkita,de,Kinderkrippe\nkita,tr,anaokulu\n");
        assert_eq!(faults, []);
        let words = &taxonomy.find("kita").unwrap().synonyms;
        assert!(words.contains(&Synonym::from("Kinderkrippe")));
        assert!(words.contains(&Synonym::new("tr", "anaokulu")));
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let (_, faults) = read(
            "term,language,word\nnope,de,a\nkita,Deutsch,b\nkita,de,\nkita,de,!!\nkita,de,x\nkita,de,X\nberatung,de,y\n",
        );
        let codes: Vec<(u64, &str)> =
            faults.iter().map(|(row, code)| (row.unwrap(), code.as_str())).collect();
        assert_eq!(
            codes,
            [
                (2, "unknown_term"),
                (3, "not_a_language"),
                (4, "required"),
                (5, "no_word"),
                (7, "duplicate"),
                (8, "wrong_facet"),
            ]
        );
    }

    #[test]
    fn a_package_without_the_file_has_the_words_of_its_classification_alone() {
        let mut faults = ImportErrors::default();
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut folders = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
        let folder = Folder(folders.find(|path| path.join("region.toml").exists()).unwrap());
        let region = read_region(&folder, &mut faults).unwrap();
        let mut taxonomy = read_taxonomy(&folder, &mut faults).unwrap().taxonomy;
        let before = taxonomy.clone();
        let files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        read_synonyms(&Base { files: &files, region: &region }, &mut taxonomy, &mut faults);
        assert_eq!(taxonomy, before);
        assert!(faults.is_empty());
    }
}
