//! The shared words, read value by value.

use chrono::{NaiveDateTime, NaiveTime, Timelike};

use super::decode::{Pair, decode_strict, encode};
use super::values::{self, Fault};
use crate::atlas::{AgeAsked, Near, Query, Sort};
use crate::domain::{Facet, OpenState, Taxonomy, TermCode, YesNo};
use crate::http::problem::ProblemError;
use crate::spatial::Crs;
use crate::spatial::bbox::CrsBox;

/// The shared words in their canonical order.
pub const NAMES: [&str; 18] = [
    "q",
    "category",
    "target_group",
    "municipality",
    "served",
    "language",
    "accessible",
    "free",
    "anonymous",
    "age",
    "format",
    "appointment",
    "capacity",
    "open",
    "near",
    "within_m",
    "sort",
    "bbox",
];

/// States that may count besides open.
const KEPT: [&str; 2] = [OpenState::Appointment.as_str(), OpenState::Unknown.as_str()];

/// What values are checked against.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'a> {
    /// The classification.
    pub taxonomy: &'a Taxonomy,
    /// Local time of the region, for `open=now`.
    pub now: NaiveDateTime,
}

/// Reads words one by one and collects every fault.
#[derive(Debug)]
pub struct Words<'a> {
    vocabulary: Vocabulary<'a>,
    /// What has been understood so far.
    pub query: Query,
    /// What has not, and why.
    pub faults: Vec<ProblemError>,
    canonical: [Option<String>; NAMES.len()],
    near: Option<crate::domain::LonLat>,
    within_m: Option<f64>,
    bbox_text: Option<String>,
    bbox: Option<CrsBox>,
}

impl<'a> Words<'a> {
    /// Begins with a query that finds everything.
    #[must_use]
    pub fn new(vocabulary: Vocabulary<'a>) -> Self {
        Self {
            vocabulary,
            query: Query::default(),
            faults: Vec::new(),
            canonical: [const { None }; NAMES.len()],
            near: None,
            within_m: None,
            bbox_text: None,
            bbox: None,
        }
    }

    /// Takes a word; `false` if the name is none of the shared words.
    pub fn read(&mut self, name: &str, value: &str) -> bool {
        let Some(index) = NAMES.iter().position(|known| *known == name) else { return false };
        let read = match name {
            "q" => self.read_q(value),
            "category" => self.read_terms(value, Facet::Topic),
            "target_group" => self.read_terms(value, Facet::TargetGroup),
            "municipality" => self.read_municipalities(value),
            "served" => self.read_served(value),
            "language" => self.read_languages(value),
            "accessible" => yes_no(value).map(|v| Some(store(&mut self.query.accessible, v))),
            "free" => yes_no(value).map(|v| Some(store(&mut self.query.free, v))),
            "anonymous" => yes_no(value).map(|v| Some(store(&mut self.query.anonymous, v))),
            "age" => self.read_ages(value),
            "format" => self.read_terms(value, Facet::ServiceForm),
            "appointment" => yes_no(value).map(|v| Some(store(&mut self.query.appointment, v))),
            "capacity" => self.read_capacity(value),
            "sort" => self.read_sort(value),
            "open" => self.read_open(value),
            "near" => self.read_near(value),
            "within_m" => self.read_within(value),
            _ => {
                self.bbox_text = Some(value.to_owned());
                Ok(Some(value.to_owned()))
            }
        };
        match read {
            Ok(canonical) => self.put(index, canonical),
            Err(faults) => {
                self.fault(name, faults);
                // A page keeps what it could not understand, so that the reader sees it and can mend it.
                self.put(index, Some(value.to_owned()));
            }
        }
        true
    }

    /// Sets the centre of the search, given as a place on a page.
    pub(super) fn set_near(&mut self, point: crate::domain::LonLat, typed: &str) {
        self.near = Some(point);
        self.keep_near_text(typed);
    }

    /// Keeps a place that was typed in the canonical query, found or not.
    pub(super) fn keep_near_text(&mut self, typed: &str) {
        if let Some(index) = NAMES.iter().position(|n| *n == "near") {
            self.put(index, Some(typed.to_owned()));
        }
    }

