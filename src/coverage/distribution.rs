//! How distances are spread over people: quantiles, histogram, Lorenz curve, Gini coefficient.
//!
//! Everything is weighted by people and looks only at people who have a site (and a path) at all; the others are told
//! apart as `without_any`.
//!
//! - *Quantile* `q`: the smallest distance `d` such that the people with a distance of at most `d` are at least the
//!   share `q` of them (the inverse of the empirical distribution function, definition 1 of Hyndman & Fan 1996, *Sample
//!   quantiles in statistical packages*, The American Statistician 50, with people for observations).
//! - *Lorenz curve* (Lorenz 1905, *Methods of measuring the concentration of wealth*, Publ. Amer. Stat. Assoc. 9): with
//!   people in the order of their distance, the share `Y` of all metres that the nearest share `X` of people has.
//! - *Gini coefficient* (Gini 1912, *Variabilità e mutabilità*), by trapezoids as in Brown 1994, *Using Gini-style
//!   indices to evaluate the spatial patterns of health practitioners*, Soc. Sci. Med. 38:
//!   `G = 1 − Σ (Xₖ − Xₖ₋₁)(Yₖ + Yₖ₋₁)`.
//! - *Histogram*: bins of 1, 2 or 5 times a power of ten metres, none narrower than a cell, at most twenty, of which the
//!   last reaches beyond the distance of 99 in 100 people; who is farther is in one open bin behind them.

use rayon::prelude::*;

use super::answer::{Bin, DistanceSummary, Distribution};
use super::demand::{Counted, Demand};
use super::question::PopulationGroup;
use super::reach::Reach;

/// More cells than this are sorted on all threads.
const MANY_CELLS: usize = 50_000;
/// Most bins of equal width.
const MOST_BINS: f64 = 20.0;
/// Pieces of the Lorenz curve.
const PIECES: u32 = 100;
/// Shares of people are compared with this much slack, so that rounding does not decide.
const SLACK: f64 = 1e-12;

/// People in the order of their distance.
#[derive(Debug, Default)]
pub(crate) struct Spread {
    /// Ascending; equal ones in the order of their cells.
    cells: Vec<(f64, u32)>,
    /// People up to and with each of them.
    people: Vec<f64>,
}

impl Spread {
    /// The people of a group in some cells, those without any distance left out.
    pub(crate) fn of(
        demand: &Demand,
        reach: &Reach,
        group: PopulationGroup,
        cells: impl Iterator<Item = u32>,
    ) -> Self {
        let counted = Counted::new(demand, group);
        let has_people = |cell: &u32| counted.of(*cell).known > 0;
        let cells: Vec<(f64, u32)> = cells
            .filter(has_people)
            .map(|cell| (reach.distance_m(cell), cell))
            .filter(|(metres, _)| metres.is_finite())
            .collect();
        let cells = by_distance(cells);
        let mut sum = 0.0;
        let people = cells.iter().map(|(_, cell)| {
            sum += demand.people(*cell, group).unwrap_or(0.0);
            sum
        });
        Self { people: people.collect(), cells }
    }

    /// The cells in the order of their distance, which comes first.
    pub(crate) fn cells(&self) -> &[(f64, u32)] {
        &self.cells
    }

    /// All people with a distance.
    fn total(&self) -> f64 {
        self.people.last().copied().unwrap_or(0.0)
    }

    /// The smallest distance within which at least this share of the people has it.
    pub(crate) fn quantile(&self, share: f64) -> Option<f64> {
        let wanted = self.total() * share * (1.0 - SLACK);
        let at = self.people.partition_point(|people| *people < wanted);
        self.cells.get(at).map(|(metres, _)| *metres)
    }

    /// The largest distance of anybody.
    pub(crate) fn greatest(&self) -> Option<f64> {
        self.cells.last().map(|(metres, _)| *metres)
    }

    pub(crate) fn summary(&self) -> DistanceSummary {
        DistanceSummary {
            median: self.quantile(0.5),
            p90: self.quantile(0.9),
            max: self.greatest(),
        }
    }

    /// People of each cell in the order of their distance, with it.
    fn weights(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let before = std::iter::once(0.0).chain(self.people.iter().copied());
        self.cells
            .iter()
            .zip(self.people.iter().zip(before))
            .map(|((metres, _), (people, before))| (*metres, people - before))
    }

    /// Everything about how the distances are spread, in bins no narrower than `least_width_m`.
    pub(crate) fn distribution(&self, least_width_m: f64) -> Distribution {
        let total = self.total();
        if total <= 0.0 {
            return Distribution::default();
        }
        let metres: f64 = self.weights().map(|(metres, people)| metres * people).sum();
        let (lorenz, gini) = self.lorenz(total, metres);
        Distribution {
            histogram: self.histogram(least_width_m),
            lorenz,
            gini: Some(gini),
            mean_m: Some(metres / total),
        }
    }

