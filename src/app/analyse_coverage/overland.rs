//! Land and paths over it: prepared in the background, kept over a restart, asked by many.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use geo::MultiPolygon;

use super::error::AnalysisError;
use super::flight::Memory;
use super::ground::Ground;
use super::question::LinkChoice;
use super::room::pool;
use crate::coverage::Work;
use crate::coverage::overland::{Land, LandCells, LandError, LinkSet};
use crate::spatial::Projected;

/// Bytes of distances that are remembered: in a county those from more than a thousand sites.
const FIELD_BYTES: usize = 128 << 20;

/// Bytes of what sites see of the land that are remembered.
const SEEN_BYTES: usize = 32 << 20;
/// About so many bytes for each of them.
const SEEN_BYTES_A_PLACE: usize = 1 << 10;

/// Share of the time of preparing that building the land takes; the rest is looking around from every cell.
const BUILDING: f64 = 0.25;

/// What is prepared of the land, or how far it is.
pub(super) struct Overland {
    cache_dir: Option<PathBuf>,
    state: Arc<Mutex<State>>,
    /// Distances to every cell, by land, links and place.
    fields: Arc<Memory<FieldKey, [f32]>>,
    /// What places see of the land, by land and places.
    seen: Arc<Memory<SeenKey, LandCells>>,
}

/// Land, and places (bits of easting and northing).
type SeenKey = ([u8; 32], Vec<[u64; 2]>);

/// Land (hash of all it depends on), links, and place (bits of easting and northing).
type FieldKey = ([u8; 32], LinkSet, [u64; 2]);

enum State {
    Nothing,
    Preparing { hash: [u8; 32], work: Work },
    Ready { hash: [u8; 32], land: Arc<Prepared> },
    Failed { hash: [u8; 32], reason: String },
}

/// A land and what every cell sees of it.
#[derive(Debug)]
struct Prepared {
    land: Land,
    cells: LandCells,
}

/// Paths over a land with some links.
pub(super) struct Paths {
    prepared: Arc<Prepared>,
    hash: [u8; 32],
    links: LinkSet,
    fields: Arc<Memory<FieldKey, [f32]>>,
    seen: Arc<Memory<SeenKey, LandCells>>,
}

impl Overland {
    pub(super) fn new(cache_dir: Option<PathBuf>) -> Self {
        Self {
            cache_dir,
            state: Arc::new(Mutex::new(State::Nothing)),
            fields: Arc::new(Memory::new(FIELD_BYTES)),
            seen: Arc::new(Memory::new(SEEN_BYTES)),
        }
    }

    /// Begins to prepare the land of a region, where that has not been done; on a thread of its own.
    pub(super) fn begin(&self, ground: &Arc<Ground>) {
        let hash = ground.land_hash;
        let work = Work::default();
        {
            let mut state = lock(&self.state);
            match &*state {
                State::Preparing { hash: known, .. }
                | State::Ready { hash: known, .. }
                | State::Failed { hash: known, .. }
                    if *known == hash =>
                {
                    return;
                }
                // Another land: nobody waits for the old one any more.
                State::Preparing { work, .. } => work.cancel(),
                State::Nothing | State::Ready { .. } | State::Failed { .. } => {}
            }
            *state = State::Preparing { hash, work: work.clone() };
        }
        let (ground, state, cache) =
            (Arc::clone(ground), Arc::clone(&self.state), self.cache_dir.clone());
        let prepare = move || {
            let prepared = in_own_thread(&ground, cache.as_deref(), &work);
            let mut state = lock(&state);
            // Work is cancelled under this lock only: then another attempt, maybe for the same land, owns the state.
            if work.check().is_ok() {
                *state = match prepared {
                    Ok(land) => State::Ready { hash, land: Arc::new(land) },
                    Err(reason) => {
                        tracing::error!(reason, "distances overland cannot be prepared");
                        State::Failed { hash, reason }
                    }
                };
            }
        };
        let thread = std::thread::Builder::new().name("overland".to_owned()).spawn(prepare);
        if let Err(error) = thread {
            let reason = error.to_string();
            *lock(&self.state) = State::Failed { hash, reason };
        }
    }

    /// Paths over the land of a region.
    ///
    /// # Errors
    /// [`AnalysisError::Preparing`] until the land is there.
    pub(super) fn paths(
        &self,
        ground: &Arc<Ground>,
        links: &LinkChoice,
    ) -> Result<Paths, AnalysisError> {
        self.begin(ground);
        let wanted = ground.land_hash;
        let prepared = match &*lock(&self.state) {
            State::Ready { hash, land } if *hash == wanted => Arc::clone(land),
            State::Preparing { hash, work } if *hash == wanted => {
                return Err(AnalysisError::Preparing { progress: work.progress() });
            }
            State::Failed { hash, reason } if *hash == wanted => {
                return Err(AnalysisError::Broken(reason.clone()));
            }
            // Between the two lines somebody asked for another land.
            _ => return Err(AnalysisError::Preparing { progress: 0.0 }),
        };
        let known = &ground.reference.links;
        let links = match links {
            LinkChoice::Default => LinkSet::defaults(known),
            LinkChoice::Only(ids) => LinkSet::named(known, ids.iter().map(String::as_str))
                .map_err(|error| AnalysisError::Broken(error.to_string()))?,
        };
        let (fields, seen) = (Arc::clone(&self.fields), Arc::clone(&self.seen));
        Ok(Paths { prepared, hash: wanted, links, fields, seen })
    }
}

impl Paths {
    /// Number of cells.
    pub(super) fn cells(&self) -> usize {
        self.prepared.cells.len()
    }

