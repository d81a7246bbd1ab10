//! The pages of the real county: every link leads somewhere, every page is well-formed, nothing protected leaks.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::html::{faults, tags};
use super::support::{app_of, get, get_with};
use crate::app::{App, package_reference, read_package};
use crate::domain::{Listing, LocationDisclosure, SiteType};
use crate::exchange::county::CountyPackage;

static PACKAGE: LazyLock<CountyPackage> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let folder = std::fs::read_dir(data).unwrap().next().unwrap().unwrap().path();
    read_package(&folder).unwrap().package
});

pub(super) static APP: LazyLock<Arc<App>> =
    LazyLock::new(|| app_of(package_reference(&PACKAGE), public().cloned()));

/// The entries that are published; single sites of them may still be closed.
fn public() -> impl Iterator<Item = &'static Listing> {
    PACKAGE.listings.iter().filter(|l| l.withheld.is_none()).map(|l| &l.listing)
}

/// The sites of an entry whose last day is not over.
fn shown_sites(listing: &Listing) -> usize {
    let snapshot = APP.atlas.snapshot();
    let sites = snapshot.sites_of(listing.id);
    sites.iter().filter(|site| snapshot.is_public(**site, &APP.moment())).count()
}

/// Paths of our own pages that a page links to.
fn links(html: &str) -> BTreeSet<String> {
    let tags = tags(html);
    let hrefs = tags.iter().filter(|t| t.name == "a").filter_map(|t| t.get("href"));
    // The menu of languages leads away from the crawled pages; `language` follows it.
    let own = hrefs
        .filter(|h| h.starts_with('/') && !h.starts_with("/api") && !h.starts_with("/_/sprache"));
    own.map(|h| h.replace("&#38;", "&").replace("&#39;", "'")).collect()
}

