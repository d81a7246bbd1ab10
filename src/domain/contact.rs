//! How to reach somebody.

use serde::{Deserialize, Serialize};

use super::error::FieldErrors;

/// Phone numbers, mail and website of a site, a service or an organization.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Phone numbers as published, with area code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Website (http or https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

impl Contact {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.email.is_none() && self.website.is_none()
    }

    /// Collects what is wrong, with pointers below `prefix`.
    pub fn validate(&self, prefix: &str, faults: &mut FieldErrors) {
        for (i, phone) in self.phones.iter().enumerate() {
            let digits = phone.chars().filter(char::is_ascii_digit).count();
            faults.check(
                (3..=20).contains(&digits) && phone.len() <= 80,
                &format!("{prefix}/phones/{i}"),
                "not_a_phone_number",
                "a phone number has 3 to 20 digits",
            );
        }
        if let Some(email) = &self.email {
            let parts: Vec<&str> = email.split('@').collect();
            faults.check(
                matches!(parts.as_slice(), [local, host]
                    if !local.is_empty() && host.contains('.') && email.len() <= 254
                        && !email.chars().any(|c| c.is_whitespace() || c.is_control())),
                &format!("{prefix}/email"),
                "not_an_email",
                "a mail address looks like name@example.org",
            );
        }
        if let Some(website) = &self.website {
            faults.check(
                is_web_address(website),
                &format!("{prefix}/website"),
                "not_a_web_address",
                "a website starts with http:// or https:// and has no spaces",
            );
        }
    }
}

/// Whether `text` may become the target of a link: http(s) only, so that no script can hide in one.
#[must_use]
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && text.len() <= 2000
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '"' || c == '<')
    })
}
