//! How fresh the county's entries are, and were: month by month, as a diagram and as a table.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::{answer, desk, shell};
use crate::app::{App, FreshnessMonth};
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

/// Height of the diagram in its own units, and width of a month.
const HEIGHT: f64 = 200.0;
const STEP: f64 = 48.0;
const BAR: f64 = 36.0;

/// A month.
pub(crate) struct MonthRow {
    pub(crate) month: String,
    pub(crate) fresh: String,
    pub(crate) stale: String,
    pub(crate) unknown: String,
    pub(crate) total: String,
    /// "38 %".
    pub(crate) share: String,
    /// The bar: where it stands, and the heights of its three parts, from the top of the diagram.
    pub(crate) x: f64,
    pub(crate) label_x: f64,
    pub(crate) fresh_y: f64,
    pub(crate) fresh_h: f64,
    pub(crate) stale_y: f64,
    pub(crate) stale_h: f64,
    pub(crate) unknown_h: f64,
    /// Every third month has its name under the bar.
    pub(crate) short: String,
}

/// `/redaktion/aktualitaet`
#[derive(Template)]
#[template(path = "desk/freshness.html")]
pub(crate) struct FreshnessPage {
    pub(crate) shell: Shell,
    pub(crate) tab: &'static str,
    pub(crate) sentence: String,
    pub(crate) rows: Vec<MonthRow>,
    pub(crate) width: f64,
    pub(crate) bar: f64,
}

door!(FreshnessPage);

/// `GET /redaktion/aktualitaet`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let region = Arc::new(context.reference().region.clone());
    let today = context.moment.today();
    let months = desk(&app)?.freshness_over_time(&user.author, today, &region).await?;
    let texts = context.texts;
    let rows: Vec<MonthRow> =
        months.iter().enumerate().map(|(at, month)| row(&context, at, month)).collect();
    let sentence = match months.last() {
        Some(now) if now.count.total() > 0 => {
            let (share, fresh) = (share(&context, now), texts.number(now.count.fresh));
            let total = texts.number(now.count.total());
            let args = [
                ("share", (&share).into()),
                ("fresh", (&fresh).into()),
                ("total", (&total).into()),
            ];
            texts.with("freshness-sentence", &args)
        }
        _ => texts.t("freshness-nothing").to_owned(),
    };
    let page = FreshnessPage {
        shell: shell(&context, texts.t("freshness-title")),
        tab: "freshness",
        sentence,
        width: STEP * rows.len().max(1) as f64,
        rows,
        bar: BAR,
    };
    answer(StatusCode::OK, &page)
}

fn share(context: &Context, month: &FreshnessMonth) -> String {
    let percent = (month.count.fresh * 100 + month.count.total() / 2) / month.count.total().max(1);
    let number = context.texts.number(percent);
    context.texts.with("percent", &[("number", (&number).into())])
}

fn row(context: &Context, at: usize, month: &FreshnessMonth) -> MonthRow {
    let texts = context.texts;
    let total = month.count.total();
    let height = |n: u64| if total == 0 { 0.0 } else { HEIGHT * n as f64 / total as f64 };
    let (fresh, stale, unknown) =
        (height(month.count.fresh), height(month.count.stale), height(month.count.unknown));
    let x = at as f64 * STEP + (STEP - BAR) / 2.0;
    let name = texts.partial_date(month.month);
    let short = if at.is_multiple_of(3) { month.month.to_string() } else { String::new() };
    MonthRow {
        fresh: texts.number(month.count.fresh),
        stale: texts.number(month.count.stale),
        unknown: texts.number(month.count.unknown),
        total: texts.number(total),
        share: share(context, month),
        x,
        label_x: x + BAR / 2.0,
        fresh_y: HEIGHT - fresh,
        fresh_h: fresh,
        stale_y: HEIGHT - fresh - stale,
        stale_h: stale,
        unknown_h: unknown,
        short,
        month: name,
    }
}
