//! The address of the cockpit: read with patience, written in one canonical form.
//!
//! The words are those of `/api/coverage`. People type kilometres, so a form may send `max_distance_km`; the
//! canonical address has metres.

use super::super::context::Context;
use super::values::{self, Read};
use super::write::joined;
use crate::app::{LinkChoice, MatrixQuestion, Question, QuestionFault, ScenarioRequest};
use crate::atlas::Query;
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::Ags;
use crate::http::params::{LIST_ONLY, Pair, Vocabulary, decode_lenient, encode, read_page};

/// The words of a planning page beside the shared ones, in canonical order.
const OWN: [&str; 11] = [
    "max_distance_m",
    "metric",
    "population",
    "stale_after_months",
    "merge_m",
    "links",
    "add",
    "move",
    "close",
    "show",
    "sort",
];

/// What people type instead of metres.
const KILOMETRES: &str = "max_distance_km";

/// A value of a known word that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The word.
    pub(crate) word: String,
    /// Machine-readable code of what is wrong.
    pub(crate) code: String,
    /// The value as given, cut to a readable length.
    pub(crate) value: String,
}

/// Gap in metres that these pages close between unserved cells unless asked otherwise: hamlets of one village
/// are one white spot, and a county has dozens of them instead of hundreds.
pub(crate) const MERGE_M: f64 = 500.0;

/// Distance in metres that is suggested where nobody has said how far is too far: an hour's walk.
pub(crate) const SUGGESTED_M: f64 = 5_000.0;

fn is_usual(merge_m: f64) -> bool {
    (merge_m - MERGE_M).abs() < f64::EPSILON
}

/// What is asked of a planning page, as far as it was understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ask {
    /// Which offers count (without `municipality`: a border is no wall).
    pub(crate) query: Query,
    /// Reasonable distance in metres.
    pub(crate) max_distance_m: Option<f64>,
    pub(crate) metric: MetricKind,
    pub(crate) group: PopulationGroup,
    pub(crate) stale_after_months: Option<u32>,
    /// Gap in metres across which unserved cells are one area; `None` = [`MERGE_M`].
    pub(crate) merge_m: Option<f64>,
    /// Whose people are looked at; empty = all.
    pub(crate) municipalities: Vec<Ags>,
    pub(crate) links: LinkChoice,
    pub(crate) scenario: ScenarioRequest,
    /// What the matrix shows in its cells.
    pub(crate) show: Show,
    /// The order of a table.
    pub(crate) sort: Option<Sort>,
    /// The canonical pairs of the shared words, as the page writes them.
    pub(super) shared: Vec<Pair>,
    /// Values that were not understood stay in the address, so that they can be mended.
    pub(super) kept: Vec<Pair>,
}

/// What the cells of the matrix hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Show {
    /// The share of people whom nothing reaches.
    #[default]
    Share,
    /// Their number.
    People,
}

impl Show {
    const ALL: [Self; 2] = [Self::Share, Self::People];

    /// The word in the address.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::People => "people",
        }
    }
}

/// The orders of the tables; each page knows some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Name,
    Unserved,
    Share,
    Median,
    P90,
    Max,
    Topic,
}

impl Sort {
    const ALL: [Self; 7] =
        [Self::Name, Self::Unserved, Self::Share, Self::Median, Self::P90, Self::Max, Self::Topic];

    /// The word in the address.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Unserved => "unserved",
            Self::Share => "share",
            Self::Median => "median",
            Self::P90 => "p90",
            Self::Max => "max",
            Self::Topic => "topic",
        }
    }
}

/// What was read from a query string.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    pub(crate) ask: Ask,
    pub(crate) faults: Vec<Fault>,
    /// Whether the address should be tidied up.
    pub(crate) redirect: bool,
}

