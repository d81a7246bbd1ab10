//! An entry in the words of schema.org, as JSON-LD (<https://schema.org/Service>): only what is known.

use serde_json::{Map, Value, json};

use super::super::card::is_protected;
use super::super::context::Context;
use super::around::Chosen;
use super::contact::ContactView;
use super::files::exact_point;
use crate::domain::hours::{HoursPlan, TimeSpan};
use crate::domain::{Listing, Reach, ServiceStatus, Site, YesNo};
use crate::http::links::Base;

/// The names of the days, Monday first (<https://schema.org/DayOfWeek>).
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Everything known of an entry; of a protected place nothing but the municipality.
pub(super) fn facts(context: &Context, chosen: &Chosen, base: &Base) -> Option<Value> {
    let (listing, site) = (&*chosen.view.listing, chosen.view.site()?);
    let region = &context.reference().region;
    let government = region.is_government(&context.reference().taxonomy, &listing.categories);
    let page = base.url(&chosen.path(""));
    let mut facts = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            facts.insert(key.to_owned(), value);
        }
    };
    put("@context", Some("https://schema.org".into()));
    put("@type", Some(if government { "GovernmentService" } else { "Service" }.into()));
    put("@id", Some(page.clone().into()));
    put("url", Some(page.clone().into()));
    // A service has no language of its own; its page has (https://schema.org/inLanguage).
    let language = context.language().tag();
    put("mainEntityOfPage", Some(json!({"@type": "WebPage", "@id": page, "inLanguage": language})));
    put("name", Some(listing.name_at(site).into()));
    let description = site.description.as_ref().unwrap_or(&listing.description);
    put("description", Some(description.clone()).filter(|d| !d.is_empty()).map(Value::from));
    put("serviceType", category(context, listing).map(Value::from));
    put("provider", provider(context, listing, base));
    put("areaServed", areas(context, site));
    put("audience", audience(context, listing));
    put("availableChannel", Some(channel(context, chosen, site)));
    put("hoursAvailable", hours(listing, site));
    put(
        "offers",
        (listing.free == YesNo::Yes)
            .then(|| json!({"@type": "Offer", "price": "0", "priceCurrency": "EUR"})),
    );
    Some(Value::Object(facts))
}

fn category(context: &Context, listing: &Listing) -> Option<String> {
    Some(context.term_label(listing.categories.first()?.as_str()).to_owned())
}

fn provider(context: &Context, listing: &Listing, base: &Base) -> Option<Value> {
    let known = listing.organization_id.and_then(|id| context.reference().organizations.get(&id));
    let value = match known {
        Some(organization) => json!({
            "@type": "Organization",
            "name": organization.name,
            "url": base.url(&format!("/traeger/{}", organization.id)),
        }),
        None => json!({"@type": "Organization", "name": listing.organization_text.as_ref()?}),
    };
    Some(value)
}

/// The municipalities it says it is meant for.
fn areas(context: &Context, site: &Site) -> Option<Value> {
    let Reach::Municipalities(list) = &site.service_area.reach else { return None };
    let area = |ags: &crate::domain::Ags| {
        json!({"@type": "AdministrativeArea", "name": context.municipality_name(*ags),
            "identifier": ags.as_str()})
    };
    Some(list.iter().map(area).collect())
}

fn audience(context: &Context, listing: &Listing) -> Option<Value> {
    let labels: Vec<String> = if listing.target_group_texts.is_empty() {
        let groups = listing.target_groups.iter();
        groups.map(|code| context.term_label(code.as_str()).to_owned()).collect()
    } else {
        listing.target_group_texts.clone()
    };
    if labels.is_empty() && listing.ages.is_empty() {
        return None;
    }
    let mut value = json!({"@type": "PeopleAudience"});
    let map = value.as_object_mut()?;
    if !labels.is_empty() {
        map.insert("audienceType".to_owned(), labels.join(", ").into());
    }
    if let Some(age) = listing.ages.minimum {
        map.insert("suggestedMinAge".to_owned(), age.into());
    }
    if let Some(age) = listing.ages.maximum {
        map.insert("suggestedMaxAge".to_owned(), age.into());
    }
    Some(value)
}

/// How one gets at it: by phone, on its website, at its place.
fn channel(context: &Context, chosen: &Chosen, site: &Site) -> Value {
    let listing = &chosen.view.listing;
    let contact = ContactView::new(context, listing, site);
    let mut channel = Map::new();
    channel.insert("@type".to_owned(), "ServiceChannel".into());
    if let Some(phone) = contact.phones.first() {
        let number = phone.href.trim_start_matches("tel:");
        let point = json!({"@type": "ContactPoint", "telephone": number});
        channel.insert("servicePhone".to_owned(), point);
    }
    if let Some(website) = &contact.website {
        channel.insert("serviceUrl".to_owned(), website.href.clone().into());
    }
    if !listing.languages.is_empty() {
        channel.insert("availableLanguage".to_owned(), listing.languages.clone().into());
    }
    if site.site_type.is_walk_in() || is_protected(site) {
        channel.insert("serviceLocation".to_owned(), location(context, chosen, site));
    }
    Value::Object(channel)
}

fn location(context: &Context, chosen: &Chosen, site: &Site) -> Value {
    let town = site.municipality.map(|ags| context.municipality_name(ags)).unwrap_or_default();
    let mut address = Map::new();
    address.insert("@type".to_owned(), "PostalAddress".into());
    address.insert("addressCountry".to_owned(), "DE".into());
    let mut put = |key: &str, text: Option<&str>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            address.insert(key.to_owned(), text.into());
        }
    };
    if is_protected(site) {
        put("addressLocality", Some(town));
    } else {
        put("streetAddress", site.address.street.as_deref());
        put("postalCode", site.address.postcode.as_deref());
        put("addressLocality", site.address.locality.as_deref().or(Some(town)));
    }
    let mut place = json!({"@type": "Place", "address": address});
    if let Some(map) = place.as_object_mut() {
        if let Some(point) = exact_point(context, chosen, site) {
            let geo = json!({"@type": "GeoCoordinates", "latitude": point.lat,
                "longitude": point.lon});
            map.insert("geo".to_owned(), geo);
        }
        if let Some(hours) = hours(&chosen.view.listing, site) {
            map.insert("openingHoursSpecification".to_owned(), hours);
        }
    }
    place
}

/// The hours of every week; nothing where they are no week, or while it is closed.
fn hours(listing: &Listing, site: &Site) -> Option<Value> {
    if listing.status != ServiceStatus::Active || site.status != ServiceStatus::Active {
        return None;
    }
    let specified = |days: &[&str], opens: &str, closes: &str| {
        json!({"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens,
            "closes": closes})
    };
    match HoursPlan::read(site.schedule.osm.as_deref()) {
        HoursPlan::Always => Some(json!([specified(&DAYS, "00:00", "23:59")])),
        HoursPlan::Week(week) => {
            let mut spans: Vec<(TimeSpan, Vec<&str>)> = Vec::new();
            for (name, day) in DAYS.into_iter().zip(&week.days) {
                for span in day {
                    match spans.iter_mut().find(|(known, _)| known == span) {
                        Some((_, days)) => days.push(name),
                        None => spans.push((*span, vec![name])),
                    }
                }
            }
            // An end before the beginning lies on the next day (schema.org, "closes").
            let list = spans.iter().map(|(span, days)| {
                specified(days, &clock(span.from_min), &clock(span.to_min % 1440))
            });
            Some(list.collect()).filter(|_| !spans.is_empty())
        }
        HoursPlan::Unknown | HoursPlan::Syntax(_) => None,
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
