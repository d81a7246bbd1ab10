//! The link to the sign-in provider on `/konto`.

use crate::app::{App, Desk};
use crate::http::pages::account::provider;
use crate::http::pages::account::words::moment;
use crate::http::pages::forms::Field;
use crate::http::problem::Problem;
use crate::http::session::SignedIn;
use crate::texts::Texts;

/// What stands about the provider.
pub(super) struct IdentityPart {
    pub(super) title: String,
    pub(super) text: String,
    /// What the button does.
    pub(super) action: &'static str,
    /// Its label; empty = there is nothing to do.
    pub(super) submit: &'static str,
    pub(super) password: Field,
}

/// The part of the page; `None` where no provider is set up.
pub(super) async fn part(
    app: &App,
    desk: &Desk,
    user: &SignedIn,
    password: Field,
) -> Result<Option<IdentityPart>, Problem> {
    let (Some(label), Some(options)) = (provider::label(app), desk.provider()) else {
        return Ok(None);
    };
    let texts = Texts::german();
    let mut part = IdentityPart {
        title: texts.with("identity-title", &[("label", (&label).into())]),
        text: texts.t("identity-none").to_owned(),
        action: "",
        submit: "",
        password,
    };
    let found = desk.list_identities(user.account.id).await?;
    let Some(identity) = found.into_iter().find(|one| one.issuer == options.issuer) else {
        return Ok(Some(part));
    };
    if identity.unlinked_at.is_some() {
        texts.t("identity-unlinked").clone_into(&mut part.text);
        (part.action, part.submit) = ("verbinden", texts.t("identity-allow"));
        return Ok(Some(part));
    }
    let (since, used) = (moment(app, identity.linked_at), moment(app, identity.last_used_at));
    let args = [("since", (&since).into()), ("used", (&used).into())];
    part.text = texts.with("identity-linked", &args);
    if desk.takes_passwords() && desk.has_password(user.account.id).await? {
        (part.action, part.submit) = ("trennen", texts.t("identity-unlink"));
    } else {
        part.text.push(' ');
        part.text.push_str(texts.t("identity-only"));
    }
    Ok(Some(part))
}

/// What whoever signs in by the provider alone is told about passwords; empty for everybody else.
pub(in crate::http::pages::account) async fn no_password(
    desk: &Desk,
    user: &SignedIn,
) -> Result<&'static str, Problem> {
    let needed = desk.takes_passwords() && desk.has_password(user.account.id).await?;
    let text = if needed { "" } else { Texts::german().t("own-no-password") };
    Ok(if desk.provider().is_some() { text } else { "" })
}
