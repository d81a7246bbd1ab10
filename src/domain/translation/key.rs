//! The texts of an entry that residents read and people translate.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::ids::FeatureId;
use crate::domain::listing::Listing;
use crate::domain::site::Site;
use crate::domain::text::{DESCRIPTION, NAME, PARAGRAPH};

/// A text of the service as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceText {
    /// Name.
    Name,
    /// What it is.
    Description,
    /// Whom it is for: one group a line.
    TargetGroups,
    /// What it costs.
    Cost,
    /// Which languages are spoken.
    Languages,
    /// Why it is closed for a while.
    Closure,
}

impl ServiceText {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::Description,
        Self::Closure,
        Self::TargetGroups,
        Self::Cost,
        Self::Languages,
    ];

    /// The word used in JSON, the same as that of the field of an entry.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::TargetGroups => "target_group_texts",
            Self::Cost => "cost_text",
            Self::Languages => "languages_text",
            Self::Closure => "closure_text",
        }
    }

    const fn longest(self) -> usize {
        match self {
            Self::Name => NAME,
            Self::Description => DESCRIPTION,
            _ => PARAGRAPH,
        }
    }

    fn of(self, listing: &Listing) -> Option<String> {
        match self {
            Self::Name => Some(listing.name.clone()),
            Self::Description => Some(listing.description.clone()),
            Self::TargetGroups => Some(listing.target_group_texts.join("\n")),
            Self::Cost => listing.cost_text.clone(),
            Self::Languages => listing.languages_text.clone(),
            Self::Closure => listing.closure.as_ref().map(|closure| closure.text.clone()),
        }
    }

    fn put(self, listing: &mut Listing, text: &str) {
        match self {
            Self::Name => text.clone_into(&mut listing.name),
            Self::Description => text.clone_into(&mut listing.description),
            Self::TargetGroups => {
                let groups = text.lines().filter(|line| !line.trim().is_empty());
                listing.target_group_texts = groups.map(str::to_owned).collect();
            }
            Self::Cost => listing.cost_text = Some(text.to_owned()),
            Self::Languages => listing.languages_text = Some(text.to_owned()),
            Self::Closure => {
                if let Some(closure) = listing.closure.as_mut() {
                    text.clone_into(&mut closure.text);
                }
            }
        }
    }
}

/// A text of one site. Addresses are not among them: they stand on doors as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiteText {
    /// The site's own name.
    Name,
    /// What is offered here.
    Description,
    /// Opening hours in words.
    Hours,
    /// Access in words.
    Access,
    /// Places in words.
    Capacity,
    /// For whom it is meant, in words.
    Area,
    /// More about the status.
    Status,
}

impl SiteText {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Description,
        Self::Status,
        Self::Hours,
        Self::Area,
        Self::Capacity,
        Self::Access,
    ];

    /// The word used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Hours => "hours_text",
            Self::Access => "accessible_text",
            Self::Capacity => "capacity_text",
            Self::Area => "service_area_text",
            Self::Status => "status_text",
        }
    }

    const fn longest(self) -> usize {
        match self {
            Self::Name => NAME,
            Self::Description => DESCRIPTION,
            _ => PARAGRAPH,
        }
    }

    fn place(self, site: &mut Site) -> &mut Option<String> {
        match self {
            Self::Name => &mut site.name,
            Self::Description => &mut site.description,
            Self::Hours => &mut site.schedule.text,
            Self::Access => &mut site.accessible_text,
            Self::Capacity => &mut site.capacity_text,
            Self::Area => &mut site.service_area.text,
            Self::Status => &mut site.status_text,
        }
    }

    fn of(self, site: &Site) -> Option<String> {
        let text = match self {
            Self::Name => &site.name,
            Self::Description => &site.description,
            Self::Hours => &site.schedule.text,
            Self::Access => &site.accessible_text,
            Self::Capacity => &site.capacity_text,
            Self::Area => &site.service_area.text,
            Self::Status => &site.status_text,
        };
        text.clone()
    }
}

/// Names a text of an entry: `description`, or `sites/<id>/hours_text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TextKey {
    /// Of the service.
    Service(ServiceText),
    /// Of a site.
    Site(FeatureId, SiteText),
}

impl TextKey {
    /// Every text of an entry that is not empty, in the order of the page.
    #[must_use]
    pub fn all(listing: &Listing) -> Vec<(Self, String)> {
        let service = ServiceText::ALL.into_iter().map(Self::Service);
        let sites = listing
            .sites
            .iter()
            .flat_map(|site| SiteText::ALL.into_iter().map(|text| Self::Site(site.id, text)));
        service.chain(sites).filter_map(|key| Some((key, key.of(listing)?))).collect()
    }

    /// The text in an entry, without space around it and with plain line ends; `None` where it has none.
    #[must_use]
    pub fn of(self, listing: &Listing) -> Option<String> {
        let text = match self {
            Self::Service(text) => text.of(listing),
            Self::Site(id, text) => {
                listing.sites.iter().find(|site| site.id == id).and_then(|site| text.of(site))
            }
        }?;
        let text = plain(&text);
        (!text.is_empty()).then_some(text)
    }

    /// Puts another text in its place.
    pub(super) fn put(self, listing: &mut Listing, text: &str) {
        match self {
            Self::Service(key) => key.put(listing, text),
            Self::Site(id, key) => {
                if let Some(site) = listing.sites.iter_mut().find(|site| site.id == id) {
                    *key.place(site) = Some(text.to_owned());
                }
            }
        }
    }

    /// The most characters it may have, in every language.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Service(text) => text.longest(),
            Self::Site(_, text) => text.longest(),
        }
    }

    /// Whether people write it in several lines.
    #[must_use]
    pub const fn has_lines(self) -> bool {
        !matches!(self, Self::Service(ServiceText::Name) | Self::Site(_, SiteText::Name))
    }
}

/// A text as it is compared and kept: without space around it, with plain line ends.
pub(super) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

impl fmt::Display for TextKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(text) => f.write_str(text.as_str()),
            Self::Site(id, text) => write!(f, "sites/{id}/{}", text.as_str()),
        }
    }
}

/// A name that no text of an entry has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownText;

impl fmt::Display for UnknownText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no text of an entry is called so")
    }
}

impl std::error::Error for UnknownText {}

impl FromStr for TextKey {
    type Err = UnknownText;

    fn from_str(word: &str) -> Result<Self, UnknownText> {
        if let Some(rest) = word.strip_prefix("sites/") {
            let (id, word) = rest.split_once('/').ok_or(UnknownText)?;
            let id = id.parse().map_err(|_no_id| UnknownText)?;
            let text = SiteText::ALL.into_iter().find(|text| text.as_str() == word);
            return text.map(|text| Self::Site(id, text)).ok_or(UnknownText);
        }
        let text = ServiceText::ALL.into_iter().find(|text| text.as_str() == word);
        text.map(Self::Service).ok_or(UnknownText)
    }
}

impl TryFrom<String> for TextKey {
    type Error = UnknownText;

    fn try_from(word: String) -> Result<Self, UnknownText> {
        word.parse()
    }
}

impl From<TextKey> for String {
    fn from(key: TextKey) -> Self {
        key.to_string()
    }
}
