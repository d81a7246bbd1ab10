//! The form as a page shows it: fields with their labels, hints and faults, choices, places that were found.

mod choices;
mod labels;
mod site;

pub(crate) use choices::{Choice, Group};
pub(crate) use site::SiteForm;

use super::super::context::Context;
use super::super::forms::Faults;
use super::form::{Fields, site_count};
use super::words::form_words;
use crate::domain::Organization;

/// One field of a form.
pub(crate) struct Input {
    /// Its name; its `id` is the same with `f-` before it.
    pub(crate) name: String,
    pub(crate) label: &'static str,
    /// Empty if it has none.
    pub(crate) hint: &'static str,
    pub(crate) value: String,
    /// What is wrong with it; empty if nothing.
    pub(crate) fault: String,
}

impl Input {
    /// What describes it to a screen reader: hint, then fault.
    pub(crate) fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("f-{}-hinweis", self.name));
        let fault = (!self.fault.is_empty()).then(|| format!("f-{}-fehler", self.name));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }
}

/// The form of an entry.
pub(crate) struct FormView {
    fields: Fields,
    faults: Faults,
    /// The organizations a person may write for; one is not asked about.
    pub(crate) organizations: Vec<Choice>,
    pub(crate) sites: Vec<SiteForm>,
    topics: Vec<Group>,
    target_groups: Vec<Choice>,
    languages: Vec<Choice>,
    statuses: Vec<Choice>,
    yes_no_free: Vec<Choice>,
}

impl FormView {
    /// The form with these fields and what is wrong with them. `place` = a site whose place was looked up.
    pub(crate) fn new(
        context: &Context,
        fields: Fields,
        faults: Faults,
        organizations: &[&Organization],
        place: Option<(usize, Vec<super::place::FoundPlace>)>,
    ) -> Self {
        let words = form_words(context.texts);
        let mut sites: Vec<SiteForm> = (0..site_count(&fields))
            .map(|at| SiteForm::new(context, &fields, &faults, at, &words))
            .collect();
        if let Some((at, found)) = place
            && let Some(site) = sites.get_mut(at)
        {
            site.found = found;
            site.looked_up = true;
        }
        let own = fields.get("organization").to_owned();
        let organizations = organizations
            .iter()
            .map(|o| Choice::new(o.id.to_string(), o.name.clone(), o.id.to_string() == own))
            .collect();
        Self {
            topics: choices::topics(context),
            target_groups: choices::target_groups(context, &fields),
            languages: choices::languages(context, &fields),
            statuses: choices::statuses(context, fields.get("status")),
            yes_no_free: choices::free(context, fields.get("free")),
            organizations,
            sites,
            fields,
            faults,
        }
    }

    /// A field by name.
    pub(crate) fn input(&self, name: &str) -> Input {
        input(&self.fields, &self.faults, name)
    }

    /// What is wrong, for the summary.
    pub(crate) fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The value of a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    /// One list of topics for each that is chosen, and one more; three at least.
    pub(crate) fn topic_lists(&self) -> Vec<(Input, Vec<Group>)> {
        let chosen: Vec<&str> = self.fields.all("category").filter(|code| !code.is_empty()).collect();
        (0..(chosen.len() + 1).max(3))
            .map(|at| {
                let code = chosen.get(at).copied().unwrap_or_default();
                let mut input = self.input("category");
                input.value = code.to_owned();
                (input, self.topics.iter().map(|group| group.choosing(code)).collect())
            })
            .collect()
    }

    /// Which people it is for.
    pub(crate) fn target_groups(&self) -> &[Choice] {
        &self.target_groups
    }

    /// Which languages are spoken.
    pub(crate) fn languages(&self) -> &[Choice] {
        &self.languages
    }

    /// What the service does now.
    pub(crate) fn statuses(&self) -> &[Choice] {
        &self.statuses
    }

    /// Whether it costs something.
    pub(crate) fn free(&self) -> &[Choice] {
        &self.yes_no_free
    }

    /// Whether one of these fields is filled in or faulty, so that its part of the form is shown open.
    pub(crate) fn any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| {
            !self.fields.get(name).is_empty() || !self.faults.of(name).is_empty()
        })
    }
}

/// A field by name.
fn input(fields: &Fields, faults: &Faults, name: &str) -> Input {
    let (label, hint) = labels::of(name);
    Input {
        name: name.to_owned(),
        label,
        hint,
        value: fields.get(name).to_owned(),
        fault: faults.of(name).to_owned(),
    }
}

/// What a field is called in the summary of faults, with the number of its site where there are several.
pub(crate) fn label_of(context: &Context, name: &str, sites: usize) -> String {
    let (label, _) = labels::of(name);
    let site = name.strip_prefix("site-").and_then(|rest| rest.split('-').next());
    match site.and_then(|at| at.parse::<u64>().ok()).filter(|_| sites > 1) {
        Some(at) => {
            let number = context.texts.number(at + 1);
            let args = [("number", (&number).into()), ("label", label.into())];
            context.texts.with("mine-label-of-site", &args)
        }
        None => label.to_owned(),
    }
}
