//! The whole answer to one question.

use super::answer::Answer;
use super::areas::{STEPS as STEPS_OF_AREAS, unserved_areas};
use super::demand::Demand;
use super::distribution::Spread;
use super::question::Parameters;
use super::reach::Reach;
use super::summary::{people, sort_by_need, summarise};
use super::supply::Supply;
use super::work::{Cancelled, Work};

/// Steps of all figures but the areas, in proportion to [`STEPS_OF_AREAS`].
const STEPS_OF_FIGURES: u64 = 400;

/// Everything that one question is answered with: totals, municipalities, unserved areas, distribution.
///
/// `reach` must have been found for this demand, this supply and `parameters.max_distance_m`. A group that no cell
/// knows ([`Demand::knows_some`]) should be refused before; where some cells do not tell it, `age_unknown` says how many
/// people live in those. The same input gives the same output to the last bit, whatever the number of threads.
///
/// # Errors
/// The work was cancelled.
///
/// # Examples
/// Two cells of 60 and 40 people; the only site is in the first, so that the second is 1,000 m away:
/// ```
/// use sozialatlas::coverage::{
///     answer, reach, Demand, DemandMunicipality, Metric, Parameters, PopulationGroup, Supply, SupplySite, Work,
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
/// let parameters = Parameters {
///     max_distance_m: 999.0, group: PopulationGroup::Total, merge_m: 0.0, municipalities: None,
/// };
/// let work = Work::default();
/// let reach = reach(&demand, &supply, Metric::Straight, parameters.max_distance_m, &work).unwrap();
/// let answer = answer(&demand, &supply, &reach, &parameters, &work).unwrap();
/// // Today 200 people live there: 2 for each counted one.
/// assert_eq!((answer.totals.served, answer.totals.unserved), (120.0, 80.0));
/// assert_eq!(answer.totals.distance_m.median, Some(0.0));
/// assert_eq!(answer.totals.distance_m.p90, Some(1000.0));
/// assert_eq!(answer.unserved_areas.len(), 1);
/// assert_eq!(answer.unserved_areas[0].id, "100mN27000E42010");
/// assert_eq!(answer.unserved_areas[0].area_m2, 10_000.0);
/// // The nearest 60 % of people have none of the metres: G = 1 − (0.6·0 + 0.4·1).
/// assert!((answer.distribution.gini.unwrap() - 0.6).abs() < 1e-12);
/// assert_eq!(answer.distribution.mean_m, Some(400.0));
/// ```
pub fn answer(
    demand: &Demand,
    supply: &Supply,
    reach: &Reach,
    parameters: &Parameters,
    work: &Work,
) -> Result<Answer, Cancelled> {
    work.check()?;
    work.expect_steps(STEPS_OF_AREAS + STEPS_OF_FIGURES);
    let places = demand.selected(parameters.municipalities.as_deref());
    let figures = || {
        let cells = places.iter().flat_map(|place| demand.cells_of(*place));
        let spread = Spread::of(demand, reach, parameters.group, cells);
        let (totals, mut municipalities) =
            summarise(demand, supply, reach, parameters.group, &places, &spread);
        sort_by_need(&mut municipalities);
        let distribution = spread.distribution(f64::from(demand.side_m()));
        work.step(STEPS_OF_FIGURES);
        Answer {
            totals,
            people: people(demand, &places),
            municipalities,
            unserved_areas: Vec::new(),
            distribution,
        }
    };
    let areas = || unserved_areas(demand, reach, parameters, work);
    let (unserved_areas, figures) = rayon::join(areas, figures);
    Ok(Answer { unserved_areas: unserved_areas?, ..figures })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "a whole share is exact")]

    use super::*;
    use crate::coverage::testing::{demand, supply};
    use crate::coverage::{Metric, PopulationGroup, reach};

    #[test]
    fn an_answer_tells_all_its_steps_and_stops_where_it_is_cancelled() {
        // More areas than are described in one go.
        let cells: Vec<(u32, u32, u32, u32)> = (0..300).map(|n| (1, n * 3, n % 7, 5)).collect();
        let (demand, supply) = (demand(&cells), supply(&[(50.0, 50.0)]));
        let parameters = Parameters {
            max_distance_m: 100.0,
            group: PopulationGroup::Total,
            merge_m: 0.0,
            municipalities: None,
        };
        let work = Work::default();
        let (finding, answering) = (work.part(0.0..0.25), work.part(0.25..1.0));
        let found = reach(&demand, &supply, Metric::Straight, 100.0, &finding).unwrap();
        assert_eq!(work.progress(), 0.25);
        let told = answer(&demand, &supply, &found, &parameters, &answering).unwrap();
        assert!(told.unserved_areas.len() > 200);
        assert_eq!(work.progress(), 1.0);
        work.cancel();
        assert_eq!(answer(&demand, &supply, &found, &parameters, &work), Err(Cancelled));
    }
}
