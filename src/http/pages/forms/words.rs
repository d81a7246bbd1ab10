//! Words for values that several forms and lists show.

use super::super::context::Context;
use crate::domain::CoordPrecision;

/// How exactly a point is known.
pub(crate) fn precision_word(context: &Context, precision: CoordPrecision) -> &'static str {
    context.texts.t(match precision {
        CoordPrecision::Gebaeude => "mine-precision-building",
        CoordPrecision::HausnummerNahe => "mine-precision-next-door",
        CoordPrecision::Haltestelle => "mine-precision-stop",
        CoordPrecision::Strasse => "mine-precision-street",
        CoordPrecision::Ortsteil => "mine-precision-district",
        CoordPrecision::Plz => "mine-precision-postcode",
        CoordPrecision::Gemeinde => "mine-precision-municipality",
    })
}
