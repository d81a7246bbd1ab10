//! An entry as a list of facts in German: what is compared field by field.

use crate::domain::{
    CapacityState, Contact, FeatureId, Listing, LocationDisclosure, Reach, ServiceStatus, Site,
    SiteType, TermCode, YesNo,
};
use crate::http::pages::context::Context;
use crate::http::pages::forms::precision_word;
use crate::http::pages::search::language_name;

/// One fact of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    /// The site it belongs to; `None` = the entry as a whole.
    pub(crate) site: Option<FeatureId>,
    /// Name of the field, the same for all entries; what the public history calls it.
    pub(crate) field: &'static str,
    /// What the field is called.
    pub(crate) label: &'static str,
    /// What it says; empty = nothing.
    pub(crate) text: String,
}

/// What a field is called; the names are those of the record.
pub(crate) fn field_word(context: &Context, field: &str) -> &'static str {
    context.texts.t(match field {
        "name" => "field-name",
        "description" => "field-description",
        "organization_id" | "organization_text" => "field-organization",
        "co_organization_ids" => "field-co-organizations",
        "categories" => "field-categories",
        "target_groups" | "target_group_texts" => "field-target-groups",
        "service_forms" => "field-service-forms",
        "legal_bases" => "field-legal-bases",
        "ages" => "field-ages",
        "free" | "cost_text" => "field-cost",
        "anonymous" => "field-anonymous",
        "languages" | "languages_text" => "field-languages",
        "contact" | "phones" => "field-phones",
        "email" => "field-email",
        "website" => "field-website",
        "status" | "status_text" => "field-status",
        "closure" => "field-closure",
        "publish_from" | "publish_until" => "field-publish",
        "related" => "field-related",
        "site_type" => "field-site-type",
        "disclosure" => "field-disclosure",
        "municipality" => "field-municipality",
        "address" => "field-address",
        "position" => "field-position",
        "schedule" => "field-schedule",
        "accessible" | "accessible_text" => "field-accessible",
        "capacity" | "capacity_text" => "field-capacity",
        "service_area" => "field-service-area",
        "valid_to" => "field-valid-to",
        "assurance" => "field-assurance",
        "internal_note" => "field-internal-note",
        "sites" => "field-sites",
        _ => "field-other",
    })
}

/// All facts of an entry, in the order of its page; the same fields for every entry and site.
pub(crate) fn facts(context: &Context, listing: &Listing) -> Vec<Fact> {
    let mut all = Vec::new();
    let mut add = |field: &'static str, text: String| {
        all.push(Fact { site: None, field, label: field_word(context, field), text });
    };
    add("name", listing.name.clone());
    add("description", listing.description.clone());
    add("organization_id", organization(context, listing));
    let partners = listing.co_organization_ids.iter();
    let names = partners.map(|id| {
        let known = context.reference().organizations.get(id);
        known.map_or_else(|| id.to_string(), |o| o.name.clone())
    });
    add("co_organization_ids", lines(names));
    add("categories", terms(context, &listing.categories));
    let groups =
        [terms(context, &listing.target_groups), lines(listing.target_group_texts.clone())];
    add("target_groups", lines(groups));
    add("service_forms", terms(context, &listing.service_forms));
    add("legal_bases", terms(context, &listing.legal_bases));
    let age = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
    let ages = (age(listing.ages.minimum), age(listing.ages.maximum));
    if ages.0.is_empty() && ages.1.is_empty() {
        add("ages", String::new());
    } else {
        let args = [("low", (&ages.0).into()), ("high", (&ages.1).into())];
        add("ages", context.texts.with("field-ages-text", &args));
    }
    let cost = match listing.free {
        YesNo::Yes => context.texts.t("cost-free").to_owned(),
        YesNo::No => context.texts.t("cost-not-free").to_owned(),
        YesNo::Unknown => String::new(),
    };
    add("free", lines([cost, listing.cost_text.clone().unwrap_or_default()]));
    let anonymous = match listing.anonymous {
        YesNo::Yes => context.texts.t("anonymous-yes"),
        YesNo::No => context.texts.t("anonymous-no"),
        YesNo::Unknown => "",
    };
    add("anonymous", anonymous.to_owned());
    let languages = listing.languages.iter().map(|tag| language_name(context, tag).to_owned());
    let languages = lines(languages);
    add("languages", lines([languages, listing.languages_text.clone().unwrap_or_default()]));
    for (field, text) in contact(&listing.contact) {
        add(field, text);
    }
    add("status", status(context, listing.status).to_owned());
    add("closure", closure(context, listing));
    let days = [listing.publish_from, listing.publish_until];
    if days.iter().any(Option::is_some) {
        let [from, until] = days.map(|day| day.map(|d| context.texts.date(d)).unwrap_or_default());
        let args = [("from", (&from).into()), ("until", (&until).into())];
        add("publish_from", context.texts.with("field-publish-text", &args));
    } else {
        add("publish_from", String::new());
    }
    add("related", related(context, listing));
    for site in &listing.sites {
        all.extend(site_facts(context, site));
    }
    all
}

