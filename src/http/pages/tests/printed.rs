//! Posters, lists and feeds: what stands on them, in which language, and what never does.

use serde_json::Value;

use super::super::context::Context;
use super::super::posters::{Choice, Paper, pick};
use super::super::print::poster_data;
use super::support::*;
use crate::app::App;
use crate::domain::Language;
use crate::http::language::in_language;

/// What the poster of a query shows in a language.
fn poster(language: Language, query: &str) -> Value {
    poster_in(&app(), language, query)
}

pub(super) fn poster_in(app: &App, language: Language, query: &str) -> Value {
    in_language(language, || {
        let context = Context::new(app);
        let choice = Choice::new(&context, &context.read(query).understood().unwrap());
        let picked = pick(&context, &choice);
        poster_data(&context, Paper::A4, &choice, &picked, "https://atlas.example/liste")
    })
}

fn names(poster: &Value) -> Vec<&str> {
    let entries = poster["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["name"]["text"].as_str().unwrap()).collect()
}

fn in_town(category: &str) -> String {
    format!("municipality={TOWN}&category={category}")
}

#[tokio::test]
async fn a_poster_of_a_municipality_shows_an_offer_of_each_topic_and_all_numbers() {
    let poster = poster(Language::German, &format!("municipality={TOWN}"));
    assert_eq!(
        (&poster["heading"], &poster["place"]["text"]),
        (&"Soziale Angebote".into(), &"Stadt".into())
    );
    // One of "Geld", one of "Alter", then the next of "Geld"; the protected place is on no poster of a municipality.
    assert_eq!(
        names(&poster),
        ["Schuldnerberatung Stadt", "Pflege kommt heim", "Tafel <b>Stadt</b>"]
    );
    assert_eq!(poster["entries"][0]["phone"], "07531 1");
    assert_eq!(poster["entries"][0]["category"], "Schuldnerberatung");
    assert_eq!(poster["numbers"][0]["number"], "112");
    assert!(poster["from"].as_str().unwrap().contains("23. November 2026"), "{}", poster["from"]);
    assert_eq!(poster["shown"][1], "Auf diesem Plakat: 1 von 4 Angeboten.");
}

#[tokio::test]
async fn offers_with_a_number_to_call_stand_before_those_without() {
    let poster = poster(Language::German, &in_town("geld"));
    assert_eq!(names(&poster), ["Schuldnerberatung Stadt", "Tafel <b>Stadt</b>"]);
    assert_eq!(poster["count"], "2 Angebote");
    assert_eq!(poster["others"], Value::Null);
    // The guided way puts a number before the offers about debts.
    assert_eq!(poster["numbers"][0]["name"]["text"], "Rettungsdienst");
    let hours: Vec<&str> = poster["entries"][0]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|line| line["text"].as_str())
        .collect();
    assert!(hours.contains(&"Montag bis Freitag 9–12 Uhr."), "{hours:?}");
}

#[tokio::test]
async fn where_there_is_nothing_a_poster_says_so_and_names_what_is_nearest() {
    let poster = poster(Language::German, &format!("municipality={VILLAGE}&category=tafel"));
    let said = poster["others"].as_str().unwrap();
    assert!(said.starts_with("Für Weiler ist dazu kein Angebot eingetragen."), "{said}");
    assert!(said.contains("Luftlinie"), "{said}");
    assert_eq!(names(&poster), ["Tafel <b>Stadt</b>"]);
    assert_eq!((&poster["count"], &poster["how"]), (&"".into(), &"".into()));
    // No number belongs to the topic, so none is invented.
    assert_eq!(poster["numbers"], serde_json::json!([]));
}

#[tokio::test]
async fn where_there_is_nothing_at_all_a_poster_speaks_of_no_topic() {
    let listings = entries().into_iter().filter(|entry| entry["id"] == service(2).to_string());
    let app = app_with(listings.collect());
    let (german, english) = (Language::German, Language::English);
    let query = format!("municipality={VILLAGE}");
    let said = |language| poster_in(&app, language, &query)["others"].as_str().unwrap().to_owned();
    assert!(said(german).starts_with("Für Weiler ist noch kein Angebot eingetragen. "));
    assert!(said(english).starts_with("No service is listed for Weiler yet. "));
    let page = get(&app, &format!("/plakate?{query}")).await;
    assert!(page.body.contains("Für Weiler ist noch kein Angebot eingetragen."), "{}", page.body);
}

