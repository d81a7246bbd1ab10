//! The sums in memory: what may be written down, and what has to wait for others alike.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::{
    Ags, LEAST_ALIKE, LedCount, Month, ServiceId, UnmetCount, UnmetKind, ViewCount, Week, Wording,
};
use crate::store::{LedKey, UnmetKey};

/// Most different questions that wait for others alike, of each sort: a bound on memory, whatever people type.
const MOST_QUESTIONS: usize = 20_000;
/// Most spellings of one question that are told apart.
const MOST_SPELLINGS: usize = 8;

/// A question and how often it was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Tally {
    count: u64,
    spellings: BTreeMap<String, u64>,
}

impl Tally {
    fn add(&mut self, words: String) {
        self.count += 1;
        let is_full = self.spellings.len() >= MOST_SPELLINGS;
        if let Some(count) = self.spellings.get_mut(&words) {
            *count += 1;
        } else if !is_full {
            self.spellings.insert(words, 1);
        }
    }

    /// The most frequent spelling, of equally frequent ones the first by alphabet.
    fn words(&self) -> String {
        let most = self.spellings.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        most.map(|(words, _)| words.clone()).unwrap_or_default()
    }
}

/// What the database holds already of the questions at hand.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) led: BTreeSet<(Month, LedKey)>,
    pub(super) unmet: BTreeSet<(Week, UnmetKey)>,
}

/// What is to be written down now.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    pub(super) views: Vec<ViewCount>,
    pub(super) led: Vec<LedCount>,
    pub(super) unmet: Vec<UnmetCount>,
}

impl Due {
    pub(super) fn is_empty(&self) -> bool {
        self.views.is_empty() && self.led.is_empty() && self.unmet.is_empty()
    }
}

/// Everything counted that is not written down.
#[derive(Debug, Default)]
pub(super) struct Counters {
    now: Option<(Month, Week)>,
    views: BTreeMap<(Month, ServiceId), u64>,
    led: HashMap<(Month, LedKey), Tally>,
    unmet: HashMap<(Week, UnmetKey), Tally>,
}

impl Counters {
    /// Counts for another month and week from now on: questions of others that were not asked often enough are
    /// forgotten, also where the clock was set back.
    pub(super) fn turn_to(&mut self, month: Month, week: Week) {
        if self.now == Some((month, week)) {
            return;
        }
        self.now = Some((month, week));
        // Enough alike may still be waiting for the next time something is written.
        self.led.retain(|(of, _), tally| *of == month || tally.count >= LEAST_ALIKE);
        self.unmet.retain(|(of, _), tally| *of == week || tally.count >= LEAST_ALIKE);
    }

    pub(super) fn view(&mut self, month: Month, id: ServiceId, asked: Option<Wording>) {
        *self.views.entry((month, id)).or_default() += 1;
        if let Some(asked) = asked.filter(Wording::is_countable) {
            let key = (month, (id, asked.alike));
            if self.led.len() < MOST_QUESTIONS || self.led.contains_key(&key) {
                self.led.entry(key).or_default().add(asked.words);
            }
        }
    }

    pub(super) fn unmet(
        &mut self,
        week: Week,
        kind: UnmetKind,
        municipality: Option<Ags>,
        asked: Wording,
    ) {
        if !asked.is_countable() {
            return;
        }
        let key = (week, (kind, municipality, asked.alike));
        if self.unmet.len() < MOST_QUESTIONS || self.unmet.contains_key(&key) {
            self.unmet.entry(key).or_default().add(asked.words);
        }
    }

    /// The months of the questions at hand.
    pub(super) fn months(&self) -> BTreeSet<Month> {
        self.led.keys().map(|(month, _)| *month).collect()
    }

    /// The weeks of the questions at hand.
    pub(super) fn weeks(&self) -> BTreeSet<Week> {
        self.unmet.keys().map(|(week, _)| *week).collect()
    }

    /// What may be written down: every view; a question once there are enough alike, or where the database has it
    /// already.
    pub(super) fn due(&self, known: &Known) -> Due {
        let views = self.views.iter();
        let views = views.map(|((month, id), views)| ViewCount {
            service_id: *id,
            month: *month,
            views: *views,
        });
        let led = self
            .led
            .iter()
            .filter(|(key, tally)| tally.count >= LEAST_ALIKE || known.led.contains(key));
        let led = led.map(|((month, (id, alike)), tally)| LedCount {
            service_id: *id,
            month: *month,
            wording: Wording { alike: alike.clone(), words: tally.words() },
            count: tally.count,
        });
        let unmet = self
            .unmet
            .iter()
            .filter(|(key, tally)| tally.count >= LEAST_ALIKE || known.unmet.contains(key));
        let unmet = unmet.map(|((week, (kind, municipality, alike)), tally)| UnmetCount {
            week: *week,
            kind: *kind,
            municipality: *municipality,
            wording: Wording { alike: alike.clone(), words: tally.words() },
            count: tally.count,
        });
        Due { views: views.collect(), led: led.collect(), unmet: unmet.collect() }
    }

