//! What a text of an entry may hold: every text field, its longest length, and the characters nobody may use.

use super::contact::Contact;
use super::error::FieldErrors;
use super::listing::Listing;
use super::site::Site;

/// Longest name, in characters.
pub(super) const NAME: usize = 200;
/// Longest line: a part of an address, a number, a word of a source.
const LINE: usize = 300;
/// Longest paragraph.
pub(super) const PARAGRAPH: usize = 2_000;
/// Longest description.
pub(super) const DESCRIPTION: usize = 5_000;
/// Most entries of a list in an entry.
const LIST: usize = 100;
/// Most sites of an entry.
const SITES: usize = 500;

/// Whether a character changes the direction of what follows (Unicode Standard Annex 9, "Explicit Formatting
/// Characters"): with them a text can be shown as another one than it is.
#[must_use]
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Checks every text and the length of every list of an entry.
pub(super) fn check_texts(listing: &Listing, faults: &mut FieldErrors) {
    text(faults, "/name", &listing.name, NAME);
    text(faults, "/description", &listing.description, DESCRIPTION);
    maybe(faults, "/organization_text", listing.organization_text.as_deref(), LINE);
    maybe(faults, "/cost_text", listing.cost_text.as_deref(), PARAGRAPH);
    maybe(faults, "/languages_text", listing.languages_text.as_deref(), PARAGRAPH);
    if let Some(closure) = &listing.closure {
        text(faults, "/closure/text", &closure.text, PARAGRAPH);
    }
    texts(faults, "/target_group_texts", &listing.target_group_texts, PARAGRAPH);
    texts(faults, "/languages", &listing.languages, 35);
    contact(faults, "/contact", &listing.contact);
    let lists = [
        ("/categories", listing.categories.len(), LIST),
        ("/target_groups", listing.target_groups.len(), LIST),
        ("/service_forms", listing.service_forms.len(), LIST),
        ("/legal_bases", listing.legal_bases.len(), LIST),
        ("/co_organization_ids", listing.co_organization_ids.len(), LIST),
        ("/related", listing.related.len(), LIST),
        ("/sites", listing.sites.len(), SITES),
    ];
    for (pointer, length, most) in lists {
        list(faults, pointer, length, most);
    }
    for (i, site) in listing.sites.iter().take(SITES).enumerate() {
        of_site(faults, &format!("/sites/{i}"), site);
    }
}

fn of_site(faults: &mut FieldErrors, prefix: &str, site: &Site) {
    let (address, schedule) = (&site.address, &site.schedule);
    let source = site.position.as_ref().and_then(|position| position.source.as_deref());
    let fields: [(&str, Option<&str>, usize); 16] = [
        ("source_id", site.source_id.as_deref(), LINE),
        ("name", site.name.as_deref(), NAME),
        ("description", site.description.as_deref(), DESCRIPTION),
        ("address/street", address.street.as_deref(), LINE),
        ("address/postcode", address.postcode.as_deref(), LINE),
        ("address/locality", address.locality.as_deref(), LINE),
        ("address/district", address.district.as_deref(), LINE),
        ("address/detail", address.detail.as_deref(), PARAGRAPH),
        ("position/source", source, PARAGRAPH),
        ("schedule/osm", schedule.osm.as_deref(), PARAGRAPH),
        ("schedule/text", schedule.text.as_deref(), PARAGRAPH),
        ("accessible_text", site.accessible_text.as_deref(), PARAGRAPH),
        ("capacity_text", site.capacity_text.as_deref(), PARAGRAPH),
        ("service_area/text", site.service_area.text.as_deref(), PARAGRAPH),
        ("status_text", site.status_text.as_deref(), PARAGRAPH),
        ("internal_note", site.internal_note.as_deref(), DESCRIPTION),
    ];
    for (field, value, most) in fields {
        maybe(faults, &format!("{prefix}/{field}"), value, most);
    }
    contact(faults, &format!("{prefix}/contact"), &site.contact);
    list(faults, &format!("{prefix}/assurance/sources"), site.assurance.sources.len(), LIST);
    let kind = site.assurance.source_kind.as_deref();
    maybe(faults, &format!("{prefix}/assurance/source_kind"), kind, LINE);
}

fn contact(faults: &mut FieldErrors, prefix: &str, contact: &Contact) {
    texts(faults, &format!("{prefix}/phones"), &contact.phones, LINE);
    maybe(faults, &format!("{prefix}/email"), contact.email.as_deref(), LINE);
}

fn texts(faults: &mut FieldErrors, pointer: &str, all: &[String], most: usize) {
    list(faults, pointer, all.len(), LIST);
    for (i, one) in all.iter().take(LIST).enumerate() {
        text(faults, &format!("{pointer}/{i}"), one, most);
    }
}

fn maybe(faults: &mut FieldErrors, pointer: &str, value: Option<&str>, most: usize) {
    if let Some(value) = value {
        text(faults, pointer, value, most);
    }
}

fn list(faults: &mut FieldErrors, pointer: &str, length: usize, most: usize) {
    faults.check(length <= most, pointer, "too_many", &format!("has at most {most} entries"));
}

/// Checks one text that people typed: its length in characters, and that it is shown as it is.
pub(crate) fn text(faults: &mut FieldErrors, pointer: &str, value: &str, most: usize) {
    // Bytes first: nobody counts the characters of ten megabytes.
    let fits = value.len() <= most || (value.len() <= 4 * most && value.chars().count() <= most);
    faults.check(fits, pointer, "length", &format!("must have at most {most} characters"));
    if !fits {
        return;
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    faults.check(
        !value.chars().any(control),
        pointer,
        "control_character",
        "must not hold control characters",
    );
    faults.check(
        !value.chars().any(is_bidi_control),
        pointer,
        "bidi_character",
        "must not hold characters that turn the direction of the text",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(value: &str, most: usize) -> Vec<String> {
        let mut faults = FieldErrors::default();
        text(&mut faults, "/x", value, most);
        faults.0.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn text_is_text_whatever_it_looks_like() {
        for fine in [
            "",
            "<script>alert(1)</script>",
            "'; DROP TABLE service; --",
            "👩‍👩‍👧 🇺🇦 𝔘",
            "مرحبا بكم",
            "Zeile\r\nund\tTab",
            "=HYPERLINK(\"http://x\")",
        ] {
            assert_eq!(codes(fine, 100), [""; 0], "{fine:?}");
        }
    }

    #[test]
    fn what_is_shown_otherwise_than_it_is_written_is_refused() {
        for c in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{061c}'] {
            assert_eq!(codes(&format!("a{c}b"), 100), ["bidi_character"]);
        }
        for c in ['\0', '\u{1b}', '\u{7f}', '\u{85}'] {
            assert_eq!(codes(&format!("a{c}b"), 100), ["control_character"]);
        }
        assert_eq!(codes("\0\u{202e}", 100), ["control_character", "bidi_character"]);
    }

    #[test]
    fn length_counts_characters_and_ten_megabytes_are_one_fault() {
        assert_eq!(codes(&"ä".repeat(200), 200), [""; 0]);
        assert_eq!(codes(&"😀".repeat(200), 200), [""; 0]);
        assert_eq!(codes(&"😀".repeat(201), 200), ["length"]);
        assert_eq!(codes(&"\u{202e}".repeat(10 << 20), 5_000), ["length"]);
    }
}
