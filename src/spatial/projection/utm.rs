//! EPSG:25832, ETRS89 / UTM zone 32N: the system of the surveying offices of western Germany.
//!
//! Transverse Mercator by Krüger's series to the sixth power of the third flattening, with the coefficients of
//! Karney, *Transverse Mercator with an accuracy of a few nanometers*, J. Geodesy 85 (2011), eq. 7–11, 35 and 36.

use std::sync::LazyLock;

use super::{GRS80_A, GRS80_F, Projected, normalised_longitude};
use crate::domain::LonLat;

pub(super) const CENTRE_LON: f64 = 9.0;
const SCALE: f64 = 0.9996;
const FALSE_EASTING_M: f64 = 500_000.0;

/// What the series need, worked out once.
struct Series {
    /// First eccentricity.
    e: f64,
    /// Scale times radius of the rectifying sphere, in metres.
    radius_m: f64,
    /// Karney's α (eq. 35), forwards.
    alpha: [f64; 6],
    /// Karney's β (eq. 36), backwards.
    beta: [f64; 6],
}

/// c₀ + c₁·n + c₂·n² + …
fn polynomial(n: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * n + c)
}

static KRUEGER: LazyLock<Series> = LazyLock::new(|| {
    let n = GRS80_F / (2.0 - GRS80_F);
    let alpha = [
        polynomial(
            n,
            &[0.0, 1. / 2., -2. / 3., 5. / 16., 41. / 180., -127. / 288., 7_891. / 37_800.],
        ),
        polynomial(
            n,
            &[0.0, 0.0, 13. / 48., -3. / 5., 557. / 1_440., 281. / 630., -1_983_433. / 1_935_360.],
        ),
        polynomial(
            n,
            &[0.0, 0.0, 0.0, 61. / 240., -103. / 140., 15_061. / 26_880., 167_603. / 181_440.],
        ),
        polynomial(
            n,
            &[0.0, 0.0, 0.0, 0.0, 49_561. / 161_280., -179. / 168., 6_601_661. / 7_257_600.],
        ),
        polynomial(n, &[0.0, 0.0, 0.0, 0.0, 0.0, 34_729. / 80_640., -3_418_889. / 1_995_840.]),
        polynomial(n, &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 212_378_941. / 319_334_400.]),
    ];
    let beta = [
        polynomial(
            n,
            &[0.0, 1. / 2., -2. / 3., 37. / 96., -1. / 360., -81. / 512., 96_199. / 604_800.],
        ),
        polynomial(
            n,
            &[0.0, 0.0, 1. / 48., 1. / 15., -437. / 1_440., 46. / 105., -1_118_711. / 3_870_720.],
        ),
        polynomial(n, &[0.0, 0.0, 0.0, 17. / 480., -37. / 840., -209. / 4_480., 5_569. / 90_720.]),
        polynomial(
            n,
            &[0.0, 0.0, 0.0, 0.0, 4_397. / 161_280., -11. / 504., -830_251. / 7_257_600.],
        ),
        polynomial(n, &[0.0, 0.0, 0.0, 0.0, 0.0, 4_583. / 161_280., -108_847. / 3_991_680.]),
        polynomial(n, &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 20_648_693. / 638_668_800.]),
    ];
    let rectifying =
        GRS80_A / (1.0 + n) * polynomial(n, &[1.0, 0.0, 1. / 4., 0.0, 1. / 64., 0.0, 1. / 256.]);
    Series { e: (GRS80_F * (2.0 - GRS80_F)).sqrt(), radius_m: SCALE * rectifying, alpha, beta }
});

/// Tangent of the conformal latitude from the tangent of the latitude (Karney eq. 7–9).
fn conformal_tangent(tau: f64, e: f64) -> f64 {
    let sigma = (e * (e * tau / (1.0 + tau * tau).sqrt()).atanh()).sinh();
    tau * (1.0 + sigma * sigma).sqrt() - sigma * (1.0 + tau * tau).sqrt()
}

