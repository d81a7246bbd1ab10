//! What all pages share as long as the reference data stay the same: made once, then only read.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Weak};

use arc_swap::ArcSwap;
use serde::Serialize;

use super::map::backdrop::Backdrop;
use super::shell::Mark;
use crate::atlas::Reference;
use crate::domain::{AgeBands, Ags, Facet, GazetteerKind, Term};
use crate::http::assets::{self, AssetNames};
use crate::texts::Texts;

type Known = Vec<(Weak<Reference>, Arc<Prepared>)>;

/// One for each set of reference data in use: one in a server, several in a test program.
static KNOWN: LazyLock<ArcSwap<Known>> = LazyLock::new(|| ArcSwap::from_pointee(Vec::new()));

/// People counted in the cells of a municipality.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted {
    /// All of them.
    pub(crate) people: u64,
    /// By age, as far as it is known.
    pub(crate) ages: AgeBands,
}

/// What all pages share.
pub(crate) struct Prepared {
    /// Addresses of style sheet, script and sprite.
    pub(crate) assets: AssetNames,
    /// The first part of the site's name.
    pub(crate) brand: String,
    /// The rest of it: the county; empty if the name does not end with it.
    pub(crate) brand_region: String,
    /// That the collection is a sample.
    pub(crate) sample_notice: String,
    /// The lines of the sources.
    pub(crate) sources_line: String,
    /// The data block of the scripts, safe to stand inside `<script>`.
    pub(crate) app_config: String,
    /// Names offered while a place is typed.
    pub(crate) place_names: Vec<String>,
    /// Where a page about violence is left for: a harmless site, or our start page where the county names none.
    pub(crate) exit_url: String,
    /// Whether the county has a guided way.
    pub(crate) guide: bool,
    /// Whether the planning pages are there, and linked.
    pub(crate) planning: bool,
    /// The map's background.
    pub(crate) backdrop: Backdrop,
    /// How each topic is drawn, by code.
    marks: HashMap<String, Mark>,
    /// People counted in the cells of each municipality.
    counted: HashMap<Ags, Counted>,
}

impl Prepared {
    /// What belongs to these reference data and this setting; made now if it is asked for the first time.
    pub(crate) fn of(reference: &Arc<Reference>, planning: bool) -> Arc<Self> {
        let same = |(known, prepared): &&(Weak<Reference>, Arc<Self>)| {
            known.as_ptr() == Arc::as_ptr(reference) && prepared.planning == planning
        };
        if let Some((_, prepared)) = KNOWN.load().iter().find(same) {
            return Arc::clone(prepared);
        }
        let made = Arc::new(Self { planning, ..Self::make(reference) });
        KNOWN.rcu(|known| {
            let alive = known.iter().filter(|(r, _)| r.strong_count() > 0);
            let mut next: Known = alive.cloned().collect();
            if !next.iter().any(|entry| same(&entry)) {
                next.push((Arc::downgrade(reference), Arc::clone(&made)));
            }
            next
        });
        made
    }

    fn make(reference: &Reference) -> Self {
        let region = &reference.region;
        let brand = region.site_name.strip_suffix(&region.name).map_or("", str::trim_end);
        let (brand, brand_region) = if brand.is_empty() {
            (region.site_name.clone(), String::new())
        } else {
            (brand.to_owned(), region.name.clone())
        };
        let assets = assets::CURRENT.names().clone();
        let backdrop = Backdrop::of(reference);
        let marks = marks(reference);
        let lines: Vec<&str> = region.attributions.iter().map(|a| a.text.as_str()).collect();
        Self {
            app_config: app_config(reference, &assets, &backdrop),
            brand,
            brand_region,
            sample_notice: region.sample_notice.clone(),
            sources_line: lines.join(" · "),
            place_names: place_names(reference),
            exit_url: exit_url(&region.quick_exit_url),
            guide: !reference.guide.is_empty(),
            planning: false,
            counted: counted(reference),
            assets,
            backdrop,
            marks,
        }
    }

