//! What is asked of the atlas: the filters that pages and interfaces share.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::{
    Ags, AssuredBy, CapacityState, Confidence, CoordPrecision, FeatureId, Freshness, LonLat,
    OpenState, OrganizationId, ServiceId, ServiceStatus, SiteType, TermCode, YesNo,
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
    /// Without giving one's name.
    pub anonymous: Vec<YesNo>,
    /// Open at this local moment.
    pub open_at: Option<NaiveDateTime>,
    /// With `open_at`: open at any minute from then until before this one.
    pub open_until: Option<NaiveDateTime>,
    /// With `open_at`: these states besides open ("times not known").
    pub open_also: Vec<OpenState>,
    /// Meant for people of these ages; entries that tell no age match only [`AgeAsked::Unknown`].
    pub ages: Vec<AgeAsked>,
    /// Service form codes; a parent includes its children.
    pub formats: Vec<TermCode>,
    /// By appointment.
    pub appointment: Vec<YesNo>,
    /// Whether there is room; `None` = not known.
    pub capacity: Vec<Option<CapacityState>>,
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
    /// The order; `None` = by rank with a text, by distance with a place, else by id.
    pub sort: Option<Sort>,
}

/// An age that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeAsked {
    /// Full years.
    Years(u8),
    /// No age is told.
    Unknown,
}

/// An order that is asked for. What cannot be had (distance without a place, rank without a text) is as if nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The best fit first.
    Rank,
    /// The nearest first; what has no place comes last.
    Distance,
    /// The last confirmed first; what has no date comes last.
    Freshness,
    /// By name as in a German dictionary (DIN 5007-1), by the first 48 letters.
    Name,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Rank, Self::Distance, Self::Freshness, Self::Name];

    /// The word used in URLs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Distance => "distance",
            Self::Freshness => "freshness",
            Self::Name => "name",
        }
    }
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
/// go: with `q` (rank, distance, id), with `near` (distance, id), else (id); by name the name, by freshness the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// Sort key before the id, as ordered bits; zero where the order is by id alone.
    pub key: [u64; 4],
    /// Last id.
    pub id: FeatureId,
}

impl Cursor {
    /// Text for the query string (URL-safe, opaque to clients).
    #[must_use]
    pub fn encode(&self) -> String {
        let id = self.id.0.as_simple();
        match self.key {
            [a, b, 0, 0] => format!("{a:x}.{b:x}.{id}"),
            [a, b, c, d] => format!("{a:x}.{b:x}.{c:x}.{d:x}.{id}"),
        }
    }

    /// Reads what [`Cursor::encode`] wrote; `None` for anything else.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let (id, words) = parts.split_last()?;
        if words.len() != 2 && words.len() != 4 {
            return None;
        }
        let mut key = [0; 4];
        for (slot, word) in key.iter_mut().zip(words) {
            *slot = u64::from_str_radix(word, 16).ok()?;
        }
        Some(Self { key, id: FeatureId(uuid::Uuid::try_parse(id).ok()?) })
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
    /// Without giving one's name: yes, no, unknown.
    pub anonymous: [(YesNo, u64); 3],
    /// Wheelchair access: yes, no, unknown.
    pub accessible: [(YesNo, u64); 3],
    /// Open state now (or at `open_at`).
    pub open: Vec<(OpenState, u64)>,
    /// How many are meant for the ages asked for (or tell an age at all), and how many tell none.
    pub ages: (u64, u64),
    /// By service form code.
    pub formats: Vec<(TermCode, u64)>,
    /// By appointment: yes, no, unknown.
    pub appointment: [(YesNo, u64); 3],
    /// Whether there is room: free, waiting list, full, not known.
    pub capacity: [(Option<CapacityState>, u64); 4],
}
