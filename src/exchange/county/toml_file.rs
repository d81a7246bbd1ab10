//! TOML files of a package.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::files::{PackageFiles, required};
use crate::exchange::ImportErrors;
use crate::exchange::table::utf8;

/// Reads a TOML file into `T`; a fault names the line.
pub(super) fn read_toml<T: DeserializeOwned>(
    files: &impl PackageFiles,
    file: &str,
    faults: &mut ImportErrors,
) -> Option<T> {
    let bytes = required(files, file, faults)?;
    let text = utf8(file, &bytes, faults)?;
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span().map(|span| {
                text.bytes().take(span.start).filter(|&b| b == b'\n').count() as u64 + 1
            });
            faults.add(file, line, None, "not_valid", error.message());
            None
        }
    }
}

/// Version of the layout of a file; only 1 exists.
#[derive(Debug, Deserialize)]
#[serde(try_from = "u32")]
pub(super) struct Schema;

impl TryFrom<u32> for Schema {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        if version == 1 { Ok(Self) } else { Err(format!("unknown layout {version}; expected 1")) }
    }
}
