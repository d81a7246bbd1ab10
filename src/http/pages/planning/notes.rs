//! How the figures come about, in plain words: sources, estimates, formulas, limits; and what needs no way.

use super::super::context::Context;
use super::ask::Ask;
use super::facts::Facts;
use super::sentence::threshold;
use crate::app::LinkChoice;
use crate::coverage::MetricKind;
use crate::domain::Link;

/// One point of the method: a term and what is to be said of it.
pub(crate) struct Point {
    pub(crate) title: &'static str,
    pub(crate) lines: Vec<String>,
}

/// How the figures come about.
pub(crate) struct Method {
    pub(crate) points: Vec<Point>,
    pub(crate) snapshot: String,
    /// The answer for machines.
    pub(crate) machine: String,
    /// Whom to name where the figures are used.
    pub(crate) attributions: Vec<String>,
}

impl Method {
    pub(crate) fn new(context: &Context, ask: &Ask, facts: &Facts<'_>) -> Self {
        let texts = context.texts;
        let point = |key: &str, lines: Vec<String>| Point {
            title: texts.t(match key {
                "people" => "plan-method-people",
                "sites" => "plan-method-sites",
                "distance" => "plan-method-distance",
                "served" => "plan-method-served",
                "areas" => "plan-method-areas",
                "uncertain" => "plan-method-uncertain",
                _ => "plan-method-limits",
            }),
            lines,
        };
        let limits = ["plan-limit-sample", "plan-limit-way", "plan-limit-estimate"]
            .map(|k| texts.t(k).to_owned());
        Self {
            points: vec![
                point("people", people(context, facts)),
                point("sites", sites(context, facts)),
                point("distance", distance(context, ask)),
                point("served", vec![formula(context, ask)]),
                point("areas", vec![areas(context, ask)]),
                point("uncertain", uncertain(context, ask)),
                point("limits", limits.into()),
            ],
            snapshot: facts.analysed.snapshot.clone(),
            machine: ask.api_href("/api/coverage", &[]),
            attributions: facts.analysed.method.attributions.clone(),
        }
    }
}

fn people(context: &Context, facts: &Facts<'_>) -> Vec<String> {
    let texts = context.texts;
    let method = &facts.analysed.method;
    let mut lines = vec![method.census.note.clone()];
    if let Some(size) = facts.cell_size_m {
        let size = texts.threshold(f64::from(size));
        lines.push(texts.with("plan-method-cells", &[("size", (&size).into())]));
    }
    let factors = facts.answer.municipalities.iter().map(|m| m.factor);
    let (least, most) = factors.fold((f64::INFINITY, 0.0_f64), |(a, b), f| (a.min(f), b.max(f)));
    if least.is_finite() {
        let (least, most) = (texts.hundredths(least), texts.hundredths(most));
        let args = [("least", (&least).into()), ("most", (&most).into())];
        lines.push(texts.with("plan-method-factor", &args));
    }
    let placed = facts.placed_at_centre(context);
    if !placed.is_empty() {
        let list = texts.list(&placed);
        lines.push(texts.with("plan-method-centre", &[("list", (&list).into())]));
    }
    lines
}

fn sites(context: &Context, facts: &Facts<'_>) -> Vec<String> {
    let texts = context.texts;
    let counts = facts.sites;
    let mut lines = vec![texts.count("plan-method-count", u64::from(counts.count))];
    for (key, count) in [
        ("plan-method-outside", counts.outside),
        ("plan-method-restricted", counts.restricted),
        ("plan-method-approximate", counts.approximate),
        ("plan-method-stale", counts.stale),
        ("plan-method-unlocated", facts.analysed.unlocated),
    ] {
        if count > 0 {
            lines.push(texts.count(key, u64::from(count)));
        }
    }
    lines
}

fn distance(context: &Context, ask: &Ask) -> Vec<String> {
    let texts = context.texts;
    if ask.metric == MetricKind::Straight {
        return vec![texts.t("plan-method-straight").to_owned()];
    }
    let mut lines = vec![texts.t("plan-method-overland").to_owned()];
    let used: Vec<String> = context
        .reference()
        .links
        .iter()
        .filter(|link| is_on(ask, link))
        .map(|l| l.name.clone())
        .collect();
    lines.push(if used.is_empty() {
        texts.t("plan-method-no-links").to_owned()
    } else {
        texts.with("plan-method-links", &[("list", (&used.join("; ")).into())])
    });
    lines
}

/// Whether an overland way may take a link.
pub(crate) fn is_on(ask: &Ask, link: &Link) -> bool {
    match &ask.links {
        LinkChoice::Default => link.default_on,
        LinkChoice::Only(ids) => ids.contains(&link.id),
    }
}

fn formula(context: &Context, ask: &Ask) -> String {
    let distance = threshold(context, ask);
    context.texts.with("plan-method-formula", &[("distance", (&distance).into())])
}

fn areas(context: &Context, ask: &Ask) -> String {
    let texts = context.texts;
    if ask.merged_m() > 0.0 {
        let gap = texts.threshold(ask.merged_m());
        return texts.with("plan-method-merge", &[("gap", (&gap).into())]);
    }
    texts.t("plan-method-touch").to_owned()
}

fn uncertain(context: &Context, ask: &Ask) -> Vec<String> {
    let texts = context.texts;
    let stale = match ask.stale_after_months {
        Some(months) => texts.count("plan-method-months", u64::from(months)),
        None => texts.t("plan-method-policy").to_owned(),
    };
    vec![stale, texts.t("plan-method-accuracy").to_owned()]
}

/// Offers that need no way, in words.
pub(crate) fn remote(context: &Context, facts: &Facts<'_>) -> Vec<String> {
    let texts = context.texts;
    let remote = facts.remote;
    let mut lines = Vec::new();
    for (key, count) in [
        ("plan-remote-outreach", remote.outreach),
        ("plan-remote-phone", remote.phone),
        ("plan-remote-online", remote.online),
        ("plan-remote-mobile", remote.mobile),
    ] {
        if count > 0 {
            lines.push(texts.count(key, u64::from(count)));
        }
    }
    if remote.people >= 0.5 {
        let people = texts.head_count(remote.people);
        lines.push(texts.with("plan-remote-people", &[("people", (&people).into())]));
    }
    if remote.undeclared > 0 {
        lines.push(texts.count("plan-remote-undeclared", u64::from(remote.undeclared)));
    }
    lines
}
