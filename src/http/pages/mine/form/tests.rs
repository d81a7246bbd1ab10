use proptest::prelude::*;

use super::site::MOST_SITES;
use super::*;
use crate::domain::{
    AgeRange, Capacity, CapacityState, Contact, CoordPrecision, FeatureId, Listing,
    LocationDisclosure, LocationId, LonLat, OrganizationId, Position, Reach, ServiceArea,
    ServiceId, ServiceStatus, SiteType, YesNo,
};
use crate::http::pages::mine::form_words;
use crate::texts::Texts;

fn words() -> FormWords<'static> {
    form_words(Texts::german())
}

fn text() -> impl Strategy<Value = String> {
    "[a-zA-ZäöüßÄÖÜ<>&\"'éğشﷺ😀0-9=+@-]{1,12}( [a-zA-Z0-9.,!–-]{1,8}){0,3}"
}

fn maybe<T: std::fmt::Debug + Clone + 'static>(
    some: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![Just(None), some.prop_map(Some)]
}

fn yes_no() -> impl Strategy<Value = YesNo> {
    prop_oneof![Just(YesNo::Yes), Just(YesNo::No), Just(YesNo::Unknown)]
}

fn statuses() -> impl Strategy<Value = ServiceStatus> {
    (0_usize..4).prop_map(|at| STATUSES[at])
}

fn contacts() -> impl Strategy<Value = Contact> {
    let phone = "0[0-9]{3,5} [0-9]{3,9}";
    let email = "[a-z]{1,8}@[a-z]{2,9}\\.de";
    let website = "https://[a-z]{2,9}\\.de(/[a-z]{0,6})?";
    (proptest::collection::vec(phone, 0..3), maybe(email), maybe(website))
        .prop_map(|(phones, email, website)| Contact { phones, email, website })
}

fn schedules() -> impl Strategy<Value = crate::domain::Schedule> {
    let osm = proptest::sample::select(vec![
        None,
        Some("24/7"),
        Some("Mo-Fr 08:00-12:00; Th 14:00-16:00"),
        Some("Sa[2],Sa[4] 11:00-14:00"),
        Some("week 02-52/2 Tu 14:00-16:00; PH off"),
        Some("Mo-Su 08:00-12:00,14:00-18:30; PH 10:00-12:00; SH off"),
        Some("Apr-Oct Mo sunrise-sunset"),
    ]);
    (osm, maybe(text()), yes_no()).prop_map(|(osm, text, appointment)| crate::domain::Schedule {
        osm: osm.map(str::to_owned),
        text,
        appointment,
    })
}

fn areas() -> impl Strategy<Value = ServiceArea> {
    let ags = "[0-9]{8}".prop_map(|text| text.parse().unwrap());
    let list = proptest::collection::btree_set(ags, 1..4)
        .prop_map(|set| Reach::Municipalities(set.into_iter().collect()));
    (prop_oneof![Just(Reach::Undeclared), Just(Reach::Everywhere), list], maybe(text()))
        .prop_map(|(reach, text)| ServiceArea { reach, text })
}

fn positions() -> impl Strategy<Value = Option<Position>> {
    let precision = (0_usize..7).prop_map(|at| CoordPrecision::ALL[at]);
    maybe((-180.0..180.0_f64, -90.0..90.0_f64, precision, maybe(text())).prop_map(
        |(lon, lat, precision, source)| Position { point: LonLat { lon, lat }, precision, source },
    ))
}

