//! One feature.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::collections::Collection;
use super::items::set_content_crs;
use super::items_query::crs;
use super::negotiate::{Asked, Format, answer, media, tag};
use super::pages;
use crate::app::{Alias, App};
use crate::atlas::Snapshot;
use crate::domain::FeatureId;
use crate::http::extract::Path;
use crate::http::links::Link;
use crate::http::moved::moved;
use crate::http::params::decode_strict;
use crate::http::problem::{Problem, ProblemError};
use crate::spatial::Crs;

/// `GET /api/collections/{collection}/items/{feature}`.
pub(super) async fn serve(
    State(app): State<Arc<App>>,
    Path((collection, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = Collection::find(&collection)?;
    let (wanted, crs) = read(&asked.query)?;
    let format = asked.format(wanted)?;
    let snapshot = app.atlas.snapshot();
    let mut body = Vec::with_capacity(4 << 10);
    let changes = if collection == Collection::Services {
        write_service(&app, &snapshot, &id, crs, &mut body)
    } else {
        write_layer(&snapshot, collection, &id, crs, &mut body).map(|()| String::from("0"))
    };
    let Some(changes) = changes else {
        let old: Option<FeatureId> = id.parse().ok().filter(|_| collection == Collection::Services);
        let old = old.ok_or_else(|| Problem::not_found("feature of this id"))?;
        let path = collection.path();
        let place = |alias: Alias| match alias.site_id {
            Some(site) => asked.base.url(&format!("{path}/items/{site}")),
            None => asked.base.url(&format!("{path}/items")),
        };
        return moved(&app, old.0, "feature of this id", place).await;
    };
    let etag = tag(&[snapshot.tag(), &changes, format.as_str()]);
    let mut response = if let Some(unchanged) = asked.not_modified(&etag) {
        unchanged
    } else {
        let mut links = asked.self_links(format, media::GEOJSON);
        let parent = asked.base.url(&collection.path());
        links.push(Link::new(parent, "collection", media::JSON).titled(collection.title()));
        add_links(&mut body, &links)?;
        let site = &snapshot.reference().region.site_name;
        match format {
            Format::Json => answer(body, media::GEOJSON, &etag),
            Format::Html => answer(pages::feature(site, collection, &body)?, media::HTML, &etag),
        }
    };
    set_content_crs(&mut response, crs);
    Ok(response)
}

/// Reads `f` and `crs`.
fn read(query: &str) -> Result<(Option<Format>, Crs), Problem> {
    let (pairs, mut faults) = decode_strict(query);
    let (mut format, mut wanted) = (None, Crs::Crs84);
    for (name, value) in &pairs {
        let read = match name.as_str() {
            "f" => Format::parse(value).map(|f| format = Some(f)),
            "crs" => crs("crs", value).map(|c| wanted = c),
            _ => Err(ProblemError::unknown(name)),
        };
        faults.extend(read.err());
    }
    if faults.is_empty() { Ok((format, wanted)) } else { Err(Problem::invalid_query(faults)) }
}

/// Writes the service; tells the minute its open state was told at, `None` if it is not public.
fn write_service(
    app: &App,
    snapshot: &Snapshot,
    id: &str,
    crs: Crs,
    out: &mut Vec<u8>,
) -> Option<String> {
    let moment = app.moment();
    let site = snapshot.find_feature(id.parse().ok()?)?;
    if !snapshot.is_public(site, &moment) {
        return None;
    }
    snapshot.write_feature(site, &moment, crs, out);
    Some(format!("{:x}", moment.local.and_utc().timestamp() / 60))
}

fn write_layer(
    snapshot: &Snapshot,
    collection: Collection,
    id: &str,
    crs: Crs,
    out: &mut Vec<u8>,
) -> Option<()> {
    let layer = collection.layer(snapshot)?;
    layer.write_feature(layer.find(id)?, crs, out);
    Some(())
}

/// Puts links into a finished feature, before its last brace.
fn add_links(feature: &mut Vec<u8>, links: &[Link]) -> Result<(), Problem> {
    if feature.pop() != Some(b'}') {
        return Err(Problem::broken("a prepared feature does not end with a brace"));
    }
    feature.extend_from_slice(b",\"links\":");
    serde_json::to_writer(&mut *feature, links).map_err(Problem::internal)?;
    feature.push(b'}');
    Ok(())
}
