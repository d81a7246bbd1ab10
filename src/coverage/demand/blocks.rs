//! Neighbouring cells in small groups, so that what is asked of one is asked of all at once.

use crate::spatial::Projected;

/// Cells that follow each other, all of one municipality, and the box around their lower-left corners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    /// Place of the first cell.
    pub start: u32,
    /// Place behind the last cell.
    pub end: u32,
    west_m: u32,
    south_m: u32,
    east_m: u32,
    north_m: u32,
}

/// Most cells in a block.
const MOST_CELLS: u32 = 64;
/// Widest block in metres (or [`WIDEST_CELLS`], if that is wider): the wider it is, the more sites are near it.
const WIDEST_M: u32 = 3_200;
/// Widest block in cells.
const WIDEST_CELLS: u32 = 4;

impl Block {
    /// The middle of the block, and how far the farthest middle of a cell can be from there.
    pub(crate) fn circle(&self, side_m: u32) -> (Projected, f64) {
        let half = f64::from(side_m) / 2.0;
        let middle = |low, high| f64::midpoint(f64::from(low), f64::from(high));
        let centre = Projected::new(
            middle(self.west_m, self.east_m) + half,
            middle(self.south_m, self.north_m) + half,
        );
        let width = f64::from(self.east_m) - f64::from(self.west_m);
        let height = f64::from(self.north_m) - f64::from(self.south_m);
        (centre, width.hypot(height) / 2.0)
    }

    /// Whether a cell of the block can hold a point.
    pub(crate) fn may_hold(&self, at: Projected, side: f64) -> bool {
        let within =
            |low, high, metres: f64| metres >= f64::from(low) && metres < f64::from(high) + side;
        within(self.west_m, self.east_m, at.easting_m)
            && within(self.south_m, self.north_m, at.northing_m)
    }

    fn of(cell: u32, at: [u32; 2]) -> Self {
        let [east, north] = at;
        Self {
            start: cell,
            end: cell + 1,
            west_m: east,
            south_m: north,
            east_m: east,
            north_m: north,
        }
    }

    /// With one more cell; `None` if that is too many or too wide.
    fn grown(&self, [east, north]: [u32; 2], widest: u32) -> Option<Self> {
        let grown = Self {
            end: self.end + 1,
            west_m: self.west_m.min(east),
            south_m: self.south_m.min(north),
            east_m: self.east_m.max(east),
            north_m: self.north_m.max(north),
            ..*self
        };
        let fits = grown.end - grown.start <= MOST_CELLS
            && grown.east_m - grown.west_m <= widest
            && grown.north_m - grown.south_m <= widest;
        fits.then_some(grown)
    }
}

/// Cuts cells in their order into blocks.
pub(super) fn cut(
    eastings_m: &[u32],
    northings_m: &[u32],
    municipalities: &[u16],
    side_m: u32,
) -> Vec<Block> {
    let widest = WIDEST_M.max(side_m.saturating_mul(WIDEST_CELLS));
    let mut blocks: Vec<(Block, u16)> = Vec::new();
    let corners = eastings_m.iter().zip(northings_m);
    for ((cell, (east, north)), municipality) in (0..).zip(corners).zip(municipalities) {
        let at = [*east, *north];
        if let Some((block, of)) = blocks.last_mut()
            && of == municipality
            && let Some(grown) = block.grown(at, widest)
        {
            *block = grown;
        } else {
            blocks.push((Block::of(cell, at), *municipality));
        }
    }
    blocks.into_iter().map(|(block, _)| block).collect()
}

/// Place on the Z-order curve (Morton, *A computer oriented geodetic data base*, IBM, 1966): the bits of both numbers
/// in turn, so that neighbours on the plane are mostly neighbours on the curve.
pub(super) fn z_order([column, row]: [u32; 2]) -> u64 {
    spread(row) << 1 | spread(column)
}

/// The bits of a number with gaps of one bit between them.
fn spread(number: u32) -> u64 {
    let mut bits = u64::from(number);
    bits = (bits | bits << 16) & 0x0000_FFFF_0000_FFFF;
    bits = (bits | bits << 8) & 0x00FF_00FF_00FF_00FF;
    bits = (bits | bits << 4) & 0x0F0F_0F0F_0F0F_0F0F;
    bits = (bits | bits << 2) & 0x3333_3333_3333_3333;
    (bits | bits << 1) & 0x5555_5555_5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_takes_the_bits_in_turn() {
        assert_eq!(z_order([0b11, 0b00]), 0b0101);
        assert_eq!(z_order([0b00, 0b11]), 0b1010);
        assert_eq!(z_order([u32::MAX, u32::MAX]), u64::MAX);
    }

    #[test]
    fn blocks_are_small_hold_every_cell_once_and_never_two_municipalities() {
        let (columns, rows) = (0..40_u32, 0..40_u32);
        let cells: Vec<[u32; 2]> =
            columns.flat_map(|x| rows.clone().map(move |y| [x * 100, y * 100])).collect();
        let eastings: Vec<u32> = cells.iter().map(|cell| cell[0]).collect();
        let northings: Vec<u32> = cells.iter().map(|cell| cell[1]).collect();
        let of: Vec<u16> = (0..1600).map(|n| u16::from(n >= 777)).collect();
        let blocks = cut(&eastings, &northings, &of, 100);
        let mut next = 0;
        for block in &blocks {
            assert_eq!(block.start, next);
            next = block.end;
            let cells = block.start as usize..block.end as usize;
            assert!(cells.len() <= 64);
            assert!(of[cells.clone()].windows(2).all(|pair| pair[0] == pair[1]));
            let (centre, radius) = block.circle(100);
            for cell in cells {
                let at = Projected::new(
                    f64::from(eastings[cell]) + 50.0,
                    f64::from(northings[cell]) + 50.0,
                );
                assert!(at.distance_m(centre) <= radius + 1e-9);
                assert!(block.may_hold(at, 100.0));
            }
        }
        assert_eq!(next, 1600);
    }
}
