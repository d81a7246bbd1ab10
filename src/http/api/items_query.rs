//! The parameters of `items`, read strictly.

use chrono_tz::Tz;

use super::collections::Collection;
use super::datetime::{self, Days};
use super::negotiate::Format;
use crate::atlas::{Cursor, Layer, LayerQuery, PropertyFilters, Query};
use crate::domain::{
    AssuredBy, Confidence, CoordPrecision, Freshness, OpenState, OrganizationId, ServiceId,
    ServiceStatus, SiteType,
};
use crate::http::params::{NAMES, Pair, Vocabulary, Words, decode_strict, read_strict};
use crate::http::problem::ProblemError;
use crate::spatial::Crs;
use crate::spatial::bbox::CrsBox;

/// Features on a page if nothing else is asked for.
pub(super) const DEFAULT_LIMIT: usize = 100;
/// Most features on a page; a larger limit is clamped (17-069r4, 7.15.2).
pub(super) const MAX_LIMIT: usize = 10_000;

pub(super) const STATUS: [ServiceStatus; 4] = [
    ServiceStatus::Active,
    ServiceStatus::Inactive,
    ServiceStatus::Defunct,
    ServiceStatus::TemporarilyClosed,
];
pub(super) const ASSURED_BY: [AssuredBy; 3] =
    [AssuredBy::Source, AssuredBy::Provider, AssuredBy::Editor];
pub(super) const CONFIDENCE: [Confidence; 3] =
    [Confidence::Low, Confidence::Medium, Confidence::High];

/// Most features on a page for people: it is parsed and laid out, which takes ten times the memory.
const MAX_HTML_LIMIT: usize = 1_000;

/// Parameters that every collection has.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) format: Option<Format>,
    limit: usize,
    pub(super) crs: Crs,
    pub(super) bbox_crs: Crs,
    pub(super) datetime: Option<Days>,
    pub(super) cursor: Option<String>,
}

impl Default for Common {
    fn default() -> Self {
        Self {
            format: None,
            limit: DEFAULT_LIMIT,
            crs: Crs::Crs84,
            bbox_crs: Crs::Crs84,
            datetime: None,
            cursor: None,
        }
    }
}

impl Common {
    /// Features on a page in this representation.
    pub(super) fn limit_for(&self, format: Format) -> usize {
        match format {
            Format::Json => self.limit,
            Format::Html => self.limit.min(MAX_HTML_LIMIT),
        }
    }

    /// Takes a parameter; `None` if it is another's.
    fn read(&mut self, (name, value): &Pair, timezone: Tz) -> Option<Result<(), ProblemError>> {
        let read = match name.as_str() {
            "f" => Format::parse(value).map(|f| self.format = Some(f)),
            "limit" => limit(value).map(|n| self.limit = n),
            "crs" => crs("crs", value).map(|c| self.crs = c),
            "bbox-crs" => crs("bbox-crs", value).map(|c| self.bbox_crs = c),
            "datetime" => datetime::parse(value, timezone)
                .map(|days| self.datetime = Some(days))
                .map_err(|detail| ProblemError::parameter("datetime", "not_an_interval", detail)),
            "cursor" => {
                self.cursor = Some(value.clone());
                Ok(())
            }
            _ => return None,
        };
        Some(read)
    }
}

/// What is asked of the services.
#[derive(Debug)]
pub(super) struct ServicesQuery {
    pub(super) common: Common,
    pub(super) pairs: Vec<Pair>,
    pub(super) query: Query,
    pub(super) after: Option<Cursor>,
}

