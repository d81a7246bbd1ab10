//! Categories against municipalities.

use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::error::AnalysisError;
use super::flight::Outcome;
use super::method::{Method, Told};
use super::question::{MatrixQuestion, QuestionFault};
use super::run::{Context, Measured, completeness, of_category, short_hex, snapshot_hash};
use super::supply::{Offers, of_category as facts_of, people_of, places_of};
use crate::atlas::SupplyFact;
use crate::coverage::{MatrixCell, MatrixRow, MatrixSupply, Work, matrix};
use crate::domain::{Ags, Completeness, Facet, Taxonomy, Term, TermCode};

/// Who is not reached by what, category by category and municipality by municipality.
#[derive(Debug, Clone)]
pub struct CoverageMatrix {
    /// What was asked.
    pub question: MatrixQuestion,
    /// The columns: those with most unserved people (over all categories) first.
    pub municipalities: Vec<MatrixMunicipality>,
    /// The rows: those with most unserved people first, those with remote offers only last.
    pub rows: Vec<CategoryRow>,
    /// Categories for which neither the question nor the county says how far is too far.
    pub without_distance: Vec<TermCode>,
    /// How the figures were made.
    pub method: Method,
    /// Hash of all data used.
    pub snapshot: String,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixMunicipality {
    /// Official key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// People of the group asked for.
    pub population: f64,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CategoryRow {
    /// Topic code.
    pub category: TermCode,
    /// Its label in the taxonomy.
    pub label: String,
    /// The distance that was used, in metres.
    pub max_distance_m: f64,
    /// Sites that count.
    pub sites: u32,
    /// Offers that reach people without a distance.
    pub remote: u32,
    /// How complete the collection is here.
    pub completeness: Completeness,
    /// All municipalities looked at together.
    pub total: MatrixCell,
    /// By municipality, in the order of the columns.
    pub cells: Vec<MatrixCell>,
}

/// The topics that offers are filed under: those without topics below them, in the order of the taxonomy.
pub(super) fn topics(taxonomy: &Taxonomy) -> impl Iterator<Item = &Term> {
    let terms = taxonomy.terms().iter().filter(|term| term.facet == Facet::Topic);
    terms.filter(|term| taxonomy.children(term.code.as_str()).next().is_none())
}

/// A category with its place in the taxonomy and its distance.
pub(super) struct Category<'a> {
    pub(super) term: &'a Term,
    pub(super) number: u16,
    pub(super) max_distance_m: Option<f64>,
}

/// The categories of a question: those asked for, or all topics.
pub(super) fn categories<'a>(context: &'a Context, question: &MatrixQuestion) -> Vec<Category<'a>> {
    let reference = &context.ground.reference;
    let taxonomy = &reference.taxonomy;
    let wanted: Vec<&Term> = if question.query.categories.is_empty() {
        topics(taxonomy).collect()
    } else {
        let codes = &question.query.categories;
        taxonomy.terms().iter().filter(|term| codes.contains(&term.code)).collect()
    };
    let numbered = (0..u16::MAX).zip(taxonomy.terms());
    let numbers: Vec<(u16, &Term)> = numbered.collect();
    let each = wanted.into_iter().filter_map(|term| {
        let number = numbers.iter().find(|(_, known)| known.code == term.code)?.0;
        let of_county = reference.region.max_distance_m.get(term.code.as_str()).copied();
        Some(Category { term, number, max_distance_m: question.max_distance_m.or(of_county) })
    });
    each.collect()
}

/// All facts of a question, whatever the category.
pub(super) fn facts(context: &Context, question: &MatrixQuestion) -> Vec<SupplyFact> {
    // One category alone is found by its bitmap; of many all facts are read once.
    let alone = question.query.categories.len() == 1;
    let mut query = question.query.clone();
    if !alone {
        query.categories.clear();
    }
    context.snapshot.supply(&query, &context.moment)
}

struct Prepared<'a> {
    category: &'a Category<'a>,
    max_distance_m: f64,
    offers: Offers,
    measured: Measured,
}

impl Prepared<'_> {
    fn row(&self, context: &Context, found: MatrixRow) -> CategoryRow {
        let (region, term) = (&context.ground.reference.region, self.category.term);
        CategoryRow {
            category: term.code.clone(),
            label: term.label.clone(),
            max_distance_m: self.max_distance_m,
            sites: self.offers.sites.len() as u32,
            remote: self.offers.remote.len() as u32,
            completeness: of_category(region, term.code.as_str()),
            total: found.total,
            cells: found.municipalities,
        }
    }
}

