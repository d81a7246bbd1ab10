//! The rows of the heat map: each cell coloured, marked where it is uncertain, named in full, and a link.

use super::super::super::context::Context;
use super::super::ask::{Ask, Show, Sort};
use crate::app::{CategoryRow, CoverageMatrix};
use crate::coverage::MatrixCell;
use crate::domain::Facet;
use crate::texts::Texts;

/// Where a row leads: its categories' white spots.
const COCKPIT: &str = "/planung";
/// Shares of unserved people from which on the next of the five classes begins; nobody at all is a class of its own.
const BREAKS: [f64; 4] = [0.1, 0.3, 0.6, 0.9];
/// Shares of people whose side is uncertain from which on a cell is marked, and marked strongly.
const UNSURE: [f64; 2] = [0.1, 0.5];
/// From how many people on somebody lives there: less is an artefact of the projection.
const SOMEBODY: f64 = 0.5;

/// A category in a municipality.
pub(crate) struct Cell {
    /// Modifier of its colour: `0` (nobody) to `5`, or `none` where distance means nothing.
    pub(crate) class: &'static str,
    /// How uncertain it is: 0, 1 (some) or 2 (most people).
    pub(crate) unsure: usize,
    pub(crate) text: String,
    /// The same for whoever does not see where it stands.
    pub(crate) label: String,
    pub(crate) href: String,
}

/// A category.
pub(crate) struct Row {
    pub(crate) label: String,
    /// Its distance where rows differ, its sites.
    pub(crate) note: String,
    pub(crate) cells: Vec<Cell>,
}

/// Rows under a heading; all rows in one group without a heading where there is one group only.
pub(crate) struct Group {
    pub(crate) heading: String,
    pub(crate) rows: Vec<Row>,
}

/// A class of the legend.
#[allow(clippy::struct_field_names, reason = "the class of the style sheet")]
pub(crate) struct Class {
    pub(crate) class: &'static str,
    pub(crate) unsure: usize,
    pub(crate) label: String,
}

/// Why a category has the figures it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Supply {
    /// Nothing is known that anybody could go to, or that comes.
    Nothing,
    /// There are sites.
    Sites,
    /// It comes to people or answers from afar: no distance.
    Remote,
}

impl Supply {
    fn of(row: &CategoryRow) -> Self {
        match (row.sites, row.remote) {
            (0, 0) => Self::Nothing,
            (0, _) => Self::Remote,
            _ => Self::Sites,
        }
    }
}

/// The rows by what there is, most unserved people first; or by theme.
pub(super) fn groups(
    context: &Context,
    ask: &Ask,
    matrix: &CoverageMatrix,
    order: &[usize],
) -> Vec<Group> {
    let build = |row: &CategoryRow| self::row(context, ask, matrix, row, order);
    let mut groups = if ask.sort == Some(Sort::Topic) {
        by_theme(context, matrix, build)
    } else {
        by_supply(context, matrix, build)
    };
    groups.retain(|group| !group.rows.is_empty());
    if ask.sort != Some(Sort::Topic)
        && let [only] = groups.as_mut_slice()
    {
        only.heading.clear();
    }
    groups
}

fn by_supply(
    context: &Context,
    matrix: &CoverageMatrix,
    build: impl Fn(&CategoryRow) -> Row,
) -> Vec<Group> {
    let texts = context.texts;
    let group = |heading: &str, wanted: Supply| Group {
        heading: heading.to_owned(),
        rows: matrix.rows.iter().filter(|row| Supply::of(row) == wanted).map(&build).collect(),
    };
    vec![
        group(texts.t("plan-matrix-group-none"), Supply::Nothing),
        group(texts.t("plan-matrix-group-sites"), Supply::Sites),
        group(texts.t("plan-matrix-group-remote"), Supply::Remote),
    ]
}

fn by_theme(
    context: &Context,
    matrix: &CoverageMatrix,
    build: impl Fn(&CategoryRow) -> Row,
) -> Vec<Group> {
    let taxonomy = &context.reference().taxonomy;
    let groups = taxonomy.tops(Facet::Topic).map(|top| {
        let below = |row: &&CategoryRow| {
            taxonomy.top_of(row.category.as_str()).is_some_and(|found| found.code == top.code)
        };
        let mut rows: Vec<&CategoryRow> = matrix.rows.iter().filter(below).collect();
        rows.sort_by_key(|row| taxonomy.terms().iter().position(|t| t.code == row.category));
        Group { heading: top.label.clone(), rows: rows.into_iter().map(&build).collect() }
    });
    groups.collect()
}

fn row(
    context: &Context,
    ask: &Ask,
    matrix: &CoverageMatrix,
    row: &CategoryRow,
    order: &[usize],
) -> Row {
    let texts = context.texts;
    let base = ask.for_category(row.category.as_str(), row.max_distance_m);
    let all = texts.t("plan-matrix-total");
    let mut cells = vec![cell(texts, ask.show, row, &row.total, all, base.href(COCKPIT))];
    cells.extend(order.iter().filter_map(|at| {
        let place = matrix.municipalities.get(*at)?;
        let href = base.with_shared("municipality", Some(place.ags.as_str())).href(COCKPIT);
        Some(cell(texts, ask.show, row, row.cells.get(*at)?, &place.name, href))
    }));
    Row { label: row.label.clone(), note: note(context, ask, row), cells }
}

