//! The translated files against the German ones: the same keys, the same variables, all plural forms of the language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

use super::translated::files;
use crate::domain::Language;

/// What a message asks of whoever fills it in.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Message {
    /// Variables that its text shows.
    shown: BTreeSet<String>,
    /// Variables that choose among variants, each with the variants.
    chosen: BTreeMap<String, BTreeSet<String>>,
}

impl Message {
    fn read(pattern: &Pattern<&str>) -> Self {
        let mut message = Self::default();
        message.add(pattern);
        message
    }

    fn add(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    self.shown.insert(id.name.to_owned());
                }
                Expression::Inline(_) => {}
                Expression::Select { selector, variants } => {
                    let InlineExpression::VariableReference { id } = selector else { continue };
                    for variant in variants {
                        let (VariantKey::Identifier { name: key }
                        | VariantKey::NumberLiteral { value: key }) = variant.key;
                        let known = self.chosen.entry(id.name.to_owned()).or_default();
                        known.insert(key.to_owned());
                        self.add(&variant.value);
                    }
                }
            }
        }
    }
}

fn messages(text: &str) -> BTreeMap<String, Message> {
    let resource = FluentResource::try_new(text.to_owned())
        .unwrap_or_else(|(_, faults)| panic!("not Fluent: {faults:?}"));
    let entries = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let read = message.value.as_ref().map(Message::read).unwrap_or_default();
            Some((message.id.name.to_owned(), read))
        }
        _ => None,
    });
    entries.collect()
}

fn german(name: &str) -> String {
    let path = format!("{}/web/locales/de/{name}.ftl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The plural forms of whole numbers in a language (CLDR 48, cardinal) that texts must have.
fn forms(language: Language) -> &'static [&'static str] {
    match language {
        Language::Ukrainian => &["one", "few", "many", "other"],
        Language::Arabic => &["zero", "one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

/// The forms that only some languages have: keys for scripts may end so beside those of the German file.
const MORE: [&str; 4] = ["-zero", "-two", "-few", "-many"];

/// The stem of a message for scripts that counts.
fn counted(key: &str) -> Option<&str> {
    key.strip_prefix("js-").and_then(|_| key.strip_suffix("-other"))
}

/// All that is wrong with a translated file, beside its German one.
fn faults(language: Language, name: &str, text: &str, german: &str) -> Vec<String> {
    let (own, german) = (messages(text), messages(german));
    let mut faults = Vec::new();
    let mut fault = |key: &str, what: &str| {
        faults.push(format!("{}/{name}.ftl: {key}: {what}", language.code()));
    };
    for (key, source) in &german {
        let Some(message) = own.get(key) else {
            fault(key, "is missing");
            continue;
        };
        if message.shown != source.shown {
            fault(key, &format!("shows {:?}, German {:?}", message.shown, source.shown));
        }
        for (variable, variants) in &message.chosen {
            let plural = variants.iter().any(|v| forms(Language::Arabic).contains(&v.as_str()));
            if !source.chosen.contains_key(variable) {
                fault(key, &format!("chooses by {variable}, German does not"));
            }
            let missing: Vec<_> =
                forms(language).iter().filter(|f| !variants.contains(**f)).collect();
            if plural && !missing.is_empty() {
                fault(key, &format!("lacks the plural forms {missing:?}"));
            }
        }
        for variable in source.chosen.keys().filter(|v| !message.chosen.contains_key(*v)) {
            // A language may need no forms at all, but one with more than German does.
            if forms(language).len() > 2 {
                fault(key, &format!("does not choose by {variable}"));
            }
        }
        if let Some(stem) = counted(key) {
            for form in forms(language) {
                if !own.contains_key(&format!("{stem}-{form}")) {
                    fault(key, &format!("lacks {stem}-{form}"));
                }
            }
        }
    }
    for key in own.keys().filter(|key| !german.contains_key(*key)) {
        let stem = MORE.iter().find_map(|end| key.strip_suffix(end));
        let fits = stem.is_some_and(|stem| german.contains_key(&format!("{stem}-other")));
        if !fits {
            fault(key, "is not in the German file");
        }
    }
    faults
}

#[test]
fn every_registered_translation_has_the_keys_variables_and_plural_forms_of_its_language() {
    let mut all = Vec::new();
    for language in Language::ALL {
        for (name, text) in files(language) {
            all.extend(faults(language, name, text, &german(name)));
        }
    }
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn a_translation_that_differs_is_named_key_by_key() {
    let german = "a = { $x }\n\
        b = { $count ->\n    [one] eins\n   *[other] { $number }\n}\n\
        gone = weg\n\
        js-c-one = 1\njs-c-other = 2\n";
    let arabic = "a = nothing\n\
        b = { $count ->\n    [one] one\n   *[other] { $number }\n}\n\
        extra = more\n\
        js-c-one = 1\njs-c-other = 2\njs-c-few = 3\njs-c-two = 2\njs-c-zero = 0\n";
    assert_eq!(
        faults(Language::Arabic, "probe", arabic, german),
        [
            "ar/probe.ftl: a: shows {}, German {\"x\"}",
            "ar/probe.ftl: b: lacks the plural forms [\"zero\", \"two\", \"few\", \"many\"]",
            "ar/probe.ftl: gone: is missing",
            "ar/probe.ftl: js-c-other: lacks js-c-many",
            "ar/probe.ftl: extra: is not in the German file",
        ]
    );
    assert_eq!(faults(Language::English, "probe", german, german), Vec::<String>::new());
}

#[test]
fn what_a_language_lacks_is_german() {
    use super::Texts;
    for language in Language::ALL {
        let texts = Texts::of(language);
        assert_eq!(texts.language(), language);
        assert_eq!(texts.faults, Vec::<String>::new());
        assert_eq!(texts.t("anmelden-gibt-es-nicht"), "anmelden-gibt-es-nicht", "no key");
        // Desks are German in every language.
        assert_eq!(texts.t("visitor-own"), Texts::german().t("visitor-own"));
        let (own, german) = (texts.script(), Texts::german().script());
        assert!(german.keys().all(|key| own.contains_key(key)));
    }
}
