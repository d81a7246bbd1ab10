//! From points to a flat tree.

use rstar::primitives::GeomWithData;
use rstar::{ParentNode, RStarInsertionStrategy, RTree, RTreeNode, RTreeParams};

use super::{CountingIndex, Doc, Node, Rect, flat};
use crate::domain::LonLat;

/// A point with its place in the input.
type Entry = GeomWithData<[f64; 2], u32>;

/// Wider nodes than rstar's own (6): the flat tree gets shorter, and testing sixteen neighbouring points is one scan.
struct WideNodes;

impl RTreeParams for WideNodes {
    const MIN_SIZE: usize = 8;
    const MAX_SIZE: usize = 16;
    const REINSERTION_COUNT: usize = 4;
    type DefaultInsertionStrategy = RStarInsertionStrategy;
}

pub(super) fn build(points: &[LonLat]) -> (CountingIndex, Vec<u32>) {
    let entries: Vec<Entry> = (0..u32::MAX)
        .zip(points)
        .filter(|(_, point)| point.lon.is_finite() && point.lat.is_finite())
        .map(|(number, point)| Entry::new([point.lon, point.lat], number))
        .collect();
    let mut flattening = Flattening {
        index: CountingIndex {
            nodes: Vec::with_capacity(entries.len() / 8 + 1),
            degrees: Vec::with_capacity(entries.len()),
            metres: Vec::with_capacity(entries.len()),
        },
        order: Vec::with_capacity(entries.len()),
    };
    let tree = RTree::<Entry, WideNodes>::bulk_load_with_params(entries);
    if tree.size() > 0 {
        flattening.parent(tree.root());
    }
    (flattening.index, flattening.order)
}

struct Flattening {
    index: CountingIndex,
    order: Vec<u32>,
}

impl Flattening {
    /// Numbers a subtree depth first; returns its box in degrees and in metres.
    fn parent(&mut self, parent: &ParentNode<Entry>) -> (Rect, Rect) {
        let at = self.index.nodes.len();
        let first = self.next_doc();
        let is_leaf = parent.children().iter().all(|child| matches!(child, RTreeNode::Leaf(_)));
        self.index.nodes.push(Node {
            degrees: Rect::EMPTY,
            metres: Rect::EMPTY,
            docs: first..first,
            behind: 0,
            is_leaf,
        });
        let (mut degrees, mut metres) = (Rect::EMPTY, Rect::EMPTY);
        for child in parent.children() {
            let (child_degrees, child_metres) = match child {
                RTreeNode::Leaf(entry) if is_leaf => self.entry(entry),
                RTreeNode::Leaf(entry) => self.lone_entry(entry),
                RTreeNode::Parent(inner) => self.parent(inner),
            };
            for (whole, part) in [(&mut degrees, child_degrees), (&mut metres, child_metres)] {
                whole.take_in(part.low);
                whole.take_in(part.high);
            }
        }
        self.close(at, degrees, metres);
        (degrees, metres)
    }

    /// A point directly under a node that also has subtrees: it gets a leaf of its own.
    fn lone_entry(&mut self, entry: &Entry) -> (Rect, Rect) {
        let at = self.index.nodes.len();
        let first = self.next_doc();
        self.index.nodes.push(Node {
            degrees: Rect::EMPTY,
            metres: Rect::EMPTY,
            docs: first..first,
            behind: 0,
            is_leaf: true,
        });
        let (degrees, metres) = self.entry(entry);
        self.close(at, degrees, metres);
        (degrees, metres)
    }

    fn entry(&mut self, entry: &Entry) -> (Rect, Rect) {
        let [lon, lat] = *entry.geom();
        let metres = flat(LonLat { lon, lat });
        self.index.degrees.push([lon, lat]);
        self.index.metres.push(metres);
        self.order.push(entry.data);
        (Rect { low: [lon, lat], high: [lon, lat] }, Rect { low: metres, high: metres })
    }

    fn close(&mut self, at: usize, degrees: Rect, metres: Rect) {
        let end = self.next_doc();
        // There are never more nodes than documents, and of these at most u32::MAX.
        let behind = u32::try_from(self.index.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.index.nodes.get_mut(at) {
            node.degrees = degrees;
            node.metres = metres;
            node.docs.end = end;
            node.behind = behind;
        }
    }

    fn next_doc(&self) -> Doc {
        Doc::try_from(self.index.degrees.len()).unwrap_or(Doc::MAX)
    }
}
