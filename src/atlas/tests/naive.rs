//! The same questions answered by a loop over the listings, written straight from the definitions.

use std::cmp::Reverse;

use super::text::{NaiveText, Words};
use super::world::Invented;
use chrono::{TimeDelta, Timelike};

use crate::atlas::{AgeAsked, Moment, Query, Reference, Sort};
use crate::domain::*;
use crate::spatial::distance::straight_m;

/// A site with its listing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) listing: &'a Listing,
    pub(super) site: &'a Site,
    pub(super) last_modified: &'a str,
}

/// Every site, public or not.
pub(super) fn pairs(world: &[Invented]) -> Vec<Pair<'_>> {
    world
        .iter()
        .flat_map(|i| {
            i.listing.sites.iter().map(|site| Pair {
                listing: &i.listing,
                site,
                last_modified: &i.last_modified,
            })
        })
        .collect()
}

impl<'a> Pair<'a> {
    pub(super) fn is_protected(self) -> bool {
        self.site.disclosure == LocationDisclosure::Protected
            || self.site.site_type == SiteType::Protected
    }

    pub(super) fn status(self) -> ServiceStatus {
        let rank = [
            ServiceStatus::Active,
            ServiceStatus::TemporarilyClosed,
            ServiceStatus::Inactive,
            ServiceStatus::Defunct,
        ];
        let place = |status| rank.iter().position(|r| *r == status).unwrap();
        rank[place(self.listing.status).max(place(self.site.status))]
    }

    fn policy(self, reference: &Reference) -> FreshnessPolicy {
        reference.region.freshness_of(self.listing.categories[0].as_str())
    }

    /// Whether it could be shown on some day.
    pub(super) fn is_listed(self) -> bool {
        matches!(self.status(), ServiceStatus::Active | ServiceStatus::TemporarilyClosed)
    }

    pub(super) fn is_public(self, reference: &Reference, moment: &Moment) -> bool {
        let today = moment.today();
        let over = self.site.valid_to.is_some_and(|d| today > d.last_day());
        let hidden = self.policy(reference).hide_after_months.is_some_and(|months| {
            self.site.assurance.date.is_some_and(|date| {
                today >= date.first_day().checked_add_months(chrono::Months::new(months)).unwrap()
            })
        });
        let early = self.listing.publish_from.is_some_and(|first| today < first);
        let late = self.listing.publish_until.is_some_and(|last| last < today);
        self.is_listed() && !over && !hidden && !early && !late
    }

    pub(super) fn freshness(self, reference: &Reference, moment: &Moment) -> Freshness {
        self.site.assurance.freshness(self.policy(reference).stale_after_months, moment.today())
    }

    pub(super) fn open_state(self, reference: &Reference, at: chrono::NaiveDateTime) -> OpenState {
        self.site.schedule.open_state(at, &reference.calendar)
    }

    /// The state in a stretch of time, looked at minute by minute.
    pub(super) fn open_state_until(
        self,
        reference: &Reference,
        at: chrono::NaiveDateTime,
        until: Option<chrono::NaiveDateTime>,
    ) -> OpenState {
        let Some(until) = until else { return self.open_state(reference, at) };
        let prepared = self.site.schedule.prepare(&reference.calendar);
        let mut minute = at.with_second(0).unwrap();
        let mut states = Vec::new();
        while minute < until.with_second(0).unwrap() {
            states.push(prepared.open_state(minute));
            minute += TimeDelta::minutes(1);
        }
        [OpenState::Open, OpenState::Appointment, OpenState::Unknown]
            .into_iter()
            .find(|state| states.contains(state))
            .unwrap_or(OpenState::Closed)
    }

    pub(super) fn point(self) -> Option<LonLat> {
        self.site.public_position().map(|p| p.point)
    }

    /// Distance from the query's point.
    pub(super) fn distance(self, query: &Query) -> Option<f64> {
        Some(straight_m(self.point()?, query.near?.point))
    }

    fn is_in(self, ags: Ags, served: bool) -> bool {
        let no_site = !self.site.site_type.is_walk_in()
            || self.site.disclosure == LocationDisclosure::Placeless
            || self.site.disclosure == LocationDisclosure::Protected;
        let serves = self.site.service_area.includes(ags) == Some(true);
        self.site.municipality == Some(ags) || (serves && (no_site || served))
    }

