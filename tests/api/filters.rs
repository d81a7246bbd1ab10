//! The filters and orders of the real county: what is found is what a loop over the package finds, and the numbers beside the
//! filters of the page are those of the interface.

use std::collections::BTreeSet;

use serde_json::Value;
use sozialatlas::domain::{CapacityState, Facet, Listing, ServiceStatus, Site};

use crate::support::county::{COUNTY, PACKAGE, published};
use crate::support::noon;
use crate::support::reply::{Reply, find_link};

const ITEMS: &str = "/api/collections/services/items";

async fn features(query: &str) -> Vec<Value> {
    let page = COUNTY.get(&format!("{ITEMS}?limit=10000&{query}")).await.json();
    page["features"].as_array().unwrap_or_else(|| panic!("{query}: {page}")).clone()
}

fn ids(features: &[Value]) -> BTreeSet<String> {
    features.iter().map(|f| f["id"].as_str().unwrap().to_owned()).collect()
}

fn sites() -> impl Iterator<Item = (&'static Listing, &'static Site)> {
    let runs = |status| matches!(status, ServiceStatus::Active | ServiceStatus::TemporarilyClosed);
    published()
        .filter(move |listing| runs(listing.status))
        .flat_map(|listing| listing.sites.iter().map(move |site| (listing, site)))
        .filter(move |(_, site)| runs(site.status))
        .filter(|(_, site)| site.valid_to.is_none_or(|end| end.last_day() >= noon().date_naive()))
}

/// The ids of the sites that a loop finds.
fn loops(fits: impl Fn(&Listing, &Site) -> bool) -> BTreeSet<String> {
    sites().filter(|(l, s)| fits(l, s)).map(|(_, site)| site.id.to_string()).collect()
}

#[tokio::test]
async fn ages_are_those_the_entries_tell_and_unknown_is_a_value_of_its_own() {
    let tells = |l: &Listing| l.ages.minimum.is_some() || l.ages.maximum.is_some();
    for years in [0_u8, 3, 10, 17, 18, 27, 67, 120] {
        let fits = |l: &Listing, _: &Site| {
            tells(l)
                && l.ages.minimum.is_none_or(|from| from <= years)
                && l.ages.maximum.is_none_or(|to| years <= to)
        };
        let wanted = loops(fits);
        assert_eq!(ids(&features(&format!("age={years}")).await), wanted, "{years}");
        let unknown = loops(|l, s| fits(l, s) || !tells(l));
        assert_eq!(ids(&features(&format!("age={years},unknown")).await), unknown, "{years}");
    }
    assert!(!features("age=10").await.is_empty());
}

#[tokio::test]
async fn forms_appointments_and_rooms_are_those_of_the_entries() {
    for term in PACKAGE.taxonomy.terms().iter().filter(|t| t.facet == Facet::ServiceForm) {
        let wanted = loops(|l, _| l.service_forms.contains(&term.code));
        let found = ids(&features(&format!("format={}", term.code)).await);
        assert_eq!(found, wanted, "{}", term.code);
    }
    for word in ["yes", "no", "unknown"] {
        let wanted = loops(|_, s| s.schedule.appointment.as_str() == word);
        assert_eq!(ids(&features(&format!("appointment={word}")).await), wanted, "{word}");
    }
    for state in CapacityState::ALL {
        let wanted = loops(|_, s| s.capacity.is_some_and(|capacity| capacity.state == state));
        let word = state.as_str();
        assert_eq!(ids(&features(&format!("capacity={word}")).await), wanted, "{word}");
    }
    let unknown = loops(|_, s| s.capacity.is_none());
    assert_eq!(ids(&features("capacity=unknown").await), unknown);
}

#[tokio::test]
async fn open_today_holds_all_that_is_open_now_and_unknown_can_be_kept_in() {
    let now = ids(&features("open=now").await);
    let today = ids(&features("open=today").await);
    assert!(now.is_subset(&today) && !today.is_empty());
    let unknown = ids(&features("open_state=unknown").await);
    let with_unknown = ids(&features("open=now,unknown").await);
    assert_eq!(with_unknown, now.union(&unknown).cloned().collect());
    let either = ids(&features("open=now,appointment,unknown").await);
    let by_appointment = ids(&features("open_state=appointment").await);
    assert_eq!(either, with_unknown.union(&by_appointment).cloned().collect());
}

