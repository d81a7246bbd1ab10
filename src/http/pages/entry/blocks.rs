//! For whom, costs, languages, access; where the facts come from and how old they are.

use super::super::card::phone_link;
use super::super::context::Context;
use super::super::quoted::Quoted;
use super::super::search::language_name;
use super::contact::Website;
use crate::atlas::SiteView;
use crate::domain::{
    AssuredBy, CapacityState, Confidence, Freshness, Listing, Reach, ServiceText, Site, SiteText,
    Spoken, YesNo,
};

/// What the entry offers and to whom.
pub(crate) struct Facts {
    /// Target groups in the words of the source; else the labels of our terms.
    pub(crate) for_whom: Vec<Quoted>,
    pub(crate) ages: Option<String>,
    /// Whether one has to give one's name; `None` = not known.
    pub(crate) anonymous: Option<&'static str>,
    /// The declared area, in words.
    pub(crate) area: Option<Quoted>,
    /// What it costs; `None` = not known.
    pub(crate) cost: Option<Quoted>,
    pub(crate) languages: Option<Quoted>,
    pub(crate) access: Option<Quoted>,
    pub(crate) capacity: Option<Quoted>,
    pub(crate) forms: Vec<String>,
    pub(crate) legal_bases: Vec<String>,
}

impl Facts {
    pub(crate) fn new(context: &Context, listing: &Listing, site: &Site, spoken: &Spoken) -> Self {
        let labels = |codes: &[crate::domain::TermCode]| -> Vec<String> {
            codes.iter().map(|c| context.term_label(c.as_str()).to_owned()).collect()
        };
        let for_whom = if listing.target_group_texts.is_empty() {
            labels(&listing.target_groups).into_iter().map(Quoted::ours).collect()
        } else {
            let translated = spoken.service(ServiceText::TargetGroups);
            let groups = listing.target_group_texts.iter();
            groups.map(|words| Quoted::theirs(context, words, translated)).collect()
        };
        let at = |text: SiteText, words: &Option<String>| {
            let words = words.as_ref()?;
            Some(Quoted::theirs(context, words, spoken.site(site.id, text)))
        };
        let of = |text: ServiceText, words: &Option<String>| {
            Some(Quoted::theirs(context, words.as_ref()?, spoken.service(text)))
        };
        Self {
            for_whom,
            ages: ages(context, listing),
            anonymous: anonymous(context, listing),
            area: at(SiteText::Area, &site.service_area.text).or_else(|| area(context, site)),
            cost: of(ServiceText::Cost, &listing.cost_text).or_else(|| cost(context, listing)),
            languages: languages(context, listing)
                .or_else(|| of(ServiceText::Languages, &listing.languages_text)),
            access: access(context, site, at(SiteText::Access, &site.accessible_text)),
            capacity: capacity(context, site, at(SiteText::Capacity, &site.capacity_text)),
            forms: labels(&listing.service_forms),
            legal_bases: labels(&listing.legal_bases),
        }
    }
}

/// Whether there is room, with the day this was said, and the source's words behind.
fn capacity(context: &Context, site: &Site, theirs: Option<Quoted>) -> Option<Quoted> {
    let Some(capacity) = site.capacity else { return theirs };
    let key = match capacity.state {
        CapacityState::Free => "capacity-free",
        CapacityState::WaitingList => "capacity-waiting-list",
        CapacityState::Full => "capacity-full",
    };
    let said = context.texts.with(key, &[("date", (&context.texts.date(capacity.as_of)).into())]);
    Some(Quoted::ours(said).with_behind(theirs))
}

fn ages(context: &Context, listing: &Listing) -> Option<String> {
    let number = |age: u8| u64::from(age).to_string();
    let texts = context.texts;
    Some(match (listing.ages.minimum, listing.ages.maximum) {
        (Some(low), Some(high)) => {
            let (low, high) = (number(low), number(high));
            texts.with("ages-between", &[("low", (&low).into()), ("high", (&high).into())])
        }
        (Some(low), None) => texts.with("ages-from", &[("low", (&number(low)).into())]),
        (None, Some(high)) => texts.with("ages-to", &[("high", (&number(high)).into())]),
        (None, None) => return None,
    })
}

/// The municipalities by name, where the source has no words for them.
fn area(context: &Context, site: &Site) -> Option<Quoted> {
    let texts = context.texts;
    let said = match &site.service_area.reach {
        Reach::Undeclared => return None,
        Reach::Everywhere => texts.t("area-everywhere").to_owned(),
        Reach::Municipalities(list) => {
            let names: Vec<String> =
                list.iter().map(|ags| context.municipality_name(*ags).to_owned()).collect();
            texts.list(&names)
        }
    };
    Some(Quoted::ours(said))
}

/// Whether it is free, where the source has no words for it.
fn cost(context: &Context, listing: &Listing) -> Option<Quoted> {
    let key = match listing.free {
        YesNo::Yes => "cost-free",
        YesNo::No => "cost-not-free",
        YesNo::Unknown => return None,
    };
    Some(Quoted::ours(context.texts.t(key)))
}

/// Whether one may keep one's name to oneself.
fn anonymous(context: &Context, listing: &Listing) -> Option<&'static str> {
    match listing.anonymous {
        YesNo::Yes => Some(context.texts.t("anonymous-yes")),
        YesNo::No => Some(context.texts.t("anonymous-no")),
        YesNo::Unknown => None,
    }
}

fn languages(context: &Context, listing: &Listing) -> Option<Quoted> {
    if listing.languages.is_empty() {
        return None;
    }
    let names: Vec<String> =
        listing.languages.iter().map(|tag| language_name(context, tag).to_owned()).collect();
    Some(Quoted::ours(context.texts.list(&names)))
}

