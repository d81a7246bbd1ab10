//! Which squares hang together: by their sides, or across gaps up to a width.

/// The lowest, then leftmost square of each one's group: places in a list sorted by row, then column.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// Squares as `row << 32 | column`, ascending, with their place in the input.
    pub squares: Vec<(u64, u32)>,
    /// For each of `squares` the place in `squares` of the first of its group.
    pub first: Vec<u32>,
}

/// Joins squares of `side_m` metres, given by column and row, if there is at most `gap_m` between their edges
/// (Euclidean); with 0 only those that share a side, so that squares which touch at a corner stay apart.
///
/// Doubled squares are joined.
pub(super) fn join(squares: &[[u32; 2]], side_m: u32, gap_m: f64) -> Groups {
    let sorted = by_row(squares);
    let mut forest = Forest::new(sorted.len());
    join_sides(&sorted, &mut forest);
    if gap_m > 0.0 {
        join_gaps(&sorted, gap_m / f64::from(side_m.max(1)), &mut forest);
    }
    let first = (0..sorted.len() as u32).map(|place| forest.root(place)).collect();
    Groups { squares: sorted, first }
}

/// The squares as `row << 32 | column`, ascending, with their place in the input.
fn by_row(squares: &[[u32; 2]]) -> Vec<(u64, u32)> {
    let least = |axis: usize| squares.iter().map(|square| square[axis]).min().unwrap_or(0);
    let [west, south] = [least(0), least(1)];
    let key = |column: u32, row: u32| u64::from(row) << 32 | u64::from(column);
    let is_narrow = |[column, row]: &[u32; 2]| (column - west) < 1 << 16 && (row - south) < 1 << 16;
    if !squares.iter().all(is_narrow) {
        let keyed = (0..).zip(squares).map(|(place, [column, row])| (key(*column, *row), place));
        let mut sorted: Vec<(u64, u32)> = keyed.collect();
        sorted.sort_unstable();
        return sorted;
    }
    // Row, column and place fit into one number, which sorts in half the time.
    let packed = (0_u32..).zip(squares).map(|(place, [column, row])| {
        u64::from(row - south) << 48 | u64::from(column - west) << 32 | u64::from(place)
    });
    let mut packed: Vec<u64> = packed.collect();
    packed.sort_unstable();
    let unpacked = packed.into_iter().map(|packed| {
        let (row, column) = ((packed >> 48) as u32, (packed >> 32) as u32 & 0xFFFF);
        (key(column + west, row + south), packed as u32)
    });
    unpacked.collect()
}

impl Groups {
    /// The group of a square: the place of its first one.
    pub(super) fn of(&self, [column, row]: [u32; 2]) -> Option<u32> {
        let key = u64::from(row) << 32 | u64::from(column);
        let place = self.squares.partition_point(|(other, _)| *other < key);
        self.first.get(place).copied()
    }
}

/// Union–find (Tarjan 1975); the least place of a set stands for it.
struct Forest {
    parents: Vec<u32>,
}

impl Forest {
    fn new(count: usize) -> Self {
        Self { parents: (0..count as u32).collect() }
    }

    fn root(&mut self, mut place: u32) -> u32 {
        loop {
            let parent = self.parents[place as usize];
            if parent == place {
                return place;
            }
            let grandparent = self.parents[parent as usize];
            self.parents[place as usize] = grandparent;
            place = grandparent;
        }
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }
}

fn join_sides(sorted: &[(u64, u32)], forest: &mut Forest) {
    let mut above = 0;
    for (place, (key, _)) in sorted.iter().enumerate() {
        if let Some((next, _)) = sorted.get(place + 1)
            && (*next == *key || *next == *key + 1)
        {
            forest.join(place as u32, place as u32 + 1);
        }
        let wanted = *key + (1 << 32);
        while sorted.get(above).is_some_and(|(other, _)| *other < wanted) {
            above += 1;
        }
        if sorted.get(above).is_some_and(|(other, _)| *other == wanted) {
            forest.join(place as u32, above as u32);
        }
    }
}