#[tokio::test]
async fn every_link_of_every_page_leads_somewhere() {
    // Each page with filters links to many more; one step beyond the plain pages meets every kind.
    const FILTERED: usize = 400;
    const PAPERS: usize = 8;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut queue: VecDeque<String> = ["/".to_owned(), "/liste".into(), "/gemeinden".into()].into();
    seen.extend(queue.iter().cloned());
    let (mut filtered, mut papers) = (0, 0);
    let mut wrong = Vec::new();
    while let Some(path) = queue.pop_front() {
        let answer = get(&APP, &path).await;
        if answer.status != 200 {
            wrong.push(format!("{path}: {}", answer.status));
            continue;
        }
        // Files to take along are no pages.
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        wrong.extend(faults(&answer.body).into_iter().map(|fault| format!("{path}: {fault}")));
        for link in links(&answer.body) {
            let is_filtered =
                link.contains('?') && !link.contains("?nach=") && !link.starts_with("/angebote");
            if seen.contains(&link) || (is_filtered && filtered >= FILTERED) {
                continue;
            }
            // Each takes a while to print; a few meet every kind.
            if link.contains(".pdf") {
                papers += 1;
                if papers > PAPERS {
                    continue;
                }
            }
            // An entry is crawled once, whatever list it is opened from.
            let entry = link.split('?').next().unwrap_or_default().to_owned();
            if link.starts_with("/angebote") && !link.contains("standort=") && !seen.insert(entry) {
                continue;
            }
            filtered += usize::from(is_filtered);
            seen.insert(link.clone());
            queue.push_back(link);
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    for listing in public().filter(|l| shown_sites(l) > 0) {
        assert!(
            seen.contains(&format!("/angebote/{}", listing.id)),
            "{} is not reached",
            listing.name
        );
    }
    let municipalities =
        PACKAGE.municipalities.iter().map(|m| format!("/gemeinden/{}", m.municipality.ags));
    assert!(municipalities.into_iter().all(|path| seen.contains(&path)));
}

#[tokio::test]
async fn every_provider_has_a_well_formed_page() {
    for organization in &PACKAGE.organizations {
        let path = format!("/traeger/{}", organization.id);
        let answer = get(&APP, &path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(faults(&answer.body), Vec::<String>::new(), "{path}");
    }
}

#[tokio::test]
async fn protected_entries_of_the_county_show_no_street_and_no_point() {
    let protected: Vec<_> = public()
        .flat_map(|listing| listing.sites.iter().map(move |site| (listing, site)))
        .filter(|(_, site)| {
            site.disclosure == LocationDisclosure::Protected
                || site.site_type == SiteType::Protected
        })
        .collect();
    assert!(!protected.is_empty());
    for (listing, site) in protected {
        let page = get(&APP, &format!("/angebote/{}?standort={}", listing.id, site.id)).await;
        assert!(page.body.contains("Die Adresse ist geschützt"), "{}", listing.name);
        assert!(!page.body.contains("data-points"), "{}", listing.name);
        assert!(!page.body.contains("<address class=\"entry__address\">\n"), "{}", listing.name);
        let map = get(&APP, "/_/map/services.json").await;
        assert!(!map.body.contains(&site.id.to_string()), "{}", listing.name);
    }
}

#[tokio::test]
async fn the_map_of_the_county_counts_every_site_once() {
    let data = get(&APP, "/_/map/services.json").await.json();
    let points = data["points"].as_array().unwrap().len();
    let grouped: usize = data["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["features"].as_array().unwrap().len())
        .sum();
    let total = data["total"].as_u64().unwrap() as usize;
    assert_eq!(points + grouped + data["placeless"].as_u64().unwrap() as usize, total);
    assert_eq!(total, public().map(shown_sites).sum::<usize>());
    assert!(total > 600, "{total}");
}

#[tokio::test]
async fn every_example_of_the_start_page_finds_something() {
    let start = get(&APP, "/").await;
    let examples: Vec<String> = links(&start.body)
        .into_iter()
        .filter(|l| l.contains("category=") && l.contains("near="))
        .collect();
    assert_eq!(examples.len(), 3);
    for example in examples {
        let answer = get(&APP, &example).await;
        assert_eq!(answer.status, 200, "{example}");
        assert!(answer.body.contains("class=\"offer-card\""), "{example}");
    }
}

#[tokio::test]
async fn the_background_is_complete_small_and_kept_for_ever() {
    let start = get(&APP, "/").await;
    let address = start.body.split("\"backdrop\":\"").nth(1).unwrap().split('"').next().unwrap();
    let answer = get_with(&APP, address, &[("accept-encoding", "br")]).await;
    assert_eq!(answer.header("content-encoding"), "br");
    assert!(answer.header("cache-control").contains("immutable"));
    assert!(answer.bytes.len() < 150_000, "{} bytes", answer.bytes.len());
    let data = get(&APP, "/_/map/backdrop.json").await;
    assert_eq!(data.header("cache-control"), "no-cache");
    let data = data.json();
    let count = |key: &str| data[key]["features"].as_array().unwrap().len();
    assert_eq!(count("municipalities"), PACKAGE.municipalities.len());
    assert_eq!(count("neighbours"), PACKAGE.neighbours.len());
    assert_eq!(count("water"), PACKAGE.water.len());
    assert_eq!(data["stations"].as_array().unwrap().len(), PACKAGE.stations.len());
    assert_eq!(data["settlements"]["cells"].as_array().unwrap().len(), 4);
    for key in ["municipalities", "neighbours", "water", "county"] {
        for feature in data[key]["features"].as_array().unwrap() {
            assert!(feature["geometry"].is_object(), "{key}: {}", feature["properties"]);
        }
    }
    let lines = data["county"]["features"][0]["geometry"]["coordinates"].as_array().unwrap().len();
    assert!((1..20).contains(&lines), "the border of the county is torn into {lines} lines");
}

#[tokio::test]
async fn an_entry_whose_last_day_is_over_is_gone() {
    let over = public().find(|l| shown_sites(l) == 0).expect("the county has one");
    let page = get(&APP, &format!("/angebote/{}", over.id)).await;
    assert_eq!(page.status, 404);
}

#[test]
fn the_hours_of_every_entry_go_through_the_form_and_mean_the_same() {
    use crate::domain::hours::{HoursPlan, same_hours};
    let mut seen = 0;
    for listing in PACKAGE.listings.iter().map(|entry| &entry.listing) {
        for osm in listing.sites.iter().filter_map(|site| site.schedule.osm.as_deref()) {
            let plan = HoursPlan::read(Some(osm));
            assert!(!matches!(plan, HoursPlan::Syntax(_)), "{osm} does not fit the table");
            let written = plan.to_osm().unwrap();
            assert!(same_hours(osm, &written) || written == osm, "{osm} became {written}");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} entries have hours");
}

#[test]
fn every_entry_goes_through_the_form_of_its_provider_unchanged() {
    use crate::http::pages::mine::form::{fields_of, listing_of};
    let words = crate::http::pages::mine::form_words(crate::texts::Texts::german());
    for listing in PACKAGE.listings.iter().map(|entry| &entry.listing) {
        let fields = fields_of(Some(listing), &words);
        let read = listing_of(&fields, Some(listing), &words);
        assert_eq!(read.faults, [], "{}", listing.name);
        assert_eq!(&read.listing, listing);
    }
}
