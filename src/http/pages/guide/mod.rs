//! `/wegweiser`: a few questions by life situation. Every answer is a link, nothing is kept: where somebody stands is told
//! by the address, so that it can be shared and gone back in.

mod outcome;
mod said;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub(crate) use self::outcome::PlaceChoice;
use self::outcome::{AdviceGroup, OfferList};
use self::said::Said;
use super::card::{Phone, phone_link};
use super::context::Context;
use super::discreet::private;
use super::respond;
use super::shell::{Mark, Nav, Shell, door};
use crate::app::App;
use crate::domain::NumberText;
use crate::domain::guide::{Answer, Guide, Outcome, Question, Situation, Stop, Walk};
use crate::http::extract::{Path, RawQuery};
use crate::http::language::at;
use crate::http::problem::Problem;

/// Where the guided way begins.
pub(crate) const ROOT: &str = "/wegweiser";

/// The addresses of the guided way.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route(ROOT, get(start)).route("/wegweiser/{*answers}", get(step))
}

/// A life situation to choose.
pub(crate) struct SituationLink {
    pub(crate) href: String,
    pub(crate) label: Said,
    pub(crate) hint: Said,
    pub(crate) mark: Option<Mark>,
}

/// An answer to choose.
pub(crate) struct AnswerLink {
    pub(crate) href: String,
    pub(crate) label: Said,
}

/// A question that was answered, with the address of the question, to answer it otherwise.
pub(crate) struct Taken {
    pub(crate) question: Said,
    pub(crate) answer: Said,
    pub(crate) href: String,
}

/// A number to call.
pub(crate) struct GuideNumber {
    pub(crate) name: String,
    pub(crate) for_whom: String,
    pub(crate) available: String,
    pub(crate) phone: Phone,
}

/// Where one stands: what was answered so far, and the way back.
pub(crate) struct Way {
    pub(crate) situation: Said,
    pub(crate) taken: Vec<Taken>,
    pub(crate) back: String,
}

/// `/wegweiser`
#[derive(Template)]
#[template(path = "guide/start.html")]
pub(crate) struct StartPage {
    pub(crate) shell: Shell,
    pub(crate) situations: Vec<SituationLink>,
}

/// A question.
#[derive(Template)]
#[template(path = "guide/question.html")]
pub(crate) struct QuestionPage {
    pub(crate) shell: Shell,
    pub(crate) way: Way,
    pub(crate) number: String,
    pub(crate) text: Said,
    pub(crate) hint: Said,
    pub(crate) numbers: Vec<GuideNumber>,
    pub(crate) answers: Vec<AnswerLink>,
}

/// What the answers lead to.
#[derive(Template)]
#[template(path = "guide/outcome.html")]
pub(crate) struct OutcomePage {
    pub(crate) shell: Shell,
    pub(crate) way: Way,
    pub(crate) title: Said,
    pub(crate) numbers: Vec<GuideNumber>,
    pub(crate) path: String,
    pub(crate) places: Vec<PlaceChoice>,
    pub(crate) lists: Vec<OfferList>,
    pub(crate) groups: Vec<AdviceGroup>,
    pub(crate) as_of: String,
    pub(crate) reviewed: String,
}

door!(StartPage, QuestionPage, OutcomePage);

/// `GET /wegweiser`
pub(crate) async fn start(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let guide = &context.reference().guide;
    if guide.is_empty() {
        return Err(Problem::not_found("guide"));
    }
    let situations = guide.situations.iter().map(|situation| SituationLink {
        href: at(&format!("{ROOT}/{}", situation.key)),
        label: label_of(&context, situation),
        hint: Said::new(&context, |texts| &texts.hints, &situation.key, &situation.hint),
        mark: context.prepared.mark(situation.theme.as_str()).cloned(),
    });
    let title = context.texts.t("guide-title");
    let page = StartPage {
        shell: Shell::new(&context.prepared, "guide", title, ROOT)
            .at(Nav::Guide)
            .described(context.texts.t("guide-intro")),
        situations: situations.collect(),
    };
    respond(StatusCode::OK, &page)
}

