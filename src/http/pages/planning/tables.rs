//! The tables: unserved areas and municipalities.

use geo::BoundingRect;

use super::super::context::Context;
use super::ask::{Ask, Sort};
use super::facts::{AreaFacts, Facts};
use crate::coverage::{Answer, MunicipalityCoverage, People, UnservedArea};

/// Unserved areas shown; the rest is in the exports.
const AREAS: usize = 60;

/// Of these on paper, as the style sheet cuts the table there.
const ON_PAPER: usize = 20;

/// One unserved area.
pub(crate) struct AreaRow {
    pub(crate) id: String,
    pub(crate) number: usize,
    /// West, south, east, north in degrees.
    pub(crate) bbox: String,
    /// In plain words, for whoever hears the map.
    pub(crate) label: String,
    pub(crate) place: String,
    pub(crate) municipalities: String,
    pub(crate) people: String,
    /// How many of them are uncertain; empty if none.
    pub(crate) uncertain: String,
    pub(crate) ages: String,
    pub(crate) area: String,
    pub(crate) nearest: Option<NearestLink>,
}

/// The site nearest to an area.
pub(crate) struct NearestLink {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
    pub(crate) distance: String,
}

/// All unserved areas that are shown, and how many are not.
pub(crate) struct Areas {
    pub(crate) rows: Vec<AreaRow>,
    pub(crate) caption: String,
    /// That there are more; empty if all are shown.
    pub(crate) rest: String,
    /// What paper says instead, where it does not hold all rows.
    pub(crate) on_paper: String,
    /// What is said where there is no area.
    pub(crate) none: String,
}

impl Areas {
    pub(crate) fn new(context: &Context, facts: &Facts<'_>) -> Self {
        let texts = context.texts;
        let areas = &facts.answer.unserved_areas;
        let none = AreaFacts::default();
        let rows = areas.iter().take(AREAS).enumerate().map(|(place, area)| {
            let more = facts.areas.get(place).unwrap_or(&none);
            area_row(context, facts, place + 1, area, more)
        });
        let hidden = areas.iter().skip(AREAS);
        let (count, people) =
            hidden.fold((0u64, 0.0), |(count, people), area| (count + 1, people + area.population));
        let rest = if count == 0 {
            String::new()
        } else {
            let (number, people) = (texts.number(count), texts.head_count(people));
            let args = [
                ("count", count.into()),
                ("number", (&number).into()),
                ("people", (&people).into()),
            ];
            texts.with("plan-areas-rest", &args)
        };
        let on_paper = if areas.len() > ON_PAPER {
            let (shown, all) = (texts.number(ON_PAPER as u64), texts.number(areas.len() as u64));
            let args = [("shown", (&shown).into()), ("all", (&all).into())];
            texts.with("plan-areas-on-paper", &args)
        } else {
            String::new()
        };
        let nobody = texts.nobody_of(facts.analysed.question.group);
        Self {
            rows: rows.collect(),
            caption: texts.count("plan-areas", areas.len() as u64),
            rest,
            on_paper,
            none: texts.with("plan-areas-none", &[("nobody", nobody.into())]),
        }
    }
}