#[tokio::test]
async fn an_offer_at_several_places_counts_once_and_says_that_there_are_more() {
    let app = app();
    let whole = poster(Language::German, "category=schulden");
    assert_eq!(names(&whole), ["Schuldnerberatung Stadt"]);
    assert_eq!(whole["count"], "1 Angebot an 2 Orten");
    assert_eq!(whole["shown"], serde_json::json!([null, null]), "all of them stand there");
    let lines = whole["entries"][0]["lines"].to_string();
    assert!(lines.contains("und an einem weiteren Ort"), "{lines}");
    let page = get(&app, "/plakate?category=schulden").await;
    assert!(page.body.contains("1 Angebot an 2 Orten"), "{}", page.body);
    let english = poster(Language::English, "category=schulden");
    assert_eq!(english["count"], "1 service at 2 places");
    // In the town it is at one place, and says that there is another one all the same.
    let town = poster(Language::German, &in_town("schulden"));
    assert_eq!(town["count"], "1 Angebot");
    assert!(town["entries"][0]["lines"].to_string().contains("und an einem weiteren Ort"));
    let tafel = poster(Language::German, "category=tafel")["entries"][0]["lines"].to_string();
    assert!(!tafel.contains("weiteren Ort"), "{tafel}");
}

#[tokio::test]
async fn a_search_too_long_for_a_qr_code_leads_from_paper_to_the_whole_list() {
    let app = app();
    let long = "%F0%9F%98%80".repeat(200);
    let answer = get(&app, &format!("/liste.pdf?q={long}")).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/pdf"));
    let answer = get(&app, "/en/liste.pdf?q=tafel").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_poster_about_violence_is_for_the_county_and_names_no_protected_place() {
    for query in [in_town("frauenhaus"), "category=schutz".to_owned()] {
        let poster = poster(Language::German, &query);
        assert_eq!(poster["place"]["text"], "Landkreis Muster", "{query}");
        let entry = &poster["entries"][0];
        assert_eq!(entry["name"]["text"], "Frauenhaus", "the category, not the name");
        assert_eq!(
            (&entry["name"]["german"], &entry["phone"]),
            (&false.into(), &"07531 999".into())
        );
        let text = poster["entries"].to_string();
        assert!(!text.contains(SECRET) && !text.contains("Stadt"), "{text}");
        let answer = get(&app(), &format!("/plakate/a4.pdf?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"));
    }
    let page = get(&app(), &format!("/plakate?{}", in_town("frauenhaus"))).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(
        page.body.contains("Dieses Plakat gilt immer für den ganzen Landkreis."),
        "{}",
        page.body
    );
    let list = get(&app(), "/liste.pdf?category=frauenhaus").await;
    assert_eq!(list.header("cache-control"), "no-store");
}

#[tokio::test]
async fn what_rests_is_on_no_poster() {
    let poster = poster(Language::German, &format!("municipality={VILLAGE}"));
    assert!(!names(&poster).is_empty());
    for query in
        [format!("municipality={VILLAGE}"), format!("municipality={VILLAGE}&category=pflege")]
    {
        let poster = super::printed::poster(Language::German, &query);
        assert!(!names(&poster).contains(&"Tagespflege Weiler"), "{query}: {:?}", names(&poster));
    }
}

#[tokio::test]
async fn every_paper_is_one_file_known_again_and_another_is_not_there() {
    let app = app();
    for paper in ["a3", "a4", "a5"] {
        let path = format!("/plakate/{paper}.pdf?municipality={TOWN}");
        let first = get(&app, &path).await;
        assert_eq!(
            (first.status.as_u16(), first.header("content-type")),
            (200, "application/pdf"),
            "{path}"
        );
        let again = get_with(&app, &path, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0), "{path}");
    }
    for wrong in ["a2.pdf", "a4", "a4.png"] {
        assert_eq!(get(&app, &format!("/plakate/{wrong}")).await.status, 404, "{wrong}");
    }
    assert_eq!(get(&app, "/plakate/a4.pdf?category=nonsense").await.status, 400);
}

