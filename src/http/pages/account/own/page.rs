//! What stands on `/konto`.

use askama::Template;

use super::Section;
use super::identity::{self, IdentityPart};
use crate::app::{App, Desk};
use crate::domain::policy::Role;
use crate::domain::{FieldErrors, Scope};
use crate::http::pages::account::words::{day, moment, role_name, scope_name};
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Fault, Faults, Field};
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::{CsrfToken, SignedIn};
use crate::texts::Texts;

/// Days a token is suggested to last.
const SUGGESTED_DAYS: &str = "90";

/// What was typed into a form that is shown again.
#[derive(Default)]
pub(super) struct Typed {
    /// Name and address.
    pub(super) person: Option<(String, String)>,
    /// Name, days and scopes.
    pub(super) token: Option<(String, String, Vec<Scope>)>,
}

/// A session in the list.
struct SessionRow {
    id: String,
    device: String,
    /// Since when, and when last used.
    times: String,
    here: bool,
}

/// A token in the list.
struct TokenRow {
    id: String,
    name: String,
    scopes: String,
    times: String,
}

/// A scope to choose.
struct ScopeChoice {
    word: &'static str,
    label: &'static str,
    chosen: bool,
}

/// `/konto`
#[derive(Template)]
#[template(path = "account/own.html")]
pub(super) struct OwnPage {
    shell: Shell,
    csrf: CsrfToken,
    notice: &'static str,
    faults: Faults,
    facts: Vec<(&'static str, String)>,
    person: Vec<Field>,
    password: Vec<Field>,
    /// That another address is still to be confirmed; empty if none is.
    new_email: String,
    /// What stands about the second factor.
    factor: String,
    has_factor: bool,
    /// Whether it may be given up.
    may_disable: bool,
    codes_password: Field,
    off_password: Field,
    sessions: Vec<SessionRow>,
    tokens: Vec<TokenRow>,
    token: Vec<Field>,
    scopes: Vec<ScopeChoice>,
    scope_fault: String,
    token_password: Field,
    erase_password: Field,
    /// The link to the sign-in provider; `None` = there is no provider.
    identity: Option<IdentityPart>,
    /// Why a password may be left out; empty = it may not.
    no_password: &'static str,
}

door!(OwnPage);

/// The page as it stands.
pub(super) async fn make(
    app: &App,
    desk: &Desk,
    user: &SignedIn,
    csrf: CsrfToken,
) -> Result<OwnPage, Problem> {
    let (context, texts) = (Context::new(app), Texts::german());
    let account = &user.account;
    let left = desk.count_recovery_codes(account.id).await?;
    let factor = if account.second_factor {
        texts.count("factor-on", left)
    } else {
        texts.t("factor-off").to_owned()
    };
    let no_password = identity::no_password(desk, user).await?;
    let again = |name: &str| {
        let mut field = Field::new(name, texts.t("account-password"), "password");
        field.required = no_password.is_empty();
        field.autocomplete("current-password")
    };
    let token = vec![
        Field::new("token_name", texts.t("token-name"), "text").hint(texts.t("token-name-hint")),
        Field::new("days", texts.t("token-days"), "text")
            .hint(texts.t("token-days-hint"))
            .value(SUGGESTED_DAYS)
            .inputmode("numeric"),
    ];
    Ok(OwnPage {
        shell: Shell::new(&context.prepared, "account", texts.t("own-title"), "").hidden(true),
        csrf,
        notice: "",
        faults: Faults::default(),
        facts: facts(&context, user),
        person: vec![
            Field::new("name", texts.t("account-name"), "text")
                .hint(texts.t("account-name-hint"))
                .value(&account.name)
                .autocomplete("name"),
            Field::new("email", texts.t("account-email"), "email")
                .hint(texts.t("own-email-hint"))
                .value(&account.email)
                .autocomplete("username"),
            again("person_password").hint(texts.t("own-password-hint")),
        ],
        password: vec![
            Field::new("password", texts.t("account-present-password"), "password")
                .autocomplete("current-password"),
            Field::new("new_password", texts.t("account-new-password"), "password")
                .hint(texts.t("account-password-hint"))
                .autocomplete("new-password"),
        ],
        new_email: new_email(app, desk, user).await?,
        factor,
        has_factor: account.second_factor,
        may_disable: account.second_factor && !desk.requires_second_factor(account.role),
        codes_password: again("codes_password"),
        off_password: again("off_password"),
        sessions: sessions(app, desk, user).await?,
        tokens: tokens(app, desk, user).await?,
        token,
        scopes: scopes_of(account.role),
        scope_fault: String::new(),
        token_password: again("token_password").hint(texts.t("own-password-hint")),
        erase_password: again("erase_password"),
        identity: identity::part(app, desk, user, again("identity_password")).await?,
        no_password,
    })
}

/// That another address is still to be confirmed; empty if none is.
async fn new_email(app: &App, desk: &Desk, user: &SignedIn) -> Result<String, Problem> {
    let Some(change) = desk.find_email_change(user.account.id).await? else {
        return Ok(String::new());
    };
    let until = moment(app, change.valid_until);
    let args = [("email", (&change.email).into()), ("until", (&until).into())];
    Ok(Texts::german().with("own-email-waits", &args))
}

/// Role and organizations.
fn facts(context: &Context, user: &SignedIn) -> Vec<(&'static str, String)> {
    let texts = Texts::german();
    let mut facts = vec![(texts.t("own-role"), role_name(user.account.role).to_owned())];
    let organizations = &context.reference().organizations;
    let names: Vec<String> = user
        .account
        .organizations
        .iter()
        .filter_map(|id| organizations.get(id))
        .map(|organization| organization.name.clone())
        .collect();
    if !names.is_empty() {
        facts.push((texts.t("own-organizations"), texts.list(&names)));
    }
    facts
}

async fn sessions(app: &App, desk: &Desk, user: &SignedIn) -> Result<Vec<SessionRow>, Problem> {
    let texts = Texts::german();
    let row = |session: crate::app::SessionRecord| {
        let (since, seen) = (moment(app, session.created_at), moment(app, session.last_seen_at));
        let args = [("since", (&since).into()), ("seen", (&seen).into())];
        SessionRow {
            here: user.session.as_deref() == Some(session.id.as_str()),
            device: match session.device.as_str() {
                "" => texts.t("session-unknown").to_owned(),
                known => known.to_owned(),
            },
            times: texts.with("session-times", &args),
            id: session.id,
        }
    };
    Ok(desk.list_sessions(user.account.id).await?.into_iter().map(row).collect())
}

async fn tokens(app: &App, desk: &Desk, user: &SignedIn) -> Result<Vec<TokenRow>, Problem> {
    let texts = Texts::german();
    let row = |token: crate::app::TokenRecord| {
        let until = day(app, token.expires_at);
        let used = match token.last_used_at {
            Some(at) => texts.with("token-used", &[("at", (&moment(app, at)).into())]),
            None => texts.t("token-unused").to_owned(),
        };
        let names: Vec<String> =
            token.scopes.iter().map(|scope| scope_name(*scope).to_owned()).collect();
        TokenRow {
            id: token.id,
            name: token.name,
            scopes: texts.list(&names),
            times: texts
                .with("token-times", &[("until", (&until).into()), ("used", (&used).into())]),
        }
    };
    Ok(desk.list_tokens(user.account.id).await?.into_iter().map(row).collect())
}

fn scopes_of(role: Role) -> Vec<ScopeChoice> {
    let open = Scope::ALL.into_iter().filter(|scope| scope.is_open_to(role));
    open.map(|scope| ScopeChoice { word: scope.as_str(), label: scope_name(scope), chosen: false })
        .collect()
}

impl OwnPage {
    /// Says that something was saved, if the address does.
    pub(super) fn confirm(&mut self, query: &str) {
        let texts = Texts::german();
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        let what = pairs.find(|(key, _)| key == "gespeichert").map(|(_, value)| value);
        self.notice = match what.as_deref() {
            Some("person") => texts.t("saved-person"),
            Some("e-mail-gefragt") => texts.t("saved-email-asked"),
            Some("e-mail-aus") => texts.t("saved-email-cancelled"),
            Some("e-mail") => texts.t("saved-email-confirmed"),
            Some("passwort") => texts.t("saved-password"),
            Some("zweiter-faktor") => texts.t("saved-factor"),
            Some("sitzungen") => texts.t("saved-sessions"),
            Some("schluessel") => texts.t("saved-token"),
            Some("extern-aus") => texts.t("saved-unlinked"),
            Some("extern-an") => texts.t("saved-link-allowed"),
            _ => "",
        };
    }

