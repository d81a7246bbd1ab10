//! What is near and what is far for the people of a municipality, in plain words.

use std::sync::Arc;
use std::time::Duration;

use super::super::context::Context;
use super::super::entry::Link;
use super::super::places::distance_words;
use super::super::query::Words;
use crate::app::{App, CoverageMatrix, MatrixQuestion};
use crate::coverage::MatrixCell;
use crate::domain::Municipality;

/// Share of people from which on something is near for nearly all.
const MOST: f64 = 0.9;
/// Share of people below which something is far for most.
const FEW: f64 = 0.5;
/// How long the page waits for the figures: it is complete without them.
const PATIENCE: Duration = Duration::from_secs(2);

/// Categories with the same distance to most people.
pub(crate) struct Band {
    pub(crate) title: &'static str,
    pub(crate) links: Vec<Link>,
}

/// What is near and what is far.
pub(crate) struct NearAndFar {
    pub(crate) intro: String,
    pub(crate) bands: Vec<Band>,
    /// What the figures are made of.
    pub(crate) note: String,
}

/// The figures of all municipalities, the same for every page; `None` if they cannot be had soon.
pub(super) async fn figures(app: &App) -> Option<Arc<CoverageMatrix>> {
    let near_m = app.atlas.snapshot().reference().region.near_m;
    let asked = app.coverage_matrix(MatrixQuestion::new(Some(near_m)));
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(matrix)) => Some(matrix),
        Ok(Err(error)) => {
            tracing::warn!(%error, "a municipality is shown without what is near and far");
            None
        }
        Err(_) => None,
    }
}

impl NearAndFar {
    /// `None` where there is nothing to tell.
    pub(crate) fn new(
        context: &Context,
        municipality: &Municipality,
        matrix: &CoverageMatrix,
    ) -> Option<Self> {
        let texts = context.texts;
        let column = matrix.municipalities.iter().position(|m| m.ags == municipality.ags)?;
        let (mut near, mut some, mut far) = (Vec::new(), Vec::new(), Vec::new());
        let unsited = super::offers::without_site(context, municipality.ags);
        for row in matrix.rows.iter().filter(|row| row.sites > 0) {
            let Some(reached) = row.cells.get(column).and_then(reached) else { continue };
            let categories = vec![row.category.clone()];
            let percent = texts.percent(reached);
            let mut note = texts.with("near-share", &[("share", (&percent).into())]);
            // Who has it far wants to know how far.
            let away = (reached < FEW)
                .then(|| super::offers::nearest_m(context, municipality, &row.category))
                .flatten();
            if let Some((metres, exact)) = away {
                let distance = distance_words(texts, metres, exact);
                note = texts.with("near-distance", &[("distance", (&distance).into())]);
            }
            // "Far" is the site: what comes or answers from afar is here all the same, and said to be so above.
            let comes = unsited.iter().find(|(code, _)| *code == row.category);
            if let Some((_, count)) = comes.filter(|_| reached < FEW) {
                let comes = texts.count("near-comes", *count);
                let args = [("note", (&note).into()), ("comes", (&comes).into())];
                note = texts.with("near-note-comes", &args);
            }
            let link = Link {
                label: context.term_label(row.category.as_str()).to_owned(),
                href: Words {
                    categories,
                    near: Some(municipality.name.clone()),
                    ..Words::default()
                }
                .href("/"),
                note,
                translated: false,
            };
            match reached {
                _ if reached >= MOST => near.push((reached, link)),
                _ if reached >= FEW => some.push((reached, link)),
                // Sorted from near to far: what has no distance stands at the end.
                _ => far.push((-away.map_or(f64::INFINITY, |(metres, _)| metres), link)),
            }
        }
        let band = |key: &str, links: Vec<(f64, Link)>| Band {
            title: texts.t(match key {
                "near" => "near-most",
                "some" => "near-some",
                _ => "near-few",
            }),
            links: sorted(links),
        };
        let bands = vec![band("near", near), band("some", some), band("far", far)];
        let bands: Vec<Band> = bands.into_iter().filter(|band| !band.links.is_empty()).collect();
        let distance = texts.threshold(context.reference().region.near_m);
        let args = [("distance", (&distance).into()), ("name", (&municipality.name).into())];
        (!bands.is_empty()).then(|| Self {
            intro: texts.with("near-intro", &args),
            bands,
            note: texts.with(
                "near-note",
                &[
                    ("note", (&context.census_note(&matrix.method.census.note)).into()),
                    ("name", (&municipality.name).into()),
                ],
            ),
        })
    }
}

/// The share of people who have it near.
fn reached(cell: &MatrixCell) -> Option<f64> {
    cell.share.map(|share| 1.0 - share)
}

/// The nearest first; of equal ones by name.
fn sorted(mut links: Vec<(f64, Link)>) -> Vec<Link> {
    links.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.label.cmp(&other.label)));
    links.into_iter().map(|(_, link)| link).collect()
}
