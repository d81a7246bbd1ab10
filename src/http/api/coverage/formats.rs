//! Which representation of an analysis is wanted.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::Response;

use crate::http::api::negotiate::{Asked, answer, media};
use crate::http::problem::{Problem, ProblemError};

/// A representation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Json,
    GeoJson,
    Csv,
    /// The same table as German spreadsheets open it by a double click.
    CsvExcel,
    Bin,
}

impl Kind {
    /// The value of `f`.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::GeoJson => "geojson",
            Self::Csv => "csv",
            Self::CsvExcel => "csv-excel",
            Self::Bin => "bin",
        }
    }

    /// Its media type.
    pub(super) const fn media(self) -> &'static str {
        match self {
            Self::Json => media::JSON,
            Self::GeoJson => media::GEOJSON,
            Self::Csv | Self::CsvExcel => "text/csv; charset=utf-8; header=present",
            Self::Bin => "application/octet-stream",
        }
    }

    /// The media type without its parameters.
    pub(super) const fn essence(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvExcel => "text/csv",
            other => other.media(),
        }
    }

    /// What it is, as the title of a link.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Json => "This answer as JSON",
            Self::GeoJson => "This answer as GeoJSON",
            Self::Csv => "This answer as CSV",
            Self::CsvExcel => "This answer as CSV for spreadsheets with a decimal comma",
            Self::Bin => "This answer as plain numbers",
        }
    }

    /// Reads the value of `f`.
    pub(super) fn parse(offered: &[Self], value: &str) -> Result<Self, ProblemError> {
        offered.iter().copied().find(|kind| kind.as_str() == value).ok_or_else(|| {
            let words: Vec<&str> = offered.iter().map(|kind| kind.as_str()).collect();
            let detail = format!("is not one of {}", words.join(", "));
            ProblemError::parameter("f", "not_one_of", detail)
        })
    }

    /// `f` if it was given, else what `Accept` likes best; the first offered is that of whoever takes anything.
    pub(super) fn choose(
        offered: &[Self],
        wanted: Option<Self>,
        asked: &Asked,
    ) -> Result<Self, Problem> {
        let Some(first) = offered.first().copied() else {
            return Err(Problem::broken("a resource without representations"));
        };
        match (wanted, asked.accept()) {
            (Some(kind), _) => Ok(kind),
            (None, None) => Ok(first),
            (None, Some(accept)) => preferred(offered, first, accept).ok_or_else(|| {
                let words: Vec<&str> = offered.iter().map(|kind| kind.essence()).collect();
                Problem::not_acceptable(&words.join(", "))
            }),
        }
    }
}

/// The representation a list of media ranges likes best (RFC 9110, 12.5.1).
fn preferred(offered: &[Kind], first: Kind, accept: &str) -> Option<Kind> {
    let mut best: Option<(f32, Kind)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
        let weight = parts.find_map(|p| p.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0_f32);
        let exact = offered.iter().copied().find(|kind| kind.essence() == essence);
        let kind = exact.or_else(|| {
            let group = essence.strip_suffix('*')?;
            let fits = |kind: &Kind| group == "*/" || kind.essence().starts_with(group);
            offered.iter().copied().find(fits).map(|kind| if group == "*/" { first } else { kind })
        });
        if let Some(kind) = kind
            && weight > 0.0
            && best.is_none_or(|(known, _)| weight > known)
        {
            best = Some((weight, kind));
        }
    }
    best.map(|(_, kind)| kind)
}

/// The answer; tables are offered as files of this name.
pub(super) fn respond(
    body: impl Into<Body>,
    kind: Kind,
    etag: &str,
    name: &'static str,
) -> Response {
    let mut response = answer(body, kind.media(), etag);
    let ending = match kind {
        Kind::Csv => ".csv",
        Kind::CsvExcel => "-excel.csv",
        Kind::Json | Kind::GeoJson | Kind::Bin => "",
    };
    if !ending.is_empty()
        && let Ok(value) = HeaderValue::try_from(format!("attachment; filename=\"{name}{ending}\""))
    {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_takes_anything_gets_the_first_and_whoever_is_picky_what_there_is() {
        let offered = [Kind::Json, Kind::GeoJson, Kind::Csv, Kind::CsvExcel];
        let best = |accept| preferred(&offered, Kind::Json, accept);
        assert_eq!(best("text/html,*/*;q=0.8"), Some(Kind::Json));
        assert_eq!(best("text/csv"), Some(Kind::Csv));
        assert_eq!(best("application/geo+json, application/json;q=0.5"), Some(Kind::GeoJson));
        assert_eq!(best("text/*"), Some(Kind::Csv));
        assert_eq!(best("image/png"), None);
        assert_eq!(best("text/csv;q=0"), None);
    }
}
