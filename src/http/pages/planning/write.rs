//! Writing the question in its canonical form, for pages and for the machine interface, and putting it otherwise.

use std::fmt::Display;

use super::ask::{Ask, Fault, Show, Sort};
use crate::app::{LinkChoice, ScenarioRequest};
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::LonLat;
use crate::http::params::{NAMES, Pair, encode};

impl Ask {
    /// The canonical pairs.
    pub(super) fn pairs(&self) -> Vec<Pair> {
        let mut out = self.shared.clone();
        out.extend(self.own(true));
        out
    }

    /// The own words in their canonical form; those of the page itself (`show`, `sort`) if asked for.
    fn own(&self, of_page: bool) -> Vec<Pair> {
        let mut out: Vec<Pair> = Vec::new();
        let mut one = |name: &str, value: Option<String>| {
            let value = value.or_else(|| {
                let kept = self.kept.iter().find(|(kept, _)| kept == name);
                kept.filter(|_| of_page).map(|(_, value)| value.clone())
            });
            out.extend(value.map(|value| (name.to_owned(), value)));
        };
        one("max_distance_m", self.max_distance_m.map(|m| m.to_string()));
        let metric = (self.metric != MetricKind::default()).then(|| self.metric.as_str());
        one("metric", metric.map(str::to_owned));
        let group = (self.group != PopulationGroup::default()).then(|| self.group.as_str());
        one("population", group.map(str::to_owned));
        one("stale_after_months", self.stale_after_months.map(|months| months.to_string()));
        // The interface has no gap of its own to fall back on.
        let merge_m =
            if of_page { self.merge_m } else { Some(self.merged_m()).filter(|m| *m > 0.0) };
        one("merge_m", merge_m.map(|m| m.to_string()));
        one(
            "links",
            match &self.links {
                _ if self.metric == MetricKind::Straight => None,
                LinkChoice::Default => None,
                LinkChoice::Only(ids) if ids.is_empty() => Some("none".to_owned()),
                LinkChoice::Only(ids) => Some(ids.join(",")),
            },
        );
        let [add, moves, close] = self.scenario_texts();
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        one("add", filled(add));
        one("move", filled(moves));
        one("close", filled(close));
        if of_page {
            one("show", (self.show != Show::default()).then(|| self.show.as_str().to_owned()));
            one("sort", self.sort.map(|sort| sort.as_str().to_owned()));
        }
        out
    }

    /// The changes of the scenario as the address writes them: `add`, `move`, `close`.
    pub(crate) fn scenario_texts(&self) -> [String; 3] {
        let add: Vec<String> = self.scenario.add.iter().map(|p| point_text(*p)).collect();
        let moves: Vec<String> =
            self.scenario.moves.iter().map(|(id, p)| format!("{id}@{}", point_text(*p))).collect();
        [add.join(";"), moves.join(";"), joined(&self.scenario.close, ",")]
    }

    /// An address: the path with the canonical query.
    pub(crate) fn href(&self, path: &str) -> String {
        address(path, &self.pairs())
    }

    /// The address of a machine interface for the same question: a typed place has become its point.
    pub(crate) fn api_href(&self, path: &str, more: &[(&str, &str)]) -> String {
        let mut pairs = self.shared.clone();
        if let (Some(near), Some(pair)) =
            (self.query.near, pairs.iter_mut().find(|(name, _)| name == "near"))
        {
            pair.1 = point_text(near.point);
        }
        pairs.extend(self.own(false));
        pairs.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        address(path, &pairs)
    }

    /// The shared words that have no field in the form, to be kept by it.
    pub(crate) fn unseen(&self) -> impl Iterator<Item = &Pair> {
        const SEEN: [&str; 8] = [
            "category",
            "target_group",
            "municipality",
            "language",
            "accessible",
            "free",
            "anonymous",
            "open",
        ];
        self.shared.iter().filter(|(name, _)| !SEEN.contains(&name.as_str()))
    }

    /// A value that was not understood, to be shown in its field.
    pub(crate) fn kept(&self, word: &str) -> Option<&str> {
        self.kept.iter().find(|(name, _)| name == word).map(|(_, value)| value.as_str())
    }

    /// The same question with another order of its table.
    pub(crate) fn sorted_by(&self, sort: Option<Sort>) -> Self {
        Self { sort, ..self.clone() }
    }

    /// The same question without its scenario.
    pub(crate) fn without_scenario(&self) -> Self {
        let mut ask = self.clone();
        ask.scenario = ScenarioRequest::default();
        ask.kept.retain(|(name, _)| !["add", "move", "close"].contains(&name.as_str()));
        ask
    }

    /// The same question without what was not understood.
    pub(crate) fn without_faults(&self, faults: &[Fault]) -> Self {
        let mut ask = self.clone();
        ask.kept.clear();
        ask.shared.retain(|(name, _)| !faults.iter().any(|fault| fault.word == *name));
        ask
    }

    /// The same question with one word put otherwise.
    pub(crate) fn with_shared(&self, name: &str, value: Option<&str>) -> Self {
        let mut ask = self.clone();
        ask.shared.retain(|(known, _)| known != name);
        ask.shared.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        // In the order of the readers, so that two ways to the same question have one address.
        ask.shared.sort_by_key(|(name, _)| NAMES.iter().position(|known| known == name));
        ask
    }
}

/// Values as canonical text.
pub(super) fn joined<T: Display>(values: &[T], separator: &str) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}

fn point_text(point: LonLat) -> String {
    format!("{},{}", point.lon, point.lat)
}

fn address(path: &str, pairs: &[Pair]) -> String {
    let query = encode(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
