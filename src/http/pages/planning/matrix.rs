//! `/planung/matrix`: categories against municipalities, a heat map that is a table.

use askama::Template;

use super::super::context::Context;
use super::super::shell::{Shell, door};
use super::ask::{Ask, Reading, Show, Sort};
use super::form::Form;
use super::result::{Export, Preparing, Tab, styles, tabs};
use super::tables::fold;
use crate::app::{CategoryRow, CoverageMatrix};
use crate::coverage::MatrixCell;
use crate::domain::Facet;
use crate::texts::Texts;

/// Where a row leads: its categories' white spots.
const COCKPIT: &str = "/planung";
/// The path of this page.
pub(super) const PATH: &str = "/planung/matrix";
/// Shares of unserved people from which on the next of the five classes begins; nobody at all is a class of its own.
const BREAKS: [f64; 4] = [0.1, 0.3, 0.6, 0.9];

/// A municipality.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) href: String,
}

/// A category in a municipality.
pub(crate) struct Cell {
    /// Class of the colour: 0 (nobody) to 5.
    pub(crate) class: usize,
    pub(crate) text: String,
    pub(crate) href: String,
}

/// A category.
pub(crate) struct Row {
    pub(crate) label: String,
    /// Its distance where rows differ, its sites.
    pub(crate) note: String,
    pub(crate) cells: Vec<Cell>,
}

/// Rows under a heading; all rows in one group without a heading unless they are sorted by theme.
pub(crate) struct Group {
    pub(crate) heading: String,
    pub(crate) rows: Vec<Row>,
}

/// A class of the legend.
pub(crate) struct Class {
    pub(crate) class: usize,
    pub(crate) label: String,
}

/// The matrix.
pub(crate) struct MatrixView {
    pub(crate) caption: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group>,
    pub(crate) legend: Vec<Class>,
    /// Categories without a distance.
    pub(crate) without: String,
    pub(crate) exports: Vec<Export>,
    pub(crate) notes: Vec<String>,
    pub(crate) snapshot: String,
    pub(crate) attributions: Vec<String>,
}

/// What came of the question.
pub(crate) enum MatrixOutcome<'a> {
    /// It has no distance yet.
    Nothing,
    /// It cannot be answered now.
    Waiting(Preparing),
    /// An answer.
    Answered(&'a CoverageMatrix),
}

/// `/planung/matrix`
#[derive(Template)]
#[template(path = "planning_matrix.html")]
pub(crate) struct MatrixPage {
    pub(crate) shell: Shell,
    pub(crate) styles: String,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) heading: String,
    pub(crate) intro: Vec<String>,
    pub(crate) answered: bool,
    pub(crate) preparing: Option<Preparing>,
    pub(crate) form: Form,
    pub(crate) by_people: bool,
    pub(crate) by_topic: bool,
    pub(crate) matrix: Option<MatrixView>,
}

door!(MatrixPage);

impl MatrixPage {
    pub(crate) fn new(context: &Context, reading: &Reading, outcome: MatrixOutcome<'_>) -> Self {
        let Reading { ask, faults, .. } = reading;
        let texts = context.texts;
        let (preparing, matrix) = match outcome {
            MatrixOutcome::Nothing => (None, None),
            MatrixOutcome::Waiting(waiting) => (Some(waiting), None),
            MatrixOutcome::Answered(matrix) => (None, Some(MatrixView::new(context, ask, matrix))),
        };
        let heading = match (&matrix, ask.max_distance_m) {
            (Some(_), Some(metres)) => {
                let distance = texts.threshold_by(metres, ask.metric);
                texts.with("plan-matrix-title-of", &[("distance", (&distance).into())])
            }
            _ => texts.t("plan-matrix-title").to_owned(),
        };
        let mut intro = vec![texts.t("plan-matrix-intro").to_owned()];
        if matrix.is_none() && preparing.is_none() {
            intro.push(texts.t("plan-intro-no-distance").to_owned());
        }
        let title = texts.t("plan-tab-matrix");
        Self {
            shell: Shell::new(&context.prepared, "planning-matrix", title, ask.href(PATH))
                .hidden(*ask != Ask::default()),
            styles: styles(),
            tabs: tabs(context, ask, PATH),
            heading,
            intro,
            answered: matrix.is_some(),
            preparing,
            form: Form::new(context, PATH, ask, faults),
            by_people: ask.show == Show::People,
            by_topic: ask.sort == Some(Sort::Topic),
            matrix,
        }
    }
}