    /// Checks what depends on each other, once all words are read. `bbox_crs` is the reference system of `bbox`.
    pub fn finish(&mut self, bbox_crs: Crs) {
        if let Some(text) = self.bbox_text.take() {
            match values::bbox(&text, bbox_crs) {
                Ok(read) => {
                    if read.is_exact() {
                        self.query.bbox = Some(read.outer());
                    } else {
                        self.query.area = Some(read);
                    }
                    self.bbox = Some(read);
                    if bbox_crs == Crs::Crs84 {
                        let canonical = values::joined(&read.outer().to_array());
                        self.put(NAMES.len() - 1, Some(canonical));
                    }
                }
                Err(faults) => self.fault("bbox", faults),
            }
        }
        match (self.near, self.within_m) {
            (Some(point), within_m) => self.query.near = Some(Near { point, within_m }),
            (None, Some(_)) if !self.is_at_fault("near") => {
                self.fault("within_m", vec![("needs_near", "needs near=lon,lat".to_owned())]);
            }
            (None, _) => {}
        }
        if self.query.sort == Some(Sort::Distance)
            && self.near.is_none()
            && !self.is_at_fault("near")
        {
            self.fault("sort", vec![("needs_near", "distance needs near=lon,lat".to_owned())]);
        }
        if self.query.sort == Some(Sort::Rank) && self.query.q.is_none() && !self.is_at_fault("q") {
            self.fault("sort", vec![("needs_q", "rank needs q".to_owned())]);
        }
        if self.query.served
            && self.query.municipalities.is_empty()
            && !self.is_at_fault("municipality")
        {
            let detail = "needs municipality=…".to_owned();
            self.fault("served", vec![("needs_municipality", detail)]);
        }
    }

    /// The box as it was given, in its own reference system.
    #[must_use]
    pub const fn bbox(&self) -> Option<&CrsBox> {
        self.bbox.as_ref()
    }

