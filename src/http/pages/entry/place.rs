//! Where an entry is, as far as it may be known, and how to get there.

use serde::Serialize;

use super::super::card::is_protected;
use super::super::context::Context;
use super::super::places::distance_words;
use super::Link;
use super::act::maps;
use crate::atlas::SiteView;
use crate::domain::{CoordPrecision, LonLat, Site, SiteType, Station};
use crate::http::language::at;
use crate::spatial::distance::straight_m;

/// A stop or station with its distance.
pub(crate) struct StopLine {
    pub(crate) text: String,
}

/// Where it is.
pub(crate) struct PlaceView {
    /// The address is protected.
    pub(crate) protected: bool,
    /// Lines of the address; empty where none may be shown or is known.
    pub(crate) address: Vec<String>,
    /// The municipality with its page.
    pub(crate) municipality: Option<(String, String)>,
    /// That nobody goes there: outreach, phone, online, mobile.
    pub(crate) no_site: Option<String>,
    /// A guest in another house, office hours, several sites, no rooms of its own.
    pub(crate) site_note: Option<String>,
    /// How exactly the point is known, if not to the house.
    pub(crate) approx: Option<String>,
    /// The map's point as JSON for the script; empty without a point.
    pub(crate) points: String,
    /// `geo:` address (RFC 5870) for the map program of the device, where the place is known well enough.
    pub(crate) route: Option<String>,
    /// Pages of others that show the way there.
    pub(crate) maps: Vec<Link>,
    pub(crate) stop: Option<StopLine>,
    pub(crate) station: Option<StopLine>,
    /// The nearest station with step-free access, where that is another one.
    pub(crate) step_free: Option<StopLine>,
    /// Nothing is known of where it is.
    pub(crate) unknown: bool,
}

#[derive(Serialize)]
struct MapPoint<'a> {
    lon: f64,
    lat: f64,
    theme: &'a str,
    name: &'a str,
    approx: bool,
    radius_m: f64,
}

impl PlaceView {
    /// The place of a site at its public `point`: the snapshot's, which only gives out public ones.
    pub(crate) fn new(context: &Context, view: &SiteView, point: Option<LonLat>) -> Option<Self> {
        let site = view.site()?;
        let protected = is_protected(site);
        let point = point.filter(|_| !protected);
        let precision = site.public_position().map(|p| p.precision).filter(|_| point.is_some());
        let address = if protected { Vec::new() } else { address(site) };
        let no_site = no_site(context, site.site_type);
        let municipality = site
            .municipality
            .and_then(|ags| context.reference().municipality(ags))
            .map(|m| (m.name.clone(), at(&format!("/gemeinden/{}", m.ags))));
        let marker = point.filter(|_| precision.is_some_and(CoordPrecision::is_marker));
        // From the middle of a municipality or postcode area the next stop would be a stop of somewhere else.
        let reachable =
            point.zip(precision).filter(|(_, precision)| *precision <= CoordPrecision::Ortsteil);
        Some(Self {
            protected,
            unknown: !protected
                && address.is_empty()
                && municipality.is_none()
                && no_site.is_none(),
            address,
            municipality,
            no_site,
            site_note: site_note(context, site.site_type),
            approx: precision.and_then(|p| approx(context, p)),
            points: point
                .zip(precision)
                .map(|(p, q)| points(context, view, site, p, q))
                .unwrap_or_default(),
            route: marker.map(|p| geo_address(p, view.listing.name_at(site))),
            maps: marker.map(|p| maps(context, p)).unwrap_or_default(),
            stop: reachable.and_then(|(point, precision)| stop(context, point, precision)),
            station: reachable.and_then(|(point, precision)| station(context, point, precision)),
            step_free: reachable
                .and_then(|(point, precision)| step_free(context, point, precision)),
        })
    }
}

