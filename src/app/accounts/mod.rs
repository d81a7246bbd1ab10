//! Accounts: signing in and out, second factors, invitations and resets, sessions, tokens, erasing.
//!
//! Each verb is a method of [`Desk`](super::Desk) in a file of its own. Secrets are handed out once and kept as
//! hashes; whoever acts, and on what, goes into the audit in the same transaction.

mod add_account;
mod audit;
mod change_email;
mod change_password;
mod enter_code;
mod forget_expired;
mod invite_account;
mod let_speak;
mod letters;
mod links;
mod list_colleagues;
mod manage_accounts;
mod options;
mod own_data;
mod own_identity;
mod passwords;
mod provider;
mod put_out;
mod reset_password;
mod second_factor;
mod secret;
mod sessions;
mod sign_in;
mod sign_in_by_provider;
mod throttle;
mod tokens;

pub use add_account::NewAccount;
pub use audit::AuditKind;
pub use change_email::{EmailChange, EmailObjection};
pub use change_password::OwnProof;
pub use enter_code::CodeEntered;
pub use forget_expired::Retention;
pub use invite_account::{Invitation, Invited};
pub use links::LinkSecret;
pub use options::{AccountOptions, PasswordCost, SecondFactorRule};
pub use own_data::OwnData;
pub(super) use provider::Provider;
pub use provider::{FactorProof, ProviderOptions, ProviderSecret};
pub use second_factor::Enrolment;
pub use secret::hash_secret;
pub use sessions::{NewSession, OpenSession};
pub use sign_in::{SignIn, Visit};
pub use sign_in_by_provider::{ProviderAnswer, ProviderSignIn, ProviderStart};
pub use tokens::{NewToken, TokenRequest, TokenUser};

/// How long what belongs to accounts is kept, for the list of all such periods.
pub(in crate::app) mod periods {
    pub(in crate::app) use super::change_email::{
        OBJECT_FOR as EMAIL_OBJECTION, VALID_FOR as EMAIL_CONFIRM,
    };
    pub(in crate::app) use super::invite_account::VALID_FOR as INVITATION;
    pub(in crate::app) use super::reset_password::VALID_FOR as RESET;
    pub(in crate::app) use super::sessions::{IDLE, KNOWN_FOR, LONGEST_COUNTY, LONGEST_PROVIDER};
}

use passwords::PasswordRoom;
use throttle::Throttle;

/// What the accounts of one process share.
pub(super) struct AccountRoom {
    options: AccountOptions,
    passwords: PasswordRoom,
    throttle: Throttle,
}

impl AccountRoom {
    pub(super) fn new(options: AccountOptions) -> Self {
        let passwords = PasswordRoom::new(options.password_cost);
        Self { options, passwords, throttle: Throttle::default() }
    }
}
