//! EPSG:3035, ETRS89-extended / LAEA Europe: the grid of the European census.
//!
//! Lambert azimuthal equal area on the ellipsoid, as in IOGP Guidance Note 7-2 (method EPSG:9820), with the inverse
//! of the authalic latitude iterated (Snyder, *Map Projections: A Working Manual*, 1987, eq. 3-16) after three terms of
//! its series (eq. 3-18) instead of cut off there, so that a round trip stays below a micrometre.

use std::sync::LazyLock;

use super::{GRS80_A, GRS80_F, Projected, normalised_longitude};
use crate::domain::LonLat;

const CENTRE_LAT: f64 = 52.0;
pub(super) const CENTRE_LON: f64 = 10.0;
const FALSE_EASTING_M: f64 = 4_321_000.0;
const FALSE_NORTHING_M: f64 = 3_210_000.0;

/// What the formulas need of the ellipsoid and the centre, worked out once.
struct Constants {
    /// Square of the first eccentricity.
    e2: f64,
    /// First eccentricity.
    e: f64,
    /// q at the pole (GN 7-2: qP).
    q_pole: f64,
    /// Radius of the sphere of the same area, in metres (GN 7-2: Rq).
    radius_m: f64,
    /// Sine and cosine of the authalic latitude of the centre (GN 7-2: β0).
    sin_beta0: f64,
    cos_beta0: f64,
    /// GN 7-2: D.
    d: f64,
    /// Coefficients of the series for the latitude (Snyder, eq. 3-18), of the sines of 2β, 4β and 6β.
    series: [f64; 3],
}

static LAEA: LazyLock<Constants> = LazyLock::new(|| {
    let e2 = GRS80_F * (2.0 - GRS80_F);
    let e = e2.sqrt();
    let q_pole = q_of(1.0, e, e2);
    let radius_m = GRS80_A * (q_pole / 2.0).sqrt();
    let (sin0, cos0) = CENTRE_LAT.to_radians().sin_cos();
    let sin_beta0 = q_of(sin0, e, e2) / q_pole;
    let cos_beta0 = (1.0 - sin_beta0 * sin_beta0).sqrt();
    let d = GRS80_A * (cos0 / (1.0 - e2 * sin0 * sin0).sqrt()) / (radius_m * cos_beta0);
    let (e4, e6) = (e2 * e2, e2 * e2 * e2);
    let series = [
        e2 / 3.0 + 31.0 * e4 / 180.0 + 517.0 * e6 / 5_040.0,
        23.0 * e4 / 360.0 + 251.0 * e6 / 3_780.0,
        761.0 * e6 / 45_360.0,
    ];
    Constants { e2, e, q_pole, radius_m, sin_beta0, cos_beta0, d, series }
});

/// q of GN 7-2 as a function of the sine of the latitude.
fn q_of(sin_phi: f64, e: f64, e2: f64) -> f64 {
    (1.0 - e2) * (sin_phi / (1.0 - e2 * sin_phi * sin_phi) + small_atanh(e * sin_phi) / e)
}

/// The inverse hyperbolic tangent of at most the eccentricity of the Earth (0.082) by its series, whose eighth term is
/// below the last bit.
fn small_atanh(x: f64) -> f64 {
    let square = x * x;
    let terms = [13.0, 11.0, 9.0, 7.0, 5.0, 3.0_f64];
    x * (1.0 + square * terms.iter().fold(0.0, |sum, odd| sum * square + 1.0 / odd))
}

