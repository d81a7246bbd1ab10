//! What of an entry is public.

use memchr::memmem;
use serde::Deserialize;

use crate::domain::{
    FeatureId, Listing, LocationDisclosure, LonLat, PublicTranslations, ServiceId, ServiceStatus,
    Site, SiteType,
};

/// The part of a document that holds the translations.
#[derive(Debug, Deserialize)]
struct Carrier {
    #[serde(default)]
    translations: PublicTranslations,
}

/// The translations in the document of an entry; none where the document has none, which costs a look only.
///
/// Inside a text of the document the quotation marks would be escaped, so that nobody can write this member.
pub(in crate::atlas) fn translations(document: &str) -> PublicTranslations {
    if memmem::find(document.as_bytes(), b"\"translations\":").is_none() {
        return PublicTranslations::default();
    }
    // What cannot be read is not shown; the German is.
    serde_json::from_str::<Carrier>(document).map(|read| read.translations).unwrap_or_default()
}

/// The part of an entry that decides what is public, read without the rest.
#[derive(Debug, Deserialize)]
pub(in crate::atlas) struct Outline {
    /// The service.
    pub(in crate::atlas) id: ServiceId,
    #[serde(default)]
    status: ServiceStatus,
    sites: Vec<SiteOutline>,
}

#[derive(Debug, Deserialize)]
struct SiteOutline {
    id: FeatureId,
    site_type: SiteType,
    #[serde(default)]
    disclosure: LocationDisclosure,
    #[serde(default)]
    position: Option<PositionOutline>,
    #[serde(default)]
    status: ServiceStatus,
}

#[derive(Debug, Deserialize)]
struct PositionOutline {
    point: LonLat,
}

impl Outline {
    /// The public sites with their public points, in the entry's order.
    pub(in crate::atlas) fn public_sites(
        &self,
    ) -> impl Iterator<Item = (FeatureId, Option<LonLat>)> + '_ {
        self.sites.iter().filter(|site| is_public(effective_status(self.status, site.status))).map(
            |site| {
                let shown = shows_point(site.disclosure, site.site_type);
                (site.id, site.position.as_ref().filter(|_| shown).map(|p| p.point))
            },
        )
    }
}

/// What a site does now: the service as a whole resting or ended, every site of it does.
pub(in crate::atlas) fn effective_status(
    service: ServiceStatus,
    site: ServiceStatus,
) -> ServiceStatus {
    let weight = |status| match status {
        ServiceStatus::Active => 0,
        ServiceStatus::TemporarilyClosed => 1,
        ServiceStatus::Inactive => 2,
        ServiceStatus::Defunct => 3,
    };
    if weight(service) > weight(site) { service } else { site }
}

/// Whether the public sees a site of this status.
pub(in crate::atlas) const fn is_public(status: ServiceStatus) -> bool {
    matches!(status, ServiceStatus::Active | ServiceStatus::TemporarilyClosed)
}

/// Whether the public may see a point of such a site; the same answer as `Site::public_position`.
const fn shows_point(disclosure: LocationDisclosure, site_type: SiteType) -> bool {
    matches!(disclosure, LocationDisclosure::Public | LocationDisclosure::MunicipalityOnly)
        && site_type.is_walk_in()
}

/// Whether there is no place to go to: it comes to people, is reached from afar, or its place is secret.
pub(in crate::atlas) fn is_siteless(site: &Site) -> bool {
    !site.site_type.is_walk_in()
        || matches!(site.disclosure, LocationDisclosure::Placeless | LocationDisclosure::Protected)
}

/// The entry as the public may see it: without remarks for editors, without sites that are not public, and of
/// protected sites nothing that tells the place but the municipality.
///
/// The house rules refuse such details in protected entries anyway; this is the second lock.
pub(in crate::atlas) fn redact(mut listing: Listing) -> Listing {
    let service = listing.status;
    listing.sites.retain(|site| is_public(effective_status(service, site.status)));
    listing.for_public()
}
