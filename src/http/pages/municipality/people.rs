//! The people of a municipality: two official numbers kept apart, and age bands as an estimate.

use super::super::context::Context;
use crate::domain::Municipality;

/// One age band.
pub(crate) struct Band {
    pub(crate) label: &'static str,
    pub(crate) people: String,
}

/// The people of a municipality.
pub(crate) struct People {
    /// The census figure with its day.
    pub(crate) census: String,
    /// The yearly update with its day and base.
    pub(crate) update: Option<String>,
    /// People by age, projected to the census figure; what is not known is left out.
    pub(crate) bands: Vec<Band>,
    /// What the projection is made of.
    pub(crate) note: String,
}

impl People {
    pub(crate) fn new(context: &Context, municipality: &Municipality) -> Self {
        let texts = context.texts;
        let number = texts.number(u64::from(municipality.population));
        let date = texts.date(municipality.population_date);
        let args = [("number", (&number).into()), ("date", (&date).into())];
        let update = municipality.population_update.as_ref().map(|(people, day, base)| {
            let number = texts.number(u64::from(*people));
            let date = texts.date(*day);
            let args =
                [("number", (&number).into()), ("date", (&date).into()), ("base", base.into())];
            texts.with("people-update", &args)
        });
        Self {
            census: texts.with("people-census", &args),
            update,
            bands: bands(context, municipality),
            note: context.census_note(&context.reference().census.note),
        }
    }
}

/// Counted people by age, times census figure over all counted; only the bands that are known.
fn bands(context: &Context, municipality: &Municipality) -> Vec<Band> {
    let Some(counted) = context.prepared.counted(municipality.ags).filter(|c| c.people > 0) else {
        return Vec::new();
    };
    let factor = f64::from(municipality.population) / counted.people as f64;
    let texts = context.texts;
    let labels = ["ages-lt18", "ages-18to29", "ages-30to49", "ages-50to64", "ages-ge65"];
    let known = labels.into_iter().zip(counted.ages.to_array()).filter_map(|(label, people)| {
        let people = texts.estimate(f64::from(people?) * factor);
        Some(Band { label: texts.t(label), people })
    });
    known.collect()
}
