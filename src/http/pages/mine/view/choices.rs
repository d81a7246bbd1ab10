//! What lists and check boxes offer.

use super::super::super::context::Context;
use super::super::super::forms::{Choice, Group};
use super::super::form::{DAYS, DISCLOSURES, Fields, HoursMode, STATUSES, site_field};
use crate::domain::hours::Rhythm;
use crate::domain::{CapacityState, CoordPrecision, Facet, ServiceStatus, SiteType, Term};
use crate::http::pages::forms::precision_word;
use crate::http::pages::search::language_name;

/// Topics below their themes; a theme itself only where it has nothing below it.
pub(super) fn topics(context: &Context) -> Vec<Group> {
    let taxonomy = &context.reference().taxonomy;
    let choice = |term: &Term| Choice::new(term.code.as_str(), term.label.clone(), false);
    let group = |top: &Term| {
        let below: Vec<Choice> = taxonomy.children(top.code.as_str()).map(choice).collect();
        let choices = if below.is_empty() { vec![choice(top)] } else { below };
        Group { label: top.label.clone(), choices }
    };
    taxonomy.tops(Facet::Topic).map(group).collect()
}

/// Every term of a facet for the boxes of a field, those below another one behind it.
pub(super) fn terms(context: &Context, fields: &Fields, facet: Facet, name: &str) -> Vec<Choice> {
    let taxonomy = &context.reference().taxonomy;
    let mut found = Vec::new();
    for top in taxonomy.tops(facet) {
        for term in std::iter::once(top).chain(taxonomy.children(top.code.as_str())) {
            let code = term.code.as_str();
            found.push(Choice::new(code, term.label.clone(), fields.has(name, code)));
        }
    }
    found
}

/// The related entries by name, so that they can be unticked; one that is not public by its id.
pub(super) fn related(context: &Context, fields: &Fields) -> Vec<Choice> {
    let name = |id: &str| {
        let id = id.parse().ok()?;
        let site = context.snapshot.sites_of(id).into_iter().next()?;
        Some(context.snapshot.view(site, &context.moment)?.listing.name.clone())
    };
    let ids = fields.all("related").filter(|id| !id.is_empty());
    ids.map(|id| Choice::new(id, name(id).unwrap_or_else(|| id.to_owned()), true)).collect()
}

/// The languages that are offered first, those most spoken in advice; others by their tag if an entry has them.
const LANGUAGES: [&str; 26] = [
    "de", "en", "fr", "it", "es", "pt", "tr", "uk", "ru", "pl", "ro", "ar", "fa", "ku", "sq", "sr",
    "hr", "bs", "mk", "bg", "hu", "prs", "ps", "rom", "ti", "gsg",
];

pub(super) fn languages(context: &Context, fields: &Fields) -> Vec<Choice> {
    let others = fields.all("language").filter(|tag| !LANGUAGES.contains(tag) && !tag.is_empty());
    let tags: Vec<&str> = LANGUAGES.into_iter().chain(others).collect();
    tags.into_iter()
        .map(|tag| Choice::new(tag, language_name(context, tag), fields.has("language", tag)))
        .collect()
}

/// What a service or site does.
pub(super) fn statuses(context: &Context, chosen: &str) -> Vec<Choice> {
    let label = |status| match status {
        ServiceStatus::Active => "mine-status-active",
        ServiceStatus::TemporarilyClosed => "mine-status-temporarily-closed",
        ServiceStatus::Inactive => "mine-status-inactive",
        ServiceStatus::Defunct => "mine-status-defunct",
    };
    let chosen = if chosen.is_empty() { ServiceStatus::Active.as_str() } else { chosen };
    let choice = |status: ServiceStatus| {
        let word = status.as_str();
        Choice::new(word, context.texts.t(label(status)), word == chosen)
    };
    STATUSES.into_iter().map(choice).collect()
}

