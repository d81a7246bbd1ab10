//! What an operator may set about accounts.

use crate::domain::policy::Role;

/// Who has to sign in with a one-time code too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SecondFactorRule {
    /// Nobody has to; everybody may.
    Nobody,
    /// Editors, planners and administrators.
    #[default]
    County,
    /// Everybody.
    Everybody,
}

impl SecondFactorRule {
    /// Whether the rule holds for a role.
    #[must_use]
    pub const fn requires(self, role: Role) -> bool {
        match self {
            Self::Nobody => false,
            Self::County => !matches!(role, Role::Provider | Role::Resident),
            Self::Everybody => true,
        }
    }
}

/// What hashing a password costs: parameters of Argon2id (RFC 9106, 2021).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for PasswordCost {
    /// 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet (2025).
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

/// What an operator may set about accounts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AccountOptions {
    /// Who has to sign in with a one-time code too.
    pub second_factor: SecondFactorRule,
    /// What hashing a password costs; where it has risen, a password is hashed anew at the next sign-in.
    pub password_cost: PasswordCost,
}
