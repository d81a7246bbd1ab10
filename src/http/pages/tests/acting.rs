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
    let (first, second) =
        (answer.body.find("Tafel &#60;b&#62;").unwrap(), answer.body.find("Schuldnerberatung Stadt").unwrap());
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
