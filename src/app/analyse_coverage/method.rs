//! How figures were made, so that they can be defended and made again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::ground::Ground;
use super::question::LinkChoice;
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::{Ags, CensusVintage, Completeness, CoordPrecision, Link};

/// The program that made the figures.
const SOFTWARE: &str = concat!("sozialatlas ", env!("CARGO_PKG_VERSION"));

/// How figures were made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Method {
    /// Program and version.
    pub software: &'static str,
    /// The day for which freshness and public entries were looked at, in the region.
    pub day: NaiveDate,
    /// How distance is measured.
    pub metric: &'static str,
    /// Where lengths are measured.
    pub projection: &'static str,
    /// Number of population cells.
    pub cells: u32,
    /// Side of a cell in metres; distances are measured from its middle.
    pub cell_size_m: Option<u32>,
    /// The grid the people come from.
    pub census: CensusVintage,
    /// Days of the official numbers that cells are projected to.
    pub population_dates: Vec<NaiveDate>,
    /// Municipalities no cell of which has people: all are put at its centre.
    pub placed_at_centre: Vec<Ags>,
    /// Links that overland paths could take.
    pub links: Vec<Link>,
    /// When an entry counts as stale.
    pub stale: StalePolicy,
    /// How far a site may lie from its point, in metres, by the precision of the point.
    pub accuracy_m: BTreeMap<CoordPrecision, f64>,
    /// The same for points known only to the municipality or postcode.
    pub municipality_accuracy_m: BTreeMap<Ags, f64>,
    /// What has to be known to read the figures; codes are for machines and pages, words in English.
    pub notes: Vec<Note>,
    /// Lines that must be shown where the figures are.
    pub attributions: Vec<String>,
}

/// When an entry counts as stale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StalePolicy {
    /// As it was asked for; `None` = the policy of each category.
    pub after_months: Option<u32>,
    /// The policy of the region.
    pub region_months: u32,
    /// Exceptions by category; that of an entry's first category counts.
    pub category_months: BTreeMap<String, u32>,
}

/// Something that has to be known to read the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// `snake_case`, stable.
    pub code: &'static str,
    /// In English.
    pub detail: String,
}

/// What a method is told from.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub(super) ground: &'a Ground,
    pub(super) day: NaiveDate,
    pub(super) metric: MetricKind,
    pub(super) links: &'a LinkChoice,
    pub(super) group: PopulationGroup,
    pub(super) stale_after_months: Option<u32>,
    pub(super) completeness: Completeness,
    /// Sites that pass the filters, and that would if nothing had to be known of them; see [`Context::known`].
    ///
    /// [`Context::known`]: super::run::Context::known
    pub(super) known: Option<(usize, usize)>,
    pub(super) is_scenario: bool,
}

/// The links of a choice.
pub(super) fn chosen<'a>(links: &'a [Link], choice: &LinkChoice) -> Vec<&'a Link> {
    let is_chosen = |link: &&Link| match choice {
        LinkChoice::Default => link.default_on,
        LinkChoice::Only(ids) => ids.contains(&link.id),
    };
    links.iter().filter(is_chosen).collect()
}

