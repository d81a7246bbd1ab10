//! The form of the cockpit: a plain form that works by its button.

use super::super::context::Context;
use super::super::search::language_name;
use super::ask::{Ask, Fault, SUGGESTED_M};
use super::notes::is_on;
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::{Facet, Link, YesNo};

/// Months after which an entry may count as stale.
const MONTHS: [u32; 5] = [6, 12, 24, 36, 60];
/// Gaps over which areas may be joined, in metres.
const GAPS: [u32; 6] = [0, 100, 200, 500, 1000, 2000];

/// A value to choose.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// Values under a heading.
pub(crate) struct Group {
    pub(crate) label: String,
    pub(crate) choices: Vec<Choice>,
}

/// An age group; those the grid does not know cannot be chosen.
pub(crate) struct Age {
    pub(crate) choice: Choice,
    pub(crate) known: bool,
}

/// A way over water or a border.
pub(crate) struct LinkChoiceRow {
    pub(crate) id: String,
    pub(crate) label: String,
    /// Length, its basis, season.
    pub(crate) note: String,
    pub(crate) chosen: bool,
}

/// A fault in words, with the field it belongs to.
pub(crate) struct FaultLine {
    pub(crate) word: String,
    /// `id` of the field.
    pub(crate) field: &'static str,
    pub(crate) text: String,
}

/// The form.
#[allow(clippy::struct_excessive_bools, reason = "each is a box of the form, ticked or not")]
pub(crate) struct Form {
    pub(crate) action: &'static str,
    /// Categories by theme; the first of each is the theme as a whole.
    pub(crate) categories: Vec<Group>,
    /// Several categories at once, as links bring them.
    pub(crate) several: Option<Choice>,
    /// Kilometres, with a point.
    pub(crate) distance: String,
    pub(crate) straight: bool,
    pub(crate) links: Vec<LinkChoiceRow>,
    pub(crate) ages: Vec<Age>,
    /// That the grid does not know some ages; empty if it knows all.
    pub(crate) ages_unknown: &'static str,
    pub(crate) targets: Vec<Choice>,
    pub(crate) municipalities: Vec<Choice>,
    pub(crate) months: Vec<Choice>,
    pub(crate) gaps: Vec<Choice>,
    pub(crate) languages: Vec<Choice>,
    pub(crate) accessible: bool,
    pub(crate) free: bool,
    pub(crate) anonymous: bool,
    pub(crate) open: bool,
    /// Whether the further settings hold something.
    pub(crate) more_open: bool,
    pub(crate) add: String,
    pub(crate) moves: String,
    pub(crate) close: String,
    /// Words without a field: name and value.
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) faults: Vec<FaultLine>,
    /// The same question without what was not understood.
    pub(crate) without_faults: String,
}

impl Form {
    /// The distance as people write it: with a comma.
    pub(crate) fn distance_text(&self) -> String {
        self.distance.replace('.', ",")
    }

    pub(crate) fn new(
        context: &Context,
        action: &'static str,
        ask: &Ask,
        faults: &[Fault],
    ) -> Self {
        let [add, moves, close] = ask.scenario_texts();
        let ages = ages(context, ask);
        let all_known = ages.iter().all(|age| age.known);
        let page_words =
            [("show", ask.show.as_str()), ("sort", ask.sort.map_or("", |s| s.as_str()))];
        let unseen = ask.unseen().map(|(name, value)| (name.clone(), value.clone()));
        let page_words = page_words
            .iter()
            .filter(|(name, value)| {
                // The matrix has fields for both; the cockpit has no use for what its cells would show.
                action == "/planung" && *name == "sort" && !value.is_empty()
            })
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let distance = distance(
            ask,
            action != "/planung" && !context.reference().region.max_distance_m.is_empty(),
        );
        Self {
            action,
            categories: categories(context, ask),
            several: several(context, ask),
            distance,
            straight: ask.metric == MetricKind::Straight,
            links: context.reference().links.iter().map(|l| link_row(context, ask, l)).collect(),
            ages,
            ages_unknown: if all_known { "" } else { context.texts.t("plan-ages-not-known") },
            targets: targets(context, ask),
            municipalities: municipalities(context, ask),
            months: months(context, ask),
            gaps: gaps(context, ask),
            languages: languages(context, ask),
            accessible: ask.query.accessible == [YesNo::Yes],
            free: ask.query.free == [YesNo::Yes],
            anonymous: ask.query.anonymous == [YesNo::Yes],
            open: ask.query.open_at.is_some(),
            more_open: has_more(ask) || faults.iter().any(|f| field_of(&f.word).1),
            add,
            moves,
            close,
            hidden: unseen.chain(page_words).collect(),
            without_faults: ask.without_faults(faults).href(action),
            faults: faults.iter().map(|fault| fault_line(context, fault)).collect(),
        }
    }