    /// Whether all conditions hold but those on the words in `but`, and that of the text.
    pub(super) fn matches(
        self,
        query: &Query,
        reference: &'a Reference,
        moment: &Moment,
        but: &str,
    ) -> bool {
        let (listing, site) = (self.listing, self.site);
        let taxonomy = &reference.taxonomy;
        let free = |word: &str, empty: bool| empty || word == but;
        let tag = |t: &String| t.to_ascii_lowercase();
        self.is_public(reference, moment)
            && (free("category", query.categories.is_empty())
                || query
                    .categories
                    .iter()
                    .any(|c| has_term(c, &listing.categories, Facet::Topic, taxonomy)))
            && (free("target_group", query.target_groups.is_empty())
                || query
                    .target_groups
                    .iter()
                    .any(|c| has_term(c, &listing.target_groups, Facet::TargetGroup, taxonomy)))
            && (free("municipality", query.municipalities.is_empty())
                || query.municipalities.iter().any(|ags| self.is_in(*ags, query.served)))
            && (free("language", query.languages.is_empty())
                || query
                    .languages
                    .iter()
                    .any(|t| listing.languages.iter().any(|l| tag(l) == tag(t))))
            && (free("accessible", query.accessible.is_empty())
                || query.accessible.contains(&site.accessible))
            && (free("free", query.free.is_empty()) || query.free.contains(&listing.free))
            && (free("anonymous", query.anonymous.is_empty())
                || query.anonymous.contains(&listing.anonymous))
            && (free("open", false)
                || query.open_at.is_none_or(|at| {
                    let state = self.open_state_until(reference, at, query.open_until);
                    state == OpenState::Open || query.open_also.contains(&state)
                }))
            && (free("age", query.ages.is_empty())
                || query.ages.iter().any(|age| is_meant_for(listing.ages, *age)))
            && (free("format", query.formats.is_empty())
                || query
                    .formats
                    .iter()
                    .any(|c| has_term(c, &listing.service_forms, Facet::ServiceForm, taxonomy)))
            && (free("appointment", query.appointment.is_empty())
                || query.appointment.contains(&site.schedule.appointment))
            && (free("capacity", query.capacity.is_empty())
                || query.capacity.contains(&site.capacity.map(|capacity| capacity.state)))
            && self.matches_rest(query, reference, moment)
    }

    fn matches_rest(self, query: &Query, reference: &'a Reference, moment: &Moment) -> bool {
        let (listing, site, filters) = (self.listing, self.site, &query.properties);
        let within = query
            .near
            .and_then(|near| near.within_m)
            .is_none_or(|within| self.distance(query).is_some_and(|distance| distance <= within));
        let assured = query.assured.is_none_or(|(first, last)| {
            site.assurance.date.is_none_or(|date| {
                last.is_none_or(|last| date.first_day() <= last)
                    && first.is_none_or(|first| date.last_day() >= first)
            })
        });
        let organizations =
            || listing.organization_id.iter().chain(&listing.co_organization_ids).copied();
        within
            && assured
            && query.bbox.is_none_or(|b| self.point().is_some_and(|p| b.contains(p)))
            && query.area.is_none_or(|area| self.point().is_some_and(|p| area.contains(p)))
            && query.service.is_none_or(|id| id == listing.id)
            && query.organization.is_none_or(|id| organizations().any(|o| o == id))
            && allows(&filters.status, Some(self.status()))
            && allows(&filters.site_type, Some(site.site_type))
            && allows(&filters.coord_precision, site.public_position().map(|p| p.precision))
            && allows(&filters.assured_by, Some(site.assurance.by))
            && allows(&filters.freshness, Some(self.freshness(reference, moment)))
            && allows(&filters.confidence, site.assurance.confidence)
            && allows(&filters.open_state, Some(self.open_state(reference, moment.local)))
    }

    /// Its texts: name, organization in words, description, place.
    pub(super) fn texts(self) -> [Vec<&'a str>; 4] {
        let (listing, site) = (self.listing, self.site);
        let mut names = vec![listing.name.as_str()];
        names.extend(site.name.as_deref());
        let mut descriptions = vec![listing.description.as_str()];
        descriptions.extend(site.description.as_deref());
        descriptions.extend(listing.target_group_texts.iter().map(String::as_str));
        let mut places: Vec<&str> = Vec::new();
        if !self.is_protected() {
            places.extend(site.address.locality.as_deref());
            places.extend(site.address.district.as_deref());
        }
        [names, listing.organization_text.as_deref().into_iter().collect(), descriptions, places]
    }

    /// Whether it is situated in a municipality, or without a site and serving it.
    pub(super) fn is_local(self, ags: Ags) -> bool {
        self.is_in(ags, false)
    }

