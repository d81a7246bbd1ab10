//! `/mein`: the provider's desk.

pub(crate) mod form;
mod words;

pub(crate) use words::form_words;