    /// The Lorenz curve at every hundredth of the people, and the Gini coefficient of the whole curve.
    fn lorenz(&self, total: f64, metres: f64) -> (Vec<[f64; 2]>, f64) {
        let mut points = vec![[0.0, 0.0]];
        let mut twice_below = 0.0;
        let (mut x, mut y) = (0.0, 0.0);
        let mut walked = 0.0;
        for ((distance_m, people), reached) in self.weights().zip(&self.people) {
            walked += distance_m * people;
            // Where everybody lives at a site, all are equally far: the curve is the diagonal.
            let next_x = reached / total;
            let next_y = if metres > 0.0 { walked / metres } else { next_x };
            twice_below += (next_x - x) * (next_y + y);
            while points.len() < PIECES as usize {
                let at = points.len() as f64 / f64::from(PIECES);
                if at > next_x {
                    break;
                }
                let share = if next_x > x { (at - x) / (next_x - x) } else { 1.0 };
                points.push([at, y + share * (next_y - y)]);
            }
            (x, y) = (next_x, next_y);
        }
        points.push([1.0, 1.0]);
        (points, (1.0 - twice_below).clamp(0.0, 1.0))
    }

    fn histogram(&self, least_width_m: f64) -> Vec<Bin> {
        let (Some(usual), Some(greatest)) = (self.quantile(0.99), self.greatest()) else {
            return Vec::new();
        };
        let width = bin_width(usual, least_width_m);
        let bins = ((greatest / width).floor() + 1.0).min(MOST_BINS) as usize;
        let mut people = vec![0.0; bins + 1];
        for (metres, weight) in self.weights() {
            let bin = ((metres / width) as usize).min(bins);
            people[bin] += weight;
        }
        let open = people.pop().filter(|people| *people > 0.0);
        let edge = |bin: usize| bin as f64 * width;
        let mut histogram: Vec<Bin> = people
            .into_iter()
            .enumerate()
            .map(|(bin, people)| Bin { from_m: edge(bin), to_m: Some(edge(bin + 1)), people })
            .collect();
        histogram.extend(open.map(|people| Bin { from_m: edge(bins), to_m: None, people }));
        histogram
    }
}

/// Bits of a key that hold a place.
const PLACE_BITS: u32 = 24;

/// Sorts by distance, then cell. The cells are all different: the order is the only one, however it is found.
///
/// Numbers of 64 bits sort in half the time of pairs: first by the leading bits of the distance (good to some hundredths
/// of a millimetre) and the place in the list; then the few that this leaves out of order move to where they belong.
fn by_distance(mut cells: Vec<(f64, u32)>) -> Vec<(f64, u32)> {
    // Distances are never negative, so their bits are in the order of the numbers.
    let exact = |(metres, cell): &(f64, u32)| (metres.to_bits(), *cell);
    if cells.len() >= 1 << PLACE_BITS {
        cells.par_sort_unstable_by_key(exact);
        return cells;
    }
    let numbered = (0_u64..).zip(&cells);
    let key = |(place, (metres, _)): (u64, &(f64, u32))| {
        metres.to_bits() >> PLACE_BITS << PLACE_BITS | place
    };
    let mut keys: Vec<u64> = numbered.map(key).collect();
    if keys.len() > MANY_CELLS {
        keys.par_sort_unstable();
    } else {
        keys.sort_unstable();
    }
    let place = |key: u64| (key & ((1 << PLACE_BITS) - 1)) as usize;
    let mut sorted: Vec<(f64, u32)> = keys.into_iter().map(|key| cells[place(key)]).collect();
    for at in 1..sorted.len() {
        let mut to = at;
        while to > 0 && exact(&sorted[to - 1]) > exact(&sorted[to]) {
            sorted.swap(to - 1, to);
            to -= 1;
        }
    }
    sorted
}

