//! How often entries were opened, and which searches led to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::{App, Desk, Reach, ReachMonth};
use crate::domain::{Month, OrganizationId, ServiceId};
use crate::http::extract::Path;
use crate::http::pages::context::Context;
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

/// Months on the page of numbers: this one and the year before.
const MONTHS: u32 = 13;
/// Searches that a line names; the page of numbers names all.
const LED_IN_LINE: usize = 2;

/// An entry with what it brought, on the provider's first page.
pub(in crate::http::pages) struct ReachLine {
    pub(in crate::http::pages) name: String,
    pub(in crate::http::pages) href: String,
    /// A sentence per month, the newest first.
    pub(in crate::http::pages) months: Vec<String>,
}

/// A row of a table.
struct Row {
    month: String,
    views: String,
    led: Vec<String>,
}

/// A table: an entry, or an organization with all its entries.
struct Table {
    id: String,
    title: String,
    rows: Vec<Row>,
    /// Whether searches are told; not of an organization.
    has_led: bool,
}

#[derive(Template)]
#[template(path = "usage/reach.html")]
struct ReachPage {
    shell: Shell,
    title: String,
    text: &'static str,
    back_href: String,
    back: &'static str,
    tables: Vec<Table>,
}

door!(ReachPage);

fn desk(app: &App) -> Result<&Desk, Problem> {
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

fn month_name(context: &Context, month: Month) -> String {
    let text = month.to_string();
    let name = text.parse().map_or(text, |date| context.texts.partial_date(date));
    if month == Month::of(context.moment.today()) {
        return context.texts.with("usage-so-far", &[("month", (&name).into())]);
    }
    name
}

fn led_words(context: &Context, month: &ReachMonth, most: usize) -> Vec<String> {
    let texts = context.texts;
    let words = month.led.iter().take(most).map(|led| {
        let number = texts.number(led.count);
        let args = [("number", (&number).into()), ("words", (&led.words).into())];
        texts.with("usage-led", &args)
    });
    words.collect()
}

/// The entries that were opened this month or the month before, each with a sentence per month.
pub(in crate::http::pages) fn lines(context: &Context, all: &[Reach]) -> Vec<ReachLine> {
    let now = Month::of(context.moment.today());
    let sentence = |month: &ReachMonth| {
        let mut facts = vec![context.texts.count("usage-views", month.views)];
        facts.extend(led_words(context, month, LED_IN_LINE));
        let facts = facts.join(context.texts.t("usage-facts-separator"));
        let name = month_name(context, month.month);
        let args = [("month", (&name).into()), ("facts", (&facts).into())];
        context.texts.with("usage-reach-month", &args)
    };
    let line = |reach: &Reach| ReachLine {
        name: reach.name.clone(),
        href: format!("/mein/zahlen#z-{}", reach.service_id),
        months: reach
            .months
            .iter()
            .filter(|month| month.month >= now.before(1))
            .map(sentence)
            .collect(),
    };
    all.iter().map(line).filter(|line| !line.months.is_empty()).collect()
}

fn table_of(context: &Context, reach: &Reach) -> Table {
    let row = |month: &ReachMonth| Row {
        month: month_name(context, month.month),
        views: context.texts.number(month.views),
        led: led_words(context, month, usize::MAX),
    };
    Table {
        id: reach.service_id.to_string(),
        title: reach.name.clone(),
        rows: reach.months.iter().map(row).collect(),
        has_led: true,
    }
}

/// The sums of organizations with more than one entry.
fn sums(context: &Context, all: &[Reach]) -> Vec<Table> {
    let mut owners: BTreeMap<OrganizationId, (usize, BTreeMap<Month, u64>)> = BTreeMap::new();
    for reach in all {
        let Some(owner) = reach.owner else { continue };
        let (entries, months) = owners.entry(owner).or_default();
        *entries += 1;
        for month in &reach.months {
            *months.entry(month.month).or_default() += month.views;
        }
    }
    let known = &context.reference().organizations;
    let table = |(id, (entries, months)): (OrganizationId, (usize, BTreeMap<Month, u64>))| {
        let name = known.get(&id).filter(|_| entries > 1)?.name.clone();
        let row = |(month, views): (&Month, &u64)| Row {
            month: month_name(context, *month),
            views: context.texts.number(*views),
            led: Vec::new(),
        };
        Some(Table {
            id: id.to_string(),
            title: context.texts.with("usage-page-sum", &[("name", (&name).into())]),
            rows: months.iter().rev().map(row).collect(),
            has_led: false,
        })
    };
    owners.into_iter().filter_map(table).collect()
}

/// `GET /mein/zahlen`
pub(super) async fn show_own(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
) -> Result<Response, Problem> {
    let all = desk(&app)?.list_reach(&user.author, MONTHS).await?;
    let context = Context::new(&app);
    let texts = context.texts;
    let mut tables = sums(&context, &all);
    let entries = all.iter().filter(|reach| !reach.months.is_empty());
    tables.extend(entries.map(|reach| table_of(&context, reach)));
    let title = texts.t("usage-page-title");
    let page = ReachPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        title: title.to_owned(),
        text: texts.t("usage-page-text"),
        back_href: "/mein".to_owned(),
        back: texts.t("usage-back-mine"),
        tables,
    };
    respond(StatusCode::OK, &page)
}

/// `GET /redaktion/eintraege/{id}/zahlen`
pub(super) async fn show_entry(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("such entry");
    let id: ServiceId = id.parse().ok().ok_or_else(missing)?;
    let reach = desk(&app)?.find_reach(&user.author, id, MONTHS).await?.ok_or_else(missing)?;
    let context = Context::new(&app);
    let texts = context.texts;
    let page = ReachPage {
        shell: Shell::new(&context.prepared, "desk", texts.t("usage-page-title"), "").hidden(true),
        title: texts.t("usage-page-title").to_owned(),
        text: texts.t("usage-page-text-entry"),
        back_href: format!("/redaktion/eintraege/{id}"),
        back: texts.t("usage-back-case"),
        tables: vec![table_of(&context, &reach)],
    };
    respond(StatusCode::OK, &page)
}