fn site_facts(context: &Context, site: &Site) -> Vec<Fact> {
    let mut all = Vec::new();
    let mut add = |field: &'static str, text: String| {
        all.push(Fact { site: Some(site.id), field, label: field_word(context, field), text });
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    add("name", text(&site.name));
    add("description", text(&site.description));
    add("site_type", site_type(context, site.site_type).to_owned());
    add("disclosure", disclosure(context, site.disclosure).to_owned());
    let town = site.municipality.map(|ags| {
        let name = context.municipality_name(ags);
        if name.is_empty() { ags.to_string() } else { name.to_owned() }
    });
    add("municipality", town.unwrap_or_default());
    add("address", lines(address(site)));
    let position = site.position.as_ref().map(|position| {
        let (lat, lon) = (position.point.lat, position.point.lon);
        let source = position.source.clone().unwrap_or_default();
        let how = precision_word(context, position.precision);
        lines([format!("{lat:.5}, {lon:.5} ({how})"), source])
    });
    add("position", position.unwrap_or_default());
    let appointment = match site.schedule.appointment {
        YesNo::Yes => context.texts.t("hours-appointment-long").to_owned(),
        YesNo::No | YesNo::Unknown => String::new(),
    };
    add("schedule", lines([text(&site.schedule.osm), text(&site.schedule.text), appointment]));
    for (field, text) in contact(&site.contact) {
        add(field, text);
    }
    let access = match site.accessible {
        YesNo::Yes => context.texts.t("access-yes"),
        YesNo::No => context.texts.t("access-no"),
        YesNo::Unknown => "",
    };
    add("accessible", lines([access.to_owned(), text(&site.accessible_text)]));
    let capacity = site.capacity.map(|capacity| {
        let day = context.texts.date(capacity.as_of);
        let key = match capacity.state {
            CapacityState::Free => "capacity-free",
            CapacityState::WaitingList => "capacity-waiting-list",
            CapacityState::Full => "capacity-full",
        };
        context.texts.with(key, &[("date", (&day).into())])
    });
    add("capacity_text", lines([capacity.unwrap_or_default(), text(&site.capacity_text)]));
    let reach = match &site.service_area.reach {
        Reach::Undeclared => String::new(),
        Reach::Everywhere => context.texts.t("area-everywhere").to_owned(),
        Reach::Municipalities(list) => {
            lines(list.iter().map(|ags| context.municipality_name(*ags).to_owned()))
        }
    };
    add("service_area", lines([reach, text(&site.service_area.text)]));
    add("status", lines([status(context, site.status).to_owned(), text(&site.status_text)]));
    let date = |date: Option<crate::domain::PartialDate>| {
        date.map(|date| context.texts.partial_date(date)).unwrap_or_default()
    };
    add("valid_to", date(site.valid_to));
    add("assurance", assurance(context, site, &date(site.assurance.date)));
    add("internal_note", text(&site.internal_note));
    all
}

