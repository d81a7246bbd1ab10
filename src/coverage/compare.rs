//! Two findings over the same people: who gained, who lost.

use serde::Serialize;

use super::answer::UnservedArea;
use super::demand::{Counted, Demand};
use super::question::PopulationGroup;
use super::reach::Reach;
use crate::domain::Ags;

/// Who is served in the one finding and not in the other, in projected people of a group.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Difference {
    /// Unserved before, served after.
    pub gained: f64,
    /// Served before, unserved after.
    pub lost: f64,
    /// Unserved before.
    pub unserved_before: f64,
    /// Unserved after: `unserved_before − gained + lost`.
    pub unserved_after: f64,
    /// All municipalities looked at, most changed people first, then by key.
    pub municipalities: Vec<DifferenceMunicipality>,
    /// Cells with people that changed sides, ascending.
    #[serde(skip)]
    pub cells: Vec<u32>,
}

/// The same in one municipality.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DifferenceMunicipality {
    /// Official key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// Unserved before, served after.
    pub gained: f64,
    /// Served before, unserved after.
    pub lost: f64,
    /// Unserved before.
    pub unserved_before: f64,
    /// Unserved after.
    pub unserved_after: f64,
}

/// Compares two findings over one demand in the municipalities given (or all).
///
/// The two may be of different supplies, metrics or reasonable distances. Like all figures here these are sums of whole
/// counted people, projected once per municipality; people of cells that do not tell the group are in none of them.
///
/// ```
/// use sozialatlas::coverage::{
///     compare, reach, Demand, DemandMunicipality, Metric, PopulationGroup, Supply, SupplySite, Work,
/// };
/// use sozialatlas::domain::{AgeBands, PopulationCell};
/// use sozialatlas::spatial::Projected;
///
/// let ags = "01001000".parse().unwrap();
/// let at = Projected::new(4_200_050.0, 2_700_050.0);
/// let municipality = DemandMunicipality { ags, name: "A".into(), population: 200, centre: at };
/// let cell = |easting_m, people| PopulationCell {
///     easting_m, northing_m: 2_700_000, size_m: 100, ags, people, ages: AgeBands::UNKNOWN,
/// };
/// let demand = Demand::new(&[cell(4_200_000, 60), cell(4_201_000, 40)], vec![municipality]).unwrap();
/// let supply = Supply::new(vec![SupplySite::exact(at)]);
/// let found = |max_m| reach(&demand, &supply, Metric::Straight, max_m, &Work::default()).unwrap();
/// // The second cell is 1,000 m away: with that as the reasonable distance its 40 × 2 people gain.
/// let difference = compare(&demand, &found(500.0), &found(1_000.0), PopulationGroup::Total, None);
/// assert_eq!((difference.gained, difference.lost), (80.0, 0.0));
/// assert_eq!((difference.unserved_before, difference.unserved_after), (80.0, 0.0));
/// ```
#[must_use]
pub fn compare(
    demand: &Demand,
    before: &Reach,
    after: &Reach,
    group: PopulationGroup,
    municipalities: Option<&[u16]>,
) -> Difference {
    let mut difference = Difference::default();
    let counted = Counted::new(demand, group);
    for place in demand.selected(municipalities) {
        let (mut gained, mut lost, mut unserved) = (0, 0, 0);
        for cell in demand.cells_of(place) {
            let people = counted.of(cell);
            let (was, is) = (before.is_served(cell), after.is_served(cell));
            unserved += if was { 0 } else { people.known };
            if was != is && !people.is_empty() {
                difference.cells.push(cell);
                *(if is { &mut gained } else { &mut lost }) += people.known;
            }
        }
        let projected = |people: u64| demand.project(place, people);
        let Some(municipality) = demand.municipalities().get(usize::from(place)) else { continue };
        difference.municipalities.push(DifferenceMunicipality {
            ags: municipality.ags,
            name: municipality.name.clone(),
            gained: projected(gained),
            lost: projected(lost),
            unserved_before: projected(unserved),
            unserved_after: projected(unserved - gained + lost),
        });
    }
    for row in &difference.municipalities {
        difference.gained += row.gained;
        difference.lost += row.lost;
        difference.unserved_before += row.unserved_before;
        difference.unserved_after += row.unserved_after;
    }
    difference.municipalities.sort_by(|a, b| {
        let changed = |row: &DifferenceMunicipality| row.gained + row.lost;
        changed(b).total_cmp(&changed(a)).then(a.ags.cmp(&b.ags))
    });
    difference
}

