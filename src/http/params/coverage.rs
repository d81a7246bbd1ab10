//! The words of an analysis: which offers count (the shared words), how far is too far, for whom, what if.
//!
//! Read strictly for the machine interface: every fault is named at once, those that only the data show too
//! ([`crate::app::App::question_faults`]). The readers of single values serve the pages as well.

use chrono::NaiveDate;

use super::decode::{Pair, decode_strict};
use super::values::{self, Fault, short};
use super::words::{Vocabulary, Words};
use crate::app::{LinkChoice, Question, ScenarioRequest};
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::{Ags, FeatureId, LonLat};
use crate::http::problem::ProblemError;
use crate::spatial::Crs;

/// The words of an analysis beyond the shared ones, in such an order that what each resource takes stands together.
/// `municipality` is whose people are looked at: sites count wherever they lie.
const WORDS: &[&str] = &[
    "at",
    "max_distance_m",
    "metric",
    "stale_after_months",
    "links",
    "population",
    "municipality",
    "merge_m",
    "add",
    "move",
    "close",
];

/// The words of a question.
pub const QUESTION: &[&str] = WORDS.split_at(1).1;
/// The same where the scenario stands in the body.
pub const WITHOUT_SCENARIO: &[&str] = QUESTION.split_at(7).0;
/// The words of a scenario.
const SCENARIO: &[&str] = QUESTION.split_at(7).1;
/// The words of a matrix: areas are of no interest.
pub const MATRIX: &[&str] = QUESTION.split_at(6).0;
/// The words of a single address.
pub const AROUND: &[&str] = QUESTION.split_at(4).0;
/// The words of each side of a comparison.
pub const COMPARED: &[&str] = WORDS.split_at(8).0;

/// What has been read of a question.
#[derive(Debug)]
pub struct CoverageWords<'a> {
    /// The shared words: which offers count.
    pub words: Words<'a>,
    /// Everything that was not understood.
    pub faults: Vec<ProblemError>,
    /// Reasonable distance, where one was given and understood.
    pub max_distance_m: Option<f64>,
    /// The rest of the question.
    pub parts: Parts,
}

/// The parts of a question that have a default.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of `app::Question`")]
pub struct Parts {
    pub metric: MetricKind,
    pub group: PopulationGroup,
    pub stale_after_months: Option<u32>,
    pub merge_m: f64,
    pub municipalities: Vec<Ags>,
    pub links: LinkChoice,
    pub as_of: Option<NaiveDate>,
    pub scenario: ScenarioRequest,
}

/// Shared words that an analysis has no use for, or names otherwise.
const NOT_ANALYSED: [&str; 2] = ["municipality", "served"];
/// Shared words of lists alone.
pub const LIST_ONLY: [&str; 5] = ["age", "format", "appointment", "capacity", "sort"];

/// Reads a query string of which only `known` words of [`COVERAGE_NAMES`] are allowed; `own` takes what is the
/// resource's alone (`None` = unknown).
pub fn read_coverage<'a>(
    raw: &str,
    vocabulary: Vocabulary<'a>,
    known: &[&str],
    own: impl FnMut(&Pair) -> Option<Result<(), ProblemError>>,
) -> (CoverageWords<'a>, Vec<Pair>) {
    let (pairs, faults) = decode_strict(raw);
    (read_pairs(&pairs, faults, vocabulary, known, own), pairs)
}

/// The same of decoded pairs, some faults being known already.
pub fn read_pairs<'a>(
    pairs: &[Pair],
    faults: Vec<ProblemError>,
    vocabulary: Vocabulary<'a>,
    known: &[&str],
    mut own: impl FnMut(&Pair) -> Option<Result<(), ProblemError>>,
) -> CoverageWords<'a> {
    let mut read = CoverageWords {
        words: Words::new(vocabulary),
        faults,
        max_distance_m: None,
        parts: Parts::default(),
    };
    for pair in pairs {
        let (name, value) = pair;
        if let Some(outcome) = own(pair) {
            read.faults.extend(outcome.err());
        } else if known.contains(&name.as_str()) {
            read.read(name, value);
        } else if NOT_ANALYSED.contains(&name.as_str())
            || LIST_ONLY.contains(&name.as_str())
            || !read.words.read(name, value)
        {
            read.faults.push(ProblemError::unknown(name));
        }
    }
    read.words.finish(Crs::Crs84);
    if read.words.query.open_until.is_some() || !read.words.query.open_also.is_empty() {
        let detail = "an analysis takes now or one local time as 2026-01-31T14:30";
        read.faults.push(ProblemError::parameter("open", "not_a_moment", detail));
    }
    let shared = std::mem::take(&mut read.words.faults);
    read.faults.extend(shared);
    let changes = read.parts.scenario.len();
    if changes > Question::MAX_CHANGES_IN_URL {
        let max = Question::MAX_CHANGES_IN_URL;
        let first = SCENARIO.iter().find(|word| pairs.iter().any(|(name, _)| name == *word));
        let detail = format!(
            "{changes} changes are too many for an address: at most {max}; POST them to /api/coverage/scenario"
        );
        read.faults.push(ProblemError::parameter(*first.unwrap_or(&"add"), "too_many", detail));
    }
    read
}

