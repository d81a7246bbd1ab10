//! "Gesucht, nicht gefunden": what people looked for in vain, by week and municipality.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use crate::app::{App, Desk, UnmetFilter};
use crate::domain::{UnmetCount, UnmetKind};
use crate::exchange::spreadsheet::{Sheet, write_csv};
use crate::http::extract::RawQuery;
use crate::http::pages::context::Context;
use crate::http::pages::query::Words;
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::params::{decode_lenient, encode};
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, SignedIn};

/// A choice of a filter.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// A question without a good answer.
struct Row {
    week: String,
    words: String,
    place: String,
    kind: &'static str,
    count: String,
    try_href: String,
    try_words: String,
}

#[derive(Template)]
#[template(path = "usage/unmet.html")]
struct UnmetPage {
    shell: Shell,
    tab: &'static str,
    /// For planners; otherwise for editors.
    planning: bool,
    path: &'static str,
    csv_href: String,
    places: Vec<Choice>,
    kinds: Vec<Choice>,
    rows: Vec<Row>,
}

door!(UnmetPage);

fn desk(app: &App) -> Result<&Desk, Problem> {
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

/// What a query string chooses; what cannot be understood chooses nothing.
fn filter(raw: &str) -> UnmetFilter {
    let sent = decode_lenient(raw);
    let value = |word: &str| {
        let found = sent.iter().find(|(name, value)| name == word && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    };
    UnmetFilter {
        from: None,
        to: None,
        municipality: value("municipality").and_then(|text| text.parse().ok()),
        kind: value("kind").and_then(UnmetKind::parse),
    }
}

fn kind_word(context: &Context, kind: UnmetKind) -> &'static str {
    context.texts.t(match kind {
        UnmetKind::Zero => "unmet-kind-zero",
        UnmetKind::Weak => "unmet-kind-weak",
    })
}

fn place_word(context: &Context, row: &UnmetCount) -> String {
    match row.municipality {
        Some(ags) => context.municipality_name(ags).to_owned(),
        None => context.texts.t("unmet-place-none").to_owned(),
    }
}

fn row(context: &Context, row: &UnmetCount) -> Row {
    let texts = context.texts;
    let (week, date) = (row.week.number().to_string(), texts.date(row.week.first_day()));
    let words = &row.wording.words;
    let again = Words {
        q: Some(words.clone()),
        municipalities: row.municipality.into_iter().collect(),
        ..Words::default()
    };
    Row {
        week: texts.with("unmet-week-label", &[("week", (&week).into()), ("date", (&date).into())]),
        place: place_word(context, row),
        kind: kind_word(context, row.kind),
        count: texts.number(row.count),
        try_href: again.href("/liste"),
        try_words: texts.with("unmet-try-words", &[("words", words.into())]),
        words: words.clone(),
    }
}

fn choices(context: &Context, filter: UnmetFilter) -> (Vec<Choice>, Vec<Choice>) {
    let texts = context.texts;
    let none =
        |label: &str, chosen| Choice { value: String::new(), label: label.to_owned(), chosen };
    let mut places = vec![none(texts.t("unmet-place-all"), filter.municipality.is_none())];
    places.extend(context.reference().municipalities.iter().map(|area| Choice {
        value: area.municipality.ags.to_string(),
        label: area.municipality.name.clone(),
        chosen: filter.municipality == Some(area.municipality.ags),
    }));
    let mut kinds = vec![none(texts.t("unmet-kind-all"), filter.kind.is_none())];
    kinds.extend([UnmetKind::Zero, UnmetKind::Weak].map(|kind| Choice {
        value: kind.as_str().to_owned(),
        label: kind_word(context, kind).to_owned(),
        chosen: filter.kind == Some(kind),
    }));
    (places, kinds)
}

/// `GET /redaktion/gesucht`
pub(super) async fn show_to_editors(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    show(&app, &user, &raw, false).await
}

/// `GET /planung/gesucht`
pub(super) async fn show_to_planners(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    show(&app, &user, &raw, true).await
}

async fn show(app: &App, user: &SignedIn, raw: &str, planning: bool) -> Result<Response, Problem> {
    let filter = filter(raw);
    let found = desk(app)?.list_unmet(&user.author, filter).await?;
    let context = Context::new(app);
    let (places, kinds) = choices(&context, filter);
    let path = if planning { "/planung/gesucht" } else { "/redaktion/gesucht" };
    let chosen = [
        ("municipality", filter.municipality.map(|ags| ags.to_string())),
        ("kind", filter.kind.map(|kind| kind.as_str().to_owned())),
    ];
    let chosen = chosen.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
    let query = encode(chosen);
    let mark = if query.is_empty() { "" } else { "?" };
    let title = context.texts.t("unmet-title");
    let page = UnmetPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        tab: "unmet",
        planning,
        path,
        csv_href: format!("{path}.csv{mark}{query}"),
        places,
        kinds,
        rows: found.iter().map(|one| row(&context, one)).collect(),
    };
    respond(StatusCode::OK, &page)
}

/// `GET /redaktion/gesucht.csv`, `GET /planung/gesucht.csv`
pub(super) async fn csv(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let found = desk(&app)?.list_unmet(&user.author, filter(&raw)).await?;
    let context = Context::new(&app);
    let heads = ["unmet-week", "unmet-words", "unmet-place", "unmet-kind", "unmet-count"];
    let cells = |one: &UnmetCount| {
        vec![
            one.week.to_string(),
            one.wording.words.clone(),
            place_word(&context, one),
            kind_word(&context, one.kind).to_owned(),
            one.count.to_string(),
        ]
    };
    let sheet = Sheet {
        header: heads.iter().map(|key| context.texts.t(key).to_owned()).collect(),
        rows: found.iter().map(cells).collect(),
    };
    let mut bytes = Vec::new();
    write_csv(&sheet, &mut bytes).map_err(Problem::internal)?;
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    let file = HeaderValue::from_static("attachment; filename=\"gesucht.csv\"");
    headers.insert(CONTENT_DISPOSITION, file);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