impl Told<'_> {
    /// The method.
    pub(super) fn method(&self) -> Method {
        let reference = &self.ground.reference;
        let (region, demand) = (&reference.region, &self.ground.demand);
        let areas = reference.municipalities.iter().map(|area| &area.municipality);
        let mut population_dates: Vec<NaiveDate> = areas.map(|m| m.population_date).collect();
        population_dates.sort_unstable();
        population_dates.dedup();
        let placed_at_centre = (0..)
            .zip(demand.municipalities())
            .filter(|(place, _)| demand.placed_at_centre(*place))
            .map(|(_, municipality)| municipality.ags)
            .collect();
        let links = match self.metric {
            MetricKind::Straight => Vec::new(),
            MetricKind::Overland => chosen(&reference.links, self.links),
        };
        // The policy is that of an entry's own first category, which may lie below the one asked for: all are told.
        let exceptions = region.freshness_by_category.iter();
        let exceptions = exceptions.map(|(code, policy)| (code.clone(), policy.stale_after_months));
        Method {
            software: SOFTWARE,
            day: self.day,
            metric: self.metric.as_str(),
            projection: "EPSG:3035",
            cells: demand.len() as u32,
            cell_size_m: demand.cell_size_m(),
            census: reference.census.clone(),
            population_dates,
            placed_at_centre,
            links: links.into_iter().cloned().collect(),
            stale: StalePolicy {
                after_months: self.stale_after_months,
                region_months: region.freshness.stale_after_months,
                category_months: exceptions.collect(),
            },
            accuracy_m: region.accuracy.by_precision.clone(),
            municipality_accuracy_m: region.accuracy.by_municipality.clone(),
            notes: self.notes(),
            attributions: region.attributions.iter().map(|a| a.text.clone()).collect(),
        }
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = self.general_notes();
        self.add_notes(&mut notes);
        notes
    }

    /// What has to be known of every answer.
    fn general_notes(&self) -> Vec<Note> {
        vec![
            note(
                "projected_people",
                "People are estimates: those the census counted in a cell, times the factor that brings the sum of \
                 their municipality to its official number.",
            ),
            note(
                "cell_centres",
                "Distances are measured from the middle of each cell, in EPSG:3035.",
            ),
            note("sample", &self.ground.reference.region.sample_notice),
            match self.completeness {
                Completeness::Unknown => note(
                    "completeness_unknown",
                    "Nobody has judged whether the collection is complete here: a white spot may be a gap in the data.",
                ),
                Completeness::Partial => note(
                    "completeness_partial",
                    "The collection is known to have gaps here: a white spot may be a gap in the data.",
                ),
                Completeness::Complete => note(
                    "completeness_complete",
                    "The county has judged the collection complete here.",
                ),
            },
            note(
                "remote_apart",
                "Offers that come to people or answer by phone or online have no distance and are reported apart.",
            ),
            note(
                "sites_outside",
                "Sites outside the county count where they are in the collection; there are hardly any.",
            ),
        ]
    }

    /// What has to be known of this one.
    fn add_notes(&self, notes: &mut Vec<Note>) {
        let demand = &self.ground.demand;
        if self.group != PopulationGroup::Total {
            notes.push(note(
                "ages_by_same_factor",
                "Age groups are projected by the factor of the whole municipality.",
            ));
            if !demand.knows(self.group) {
                notes.push(note(
                    "ages_partly_unknown",
                    "Some cells do not tell how many of the group they have: they are in none of its figures, and \
                     age_unknown says how many people live in them. Where nobody is served such a cell is part of a \
                     white spot all the same.",
                ));
            }
        }
        if (0..demand.municipalities().len() as u16).any(|place| demand.placed_at_centre(place)) {
            notes.push(note(
                "placed_at_centre",
                "Where no cell of a municipality has people, all of them are put at its centre.",
            ));
        }
        if self.metric == MetricKind::Overland {
            notes.push(note(
                "overland_no_roads",
                "Overland is the shortest path over land and the links named, not along roads.",
            ));
            notes.push(note(
                "overland_bounds",
                "Land beyond the county and its neighbour districts counts as not passable.",
            ));
            notes.push(note(
                "link_lengths",
                "Where a source gives no length of a link, a substitute stands in; see length_basis.",
            ));
        }
        if let Some((left, all)) = self.known {
            let detail = format!(
                "Filters such as open, accessible, free, anonymous and language leave out every site of which it is not known: \
                 {left} of {all} sites count. A white spot may be a gap in what is known."
            );
            notes.push(Note { code: "unknown_left_out", detail });
        }
        if self.is_scenario {
            notes.push(note(
                "scenario",
                "Some sites are added, moved or closed in thought; added and moved ones count as exact and confirmed.",
            ));
        }
    }
}

fn note(code: &'static str, detail: &str) -> Note {
    Note { code, detail: detail.to_owned() }
}
