//! The texts of an entry as fields: the German, what is typed beside it, and what has changed.

use std::collections::BTreeMap;

use super::super::context::Context;
use crate::app::TranslationRecord;
use crate::domain::{Language, Listing, ServiceText, SiteText, TextKey};

/// A text with the field for its translation.
pub(super) struct TranslationField {
    /// Its name in the form: that of the text.
    pub(super) name: String,
    pub(super) label: &'static str,
    /// The site it belongs to, where there are several; may be empty.
    pub(super) place: String,
    pub(super) german: String,
    /// The German that the stored translation translates, where it is another one now.
    pub(super) was: Option<String>,
    /// What somebody else has stored meanwhile, where it is another text.
    pub(super) theirs: Option<String>,
    pub(super) value: String,
    pub(super) fault: String,
    /// Lines of the field; 1 = a line.
    pub(super) rows: usize,
}

/// What a language is called on the desks.
pub(crate) const fn language_key(language: Language) -> &'static str {
    match language {
        Language::German => "language-de",
        Language::English => "language-en",
        Language::Ukrainian => "language-uk",
        Language::Arabic => "language-ar",
        Language::Turkish => "language-tr",
        Language::French => "language-fr",
        Language::Easy => "translate-easy",
    }
}

/// Every text of an entry that can be translated, in the order of its page.
pub(super) fn fields(
    context: &Context,
    source: &Listing,
    record: Option<&TranslationRecord>,
    typed: Option<&BTreeMap<String, String>>,
    conflict: bool,
) -> Vec<TranslationField> {
    let several = source.sites.len() > 1;
    let field = |(key, german): (TextKey, String)| {
        let name = key.to_string();
        let stored = record.and_then(|record| record.latest.texts.get(&key));
        let known = stored.map(|one| one.text.clone()).unwrap_or_default();
        let value = match typed {
            Some(typed) => typed.get(&name).cloned().unwrap_or_default(),
            None => known.clone(),
        };
        let was = stored.map(|one| one.source.clone()).filter(|was| *was != german);
        let other = known.trim() != value.trim();
        TranslationField {
            label: context.texts.t(label_key(key)),
            place: match key {
                TextKey::Site(id, _) if several => place(context, source, id),
                _ => String::new(),
            },
            was,
            theirs: (conflict && other).then_some(known),
            rows: if key.has_lines() { (german.chars().count() / 50 + 2).clamp(2, 10) } else { 1 },
            fault: String::new(),
            name,
            german,
            value,
        }
    };
    TextKey::all(source)
        .into_iter()
        .filter_map(|(key, _)| Some((key, key.of(source)?)))
        .map(field)
        .collect()
}

/// The field that a fault is about.
pub(super) fn pointer_field(pointer: &str) -> String {
    let name = pointer.strip_prefix("/texts/").unwrap_or_default();
    name.replace("~1", "/").replace("~0", "~")
}

fn place(context: &Context, source: &Listing, id: crate::domain::FeatureId) -> String {
    let site = source.sites.iter().find(|site| site.id == id);
    site.map(|site| match &site.name {
        Some(name) => name.clone(),
        None => super::super::card::place(context, site),
    })
    .unwrap_or_default()
}

const fn label_key(key: TextKey) -> &'static str {
    match key {
        TextKey::Service(ServiceText::Name) => "translate-name",
        TextKey::Service(ServiceText::Description) => "translate-description",
        TextKey::Service(ServiceText::TargetGroups) => "translate-target-groups",
        TextKey::Service(ServiceText::Cost) => "translate-cost",
        TextKey::Service(ServiceText::Languages) => "translate-languages",
        TextKey::Service(ServiceText::Closure) => "translate-closure",
        TextKey::Site(_, SiteText::Name) => "translate-site-name",
        TextKey::Site(_, SiteText::Description) => "translate-site-description",
        TextKey::Site(_, SiteText::Hours) => "translate-hours",
        TextKey::Site(_, SiteText::Access) => "translate-access",
        TextKey::Site(_, SiteText::Capacity) => "translate-capacity",
        TextKey::Site(_, SiteText::Area) => "translate-area",
        TextKey::Site(_, SiteText::Status) => "translate-status",
    }
}
