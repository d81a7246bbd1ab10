//! What if: sites added, moved and closed, and what that changes.
//!
//! A new site can only bring cells nearer, a closed one only matters to cells that it was nearest to or near enough
//! to for their flags. So straight distances are looked up again only around what was closed or moved away, and
//! everywhere else the new sites are compared with what was found before. The result is that of [`reach`] for the
//! new supply, to the last bit.

use super::demand::{Block, Demand};
use super::reach::{Evaluator, Found, Metric, Reach, Scratch, each_step, reach, square_m2};
use super::supply::{Serves, Supply, SupplySite};
use super::work::{Cancelled, Work};

/// Changes to a supply; sites are named by their place in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    /// New sites; their places follow those of the supply.
    pub add: Vec<SupplySite>,
    /// Existing sites with what takes their place.
    pub moves: Vec<(u32, SupplySite)>,
    /// Existing sites that close.
    pub close: Vec<u32>,
}

impl Scenario {
    /// The supply with the changes made: places stay, closed sites serve nobody, new ones follow at the end.
    ///
    /// Sites that the supply does not have are left out; of doubled changes the last counts, closing before moving.
    ///
    /// ```
    /// use sozialatlas::coverage::{Scenario, Supply, SupplySite};
    /// use sozialatlas::spatial::Projected;
    /// let site = |east| SupplySite::exact(Projected::new(east, 0.0));
    /// let supply = Supply::new(vec![site(0.0), site(10.0)]);
    /// let scenario = Scenario { add: vec![site(20.0)], moves: vec![(1, site(5.0))], close: vec![0] };
    /// let after = scenario.apply(&supply);
    /// assert_eq!(after.len(), 3);
    /// assert!(after.sites()[0].serves.is_nobody());
    /// assert_eq!(after.sites()[1].at.easting_m, 5.0);
    /// assert_eq!(after.sites()[2].at.easting_m, 20.0);
    /// ```
    #[must_use]
    pub fn apply(&self, supply: &Supply) -> Supply {
        let mut sites = supply.sites().to_vec();
        for (place, moved) in &self.moves {
            if let Some(site) = sites.get_mut(*place as usize) {
                site.clone_from(moved);
            }
        }
        for place in &self.close {
            if let Some(site) = sites.get_mut(*place as usize) {
                site.serves = Serves::Municipalities([].into());
            }
        }
        sites.extend(self.add.iter().cloned());
        Supply::new(sites)
    }

