//! What is asked of the atlas: the filters that pages and interfaces share.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::{
    Ags, AssuredBy, Confidence, CoordPrecision, FeatureId, Freshness, LonLat, OpenState,
    OrganizationId, ServiceId, ServiceStatus, SiteType, TermCode, YesNo,
};
use crate::spatial::Bbox;
use crate::spatial::bbox::CrsBox;

/// The present moment, handed in by whoever has a clock: local wall time of the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Local date and time of the region.
    pub local: NaiveDateTime,
}

impl Moment {
    /// Today in the region.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.local.date()
    }
}

/// A place to search around.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Centre.
    pub point: LonLat,
    /// Radius in metres; `None` only sorts by distance.
    pub within_m: Option<f64>,
}

/// Filters: several values of one word = any of them; different words = all of them.
///
/// The default finds everything that is public.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// Free text: words, a sentence, a place; see the module `search`.
    pub q: Option<String>,
    /// Topic codes; a parent includes its children.
    pub categories: Vec<TermCode>,
    /// Target group codes; a parent includes its children.
    pub target_groups: Vec<TermCode>,
    /// Situated there, or without a site and serving it by declared area.
    pub municipalities: Vec<Ags>,
    /// With `municipalities`: also all that declare to serve one of them.
    pub served: bool,
    /// BCP 47 language tags spoken there.
    pub languages: Vec<String>,
    /// Wheelchair access.
    pub accessible: Vec<YesNo>,
    /// Free of charge.
    pub free: Vec<YesNo>,
    /// Open at this local moment.
    pub open_at: Option<NaiveDateTime>,
    /// Around a point; entries without a public point never match when `within_m` is set.
    pub near: Option<Near>,
    /// Inside a box; entries without a public point never match.
    pub bbox: Option<Bbox>,
    /// Inside a box of another reference system, whose sides are bent in degrees (OGC `bbox-crs`); entries
    /// without a public point never match.
    pub area: Option<CrsBox>,
    /// Confirmed within these days, both inclusive, `None` = open end (OGC `datetime`); an entry whose
    /// date is known to a month or year matches if that span overlaps. No date matches whatever is asked
    /// (OGC 17-069r4, `/req/core/fc-time-response` C).
    pub assured: Option<(Option<NaiveDate>, Option<NaiveDate>)>,
    /// Only sites of this service.
    pub service: Option<ServiceId>,
    /// Only services of this organization (also jointly responsible).
    pub organization: Option<OrganizationId>,
    /// Exact property filters of the machine interface.
    pub properties: PropertyFilters,
}

/// Property filters beyond the public words; an empty list does not filter.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the feature property of the same name")]
pub struct PropertyFilters {
    pub status: Vec<ServiceStatus>,
    pub site_type: Vec<SiteType>,
    pub coord_precision: Vec<CoordPrecision>,
    pub assured_by: Vec<AssuredBy>,
    pub freshness: Vec<Freshness>,
    pub confidence: Vec<Confidence>,
    pub open_state: Vec<OpenState>,
}

/// Which page of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// Most hits on the page; at least 1.
    pub limit: usize,
    /// Behind this hit; `None` = from the beginning.
    pub after: Option<Cursor>,
}

/// The place in a sorted result behind which the next page begins.
///
/// It holds the sort key of the last hit, not a count, so that paging stays stable while entries come and
/// go: with `q` (rank, distance, id), with `near` (distance, id), else (id).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// Sort key before the id, as ordered bits; zero where the order is by id alone.
    pub key: [u64; 2],
    /// Last id.
    pub id: FeatureId,
}

impl Cursor {
    /// Text for the query string (URL-safe, opaque to clients).
    #[must_use]
    pub fn encode(&self) -> String {
        format!("{:x}.{:x}.{}", self.key[0], self.key[1], self.id.0.as_simple())
    }

    /// Reads what [`Cursor::encode`] wrote; `None` for anything else.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let rank = u64::from_str_radix(parts.next()?, 16).ok()?;
        let distance = u64::from_str_radix(parts.next()?, 16).ok()?;
        let id = uuid::Uuid::try_parse(parts.next()?).ok()?;
        parts.next().is_none().then_some(Self { key: [rank, distance], id: FeatureId(id) })
    }
}

/// One page of a result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// All matches, exactly.
    pub matched: u64,
    /// The hits of this page, in order.
    pub hits: Vec<Hit>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<Cursor>,
}

/// One hit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The site in the snapshot it was found in.
    pub site: SiteRef,
    /// Distance in metres (EPSG:3035) from `near`, where both have a point.
    pub distance_m: Option<f64>,
}

/// A site in one snapshot; meaningless in any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteRef(pub(super) u32);

/// Numbers beside the filters: for each value how many hits it would leave, all *other* words applied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By topic code, children and parents; every code of the taxonomy is present, also with zero.
    pub categories: Vec<(TermCode, u64)>,
    /// By target group code.
    pub target_groups: Vec<(TermCode, u64)>,
    /// By municipality, every one present.
    pub municipalities: Vec<(Ags, u64)>,
    /// By language tag (only tags that occur).
    pub languages: Vec<(String, u64)>,
    /// Free of charge: yes, no, unknown.
    pub free: [(YesNo, u64); 3],
    /// Wheelchair access: yes, no, unknown.
    pub accessible: [(YesNo, u64); 3],
    /// Open state now (or at `open_at`).
    pub open: Vec<(OpenState, u64)>,
}
