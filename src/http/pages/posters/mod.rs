//! `/plakate`: which posters and lists there are to print, for every municipality and every topic.

mod choice;
mod pick;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

pub(super) use self::choice::Choice;
use self::pick::count;
pub(super) use self::pick::{Offer, Picked, pick};
use super::context::Context;
use super::discreet::private;
use super::entry::Link;
use super::guide::PlaceChoice;
use super::query::Words;
use super::respond;
use super::search::redirect;
use super::shell::{Mark, Shell, door};
use crate::app::App;
use crate::atlas::Facets;
use crate::domain::{Facet, Term};
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;

/// The path of the page.
pub(crate) const PATH: &str = "/plakate";

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    A4,
    A3,
    A5,
}

impl Paper {
    const ALL: [Self; 3] = [Self::A4, Self::A3, Self::A5];

    /// The name that the typesetter has for it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::A5 => "a5",
        }
    }

    /// The paper of a file (`a4.pdf`).
    pub(crate) fn of_file(file: &str) -> Option<Self> {
        let name = file.strip_suffix(".pdf")?;
        Self::ALL.into_iter().find(|paper| paper.as_str() == name)
    }

    const fn key(self) -> &'static str {
        match self {
            Self::A4 => "posters-a4",
            Self::A3 => "posters-a3",
            Self::A5 => "posters-a5",
        }
    }
}

/// A topic to choose, with those below it.
pub(crate) struct TopicChoice {
    pub(crate) mark: Mark,
    pub(crate) label: String,
    /// Itself and those below it.
    pub(crate) options: Vec<TopicOption>,
}

/// A topic in the form and in the list.
pub(crate) struct TopicOption {
    pub(crate) code: String,
    /// In the form: "Geld und Arbeit: alles".
    pub(crate) label: String,
    pub(crate) chosen: bool,
    pub(crate) link: Link,
}

/// What was chosen.
pub(crate) struct ChosenView {
    pub(crate) title: String,
    /// "29 Angebote", "8 Angebote an 13 Orten", or that there is none.
    pub(crate) count: String,
    /// What follows from there being none; empty otherwise.
    pub(crate) note: String,
    /// Why the poster is about the whole county; empty otherwise.
    pub(crate) widened: String,
    pub(crate) files: Vec<Link>,
    pub(crate) list_href: String,
}

/// The page.
#[derive(Template)]
#[template(path = "posters.html")]
pub(crate) struct PostersPage {
    pub(crate) shell: Shell,
    /// The address has a municipality or topic that there is none of.
    pub(crate) fault: bool,
    pub(crate) places: Vec<PlaceChoice>,
    pub(crate) topics: Vec<TopicChoice>,
    pub(crate) chosen: ChosenView,
    pub(crate) by_municipality: Vec<Link>,
    /// "Nach Thema", with the municipality where one is chosen.
    pub(crate) topics_title: String,
}

door!(PostersPage);

/// The page for the municipalities and topics among the words of a list.
pub(crate) fn address(words: &Words) -> String {
    chosen(words).href(PATH)
}

fn chosen(words: &Words) -> Words {
    let (categories, municipalities) = (words.categories.clone(), words.municipalities.clone());
    Words { categories, municipalities, ..Words::default() }
}

/// `GET /plakate?municipality=…&category=…`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let reading = context.read(&raw);
    let asked = chosen(&reading.words);
    let fault = reading.faults.iter().any(|f| matches!(&*f.word, "municipality" | "category"));
    if !fault && (reading.redirect || asked != reading.words) {
        return Ok(redirect(&asked.href(PATH)));
    }
    let status = if fault { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let asked = if fault { Words::default() } else { asked };
    let choice = Choice::new(&context, &asked);
    let discreet = choice.discreet;
    let response = respond(status, &PostersPage::new(&context, &asked, &choice, fault))?;
    Ok(if discreet { private(response) } else { response })
}

impl PostersPage {
    fn new(context: &Context, asked: &Words, choice: &Choice, fault: bool) -> Self {
        let texts = context.texts;
        let shell =
            Shell::new(&context.prepared, "posters", texts.t("posters-title"), asked.href(PATH))
                .discreet(choice.discreet)
                .hidden(!asked.is_empty());
        let of = |words: &Words| {
            context.snapshot.facets(&words.to_query(None, &context.moment), &context.moment)
        };
        let by_place = of(&Words { municipalities: Vec::new(), ..asked.clone() });
        let by_topic = of(&Words { categories: Vec::new(), ..choice.words.clone() });
        let topics_title = if choice.words.municipalities.is_empty() {
            texts.t("posters-by-topic").to_owned()
        } else {
            texts.with("posters-by-topic-in", &[("name", (&choice.place.text).into())])
        };
        Self {
            shell,
            fault,
            places: places(context, asked),
            topics: topics(context, asked, &by_topic),
            chosen: ChosenView::new(context, choice),
            by_municipality: by_municipality(context, asked, &by_place),
            topics_title,
        }
    }
}