/// An unserved area in which something changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaChange {
    /// Its name, as in the answer that it is an area of.
    pub id: String,
    /// People of the group in it.
    pub population: f64,
    /// Of these, the ones who changed sides.
    pub changed: f64,
}

/// What changes in the unserved areas.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AreaDifference {
    /// Areas of before, with people who are served after; most of those first.
    pub gained: Vec<AreaChange>,
    /// Areas of after, with people who were served before; most of those first.
    pub lost: Vec<AreaChange>,
}

/// Compares the unserved areas of two answers, each with what it was made from.
#[must_use]
pub fn compare_areas(
    demand: &Demand,
    (before, areas_before): (&Reach, &[UnservedArea]),
    (after, areas_after): (&Reach, &[UnservedArea]),
    group: PopulationGroup,
) -> AreaDifference {
    AreaDifference {
        gained: changes(demand, areas_before, after, group),
        lost: changes(demand, areas_after, before, group),
    }
}

/// The areas with people whom `other` serves.
fn changes(
    demand: &Demand,
    areas: &[UnservedArea],
    other: &Reach,
    group: PopulationGroup,
) -> Vec<AreaChange> {
    let people = |cell: &u32| demand.people(*cell, group).unwrap_or(0.0);
    let mut list = Vec::new();
    for area in areas {
        let served = area.cells.iter().filter(|cell| other.is_served(**cell));
        let changed: f64 = served.map(people).sum();
        if changed > 0.0 {
            list.push(AreaChange { id: area.id.clone(), population: area.population, changed });
        }
    }
    list.sort_by(|a, b| b.changed.total_cmp(&a.changed).then_with(|| a.id.cmp(&b.id)));
    list
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these figures are exact")]

    use super::*;
    use crate::coverage::testing::{demand, supply};
    use crate::coverage::{Metric, Parameters, Supply, Work, answer, reach};

    #[test]
    fn who_gains_and_who_loses_is_told_by_municipality_and_area() {
        let demand = demand(&[(1, 0, 0, 10), (1, 1, 0, 5), (2, 50, 0, 20), (3, 90, 0, 7)]);
        let found = |places: &[(f64, f64)]| {
            reach(&demand, &supply(places), Metric::Straight, 60.0, &Work::default()).unwrap()
        };
        let (west, east) = (found(&[(50.0, 50.0)]), found(&[(5_050.0, 50.0)]));
        let difference = compare(&demand, &west, &east, PopulationGroup::Total, None);
        assert_eq!((difference.gained, difference.lost), (20.0, 10.0));
        assert_eq!((difference.unserved_before, difference.unserved_after), (32.0, 22.0));
        assert_eq!(difference.cells.len(), 2);
        let keys: Vec<&str> =
            difference.municipalities.iter().map(|row| row.ags.as_str()).collect();
        assert_eq!(keys, ["00000002", "00000001", "00000003"]);
        let group = PopulationGroup::Total;
        let parameters =
            Parameters { max_distance_m: 60.0, group, merge_m: 0.0, municipalities: None };
        let of = |found| {
            let supply = Supply::default();
            answer(&demand, &supply, found, &parameters, &Work::default()).unwrap().unserved_areas
        };
        let (of_west, of_east) = (of(&west), of(&east));
        let areas = compare_areas(&demand, (&west, &of_west), (&east, &of_east), group);
        let change =
            |id: &str, population, changed| AreaChange { id: id.into(), population, changed };
        assert_eq!(areas.gained, [change("100mN27000E42050", 20.0, 20.0)]);
        assert_eq!(areas.lost, [change("100mN27000E42000", 15.0, 10.0)]);
        assert_eq!(compare(&demand, &west, &east, PopulationGroup::Total, Some(&[2])).gained, 0.0);
    }
}