    /// Puts back what was typed.
    pub(super) fn fill(&mut self, typed: Typed) {
        if let Some((name, email)) = typed.person {
            let values = [name, email];
            self.person.iter_mut().zip(values).for_each(|(field, value)| field.value = value);
        }
        if let Some((name, days, scopes)) = typed.token {
            let values = [name, days];
            self.token.iter_mut().zip(values).for_each(|(field, value)| field.value = value);
            for choice in &mut self.scopes {
                choice.chosen = scopes.iter().any(|scope| scope.as_str() == choice.word);
            }
        }
    }

    /// Puts what is wrong above the page and at the fields.
    pub(super) fn faulty(&mut self, section: Section, errors: &FieldErrors) {
        let faults = Fault::list(errors, |pointer| section.field_of(pointer));
        let mut fields: Vec<&mut Field> = Vec::new();
        fields.extend(self.person.iter_mut());
        fields.extend(self.password.iter_mut());
        fields.extend(self.token.iter_mut());
        fields.push(&mut self.token_password);
        fields.push(&mut self.codes_password);
        fields.push(&mut self.off_password);
        fields.push(&mut self.erase_password);
        if let Some(identity) = &mut self.identity {
            fields.push(&mut identity.password);
        }
        let label = |name: &str| {
            let field = fields.iter().find(|field| field.name == name);
            field.map_or(String::new(), |field| field.label.clone())
        };
        let faults = Faults::new(Texts::german(), &faults, label);
        for field in fields {
            faults.of(&field.name).clone_into(&mut field.fault);
        }
        faults.of("scopes").clone_into(&mut self.scope_fault);
        self.faults = faults;
    }
}
