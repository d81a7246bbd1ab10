//! A prepared land as a file.
//!
//! Little endian: `SALAND` and two zero bytes, version (u32), key (32 bytes), points, corners, neighbours, graph, links
//! (JSON), each after its number of elements (u64); in the end the SHA-256 of everything before.

use sha2::{Digest, Sha256};

use super::graph::{Graph, Places};
use super::links::LandLink;
use super::mesh::Mesh;
use super::plane::{NONE, Point, is_left};
use super::{Land, LandKey};
use crate::domain::Link;

/// Version of the method and of the file; raised whenever either changes.
pub(super) const VERSION: u32 = 1;
const MAGIC: &[u8; 8] = b"SALAND\0\0";
const HASH: usize = 32;

/// Why a file is not the land that was asked for; it can always be built anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LandFileError {
    /// Something else.
    #[error("the file holds no prepared land")]
    NotALand,
    /// Written by another version of the program.
    #[error("the file has version {0}")]
    OtherVersion(u32),
    /// Made of other outlines or links.
    #[error("the file was made of other outlines or links")]
    OtherInputs,
    /// Cut off or changed.
    #[error("the file is damaged")]
    Damaged,
}

/// A link as text, for hashes and files.
pub(super) fn link_text(link: &Link) -> Vec<u8> {
    // Plain text and finite numbers: nothing that could not be written.
    serde_json::to_vec(link).unwrap_or_default()
}

impl Land {
    /// The land as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.key.0);
        let mesh = &self.places.mesh;
        bytes.extend((mesh.points.len() as u64).to_le_bytes());
        mesh.points.iter().flatten().for_each(|c| bytes.extend(c.to_le_bytes()));
        for triples in [&mesh.corners, &mesh.beyond] {
            put(&mut bytes, triples.len(), triples.iter().flatten());
        }
        for numbers in [&self.graph.starts, &self.graph.to] {
            put(&mut bytes, numbers.len(), numbers.iter());
        }
        let links: Vec<&Link> = self.places.links.iter().map(|link| &link.link).collect();
        let links = serde_json::to_vec(&links).unwrap_or_default();
        bytes.extend((links.len() as u64).to_le_bytes());
        bytes.extend(links);
        let hash = Sha256::digest(&bytes);
        bytes.extend(hash);
        bytes
    }

    /// Reads a land that must have been made of what `key` stands for.
    ///
    /// # Errors
    /// See [`LandFileError`]; never panics, whatever the bytes are.
    pub fn from_bytes(bytes: &[u8], key: &LandKey) -> Result<Self, LandFileError> {
        let mut file = File(bytes);
        if file.take(MAGIC.len()) != Some(MAGIC) {
            return Err(LandFileError::NotALand);
        }
        match file.number().ok_or(LandFileError::Damaged)? {
            VERSION => {}
            other => return Err(LandFileError::OtherVersion(other)),
        }
        if file.take(HASH).ok_or(LandFileError::Damaged)? != key.0 {
            return Err(LandFileError::OtherInputs);
        }
        let (content, hash) = bytes.split_last_chunk::<HASH>().ok_or(LandFileError::Damaged)?;
        if Sha256::digest(content).as_slice() != hash {
            return Err(LandFileError::Damaged);
        }
        file.0 = file.0.get(..file.0.len() - HASH).unwrap_or_default();
        read(&mut file, *key).ok_or(LandFileError::Damaged)
    }
}

fn put<'a>(bytes: &mut Vec<u8>, len: usize, numbers: impl Iterator<Item = &'a u32>) {
    bytes.extend((len as u64).to_le_bytes());
    numbers.for_each(|number| bytes.extend(number.to_le_bytes()));
}

/// What is left of a file.
struct File<'a>(&'a [u8]);

impl<'a> File<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// The bytes of a list whose elements take `size` bytes.
    fn list(&mut self, size: usize) -> Option<&'a [u8]> {
        let len = u64::from_le_bytes(self.take(8)?.try_into().ok()?);
        self.take(usize::try_from(len).ok()?.checked_mul(size)?)
    }

    fn numbers(&mut self) -> Option<Vec<u32>> {
        Some(self.list(4)?.as_chunks().0.iter().copied().map(u32::from_le_bytes).collect())
    }

    fn triples(&mut self) -> Option<Vec<[u32; 3]>> {
        let list = self.list(12)?.as_chunks::<12>().0.iter();
        let numbers = list.map(|bytes| {
            let mut at = bytes.as_chunks().0.iter().copied().map(u32::from_le_bytes);
            [at.next(), at.next(), at.next()].map(Option::unwrap_or_default)
        });
        Some(numbers.collect())
    }

    fn points(&mut self) -> Option<Vec<Point>> {
        let list = self.list(16)?.as_chunks::<16>().0.iter();
        let points = list.map(|bytes| {
            let mut at = bytes.as_chunks().0.iter().copied().map(f64::from_le_bytes);
            [at.next(), at.next()].map(Option::unwrap_or_default)
        });
        Some(points.collect())
    }
}

fn read(file: &mut File<'_>, key: LandKey) -> Option<Land> {
    let (points, corners, beyond) = (file.points()?, file.triples()?, file.triples()?);
    let graph = Graph { starts: file.numbers()?, to: file.numbers()? };
    let links: Vec<Link> = serde_json::from_slice(file.list(1)?).ok()?;
    let is_sound = file.0.is_empty() && is_sound(&points, &corners, &beyond);
    let mesh = is_sound.then(|| Mesh::new(points, corners, beyond))?;
    let links = links.iter().map(|link| LandLink::new(&mesh, link)).collect();
    let places = Places::new(mesh, links);
    let count = places.len();
    let is_sound = graph.starts.len() == count + 1
        && graph.starts.first() == Some(&0)
        && graph.starts.is_sorted()
        && graph.starts.last().copied() == u32::try_from(graph.to.len()).ok()
        && graph.to.iter().all(|to| (*to as usize) < count);
    is_sound.then(|| Land { positions: places.positions(), places, graph, key })
}

/// Whether triangles and neighbours fit together.
fn is_sound(points: &[Point], corners: &[[u32; 3]], beyond: &[[u32; 3]]) -> bool {
    let is_triangle = |triangle: &[u32; 3]| {
        let [a, b, c] = triangle.map(|corner| points.get(corner as usize));
        let (Some(a), Some(b), Some(c)) = (a, b, c) else { return false };
        is_left(*a, *b, *c)
    };
    let is_joined = |triangle: usize, side: usize| {
        let next = beyond[triangle][side];
        if next == NONE {
            return true;
        }
        let ends = [corners[triangle][side], corners[triangle][(side + 1) % 3]];
        let (Some(there), Some(back)) = (corners.get(next as usize), beyond.get(next as usize))
        else {
            return false;
        };
        (0..3).any(|other| {
            [there[(other + 1) % 3], there[other]] == ends && back[other] as usize == triangle
        })
    };
    !corners.is_empty()
        && corners.len() == beyond.len()
        && points.iter().flatten().all(|c| c.is_finite())
        && corners.iter().all(is_triangle)
        && (0..corners.len()).all(|triangle| (0..3).all(|side| is_joined(triangle, side)))
}
