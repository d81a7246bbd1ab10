//! `/anmelden/extern`: to the sign-in provider and back.
//!
//! The way there begins with a form that only our own page can send, and goes on by an answer that tells the browser
//! where to (`Refresh`): a redirect of the form itself would have to be allowed by the Content-Security-Policy, with
//! every address the provider may lead on to.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{REFRESH, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Deserialize;

use super::form_page::FormPage;
use super::local_path;
use super::sign_in::{go_on, insecure, to_code};
use crate::app::{App, AppError, ProviderAnswer, ProviderSignIn, ProviderStart};
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, Jarred};
use crate::texts::Texts;

/// Seconds after which a provider that did not answer is worth another try.
const AGAIN_S: u32 = 60;

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    weiter: String,
}

/// What people call the provider.
pub(super) fn label(app: &App) -> Option<String> {
    let options = app.desk.as_ref()?.provider()?;
    let general = || Texts::german().t("provider-general").to_owned();
    Some(options.label.clone().unwrap_or_else(general))
}

/// `POST /anmelden/extern`: leads to the provider.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let desk = jar.desk()?;
    let Some(label) = label(&app) else { return Err(Problem::not_found("sign-in provider")) };
    if !jar.is_confidential() {
        return insecure(&app);
    }
    let next = local_path(&sent.weiter).unwrap_or_default();
    match desk.begin_provider_sign_in(next, &jar.visit()).await {
        Ok(ProviderStart::Go { url, cookie }) => {
            jar.begin_attempt(&cookie);
            let texts = Texts::german();
            let title = texts.with("provider-going", &[("label", (&label).into())]);
            let page = FormPage::new(&app, &title, "", CsrfToken::default())
                .intro(texts.t("provider-going-text"))
                .link(&url, texts.t("provider-go"));
            lead_to(&page, &url)
        }
        Ok(ProviderStart::Unusable) => unusable(&app, &label),
        Err(AppError::Throttled { retry_after_s }) => slow_down(&app, retry_after_s),
        Err(error) => Err(error.into()),
    }
}

/// `GET /anmelden/extern/zurueck`: the provider has led back.
pub(super) async fn come_back(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let desk = jar.desk()?;
    let Some(label) = label(&app) else { return Err(Problem::not_found("sign-in provider")) };
    // Whatever comes of it, this attempt is over.
    let cookie = jar.end_attempt();
    let answer = answer_of(&query);
    let texts = Texts::german();
    let named = |key| texts.with(key, &[("label", (&label).into())]);
    match desk.finish_provider_sign_in(&answer, cookie.as_deref(), &jar.visit()).await {
        Ok(ProviderSignIn::Done(session, next)) => {
            jar.begin(&session, app.clock.now());
            go_on(&app, &session, &next).await
        }
        Ok(ProviderSignIn::CodeNeeded(session, next)) => {
            jar.begin(&session, app.clock.now());
            Ok(to_code(&next))
        }
        Ok(ProviderSignIn::Unusable) => unusable(&app, &label),
        Ok(ProviderSignIn::Cancelled) => {
            out(&app, StatusCode::OK, texts.t("provider-cancelled"), texts.t("provider-again"))
        }
        Ok(ProviderSignIn::Stale) => {
            let title = texts.t("provider-stale");
            out(&app, StatusCode::BAD_REQUEST, title, texts.t("provider-stale-text"))
        }
        Ok(ProviderSignIn::Refused) => {
            let title = texts.t("provider-refused");
            out(&app, StatusCode::BAD_REQUEST, title, texts.t("provider-again"))
        }
        Ok(ProviderSignIn::Unverified) => {
            let text = named("provider-unverified-text");
            out(&app, StatusCode::FORBIDDEN, texts.t("provider-unknown"), &text)
        }
        Ok(ProviderSignIn::Unknown) => {
            let text = named("provider-unknown-text");
            out(&app, StatusCode::FORBIDDEN, texts.t("provider-unknown"), &text)
        }
        Ok(ProviderSignIn::Unlinked) => {
            let text = named("provider-unlinked-text");
            out(&app, StatusCode::FORBIDDEN, texts.t("provider-unknown"), &text)
        }
        Err(AppError::Throttled { retry_after_s }) => slow_down(&app, retry_after_s),
        Err(error) => Err(error.into()),
    }
}

/// The page after signing out here of whoever came by the provider; `None` = the provider has no such place.
pub(super) async fn signed_out(app: &App) -> Option<Result<Response, Problem>> {
    let label = label(app)?;
    let url = app.desk.as_ref()?.provider_logout().await?;
    let texts = Texts::german();
    let named = |key| texts.with(key, &[("label", (&label).into())]);
    let page = FormPage::new(app, texts.t("signed-out"), "", CsrfToken::default())
        .intro(&named("signed-out-text"))
        .link(&url, &named("signed-out-there"))
        .link("/", texts.t("signed-out-home"));
    Some(page.answer(StatusCode::OK))
}

/// The page, which the browser leaves for an address of the provider at once.
fn lead_to(page: &FormPage, url: &str) -> Result<Response, Problem> {
    let mut response = page.answer(StatusCode::OK)?;
    let refresh = HeaderValue::from_str(&format!("0; url={url}")).map_err(Problem::internal)?;
    response.headers_mut().insert(REFRESH, refresh);
    Ok(response)
}

/// What the browser brings back; of repeated words the first.
fn answer_of(query: &str) -> ProviderAnswer {
    let mut answer = ProviderAnswer::default();
    for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let field = match key.as_ref() {
            "code" => &mut answer.code,
            "state" => &mut answer.state,
            "iss" => &mut answer.issuer,
            "error" => &mut answer.error,
            _ => continue,
        };
        if field.is_empty() {
            *field = value.into_owned();
        }
    }
    answer
}

/// A page without a form that leads to the other ways in.
fn out(app: &App, status: StatusCode, title: &str, text: &str) -> Result<Response, Problem> {
    FormPage::new(app, title, "", CsrfToken::default())
        .intro(text)
        .link("/anmelden", Texts::german().t("forgotten-back"))
        .answer(status)
}

/// The provider does not answer: what to do instead.
fn unusable(app: &App, label: &str) -> Result<Response, Problem> {
    let texts = Texts::german();
    let takes_passwords = app.desk.as_ref().is_some_and(|desk| desk.takes_passwords());
    let key = if takes_passwords { "provider-down-text" } else { "provider-down-only" };
    let text = texts.with(key, &[("label", label.into())]);
    let mut response = out(app, StatusCode::SERVICE_UNAVAILABLE, texts.t("provider-down"), &text)?;
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(AGAIN_S));
    Ok(response)
}

fn slow_down(app: &App, retry_after_s: u32) -> Result<Response, Problem> {
    let texts = Texts::german();
    let minutes = u64::from(retry_after_s.div_ceil(60));
    let text = texts.count("provider-throttled", minutes);
    let mut response = out(app, StatusCode::TOO_MANY_REQUESTS, texts.t("provider-refused"), &text)?;
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(retry_after_s));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_repeated_word_the_first_counts() {
        let answer = answer_of("code=a%20b&state=s&code=c&iss=https%3A%2F%2Fx&other=1&error=");
        assert_eq!(answer.code, "a b");
        assert_eq!((answer.state.as_str(), answer.issuer.as_str()), ("s", "https://x"));
        assert!(answer.error.is_empty());
    }
}