impl CoverageWords<'_> {
    /// Takes a word of an analysis.
    fn read(&mut self, name: &str, value: &str) {
        let parts = &mut self.parts;
        let outcome = match name {
            "max_distance_m" => one(distance(value)).map(|m| self.max_distance_m = Some(m)),
            "metric" => one(metric(value)).map(|metric| parts.metric = metric),
            "population" => one(population(value)).map(|group| parts.group = group),
            "stale_after_months" => one(months(value)).map(|m| parts.stale_after_months = Some(m)),
            "merge_m" => one(gap(value)).map(|metres| parts.merge_m = metres),
            "municipality" => municipalities(value).map(|keys| parts.municipalities = keys),
            "links" => links(value).map(|choice| parts.links = choice),
            "at" => one(day(value)).map(|day| parts.as_of = Some(day)),
            "add" => additions(value).map(|places| parts.scenario.add = places),
            "move" => moves(value).map(|moves| parts.scenario.moves = moves),
            _ => closures(value).map(|ids| parts.scenario.close = ids),
        };
        if let Err(faults) = outcome {
            let named = faults
                .into_iter()
                .map(|(code, detail)| ProblemError::parameter(name, code, detail));
            self.faults.extend(named);
        }
    }

    /// Whether something of a word was not understood.
    #[must_use]
    pub fn is_at_fault(&self, name: &str) -> bool {
        self.faults.iter().any(|fault| fault.parameter.as_deref() == Some(name))
    }

    /// The question with this distance.
    #[must_use]
    pub fn question(&self, max_distance_m: f64) -> Question {
        let parts = self.parts.clone();
        Question {
            query: self.words.query.clone(),
            max_distance_m,
            metric: parts.metric,
            group: parts.group,
            stale_after_months: parts.stale_after_months,
            merge_m: parts.merge_m,
            municipalities: parts.municipalities,
            links: parts.links,
            scenario: parts.scenario,
            as_of: parts.as_of,
        }
    }
}

fn one<T>(read: Result<T, Fault>) -> Result<T, Vec<Fault>> {
    read.map_err(|fault| vec![fault])
}

/// A distance that is too far: metres above 0.
pub(in crate::http) fn distance(text: &str) -> Result<f64, Fault> {
    let max = Question::MAX_DISTANCE_M;
    match text.parse::<f64>() {
        Ok(metres) if metres > 0.0 && metres <= max => Ok(metres),
        _ => {
            let detail = format!("'{}' must be metres above 0 and at most {max}", short(text));
            Err(("not_a_distance", detail))
        }
    }
}

/// A gap over which areas are joined: metres from 0.
pub(in crate::http) fn gap(text: &str) -> Result<f64, Fault> {
    let max = Question::MAX_MERGE_M;
    match text.parse::<f64>() {
        // Zero has one spelling, for answers are remembered by it.
        Ok(metres) if metres >= 0.0 && metres <= max => Ok(metres + 0.0),
        _ => Err(("not_a_distance", format!("'{}' must be metres from 0 to {max}", short(text)))),
    }
}

/// Months after which an entry counts as stale.
pub(in crate::http) fn months(text: &str) -> Result<u32, Fault> {
    let max = Question::MAX_MONTHS;
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.parse::<u32>() {
        Ok(months) if digits && months <= max => Ok(months),
        _ => {
            Err(("not_months", format!("'{}' must be a whole number from 0 to {max}", short(text))))
        }
    }
}

/// How distance is measured.
pub(in crate::http) fn metric(text: &str) -> Result<MetricKind, Fault> {
    values::one_of(&MetricKind::ALL, MetricKind::as_str, text)
}

/// Whose distances count.
pub(in crate::http) fn population(text: &str) -> Result<PopulationGroup, Fault> {
    values::one_of(&PopulationGroup::ALL, PopulationGroup::as_str, text)
}

/// Keys of municipalities.
pub(in crate::http) fn municipalities(text: &str) -> Result<Vec<Ags>, Vec<Fault>> {
    values::list(text, |text| values::typed("not_an_ags", text))
}

/// Links by id, or `none`.
pub(in crate::http) fn links(text: &str) -> Result<LinkChoice, Vec<Fault>> {
    if text == "none" {
        return Ok(LinkChoice::Only(Vec::new()));
    }
    values::list(text, |id| Ok(id.to_owned())).map(LinkChoice::Only)
}

/// A day.
pub(in crate::http) fn day(text: &str) -> Result<NaiveDate, Fault> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| text.len() == 10)
        .ok_or_else(|| ("not_a_day", format!("'{}' is not a day as 2026-01-31", short(text))))
}

/// New sites: `lon,lat;lon,lat`.
pub(in crate::http) fn additions(text: &str) -> Result<Vec<LonLat>, Vec<Fault>> {
    each(text, ';', values::point)
}

