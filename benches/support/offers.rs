//! Invented offers over Germany, always the same for the same seed.
//!
//! Places come in towns of very different sizes (Zipf's law), each a round cloud thinning out; texts have the lengths of
//! the real collection. No name, number or address is real: phone numbers are from the range that the
//! Bundesnetzagentur keeps free for films, web addresses end with `.example`.

use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::domain::{
    Address, Assurance, AssuredBy, Confidence, Contact, CoordPrecision, FeatureId, Listing,
    LocationDisclosure, LocationId, LonLat, Position, Schedule, ServiceArea, ServiceId,
    ServiceStatus, Site, SiteType, Source, TermCode, YesNo,
};

/// Words that names and descriptions are put together from.
const WORDS: [&str; 40] = [
    "Beratung",
    "Familien",
    "Treffpunkt",
    "Selbsthilfe",
    "Begleitung",
    "Pflege",
    "Jugend",
    "Senioren",
    "Kinder",
    "Betreuung",
    "Hilfe",
    "Wohnen",
    "Arbeit",
    "Bildung",
    "Sprache",
    "Nachbarschaft",
    "Café",
    "Gruppe",
    "Sprechstunde",
    "Angehörige",
    "Menschen",
    "Behinderung",
    "Schulden",
    "Gesundheit",
    "Eltern",
    "Krise",
    "Sucht",
    "Inklusion",
    "Teilhabe",
    "Ehrenamt",
    "kostenfrei",
    "vertraulich",
    "offen",
    "gemeinsam",
    "wöchentlich",
    "regelmäßig",
    "unterstützt",
    "vermittelt",
    "informiert",
    "ermöglicht",
];
const STREETS: [&str; 8] = [
    "Hauptstraße",
    "Bahnhofstraße",
    "Gartenweg",
    "Schulgasse",
    "Am Anger",
    "Lindenallee",
    "Mühlweg",
    "Ringstraße",
];
const DAYS: [&str; 5] = ["Mo-Fr", "Mo,We,Fr", "Tu,Th", "Mo-Th", "Sa"];

/// The box of the country: west, east, south, north.
const COUNTRY: (f64, f64, f64, f64) = (5.9, 15.0, 47.3, 55.0);
/// Towns that the offers lie in.
const TOWNS: u32 = 3_000;

struct Town {
    centre: LonLat,
    /// Degrees of latitude within which two thirds of its offers lie.
    spread: f64,
    /// Share of all offers up to and with this town.
    share_up_to: f64,
}

/// Makes offers one after the other.
pub struct Offers {
    rng: ChaCha8Rng,
    towns: Vec<Town>,
    categories: Vec<TermCode>,
    target_groups: Vec<TermCode>,
    made: u32,
}

