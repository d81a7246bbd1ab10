//! `/embed/anleitung`: how to put our list into a page of one's own, in German.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::context::Context;
use super::super::respond;
use super::super::search::View;
use super::super::shell::{Shell, door};
use super::script;
use crate::app::App;
use crate::domain::{Facet, RegionWord};
use crate::http::language::at;
use crate::http::links::Base;
use crate::http::problem::Problem;

/// Where it is.
pub(super) const PATH: &str = "/embed/anleitung";

/// `/embed/anleitung`
#[derive(Template)]
#[template(path = "embed_guide.html")]
struct GuidePage {
    shell: Shell,
    intro: String,
    /// Address of the example's frame, on this site.
    example: String,
    /// Title of the example's frame.
    example_title: String,
    /// HTML for a plain frame.
    frame_code: String,
    /// HTML for the element.
    element_code: String,
    /// What the element may be given: attribute, word of the address, key of its meaning.
    attributes: Vec<(&'static str, &'static str, &'static str)>,
    /// Custom properties of the element: name, key of its meaning.
    properties: [(&'static str, &'static str); 3],
    /// What a Content-Security-Policy has to allow.
    policy: String,
}

door!(GuidePage);

/// Attributes of the element beside the words of an address.
const ATTRIBUTES: [(&str, &str, &str); 11] = [
    ("q", "q", "embedding-q"),
    ("category", "category", "embedding-category"),
    ("target-group", "target_group", "embedding-target-group"),
    ("municipality", "municipality", "embedding-municipality"),
    ("near", "near", "embedding-near"),
    ("within-m", "within_m", "embedding-within"),
    ("lang", "", "embedding-lang"),
    ("view", "ansicht", "embedding-view"),
    ("theme", "farbe", "embedding-theme"),
    ("height", "", "embedding-height"),
    ("title", "", "embedding-frame-title"),
];

/// `GET /embed/anleitung`
pub(super) async fn show(State(app): State<Arc<App>>, base: Base) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let texts = context.texts;
    let site = context.region_text(RegionWord::SiteName);
    let taxonomy = &context.reference().taxonomy;
    // Any topic of this county will do as an example: the first.
    let topic = taxonomy.terms().iter().find(|term| term.facet == Facet::Topic);
    let topic = topic.map(|term| term.code.to_string()).unwrap_or_default();
    let question = format!("{}?category={topic}", View::Embed.path());
    let title = texts.with("embedding-example-title", &[("site", site.into())]);
    let origin = base.url("");
    let page = GuidePage {
        shell: Shell::new(&context.prepared, "text", texts.t("embedding-title"), PATH).hidden(true),
        intro: texts.with("embedding-intro", &[("site", site.into())]),
        frame_code: format!(
            "<iframe src=\"{}\" title=\"{title}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
            base.url(&question)
        ),
        element_code: format!(
            "<script src=\"{}\" async></script>\n<sozial-atlas category=\"{topic}\" title=\"{title}\"></sozial-atlas>",
            base.url(script::PATH)
        ),
        policy: format!("script-src {origin}; frame-src {origin}"),
        example: at(&question),
        example_title: title,
        attributes: ATTRIBUTES.to_vec(),
        properties: [
            ("--sozial-atlas-radius", "embedding-radius"),
            ("--sozial-atlas-border", "embedding-border"),
            ("--sozial-atlas-accent", "embedding-accent"),
        ],
    };
    respond(StatusCode::OK, &page)
}
