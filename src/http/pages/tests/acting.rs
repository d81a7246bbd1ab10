//! Acting on an entry: the saved list, files, the poster, what programs are told.

use super::support::*;

const PATH: &str = "/merkliste";

fn list(numbers: &[u128]) -> String {
    let ids: Vec<String> = numbers.iter().map(|number| service(*number).to_string()).collect();
    format!("{PATH}?ids={}", ids.join(","))
}

#[tokio::test]
async fn the_list_shows_its_offers_in_order_and_can_be_made_shorter() {
    let answer = get(&app(), &list(&[2, 1])).await;
    assert_eq!(answer.status, 200);
    let (first, second) = (
        answer.body.find("Tafel &#60;b&#62;").unwrap(),
        answer.body.find("Schuldnerberatung Stadt").unwrap(),
    );
    assert!(first < second);
    assert!(answer.body.contains(&format!("href=\"{}\"", list(&[1]))), "without the first");
    assert!(answer.body.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(answer.body.contains("2 Angebote"));
    assert!(answer.body.contains("mailto:?subject="));
}

#[tokio::test]
async fn a_list_by_another_address_is_led_to_its_own() {
    let answer = get(&app(), &format!("{PATH}?ids={}&ids={}&utm=1", service(1), service(1))).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, &*list(&[1])));
    let pasted = format!("{}&q=http://localhost/angebote/{}", list(&[1]), service(2));
    let answer = get(&app(), &pasted).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, &*list(&[1, 2])));
}

#[tokio::test]
async fn what_is_gone_too_much_or_wrong_is_said() {
    let answer = get(&app(), &list(&[1, 77])).await;
    assert!(answer.body.contains("Ein Angebot dieser Liste gibt es nicht mehr."));
    let many: Vec<u128> = (1..=53).collect();
    let answer = get(&app(), &list(&many)).await;
    assert!(answer.body.contains("3 weitere sehen Sie hier nicht."), "{}", answer.body);
    let answer = get(&app(), &format!("{PATH}?q=https://else.example/x")).await;
    assert!(answer.body.contains("gehört zu keinem Angebot"));
    let answer = get(&app(), PATH).await;
    assert!(answer.body.contains("Noch nichts gemerkt"));
}

#[tokio::test]
async fn more_offers_are_found_and_added_without_a_script() {
    let answer = get(&app(), &format!("{}&q=Tafel", list(&[1]))).await;
    assert!(answer.body.contains(&format!("href=\"{}\"", list(&[1, 2]))), "{}", answer.body);
    let answer = get(&app(), &format!("{}&q=Schuldnerberatung", list(&[1]))).await;
    assert!(answer.body.contains("steht schon auf der Liste"));
}

#[tokio::test]
async fn help_against_violence_is_never_among_what_a_script_may_keep_unasked() {
    let answer = get(&app(), &list(&[3, 1])).await;
    assert!(answer.body.contains("Löschen Sie den Verlauf"));
    assert!(answer.body.contains(&format!("data-keepable=\"{}\"", service(1))), "{}", answer.body);
    // Neither can it be kept from a list of hits.
    let hits = get(&app(), "/liste?category=frauenhaus").await;
    assert!(hits.body.contains("Frauenhaus") && !hits.body.contains("data-js=\"save\""));
    // On its own page a warning stands before the button.
    let page = get(&app(), &format!("/angebote/{}", service(3))).await;
    let warning = page.body.find("Wer Ihr Gerät benutzt").unwrap();
    assert!(warning < page.body.find("data-js=\"save\"").unwrap());
}

fn entry(number: u128, below: &str) -> String {
    format!("/angebote/{}{below}", service(number))
}

#[tokio::test]
async fn a_contact_and_the_hours_can_be_taken_along() {
    let app = app();
    let card = get(&app, &entry(1, "/karte.vcf")).await;
    assert_eq!(card.header("content-type"), "text/vcard; charset=utf-8");
    assert!(card.header("content-disposition").contains("Schuldnerberatung-Stadt.vcf"));
    for part in [
        "FN:Schuldnerberatung Stadt\r\n",
        "TEL;VALUE=URI:tel:075311\r\n",
        "GEO;VALUE=URI:geo:47.55050,8.55100\r\n",
    ] {
        assert!(card.body.contains(part), "{part} is missing in {}", card.body);
    }
    let again =
        get_with(&app, &entry(1, "/karte.vcf"), &[("if-none-match", card.header("etag"))]).await;
    assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""));
    let hours = get(&app, &entry(1, "/zeiten.ics")).await;
    assert_eq!(hours.header("content-type"), "text/calendar; charset=utf-8");
    assert!(hours.body.contains("BYDAY=MO,TU,WE,TH,FR"), "{}", hours.body);
    // Nothing certain: no file, and the page says why.
    assert_eq!(get(&app, &entry(4, "/zeiten.ics")).await.status, 404);
    let page = get(&app, &entry(4, "")).await;
    assert!(
        page.body.contains("Termine nur nach Vereinbarung.") && !page.body.contains("zeiten.ics")
    );
    assert_eq!(get(&app, &entry(99, "/karte.vcf")).await.status, 404);
}

