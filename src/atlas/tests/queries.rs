//! Random queries.

use rand::RngExt;
use rand::seq::IndexedRandom;

use super::world::{Invented, LANGUAGES, Rng, WORDS, ags, code, local};
use crate::atlas::{AgeAsked, Near, PropertyFilters, Query, Sort};
use crate::domain::*;
use crate::spatial::bbox::CrsBox;
use crate::spatial::{Bbox, Crs};

/// One or two of some values.
fn any_of<T: Clone>(rng: &mut Rng, share: f64, from: &[T]) -> Vec<T> {
    if !rng.random_bool(share) {
        return Vec::new();
    }
    (0..rng.random_range(1..=2)).map(|_| from.choose(rng).unwrap().clone()).collect()
}

fn bbox(rng: &mut Rng) -> Bbox {
    let side = |rng: &mut Rng, from: f64| {
        if rng.random_bool(0.5) {
            from + f64::from(rng.random_range(-1..10)) * 0.05
        } else {
            from + rng.random_range(-0.1..0.5)
        }
    };
    let (a, b) = (side(rng, 8.5), side(rng, 8.5));
    let (c, d) = (side(rng, 47.5), side(rng, 47.5));
    // West of east, but for a few that cross the antimeridian.
    let crosses = rng.random_bool(0.05);
    let (west, east) = if (a <= b) == crosses { (b, a) } else { (a, b) };
    Bbox { west, south: c.min(d), east, north: c.max(d) }
}

/// A box of metres.
fn area(rng: &mut Rng) -> CrsBox {
    let crs = *[Crs::Epsg3035, Crs::Epsg25832, Crs::Epsg3857].choose(rng).unwrap();
    let corner = LonLat { lon: rng.random_range(8.4..8.8), lat: rng.random_range(47.4..47.8) };
    let [a, b] = crs.from_lonlat(corner).unwrap();
    let mut side = || rng.random_range(1_000.0..50_000.0);
    CrsBox::from_numbers(crs, &[a, b, a + side(), b + side()]).unwrap()
}

fn q(rng: &mut Rng) -> String {
    let words: Vec<String> = (0..rng.random_range(1..=2))
        .map(|_| {
            let word: Vec<char> = WORDS.choose(rng).unwrap().chars().collect();
            let length = rng.random_range(2..=word.len());
            let part: String = word[..length].iter().collect();
            if rng.random_bool(0.3) { part.to_uppercase() } else { part }
        })
        .collect();
    let mut words = words;
    if rng.random_bool(0.4) {
        words.push((*SPOKEN.choose(rng).unwrap()).to_owned());
    }
    words.join(if rng.random_bool(0.5) { " " } else { ", " })
}

/// What people add: places, fillers, typing errors, compounds, phrases, everyday and foreign words.
const SPOKEN: [&str; 16] = [
    "in Engen",
    "78234",
    "Ueberlingen am Ried",
    "und",
    "ich suche Hilfe",
    "Pfelge",
    "Shculdnerhilfe",
    "Jugendschuldenberatung",
    "Treff Hort",
    "ich kann meine Miete nicht zahlen",
    "Miete zahle",
    "debts",
    "борг",
    "xyzzyx",
    "Maedchen",
    "Jugentreff Beratung Sued Kueche",
];

/// A query in which each word occurs with probability `share`.
pub(super) fn query(rng: &mut Rng, world: &[Invented], share: f64) -> Query {
    let topics = ["kita", "familie", "schuldnerberatung", "pflege", "geld", "gibtsnicht"].map(code);
    let groups = ["maedchen", "jugendliche", "alle", "kita"].map(code);
    let towns: Vec<Ags> = (1..=14).map(ags).collect();
    let languages = LANGUAGES.map(str::to_ascii_uppercase);
    let days = ["2017-06-01", "2020-01-01", "2023-12-31", "2026-11-23"].map(|d| d.parse().ok());
    let near = |rng: &mut Rng| Near {
        point: LonLat { lon: rng.random_range(8.4..9.0), lat: rng.random_range(47.4..48.0) },
        within_m: rng.random_bool(0.5).then(|| rng.random_range(0.0..30_000.0)),
    };
    let listing = |rng: &mut Rng| world.choose(rng).map(|invented| &invented.listing);
    let dice = |rng: &mut Rng, part: f64| rng.random_bool(share * part);
    let open_at = dice(rng, 1.0).then(|| local(rng));
    let minutes = rng.random_range(1..180);
    let ages = [0, 6, 12, 18, 120].map(AgeAsked::Years);
    let rooms = [
        Some(CapacityState::Free),
        Some(CapacityState::WaitingList),
        Some(CapacityState::Full),
        None,
    ];
    Query {
        q: dice(rng, 1.0).then(|| q(rng)),
        categories: any_of(rng, share, &topics),
        target_groups: any_of(rng, share, &groups),
        municipalities: any_of(rng, share, &towns),
        served: rng.random_bool(0.3),
        languages: any_of(rng, share, &languages),
        accessible: any_of(rng, share, &YesNo::ALL),
        free: any_of(rng, share, &YesNo::ALL),
        anonymous: any_of(rng, share, &YesNo::ALL),
        open_until: open_at
            .filter(|_| rng.random_bool(0.5))
            .map(|at| at + chrono::TimeDelta::minutes(minutes)),
        open_at,
        open_also: any_of(rng, 0.3, &[OpenState::Unknown, OpenState::Appointment]),
        ages: any_of(rng, share, &[ages.as_slice(), &[AgeAsked::Unknown]].concat()),
        formats: any_of(rng, share, &["gruppe", "alle"].map(code)),
        appointment: any_of(rng, share, &YesNo::ALL),
        capacity: any_of(rng, share, &rooms),
        sort: rng.random_bool(0.4).then(|| *Sort::ALL.choose(rng).unwrap()),
        near: dice(rng, 1.0).then(|| near(rng)),
        bbox: dice(rng, 1.0).then(|| bbox(rng)),
        area: dice(rng, 0.5).then(|| area(rng)),
        assured: dice(rng, 1.0).then(|| (*days.choose(rng).unwrap(), *days.choose(rng).unwrap())),
        service: dice(rng, 0.1).then(|| listing(rng)).flatten().map(|l| l.id),
        organization: dice(rng, 0.5)
            .then(|| listing(rng))
            .flatten()
            .and_then(|l| l.organization_id),
        properties: properties(rng, share * 0.4),
    }
}

fn properties(rng: &mut Rng, share: f64) -> PropertyFilters {
    let statuses =
        [ServiceStatus::Active, ServiceStatus::TemporarilyClosed, ServiceStatus::Defunct];
    let confidences = [Confidence::Low, Confidence::Medium, Confidence::High];
    PropertyFilters {
        status: any_of(rng, share, &statuses),
        site_type: any_of(rng, share, &SiteType::ALL),
        coord_precision: any_of(rng, share, &CoordPrecision::ALL),
        assured_by: any_of(
            rng,
            share,
            &[AssuredBy::Source, AssuredBy::Provider, AssuredBy::Editor],
        ),
        freshness: any_of(rng, share, &Freshness::ALL),
        confidence: any_of(rng, share, &confidences),
        open_state: any_of(rng, share, &OpenState::ALL),
    }
}
