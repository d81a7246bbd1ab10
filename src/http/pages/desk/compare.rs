//! Two versions of an entry side by side, field by field; which points have moved and how far.

use serde::Serialize;

use super::facts::{Fact, facts};
use super::pieces::{Piece, compare};
use crate::domain::{FeatureId, Listing, LonLat, Site};
use crate::http::pages::context::Context;
use crate::spatial::distance::straight_m;

/// A field of both versions.
pub(crate) struct Row {
    pub(crate) label: &'static str,
    pub(crate) old: Vec<Piece>,
    pub(crate) new: Vec<Piece>,
}

/// Fields that belong together: of the entry as a whole, or of one site.
pub(crate) struct Group {
    /// Name of the site; empty for the entry as a whole.
    pub(crate) title: String,
    /// That the site is new or gone; empty otherwise.
    pub(crate) note: &'static str,
    pub(crate) rows: Vec<Row>,
    /// Nothing of it was there before: there is nothing to compare it with.
    pub(crate) alone: bool,
    /// A point that moved.
    pub(crate) moved: Option<Moved>,
}

/// A point that moved.
pub(crate) struct Moved {
    /// "Der Punkt ist um 350 m verschoben."
    pub(crate) text: String,
    pub(crate) old: String,
    pub(crate) new: String,
    /// Both points as JSON for the map.
    pub(crate) points: String,
}

/// What differs between two versions.
pub(crate) struct Comparison {
    /// What the two sides are called.
    pub(crate) sides: [&'static str; 2],
    /// Groups in which something differs.
    pub(crate) groups: Vec<Group>,
}

#[derive(Serialize)]
struct MapPoint<'a> {
    lon: f64,
    lat: f64,
    theme: &'a str,
    name: &'a str,
}

/// What differs from `old` to `new`; `None` = there was nothing before.
pub(crate) fn comparison(context: &Context, old: Option<&Listing>, new: &Listing) -> Comparison {
    let sides = ["compare-old", "compare-new"].map(|key| context.texts.t(key));
    comparison_of(context, old, new, sides)
}

/// The same of two things that are not before and after.
pub(super) fn comparison_of(
    context: &Context,
    old: Option<&Listing>,
    new: &Listing,
    sides: [&'static str; 2],
) -> Comparison {
    let before = old.map(|old| facts(context, old)).unwrap_or_default();
    let after = facts(context, new);
    let none: &[Site] = &[];
    let old_sites = old.map_or(none, |old| old.sites.as_slice());
    let mut whole = group(&before, &after, None);
    whole.alone = old.is_none();
    let mut groups = vec![whole];
    // Sites in the order of the new version, then those that are gone.
    let gone = old_sites.iter().filter(|site| find(&new.sites, site.id).is_none());
    for site in new.sites.iter().chain(gone) {
        let (was, is) = (find(old_sites, site.id), find(&new.sites, site.id));
        let mut group = group(&before, &after, Some(site.id));
        group.title = title(context, new, site);
        group.alone = was.is_none();
        group.note = match (old, was, is) {
            (Some(_), None, _) => context.texts.t("compare-site-new"),
            (_, _, None) => context.texts.t("compare-site-gone"),
            _ => "",
        };
        group.moved = was.zip(is).and_then(|(was, is)| moved(context, new, (was, is), sides));
        groups.push(group);
    }
    groups.retain(|group| !group.rows.is_empty() || !group.note.is_empty());
    Comparison { sides, groups }
}

fn find(sites: &[Site], id: FeatureId) -> Option<&Site> {
    sites.iter().find(|site| site.id == id)
}

/// What a site is called: its name, its street or its municipality.
pub(super) fn title(context: &Context, listing: &Listing, site: &Site) -> String {
    let town = site.municipality.map(|ags| context.municipality_name(ags).to_owned());
    let place = site.address.street.clone().or(town);
    let name = listing.name_at(site);
    match place.filter(|place| !place.is_empty()) {
        Some(place) => format!("{name}, {place}"),
        None => name.to_owned(),
    }
}

/// The fields of a site, or of the entry as a whole, that differ.
fn group(before: &[Fact], after: &[Fact], site: Option<FeatureId>) -> Group {
    let of = |facts: &[Fact], field: &str| {
        let fact = facts.iter().find(|fact| fact.site == site && fact.field == field);
        fact.map(|fact| fact.text.clone()).unwrap_or_default()
    };
    // The fields are the same on both sides; a site that is gone has its own only before.
    let own = |facts: &[Fact]| facts.iter().filter(|f| f.site == site).cloned().collect::<Vec<_>>();
    let fields =
        Some(own(after)).filter(|fields| !fields.is_empty()).unwrap_or_else(|| own(before));
    let rows = fields.iter().filter_map(|fact| {
        let (old, new) = (of(before, fact.field), of(after, fact.field));
        if old == new {
            return None;
        }
        let (old, new) = compare(&old, &new);
        Some(Row { label: fact.label, old, new })
    });
    Group { title: String::new(), note: "", rows: rows.collect(), alone: false, moved: None }
}

/// The points of both versions, if the point has moved.
fn moved(
    context: &Context,
    listing: &Listing,
    (was, is): (&Site, &Site),
    sides: [&'static str; 2],
) -> Option<Moved> {
    let (old, new) = (was.position.as_ref()?.point, is.position.as_ref()?.point);
    if old == new {
        return None;
    }
    let texts = context.texts;
    let distance = texts.distance(straight_m(old, new));
    let theme = listing.categories.first().and_then(|c| context.prepared.mark(c.as_str()));
    let theme = theme.map_or("", |mark| mark.theme.as_str());
    let point = |at: LonLat, name| MapPoint { lon: at.lon, lat: at.lat, theme, name };
    let points = [point(old, sides[0]), point(new, sides[1])];
    let told = |at: LonLat| format!("{:.5}, {:.5}", at.lat, at.lon);
    Some(Moved {
        text: texts.with("compare-moved", &[("distance", (&distance).into())]),
        old: told(old),
        new: told(new),
        points: serde_json::to_string(&points).unwrap_or_default(),
    })
}
