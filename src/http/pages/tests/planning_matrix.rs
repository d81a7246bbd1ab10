//! The heat map of the planning pages, pages that wait for an answer, and cells of a kilometre.

use askama::Template;
use serde_json::json;

use super::planning::assert_says;
use super::support::*;
use crate::http::pages::context::Context;
use crate::http::pages::planning::{matrix_waiting, waiting};

#[tokio::test]
async fn the_matrix_is_a_table_whose_cells_lead_to_the_white_spots() {
    let app = app();
    let first = get(&app, "/planung/matrix").await;
    assert_eq!(first.status, 200);
    assert_says(
        &first.body,
        &[
            "Welche Angebote sind wo weiter als 5 km Luftlinie entfernt?",
            "Sie sehen zuerst 5 km: Der Landkreis hat für diese Angebote keine zumutbare Entfernung",
            "id=\"matrix\"",
            "value=\"5\"",
        ],
    );
    assert!(!first.body.contains("noindex"), "the plain page is one for search engines");
    let page = get(&app, "/planung/matrix?max_distance_m=9000").await;
    assert_says(
        &page.body,
        &[
            "<th scope=\"col\"><a class=\"plan-heatmap__name\" href=\"/gemeinden/99001001\">Stadt</a></th>",
            "<th scope=\"row\">Schuldnerberatung <span class=\"plan-table__more\">2 Standorte</span></th>",
            "plan-heat--5\"><a href=\"/planung?category=schulden&#38;municipality=99001001&#38;max_distance_m=9000\" \
             aria-label=\"Schuldnerberatung, Stadt: 100 %, rund 2.000 Menschen\">100 %</a>",
            "<a href=\"/planung?category=schulden&#38;municipality=99001002&#38;max_distance_m=9000\" \
             aria-label=\"Schuldnerberatung, Weiler: 0 %, 0 Menschen",
            "href=\"/api/coverage/matrix?max_distance_m=9000&#38;f=csv\"",
            "href=\"/api/coverage/matrix?max_distance_m=9000&#38;f=csv-excel\"",
            "kein Standort bekannt",
            "<span>Kein Standort bekannt: eine Lücke im Angebot oder in der Sammlung</span>",
            "<span>Mit Standorten</span>",
        ],
    );
    let people = get(&app, "/planung/matrix?max_distance_m=9000&show=people&sort=topic").await;
    assert_says(
        &people.body,
        &[
            ">2.000</a>",
            "aria-label=\"Schuldnerberatung, Stadt: 2.000, 100 %\"",
            "scope=\"rowgroup\"",
            "<span>Geld und Arbeit</span>",
        ],
    );
    assert!(!people.body.contains("<span>Mit Standorten</span>"), "themes are the headings");
    let link = "/planung?category=schulden&municipality=99001001&max_distance_m=9000";
    assert_eq!(get(&app, link).await.status, 200, "the links are canonical");
}

#[tokio::test]
async fn what_needs_no_way_and_what_is_uncertain_is_marked_in_the_matrix() {
    let listings: Vec<_> =
        entries().into_iter().filter(|entry| entry["id"] != json!(service(5))).collect();
    let page = get(&app_with(listings), "/planung/matrix?max_distance_m=9000").await;
    assert_says(
        &page.body,
        &[
            "<span>Ohne Weg: kommt nach Hause oder ist am Telefon oder im Internet da</span>",
            "1 Angebot ohne Weg",
            "plan-heat--none\"><a",
            "aria-label=\"Tagespflege, Stadt: – (kein Weg nötig)\">–</a>",
            // What serves the village has not been confirmed since 2017.
            "plan-heat--0 plan-heat--unsure-2\"><a",
            "aria-label=\"Tafel, Weiler: 0 %, 0 Menschen, ungewiss für rund 1.000\"",
            "für mindestens die Hälfte ungewiss",
            "Die Ecke oben rechts in einem Feld",
        ],
    );
}

