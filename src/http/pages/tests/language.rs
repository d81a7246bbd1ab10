//! Pages in other languages: addresses, links, what is left in German, the menu and the cookie.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use super::support::{Answer, TOWN, app, get, get_with, organization_id, service};
use crate::domain::Language;

/// All addresses that a page links to, forms included; those that say another language (`hreflang`) apart.
fn links(page: &str) -> Vec<String> {
    let tags = page.split('<').filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| !tag.contains("hreflang="))
        .flat_map(|tag| {
            ["href=\"", "action=\"", "data-href=\"", "data-next=\""]
                .into_iter()
                .filter_map(move |name| tag.split_once(name)?.1.split('"').next())
        })
        .map(|address| address.replace("&#38;", "&"))
        .filter(|address| address.starts_with('/'))
        .collect()
}

/// The pages that residents read.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = [
        "/",
        "/?q=tafel",
        "/liste",
        "/liste?near=Stadt&within_m=20000",
        "/liste?category=geld&free=yes",
        "/liste?q=gibtesnicht",
        "/liste?within_m=viel&near=Stadt",
        "/gemeinden",
        "/wichtige-nummern",
        "/impressum",
        "/datenschutz",
        "/barrierefreiheit",
        "/leichte-sprache",
        "/gibt-es-nicht",
    ]
    .map(String::from)
    .into();
    paths.extend((1..=5).map(|n| format!("/angebote/{}", service(n))));
    paths.push(format!("/traeger/{}", organization_id(1)));
    paths.push(format!("/gemeinden/{TOWN}"));
    paths
}

fn foreign() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| *language != Language::German)
}

fn opening(page: &str) -> &str {
    let (_, from) = page.split_once("<html").unwrap();
    from.split('>').next().unwrap()
}

#[tokio::test]
async fn every_link_of_a_page_stays_in_its_language() {
    let app = app();
    let mut strays = BTreeSet::new();
    for language in foreign() {
        for path in paths() {
            let page = get(&app, &language.path(&path)).await;
            let prefix = format!("/{}", language.code());
            for link in links(&page.body) {
                let stays = link == prefix
                    || link
                        .strip_prefix(&prefix)
                        .is_some_and(|rest| rest.starts_with(['/', '?', '#']));
                // Files have no language in their path: the manifest, feeds, lists to print.
                let is_file = link.split(['?', '/']).nth(1).is_some_and(|name| name.contains('.'));
                let elsewhere = link.starts_with("/_/assets/") || is_file;
                // The page in Leichte Sprache leads on in Leichte Sprache.
                let easy = path == "/leichte-sprache" && link.starts_with("/leicht");
                if !stays && !elsewhere && !easy {
                    strays.insert(format!("{} {path}: {link}", language.code()));
                }
            }
        }
    }
    assert_eq!(strays, BTreeSet::new());
}

#[tokio::test]
async fn a_page_says_its_language_and_its_direction() {
    let app = app();
    for language in Language::ALL {
        for path in paths() {
            let page = get(&app, &language.path(&path)).await;
            let (tag, direction) = (language.tag(), language.direction());
            assert!(
                opening(&page.body).contains(&format!("lang=\"{tag}\" dir=\"{direction}\"")),
                "{} {path}",
                language.code()
            );
        }
    }
}

#[tokio::test]
async fn each_page_names_itself_in_all_languages_for_search_engines() {
    let app = app();
    let entry = format!("/angebote/{}", service(1));
    for path in ["/", "/liste", entry.as_str(), "/impressum"] {
        let german = get(&app, path).await;
        for language in Language::ALL {
            let line = format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"http://localhost{}\">",
                language.tag(),
                language.path(path)
            );
            let foreign = get(&app, &language.path(path)).await;
            assert!(german.body.contains(&line), "{path}: {line}");
            assert!(foreign.body.contains(&line), "they name each other: {path}: {line}");
            let address = format!("http://localhost{}", language.path(path));
            let own = format!("<link rel=\"canonical\" href=\"{address}\">");
            assert!(foreign.body.contains(&own), "{own}");
        }
        let whole = format!("hreflang=\"x-default\" href=\"http://localhost{path}\"");
        assert!(german.body.contains(&whole), "{whole}");
    }
    let filtered = get(&app, "/liste?q=tafel").await;
    assert!(
        !filtered.body.contains("rel=\"alternate\" hreflang"),
        "searches are not for search engines"
    );
}

