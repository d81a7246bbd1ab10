//! The page of the cockpit, put together.

use askama::Template;

use super::super::context::Context;
use super::super::in_script;
use super::super::shell::{Shell, door};
use super::ask::{Ask, Reading, Show};
use super::facts::Facts;
use super::form::Form;
use super::legend::{Legend, breaks};
use super::notes::{self, Method};
use super::scenario::Scenario;
use super::sentence::{Head, offer_label};
use super::spread::Spread;
use super::stored::StoreDoor;
use super::tables::{Areas, Municipalities};
use super::{PREPARING_S, UNDER_WAY_S};
use crate::coverage::MetricKind;
use crate::http::assets;
use crate::texts::Texts;

/// What came of a question.
pub(crate) enum Outcome<'a> {
    /// Nothing was asked yet, or what was asked cannot be answered.
    Nothing,
    /// Distances overland are being prepared: share that is done, 0 to 1.
    Preparing(f64),
    /// The answer takes long: share that is done, 0 to 1.
    UnderWay(f64),
    /// Too many ask at once.
    Busy,
    /// An answer.
    Answered(Box<Facts<'a>>),
}

/// That an answer is on its way.
pub(crate) struct Preparing {
    pub(crate) title: &'static str,
    pub(crate) text: String,
    pub(crate) percent: Option<u32>,
    /// The same question once more.
    pub(crate) again: String,
    pub(crate) again_text: &'static str,
    /// The same question in a straight line.
    pub(crate) straight: String,
    /// Seconds after which scripts ask again.
    pub(crate) again_after_s: u16,
}

/// A page of the planning part.
pub(crate) struct Tab {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    pub(crate) here: bool,
}

/// A file of the answer.
pub(crate) struct Export {
    pub(crate) kind: &'static str,
    pub(crate) label: &'static str,
    pub(crate) href: String,
}

/// Everything below the map.
pub(crate) struct ResultView {
    pub(crate) cells: String,
    pub(crate) areas: String,
    pub(crate) sites: String,
    pub(crate) scenario: String,
    pub(crate) max_distance_m: f64,
    pub(crate) metric: &'static str,
    pub(crate) breaks: String,
    pub(crate) municipalities_title: String,
    pub(crate) municipalities: Municipalities,
    pub(crate) spread: Option<Spread>,
    pub(crate) remote: Vec<String>,
    pub(crate) exports: Vec<Export>,
    pub(crate) method: Method,
}

/// `/planung`
#[derive(Template)]
#[template(path = "planning.html")]
pub(crate) struct PlanningPage {
    pub(crate) shell: Shell,
    /// Style sheet of the planning pages; empty if the front end was not built.
    pub(crate) styles: String,
    /// Messages for the scripts, safe to stand inside `<script>`.
    pub(crate) script_texts: String,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) kicker: String,
    pub(crate) heading: String,
    pub(crate) intro: Vec<String>,
    pub(crate) answered: bool,
    pub(crate) preparing: Option<Preparing>,
    pub(crate) head: Option<Head>,
    pub(crate) scenario: Option<Scenario>,
    /// Where the question is kept, for those who may.
    pub(crate) store: Option<StoreDoor>,
    pub(crate) form: Form,
    pub(crate) legend: Option<Legend>,
    pub(crate) areas: Option<Areas>,
    pub(crate) result: Option<ResultView>,
}

/// Only what a change of the question replaces.
#[derive(Template)]
#[template(path = "planning_fragment.html")]
pub(crate) struct PlanningFragment(pub(crate) PlanningPage);

impl std::ops::Deref for PlanningFragment {
    type Target = PlanningPage;

    fn deref(&self) -> &PlanningPage {
        &self.0
    }
}

door!(PlanningPage);

impl PlanningPage {
    pub(crate) fn new(context: &Context, reading: &Reading, outcome: &Outcome<'_>) -> Self {
        let Reading { ask, faults, .. } = reading;
        let facts = match outcome {
            Outcome::Answered(facts) => Some(&**facts),
            _ => None,
        };
        let head = facts.map(|facts| Head::new(context, ask, facts));
        let texts = context.texts;
        let heading = match &head {
            Some(head) => head.sentence.clone(),
            None => texts.t("plan-title").to_owned(),
        };
        Self {
            shell: shell(context, ask, head.is_some()),
            styles: styles(),
            script_texts: script_texts(),
            tabs: tabs(context, ask, "/planung"),
            kicker: kicker(context, ask),
            heading,
            intro: intro(context, ask, outcome),
            answered: head.is_some(),
            preparing: preparing(context, ask, outcome),
            head,
            scenario: Scenario::new(context, ask, facts),
            store: None,
            form: Form::new(context, "/planung", ask, faults),
            legend: facts.map(|f| Legend::new(context, f, !ask.scenario.is_empty())),
            areas: facts.map(|facts| Areas::new(context, facts)),
            result: facts.map(|facts| ResultView::new(context, ask, facts)),
        }
    }
}

/// The address of the style sheet of the planning pages.
pub(super) fn styles() -> String {
    assets::CURRENT.url("styles/planning.css").unwrap_or_default()
}

fn script_texts() -> String {
    in_script(Texts::german().planning_script())
}

/// The pages of the planning part; each takes over as much of the question as it understands.
pub(super) fn tabs(context: &Context, ask: &Ask, here: &str) -> Vec<Tab> {
    let texts = context.texts;
    let plain = Ask { show: Show::default(), ..ask.without_scenario().sorted_by(None) };
    let plain = plain.without_faults(&[]);
    let matrix = Ask { merge_m: None, ..plain.clone() }.with_shared("category", None);
    let tab = |label: &str, path: &str, ask: &Ask| Tab {
        label: texts.t(match label {
            "areas" => "plan-tab-areas",
            _ => "plan-tab-matrix",
        }),
        href: ask.href(path),
        here: path == here,
    };
    vec![tab("areas", "/planung", &plain), tab("matrix", "/planung/matrix", &matrix)]
}

