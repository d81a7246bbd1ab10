//! Signing in and out, forgotten passwords, invitations, one's own account.

mod choose_password;
mod code;
mod factor;
mod forgotten;
mod form_page;
mod new_email;
mod own;
mod provider;
mod secrets;
mod sign_in;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use form_page::expired_form;
pub(crate) use words::{moment, role_name};

use crate::app::App;
use crate::domain::policy::Role;

/// All pages of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/anmelden", get(sign_in::show).post(sign_in::send))
        .route("/anmelden/extern", post(provider::begin))
        .route("/anmelden/extern/zurueck", get(provider::come_back))
        .route("/anmelden/code", get(code::show).post(code::send))
        .route("/abmelden", post(sign_in::sign_out))
        .route("/passwort/vergessen", get(forgotten::show).post(forgotten::send))
        .route(
            "/passwort/neu/{token}",
            get(choose_password::show_reset).post(choose_password::send_reset),
        )
        .route(
            "/einladung/{token}",
            get(choose_password::show_invitation).post(choose_password::send_invitation),
        )
        .route("/konto", get(own::show))
        .route("/konto/person", post(own::send_person))
        .route("/konto/e-mail/abbrechen", post(new_email::cancel))
        .route("/konto/e-mail/{token}", get(new_email::show).post(new_email::confirm))
        .route("/konto/einspruch/{token}", get(new_email::show_objection).post(new_email::object))
        .route("/konto/passwort", post(own::send_password))
        .route("/konto/zweiter-faktor", get(factor::show).post(factor::begin))
        .route("/konto/zweiter-faktor/code", post(factor::confirm))
        .route("/konto/zweiter-faktor/aus", post(factor::disable))
        .route("/konto/ersatz-codes", post(factor::renew_codes))
        .route("/konto/extern", post(own::send_identity))
        .route("/konto/sitzungen", post(own::end_session))
        .route("/konto/schluessel", post(own::create_token))
        .route("/konto/schluessel/beenden", post(own::end_token))
        .route("/konto/daten", get(own::download))
        .route("/konto/loeschen", post(own::erase))
}

/// Where a person of a role begins.
const fn home_of(role: Role) -> &'static str {
    match role {
        Role::Provider => "/mein",
        Role::Editor => "/redaktion",
        Role::Planner => "/planung",
        Role::Admin => "/verwaltung",
        Role::Resident => "/konto",
    }
}

/// A path of this site to go on to, as it stood in `weiter=…`; anything else leads nowhere.
fn local_path(text: &str) -> Option<&str> {
    let odd = |c: char| c.is_control() || c == '\\' || c.is_whitespace();
    let local = text.starts_with('/') && !text.starts_with("//") && !text.contains(odd);
    (local && text.len() <= 2_000 && !text.starts_with("/anmelden")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_on_to() {
        for fine in ["/", "/mein", "/redaktion?q=a%20b&x=1#y"] {
            assert_eq!(local_path(fine), Some(fine));
        }
        for evil in [
            "",
            "mein",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nset-cookie: x",
            "/\t/evil.example",
            "/anmelden?weiter=/anmelden",
        ] {
            assert_eq!(local_path(evil), None, "{evil:?}");
        }
    }
}
