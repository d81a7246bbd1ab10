//! What all pages share as long as the reference data stay the same: made once, then only read.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Weak};

use arc_swap::ArcSwap;
use serde::Serialize;

use super::in_script;
use super::map::backdrop::Backdrop;
use super::map::tiles::Streets;
use super::shell::Mark;
use crate::app::{App, TileSupply, Tiles};
use crate::atlas::Reference;
use crate::domain::{AgeBands, Ags, Facet, GazetteerKind, Language, RegionWord, Term};
use crate::http::assets::{self, AssetNames};
use crate::http::language::path_in;
use crate::texts::Texts;

type Known = Vec<(Weak<Reference>, Arc<Prepared>)>;

/// One for each set of reference data in use and each language: seven in a server, more in a test program.
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
    /// Where a page about violence is left for: a harmless site, or our start page where the county names none.
    pub(crate) exit_url: String,
    /// Whether the county has a guided way.
    pub(crate) guide: bool,
    /// By whom the county's words in this language were looked at; empty if by nobody.
    pub(crate) reviewed: String,
    /// Whether the planning pages are there, and linked.
    pub(crate) planning: bool,
    /// The public address of this server without a trailing slash; empty if it is not set.
    pub(crate) base_url: String,
    /// Whether pictures of streets are fetched from a source.
    pub(crate) street_pictures: bool,
    /// Tells which streets; empty where there are none.
    streets: String,
    /// Of which language.
    language: Language,
    /// What is the same in all languages.
    shared: Arc<Shared>,
}

/// What the pages of all languages share.
pub(crate) struct Shared {
    /// Names offered while a place is typed.
    pub(crate) place_names: Vec<String>,
    /// The map's background.
    pub(crate) backdrop: Backdrop,
    /// How each topic is drawn, by code.
    marks: HashMap<String, Mark>,
    /// People counted in the cells of each municipality.
    counted: HashMap<Ags, Counted>,
}

impl std::ops::Deref for Prepared {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.shared
    }
}

impl Prepared {
    /// What belongs to these reference data, this app and language; made now if it is asked for the first time.
    pub(crate) fn of(reference: &Arc<Reference>, app: &App, language: Language) -> Arc<Self> {
        let settings = &app.settings;
        let tiles = app.tiles.as_deref();
        let streets = tiles.map_or("", Tiles::tag);
        let base_url = settings.base_url.as_deref().unwrap_or_default().trim_end_matches('/');
        let of_these =
            |(known, _): &&(Weak<Reference>, Arc<Self>)| known.as_ptr() == Arc::as_ptr(reference);
        let same = |entry: &&(Weak<Reference>, Arc<Self>)| {
            let prepared = &entry.1;
            of_these(entry)
                && prepared.language == language
                && prepared.planning == settings.planning
                && prepared.base_url == base_url
                && prepared.streets == streets
        };
        let known = KNOWN.load();
        if let Some((_, prepared)) = known.iter().find(same) {
            return Arc::clone(prepared);
        }
        let shared = known.iter().find(of_these).map(|(_, prepared)| Arc::clone(&prepared.shared));
        let shared = shared.unwrap_or_else(|| Arc::new(Shared::make(reference)));
        let (planning, base_url) = (settings.planning, base_url.to_owned());
        let own = Self::make(reference, tiles, language, shared);
        let made = Arc::new(Self { planning, base_url, ..own });
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

    fn make(
        reference: &Reference,
        tiles: Option<&Tiles>,
        language: Language,
        shared: Arc<Shared>,
    ) -> Self {
        let region = &reference.region;
        let text = |word| reference.region_text(word, language);
        let (site_name, name) = (text(RegionWord::SiteName), text(RegionWord::Name));
        let brand = site_name.strip_suffix(name).map_or("", str::trim_end);
        let (brand, brand_region) = if brand.is_empty() {
            (site_name.to_owned(), String::new())
        } else {
            (brand.to_owned(), name.to_owned())
        };
        let assets = assets::CURRENT.names().clone();
        let mut lines: Vec<&str> = region.attributions.iter().map(|a| a.text.as_str()).collect();
        lines.extend(tiles.map(Tiles::attribution));
        let pictures = |tiles: &Tiles| matches!(tiles.supply(), TileSupply::Pictures(_));
        let texts = reference.languages.get(&language);
        Self {
            app_config: app_config(reference, tiles, &assets, &shared.backdrop, language),
            brand,
            brand_region,
            sample_notice: text(RegionWord::SampleNotice).to_owned(),
            sources_line: lines.join(" · "),
            exit_url: exit_url(&region.quick_exit_url, language),
            guide: !reference.guide.is_empty(),
            reviewed: texts.and_then(|texts| texts.reviewed.clone()).unwrap_or_default(),
            planning: false,
            base_url: String::new(),
            street_pictures: tiles.is_some_and(pictures),
            streets: tiles.map_or_else(String::new, |tiles| tiles.tag().to_owned()),
            language,
            assets,
            shared,
        }
    }
}

impl Shared {
    fn make(reference: &Reference) -> Self {
        Self {
            place_names: place_names(reference),
            backdrop: Backdrop::of(reference),
            marks: marks(reference),
            counted: counted(reference),
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

fn exit_url(configured: &str, language: Language) -> String {
    if configured.is_empty() { language.path("/") } else { configured.to_owned() }
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
    features: &'a str,
    /// What stands before the path of every page in this language.
    prefix: &'a str,
    /// For plural forms and the order of words (BCP 47).
    locale: &'a str,
    sprite: &'a str,
    themes: serde_json::Map<String, serde_json::Value>,
    categories: serde_json::Map<String, serde_json::Value>,
    messages: &'a std::collections::BTreeMap<String, String>,
    /// Absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    streets: Option<Streets<'a>>,
}

fn app_config(
    reference: &Reference,
    tiles: Option<&Tiles>,
    assets: &AssetNames,
    backdrop: &Backdrop,
    language: Language,
) -> String {
    let bounds = reference.region.bounds;
    let taxonomy = &reference.taxonomy;
    let themes = taxonomy.tops(Facet::Topic).filter_map(|top| {
        let mark = mark_of(top)?;
        let value = serde_json::json!({
            "label": reference.label_in(top, language), "color": mark.color, "shape": mark.shape, "icon": mark.icon,
        });
        Some((mark.theme, value))
    });
    let topics = taxonomy.terms().iter().filter(|t| t.facet == Facet::Topic);
    let categories = topics.filter_map(|term| {
        let theme = taxonomy.top_of(term.code.as_str())?.code.to_string();
        let value =
            serde_json::json!({ "label": reference.label_in(term, language), "theme": theme });
        Some((term.code.to_string(), value))
    });
    let (features, start) = (path_in(language, super::map::SERVICES), path_in(language, "/"));
    let config = AppConfig {
        bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
        backdrop: &backdrop.address,
        features: &features,
        prefix: start.trim_end_matches('/'),
        locale: language.locale(),
        sprite: &assets.sprite,
        themes: themes.collect(),
        categories: categories.collect(),
        messages: Texts::of(language).script(),
        streets: tiles.map(Streets::of),
    };
    in_script(&config)
}