fn yes_no(context: &Context, chosen: &str, labels: [&'static str; 3]) -> Vec<Choice> {
    let chosen = if chosen.is_empty() { "unknown" } else { chosen };
    let words = ["yes", "no", "unknown"].into_iter().zip(labels);
    words.map(|(word, key)| Choice::new(word, context.texts.t(key), word == chosen)).collect()
}

pub(super) fn free(context: &Context, chosen: &str) -> Vec<Choice> {
    yes_no(context, chosen, ["mine-free-yes", "mine-free-no", "mine-not-said"])
}

pub(super) fn anonymous(context: &Context, chosen: &str) -> Vec<Choice> {
    yes_no(context, chosen, ["mine-anonymous-yes", "mine-anonymous-no", "mine-not-said"])
}

pub(super) fn accessible(context: &Context, chosen: &str) -> Vec<Choice> {
    yes_no(context, chosen, ["mine-accessible-yes", "mine-accessible-no", "mine-not-said"])
}

pub(super) fn appointment(context: &Context, chosen: &str) -> Vec<Choice> {
    yes_no(context, chosen, ["mine-appointment-yes", "mine-appointment-no", "mine-not-said"])
}

/// What kind of site.
pub(super) fn site_types(context: &Context, chosen: &str) -> Vec<Choice> {
    let key = |kind| match kind {
        SiteType::Fixed => "mine-type-fixed",
        SiteType::Hosted => "mine-type-hosted",
        SiteType::OfficeHours => "mine-type-office-hours",
        SiteType::Several => "mine-type-several",
        SiteType::NoRooms => "mine-type-no-rooms",
        SiteType::Outreach => "mine-type-outreach",
        SiteType::Mobile => "mine-type-mobile",
        SiteType::Phone => "mine-type-phone",
        SiteType::Online => "mine-type-online",
        SiteType::Protected => "mine-type-protected",
        SiteType::Unstated => "mine-not-said",
    };
    let choice = |kind: SiteType| {
        Choice::new(kind.as_str(), context.texts.t(key(kind)), kind.as_str() == chosen)
    };
    SiteType::ALL.into_iter().map(choice).collect()
}

/// What the public may learn about the place.
pub(super) fn disclosures(context: &Context, chosen: &str) -> Vec<Choice> {
    let keys = [
        "mine-disclosure-public",
        "mine-disclosure-municipality",
        "mine-disclosure-placeless",
        "mine-disclosure-protected",
    ];
    let words = DISCLOSURES.iter().zip(keys);
    words
        .map(|((word, _), key)| Choice::new(*word, context.texts.t(key), *word == chosen))
        .collect()
}

/// How exactly a point is known.
pub(super) fn precisions(context: &Context, chosen: &str) -> Vec<Choice> {
    let choice = |precision: CoordPrecision| {
        let word = precision.as_str();
        Choice::new(word, precision_word(context, precision), word == chosen)
    };
    CoordPrecision::ALL.into_iter().map(choice).collect()
}

/// Whether there is room.
pub(super) fn capacities(context: &Context, chosen: &str) -> Vec<Choice> {
    let key = |state| match state {
        CapacityState::Free => "mine-capacity-free",
        CapacityState::WaitingList => "mine-capacity-waiting-list",
        CapacityState::Full => "mine-capacity-full",
    };
    let none = Choice::new("", context.texts.t("mine-not-said"), chosen.is_empty());
    let known = CapacityState::ALL.into_iter().map(|state| {
        Choice::new(state.as_str(), context.texts.t(key(state)), state.as_str() == chosen)
    });
    std::iter::once(none).chain(known).collect()
}

/// How far a service area reaches.
pub(super) fn areas(context: &Context, chosen: &str) -> Vec<Choice> {
    let words = [
        ("undeclared", "mine-area-undeclared"),
        ("municipalities", "mine-area-municipalities"),
        ("everywhere", "mine-area-everywhere"),
    ];
    let chosen = if chosen.is_empty() { "undeclared" } else { chosen };
    words.into_iter().map(|(w, key)| Choice::new(w, context.texts.t(key), w == chosen)).collect()
}

/// The municipalities; with an empty choice first where one is to be picked from a list.
pub(super) fn municipalities(context: &Context, fields: &Fields, name: &str) -> Vec<Choice> {
    let all = context.reference().municipalities.iter().map(|area| &area.municipality);
    all.map(|m| Choice::new(m.ags.as_str(), m.name.clone(), fields.has(name, m.ags.as_str())))
        .collect()
}

/// What kind of hours.
pub(super) fn hours_modes(context: &Context, chosen: &str) -> Vec<Choice> {
    let key = |mode| match mode {
        HoursMode::Unknown => "mine-hours-mode-unknown",
        HoursMode::Week => "mine-hours-mode-week",
        HoursMode::Always => "mine-hours-mode-always",
        HoursMode::Syntax => "mine-hours-mode-syntax",
    };
    let chosen = HoursMode::parse(chosen).unwrap_or(HoursMode::Unknown);
    let choice =
        |mode: HoursMode| Choice::new(mode.as_str(), context.texts.t(key(mode)), mode == chosen);
    HoursMode::ALL.into_iter().map(choice).collect()
}

/// Days and rhythms of hours that do not come every week.
pub(super) fn extra_days(context: &Context, fields: &Fields, at: usize, j: usize) -> Vec<Choice> {
    let chosen = fields.get(&site_field(at, &format!("extra-{j}-day"))).to_owned();
    let none = Choice::new("", context.texts.t("mine-extra-none"), chosen.is_empty());
    let days = DAYS
        .iter()
        .map(|(end, day)| Choice::new(*end, context.texts.weekday(*day), *end == chosen));
    std::iter::once(none).chain(days).collect()
}

pub(super) fn extra_rhythms(
    context: &Context,
    fields: &Fields,
    at: usize,
    j: usize,
) -> Vec<Choice> {
    let chosen = fields.get(&site_field(at, &format!("extra-{j}-rhythm"))).to_owned();
    let key = |rhythm| match rhythm {
        Rhythm::Nth(1) => "mine-rhythm-first",
        Rhythm::Nth(2) => "mine-rhythm-second",
        Rhythm::Nth(3) => "mine-rhythm-third",
        Rhythm::Nth(4) => "mine-rhythm-fourth",
        Rhythm::Nth(5) => "mine-rhythm-fifth",
        Rhythm::Nth(_) => "mine-rhythm-last",
        Rhythm::EvenWeeks => "mine-rhythm-even-weeks",
        Rhythm::OddWeeks => "mine-rhythm-odd-weeks",
    };
    let choice = |rhythm: Rhythm| {
        Choice::new(rhythm.as_str(), context.texts.t(key(rhythm)), rhythm.as_str() == chosen)
    };
    Rhythm::ALL.into_iter().map(choice).collect()
}

pub(super) fn holidays(context: &Context, chosen: &str) -> Vec<Choice> {
    let words = [
        ("usual", "mine-holidays-usual"),
        ("closed", "mine-holidays-closed"),
        ("open", "mine-holidays-open"),
    ];
    let chosen = if chosen.is_empty() { "usual" } else { chosen };
    words.into_iter().map(|(w, key)| Choice::new(w, context.texts.t(key), w == chosen)).collect()
}