/// The least of 1, 2, 5, 10, 20, 50 … metres that is at least `least_m` and of which twenty reach beyond `usual_m`.
fn bin_width(usual_m: f64, least_m: f64) -> f64 {
    let mut power = 1.0;
    // Distances on the earth end long before 10^9 metres.
    while power < 1e9 {
        for step in [1.0, 2.0, 5.0] {
            let width = step * power;
            if width >= least_m && MOST_BINS * width > usual_m {
                return width;
            }
        }
        power *= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these figures are exact")]

    use super::*;

    /// People at distances, given in order.
    fn spread(people: &[(f64, f64)]) -> Spread {
        let mut sum = 0.0;
        let cells = (0..).zip(people).map(|(cell, (metres, _))| (*metres, cell)).collect();
        let people = people.iter().map(|(_, weight)| {
            sum += weight;
            sum
        });
        Spread { people: people.collect(), cells }
    }

    #[test]
    fn quantiles_are_the_first_distance_that_enough_people_reach() {
        let spread = spread(&[(100.0, 5.0), (200.0, 4.0), (300.0, 1.0)]);
        assert_eq!(spread.quantile(0.5), Some(100.0));
        assert_eq!(spread.quantile(0.51), Some(200.0));
        assert_eq!(spread.quantile(0.9), Some(200.0));
        assert_eq!(spread.quantile(1.0), Some(300.0));
        assert_eq!(Spread::default().quantile(0.5), None);
    }

    #[test]
    fn distances_that_differ_in_the_last_bit_alone_are_told_apart() {
        let mut metres = 4_711.0_f64;
        let mut cells = Vec::new();
        for cell in 0..500 {
            // Ever nearer, with a tie now and then; some far off in between.
            cells.push((if cell % 7 == 0 { 90_000.0 - metres } else { metres }, cell));
            metres = if cell % 3 == 0 { metres } else { metres.next_down() };
        }
        let mut expected = cells.clone();
        expected.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        assert_eq!(by_distance(cells), expected);
    }

    #[test]
    fn rounding_does_not_move_a_quantile() {
        // Ten times 0.1 is less than 1 in floating point; half of it is still reached by the fifth.
        let people: Vec<(f64, f64)> = (1..=10).map(|n| (f64::from(n), 0.1)).collect();
        assert_eq!(spread(&people).quantile(0.5), Some(5.0));
        assert_eq!(spread(&people).quantile(0.9), Some(9.0));
    }

    #[test]
    fn the_gini_coefficient_is_that_of_the_textbook() {
        // Two people with 0 and 1: the mean absolute difference is 1/2, the mean 1/2: G = 1/2 · 1/2 / 1/2 = 0.5.
        let gini = |people: &[(f64, f64)]| spread(people).distribution(1.0).gini.unwrap();
        assert!((gini(&[(0.0, 1.0), (1.0, 1.0)]) - 0.5).abs() < 1e-12);
        assert!(gini(&[(700.0, 3.0), (700.0, 9.0)]).abs() < 1e-12);
        assert!(gini(&[(0.0, 3.0)]).abs() < 1e-12);
        // 1, 2, 3, 4 with one person each: G = Σ(2i − n − 1)xᵢ / (n Σx) = 10 / 40.
        let four: Vec<(f64, f64)> = (1..=4).map(|n| (f64::from(n), 1.0)).collect();
        assert!((gini(&four) - 0.25).abs() < 1e-12);
    }

    #[test]
    fn the_lorenz_curve_runs_from_nothing_to_all_below_the_diagonal() {
        let people: Vec<(f64, f64)> = (0..1000).map(|n| (f64::from(n), f64::from(n % 7))).collect();
        let lorenz = spread(&people).distribution(1.0).lorenz;
        assert_eq!(lorenz.len(), 101);
        assert_eq!((lorenz[0], lorenz[100]), ([0.0, 0.0], [1.0, 1.0]));
        for pair in lorenz.windows(2) {
            assert!(pair[0][0] < pair[1][0] && pair[0][1] <= pair[1][1]);
            assert!(pair[0][1] <= pair[0][0] + 1e-12);
        }
        let one = spread(&[(500.0, 2.0)]).distribution(100.0).lorenz;
        assert_eq!(one.len(), 101);
        assert!((one[50][1] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn bins_are_round_and_hold_everybody_once() {
        assert_eq!(bin_width(0.0, 100.0), 100.0);
        assert_eq!(bin_width(1_999.0, 100.0), 100.0);
        assert_eq!(bin_width(2_000.0, 100.0), 200.0);
        assert_eq!(bin_width(30_000.0, 1_000.0), 2_000.0);
        assert_eq!(bin_width(500.0, 250.0), 500.0);
        let mut people: Vec<(f64, f64)> = (0..200).map(|n| (f64::from(n) * 10.0, 1.0)).collect();
        people.push((50_000.0, 0.5));
        let histogram = spread(&people).distribution(100.0).histogram;
        assert_eq!(histogram.len(), 21);
        assert_eq!(histogram[0], Bin { from_m: 0.0, to_m: Some(100.0), people: 10.0 });
        assert_eq!(histogram[20], Bin { from_m: 2_000.0, to_m: None, people: 0.5 });
    }
}
