//! What the rendering of one page is given.

use std::sync::Arc;

use chrono_tz::Tz;

use super::hours::Hours;
use super::prepared::Prepared;
use super::query::{Reading, read};
use crate::app::App;
use crate::atlas::{Moment, Reference, SiteRef, SiteView, Snapshot};
use crate::domain::{CountyTexts, CrisisNumber, Language, NumberText, RegionWord, Term};
use crate::http::language::language;
use crate::texts::Texts;

/// One state of the data at one moment, with the texts of one language.
pub(crate) struct Context {
    /// The state of everything public.
    pub(crate) snapshot: Arc<Snapshot>,
    /// What pages share as long as the reference data stay the same.
    pub(crate) prepared: Arc<Prepared>,
    /// Now, in the region.
    pub(crate) moment: Moment,
    /// The texts.
    pub(crate) texts: &'static Texts,
    /// The clock of the region.
    pub(crate) zone: Tz,
}

impl Context {
    /// The present state and moment.
    pub(crate) fn new(app: &App) -> Self {
        let snapshot = app.atlas.snapshot();
        let prepared = Prepared::of(snapshot.reference(), app, language());
        Self {
            snapshot,
            prepared,
            moment: app.moment(),
            texts: Texts::of(language()),
            zone: app.settings.timezone,
        }
    }

    /// A site with its entry in the language of the page, as far as people have translated it.
    pub(crate) fn view(&self, site: SiteRef) -> Option<SiteView> {
        let view = self.snapshot.view(site, &self.moment)?;
        Some(view.in_language(self.language()))
    }

    /// The words of a query string.
    pub(crate) fn read(&self, raw: &str) -> Reading {
        read(raw, self.reference(), self.moment.local, |text| {
            self.snapshot.find_places(text, 1).first().map(|entry| (*entry).clone())
        })
    }

    /// What the entries refer to.
    pub(crate) fn reference(&self) -> &Reference {
        self.snapshot.reference()
    }

    /// What tells of opening hours.
    pub(crate) fn hours(&self) -> Hours<'_> {
        let calendar = &self.reference().calendar;
        Hours { texts: self.texts, moment: &self.moment, calendar, zone: self.zone }
    }

    /// The name of a municipality; empty if the county has none of this key.
    pub(crate) fn municipality_name(&self, ags: crate::domain::Ags) -> &str {
        self.reference().municipality(ags).map_or("", |m| m.name.as_str())
    }

    /// The language of the page.
    pub(crate) fn language(&self) -> Language {
        self.texts.language()
    }

    /// The county's own words in the language of the page; `None` in German and where there are none.
    pub(crate) fn county_texts(&self) -> Option<&CountyTexts> {
        self.reference().languages.get(&self.language())
    }

    /// The label of a term; its code if the classification has none.
    pub(crate) fn term_label<'a>(&'a self, code: &'a str) -> &'a str {
        self.reference().taxonomy.find(code).map_or(code, |term| self.label(term))
    }

    /// The label of a term in the language of the page.
    pub(crate) fn label<'a>(&'a self, term: &'a Term) -> &'a str {
        self.reference().label_in(term, self.language())
    }

    /// The words about an emergency number in the language of the page.
    pub(crate) fn number_text(&self, number: &CrisisNumber) -> NumberText {
        let known = self.county_texts().and_then(|texts| texts.numbers.get(&number.id));
        known.cloned().unwrap_or_else(|| NumberText {
            name: number.name.clone(),
            available: number.available.clone(),
            for_whom: number.for_whom.clone(),
        })
    }

    /// What estimates of people are made of: translated where it is the note of the package's own cells.
    pub(crate) fn census_note(&self, note: &str) -> String {
        let own = self.reference().region.population_note == note;
        if own { self.region_text(RegionWord::PopulationNote).to_owned() } else { note.to_owned() }
    }

    /// A German label in the language of the page; the same text where no term is called so.
    pub(crate) fn in_page_language<'a>(&'a self, german: &'a str) -> &'a str {
        if self.language() == Language::German {
            return german;
        }
        let terms = self.reference().taxonomy.terms();
        terms.iter().find(|term| term.label == german).map_or(german, |term| self.label(term))
    }

    /// A word of the county about itself in the language of the page.
    pub(crate) fn region_text(&self, word: RegionWord) -> &str {
        self.reference().region_text(word, self.language())
    }
}