/// `GET /wegweiser/{situation}/{answer}/…`
pub(crate) async fn step(
    State(app): State<Arc<App>>,
    Path(path): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let guide = &context.reference().guide;
    let mut keys = path.trim_end_matches('/').split('/');
    let walk = keys.next().and_then(|situation| guide.walk(situation, keys));
    let walk = walk.ok_or_else(|| Problem::not_found("step of the guide"))?;
    let address = address(&walk, walk.answered.len());
    let ags = match walk.at {
        Stop::Question(_) => None,
        Stop::Outcome(_) => context.read(&raw).words.municipalities.first().copied(),
    };
    let ags = ags.filter(|ags| context.reference().municipality(*ags).is_some());
    let query = ags.map(|ags| format!("municipality={ags}")).unwrap_or_default();
    if raw != query || path.ends_with('/') {
        let tidy = if query.is_empty() { address } else { format!("{address}?{query}") };
        return Ok((StatusCode::FOUND, [(LOCATION, at(&tidy))]).into_response());
    }
    let discreet = is_discreet(&context, &walk);
    let response = match walk.at {
        Stop::Question(question) => {
            let page = question_page(&context, &walk, question, &address, discreet);
            respond(StatusCode::OK, &page)?
        }
        Stop::Outcome(outcome) => {
            let title = Said::new(&context, |texts| &texts.results, &outcome.key, &outcome.title);
            let page = OutcomePage {
                shell: shell(&context, &title.text, &address, discreet).hidden(ags.is_some()),
                way: way(&context, &walk),
                title,
                numbers: numbers(&context, &outcome.numbers),
                path: at(&address),
                places: outcome::places(&context, ags),
                lists: outcome::lists(&context, outcome, ags),
                groups: outcome::groups(&context, guide, outcome),
                as_of: as_of(&context, guide),
                reviewed: reviewed(&context, guide),
            };
            respond(StatusCode::OK, &page)?
        }
    };
    Ok(if discreet { private(response) } else { response })
}

fn shell(context: &Context, title: &str, address: &str, discreet: bool) -> Shell {
    let shell = Shell::new(&context.prepared, "guide", title, address);
    shell.at(Nav::Guide).discreet(discreet)
}

fn question_page(
    context: &Context,
    walk: &Walk<'_>,
    question: &Question,
    address: &str,
    discreet: bool,
) -> QuestionPage {
    let number = context.texts.number(walk.answered.len() as u64 + 1);
    let answers = question.answer.iter().map(|answer| AnswerLink {
        href: at(&format!("{address}/{}", answer.key)),
        label: answer_of(context, question, answer),
    });
    let text = question_of(context, question);
    QuestionPage {
        shell: shell(context, &text.text, address, discreet),
        way: way(context, walk),
        number: context.texts.with("guide-step", &[("number", (&number).into())]),
        text,
        hint: Said::new(context, |texts| &texts.hints, &question.key, &question.hint),
        numbers: numbers(context, &question.numbers),
        answers: answers.collect(),
    }
}

fn label_of(context: &Context, situation: &Situation) -> Said {
    Said::new(context, |texts| &texts.situations, &situation.key, &situation.label)
}

fn question_of(context: &Context, question: &Question) -> Said {
    Said::new(context, |texts| &texts.questions, &question.key, &question.text)
}

fn answer_of(context: &Context, question: &Question, answer: &Answer) -> Said {
    let key = format!("{}.{}", question.key, answer.key);
    Said::new(context, |texts| &texts.answers, &key, &answer.label)
}

/// The address of the first `answered` answers.
fn address(walk: &Walk<'_>, answered: usize) -> String {
    let mut address = format!("{ROOT}/{}", walk.situation.key);
    for (_, answer) in walk.answered.iter().take(answered) {
        address.push('/');
        address.push_str(&answer.key);
    }
    address
}

fn way(context: &Context, walk: &Walk<'_>) -> Way {
    let taken = walk.answered.iter().enumerate().map(|(number, (question, answer))| Taken {
        question: question_of(context, question),
        answer: answer_of(context, question, answer),
        href: at(&address(walk, number)),
    });
    Way {
        situation: label_of(context, walk.situation),
        taken: taken.collect(),
        back: match walk.answered.len().checked_sub(1) {
            Some(before) => at(&address(walk, before)),
            None => at(ROOT),
        },
    }
}

/// Whether nobody else should see that somebody is here: by the topic of the situation or of what is looked for.
fn is_discreet(context: &Context, walk: &Walk<'_>) -> bool {
    let (region, taxonomy) = (&context.reference().region, &context.reference().taxonomy);
    let searched = match walk.at {
        Stop::Question(_) => &[],
        Stop::Outcome(Outcome { search, .. }) => search.as_slice(),
    };
    region.is_discreet(taxonomy, std::slice::from_ref(&walk.situation.theme))
        || searched.iter().any(|search| region.is_discreet(taxonomy, &search.category))
}

/// The numbers of these ids, in their order.
fn numbers(context: &Context, ids: &[String]) -> Vec<GuideNumber> {
    let known = &context.reference().crisis_numbers;
    let named = ids.iter().filter_map(|id| known.iter().find(|number| number.id == *id));
    let shown = named.filter_map(|number| {
        let NumberText { name, for_whom, available } = context.number_text(number);
        Some(GuideNumber { name, for_whom, available, phone: phone_link(&number.number)? })
    });
    shown.collect()
}

fn as_of(context: &Context, guide: &Guide) -> String {
    let Some(day) = guide.as_of else { return String::new() };
    let day = context.texts.date(day);
    context.texts.with("guide-as-of", &[("date", (&day).into())])
}

fn reviewed(context: &Context, guide: &Guide) -> String {
    if guide.reviewed.is_empty() {
        return context.texts.t("guide-not-reviewed").to_owned();
    }
    context.texts.with("guide-reviewed", &[("by", (&guide.reviewed).into())])
}