fn shell(context: &Context, ask: &Ask, answered: bool) -> Shell {
    let texts = context.texts;
    let label = offer_label(context, ask);
    let title = if answered && !label.is_empty() {
        let distance = super::sentence::threshold(context, ask);
        let args = [("label", (&label).into()), ("distance", (&distance).into())];
        texts.with("plan-title-of", &args)
    } else {
        texts.t("plan-title").to_owned()
    };
    // Every question has an address: only the plain page is for search engines.
    let asked = *ask != Ask::default();
    Shell::new(&context.prepared, "planning", title, ask.href("/planung")).hidden(asked)
}

fn kicker(context: &Context, ask: &Ask) -> String {
    let texts = context.texts;
    let label = offer_label(context, ask);
    if label.is_empty() {
        texts.t("plan-kicker").to_owned()
    } else {
        texts.with("plan-kicker-of", &[("label", (&label).into())])
    }
}

/// What stands under the heading while there is no answer.
fn intro(context: &Context, ask: &Ask, outcome: &Outcome<'_>) -> Vec<String> {
    let texts = context.texts;
    if !matches!(outcome, Outcome::Nothing) {
        return Vec::new();
    }
    let key = match (ask.names_offers(), ask.max_distance_m.is_some()) {
        (false, true) => "plan-intro-no-offer",
        (true, false) => "plan-intro-no-distance",
        _ => "plan-intro",
    };
    vec![texts.t(key).to_owned(), context.reference().region.sample_notice.clone()]
}

fn preparing(context: &Context, ask: &Ask, outcome: &Outcome<'_>) -> Option<Preparing> {
    match outcome {
        Outcome::Preparing(progress) => {
            Some(Preparing::overland(context, ask, "/planung", *progress))
        }
        Outcome::UnderWay(progress) => {
            Some(Preparing::under_way(context, ask, "/planung", *progress))
        }
        Outcome::Busy => Some(Preparing::busy(context, ask, "/planung")),
        Outcome::Nothing | Outcome::Answered(_) => None,
    }
}

impl Preparing {
    /// Distances overland are being prepared.
    pub(super) fn overland(context: &Context, ask: &Ask, path: &str, progress: f64) -> Self {
        let texts = context.texts;
        let percent = percent_of(progress);
        let number = percent.to_string();
        let straight = Ask { metric: MetricKind::Straight, ..ask.clone() }.without_faults(&[]);
        Self {
            title: texts.t("plan-preparing"),
            text: texts.with("plan-preparing-percent", &[("number", (&number).into())]),
            percent: Some(percent),
            again: ask.href(path),
            again_text: texts.t("plan-preparing-again"),
            straight: straight.href(path),
            again_after_s: PREPARING_S,
        }
    }

    /// The answer takes long.
    pub(super) fn under_way(context: &Context, ask: &Ask, path: &str, progress: f64) -> Self {
        let texts = context.texts;
        let percent = percent_of(progress);
        let number = percent.to_string();
        Self {
            title: texts.t("plan-under-way"),
            text: texts.with("plan-under-way-percent", &[("number", (&number).into())]),
            percent: Some(percent),
            again: ask.href(path),
            again_text: texts.t("plan-under-way-look"),
            straight: String::new(),
            again_after_s: UNDER_WAY_S,
        }
    }

    /// Too many ask at once.
    pub(super) fn busy(context: &Context, ask: &Ask, path: &str) -> Self {
        Self {
            title: context.texts.t("plan-busy"),
            text: context.texts.t("plan-busy-text").to_owned(),
            percent: None,
            again: ask.href(path),
            again_text: context.texts.t("plan-preparing-again"),
            straight: String::new(),
            again_after_s: PREPARING_S,
        }
    }
}

/// A share in whole percent; never all of it while something is left to do.
fn percent_of(share: f64) -> u32 {
    ((share.clamp(0.0, 1.0) * 100.0).round() as u32).min(99)
}

impl ResultView {
    fn new(context: &Context, ask: &Ask, facts: &Facts<'_>) -> Self {
        let texts = context.texts;
        let base = ask.without_scenario();
        let export = |kind, label: &str, more: &[(&str, &str)]| Export {
            kind,
            label: texts.t(match label {
                "csv" => "plan-export-csv",
                "csv-excel" => "plan-export-csv-excel",
                "geojson" => "plan-export-geojson",
                _ => "plan-export-json",
            }),
            href: ask.api_href("/api/coverage", more),
        };
        let count = facts.answer.municipalities.len() as u64;
        Self {
            cells: ask.api_href("/api/coverage/cells", &[("f", "bin")]),
            areas: ask.api_href("/api/coverage", &[("f", "geojson")]),
            sites: ask.api_href("/api/coverage/sites", &[]),
            scenario: base.api_href("/api/coverage/scenario", &[]),
            max_distance_m: ask.max_distance_m.unwrap_or_default(),
            metric: ask.metric.as_str(),
            breaks: breaks(facts.cell_size_m).map(|b| b.to_string()).join(","),
            municipalities_title: texts.count("plan-municipalities", count),
            municipalities: Municipalities::new(context, ask, facts),
            spread: Spread::new(context, ask, &facts.answer.distribution),
            remote: notes::remote(context, facts),
            exports: vec![
                export("csv-excel", "csv-excel", &[("f", "csv-excel")]),
                export("csv", "csv", &[("f", "csv")]),
                export("geojson", "geojson", &[("f", "geojson")]),
                export("json", "json", &[]),
            ],
            method: Method::new(context, ask, facts),
        }
    }
}
