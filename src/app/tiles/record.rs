//! A kept tile as a file: a line that says what it is, a line of JSON about it, then the picture.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::PictureKind;

/// The first line; another number means another form.
const MARK: &[u8] = b"sozialatlas-tile 1\n";
/// Longest line of JSON.
const LONGEST_HEAD: usize = 4 << 10;

/// What is kept of an answer of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TileRecord {
    /// Until when it is taken to be right.
    pub(super) fresh_until: DateTime<Utc>,
    /// The source's own tag of it.
    pub(super) etag: Option<String>,
    /// When the source says it was changed.
    pub(super) last_modified: Option<String>,
    /// The picture; `None` = the source has none here.
    pub(super) picture: Option<Picture>,
}

/// The picture of a tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) kind: PictureKind,
    pub(super) bytes: Vec<u8>,
    /// SHA-256 of the bytes in hexadecimal: tells one picture from another.
    pub(super) hash: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Head {
    fresh_until: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<PictureKind>,
    hash: String,
}

impl Picture {
    /// The picture in these bytes; `None` where they are none.
    pub(super) fn read(bytes: Vec<u8>) -> Option<Self> {
        let kind = PictureKind::of(&bytes)?;
        let hash = hash_of(&bytes);
        Some(Self { kind, bytes, hash })
    }
}

impl TileRecord {
    /// The whole file.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let body = self.picture.as_ref().map_or(&[][..], |picture| &picture.bytes);
        let head = Head {
            fresh_until: self.fresh_until,
            etag: self.etag.clone(),
            last_modified: self.last_modified.clone(),
            kind: self.picture.as_ref().map(|picture| picture.kind),
            hash: self.picture.as_ref().map_or_else(|| hash_of(&[]), |p| p.hash.clone()),
        };
        let mut out = Vec::with_capacity(body.len() + 512);
        out.extend_from_slice(MARK);
        // Plain texts and a time: writing them cannot fail; if it did, the file would count as damaged.
        out.extend(serde_json::to_vec(&head).unwrap_or_default());
        out.push(b'\n');
        out.extend_from_slice(body);
        out
    }

    /// Reads a file back; `None` where it is damaged, cut off or of another form.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let rest = file.strip_prefix(MARK)?;
        let end = rest.iter().take(LONGEST_HEAD).position(|byte| *byte == b'\n')?;
        let (head, body) = (rest.get(..end)?, rest.get(end + 1..)?);
        let head: Head = serde_json::from_slice(head).ok()?;
        if head.hash != hash_of(body) {
            return None;
        }
        let picture = match head.kind {
            None => body.is_empty().then_some(None)?,
            Some(kind) => Some(Picture { kind, bytes: body.to_vec(), hash: head.hash }),
        };
        Some(Self {
            fresh_until: head.fresh_until,
            etag: head.etag,
            last_modified: head.last_modified,
            picture,
        })
    }
}

fn hash_of(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A picture of this many bytes.
    pub(in crate::app::tiles) fn png(len: usize) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.resize(len.max(8), b'\n');
        bytes
    }

    pub(in crate::app::tiles) fn record(len: usize) -> TileRecord {
        TileRecord {
            fresh_until: "2026-11-23T09:00:00Z".parse().unwrap(),
            etag: Some("\"a\"".to_owned()),
            last_modified: None,
            picture: Picture::read(png(len)),
        }
    }

    #[test]
    fn a_tile_is_read_back_as_it_was_written_and_so_is_that_there_is_none() {
        for record in [record(1_000), TileRecord { picture: None, ..record(0) }] {
            assert_eq!(TileRecord::read(&record.to_bytes()), Some(record));
        }
    }

    #[test]
    fn a_file_that_is_cut_off_or_changed_anywhere_is_damaged() {
        let whole = record(64).to_bytes();
        for end in 0..whole.len() {
            assert_eq!(TileRecord::read(&whole[..end]), None, "cut off after {end}");
        }
        for at in MARK.len() + 2..whole.len() {
            let mut other = whole.clone();
            other[at] ^= 1;
            // A flipped bit in the JSON may give another sound text; never another picture.
            let same = TileRecord::read(&other).and_then(|read| read.picture);
            assert!(same.is_none() || same == record(64).picture, "changed at {at}");
        }
    }
}
