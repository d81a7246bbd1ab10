//! The query string: patience on the way in, one form on the way out.

use proptest::prelude::*;

use super::support::{app, get, get_with};
use crate::http::pages::context::Context;

#[tokio::test]
async fn a_plain_form_is_redirected_to_the_canonical_address() {
    let app = app();
    let raw = "/?q=&near=Stadt&within_m=&category=schulden&category=tafel&free=&utm_source=x";
    let answer = get(&app, raw).await;
    assert_eq!(answer.status, 302);
    assert_eq!(answer.header("location"), "/?category=schulden,tafel&near=Stadt");
    assert_eq!(get(&app, answer.header("location")).await.status, 200);
}

#[tokio::test]
async fn an_empty_form_leads_to_the_plain_address() {
    let app = app();
    let answer = get(&app, "/liste?q=&near=&within_m=5000&municipality=").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/liste"));
}

#[tokio::test]
async fn scripts_get_the_list_alone_and_no_redirect() {
    let app = app();
    let header = [("sozialatlas-fragment", "treffer")];
    let answer = get_with(&app, "/?q=&category=tafel", &header).await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("vary").contains("sozialatlas-fragment"));
    assert!(answer.body.trim_start().starts_with("<div id=\"facetten\""));
    assert!(answer.body.contains("<section id=\"treffer\"") && !answer.body.contains("<html"));
    assert!(answer.body.contains("data-query=\"category=tafel\""));
    assert!(get(&app, "/").await.header("vary").contains("sozialatlas-fragment"));
}

#[tokio::test]
async fn what_cannot_be_understood_is_named_and_nothing_is_listed() {
    let app = app();
    for (raw, said) in [
        ("category=unfug", "unfug"),
        ("municipality=99001999", "99001999"),
        ("near=8.5,47.5&within_m=viel", "viel"),
        ("bbox=1,2,3", "1,2,3"),
        ("open=bald", "bald"),
        ("nach=%3Cscript%3E", "Stelle der Liste"),
    ] {
        let answer = get(&app, &format!("/liste?{raw}")).await;
        assert_eq!(answer.status, 400, "{raw}");
        assert!(answer.body.contains("id=\"fehler\"") && answer.body.contains(said), "{raw}");
        assert!(!answer.body.contains("class=\"offer-card\""), "{raw}");
    }
}

#[tokio::test]
async fn a_typed_point_has_one_form_that_is_not_redirected_again() {
    let app = app();
    let answer = get(&app, "/liste?near=9.10+,47.50").await;
    assert_eq!(answer.status, 302);
    assert_eq!(answer.header("location"), "/liste?near=9.1,47.5");
    assert_eq!(get(&app, "/liste?near=9.1,47.5").await.status, 200);
}

#[tokio::test]
async fn several_values_of_a_single_choice_are_kept_by_the_form() {
    let answer = get(&app(), "/liste?municipality=99001001,99001002&free=yes,unknown").await;
    assert!(answer.body.contains("<option value=\"99001001,99001002\" selected>Stadt und Weiler"));
    for value in ["yes", "unknown"] {
        let chosen = format!("name=\"free\" value=\"{value}\" checked");
        assert!(answer.body.contains(&chosen), "{}", answer.body);
    }
    assert!(!answer.body.contains("name=\"free\" value=\"no\" checked"));
}

#[tokio::test]
async fn an_unknown_place_is_told_at_its_field_and_the_rest_of_the_question_kept() {
    let app = app();
    let answer = get(&app, "/?q=Tafel&near=Atlantis").await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("Atlantis") && answer.body.contains("aria-invalid=\"true\""));
    assert!(answer.body.contains("href=\"/?q=Tafel\""));
}

#[tokio::test]
async fn a_name_of_several_places_offers_the_others() {
    let app = app();
    let answer = get(&app, "/liste?near=Berg").await;
    assert!(answer.body.contains("Meinten Sie einen anderen Ort?"));
    assert!(answer.body.contains("Berg (Weiler)") && answer.body.contains("near=8.72,47.55"));
    let other = get(&app, "/liste?near=8.72,47.55").await;
    assert!(other.body.contains("in der Nähe von Berg (Weiler)"));
}

#[tokio::test]
async fn a_place_without_a_point_of_its_own_says_so() {
    let app = app();
    let answer = get(&app, "/liste?near=99999").await;
    assert!(answer.body.contains("kennen wir die genaue Lage nicht"), "{}", answer.body);
}

#[tokio::test]
async fn an_endless_query_is_refused_in_words() {
    let app = app();
    let answer = get(&app, &format!("/?q={}", "a".repeat(60_000))).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    let answer = get(&app, &format!("/?q={}", "a".repeat(300))).await;
    assert_eq!(answer.status, 400);
    assert!(answer.body.contains("Suchtext ist zu lang"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_canonical_form_reads_as_itself(
        q in "\\PC{0,20}",
        near in "[a-zäöü ,.%+&=0-9]{0,12}",
        free in prop::sample::subsequence(vec!["yes", "no", "unknown"], 0..3),
        anonymous in prop::sample::subsequence(vec!["unknown", "no", "yes"], 0..3),
        category in prop::sample::subsequence(vec!["tafel", "geld", "schulden", "pflege"], 0..4),
        within in prop::option::of(1..50_000u32),
        served in any::<bool>(),
    ) {
        let app = app();
        let context = Context::new(&app);
        let encode = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
        };
        let mut raw = format!("q={}&near={}&free={}&anonymous={}&category={}&served={served}",
            encode(&q), encode(&near), free.join(","), anonymous.join("&anonymous="), category.join("&category="));
        if let Some(within) = within {
            raw.push_str(&format!("&within_m={within}"));
        }
        let reading = context.read(&raw);
        let canonical = reading.words.canonical();
        let again = context.read(&canonical);
        prop_assert_eq!(&again.words, &reading.words, "{}", &canonical);
        prop_assert!(!again.redirect, "{} would be redirected for ever", canonical);
        prop_assert!(canonical.is_ascii());
    }
}