    /// How much there is to doubt: freshness, then what the source said of itself.
    fn doubt(self, reference: &Reference, moment: &Moment) -> (u8, u8) {
        let age = match self.freshness(reference, moment) {
            Freshness::Fresh => 0,
            Freshness::Unknown => 1,
            Freshness::Stale => 2,
        };
        let source = match self.site.assurance.confidence {
            Some(Confidence::High) => 0,
            Some(Confidence::Medium) | None => 1,
            Some(Confidence::Low) => 2,
        };
        (age, source)
    }
}

/// Whether an entry says that it is for people of an age, or says nothing where that is asked for.
fn is_meant_for(ages: AgeRange, asked: AgeAsked) -> bool {
    match asked {
        AgeAsked::Unknown => ages.minimum.is_none() && ages.maximum.is_none(),
        AgeAsked::Years(years) => {
            (ages.minimum.is_some() || ages.maximum.is_some())
                && ages.minimum.is_none_or(|from| from <= years)
                && ages.maximum.is_none_or(|to| years <= to)
        }
    }
}

/// Whether a filter lets a value through.
fn allows<T: PartialEq>(asked: &[T], value: Option<T>) -> bool {
    asked.is_empty() || value.is_some_and(|value| asked.contains(&value))
}

/// Whether one of the codes is the one asked for or below it.
pub(super) fn has_term(
    asked: &TermCode,
    codes: &[TermCode],
    facet: Facet,
    taxonomy: &Taxonomy,
) -> bool {
    taxonomy.find(asked.as_str()).is_some_and(|term| term.facet == facet)
        && codes.iter().any(|c| {
            let parent = taxonomy.find(c.as_str()).and_then(|t| t.parent.as_ref());
            c == asked || parent == Some(asked)
        })
}

/// All matches in order.
pub(super) fn search<'a>(
    all: &[Pair<'a>],
    query: &Query,
    reference: &'a Reference,
    moment: &Moment,
) -> Vec<Pair<'a>> {
    search_in(&Words::new(all, reference), all, query, moment, reference)
}

/// The same, the words of the world being known.
pub(super) fn search_in<'a>(
    words: &Words<'a>,
    all: &[Pair<'a>],
    query: &Query,
    moment: &Moment,
    reference: &'a Reference,
) -> Vec<Pair<'a>> {
    let text = query.q.as_ref().and_then(|q| NaiveText::new(words, q));
    let mut found: Vec<Pair<'a>> = all
        .iter()
        .copied()
        .filter(|pair| pair.matches(query, reference, moment, ""))
        .filter(|pair| text.as_ref().is_none_or(|text| text.finds(pair.site.id)))
        .collect();
    let from =
        query.near.map(|near| near.point).or_else(|| text.as_ref().and_then(NaiveText::point));
    let by_distance = query.sort == Some(Sort::Distance) && from.is_some();
    let key = |pair: &Pair<'_>| {
        let distance = from.map(|from| pair.point().map(|point| straight_m(point, from)));
        match text.as_ref().filter(|_| !by_distance) {
            None => (Reverse(0), distance.map_or(0.0, |d| d.unwrap_or(f64::INFINITY)), (0, 0)),
            Some(text) => {
                let metres = distance.map_or(0.0, |d| d.unwrap_or(f64::INFINITY));
                let millimetres = (metres * 1000.0).round();
                (Reverse(text.rank(pair.site.id)), millimetres, pair.doubt(reference, moment))
            }
        }
    };
    if let Some(sort @ (Sort::Freshness | Sort::Name)) = query.sort {
        let day = |pair: &Pair<'_>| Reverse(pair.site.assurance.date.map(|date| date.first_day()));
        // The names of the invented world are short plain words, but for umlauts.
        let name = |pair: &Pair<'_>| {
            let plain = pair.listing.name_at(pair.site).to_lowercase().replace('ß', "ss");
            plain.replace('ä', "a").replace('ö', "o").replace('ü', "u")
        };
        found.sort_by_key(|pair| match sort {
            Sort::Freshness => (day(pair), String::new(), pair.site.id),
            _ => (Reverse(None), name(pair), pair.site.id),
        });
        return found;
    }
    let mut keyed: Vec<_> = found.drain(..).map(|pair| (key(&pair), pair)).collect();
    keyed.sort_by(|(a, left), (b, right)| {
        let first = a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2));
        first.then(left.site.id.cmp(&right.site.id))
    });
    keyed.into_iter().map(|(_, pair)| pair).collect()
}
