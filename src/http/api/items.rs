//! The features of a collection: the hot path. One buffer, prepared fragments copied into it, nothing parsed.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderName;
use axum::http::HeaderValue;
use axum::response::Response;
use chrono::SecondsFormat;

use super::collections::Collection;
use super::items_query::{
    Common, LayerItemsQuery, ServicesQuery, encode_offset, read_layer, read_services,
};
use super::negotiate::{Asked, Format, answer, media, tag};
use super::pages;
use crate::app::App;
use crate::atlas::{PageRequest, Snapshot};
use crate::http::extract::Path;
use crate::http::links::Link;
use crate::http::params::{Pair, Vocabulary};
use crate::http::problem::Problem;
use crate::spatial::Crs;

/// Bytes of a typical service feature, so that the buffer rarely grows.
const FEATURE_BYTES: usize = 1_600;
/// Bytes of everything around the features.
const FRAME_BYTES: usize = 2_048;

pub(super) static CONTENT_CRS: HeaderName = HeaderName::from_static("content-crs");

/// `GET /api/collections/{collection}/items`.
pub(super) async fn serve(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = Collection::find(&id)?;
    let snapshot = app.atlas.snapshot();
    if collection == Collection::Services {
        services(&app, &snapshot, &asked)
    } else {
        layer(&app, &snapshot, collection, &asked)
    }
}

fn services(app: &App, snapshot: &Snapshot, asked: &Asked) -> Result<Response, Problem> {
    let moment = app.moment();
    let vocabulary = Vocabulary { taxonomy: &snapshot.reference().taxonomy, now: moment.local };
    let ServicesQuery { common, pairs, query, after } =
        read_services(&asked.query, vocabulary, app.settings.timezone)
            .map_err(Problem::invalid_query)?;
    let format = asked.format(common.format)?;
    // Whether something is open changes with the minute, so the tag does too.
    let minute = format!("{:x}", moment.local.and_utc().timestamp() / 60);
    let etag = tag(&[snapshot.tag(), &minute, format.as_str()]);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let found =
        snapshot.search(&query, &moment, &PageRequest { limit: common.limit_for(format), after });
    let page = Page {
        matched: found.matched,
        returned: found.hits.len(),
        next: found.next.map(|cursor| cursor.encode()),
    };
    let mut out = Vec::with_capacity(FRAME_BYTES + page.returned * FEATURE_BYTES);
    begin(app, asked, Collection::Services, format, &pairs, &page, &mut out)?;
    let writer = snapshot.feature_writer(&moment, common.crs);
    for (i, hit) in found.hits.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        writer.write(hit.site, &mut out);
    }
    out.extend_from_slice(b"]}");
    finish(snapshot, Collection::Services, format, &common, out, &etag)
}

fn layer(
    app: &App,
    snapshot: &Snapshot,
    collection: Collection,
    asked: &Asked,
) -> Result<Response, Problem> {
    let layer = collection
        .layer(snapshot)
        .ok_or_else(|| Problem::broken(format!("the atlas has no layer {}", collection.id())))?;
    let LayerItemsQuery { common, pairs, mut query } =
        read_layer(&asked.query, layer, app.settings.timezone).map_err(Problem::invalid_query)?;
    let format = asked.format(common.format)?;
    let etag = tag(&[snapshot.tag(), collection.id(), "items", format.as_str()]);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    query.limit = common.limit_for(format);
    let found = layer.search(&query);
    let end = query.offset.saturating_add(found.features.len());
    let page = Page {
        matched: found.matched,
        returned: found.features.len(),
        next: (!found.features.is_empty() && (end as u64) < found.matched)
            .then(|| encode_offset(end)),
    };
    let mut out = Vec::with_capacity(FRAME_BYTES + page.returned * FEATURE_BYTES);
    begin(app, asked, collection, format, &pairs, &page, &mut out)?;
    for (i, feature) in found.features.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        layer.write_feature(*feature, common.crs, &mut out);
    }
    out.extend_from_slice(b"]}");
    finish(snapshot, collection, format, &common, out, &etag)
}

/// How much was found and where the next page begins.
struct Page {
    matched: u64,
    returned: usize,
    next: Option<String>,
}

/// Writes everything before the first feature.
fn begin(
    app: &App,
    asked: &Asked,
    collection: Collection,
    format: Format,
    pairs: &[Pair],
    page: &Page,
    out: &mut Vec<u8>,
) -> Result<(), Problem> {
    let mut links = asked.self_links_of(pairs, format, media::GEOJSON);
    if let Some(cursor) = &page.next {
        let media_type = if format == Format::Json { media::GEOJSON } else { media::HTML };
        let new = [("f", format.as_str()), ("cursor", cursor.as_str())];
        let address = asked.address_with(pairs, &new);
        links.push(Link::new(address, "next", media_type).titled("Next page"));
    }
    let parent = asked.base.url(&collection.path());
    links.push(Link::new(parent, "collection", media::JSON).titled(collection.title()));
    let stamp = app.clock.now().to_rfc3339_opts(SecondsFormat::Secs, true);
    let counts = format!(
        "{{\"type\":\"FeatureCollection\",\"timeStamp\":\"{stamp}\",\"numberMatched\":{},\"numberReturned\":{},\"links\":",
        page.matched, page.returned
    );
    out.extend_from_slice(counts.as_bytes());
    serde_json::to_writer(&mut *out, &links).map_err(Problem::internal)?;
    out.extend_from_slice(b",\"features\":[");
    Ok(())
}

fn finish(
    snapshot: &Snapshot,
    collection: Collection,
    format: Format,
    common: &Common,
    out: Vec<u8>,
    etag: &str,
) -> Result<Response, Problem> {
    let mut response = match format {
        Format::Json => answer(out, media::GEOJSON, etag),
        Format::Html => {
            let site = &snapshot.reference().region.site_name;
            answer(pages::items(site, collection, &out)?, media::HTML, etag)
        }
    };
    set_content_crs(&mut response, common.crs);
    Ok(response)
}

/// Says in which reference system the coordinates are (18-058r1, 6.2.2).
pub(super) fn set_content_crs(response: &mut Response, crs: Crs) {
    if let Ok(value) = HeaderValue::try_from(format!("<{}>", crs.uri())) {
        response.headers_mut().insert(CONTENT_CRS.clone(), value);
    }
}
