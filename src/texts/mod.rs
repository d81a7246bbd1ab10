//! The door to everything people read: messages of the locale files, resolved by Fluent.
//!
//! No text for people stands in code or templates; both name a key. Messages without variables are resolved
//! once at start, so that a page costs a look-up per text.

mod format;
mod translated;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::domain::Language;

/// The German locale files, source of all other languages.
const GERMAN: &[&str] = &[
    include_str!("../../web/locales/de/site.ftl"),
    include_str!("../../web/locales/de/legal.ftl"),
    include_str!("../../web/locales/de/planning.ftl"),
    include_str!("../../web/locales/de/cockpit.ftl"),
    include_str!("../../web/locales/de/scenarios.ftl"),
    include_str!("../../web/locales/de/admin.ftl"),
    include_str!("../../web/locales/de/mail.ftl"),
    include_str!("../../web/locales/de/mine.ftl"),
    include_str!("../../web/locales/de/suggest.ftl"),
    include_str!("../../web/locales/de/desk.ftl"),
    include_str!("../../web/locales/de/source.ftl"),
    include_str!("../../web/locales/de/account.ftl"),
    include_str!("../../web/locales/de/new-email.ftl"),
    include_str!("../../web/locales/de/analysis.ftl"),
    include_str!("../../web/locales/de/search.ftl"),
    include_str!("../../web/locales/de/entry.ftl"),
    include_str!("../../web/locales/de/offline.ftl"),
    include_str!("../../web/locales/de/guide.ftl"),
    include_str!("../../web/locales/de/usage.ftl"),
    include_str!("../../web/locales/de/claim.ftl"),
    include_str!("../../web/locales/de/handover.ftl"),
    include_str!("../../web/locales/de/translate.ftl"),
    include_str!("../../web/locales/de/translation.ftl"),
    include_str!("../../web/locales/de/public.ftl"),
    include_str!("../../web/locales/de/language.ftl"),
    include_str!("../../web/locales/de/easy.ftl"),
    include_str!("../../web/locales/de/print.ftl"),
    include_str!("../../web/locales/de/embed.ftl"),
    include_str!("../../web/locales/de/embedding.ftl"),
    include_str!("../../web/locales/de/tiles.ftl"),
];

static GERMAN_TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::German, GERMAN));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::translated(Language::English));
static UKRAINIAN: LazyLock<Texts> = LazyLock::new(|| Texts::translated(Language::Ukrainian));
static ARABIC: LazyLock<Texts> = LazyLock::new(|| Texts::translated(Language::Arabic));
static TURKISH: LazyLock<Texts> = LazyLock::new(|| Texts::translated(Language::Turkish));
static FRENCH: LazyLock<Texts> = LazyLock::new(|| Texts::translated(Language::French));
static EASY: LazyLock<Texts> = LazyLock::new(|| Texts::translated(Language::Easy));

/// The texts of one language.
pub(crate) struct Texts {
    /// Which language.
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables.
    plain: HashMap<String, String>,
    /// Messages for the browser's scripts, their variables left in place.
    script: BTreeMap<String, String>,
    /// The same for the scripts of the planning pages alone.
    planning_script: BTreeMap<String, String>,
    /// What was wrong with the files; empty, or a test fails.
    faults: Vec<String>,
}