/// Street; postcode and town with the part of town; further words.
fn address(site: &Site) -> Vec<String> {
    let address = &site.address;
    let town: Vec<&str> =
        [address.postcode.as_deref(), address.locality.as_deref()].into_iter().flatten().collect();
    let mut town = town.join(" ");
    if let Some(district) = address.district.as_deref().filter(|d| !town.contains(d)) {
        town = if town.is_empty() { district.to_owned() } else { format!("{town}, {district}") };
    }
    [address.street.clone(), Some(town), address.detail.clone()]
        .into_iter()
        .flatten()
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn no_site(context: &Context, site_type: SiteType) -> Option<String> {
    let key = match site_type {
        SiteType::Outreach => "where-outreach",
        SiteType::Mobile => "where-mobile",
        SiteType::Phone => "where-phone",
        SiteType::Online => "where-online",
        _ => return None,
    };
    Some(context.texts.t(key).to_owned())
}

fn site_note(context: &Context, site_type: SiteType) -> Option<String> {
    let key = match site_type {
        SiteType::Hosted => "where-hosted",
        SiteType::OfficeHours => "where-office-hours",
        SiteType::Several => "where-several",
        SiteType::NoRooms => "where-no-rooms",
        _ => return None,
    };
    Some(context.texts.t(key).to_owned())
}

fn approx(context: &Context, precision: CoordPrecision) -> Option<String> {
    let key = match precision {
        CoordPrecision::Gebaeude => return None,
        CoordPrecision::HausnummerNahe => "approx-next-door",
        CoordPrecision::Haltestelle => "approx-stop",
        CoordPrecision::Strasse => "approx-street",
        CoordPrecision::Ortsteil => "approx-district",
        CoordPrecision::Plz => "approx-postcode",
        CoordPrecision::Gemeinde => "approx-municipality",
    };
    Some(context.texts.t(key).to_owned())
}

fn points(
    context: &Context,
    view: &SiteView,
    site: &Site,
    point: LonLat,
    precision: CoordPrecision,
) -> String {
    let theme = view.listing.categories.first().and_then(|c| context.prepared.mark(c.as_str()));
    let accuracy = &context.reference().region.accuracy;
    let point = MapPoint {
        lon: point.lon,
        lat: point.lat,
        theme: theme.map_or("", |m| m.theme.as_str()),
        name: view.listing.name_at(site),
        approx: !precision.is_exact(),
        radius_m: accuracy.metres(precision, site.municipality).unwrap_or_default(),
    };
    serde_json::to_string(&[point]).unwrap_or_default()
}

fn stop(context: &Context, point: LonLat, precision: CoordPrecision) -> Option<StopLine> {
    let (stop, metres) = context.snapshot.nearest_stop(point)?;
    let distance = distance_words(context.texts, metres, precision.is_marker());
    let args = [("name", (&stop.name).into()), ("distance", (&distance).into())];
    Some(StopLine { text: context.texts.with("where-stop", &args) })
}

/// The word of a station that can be reached without steps.
const STEP_FREE: &str = "yes";

/// A point for the map program of the device: RFC 5870, with the label as Android's map programs read it.
fn geo_address(point: LonLat, name: &str) -> String {
    let LonLat { lon, lat } = point;
    let name = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    format!("geo:{lat:.5},{lon:.5}?q={lat:.5},{lon:.5}({name})")
}

/// The nearest railway station, with step-free access as far as it is known.
fn station(context: &Context, point: LonLat, precision: CoordPrecision) -> Option<StopLine> {
    let (station, metres) = nearest_station(context, point, |_| true)?;
    let distance = distance_words(context.texts, metres, precision.is_marker());
    let access = context.texts.t(match station.step_free.as_deref() {
        Some(STEP_FREE) => "station-step-free-yes",
        Some("partial") => "station-step-free-partial",
        Some("no") => "station-step-free-no",
        _ => "station-step-free-unknown",
    });
    let args = [
        ("name", (&station.name).into()),
        ("distance", (&distance).into()),
        ("access", access.into()),
    ];
    Some(StopLine { text: context.texts.with("where-station", &args) })
}

/// The nearest station known to be without steps, unless the nearest of all is it.
fn step_free(context: &Context, point: LonLat, precision: CoordPrecision) -> Option<StopLine> {
    let is_step_free = |station: &Station| station.step_free.as_deref() == Some(STEP_FREE);
    let (nearest, _) = nearest_station(context, point, |_| true)?;
    let (station, metres) = nearest_station(context, point, is_step_free)?;
    if is_step_free(nearest) {
        return None;
    }
    let distance = distance_words(context.texts, metres, precision.is_marker());
    let args = [("name", (&station.name).into()), ("distance", (&distance).into())];
    Some(StopLine { text: context.texts.with("where-station-step-free", &args) })
}

/// The nearest of some stations, with the distance in metres.
fn nearest_station(
    context: &Context,
    point: LonLat,
    which: impl Fn(&Station) -> bool,
) -> Option<(&Station, f64)> {
    let stations = context.reference().stations.iter().filter(|station| which(station));
    stations
        .map(|station| (station, straight_m(point, station.point)))
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
}