fn area_row(
    context: &Context,
    facts: &Facts<'_>,
    number: usize,
    area: &UnservedArea,
    more: &AreaFacts,
) -> AreaRow {
    let texts = context.texts;
    let max_distance_m = facts.analysed.question.max_distance_m;
    let name = |place: &u16| facts.municipality(*place).map(str::to_owned);
    let names: Vec<String> = area.municipalities.iter().filter_map(name).collect();
    let municipalities = texts.list(&names);
    let place = more.place.clone().unwrap_or_else(|| municipalities.clone());
    let people = texts.head_count(area.population);
    let count = number.to_string();
    let args =
        [("number", (&count).into()), ("place", (&place).into()), ("people", (&people).into())];
    let uncertain = if area.uncertain.any < 0.5 {
        String::new()
    } else {
        let people = texts.head_count(area.uncertain.any);
        texts.with("plan-area-uncertain", &[("people", (&people).into())])
    };
    AreaRow {
        id: area.id.clone(),
        number,
        bbox: bbox(area),
        label: texts.with("plan-area-label", &args),
        municipalities: if place == municipalities { String::new() } else { municipalities },
        place,
        people,
        uncertain,
        ages: ages(context, &area.people),
        area: texts.area(area.area_m2),
        nearest: more.nearest.as_ref().map(|site| NearestLink {
            name: if site.name.is_empty() {
                texts.t("plan-site-new").to_owned()
            } else {
                site.name.clone()
            },
            href: site.href.clone(),
            distance: texts.distance_beside(site.distance_m, Some(max_distance_m)),
        }),
    }
}

fn bbox(area: &UnservedArea) -> String {
    let Some(rect) = area.geometry.bounding_rect() else { return String::new() };
    let corners = [rect.min().x, rect.min().y, rect.max().x, rect.max().y];
    corners.map(|degrees| format!("{degrees:.5}")).join(",")
}

/// Children and older people; that it is not known where the grid does not know. (All ages are in the exports.)
fn ages(context: &Context, people: &People) -> String {
    let texts = context.texts;
    let (Some(young), Some(old)) = (people.lt18, people.ge65) else {
        return texts.t("plan-ages-unknown").to_owned();
    };
    let (young, old) = (texts.short_count(young), texts.short_count(old));
    let args = [("young", (&young).into()), ("old", (&old).into())];
    texts.with("plan-ages", &args)
}

/// A column of the table of municipalities, with the link that sorts by it.
pub(crate) struct Column {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    /// Value of `aria-sort`; empty if the table is not sorted by it.
    pub(crate) sorted: &'static str,
    pub(crate) numeric: bool,
}

/// One municipality.
pub(crate) struct MunicipalityRow {
    pub(crate) ags: String,
    pub(crate) label: String,
    pub(crate) name: String,
    pub(crate) sites: String,
    pub(crate) served: String,
    pub(crate) unserved: String,
    pub(crate) share: String,
    /// Share in percent, for the bar.
    pub(crate) percent: u32,
    pub(crate) uncertain: String,
    pub(crate) median: String,
    pub(crate) p90: String,
    pub(crate) max: String,
    /// What a scenario changed: people; empty if nothing.
    pub(crate) change: String,
}

/// The table of all municipalities.
pub(crate) struct Municipalities {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<MunicipalityRow>,
    pub(crate) with_change: bool,
}

impl Municipalities {
    pub(crate) fn new(context: &Context, ask: &Ask, facts: &Facts<'_>) -> Self {
        let mut order: Vec<&MunicipalityCoverage> = facts.answer.municipalities.iter().collect();
        // Without a wish the order is that of the answer: those with nothing first, then by people.
        if let Some(sort) = ask.sort {
            sort_by(&mut order, sort);
        }
        let before = facts.before.as_ref().map(|change| change.before);
        Self {
            columns: columns(context, ask),
            rows: order.into_iter().map(|m| municipality_row(context, ask, m, before)).collect(),
            with_change: before.is_some(),
        }
    }
}

fn sort_by(rows: &mut [&MunicipalityCoverage], sort: Sort) {
    let descending = |a: Option<f64>, b: Option<f64>| match (a, b) {
        // No site or no path is farther than any.
        (None, None) => std::cmp::Ordering::Equal,
        (None, _) => std::cmp::Ordering::Less,
        (_, None) => std::cmp::Ordering::Greater,
        (Some(a), Some(b)) => b.total_cmp(&a),
    };
    rows.sort_by(|a, b| {
        let by = match sort {
            Sort::Share => {
                descending(a.unserved_share.or(Some(0.0)), b.unserved_share.or(Some(0.0)))
            }
            Sort::Unserved => b.unserved.total_cmp(&a.unserved),
            Sort::Median => descending(a.distance_m.median, b.distance_m.median),
            Sort::P90 => descending(a.distance_m.p90, b.distance_m.p90),
            Sort::Max => descending(a.distance_m.max, b.distance_m.max),
            Sort::Name | Sort::Topic => std::cmp::Ordering::Equal,
        };
        by.then_with(|| fold(&a.name).cmp(&fold(&b.name))).then_with(|| a.ags.cmp(&b.ags))
    });
}

