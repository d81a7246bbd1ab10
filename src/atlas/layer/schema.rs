//! The properties of the layers.

use super::{PropertySpec, PropertyType};

const fn spec(
    name: &'static str,
    kind: PropertyType,
    queryable: bool,
    description: &'static str,
) -> PropertySpec {
    PropertySpec { name, kind, description, queryable }
}

use PropertyType::{Array, Integer, Number, String};

pub(super) const MUNICIPALITIES: &[PropertySpec] = &[
    spec("ags", String, true, "Official municipality key (AGS), eight digits"),
    spec("name", String, true, "Name"),
    spec("designation", String, true, "Kind of municipality, as its official title says"),
    spec("population", Integer, false, "People counted by the census of population_date"),
    spec("population_date", String, false, "Day of the census (ISO 8601)"),
    spec("area_km2", Number, false, "Area in square kilometres; null = unknown"),
    spec("services", Integer, false, "Published services with a public site here"),
    spec("label", Array, false, "Longitude and latitude (CRS84) of the point to write the name at"),
];

pub(super) const PLANNING_AREAS: &[PropertySpec] = &[
    spec("name", String, true, "Name"),
    spec("kind", String, true, "What it is made of: municipalities, cells or a polygon"),
    spec("municipalities", Array, true, "Keys (AGS) of the municipalities it lies in"),
];

pub(super) const POPULATION_CELLS: &[PropertySpec] = &[
    spec("ags", String, true, "Municipality (AGS) the cell is counted to"),
    spec("size_m", Integer, false, "Side of the square in metres (EPSG:3035)"),
    spec("total", Integer, true, "People counted; values of 1 and 2 are changed by the census"),
    spec("lt18", Integer, false, "People under 18, counted; null = unknown"),
    spec("18to29", Integer, false, "People of 18 to 29 years, counted; null = unknown"),
    spec("30to49", Integer, false, "People of 30 to 49 years, counted; null = unknown"),
    spec("50to64", Integer, false, "People of 50 to 64 years, counted; null = unknown"),
    spec("ge65", Integer, false, "People of 65 years and older, counted; null = unknown"),
    spec(
        "population_2022",
        Number,
        false,
        "Estimate: the cell's count, scaled so that the cells of its municipality add up to the \
         municipality's census figure; null where that is unknown",
    ),
    spec("population_note", String, false, "What the estimate is made of, in words for readers"),
];

pub(super) const ORGANIZATIONS: &[PropertySpec] = &[
    spec("name", String, true, "Name"),
    spec("short_name", String, true, "Short name; null = none known"),
    spec("kind", String, true, "Kind of body in the words of the source; null = unknown"),
    spec("umbrella", String, true, "Umbrella association in words; null = unknown"),
    spec("website", String, false, "Website; null = unknown"),
    spec("services", Integer, false, "Published services it runs, also jointly"),
];