impl ChosenView {
    fn new(context: &Context, choice: &Choice) -> Self {
        let texts = context.texts;
        let total = count(context, choice);
        // Picking looks at many offers; the page only needs it where there are none.
        let instead = (total.offers == 0).then(|| pick(context, choice));
        let nowhere = instead.as_ref().is_some_and(|picked| picked.offers.is_empty());
        let args = [("what", (&choice.what).into()), ("where", (&choice.place.text).into())];
        let file = |key: &'static str, path: &str| Link {
            label: texts.t(key).to_owned(),
            href: choice.words.href(path),
            note: String::new(),
            translated: false,
        };
        let mut files = Vec::new();
        if !nowhere {
            let path = |paper: Paper| format!("{PATH}/{}.pdf", paper.as_str());
            files.extend(Paper::ALL.map(|paper| file(paper.key(), &path(paper))));
        }
        if total.offers > 0 {
            files.push(file("posters-list", super::print::LIST));
        }
        let note = match (total.offers, nowhere) {
            (0, true) => texts.t("posters-none-anywhere"),
            (0, false) => texts.t("posters-none-note"),
            _ => "",
        };
        Self {
            title: texts.with("posters-of", &args),
            count: match instead {
                Some(picked) => picked.instead.unwrap_or_default(),
                None => total.words(texts),
            },
            note: note.to_owned(),
            widened: if choice.widened { texts.t("posters-discreet") } else { "" }.to_owned(),
            files,
            list_href: choice.words.href("/liste"),
        }
    }
}

fn places(context: &Context, asked: &Words) -> Vec<PlaceChoice> {
    let municipalities = context.reference().municipalities.iter().map(|m| &m.municipality);
    let choice = municipalities.map(|m| PlaceChoice {
        ags: m.ags.to_string(),
        name: m.name.clone(),
        chosen: asked.municipalities.contains(&m.ags),
    });
    choice.collect()
}

/// "29 Angebote", or in words that there is none.
fn count_words(context: &Context, count: u64) -> String {
    match count {
        0 => context.texts.t("municipality-nothing").to_owned(),
        count => context.texts.count("offers", count),
    }
}

/// Every municipality with the topics chosen.
fn by_municipality(context: &Context, asked: &Words, facets: &Facets) -> Vec<Link> {
    let municipalities = context.reference().municipalities.iter().map(|m| &m.municipality);
    let link = municipalities.map(|m| {
        let count = facets.municipalities.iter().find(|(ags, _)| *ags == m.ags);
        Link {
            label: m.name.clone(),
            href: Words { municipalities: vec![m.ags], ..asked.clone() }.href(PATH),
            note: count_words(context, count.map_or(0, |(_, count)| *count)),
            translated: false,
        }
    });
    link.collect()
}

/// Every topic with the municipalities chosen.
fn topics(context: &Context, asked: &Words, facets: &Facets) -> Vec<TopicChoice> {
    let taxonomy = &context.reference().taxonomy;
    let option = |term: &Term, label: String| {
        let count = facets.categories.iter().find(|(code, _)| *code == term.code);
        TopicOption {
            code: term.code.to_string(),
            label,
            chosen: asked.categories.contains(&term.code),
            link: Link {
                label: context.label(term).to_owned(),
                href: Words { categories: vec![term.code.clone()], ..asked.clone() }.href(PATH),
                note: count_words(context, count.map_or(0, |(_, count)| *count)),
                translated: false,
            },
        }
    };
    let topic = |top: &Term| {
        let label = context.label(top).to_owned();
        let whole = context.texts.with("posters-whole-topic", &[("topic", (&label).into())]);
        let below = taxonomy.children(top.code.as_str());
        let options = std::iter::once(option(top, whole))
            .chain(below.map(|term| option(term, context.label(term).to_owned())));
        let mark = context.prepared.mark(top.code.as_str())?.clone();
        Some(TopicChoice { mark, label, options: options.collect() })
    };
    taxonomy.tops(Facet::Topic).filter_map(topic).collect()
}
