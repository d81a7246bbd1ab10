//! Scenarios that planners keep: a question with what it changes in thought, under a name.

use serde::{Deserialize, Serialize};

use super::error::FieldErrors;
use super::geo::LonLat;
use super::ids::{FeatureId, stable_uuid};
use super::text::text;

/// Longest name, in characters.
const NAME: usize = 120;
/// Longest note.
const NOTE: usize = 2_000;
/// Longest question: a hundred changes in an address.
const QUESTION: usize = 16_000;
/// Hexadecimal digits of the mark of a place: too few to find the place by trying, enough to see that it is another one.
const MARK_DIGITS: usize = 6;

/// A scenario as it was kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredScenario {
    /// What it is called.
    pub name: String,
    /// What its author has to say about it; may be empty.
    pub note: String,
    /// The question, as the query string of `/planung` and `/api/coverage`, without the question mark.
    pub question: String,
    /// What the answer was when it was kept; `None` = there was none at that moment.
    pub answer: Option<StoredAnswer>,
    /// The sites that it moves or closes, as they were then.
    pub sites: Vec<StoredSite>,
}

/// What a kept answer said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredAnswer {
    /// Hash of the data it was made of: another one today means other data.
    pub snapshot: String,
    /// People whom nothing reached, with the scenario, rounded.
    pub unserved: u64,
}

/// A site that a scenario moves or closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredSite {
    /// Its feature.
    pub feature_id: FeatureId,
    /// Its name.
    pub name: String,
    /// A mark of where it was, never the place itself: a site may become a protected one later. `None` = it did not count
    /// for the question.
    pub place: Option<String>,
}

impl StoredSite {
    /// A site with the mark of its place.
    #[must_use]
    pub fn new(feature_id: FeatureId, name: String, at: Option<LonLat>) -> Self {
        Self { feature_id, name, place: at.map(|at| mark(feature_id, at)) }
    }
}

/// The mark of a site at a place, to about a metre.
fn mark(id: FeatureId, at: LonLat) -> String {
    let place = format!("{:.5},{:.5}", at.lon, at.lat);
    let digest = stable_uuid(&id.to_string(), "place", &place).simple().to_string();
    digest.chars().take(MARK_DIGITS).collect()
}

/// What has become of a site since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteFate {
    /// It is no longer there, or does not count any more.
    Gone,
    /// It is at another place now.
    Moved,
}

impl StoredScenario {
    /// Checks what people have typed.
    ///
    /// # Errors
    /// Every faulty field, with its pointer.
    pub fn validate(&self) -> Result<(), FieldErrors> {
        let mut faults = FieldErrors::default();
        faults.check(!self.name.trim().is_empty(), "/name", "required", "a scenario needs a name");
        text(&mut faults, "/name", &self.name, NAME);
        let is_line = !self.name.contains(['\n', '\r', '\t']);
        faults.check(is_line, "/name", "control_character", "must be one line");
        text(&mut faults, "/note", &self.note, NOTE);
        let is_asked = !self.question.is_empty();
        faults.check(is_asked, "/question", "required", "a scenario needs a question");
        text(&mut faults, "/question", &self.question, QUESTION);
        let is_address = self.question.bytes().all(|b| b.is_ascii_graphic());
        faults.check(is_address, "/question", "not_a_question", "must be a query string");
        faults.into_result(())
    }

    /// The sites with which something has happened since, given where each counts now.
    #[must_use]
    pub fn fates(&self, now: impl Fn(FeatureId) -> Option<LonLat>) -> Vec<(&StoredSite, SiteFate)> {
        let fate = |site: &StoredSite| {
            let then = site.place.as_ref()?;
            let Some(now) = now(site.feature_id) else { return Some(SiteFate::Gone) };
            (mark(site.feature_id, now) != *then).then_some(SiteFate::Moved)
        };
        self.sites.iter().filter_map(|site| Some((site, fate(site)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scenario() -> StoredScenario {
        StoredScenario {
            name: "Zwei neue Standorte".into(),
            question: "category=tafel&max_distance_m=5000".into(),
            ..StoredScenario::default()
        }
    }

    fn faults(scenario: &StoredScenario) -> Vec<(String, String)> {
        let faults = scenario.validate().err().unwrap_or_default().0;
        faults.into_iter().map(|fault| (fault.pointer, fault.code)).collect()
    }

    #[test]
    fn every_fault_of_a_scenario_is_told_at_once() {
        assert_eq!(faults(&scenario()), []);
        let wrong = StoredScenario {
            name: " ".into(),
            note: "x".repeat(NOTE + 1),
            question: String::new(),
            ..scenario()
        };
        let told = faults(&wrong);
        for expected in [("/name", "required"), ("/note", "length"), ("/question", "required")] {
            assert!(told.contains(&(expected.0.into(), expected.1.into())), "{told:?}");
        }
    }

    #[test]
    fn names_are_one_line_and_questions_are_addresses() {
        for name in ["a\nb", "a\tb", "a\u{0}", "a\u{202e}b", &"x".repeat(NAME + 1)] {
            assert!(!faults(&StoredScenario { name: name.into(), ..scenario() }).is_empty());
        }
        for question in ["a=ä", "a=b c", "a=\n", "a=\u{0}", &"x".repeat(QUESTION + 1)] {
            assert!(
                !faults(&StoredScenario { question: question.into(), ..scenario() }).is_empty()
            );
        }
        let emoji = StoredScenario { name: "🏠 <b>".into(), note: "a\nb".into(), ..scenario() };
        assert_eq!(faults(&emoji), []);
    }

    #[test]
    fn a_site_is_told_where_it_closed_or_moved_and_only_then() {
        let id = |n: &str| FeatureId::stable("test", n);
        let at = |lon: f64| LonLat { lon, lat: 47.7 };
        let site = |n: &str, at: Option<LonLat>| StoredSite::new(id(n), n.into(), at);
        let kept = StoredScenario {
            sites: vec![
                site("stays", Some(at(9.0))),
                site("closes", Some(at(9.1))),
                site("moves", Some(at(9.2))),
                site("never counted", None),
            ],
            ..scenario()
        };
        let now = |asked: FeatureId| match asked {
            one if one == id("stays") => Some(at(9.000_000_1)),
            one if one == id("moves") => Some(at(9.3)),
            _ => None,
        };
        let told: Vec<_> =
            kept.fates(now).into_iter().map(|(site, fate)| (site.name.as_str(), fate)).collect();
        let text = serde_json::to_string(&kept).unwrap();
        assert!(!text.contains("9.1") && !text.contains("47.7"), "no place is kept: {text}");
        assert_eq!(told, [("closes", SiteFate::Gone), ("moves", SiteFate::Moved)]);
    }

    proptest! {
        #[test]
        fn what_is_kept_comes_back_as_it_was(
            name in "\\PC{1,40}",
            note in "\\PC{0,80}",
            unserved in proptest::option::of(0..300_000_u64),
        ) {
            let answer = unserved.map(|unserved| StoredAnswer { snapshot: "ab".into(), unserved });
            let kept = StoredScenario { name, note, answer, ..scenario() };
            let text = serde_json::to_string(&kept).unwrap();
            prop_assert_eq!(serde_json::from_str::<StoredScenario>(&text).unwrap(), kept);
        }
    }
}
