//! Typed identifiers.
//!
//! Records are named by lower-case UUID text. Records created in use get a UUID version 7, rows of a county
//! package a UUID version 5 over (region, kind, source id), so that links survive a reload
//! (RFC 9562, 2024, sections 5.5 and 5.7).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::FieldError;

/// The name space of all version 5 ids of county packages (itself a v5 UUID of the DNS name space and
/// `sozialatlas`).
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1d_6b0e_9f0c_5c5a_8b1e_3d2f_7a94_c1e5);

/// The stable id of row `source_id` of `kind` in the package of `region`.
///
/// # Examples
/// ```
/// use sozialatlas::domain::stable_uuid;
/// assert_eq!(stable_uuid("a", "service", "x"), stable_uuid("a", "service", "x"));
/// assert_ne!(stable_uuid("a", "service", "x"), stable_uuid("a", "site", "x"));
/// ```
#[must_use]
pub fn stable_uuid(region: &str, kind: &str, source_id: &str) -> Uuid {
    // The unit separator cannot occur in a slug, so that ("a", "bc") and ("ab", "c") differ.
    Uuid::new_v5(&NAMESPACE, format!("{region}\u{1f}{kind}\u{1f}{source_id}").as_bytes())
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $kind:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The stable id of a package row (UUID version 5).
            #[must_use]
            pub fn stable(region: &str, source_id: &str) -> Self {
                Self(stable_uuid(region, $kind, source_id))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = FieldError;

            /// Accepts the hyphenated lower- or upper-case form only.
            fn from_str(text: &str) -> Result<Self, FieldError> {
                let well_formed = text.len() == 36;
                match Uuid::try_parse(text) {
                    Ok(id) if well_formed => Ok(Self(id)),
                    _ => Err(FieldError::new("", "not_an_id", concat!("not the id of a ", $kind))),
                }
            }
        }
    };
}

uuid_id!(
    /// Names an organization (Träger).
    OrganizationId, "organization"
);
uuid_id!(
    /// Names a service (Angebot); the path of its page is `/angebote/{id}`.
    ServiceId, "service"
);
uuid_id!(
    /// Names a location (Standort).
    LocationId, "location"
);
uuid_id!(
    /// Names a service at a location: one marker, one GeoJSON feature.
    FeatureId, "service_at_location"
);
uuid_id!(
    /// Names a suggestion (Änderungsvorschlag), a praise or a complaint.
    SuggestionId, "suggestion"
);

uuid_id!(
    /// Names a kept scenario of the planning.
    ScenarioId, "scenario"
);

uuid_id!(
    /// Names an account: a person who may sign in.
    AccountId, "account"
);

/// The official municipality key (Amtlicher Gemeindeschlüssel), eight digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ags([u8; 8]);

impl Ags {
    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only digits are ever stored, so this cannot fail; the empty text is never seen.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Ags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Ags {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        match <[u8; 8]>::try_from(text.as_bytes()) {
            Ok(digits) if digits.iter().all(u8::is_ascii_digit) => Ok(Self(digits)),
            _ => Err(FieldError::new("", "not_an_ags", "a municipality key has eight digits")),
        }
    }
}

impl Serialize for Ags {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Ags {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The code of a taxonomy term: lower-case ASCII letters, digits, `_` and `-`, at most 64.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TermCode(Box<str>);

impl TermCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TermCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for TermCode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl FromStr for TermCode {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let allowed =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
        if text.is_empty() || text.len() > 64 || !text.bytes().all(allowed) {
            return Err(FieldError::new(
                "",
                "not_a_code",
                "a code has 1 to 64 lower-case letters, digits, _ or -",
            ));
        }
        Ok(Self(text.into()))
    }
}

impl TryFrom<String> for TermCode {
    type Error = FieldError;

    fn try_from(text: String) -> Result<Self, FieldError> {
        text.parse()
    }
}

impl From<TermCode> for String {
    fn from(code: TermCode) -> Self {
        code.0.into()
    }
}
