//! What a password must be: long, and not easily guessed. No rules about kinds of characters.
//!
//! NIST SP 800-63B-4 (2025), section 3.1.1.2, and OWASP ASVS 5.0, section 6.2: length counts, composition does not;
//! refuse what is common or made of what everybody knows about the account.

use unicode_normalization::UnicodeNormalization;

use super::error::{FieldError, FieldErrors};

/// Fewest characters of a password.
const SHORTEST: usize = 12;
/// Most characters; beyond it nobody types one, and hashing it would cost.
const LONGEST: usize = 256;

/// A password in the one form that is hashed: NFKC, so that the same characters typed on two keyboards are the same.
#[must_use]
pub fn normal_password(password: &str) -> String {
    password.nfkc().collect()
}

/// Refuses a password that is too short, too long, or easily guessed.
///
/// `context` is what everybody knows about the account: address, name, name of the site.
///
/// # Errors
/// One fault at `pointer`: `password_short`, `password_long` or `password_common`.
///
/// # Examples
/// ```
/// use sozialatlas::domain::check_password;
/// assert!(check_password("regen auf sieben warmen steinen", &[], "/password").is_ok());
/// assert!(check_password("passwort1234", &[], "/password").is_err());
/// ```
pub fn check_password(password: &str, context: &[&str], pointer: &str) -> Result<(), FieldErrors> {
    let password = normal_password(password);
    let length = password.chars().count();
    let fault = if length < SHORTEST {
        ("password_short", "a password has at least 12 characters; several words are easy to keep")
    } else if length > LONGEST {
        ("password_long", "a password has at most 256 characters")
    } else if is_common(&password, context) {
        (
            "password_common",
            "this password is easily guessed; choose several words that do not belong together",
        )
    } else {
        return Ok(());
    };
    Err(FieldErrors(vec![FieldError::new(pointer, fault.0, fault.1)]))
}

/// Whether the lists of common passwords, names and words that come with zxcvbn (Wheeler 2016), or the context,
/// make it guessable in fewer than 10^8 attempts.
fn is_common(password: &str, context: &[&str]) -> bool {
    let parts: Vec<String> = context
        .iter()
        .flat_map(|words| words.split(|c: char| !c.is_alphanumeric()))
        .filter(|part| part.chars().count() > 2)
        .map(str::to_lowercase)
        .collect();
    let mut known: Vec<&str> = parts.iter().map(String::as_str).collect();
    known.extend(COMMON_HERE);
    let guessable = |text: &str| zxcvbn::zxcvbn(text, &known).score() < zxcvbn::Score::Three;
    // The lists hold small letters; what repeats itself is no longer for being written twice.
    guessable(password)
}

/// What everybody tries on a site like this one, beside what the lists hold.
const COMMON_HERE: [&str; 12] = [
    "passwort",
    "kennwort",
    "sozialatlas",
    "landkreis",
    "landratsamt",
    "willkommen",
    "hallo",
    "geheim",
    "sommer",
    "winter",
    "qwertz",
    "schatz",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str, context: &[&str]) -> Option<String> {
        check_password(password, context, "/password").err().map(|faults| faults.0[0].code.clone())
    }

    #[test]
    fn passphrases_are_welcome_whatever_their_characters() {
        for fine in [
            "regen auf sieben warmen steinen",
            "correct horse battery staple",
            "äpfel und birnen im nebel",
            "7e!kQ2#pLw9z",
        ] {
            assert_eq!(code(fine, &[]), None, "{fine}");
        }
        let long: String = "kahn lotse rabe ".chars().cycle().take(LONGEST).collect();
        assert_eq!(code(&long, &[]), None, "128 characters and more are allowed");
    }

    #[test]
    fn what_is_short_long_or_common_is_refused_with_its_reason() {
        assert_eq!(code("kurz", &[]).as_deref(), Some("password_short"));
        assert_eq!(code(&"x".repeat(LONGEST + 1), &[]).as_deref(), Some("password_long"));
        for common in [
            "passwort1234",
            "password12345",
            "qwertzuiop123",
            "aaaaaaaaaaaaaa",
            "sozialatlas2026",
            "123456789012",
            "hallohallohallo",
        ] {
            assert_eq!(code(common, &[]).as_deref(), Some("password_common"), "{common}");
        }
    }

    #[test]
    fn what_everybody_knows_about_the_account_makes_a_password_common() {
        let context = ["zwetschgenmus@vereinshaus.example", "Zwetschgenmus Vereinshaus"];
        assert_eq!(code("zwetschgenmus", &context).as_deref(), Some("password_common"));
        assert_eq!(code("Vereinshaus2026", &context).as_deref(), Some("password_common"));
    }

    #[test]
    fn the_same_characters_typed_in_two_ways_are_one_password() {
        assert_eq!(normal_password("a\u{308}pfel"), normal_password("äpfel"));
    }
}
