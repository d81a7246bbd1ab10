//! For whom a service is meant: the declared area, as opposed to the computed catchment.

use serde::{Deserialize, Serialize};

use super::ids::Ags;

/// How far a declared service area reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reach", content = "municipalities")]
pub enum Reach {
    /// Nothing declared, or only in words that cannot be mapped: counts as open to all near it.
    #[default]
    Undeclared,
    /// These municipalities, sorted.
    Municipalities(Vec<Ags>),
    /// Everywhere (nationwide).
    Everywhere,
}

/// A declared service area with the words of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceArea {
    /// How far it reaches.
    #[serde(default)]
    pub reach: Reach,
    /// The words of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl ServiceArea {
    /// Whether the area is declared to include the municipality; `None` when nothing is declared.
    #[must_use]
    pub fn includes(&self, ags: Ags) -> Option<bool> {
        match &self.reach {
            Reach::Undeclared => None,
            Reach::Municipalities(list) => Some(list.contains(&ags)),
            Reach::Everywhere => Some(true),
        }
    }

    /// Whether nothing is declared and no words are kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reach == Reach::Undeclared && self.text.is_none()
    }
}