#[tokio::test]
async fn the_matrix_uses_the_distances_of_the_county_where_it_has_set_some() {
    let mut reference = reference();
    let region = &mut reference.region;
    region.max_distance_m = [("schulden".to_owned(), 9_000.0)].into_iter().collect();
    let listings = entries().into_iter().map(|listing| serde_json::from_value(listing).unwrap());
    let app = app_of(reference, listings);
    let page = get(&app, "/planung/matrix").await;
    assert_says(
        &page.body,
        &[
            "Welche Angebote sind wo weiter als die zumutbare Entfernung?",
            "Gerechnet ist mit der Entfernung, die der Landkreis für jedes Angebot festgelegt hat.",
            "2 Standorte, höchstens 9 km",
            "Ohne Entfernung und darum nicht dabei: ",
            "id=\"plan-distance-hinweis\"",
        ],
    );
    let own = get(&app, "/planung/matrix?max_distance_m=4000").await;
    assert_says(
        &own.body,
        &[
            "2 Standorte, Landkreis: 9 km",
            "<a class=\"kern-link\" href=\"/planung/matrix\">Mit den Entfernungen des Landkreises",
        ],
    );
    let without = get(&app, "/planung/matrix?category=tafel").await;
    assert_eq!(without.status, 200, "a category without a distance of the county begins with ours");
    assert_says(&without.body, &["Sie sehen zuerst 5 km"]);
}

#[tokio::test]
async fn cells_of_a_kilometre_have_their_own_legend_and_say_their_size() {
    let mut reference = reference();
    reference.region.cell_size_m = 1000;
    for cell in &mut reference.cells {
        cell.size_m = 1000;
        cell.easting_m -= cell.easting_m % 1000;
    }
    // The two cells of the town are one at this size.
    reference.cells.remove(1);
    let listings = entries().into_iter().map(|listing| serde_json::from_value(listing).unwrap());
    let app = app_of(reference, listings);
    let page = get(&app, "/planung?category=schulden&max_distance_m=9000").await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert_says(
        &page.body,
        &[
            "Menschen außer Reichweite je Rasterzelle (1 km)",
            "data-breaks=\"50,200,500,1500\"",
            "<span>1.500 und mehr</span> <span class=\"planung-legende__people\">rund 2.000</span>",
            "Rasterzellen von 1 km Seitenlänge",
            "rund 2.000 Menschen weiter als 9 km",
        ],
    );
    let cells = get(&app, "/api/coverage/cells?category=schulden&max_distance_m=9000&f=bin").await;
    let word = |at: usize| u32::from_le_bytes(cells.bytes[at..at + 4].try_into().unwrap());
    assert_eq!((word(8), word(12)), (1000, 2), "size and number of the cells that are drawn");
    assert_eq!((word(16), word(24)), (4_200_000, 2_720_000), "their lower left corners");
}

#[test]
fn while_an_answer_is_on_its_way_the_page_says_how_far_and_offers_the_straight_line() {
    let app = app();
    let context = Context::new(&app);
    let raw = "category=schulden&max_distance_m=9000&metric=overland&add=8.6,47.6";
    let overland = "href=\"/planung?category=schulden&#38;max_distance_m=9000&#38;metric=overland&#38;add=8.6,47.6\"";
    let page = waiting(raw, &context, Some(0.424)).render().unwrap();
    assert_says(
        &page,
        &[
            "role=\"status\"",
            "Die Wege über Land werden gerade vorbereitet",
            "42 % sind geschafft",
            "<progress class=\"plan-progress\" max=\"100\" value=\"42\"",
            overland,
            "href=\"/planung?category=schulden&#38;max_distance_m=9000&#38;add=8.6,47.6\">In Luftlinie rechnen",
            // What was asked stays in the form, and the change of the scenario can still be taken back.
            "<option value=\"schulden\" selected>",
            "Neuer Standort 1",
        ],
    );
    assert!(!page.contains("data-cells") && !page.contains("id=\"gemeinden-werte\""));
    assert_eq!(super::html::faults(&page), Vec::<String>::new());
    let busy = waiting(raw, &context, None).render().unwrap();
    assert_says(&busy, &["Gerade wird viel gerechnet", "Bitte versuchen Sie es gleich", overland]);
    assert!(!busy.contains("<progress") && !busy.contains("In Luftlinie rechnen"));
    for progress in [Some(0.0), Some(1.0), None] {
        let page = matrix_waiting("max_distance_m=9000", &context, progress).render().unwrap();
        assert_says(&page, &["role=\"status\"", "href=\"/planung/matrix?max_distance_m=9000\""]);
        assert!(!page.contains("id=\"matrix\""));
        assert_eq!(super::html::faults(&page), Vec::<String>::new());
    }
}