/// Yes or no in our words, with the source's behind.
fn access(context: &Context, site: &Site, theirs: Option<Quoted>) -> Option<Quoted> {
    let said = match site.accessible {
        YesNo::Yes => context.texts.t("access-yes"),
        YesNo::No => context.texts.t("access-no"),
        YesNo::Unknown => return theirs,
    };
    Some(Quoted::ours(said).with_behind(theirs))
}

/// Where the facts come from, how old they are, how to correct them.
pub(crate) struct Standing {
    /// "Stand der Quelle: 2017, nicht vom Träger bestätigt …".
    pub(crate) line: String,
    /// Machine-readable date of the same, where one is known.
    pub(crate) datetime: String,
    pub(crate) source_kind: Option<String>,
    pub(crate) sources: Vec<Website>,
    pub(crate) confidence: Option<&'static str>,
    pub(crate) unconfirmed: bool,
    /// Where the position was taken from.
    pub(crate) position_source: Option<String>,
    /// Who keeps the entry.
    pub(crate) keeper: &'static str,
    pub(crate) report: Report,
}

impl Standing {
    pub(crate) fn new(context: &Context, view: &SiteView) -> Option<Self> {
        let site = view.site()?;
        let assurance = &site.assurance;
        let confidence = assurance.confidence.map(|confidence| {
            context.texts.t(match confidence {
                Confidence::High => "confidence-high",
                Confidence::Medium => "confidence-medium",
                Confidence::Low => "confidence-low",
            })
        });
        let keeper = match assurance.by {
            AssuredBy::Source => "keeper-source",
            AssuredBy::Provider => "keeper-provider",
            AssuredBy::Editor => "keeper-editor",
        };
        Some(Self {
            line: standing_line(context, view, site),
            datetime: assurance.date.map(|d| d.to_string()).unwrap_or_default(),
            source_kind: assurance.source_kind.clone(),
            sources: assurance.sources.iter().map(|s| Website::new(&s.url)).collect(),
            confidence,
            unconfirmed: assurance.unconfirmed,
            position_source: site.public_position().and_then(|p| p.source.clone()),
            keeper: context.texts.t(keeper),
            report: Report::new(context, view),
        })
    }
}

/// Date and by whom, with the advice to call where the entry is not fresh.
fn standing_line(context: &Context, view: &SiteView, site: &Site) -> String {
    let (texts, freshness) = (context.texts, view.freshness);
    let Some(date) = site.assurance.date else { return texts.t("standing-unknown").to_owned() };
    let date = texts.partial_date(date);
    let key = match (site.assurance.by, freshness) {
        (AssuredBy::Source, Freshness::Fresh) => "standing-source",
        (AssuredBy::Source, _) => "standing-source-stale",
        (AssuredBy::Provider, Freshness::Fresh) => "standing-provider",
        (AssuredBy::Provider, _) => "standing-provider-stale",
        (AssuredBy::Editor, Freshness::Fresh) => "standing-editor",
        (AssuredBy::Editor, _) => "standing-editor-stale",
    };
    texts.with(key, &[("date", (&date).into())])
}

/// The same where nothing else says that the translation may be out of date: on paper, in files, without internet.
pub(crate) fn standing_told(context: &Context, view: &SiteView, site: &Site) -> String {
    let line = standing_line(context, view, site);
    match translation_outdated(context, view, site) {
        Some(outdated) => format!("{line} {outdated}"),
        None => line,
    }
}

/// That the German of a translated text has changed since, where it has.
pub(crate) fn translation_outdated(
    context: &Context,
    view: &SiteView,
    site: &Site,
) -> Option<String> {
    view.spoken.is_stale_at(site.id).then(|| context.texts.t("translation-outdated").to_owned())
}

/// Title and line of the warning at the top, unless the entry is fresh.
pub(crate) fn stale(context: &Context, view: &SiteView) -> Option<(String, String)> {
    if view.freshness == Freshness::Fresh {
        return None;
    }
    let texts = context.texts;
    let title = match view.site()?.assurance.date {
        Some(date) => {
            let date = texts.partial_date(date);
            texts.with("stale-title", &[("date", (&date).into())])
        }
        None => texts.t("stale-title-unknown").to_owned(),
    };
    Some((title, texts.t("stale-text").to_owned()))
}

/// How to report an error: with what the operator has.
pub(crate) struct Report {
    pub(crate) operator: String,
    /// The id to quote.
    pub(crate) id: String,
    /// `mailto:` with subject and id.
    pub(crate) mailto: Option<String>,
    pub(crate) email: String,
    pub(crate) phone: Option<super::super::card::Phone>,
    pub(crate) website: Option<Website>,
    pub(crate) address: String,
}

impl Report {
    fn new(context: &Context, view: &SiteView) -> Self {
        let operator = &context.reference().region.operator;
        let id = view.listing.id.to_string();
        let subject =
            context.texts.with("report-subject", &[("name", (&view.listing.name).into())]);
        let encode = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let mailto = (!operator.email.is_empty()).then(|| {
            format!("mailto:{}?subject={}&body={}", operator.email, encode(&subject), encode(&id))
        });
        let address: Vec<&str> = [operator.street.as_str(), operator.town.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        Self {
            operator: operator.name.clone(),
            id,
            mailto,
            email: operator.email.clone(),
            phone: phone_link(&operator.phone),
            website: (!operator.website.is_empty()).then(|| Website::new(&operator.website)),
            address: address.join(", "),
        }
    }
}
