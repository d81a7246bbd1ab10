//! `guide.toml`: the guided way. A package may leave it out; then the site has none.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Deserialize;

use super::files::PackageFiles;
use super::toml_file::{Schema, read_toml};
use crate::domain::guide::{Advice, Guide, Outcome, Question, Situation};
use crate::domain::{CrisisNumber, FieldErrors, Taxonomy};
use crate::exchange::ImportErrors;

const GUIDE: &str = "guide.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuideFile {
    #[serde(rename = "schema")]
    _schema: Schema,
    as_of: NaiveDate,
    #[serde(default)]
    reviewed: String,
    situation: Vec<Situation>,
    #[serde(default)]
    question: Vec<Question>,
    result: Vec<Outcome>,
    #[serde(default)]
    advice: Vec<Advice>,
}

/// Reads the guided way and checks it as a whole.
pub(super) fn read_guide(
    files: &impl PackageFiles,
    taxonomy: &Taxonomy,
    numbers: &[CrisisNumber],
    faults: &mut ImportErrors,
) -> Guide {
    if matches!(files.read(GUIDE), Ok(None)) {
        return Guide::default();
    }
    let Some(file) = read_toml::<GuideFile>(files, GUIDE, faults) else { return Guide::default() };
    let guide = Guide {
        as_of: Some(file.as_of),
        reviewed: file.reviewed,
        situations: file.situation,
        questions: file.question,
        results: file.result,
        advice: file.advice,
    };
    let numbers: BTreeSet<&str> = numbers.iter().map(|number| number.id.as_str()).collect();
    if let Err(FieldErrors(wrong)) = guide.check(taxonomy, &numbers) {
        for fault in wrong {
            faults.add(GUIDE, None, Some(&fault.pointer), &fault.code, fault.detail);
        }
    }
    guide
}