/// Moved sites: `feature@lon,lat;feature@lon,lat`.
pub(in crate::http) fn moves(text: &str) -> Result<Vec<(FeatureId, LonLat)>, Vec<Fault>> {
    each(text, ';', |part| {
        let Some((id, place)) = part.split_once('@') else {
            let detail = format!("'{}' is not feature@longitude,latitude", short(part));
            return Err(vec![("not_a_move", detail)]);
        };
        let id = one(values::typed("not_an_id", id.trim()));
        match (id, values::point(place)) {
            (Ok(id), Ok(place)) => Ok((id, place)),
            (id, place) => {
                let mut faults = id.err().unwrap_or_default();
                faults.extend(place.err().unwrap_or_default());
                Err(faults)
            }
        }
    })
}

/// Closed sites: features by comma.
pub(in crate::http) fn closures(text: &str) -> Result<Vec<FeatureId>, Vec<Fault>> {
    each(text, ',', |part| one(values::typed("not_an_id", part)))
}

/// Values between separators, each read by its own rule; every fault says which value it is of.
fn each<T>(
    text: &str,
    separator: char,
    read: impl Fn(&str) -> Result<T, Vec<Fault>>,
) -> Result<Vec<T>, Vec<Fault>> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for (at, part) in text.split(separator).map(str::trim).enumerate() {
        match read(part) {
            Ok(value) => values.push(value),
            Err(found) => faults.extend(
                found
                    .into_iter()
                    .map(|(code, detail)| (code, format!("value {}: {detail}", at + 1))),
            ),
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_is_too_strange_to_be_read_or_refused(text in "\\PC{0,60}") {
            let _ = (distance(&text), gap(&text), months(&text), metric(&text), population(&text));
            let _ = (municipalities(&text), links(&text), day(&text));
            let _ = (additions(&text), moves(&text), closures(&text));
        }

        #[test]
        fn places_survive_their_text(lon in -180.0..180.0f64, lat in -90.0..90.0f64) {
            let read = additions(&format!("{lon},{lat}; {lat},{lon}"));
            let there = vec![LonLat { lon, lat }, LonLat { lon: lat, lat: lon }];
            prop_assert_eq!(read.is_ok(), lon.abs() <= 90.0);
            if let Ok(read) = read {
                prop_assert_eq!(read, there);
            }
        }
    }

    #[test]
    fn every_resource_takes_its_words() {
        assert_eq!(SCENARIO, ["add", "move", "close"]);
        assert_eq!(QUESTION.len(), WITHOUT_SCENARIO.len() + SCENARIO.len());
        assert!(!QUESTION.contains(&"at") && COMPARED.contains(&"at"));
        assert!(!COMPARED.iter().any(|word| SCENARIO.contains(word)));
        let differ = |more: &[&'static str], fewer: &[&str]| -> Vec<&'static str> {
            more.iter().copied().filter(|word| !fewer.contains(word)).collect()
        };
        assert_eq!(differ(WITHOUT_SCENARIO, MATRIX), ["merge_m"]);
        assert_eq!(differ(MATRIX, AROUND), ["population", "municipality"]);
    }

    #[test]
    fn a_distance_is_a_number_of_metres_above_nothing_and_below_the_limit() {
        for wrong in ["0", "-1", "NaN", "inf", "-inf", "1e9", "", "5 km", "0x10", "1,5"] {
            assert_eq!(distance(wrong).unwrap_err().0, "not_a_distance", "{wrong}");
        }
        for (text, metres) in [("5000", 5_000.0), ("0.5", 0.5), ("2e5", 200_000.0)] {
            assert_eq!(distance(text), Ok(metres));
        }
    }

    #[test]
    fn a_gap_may_be_nothing_and_nothing_has_one_spelling() {
        assert_eq!(gap("-0").unwrap().to_bits(), 0);
        assert!(gap("5000.1").is_err() && gap("-1").is_err() && gap("NaN").is_err());
    }

    #[test]
    fn months_are_whole_and_at_most_fifty_years() {
        assert_eq!((months("0"), months("600")), (Ok(0), Ok(600)));
        for wrong in ["601", "-1", "+1", "1.0", "", "x"] {
            assert!(months(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_change_at_fault_is_named_with_its_number() {
        let faults = additions("9,47.7;9;200,47;x,y").unwrap_err();
        let details: Vec<&str> =
            faults.iter().map(|(_, detail)| detail.get(..8).unwrap()).collect();
        assert_eq!(details, ["value 2:", "value 3:", "value 4:", "value 4:"]);
        let faults = moves("x@1;y").unwrap_err();
        assert_eq!(
            faults.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
            ["not_an_id", "not_a_point", "not_a_move"]
        );
        assert!(closures("").is_err());
    }

    #[test]
    fn no_links_is_a_choice_of_its_own() {
        assert_eq!(links("none"), Ok(LinkChoice::Only(vec![])));
        assert_eq!(links("a,b"), Ok(LinkChoice::Only(vec!["a".into(), "b".into()])));
        assert!(links("a,,b").is_err());
    }

    #[test]
    fn a_day_is_written_in_full() {
        assert!(day("2026-02-28").is_ok());
        for wrong in ["2026-02-29", "2026-2-1", "26-02-01", "2026", "now"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
