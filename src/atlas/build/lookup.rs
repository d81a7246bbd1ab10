//! The reference data, prepared for quick answers while entries are read and questions asked.

use std::collections::HashMap;
use std::sync::Arc;

use crate::atlas::Reference;
use crate::atlas::search::Vocabulary;
use crate::domain::{Ags, Facet, Municipality, TermCode};

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
    /// Words by which terms, organizations and municipalities are found.
    pub(in crate::atlas) vocabulary: Vocabulary,
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
        let vocabulary = Vocabulary::new(&reference);
        Self { reference, terms, municipalities, vocabulary }
    }

    /// The number of a code in a facet.
    pub(in crate::atlas) fn term(&self, code: &TermCode, facet: Facet) -> Option<TermNumber> {
        self.terms.get(code).copied().filter(|term| term.facet == facet)
    }

    /// The facet of a term.
    pub(in crate::atlas) fn facet_of(&self, number: u32) -> Option<Facet> {
        self.reference.taxonomy.terms().get(number as usize).map(|term| term.facet)
    }

    /// Whether a term has none above it.
    pub(in crate::atlas) fn is_top(&self, number: u16) -> bool {
        let term = self.reference.taxonomy.terms().get(usize::from(number));
        term.is_some_and(|term| term.parent.is_none())
    }

    /// A municipality.
    pub(in crate::atlas) fn municipality(&self, ags: Ags) -> Option<&Municipality> {
        let at = *self.municipalities.get(&ags)?;
        self.reference.municipalities.get(at).map(|area| &area.municipality)
    }
}
