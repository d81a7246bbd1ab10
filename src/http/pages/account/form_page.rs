//! A page that is one form.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::domain::FieldErrors;
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Fault, Faults, Field};
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::CsrfToken;
use crate::texts::Texts;

/// A page that is one form.
#[derive(Template)]
#[template(path = "account/form.html")]
pub(super) struct FormPage {
    shell: Shell,
    title: String,
    /// Something that went well or should be known: kind and text.
    notice: Option<(&'static str, String)>,
    faults: Faults,
    intro: Vec<String>,
    action: String,
    csrf: CsrfToken,
    hidden: Vec<(String, String)>,
    fields: Vec<Field>,
    /// Label of the button; empty = there is nothing to send.
    submit: String,
    links: Vec<(String, String)>,
    /// Another way to do the same, below the form.
    other: Option<OtherWay>,
}

/// Another way to do the same: a form that is one button.
pub(super) struct OtherWay {
    /// Where it is sent.
    pub(super) action: &'static str,
    /// Its proof.
    pub(super) csrf: CsrfToken,
    /// A value that is not shown.
    pub(super) hidden: (&'static str, String),
    /// Label of the button.
    pub(super) label: String,
}

door!(FormPage);

impl FormPage {
    /// A form with a title, sent to `action`.
    pub(super) fn new(app: &App, title: &str, action: &str, csrf: CsrfToken) -> Self {
        let context = Context::new(app);
        Self {
            shell: Shell::new(&context.prepared, "account", title, "").hidden(true),
            title: title.to_owned(),
            notice: None,
            faults: Faults::default(),
            intro: Vec::new(),
            action: action.to_owned(),
            csrf,
            hidden: Vec::new(),
            fields: Vec::new(),
            submit: String::new(),
            links: Vec::new(),
            other: None,
        }
    }

    /// With a line above the form.
    pub(super) fn intro(mut self, line: &str) -> Self {
        self.intro.push(line.to_owned());
        self
    }

    /// With something that should be known.
    pub(super) fn notice(mut self, kind: &'static str, text: String) -> Self {
        self.notice = Some((kind, text));
        self
    }

    /// With fields and the button.
    pub(super) fn fields(mut self, fields: Vec<Field>, submit: &str) -> Self {
        self.fields = fields;
        submit.clone_into(&mut self.submit);
        self
    }

    /// With a value that is not shown.
    pub(super) fn hidden(mut self, name: &str, value: &str) -> Self {
        self.hidden.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a way out.
    pub(super) fn link(mut self, href: &str, label: &str) -> Self {
        self.links.push((href.to_owned(), label.to_owned()));
        self
    }

    /// With another way to do the same.
    pub(super) fn other(mut self, other: Option<OtherWay>) -> Self {
        self.other = other;
        self
    }

    /// With what is wrong, above the form and at its fields.
    pub(super) fn faulty(mut self, errors: &FieldErrors) -> Self {
        let faults = Fault::list(errors, |pointer| pointer.trim_start_matches('/').to_owned());
        let label = |name: &str| {
            let field = self.fields.iter().find(|field| field.name == name);
            field.map_or(String::new(), |field| field.label.clone())
        };
        self.faults = Faults::new(Texts::german(), &faults, label);
        self.fields = self.fields.into_iter().map(|field| field.with(&self.faults)).collect();
        self
    }

    /// As an answer.
    pub(super) fn answer(&self, status: StatusCode) -> Result<Response, Problem> {
        respond(status, self)
    }
}

/// Offers to send a form once more whose page was made before the person signed in or out.
pub(crate) fn expired_form(
    app: &App,
    path: &str,
    fields: Vec<(String, String)>,
    csrf: CsrfToken,
) -> Response {
    let texts = Texts::german();
    let mut page = FormPage::new(app, texts.t("expired-title"), path, csrf)
        .intro(texts.t("expired-text"))
        .fields(Vec::new(), texts.t("expired-send"));
    page.hidden = fields;
    page.answer(StatusCode::FORBIDDEN).unwrap_or_else(IntoResponse::into_response)
}
