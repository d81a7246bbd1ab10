//! What one can do with an entry: keep it, pass it on, take it along.

use super::super::context::Context;
use super::super::saved;
use super::Link;
use super::around::Chosen;
use crate::domain::{LonLat, ServiceStatus, Site};
use crate::exchange::cards::{Occurrence, UntoldHours, occurrences, told_week};
use crate::http::links::Base;

/// Links and buttons of an entry.
pub(crate) struct Actions {
    pub(crate) service_id: String,
    /// The saved list with nothing but this entry on it: works without scripts and without storage.
    pub(crate) save_href: String,
    /// The entry is nobody else's business: it is kept only after a warning.
    pub(crate) discreet: bool,
    pub(crate) mail_href: String,
    pub(crate) contact_href: String,
    /// The hours as a file for the calendar, or why there are none.
    pub(crate) hours: Result<String, String>,
    pub(crate) poster_href: String,
    pub(crate) pdf_href: String,
    pub(crate) qr_href: String,
}

impl Actions {
    pub(super) fn new(context: &Context, chosen: &Chosen, base: &Base) -> Self {
        let listing = &chosen.view.listing;
        let site = chosen.view.site();
        let name = site.map_or(listing.name.as_str(), |site| listing.name_at(site));
        let region = &context.reference().region;
        let why = site.and_then(|site| why_no_hours(site, listing.status));
        let hours = match why {
            None => Ok(chosen.path("/zeiten.ics")),
            Some(why) => Err(context.texts.t(why).to_owned()),
        };
        Self {
            service_id: chosen.id.to_string(),
            save_href: saved::address(&[chosen.id]),
            discreet: region.is_discreet(&context.reference().taxonomy, &listing.categories),
            mail_href: mail(context, name, &base.url(&chosen.path(""))),
            contact_href: chosen.path("/karte.vcf"),
            hours,
            poster_href: chosen.path("/merkblatt"),
            pdf_href: chosen.path("/merkblatt.pdf"),
            qr_href: chosen.path("/qr.svg"),
        }
    }
}

/// A mail with the address of the page, to whom one likes.
fn mail(context: &Context, name: &str, page: &str) -> String {
    let args = [("name", name.into())];
    let subject = context.texts.with("mail-subject", &args);
    let body = format!("{}\n{page}\n", context.texts.with("mail-body", &args));
    saved::mail_href(&subject, &body)
}

/// The events of a site's hours, where they can be told with certainty.
pub(super) fn events(
    context: &Context,
    site: &Site,
    status: ServiceStatus,
) -> Option<Vec<Occurrence>> {
    why_no_hours(site, status).is_none().then_some(())?;
    let calendar = &context.reference().calendar;
    occurrences(&site.schedule, calendar, context.moment.today()).ok()
}

/// The key of the words that say why there are no hours for a calendar.
fn why_no_hours(site: &Site, status: ServiceStatus) -> Option<&'static str> {
    if status != ServiceStatus::Active || site.status != ServiceStatus::Active {
        return Some("take-hours-none-closed");
    }
    told_week(&site.schedule).err().map(|why| match why {
        UntoldHours::Appointment => "take-hours-none-appointment",
        UntoldHours::Unknown | UntoldHours::Never => "take-hours-none-unknown",
        UntoldHours::Always => "take-hours-none-always",
        UntoldHours::Irregular => "take-hours-none-irregular",
    })
}

/// Map pages of others that show the way to a point; nothing is fetched from them until somebody follows the link.
pub(super) fn maps(context: &Context, point: LonLat) -> Vec<Link> {
    let LonLat { lon, lat } = point;
    let link = |key: &str, href: String| Link {
        label: context.texts.t(key).to_owned(),
        href,
        ..Link::default()
    };
    vec![
        // https://wiki.openstreetmap.org/wiki/Browsing#Sharing_a_link_to_the_maps: a marker at a point.
        link(
            "where-map-osm",
            format!(
                "https://www.openstreetmap.org/?mlat={lat:.5}&mlon={lon:.5}#map=17/{lat:.5}/{lon:.5}"
            ),
        ),
        // Apple's map links: opens the program on devices that have it, else a page.
        link("where-map-apple", format!("https://maps.apple.com/?daddr={lat:.5},{lon:.5}")),
    ]
}
