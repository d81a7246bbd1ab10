//! The same questions answered by a loop over the listings, written straight from the definitions.

use super::world::Invented;
use crate::atlas::index::fold::{fold, words};
use crate::atlas::{Moment, Query, Reference};
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

    /// Whether all conditions hold but those on the words in `but`.
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
            && (free("open", false)
                || query.open_at.is_none_or(|at| self.open_state(reference, at) == OpenState::Open))
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
            && query.q.as_ref().is_none_or(|q| self.rank(q, reference).is_some())
            && allows(&filters.status, Some(self.status()))
            && allows(&filters.site_type, Some(site.site_type))
            && allows(&filters.coord_precision, site.public_position().map(|p| p.precision))
            && allows(&filters.assured_by, Some(site.assurance.by))
            && allows(&filters.freshness, Some(self.freshness(reference, moment)))
            && allows(&filters.confidence, site.assurance.confidence)
            && allows(&filters.open_state, Some(self.open_state(reference, moment.local)))
    }

    /// The texts by weight.
    fn texts(self, reference: &'a Reference) -> Vec<(u32, Vec<&'a str>)> {
        let (listing, site) = (self.listing, self.site);
        let terms = |codes: &'a [TermCode], facet: Facet| -> Vec<&'a str> {
            let own = codes.iter().filter_map(|c| reference.taxonomy.find(c.as_str()));
            let with_parents = own.flat_map(|term| {
                let parent = term.parent.as_ref().and_then(|p| reference.taxonomy.find(p.as_str()));
                std::iter::once(term).chain(parent)
            });
            with_parents
                .filter(|term| term.facet == facet)
                .flat_map(|t| std::iter::once(&t.label).chain(&t.synonyms))
                .map(String::as_str)
                .collect()
        };
        let mut names = vec![listing.name.as_str()];
        names.extend(site.name.as_deref());
        let mut bodies: Vec<&str> = listing.organization_text.as_deref().into_iter().collect();
        for id in listing.organization_id.iter().chain(&listing.co_organization_ids) {
            if let Some(o) = reference.organizations.get(id) {
                bodies.push(&o.name);
                bodies.extend(o.short_name.as_deref());
            }
        }
        let mut descriptions = vec![listing.description.as_str()];
        descriptions.extend(site.description.as_deref());
        descriptions.extend(listing.target_group_texts.iter().map(String::as_str));
        let mut places: Vec<&str> = Vec::new();
        places.extend(
            site.municipality.and_then(|a| reference.municipality(a)).map(|m| m.name.as_str()),
        );
        if !self.is_protected() {
            places.extend(site.address.locality.as_deref());
            places.extend(site.address.district.as_deref());
        }
        vec![
            (32, names),
            (16, terms(&listing.categories, Facet::Topic)),
            (8, bodies),
            (4, terms(&listing.target_groups, Facet::TargetGroup)),
            (2, descriptions),
            (1, places),
        ]
    }

    /// The rank; `None` unless every word begins a word of some text.
    pub(super) fn rank(self, q: &str, reference: &'a Reference) -> Option<u32> {
        let texts = self.texts(reference);
        let mut asked = words(q);
        asked.sort();
        asked.dedup();
        asked.iter().try_fold(0, |rank, spellings| {
            let occurs = |text: &&str| {
                fold(text).iter().any(|folded| {
                    folded.split(' ').any(|word| spellings.iter().any(|s| word.starts_with(&**s)))
                })
            };
            let hits = texts.iter().filter(|(_, texts)| texts.iter().any(&occurs));
            match hits.map(|(weight, _)| weight).sum::<u32>() {
                0 => None,
                weight => Some(rank + weight),
            }
        })
    }
}

/// Whether a filter lets a value through.
fn allows<T: PartialEq>(asked: &[T], value: Option<T>) -> bool {
    asked.is_empty() || value.is_some_and(|value| asked.contains(&value))
}

/// Whether one of the codes is the one asked for or below it.
fn has_term(asked: &TermCode, codes: &[TermCode], facet: Facet, taxonomy: &Taxonomy) -> bool {
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
    let mut found: Vec<Pair<'a>> =
        all.iter().copied().filter(|pair| pair.matches(query, reference, moment, "")).collect();
    let key = |pair: &Pair<'_>| {
        let rank = query.q.as_ref().and_then(|q| pair.rank(q, reference)).unwrap_or(0);
        let distance = if query.near.is_some() { pair.distance(query) } else { Some(0.0) };
        (std::cmp::Reverse(rank), distance.unwrap_or(f64::INFINITY), pair.site.id)
    };
    found.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))
    });
    found
}