#[tokio::test]
async fn the_page_lists_every_municipality_and_topic_and_leads_to_its_files() {
    let app = app();
    let page = get(&app, "/plakate").await;
    assert_eq!(page.status, 200);
    for part in [
        "href=\"/plakate/a3.pdf\"",
        "href=\"/plakate?municipality=99001002\"",
        "href=\"/plakate?category=tafel\"",
        "href=\"/liste.pdf\"",
    ] {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
    let chosen = get(&app, &format!("/plakate?{}", in_town("geld"))).await;
    let query = format!("category=geld&#38;municipality={TOWN}");
    for part in
        ["Geld und Arbeit: Stadt", &format!("/plakate/a4.pdf?{query}"), &format!("/liste?{query}")]
    {
        assert!(chosen.body.contains(part), "{part} is missing in {}", chosen.body);
    }
    // The municipality and the list lead there.
    for (from, to) in [
        (format!("/gemeinden/{TOWN}"), format!("/plakate?municipality={TOWN}")),
        ("/liste?category=geld&free=yes".to_owned(), "/plakate?category=geld".to_owned()),
    ] {
        assert!(get(&app, &from).await.body.contains(&format!("href=\"{to}\"")), "{from}");
    }
}

#[tokio::test]
async fn other_words_are_tidied_away_and_wrong_ones_are_told() {
    let app = app();
    let answer = get(&app, "/plakate?category=&municipality=99001001&q=tafel&utm=1").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (302, "/plakate?municipality=99001001")
    );
    for wrong in ["/plakate?category=nonsense", "/plakate?municipality=12345678"] {
        let answer = get(&app, wrong).await;
        assert_eq!(answer.status, 400, "{wrong}");
        assert!(answer.body.contains("Diese Auswahl gibt es nicht"), "{wrong}");
        assert!(answer.body.contains("href=\"/plakate?category=tafel\""), "it leads on");
    }
}

#[tokio::test]
async fn a_topic_without_any_offer_has_no_poster_and_says_so() {
    let listings = entries().into_iter().filter(|entry| entry["categories"][0] != "tafel");
    let app = app_with(listings.collect());
    let page = get(&app, "/plakate?category=tafel").await;
    assert!(page.body.contains("Darum gibt es dazu auch kein Plakat."), "{}", page.body);
    assert!(!page.body.contains("/plakate/a4.pdf"));
    assert_eq!(
        get(&app, "/plakate/a4.pdf?category=tafel").await.status,
        200,
        "who asks is told so"
    );
}

#[tokio::test]
async fn paper_and_feeds_speak_the_language_of_their_address() {
    let english = poster(Language::English, &in_town("schulden"));
    assert_eq!(english["heading"], "Debt advice");
    assert_eq!(english["count"], "1 service");
    assert_eq!(
        english["numbers"][0]["name"],
        serde_json::json!({"text": "Fire brigade", "german": false})
    );
    let lines = english["entries"][0]["lines"].to_string();
    assert!(lines.contains("Monday to Friday"), "{lines}");
    let app = app();
    for language in Language::ALL {
        let entry = format!("/angebote/{}/merkblatt.pdf", service(1));
        for path in [&*entry, "/liste.pdf", "/plakate/a4.pdf"] {
            let path = language.path(path);
            let answer = get(&app, &path).await;
            assert_eq!(answer.status, 200, "{path}");
            let text = String::from_utf8_lossy(&answer.bytes);
            let plain = if language == Language::Easy { "de" } else { language.tag() };
            assert!(text.contains(&format!("/Lang({plain})")), "{path}");
            assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"), "{path}");
        }
        let path = language.path("/liste.atom");
        let feed: atom_syndication::Feed = get(&app, &path).await.body.parse().unwrap();
        assert_eq!(feed.lang.as_deref(), Some(language.tag()));
        let link = &feed.entries[0].links[0].href;
        assert!(link.contains(&language.path("/angebote/")), "{link}");
    }
    let (german, english) = (get(&app, "/liste.atom").await, get(&app, "/en/liste.atom").await);
    let id = |answer: &Answer| answer.body.parse::<atom_syndication::Feed>().unwrap().id;
    assert_ne!(german.header("etag"), english.header("etag"));
    assert_ne!(id(&german), id(&english));
    assert!(
        english.body.contains("xml:lang=\"de\""),
        "names of entries are German: {}",
        english.body
    );
}
