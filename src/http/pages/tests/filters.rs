//! Filters and orders of the list.

use super::support::*;

/// Names of the hits in their order.
fn names(body: &str) -> Vec<String> {
    let titles = body.split("class=\"offer-card__link\"").skip(1);
    let name = |part: &str| {
        let inner = part.split_once('>').unwrap().1;
        inner.split_once("</a>").unwrap().0.replace("<mark>", "").replace("</mark>", "")
    };
    titles.map(name).collect()
}

#[tokio::test]
async fn an_age_finds_what_is_meant_for_it_and_keeps_unknown_in_where_asked() {
    let app = app();
    let with = |years: &str| format!("/liste?age={years}");
    let adults = get(&app, &with("67")).await;
    assert_eq!(names(&adults.body).len(), 2, "both sites of the advice from 18 on");
    assert_eq!(names(&get(&app, &with("7")).await.body).len(), 0);
    let all = get(&app, &with("67,unknown")).await;
    assert_eq!(names(&all.body).len(), 6);
    assert!(all.body.contains("name=\"age\" min=\"0\" max=\"120\""));
    assert!(all.body.contains("Alter: 67 Jahre") && all.body.contains("Alter: nicht bekannt"));
    assert!(all.body.contains("2 Angebote nennen dieses Alter."), "{}", all.body);
    let wrong = get(&app, &with("hundert")).await;
    assert_eq!(wrong.status, 400);
    assert!(wrong.body.contains("„hundert“ ist kein Alter."));
}

#[tokio::test]
async fn open_now_today_and_at_a_time_of_ones_own() {
    let app = app();
    let list = |open: &str| format!("/liste?open={open}");
    // The clock of the tests stands at a Monday morning.
    for (open, found) in [
        ("now", 1),
        ("today", 1),
        ("2026-11-24T11:00", 1),
        ("2026-11-24T13:00", 0),
        ("now,appointment", 2),
        ("now,appointment,unknown", 6),
    ] {
        let answer = get(&app, &list(open)).await;
        assert_eq!(answer.status, 200, "{open}");
        assert_eq!(names(&answer.body).len(), found, "{open}");
    }
    let form = get(&app, "/liste?open=at&open_at=2026-11-24T11%3A00").await;
    assert_eq!(form.header("location"), "/liste?open=2026-11-24T11:00");
    let own = get(&app, "/liste?open=2026-11-24T11:00").await;
    assert!(own.body.contains("name=\"open_at\" value=\"2026-11-24T11:00\""));
    assert!(own.body.contains("geöffnet am 24. November 2026 um 11:00 Uhr"));
    let half = get(&app, "/liste?open=unknown").await;
    assert_eq!((half.status.as_u16(), half.header("location")), (302, "/liste"));
}

#[tokio::test]
async fn a_list_can_be_sorted_and_stays_so_when_a_hit_is_opened_and_left() {
    let app = app();
    let by_name = get(&app, "/liste?sort=name").await;
    let mut sorted = names(&by_name.body);
    assert_eq!(sorted[0], "Außenstelle Weiler");
    sorted.sort();
    assert_eq!(names(&by_name.body), sorted);
    assert!(by_name.body.contains("nach Namen") && by_name.body.contains("aria-current=\"true\""));
    let fresh = get(&app, "/liste?sort=freshness").await;
    assert_eq!(names(&fresh.body).last().unwrap(), "Tafel &#60;b&#62;Stadt&#60;/b&#62;");
    let near = get(&app, "/liste?near=Weiler&sort=name").await;
    assert_eq!(names(&near.body), names(&by_name.body));
    assert!(near.body.contains("offer-card__distance"), "the distance is told all the same");
    assert!(near.body.contains("href=\"/liste?near=Weiler\""), "back to the usual order");
    let entry = get(&app, &format!("/angebote/{}?sort=name&ansicht=liste", service(2))).await;
    assert!(entry.body.contains("href=\"/liste?sort=name\""));
    let cannot = get(&app, "/liste?sort=distance").await;
    assert_eq!((cannot.status.as_u16(), cannot.header("location")), (302, "/liste"));
}

#[tokio::test]
async fn appointments_and_rooms_are_filters_with_numbers_and_empty_ones_are_seen() {
    let app = app();
    let by_appointment = get(&app, "/liste?appointment=yes").await;
    assert_eq!(names(&by_appointment.body), ["Pflege kommt heim"]);
    let unknown = get(&app, "/liste?capacity=free,unknown").await;
    assert_eq!(names(&unknown.body).len(), 6);
    let empty = "facet__option--empty kern-form-check\"><input class=\"kern-form-check__checkbox\" \
        type=\"checkbox\" id=\"f-capacity-free\"";
    assert!(unknown.body.contains(empty), "{}", unknown.body);
    assert!(get(&app, "/liste?capacity=free").await.body.contains("Plätze: freie Plätze"));
}

#[tokio::test]
async fn whoever_wants_to_stay_anonymous_finds_what_says_so_and_can_keep_the_silent_in() {
    let app = app();
    let yes = get(&app, "/liste?anonymous=yes").await;
    let found = names(&yes.body);
    assert_eq!(found.len(), 2, "both sites of the advice: {found:?}");
    assert!(yes.body.contains("anonym bleiben: möglich"), "{}", yes.body);
    assert_eq!(names(&get(&app, "/liste?anonymous=yes,unknown").await.body).len(), 6);
    let no = get(&app, "/liste?anonymous=no").await;
    assert_eq!(names(&no.body).len(), 0);
    for (value, count) in [("yes", 2), ("no", 0), ("unknown", 4)] {
        let id = format!("id=\"f-anonymous-{value}\"");
        let field = yes.body.split(&id).nth(1).unwrap();
        let number = field.split("facet__count\">").nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(number, count.to_string(), "{value}");
    }
    for (path, said) in [("/en/liste", "staying anonymous: possible"), ("/embed", "möglich")] {
        let answer = get(&app, &format!("{path}?anonymous=yes")).await;
        assert!(answer.body.contains(said), "{path}: {}", answer.body);
        assert_eq!(names(&answer.body).len(), 2, "{path}");
    }
}
