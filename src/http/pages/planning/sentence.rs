//! The sentence on top, and what belongs beside it: who is concerned most, what is uncertain, what is not known.

use super::super::context::Context;
use super::ask::Ask;
use super::facts::Facts;
use crate::coverage::{Answer, MunicipalityCoverage};
use crate::domain::Completeness;

/// From how many people on somebody lives there: less is an artefact of the projection.
const SOMEBODY: f64 = 0.5;
/// How many municipalities are named.
const NAMED: usize = 3;

/// What stands above the map.
pub(crate) struct Head {
    /// The answer in one sentence.
    pub(crate) sentence: String,
    /// What follows it.
    pub(crate) more: Vec<String>,
    /// The figures behind it.
    pub(crate) figures: Vec<Figure>,
    /// How complete the collection is.
    pub(crate) complete: &'static str,
    /// Of what is in the collection: the kinds of not-knowing, kept apart.
    pub(crate) doubts: Vec<Doubt>,
}

/// A figure with its meaning.
pub(crate) struct Figure {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) note: String,
    /// Class of its mark.
    pub(crate) class: &'static str,
}

/// One kind of not-knowing.
pub(crate) struct Doubt {
    pub(crate) title: &'static str,
    pub(crate) text: String,
}

impl Head {
    pub(crate) fn new(context: &Context, ask: &Ask, facts: &Facts<'_>) -> Self {
        Self {
            sentence: sentence(context, ask, facts),
            more: more(context, ask, facts),
            figures: figures(context, ask, facts.answer),
            complete: context.texts.t(match facts.analysed.completeness {
                Completeness::Unknown => "plan-complete-unknown",
                Completeness::Partial => "plan-complete-partial",
                Completeness::Complete => "plan-complete-yes",
            }),
            doubts: doubts(context, ask, facts),
        }
    }
}

/// What is looked for, as the end of "weiter als 5 km …".
pub(crate) fn offer(context: &Context, ask: &Ask) -> String {
    let texts = context.texts;
    let label = offer_label(context, ask);
    let targets: Vec<String> = ask.query.target_groups.iter().map(|c| term(context, c)).collect();
    let target = texts.list(&targets);
    let args = [("label", (&label).into()), ("target", (&target).into())];
    match (label.is_empty(), target.is_empty()) {
        (false, true) => texts.with("plan-offer-category", &args),
        (false, false) => texts.with("plan-offer-category-target", &args),
        (true, false) => texts.with("plan-offer-target", &args),
        (true, true) => texts.t("plan-offer-any").to_owned(),
    }
}

/// The categories asked for, as a name.
pub(crate) fn offer_label(context: &Context, ask: &Ask) -> String {
    let labels: Vec<String> = ask.query.categories.iter().map(|c| term(context, c)).collect();
    context.texts.list(&labels)
}

fn term(context: &Context, code: &crate::domain::TermCode) -> String {
    context.term_label(code.as_str()).to_owned()
}

/// The threshold and how it is measured.
pub(crate) fn threshold(context: &Context, ask: &Ask) -> String {
    context.texts.threshold_by(ask.max_distance_m.unwrap_or_default(), ask.metric)
}

fn concerned(answer: &Answer) -> Vec<&MunicipalityCoverage> {
    let mut found: Vec<&MunicipalityCoverage> =
        answer.municipalities.iter().filter(|m| m.unserved >= SOMEBODY).collect();
    found.sort_by(|a, b| b.unserved.total_cmp(&a.unserved).then_with(|| a.ags.cmp(&b.ags)));
    found
}

fn sentence(context: &Context, ask: &Ask, facts: &Facts<'_>) -> String {
    let texts = context.texts;
    let totals = &facts.answer.totals;
    let (offer, distance) = (offer(context, ask), threshold(context, ask));
    let concerned = concerned(facts.answer);
    let shown = if facts.sites.count == 0 { totals.population } else { totals.unserved };
    let people = texts.people_of(ask.group, shown);
    let number = texts.number(concerned.len() as u64);
    let name = concerned.first().map(|m| m.name.as_str()).unwrap_or_default();
    let args = [
        ("people", (&people).into()),
        ("distance", (&distance).into()),
        ("offer", (&offer).into()),
        ("count", (concerned.len() as u64).into()),
        ("number", (&number).into()),
        ("name", name.into()),
        ("nobody", texts.nobody_of(ask.group).into()),
    ];
    let key = if totals.population < SOMEBODY {
        "plan-says-nobody-lives"
    } else if facts.sites.count == 0 && ask.is_narrowed() {
        "plan-says-no-match"
    } else if facts.sites.count == 0 {
        "plan-says-no-offer"
    } else if totals.unserved < SOMEBODY {
        "plan-says-all-served"
    } else if totals.served < SOMEBODY {
        "plan-says-none-served"
    } else {
        "plan-says-unserved"
    };
    let sentence = texts.with(key, &args);
    if ask.scenario.is_empty() {
        return sentence;
    }
    // What is only imagined must not be quoted as a fact.
    texts.with("plan-says-imagined", &[("sentence", (&sentence).into())])
}

