//! Documents by distance, nearest first, as far as they are asked for.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{CountingIndex, Doc, square_distance};

/// Iterator over `(document, straight distance in metres)`, ascending; see [`CountingIndex::nearest`].
#[derive(Debug, Clone)]
pub struct Nearest<'a> {
    index: &'a CountingIndex,
    from: [f64; 2],
    queue: BinaryHeap<Candidate>,
}

/// A subtree or a document, with the square of the least distance it can have.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    distance2: f64,
    kind: Kind,
}

/// Subtrees come before documents at the same distance, so that a tie inside them is settled by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Subtree(u32),
    Document(Doc),
}

impl Ord for Candidate {
    /// Reversed: the heap gives the greatest first.
    fn cmp(&self, other: &Self) -> Ordering {
        other.distance2.total_cmp(&self.distance2).then_with(|| other.kind.cmp(&self.kind))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

impl<'a> Nearest<'a> {
    pub(super) fn new(index: &'a CountingIndex, from: [f64; 2]) -> Self {
        let mut nearest = Self { index, from, queue: BinaryHeap::new() };
        nearest.push_subtree(0);
        nearest
    }

    fn push_subtree(&mut self, at: u32) {
        if let Some(node) = self.index.nodes.get(at as usize) {
            let distance2 = node.metres.nearest2(self.from);
            self.queue.push(Candidate { distance2, kind: Kind::Subtree(at) });
        }
    }

    fn expand(&mut self, at: u32) {
        let Some(node) = self.index.nodes.get(at as usize) else { return };
        if node.is_leaf {
            for doc in node.docs.clone() {
                let distance2 = square_distance(self.index.metres_of(doc), self.from);
                self.queue.push(Candidate { distance2, kind: Kind::Document(doc) });
            }
            return;
        }
        let behind = node.behind;
        let mut child = at + 1;
        while child < behind {
            self.push_subtree(child);
            child = self.index.nodes.get(child as usize).map_or(behind, |node| node.behind);
        }
    }
}

impl Iterator for Nearest<'_> {
    type Item = (Doc, f64);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Candidate { distance2, kind } = self.queue.pop()?;
            match kind {
                Kind::Subtree(at) => self.expand(at),
                Kind::Document(doc) => return Some((doc, distance2.sqrt())),
            }
        }
    }
}
