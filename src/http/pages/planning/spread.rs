//! How distance is spread over people: histogram, Lorenz curve and what they say.

use super::super::context::Context;
use super::ask::Ask;
use crate::coverage::Distribution;

/// A stretch of distance and the people whose nearest site lies in it.
pub(crate) struct BinRow {
    pub(crate) from_m: f64,
    /// Upper edge; empty for the open last one.
    pub(crate) to_m: String,
    pub(crate) people: f64,
    pub(crate) range: String,
    pub(crate) number: String,
    /// Of the fullest stretch, in percent: the bar.
    pub(crate) percent: u32,
    /// Whether it lies beyond the threshold.
    pub(crate) beyond: bool,
}

/// A point of the Lorenz curve.
pub(crate) struct LorenzRow {
    pub(crate) share: f64,
    pub(crate) distance: f64,
    pub(crate) people: String,
    pub(crate) metres: String,
}

/// How distance is spread over people.
pub(crate) struct Spread {
    pub(crate) bins: Vec<BinRow>,
    pub(crate) lorenz: Vec<LorenzRow>,
    pub(crate) gini: f64,
    /// Mean and inequality in words.
    pub(crate) text: Vec<String>,
}

impl Spread {
    /// `None` where nobody has any distance.
    pub(crate) fn new(context: &Context, ask: &Ask, distribution: &Distribution) -> Option<Self> {
        let texts = context.texts;
        let most = distribution.histogram.iter().map(|bin| bin.people).fold(0.0, f64::max);
        if most <= 0.0 {
            return None;
        }
        let limit = ask.max_distance_m.unwrap_or(f64::INFINITY);
        let bins = distribution.histogram.iter().map(|bin| {
            let from = texts.threshold(bin.from_m);
            let range = match bin.to_m {
                Some(to) => {
                    let to = texts.threshold(to);
                    texts.with("plan-range", &[("from", (&from).into()), ("to", (&to).into())])
                }
                None => texts.with("plan-range-open", &[("from", (&from).into())]),
            };
            BinRow {
                from_m: bin.from_m,
                to_m: bin.to_m.map(|to| to.to_string()).unwrap_or_default(),
                people: (bin.people * 10.0).round() / 10.0,
                range,
                number: texts.head_count(bin.people),
                percent: (bin.people / most * 100.0).round() as u32,
                beyond: bin.from_m >= limit,
            }
        });
        let gini = distribution.gini.unwrap_or_default();
        Some(Self {
            bins: bins.collect(),
            lorenz: lorenz(context, distribution),
            gini: (gini * 1e4).round() / 1e4,
            text: spread_text(context, distribution),
        })
    }
}

/// Every tenth of the people: the whole curve is in the machine interface.
fn lorenz(context: &Context, distribution: &Distribution) -> Vec<LorenzRow> {
    let texts = context.texts;
    let rows = (0..=10).filter_map(|tenth| {
        let wanted = f64::from(tenth) / 10.0;
        let distance = at_share(&distribution.lorenz, wanted)?;
        Some(LorenzRow {
            share: wanted,
            distance: (distance * 1e4).round() / 1e4,
            people: texts.percent(wanted),
            metres: texts.percent(distance),
        })
    });
    rows.collect()
}

/// The curve at a share of people, straight between its points.
fn at_share(curve: &[[f64; 2]], wanted: f64) -> Option<f64> {
    let after = curve.iter().position(|[share, _]| *share >= wanted - 1e-9)?;
    let [to_share, to] = *curve.get(after)?;
    let Some([from_share, from]) = after.checked_sub(1).and_then(|i| curve.get(i)).copied() else {
        return Some(to);
    };
    let width = to_share - from_share;
    Some(if width > 0.0 { from + (to - from) * ((wanted - from_share) / width) } else { to })
}

fn spread_text(context: &Context, distribution: &Distribution) -> Vec<String> {
    let texts = context.texts;
    let mut lines = Vec::new();
    if let Some(mean) = distribution.mean_m {
        let distance = texts.distance(mean);
        lines.push(texts.with("plan-mean", &[("distance", (&distance).into())]));
    }
    if let Some(gini) = distribution.gini {
        let key = if gini < 0.3 {
            "plan-gini-low"
        } else if gini < 0.5 {
            "plan-gini-middle"
        } else {
            "plan-gini-high"
        };
        let number = texts.hundredths(gini);
        lines.push(texts.with(key, &[("gini", (&number).into())]));
    }
    lines
}
