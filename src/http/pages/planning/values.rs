//! Single values of a planning page: text to type, or the code of what is wrong.

use crate::app::{LinkChoice, Question};
use crate::domain::{FeatureId, Link, LonLat};

/// A value, or the code of what is wrong with it.
pub(super) type Read<T> = Result<T, &'static str>;

/// Kilometres as typed ("2,5") as a text of metres; what is no number stays as it is, to be told.
pub(super) fn metres_of_km(text: &str) -> String {
    match text.replace(',', ".").parse::<f64>() {
        // To the millimetre, so that 2.3 km do not become 2299.9999999999995 m.
        Ok(km) if km.is_finite() => ((km * 1e6).round() / 1e3).to_string(),
        _ => text.to_owned(),
    }
}

pub(super) fn distance(text: &str) -> Read<f64> {
    match text.parse::<f64>() {
        Ok(metres) if metres > 0.0 && metres <= Question::MAX_DISTANCE_M => Ok(metres),
        Ok(_) => Err("out_of_range"),
        Err(_) => Err("not_a_number"),
    }
}

pub(super) fn months(text: &str) -> Read<u32> {
    match text.parse::<u32>() {
        Ok(months) if months <= Question::MAX_MONTHS => Ok(months),
        _ => Err("out_of_range"),
    }
}

pub(super) fn merge(text: &str) -> Read<f64> {
    match text.parse::<f64>() {
        Ok(metres) if (0.0..=Question::MAX_MERGE_M).contains(&metres) => Ok(metres),
        _ => Err("out_of_range"),
    }
}

/// Ids of links by comma; `none` for none of them.
pub(super) fn links(text: &str, known: &[Link]) -> Read<LinkChoice> {
    let mut ids: Vec<String> = Vec::new();
    for id in text.split(',').map(str::trim).filter(|id| !id.is_empty() && *id != "none") {
        if !known.iter().any(|link| link.id == id) {
            return Err("unknown_link");
        }
        if !ids.iter().any(|other| other == id) {
            ids.push(id.to_owned());
        }
    }
    Ok(LinkChoice::Only(ids))
}

/// Points as `lon,lat` by semicolon.
pub(super) fn points(text: &str) -> Read<Vec<LonLat>> {
    limited(text.split(';').filter(|part| !part.trim().is_empty()).map(point).collect())
}

/// Moves as `id@lon,lat` by semicolon.
pub(super) fn moves(text: &str) -> Read<Vec<(FeatureId, LonLat)>> {
    let one = |part: &str| {
        let (id, at) = part.split_once('@').ok_or("not_a_move")?;
        Ok((id.trim().parse().ok().ok_or("not_an_id")?, point(at)?))
    };
    limited(text.split(';').filter(|part| !part.trim().is_empty()).map(one).collect())
}

/// Ids of offers at their sites by comma.
pub(super) fn features(text: &str) -> Read<Vec<FeatureId>> {
    let one = |part: &str| part.trim().parse().ok().ok_or("not_an_id");
    limited(text.split(',').filter(|part| !part.trim().is_empty()).map(one).collect())
}

fn point(text: &str) -> Read<LonLat> {
    let (lon, lat) = text.split_once(',').ok_or("not_a_point")?;
    let number = |text: &str| text.trim().parse::<f64>().ok().ok_or("not_a_point");
    LonLat::new(number(lon)?, number(lat)?).ok().ok_or("not_a_point")
}

fn limited<T>(read: Read<Vec<T>>) -> Read<Vec<T>> {
    read.and_then(|values| {
        if values.len() > Question::MAX_CHANGES_IN_URL { Err("too_many") } else { Ok(values) }
    })
}
