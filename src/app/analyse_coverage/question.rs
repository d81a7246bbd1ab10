//! What is asked, and what of it cannot be.

use chrono::{NaiveDate, Timelike};

use crate::atlas::Query;
use crate::coverage::{MetricKind, PopulationGroup};
use crate::domain::{Ags, FeatureId, LonLat};

/// A question: which offers count, for whom, how far is too far.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Which offers count. Its `municipalities` stay empty: a border is no wall, sites count wherever they lie.
    pub query: Query,
    /// Reasonable distance in metres; above 0, at most [`Question::MAX_DISTANCE_M`].
    pub max_distance_m: f64,
    /// How distance is measured.
    pub metric: MetricKind,
    /// Whose distances count.
    pub group: PopulationGroup,
    /// From how many months on an entry counts as stale; `None` = the policy of its category.
    pub stale_after_months: Option<u32>,
    /// Unserved cells with at most this gap between them count as one area, in metres.
    pub merge_m: f64,
    /// Whose people are looked at; empty = those of all municipalities.
    pub municipalities: Vec<Ags>,
    /// Which links an overland path may take.
    pub links: LinkChoice,
    /// What is changed in thought.
    pub scenario: ScenarioRequest,
    /// The offers as they were public at the end of this day; `None` = as they are now.
    pub as_of: Option<NaiveDate>,
}

impl Question {
    /// Largest distance that may be asked for.
    pub const MAX_DISTANCE_M: f64 = 200_000.0;
    /// Most months after which an entry may count as stale.
    pub const MAX_MONTHS: u32 = 600;
    /// Widest gap over which areas may be joined, in metres.
    pub const MAX_MERGE_M: f64 = 5_000.0;
    /// Most changes of a scenario in an address.
    pub const MAX_CHANGES_IN_URL: usize = 100;
    /// Most changes of a scenario at all.
    pub const MAX_CHANGES: usize = 10_000;
    /// Most new places of a scenario over land: each is a search of its own, of about a millisecond in a county.
    pub const MAX_OVERLAND_PLACES: usize = 500;

    /// A question about these offers and this distance, all else as it is by default.
    #[must_use]
    pub fn new(query: Query, max_distance_m: f64) -> Self {
        Self {
            query,
            max_distance_m,
            metric: MetricKind::default(),
            group: PopulationGroup::default(),
            stale_after_months: None,
            merge_m: 0.0,
            municipalities: Vec::new(),
            links: LinkChoice::default(),
            scenario: ScenarioRequest::default(),
            as_of: None,
        }
    }

    /// The same question in the one spelling that answers are remembered by.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        normalise(&mut self.query, &mut self.municipalities);
        self.links = self.links.normalised(self.metric);
        self
    }

    /// The question without its scenario.
    #[must_use]
    pub fn without_scenario(&self) -> Self {
        Self { scenario: ScenarioRequest::default(), ..self.clone() }
    }
}

/// Opening hours know nothing finer than minutes; the order of values does not matter.
fn normalise(query: &mut Query, municipalities: &mut Vec<Ags>) {
    municipalities.sort_unstable();
    municipalities.dedup();
    query.open_at =
        query.open_at.and_then(|at| at.with_second(0)).and_then(|at| at.with_nanosecond(0));
    query.categories.sort_unstable();
    query.categories.dedup();
    query.target_groups.sort_unstable();
    query.target_groups.dedup();
    query.languages.sort_unstable();
    query.languages.dedup();
}

/// Which links (ferries, bridges, border crossings) an overland path may take.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum LinkChoice {
    /// Those that are on by default.
    #[default]
    Default,
    /// Exactly these, by id; none if empty.
    Only(Vec<String>),
}

impl LinkChoice {
    /// In a straight line no link makes a difference.
    fn normalised(self, metric: MetricKind) -> Self {
        match self {
            Self::Only(mut ids) if metric == MetricKind::Overland => {
                ids.sort_unstable();
                ids.dedup();
                Self::Only(ids)
            }
            Self::Default | Self::Only(_) => Self::Default,
        }
    }
}

/// Changes to the sites, in thought: nothing is stored.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScenarioRequest {
    /// New sites, for everybody.
    pub add: Vec<LonLat>,
    /// Sites that go to another place; they serve whom they served.
    pub moves: Vec<(FeatureId, LonLat)>,
    /// Sites that close.
    pub close: Vec<FeatureId>,
}

impl ScenarioRequest {
    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of changes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.add.len() + self.moves.len() + self.close.len()
    }
}

/// Categories against municipalities.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixQuestion {
    /// Which offers count; its categories are the rows, none = all topics that offers are filed under.
    pub query: Query,
    /// One distance for all rows; `None` = the one the county has set for each category.
    pub max_distance_m: Option<f64>,
    /// How distance is measured.
    pub metric: MetricKind,
    /// Whose distances count.
    pub group: PopulationGroup,
    /// From how many months on an entry counts as stale; `None` = the policy of its category.
    pub stale_after_months: Option<u32>,
    /// Whose people are looked at; empty = those of all municipalities.
    pub municipalities: Vec<Ags>,
    /// Which links an overland path may take.
    pub links: LinkChoice,
}

impl MatrixQuestion {
    /// A question about all offers and categories.
    #[must_use]
    pub fn new(max_distance_m: Option<f64>) -> Self {
        Self {
            query: Query::default(),
            max_distance_m,
            metric: MetricKind::default(),
            group: PopulationGroup::default(),
            stale_after_months: None,
            municipalities: Vec::new(),
            links: LinkChoice::default(),
        }
    }

    /// The same question in the one spelling that answers are remembered by.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        normalise(&mut self.query, &mut self.municipalities);
        self.links = self.links.normalised(self.metric);
        self
    }
}

/// What one address has around it.
#[derive(Debug, Clone, PartialEq)]
pub struct AroundQuestion {
    /// The address.
    pub at: LonLat,
    /// Which offers count and how; see [`MatrixQuestion`] (its `municipalities` and `group` have no say).
    pub matrix: MatrixQuestion,
}

/// Two questions whose answers are set against each other: the second is what comes after the first.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareQuestion {
    /// Before, or one side.
    pub first: Question,
    /// After, or the other side; metric and people are those of the first.
    pub second: Question,
}

/// A part of a question that cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionFault {
    /// The word of the interface (`add`, `links` …).
    pub word: &'static str,
    /// Which of its values, from 0; `None` = the word as a whole.
    pub index: Option<usize>,
    /// Machine-readable code in `snake_case`.
    pub code: &'static str,
    /// What is wrong and what to do, in English.
    pub detail: String,
}

impl QuestionFault {
    /// A fault of a word as a whole.
    #[must_use]
    pub fn new(word: &'static str, code: &'static str, detail: impl Into<String>) -> Self {
        Self { word, index: None, code, detail: detail.into() }
    }

    /// A fault of one of its values.
    #[must_use]
    pub fn at(
        word: &'static str,
        index: usize,
        code: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self { word, index: Some(index), code, detail: detail.into() }
    }
}