/// What stands under the name of a category: its sites, and its distance where that is not the same for all rows or
/// not what the county has set.
fn note(context: &Context, ask: &Ask, row: &CategoryRow) -> String {
    let texts = context.texts;
    let sites = if Supply::of(row) == Supply::Remote {
        texts.count("plan-matrix-remote-only", u64::from(row.remote))
    } else {
        texts.count("plan-matrix-sites", u64::from(row.sites))
    };
    if ask.max_distance_m.is_none() {
        let distance = texts.threshold(row.max_distance_m);
        let args = [("sites", (&sites).into()), ("distance", (&distance).into())];
        return texts.with("plan-matrix-note", &args);
    }
    let of_county = context.reference().region.max_distance_m.get(row.category.as_str()).copied();
    match of_county.filter(|metres| (metres - row.max_distance_m).abs() > f64::EPSILON) {
        Some(metres) => {
            let distance = texts.threshold(metres);
            let args = [("note", (&sites).into()), ("distance", (&distance).into())];
            texts.with("plan-matrix-of-county", &args)
        }
        None => sites,
    }
}

fn cell(
    texts: &Texts,
    show: Show,
    row: &CategoryRow,
    cell: &MatrixCell,
    name: &str,
    href: String,
) -> Cell {
    let names = [("category", (&row.label).into()), ("name", name.into())];
    let nothing = |key: &str| Cell {
        class: "none",
        unsure: 0,
        text: texts.t("plan-none").to_owned(),
        label: texts.with(key, &names),
        href: href.clone(),
    };
    let Some(share) = cell.share else { return nothing("plan-matrix-cell-nobody") };
    if Supply::of(row) == Supply::Remote {
        return nothing("plan-matrix-cell-remote");
    }
    let (percent, count) = (texts.short_percent(share), texts.short_count(cell.unserved));
    let head_count = texts.head_count(cell.unserved);
    let people = texts.with("plan-matrix-people-of", &[("people", (&head_count).into())]);
    let (text, more) = match show {
        Show::Share => (percent, people),
        Show::People => (count, percent),
    };
    let [category, place] = names;
    let args = [category, place, ("value", (&text).into()), ("more", (&more).into())];
    let mut label = texts.with("plan-matrix-cell", &args);
    let unsure = unsure_of(cell);
    if unsure > 0 {
        let people = texts.head_count(cell.uncertain_any);
        let args = [("cell", (&label).into()), ("people", (&people).into())];
        label = texts.with("plan-matrix-cell-unsure", &args);
    }
    Cell { class: class_of(cell.unserved, share), unsure, text, label, href }
}

/// How much of a cell is uncertain: 0, 1 or 2.
fn unsure_of(cell: &MatrixCell) -> usize {
    if cell.uncertain_any < SOMEBODY || cell.population <= 0.0 {
        return 0;
    }
    let share = cell.uncertain_any / cell.population;
    UNSURE.iter().filter(|from| share >= **from).count()
}

/// `0` for nobody, else the class of the share.
fn class_of(people: f64, share: f64) -> &'static str {
    const NAMES: [&str; 6] = ["0", "1", "2", "3", "4", "5"];
    let class = if people < SOMEBODY {
        0
    } else {
        1 + BREAKS.iter().filter(|from| share >= **from).count()
    };
    NAMES.get(class).copied().unwrap_or("5")
}

/// What colours and marks mean.
pub(super) fn legend(context: &Context) -> Vec<Class> {
    let texts = context.texts;
    let entry = |class, unsure, label: &str| Class { class, unsure, label: label.to_owned() };
    let mut classes = vec![entry("0", 0, texts.t("plan-matrix-nobody"))];
    let starts = std::iter::once(None).chain(BREAKS.iter().map(Some));
    let ends = BREAKS.iter().map(Some).chain(std::iter::once(None));
    for (from, to) in starts.zip(ends) {
        let share = |at: Option<&f64>| at.map(|at| texts.percent(*at)).unwrap_or_default();
        let (first, last) = (share(from), share(to));
        let label = match (from, to) {
            (None, _) => texts.with("plan-class-first", &[("to", (&last).into())]),
            (Some(_), Some(_)) => {
                texts.with("plan-range", &[("from", (&first).into()), ("to", (&last).into())])
            }
            (Some(_), None) => texts.with("plan-class-open", &[("from", (&first).into())]),
        };
        // Any share of a class stands for it.
        let middle = from.copied().unwrap_or_default();
        classes.push(Class { class: class_of(1.0, middle), unsure: 0, label });
    }
    classes.push(entry("none", 0, texts.t("plan-matrix-remote-sign")));
    classes.push(entry("2", 1, texts.t("plan-matrix-unsure-some")));
    classes.push(entry("2", 2, texts.t("plan-matrix-unsure-most")));
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_a_class_of_its_own_and_shares_fall_into_five() {
        let classes = [(0.0, 0.0), (3.0, 0.05), (3.0, 0.1), (3.0, 0.59), (3.0, 0.6), (3.0, 1.0)];
        let found = classes.map(|(people, share)| class_of(people, share));
        assert_eq!(found, ["0", "1", "2", "3", "4", "5"]);
    }

    #[test]
    fn a_cell_is_marked_by_the_share_of_people_whose_side_is_uncertain() {
        let cell = |population, uncertain_any| MatrixCell {
            population,
            unserved: population / 2.0,
            share: Some(0.5),
            uncertain_any,
            age_unknown: 0.0,
        };
        let marks =
            [(100.0, 0.0), (100.0, 9.0), (100.0, 10.0), (100.0, 50.0), (3.0, 0.4), (0.0, 0.0)];
        assert_eq!(
            marks.map(|(people, unsure)| unsure_of(&cell(people, unsure))),
            [0, 0, 1, 2, 0, 0]
        );
    }
}
