//! The form as a page shows it: fields with their labels, hints and faults, choices, places that were found.

mod choices;
mod labels;
mod site;

pub(crate) use site::SiteForm;

use super::super::context::Context;
use super::super::forms::{Choice, Faults, Field, Group, Kind};
use super::form::{Fields, site_count};
use super::words::form_words;
use crate::domain::{Facet, Organization};
use crate::texts::Texts;

/// The form of an entry.
pub(crate) struct FormView {
    fields: Fields,
    faults: Faults,
    /// The organizations a person may write for; one is not asked about.
    pub(crate) organizations: Vec<Choice>,
    pub(crate) sites: Vec<SiteForm>,
    topics: Vec<Group>,
    target_groups: Vec<Choice>,
    service_forms: Vec<Choice>,
    legal_bases: Vec<Choice>,
    related: Vec<Choice>,
    languages: Vec<Choice>,
    statuses: Vec<Choice>,
    yes_no_free: Vec<Choice>,
    yes_no_anonymous: Vec<Choice>,
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
        let terms = |facet, name| choices::terms(context, &fields, facet, name);
        Self {
            topics: choices::topics(context),
            target_groups: terms(Facet::TargetGroup, "target_group"),
            service_forms: terms(Facet::ServiceForm, "service_form"),
            legal_bases: terms(Facet::LegalBasis, "legal_basis"),
            related: choices::related(context, &fields),
            languages: choices::languages(context, &fields),
            statuses: choices::statuses(context, fields.get("status")),
            yes_no_free: choices::free(context, fields.get("free")),
            yes_no_anonymous: choices::anonymous(context, fields.get("anonymous")),
            organizations,
            sites,
            fields,
            faults,
        }
    }

    /// A line of text.
    pub(crate) fn line(&self, name: &str) -> Field {
        field(&self.fields, &self.faults, name)
    }

    /// A line of another kind: `email`, `tel`, `url`.
    pub(crate) fn typed(&self, name: &str, kind: &'static str) -> Field {
        self.line(name).kind(Kind::Line(kind))
    }

    /// Several lines.
    pub(crate) fn area(&self, name: &str, rows: u8) -> Field {
        self.line(name).kind(Kind::Area(rows))
    }

    /// Any field by name, as what it is: a choice where it is one.
    pub(crate) fn field(&self, name: &str) -> Field {
        let site = name.strip_prefix("site-").and_then(|rest| rest.split_once('-'));
        let site =
            site.and_then(|(at, end)| Some((self.sites.get(at.parse::<usize>().ok()?)?, end)));
        match (site, name) {
            (Some((site, end)), _) => site.field(end),
            (None, "category") => self.line(name).kind(Kind::Select(self.topics.clone())),
            (None, "target_group") => self.target_groups(),
            (None, "service_form") => self.service_forms(),
            (None, "legal_basis") => self.legal_bases(),
            (None, "related") => self.related(),
            (None, "language") => self.languages(),
            (None, "status") => self.status(),
            (None, "free") => self.free(),
            (None, "anonymous") => self.anonymous(),
            (None, "organization") => self.organization(),
            (None, _) => self.line(name),
        }
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
    pub(crate) fn topics(&self) -> Vec<Field> {
        let texts = Texts::german();
        let chosen: Vec<&str> =
            self.fields.all("category").filter(|code| !code.is_empty()).collect();
        let list = |at: usize| {
            let code = chosen.get(at).copied().unwrap_or_default();
            let none = Choice::new("", texts.t("mine-category-none"), code.is_empty());
            let groups = self.topics.iter().map(|group| group.choosing(code));
            let groups = Group::plain(vec![none]).into_iter().chain(groups).collect();
            let mut field = self.line("category").kind(Kind::Select(groups));
            if at > 0 {
                texts.t("mine-category-further").clone_into(&mut field.label);
                field.suffix = format!("-{at}");
                field.fault.clear();
            }
            field
        };
        (0..(chosen.len() + 1).max(3)).map(list).collect()
    }

    /// Which organization it belongs to, where there is a choice.
    pub(crate) fn organization(&self) -> Field {
        let kind = Kind::Select(Group::plain(self.organizations.clone()));
        self.line("organization").kind(kind)
    }

    /// Which people it is for.
    pub(crate) fn target_groups(&self) -> Field {
        self.line("target_group").kind(Kind::Checks(self.target_groups.clone()))
    }

    /// In which forms it is offered; no boxes where the county's classification has none.
    pub(crate) fn service_forms(&self) -> Field {
        self.line("service_form").kind(Kind::Checks(self.service_forms.clone()))
    }

    /// On which law it rests.
    pub(crate) fn legal_bases(&self) -> Field {
        self.line("legal_basis").kind(Kind::Checks(self.legal_bases.clone()))
    }

    /// Entries that belong to it.
    pub(crate) fn related(&self) -> Field {
        self.line("related").kind(Kind::Checks(self.related.clone()))
    }

    /// Whether a field of boxes has any.
    pub(crate) fn offers(&self, name: &str) -> bool {
        !matches!(&self.field(name).kind, Kind::Checks(choices) if choices.is_empty())
    }

    /// Which languages are spoken.
    pub(crate) fn languages(&self) -> Field {
        self.line("language").kind(Kind::Checks(self.languages.clone()))
    }

    /// What the service does now.
    pub(crate) fn status(&self) -> Field {
        self.line("status").kind(Kind::Radios(self.statuses.clone()))
    }

    /// Whether it costs something.
    pub(crate) fn free(&self) -> Field {
        self.line("free").kind(Kind::Radios(self.yes_no_free.clone()))
    }

    /// Whether one may keep one's name to oneself.
    pub(crate) fn anonymous(&self) -> Field {
        self.line("anonymous").kind(Kind::Radios(self.yes_no_anonymous.clone()))
    }

    /// Whether one of these fields is filled in or faulty, so that its part of the form is shown open.
    pub(crate) fn any(&self, names: &[&str]) -> bool {
        names
            .iter()
            .any(|name| !self.fields.get(name).is_empty() || !self.faults.of(name).is_empty())
    }
}

/// A line by name.
fn field(fields: &Fields, faults: &Faults, name: &str) -> Field {
    let (label, hint) = labels::of(name);
    Field {
        name: name.to_owned(),
        suffix: String::new(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: fields.get(name).to_owned(),
        fault: faults.of(name).to_owned(),
        required: false,
        autocomplete: "off",
        inputmode: "",
        kind: Kind::Line("text"),
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