#[tokio::test]
async fn each_page_says_once_what_it_is_about_and_in_its_own_language() {
    let app = app();
    let described = |body: &str| -> Vec<String> {
        let parts = body.split("<meta name=\"description\" content=\"").skip(1);
        parts.filter_map(|part| Some(part.split_once('"')?.0.to_owned())).collect()
    };
    let entry = format!("/angebote/{}", service(1));
    for path in [
        "/",
        "/liste",
        "/gemeinden",
        "/impressum",
        "/datenschutz",
        "/barrierefreiheit",
        entry.as_str(),
    ] {
        let mut seen = Vec::new();
        for language in Language::ALL {
            let page = get(&app, &language.path(path)).await;
            let told = described(&page.body);
            assert_eq!(told.len(), 1, "{} {path}: {told:?}", language.code());
            assert!(told[0].chars().count() > 10, "{} {path}: {told:?}", language.code());
            seen.extend(told);
        }
        seen.sort();
        seen.dedup();
        // An entry is described in its own words, which are German.
        assert!(path == entry || seen.len() >= 6, "{path}: {seen:?}");
    }
    let filtered = get(&app, "/liste?q=tafel").await;
    assert_eq!(described(&filtered.body).len(), 1);
}

#[tokio::test]
async fn addresses_for_search_engines_are_whole_and_take_no_markup_from_the_request() {
    let app = app();
    let page = get_with(&app, "/en/liste", &[("host", "atlas.example")]).await;
    assert!(page.body.contains("rel=\"canonical\" href=\"http://atlas.example/en/liste\""));
    assert!(page.body.contains("hreflang=\"uk\" href=\"http://atlas.example/uk/liste\""));
    let page = get_with(&app, "/liste", &[("host", "a\"><script>")]).await;
    assert!(page.body.contains("rel=\"canonical\" href=\"http://localhost/liste\""));
}

#[tokio::test]
async fn canonical_redirects_keep_the_language() {
    let app = app();
    let answer = get(&app, "/en/liste?q=tafel&free=&unknown=1").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::FOUND, "/en/liste?q=tafel")
    );
    let answer = get(&app, "/ar?q=tafel&free=").await;
    assert_eq!(answer.header("location"), "/ar?q=tafel");
}

#[tokio::test]
async fn other_spellings_of_a_language_lead_to_its_one_address() {
    let app = app();
    for (path, place, status) in [
        ("/de", "/", StatusCode::PERMANENT_REDIRECT),
        ("/de/liste?q=a", "/liste?q=a", StatusCode::PERMANENT_REDIRECT),
        ("/de-x-leicht/liste", "/leicht/liste", StatusCode::PERMANENT_REDIRECT),
        ("/EN/liste", "/en/liste", StatusCode::PERMANENT_REDIRECT),
        ("/en/", "/en", StatusCode::PERMANENT_REDIRECT),
        ("/en/planung?x=1", "/planung?x=1", StatusCode::TEMPORARY_REDIRECT),
        ("/uk/anmelden", "/anmelden", StatusCode::TEMPORARY_REDIRECT),
    ] {
        let answer = get(&app, path).await;
        assert_eq!((answer.status, answer.header("location")), (status, place), "{path}");
    }
}

