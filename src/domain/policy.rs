//! Who may do what: one table, asked by one function, walked exhaustively by its test.

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
    /// All roles, in the order of the columns of [`TABLE`].
    pub const ALL: [Self; 5] =
        [Self::Resident, Self::Provider, Self::Editor, Self::Planner, Self::Admin];

    /// The word used in JSON, on the command line and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Provider => "provider",
            Self::Editor => "editor",
            Self::Planner => "planner",
            Self::Admin => "admin",
        }
    }

    /// The role named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
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
    /// Point out an error, propose an entry, praise or complain.
    Suggest,
    /// Read versions of an entry that are not public, and its history with names.
    ReadListing,
    /// Create or change an entry.
    EditListing,
    /// Confirm that an entry is still right.
    ConfirmListing,
    /// Decide at once that one's own version becomes public.
    PublishListing,
    /// Decide about versions of others: publish, refuse, ask back, restore.
    ReviewListing,
    /// Take an entry out of the public view.
    ArchiveListing,
    /// Join two entries that mean the same.
    MergeListings,
    /// Write a translation of an entry's words, or take it back.
    TranslateListing,
    /// Decide that a translation becomes public: one's own at once, an editor also those of others.
    PublishTranslation,
    /// Change the record of an organization.
    EditOrganization,
    /// Trust an organization, or no longer.
    TrustOrganization,
    /// Invite somebody to speak for an organization.
    InviteColleague,
    /// See how often an entry was found and read.
    ReadReach,
    /// See what people looked for and did not find.
    ReadUnmet,
    /// Decide about suggestions and claims.
    HandleSuggestions,
    /// Read, sort and answer praise and complaints.
    HandleFeedback,
    /// Change the classification and its words.
    ManageTaxonomy,
    /// Analyse coverage.
    Analyse,
    /// Keep and name a scenario.
    StoreScenario,
    /// Invite, change, block and erase accounts.
    ManageAccounts,
    /// See who did what.
    ReadAudit,
}

impl Action {
    /// All actions, in the order of the rows of [`TABLE`].
    pub const ALL: [Self; 23] = [
        Self::ReadPublished,
        Self::Suggest,
        Self::ReadListing,
        Self::EditListing,
        Self::ConfirmListing,
        Self::PublishListing,
        Self::ReviewListing,
        Self::ArchiveListing,
        Self::MergeListings,
        Self::TranslateListing,
        Self::PublishTranslation,
        Self::EditOrganization,
        Self::TrustOrganization,
        Self::InviteColleague,
        Self::ReadReach,
        Self::ReadUnmet,
        Self::HandleSuggestions,
        Self::HandleFeedback,
        Self::ManageTaxonomy,
        Self::Analyse,
        Self::StoreScenario,
        Self::ManageAccounts,
        Self::ReadAudit,
    ];
}

/// How far a right goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Not at all.
    No,
    /// Records of the organizations one speaks for.
    Own,
    /// The same, if the county trusts the organization.
    Trusted,
    /// Every record.
    Any,
}

/// Every action (rows) and role (columns: resident, provider, editor, planner, admin).
pub const TABLE: [(Action, [Right; 5]); 23] = {
    use Right::{Any, No, Own, Trusted};
    [
        (Action::ReadPublished, [Any, Any, Any, Any, Any]),
        (Action::Suggest, [Any, Any, Any, Any, Any]),
        (Action::ReadListing, [No, Own, Any, No, No]),
        (Action::EditListing, [No, Own, Any, No, No]),
        (Action::ConfirmListing, [No, Own, Any, No, No]),
        (Action::PublishListing, [No, Trusted, Any, No, No]),
        (Action::ReviewListing, [No, No, Any, No, No]),
        (Action::ArchiveListing, [No, No, Any, No, No]),
        (Action::MergeListings, [No, No, Any, No, No]),
        (Action::TranslateListing, [No, Own, Any, No, No]),
        (Action::PublishTranslation, [No, Trusted, Any, No, No]),
        (Action::EditOrganization, [No, Own, Any, No, No]),
        (Action::TrustOrganization, [No, No, Any, No, No]),
        (Action::InviteColleague, [No, Own, Any, No, Any]),
        (Action::ReadReach, [No, Own, Any, Any, No]),
        (Action::ReadUnmet, [No, No, Any, Any, No]),
        (Action::HandleSuggestions, [No, No, Any, No, No]),
        (Action::HandleFeedback, [No, No, Any, No, No]),
        (Action::ManageTaxonomy, [No, No, Any, No, No]),
        (Action::Analyse, [Any, Any, Any, Any, Any]),
        (Action::StoreScenario, [No, No, No, Any, Any]),
        (Action::ManageAccounts, [No, No, No, No, Any]),
        (Action::ReadAudit, [No, No, No, No, Any]),
    ]
};

