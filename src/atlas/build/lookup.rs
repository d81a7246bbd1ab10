//! The reference data, prepared for quick answers while entries are read and questions asked.

use std::collections::HashMap;
use std::sync::Arc;

use crate::atlas::Reference;
use crate::atlas::index::text::{Field, TextBuilder, TextIndex};
use crate::domain::{Ags, Facet, Municipality, OrganizationId, TermCode};

/// A term by its number (its place in the taxonomy) and that of its parent.
#[derive(Debug, Clone, Copy)]
pub(in crate::atlas) struct TermNumber {
    /// Its own number.
    pub(in crate::atlas) number: u16,
    /// Its parent's.
    pub(in crate::atlas) parent: Option<u16>,
    /// Its facet.
    pub(in crate::atlas) facet: Facet,
}

/// Reference data with the tables that find things in it.
#[derive(Debug)]
pub(in crate::atlas) struct Lookup {
    /// The data themselves.
    pub(in crate::atlas) reference: Arc<Reference>,
    terms: HashMap<TermCode, TermNumber>,
    municipalities: HashMap<Ags, usize>,
    /// Words of labels and synonyms; documents are term numbers.
    pub(in crate::atlas) term_words: TextIndex,
    /// Organizations in the order of their ids.
    pub(in crate::atlas) organizations: Vec<OrganizationId>,
    /// Words of names; documents are places in `organizations`.
    pub(in crate::atlas) organization_words: TextIndex,
    /// Words of names; documents are places in `reference.municipalities`.
    pub(in crate::atlas) municipality_words: TextIndex,
}

impl Lookup {
    /// Prepares the tables.
    pub(in crate::atlas) fn new(reference: Arc<Reference>) -> Self {
        let terms = (0..u16::MAX)
            .zip(reference.taxonomy.terms())
            .map(|(number, term)| {
                let parent = term.parent.as_ref().and_then(|code| {
                    reference.taxonomy.terms().iter().position(|t| t.code == *code)
                });
                let parent = parent.and_then(|at| u16::try_from(at).ok());
                (term.code.clone(), TermNumber { number, parent, facet: term.facet })
            })
            .collect();
        let municipalities =
            (0..).zip(&reference.municipalities).map(|(i, m)| (m.municipality.ags, i)).collect();
        let mut organizations: Vec<OrganizationId> =
            reference.organizations.keys().copied().collect();
        organizations.sort_unstable();
        Self {
            terms,
            municipalities,
            term_words: term_words(&reference),
            organization_words: organization_words(&reference, &organizations),
            organizations,
            municipality_words: municipality_words(&reference),
            reference,
        }
    }

    /// The number of a code in a facet.
    pub(in crate::atlas) fn term(&self, code: &TermCode, facet: Facet) -> Option<TermNumber> {
        self.terms.get(code).copied().filter(|term| term.facet == facet)
    }

    /// The facet of a term.
    pub(in crate::atlas) fn facet_of(&self, number: u32) -> Option<Facet> {
        self.reference.taxonomy.terms().get(number as usize).map(|term| term.facet)
    }

    /// A municipality.
    pub(in crate::atlas) fn municipality(&self, ags: Ags) -> Option<&Municipality> {
        let at = *self.municipalities.get(&ags)?;
        self.reference.municipalities.get(at).map(|area| &area.municipality)
    }
}

fn term_words(reference: &Reference) -> TextIndex {
    let mut builder = TextBuilder::default();
    for (number, term) in (0..).zip(reference.taxonomy.terms()) {
        for text in std::iter::once(&term.label).chain(&term.synonyms) {
            builder.add(number, Field::Name, text);
        }
    }
    TextIndex::new(vec![builder])
}

fn organization_words(reference: &Reference, ids: &[OrganizationId]) -> TextIndex {
    let mut builder = TextBuilder::default();
    for (number, organization) in
        (0..).zip(ids.iter().filter_map(|id| reference.organizations.get(id)))
    {
        for text in std::iter::once(&organization.name).chain(&organization.short_name) {
            builder.add(number, Field::Organization, text);
        }
    }
    TextIndex::new(vec![builder])
}

fn municipality_words(reference: &Reference) -> TextIndex {
    let mut builder = TextBuilder::default();
    for (number, area) in (0..).zip(&reference.municipalities) {
        builder.add(number, Field::Place, &area.municipality.name);
    }
    TextIndex::new(vec![builder])
}