impl Offers {
    /// A source of offers in these categories and for these target groups.
    pub fn new(seed: u64, categories: Vec<TermCode>, target_groups: Vec<TermCode>) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let towns = towns(&mut rng);
        Self { rng, towns, categories, target_groups, made: 0 }
    }

    /// The next place.
    pub fn place(&mut self) -> LonLat {
        let share: f64 = self.rng.random();
        let at = self.towns.partition_point(|town| town.share_up_to < share);
        let town = &self.towns[at.min(self.towns.len() - 1)];
        // Box–Muller: a normal distribution out of two even ones.
        let (radius, turn): (f64, f64) = (self.rng.random(), self.rng.random());
        let radius = town.spread * (-2.0 * radius.max(1e-12).ln()).sqrt();
        let (sin, cos) = (turn * std::f64::consts::TAU).sin_cos();
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        LonLat {
            lon: round((town.centre.lon + 1.5 * radius * cos).clamp(COUNTRY.0, COUNTRY.1)),
            lat: round((town.centre.lat + radius * sin).clamp(COUNTRY.2, COUNTRY.3)),
        }
    }

    /// The next offer, with one site, seldom two.
    pub fn listing(&mut self) -> Listing {
        let source_id = format!("offer-{}", self.made);
        self.made += 1;
        let place = self.place();
        let site_count = if self.rng.random_bool(0.05) { 2 } else { 1 };
        let sites =
            (0..site_count).map(|n| self.site(&format!("{source_id}-{n}"), place)).collect();
        let target_groups = if self.rng.random_bool(0.6) {
            vec![pick(&mut self.rng, &self.target_groups)]
        } else {
            Vec::new()
        };
        Listing {
            id: ServiceId::stable("bench", &source_id),
            organization_id: None,
            organization_text: Some(format!("Verein {}", self.words(2))),
            co_organization_ids: Vec::new(),
            name: self.words(3),
            description: self.description(),
            categories: vec![pick(&mut self.rng, &self.categories)],
            target_groups,
            target_group_texts: Vec::new(),
            service_forms: Vec::new(),
            legal_bases: Vec::new(),
            ages: sozialatlas::domain::AgeRange::default(),
            free: pick(&mut self.rng, &[YesNo::Yes, YesNo::No, YesNo::Unknown, YesNo::Unknown]),
            anonymous: YesNo::Unknown,
            cost_text: None,
            languages: if self.rng.random_bool(0.2) { vec!["de".to_owned()] } else { Vec::new() },
            languages_text: None,
            contact: Contact::default(),
            status: ServiceStatus::default(),
            related: Vec::new(),
            closure: None,
            publish_from: None,
            publish_until: None,
            sites,
        }
    }

    fn site(&mut self, source_id: &str, point: LonLat) -> Site {
        let number = self.rng.random_range(1..200_u32);
        let phone = self.rng.random_range(10..100_u32);
        Site {
            id: FeatureId::stable("bench", source_id),
            location_id: LocationId::stable("bench", source_id),
            source_id: None,
            name: None,
            description: None,
            site_type: SiteType::Fixed,
            disclosure: LocationDisclosure::Public,
            municipality: None,
            address: Address {
                street: Some(format!("{} {number}", pick(&mut self.rng, &STREETS))),
                postcode: Some(format!("{:05}", self.rng.random_range(1_000..99_999_u32))),
                locality: Some(format!("{}stadt", pick(&mut self.rng, &WORDS))),
                ..Address::default()
            },
            position: Some(Position {
                point,
                precision: CoordPrecision::HausnummerNahe,
                source: None,
            }),
            schedule: self.schedule(),
            contact: Contact {
                phones: vec![format!("030 231 25 0 {phone}")],
                email: None,
                website: Some(format!("https://angebot-{number}.example/")),
            },
            accessible: pick(
                &mut self.rng,
                &[YesNo::Yes, YesNo::No, YesNo::Unknown, YesNo::Unknown],
            ),
            accessible_text: None,
            place_recorded: false,
            capacity_text: None,
            capacity: None,
            service_area: ServiceArea::default(),
            status: ServiceStatus::default(),
            status_text: None,
            valid_to: None,
            assurance: Assurance {
                date: format!(
                    "{}-{:02}",
                    self.rng.random_range(2015..=2026),
                    self.rng.random_range(1..=9)
                )
                .parse()
                .ok(),
                by: AssuredBy::Source,
                confidence: Some(Confidence::Medium),
                sources: vec![Source {
                    url: format!("https://quelle-{phone}.example/verzeichnis"),
                }],
                ..Assurance::default()
            },
            internal_note: None,
        }
    }

    fn schedule(&mut self) -> Schedule {
        if self.rng.random_bool(0.5) {
            return Schedule { appointment: YesNo::Yes, ..Schedule::default() };
        }
        let from = self.rng.random_range(8..14_u32);
        let to = from + self.rng.random_range(2..6_u32);
        let osm = format!("{} {from:02}:00-{to:02}:00", pick(&mut self.rng, &DAYS));
        Schedule { osm: Some(osm), ..Schedule::default() }
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| pick(&mut self.rng, &WORDS)).collect();
        words.join(" ")
    }

    /// 10 to 40 words: 100 to 400 characters, as the real ones.
    fn description(&mut self) -> String {
        let count = self.rng.random_range(10..40);
        let mut text = self.words(count);
        text.push('.');
        text
    }
}

fn towns(rng: &mut ChaCha8Rng) -> Vec<Town> {
    let total: f64 = (1..=TOWNS).map(|rank| 1.0 / f64::from(rank)).sum();
    let mut share_up_to = 0.0;
    (1..=TOWNS)
        .map(|rank| {
            let share = 1.0 / f64::from(rank) / total;
            share_up_to += share;
            Town {
                centre: LonLat {
                    lon: rng.random_range(COUNTRY.0..COUNTRY.1),
                    lat: rng.random_range(COUNTRY.2..COUNTRY.3),
                },
                // A town of a thousandth of all people is about 5 km wide; area grows with people.
                spread: (0.05 * (share * 1000.0).sqrt()).clamp(0.005, 0.25),
                share_up_to,
            }
        })
        .collect()
}

fn pick<T: Clone>(rng: &mut ChaCha8Rng, from: &[T]) -> T {
    from[rng.random_range(0..from.len())].clone()
}
