//! Counted people of one group, cell by cell.

use super::{Demand, UNKNOWN};
use crate::coverage::question::PopulationGroup;

/// Counted people of a cell. Nobody where nobody lives today, whatever was counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct InCell {
    /// People of the group, where the grid tells their number.
    pub known: u64,
    /// Everybody in the cell, where it does not: any of them may belong to the group.
    pub untold: u64,
}

impl InCell {
    /// Whether nobody of the group can live here.
    pub(crate) fn is_empty(self) -> bool {
        self.known == 0 && self.untold == 0
    }
}

/// Looks up the people of a group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted<'a> {
    demand: &'a Demand,
    of_group: &'a [u32],
    /// Everybody; empty where every cell tells the group.
    everybody: &'a [u32],
    /// Whether some municipality has no people any more.
    any_deserted: bool,
}

impl<'a> Counted<'a> {
    pub(crate) fn new(demand: &'a Demand, group: PopulationGroup) -> Self {
        let everybody =
            if demand.knows(group) { &[] } else { demand.counted_by_cell(PopulationGroup::Total) };
        Self {
            demand,
            of_group: demand.counted_by_cell(group),
            everybody,
            any_deserted: demand.any_deserted,
        }
    }

    /// The people of a cell.
    pub(crate) fn of(&self, cell: u32) -> InCell {
        if self.any_deserted && !self.demand.is_inhabited(self.demand.municipality(cell)) {
            return InCell::default();
        }
        let at = cell as usize;
        match self.of_group.get(at) {
            Some(people) if *people != UNKNOWN => InCell { known: u64::from(*people), untold: 0 },
            _ => {
                let everybody = self.everybody.get(at).copied().unwrap_or(0);
                InCell { known: 0, untold: u64::from(everybody) }
            }
        }
    }
}