impl MatrixView {
    fn new(context: &Context, ask: &Ask, matrix: &CoverageMatrix) -> Self {
        let texts = context.texts;
        let mut order: Vec<usize> = (0..matrix.municipalities.len()).collect();
        if ask.sort == Some(Sort::Name) {
            order.sort_by_key(|at| matrix.municipalities.get(*at).map(|m| fold(&m.name)));
        }
        let columns = order
            .iter()
            .filter_map(|at| matrix.municipalities.get(*at))
            .map(|m| Column { name: m.name.clone(), href: format!("/gemeinden/{}", m.ags) });
        let without: Vec<String> = matrix
            .without_distance
            .iter()
            .map(|code| context.term_label(code.as_str()).to_owned())
            .collect();
        let (rows, cells) = (matrix.rows.len() as u64, matrix.municipalities.len() as u64);
        let (rows, cells) = (texts.number(rows), texts.number(cells));
        let args = [("categories", (&rows).into()), ("municipalities", (&cells).into())];
        // The matrix has no areas to join; the interface refuses a word that means nothing.
        let touching = Ask { merge_m: Some(0.0), ..ask.clone() };
        let caption = match ask.show {
            Show::Share => "plan-matrix-caption-share",
            Show::People => "plan-matrix-caption-people",
        };
        Self {
            caption: texts.with(caption, &args),
            columns: columns.collect(),
            groups: groups(context, ask, matrix, &order),
            legend: legend(context),
            without: if without.is_empty() {
                String::new()
            } else {
                let list = texts.list(&without);
                texts.with("plan-matrix-without", &[("list", (&list).into())])
            },
            exports: vec![
                Export {
                    kind: "csv",
                    label: texts.t("plan-matrix-csv"),
                    href: touching.api_href("/api/coverage/matrix", &[("f", "csv")]),
                },
                Export {
                    kind: "json",
                    label: texts.t("plan-export-json"),
                    href: touching.api_href("/api/coverage/matrix", &[]),
                },
            ],
            notes: notes(context, ask, matrix),
            snapshot: matrix.snapshot.clone(),
            attributions: matrix.method.attributions.clone(),
        }
    }
}

/// The rows: most unserved people first, or by theme.
fn groups(context: &Context, ask: &Ask, matrix: &CoverageMatrix, order: &[usize]) -> Vec<Group> {
    let build = |row: &CategoryRow| self::row(context, ask, matrix, row, order);
    if ask.sort != Some(Sort::Topic) {
        return vec![Group {
            heading: String::new(),
            rows: matrix.rows.iter().map(build).collect(),
        }];
    }
    let taxonomy = &context.reference().taxonomy;
    let groups = taxonomy.tops(Facet::Topic).map(|top| {
        let below = |row: &&CategoryRow| {
            taxonomy.top_of(row.category.as_str()).is_some_and(|found| found.code == top.code)
        };
        let mut rows: Vec<&CategoryRow> = matrix.rows.iter().filter(below).collect();
        rows.sort_by_key(|row| taxonomy.terms().iter().position(|t| t.code == row.category));
        Group { heading: top.label.clone(), rows: rows.into_iter().map(build).collect() }
    });
    groups.filter(|group| !group.rows.is_empty()).collect()
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
    let mut cells = vec![cell(texts, ask.show, &row.total, base.href(COCKPIT))];
    cells.extend(order.iter().filter_map(|at| {
        let municipality = matrix.municipalities.get(*at)?;
        let href = base.with_shared("municipality", Some(municipality.ags.as_str())).href(COCKPIT);
        Some(cell(texts, ask.show, row.cells.get(*at)?, href))
    }));
    let sites = texts.count("plan-matrix-sites", u64::from(row.sites));
    let note = if ask.max_distance_m.is_some() {
        sites
    } else {
        let distance = texts.threshold(row.max_distance_m);
        let args = [("sites", (&sites).into()), ("distance", (&distance).into())];
        texts.with("plan-matrix-note", &args)
    };
    Row { label: row.label.clone(), note, cells }
}

