//! Many categories at once: who is unserved, by category and municipality.

use serde::Serialize;

use super::demand::Demand;
use super::question::PopulationGroup;
use super::reach::{Evaluator, Metric};
use super::summary::tally_of_all;
use super::supply::Supply;
use super::work::{Cancelled, Work};

/// One category of a matrix: where it is offered, and how far is reasonable.
#[derive(Debug, Clone, Copy)]
pub struct MatrixSupply<'a> {
    /// Its sites.
    pub supply: &'a Supply,
    /// How distances are measured.
    pub metric: Metric<'a>,
    /// Reasonable distance in metres.
    pub max_distance_m: f64,
}

/// Figures of one category in one municipality, in projected people of the group asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct MatrixCell {
    /// People.
    pub population: f64,
    /// Not within reach.
    pub unserved: f64,
    /// `unserved` / `population`; `None` without people.
    pub share: Option<f64>,
    /// People whose side is uncertain, for any reason.
    pub uncertain_any: f64,
    /// Everybody in cells that do not tell how many of the group they have; in none of the others.
    pub age_unknown: f64,
}

/// The figures of one category.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MatrixRow {
    /// Everybody looked at.
    pub total: MatrixCell,
    /// Every municipality looked at, by place in the demand.
    pub municipalities: Vec<MatrixCell>,
}

/// Who is unserved, for each of many categories, in each of the municipalities given (or all).
///
/// The figures are those of [`answer`](super::answer()) for the same question.
///
/// # Errors
/// The work was cancelled.
///
/// # Examples
/// Two categories over two cells of 60 and 40 people, 1,000 m apart; one has a site in the first cell, one has none:
/// ```
/// use sozialatlas::coverage::{
///     matrix, Demand, DemandMunicipality, MatrixSupply, Metric, PopulationGroup, Supply, SupplySite, Work,
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
/// let (one, none) = (Supply::new(vec![SupplySite::exact(at)]), Supply::default());
/// let row = |supply| MatrixSupply { supply, metric: Metric::Straight, max_distance_m: 500.0 };
/// let rows = matrix(&demand, &[row(&one), row(&none)], PopulationGroup::Total, None, &Work::default());
/// let rows = rows.unwrap();
/// assert_eq!((rows[0].total.unserved, rows[0].total.share), (80.0, Some(0.4)));
/// assert_eq!(rows[1].municipalities[0].unserved, 200.0);
/// ```
pub fn matrix(
    demand: &Demand,
    categories: &[MatrixSupply<'_>],
    group: PopulationGroup,
    municipalities: Option<&[u16]>,
    work: &Work,
) -> Result<Vec<MatrixRow>, Cancelled> {
    let places = demand.selected(municipalities);
    let mut is_asked = vec![false; demand.municipalities().len()];
    for place in &places {
        is_asked[usize::from(*place)] = true;
    }
    let row = |category: &MatrixSupply<'_>, work: &Work| {
        let max_m = category.max_distance_m;
        // Summed up block by block: nothing is kept by cell.
        let evaluator = Evaluator::new(demand, category.supply, category.metric, max_m);
        let tallies = tally_of_all(demand, &evaluator, group, &is_asked, work)?;
        let cells = places.iter().map(|place| {
            let tally = tallies.get(usize::from(*place)).copied().unwrap_or_default();
            let project = |people| demand.project(*place, people);
            MatrixCell {
                population: project(tally.all()),
                unserved: project(tally.unserved),
                share: None,
                uncertain_any: project(tally.any),
                age_unknown: project(tally.untold),
            }
            .with_share()
        });
        let municipalities: Vec<MatrixCell> = cells.collect();
        let mut total = MatrixCell::default();
        for cell in &municipalities {
            total.population += cell.population;
            total.unserved += cell.unserved;
            total.uncertain_any += cell.uncertain_any;
            total.age_unknown += cell.age_unknown;
        }
        work.finish();
        Ok(MatrixRow { total: total.with_share(), municipalities })
    };
    // One after the other: each uses all threads.
    let share = |row: usize| row as f64 / categories.len() as f64;
    let part = |at: usize| work.part(share(at)..share(at + 1));
    categories.iter().enumerate().map(|(at, category)| row(category, &part(at))).collect()
}

impl MatrixCell {
    /// With its share.
    fn with_share(self) -> Self {
        Self { share: (self.population > 0.0).then(|| self.unserved / self.population), ..self }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these figures are exact")]

    use super::*;
    use crate::coverage::testing::{demand, supply};
    use crate::coverage::{Parameters, answer, reach};

    #[test]
    fn the_matrix_says_what_each_answer_says() {
        let demand = demand(&[(1, 0, 0, 10), (1, 9, 0, 5), (2, 50, 0, 20), (3, 90, 0, 7)]);
        let supplies =
            [supply(&[(50.0, 50.0)]), supply(&[]), supply(&[(5_050.0, 50.0), (0.0, 0.0)])];
        let work = Work::default();
        let limits = [60.0, 500.0, 900.0];
        let categories: Vec<MatrixSupply<'_>> = supplies
            .iter()
            .zip(limits)
            .map(|(supply, max_distance_m)| MatrixSupply {
                supply,
                metric: Metric::Straight,
                max_distance_m,
            })
            .collect();
        let rows = matrix(&demand, &categories, PopulationGroup::Total, None, &work).unwrap();
        for (row, category) in rows.iter().zip(&categories) {
            let max_distance_m = category.max_distance_m;
            let found =
                reach(&demand, category.supply, category.metric, max_distance_m, &work).unwrap();
            let parameters = Parameters {
                max_distance_m,
                group: PopulationGroup::Total,
                merge_m: 0.0,
                municipalities: None,
            };
            let answer = answer(&demand, category.supply, &found, &parameters, &work).unwrap();
            assert_eq!(row.total.unserved, answer.totals.unserved);
            assert_eq!(row.total.population, answer.totals.population);
            for municipality in &answer.municipalities {
                let place = demand.find_municipality(&municipality.ags).unwrap();
                let cell = row.municipalities[usize::from(place)];
                assert_eq!(cell.unserved, municipality.unserved);
                assert_eq!(cell.share, municipality.unserved_share);
                assert_eq!(cell.uncertain_any, municipality.uncertain.any);
            }
        }
        // Each row is its share of the work, whatever its blocks.
        let watched = Work::default();
        matrix(&demand, &categories, PopulationGroup::Total, None, &watched.part(0.0..0.5))
            .unwrap();
        assert_eq!(watched.progress(), 0.5);
        let two =
            matrix(&demand, &categories, PopulationGroup::Total, Some(&[0, 2]), &work).unwrap();
        assert_eq!(two[1].municipalities.len(), 2);
        assert_eq!(two[1].total.unserved, 22.0);
    }
}
