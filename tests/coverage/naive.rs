//! The analysis by its definitions alone: every cell against every site, every pair of cells against each other.

use std::collections::BTreeMap;

use sozialatlas::coverage::{Demand, Metric, PopulationGroup, Reach, SupplySite};

use super::world::World;

/// What the definitions say about one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NaiveCell {
    pub metres: f64,
    pub site: u32,
    pub flags: u8,
}

/// The distance of a site from a cell as the metric has it; infinite if it is not eligible.
fn distance(
    demand: &Demand,
    cell: u32,
    place: usize,
    site: &SupplySite,
    metric: Metric<'_>,
) -> (f64, f64) {
    if !site.serves.includes(demand.municipality(cell)) {
        return (f64::INFINITY, f64::INFINITY);
    }
    match metric {
        Metric::Straight => {
            let at = demand.centre_m(cell);
            let east = at.easting_m - site.at.easting_m;
            let north = at.northing_m - site.at.northing_m;
            let square = east * east + north * north;
            (square, square.sqrt())
        }
        Metric::Overland(fields) => {
            let metres = f64::from(fields[place][cell as usize]);
            (metres, metres)
        }
    }
}

pub(crate) fn cells(
    demand: &Demand,
    sites: &[SupplySite],
    metric: Metric<'_>,
    max_m: f64,
) -> Vec<NaiveCell> {
    (0..demand.len() as u32)
        .map(|cell| {
            let mut best = (f64::INFINITY, f64::INFINITY, Reach::NO_SITE);
            let (mut any_fresh, mut any_sure, mut any_near) = (false, false, false);
            for (place, site) in sites.iter().enumerate() {
                let (order, metres) = distance(demand, cell, place, site, metric);
                if order < best.0 {
                    best = (order, metres, place as u32);
                }
                if metres.is_infinite() {
                    continue;
                }
                any_fresh |= metres <= max_m && !site.is_stale;
                any_sure |= metres + site.accuracy_m <= max_m;
                any_near |= metres - site.accuracy_m < max_m;
            }
            let mut flags = 0;
            if best.1 <= max_m {
                flags |= Reach::SERVED;
                flags |= if any_fresh { 0 } else { Reach::STALE };
                flags |= if any_sure { 0 } else { Reach::APPROXIMATE };
            } else if any_near {
                flags |= Reach::APPROXIMATE;
            }
            NaiveCell { metres: best.1, site: best.2, flags }
        })
        .collect()
}

/// Sums of people by municipality: served, unserved, without any, stale, approximate, any.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NaiveSums(pub [f64; 6]);

pub(crate) fn sums(demand: &Demand, found: &[NaiveCell], group: PopulationGroup) -> Vec<NaiveSums> {
    let mut sums = vec![NaiveSums::default(); demand.municipalities().len()];
    for (cell, found) in (0..).zip(found) {
        let people = demand.people(cell, group).unwrap_or(0.0);
        let served = found.flags & Reach::SERVED != 0;
        let stale = found.flags & Reach::STALE != 0;
        let approximate = found.flags & Reach::APPROXIMATE != 0;
        let which =
            [served, !served, found.metres.is_infinite(), stale, approximate, stale || approximate];
        let of = &mut sums[usize::from(demand.municipality(cell))];
        for (sum, counts) in of.0.iter_mut().zip(which) {
            *sum += if counts { people } else { 0.0 };
        }
    }
    sums
}

/// Everybody in cells that do not tell the group, and of these the unserved, by municipality.
pub(crate) fn untold(
    demand: &Demand,
    found: &[NaiveCell],
    group: PopulationGroup,
) -> Vec<[f64; 2]> {
    let mut sums = vec![[0.0; 2]; demand.municipalities().len()];
    for (cell, found) in (0..).zip(found) {
        let everybody = demand.people(cell, PopulationGroup::Total).unwrap();
        if demand.people(cell, group).is_none() {
            let of = &mut sums[usize::from(demand.municipality(cell))];
            of[0] += everybody;
            of[1] += if found.flags & Reach::SERVED == 0 { everybody } else { 0.0 };
        }
    }
    sums
}

