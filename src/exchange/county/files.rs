//! Where the files of a county package are read from.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use crate::exchange::ImportErrors;

/// Gives the bytes of the files of a package by name.
pub trait PackageFiles {
    /// The bytes of a file; `None` when there is no such file.
    ///
    /// # Errors
    /// When the file is there but cannot be read.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;
}

/// A package in a folder.
#[derive(Debug, Clone)]
pub struct Folder(pub PathBuf);

impl PackageFiles for Folder {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match std::fs::read(self.0.join(name)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A package in memory, by file name.
impl PackageFiles for BTreeMap<String, Vec<u8>> {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.get(name).cloned())
    }
}

/// The bytes of a file that must be there; its absence is a fault.
pub(super) fn required(
    files: &impl PackageFiles,
    name: &str,
    faults: &mut ImportErrors,
) -> Option<Vec<u8>> {
    match files.read(name) {
        Ok(Some(bytes)) => Some(bytes),
        Ok(None) => {
            faults.file(name, "missing_file", "the package needs this file");
            None
        }
        Err(error) => {
            faults.file(name, "unreadable", error.to_string());
            None
        }
    }
}
