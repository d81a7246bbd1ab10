//! The real county: what is served is what the package holds.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sozialatlas::domain::{Facet, Listing, LocationDisclosure, ServiceStatus, Site};

use crate::support::county::{COUNTY, PACKAGE, published};
use crate::support::noon;
use crate::support::reply::find_link;

const ITEMS: &str = "/api/collections/services/items";

async fn features(query: &str) -> Vec<Value> {
    let page = COUNTY.get(&format!("{ITEMS}?limit=10000&{query}")).await.json();
    let features = page["features"].as_array().unwrap().clone();
    assert_eq!(page["numberMatched"], features.len(), "{query}");
    features
}

fn ids(features: &[Value]) -> BTreeSet<String> {
    features.iter().map(|f| f["id"].as_str().unwrap().to_owned()).collect()
}

/// The sites to be shown: those that run or are closed for a while, and whose time is not over.
fn sites() -> impl Iterator<Item = (&'static Listing, &'static Site)> {
    let runs = |status| matches!(status, ServiceStatus::Active | ServiceStatus::TemporarilyClosed);
    published()
        .filter(move |listing| runs(listing.status))
        .flat_map(|listing| listing.sites.iter().map(move |site| (listing, site)))
        .filter(move |(_, site)| runs(site.status))
        .filter(|(_, site)| site.valid_to.is_none_or(|end| end.last_day() >= noon().date_naive()))
}

/// What is in one and not in the other.
fn differences(served: &BTreeSet<String>, wanted: &BTreeSet<String>) -> Vec<String> {
    served.symmetric_difference(wanted).cloned().collect()
}

#[tokio::test]
async fn every_published_site_is_a_feature_and_nothing_else_is() {
    let served = ids(&features("").await);
    let kept: BTreeSet<String> = sites().map(|(_, site)| site.id.to_string()).collect();
    assert!(kept.len() > 500, "{}", kept.len());
    assert_eq!(differences(&served, &kept), Vec::<String>::new());
}

#[tokio::test]
async fn following_the_next_links_visits_every_feature_once() {
    let mut seen = Vec::new();
    let mut next = Some(format!("http://localhost{ITEMS}?limit=37"));
    while let Some(href) = next {
        let page = COUNTY.follow(&href).await.json();
        seen.extend(ids(page["features"].as_array().unwrap()));
        next = find_link(&page, "next");
    }
    let once: BTreeSet<&String> = seen.iter().collect();
    assert_eq!((once.len(), seen.len()), (seen.len(), sites().count()));
}

#[tokio::test]
async fn a_box_holds_exactly_the_features_whose_point_lies_in_it() {
    let all = features("").await;
    let bounds = &PACKAGE.region.bounds;
    let (width, height) = (bounds.east - bounds.west, bounds.north - bounds.south);
    let mut hits = 0;
    for (column, row) in (0..4).flat_map(|c| (0..4).map(move |r| (c, r))) {
        let west = bounds.west + width * f64::from(column) / 5.0;
        let south = bounds.south + height * f64::from(row) / 5.0;
        let (east, north) = (west + width / 3.0, south + height / 3.0);
        let inside = |feature: &&Value| {
            let at = |i: usize| feature["geometry"]["coordinates"][i].as_f64();
            at(0).is_some_and(|lon| (west..=east).contains(&lon))
                && at(1).is_some_and(|lat| (south..=north).contains(&lat))
        };
        let wanted: BTreeSet<String> =
            all.iter().filter(inside).map(|f| f["id"].as_str().unwrap().to_owned()).collect();
        let found = ids(&features(&format!("bbox={west},{south},{east},{north}")).await);
        assert_eq!(differences(&found, &wanted), Vec::<String>::new());
        hits += found.len();
    }
    assert!(hits > 500);
}

#[tokio::test]
async fn nobody_learns_where_a_protected_place_is() {
    let by_id: BTreeMap<String, Value> =
        features("").await.into_iter().map(|f| (f["id"].as_str().unwrap().to_owned(), f)).collect();
    let mut protected = 0;
    for (_, site) in sites() {
        let feature = &by_id[&site.id.to_string()];
        let hidden = site.disclosure == LocationDisclosure::Protected;
        if hidden || !site.site_type.is_walk_in() {
            assert!(feature["geometry"].is_null(), "{feature}");
        }
        if hidden {
            protected += 1;
            let street = site.address.street.as_deref().unwrap_or("\u{0}");
            assert!(!feature["properties"].to_string().contains(street), "{feature}");
        }
    }
    assert!(protected > 0, "the package has protected places");
}

#[tokio::test]
async fn filters_find_what_a_loop_over_the_package_finds() {
    let taxonomy = &PACKAGE.taxonomy;
    for term in taxonomy.terms().iter().filter(|t| t.facet == Facet::Topic) {
        let below = |code: &str| {
            code == term.code.as_str()
                || taxonomy.find(code).and_then(|t| t.parent.as_ref()) == Some(&term.code)
        };
        let wanted: BTreeSet<String> = sites()
            .filter(|(listing, _)| listing.categories.iter().any(|c| below(c.as_str())))
            .map(|(_, site)| site.id.to_string())
            .collect();
        let found = ids(&features(&format!("category={}", term.code)).await);
        assert_eq!(differences(&found, &wanted), Vec::<String>::new(), "{}", term.code);
    }
    for word in ["yes", "no", "unknown"] {
        let wanted = sites().filter(|(listing, _)| listing.free.as_str() == word).count();
        assert_eq!(features(&format!("free={word}")).await.len(), wanted, "{word}");
        let wanted = sites().filter(|(listing, _)| listing.anonymous.as_str() == word).count();
        assert_eq!(features(&format!("anonymous={word}")).await.len(), wanted, "{word}");
        let wanted = sites().filter(|(_, site)| site.accessible.as_str() == word).count();
        assert_eq!(features(&format!("accessible={word}")).await.len(), wanted, "{word}");
    }
    for area in &PACKAGE.municipalities {
        let ags = area.municipality.ags;
        let found = ids(&features(&format!("municipality={ags}")).await);
        for (_, site) in sites().filter(|(_, site)| site.municipality == Some(ags)) {
            assert!(found.contains(&site.id.to_string()), "{ags}");
        }
    }
}

#[tokio::test]
async fn the_other_collections_hold_what_the_package_holds() {
    let count = async |id: &str| {
        let path = format!("/api/collections/{id}/items?limit=1");
        COUNTY.get(&path).await.json()["numberMatched"].as_u64().unwrap()
    };
    assert_eq!(count("municipalities").await, PACKAGE.municipalities.len() as u64);
    assert_eq!(count("organizations").await, PACKAGE.organizations.len() as u64);
    assert_eq!(count("population_cells").await, PACKAGE.cells.len() as u64);
    assert_eq!(count("planning_areas").await, 0);
    let page = COUNTY.get("/api/collections/population_cells/items?limit=10000").await.json();
    let served: u64 = page["features"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["properties"]["total"].as_u64().unwrap())
        .sum();
    let kept: u64 = PACKAGE.cells.iter().map(|cell| u64::from(cell.people)).sum();
    assert!(PACKAGE.cells.len() > 10_000 || served == kept, "{served} {kept}");
}
