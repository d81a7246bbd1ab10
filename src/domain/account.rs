//! People who may sign in: their accounts, what tokens may do, what a link is for, how passwords and addresses look.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{FieldError, FieldErrors};
use super::ids::{AccountId, OrganizationId};
use super::policy::{Action, Actor, Right, Role, right};

/// Longest address, in bytes (RFC 5321, section 4.5.3.1.3, less the angle brackets).
pub const LONGEST_EMAIL: usize = 254;
/// Longest name of a person, in characters.
const LONGEST_NAME: usize = 120;

/// What a name of an account in the change feed begins with.
const AUTHOR_PREFIX: &str = "account:";

/// Where an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Asked to come; has no password yet.
    Invited,
    /// May sign in.
    Active,
    /// May not sign in until an administrator changes that.
    Blocked,
    /// The person is gone; only the id remains, so that the history keeps its order.
    Erased,
}

impl AccountState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Active, Self::Blocked, Self::Erased];

    /// The word used in JSON and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Blocked => "blocked",
            Self::Erased => "erased",
        }
    }

    /// The state named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// An account, without anything secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The address as the person writes it; empty once erased.
    pub email: String,
    /// What the person is called; empty once erased.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// Organizations the person speaks for; only providers have any.
    pub organizations: Vec<OrganizationId>,
    /// Where it stands.
    pub state: AccountState,
    /// Whether signing in takes a one-time code too.
    pub second_factor: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When the person last signed in.
    pub last_sign_in: Option<DateTime<Utc>>,
}

impl Account {
    /// Who acts when this person does.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Person { role: self.role, organizations: self.organizations.clone() }
    }

    /// The name that the change feed keeps: nothing of the person, so that erasing the account is enough.
    #[must_use]
    pub fn author_name(&self) -> String {
        author_name(self.id)
    }
}

/// The name of an account in the change feed: `account:<id>`.
#[must_use]
pub fn author_name(id: AccountId) -> String {
    format!("{AUTHOR_PREFIX}{id}")
}

/// The account that a name of the change feed stands for; `None` for imports, links and the program itself.
#[must_use]
pub fn account_of_author(name: &str) -> Option<AccountId> {
    name.strip_prefix(AUTHOR_PREFIX)?.parse().ok()
}

/// What a token of the machine interface may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Read entries with what is not public of them.
    ListingsRead,
    /// Create and change entries.
    ListingsWrite,
    /// Change organizations.
    OrganizationsWrite,
    /// Keep scenarios of the planning.
    ScenariosWrite,
    /// Manage accounts.
    AccountsAdmin,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Self; 5] = [
        Self::ListingsRead,
        Self::ListingsWrite,
        Self::OrganizationsWrite,
        Self::ScenariosWrite,
        Self::AccountsAdmin,
    ];

    /// The word used on the command line and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ListingsRead => "listings:read",
            Self::ListingsWrite => "listings:write",
            Self::OrganizationsWrite => "organizations:write",
            Self::ScenariosWrite => "scenarios:write",
            Self::AccountsAdmin => "accounts:admin",
        }
    }

    /// Whether a role could use the scope at all: where the table of rights gives it nothing, a token is of no use.
    #[must_use]
    pub fn is_open_to(self, role: Role) -> bool {
        let action = match self {
            Self::ListingsRead => Action::ReadListing,
            Self::ListingsWrite => Action::EditListing,
            Self::OrganizationsWrite => Action::EditOrganization,
            Self::ScenariosWrite => Action::StoreScenario,
            Self::AccountsAdmin => Action::ManageAccounts,
        };
        right(role, action) != Right::No
    }

    /// The scope named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text)
    }
}

/// What a single-use link is for; one made for one purpose is worth nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkPurpose {
    /// Choose a first password.
    Invitation,
    /// Choose a new password.
    Reset,
    /// Confirm entries without signing in.
    ConfirmListing,
    /// Read the answer to a suggestion.
    SuggestionAnswer,
    /// Claim an entry for an organization.
    Claim,
    /// Confirm the new address of an account; the subject is the address.
    EmailConfirm,
    /// Object to a new address; the subject is the address that was there before.
    EmailObjection,
}

impl LinkPurpose {
    /// All purposes.
    pub const ALL: [Self; 7] = [
        Self::Invitation,
        Self::Reset,
        Self::ConfirmListing,
        Self::SuggestionAnswer,
        Self::Claim,
        Self::EmailConfirm,
        Self::EmailObjection,
    ];