/// Reads the query string of a planning page.
pub(crate) fn read(raw: &str, context: &Context) -> Reading {
    let sent = decode_lenient(raw);
    let reference = context.reference();
    let vocabulary = Vocabulary { taxonomy: &reference.taxonomy, now: context.moment.local };
    let words = sent.iter().filter(|(name, _)| !LIST_ONLY.contains(&name.as_str()));
    let words = encode(words.map(|(name, value)| (name.as_str(), value.as_str())));
    let page = read_page(&words, vocabulary, &[], |text| {
        context.snapshot.find_places(text, 1).first().map(|entry| (*entry).clone())
    });
    let mut ask = Ask { query: page.query, ..Ask::default() };
    ask.municipalities = std::mem::take(&mut ask.query.municipalities);
    ask.municipalities.sort_unstable();
    ask.query.served = false;
    ask.shared = decode_lenient(&page.words);
    // An analysis is of one moment, and counts what is surely open.
    let moment = ask.query.open_until.is_none() && ask.query.open_also.is_empty();
    if !moment {
        ask.query.open_at = None;
        ask.query.open_until = None;
        ask.query.open_also.clear();
    }
    ask.shared.retain(|(name, _)| name != "served" && (name != "open" || moment));
    if let Some(pair) = ask.shared.iter_mut().find(|(name, _)| name == "municipality")
        && !ask.municipalities.is_empty()
    {
        pair.1 = joined(&ask.municipalities, ",");
    }
    let half = ["needs_near", "needs_municipality", "needs_moment"];
    let told = page.faults.iter().filter(|f| !half.contains(&f.code.as_ref()));
    let mut faults: Vec<Fault> =
        told.map(|f| fault(&sent, f.parameter.as_deref().unwrap_or_default(), &f.code)).collect();
    if ask.municipalities.iter().any(|ags| reference.municipality(*ags).is_none()) {
        faults.push(fault(&sent, "municipality", "unknown_municipality"));
        ask.municipalities.retain(|ags| reference.municipality(*ags).is_some());
    }
    for (name, value) in own_pairs(&sent) {
        if let Err(code) = ask.take(&name, &value, context) {
            faults.push(fault(&sent, &name, code));
            ask.kept.push((name, value));
        }
    }
    // As many as the interface takes in an address, so that the page's own links to it work.
    if ask.scenario.len() > Question::MAX_CHANGES_IN_URL {
        faults.push(fault(&sent, "add", "too_many"));
        ask.scenario = ScenarioRequest::default();
    }
    ask.settle(context);
    let redirect = differs(&sent, &ask.pairs());
    Reading { ask, faults, redirect }
}

/// Own words with a value: of repeated ones the first, repeated links joined, kilometres turned into metres.
fn own_pairs(sent: &[Pair]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for name in OWN {
        let mut values: Vec<String> = Vec::new();
        for (sent_name, value) in sent.iter().filter(|(_, value)| !value.is_empty()) {
            if sent_name == name {
                values.push(value.clone());
            } else if name == "max_distance_m" && sent_name == KILOMETRES {
                values.push(values::metres_of_km(value));
            }
        }
        let first = |values: Vec<String>| values.into_iter().next().unwrap_or_default();
        let value = if name == "links" { values.join(",") } else { first(values) };
        if !value.is_empty() {
            pairs.push((name.to_owned(), value));
        }
    }
    pairs
}

fn fault(sent: &[Pair], word: &str, code: &str) -> Fault {
    let names = |name: &str| name == word || (word == "max_distance_m" && name == KILOMETRES);
    let value = sent.iter().find(|(name, value)| names(name) && !value.is_empty());
    let value = value.map(|(_, value)| value.chars().take(60).collect()).unwrap_or_default();
    Fault { word: word.to_owned(), code: code.to_owned(), value }
}

/// Whether what was sent is not the canonical form, whatever the order.
fn differs(sent: &[Pair], canonical: &[Pair]) -> bool {
    let mut sent: Vec<&Pair> = sent.iter().collect();
    let mut wanted: Vec<&Pair> = canonical.iter().collect();
    sent.sort_unstable();
    wanted.sort_unstable();
    sent != wanted
}

impl Ask {
    /// Whether more is asked of the offers than their category.
    pub(crate) fn is_narrowed(&self) -> bool {
        !self.query.target_groups.is_empty()
            || !self.query.languages.is_empty()
            || !self.query.accessible.is_empty()
            || !self.query.free.is_empty()
            || !self.query.anonymous.is_empty()
            || self.query.open_at.is_some()
    }

    /// The gap in metres across which unserved cells are one area.
    pub(crate) fn merged_m(&self) -> f64 {
        self.merge_m.unwrap_or(MERGE_M)
    }

    /// Takes an own word; the code of what is wrong with it otherwise.
    fn take(&mut self, name: &str, value: &str, context: &Context) -> Read<()> {
        match name {
            "max_distance_m" => self.max_distance_m = Some(values::distance(value)?),
            "metric" => self.metric = MetricKind::from_word(value).ok_or("not_one_of")?,
            "population" => self.group = PopulationGroup::from_word(value).ok_or("not_one_of")?,
            "stale_after_months" => self.stale_after_months = Some(values::months(value)?),
            "merge_m" => self.merge_m = Some(values::merge(value)?).filter(|m| !is_usual(*m)),
            "links" => self.links = values::links(value, &context.reference().links)?,
            "add" => self.scenario.add = values::points(value)?,
            "move" => self.scenario.moves = values::moves(value)?,
            "close" => self.scenario.close = values::features(value)?,
            "show" => {
                let found = Show::ALL.into_iter().find(|show| show.as_str() == value);
                self.show = found.ok_or("not_one_of")?;
            }
            _ => {
                let found = Sort::ALL.into_iter().find(|sort| sort.as_str() == value);
                self.sort = Some(found.ok_or("not_one_of")?);
            }
        }
        Ok(())
    }

