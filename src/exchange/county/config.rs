//! The TOML files of a package: region, taxonomy, service areas, wordings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;

use super::files::PackageFiles;
pub(super) use super::toml_file::{Schema, read_toml};
use crate::domain::{
    Ags, Facet, FieldErrors, PartialDate, Region, Synonym, Taxonomy, Term, TermCode, TermShape,
    YesNo,
};
use crate::exchange::ImportErrors;

pub(super) const REGION: &str = "region.toml";

/// Reads `region.toml`.
pub(super) fn read_region(files: &impl PackageFiles, faults: &mut ImportErrors) -> Option<Region> {
    let region: Region = read_toml(files, REGION, faults)?;
    let mut check = |holds: bool, column: &str, code: &str, detail: &str| {
        if !holds {
            faults.add(REGION, None, Some(column), code, detail);
        }
    };
    let slug = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    check(
        !region.slug.is_empty() && region.slug.bytes().all(slug),
        "slug",
        "not_a_slug",
        "the slug has lower-case letters, digits and hyphens only",
    );
    check(
        region.district_key.len() == 5 && region.district_key.bytes().all(|b| b.is_ascii_digit()),
        "district_key",
        "not_a_district_key",
        "the key of a county has five digits",
    );
    for (column, bounds) in [("bounds", region.bounds), ("data_bounds", region.data_bounds)] {
        check(
            bounds.west < bounds.east && bounds.south < bounds.north,
            column,
            "out_of_order",
            "west must be less than east and south less than north",
        );
    }
    check(
        region.timezone.parse::<chrono_tz::Tz>().is_ok(),
        "timezone",
        "unknown_timezone",
        "the time zone must be an IANA name such as Europe/Berlin",
    );
    for (name, policy) in std::iter::once(("freshness", &region.freshness))
        .chain(region.freshness_by_category.iter().map(|(code, policy)| (code.as_str(), policy)))
    {
        check(
            policy.is_ordered(),
            name,
            "out_of_order",
            "remind_after_months must not be more than stale_after_months, nor that more than hide_after_months",
        );
    }
    check(
        region.quick_exit_url.is_empty() || is_site(&region.quick_exit_url),
        "quick_exit_url",
        "not_an_address",
        "must be the address of a site, beginning with https://",
    );
    check(region.cell_size_m > 0, "cell_size_m", "out_of_range", "a cell has a size above zero");
    let near = [("near_m".to_owned(), region.near_m)];
    let set = region.max_distance_m.iter().map(|(code, m)| (format!("max_distance_m.{code}"), *m));
    for (column, metres) in near.into_iter().chain(set) {
        let holds = metres > 0.0 && metres <= FARTHEST_M;
        check(holds, &column, "not_a_distance", "must be metres above 0 and at most 200000");
    }
    Some(region)
}

/// Whether a text is the address of a site, with nothing that could break out of a page.
fn is_site(address: &str) -> bool {
    let host = address.strip_prefix("https://").unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/?=&%".contains(c);
    host.contains('.') && host.chars().all(plain)
}

/// The farthest that may be called reasonable, in metres.
const FARTHEST_M: f64 = 200_000.0;

