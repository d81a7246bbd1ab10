//! The pages through the router: an invented county here, the real package in `county`.
#![allow(
    clippy::needless_pass_by_value,
    clippy::format_push_string,
    reason = "fixtures read better when their values are written where they are used"
)]

mod acting;
mod content;
mod county;
mod filters;
mod guide;
mod html;
mod language;
mod planning;
mod planning_matrix;
mod printed;
mod support;
mod translated;
mod words;