    /// How a topic is drawn (as its theme); `None` for an unknown code.
    pub(crate) fn mark(&self, code: &str) -> Option<&Mark> {
        self.marks.get(code)
    }

    /// People counted in the cells of a municipality.
    pub(crate) fn counted(&self, ags: Ags) -> Option<Counted> {
        self.counted.get(&ags).copied()
    }
}

fn exit_url(configured: &str) -> String {
    let url = if configured.is_empty() { "/" } else { configured };
    url.to_owned()
}

fn marks(reference: &Reference) -> HashMap<String, Mark> {
    let taxonomy = &reference.taxonomy;
    let topics = taxonomy.terms().iter().filter(|t| t.facet == Facet::Topic);
    topics
        .filter_map(|term| {
            let top = taxonomy.top_of(term.code.as_str())?;
            Some((term.code.to_string(), mark_of(top)?))
        })
        .collect()
}

fn mark_of(top: &Term) -> Option<Mark> {
    Some(Mark {
        theme: top.code.to_string(),
        color: top.color.clone()?,
        shape: top.shape?.as_str(),
        icon: top.icon.clone()?,
    })
}

/// People of a municipality by its cells; a band is unknown as soon as it is so in one of them.
fn counted(reference: &Reference) -> HashMap<Ags, Counted> {
    let nobody = Counted { people: 0, ages: AgeBands::known([0; 5]) };
    let mut sums: HashMap<Ags, Counted> = HashMap::new();
    for cell in &reference.cells {
        let sum = sums.entry(cell.ags).or_insert(nobody);
        sum.people += u64::from(cell.people);
        let (mut bands, here) = (sum.ages.to_array(), cell.ages.to_array());
        for (band, here) in bands.iter_mut().zip(here) {
            *band = band.zip(here).and_then(|(sum, here)| sum.checked_add(here));
        }
        sum.ages = AgeBands::from_array(bands);
    }
    sums
}

/// Municipalities, parts of towns and postcodes, each name once. (Stops are found too, but would make every
/// page heavy.)
fn place_names(reference: &Reference) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for kind in [GazetteerKind::Municipality, GazetteerKind::District, GazetteerKind::Postcode] {
        for entry in reference.gazetteer.iter().filter(|e| e.kind == kind) {
            if !names.contains(&entry.name) {
                names.push(entry.name.clone());
            }
        }
    }
    names
}

#[derive(Serialize)]
struct AppConfig<'a> {
    bounds: [f64; 4],
    backdrop: &'a str,
    features: &'static str,
    sprite: &'a str,
    themes: serde_json::Map<String, serde_json::Value>,
    categories: serde_json::Map<String, serde_json::Value>,
    messages: &'a std::collections::BTreeMap<String, String>,
}

fn app_config(reference: &Reference, assets: &AssetNames, backdrop: &Backdrop) -> String {
    let bounds = reference.region.bounds;
    let taxonomy = &reference.taxonomy;
    let themes = taxonomy.tops(Facet::Topic).filter_map(|top| {
        let mark = mark_of(top)?;
        let value = serde_json::json!({
            "label": top.label, "color": mark.color, "shape": mark.shape, "icon": mark.icon,
        });
        Some((mark.theme, value))
    });
    let topics = taxonomy.terms().iter().filter(|t| t.facet == Facet::Topic);
    let categories = topics.filter_map(|term| {
        let theme = taxonomy.top_of(term.code.as_str())?.code.to_string();
        let value = serde_json::json!({ "label": term.label, "theme": theme });
        Some((term.code.to_string(), value))
    });
    let config = AppConfig {
        bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
        backdrop: &backdrop.address,
        features: super::map::SERVICES,
        sprite: &assets.sprite,
        themes: themes.collect(),
        categories: categories.collect(),
        messages: Texts::german().script(),
    };
    // Inside <script> only "<" could end the block; as an escape it is the same JSON.
    serde_json::to_string(&config).unwrap_or_default().replace('<', "\\u003c")
}
