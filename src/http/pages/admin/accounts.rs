//! `GET /verwaltung`: all accounts, with a filter.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{Choice, Tab, desk, moment, role_choices, role_name, state_name, tabs};
use crate::app::App;
use crate::domain::{Account, AccountState};
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

/// An account in the list.
struct Row {
    href: String,
    name: String,
    email: String,
    /// Role, state, organizations, when last there.
    note: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "admin/accounts.html")]
struct AccountsPage {
    shell: Shell,
    tabs: Vec<Tab>,
    invited: bool,
    q: String,
    roles: Vec<Choice>,
    count: String,
    rows: Vec<Row>,
}

door!(AccountsPage);

/// `GET /verwaltung`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let accounts = desk(&app)?.list_accounts(&user.author).await?;
    let context = Context::new(&app);
    let word = |name: &str| {
        let mut pairs = url::form_urlencoded::parse(raw.as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let (q, role) = (word("q"), word("role"));
    let wanted = q.trim().to_lowercase();
    let mut found: Vec<&Account> = accounts
        .iter()
        .filter(|one| one.state != AccountState::Erased)
        .filter(|one| role.is_empty() || one.role.as_str() == role)
        .filter(|one| {
            let text = format!("{} {}", one.name, one.email).to_lowercase();
            text.contains(&wanted) || organizations(&context, one).to_lowercase().contains(&wanted)
        })
        .collect();
    found.sort_by_key(|one| (one.name.to_lowercase(), one.id));
    let title = context.texts.t("admin-title");
    let count = u64::try_from(found.len()).unwrap_or_default();
    let page = AccountsPage {
        shell: Shell::new(&context.prepared, "admin", title, "").hidden(true),
        tabs: tabs("/verwaltung"),
        invited: raw.contains("eingeladen=1"),
        count: context.texts.count("admin-accounts-count", count),
        rows: found.into_iter().map(|one| row(&app, &context, one)).collect(),
        roles: role_choices(&role),
        q,
    };
    respond(StatusCode::OK, &page)
}

fn row(app: &App, context: &Context, account: &Account) -> Row {
    let texts = context.texts;
    let last = match account.last_sign_in {
        Some(at) => {
            let at = moment(app, at);
            texts.with("admin-last-sign-in", &[("at", (&at).into())])
        }
        None => texts.t("admin-never-signed-in").to_owned(),
    };
    let own = organizations(context, account);
    let note = [role_name(account.role).to_owned(), own, last];
    Row {
        href: format!("/verwaltung/konten/{}", account.id),
        name: account.name.clone(),
        email: account.email.clone(),
        note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        state: state_name(account.state),
    }
}

/// The names of the organizations an account speaks for.
pub(super) fn organizations(context: &Context, account: &Account) -> String {
    let known = &context.reference().organizations;
    let names = account.organizations.iter().filter_map(|id| known.get(id));
    names.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
}