    /// The fault of a word, to stand at its field; empty if there is none.
    pub(crate) fn fault_of(&self, word: &str) -> &str {
        let found = self.faults.iter().find(|fault| fault.word == word);
        found.map_or("", |fault| fault.text.as_str())
    }
}

/// Whether a further setting is in force.
fn has_more(ask: &Ask) -> bool {
    !ask.municipalities.is_empty()
        || ask.stale_after_months.is_some()
        || ask.merge_m.is_some()
        || ask.is_narrowed()
}

/// Kilometres for the field; empty where the county's own distances may stand in.
fn distance(ask: &Ask, may_be_empty: bool) -> String {
    match (ask.max_distance_m, ask.kept("max_distance_m")) {
        (Some(metres), _) => (metres / 1000.0).to_string(),
        (None, Some(typed)) => typed.to_owned(),
        (None, None) if may_be_empty => String::new(),
        (None, None) => (SUGGESTED_M / 1000.0).to_string(),
    }
}

fn choice(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Choice {
    Choice { value: value.into(), label: label.into(), chosen }
}

fn categories(context: &Context, ask: &Ask) -> Vec<Group> {
    let taxonomy = &context.reference().taxonomy;
    let only = |code: &str| matches!(&*ask.query.categories, [one] if one.as_str() == code);
    let groups = taxonomy.tops(Facet::Topic).map(|top| {
        let whole = context.texts.with("plan-category-all", &[("label", (&top.label).into())]);
        let mut choices = vec![choice(top.code.as_str(), whole, only(top.code.as_str()))];
        let children = taxonomy.children(top.code.as_str());
        choices.extend(children.map(|c| choice(c.code.as_str(), &c.label, only(c.code.as_str()))));
        Group { label: top.label.clone(), choices }
    });
    groups.collect()
}

/// Several categories chosen by a link stand as one choice, so that the form keeps them.
fn several(context: &Context, ask: &Ask) -> Option<Choice> {
    let codes = &ask.query.categories;
    if codes.len() < 2 {
        return None;
    }
    let values: Vec<&str> = codes.iter().map(crate::domain::TermCode::as_str).collect();
    Some(choice(values.join(","), super::sentence::offer_label(context, ask), true))
}

fn link_row(context: &Context, ask: &Ask, link: &Link) -> LinkChoiceRow {
    let texts = context.texts;
    let length = texts.distance(link.length_m);
    let args = [
        ("length", (&length).into()),
        ("basis", (&link.length_basis).into()),
        ("season", (&link.season).into()),
    ];
    let key = if link.season.is_empty() { "plan-link-note" } else { "plan-link-note-season" };
    LinkChoiceRow {
        id: link.id.clone(),
        label: link.name.clone(),
        note: texts.with(key, &args),
        chosen: is_on(ask, link),
    }
}

fn ages(context: &Context, ask: &Ask) -> Vec<Age> {
    let texts = context.texts;
    let label = |group| {
        texts.t(match group {
            PopulationGroup::Total => "plan-age-total",
            PopulationGroup::Lt18 => "ages-lt18",
            PopulationGroup::A18to29 => "ages-18to29",
            PopulationGroup::A30to49 => "ages-30to49",
            PopulationGroup::A50to64 => "ages-50to64",
            PopulationGroup::Ge65 => "ages-ge65",
        })
    };
    let ages = PopulationGroup::ALL.into_iter().map(|group| Age {
        choice: choice(
            if group == PopulationGroup::Total { "" } else { group.as_str() },
            label(group),
            ask.group == group,
        ),
        known: knows(context, group),
    });
    ages.collect()
}

/// Whether every cell of the grid tells how many people of a group it has.
fn knows(context: &Context, group: PopulationGroup) -> bool {
    let mut cells = context.reference().cells.iter().map(|cell| cell.ages);
    match group {
        PopulationGroup::Total => true,
        PopulationGroup::Lt18 => cells.all(|ages| ages.lt18.is_some()),
        PopulationGroup::A18to29 => cells.all(|ages| ages.a18to29.is_some()),
        PopulationGroup::A30to49 => cells.all(|ages| ages.a30to49.is_some()),
        PopulationGroup::A50to64 => cells.all(|ages| ages.a50to64.is_some()),
        PopulationGroup::Ge65 => cells.all(|ages| ages.ge65.is_some()),
    }
}

fn targets(context: &Context, ask: &Ask) -> Vec<Choice> {
    let terms = context.reference().taxonomy.terms().iter();
    let groups = terms.filter(|term| term.facet == Facet::TargetGroup);
    groups
        .map(|term| {
            let chosen = ask.query.target_groups.contains(&term.code);
            choice(term.code.as_str(), &term.label, chosen)
        })
        .collect()
}

fn municipalities(context: &Context, ask: &Ask) -> Vec<Choice> {
    let all = context.reference().municipalities.iter().map(|m| &m.municipality);
    all.map(|m| choice(m.ags.to_string(), &m.name, ask.municipalities.contains(&m.ags))).collect()
}

fn months(context: &Context, ask: &Ask) -> Vec<Choice> {
    let texts = context.texts;
    let mut months: Vec<u32> = MONTHS.to_vec();
    months.extend(ask.stale_after_months.filter(|own| !MONTHS.contains(own)));
    months.sort_unstable();
    let chosen = |n: &u32| ask.stale_after_months == Some(*n);
    months
        .iter()
        .map(|n| choice(n.to_string(), texts.count("plan-months", u64::from(*n)), chosen(n)))
        .collect()
}

fn gaps(context: &Context, ask: &Ask) -> Vec<Choice> {
    let mut gaps: Vec<f64> = GAPS.iter().map(|gap| f64::from(*gap)).collect();
    let chosen = ask.merged_m();
    if !gaps.contains(&chosen) {
        gaps.push(chosen);
        gaps.sort_by(f64::total_cmp);
    }
    let label = |gap: f64| {
        let texts = context.texts;
        if gap > 0.0 {
            let gap = texts.threshold(gap);
            return texts.with("plan-merge-gap", &[("gap", (&gap).into())]);
        }
        texts.t("plan-merge-none").to_owned()
    };
    gaps.into_iter()
        .map(|gap| choice(gap.to_string(), label(gap), (chosen - gap).abs() < f64::EPSILON))
        .collect()
}

/// The languages of the collection, and those asked for.
fn languages(context: &Context, ask: &Ask) -> Vec<Choice> {
    let facets = context.snapshot.facets(&crate::atlas::Query::default(), &context.moment);
    let mut tags: Vec<String> = facets.languages.into_iter().map(|(tag, _)| tag).collect();
    for tag in &ask.query.languages {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    // Several tags may have one name: they are chosen together.
    let mut named: Vec<(&str, Vec<&str>)> = Vec::new();
    for tag in &tags {
        let name = language_name(context, tag);
        match named.iter_mut().find(|(known, _)| *known == name) {
            Some((_, tags)) => tags.push(tag),
            None => named.push((name, vec![tag])),
        }
    }
    let chosen = |tags: &[&str]| {
        !tags.is_empty() && tags.iter().all(|tag| ask.query.languages.iter().any(|l| l == tag))
    };
    named.into_iter().map(|(name, tags)| choice(tags.join(","), name, chosen(&tags))).collect()
}

/// The field of a word, and whether it stands among the further settings.
fn field_of(word: &str) -> (&'static str, bool) {
    match word {
        "category" => ("plan-category", false),
        "max_distance_m" => ("plan-distance", false),
        "population" => ("plan-population", false),
        "metric" => ("plan-metric-straight", false),
        "target_group" => ("plan-target", true),
        "municipality" => ("plan-municipality", true),
        "stale_after_months" => ("plan-stale", true),
        "merge_m" => ("plan-merge", true),
        "language" => ("plan-language", true),
        _ => ("planung-frage", false),
    }
}

fn fault_line(context: &Context, fault: &Fault) -> FaultLine {
    let key = match (fault.word.as_str(), fault.code.as_str()) {
        ("category", _) => "fault-category",
        ("target_group", _) => "fault-target-group",
        ("municipality", _) => "fault-municipality",
        ("max_distance_m", "not_a_number") => "plan-fault-number",
        ("max_distance_m", _) => "plan-fault-distance",
        ("stale_after_months", _) => "plan-fault-months",
        ("merge_m", _) => "plan-fault-merge",
        ("links", _) => "plan-fault-links",
        ("metric", "too_large") => "plan-fault-large",
        ("population", "unknown_ages") => "plan-fault-age-unknown",
        ("add" | "move" | "close", "too_many") => "plan-fault-many",
        ("add" | "move", "outside") => "plan-fault-outside",
        ("add" | "move", "on_water") => "plan-fault-water",
        ("add", "doubled") => "plan-fault-doubled",
        ("move" | "close", "unknown_site" | "not_an_id") => "plan-fault-site",
        ("move" | "close", "used_twice") => "plan-fault-twice",
        ("add" | "move" | "close", _) => "plan-fault-scenario",
        ("near", "unknown_place") => "fault-place",
        _ => "plan-fault-choice",
    };
    let args = [("value", (&fault.value).into()), ("word", (&fault.word).into())];
    FaultLine {
        field: field_of(&fault.word).0,
        text: context.texts.with(key, &args),
        word: fault.word.clone(),
    }
}
