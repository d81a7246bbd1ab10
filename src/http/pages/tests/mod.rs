//! The pages through the router: an invented county here, the real package in `county`.

mod content;
mod county;
mod html;
mod support;
mod words;
