//! What the result of the cockpit is written from: an analysis, and what its pages need beside it.

use super::super::context::Context;
use super::legend::{breaks, class_of};
use crate::app::{Analysed, SiteCounts, SiteKind};
use crate::coverage::{Answer, Reach};
use crate::domain::{FeatureId, ServiceId, SiteType};

/// An analysed question, ready to be told.
pub(crate) struct Facts<'a> {
    pub(crate) analysed: &'a Analysed,
    pub(crate) answer: &'a Answer,
    /// How it was before the changes of the scenario; `None` without a scenario.
    pub(crate) before: Option<Change<'a>>,
    /// More about each unserved area, in their order.
    pub(crate) areas: Vec<AreaFacts>,
    pub(crate) sites: SiteCounts,
    pub(crate) remote: RemoteFacts,
    /// Side of the cells in metres; `None` without cells.
    pub(crate) cell_size_m: Option<u32>,
    /// Unserved people by the number of people in their cell, one sum for each class of the legend.
    pub(crate) by_class: [f64; 5],
}

/// What a scenario changes.
pub(crate) struct Change<'a> {
    pub(crate) before: &'a Answer,
    /// People who gain a site within reach.
    pub(crate) gained: f64,
    /// People who lose it.
    pub(crate) lost: f64,
}

/// More about an unserved area.
#[derive(Default)]
pub(crate) struct AreaFacts {
    /// The place nearest to its middle.
    pub(crate) place: Option<String>,
    /// The site nearest to it.
    pub(crate) nearest: Option<NearestSite>,
}

/// A site and how far it is.
pub(crate) struct NearestSite {
    /// Empty for a site of the scenario.
    pub(crate) name: String,
    /// Its page; `None` for a site of the scenario.
    pub(crate) href: Option<String>,
    pub(crate) distance_m: f64,
}

/// An existing site that the scenario names.
pub(crate) struct NamedSite {
    pub(crate) name: String,
    pub(crate) href: String,
}

/// Offers that need no way: they come, or are reached by phone or online.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RemoteFacts {
    pub(crate) count: u32,
    pub(crate) outreach: u32,
    pub(crate) phone: u32,
    pub(crate) online: u32,
    pub(crate) mobile: u32,
    /// Of these: where they serve is not declared.
    pub(crate) undeclared: u32,
    /// People in the areas that they declare to serve.
    pub(crate) people: f64,
}

impl<'a> Facts<'a> {
    pub(crate) fn of(analysed: &'a Analysed) -> Self {
        let answer = &analysed.answer;
        let areas = answer.unserved_areas.iter().zip(&analysed.nearest_places);
        Self {
            before: analysed.scenario.as_ref().map(|scenario| Change {
                before: &scenario.before.answer,
                gained: scenario.difference.gained,
                lost: scenario.difference.lost,
            }),
            areas: areas
                .map(|(area, place)| AreaFacts {
                    place: place.clone(),
                    nearest: nearest(analysed, area.nearest_site, area.distance_m.min),
                })
                .collect(),
            sites: analysed.site_counts(),
            remote: remote(analysed),
            cell_size_m: analysed.demand.cell_size_m(),
            by_class: by_class(analysed),
            analysed,
            answer,
        }
    }

    /// The name of a municipality by its place in the demand.
    pub(crate) fn municipality(&self, place: u16) -> Option<&str> {
        let found = self.analysed.demand.municipalities().get(usize::from(place));
        found.map(|municipality| municipality.name.as_str())
    }

    /// A site that the scenario moves or closes.
    pub(crate) fn site(&self, id: FeatureId) -> Option<NamedSite> {
        let site = self.analysed.sites.iter().find(|site| site.feature_id == Some(id))?;
        let href = href(site.service_id?, id);
        Some(NamedSite { name: site.name.clone(), href })
    }

    /// Names of the municipalities whose people stand at their centre.
    pub(crate) fn placed_at_centre(&self, context: &Context) -> Vec<String> {
        let placed = &self.analysed.method.placed_at_centre;
        placed.iter().map(|ags| context.municipality_name(*ags).to_owned()).collect()
    }
}

/// The page of an offer at one of its sites.
pub(super) fn href(service: ServiceId, feature: FeatureId) -> String {
    format!("/angebote/{service}?standort={feature}")
}

fn nearest(
    analysed: &Analysed,
    place: Option<u32>,
    distance_m: Option<f64>,
) -> Option<NearestSite> {
    let site = analysed.sites.get(place? as usize).filter(|site| site.kind != SiteKind::Closed)?;
    let href = site.service_id.zip(site.feature_id).map(|(service, id)| href(service, id));
    Some(NearestSite { name: site.name.clone(), href, distance_m: distance_m? })
}

fn remote(analysed: &Analysed) -> RemoteFacts {
    let report = &analysed.remote;
    let of = |kind: SiteType| {
        report.by_type.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    };
    RemoteFacts {
        count: report.services,
        outreach: of(SiteType::Outreach),
        phone: of(SiteType::Phone),
        online: of(SiteType::Online),
        mobile: of(SiteType::Mobile),
        undeclared: report.undeclared,
        people: report.covered,
    }
}

/// Unserved people by the class of their cell.
fn by_class(analysed: &Analysed) -> [f64; 5] {
    let (demand, reach) = (&analysed.demand, &analysed.reach);
    let breaks = breaks(demand.cell_size_m());
    let wanted = &analysed.question.municipalities;
    let mut sums = [0.0; 5];
    for (place, municipality) in (0..u16::MAX).zip(demand.municipalities()) {
        if !wanted.is_empty() && !wanted.contains(&municipality.ags) {
            continue;
        }
        for cell in demand.cells_of(place) {
            let flags = reach.flags.get(cell as usize).copied().unwrap_or_default();
            let people = demand.people(cell, analysed.question.group).unwrap_or_default();
            if flags & Reach::SERVED == 0
                && let Some(sum) = sums.get_mut(class_of(people, breaks))
            {
                *sum += people;
            }
        }
    }
    sums
}
