use std::collections::BTreeMap;

use super::*;
use crate::domain::{FeatureId, Listing, ServiceId};

fn listing() -> Listing {
    let id = FeatureId::stable("test", "site");
    let text = serde_json::json!({
        "id": ServiceId::stable("test", "entry"), "name": "Tafel", "description": "Lebensmittel für wenig Geld.\r\n",
        "categories": ["tafel"], "target_group_texts": ["Familien", "Ältere"],
        "sites": [{
            "id": id, "location_id": id, "site_type": "fixed", "accessible_text": "Rampe am Hintereingang",
            "schedule": { "text": "dienstags" }, "address": { "detail": "im Hof" },
        }],
    });
    serde_json::from_value(text).unwrap()
}

fn site() -> FeatureId {
    FeatureId::stable("test", "site")
}

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn bound(pairs: &[(&str, &str)]) -> Translation {
    Translation::bind(&listing(), 3, &texts(pairs)).unwrap()
}

#[test]
fn every_text_names_itself_and_addresses_are_none() {
    let all = TextKey::all(&listing());
    let names: Vec<String> = all.iter().map(|(key, _)| key.to_string()).collect();
    let of_site = |word: &str| format!("sites/{}/{word}", site());
    assert_eq!(
        names,
        [
            "name".to_owned(),
            "description".to_owned(),
            "target_group_texts".to_owned(),
            of_site("hours_text"),
            of_site("accessible_text"),
        ]
    );
    for (key, _) in all {
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    for text in ServiceText::ALL {
        let key = TextKey::Service(text);
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    for text in SiteText::ALL {
        let key = TextKey::Site(site(), text);
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    for wrong in ["", "nam", "sites/", "sites/x/name", &of_site("address"), &of_site("")] {
        assert_eq!(wrong.parse::<TextKey>(), Err(UnknownText), "{wrong}");
    }
}

#[test]
fn every_fault_of_a_translation_is_named_at_once_with_its_pointer() {
    let long = "x".repeat(201);
    let nobody = format!("sites/{}/name", FeatureId::stable("test", "other"));
    let wrong = texts(&[
        ("name", &long),
        ("description", "turned \u{202e} around"),
        ("target_group_texts", "a\u{7}b"),
        ("cost_text", "free"),
        ("a/b~c", "?"),
        (&nobody, "x"),
    ]);
    let faults = Translation::bind(&listing(), 1, &wrong).unwrap_err().0;
    let mut found: Vec<(&str, &str)> =
        faults.iter().map(|fault| (fault.pointer.as_str(), fault.code.as_str())).collect();
    found.sort_unstable();
    let other = format!("/texts/{}", nobody.replace('/', "~1"));
    let mut expected = vec![
        ("/texts/a~1b~0c", "unknown_text"),
        ("/texts/cost_text", "no_source"),
        ("/texts/description", "bidi_character"),
        ("/texts/name", "length"),
        (other.as_str(), "no_source"),
        ("/texts/target_group_texts", "control_character"),
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    let empty = Translation::bind(&listing(), 1, &texts(&[("name", " \n ")])).unwrap_err().0;
    assert_eq!((empty[0].pointer.as_str(), empty[0].code.as_str()), ("/texts", "required"));
    let many: BTreeMap<String, String> =
        (0..5_000).map(|n| (format!("no{n}"), "x".to_owned())).collect();
    assert_eq!(Translation::bind(&listing(), 1, &many).unwrap_err().0.len(), MOST_FAULTS);
}

#[test]
fn a_translation_is_out_of_date_as_long_as_the_german_says_something_else() {
    let translation = bound(&[("name", "Food bank"), ("description", "Food for little money.")]);
    assert_eq!(translation.stale(&listing()), []);
    let mut changed = listing();
    changed.name = "Tafel Stadt".into();
    assert_eq!(translation.stale(&changed), [TextKey::Service(ServiceText::Name)]);
    // Space and line ends are no change; taking a change back makes it fit again.
    changed.name = " Tafel ".into();
    changed.description = "Lebensmittel für wenig Geld.".into();
    assert_eq!(translation.stale(&changed), []);
    // Of a text that is gone nobody reads the translation.
    changed.description = String::new();
    assert_eq!(translation.stale(&changed), []);
    assert!(translation.is_stale(TextKey::Service(ServiceText::Description), &changed));
}

#[test]
fn blank_lines_between_translated_target_groups_are_no_groups() {
    let translation = bound(&[("target_group_texts", "Families\r\n\r\n  \nOlder people\n")]);
    let public = PublicTranslations(vec![translation.for_public(Language::English, &listing())]);
    let mut english = listing();
    public.translate(&mut english, Language::English);
    assert_eq!(english.target_group_texts, ["Families", "Older people"]);
}

#[test]
fn an_entry_in_another_language_keeps_what_nobody_has_translated() {
    let access = format!("sites/{}/accessible_text", site());
    let translation = bound(&[
        ("name", "Food bank"),
        ("target_group_texts", "Families\nOlder people"),
        (&access, "Ramp at the back"),
    ]);
    let mut changed = listing();
    changed.sites[0].accessible_text = Some("Rampe vorn".into());
    let public = translation.for_public(Language::English, &changed);
    let json = serde_json::to_string(&PublicTranslations(vec![public])).unwrap();
    let read: PublicTranslations = serde_json::from_str(&json).unwrap();
    let mut english = changed.clone();
    let spoken = read.translate(&mut english, Language::English);
    assert_eq!(english.name, "Food bank");
    assert_eq!(english.target_group_texts, ["Families", "Older people"]);
    assert_eq!(english.description, changed.description);
    assert_eq!(english.sites[0].accessible_text.as_deref(), Some("Ramp at the back"));
    assert!(spoken.name_at(&english.sites[0]) && !spoken.description_at(&english.sites[0]));
    assert!(spoken.is_translated_at(site()) && spoken.is_stale_at(site()));
    assert!(!spoken.is_whole_at(&english, site()));
    let elsewhere = FeatureId::stable("test", "elsewhere");
    assert!(!spoken.is_stale_at(elsewhere), "what is out of date is not read there");

    let mut german = changed.clone();
    assert_eq!(read.translate(&mut german, Language::German), Spoken::default());
    assert_eq!(german, changed);
}

#[test]
fn what_is_out_of_date_about_a_protected_place_is_told_to_nobody() {
    let access = format!("sites/{}/accessible_text", site());
    let translation = bound(&[
        ("name", "Food bank"),
        ("description", "At Marktweg 5"),
        (&access, "Ramp, Marktweg 5"),
    ]);
    let (name, description, access): (TextKey, TextKey, TextKey) =
        ("name".parse().unwrap(), "description".parse().unwrap(), access.parse().unwrap());
    let mut changed = listing();
    changed.description = "Lebensmittel.".into();
    changed.sites[0].accessible_text = Some("Rampe".into());
    // Of any other place it is read with a flag.
    let open = translation.for_public(Language::English, &changed);
    assert_eq!(open.texts.len(), 3);
    assert_eq!(open.stale, [description, access].into());
    changed.sites[0].disclosure = crate::domain::LocationDisclosure::Protected;
    let public = translation.for_public(Language::English, &changed);
    assert_eq!(public.texts.keys().copied().collect::<Vec<_>>(), [name], "what still fits stays");
    assert_eq!(public.stale, [].into());
    assert!(!serde_json::to_string(&public).unwrap().contains("Marktweg"));
    // The texts of another site of the entry are not about it.
    let mut two = changed.clone();
    let mut other = two.sites[0].clone();
    other.id = FeatureId::stable("test", "other");
    two.sites[0].disclosure = crate::domain::LocationDisclosure::Public;
    two.sites.push(other);
    let public = translation.for_public(Language::English, &two);
    assert_eq!(public.texts.keys().copied().collect::<Vec<_>>(), [name, access]);
}
