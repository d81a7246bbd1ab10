//! A county package on the disk: what is in it, and a hash that tells two states apart.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::AppError;
use crate::exchange::county::{CountyPackage, Folder, PackageFiles, read_county};

/// A package with the hash of everything that was read.
#[derive(Debug, Clone)]
pub struct LoadedPackage {
    /// What is in it.
    pub package: CountyPackage,
    /// SHA-256 in hexadecimal over every file read and the version of the program that read it: a newer program
    /// may understand the same files better.
    pub hash: String,
}

/// Reads the package in `folder`.
///
/// # Errors
/// [`AppError::Import`] with every fault of every file.
pub fn read_package(folder: &Path) -> Result<LoadedPackage, AppError> {
    hashed(Folder(folder.to_owned()))
}

fn hashed(files: impl PackageFiles) -> Result<LoadedPackage, AppError> {
    let files = Hashing { files, seen: RefCell::default() };
    let package = read_county(&files)?;
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    for (name, digest) in files.seen.into_inner() {
        hash.update([0]);
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(digest);
    }
    Ok(LoadedPackage { package, hash: hex(&hash.finalize()) })
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Files that note the digest of all that is read from them.
struct Hashing<F> {
    files: F,
    seen: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl<F: PackageFiles> PackageFiles for Hashing<F> {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let bytes = self.files.read(name)?;
        if let Some(bytes) = &bytes {
            let digest = Sha256::digest(bytes).to_vec();
            self.seen.borrow_mut().insert(name.to_owned(), digest);
        }
        Ok(bytes)
    }
}
