//! A field of one line, as `web/templates/forms/macros.html` draws it.

use super::Faults;

/// A field of one line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Field {
    /// Name in the form.
    pub(crate) name: String,
    /// Its `id` without `f-`: the name, unless two forms of a page have the same field.
    pub(crate) id: String,
    /// What it is called.
    pub(crate) label: String,
    /// What it should hold; may be empty.
    pub(crate) hint: String,
    /// `type` of the input.
    pub(crate) kind: &'static str,
    /// What stands in it.
    pub(crate) value: String,
    /// `autocomplete` of the input; may be empty.
    pub(crate) autocomplete: &'static str,
    /// `inputmode` of the input; may be empty.
    pub(crate) inputmode: &'static str,
    /// Whether the browser asks for it.
    pub(crate) required: bool,
    /// What is wrong with it; may be empty.
    pub(crate) fault: String,
}

impl Field {
    /// A field that has to be filled in.
    pub(crate) fn new(name: &str, label: &str, kind: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            id: name.to_owned(),
            label: label.to_owned(),
            kind,
            required: true,
            ..Self::default()
        }
    }

    /// The same with something in it.
    pub(crate) fn value(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// The same with a hint.
    pub(crate) fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }

    /// The same with a word for the browser's memory.
    pub(crate) fn autocomplete(mut self, word: &'static str) -> Self {
        self.autocomplete = word;
        self
    }

    /// The same with a keyboard for digits and the like.
    pub(crate) fn inputmode(mut self, word: &'static str) -> Self {
        self.inputmode = word;
        self
    }

    /// The same with what is wrong with it, if anything is.
    pub(crate) fn with(mut self, faults: &Faults) -> Self {
        faults.of(&self.name).clone_into(&mut self.fault);
        self
    }

    /// The ids of hint and fault.
    pub(crate) fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("f-{}-hinweis", self.id));
        let fault = (!self.fault.is_empty()).then(|| format!("f-{}-fehler", self.id));
        [hint, fault].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