/// Squares of one tile of a coarser grid.
struct Tile {
    column: u32,
    row: u32,
    /// Places in the list of all.
    squares: Vec<u32>,
}

/// Joins across gaps of at most `gap` squares. Squares are put into tiles so small that all in one tile are that near
/// (as in the grid method for DBSCAN, Gunawan 2013); then only tiles near each other that are not joined yet are
/// compared square by square.
fn join_gaps(sorted: &[(u64, u32)], gap: f64, forest: &mut Forest) {
    let side = tile_side(gap);
    let tiles = tiles(sorted, side);
    for tile in &tiles {
        for pair in tile.squares.windows(2) {
            forest.join(pair[0], pair[1]);
        }
    }
    // Never more than two: the sides of tiles grow with the gap.
    let around = i32::try_from((gap as u32 + 1).div_ceil(side)).unwrap_or(2);
    for tile in &tiles {
        for up in 0..=around {
            for right in -around..=around {
                if up == 0 && right <= 0 {
                    continue;
                }
                let Some(other) = find(&tiles, tile, up, right) else { continue };
                let firsts = (tile.squares.first(), other.squares.first());
                let (Some(a), Some(b)) = firsts else { continue };
                if forest.root(*a) != forest.root(*b) && is_near(sorted, tile, other, gap) {
                    forest.join(*a, *b);
                }
            }
        }
    }
}

/// The widest tile, in squares, in which no two squares are farther apart than the gap: between those in opposite
/// corners are `side − 2` squares each way.
fn tile_side(gap: f64) -> u32 {
    let fits = |between: u32| 2.0 * f64::from(between) * f64::from(between) <= gap * gap;
    let mut between = (gap / std::f64::consts::SQRT_2).min(1e6) as u32 + 1;
    while between > 0 && !fits(between) {
        between -= 1;
    }
    between + 2
}

/// Tiles by row, then column.
fn tiles(sorted: &[(u64, u32)], side: u32) -> Vec<Tile> {
    let mut keyed: Vec<(u32, u32, u32)> = (0..)
        .zip(sorted)
        .map(|(place, (key, _))| ((key >> 32) as u32 / side, *key as u32 / side, place))
        .collect();
    keyed.sort_unstable();
    keyed
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .filter_map(|chunk| {
            let (row, column, _) = *chunk.first()?;
            Some(Tile { column, row, squares: chunk.iter().map(|(_, _, place)| *place).collect() })
        })
        .collect()
}

fn find<'a>(tiles: &'a [Tile], from: &Tile, up: i32, right: i32) -> Option<&'a Tile> {
    let row = from.row.checked_add_signed(up)?;
    let column = from.column.checked_add_signed(right)?;
    let place = tiles.binary_search_by_key(&(row, column), |tile| (tile.row, tile.column)).ok()?;
    tiles.get(place)
}

/// Whether any square of one tile is near enough to any of the other.
fn is_near(sorted: &[(u64, u32)], a: &Tile, b: &Tile, gap: f64) -> bool {
    let at = |place: u32| {
        let key = sorted[place as usize].0;
        [key as u32, (key >> 32) as u32]
    };
    let others: Vec<[u32; 2]> = b.squares.iter().map(|place| at(*place)).collect();
    a.squares.iter().any(|place| {
        let one = at(*place);
        others.iter().any(|other| gap_squared(one, *other) <= gap * gap)
    })
}