/// Reads the parameters of `services/items`.
///
/// # Errors
/// Every fault.
pub(super) fn read_services(
    raw: &str,
    vocabulary: Vocabulary<'_>,
    timezone: Tz,
) -> Result<ServicesQuery, Vec<ProblemError>> {
    let mut common = Common::default();
    let mut filters = Filters::default();
    let (mut words, pairs) = read_strict(raw, vocabulary, |pair| {
        common.read(pair, timezone).or_else(|| filters.read(pair))
    });
    words.finish(common.bbox_crs);
    let mut faults = words.faults;
    let after = cursor(common.cursor.as_deref(), Cursor::decode, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut query = words.query;
    query.assured = common.datetime;
    query.service = filters.service;
    query.organization = filters.organization;
    query.properties = filters.properties;
    Ok(ServicesQuery { common, pairs, query, after })
}

/// What is asked of another collection.
#[derive(Debug)]
pub(super) struct LayerItemsQuery {
    pub(super) common: Common,
    pub(super) pairs: Vec<Pair>,
    pub(super) query: LayerQuery,
}

/// Reads the parameters of the items of another collection. They carry no time, so that every `datetime` matches.
///
/// # Errors
/// Every fault.
pub(super) fn read_layer(
    raw: &str,
    layer: &Layer,
    timezone: Tz,
) -> Result<LayerItemsQuery, Vec<ProblemError>> {
    let (pairs, mut faults) = decode_strict(raw);
    let mut common = Common::default();
    let mut query = LayerQuery::default();
    let mut bbox = None;
    for pair in &pairs {
        let (name, value) = pair;
        let queryable = layer.properties().iter().any(|p| p.queryable && p.name == name);
        match common.read(pair, timezone) {
            Some(Ok(())) => {}
            Some(Err(fault)) => faults.push(fault),
            None if name == "bbox" => bbox = Some(value),
            None if queryable => {
                let values = value.split(',').map(|v| v.trim().to_owned()).collect();
                query.properties.push((name.clone(), values));
            }
            None => faults.push(ProblemError::unknown(name)),
        }
    }
    if let Some(text) = bbox {
        match read_box(text, common.bbox_crs) {
            Ok(read) => {
                query.bbox = Some(read.outer());
                query.area = Some(read);
            }
            Err(mut wrong) => faults.append(&mut wrong),
        }
    }
    query.offset = cursor(common.cursor.as_deref(), decode_offset, &mut faults).unwrap_or(0);
    if faults.is_empty() { Ok(LayerItemsQuery { common, pairs, query }) } else { Err(faults) }
}

/// The cursor behind the first `offset` features of a layer.
pub(super) fn encode_offset(offset: usize) -> String {
    format!("{offset:x}")
}

fn decode_offset(text: &str) -> Option<usize> {
    usize::from_str_radix(text, 16).ok().filter(|_| !text.starts_with('+'))
}

fn cursor<T>(
    text: Option<&str>,
    decode: impl Fn(&str) -> Option<T>,
    faults: &mut Vec<ProblemError>,
) -> Option<T> {
    let text = text?;
    let decoded = decode(text);
    if decoded.is_none() {
        let detail = "is not a cursor of this server; follow the links with rel=next";
        faults.push(ProblemError::parameter("cursor", "not_a_cursor", detail));
    }
    decoded
}

fn read_box(text: &str, crs: Crs) -> Result<CrsBox, Vec<ProblemError>> {
    let taxonomy = crate::domain::Taxonomy::default();
    let mut words = Words::new(Vocabulary { taxonomy: &taxonomy, now: chrono::NaiveDateTime::MIN });
    words.read("bbox", text);
    words.finish(crs);
    words.bbox().copied().ok_or_else(|| std::mem::take(&mut words.faults))
}

/// A positive integer, clamped.
fn limit(value: &str) -> Result<usize, ProblemError> {
    let fault = |code, detail| Err(ProblemError::parameter("limit", code, detail));
    if value.is_empty() || !value.bytes().all(|b| b.is_ascii_digit()) {
        return fault("not_an_integer", format!("must be an integer from 1 to {MAX_LIMIT}"));
    }
    // Digits that do not fit are merely very large.
    match value.parse::<usize>().unwrap_or(MAX_LIMIT) {
        0 => fault("too_small", "must be at least 1".to_owned()),
        n => Ok(n.min(MAX_LIMIT)),
    }
}

/// One of our reference systems by its URI.
pub(super) fn crs(name: &'static str, value: &str) -> Result<Crs, ProblemError> {
    Crs::from_uri(value).ok_or_else(|| {
        let known: Vec<&str> = Crs::ALL.iter().map(|crs| crs.uri()).collect();
        let detail = format!("is not one of {}", known.join(", "));
        ProblemError::parameter(name, "unknown_crs", detail)
    })
}

/// Filters by properties that are not among the shared words.
#[derive(Debug, Default)]
struct Filters {
    properties: PropertyFilters,
    service: Option<ServiceId>,
    organization: Option<OrganizationId>,
}

impl Filters {
    fn read(&mut self, (name, value): &Pair) -> Option<Result<(), ProblemError>> {
        let p = &mut self.properties;
        let id =
            |f: crate::domain::FieldError| ProblemError::parameter(name.as_str(), f.code, f.detail);
        Some(match name.as_str() {
            "service_id" => value.parse().map(|v| self.service = Some(v)).map_err(id),
            "organization_id" => value.parse().map(|v| self.organization = Some(v)).map_err(id),
            "status" => any_of(name, value, &STATUS, ServiceStatus::as_str, &mut p.status),
            "site_type" => any_of(name, value, &SiteType::ALL, SiteType::as_str, &mut p.site_type),
            "coord_precision" => {
                let all = &CoordPrecision::ALL;
                any_of(name, value, all, CoordPrecision::as_str, &mut p.coord_precision)
            }
            "assured_by" => any_of(name, value, &ASSURED_BY, AssuredBy::as_str, &mut p.assured_by),
            "freshness" => {
                any_of(name, value, &Freshness::ALL, Freshness::as_str, &mut p.freshness)
            }
            "confidence" => any_of(name, value, &CONFIDENCE, Confidence::as_str, &mut p.confidence),
            "open_state" => {
                any_of(name, value, &OpenState::ALL, OpenState::as_str, &mut p.open_state)
            }
            _ => return None,
        })
    }
}

/// Values by comma, each one of a fixed set.
fn any_of<T: Copy + PartialEq>(
    name: &str,
    value: &str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
    slot: &mut Vec<T>,
) -> Result<(), ProblemError> {
    for text in value.split(',').map(str::trim) {
        let Some(found) = all.iter().copied().find(|v| word(*v) == text) else {
            let words: Vec<&str> = all.iter().map(|v| word(*v)).collect();
            let detail = format!("takes only {}", words.join(", "));
            return Err(ProblemError::parameter(name, "not_one_of", detail));
        };
        if !slot.contains(&found) {
            slot.push(found);
        }
    }
    Ok(())
}

/// All names that `items` of a collection understands, for the API definition.
pub(super) fn names(collection: Collection, layer: Option<&Layer>) -> Vec<&'static str> {
    let mut names = vec!["f", "limit", "cursor", "datetime", "bbox-crs", "crs"];
    if collection == Collection::Services {
        names.extend(NAMES);
        let own = super::service_schema::PROPERTIES.iter().filter(|p| p.queryable).map(|p| p.name);
        names.extend(own.filter(|name| !NAMES.contains(name)));
    } else {
        names.push("bbox");
        let own = layer.map(Layer::properties).unwrap_or_default();
        names.extend(own.iter().filter(|p| p.queryable).map(|p| p.name));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_limit_is_clamped_and_a_wrong_one_refused() {
        assert_eq!(limit("7"), Ok(7));
        assert_eq!(limit("999999999999999999999999"), Ok(MAX_LIMIT));
        for text in ["0", "-1", "+1", "ten", "1.5", ""] {
            assert!(limit(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_offset_survives_its_cursor() {
        assert_eq!(decode_offset(&encode_offset(10_000)), Some(10_000));
        assert_eq!(decode_offset("+5"), None);
    }
}
