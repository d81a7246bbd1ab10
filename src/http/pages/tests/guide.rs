//! The guided way, and the way out of pages that nobody else should see.

use super::support::*;

#[tokio::test]
async fn every_answer_is_a_link_and_the_way_back_too() {
    let app = app();
    let start = get(&app, "/wegweiser").await;
    assert_eq!(start.status, 200);
    assert!(start.body.contains("href=\"/wegweiser/schulden\""), "{}", start.body);
    assert!(start.body.contains("href=\"/wegweiser\" aria-current=\"page\""));
    let question = get(&app, "/wegweiser/schulden").await;
    for part in [
        "<h1 class=\"entry__title\">Wie schlimm ist es?</h1>",
        "href=\"/wegweiser/schulden/sehr\"",
        "Sehr &#38; schlimm",
        "Frage 1",
    ] {
        assert!(question.body.contains(part), "{part} is missing in {}", question.body);
    }
    let result = get(&app, "/wegweiser/schulden/sehr").await;
    for part in [
        "Rat bei Schulden",
        "href=\"tel:112\"",
        "Das kostet nichts.",
        "Quelle: § 1 Muster",
        "23. November 2026",
        "noch nicht geprüft",
        "href=\"/liste?category=schulden\"",
        "href=\"/?category=schulden\"",
        "Schuldnerberatung Stadt",
        "href=\"/wegweiser/schulden\"",
    ] {
        assert!(result.body.contains(part), "{part} is missing in {}", result.body);
    }
    for page in [&start, &question, &result] {
        assert!(page.headers.get("set-cookie").is_none(), "nothing is kept of anybody's answers");
    }
}

#[tokio::test]
async fn a_municipality_may_be_named_last_and_brings_the_nearest_first() {
    let app = app();
    let page = get(&app, "/wegweiser/schulden/sehr?municipality=99001002").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<option value=\"99001002\" selected>Weiler</option>"));
    assert!(page.body.contains("Davon 1 in Weiler oder auch für Weiler."), "{}", page.body);
    assert!(page.body.contains("href=\"/liste?category=schulden&#38;near=Weiler\""));
    let first = page.body.find("Außenstelle Weiler").unwrap();
    assert!(first < page.body.find(">Schuldnerberatung Stadt<").unwrap());
    assert!(page.body.contains("name=\"robots\" content=\"noindex\""));
    for (raw, tidy) in [
        ("/wegweiser/schulden/sehr?municipality=", "/wegweiser/schulden/sehr"),
        ("/wegweiser/schulden/sehr?municipality=12345678&x=1", "/wegweiser/schulden/sehr"),
        ("/wegweiser/schulden?municipality=99001002", "/wegweiser/schulden"),
        ("/wegweiser/schulden/", "/wegweiser/schulden"),
    ] {
        let answer = get(&app, raw).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, tidy), "{raw}");
    }
}

#[tokio::test]
async fn an_answer_that_is_none_is_not_found_and_a_search_without_hits_says_so() {
    let app = app();
    for path in ["/wegweiser/nirgends", "/wegweiser/schulden/gar-nicht", "/wegweiser/gewalt/x/y"] {
        assert_eq!(get(&app, path).await.status, 404, "{path}");
    }
    let page = get(&app, "/wegweiser/schulden/wenig").await;
    assert!(page.body.contains("Dazu ist uns kein Angebot bekannt."), "{}", page.body);
}

#[tokio::test]
async fn pages_about_violence_can_be_left_at_once_and_are_kept_nowhere() {
    let app = app();
    let entry = format!("/angebote/{}", service(3));
    for path in [
        "/wegweiser/gewalt",
        "/liste?category=schutz",
        "/?category=frauenhaus",
        "/liste?q=Frauenhaus",
        &entry,
    ] {
        let page = get(&app, path).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(page.body.contains("data-discreet=\"true\""), "{path}");
        let link = "href=\"https://wetter.example/\" rel=\"noreferrer nofollow\"";
        assert!(page.body.contains(link), "{path}");
    }
    let other = format!("/angebote/{}", service(1));
    for path in ["/", "/liste", "/liste?q=Tafel", "/wegweiser", "/wegweiser/schulden", &other] {
        let page = get(&app, path).await;
        assert!(!page.body.contains("data-discreet"), "{path}");
        assert_eq!(page.header("cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn what_is_fetched_from_pages_about_violence_is_kept_nowhere_either() {
    let app = app();
    let of = |n: u128, end: &str| format!("/angebote/{}/{end}", service(n));
    for path in [
        of(3, "karte.vcf"),
        of(3, "qr.svg"),
        "/_/map/services.json?category=schutz".into(),
        "/_/map/services.json?category=frauenhaus".into(),
        "/_/map/services.json?q=Frauenhaus".into(),
        "/liste.atom?category=schutz".into(),
        "/liste.atom?q=Frauenhaus".into(),
    ] {
        let answer = get(&app, &path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        // Whoever has it already is told no more.
        let tag = answer.header("etag").to_owned();
        let again = get_with(&app, &path, &[("if-none-match", &tag)]).await;
        assert_eq!(again.status, 304, "{path}");
        assert_eq!(again.header("cache-control"), "no-store", "{path}");
    }
    for path in [
        of(1, "karte.vcf"),
        of(1, "zeiten.ics"),
        of(1, "qr.svg"),
        "/_/map/services.json".into(),
        "/_/map/services.json?q=Tafel".into(),
        "/liste.atom".into(),
    ] {
        let answer = get(&app, &path).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-cache"));
    }
}

#[tokio::test]
async fn a_list_that_scripts_fetch_says_that_it_needs_a_way_out() {
    let header = [("sozialatlas-fragment", "treffer")];
    let list = get_with(&app(), "/?category=schutz", &header).await;
    assert!(list.body.contains("data-discreet=\"true\""));
    assert_eq!(list.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_start_page_and_an_empty_list_lead_to_the_guided_way() {
    let app = app();
    assert!(get(&app, "/").await.body.contains("class=\"situation-link\" href=\"/wegweiser\""));
    let none = get(&app, "/liste?category=tafel&municipality=99001002").await;
    for part in [
        "Dazu ist uns kein Angebot bekannt",
        "Weiter suchen",
        "Im ganzen Landkreis (1 Angebot)",
        "href=\"/liste?category=tafel\"",
        "der Wegweiser",
        "Eine Telefonnummer lag der Sammlung nicht vor.",
    ] {
        assert!(none.body.contains(part), "{part} is missing in {}", none.body);
    }
    let far = get(&app, "/liste?category=tafel&near=Weiler&within_m=2000").await;
    assert!(far.body.contains("Im Umkreis von 20 km (1 Angebot)"), "{}", far.body);
}
