//! What the pages say, entry by entry.

use super::support::*;
use crate::domain::Language;

fn entry(number: u128) -> String {
    format!("/angebote/{}", service(number))
}

#[tokio::test]
async fn the_start_page_offers_themes_examples_and_numbers() {
    let answer = get(&app(), "/").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    for part in [
        "<title>Soziale Angebote im Landkreis Muster finden – Sozialatlas Landkreis Muster</title>",
        "class=\"theme-tile\" href=\"/?category=geld\"",
        "href=\"tel:112\"",
        "href=\"/wichtige-nummern\"",
        "Eine Stichprobe.",
        "data-map=\"start\"",
        "href=\"/?category=pflege&#38;near=Stadt\">Tagespflege in der Nähe von Stadt</a>",
    ] {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
    assert!(!answer.body.contains("class=\"offer-card\""));
}

#[tokio::test]
async fn the_list_has_all_and_needs_no_map() {
    let answer = get(&app(), "/liste").await;
    assert_eq!(answer.body.matches("class=\"offer-card\"").count(), 6);
    assert!(answer.body.contains("data-total=\"6\"") && !answer.body.contains("data-map"));
    assert!(answer.body.contains("6 Angebote im Landkreis Muster"));
}

#[tokio::test]
async fn a_card_tells_place_distance_hours_and_age() {
    let answer = get(&app(), "/liste?near=Stadt&category=geld").await;
    for part in [
        r#"<bdi>Hauptstr. 1, Stadt</bdi>, <span class="offer-card__distance">90 m</span>"#,
        "jetzt geöffnet, bis 12 Uhr",
        "Stand der Quelle: 2017. Bitte rufen Sie vorher an.",
        "die nächsten zuerst",
        "Hilfe &#38; Rat e. V.",
        "href=\"tel:075311\"",
        "data-precise=\"false\"",
        "ungefähre Lage",
    ] {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
}

#[tokio::test]
async fn links_to_entries_carry_the_filters_and_lead_back_to_the_same_list() {
    let app = app();
    let list = get(&app, "/liste?category=tafel&near=Stadt").await;
    let href = format!("{}?category=tafel&#38;near=Stadt&#38;ansicht=liste", entry(2));
    assert!(list.body.contains(&href), "{}", list.body);
    let page = get(&app, &href.replace("&#38;", "&")).await;
    assert!(page.body.contains("href=\"/liste?category=tafel&#38;near=Stadt\""));
    let own = format!("rel=\"canonical\" href=\"http://localhost{}\"", entry(2));
    assert!(page.body.contains(&own), "{}", page.body);
}

#[tokio::test]
async fn text_of_visitors_and_entries_is_never_markup() {
    let app = app();
    let attack = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27";
    for path in
        [format!("/?q={attack}"), format!("/liste?near={attack}"), format!("/?category={attack}")]
    {
        let answer = get(&app, &path).await;
        assert!(!answer.body.contains("<script>alert") && !answer.body.contains("\"'<"), "{path}");
        assert!(answer.body.contains("alert(1)"), "{path}: what was typed is not shown");
    }
    let page = get(&app, &entry(2)).await;
    assert!(page.body.contains("Tafel &#60;b&#62;Stadt&#60;/b&#62;"), "{}", page.body);
    assert!(!page.body.contains("<b>Stadt"));
}

#[tokio::test]
async fn an_entry_tells_what_is_known_and_names_what_is_not() {
    let page = get(&app(), &entry(1)).await;
    for part in [
        "<h1 class=\"entry__title\">Schuldnerberatung Stadt</h1>",
        "Träger anrufen",
        "jetzt geöffnet, bis 12 Uhr",
        "Montag (heute)",
        "In der Quelle steht: „werktags vormittags“",
        "ab 18 Jahren",
        "ja, Sie müssen Ihren Namen nicht sagen",
        "Hauptstr. 1<br>99999 Stadt",
        "Nächste Haltestelle: Stadt, Am Bahnhof, 60 m (Luftlinie).",
        "Nächster Bahnhof: Stadt Hbf, 700 m (Luftlinie). Der Bahnhof ist nur zum Teil stufenfrei.",
        "Außenstelle Weiler",
        "href=\"geo:47.55050,8.55100?q=47.55050,8.55100(Schuldnerberatung%20Stadt)\"",
        "Stand der Quelle: 1. Juni 2026, nicht vom Träger bestätigt.",
        "<time datetime=\"2026-06-01\">",
        "href=\"https://quelle.example/eintrag\" rel=\"noopener noreferrer external\"",
        "Landratsamt Muster, Amtsweg 1, 99999 Stadt",
    ] {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
    assert!(page.body.contains("Gehört zu") && page.body.contains(&entry(2)));
    assert!(page.body.contains("Ähnliches in der Nähe") || !page.body.contains("b-naehe"));
    assert!(!page.body.contains("entry__notice"), "a fresh entry needs no warning");
    assert!(
        page.body.contains("<dd class=\"kern-description-list-item__value\">nicht bekannt</dd>")
    );
}

#[tokio::test]
async fn whether_one_may_stay_anonymous_is_told_in_every_language_and_never_guessed() {
    let app = app();
    for (language, title, said) in [
        ("", "Anonym bleiben", "ja, Sie müssen Ihren Namen nicht sagen"),
        ("/leicht", "Ohne Ihren Namen", "Ja. Sie müssen Ihren Namen nicht sagen."),
        ("/en", "Staying anonymous", "yes, you do not have to give your name"),
        ("/fr", "Rester anonyme", "oui, vous n’avez pas à donner votre nom"),
    ] {
        let known = get(&app, &format!("{language}{}", entry(1))).await;
        assert!(known.body.contains(said), "{language}: {}", known.body);
        let silent = get(&app, &format!("{language}{}", entry(2))).await;
        assert!(silent.body.contains(title) && !silent.body.contains(said), "{language}");
    }
    let silent = get(&app, &entry(2)).await;
    let fact = silent.body.split(">Anonym bleiben<").nth(1).unwrap();
    assert!(fact.starts_with("/dt><dd class=\"kern-description-list-item__value\">nicht bekannt<"));
}

#[tokio::test]
async fn an_old_entry_warns_and_shows_how_sure_it_is() {
    let page = get(&app(), &entry(2)).await;
    for part in [
        "Stand der Quelle: 2017, nicht vom Träger bestätigt, bitte vorher anrufen.",
        "Diese Angaben können veraltet sein",
        "unsicher:",
        "Weder Telefon noch E-Mail",
        "Die Zeiten sind nicht bekannt",
        "Nicht bekannt. Fragen Sie am besten vorher nach.",
        "Ungefähre Lage: Bekannt ist die Straße",
        "Ehrenamtliche",
    ] {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
}

#[tokio::test]
async fn another_site_of_a_service_has_an_address_of_its_own() {
    let app = app();
    let site = FeatureId(uuid::Uuid::from_u128(101 << 32));
    let page = get(&app, &format!("{}?standort={site}", entry(1))).await;
    assert!(page.body.contains("<h1 class=\"entry__title\">Außenstelle Weiler</h1>"));
    assert!(page.body.contains("Die Karte zeigt nur die Mitte der Gemeinde"));
    assert!(!page.body.contains("Nächste Haltestelle"), "the middle of a municipality has no stop");
    assert!(page.body.contains(&format!("href=\"{}\"", entry(1))), "the first site is named");
}

use crate::domain::FeatureId;

#[tokio::test]
async fn a_protected_entry_shows_no_address_anywhere_and_says_why() {
    let app = app();
    let page = get(&app, &entry(3)).await;
    assert!(page.body.contains("Die Adresse ist geschützt"));
    assert!(page.body.contains("href=\"tel:07531999\""));
    assert!(!page.body.contains("data-points") && !page.body.contains("Nächste Haltestelle"));
    for path in [
        entry(3),
        "/liste".into(),
        "/?q=Frauenhaus".into(),
        format!("/?q={SECRET}"),
        format!("/gemeinden/{TOWN}"),
        "/_/map/services.json".into(),
    ] {
        let answer = get(&app, &path).await;
        let told = answer.body.matches(SECRET).count();
        // The visitor's own words may come back: in the field, the title, the filter, the menu of languages.
        let own = if path.contains(SECRET) {
            answer.body.matches(&format!("„{SECRET}“")).count() + 1
        } else {
            0
        };
        assert!(
            told <= own + 5 + Language::ALL.len() && (own > 0 || told == 0),
            "{path}: {}",
            answer.body
        );
        assert!(!answer.body.contains(&format!("{SECRET},")), "{path}");
    }
    assert!(get(&app, "/liste").await.body.contains("Stadt (Adresse geschützt)"));
    let hits = get(&app, &format!("/?q={SECRET}")).await;
    assert!(hits.body.contains("data-total=\"0\""), "a protected street must not be searchable");
}

#[tokio::test]
async fn an_entry_that_does_not_run_says_so_first() {
    let page = get(&app(), &entry(5)).await;
    assert!(page.body.contains("Vorübergehend geschlossen (Umbau)"));
    assert!(page.body.contains("Befristet: läuft bis 3. März 2027."));
    let list = get(&app(), "/liste?category=pflege").await;
    assert!(list.body.contains("offer-card__open--closed"));
}

#[tokio::test]
async fn an_entry_that_comes_to_people_has_no_place_to_go_to() {
    let page = get(&app(), &entry(4)).await;
    assert!(page.body.contains("Das Angebot kommt zu Ihnen"));
    assert!(page.body.contains("Nach Vereinbarung"));
    assert!(page.body.contains("Stadt und Weiler"), "{}", page.body);
}

#[tokio::test]
async fn nothing_found_says_what_was_understood_and_which_filter_to_drop() {
    let answer = get(&app(), "/?category=tafel&near=Weiler&within_m=1000").await;
    assert!(answer.body.contains("data-total=\"0\""));
    for part in [
        "Das haben wir gesucht: höchstens 1 km von Weiler und Tafel.",
        "Weglassen: höchstens 1 km von Weiler (1 Angebot)",
        "Weglassen: Tafel (2 Angebote)",
        "Das Nächste, was wir kennen",
        "Landratsamt Muster",
    ] {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
    assert!(answer.body.contains(&entry(2)), "the nearest is named anyway");
}

#[tokio::test]
async fn a_provider_lists_each_service_once() {
    let app = app();
    let page = get(&app, &format!("/traeger/{}", organization_id(1))).await;
    assert_eq!(page.body.matches("class=\"offer-card\"").count(), 1);
    assert!(page.body.contains("2 Standorte") && page.body.contains("Stand der Quelle: 2019"));
    let empty = get(&app, &format!("/traeger/{}", organization_id(2))).await;
    assert!(empty.body.contains("kein öffentliches Angebot bekannt"));
}

#[tokio::test]
async fn a_municipality_tells_what_it_has_what_not_and_where_the_nearest_is() {
    let page = get(&app(), &format!("/gemeinden/{VILLAGE}")).await;
    for part in [
        "<h1 class=\"entry__title\"><bdi>Weiler</bdi></h1>",
        "1.000 Menschen am 15. Mai 2022 (Zensus 2022",
        "Eine andere Zählung, nicht damit zu vergleichen: 1.007 Menschen am 31. Dezember 2023 (Fortschreibung auf Zensus 2011",
        "rund 300",
        "Marktplatz 1<br>99999 Weiler",
        "href=\"https://stadt.example\"",
        "Was hier nicht bekannt ist",
        "Stadt, 15 km",
        "Ohne Ort zum Hingehen, im Landkreis: <a class=\"kern-link\" href=\"/liste?category=frauenhaus\">1 Angebot</a>",
        "Entfernungen in Luftlinie ab der Mitte von Weiler.",
        "Oberdorf und Unterdorf",
    ] {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
    let all = get(&app(), "/gemeinden").await;
    assert!(all.body.contains(&format!("/gemeinden/{TOWN}")) && all.body.contains("2.000"));
}

#[tokio::test]
async fn what_is_not_there_is_a_page_with_ways_out() {
    let app = app();
    for path in [
        "/nirgends".to_owned(),
        format!("/angebote/{}", service(99)),
        "/angebote/..%2F..%2Fetc%2Fpasswd".into(),
        "/angebote/x".into(),
        format!("/traeger/{}", organization_id(99)),
        "/gemeinden/00000000".into(),
        "/gemeinden/%ff".into(),
    ] {
        let answer = get(&app, &path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("Diese Seite gibt es nicht"), "{path}: {}", answer.body);
        assert!(answer.body.contains("href=\"/wichtige-nummern\""), "{path}");
        assert!(answer.body.contains("noindex"), "{path}");
    }
}

#[tokio::test]
async fn legal_pages_invent_nothing() {
    let app = app();
    let imprint = get(&app, "/impressum").await;
    assert!(imprint.body.contains("© Quelle A") && imprint.body.contains("CC BY 4.0"));
    assert!(imprint.body.contains("Telefon: vom Betreiber zu ergänzen"), "{}", imprint.body);
    let privacy = get(&app, "/datenschutz").await;
    assert!(privacy.body.contains("setzt diese Seite keine Cookies"), "{}", privacy.body);
    let access = get(&app, "/barrierefreiheit").await;
    assert!(access.body.contains("noch nicht durch eine unabhängige Stelle geprüft"));
    let numbers = get(&app, "/wichtige-nummern").await;
    assert!(numbers.body.contains("href=\"tel:112\"") && numbers.body.contains("Februar 2021"));
}

#[tokio::test]
async fn the_map_gets_points_groups_and_the_number_of_the_rest() {
    let app = app();
    let data = get(&app, "/_/map/services.json").await.json();
    assert_eq!((data["total"].as_u64(), data["placeless"].as_u64()), (Some(6), Some(2)));
    assert_eq!(data["points"].as_array().unwrap().len(), 2);
    let places = data["places"].as_array().unwrap();
    assert_eq!(places.len(), 1);
    assert_eq!(places[0]["name"], "Weiler");
    assert_eq!(places[0]["features"].as_array().unwrap().len(), 2);
    let tafel = get(&app, "/_/map/services.json?category=tafel").await;
    assert_eq!(tafel.json()["points"][0]["approx"], true);
    let etag = tafel.header("etag").to_owned();
    let again =
        get_with(&app, "/_/map/services.json?category=tafel", &[("if-none-match", &etag)]).await;
    assert_eq!(again.status, 304);
    assert_eq!(get(&app, "/_/map/services.json?category=unfug").await.status, 400);
}