#[tokio::test]
async fn machine_interfaces_have_no_language() {
    let app = app();
    for path in ["/en/api", "/ar/api/collections", "/fr/healthz", "/en/_/assets/main.js"] {
        assert_eq!(get(&app, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let map = get(&app, "/en/_/map/services.json").await;
    assert_eq!(map.status, StatusCode::OK, "what our own pages fetch has one");
    assert_ne!(map.header("etag"), get(&app, "/_/map/services.json").await.header("etag"));
}

#[tokio::test]
async fn a_language_that_does_not_exist_is_told_with_those_that_do() {
    let app = app();
    for path in ["/xx", "/pl/liste", "/zh-CN"] {
        let page = get(&app, path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.body.contains("Diese Sprache gibt es hier nicht"), "{path}");
        for language in Language::ALL {
            let link = format!("href=\"{}\" lang=\"{}\"", language.path("/"), language.tag());
            assert!(page.body.contains(&link), "{path}: {link}");
        }
    }
    let page = get(&app, "/en/gibt-es-nicht").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.body.contains("Diese Sprache gibt es hier nicht"), "the language is right");
}

fn offered(page: &Answer) -> bool {
    page.body.contains("class=\"language-offer\"")
}

#[tokio::test]
async fn a_language_the_browser_prefers_is_offered_and_nobody_is_led_away() {
    let app = app();
    let page = get_with(&app, "/", &[("accept-language", "ar-SY, en;q=0.5")]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("<p class=\"language-offer\" lang=\"ar\" dir=\"rtl\"><a class=\"language-offer__link\" href=\"/ar\""));
    assert!(
        page.header("vary").contains("sozialatlas-fragment")
            || page
                .headers
                .get_all("vary")
                .iter()
                .any(|v| v.to_str().unwrap().contains("accept-language"))
    );
    for header in ["de-DE,de;q=0.9,en;q=0.8", "zh", "", "*"] {
        assert!(!offered(&get_with(&app, "/", &[("accept-language", header)]).await), "{header}");
    }
    for path in ["/liste", "/en", "/impressum"] {
        let page = get_with(&app, path, &[("accept-language", "ar")]).await;
        assert!(!offered(&page), "only on the start page: {path}");
        let varies =
            page.headers.get_all("vary").iter().any(|v| v.to_str().unwrap().contains("language"));
        assert!(!varies, "{path} is the same for all");
    }
}

#[tokio::test]
async fn a_chosen_language_is_remembered_for_the_start_page_alone() {
    let app = app();
    let answer = get(&app, "/_/sprache?code=uk&zu=%2Fliste%3Fq%3Dtafel").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/uk/liste?q=tafel")
    );
    assert_eq!(
        answer.header("set-cookie"),
        "language=uk; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000"
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    let chosen = [("cookie", "a=b; language=uk"), ("accept-language", "ar")];
    let start = get_with(&app, "/", &chosen).await;
    assert_eq!((start.status, start.header("location")), (StatusCode::FOUND, "/uk"));
    assert!(start.header("vary").contains("cookie"));
    for path in ["/?q=tafel", "/liste", "/en"] {
        let page = get_with(&app, path, &chosen).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!offered(&page), "{path}");
    }
    let german = get_with(&app, "/", &[("cookie", "language=de"), ("accept-language", "ar")]).await;
    assert_eq!((german.status, offered(&german)), (StatusCode::OK, false));
    let fragment = [("cookie", "language=uk"), ("sozialatlas-fragment", "treffer")];
    assert_eq!(get_with(&app, "/", &fragment).await.status, StatusCode::OK, "scripts stay");
}

#[tokio::test]
async fn the_menu_leads_to_our_own_pages_alone() {
    let app = app();
    for to in ["//example.org", "https%3A%2F%2Fexample.org", "%2F%5Cexample.org", "%2Fen%2F%2Fx"] {
        let answer = get(&app, &format!("/_/sprache?code=en&zu={to}")).await;
        assert_eq!(answer.header("location"), "/en", "{to}");
    }
    let answer = get(&app, "/_/sprache?code=xx").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.headers.get("set-cookie").is_none());
    let answer = get(&app, "/_/sprache?code=ar&zu=%2Fplanung").await;
    assert_eq!(answer.header("location"), "/planung", "what is German only stays so");
}

#[tokio::test]
async fn the_county_speaks_the_language_of_the_page_and_entries_their_own() {
    let app = app();
    let page = get(&app, "/en").await;
    assert!(page.body.contains("Money and work"), "labels of the county");
    assert!(page.body.contains("A sample."));
    let entry = get(&app, &format!("/en/angebote/{}", service(1))).await;
    assert!(entry.body.contains("lang=\"de\">Schuldnerberatung Stadt"), "{}", entry.body);
    assert!(entry.body.contains("lang=\"de\">Beschreibung von Schuldnerberatung"));
    let numbers = get(&app, "/en/wichtige-nummern").await;
    assert!(numbers.body.contains("Fire brigade") && numbers.body.contains("day and night"));
    let german = get(&app, &format!("/angebote/{}", service(1))).await;
    assert!(!german.body.contains(" lang=\"de\">"), "German pages mark nothing as German");
    // What the county has not said is German.
    assert!(get(&app, "/fr").await.body.contains("Geld und Arbeit"));
    assert!(get(&app, "/en").await.body.contains("Älter werden"));
    // A search by a code finds the same in every language.
    let hits = get(&app, "/en/liste?category=schulden").await;
    assert!(hits.body.contains("Debt advice"));
}

#[tokio::test]
async fn a_translated_page_says_that_nobody_has_looked_at_it_and_where_the_german_one_is() {
    let app = app();
    let entry = format!("/angebote/{}", service(1));
    let page = get(&app, &format!("/ar{entry}")).await;
    assert!(page.body.contains("site-footer__language"));
    assert!(page.body.contains(&format!("href=\"{entry}\" hreflang=\"de\"")));
    assert!(!get(&app, &entry).await.body.contains("site-footer__language"));
    // In English somebody has.
    assert!(get(&app, "/en").await.body.contains("Jo, 2026-11-01"));
}

#[tokio::test]
async fn the_page_in_easy_words_is_reached_from_everywhere_and_marked() {
    let app = app();
    for language in Language::ALL {
        for path in ["/", "/liste", "/gibt-es-nicht"] {
            let page = get(&app, &language.path(path)).await;
            let link = format!("href=\"{}\"", language.path("/leichte-sprache"));
            assert!(page.body.contains(&link), "{} {path}", language.code());
        }
        let page = get(&app, &language.path("/leichte-sprache")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Was ist der Sozial-Atlas?"));
        let marked = page.body.contains("tabindex=\"-1\" lang=\"de-x-leicht\"");
        assert_eq!(marked, language != Language::Easy, "{}", language.code());
    }
}
