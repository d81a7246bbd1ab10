//! The guided way of the real county: every way ends at offers, and what it says has a source.

use sozialatlas::domain::guide::Stop;

use crate::support::county::{COUNTY, PACKAGE};
use crate::support::reply::Reply;

/// A text as it stands in an address.
fn percent(text: &str) -> String {
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(b).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// A page for people.
async fn page(path: &str) -> Reply {
    COUNTY.get_with(path, &[("accept", "text/html")]).await
}

#[tokio::test]
async fn every_way_through_the_questions_ends_at_offers() {
    let guide = &PACKAGE.guide;
    let ends = guide.ends();
    assert!(guide.situations.len() >= 12 && ends.len() >= guide.results.len(), "{}", ends.len());
    for (answers, result) in ends {
        assert!(answers.len() <= 4, "{answers:?}: a situation and at most three answers");
        let path = format!("/wegweiser/{}", answers.join("/"));
        let reply = page(&path).await;
        assert_eq!(reply.status, 200, "{path}");
        let text = reply.text();
        let lists = text.matches("class=\"guide__list\"").count();
        let empty = text.matches("Dazu ist uns kein Angebot bekannt.").count();
        assert_eq!(lists, result.search.len(), "{path}");
        assert!(empty < lists, "{path}: nothing but empty lists");
        let numbers = text.matches("class=\"help-box__number\"").count();
        assert_eq!(numbers, result.numbers.len(), "{path}");
        if let Some(first) = text.find("class=\"help-box__number\"") {
            assert!(first < text.find("class=\"guide__list\"").unwrap(), "{path}: numbers first");
        }
        let sources = text.matches("data-source>Quelle: ").count();
        assert_eq!(sources, result.advice.len(), "{path}: every advice has its source");
    }
}

#[tokio::test]
async fn every_list_of_a_result_has_as_many_offers_as_its_link_leads_to() {
    for result in &PACKAGE.guide.results {
        for search in &result.search {
            let codes = |codes: &[sozialatlas::domain::TermCode]| {
                codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
            };
            let mut query = format!("category={}", codes(&search.category));
            if !search.target_group.is_empty() {
                query = format!("{query}&target_group={}", codes(&search.target_group));
            }
            if let Some(q) = &search.q {
                query = format!("{query}&q={}", percent(q));
            }
            let path = format!("/api/collections/services/items?limit=1&{query}");
            let found = COUNTY.get(&path).await.json()["numberMatched"].as_u64().unwrap();
            let honest = ["teilhabeberatung"].contains(&codes(&search.category).as_str());
            assert!(found > 0 || honest, "{}: {query} finds nothing", result.key);
        }
    }
}

#[tokio::test]
async fn a_municipality_brings_the_nearest_first_and_never_less() {
    let (answers, _) = PACKAGE.guide.ends().into_iter().find(|(a, _)| a[0] == "schulden").unwrap();
    let path = format!("/wegweiser/{}", answers.join("/"));
    let all = page(&path).await.text().to_owned();
    for area in &PACKAGE.municipalities {
        let ags = area.municipality.ags;
        let reply = page(&format!("{path}?municipality={ags}")).await;
        assert_eq!(reply.status, 200, "{ags}");
        let count = |text: &str| text.matches("class=\"offer-card\"").count();
        assert_eq!(count(reply.text()), count(&all), "{ags}");
        assert!(reply.text().contains("offer-card__distance"), "{ags}: distances are told");
    }
}

#[test]
fn danger_comes_with_its_numbers_before_anything_is_answered() {
    let guide = &PACKAGE.guide;
    for situation in ["gewalt", "seele"] {
        let walk = guide.walk(situation, []).unwrap();
        let Stop::Question(question) = walk.at else {
            panic!("{situation} begins with a question")
        };
        assert!(!question.numbers.is_empty(), "{situation}");
    }
}
