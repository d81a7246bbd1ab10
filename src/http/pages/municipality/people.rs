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
    /// People by age, projected to the census figure.
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
            note: context.reference().region.population_note.clone(),
        }
    }
}

/// Counted people by age, times census figure over their sum.
fn bands(context: &Context, municipality: &Municipality) -> Vec<Band> {
    let Some(ages) = context.prepared.ages(municipality.ags).filter(|a| a.total() > 0) else {
        return Vec::new();
    };
    let factor = f64::from(municipality.population) / f64::from(ages.total());
    let texts = context.texts;
    let band =
        |label, people: u32| Band { label, people: texts.estimate(f64::from(people) * factor) };
    vec![
        band(texts.t("ages-lt18"), ages.lt18),
        band(texts.t("ages-18to29"), ages.a18to29),
        band(texts.t("ages-30to49"), ages.a30to49),
        band(texts.t("ages-50to64"), ages.a50to64),
        band(texts.t("ages-ge65"), ages.ge65),
    ]
}