fn assurance(context: &Context, site: &Site, date: &str) -> String {
    let by = context.texts.t(match site.assurance.by {
        crate::domain::AssuredBy::Source => "assured-source",
        crate::domain::AssuredBy::Provider => "assured-provider",
        crate::domain::AssuredBy::Editor => "assured-editor",
    });
    let sources = site.assurance.sources.iter().map(|source| source.url.clone());
    lines(std::iter::once(format!("{date}, {by}")).chain(sources))
}

fn closure(context: &Context, listing: &Listing) -> String {
    let Some(closure) = &listing.closure else { return String::new() };
    let until = closure.until.map(|day| context.texts.date(day)).unwrap_or_default();
    lines([closure.text.clone(), until])
}

fn organization(context: &Context, listing: &Listing) -> String {
    let known = listing.organization_id.map(|id| {
        let known = context.reference().organizations.get(&id);
        known.map_or_else(|| id.to_string(), |organization| organization.name.clone())
    });
    known.or_else(|| listing.organization_text.clone()).unwrap_or_default()
}

fn contact(contact: &Contact) -> [(&'static str, String); 3] {
    [
        ("phones", lines(contact.phones.clone())),
        ("email", contact.email.clone().unwrap_or_default()),
        ("website", contact.website.clone().unwrap_or_default()),
    ]
}

fn address(site: &Site) -> [String; 4] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let address = &site.address;
    let town = [text(&address.postcode), text(&address.locality)];
    [
        text(&address.street),
        town.join(" ").trim().to_owned(),
        text(&address.district),
        text(&address.detail),
    ]
}

/// The address in one line; empty where nothing is said.
pub(super) fn address_line(site: &Site) -> String {
    lines(address(site)).replace('\n', ", ")
}

fn terms(context: &Context, codes: &[TermCode]) -> String {
    lines(codes.iter().map(|code| context.term_label(code.as_str()).to_owned()))
}

fn related(context: &Context, listing: &Listing) -> String {
    lines(listing.related.iter().map(|id| {
        let site = context.snapshot.sites_of(*id).into_iter().next();
        let view = site.and_then(|site| context.snapshot.view(site, &context.moment));
        view.map_or_else(|| id.to_string(), |view| view.listing.name.clone())
    }))
}

fn status(context: &Context, status: ServiceStatus) -> &'static str {
    context.texts.t(match status {
        ServiceStatus::Active => "status-active",
        ServiceStatus::Inactive => "status-inactive",
        ServiceStatus::Defunct => "status-defunct",
        ServiceStatus::TemporarilyClosed => "status-temporarily-closed",
    })
}

fn site_type(context: &Context, site_type: SiteType) -> &'static str {
    context.texts.t(match site_type {
        SiteType::Fixed => "site-type-fixed",
        SiteType::Hosted => "site-type-hosted",
        SiteType::OfficeHours => "site-type-office-hours",
        SiteType::Several => "site-type-several",
        SiteType::NoRooms => "site-type-no-rooms",
        SiteType::Outreach => "site-type-outreach",
        SiteType::Mobile => "site-type-mobile",
        SiteType::Phone => "site-type-phone",
        SiteType::Online => "site-type-online",
        SiteType::Protected => "site-type-protected",
        SiteType::Unstated => "site-type-unstated",
    })
}

fn disclosure(context: &Context, disclosure: LocationDisclosure) -> &'static str {
    context.texts.t(match disclosure {
        LocationDisclosure::Public => "disclosure-public",
        LocationDisclosure::MunicipalityOnly => "disclosure-municipality",
        LocationDisclosure::Placeless => "disclosure-placeless",
        LocationDisclosure::Protected => "disclosure-protected",
    })
}

/// What is not empty, line by line.
fn lines(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n")
}
