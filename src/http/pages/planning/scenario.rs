//! The changes of a scenario, each with the link that takes it back, and what they bring.

use super::super::context::Context;
use super::ask::Ask;
use super::facts::Facts;
use super::tables::change_of;
use crate::coverage::PopulationGroup;

/// A change in thought.
pub(crate) struct ChangeLine {
    pub(crate) text: String,
    /// The page of the site; empty for a new one.
    pub(crate) href: String,
    /// The same question without this change.
    pub(crate) undo: String,
}

/// What a scenario changes.
pub(crate) struct Scenario {
    /// The gain in one line.
    pub(crate) sentence: String,
    pub(crate) changes: Vec<ChangeLine>,
    /// How many changes do not belong to the question, and what becomes of them; empty if all do.
    pub(crate) note: String,
    /// The municipalities it concerns, with the difference.
    pub(crate) municipalities: Vec<String>,
    /// The same question without any change.
    pub(crate) undo_all: String,
}

impl Scenario {
    /// `None` without a scenario.
    pub(crate) fn new(context: &Context, ask: &Ask, facts: Option<&Facts<'_>>) -> Option<Self> {
        if ask.scenario.is_empty() {
            return None;
        }
        let change = facts.and_then(|facts| Some((facts, facts.before.as_ref()?)));
        let sentence =
            change.map(|(_, c)| gain(context, ask.group, c.gained, c.lost)).unwrap_or_default();
        let municipalities = change.map(|(facts, change)| {
            let lines = facts.answer.municipalities.iter().filter_map(|now| {
                let was = change.before.municipalities.iter().find(|m| m.ags == now.ags)?;
                let people = change_of(context, was.unserved - now.unserved);
                let args = [("name", (&now.name).into()), ("people", (&people).into())];
                (!people.is_empty()).then(|| context.texts.with("plan-name-change", &args))
            });
            lines.collect()
        });
        let left_out = facts.map_or(0, |facts| facts.analysed.left_out.len()) as u64;
        Some(Self {
            sentence,
            note: if left_out == 0 {
                String::new()
            } else {
                context.texts.count("plan-scenario-left-out", left_out)
            },
            changes: changes(context, ask, facts),
            municipalities: municipalities.unwrap_or_default(),
            undo_all: ask.without_scenario().href("/planung"),
        })
    }
}

/// "+ 2.140 Menschen erreicht, niemand verliert".
fn gain(context: &Context, group: PopulationGroup, gained: f64, lost: f64) -> String {
    let texts = context.texts;
    let (more, less) = (texts.people_of(group, gained), texts.people_of(group, lost));
    let args = [("gained", (&more).into()), ("lost", (&less).into())];
    let key = match (gained >= 0.5, lost >= 0.5) {
        (true, false) => "plan-gain-only",
        (true, true) => "plan-gain-and-loss",
        (false, true) => "plan-loss-only",
        (false, false) => "plan-no-gain",
    };
    texts.with(key, &args)
}

fn changes(context: &Context, ask: &Ask, facts: Option<&Facts<'_>>) -> Vec<ChangeLine> {
    let texts = context.texts;
    let known = |id| facts.and_then(|facts| facts.site(id));
    let left_out = |id| {
        let list = facts.map(|facts| &facts.analysed.left_out);
        list.and_then(|list| list.iter().find(|site| site.feature_id == id))
    };
    let name = |id| {
        let name = known(id).map(|site| site.name);
        let name = name.or_else(|| left_out(id).map(|site| site.name.clone()));
        name.unwrap_or_else(|| texts.t("plan-site-unknown").to_owned())
    };
    // What does not belong to the question stays in the address, and says that it does not count.
    let told = |id, text: String| {
        if left_out(id).is_some() {
            texts.with("plan-change-left-out", &[("change", (&text).into())])
        } else {
            text
        }
    };
    let href = |id| known(id).map(|site| site.href).unwrap_or_default();
    let undo = |change: &dyn Fn(&mut Ask)| {
        let mut rest = ask.clone();
        change(&mut rest);
        rest.href("/planung")
    };
    let mut lines = Vec::new();
    for (place, point) in ask.scenario.add.iter().enumerate() {
        let number = (place + 1).to_string();
        let near = context.nearest_place_name(*point);
        let args = [("number", (&number).into()), ("place", (&near).into())];
        let key = if near.is_empty() { "plan-change-add" } else { "plan-change-add-near" };
        lines.push(ChangeLine {
            text: texts.with(key, &args),
            href: String::new(),
            undo: undo(&|rest| {
                rest.scenario.add.remove(place);
            }),
        });
    }
    for (place, (id, point)) in ask.scenario.moves.iter().enumerate() {
        let near = context.nearest_place_name(*point);
        let name = name(*id);
        let args = [("name", (&name).into()), ("place", (&near).into())];
        let key = if near.is_empty() { "plan-change-move" } else { "plan-change-move-near" };
        lines.push(ChangeLine {
            text: told(*id, texts.with(key, &args)),
            href: href(*id),
            undo: undo(&|rest| {
                rest.scenario.moves.remove(place);
            }),
        });
    }
    for (place, id) in ask.scenario.close.iter().enumerate() {
        lines.push(ChangeLine {
            text: told(*id, texts.with("plan-change-close", &[("name", (&name(*id)).into())])),
            href: href(*id),
            undo: undo(&|rest| {
                rest.scenario.close.remove(place);
            }),
        });
    }
    lines
}

impl Context {
    /// The part of town or municipality whose point is nearest to a point; empty without any.
    pub(crate) fn nearest_place_name(&self, point: crate::domain::LonLat) -> String {
        use crate::domain::GazetteerKind::{District, Municipality};
        let places = self.reference().gazetteer.iter().filter(|entry| {
            matches!(entry.kind, District | Municipality) && !entry.point_is_fallback
        });
        let nearest =
            places.map(|entry| (crate::spatial::distance::straight_m(entry.point, point), entry));
        let nearest = nearest.min_by(|(a, _), (b, _)| a.total_cmp(b));
        nearest.map(|(_, entry)| entry.name.clone()).unwrap_or_default()
    }
}
