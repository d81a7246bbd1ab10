//! Who may do what: one function, walked exhaustively by its test.

use super::error::Denied;
use super::ids::OrganizationId;

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Anybody, without an account.
    Resident,
    /// A provider (Träger).
    Provider,
    /// The county's editors.
    Editor,
    /// The county's planners.
    Planner,
    /// The county's administrators.
    Admin,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 5] =
        [Self::Resident, Self::Provider, Self::Editor, Self::Planner, Self::Admin];
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The program itself, loading a county package or tending its records.
    System,
    /// A person in a role, with the organizations they speak for.
    Person {
        /// The role.
        role: Role,
        /// Organizations the person speaks for; only providers have any.
        organizations: Vec<OrganizationId>,
    },
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read what is published.
    ReadPublished,
    /// Create or change an entry.
    EditListing,
    /// Decide that a version becomes public.
    PublishListing,
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 3] = [Self::ReadPublished, Self::EditListing, Self::PublishListing];
}

/// What it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The organization the record belongs to, if any.
    pub owner: Option<OrganizationId>,
}

/// Whether `actor` may do `action` to `subject`.
///
/// # Errors
/// [`Denied`] with a reason that may be shown.
pub fn may(actor: &Actor, action: Action, subject: Subject) -> Result<(), Denied> {
    let Actor::Person { role, organizations } = actor else { return Ok(()) };
    let owns = subject.owner.is_some_and(|owner| organizations.contains(&owner));
    match (action, role) {
        (Action::ReadPublished, _)
        | (Action::EditListing | Action::PublishListing, Role::Editor) => Ok(()),
        (Action::EditListing, Role::Provider) if owns => Ok(()),
        (Action::EditListing, Role::Provider) => {
            Err(Denied { reason: "the entry belongs to another organization" })
        }
        (Action::EditListing, Role::Resident | Role::Planner | Role::Admin) => {
            Err(Denied { reason: "only the provider and editors change entries" })
        }
        (Action::PublishListing, Role::Resident | Role::Provider | Role::Planner | Role::Admin) => {
            Err(Denied { reason: "only editors publish" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_action_and_ownership_has_the_decision_of_the_table() {
        let own = OrganizationId::stable("test", "own");
        let other = OrganizationId::stable("test", "other");
        for role in Role::ALL {
            for action in Action::ALL {
                for owner in [None, Some(own), Some(other)] {
                    let actor = Actor::Person { role, organizations: vec![own] };
                    let expected = match action {
                        Action::ReadPublished => true,
                        Action::EditListing => {
                            role == Role::Editor || (role == Role::Provider && owner == Some(own))
                        }
                        Action::PublishListing => role == Role::Editor,
                    };
                    let got = may(&actor, action, Subject { owner }).is_ok();
                    assert_eq!(got, expected, "{role:?} {action:?} {owner:?}");
                }
            }
        }
    }
}