    /// How many sites it changes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.add.len() + self.moves.len() + self.close.len()
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// With more changes than this all is looked up again: comparing them with every cell would take longer.
const MANY_CHANGES: usize = 32;

/// What [`reach`] finds for the supply after a scenario, quicker: from what was found `before` with the same demand
/// and the same `max_distance_m`.
///
/// `metric` is that of the supply after the scenario (over land: its fields, in its order).
///
/// # Errors
/// The work was cancelled.
pub fn reach_after(
    demand: &Demand,
    supply: &Supply,
    before: &Reach,
    scenario: &Scenario,
    metric: Metric<'_>,
    max_distance_m: f64,
    work: &Work,
) -> Result<Reach, Cancelled> {
    let after = scenario.apply(supply);
    let is_small = scenario.len() <= MANY_CHANGES && before.len() == demand.len();
    if !(is_small && matches!(metric, Metric::Straight)) {
        // Over land looking up all fields again takes no longer.
        return reach(demand, &after, metric, max_distance_m, work);
    }
    let change = Change::new(demand, supply, before, scenario, &after, max_distance_m);
    let evaluator = Evaluator::new(demand, &after, metric, max_distance_m);
    let mut found = before.clone();
    each_step(demand, &mut found, work, |block, scratch| {
        if change.takes_from(block) {
            evaluator.evaluate(block, scratch);
        } else {
            change.add_to(block, scratch);
        }
    })?;
    Ok(found)
}

/// A small scenario made ready.
struct Change<'a> {
    demand: &'a Demand,
    before: &'a Reach,
    sites_before: &'a [SupplySite],
    /// Old sites that close or move away, and where they are.
    gone: Vec<(u32, &'a SupplySite)>,
    /// New sites and new positions, with their places.
    come: Vec<(u32, &'a SupplySite)>,
    max_m: f64,
}

impl<'a> Change<'a> {
    fn new(
        demand: &'a Demand,
        supply: &'a Supply,
        before: &'a Reach,
        scenario: &Scenario,
        after: &'a Supply,
        max_m: f64,
    ) -> Self {
        let moved = scenario.moves.iter().map(|(place, _)| *place);
        let changed = moved.clone().chain(scenario.close.iter().copied());
        let gone = changed
            .filter_map(|place| Some((place, supply.sites().get(place as usize)?)))
            .collect();
        let added = supply.len() as u32..after.len() as u32;
        let come = moved
            .filter(|place| (*place as usize) < supply.len())
            .chain(added)
            .filter_map(|place| Some((place, after.sites().get(place as usize)?)))
            .filter(|(_, site)| site.is_somewhere())
            .collect();
        Self { demand, before, sites_before: supply.sites(), gone, come, max_m }
    }

    /// Whether a site that is gone may have mattered to any cell of the block.
    fn takes_from(&self, block: &Block) -> bool {
        let (centre, radius) = block.circle(self.demand.side_m());
        let municipality = self.demand.municipality(block.start);
        self.gone.iter().any(|(place, site)| {
            let reaches = self.max_m + site.accuracy_m + radius;
            let is_near = site.at.distance_m(centre) <= reaches + 1e-6;
            let cells = block.start as usize..block.end as usize;
            let was_nearest = || {
                let nearest = self.before.nearest_site.get(cells).unwrap_or_default();
                nearest.contains(place)
            };
            site.serves.includes(municipality) && (is_near || was_nearest())
        })
    }

    /// What was found before, with the new sites compared to it.
    #[expect(clippy::float_cmp, reason = "equally near means the very same number")]
    fn add_to(&self, block: &Block, scratch: &mut Scratch) {
        let municipality = self.demand.municipality(block.start);
        scratch.found.clear();
        for cell in block.start..block.end {
            let at = cell as usize;
            let mut found = Found {
                distance_m: self.before.distance_m(cell),
                site: self.before.nearest_site.get(at).copied().unwrap_or(Reach::NO_SITE),
                flags: self.before.flags_of(cell),
            };
            let from = self.demand.centre_m(cell);
            let nearest = self.sites_before.get(found.site as usize);
            let mut least = nearest.map_or(f64::INFINITY, |site| square_m2(site.at, from));
            for (place, site) in &self.come {
                if !site.serves.includes(municipality) {
                    continue;
                }
                let square = square_m2(site.at, from);
                found.flags = self.flags_with(found.flags, site, square.sqrt());
                if square < least || (square == least && *place < found.site) {
                    least = square;
                    (found.distance_m, found.site) = (square.sqrt(), *place);
                }
            }
            scratch.found.push(found);
        }
    }

    /// The flags of a cell that gets one more site at this distance.
    fn flags_with(&self, flags: u8, site: &SupplySite, metres: f64) -> u8 {
        let was_served = flags & Reach::SERVED != 0;
        if metres > self.max_m {
            // An unserved cell may now be near enough to a site that lies elsewhere.
            let may_be_near = !was_served && metres - site.accuracy_m < self.max_m;
            return if may_be_near { flags | Reach::APPROXIMATE } else { flags };
        }
        let is_stale = site.is_stale && (!was_served || flags & Reach::STALE != 0);
        let is_sure = metres + site.accuracy_m <= self.max_m;
        let is_open = !is_sure && (!was_served || flags & Reach::APPROXIMATE != 0);
        Reach::SERVED
            | if is_stale { Reach::STALE } else { 0 }
            | if is_open { Reach::APPROXIMATE } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::coverage::testing::{demand, only, position};

    fn site() -> impl Strategy<Value = SupplySite> {
        let metres = || prop_oneof![0..4000i32, Just(50), Just(1_050)].prop_map(f64::from);
        let accuracy = prop::sample::select(vec![0.0, 0.0, 25.0, 300.0, 2_000.0]);
        let serves =
            prop::sample::select(vec![None, None, Some(vec![]), Some(vec![0]), Some(vec![1, 2])]);
        (metres(), metres(), accuracy, any::<bool>(), serves).prop_map(
            |(east, north, accuracy_m, is_stale, serves)| SupplySite {
                accuracy_m,
                is_stale,
                serves: serves.map_or(Serves::Everybody, |places: Vec<u16>| only(&places)),
                ..SupplySite::exact(position(east, north))
            },
        )
    }

    proptest! {
        #[test]
        fn a_changed_supply_is_found_as_if_looked_up_anew(
            sites in prop::collection::vec(site(), 0..12),
            add in prop::collection::vec(site(), 0..4),
            moves in prop::collection::vec((0..14u32, site()), 0..3),
            close in prop::collection::vec(0..14u32, 0..3),
            cells in prop::collection::btree_set((0..40u32, 0..40u32), 1..60),
            max_m in prop::sample::select(vec![90.0, 500.0, 2_000.0]),
        ) {
            let cells: Vec<_> = cells.into_iter().map(|(x, y)| (1 + (x + y) % 3, x, y, 5)).collect();
            let demand = demand(&cells);
            let supply = Supply::new(sites);
            let scenario = Scenario { add, moves, close };
            let work = Work::default();
            let before = reach(&demand, &supply, Metric::Straight, max_m, &work).unwrap();
            let after = reach_after(&demand, &supply, &before, &scenario, Metric::Straight, max_m, &work);
            let anew = reach(&demand, &scenario.apply(&supply), Metric::Straight, max_m, &work);
            prop_assert_eq!(after, anew);
        }
    }
}
