//! A local file of vector tiles, read in ranges: `PMTiles`, version 3 (Protomaps, *`PMTiles` Version 3 Specification*,
//! 2022). The browser reads directories and tiles itself; here only the header is looked at, so that a file that
//! cannot be drawn is told at the start.

use std::fmt::Write as _;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::spatial::Bbox;

/// Bytes of the header.
const HEADER: usize = 127;
const MAGIC: &[u8] = b"PMTiles\x03";
/// Places in the header (specification, section 3).
const TILE_DATA_OFFSET: usize = 56;
const TILE_DATA_LENGTH: usize = 64;
const INTERNAL_COMPRESSION: usize = 97;
const TILE_COMPRESSION: usize = 98;
const TILE_TYPE: usize = 99;
const MAX_ZOOM: usize = 101;
const MIN_POSITION: usize = 102;
const MAX_POSITION: usize = 110;
/// Compressions that every browser reads: none and gzip.
const COMPRESSIONS: [u8; 2] = [1, 2];
/// Mapbox Vector Tiles.
const VECTOR: u8 = 1;

/// An open file of vector tiles. One that is replaced while the program runs is read as it was.
#[derive(Debug)]
pub struct TileArchive {
    file: File,
    len: u64,
    tag: String,
    max_zoom: u8,
}

impl TileArchive {
    /// Opens a file and checks that it can be drawn, and shows some of this area.
    ///
    /// # Errors
    /// As the disk reports, or with all that is wrong with the file.
    pub fn open(path: &Path, area: &Bbox) -> io::Result<Self> {
        let file = File::open(path)?;
        let about = file.metadata()?;
        let mut header = [0; HEADER];
        let whole = file.read_exact_at(&mut header, 0);
        if whole.is_err() || !header.starts_with(MAGIC) {
            return Err(invalid("it is no PMTiles file of version 3".to_owned()));
        }
        let faults = faults(&header, about.len(), area);
        if !faults.is_empty() {
            return Err(invalid(faults.join("; ")));
        }
        let changed = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut hash = Sha256::new();
        hash.update(header);
        hash.update(about.len().to_le_bytes());
        hash.update(changed.as_nanos().to_le_bytes());
        let tag = hash.finalize().iter().take(16).fold(String::new(), |mut text, byte| {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        Ok(Self { file, len: about.len(), tag, max_zoom: header[MAX_ZOOM] })
    }

    /// Its bytes.
    #[must_use]
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Whether it has none; it always has a header.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Tells one state of the file from another.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The closest zoom of its tiles; closer ones are drawn from these.
    #[must_use]
    pub const fn max_zoom(&self) -> u8 {
        self.max_zoom
    }

    /// So many bytes from a place on; blocks.
    ///
    /// # Errors
    /// As the disk reports; a range beyond the end.
    pub fn read(&self, from: u64, count: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; count];
        self.file.read_exact_at(&mut bytes, from)?;
        Ok(bytes)
    }
}

fn invalid(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// All that keeps a file from being drawn.
fn faults(header: &[u8; HEADER], len: u64, area: &Bbox) -> Vec<String> {
    let mut faults = Vec::new();
    let end = u64_at(header, TILE_DATA_OFFSET).checked_add(u64_at(header, TILE_DATA_LENGTH));
    if end.is_none_or(|end| end > len) {
        faults.push("it is cut off: its tiles end after the file does".to_owned());
    }
    if header[TILE_TYPE] != VECTOR {
        faults.push("it holds no vector tiles (tile type 1)".to_owned());
    }
    for (place, what) in [(INTERNAL_COMPRESSION, "directories"), (TILE_COMPRESSION, "tiles")] {
        if !COMPRESSIONS.contains(&header[place]) {
            faults.push(format!("its {what} are not packed by gzip, which browsers read"));
        }
    }
    let (west, south) = position(header, MIN_POSITION);
    let (east, north) = position(header, MAX_POSITION);
    let apart = west > area.east || east < area.west || south > area.north || north < area.south;
    if apart {
        faults.push("it shows another part of the world".to_owned());
    }
    faults
}

fn u64_at(header: &[u8; HEADER], place: usize) -> u64 {
    let mut bytes = [0; 8];
    for (byte, value) in bytes.iter_mut().zip(header.iter().skip(place)) {
        *byte = *value;
    }
    u64::from_le_bytes(bytes)
}

/// Longitude and latitude in degrees: two signed numbers of ten-millionths.
fn position(header: &[u8; HEADER], place: usize) -> (f64, f64) {
    let both = u64_at(header, place);
    let degrees = |bits: u32| f64::from(bits.cast_signed()) / 1e7;
    (degrees(both as u32), degrees((both >> 32) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Bbox = Bbox { west: 8.0, south: 47.0, east: 9.0, north: 48.0 };

    /// A header over these corners with nothing behind it but some bytes.
    fn archive(west: f64, north: f64) -> Vec<u8> {
        let mut bytes = vec![0; HEADER + 100];
        bytes[..8].copy_from_slice(MAGIC);
        bytes[TILE_DATA_OFFSET..][..8].copy_from_slice(&(HEADER as u64).to_le_bytes());
        bytes[TILE_DATA_LENGTH..][..8].copy_from_slice(&100_u64.to_le_bytes());
        bytes[INTERNAL_COMPRESSION] = 2;
        bytes[TILE_COMPRESSION] = 2;
        bytes[TILE_TYPE] = VECTOR;
        bytes[MAX_ZOOM] = 14;
        for (place, degrees) in [
            (MIN_POSITION, west),
            (MIN_POSITION + 4, north - 1.0),
            (MAX_POSITION, west + 1.0),
            (MAX_POSITION + 4, north),
        ] {
            bytes[place..][..4].copy_from_slice(&((degrees * 1e7) as i32).to_le_bytes());
        }
        bytes
    }

    fn open(bytes: &[u8]) -> Result<TileArchive, String> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.pmtiles");
        std::fs::write(&path, bytes).unwrap();
        TileArchive::open(&path, &AREA).map_err(|error| error.to_string())
    }

    #[test]
    fn a_file_of_vector_tiles_is_opened_and_read_in_ranges() {
        let mut bytes = archive(8.5, 47.5);
        bytes[HEADER..HEADER + 3].copy_from_slice(b"abc");
        let archive = open(&bytes).unwrap();
        assert_eq!((archive.len(), archive.max_zoom()), (227, 14));
        assert_eq!(archive.read(HEADER as u64, 3).unwrap(), b"abc");
        assert!(archive.read(220, 8).is_err());
        assert_eq!(archive.tag().len(), 32);
        assert!(
            open(&self::archive(-8.5, -3.0)).unwrap_err().contains("another part of the world")
        );
    }

    #[test]
    fn all_that_is_wrong_with_a_file_is_told_at_once() {
        for other in [b"".as_slice(), b"<html>", b"PMTiles\x03", &archive(8.0, 48.0)[..126]] {
            assert!(open(other).unwrap_err().contains("no PMTiles file of version 3"));
        }
        let mut bytes = archive(20.0, 47.5);
        bytes[TILE_TYPE] = 2;
        bytes[TILE_COMPRESSION] = 4;
        bytes.truncate(200);
        let told = open(&bytes).unwrap_err();
        for part in ["cut off", "no vector tiles", "its tiles are not packed", "another part"] {
            assert!(told.contains(part), "{part} is missing in {told}");
        }
        let mut huge = archive(8.5, 47.5);
        huge[TILE_DATA_LENGTH..][..8].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(open(&huge).unwrap_err().contains("cut off"));
    }
}