fn more(context: &Context, ask: &Ask, facts: &Facts<'_>) -> Vec<String> {
    let texts = context.texts;
    let totals = &facts.answer.totals;
    let mut lines = Vec::new();
    let concerned = concerned(facts.answer);
    if concerned.len() > 1 && facts.sites.count > 0 {
        let named = concerned.iter().take(NAMED).map(|m| {
            let people = texts.head_count(m.unserved);
            texts.with(
                "plan-name-people",
                &[("name", (&m.name).into()), ("people", (&people).into())],
            )
        });
        let list = texts.list(&named.collect::<Vec<_>>());
        lines.push(texts.with("plan-says-most", &[("list", (&list).into())]));
    }
    let doubtful = uncertain_unserved(facts.answer);
    if doubtful >= SOMEBODY {
        let people = texts.head_count(doubtful);
        lines.push(texts.with("plan-says-uncertain", &[("people", (&people).into())]));
    }
    let unknown = totals.age_unknown;
    if unknown.people >= SOMEBODY {
        let (people, far) = (texts.head_count(unknown.people), texts.head_count(unknown.unserved));
        let share = texts.percent(unknown.share.unwrap_or_default());
        let distance = threshold(context, ask);
        let args = [
            ("people", (&people).into()),
            ("share", (&share).into()),
            ("far", (&far).into()),
            ("distance", (&distance).into()),
        ];
        lines.push(texts.with("plan-says-age-unknown", &args));
    }
    if facts.sites.count > 0 && totals.without_any >= SOMEBODY {
        let people = texts.people_of(ask.group, totals.without_any);
        lines.push(texts.with("plan-says-no-path", &[("people", (&people).into())]));
    }
    if facts.remote.count > 0 {
        lines.push(texts.count("plan-says-remote", u64::from(facts.remote.count)));
    }
    if !ask.municipalities.is_empty() {
        let names = ask.municipalities.iter().map(|ags| context.municipality_name(*ags).to_owned());
        let list = texts.list(&names.collect::<Vec<_>>());
        lines.push(texts.with("plan-says-scope", &[("list", (&list).into())]));
    }
    lines
}

/// Of the unserved: those who may be served after all. (Only the place of a site makes the unserved uncertain.)
fn uncertain_unserved(answer: &Answer) -> f64 {
    answer.unserved_areas.iter().map(|area| area.uncertain.any).sum()
}

fn figures(context: &Context, ask: &Ask, answer: &Answer) -> Vec<Figure> {
    let texts = context.texts;
    let totals = &answer.totals;
    let share = |people: f64| {
        if totals.population > 0.0 {
            texts.percent(people / totals.population)
        } else {
            String::new()
        }
    };
    let distance = threshold(context, ask);
    let mut figures = vec![
        Figure {
            value: texts.head_count(totals.served),
            label: texts.with("plan-figure-served", &[("distance", (&distance).into())]),
            note: share(totals.served),
            class: "served",
        },
        Figure {
            value: texts.head_count(totals.unserved),
            label: texts.t("plan-figure-unserved").to_owned(),
            note: share(totals.unserved),
            class: "unserved",
        },
        Figure {
            value: texts.head_count(totals.uncertain.any),
            label: uncertain_label(context, answer),
            note: share(totals.uncertain.any),
            class: "uncertain",
        },
    ];
    if let (Some(median), Some(p90)) = (totals.distance_m.median, totals.distance_m.p90) {
        let p90 = texts.distance_beside(p90, ask.max_distance_m);
        figures.push(Figure {
            value: texts.distance_beside(median, ask.max_distance_m),
            label: texts.t("plan-figure-median").to_owned(),
            note: texts.with("plan-figure-p90", &[("distance", (&p90).into())]),
            class: "distance",
        });
    }
    figures
}

/// The two reasons for doubt, kept apart.
fn uncertain_label(context: &Context, answer: &Answer) -> String {
    let texts = context.texts;
    let uncertain = answer.totals.uncertain;
    let (stale, approximate) =
        (texts.head_count(uncertain.stale), texts.head_count(uncertain.approximate));
    let args = [("stale", (&stale).into()), ("approximate", (&approximate).into())];
    let key = match (uncertain.stale >= SOMEBODY, uncertain.approximate >= SOMEBODY) {
        (true, true) => "plan-figure-uncertain-both",
        (true, false) => "plan-figure-uncertain-stale",
        (false, true) => "plan-figure-uncertain-approximate",
        (false, false) => "plan-figure-uncertain",
    };
    let reasons = texts.with(key, &args);
    // The sentence above speaks of the unserved alone: the tile has to say how the two belong together.
    let unserved = uncertain_unserved(answer);
    if unserved < SOMEBODY || uncertain.any - unserved < SOMEBODY {
        return reasons;
    }
    let (near, far) = (texts.head_count(uncertain.any - unserved), texts.head_count(unserved));
    let args =
        [("reasons", (&reasons).into()), ("served", (&near).into()), ("unserved", (&far).into())];
    texts.with("plan-figure-uncertain-sides", &args)
}

fn doubts(context: &Context, ask: &Ask, facts: &Facts<'_>) -> Vec<Doubt> {
    let texts = context.texts;
    let totals = &facts.answer.totals;
    let told = |key: &str, people: f64| {
        let people = texts.people_of(ask.group, people);
        texts.with(key, &[("people", (&people).into())])
    };
    let mut doubts = Vec::new();
    if totals.uncertain.stale >= SOMEBODY {
        let text = told("plan-doubt-stale-text", totals.uncertain.stale);
        doubts.push(Doubt { title: texts.t("plan-doubt-stale"), text });
    }
    if totals.uncertain.approximate >= SOMEBODY {
        let text = told("plan-doubt-approximate-text", totals.uncertain.approximate);
        doubts.push(Doubt { title: texts.t("plan-doubt-approximate"), text });
    }
    doubts
}
