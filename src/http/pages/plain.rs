//! Pages that are mostly words: numbers to call, Impressum, data protection, accessibility.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::admin::{PeriodView, periods};
use super::card::{Phone, phone_link};
use super::context::Context;
use super::entry::contact::Website;
use super::respond;
use super::shell::{Nav, Shell, door};
use crate::app::App;
use crate::domain::{Attribution, RegionWord, YesNo};
use crate::http::problem::Problem;

/// A number to call.
pub(crate) struct Number {
    pub(crate) name: String,
    pub(crate) for_whom: String,
    pub(crate) phone: Phone,
    /// Costs and times, as far as stated.
    pub(crate) facts: String,
    pub(crate) source: Website,
    /// Date of the source; empty if not stated.
    pub(crate) source_date: String,
}

/// `/wichtige-nummern`
#[derive(Template)]
#[template(path = "numbers.html")]
pub(crate) struct NumbersPage {
    pub(crate) shell: Shell,
    pub(crate) numbers: Vec<Number>,
}

/// Who runs the site; what is not known is to be filled in by the operator, and says so.
pub(crate) struct Operator {
    pub(crate) name: String,
    /// Street and town.
    pub(crate) address: Vec<String>,
    pub(crate) phone: Option<Phone>,
    pub(crate) email: Option<String>,
    pub(crate) website: Option<Website>,
    pub(crate) note: String,
}

impl Operator {
    fn new(context: &Context) -> Self {
        let operator = &context.reference().region.operator;
        let filled = |text: &String| Some(text.clone()).filter(|t| !t.is_empty());
        Self {
            name: operator.name.clone(),
            address: [filled(&operator.street), filled(&operator.town)]
                .into_iter()
                .flatten()
                .collect(),
            phone: phone_link(&operator.phone),
            email: filled(&operator.email),
            website: filled(&operator.website).map(|href| Website::new(&href)),
            note: operator.source_note.clone(),
        }
    }
}

/// `/impressum`
#[derive(Template)]
#[template(path = "imprint.html")]
pub(crate) struct ImprintPage {
    pub(crate) shell: Shell,
    pub(crate) operator: Operator,
    pub(crate) sample_notice: String,
    pub(crate) attributions: Vec<Attribution>,
}

/// `/datenschutz`
#[derive(Template)]
#[template(path = "privacy.html")]
pub(crate) struct PrivacyPage {
    pub(crate) shell: Shell,
    pub(crate) operator: Operator,
    /// What is kept, and how long; empty on an instance that only answers questions.
    pub(crate) periods: Vec<PeriodView>,
}

/// `/barrierefreiheit`
#[derive(Template)]
#[template(path = "accessibility.html")]
pub(crate) struct AccessibilityPage {
    pub(crate) shell: Shell,
    pub(crate) operator: Operator,
    pub(crate) intro: String,
}

door!(NumbersPage, ImprintPage, PrivacyPage, AccessibilityPage);

/// `GET /wichtige-nummern`
pub(crate) async fn numbers(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let texts = context.texts;
    let numbers = context.reference().crisis_numbers.iter().filter_map(|n| {
        let free = match n.free_of_charge {
            YesNo::Yes => texts.t("number-free"),
            YesNo::No => texts.t("number-not-free"),
            YesNo::Unknown => texts.t("number-cost-unknown"),
        };
        let words = context.number_text(n);
        let available = Some(words.available.as_str()).filter(|a| !a.is_empty());
        let facts: Vec<&str> = [Some(free), available].into_iter().flatten().collect();
        let date = n.source_date.parse().map(|date| texts.partial_date(date));
        Some(Number {
            name: words.name,
            for_whom: words.for_whom,
            phone: phone_link(&n.number)?,
            facts: facts.join(" · "),
            source: Website::by_host(&n.source),
            source_date: date.unwrap_or_else(|_| n.source_date.clone()),
        })
    });
    let page = NumbersPage {
        shell: frame(&context, "numbers", "numbers-title", "/wichtige-nummern")
            .at(Nav::Numbers)
            .described(texts.t("numbers-intro")),
        numbers: numbers.collect(),
    };
    respond(StatusCode::OK, &page)
}

/// `GET /impressum`
pub(crate) async fn imprint(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let region = &context.reference().region;
    let page = ImprintPage {
        shell: frame(&context, "text", "imprint-title", "/impressum")
            .described(context.texts.t("imprint-collection-text")),
        operator: Operator::new(&context),
        sample_notice: context.region_text(RegionWord::SampleNotice).to_owned(),
        attributions: region.attributions.clone(),
    };
    respond(StatusCode::OK, &page)
}

/// `GET /datenschutz`
pub(crate) async fn privacy(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let page = PrivacyPage {
        shell: frame(&context, "text", "privacy-title", "/datenschutz")
            .described(context.texts.t("privacy-short")),
        operator: Operator::new(&context),
        periods: if app.desk.is_some() { periods(&context) } else { Vec::new() },
    };
    respond(StatusCode::OK, &page)
}

/// `GET /barrierefreiheit`
pub(crate) async fn accessibility(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let site = context.region_text(RegionWord::SiteName);
    let intro = context.texts.with("accessibility-intro", &[("site", site.into())]);
    let page = AccessibilityPage {
        shell: frame(&context, "text", "accessibility-title", "/barrierefreiheit")
            .described(&intro),
        operator: Operator::new(&context),
        intro,
    };
    respond(StatusCode::OK, &page)
}

fn frame(context: &Context, page: &'static str, title: &str, path: &str) -> Shell {
    Shell::new(&context.prepared, page, context.texts.t(title), path)
}