    /// What has no effect leaves the address.
    fn settle(&mut self, context: &Context) {
        if self.metric == MetricKind::Straight {
            self.links = LinkChoice::Default;
        }
        if let ([only], None, None) =
            (&*self.query.categories, self.max_distance_m, self.kept("max_distance_m"))
        {
            let set = &context.reference().region.max_distance_m;
            self.max_distance_m = set.get(only.as_str()).copied();
        }
        if let LinkChoice::Only(ids) = &mut self.links {
            ids.sort_unstable();
            let links = &context.reference().links;
            let mut usual: Vec<&String> =
                links.iter().filter(|link| link.default_on).map(|link| &link.id).collect();
            usual.sort_unstable();
            if usual.iter().copied().eq(ids.iter()) {
                self.links = LinkChoice::Default;
            }
        }
    }

    /// The question for the analysis; `None` while it does not say what is looked for or how far is too far.
    pub(crate) fn question(&self) -> Option<Question> {
        if !self.names_offers() {
            return None;
        }
        Some(Question {
            metric: self.metric,
            group: self.group,
            stale_after_months: self.stale_after_months,
            merge_m: self.merged_m(),
            municipalities: self.municipalities.clone(),
            links: self.links.clone(),
            scenario: self.scenario.clone(),
            ..Question::new(self.query.clone(), self.max_distance_m?)
        })
    }

    /// The question of the matrix; `None` while nothing says how far is too far.
    pub(crate) fn matrix_question(&self, context: &Context) -> Option<MatrixQuestion> {
        if self.max_distance_m.is_none() && context.reference().region.max_distance_m.is_empty() {
            return None;
        }
        Some(MatrixQuestion {
            query: self.query.clone(),
            metric: self.metric,
            group: self.group,
            stale_after_months: self.stale_after_months,
            municipalities: self.municipalities.clone(),
            links: self.links.clone(),
            ..MatrixQuestion::new(self.max_distance_m)
        })
    }

    /// Where neither the address nor the county says how far is too far, the matrix begins with a distance that is
    /// told to be a suggestion; whether it did.
    pub(crate) fn suggest_distance(&mut self, context: &Context) -> bool {
        let of_county = &context.reference().region.max_distance_m;
        let asked = &self.query.categories;
        let has_set = if asked.is_empty() {
            !of_county.is_empty()
        } else {
            asked.iter().any(|code| of_county.contains_key(code.as_str()))
        };
        let needed =
            self.max_distance_m.is_none() && self.kept("max_distance_m").is_none() && !has_set;
        if needed {
            self.max_distance_m = Some(SUGGESTED_M);
        }
        needed
    }

    /// The question about the white spots of one category of the matrix.
    pub(crate) fn for_category(&self, code: &str, max_distance_m: f64) -> Self {
        let mut ask = self.without_scenario().with_shared("category", Some(code));
        ask.kept.clear();
        ask.max_distance_m = Some(max_distance_m);
        ask.show = Show::default();
        ask.sort = None;
        ask
    }

    /// Takes back what the data at hand do not allow; `false` if that changes nothing.
    pub(crate) fn give_way(&mut self, faults: &[QuestionFault]) -> bool {
        let before = self.clone();
        let at = |word: &str| -> Vec<usize> {
            faults.iter().filter(|f| f.word == word).filter_map(|f| f.index).collect()
        };
        let (add, moves, close) = (at("add"), at("move"), at("close"));
        keep_others(&mut self.scenario.add, &add);
        keep_others(&mut self.scenario.moves, &moves);
        keep_others(&mut self.scenario.close, &close);
        for fault in faults {
            match (fault.word, fault.index) {
                ("add" | "move" | "close", None) => self.scenario = ScenarioRequest::default(),
                ("population", _) => self.group = PopulationGroup::default(),
                ("links", _) => self.links = LinkChoice::Default,
                ("metric", _) => self.metric = MetricKind::default(),
                ("municipality", _) => self.municipalities.clear(),
                ("merge_m", _) => self.merge_m = None,
                ("stale_after_months", _) => self.stale_after_months = None,
                ("max_distance_m", _) => self.max_distance_m = None,
                _ => {}
            }
        }
        *self != before
    }

    /// Whether it says which offers count: without that there is no answer.
    pub(crate) fn names_offers(&self) -> bool {
        !self.query.categories.is_empty()
            || !self.query.target_groups.is_empty()
            || self.query.q.is_some()
    }
}

/// Without the values at these places.
fn keep_others<T>(values: &mut Vec<T>, without: &[usize]) {
    let mut place = 0;
    values.retain(|_| {
        place += 1;
        !without.contains(&(place - 1))
    });
}
