//! Words of entries that people have translated: on paper, on cards and without internet, and when their German has changed.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::context::Context;
use super::super::print::list_data;
use super::printed::poster_in;
use super::support::*;
use crate::app::App;
use crate::domain::{FeatureId, Language};
use crate::http::language::in_language;

const ARABIC: Language = Language::Arabic;
const HOURS: &str = "كل صباح";
const NAME: &str = "بنك الطعام";
const OUTDATED: &str = "تغيّر النص الألماني منذ ذلك الحين.";

/// The county's entries; the second one has hours in words and is translated into Arabic, as is the name of the third one,
/// whose place is protected. The German of these texts has changed since.
fn translated(stale: &[&str]) -> Arc<App> {
    let documents = entries().into_iter().map(|mut entry| {
        let number = [2_u128, 3].into_iter().find(|n| entry["id"] == service(*n).to_string());
        let Some(number) = number else { return entry.to_string() };
        entry["sites"][0]["schedule"] = json!({"text": "jeden Vormittag"});
        let hours = format!("sites/{}/hours_text", site_id(&entry));
        let stale: Vec<String> = stale.iter().map(|key| key.replace("hours", &hours)).collect();
        let texts =
            if number == 2 { json!({"name": NAME, (hours): HOURS}) } else { json!({"name": NAME}) };
        entry["translations"] = json!([{"language": "ar", "texts": texts, "stale": stale}]);
        entry.to_string()
    });
    app_of_documents(reference(), documents, true)
}

fn site_id(entry: &Value) -> FeatureId {
    serde_json::from_value(entry["sites"][0]["id"].clone()).unwrap()
}

/// The only entry of a list on paper.
fn on_list(app: &App, language: Language, query: &str) -> Value {
    let (data, _) = in_language(language, || {
        let context = Context::new(app);
        list_data(&context, &context.read(query).understood().unwrap())
    });
    assert_eq!(data["entries"].as_array().unwrap().len(), 1, "{data}");
    data["entries"][0].clone()
}

#[tokio::test]
async fn translated_hours_stand_on_paper_in_the_language_of_the_paper() {
    let app = translated(&[]);
    let line = |text: &str, german: bool| json!({"text": text, "german": german});
    let has = |entry: &Value, line: &Value| entry["lines"].as_array().unwrap().contains(line);
    for (language, wanted) in
        [(ARABIC, line(HOURS, false)), (Language::English, line("jeden Vormittag", true))]
    {
        let list = on_list(&app, language, "category=tafel");
        assert!(has(&list, &wanted), "{list}");
        let poster = poster_in(&app, language, "category=tafel")["entries"][0].clone();
        assert!(has(&poster, &wanted), "{poster}");
    }
    for (path, class) in [
        (format!("/ar/angebote/{}/merkblatt", service(2)), "sheet__line"),
        (format!("/ar/merkliste?ids={}", service(2)), "saved__fact saved__hours"),
    ] {
        let page = get(&app, &path).await;
        assert!(page.body.contains(&format!("class=\"{class}\">{HOURS}<")), "{}", page.body);
    }
    let english = get(&app, &format!("/en/angebote/{}/merkblatt", service(2))).await;
    assert!(english.body.contains("lang=\"de\">jeden Vormittag<"), "{}", english.body);
}

#[tokio::test]
async fn an_outdated_translation_is_flagged_wherever_it_is_read() {
    let (fresh, stale) = (translated(&[]), translated(&["name"]));
    let entry = format!("/angebote/{}", service(2));
    let saved = format!("/merkliste?ids={}", service(2));
    let sheet = format!("{entry}/merkblatt");
    let card = format!("{entry}/karte.vcf");
    let lists = ["/liste?category=tafel", "/embed?category=tafel", &saved];
    for path in lists.into_iter().chain([&*entry, &*sheet, &*card]) {
        let read = async |app: &Arc<App>, language: Language| {
            let answer = get(app, &language.path(path)).await;
            assert_eq!(answer.status, 200, "{path}");
            // A vCard folds its lines (RFC 6350, 3.2).
            answer.body.replace("\r\n ", "")
        };
        assert!(read(&stale, ARABIC).await.contains(OUTDATED), "{path}");
        assert!(!read(&fresh, ARABIC).await.contains(OUTDATED), "{path}");
        let german = read(&stale, Language::German).await;
        assert!(!german.contains("Der deutsche Text wurde inzwischen geändert."), "{path}");
    }
    let note = |entry: &Value| entry["stale"].as_str().unwrap().to_owned();
    let list = note(&on_list(&stale, ARABIC, "category=tafel"));
    let poster = note(&poster_in(&stale, ARABIC, "category=tafel")["entries"][0]);
    for note in [list, poster] {
        assert!(note.contains("2017") && note.contains(OUTDATED), "age and translation: {note}");
    }
    let protected = poster_in(&stale, ARABIC, "category=frauenhaus")["entries"][0].clone();
    assert!(!protected.to_string().contains(OUTDATED), "nothing of it stands there: {protected}");
    let kept = get(&stale, "/ar/_/offline.json").await.json();
    let of = |entry: &&Value| entry["id"] == service(2).to_string();
    let kept = kept["entries"].as_array().unwrap().iter().find(of).unwrap();
    assert!(kept["standing"].as_str().unwrap().contains(OUTDATED), "{kept}");
}

#[tokio::test]
async fn lists_do_not_say_that_all_is_german_where_something_is_translated() {
    let app = translated(&[]);
    for (path, said) in [
        ("/ar/liste?category=tafel", "ما لم يترجمه أحد يظهر باللغة الألمانية."),
        ("/en/embed?category=tafel", "What nobody has translated is shown in German."),
        (
            "/leicht/liste?category=tafel",
            "Manche Texte hat noch niemand in Leichte Sprache übersetzt.",
        ),
    ] {
        let page = get(&app, path).await;
        assert!(page.body.contains(said), "{path}: {}", page.body);
    }
    let page = get(&app, "/barrierefreiheit").await;
    assert!(page.body.contains("Die meisten Texte der Einträge gibt es nur auf Deutsch."));
    assert!(page.body.contains("nach der Norm PDF/UA-1 geprüft, aber noch kein Mensch."));
}

#[tokio::test]
async fn without_internet_an_entry_has_all_its_topics() {
    let mut listings = entries();
    listings[1]["categories"] = json!(["tafel", "schulden", "alter"]);
    let kept = get(&app_with(listings), "/_/offline.json").await.json();
    let entry = |number: u128| {
        let all = kept["entries"].as_array().unwrap();
        all.iter().find(|entry| entry["id"] == service(number).to_string()).unwrap()
    };
    assert_eq!(
        (&entry(2)["category"], &entry(2)["also"]),
        (&json!("tafel"), &json!(["schulden", "alter"]))
    );
    assert_eq!(entry(1)["also"], Value::Null, "most have one");
}
