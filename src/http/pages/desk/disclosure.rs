//! The question whether a place that was protected shall be public.

use super::facts::address_line;
use crate::app::DISCLOSES_PLACE;
use crate::domain::{FieldErrors, Listing};
use crate::http::pages::context::Context;
use crate::http::session::Fields;

/// Name of the box by which an editor says that it shall be.
const BOX: &str = "disclose";

/// Whether one of the doubts is that a protected place would be public.
pub(super) fn discloses(doubts: &FieldErrors) -> bool {
    doubts.0.iter().any(|doubt| doubt.code == DISCLOSES_PLACE)
}

/// The code, where the box was ticked.
pub(super) fn acknowledged(form: &Fields) -> Vec<String> {
    if form.has(BOX) { vec![DISCLOSES_PLACE.to_owned()] } else { Vec::new() }
}

/// What all people would see of these sites, in words: "Musterweg 5, 99999 Musterstadt; Punkt auf der Karte".
pub(super) fn places(context: &Context, listing: &Listing, sites: &[usize]) -> Vec<String> {
    let sites = sites.iter().filter_map(|at| listing.sites.get(*at));
    sites
        .map(|site| {
            let address = address_line(site);
            let point = site.position.is_some().then(|| context.texts.t("disclose-point"));
            let parts = [address.as_str(), point.unwrap_or_default()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
        })
        .collect()
}
