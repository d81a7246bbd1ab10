//! What the entries refer to: region, classification, municipalities, organizations, places.

use std::collections::{BTreeMap, HashMap};

use geo::MultiPolygon;

use crate::domain::guide::Guide;
use crate::domain::{
    Ags, Calendar, CensusVintage, CountyTexts, CrisisNumber, GazetteerEntry, Language, Link,
    Municipality, Organization, OrganizationId, PopulationCell, Region, RegionWord, Station, Stop,
    Taxonomy, Term,
};

/// A municipality with its outline (lon/lat, CRS84).
#[derive(Debug, Clone)]
pub struct MunicipalityArea {
    /// The facts.
    pub municipality: Municipality,
    /// The outline.
    pub outline: MultiPolygon<f64>,
}

/// Everything the entries refer to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The county.
    pub region: Region,
    /// The classification.
    pub taxonomy: Taxonomy,
    /// Municipalities by name order (German collation).
    pub municipalities: Vec<MunicipalityArea>,
    /// Organizations.
    pub organizations: HashMap<OrganizationId, Organization>,
    /// Places people may type.
    pub gazetteer: Vec<GazetteerEntry>,
    /// Public transport stops.
    pub stops: Vec<Stop>,
    /// Railway stations.
    pub stations: Vec<Station>,
    /// Emergency numbers.
    pub crisis_numbers: Vec<CrisisNumber>,
    /// The guided way by life situation; empty where the county has none.
    pub guide: Guide,
    /// Holidays.
    pub calendar: Calendar,
    /// Census grid cells (counted people).
    pub cells: Vec<PopulationCell>,
    /// Which grid the cells are of.
    pub census: CensusVintage,
    /// Lakes and other water: name and outline.
    pub water: Vec<(String, MultiPolygon<f64>)>,
    /// Neighbouring districts: name and outline.
    pub neighbours: Vec<(String, MultiPolygon<f64>)>,
    /// Ways over what cannot be walked: ferries, bridges, border crossings.
    pub links: Vec<Link>,
    /// Populated places for labels: name, point, rank 1 (county towns) to 3 (parts of towns).
    pub labels: Vec<(String, crate::domain::LonLat, u8)>,
    /// What the county says in other languages than German.
    pub languages: BTreeMap<Language, CountyTexts>,
}

impl Reference {
    /// The municipality of a key.
    #[must_use]
    pub fn municipality(&self, ags: Ags) -> Option<&Municipality> {
        self.municipalities.iter().map(|m| &m.municipality).find(|m| m.ags == ags)
    }

    /// The label of a term in a language; German where the county has none.
    #[must_use]
    pub fn label_in<'a>(&'a self, term: &'a Term, language: Language) -> &'a str {
        let texts = self.languages.get(&language);
        let text = texts.and_then(|texts| texts.terms.get(term.code.as_str()));
        text.map_or(term.label.as_str(), |text| text.label.as_str())
    }

    /// A text about the county in a language; German where the county has none.
    #[must_use]
    pub fn region_text(&self, word: RegionWord, language: Language) -> &str {
        let texts = self.languages.get(&language);
        texts
            .and_then(|texts| texts.region.get(&word))
            .map_or_else(|| word.german(&self.region), String::as_str)
    }
}