/// Answers.
pub(super) fn run(
    context: &Context,
    question: MatrixQuestion,
    work: &Work,
) -> Outcome<CoverageMatrix> {
    let demand = &context.ground.demand;
    let chosen = places_of(demand, &question.municipalities);
    let all = categories(context, &question);
    let (with, without): (Vec<_>, Vec<_>) =
        all.iter().partition(|category| category.max_distance_m.is_some());
    if with.is_empty() {
        let detail = "is needed: the county has set no distance for any of the categories";
        return Err(AnalysisError::Question(vec![QuestionFault::new(
            "max_distance_m",
            "required",
            detail,
        )]));
    }
    let facts = facts(context, &question);
    let prepared = prepare(context, &question, &facts, &with, work)?;
    let supplies: Vec<MatrixSupply<'_>> = prepared
        .iter()
        .map(|row| MatrixSupply {
            supply: &row.measured.supply,
            metric: row.measured.metric(),
            max_distance_m: row.max_distance_m,
        })
        .collect();
    let found = matrix(demand, &supplies, question.group, chosen.as_deref(), work)?;
    let rows = prepared.iter().zip(found);
    let mut rows: Vec<CategoryRow> = rows.map(|(row, found)| row.row(context, found)).collect();
    // What comes to people or answers by phone alone has nobody within reach and is no gap: last.
    let is_remote = |row: &CategoryRow| row.sites == 0 && row.remote > 0;
    rows.sort_by(|a, b| {
        let by_people = || b.total.unserved.total_cmp(&a.total.unserved);
        let by_code = || a.category.cmp(&b.category);
        is_remote(a).cmp(&is_remote(b)).then_with(by_people).then_with(by_code)
    });
    let places = chosen.unwrap_or_else(|| (0..demand.municipalities().len() as u16).collect());
    let municipalities = sort_columns(context, &question, &places, &mut rows);
    let complete = completeness(&context.ground, &question.query);
    let told = Told {
        ground: &context.ground,
        day: context.moment.today(),
        metric: question.metric,
        links: &question.links,
        group: question.group,
        stale_after_months: question.stale_after_months,
        completeness: complete,
        known: context.known(&question.query),
        is_scenario: false,
    };
    Ok(Arc::new(CoverageMatrix {
        municipalities,
        rows,
        without_distance: without.iter().map(|category| category.term.code.clone()).collect(),
        method: told.method(),
        snapshot: hash(context, &question, &prepared),
        question,
    }))
}

fn prepare<'a>(
    context: &Context,
    question: &MatrixQuestion,
    facts: &[SupplyFact],
    categories: &[&'a Category<'a>],
    work: &Work,
) -> Result<Vec<Prepared<'a>>, AnalysisError> {
    let reading = context.reading(question.stale_after_months, false);
    let paths = context.paths(question.metric, &question.links)?;
    let mut prepared = Vec::with_capacity(categories.len());
    for category in categories {
        let Some(max_distance_m) = category.max_distance_m else { continue };
        let offers = reading.read(facts_of(facts, category.number));
        let measured = Measured::new(offers.supply(), paths.as_ref(), work)?;
        prepared.push(Prepared { category, max_distance_m, offers, measured });
    }
    Ok(prepared)
}

/// Puts the columns with most unserved people first, in the rows alike.
fn sort_columns(
    context: &Context,
    question: &MatrixQuestion,
    places: &[u16],
    rows: &mut [CategoryRow],
) -> Vec<MatrixMunicipality> {
    let demand = &context.ground.demand;
    let unserved = |column: usize| -> f64 {
        rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.unserved).sum()
    };
    let mut order: Vec<(usize, f64)> =
        (0..places.len()).map(|column| (column, unserved(column))).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    for row in rows {
        let cells = order.iter().filter_map(|(column, _)| row.cells.get(*column).copied());
        row.cells = cells.collect();
    }
    let column = |(column, _): &(usize, f64)| {
        let place = *places.get(*column)?;
        let municipality = demand.municipalities().get(usize::from(place))?;
        Some(MatrixMunicipality {
            ags: municipality.ags,
            name: municipality.name.clone(),
            population: people_of(demand, place, question.group),
        })
    };
    order.iter().filter_map(column).collect()
}

fn hash(context: &Context, question: &MatrixQuestion, prepared: &[Prepared<'_>]) -> String {
    let mut hash = Sha256::new();
    for row in prepared {
        hash.update(row.category.term.code.as_str());
        hash.update([0]);
        hash.update(snapshot_hash(&context.ground, &row.offers, question.metric));
    }
    short_hex(&hash.finalize())
}