impl Texts {
    /// The German texts.
    pub(crate) fn german() -> &'static Self {
        &GERMAN_TEXTS
    }

    /// The texts of a language. What it lacks is German.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::German => &GERMAN_TEXTS,
            Language::English => &ENGLISH,
            Language::Ukrainian => &UKRAINIAN,
            Language::Arabic => &ARABIC,
            Language::Turkish => &TURKISH,
            Language::French => &FRENCH,
            Language::Easy => &EASY,
        }
    }

    /// The language of the texts.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The translated files, filled up with German.
    fn translated(language: Language) -> Self {
        let sources: Vec<&str> =
            translated::files(language).iter().map(|(_, text)| *text).collect();
        let mut texts = Self::load(language, &sources);
        let german = Self::german();
        let fill = |own: &mut BTreeMap<String, String>, german: &BTreeMap<String, String>| {
            for (key, text) in german {
                own.entry(key.clone()).or_insert_with(|| text.clone());
            }
        };
        fill(&mut texts.script, &german.script);
        fill(&mut texts.planning_script, &german.planning_script);
        for (key, text) in &german.plain {
            texts.plain.entry(key.clone()).or_insert_with(|| text.clone());
        }
        texts
    }

    fn load(language: Language, sources: &[&str]) -> Self {
        let locale = language.locale().parse().unwrap_or_default();
        let mut texts = Self {
            language,
            bundle: FluentBundle::new_concurrent(vec![locale]),
            plain: HashMap::new(),
            script: BTreeMap::new(),
            planning_script: BTreeMap::new(),
            faults: Vec::new(),
        };
        // Among letters from right to left a German name would drag its full stop and brackets along.
        texts.bundle.set_use_isolating(language.direction() == "rtl");
        let mut variables = BTreeMap::new();
        for source in sources {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, errors)| {
                    texts.faults.extend(errors.iter().map(|e| format!("{e:?}")));
                    rest
                });
            for entry in resource.entries() {
                if let Entry::Message(message) = entry {
                    let mut names = Vec::new();
                    message.value.iter().for_each(|pattern| collect_variables(pattern, &mut names));
                    variables.insert(message.id.name.to_owned(), names);
                }
            }
            if let Err(errors) = texts.bundle.add_resource(resource) {
                texts.faults.extend(errors.iter().map(ToString::to_string));
            }
        }
        texts.resolve(&variables);
        texts
    }

    /// Resolves what needs no arguments, once.
    fn resolve(&mut self, variables: &BTreeMap<String, Vec<String>>) {
        for (key, names) in variables {
            if key.starts_with("js-") {
                let held: Vec<_> = names.iter().map(|n| format!("{{ ${n} }}")).collect();
                let pairs: Vec<_> = names
                    .iter()
                    .zip(&held)
                    .map(|(n, h)| (n.as_str(), Arg::from(h.as_str())))
                    .collect();
                let text = self.with(key, &pairs);
                let script = if key.starts_with("js-plan-") {
                    &mut self.planning_script
                } else {
                    &mut self.script
                };
                script.insert(key.clone(), text);
            } else if names.is_empty() {
                let text = self.with(key, &[]);
                self.plain.insert(key.clone(), text);
            }
        }
    }

    /// The text of a key without variables; the key itself if there is none (a test finds those).
    pub(crate) fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with its variables filled in.
    pub(crate) fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return match self.language {
                Language::German => key.to_owned(),
                _ => Self::german().with(key, args),
            };
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.0.clone());
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }

    /// The text of a key that counts: `$count` chooses the form, `$number` is the number as written.
    pub(crate) fn count(&self, key: &str, count: u64) -> String {
        let number = self.number(count);
        self.with(key, &[("count", count.into()), ("number", number.as_str().into())])
    }

    /// All messages for the browser's scripts, those of the planning pages apart.
    pub(crate) fn script(&self) -> &BTreeMap<String, String> {
        &self.script
    }

    /// The messages for the scripts of the planning pages.
    pub(crate) fn planning_script(&self) -> &BTreeMap<String, String> {
        &self.planning_script
    }
}

/// A value for a variable of a message: a text, or a number that chooses a plural form.
#[derive(Clone)]
pub(crate) struct Arg<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::from(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self(FluentValue::from(text.as_str()))
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Self(FluentValue::from(number))
    }
}

/// The names of all variables in a pattern, each once.
fn collect_variables(pattern: &Pattern<&str>, names: &mut Vec<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            let (inline, variants) = match expression {
                Expression::Inline(inline) => (inline, &[][..]),
                Expression::Select { selector, variants } => (selector, variants.as_slice()),
            };
            if let InlineExpression::VariableReference { id } = inline
                && !names.iter().any(|n| n == id.name)
            {
                names.push(id.name.to_owned());
            }
            for variant in variants {
                collect_variables(&variant.value, names);
            }
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod translated_tests;
