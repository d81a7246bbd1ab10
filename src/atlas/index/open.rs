//! Opening hours: each distinct expression is asked once a minute, however many sites have it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use chrono::{NaiveDateTime, Timelike};
use rayon::prelude::*;

use crate::domain::{Calendar, OpenState, PreparedSchedule, Schedule, YesNo};

/// So many minutes are remembered: now, and a few that visitors ask for.
const REMEMBERED: usize = 8;

/// A minute, or all minutes from it until before another.
pub(in crate::atlas) type When = (NaiveDateTime, Option<NaiveDateTime>);

/// A schedule, read when its state is first asked for.
#[derive(Debug)]
struct Distinct {
    schedule: Schedule,
    prepared: OnceLock<PreparedSchedule>,
}

impl Distinct {
    fn open_state(&self, calendar: &Calendar, (minute, until): When) -> OpenState {
        let prepared = self.prepared.get_or_init(|| self.schedule.prepare(calendar));
        match until {
            Some(until) => prepared.open_state_until(minute, until),
            None => prepared.open_state(minute),
        }
    }
}

/// What the state of a schedule depends on: the expression, and whether an appointment is needed. The words of
/// the source have no say.
type Key = (Option<Box<str>>, bool);

fn key_of(schedule: &Schedule) -> Key {
    (schedule.osm.as_deref().map(Box::from), schedule.appointment == YesNo::Yes)
}

/// The distinct schedules, numbered; numbers stay valid in every later table.
#[derive(Debug, Clone, Default)]
pub(in crate::atlas) struct Hours {
    distinct: Vec<Arc<Distinct>>,
    numbers: HashMap<Key, u32>,
}

impl Hours {
    /// The number of a schedule, which is taken in where it is new.
    pub(in crate::atlas) fn number(&mut self, schedule: &Schedule) -> u32 {
        let key = key_of(schedule);
        let next = u32::try_from(self.distinct.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(key).or_insert_with(|| {
            self.distinct.push(Arc::new(Distinct {
                schedule: Schedule { text: None, ..schedule.clone() },
                prepared: OnceLock::new(),
            }));
            next
        })
    }

    /// The number of a schedule; the shared table is copied only where it is new.
    pub(in crate::atlas) fn number_shared(hours: &mut Arc<Self>, schedule: &Schedule) -> u32 {
        match hours.numbers.get(&key_of(schedule)) {
            Some(&number) => number,
            None => Arc::make_mut(hours).number(schedule),
        }
    }

    /// Takes in all schedules of another table; tells the new number of each.
    pub(in crate::atlas) fn absorb(&mut self, other: &Self) -> Vec<u32> {
        other.distinct.iter().map(|distinct| self.number(&distinct.schedule)).collect()
    }

    /// How many there are.
    pub(in crate::atlas) fn len(&self) -> usize {
        self.distinct.len()
    }
}

/// The states of all distinct schedules at one minute.
#[derive(Debug)]
pub(in crate::atlas) struct OpenStates {
    when: When,
    states: Vec<OpenState>,
    digest: u64,
}

impl OpenStates {
    /// The states of all, the first of which may be known already.
    fn new(hours: &Hours, calendar: &Calendar, when: When, known: &[OpenState]) -> Self {
        let unknown = hours.distinct.get(known.len()..).unwrap_or_default();
        let mut states = known.to_vec();
        states.par_extend(
            unknown.par_iter().with_min_len(64).map(|distinct| distinct.open_state(calendar, when)),
        );
        let mut hasher = DefaultHasher::new();
        states.hash(&mut hasher);
        Self { when, states, digest: hasher.finish() }
    }

    /// The state of a schedule.
    pub(in crate::atlas) fn of(&self, number: u32) -> OpenState {
        self.states.get(number as usize).copied().unwrap_or(OpenState::Unknown)
    }

    /// The numbers of the schedules in a state.
    pub(in crate::atlas) fn numbers(&self, state: OpenState) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(&self.states).filter(move |(_, s)| **s == state).map(|(number, _)| number)
    }

    /// The minute, or minutes.
    pub(in crate::atlas) const fn when(&self) -> When {
        self.when
    }

    /// A number that differs when any state does.
    pub(in crate::atlas) const fn digest(&self) -> u64 {
        self.digest
    }
}

/// The states of the last few minutes asked for; shared by all snapshots.
#[derive(Debug, Default)]
pub(in crate::atlas) struct OpenMemory(ArcSwap<Vec<Arc<OpenStates>>>);

impl OpenMemory {
    /// The states at a local moment, worked out where nobody has asked yet.
    pub(in crate::atlas) fn at(
        &self,
        hours: &Hours,
        calendar: &Calendar,
        local: NaiveDateTime,
        until: Option<NaiveDateTime>,
    ) -> Arc<OpenStates> {
        let when = (minute_of(local), until.map(minute_of));
        let known = self.0.load();
        let same_minute = known.iter().find(|states| states.when == when);
        if let Some(states) = same_minute.filter(|s| s.states.len() >= hours.len()) {
            return Arc::clone(states);
        }
        // After an edit only what has come in is asked.
        let before = same_minute.map(|s| s.states.as_slice()).unwrap_or_default();
        let states = Arc::new(OpenStates::new(hours, calendar, when, before));
        // Two readers may do this at once; then one of the results is forgotten, which harms nobody.
        let others = known.iter().filter(|s| s.when != when).take(REMEMBERED - 1).cloned();
        let remembered = std::iter::once(Arc::clone(&states)).chain(others).collect();
        self.0.store(Arc::new(remembered));
        states
    }
}

/// The beginning of the minute: opening hours know nothing finer.
pub(in crate::atlas) fn minute_of(local: NaiveDateTime) -> NaiveDateTime {
    local.with_second(0).and_then(|t| t.with_nanosecond(0)).unwrap_or(local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_that_differ_only_in_words_are_one_and_minutes_are_remembered() {
        let mut hours = Hours::default();
        let open = Schedule { osm: Some("Mo-Fr 08:00-12:00".into()), ..Schedule::default() };
        let worded = Schedule { text: Some("vormittags".into()), ..open.clone() };
        let asked = Schedule { appointment: YesNo::Yes, ..Schedule::default() };
        assert_eq!([&open, &worded, &asked].map(|s| hours.number(s)), [0, 0, 1]);
        let memory = OpenMemory::default();
        let at = |t: &str| memory.at(&hours, &Calendar::default(), t.parse().unwrap(), None);
        let morning = at("2026-11-23T09:00:31");
        assert_eq!(morning.of(0), OpenState::Open);
        assert_eq!(morning.of(1), OpenState::Appointment);
        assert_eq!(morning.of(9), OpenState::Unknown);
        assert!(Arc::ptr_eq(&morning, &at("2026-11-23T09:00:59")));
        let noon = at("2026-11-23T12:01:00");
        assert_eq!(noon.of(0), OpenState::Closed);
        assert_ne!(noon.digest(), morning.digest());
        assert_eq!(morning.numbers(OpenState::Open).collect::<Vec<_>>(), [0]);
        let until = |t: &str, end: &str| {
            memory.at(&hours, &Calendar::default(), t.parse().unwrap(), end.parse().ok())
        };
        assert_eq!(until("2026-11-23T07:00:00", "2026-11-24T00:00:00").of(0), OpenState::Open);
        assert_eq!(until("2026-11-23T12:00:00", "2026-11-24T00:00:00").of(0), OpenState::Closed);
        assert_eq!(at("2026-11-23T07:00:00").of(0), OpenState::Closed);
    }
}
