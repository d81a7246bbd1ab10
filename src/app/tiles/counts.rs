//! What became of the tiles that pages asked for, for those who watch the server.

use std::sync::atomic::{AtomicU64, Ordering};

/// What became of a tile that a page asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TileOutcome {
    /// It was kept and still right.
    Kept,
    /// The source was asked, and has sent it.
    Fetched,
    /// The source was asked, and said that the kept one is still right.
    Confirmed,
    /// An old one was given, as the source gave nothing better in time.
    Old,
    /// The source has none here.
    Nothing,
    /// It lies too far from the county, or at a zoom that is not given.
    Refused,
    /// Neither the source nor the folder had it.
    Failed,
}

impl TileOutcome {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Kept,
        Self::Fetched,
        Self::Confirmed,
        Self::Old,
        Self::Nothing,
        Self::Refused,
        Self::Failed,
    ];

    /// Its name among the figures.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Fetched => "fetched",
            Self::Confirmed => "confirmed",
            Self::Old => "old",
            Self::Nothing => "nothing",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }
}

/// Counts since the start.
#[derive(Debug, Default)]
pub struct TileCounts {
    outcomes: [AtomicU64; TileOutcome::ALL.len()],
    asked: AtomicU64,
    faults: AtomicU64,
    kept_bytes: AtomicU64,
}

impl TileCounts {
    /// How many tiles had this outcome.
    #[must_use]
    pub fn of(&self, outcome: TileOutcome) -> u64 {
        self.outcomes.get(outcome as usize).map_or(0, |count| count.load(Ordering::Relaxed))
    }

    /// How often the source was asked.
    #[must_use]
    pub fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }

    /// How often it failed.
    #[must_use]
    pub fn faults(&self) -> u64 {
        self.faults.load(Ordering::Relaxed)
    }

    /// Bytes on the disk.
    #[must_use]
    pub fn kept_bytes(&self) -> u64 {
        self.kept_bytes.load(Ordering::Relaxed)
    }

    pub(super) fn add(&self, outcome: TileOutcome) {
        if let Some(count) = self.outcomes.get(outcome as usize) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(super) fn add_asked(&self) {
        self.asked.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn add_fault(&self) {
        self.faults.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn set_kept_bytes(&self, bytes: u64) {
        self.kept_bytes.store(bytes, Ordering::Relaxed);
    }
}
