//! The collections: what they are, how far they reach.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::document::{Document, serve, to_json};
use super::negotiate::{Asked, media};
use super::pages;
use crate::app::App;
use crate::atlas::{Layer, Snapshot};
use crate::http::extract::Path;
use crate::http::links::{Base, Link};
use crate::http::problem::Problem;
use crate::spatial::{Bbox, Crs};

/// A collection of features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collection {
    Services,
    Organizations,
    Municipalities,
    PlanningAreas,
    PopulationCells,
}

impl Collection {
    /// All, in the order in which they are listed.
    pub(super) const ALL: [Self; 5] = [
        Self::Services,
        Self::Organizations,
        Self::Municipalities,
        Self::PlanningAreas,
        Self::PopulationCells,
    ];

    /// The id in addresses.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Organizations => "organizations",
            Self::Municipalities => "municipalities",
            Self::PlanningAreas => "planning_areas",
            Self::PopulationCells => "population_cells",
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Services => "Services at locations",
            Self::Organizations => "Organizations",
            Self::Municipalities => "Municipalities",
            Self::PlanningAreas => "Planning areas",
            Self::PopulationCells => "Population cells",
        }
    }

    pub(super) const fn description(self) -> &'static str {
        match self {
            Self::Services => {
                "One feature per service at a location, as a point. Outreach, telephone, online, \
                 mobile and protected services have no geometry and never match a bbox; those whose \
                 date of confirmation is unknown match every datetime."
            }
            Self::Organizations => {
                "The bodies that run the services. They have no geometry and never match a bbox."
            }
            Self::Municipalities => "Municipalities of the county with outline and population.",
            Self::PlanningAreas => "Areas the county plans by, made of municipalities or cells.",
            Self::PopulationCells => {
                "Census grid cells (ETRS89-LAEA, INSPIRE ids) with people by age band."
            }
        }
    }

    /// The collection of an id.
    pub(super) fn find(id: &str) -> Result<Self, Problem> {
        Self::ALL
            .into_iter()
            .find(|collection| collection.id() == id)
            .ok_or_else(|| Problem::not_found("collection of this id"))
    }

    /// Its prepared features; `None` for the services, which have an index of their own.
    pub(super) fn layer(self, snapshot: &Snapshot) -> Option<&Layer> {
        if self == Self::Services { None } else { snapshot.layer(self.id()) }
    }

    pub(super) fn path(self) -> String {
        format!("/api/collections/{}", self.id())
    }
}

/// A collection as JSON (17-069r4, 7.14).
#[allow(clippy::struct_field_names, reason = "the names are those of the standard")]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Description {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    pub(super) item_type: &'static str,
    pub(super) item_count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) extent: Option<Extent>,
    pub(super) crs: Vec<&'static str>,
    pub(super) storage_crs: &'static str,
    pub(super) links: Vec<Link>,
}

/// How far the features reach in space and time.
#[derive(Debug, Serialize)]
pub(super) struct Extent {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) spatial: Option<SpatialExtent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) temporal: Option<TemporalExtent>,
}

#[derive(Debug, Serialize)]
pub(super) struct SpatialExtent {
    pub(super) bbox: [[f64; 4]; 1],
    crs: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct TemporalExtent {
    pub(super) interval: [[String; 2]; 1],
    trs: &'static str,
}

/// All collections as JSON.
#[derive(Debug, Serialize)]
pub(super) struct List {
    pub(super) links: Vec<Link>,
    crs: Vec<&'static str>,
    pub(super) collections: Vec<Description>,
}

impl Document for List {
    fn json(&self) -> Result<Vec<u8>, Problem> {
        to_json(self)
    }

    fn html(&self, site: &str) -> Result<String, Problem> {
        pages::collections(site, self)
    }
}

impl Document for Description {
    fn json(&self) -> Result<Vec<u8>, Problem> {
        to_json(self)
    }

    fn html(&self, site: &str) -> Result<String, Problem> {
        pages::collection(site, self)
    }
}

/// `GET /api/collections`.
pub(super) async fn list(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    serve(&app, &asked, "collections", |snapshot, format| List {
        links: asked.self_links(format, media::JSON),
        crs: crs_uris(),
        collections: Collection::ALL
            .iter()
            .map(|collection| describe(*collection, snapshot, &asked.base, vec![]))
            .collect(),
    })
}

/// `GET /api/collections/{collection}`.
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = Collection::find(&id)?;
    serve(&app, &asked, collection.id(), |snapshot, format| {
        describe(collection, snapshot, &asked.base, asked.self_links(format, media::JSON))
    })
}

/// Identifiers of all reference systems.
pub(super) fn crs_uris() -> Vec<&'static str> {
    Crs::ALL.iter().map(|crs| crs.uri()).collect()
}

fn describe(
    collection: Collection,
    snapshot: &Snapshot,
    base: &Base,
    mut links: Vec<Link>,
) -> Description {
    let address = base.url(&collection.path());
    if links.is_empty() {
        links.push(Link::new(address.clone(), "self", media::JSON));
    }
    let items = format!("{address}/items");
    let queryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    links.extend([
        Link::new(format!("{items}?f=json"), "items", media::GEOJSON).titled("Features as GeoJSON"),
        Link::new(format!("{items}?f=html"), "items", media::HTML).titled("Features as HTML"),
        Link::new(format!("{address}/queryables"), queryables, media::SCHEMA)
            .titled("Properties that filter"),
    ]);
    let layer = collection.layer(snapshot);
    let item_count = match (collection, layer) {
        (Collection::Services, _) => snapshot.site_count(),
        (_, layer) => layer.map_or(0, |layer| layer.len() as u64),
    };
    Description {
        id: collection.id(),
        title: collection.title(),
        description: collection.description(),
        item_type: "feature",
        item_count,
        extent: extent(collection, snapshot, layer),
        crs: crs_uris(),
        storage_crs: Crs::Crs84.uri(),
        links,
    }
}

/// The sides rounded away from the middle to 0.000001° (a decimetre): coordinates are written to 0.0000001°, and
/// none of them may lie outside (`/req/core/fc-md-extent-multi` A).
fn outward(bbox: Bbox) -> [f64; 4] {
    let [west, south, east, north] = bbox.to_array().map(|side| side * 1e6);
    [west.floor(), south.floor(), east.ceil(), north.ceil()].map(|side| side / 1e6)
}

fn extent(collection: Collection, snapshot: &Snapshot, layer: Option<&Layer>) -> Option<Extent> {
    let services = collection == Collection::Services;
    let bbox: Option<Bbox> =
        if services { snapshot.extent() } else { layer.and_then(Layer::extent) };
    let spatial = bbox.map(|bbox| SpatialExtent { bbox: [outward(bbox)], crs: Crs::Crs84.uri() });
    let days = if services { snapshot.assured_extent() } else { None };
    let temporal = days.map(|(first, last)| TemporalExtent {
        interval: [[format!("{first}T00:00:00Z"), format!("{last}T23:59:59Z")]],
        trs: "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
    });
    (spatial.is_some() || temporal.is_some()).then_some(Extent { spatial, temporal })
}
