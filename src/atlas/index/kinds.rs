//! Kinds of supply: what an analysis has to know of a site, once for all sites that are alike.

use std::collections::HashMap;
use std::sync::Arc;

use crate::atlas::SupplyKind;

/// The distinct kinds, numbered; numbers stay valid in every later table.
#[derive(Debug, Clone, Default)]
pub(in crate::atlas) struct Kinds {
    distinct: Vec<Arc<SupplyKind>>,
    numbers: HashMap<Arc<SupplyKind>, u32>,
}

impl Kinds {
    /// The number of a kind, which is taken in where it is new.
    pub(in crate::atlas) fn number(&mut self, kind: SupplyKind) -> u32 {
        if let Some(&number) = self.numbers.get(&kind) {
            return number;
        }
        self.add(Arc::new(kind))
    }

    /// The number of a kind; the shared table is copied only where it is new.
    pub(in crate::atlas) fn number_shared(kinds: &mut Arc<Self>, kind: SupplyKind) -> u32 {
        match kinds.numbers.get(&kind) {
            Some(&number) => number,
            None => Arc::make_mut(kinds).number(kind),
        }
    }

    /// Takes in all kinds of another table; tells the new number of each.
    pub(in crate::atlas) fn absorb(&mut self, other: &Self) -> Vec<u32> {
        let each = other.distinct.iter().map(|kind| match self.numbers.get(kind) {
            Some(&number) => number,
            None => self.add(Arc::clone(kind)),
        });
        each.collect()
    }

    /// The kind of a number.
    pub(in crate::atlas) fn get(&self, number: u32) -> Option<&Arc<SupplyKind>> {
        self.distinct.get(number as usize)
    }

    fn add(&mut self, kind: Arc<SupplyKind>) -> u32 {
        let number = u32::try_from(self.distinct.len()).unwrap_or(u32::MAX);
        self.distinct.push(Arc::clone(&kind));
        self.numbers.insert(kind, number);
        number
    }
}
