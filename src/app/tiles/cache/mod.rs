//! Pictures on the disk: a file each, those used last, up to so many bytes. It survives a restart and a kill at any
//! moment: files appear whole, by renaming, and a damaged one counts as absent.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::ask::LONGEST_TILE;
use super::record::TileRecord;
use crate::spatial::TileId;

/// What the folder of a source begins with: only such folders are ever taken away.
const PREFIX: &str = "source-";
const SUFFIX: &str = ".tile";
const UNFINISHED: &str = ".tmp";
/// A file takes whole blocks of the disk.
const BLOCK: u64 = 4 << 10;
/// Longest file that can be one of ours.
const LONGEST_FILE: u64 = LONGEST_TILE + (8 << 10);
/// Nobody writes a tile for so long.
const LONGEST_WRITING: Duration = Duration::from_mins(10);
/// How old the note of a file's last use may become before it is written anew.
const TOUCH_AFTER: Duration = Duration::from_hours(1);

/// Tells one source from another in file names and addresses, without telling what it is.
pub(super) fn source_tag(template: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(template.as_bytes()).iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Kept pictures of one source.
#[derive(Debug)]
pub(super) struct TileCache {
    dir: PathBuf,
    max_bytes: u64,
    index: Mutex<Index>,
    /// Names unfinished files.
    next: AtomicU64,
}

#[derive(Debug, Default)]
struct Index {
    held: HashMap<TileId, Held>,
    by_use: BTreeMap<u64, TileId>,
    bytes: u64,
    tick: u64,
}

#[derive(Debug, Clone, Copy)]
struct Held {
    bytes: u64,
    used: u64,
    touched: SystemTime,
}

impl Index {
    fn put(&mut self, id: TileId, bytes: u64, touched: SystemTime) {
        self.remove(id);
        self.tick += 1;
        self.held.insert(id, Held { bytes, used: self.tick, touched });
        self.by_use.insert(self.tick, id);
        self.bytes += bytes;
    }

    fn remove(&mut self, id: TileId) {
        if let Some(held) = self.held.remove(&id) {
            self.by_use.remove(&held.used);
            self.bytes -= held.bytes;
        }
    }

    /// Notes that a tile is used; whether its file should be told.
    fn touch(&mut self, id: TileId, now: SystemTime) -> bool {
        let Some(held) = self.held.get_mut(&id) else { return false };
        self.by_use.remove(&held.used);
        self.tick += 1;
        held.used = self.tick;
        self.by_use.insert(self.tick, id);
        let due = now.duration_since(held.touched).is_ok_and(|age| age >= TOUCH_AFTER);
        if due {
            held.touched = now;
        }
        due
    }

    /// The longest unused tiles, so many that this many bytes more fit; they are no longer held.
    fn make_room(&mut self, bytes: u64, max_bytes: u64) -> Vec<TileId> {
        let mut gone = Vec::new();
        while self.bytes + bytes > max_bytes {
            let Some((_, id)) = self.by_use.first_key_value() else { break };
            let id = *id;
            self.remove(id);
            gone.push(id);
        }
        gone
    }
}

impl TileCache {
    /// Opens the folder of a source below `parent`, and takes away what is left of other sources, of unfinished
    /// writing, and beyond the bound.
    ///
    /// # Errors
    /// As the disk reports.
    pub(super) fn open(
        parent: &Path,
        template: &str,
        max_bytes: u64,
        now: DateTime<Utc>,
    ) -> io::Result<Self> {
        let name = format!("{PREFIX}{}", source_tag(template));
        let dir = parent.join(&name);
        fs::create_dir_all(&dir)?;
        for entry in fs::read_dir(parent)? {
            let entry = entry?;
            let other = entry.file_name();
            if other.to_str().is_some_and(|other| is_source(other) && other != name)
                && entry.file_type()?.is_dir()
            {
                fs::remove_dir_all(entry.path())?;
            }
        }
        let mut found = scan(&dir, now.into())?;
        found.sort_by_key(|(id, _, touched)| (*touched, *id));
        let mut index = Index::default();
        for (id, bytes, touched) in found {
            index.put(id, bytes, touched);
        }
        let gone = index.make_room(0, max_bytes);
        let cache = Self { dir, max_bytes, index: Mutex::new(index), next: AtomicU64::new(0) };
        for id in gone {
            cache.unlink(id);
        }
        // Told now rather than with the first tile.
        let probe = cache.unfinished();
        fs::write(&probe, b"")?;
        fs::remove_file(&probe)?;
        Ok(cache)
    }

    /// What is kept of a tile.
    pub(super) fn find(&self, id: TileId, now: DateTime<Utc>) -> Option<TileRecord> {
        let path = self.path(id);
        let file = File::open(&path).ok()?;
        let record = read(&file);
        if record.is_none() {
            self.lock().remove(id);
            self.unlink(id);
            return None;
        }
        let now = SystemTime::from(now);
        if self.lock().touch(id, now) {
            // Only the order in which tiles go after a restart depends on it.
            let _ = file.set_modified(now);
        }
        record
    }

    /// Keeps a tile in place of what was kept of it.
    ///
    /// # Errors
    /// As the disk reports; then nothing of it is kept.
    pub(super) fn keep(
        &self,
        id: TileId,
        record: &TileRecord,
        now: DateTime<Utc>,
    ) -> io::Result<()> {
        let bytes = record.to_bytes();
        let size = (bytes.len() as u64).div_ceil(BLOCK) * BLOCK;
        let now = SystemTime::from(now);
        // The room is taken before it is filled, so that several at once stay within the bound.
        let gone = {
            let mut index = self.lock();
            index.remove(id);
            let gone = index.make_room(size, self.max_bytes);
            index.put(id, size, now);
            gone
        };
        for id in gone {
            self.unlink(id);
        }
        let written = self.write(id, &bytes, now);
        if written.is_err() {
            self.lock().remove(id);
        }
        // Another thread may have taken its room before the file was there: then the file must not stay.
        if !self.lock().held.contains_key(&id) {
            self.unlink(id);
        }
        written
    }

    /// Bytes on the disk, blocks counted whole.
    pub(super) fn bytes(&self) -> u64 {
        self.lock().bytes
    }

    fn write(&self, id: TileId, bytes: &[u8], now: SystemTime) -> io::Result<()> {
        let path = self.path(id);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let unfinished = self.unfinished();
        // Not synchronised: after a power cut a file may be damaged, which is noticed when it is read.
        let put = || {
            let mut file = File::create(&unfinished)?;
            file.write_all(bytes)?;
            file.set_modified(now)?;
            fs::rename(&unfinished, &path)
        };
        let done = put();
        if done.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        done
    }

    fn path(&self, id: TileId) -> PathBuf {
        let file = format!("{}{SUFFIX}", id.y());
        self.dir.join(id.zoom().to_string()).join(id.x().to_string()).join(file)
    }

    fn unfinished(&self) -> PathBuf {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.dir.join(format!("{}-{number}{UNFINISHED}", std::process::id()))
    }

    /// Takes a file away; one that is not there is no matter.
    fn unlink(&self, id: TileId) {
        if let Err(error) = fs::remove_file(self.path(id))
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "a kept tile cannot be taken away");
        }
    }

    /// Nothing is left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, Index> {
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a folder of this name is one of ours.
fn is_source(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .is_some_and(|tag| tag.len() == 16 && tag.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Reads a file that may be anything.
fn read(mut file: &File) -> Option<TileRecord> {
    let len = file.metadata().ok()?.len();
    if len > LONGEST_FILE {
        return None;
    }
    let mut bytes = Vec::with_capacity(usize::try_from(len).ok()?);
    io::Read::read_to_end(&mut file, &mut bytes).ok()?;
    TileRecord::read(&bytes)
}

/// All tiles of a folder with their bytes and last use. Unfinished files are taken away, but those that another process
/// may just be writing; foreign ones are left alone.
fn scan(dir: &Path, now: SystemTime) -> io::Result<Vec<(TileId, u64, SystemTime)>> {
    let mut found = Vec::new();
    for zoom in fs::read_dir(dir)? {
        let zoom = zoom?;
        if zoom.file_name().to_str().is_some_and(|name| name.ends_with(UNFINISHED)) {
            let age = now.duration_since(zoom.metadata()?.modified()?);
            if age.is_ok_and(|age| age >= LONGEST_WRITING) {
                fs::remove_file(zoom.path())?;
            }
        }
        let Some(z) = number::<u8>(&zoom, "") else { continue };
        for column in fs::read_dir(zoom.path())? {
            let column = column?;
            let Some(x) = number::<u32>(&column, "") else { continue };
            for file in fs::read_dir(column.path())? {
                let file = file?;
                let id = number::<u32>(&file, SUFFIX).and_then(|y| TileId::new(z, x, y));
                let Some(id) = id else { continue };
                let about = file.metadata()?;
                let bytes = about.len().div_ceil(BLOCK) * BLOCK;
                found.push((id, bytes, about.modified()?));
            }
        }
    }
    Ok(found)
}

/// The number that a folder or file is called by.
fn number<N: std::str::FromStr>(entry: &fs::DirEntry, suffix: &str) -> Option<N> {
    entry.file_name().to_str()?.strip_suffix(suffix)?.parse().ok()
}

#[cfg(test)]
mod tests;
