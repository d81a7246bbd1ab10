//! Resources that are one document and know no parameter but `f`: the same bytes for everybody who asks for the
//! same representation of the same state of the data.

use axum::response::Response;
use serde::Serialize;

use super::negotiate::{Asked, Format, answer, media, tag};
use crate::app::App;
use crate::atlas::Snapshot;
use crate::http::problem::Problem;

/// A document that exists as JSON and as HTML.
pub(super) trait Document {
    /// Media type of the JSON form.
    const JSON: &'static str = media::JSON;

    /// The document for programs.
    fn json(&self) -> Result<Vec<u8>, Problem>;

    /// The document for people, on a page of `site`.
    fn html(&self, site: &str) -> Result<String, Problem>;
}

/// Answers with a document: 304 where the client has it, else what `make` gives, in the representation asked for.
///
/// `name` tells the resource apart from others in entity tags.
pub(super) fn serve<D: Document>(
    app: &App,
    asked: &Asked,
    name: &str,
    make: impl FnOnce(&Snapshot, Format) -> D,
) -> Result<Response, Problem> {
    let format = asked.only_format()?;
    serve_as(format, app, asked, name, |snapshot| make(snapshot, format))
}

/// The same for a document that is only ever answered as HTML.
pub(super) fn serve_page<D: Document>(
    app: &App,
    asked: &Asked,
    name: &str,
    make: impl FnOnce(&Snapshot) -> D,
) -> Result<Response, Problem> {
    asked.only_format()?;
    serve_as(Format::Html, app, asked, name, make)
}

fn serve_as<D: Document>(
    format: Format,
    app: &App,
    asked: &Asked,
    name: &str,
    make: impl FnOnce(&Snapshot) -> D,
) -> Result<Response, Problem> {
    let snapshot = app.atlas.snapshot();
    let etag = tag(&[snapshot.tag(), name, format.as_str()]);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let document = make(&snapshot);
    match format {
        Format::Json => document.json().map(|json| answer(json, D::JSON, &etag)),
        Format::Html => document
            .html(&snapshot.reference().region.site_name)
            .map(|html| answer(html, media::HTML, &etag)),
    }
}

/// JSON text of a document of ours.
pub(super) fn to_json(document: &impl Serialize) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(document).map_err(Problem::internal)
}