    /// Distances from each place to every cell; remembered.
    ///
    /// # Errors
    /// The work was cancelled.
    pub(super) fn fields(
        &self,
        places: &[Projected],
        work: &Work,
    ) -> Result<Vec<Arc<[f32]>>, AnalysisError> {
        let key = |at: &Projected| {
            (self.hash, self.links.clone(), [at.easting_m.to_bits(), at.northing_m.to_bits()])
        };
        let mut unknown: Vec<Projected> = Vec::new();
        let known: Vec<Result<Arc<[f32]>, usize>> = places
            .iter()
            .map(|at| {
                self.fields.find(&key(at)).ok_or_else(|| {
                    // Many offers share a house: each place is asked for once.
                    let before = unknown.iter().position(|other| other == at);
                    before.unwrap_or_else(|| {
                        unknown.push(*at);
                        unknown.len() - 1
                    })
                })
            })
            .collect();
        let Prepared { land, cells } = &*self.prepared;
        let found: Vec<Arc<[f32]>> = land.fields(cells, &unknown, &self.links, work)?;
        for (at, field) in unknown.iter().zip(&found) {
            self.fields.keep(key(at), Arc::clone(field), field.len() * 4 + 128);
        }
        let field = |known: Result<Arc<[f32]>, usize>| match known {
            Ok(field) => field,
            Err(at) => found.get(at).cloned().unwrap_or_else(|| Arc::from([])),
        };
        Ok(known.into_iter().map(field).collect())
    }

    /// Distances from a point to each place, infinite where no path leads.
    ///
    /// # Errors
    /// The work was cancelled.
    pub(super) fn between(
        &self,
        at: Projected,
        places: &[Projected],
        work: &Work,
    ) -> Result<Vec<f64>, AnalysisError> {
        let land = &self.prepared.land;
        let seen = self.seen_from(places, work)?;
        Ok(land.field(&seen, at, &self.links).into_iter().map(f64::from).collect())
    }
}

impl Paths {
    /// What places see of the land; remembered, because sites stay while addresses change.
    fn seen_from(
        &self,
        places: &[Projected],
        work: &Work,
    ) -> Result<Arc<LandCells>, AnalysisError> {
        let bits = |at: &Projected| [at.easting_m.to_bits(), at.northing_m.to_bits()];
        let key = (self.hash, places.iter().map(bits).collect::<Vec<_>>());
        if let Some(known) = self.seen.find(&key) {
            return Ok(known);
        }
        let seen = Arc::new(self.prepared.land.see(places, work)?);
        self.seen.keep(key, Arc::clone(&seen), places.len() * SEEN_BYTES_A_PLACE);
        Ok(seen)
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Prepares on one thread, so that neither pages nor other analyses go short.
fn in_own_thread(ground: &Ground, cache: Option<&Path>, work: &Work) -> Result<Prepared, String> {
    let prepare = || {
        let prepare = std::panic::AssertUnwindSafe(|| prepare(ground, cache, work));
        std::panic::catch_unwind(prepare).unwrap_or_else(|_| Err("it panicked".to_owned()))
    };
    match pool("overland-worker", 1) {
        Some(pool) => pool.install(prepare),
        None => prepare(),
    }
}

fn prepare(ground: &Ground, cache: Option<&Path>, work: &Work) -> Result<Prepared, String> {
    let reference = &ground.reference;
    let county = reference.municipalities.iter().map(|area| area.outline.clone());
    let around = reference.neighbours.iter().map(|(_, outline)| outline.clone());
    let passable: Vec<MultiPolygon<f64>> = county.chain(around).collect();
    let water: Vec<MultiPolygon<f64>> =
        reference.water.iter().map(|(_, outline)| outline.clone()).collect();
    let key = Land::key_of(&passable, &water, &reference.links);
    let file = cache.map(|folder| folder.join(format!("land-{key}.bin")));
    let kept = file.as_deref().and_then(|file| {
        let land = Land::from_bytes(&std::fs::read(file).ok()?, &key);
        // A file that is damaged, or of another version, is made anew.
        land.map_err(|error| tracing::info!(%error, "the kept land is not used")).ok()
    });
    let land = match kept {
        Some(land) => Ok(land),
        None => build(file.as_deref(), &passable, &water, ground, work),
    }?;
    let demand = &ground.demand;
    let centres: Vec<Projected> =
        (0..demand.len() as u32).map(|cell| demand.centre_m(cell)).collect();
    let cells = land
        .see_from_cells(&centres, demand.cell_size_m().unwrap_or(0), &work.part(BUILDING..1.0))
        .map_err(|cancelled| cancelled.to_string())?;
    Ok(Prepared { land, cells })
}

/// Builds the land, and keeps it for the next start where that can be done.
fn build(
    file: Option<&Path>,
    passable: &[MultiPolygon<f64>],
    water: &[MultiPolygon<f64>],
    ground: &Ground,
    work: &Work,
) -> Result<Land, String> {
    let land = Land::build(passable, water, &ground.reference.links, &work.part(0.0..BUILDING))
        .map_err(|error: LandError| error.to_string())?;
    if let Some(file) = file
        && let Err(error) = keep(file, &land.to_bytes())
    {
        let file = file.display();
        tracing::warn!(%error, %file, "the land cannot be kept for the next start");
    }
    Ok(land)
}

/// Writes a file as a whole: whoever reads it sees the old one or the new one.
fn keep(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // Two processes may do this at once; each has its own half-written file.
    let half = file.with_extension(format!("{}.tmp", std::process::id()));
    std::fs::write(&half, bytes)?;
    std::fs::rename(&half, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_file_is_whole_and_leaves_no_half_one_behind() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache/land-x.bin");
        keep(&file, b"one").unwrap();
        keep(&file, b"two").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
    }
}