fn sites() -> impl Strategy<Value = crate::domain::Site> {
    let place = (
        (0_usize..11).prop_map(|at| SiteType::ALL[at]),
        (0_usize..4).prop_map(|at| DISCLOSURES[at].1),
        maybe("[0-9]{8}".prop_map(|text| text.parse().unwrap())),
        maybe(text()),
        maybe("[0-9]{5}"),
        positions(),
    );
    let facts = (schedules(), contacts(), yes_no(), areas(), statuses(), maybe(text()));
    let capacity = maybe((0_usize..3, 0_i64..30_000)).prop_map(|found| {
        found.map(|(at, days)| Capacity {
            state: CapacityState::ALL[at],
            as_of: chrono::DateTime::from_timestamp(days * 86_400, 0).unwrap().date_naive(),
        })
    });
    let dates =
        proptest::sample::select(vec![None, Some("2027"), Some("2027-03"), Some("2027-03-31")]);
    (any::<u128>(), maybe(text()), place, facts, capacity, dates, maybe(text())).prop_map(
        |(id, name, place, facts, capacity, date, note)| {
            let (site_type, disclosure, municipality, street, postcode, position) = place;
            let (schedule, contact, accessible, service_area, status, status_text) = facts;
            let secret = disclosure == LocationDisclosure::Protected;
            let mut site = super::site::blank();
            site.id = FeatureId(uuid::Uuid::from_u128(id | 1));
            site.location_id = LocationId(uuid::Uuid::from_u128(id ^ 7));
            site.name = name;
            // A protected kind of site with a public place is repaired by the form.
            site.site_type = if site_type == SiteType::Protected && !secret {
                SiteType::Fixed
            } else {
                site_type
            };
            site.disclosure = disclosure;
            site.municipality = municipality;
            site.address.street = street;
            site.address.postcode = postcode;
            // A protected site whose point is recorded says its municipality.
            site.position = position.filter(|_| !secret || municipality.is_some());
            site.schedule = schedule;
            site.contact = contact;
            site.accessible = accessible;
            site.service_area = service_area;
            site.status = status;
            site.status_text = status_text;
            site.capacity = capacity;
            site.valid_to = date.map(|date| date.parse().unwrap());
            site.internal_note = note;
            site
        },
    )
}