fn cell(texts: &Texts, show: Show, cell: &MatrixCell, href: String) -> Cell {
    let share = cell.share.unwrap_or_default();
    let text = match (cell.share, show) {
        (None, _) => texts.t("plan-none").to_owned(),
        (Some(share), Show::Share) => texts.short_percent(share),
        (Some(_), Show::People) => texts.short_count(cell.unserved),
    };
    Cell { class: class_of(cell.unserved, share), text, href }
}

/// 0 for nobody, else the class of the share.
fn class_of(people: f64, share: f64) -> usize {
    if people < 0.5 { 0 } else { 1 + BREAKS.iter().filter(|from| share >= **from).count() }
}

fn legend(context: &Context) -> Vec<Class> {
    let texts = context.texts;
    let mut classes = vec![Class { class: 0, label: texts.t("plan-matrix-nobody").to_owned() }];
    for class in 1..=BREAKS.len() + 1 {
        let from = class.checked_sub(2).and_then(|at| BREAKS.get(at));
        let to = BREAKS.get(class - 1);
        let label = match (from, to) {
            (None, Some(to)) => {
                let to = texts.percent(*to);
                texts.with("plan-class-first", &[("to", (&to).into())])
            }
            (Some(from), Some(to)) => {
                let (from, to) = (texts.percent(*from), texts.percent(*to));
                texts.with("plan-range", &[("from", (&from).into()), ("to", (&to).into())])
            }
            (Some(from), None) => {
                let from = texts.percent(*from);
                texts.with("plan-class-open", &[("from", (&from).into())])
            }
            (None, None) => String::new(),
        };
        classes.push(Class { class, label });
    }
    classes
}

fn notes(context: &Context, ask: &Ask, matrix: &CoverageMatrix) -> Vec<String> {
    let texts = context.texts;
    let mut notes = vec![
        texts.t("plan-matrix-read").to_owned(),
        texts.t("plan-complete-unknown-all").to_owned(),
        matrix.method.census.note.clone(),
        texts.t("plan-limit-way").to_owned(),
    ];
    // The same in every row: it depends on the people alone.
    let unknown = matrix.rows.first().map_or(0.0, |row| row.total.age_unknown);
    if unknown >= 0.5 {
        let everybody = unknown_among(context, matrix);
        let (people, share) = (texts.head_count(unknown), texts.percent(unknown / everybody));
        let args = [("people", (&people).into()), ("share", (&share).into())];
        notes.push(texts.with("plan-matrix-age-unknown", &args));
    }
    if !ask.municipalities.is_empty() {
        let names = ask.municipalities.iter().map(|ags| context.municipality_name(*ags).to_owned());
        let list = texts.list(&names.collect::<Vec<_>>());
        notes.push(texts.with("plan-says-scope", &[("list", (&list).into())]));
    }
    notes
}

/// Everybody in the municipalities of a matrix, whatever their age.
fn unknown_among(context: &Context, matrix: &CoverageMatrix) -> f64 {
    let areas = matrix.municipalities.iter();
    let known = areas.filter_map(|m| context.reference().municipality(m.ags));
    known.map(|area| f64::from(area.population)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_a_class_of_its_own_and_shares_fall_into_five() {
        let classes = [(0.0, 0.0), (3.0, 0.05), (3.0, 0.1), (3.0, 0.59), (3.0, 0.6), (3.0, 1.0)];
        assert_eq!(classes.map(|(people, share)| class_of(people, share)), [0, 1, 2, 3, 4, 5]);
    }
}
