//! What one address has around it.

use super::reach::square_m2;
use super::supply::Supply;
use crate::spatial::Projected;

/// The nearest site that serves people of a municipality (`None`: of none of those looked at), on a straight line: its
/// place in the supply and its distance in metres. Of equally near ones the first.
///
/// ```
/// use sozialatlas::coverage::{Supply, SupplySite, nearest};
/// use sozialatlas::spatial::Projected;
/// let site = |east| SupplySite::exact(Projected::new(east, 0.0));
/// let supply = Supply::new(vec![site(900.0), site(300.0), site(-300.0)]);
/// assert_eq!(nearest(&supply, Projected::new(0.0, 400.0), None), Some((1, 500.0)));
/// assert_eq!(nearest(&Supply::default(), Projected::new(0.0, 0.0), None), None);
/// ```
#[must_use]
pub fn nearest(supply: &Supply, at: Projected, municipality: Option<u16>) -> Option<(u32, f64)> {
    let squares = (0..).zip(supply.sites()).filter(|(_, site)| {
        // No municipality has this place: only sites for everybody include it.
        site.is_somewhere() && site.serves.includes(municipality.unwrap_or(u16::MAX))
    });
    // `min_by` takes the first of equal ones.
    squares
        .map(|(place, site)| (place, square_m2(site.at, at)))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(place, square)| (place, square.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::testing::{only, position, supply};

    #[test]
    fn an_address_is_served_only_by_sites_meant_for_its_municipality() {
        let mut sites = supply(&[(0.0, 0.0), (10.0, 0.0), (f64::NAN, 0.0)]).sites().to_vec();
        sites[0].serves = only(&[3]);
        let supply = Supply::new(sites);
        let at = position(0.0, 0.0);
        assert_eq!(nearest(&supply, at, Some(3)), Some((0, 0.0)));
        assert_eq!(nearest(&supply, at, Some(4)), Some((1, 10.0)));
        assert_eq!(nearest(&supply, at, None), Some((1, 10.0)));
    }
}
