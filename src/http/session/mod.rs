//! Who asks: sessions by cookie, tokens, and forms that only our own pages can send.
//!
//! Every request carries a [`Jar`] (put there by [`carry`]); extractors read it. Without a cookie nothing is looked up,
//! so that public reading never touches the database. Cookies: `session` (signed in), `visitor` (a key for the forms of
//! whoever is not), `device` (a browser that has signed in before); with https they are called `__Host-…` and are
//! `Secure`.

mod carry;
mod cookies;
mod csrf;
mod device_name;
mod form;
mod jar;
mod line;
mod multipart;
mod origin;
mod user;

pub(super) use carry::{carry, is_signed_in};
pub use csrf::CsrfToken;
pub use form::{CsrfForm, Fields};
pub(crate) use jar::Jar;
pub(crate) use line::{VisitorLine, around};
pub use multipart::{CsrfMultipart, MAX_UPLOAD_BYTES, Upload, UploadedFile};
pub(crate) use user::Jarred;
pub use user::{DeskUser, Entrant, SignedIn, Visitor};