    /// The word used in the database and in the change feed (`link:<purpose>`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::ConfirmListing => "confirm_listing",
            Self::SuggestionAnswer => "suggestion_answer",
            Self::Claim => "claim",
            Self::EmailConfirm => "email_confirm",
            Self::EmailObjection => "email_objection",
        }
    }

    /// The purpose named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == text)
    }
}

/// The address by which an account is found: trimmed and in small letters.
///
/// Strictly, the part before the `@` may tell capital letters apart (RFC 5321, section 2.4); no provider does, and
/// people write their address now so, now so.
#[must_use]
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Whether a text can be an address mail is sent to: one `@` with something before it and a host after it.
#[must_use]
pub fn is_email(email: &str) -> bool {
    let Some((local, host)) = email.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\"\\@".contains(c);
    let label = |part: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-';
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(inner)
    };
    email.len() <= LONGEST_EMAIL
        && !local.is_empty()
        && local.chars().all(plain)
        && host.contains('.')
        && host.split('.').all(label)
}

/// Every fault of the address and the name of an account.
///
/// # Errors
/// Pointers `/email` and `/name`.
pub fn check_person(email: &str, name: &str) -> Result<(), FieldErrors> {
    let mut faults = FieldErrors::default();
    faults.check(is_email(email), "/email", "not_an_email", "must look like name@example.org");
    let length = name.chars().count();
    faults.check(
        (1..=LONGEST_NAME).contains(&length) && !name.chars().any(char::is_control),
        "/name",
        "length",
        "a name has 1 to 120 characters and no control characters",
    );
    faults.into_result(())
}

/// Refuses a role that no account has, and organizations for whoever is no provider.
///
/// # Errors
/// Pointers `/role` and `/organizations`.
pub fn check_role(role: Role, organizations: &[OrganizationId]) -> Result<(), FieldErrors> {
    let mut faults = FieldErrors::default();
    let known = role != Role::Resident;
    faults.check(known, "/role", "not_allowed", "residents need no account");
    let providing = role == Role::Provider;
    if providing && organizations.is_empty() {
        let detail = "a provider speaks for at least one organization";
        faults.push(FieldError::new("/organizations", "required", detail));
    }
    if !providing && !organizations.is_empty() {
        let detail = "only providers speak for an organization";
        faults.push(FieldError::new("/organizations", "not_allowed", detail));
    }
    faults.into_result(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_scopes_states_and_purposes_come_back() {
        for scope in Scope::ALL {
            assert_eq!(Scope::parse(scope.as_str()), Some(scope));
        }
        for state in AccountState::ALL {
            assert_eq!(AccountState::parse(state.as_str()), Some(state));
        }
        for purpose in LinkPurpose::ALL {
            assert_eq!(LinkPurpose::parse(purpose.as_str()), Some(purpose));
        }
    }

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for right in ["a@b.de", "vor.nach+x@unter.host.example", "ä@müller.example", "A@B.DE"] {
            assert!(is_email(right), "{right}");
        }
        let long = format!("{}@b.example", "x".repeat(250));
        for wrong in [
            "", "a", "@b.de", "a@", "a@b", "a b@c.de", "a@b..de", "a@-b.de", "a@b@c.de",
            "a\n@b.de", "<a@b.de>", &long,
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
        assert_eq!(email_key(" A@B.De "), "a@b.de");
    }

    #[test]
    fn all_faults_of_a_person_are_told_at_once() {
        let faults = check_person("x", "").unwrap_err();
        let pointers: Vec<&str> = faults.0.iter().map(|f| f.pointer.as_str()).collect();
        assert_eq!(pointers, ["/email", "/name"]);
        assert!(check_person("a@b.de", "A. B.").is_ok());
    }

    #[test]
    fn only_providers_speak_for_organizations() {
        let own = [OrganizationId::stable("test", "own")];
        assert!(check_role(Role::Provider, &own).is_ok());
        assert!(check_role(Role::Provider, &[]).is_err());
        assert!(check_role(Role::Editor, &[]).is_ok());
        assert!(check_role(Role::Editor, &own).is_err());
        assert!(check_role(Role::Resident, &[]).is_err());
    }

    #[test]
    fn a_name_of_the_feed_leads_back_to_its_account_and_to_no_other_kind() {
        let id = AccountId(uuid::Uuid::from_u128(7));
        assert_eq!(account_of_author(&author_name(id)), Some(id));
        for other in ["import:x", "system", "link:reset", "account:x"] {
            assert_eq!(account_of_author(other), None);
        }
    }
}
