//! An account made without an invitation, from the command line: the first administrator.

use super::AuditKind;
use crate::app::{AppError, Desk};
use crate::domain::policy::Role;
use crate::domain::{
    Account, AccountId, AccountState, FieldError, FieldErrors, OrganizationId, check_password,
    check_person, check_role,
};
use crate::store::DatabaseError;

/// Who acts from the command line.
pub(super) const COMMAND_LINE: &str = "command_line";

/// A new account.
#[derive(Clone)]
pub struct NewAccount {
    /// Address.
    pub email: String,
    /// Name; the part of the address before the `@` where none is given.
    pub name: Option<String>,
    /// Role.
    pub role: Role,
    /// Organizations the person speaks for.
    pub organizations: Vec<OrganizationId>,
    /// Password.
    pub password: String,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAccount").field("role", &self.role).finish_non_exhaustive()
    }
}

impl Desk {
    /// Adds an account that may sign in at once.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with every faulty field: `/email`, `/name`, `/role`, `/organizations`, `/password`.
    pub async fn add_account(&self, new: NewAccount) -> Result<Account, AppError> {
        let email = new.email.trim().to_owned();
        let local = email.split('@').next().unwrap_or_default().to_owned();
        let name = new.name.map_or(local, |name| name.trim().to_owned());
        let mut faults = FieldErrors::default();
        for check in [
            check_person(&email, &name),
            check_role(new.role, &new.organizations),
            check_password(&new.password, &[&email, &name, &self.letterhead.site_name], "/password"),
        ] {
            faults.0.extend(check.err().unwrap_or_default().0);
        }
        faults.into_result(())?;
        let hash = self.hash_password(&new.password).await?;
        let account = Account {
            id: AccountId(self.ids.next()),
            email,
            name,
            role: new.role,
            organizations: new.organizations,
            state: AccountState::Active,
            second_factor: false,
            created_at: self.clock.now(),
            last_sign_in: None,
        };
        let mut tx = self.store.begin_write(COMMAND_LINE, self.clock.now()).await?;
        tx.insert_account(&account, Some(&hash)).await.map_err(of_person)?;
        let detail = account.role.as_str();
        self.note(&mut tx, AuditKind::AccountAdded, Some(account.id), COMMAND_LINE, detail).await?;
        tx.commit().await?;
        Ok(account)
    }
}

/// What the database refuses about a person, as faults of fields.
pub(super) fn of_person(error: DatabaseError) -> AppError {
    let fault = match error {
        DatabaseError::Duplicate { .. } => {
            FieldError::new("/email", "email_taken", "there is already an account of this address")
        }
        DatabaseError::UnknownReference { .. } => {
            FieldError::new("/organizations", "unknown", "there is no such organization")
        }
        other => return other.into(),
    };
    AppError::Invalid(FieldErrors(vec![fault]))
}
