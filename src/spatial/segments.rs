//! Where segments of lines meet.

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line};

/// How two segments meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meeting {
    /// They cross, each between its ends.
    Cross([f64; 2]),
    /// An end of one lies on the other.
    Touch([f64; 2]),
    /// They run along each other for a stretch, which begins here.
    Overlap([f64; 2]),
}

impl Meeting {
    pub(super) const fn position(self) -> [f64; 2] {
        match self {
            Self::Cross(at) | Self::Touch(at) | Self::Overlap(at) => at,
        }
    }

    /// Whether the two do more than touch.
    pub(super) const fn is_conflict(self) -> bool {
        !matches!(self, Self::Touch(_))
    }
}

/// Calls `visit` with each pair of segments that meet (lower index first) and how.
///
/// A sweep over the western ends; orientation tests are exact (Shewchuk's adaptive predicates, as in `geo`).
pub(super) fn for_each_meeting(
    segments: &[Line<f64>],
    mut visit: impl FnMut(usize, usize, Meeting),
) {
    let west = |line: &Line<f64>| line.start.x.min(line.end.x);
    let east = |line: &Line<f64>| line.start.x.max(line.end.x);
    let mut order: Vec<usize> = (0..segments.len()).collect();
    order.sort_by(|a, b| west(&segments[*a]).total_cmp(&west(&segments[*b])));
    let mut open: Vec<usize> = Vec::new();
    for here in order {
        let line = segments[here];
        open.retain(|other| east(&segments[*other]) >= west(&line));
        for other in &open {
            let (first, second) = (here.min(*other), here.max(*other));
            if let Some(meeting) = meeting(segments[first], segments[second]) {
                visit(first, second, meeting);
            }
        }
        open.push(here);
    }
}

fn meeting(a: Line<f64>, b: Line<f64>) -> Option<Meeting> {
    let apart = a.start.y.min(a.end.y) > b.start.y.max(b.end.y)
        || b.start.y.min(b.end.y) > a.start.y.max(a.end.y);
    if apart {
        return None;
    }
    match line_intersection(a, b)? {
        LineIntersection::SinglePoint { intersection, is_proper: true } => {
            Some(Meeting::Cross(pair(intersection)))
        }
        LineIntersection::SinglePoint { intersection, is_proper: false } => {
            Some(Meeting::Touch(pair(intersection)))
        }
        LineIntersection::Collinear { intersection } if intersection.start == intersection.end => {
            Some(Meeting::Touch(pair(intersection.start)))
        }
        LineIntersection::Collinear { intersection } => {
            Some(Meeting::Overlap(pair(intersection.start)))
        }
    }
}

const fn pair(at: Coord<f64>) -> [f64; 2] {
    [at.x, at.y]
}
