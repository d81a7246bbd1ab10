//! `/mein`: the provider's desk.

mod compare;
mod field;
pub(crate) mod form;
mod hours_words;
mod listing_page;
mod notices;
mod place;
mod view;
mod words;

pub(crate) use words::form_words;
