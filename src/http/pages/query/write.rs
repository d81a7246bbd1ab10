//! Writing the words of a query in their canonical form, and taking single filters away.

use std::fmt::Display;

use super::{OpenAt, Words};
use crate::atlas::{AgeAsked, Sort};
use crate::domain::{Ags, CapacityState, TermCode, YesNo};
use crate::http::language::at;
use crate::http::params::{age_word, capacity_word, encode};

impl Words {
    /// The canonical query string, without a question mark; empty when nothing is asked.
    pub(crate) fn canonical(&self) -> String {
        let mut out = Writer::default();
        out.one("q", self.q.as_ref());
        out.many("category", &self.categories);
        out.many("target_group", &self.target_groups);
        out.many("municipality", &self.municipalities);
        out.one("served", self.served.then_some("true"));
        out.many("language", &self.languages);
        out.many("accessible", &self.accessible);
        out.many("free", &self.free);
        out.many("anonymous", &self.anonymous);
        let ages: Vec<String> = self.ages.iter().map(|age| age_word(*age)).collect();
        out.many("age", &ages);
        out.many("format", &self.formats);
        out.many("appointment", &self.appointment);
        let capacity: Vec<&str> = self.capacity.iter().map(|room| capacity_word(*room)).collect();
        out.many("capacity", &capacity);
        out.one("open", self.open_word());
        out.one("near", self.near.as_ref());
        out.one("within_m", self.within_m);
        out.one("sort", self.sort.map(Sort::as_str));
        out.one(
            "bbox",
            self.bbox.map(|b| format!("{},{},{},{}", b.west, b.south, b.east, b.north)),
        );
        out.one("standort", self.site);
        out.one("ansicht", self.list_view.then_some("liste"));
        out.one("nach", self.after.as_ref().map(crate::atlas::Cursor::encode));
        encode(out.0.iter().map(|(name, value)| (*name, value.as_str())))
    }

    /// The moment and what counts besides open, as the query has it.
    fn open_word(&self) -> Option<String> {
        let mut word = match self.open? {
            OpenAt::Now => "now".to_owned(),
            OpenAt::Today => "today".to_owned(),
            OpenAt::Local(local) => local.format("%Y-%m-%dT%H:%M").to_string(),
        };
        for state in &self.open_also {
            word.push(',');
            word.push_str(state.as_str());
        }
        Some(word)
    }

    /// An address in the language of the page: the path with the canonical query, if there is one.
    pub(crate) fn href(&self, path: &str) -> String {
        let (query, path) = (self.canonical(), at(path));
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// Without one category, from the first page on.
    pub(crate) fn without_category(&self, code: &TermCode) -> Self {
        let mut words = self.filters();
        words.categories.retain(|c| c != code);
        words
    }

    /// Without one target group, from the first page on.
    pub(crate) fn without_target_group(&self, code: &TermCode) -> Self {
        let mut words = self.filters();
        words.target_groups.retain(|c| c != code);
        words
    }

    /// Without one municipality, from the first page on.
    pub(crate) fn without_municipality(&self, ags: Ags) -> Self {
        let mut words = self.filters();
        words.municipalities.retain(|m| *m != ags);
        words.served &= !words.municipalities.is_empty();
        words
    }

    /// Without one language, from the first page on.
    pub(crate) fn without_language(&self, tag: &str) -> Self {
        let mut words = self.filters();
        words.languages.retain(|l| l != tag);
        words
    }

    /// Without one age, from the first page on.
    pub(crate) fn without_age(&self, age: AgeAsked) -> Self {
        let mut words = self.filters();
        words.ages.retain(|a| *a != age);
        words
    }

    /// Without one form of service, from the first page on.
    pub(crate) fn without_format(&self, code: &TermCode) -> Self {
        let mut words = self.filters();
        words.formats.retain(|c| c != code);
        words
    }

    /// Without one answer about appointments, from the first page on.
    pub(crate) fn without_appointment(&self, answer: YesNo) -> Self {
        let mut words = self.filters();
        words.appointment.retain(|a| *a != answer);
        words
    }

    /// Without one answer about free places, from the first page on.
    pub(crate) fn without_capacity(&self, room: Option<CapacityState>) -> Self {
        let mut words = self.filters();
        words.capacity.retain(|r| *r != room);
        words
    }

    /// Without one answer about costs, from the first page on.
    pub(crate) fn without_free(&self, answer: YesNo) -> Self {
        let mut words = self.filters();
        words.free.retain(|a| *a != answer);
        words
    }

    /// Without one answer about names, from the first page on.
    pub(crate) fn without_anonymous(&self, answer: YesNo) -> Self {
        let mut words = self.filters();
        words.anonymous.retain(|a| *a != answer);
        words
    }

    /// Without one answer about access, from the first page on.
    pub(crate) fn without_accessible(&self, answer: YesNo) -> Self {
        let mut words = self.filters();
        words.accessible.retain(|a| *a != answer);
        words
    }
}

#[derive(Default)]
struct Writer(Vec<(&'static str, String)>);

impl Writer {
    fn one(&mut self, name: &'static str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.0.push((name, value.to_string()));
        }
    }

    fn many(&mut self, name: &'static str, values: &[impl Display]) {
        if !values.is_empty() {
            let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
            self.0.push((name, texts.join(",")));
        }
    }
}
