//! `/embed/anleitung`: how to put our list into a page of one's own, with both ways at work on the page. In German.

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
use crate::http::links::Base;
use crate::http::params::NAMES;
use crate::http::problem::Problem;

/// Where it is.
pub(super) const PATH: &str = "/embed/anleitung";

/// What the element may be given: attribute, word of the address, key of its meaning. The other words of the site have
/// no line of their own.
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

/// Custom properties of the element: name, key of its meaning.
const PROPERTIES: [(&str, &str); 3] = [
    ("--sozial-atlas-radius", "embedding-radius"),
    ("--sozial-atlas-border", "embedding-border"),
    ("--sozial-atlas-accent", "embedding-accent"),
];

/// HTML of the element, as it stands on the page and as it is shown.
#[derive(Template)]
#[template(path = "parts/embed_element.html")]
struct ElementExample<'a> {
    topic: &'a str,
    title: &'a str,
    /// The same hits on our site.
    list: &'a str,
}

/// HTML of the plain frame.
#[derive(Template)]
#[template(path = "parts/embed_frame.html")]
struct FrameExample<'a> {
    address: &'a str,
    title: &'a str,
}

/// `/embed/anleitung`
#[derive(Template)]
#[template(path = "embed_guide.html")]
struct GuidePage {
    shell: Shell,
    intro: String,
    /// Our own HTML, made by the templates above.
    element: String,
    frame: String,
    /// What the frame shows, as a page of its own: beside the element it would be the same landmarks twice.
    framed: String,
    /// Where the script of the element is, for every page.
    script: String,
    /// The same for this page; empty where the front end was not built.
    own_script: &'static str,
    attributes: [(&'static str, &'static str, &'static str); 11],
    properties: [(&'static str, &'static str); 3],
    /// Attributes without a line of their own.
    others: String,
    /// What a Content-Security-Policy has to allow.
    policy: String,
}

door!(GuidePage);

/// Attributes that mean the same as the words of our list and need no explanation here.
fn others() -> Vec<String> {
    let rest = NAMES.iter().filter(|name| ATTRIBUTES.iter().all(|(_, word, _)| word != *name));
    rest.map(|name| name.replace('_', "-")).collect()
}

/// `GET /embed/anleitung`
pub(super) async fn show(State(app): State<Arc<App>>, base: Base) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let texts = context.texts;
    let site = context.region_text(RegionWord::SiteName);
    let taxonomy = &context.reference().taxonomy;
    // Any topic of this county will do as an example: the first.
    let topic = taxonomy.terms().iter().find(|term| term.facet == Facet::Topic);
    let (topic, label) =
        topic.map(|term| (term.code.to_string(), context.label(term))).unwrap_or_default();
    let named = |key: &str| texts.with(key, &[("topic", label.into()), ("site", site.into())]);
    let address = |view: View| base.url(&format!("{}?category={topic}", view.path()));
    let list = address(View::List);
    let element =
        ElementExample { topic: &topic, title: &named("embedding-example-list"), list: &list };
    let map = format!("{}&ansicht=karte", address(View::Embed));
    let frame = FrameExample { address: &map, title: &named("embedding-example-map") };
    let origin = base.url("");
    let page = GuidePage {
        shell: Shell::new(&context.prepared, "text", texts.t("embedding-title"), PATH).hidden(true),
        intro: texts.with("embedding-intro", &[("site", site.into())]),
        element: element.render().map_err(Problem::internal)?,
        frame: frame.render().map_err(Problem::internal)?,
        framed: map,
        script: base.url(script::PATH),
        own_script: if script::is_built() { script::PATH } else { "" },
        attributes: ATTRIBUTES,
        properties: PROPERTIES,
        others: others().join(", "),
        policy: format!("script-src {origin}; frame-src {origin}"),
    };
    respond(StatusCode::OK, &page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    const SCRIPT: &str = include_str!("../../../../web/src/embed/address.ts");

    /// The words in quotes of a list of the script.
    fn list(name: &str) -> Vec<&'static str> {
        let start = format!("const {name} = [");
        let rest = SCRIPT.split_once(&start).expect("the list").1;
        let body = rest.split_once("];").expect("its end").0;
        body.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_element_knows_every_word_of_the_site_and_every_language() {
        assert_eq!(list("WORDS"), NAMES);
        let mut foreign: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
        foreign.retain(|code| *code != Language::German.code());
        let mut known = list("LANGUAGES");
        known.sort_unstable();
        foreign.sort_unstable();
        assert_eq!(known, foreign);
    }

    #[test]
    fn every_word_is_either_explained_or_named_and_attributes_are_written_with_hyphens() {
        let explained = ATTRIBUTES.iter().filter(|(_, word, _)| NAMES.contains(word));
        assert_eq!(explained.clone().count() + others().len(), NAMES.len());
        for (attribute, word, _) in explained {
            assert_eq!(*attribute, word.replace('_', "-"));
        }
    }

    #[test]
    fn examples_escape_what_the_county_calls_itself() {
        let title = "\"><script>";
        for html in [
            ElementExample { topic: "a", title, list: "/liste" }.render().unwrap(),
            FrameExample { address: "/embed?a=1&b=2", title }.render().unwrap(),
        ] {
            assert!(!html.contains("<script"), "{html}");
        }
    }
}
