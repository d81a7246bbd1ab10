//! `/planung/matrix`: categories against municipalities, a heat map that is a table.

mod rows;

use askama::Template;

use self::rows::{Class, Group, groups, legend};
use super::super::context::Context;
use super::super::shell::{Shell, door};
use super::ask::{Ask, Reading, Show, Sort};
use super::form::Form;
use super::result::{Export, Preparing, Tab, styles, tabs};
use super::tables::fold;
use crate::app::CoverageMatrix;

/// The path of this page.
pub(super) const PATH: &str = "/planung/matrix";

/// A municipality.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) href: String,
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
    /// The same question with the distances of the county; empty where it has set none, or they are used.
    pub(crate) use_county: String,
    /// What an empty distance means; empty where it means nothing.
    pub(crate) distance_hint: &'static str,
    pub(crate) answered: bool,
    pub(crate) preparing: Option<Preparing>,
    pub(crate) form: Form,
    pub(crate) by_people: bool,
    pub(crate) by_topic: bool,
    pub(crate) matrix: Option<MatrixView>,
}

door!(MatrixPage);

impl MatrixPage {
    /// `suggested`: the distance is ours, nobody has named one.
    pub(crate) fn new(
        context: &Context,
        reading: &Reading,
        outcome: MatrixOutcome<'_>,
        suggested: bool,
    ) -> Self {
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
            (Some(_), None) => texts.t("plan-matrix-title-each").to_owned(),
            (None, _) => texts.t("plan-matrix-title").to_owned(),
        };
        let title = texts.t("plan-tab-matrix");
        // The plain page is one, whatever it suggests.
        let mut asked = ask.clone();
        asked.max_distance_m = asked.max_distance_m.filter(|_| !suggested);
        let by_county = !context.reference().region.max_distance_m.is_empty();
        Self {
            shell: Shell::new(&context.prepared, "planning-matrix", title, asked.href(PATH))
                .hidden(asked != Ask::default()),
            intro: intro(context, ask, matrix.is_some() || preparing.is_some(), suggested),
            use_county: if by_county && ask.max_distance_m.is_some() {
                Ask { max_distance_m: None, ..ask.without_faults(faults) }.href(PATH)
            } else {
                String::new()
            },
            distance_hint: if by_county { texts.t("plan-matrix-distance-hint") } else { "" },
            styles: styles(),
            tabs: tabs(context, ask, PATH),
            heading,
            answered: matrix.is_some(),
            preparing,
            form: Form::new(context, PATH, ask, faults),
            by_people: ask.show == Show::People,
            by_topic: ask.sort == Some(Sort::Topic),
            matrix,
        }
    }
}

/// What stands under the heading.
fn intro(context: &Context, ask: &Ask, told: bool, suggested: bool) -> Vec<String> {
    let texts = context.texts;
    let mut lines = vec![texts.t("plan-matrix-intro").to_owned()];
    match ask.max_distance_m {
        Some(metres) if suggested => {
            let distance = texts.threshold(metres);
            lines.push(texts.with("plan-matrix-suggested", &[("distance", (&distance).into())]));
        }
        None if told => lines.push(texts.t("plan-matrix-each").to_owned()),
        None => lines.push(texts.t("plan-intro-no-distance").to_owned()),
        Some(_) => {}
    }
    lines
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
                    kind: "csv-excel",
                    label: texts.t("plan-matrix-csv-excel"),
                    href: touching.api_href("/api/coverage/matrix", &[("f", "csv-excel")]),
                },
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

fn notes(context: &Context, ask: &Ask, matrix: &CoverageMatrix) -> Vec<String> {
    let texts = context.texts;
    let mut notes = vec![
        texts.t("plan-matrix-read").to_owned(),
        texts.t("plan-matrix-unsure").to_owned(),
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
