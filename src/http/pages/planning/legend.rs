//! What the colours of the map mean, in words and in people.

use super::super::context::Context;
use super::facts::Facts;

/// Unserved people in a cell, from which on the next class begins.
const BREAKS_100_M: [u32; 4] = [10, 25, 50, 100];
/// The same for larger cells.
const BREAKS_LARGE: [u32; 4] = [50, 200, 500, 1500];

/// Where the classes begin, for cells of this size.
pub(crate) fn breaks(cell_size_m: Option<u32>) -> [u32; 4] {
    if cell_size_m.is_some_and(|size| size > 250) { BREAKS_LARGE } else { BREAKS_100_M }
}

/// The class of a cell with so many people of the group, from 0.
pub(crate) fn class_of(people: f64, breaks: [u32; 4]) -> usize {
    breaks.iter().filter(|from| people >= f64::from(**from)).count()
}

/// A class of the map.
pub(crate) struct Class {
    /// Modifier of its swatch.
    pub(crate) sign: &'static str,
    pub(crate) label: String,
    /// People in it; empty where that says nothing.
    pub(crate) people: String,
}

/// The legend of the map.
pub(crate) struct Legend {
    pub(crate) title: String,
    pub(crate) cells: Vec<Class>,
    pub(crate) sites: Vec<Class>,
    /// Of which day the offers are, and which people were counted.
    pub(crate) as_of: String,
}

impl Legend {
    pub(crate) fn new(context: &Context, facts: &Facts<'_>, with_scenario: bool) -> Self {
        let texts = context.texts;
        let breaks = breaks(facts.cell_size_m);
        let totals = &facts.answer.totals;
        let names = ["class-1", "class-2", "class-3", "class-4", "class-5"];
        let mut cells = Vec::new();
        for (place, (class, people)) in names.into_iter().zip(facts.by_class).enumerate() {
            let from = place.checked_sub(1).and_then(|i| breaks.get(i)).copied();
            let to = breaks.get(place).map(|next| next.saturating_sub(1));
            cells.push(Class {
                sign: class,
                label: class_label(context, from, to),
                people: texts.head_count(people),
            });
        }
        let class = |sign, key: &str, people: f64| Class {
            sign,
            label: texts.t(key).to_owned(),
            people: texts.head_count(people),
        };
        cells.push(class("served", "plan-legend-served", totals.served));
        cells.push(class("uncertain", "plan-legend-uncertain", totals.uncertain.any));
        let site =
            |sign, key: &str| Class { sign, label: texts.t(key).to_owned(), people: String::new() };
        let mut sites = vec![
            site("certain", "plan-legend-site"),
            site("approximate", "plan-legend-approximate"),
            site("stale", "plan-legend-stale"),
        ];
        if with_scenario {
            sites.push(site("added", "plan-legend-added"));
            sites.push(site("closed", "plan-legend-closed"));
        }
        let size =
            facts.cell_size_m.map_or_else(String::new, |size| texts.threshold(f64::from(size)));
        let people = texts.people_named(facts.analysed.question.group);
        let args = [("size", (&size).into()), ("people", (&people).into())];
        let title = texts.with("plan-legend-title", &args);
        let method = &facts.analysed.method;
        let day = texts.date(method.day);
        let args = [("day", (&day).into()), ("census", (&method.census.note).into())];
        Self { title, cells, sites, as_of: texts.with("plan-as-of", &args) }
    }
}

fn class_label(context: &Context, from: Option<u32>, to: Option<u32>) -> String {
    let texts = context.texts;
    let number = |n: u32| texts.number(u64::from(n));
    match (from, to) {
        (Some(from), Some(to)) => {
            let (from, to) = (number(from), number(to));
            texts.with("plan-class-range", &[("from", (&from).into()), ("to", (&to).into())])
        }
        (Some(from), None) => texts.with("plan-class-open", &[("from", (&number(from)).into())]),
        (None, to) => {
            let below = number(to.map_or(1, |to| to + 1));
            texts.with("plan-class-first", &[("to", (&below).into())])
        }
    }
}