/// Tangent of the latitude from the tangent of the conformal latitude: Newton's method (Karney eq. 19–21).
fn latitude_tangent(tau_conformal: f64, e: f64) -> f64 {
    let e2 = e * e;
    let mut tau = tau_conformal / (1.0 - e2);
    for _ in 0..5 {
        let reached = conformal_tangent(tau, e);
        let step = (tau_conformal - reached) / (1.0 + reached * reached).sqrt()
            * (1.0 + (1.0 - e2) * tau * tau)
            / ((1.0 - e2) * (1.0 + tau * tau).sqrt());
        tau += step;
        if step.abs() <= 1e-16 * tau.abs().max(1.0) {
            break;
        }
    }
    tau
}

/// The position in EPSG:25832, or `None` 85° and more away from the central meridian, where the series diverge.
///
/// ```
/// use sozialatlas::spatial::{LonLat, projection::to_utm32};
/// let projected = to_utm32(LonLat { lon: 9.0, lat: 0.0 }).unwrap();
/// assert_eq!((projected.easting_m, projected.northing_m), (500_000.0, 0.0));
/// ```
#[must_use]
pub fn to_utm32(position: LonLat) -> Option<Projected> {
    let s = &*KRUEGER;
    let from_centre = normalised_longitude(position.lon - CENTRE_LON);
    if !(from_centre.abs() < 85.0 && position.lat.abs() <= 90.0) {
        return None;
    }
    let (sin_lambda, cos_lambda) = from_centre.to_radians().sin_cos();
    let tau = conformal_tangent(position.lat.to_radians().tan(), s.e);
    let xi0 = tau.atan2(cos_lambda);
    let eta0 = (sin_lambda / tau.hypot(cos_lambda)).asinh();
    let (mut xi, mut eta) = (xi0, eta0);
    for (alpha, double) in s.alpha.iter().zip([2.0, 4.0, 6.0, 8.0, 10.0, 12.0]) {
        xi += alpha * (double * xi0).sin() * (double * eta0).cosh();
        eta += alpha * (double * xi0).cos() * (double * eta0).sinh();
    }
    Some(Projected { easting_m: FALSE_EASTING_M + s.radius_m * eta, northing_m: s.radius_m * xi })
}

/// The position of a point in EPSG:25832, or `None` where it is too far from the zone to mean anything.
#[must_use]
pub fn from_utm32(projected: Projected) -> Option<LonLat> {
    let (lat, lon_from_centre) = unwrapped_from_utm32(projected)?;
    Some(LonLat { lon: normalised_longitude(CENTRE_LON + lon_from_centre), lat })
}

/// Latitude, and longitude counted from the central meridian.
pub(super) fn unwrapped_from_utm32(projected: Projected) -> Option<(f64, f64)> {
    let s = &*KRUEGER;
    let xi0 = projected.northing_m / s.radius_m;
    let eta0 = (projected.easting_m - FALSE_EASTING_M) / s.radius_m;
    // Between the poles, and within what 85° from the central meridian reaches on the equator.
    if !(xi0.abs() <= std::f64::consts::FRAC_PI_2 + 1e-9 && eta0.abs() < 3.2) {
        return None;
    }
    let (mut xi, mut eta) = (xi0, eta0);
    for (beta, double) in s.beta.iter().zip([2.0, 4.0, 6.0, 8.0, 10.0, 12.0]) {
        xi -= beta * (double * xi0).sin() * (double * eta0).cosh();
        eta -= beta * (double * xi0).cos() * (double * eta0).sinh();
    }
    let (sin_xi, cos_xi) = xi.sin_cos();
    let tau = latitude_tangent(sin_xi / eta.sinh().hypot(cos_xi), s.e);
    Some((tau.atan().to_degrees(), eta.sinh().atan2(cos_xi).to_degrees()))
}