    /// The words in canonical order and spelling.
    pub fn canonical_pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        NAMES.iter().zip(&self.canonical).filter_map(|(name, v)| Some((*name, v.as_deref()?)))
    }

    /// The canonical query string.
    #[must_use]
    pub fn canonical(&self) -> String {
        encode(self.canonical_pairs())
    }

    fn is_at_fault(&self, name: &str) -> bool {
        self.faults.iter().any(|f| f.parameter.as_deref() == Some(name))
    }

    fn put(&mut self, index: usize, value: Option<String>) {
        if let Some(slot) = self.canonical.get_mut(index) {
            *slot = value;
        }
    }

    fn fault(&mut self, name: &str, faults: Vec<Fault>) {
        let named =
            faults.into_iter().map(|(code, detail)| ProblemError::parameter(name, code, detail));
        self.faults.extend(named);
    }

    fn read_q(&mut self, value: &str) -> Read {
        let text = values::search_text(value).map_err(|f| vec![f])?;
        self.query.q = Some(text.clone()).filter(|t| !t.is_empty());
        Ok(self.query.q.clone())
    }

    fn read_terms(&mut self, value: &str, facet: Facet) -> Read {
        let taxonomy = self.vocabulary.taxonomy;
        let terms = values::list(value, |text| {
            let code: TermCode = values::typed("not_a_code", text)?;
            match taxonomy.find(text) {
                Some(term) if term.facet == facet => Ok(code),
                _ => Err(("unknown_code", format!("'{text}' is not a {} code", facet.as_str()))),
            }
        })?;
        let slot = match facet {
            Facet::TargetGroup => &mut self.query.target_groups,
            Facet::ServiceForm => &mut self.query.formats,
            _ => &mut self.query.categories,
        };
        *slot = terms;
        Ok(Some(values::joined(slot)))
    }

    fn read_municipalities(&mut self, value: &str) -> Read {
        self.query.municipalities = values::list(value, |text| values::typed("not_an_ags", text))?;
        Ok(Some(values::joined(&self.query.municipalities)))
    }

    fn read_served(&mut self, value: &str) -> Read {
        let word = |yes: bool| if yes { "true" } else { "false" };
        self.query.served = values::one_of(&[true, false], word, value).map_err(|f| vec![f])?;
        Ok(self.query.served.then(|| "true".to_owned()))
    }

    fn read_languages(&mut self, value: &str) -> Read {
        self.query.languages = values::list(value, values::language)?;
        Ok(Some(self.query.languages.join(",")))
    }

    /// A moment, and states that count besides open: `now`, `today,unknown`, `2026-01-31T14:30,appointment`.
    fn read_open(&mut self, value: &str) -> Read {
        let (kept, moments): (Vec<&str>, Vec<&str>) =
            value.split(',').map(str::trim).partition(|part| KEPT.contains(part));
        if moments.is_empty() {
            let detail = "needs a moment beside it: now, today, or a local time";
            return Err(vec![("needs_moment", detail.to_owned())]);
        }
        let &[moment] = moments.as_slice() else {
            let detail = "needs one moment: now, today, or a local time as 2026-01-31T14:30";
            return Err(vec![("not_a_moment", detail.to_owned())]);
        };
        let now = self.vocabulary.now;
        let today = moment == "today";
        let at = values::moment(if today { "now" } else { moment }, now).map_err(|f| vec![f])?;
        let tomorrow = at.date().succ_opt().map(|day| day.and_time(NaiveTime::MIN));
        self.query.open_at = Some(at);
        self.query.open_until = tomorrow.filter(|_| today);
        let also = [OpenState::Appointment, OpenState::Unknown];
        let also = also.into_iter().filter(|state| kept.contains(&state.as_str()));
        self.query.open_also = also.collect();
        let format = if at.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
        let mut canonical = match moment {
            "now" | "today" => moment.to_owned(),
            _ => at.format(format).to_string(),
        };
        for state in &self.query.open_also {
            canonical.push(',');
            canonical.push_str(state.as_str());
        }
        Ok(Some(canonical))
    }

    fn read_ages(&mut self, value: &str) -> Read {
        let mut ages = values::list(value, values::age)?;
        ages.sort_by_key(|age| match age {
            AgeAsked::Years(years) => u16::from(*years),
            AgeAsked::Unknown => u16::MAX,
        });
        self.query.ages = ages;
        let words: Vec<String> = self.query.ages.iter().map(|age| values::age_word(*age)).collect();
        Ok(Some(words.join(",")))
    }

    fn read_capacity(&mut self, value: &str) -> Read {
        self.query.capacity = values::list(value, values::capacity)?;
        let words: Vec<&str> =
            self.query.capacity.iter().map(|state| values::capacity_word(*state)).collect();
        Ok(Some(words.join(",")))
    }

    fn read_sort(&mut self, value: &str) -> Read {
        let sort = values::one_of(&Sort::ALL, Sort::as_str, value).map_err(|f| vec![f])?;
        self.query.sort = Some(sort);
        Ok(Some(sort.as_str().to_owned()))
    }

    fn read_near(&mut self, value: &str) -> Read {
        let point = values::point(value)?;
        self.near = Some(point);
        Ok(Some(values::joined(&[point.lon, point.lat])))
    }

    fn read_within(&mut self, value: &str) -> Read {
        let metres = values::radius(value).map_err(|f| vec![f])?;
        self.within_m = Some(metres);
        Ok(Some(metres.to_string()))
    }
}

/// Canonical text of a value (`None` = may be left out), or its faults.
type Read = Result<Option<String>, Vec<Fault>>;

fn yes_no(value: &str) -> Result<Vec<YesNo>, Vec<Fault>> {
    values::list(value, |text| values::one_of(&YesNo::ALL, YesNo::as_str, text))
}

fn store(slot: &mut Vec<YesNo>, values: Vec<YesNo>) -> String {
    *slot = values;
    values::joined(slot)
}

/// Reads a query string strictly; all faults stand in [`Words::faults`]. `own` takes the parameters that are not
/// shared words: `None` = unknown. What depends on each other is checked by [`Words::finish`], which is the caller's to
/// call. Returns the decoded pairs too.
pub fn read_strict<'a>(
    raw: &str,
    vocabulary: Vocabulary<'a>,
    mut own: impl FnMut(&Pair) -> Option<Result<(), ProblemError>>,
) -> (Words<'a>, Vec<Pair>) {
    let mut words = Words::new(vocabulary);
    let (pairs, faults) = decode_strict(raw);
    words.faults = faults;
    for pair in &pairs {
        if words.read(&pair.0, &pair.1) {
            continue;
        }
        match own(pair) {
            Some(Ok(())) => {}
            Some(Err(fault)) => words.faults.push(fault),
            None => words.faults.push(ProblemError::unknown(&pair.0)),
        }
    }
    (words, pairs)
}