fn listings() -> impl Strategy<Value = Listing> {
    let code = "[a-z][a-z_-]{0,10}".prop_map(|text| text.parse().unwrap());
    let codes = proptest::collection::vec(code, 1..4);
    let ages = (maybe(0_u8..50), maybe(50_u8..=120))
        .prop_map(|(minimum, maximum)| AgeRange { minimum, maximum });
    let languages = proptest::sample::select(vec![vec![], vec!["de"], vec!["de", "uk", "zh-Hant"]]);
    let said = (text(), text(), proptest::collection::vec(text(), 0..3), maybe(text()));
    let answers = (yes_no(), yes_no());
    let facts = (codes.clone(), codes, ages, answers, languages, contacts(), statuses());
    (any::<u128>(), said, facts, proptest::collection::vec(sites(), 1..4)).prop_map(
        |(id, said, facts, sites)| {
            let (name, description, target_group_texts, cost_text) = said;
            let (categories, target_groups, ages, answers, languages, contact, status) = facts;
            let (free, anonymous) = answers;
            Listing {
                id: ServiceId(uuid::Uuid::from_u128(id)),
                organization_id: Some(OrganizationId(uuid::Uuid::from_u128(id ^ 3))),
                name,
                description,
                target_group_texts,
                cost_text: cost_text.clone(),
                categories,
                target_groups,
                ages,
                free,
                anonymous,
                languages: languages.into_iter().map(str::to_owned).collect(),
                contact,
                closure: (status == ServiceStatus::TemporarilyClosed && cost_text.is_some())
                    .then(|| crate::domain::Closure { text: "x".into(), until: None }),
                status,
                sites,
                ..super::read::blank()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_entry_that_nobody_changed_comes_back_from_the_form_as_it_was(listing in listings()) {
        let fields = fields_of(Some(&listing), &words());
        let read = listing_of(&fields, Some(&listing), &words());
        prop_assert_eq!(read.faults, vec![]);
        prop_assert_eq!(read.listing, listing);
    }

    #[test]
    fn a_site_added_and_removed_again_leaves_the_form_as_it_was(listing in listings(), at in 0_usize..4) {
        let before = fields_of(Some(&listing), &words());
        let mut fields = before.clone();
        add_site(&mut fields, &words());
        prop_assert_eq!(site_count(&fields), listing.sites.len() + 1);
        remove_site(&mut fields, listing.sites.len());
        prop_assert_eq!(listing_of(&fields, Some(&listing), &words()), listing_of(&before, Some(&listing), &words()));
        remove_site(&mut fields, at);
        let left = listing_of(&fields, Some(&listing), &words()).listing.sites;
        let mut expected = listing.sites.clone();
        if at < expected.len() {
            expected.remove(at);
        }
        prop_assert_eq!(left, expected);
    }

    #[test]
    fn whatever_is_sent_is_read_without_failing(
        sent in proptest::collection::vec(("(site-[0-9]{1,20}-)?[a-z-]{1,16}", "\\PC{0,20}|[\u{0}-\u{1f}]{1,3}"), 0..40),
        sites in "[0-9-]{0,22}",
    ) {
        let mut fields = Fields::new(sent);
        fields.set("sites", sites);
        let read = listing_of(&fields, None, &words());
        prop_assert!(read.listing.sites.len() <= MOST_SITES);
        let again = fields_of(Some(&read.listing), &words());
        prop_assert_eq!(site_count(&again), read.listing.sites.len());
    }
}

fn filled() -> Fields {
    let mut fields = fields_of(None, &words());
    fields.set("name", "Kleiderkammer");
    fields.set("category", "kleidung");
    fields
}

fn faults(fields: &Fields) -> Vec<(String, String)> {
    let read = listing_of(fields, None, &words());
    read.faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
}

#[test]
fn a_new_entry_needs_a_name_and_a_category_and_little_else() {
    assert_eq!(faults(&filled()), []);
    let empty = fields_of(None, &words());
    let pair = |field: &str| (field.to_owned(), "required".to_owned());
    assert_eq!(faults(&empty), [pair("name"), pair("category")]);
}

#[test]
fn every_fault_stands_at_its_field_and_all_are_told_at_once() {
    let mut fields = filled();
    for (name, value, _) in WRONG {
        fields.set(name, *value);
    }
    fields.set("site-0-hours", "week");
    let found = faults(&fields);
    for (_, _, (field, code)) in WRONG {
        assert!(found.contains(&((*field).to_owned(), (*code).to_owned())), "{field}: {found:?}");
    }
    assert_eq!(found.len(), WRONG.len());
}

/// What is typed where, and which field tells what is wrong.
const WRONG: &[(&str, &str, (&str, &str))] = &[
    ("description", "Essen\u{202e}frei", ("description", "bidi_character")),
    ("cost", "frei\u{7}", ("cost", "control_character")),
    ("age-minimum", "alt", ("age-minimum", "not_a_number")),
    ("site-0-postcode", "7846", ("site-0-postcode", "not_a_postcode")),
    ("site-0-lat", "47,6", ("site-0-lon", "half_a_point")),
    ("site-0-mo", "25:00", ("site-0-mo", "hours_no_such_time")),
    ("site-0-tu", "vormittags", ("site-0-tu", "hours_not_understood")),
    ("site-0-extra-0-times", "9-12", ("site-0-extra-0-day", "required")),
    ("site-0-capacity", "full", ("site-0-capacity-day", "required")),
    ("site-0-valid-to", "31.2.2027", ("site-0-valid-to", "not_a_date")),
    ("site-0-area", "municipalities", ("site-0-area-municipality", "required")),
];

#[test]
fn a_protected_address_is_recorded_as_it_was_typed_and_told_to_nobody() {
    let mut fields = filled();
    fields.set("site-0-street", "Geheimweg 1");
    fields.set("site-0-lat", "47,6");
    fields.set("site-0-lon", "9,1");
    fields.set("site-0-municipality", "99001001");
    fields.set("site-0-disclosure", "protected");
    let read = listing_of(&fields, None, &words());
    assert_eq!(read.faults, []);
    let site = &read.listing.sites[0];
    assert_eq!(site.address.street.as_deref(), Some("Geheimweg 1"));
    assert_eq!(site.position.as_ref().map(|position| position.point.lon), Some(9.1));
    let public = serde_json::to_string(&read.listing.for_public()).unwrap();
    assert!(!public.contains("Geheimweg") && !public.contains("9.1"), "{public}");
    // A kind of place that is protected is no public one.
    fields.set("site-0-disclosure", "public");
    fields.set("site-0-type", "protected");
    let read = listing_of(&fields, None, &words());
    assert_eq!(read.listing.sites[0].disclosure, LocationDisclosure::Protected);
}

#[test]
fn what_is_recorded_of_a_protected_place_survives_a_form_that_does_not_carry_it() {
    let mut before = listing_of(&filled(), None, &words()).listing;
    let site = &mut before.sites[0];
    site.id = FeatureId(uuid::Uuid::from_u128(9));
    site.disclosure = LocationDisclosure::Protected;
    site.municipality = "99001001".parse().ok();
    site.address.street = Some("Geheimweg 1".into());
    site.address.detail = Some("im Hof".into());
    let point = LonLat { lon: 9.1, lat: 47.6 };
    site.position =
        Some(Position { point, precision: CoordPrecision::Gebaeude, source: Some("Amt".into()) });
    let mut fields = fields_of(Some(&before), &words());
    fields.set("description", "Schutz");
    let read = listing_of(&fields, Some(&before), &words());
    assert_eq!((read.faults, &read.listing.sites), (vec![], &before.sites), "the form carries it");
    // A form that shows none of it erases none of it.
    let secret = ["street", "detail", "lat", "lon", "precision"].map(|end| format!("site-0-{end}"));
    fields.rename(|name| (!secret.iter().any(|s| s == name)).then(|| name.to_owned()));
    let read = listing_of(&fields, Some(&before), &words());
    assert_eq!((read.faults, &read.listing.sites), (vec![], &before.sites));
    // Nor does it let it out.
    fields.set("site-0-disclosure", "public");
    let opened = listing_of(&fields, Some(&before), &words()).listing;
    assert!(opened.sites[0].address.street.is_none() && opened.sites[0].position.is_none());
    // Whoever empties the fields means it.
    let mut emptied = fields_of(Some(&before), &words());
    for end in ["street", "detail", "lat", "lon"] {
        emptied.set(&format!("site-0-{end}"), "");
    }
    let site = &listing_of(&emptied, Some(&before), &words()).listing.sites[0];
    assert!(site.position.is_none() && site.address.street.is_none());
}

#[test]
fn a_website_without_its_beginning_is_given_one_and_dates_may_be_german() {
    let mut fields = filled();
    fields.set("website", "www.example.org/hilfe");
    fields.set("site-0-valid-to", "1.3.2027");
    fields.set("site-0-capacity", "waiting_list");
    fields.set("site-0-capacity-day", "23.11.2026");
    let read = listing_of(&fields, None, &words());
    assert_eq!(read.faults, []);
    assert_eq!(read.listing.contact.website.as_deref(), Some("https://www.example.org/hilfe"));
    let site = &read.listing.sites[0];
    assert_eq!(site.valid_to.unwrap().to_string(), "2027-03-01");
    assert_eq!(site.capacity.unwrap().as_of.to_string(), "2026-11-23");
}

#[test]
fn pointers_into_the_record_lead_to_fields_of_the_form() {
    let fields = fields_of(None, &words());
    let mut names: Vec<&str> = fields.iter().map(|(name, _)| name).collect();
    names.extend([
        "category",
        "target_group",
        "language",
        "site-0-osm",
        "site-0-area-municipality",
    ]);
    for pointer in [
        "/name",
        "/categories/0",
        "/target_groups/3",
        "/languages/0",
        "/ages/maximum",
        "/contact/phones/1",
        "/contact/email",
        "/organization_id",
        "/sites",
        "/sites/0/address/postcode",
        "/sites/0/position/point/lat",
        "/sites/0/position",
        "/sites/0/schedule/osm",
        "/sites/0/contact/website",
        "/sites/0/capacity/as_of",
        "/sites/0/service_area/reach",
        "/sites/0/valid_to",
        "/sites/0/address",
    ] {
        assert!(names.contains(&field_of(pointer).as_str()), "{pointer}: {}", field_of(pointer));
    }
}