/// Names in the order of a German telephone book: umlauts stand with their vowel.
pub(super) fn fold(name: &str) -> String {
    let letters = name.to_lowercase();
    letters
        .chars()
        .map(|c| match c {
            'ä' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            'ß' => 's',
            other => other,
        })
        .collect()
}

fn columns(context: &Context, ask: &Ask) -> Vec<Column> {
    let texts = context.texts;
    let column = |label: &str, sort: Option<Sort>, numeric: bool| Column {
        label: texts.t(match label {
            "name" => "municipality",
            "unserved" => "plan-col-unserved",
            "share" => "plan-col-share",
            "median" => "plan-col-median",
            "p90" => "plan-col-p90",
            "max" => "plan-col-max",
            "served" => "plan-col-served",
            "uncertain" => "plan-col-uncertain",
            _ => "plan-col-sites",
        }),
        href: sort.map(|sort| ask.sorted_by(Some(sort)).href("/planung")).unwrap_or_default(),
        sorted: match sort {
            Some(sort) if ask.sort == Some(sort) && sort == Sort::Name => "ascending",
            Some(sort) if ask.sort == Some(sort) => "descending",
            _ => "",
        },
        numeric,
    };
    vec![
        column("name", Some(Sort::Name), false),
        column("unserved", Some(Sort::Unserved), true),
        column("share", Some(Sort::Share), true),
        column("served", None, true),
        column("uncertain", None, true),
        column("sites", None, true),
        column("median", Some(Sort::Median), true),
        column("p90", Some(Sort::P90), true),
        column("max", Some(Sort::Max), true),
    ]
}

fn municipality_row(
    context: &Context,
    ask: &Ask,
    row: &MunicipalityCoverage,
    before: Option<&Answer>,
) -> MunicipalityRow {
    let texts = context.texts;
    let share = row.unserved_share.unwrap_or_default();
    let people = texts.head_count(row.unserved);
    let args = [("name", (&row.name).into()), ("people", (&people).into())];
    let distance = |metres| texts.distance_or_none(metres, ask.max_distance_m);
    let was = before.and_then(|answer| answer.municipalities.iter().find(|m| m.ags == row.ags));
    MunicipalityRow {
        ags: row.ags.to_string(),
        label: texts.with("plan-municipality-label", &args),
        name: row.name.clone(),
        sites: texts.number(u64::from(row.sites)),
        served: texts.head_count(row.served),
        share: if row.unserved_share.is_some() {
            texts.percent(share)
        } else {
            texts.t("plan-none").to_owned()
        },
        percent: (share.clamp(0.0, 1.0) * 100.0).round() as u32,
        unserved: people,
        uncertain: texts.head_count(row.uncertain.any),
        median: distance(row.distance_m.median),
        p90: distance(row.distance_m.p90),
        max: distance(row.distance_m.max),
        change: was.map(|was| change_of(context, was.unserved - row.unserved)).unwrap_or_default(),
    }
}

/// A difference of people whom something reaches: "+ 2.140", "− 300", empty for none.
pub(super) fn change_of(context: &Context, people: f64) -> String {
    let texts = context.texts;
    if people.abs() < 0.5 {
        return String::new();
    }
    let key = if people > 0.0 { "plan-change-more" } else { "plan-change-less" };
    texts.with(key, &[("people", (&texts.head_count(people.abs())).into())])
}