/// The position in EPSG:3035.
///
/// Defined everywhere but at the point opposite to 52° N 10° E (in the Pacific), which lands somewhere on the
/// outermost circle.
///
/// ```
/// use sozialatlas::spatial::{LonLat, projection::to_laea};
/// let projected = to_laea(LonLat { lon: 5.0, lat: 50.0 });
/// assert!((projected.easting_m - 3_962_799.45).abs() < 0.01);
/// assert!((projected.northing_m - 2_999_718.85).abs() < 0.01);
/// ```
#[must_use]
pub fn to_laea(position: LonLat) -> Projected {
    let c = &*LAEA;
    let sin_beta = q_of(position.lat.to_radians().sin(), c.e, c.e2) / c.q_pole;
    let cos_beta = (1.0 - sin_beta * sin_beta).max(0.0).sqrt();
    let (sin_lambda, cos_lambda) = (position.lon - CENTRE_LON).to_radians().sin_cos();
    let denominator = 1.0 + c.sin_beta0 * sin_beta + c.cos_beta0 * cos_beta * cos_lambda;
    let b = c.radius_m * (2.0 / denominator.max(1e-12)).sqrt();
    Projected {
        easting_m: FALSE_EASTING_M + b * c.d * cos_beta * sin_lambda,
        northing_m: FALSE_NORTHING_M
            + b / c.d * (c.cos_beta0 * sin_beta - c.sin_beta0 * cos_beta * cos_lambda),
    }
}

/// The position of a point in EPSG:3035, or `None` outside the disc onto which the Earth is mapped.
#[must_use]
pub fn from_laea(projected: Projected) -> Option<LonLat> {
    let (lat, lon_from_centre) = unwrapped_from_laea(projected)?;
    Some(LonLat { lon: normalised_longitude(CENTRE_LON + lon_from_centre), lat })
}

/// Latitude, and longitude counted from the central meridian (−180 to 180, not wrapped around the antimeridian).
pub(super) fn unwrapped_from_laea(projected: Projected) -> Option<(f64, f64)> {
    let c = &*LAEA;
    let x = (projected.easting_m - FALSE_EASTING_M) / c.d;
    let y = (projected.northing_m - FALSE_NORTHING_M) * c.d;
    // Neither too large nor too small for squares: `hypot` would only take longer.
    let rho = (x * x + y * y).sqrt();
    if !rho.is_finite() || rho > 2.0 * c.radius_m {
        return None;
    }
    if rho < 1e-9 {
        return Some((CENTRE_LAT, 0.0));
    }
    // Sine and cosine of c = 2·asin(ρ / 2R) by the formulas of double angles.
    let half = rho / (2.0 * c.radius_m);
    let (sin_c, cos_c) = (2.0 * half * (1.0 - half * half).sqrt(), 1.0 - 2.0 * half * half);
    let sin_beta = (cos_c * c.sin_beta0 + y * sin_c * c.cos_beta0 / rho).clamp(-1.0, 1.0);
    let lambda = (x * sin_c).atan2(rho * c.cos_beta0 * cos_c - y * c.sin_beta0 * sin_c);
    Some((latitude_of_authalic(sin_beta, c).to_degrees(), lambda.to_degrees()))
}

/// The latitude (radians) whose authalic latitude has this sine: Newton's method on q, from the series on.
fn latitude_of_authalic(sin_beta: f64, c: &Constants) -> f64 {
    let q = sin_beta * c.q_pole;
    let cos_beta = (1.0 - sin_beta * sin_beta).sqrt();
    // Sines of 2β, 4β and 6β by the formulas of double angles and sums.
    let (sin2, cos2) = (2.0 * sin_beta * cos_beta, 1.0 - 2.0 * sin_beta * sin_beta);
    let (sin4, cos4) = (2.0 * sin2 * cos2, 1.0 - 2.0 * sin2 * sin2);
    let sin6 = sin4 * cos2 + cos4 * sin2;
    let [a2, a4, a6] = c.series;
    let mut phi = sin_beta.asin() + a2 * sin2 + a4 * sin4 + a6 * sin6;
    // The series is good to 10⁻¹⁰; each step squares the error. So one reaches the last bit everywhere but near the
    // pole, where the slope of q vanishes, and φ = β there.
    for _ in 0..4 {
        let (sin_phi, cos_phi) = phi.sin_cos();
        if cos_phi < 1e-9 {
            break;
        }
        let w = 1.0 - c.e2 * sin_phi * sin_phi;
        let step = w * w / (2.0 * (1.0 - c.e2) * cos_phi) * (q - q_of(sin_phi, c.e, c.e2));
        phi += step;
        if step * step < 1e-17 * cos_phi {
            break;
        }
    }
    phi
}
