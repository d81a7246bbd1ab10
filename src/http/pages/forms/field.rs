//! One field of a form, rendered with its label, hint and fault.

use askama::Template;

use super::Faults;

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), chosen }
    }
}

/// Choices under a common name; an empty name stands for none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) label: String,
    pub(crate) choices: Vec<Choice>,
}

impl Group {
    /// Choices without a name above them.
    pub(crate) fn plain(choices: Vec<Choice>) -> Vec<Self> {
        vec![Self { label: String::new(), choices }]
    }

    /// The same choices with this one chosen.
    pub(crate) fn choosing(&self, value: &str) -> Self {
        let choices = self.choices.iter();
        let choices = choices.map(|c| Choice { chosen: c.value == value, ..c.clone() }).collect();
        Self { label: self.label.clone(), choices }
    }
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A line; the word is its `type`.
    Line(&'static str),
    /// Several lines.
    Area(u8),
    /// A list that opens.
    Select(Vec<Group>),
    /// Buttons of which one is pressed.
    Radios(Vec<Choice>),
    /// Boxes of which any may be ticked.
    Checks(Vec<Choice>),
}

/// A field; rendering it gives its HTML, everything in it escaped.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "forms/field.html")]
pub(crate) struct Field {
    /// Its name; its `id` is the same with `f-` before it.
    pub(crate) name: String,
    /// The rest of its `id`, where several fields have the same name.
    pub(crate) suffix: String,
    pub(crate) label: String,
    /// Empty if it has none.
    pub(crate) hint: String,
    pub(crate) value: String,
    /// What is wrong with it; empty if nothing.
    pub(crate) fault: String,
    pub(crate) required: bool,
    /// `autocomplete` of a line; may be empty.
    pub(crate) autocomplete: &'static str,
    /// `inputmode` of a line; may be empty.
    pub(crate) inputmode: &'static str,
    pub(crate) kind: Kind,
}

impl Field {
    /// A line that has to be filled in; the word is its `type`.
    pub(crate) fn new(name: &str, label: &str, kind: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            suffix: String::new(),
            label: label.to_owned(),
            hint: String::new(),
            value: String::new(),
            fault: String::new(),
            required: true,
            autocomplete: "",
            inputmode: "",
            kind: Kind::Line(kind),
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

    /// What describes it to a screen reader: hint, then fault.
    fn described_by(&self) -> String {
        let hint =
            (!self.hint.is_empty()).then(|| format!("f-{}{}-hinweis", self.name, self.suffix));
        let fault =
            (!self.fault.is_empty()).then(|| format!("f-{}{}-fehler", self.name, self.suffix));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }

    /// The same field as one that must be filled in.
    pub(crate) fn needed(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field, filled in another way.
    pub(crate) fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }
}