#[tokio::test]
async fn nothing_to_take_along_tells_a_protected_place() {
    let app = app();
    for below in ["", "/karte.vcf", "/merkblatt", "/qr.svg"] {
        let answer = get(&app, &entry(3, below)).await;
        assert_eq!(answer.status, 200, "{below}");
        assert!(!answer.body.contains(SECRET), "{below}");
        assert!(!answer.body.contains("GEO") && !answer.body.contains("GeoCoordinates"));
    }
    assert!(get(&app, &entry(3, "")).await.body.contains(r#""addressLocality":"Stadt""#));
}

#[tokio::test]
async fn programs_are_told_what_the_page_tells_in_the_words_of_schema_org() {
    let json_of = |body: &str| -> serde_json::Value {
        let from = body.split_once("application/ld+json\">").unwrap().1;
        serde_json::from_str(from.split_once("</script>").unwrap().0).unwrap()
    };
    let app = app();
    let facts = json_of(&get(&app, &entry(1, "")).await.body);
    assert_eq!(facts["@type"], "Service");
    assert_eq!(facts["provider"]["name"], "Hilfe & Rat e. V.");
    let place = &facts["availableChannel"]["serviceLocation"];
    assert_eq!(place["address"]["streetAddress"], "Hauptstr. 1");
    assert_eq!(place["openingHoursSpecification"][0]["opens"], "09:00");
    assert_eq!(facts["offers"]["price"], "0");
    // A name with markup cannot end the block; an approximate point is no point.
    let page = get(&app, &entry(2, "")).await.body;
    let facts = json_of(&page);
    assert_eq!(
        (&facts["@type"], &facts["name"]),
        (&"GovernmentService".into(), &"Tafel <b>Stadt</b>".into())
    );
    assert!(page.contains(r"Tafel \u003cb>Stadt\u003c/b>"));
    assert!(facts["availableChannel"]["serviceLocation"]["geo"].is_null());
    let areas = json_of(&get(&app, &entry(4, "")).await.body)["areaServed"].clone();
    assert_eq!((&areas[0]["name"], &areas[1]["name"]), (&"Stadt".into(), &"Weiler".into()));
}

#[tokio::test]
async fn the_sheet_has_its_address_as_a_code_and_says_how_old_it_is() {
    let answer = get(&app(), &entry(1, "/merkblatt")).await;
    for part in ["/qr.svg\"", "Hauptstr. 1, 99999 Stadt", "Stand der Quelle", "Montag bis Freitag"]
    {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
    let code = get(&app(), &entry(1, "/qr.svg")).await;
    assert_eq!(code.header("content-type"), "image/svg+xml; charset=utf-8");
    assert!(code.body.contains("<svg"));
}

#[tokio::test]
async fn pictures_and_paper_are_made_once_and_known_again() {
    let app = app();
    for (path, media_type, begin) in [
        (entry(2, "/bild.png"), "image/png", &b"\x89PNG"[..]),
        (entry(2, "/merkblatt.pdf"), "application/pdf", b"%PDF"),
        ("/liste.pdf?municipality=99001001".to_owned(), "application/pdf", b"%PDF"),
    ] {
        let first = get(&app, &path).await;
        assert_eq!(
            (first.status.as_u16(), first.header("content-type")),
            (200, media_type),
            "{path}"
        );
        assert!(first.bytes.starts_with(begin), "{path}");
        assert_eq!(get(&app, &path).await.bytes, first.bytes, "{path}");
        let again = get_with(&app, &path, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!(again.status, 304, "{path}");
    }
    assert_eq!(get(&app, "/liste.pdf?category=nonsense").await.status, 400);
}

#[tokio::test]
async fn search_engines_find_every_page_once_and_are_kept_from_desks() {
    let app = app();
    let map = get(&app, "/sitemap.xml").await;
    assert_eq!(map.header("content-type"), "application/xml; charset=utf-8");
    for number in 1..=5 {
        let loc = format!(
            "<loc>http://localhost{}</loc><lastmod>2026-11-01T08:00:00Z</lastmod>",
            entry(number, "")
        );
        assert_eq!(map.body.matches(&loc).count(), 1, "{loc} in {}", map.body);
    }
    assert!(!map.body.contains("merkliste") && !map.body.contains("/mein"));
    assert_eq!(get(&app, "/sitemap/1.xml").await.status, 200);
    for wrong in ["/sitemap/0.xml", "/sitemap/2.xml", "/sitemap/x.xml", "/sitemap/1"] {
        assert_eq!(get(&app, wrong).await.status, 404, "{wrong}");
    }
    let robots = get(&app, "/robots.txt").await;
    assert!(robots.body.contains("Disallow: /redaktion\n"));
    assert!(robots.body.ends_with("Sitemap: http://localhost/sitemap.xml\n"));
}

#[tokio::test]
async fn a_feed_tells_what_was_changed_by_the_words_of_the_list() {
    let app = app();
    let all = get(&app, "/liste.atom").await;
    assert_eq!(all.header("content-type"), "application/atom+xml; charset=utf-8");
    let feed: atom_syndication::Feed = all.body.parse().unwrap();
    assert_eq!(feed.entries.len(), 5);
    assert!(feed.entries.iter().all(|entry| entry.id.starts_with("urn:uuid:")));
    let some: atom_syndication::Feed =
        get(&app, "/liste.atom?category=geld").await.body.parse().unwrap();
    let names: Vec<_> = some.entries.iter().map(|entry| entry.title.value.as_str()).collect();
    assert_eq!(names, ["Schuldnerberatung Stadt", "Tafel <b>Stadt</b>"]);
    assert_ne!(some.id, feed.id);
    let again = get_with(&app, "/liste.atom", &[("if-none-match", all.header("etag"))]).await;
    assert_eq!(again.status, 304);
    assert_eq!(get(&app, "/liste.atom?category=nonsense").await.status, 400);
}