/// The smallest distance within which at least a share of the people has it, by trying every distance.
pub(crate) fn quantile(people: &[(f64, f64)], share: f64) -> Option<f64> {
    let people: Vec<(f64, f64)> =
        people.iter().copied().filter(|(metres, n)| metres.is_finite() && *n > 0.0).collect();
    let all: f64 = people.iter().map(|(_, n)| n).sum();
    let within = |limit: f64| -> f64 {
        people.iter().filter(|(metres, _)| *metres <= limit).map(|(_, n)| n).sum()
    };
    let enough = people.iter().filter(|(metres, _)| within(*metres) >= share * all * (1.0 - 1e-12));
    enough.map(|(metres, _)| *metres).min_by(f64::total_cmp)
}

/// The Gini coefficient as half the relative mean difference of all pairs of people (Gini 1912).
pub(crate) fn gini(people: &[(f64, f64)]) -> Option<f64> {
    let people: Vec<(f64, f64)> =
        people.iter().copied().filter(|(metres, n)| metres.is_finite() && *n > 0.0).collect();
    let all: f64 = people.iter().map(|(_, n)| n).sum();
    let metres: f64 = people.iter().map(|(metres, n)| metres * n).sum();
    if all == 0.0 {
        return None;
    }
    if metres == 0.0 {
        return Some(0.0);
    }
    let mut differences = 0.0;
    for (a, n) in &people {
        for (b, m) in &people {
            differences += (a - b).abs() * n * m;
        }
    }
    Some(differences / (2.0 * all * metres))
}

/// Unserved cells with people (or people of unknown age) that hang together, by comparing all pairs: sorted lists of cells.
pub(crate) fn areas(demand: &Demand, found: &[NaiveCell], world: &World) -> Vec<Vec<u32>> {
    let parameters = &world.parameters;
    let asked = |cell: &u32| {
        let places = parameters.municipalities.as_ref();
        places.is_none_or(|places| places.contains(&demand.municipality(*cell)))
    };
    let mut left: Vec<u32> = (0..demand.len() as u32)
        .filter(|cell| found[*cell as usize].flags & Reach::SERVED == 0)
        .filter(|cell| {
            let people = demand.people(*cell, parameters.group);
            people.or_else(|| demand.people(*cell, PopulationGroup::Total)).unwrap() > 0.0
        })
        .filter(asked)
        .collect();
    let mut areas = Vec::new();
    while let Some(first) = left.pop() {
        let mut area = vec![first];
        let mut next = 0;
        while let Some(cell) = area.get(next).copied() {
            next += 1;
            let (near, far) = left
                .into_iter()
                .partition(|other| is_joined(demand, cell, *other, parameters.merge_m));
            left = far;
            area.extend::<Vec<u32>>(near);
        }
        area.sort_unstable();
        areas.push(area);
    }
    areas.sort();
    areas
}

fn is_joined(demand: &Demand, a: u32, b: u32, merge_m: f64) -> bool {
    let (a, b) = (demand.cell_id(a), demand.cell_id(b));
    let [dx, dy] = [
        a.easting_m().abs_diff(b.easting_m()) / a.size_m(),
        a.northing_m().abs_diff(b.northing_m()) / a.size_m(),
    ];
    if merge_m <= 0.0 {
        return dx + dy <= 1;
    }
    let gap = |between: u32| f64::from(between.saturating_sub(1) * a.size_m());
    gap(dx).hypot(gap(dy)) <= merge_m
}

/// Cells of each municipality with their distance and people.
pub(crate) fn people_by_municipality(
    demand: &Demand,
    found: &[NaiveCell],
    group: PopulationGroup,
) -> BTreeMap<u16, Vec<(f64, f64)>> {
    let mut all = BTreeMap::<u16, Vec<(f64, f64)>>::new();
    for (cell, found) in (0..).zip(found) {
        let people = demand.people(cell, group).unwrap_or(0.0);
        all.entry(demand.municipality(cell)).or_default().push((found.metres, people));
    }
    all
}
