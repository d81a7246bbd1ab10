//! `/mein`: the provider's desk.

pub(crate) mod form;
mod hours_words;
mod listing_page;
mod place;
mod view;
mod words;

pub(crate) use words::form_words;
