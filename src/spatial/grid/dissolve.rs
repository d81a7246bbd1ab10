//! Joining equal squares into polygons, exactly and in about the time it takes to sort them.
//!
//! Every corner of the union is found by sweeping the rows; along each line of the lattice, level or upright, corners
//! in order pair up as the ends of its sides (O'Rourke, *Uniqueness of orthogonal connect-the-dots*, 1988). Where
//! four squares meet of which only two, diagonal ones, are taken, the corner counts twice, and the walk turns left: it
//! stays with its square, so that squares which touch only at a corner are not joined. A ring that comes back to such
//! a corner is cut there into simple rings. All arithmetic is on integers.

use std::collections::HashMap;

/// A polygon with corners on a lattice, `[column, row]`; rings are not closed and have a corner at every position.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LatticePolygon {
    /// Outer ring, counter-clockwise.
    pub outer: Vec<[u32; 2]>,
    /// Holes, clockwise; they may touch each other and the outer ring in single corners.
    pub holes: Vec<Vec<[u32; 2]>>,
}

/// Joins unit squares, given by the `[column, row]` of their lower-left corner, into polygons.
///
/// One polygon for each group of squares connected by sides, ordered by lowest, then leftmost side. Doubled squares
/// count once; the order of the input does not matter. No column or row may be `u32::MAX`.
///
/// ```
/// use sozialatlas::spatial::grid::dissolve;
/// let two = dissolve(&[[0, 0], [1, 0]]);
/// assert_eq!(two.len(), 1);
/// assert_eq!(two[0].outer, [[0, 0], [2, 0], [2, 1], [0, 1]]);
/// assert_eq!(dissolve(&[[0, 0], [1, 1]]).len(), 2);
/// ```
#[must_use]
pub fn dissolve(squares: &[[u32; 2]]) -> Vec<LatticePolygon> {
    let mut sweep = Sweep::default();
    let runs = runs_of(squares);
    sweep.run_parents = (0..runs.len() as u32).collect();
    sweep.all_lines(&runs);
    let upright = upright_partners(&sweep);
    assemble(&mut sweep, &upright)
}

/// Squares side by side in one row: columns `start` to `end` (excluded).
#[derive(Debug, Clone, Copy)]
struct Run {
    row: u32,
    start: u32,
    end: u32,
}

fn runs_of(squares: &[[u32; 2]]) -> Vec<Run> {
    let mut keys: Vec<u64> =
        squares.iter().map(|[column, row]| u64::from(*row) << 32 | u64::from(*column)).collect();
    keys.sort_unstable();
    let mut runs: Vec<Run> = Vec::new();
    for key in keys {
        let (row, column) = ((key >> 32) as u32, key as u32);
        match runs.last_mut() {
            Some(run) if run.row == row && run.end >= column => run.end = run.end.max(column + 1),
            _ => runs.push(Run { row, start: column, end: column + 1 }),
        }
    }
    runs
}

/// A corner of the union, as the end of one level side.
#[derive(Debug, Clone, Copy)]
struct Corner {
    at: [u32; 2],
    kind: CornerKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CornerKind {
    Single,
    /// Of a double corner, in the order in which their upright sides follow each other (down before up).
    Double,
    /// Of a double corner whose left entry has its upright side upwards: the two are exchanged on the upright line.
    DoubleLeftUp,
    /// Its companion, the right entry, with its upright side downwards.
    DoubleRightDown,
}

/// A level side, between corners `2·k` and `2·k + 1`.
#[derive(Debug, Clone, Copy)]
struct Side {
    /// Whether the squares lie above it; then it runs eastwards, else westwards, and the squares are on its left.
    squares_above: bool,
    /// A run of squares beside it.
    run: u32,
}

#[derive(Default)]
struct Sweep {
    /// By line upwards, each line from west to east.
    corners: Vec<Corner>,
    sides: Vec<Side>,
    /// Union–find over the runs.
    run_parents: Vec<u32>,
}

impl Sweep {
    fn all_lines(&mut self, runs: &[Run]) {
        let mut below: (u32, &[Run]) = (0, &[]);
        let mut first = 0_u32;
        for row in runs.chunk_by(|a, b| a.row == b.row) {
            let Some(y) = row.first().map(|run| run.row) else { continue };
            match below.1.first() {
                Some(previous) if previous.row + 1 == y => self.line(y, below, (first, row)),
                previous => {
                    if let Some(previous) = previous {
                        self.line(previous.row + 1, below, (0, &[]));
                    }
                    self.line(y, (0, &[]), (first, row));
                }
            }
            below = (first, row);
            first += row.len() as u32;
        }
        if let Some(last) = below.1.first() {
            self.line(last.row + 1, below, (0, &[]));
        }
    }

    /// The corners on the line between two rows, each given with the number of its first run.
    fn line(&mut self, y: u32, below: (u32, &[Run]), above: (u32, &[Run])) {
        // `i` and `j` count the ends of runs passed below and above: odd means inside a run.
        let (mut i, mut j) = (0, 0);
        loop {
            let (end_below, end_above) = (nth_end(below.1, i), nth_end(above.1, j));
            let Some(x) = [end_below, end_above].into_iter().flatten().min() else { break };
            let (at_below, at_above) = (end_below == Some(x), end_above == Some(x));
            let kind = match (at_below, at_above) {
                // Both begin or both end: an upright side passes straight through.
                (true, true) if (i ^ j) & 1 == 0 => None,
                // Above ends, below begins: the upper left and the lower right square are taken.
                (true, true) if j & 1 == 1 => {
                    Some([CornerKind::DoubleLeftUp, CornerKind::DoubleRightDown])
                }
                (true, true) => Some([CornerKind::Double; 2]),
                _ => Some([CornerKind::Single; 2]),
            };
            i += usize::from(at_below);
            j += usize::from(at_above);
            let (in_below, in_above) = (i & 1 == 1, j & 1 == 1);
            let (run_below, run_above) = (below.0 + (i / 2) as u32, above.0 + (j / 2) as u32);
            if in_below && in_above {
                self.join(run_below, run_above);
            }
            let Some([left, right]) = kind else { continue };
            self.corners.push(Corner { at: [x, y], kind: left });
            if left != CornerKind::Single {
                self.corners.push(Corner { at: [x, y], kind: right });
            }
            if in_below != in_above {
                let run = if in_above { run_above } else { run_below };
                self.sides.push(Side { squares_above: in_above, run });
            }
        }
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.run_parents.get_mut(a.max(b) as usize) {
            *parent = a.min(b);
        }
    }