/// What it is done to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Subject {
    /// The organization the record belongs to, if any.
    pub owner: Option<OrganizationId>,
    /// Whether the county trusts that organization to publish without review.
    pub trusted: bool,
}

impl Subject {
    /// A record of an organization that is not known to be trusted.
    #[must_use]
    pub const fn of(owner: Option<OrganizationId>) -> Self {
        Self { owner, trusted: false }
    }
}

/// How far the right of `role` to `action` goes.
#[must_use]
pub fn right(role: Role, action: Action) -> Right {
    let row = TABLE.iter().find(|(other, _)| *other == action);
    let column = Role::ALL.iter().position(|other| *other == role);
    row.zip(column).and_then(|((_, rights), at)| rights.get(at)).copied().unwrap_or(Right::No)
}

/// Whether `actor` may do `action` to `subject`.
///
/// # Errors
/// [`Denied`] with a reason that may be shown.
pub fn may(actor: &Actor, action: Action, subject: Subject) -> Result<(), Denied> {
    let Actor::Person { role, organizations } = actor else { return Ok(()) };
    let owns = subject.owner.is_some_and(|owner| organizations.contains(&owner));
    match right(*role, action) {
        Right::Any => Ok(()),
        Right::Own if owns => Ok(()),
        Right::Trusted if owns && subject.trusted => Ok(()),
        Right::Trusted if owns => Err(Denied { reason: "an editor looks at it first" }),
        Right::Own | Right::Trusted => {
            Err(Denied { reason: "the record belongs to another organization" })
        }
        Right::No => Err(Denied { reason: "this role may not do that" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_action_once_and_in_order() {
        let named: Vec<Action> = TABLE.iter().map(|(action, _)| *action).collect();
        assert_eq!(named, Action::ALL);
    }

    /// The table as docs/MODERATION.md shows it: a line per action, a column per role.
    fn markdown() -> String {
        let mut text = String::from("| action |");
        for role in Role::ALL {
            text.extend([" ", role.as_str(), " |"]);
        }
        text.push_str("\n|---|");
        text.push_str(&"---|".repeat(Role::ALL.len()));
        for (action, rights) in TABLE {
            text.extend(["\n| ", &words(&format!("{action:?}")), " |"]);
            for right in rights {
                let word = match right {
                    Right::No => "–",
                    Right::Own => "own",
                    Right::Trusted => "trusted",
                    Right::Any => "yes",
                };
                text.extend([" ", word, " |"]);
            }
        }
        text
    }

    /// `ReadPublished` as `read published`.
    fn words(name: &str) -> String {
        let mut text = String::new();
        for (at, c) in name.chars().enumerate() {
            if c.is_ascii_uppercase() && at > 0 {
                text.push(' ');
            }
            text.push(c.to_ascii_lowercase());
        }
        text
    }

    #[test]
    fn the_documentation_shows_this_very_table() {
        let text = include_str!("../../docs/MODERATION.md");
        let shown = text.split("<!-- policy -->").nth(1).unwrap();
        let shown = shown.split("<!-- /policy -->").next().unwrap().trim();
        assert!(
            shown == markdown(),
            "put this between the marks of docs/MODERATION.md:\n{}",
            markdown()
        );
    }

    #[test]
    fn every_role_names_itself() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
        }
    }

    #[test]
    fn every_role_action_and_ownership_has_the_decision_of_the_table() {
        let own = OrganizationId::stable("test", "own");
        let other = OrganizationId::stable("test", "other");
        for role in Role::ALL {
            for action in Action::ALL {
                for owner in [None, Some(own), Some(other)] {
                    for trusted in [false, true] {
                        let actor = Actor::Person { role, organizations: vec![own] };
                        let owns = owner == Some(own);
                        let expected = match right(role, action) {
                            Right::Any => true,
                            Right::Own => owns,
                            Right::Trusted => owns && trusted,
                            Right::No => false,
                        };
                        let got = may(&actor, action, Subject { owner, trusted }).is_ok();
                        assert_eq!(got, expected, "{role:?} {action:?} {owner:?} {trusted}");
                    }
                }
            }
        }
    }

    #[test]
    fn nobody_without_an_account_changes_anything() {
        let nobody = Actor::Person { role: Role::Resident, organizations: Vec::new() };
        for action in Action::ALL {
            let open = matches!(action, Action::ReadPublished | Action::Suggest | Action::Analyse);
            let got = may(&nobody, action, Subject::of(None)).is_ok();
            assert_eq!(got, open, "{action:?}");
        }
    }

    #[test]
    fn administrators_tend_accounts_and_never_entries() {
        let admin = Actor::Person { role: Role::Admin, organizations: Vec::new() };
        for action in [Action::EditListing, Action::ReviewListing, Action::HandleFeedback] {
            assert!(may(&admin, action, Subject::of(None)).is_err(), "{action:?}");
        }
        assert!(may(&admin, Action::ManageAccounts, Subject::default()).is_ok());
    }
}