/// The squared distance between the edges of two squares, in sides.
fn gap_squared(a: [u32; 2], b: [u32; 2]) -> f64 {
    let between = |a: u32, b: u32| f64::from(a.abs_diff(b).saturating_sub(1));
    let (columns, rows) = (between(a[0], b[0]), between(a[1], b[1]));
    columns * columns + rows * rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The groups found by comparing all pairs, as the sorted list of group members' squares.
    fn naive(squares: &[[u32; 2]], side_m: u32, gap_m: f64) -> Vec<Vec<[u32; 2]>> {
        let mut left: Vec<[u32; 2]> = squares.to_vec();
        let mut groups = Vec::new();
        let joined = |a: [u32; 2], b: [u32; 2]| {
            let (x, y) = (a[0].abs_diff(b[0]), a[1].abs_diff(b[1]));
            if gap_m > 0.0 {
                gap_squared(a, b).sqrt() * f64::from(side_m) <= gap_m
            } else {
                x + y <= 1
            }
        };
        while let Some(start) = left.pop() {
            let mut group = vec![start];
            let mut next = 0;
            while let Some(one) = group.get(next).copied() {
                next += 1;
                let (near, far) = left.iter().partition(|other| joined(one, **other));
                left = far;
                group.extend::<Vec<_>>(near);
            }
            group.sort_unstable_by_key(|[x, y]| (*y, *x));
            groups.push(group);
        }
        groups.sort_unstable();
        groups
    }

    fn found(squares: &[[u32; 2]], side_m: u32, gap_m: f64) -> Vec<Vec<[u32; 2]>> {
        let groups = join(squares, side_m, gap_m);
        let mut by_first = std::collections::BTreeMap::<u32, Vec<[u32; 2]>>::new();
        for ((key, _), first) in groups.squares.iter().zip(&groups.first) {
            by_first.entry(*first).or_default().push([*key as u32, (*key >> 32) as u32]);
        }
        let mut groups: Vec<_> = by_first.into_values().collect();
        groups.sort_unstable();
        groups
    }

    #[test]
    fn without_a_gap_only_sides_join() {
        let squares = [[5, 5], [6, 5], [7, 6], [7, 7]];
        assert_eq!(found(&squares, 100, 0.0).len(), 2);
        assert_eq!(found(&squares, 100, 1.0).len(), 1);
    }

    #[test]
    fn squares_far_apart_are_sorted_like_near_ones() {
        let squares = [[70_000, 5], [3, 9], [3, 5], [2, 90_000], [3, 9]];
        let by_row = by_row(&squares);
        let places: Vec<u32> = by_row.iter().map(|(_, place)| *place).collect();
        assert_eq!(places, [2, 0, 1, 4, 3]);
        assert_eq!(by_row[1].0, (5 << 32) + 70_000);
        let near: Vec<[u32; 2]> = squares.iter().map(|[x, y]| [x % 100, y % 100]).collect();
        let near = super::by_row(&near);
        assert_eq!(near.iter().map(|(_, place)| *place).collect::<Vec<_>>(), [3, 0, 2, 1, 4]);
    }

    #[test]
    fn a_gap_is_measured_between_edges() {
        // Three squares between them: 300 m; across both directions 300 and 400 m: 500 m.
        assert_eq!(found(&[[0, 0], [4, 0]], 100, 299.0).len(), 2);
        assert_eq!(found(&[[0, 0], [4, 0]], 100, 300.0).len(), 1);
        assert_eq!(found(&[[0, 0], [4, 5]], 100, 499.9).len(), 2);
        assert_eq!(found(&[[0, 0], [4, 5]], 100, 500.0).len(), 1);
    }

    proptest! {
        #[test]
        fn groups_are_those_of_comparing_all_pairs(
            squares in prop::collection::vec((0..40u32, 0..40u32), 0..60),
            gap in prop::sample::select(vec![0.0, 50.0, 100.0, 141.0, 142.0, 283.0, 500.0, 1_000.0]),
        ) {
            let squares: Vec<[u32; 2]> = squares.into_iter().map(|(x, y)| [x, y]).collect();
            prop_assert_eq!(found(&squares, 100, gap), naive(&squares, 100, gap));
        }
    }
}