    /// The representative of a run's group (with path halving).
    fn root(&mut self, mut run: u32) -> u32 {
        loop {
            let parent = self.parent(run);
            if parent == run {
                return run;
            }
            let grandparent = self.parent(parent);
            if let Some(slot) = self.run_parents.get_mut(run as usize) {
                *slot = grandparent;
            }
            run = grandparent;
        }
    }

    fn parent(&self, run: u32) -> u32 {
        self.run_parents.get(run as usize).copied().unwrap_or(run)
    }
}

/// The n-th of start, end, start, end, … of the runs of a row.
fn nth_end(runs: &[Run], n: usize) -> Option<u32> {
    runs.get(n / 2).map(|run| if n & 1 == 0 { run.start } else { run.end })
}

/// For each corner the one at the other end of its upright side.
fn upright_partners(sweep: &Sweep) -> Vec<u32> {
    let mut order: Vec<u64> = sweep
        .corners
        .iter()
        .zip(0_u32..)
        .map(|(corner, number)| u64::from(corner.at[0]) << 32 | u64::from(number))
        .collect();
    order.sort_unstable();
    let corner_of = |key: u64| {
        let number = key as u32;
        match sweep.corners.get(number as usize).map(|corner| corner.kind) {
            Some(CornerKind::DoubleLeftUp) => number + 1,
            Some(CornerKind::DoubleRightDown) => number - 1,
            _ => number,
        }
    };
    let mut partners = vec![0_u32; sweep.corners.len()];
    for pair in order.chunks_exact(2) {
        if let [a, b] = *pair {
            let (a, b) = (corner_of(a), corner_of(b));
            partners[a as usize] = b;
            partners[b as usize] = a;
        }
    }
    partners
}

/// Walks all rings and sorts them into polygons.
fn assemble(sweep: &mut Sweep, upright: &[u32]) -> Vec<LatticePolygon> {
    const NONE: u32 = u32::MAX;
    let mut polygons: Vec<LatticePolygon> = Vec::new();
    let mut holes: Vec<(u32, Vec<[u32; 2]>)> = Vec::new();
    let mut polygon_of_group = vec![NONE; sweep.run_parents.len()];
    let mut is_walked = vec![false; sweep.sides.len()];
    for start in 0..sweep.sides.len() {
        if is_walked[start] {
            continue;
        }
        let group = sweep.root(sweep.sides[start].run);
        for ring in simple_rings(walk(sweep, upright, start, &mut is_walked)) {
            if is_counter_clockwise(&ring) {
                polygon_of_group[group as usize] = polygons.len() as u32;
                polygons.push(LatticePolygon { outer: ring, holes: Vec::new() });
            } else {
                holes.push((group, ring));
            }
        }
    }
    for (group, hole) in holes {
        let polygon = polygon_of_group[group as usize];
        if let Some(polygon) = polygons.get_mut(polygon as usize) {
            polygon.holes.push(hole);
        }
    }
    polygons
}

/// The corners of one ring, from side to side with the squares on the left.
fn walk(sweep: &Sweep, upright: &[u32], start: usize, is_walked: &mut [bool]) -> Vec<Corner> {
    let mut ring = Vec::new();
    let mut side = start;
    loop {
        is_walked[side] = true;
        let (west, east) = (2 * side, 2 * side + 1);
        let (from, to) = if sweep.sides[side].squares_above { (west, east) } else { (east, west) };
        ring.push(sweep.corners[from]);
        ring.push(sweep.corners[to]);
        side = (upright[to] / 2) as usize;
        if side == start {
            return ring;
        }
    }
}

/// Cuts a ring at corners that it passes twice.
fn simple_rings(ring: Vec<Corner>) -> Vec<Vec<[u32; 2]>> {
    let doubles = ring.iter().filter(|corner| corner.kind != CornerKind::Single).count();
    if doubles < 2 {
        return vec![ring.into_iter().map(|corner| corner.at).collect()];
    }
    let mut rings = Vec::new();
    let mut path: Vec<Corner> = Vec::with_capacity(ring.len());
    let mut passed: HashMap<[u32; 2], usize> = HashMap::with_capacity(doubles);
    for corner in ring {
        if corner.kind != CornerKind::Single {
            if let Some(first) = passed.get(&corner.at).copied() {
                let cut: Vec<[u32; 2]> = path.drain(first..).map(|corner| corner.at).collect();
                for at in &cut {
                    passed.remove(at);
                }
                rings.push(cut);
            }
            passed.insert(corner.at, path.len());
        }
        path.push(corner);
    }
    rings.push(path.into_iter().map(|corner| corner.at).collect());
    rings
}

/// Whether the signed area (shoelace formula) is positive.
fn is_counter_clockwise(ring: &[[u32; 2]]) -> bool {
    let twice: i128 = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .map(|([ax, ay], [bx, by])| {
            i128::from(*ax) * i128::from(*by) - i128::from(*bx) * i128::from(*ay)
        })
        .sum();
    twice > 0
}
