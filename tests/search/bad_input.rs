//! Whatever is typed: an answer, quickly, and the page says what happened.

use sozialatlas::atlas::{PageRequest, Query};

use crate::queries::{ATLAS, now};
use crate::support::county::COUNTY;

fn search(q: &str) -> u64 {
    let snapshot = ATLAS.snapshot();
    let query = Query { q: Some(q.to_owned()), ..Query::default() };
    let found = snapshot.search(&query, &now(), &PageRequest { limit: 20, after: None });
    let explanation = snapshot.explain(q);
    for hit in &found.hits {
        let view = snapshot.view(hit.site, &now()).unwrap();
        if let Some(explanation) = &explanation {
            for text in [&view.listing.name, &view.listing.description] {
                for range in explanation.marks(text) {
                    assert!(text.get(range).is_some(), "marks lie in the text");
                }
            }
            assert!(explanation.reasons(hit.site, &view.listing).len() <= 32);
        }
    }
    assert!(snapshot.complete(q, &now(), 8).len() <= 8);
    found.matched
}

#[test]
fn nothing_that_can_be_typed_makes_the_search_stumble() {
    let long = "Beratung ".repeat(12_000);
    let longest_word = "a".repeat(100_000);
    let many = (0..20_000).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    let odd = [
        "",
        " ",
        "😀😀😀",
        "👨‍👩‍👧‍👦 Kita",
        "\u{200f}\u{202e}Tafel\u{202c}",
        "'; DROP TABLE service; --",
        "\" OR 1=1",
        ".*(a+)+$",
        "[a-z]{1000000}",
        "\\",
        "%%%",
        "<script>alert(1)</script>",
        "und oder der die das",
        "ich",
        "x",
        "§ 16a SGB II",
        "\u{0}\u{1}\u{7f}",
        "Z\u{351}a\u{489}l\u{360}g\u{321}o\u{34f}",
        "ﷺﷺﷺ",
        "ß",
        "ÄÖÜ",
        "0",
        "78315",
        &long,
        &longest_word,
        &many,
    ];
    for q in odd {
        search(q);
    }
}

#[test]
fn marks_that_steer_writing_and_signs_around_a_word_change_nothing() {
    let plain = search("Tafel");
    assert!(plain > 0);
    for q in
        ["\u{200f}\u{202e}Tafel\u{202c}", "  tafel!!! ", "😀 TAFEL 😀", "„Tafel“", "Ta\u{ad}fel"]
    {
        assert_eq!(search(q), plain, "{q:?}");
    }
}

fn percent(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

async fn page(q: &str) -> String {
    let reply = COUNTY.get(&format!("/liste?q={}", percent(q))).await;
    assert_eq!(reply.status, 200, "{q}");
    reply.text().to_owned()
}

#[tokio::test]
async fn the_page_says_what_it_made_of_a_text() {
    assert!(page("und oder der").await.contains("sehr häufige Wörter"));
    assert!(page("😀").await.contains("ist kein Wort"));
    assert!(page("Tafel in Radolfzell").await.contains("Angebote für Radolfzell"));
    assert!(
        page("Repaircafé in Büsingen")
            .await
            .contains("nichts gefunden. Sie sehen Angebote an anderen")
    );
    assert!(page("Tafel xyzzyqq").await.contains("„xyzzyqq“"));
    let synonym = page("stempeln gehen").await;
    assert!(synonym.contains("„stempeln gehen“ gehört zu"), "{synonym}");
    let typo = page("Schuldnerberatnug").await;
    assert!(typo.contains("ähnlich geschrieben wie „Schuldnerberatnug“"), "{typo}");
    assert!(typo.contains("<mark>"));
    let nothing = page("xyzzyqq").await;
    assert!(nothing.contains("/wichtige-nummern") && nothing.contains("Alle Themen ansehen"));
    // What was typed never becomes markup.
    assert!(!page("<script>alert(1)</script> Tafel").await.contains("<script>alert"));
}

async fn suggest(q: &str) -> Vec<String> {
    let json = COUNTY.get(&format!("/_/suche/vorschlaege?q={}", percent(q))).await.json();
    let list = json["suggestions"].as_array().unwrap();
    assert!(list.len() <= 8);
    list.iter().map(|item| item["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn suggestions_are_words_of_the_index_that_go_on_what_is_typed() {
    assert!(suggest("schuldn").await.contains(&"Schuldnerberatung".to_owned()));
    assert!(suggest("Tafel radolf").await.iter().any(|text| text.starts_with("Tafel Radolfzell")));
    assert!(suggest("anaok").await.contains(&"anaokulu".to_owned()));
    assert!(suggest("Schuldnerbertaung").await.contains(&"Schuldnerberatung".to_owned()));
    for nothing in ["", "x", "😀", "qqqqqqq", &"q".repeat(150)] {
        assert_eq!(suggest(nothing).await, Vec::<String>::new(), "{nothing}");
    }
}