    /// Forgets what was written down.
    pub(super) fn written(&mut self, due: &Due) {
        self.views.clear();
        for row in &due.led {
            let key = (row.month, (row.service_id, row.wording.alike.clone()));
            self.led.remove(&key);
        }
        for row in &due.unmet {
            let key = (row.kind, row.municipality, row.wording.alike.clone());
            self.unmet.remove(&(row.week, key));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> (Month, Week) {
        let day = text.parse().unwrap();
        (Month::of(day), Week::of(day))
    }

    fn wording(words: &str) -> Wording {
        Wording { alike: words.to_lowercase(), words: words.to_owned() }
    }

    fn service(name: &str) -> ServiceId {
        ServiceId::stable("test", name)
    }

    #[test]
    fn four_alike_are_never_due_and_the_fifth_makes_five() {
        let mut counters = Counters::default();
        let (month, week) = at("2026-11-23");
        counters.turn_to(month, week);
        for n in 1..=5 {
            counters.view(month, service("a"), Some(wording("schulden")));
            counters.unmet(week, UnmetKind::Zero, None, wording("einhorn"));
            let due = counters.due(&Known::default());
            assert_eq!(due.led.len(), usize::from(n == 5), "{n}");
            assert_eq!(due.unmet.len(), usize::from(n == 5), "{n}");
            assert_eq!(due.views[0].views, n);
        }
        let due = counters.due(&Known::default());
        assert_eq!((due.led[0].count, due.unmet[0].count), (5, 5));
        counters.written(&due);
        assert!(counters.due(&Known::default()).is_empty(), "nothing is written twice");
    }

    #[test]
    fn to_what_is_known_single_ones_are_added() {
        let mut counters = Counters::default();
        let (month, week) = at("2026-11-23");
        counters.turn_to(month, week);
        counters.unmet(week, UnmetKind::Weak, None, wording("hort"));
        let mut known = Known::default();
        known.unmet.insert((week, (UnmetKind::Weak, None, "hort".to_owned())));
        assert_eq!(counters.due(&known).unmet[0].count, 1);
    }

    #[test]
    fn alike_is_only_what_has_the_same_kind_municipality_week_and_entry() {
        let mut counters = Counters::default();
        let (month, week) = at("2026-11-23");
        let (town, other): (Ags, Ags) = ("01001000".parse().unwrap(), "01002000".parse().unwrap());
        counters.turn_to(month, week);
        for _ in 0..4 {
            counters.unmet(week, UnmetKind::Zero, Some(town), wording("hort"));
            counters.unmet(week, UnmetKind::Zero, Some(other), wording("hort"));
            counters.unmet(week, UnmetKind::Zero, None, wording("hort"));
            counters.unmet(week, UnmetKind::Weak, None, wording("hort"));
            counters.view(month, service("a"), Some(wording("hort")));
            counters.view(month, service("b"), Some(wording("hort")));
        }
        let due = counters.due(&Known::default());
        assert!(due.led.is_empty() && due.unmet.is_empty());
    }

    #[test]
    fn the_commonest_spelling_is_told() {
        let mut tally = Tally::default();
        for words in ["schuld", "schulden", "schulden", "abend"] {
            tally.add(words.to_owned());
        }
        assert_eq!(tally.words(), "schulden");
    }

    #[test]
    fn a_new_week_forgets_what_was_not_asked_often_enough_and_so_does_a_clock_set_back() {
        for later in ["2026-11-30", "2026-11-16"] {
            let mut counters = Counters::default();
            let (month, week) = at("2026-11-23");
            counters.turn_to(month, week);
            for _ in 0..5 {
                counters.unmet(week, UnmetKind::Zero, None, wording("oft"));
            }
            for _ in 0..4 {
                counters.unmet(week, UnmetKind::Zero, None, wording("selten"));
            }
            let (month, week) = at(later);
            counters.turn_to(month, week);
            counters.unmet(week, UnmetKind::Zero, None, wording("selten"));
            let due = counters.due(&Known::default());
            let words: Vec<_> = due.unmet.iter().map(|row| row.wording.words.as_str()).collect();
            assert_eq!(words, ["oft"], "{later}");
            assert_eq!(due.unmet[0].week.to_string(), "2026-W48");
        }
    }

    #[test]
    fn memory_is_bounded_whatever_is_asked() {
        let mut counters = Counters::default();
        let (month, week) = at("2026-11-23");
        counters.turn_to(month, week);
        for n in 0..MOST_QUESTIONS + 100 {
            let words: String =
                n.to_string().bytes().map(|b| char::from(b - b'0' + b'a')).collect();
            counters.unmet(week, UnmetKind::Zero, None, wording(&words));
        }
        assert_eq!(counters.unmet.len(), MOST_QUESTIONS);
        counters.unmet(week, UnmetKind::Zero, None, wording("b"));
        assert_eq!(counters.unmet.len(), MOST_QUESTIONS);
    }

    proptest! {
        /// Whatever is asked in whatever order, with something written in between: nothing is due below five at first, and
        /// in the end what is written and what waits is what was asked.
        #[test]
        fn nothing_is_lost_or_doubled_and_nothing_rare_is_written(
            asked in proptest::collection::vec((0_u8..6, any::<bool>()), 0..200)
        ) {
            let mut counters = Counters::default();
            let (month, week) = at("2026-11-23");
            counters.turn_to(month, week);
            let mut known = Known::default();
            let mut written: BTreeMap<String, u64> = BTreeMap::new();
            let mut all: BTreeMap<String, u64> = BTreeMap::new();
            for (question, writes) in asked {
                let words = char::from(b'a' + question).to_string();
                counters.unmet(week, UnmetKind::Zero, None, wording(&words));
                *all.entry(words).or_default() += 1;
                if writes {
                    let due = counters.due(&known);
                    for row in &due.unmet {
                        let before = written.entry(row.wording.alike.clone()).or_default();
                        prop_assert!(*before + row.count >= LEAST_ALIKE);
                        *before += row.count;
                        let key = (row.kind, row.municipality, row.wording.alike.clone());
                        known.unmet.insert((row.week, key));
                    }
                    counters.written(&due);
                }
            }
            for (words, count) in all {
                let waits = counters
                    .unmet
                    .get(&(week, (UnmetKind::Zero, None, words.clone())))
                    .map_or(0, |tally| tally.count);
                prop_assert_eq!(written.get(&words).copied().unwrap_or_default() + waits, count);
            }
        }
    }
}