/// What the region says of categories must be of topics of the taxonomy: a misspelt code would be a rule for nothing.
pub(super) fn check_categories(region: &Region, taxonomy: &Taxonomy, faults: &mut ImportErrors) {
    let tables = [
        ("max_distance_m", region.max_distance_m.keys().map(String::as_str).collect::<Vec<_>>()),
        ("completeness", region.completeness.keys().map(String::as_str).collect()),
        (
            "freshness_by_category",
            region.freshness_by_category.keys().map(String::as_str).collect(),
        ),
        ("discreet_topics", region.discreet_topics.iter().map(TermCode::as_str).collect()),
        ("government_topics", region.government_topics.iter().map(TermCode::as_str).collect()),
    ];
    for (table, codes) in tables {
        for code in codes {
            if taxonomy.find(code).is_none_or(|term| term.facet != Facet::Topic) {
                let column = format!("{table}.{code}");
                let detail = "is no topic of taxonomy.toml";
                faults.add(REGION, None, Some(&column), "unknown_category", detail);
            }
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaxonomyFile {
    #[serde(rename = "schema")]
    _schema: Schema,
    term: Vec<TermRow>,
    unmapped_target_groups: Unmapped,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unmapped {
    wordings: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermRow {
    code: TermCode,
    facet: Facet,
    parent: Option<TermCode>,
    label: String,
    description: String,
    #[serde(default)]
    synonyms: Vec<String>,
    icon: Option<String>,
    color: Option<String>,
    shape: Option<TermShape>,
    #[serde(default)]
    wordings: Vec<String>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    site_types: Vec<String>,
}

/// The taxonomy and what the wordings, categories and site types of the collection mean in it.
#[derive(Debug)]
pub(super) struct Classification {
    pub(super) taxonomy: Taxonomy,
    /// Lower-case wording for a target group → codes; no codes = known to mean none.
    pub(super) target_groups: HashMap<String, Vec<TermCode>>,
    /// Category code → forms and legal bases.
    pub(super) by_category: HashMap<String, Vec<(Facet, TermCode)>>,
    /// Site type as the collection words it → forms.
    pub(super) by_site_type: HashMap<String, Vec<TermCode>>,
}

const TAXONOMY: &str = "taxonomy.toml";

/// Reads `taxonomy.toml`.
pub(super) fn read_taxonomy(
    files: &impl PackageFiles,
    faults: &mut ImportErrors,
) -> Option<Classification> {
    let file: TaxonomyFile = read_toml(files, TAXONOMY, faults)?;
    check_terms(&file.term, faults);
    let mut target_groups: HashMap<String, Vec<TermCode>> = HashMap::new();
    let mut by_category: HashMap<String, Vec<(Facet, TermCode)>> = HashMap::new();
    let mut by_site_type: HashMap<String, Vec<TermCode>> = HashMap::new();
    for term in &file.term {
        for wording in &term.wordings {
            target_groups.entry(wording.to_lowercase()).or_default().push(term.code.clone());
        }
        for category in &term.categories {
            let value = (term.facet, term.code.clone());
            by_category.entry(category.clone()).or_default().push(value);
        }
        for site_type in &term.site_types {
            by_site_type.entry(site_type.clone()).or_default().push(term.code.clone());
        }
    }
    for wording in &file.unmapped_target_groups.wordings {
        target_groups.entry(wording.to_lowercase()).or_default();
    }
    match Taxonomy::new(file.term.into_iter().map(Term::from).collect()) {
        Ok(taxonomy) => Some(Classification { taxonomy, target_groups, by_category, by_site_type }),
        Err(FieldErrors(wrong)) => {
            for error in wrong {
                faults.add(TAXONOMY, None, Some(&error.pointer), &error.code, error.detail);
            }
            None
        }
    }
}

impl From<TermRow> for Term {
    fn from(row: TermRow) -> Self {
        Self {
            code: row.code,
            facet: row.facet,
            parent: row.parent,
            label: row.label,
            description: row.description,
            synonyms: row.synonyms.iter().map(|text| Synonym::from(&**text)).collect(),
            icon: row.icon,
            color: row.color,
            shape: row.shape,
        }
    }
}

/// Checks what the taxonomy itself cannot: colours, one shape per theme, categories that exist.
fn check_terms(terms: &[TermRow], faults: &mut ImportErrors) {
    let topics: BTreeSet<&str> =
        terms.iter().filter(|t| t.facet == Facet::Topic).map(|t| t.code.as_str()).collect();
    let mut shapes = BTreeSet::new();
    for term in terms {
        let code = term.code.as_str();
        let mut fault = |kind: &str, detail: String| {
            faults.add(TAXONOMY, None, Some(code), kind, detail);
        };
        for category in &term.categories {
            if !topics.contains(category.as_str()) {
                fault("unknown_category", format!("there is no category {category}"));
            }
        }
        if let Some(shape) = term.shape
            && !shapes.insert(shape)
        {
            fault("duplicate_shape", format!("another theme has the shape {}", shape.as_str()));
        }
        if let Some(color) = &term.color {
            match contrast_with_white(color) {
                None => fault("not_a_color", format!("{color} is not written as #rrggbb")),
                Some(ratio) if ratio < 3.0 => fault(
                    "low_contrast",
                    format!("{color} has a contrast of {ratio:.2}:1 with white; 3:1 is needed"),
                ),
                Some(_) => {}
            }
        }
    }
}

/// Contrast ratio of a colour `#rrggbb` with white (WCAG 2.2, relative luminance and contrast ratio).
pub(super) fn contrast_with_white(color: &str) -> Option<f64> {
    let digits = color.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let channel = |range: std::ops::Range<usize>| {
        let value = f64::from(u8::from_str_radix(digits.get(range)?, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let luminance = 0.2126 * channel(0..2)? + 0.7152 * channel(2..4)? + 0.0722 * channel(4..6)?;
    Some(1.05 / (luminance + 0.05))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AreasFile {
    #[serde(rename = "schema")]
    _schema: Schema,
    area: Vec<AreaRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaRow {
    text: String,
    reach: AreaReach,
    #[serde(default)]
    ags: Vec<Ags>,
    #[serde(default)]
    except: Vec<Ags>,
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// What a text on the area served means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AreaReach {
    Municipalities,
    County,
    Everywhere,
    Unmapped,
}

/// What a text on the area served means, with the municipalities meant (or left out of the county).
#[derive(Debug, Clone)]
pub(super) struct Area {
    pub(super) reach: AreaReach,
    pub(super) ags: Vec<Ags>,
    pub(super) except: Vec<Ags>,
}

pub(super) const AREAS: &str = "service_areas.toml";

/// Reads `service_areas.toml`: text → meaning.
pub(super) fn read_service_areas(
    files: &impl PackageFiles,
    faults: &mut ImportErrors,
) -> Option<BTreeMap<String, Area>> {
    let file: AreasFile = read_toml(files, AREAS, faults)?;
    let mut areas = BTreeMap::new();
    for row in file.area {
        let needs_list = row.reach == AreaReach::Municipalities;
        let fits = needs_list != row.ags.is_empty()
            && (row.reach == AreaReach::County || row.except.is_empty());
        if !fits {
            faults.add(
                AREAS,
                None,
                Some(&row.text),
                "not_valid",
                "only reach = \"municipalities\" has `ags`, and only \"county\" may have `except`",
            );
        }
        let area = Area { reach: row.reach, ags: row.ags, except: row.except };
        if areas.insert(row.text.clone(), area).is_some() {
            faults.add(AREAS, None, Some(&row.text), "duplicate", "the text stands twice");
        }
    }
    Some(areas)
}

/// What other free wordings mean.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wordings {
    #[serde(rename = "schema")]
    _schema: Schema,
    pub(super) organization_kind: BTreeMap<String, String>,
    #[serde(rename = "cooperation_kind")]
    _cooperation_kind: BTreeMap<String, String>,
    pub(super) accessible: BTreeMap<String, YesNo>,
    pub(super) free: BTreeMap<String, YesNo>,
    pub(super) appointment: BTreeMap<String, YesNo>,
    pub(super) languages: BTreeMap<String, Vec<String>>,
    pub(super) valid_to: Vec<ValidTo>,
    pub(super) unconfirmed_source: UnconfirmedSource,
    pub(super) service_names: BTreeMap<String, String>,
}

/// The last day a status names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValidTo {
    pub(super) text: String,
    pub(super) date: PartialDate,
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// Phrases that mark a source of unnamed origin.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnconfirmedSource {
    pub(super) phrases: Vec<String>,
}

impl UnconfirmedSource {
    /// Whether the text holds one of the phrases.
    pub(super) fn marks(&self, text: &str) -> bool {
        self.phrases.iter().any(|phrase| text.contains(phrase.as_str()))
    }
}

/// Reads `wordings.toml`.
pub(super) fn read_wordings(
    files: &impl PackageFiles,
    faults: &mut ImportErrors,
) -> Option<Wordings> {
    read_toml(files, "wordings.toml", faults)
}