#[tokio::test]
async fn orders_hold_and_paging_follows_them() {
    let text =
        |f: &Value, name: &str| f["properties"][name].as_str().unwrap_or_default().to_owned();
    let fresh: Vec<String> =
        features("sort=freshness").await.iter().map(|f| text(f, "assured_date")).collect();
    // A year counts from its first day, and so does a month.
    let day = |date: &String| format!("{date}-01-01").chars().take(10).collect::<String>();
    let (dated, undated): (Vec<_>, Vec<_>) = fresh.iter().partition(|date| !date.is_empty());
    assert!(dated.windows(2).all(|pair| day(pair[0]) >= day(pair[1])), "{dated:?}");
    assert!(fresh.ends_with(&vec![String::new(); undated.len()]));
    let all = ids(&features("").await);
    for sort in ["name", "freshness"] {
        let whole: Vec<String> =
            features(&format!("sort={sort}")).await.iter().map(|f| f["id"].to_string()).collect();
        let mut paged = Vec::new();
        let mut next = Some(format!("http://localhost{ITEMS}?limit=61&sort={sort}"));
        while let Some(href) = next {
            let page = COUNTY.follow(&href).await.json();
            paged.extend(page["features"].as_array().unwrap().iter().map(|f| f["id"].to_string()));
            next = find_link(&page, "next");
        }
        assert_eq!((paged.len(), &paged), (all.len(), &whole), "{sort}");
    }
    let names: Vec<String> = features("sort=name").await.iter().map(|f| text(f, "name")).collect();
    let plain = |name: &String| name.to_lowercase().chars().next();
    let ascii = |name: &&String| name.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let first: Vec<_> = names.iter().filter(ascii).map(plain).collect();
    assert!(first.is_sorted(), "{first:?}");
    let near = features("near=9.17,47.66&sort=name").await;
    assert_eq!(near.iter().map(|f| text(f, "name")).collect::<Vec<_>>(), names);
}

#[tokio::test]
async fn values_that_make_no_sense_are_refused_all_at_once() {
    let query = "age=alt&format=kita&appointment=ja&capacity=viel&sort=preis&open=unknown";
    let answer = COUNTY.get(&format!("{ITEMS}?{query}")).await;
    assert_eq!(answer.status, 400);
    let problem: Value = serde_json::from_slice(&answer.body).unwrap();
    let mut told: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["parameter"].as_str().unwrap(), e["code"].as_str().unwrap()))
        .collect();
    told.sort_unstable();
    let expected = [
        ("age", "not_an_age"),
        ("appointment", "not_one_of"),
        ("capacity", "not_one_of"),
        ("format", "unknown_code"),
        ("open", "needs_moment"),
        ("sort", "not_one_of"),
    ];
    assert_eq!(told, expected);
    for (query, code) in [("sort=distance", "needs_near"), ("sort=rank", "needs_q")] {
        let answer = COUNTY.get(&format!("{ITEMS}?{query}")).await;
        let problem: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(problem["errors"][0]["code"], code, "{query}");
    }
    let coverage = "/api/coverage?category=kita&max_distance_m=3000";
    for word in ["age=7", "sort=name", "format=beratung", "open=now,unknown"] {
        assert_eq!(COUNTY.get(&format!("{coverage}&{word}")).await.status, 400, "{word}");
    }
}

/// A page for people.
async fn page(path: &str) -> Reply {
    COUNTY.get_with(path, &[("accept", "text/html")]).await
}

/// The choices of a filter on a page: value and number.
fn choices(page: &str, word: &str) -> Vec<(String, u64)> {
    let start = format!("name=\"{word}\" value=\"");
    let fields = page.split(&start).skip(1);
    let choice = |field: &str| {
        let (value, rest) = field.split_once('"').unwrap();
        let count = rest.split_once("facet__count\">")?.1.split_once('<').unwrap().0;
        let next = rest.find("name=\"").unwrap_or(usize::MAX);
        let own = rest.find("facet__count\">").is_some_and(|at| at < next);
        let count = count.replace('.', "").parse().unwrap();
        (own && !value.is_empty()).then(|| (value.to_owned(), count))
    };
    fields.filter_map(choice).collect()
}

#[tokio::test]
async fn the_numbers_beside_the_filters_are_those_of_the_interface() {
    for filters in ["", "category=kinder_familie", "category=alter_pflege&municipality=08335043"] {
        let list = page(&format!("/liste?{filters}")).await.text().to_owned();
        for word in ["format", "appointment", "capacity", "free", "anonymous", "accessible"] {
            let choices = choices(&list, word);
            assert!(choices.len() >= 3, "{word}: {choices:?}");
            for (value, count) in choices {
                let query = format!("{ITEMS}?limit=1&{filters}&{word}={value}");
                let query = query.replace("&&", "&");
                let found = COUNTY.get(&query).await.json()["numberMatched"].clone();
                assert_eq!(found, count, "{query}");
            }
        }
        let open: Vec<_> = choices(&list, "open").into_iter().filter(|(v, _)| v != "at").collect();
        for (value, count) in open.iter().filter(|(v, _)| v == "now" || v == "today") {
            let query = format!("{ITEMS}?limit=1&{filters}&open={value}").replace("&&", "&");
            assert_eq!(COUNTY.get(&query).await.json()["numberMatched"], *count, "{query}");
        }
    }
}
