//! Where people live: census grid cells with age bands.

use serde::{Deserialize, Serialize};

use super::ids::Ags;

/// People by age; `None` = not known, which is not the same as nobody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AgeBands {
    /// Under 18.
    pub lt18: Option<u32>,
    /// 18 to 29.
    #[serde(rename = "18to29")]
    pub a18to29: Option<u32>,
    /// 30 to 49.
    #[serde(rename = "30to49")]
    pub a30to49: Option<u32>,
    /// 50 to 64.
    #[serde(rename = "50to64")]
    pub a50to64: Option<u32>,
    /// 65 and older.
    pub ge65: Option<u32>,
}

impl AgeBands {
    /// The names of the bands, youngest first: those of the interface and of the county package.
    pub const NAMES: [&'static str; 5] = ["lt18", "18to29", "30to49", "50to64", "ge65"];

    /// Nothing is known.
    pub const UNKNOWN: Self = Self::from_array([None; 5]);

    /// All bands known, youngest first.
    #[must_use]
    pub const fn known(people: [u32; 5]) -> Self {
        let [lt18, a18to29, a30to49, a50to64, ge65] = people;
        Self::from_array([Some(lt18), Some(a18to29), Some(a30to49), Some(a50to64), Some(ge65)])
    }

    /// The bands, youngest first.
    #[must_use]
    pub const fn from_array(people: [Option<u32>; 5]) -> Self {
        let [lt18, a18to29, a30to49, a50to64, ge65] = people;
        Self { lt18, a18to29, a30to49, a50to64, ge65 }
    }

    /// The bands, youngest first.
    #[must_use]
    pub const fn to_array(self) -> [Option<u32>; 5] {
        [self.lt18, self.a18to29, self.a30to49, self.a50to64, self.ge65]
    }

    /// The sum of all bands; `None` if one is unknown or the sum does not fit.
    #[must_use]
    pub fn sum(self) -> Option<u32> {
        self.to_array().into_iter().try_fold(0_u32, |sum, people| sum.checked_add(people?))
    }
}

/// A census grid cell with the people counted in it (not projected).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationCell {
    /// Lower-left corner, metres east (EPSG:3035).
    pub easting_m: u32,
    /// Lower-left corner, metres north (EPSG:3035).
    pub northing_m: u32,
    /// Side length in metres.
    pub size_m: u32,
    /// The municipality it is counted to.
    pub ags: Ags,
    /// All people, as counted. The bands need not add up to it: a census that disturbs its figures to protect
    /// people disturbs each on its own.
    pub people: u32,
    /// People by age.
    pub ages: AgeBands,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_add_up_only_when_all_are_known() {
        assert_eq!(AgeBands::known([1, 2, 3, 4, 5]).sum(), Some(15));
        assert_eq!(AgeBands { a30to49: None, ..AgeBands::known([1; 5]) }.sum(), None);
        assert_eq!(AgeBands::UNKNOWN.sum(), None);
        assert_eq!(AgeBands::known([u32::MAX, 1, 0, 0, 0]).sum(), None);
    }

    #[test]
    fn an_unknown_band_is_null_in_json_and_not_zero() {
        let bands = AgeBands { a18to29: Some(0), ..AgeBands::UNKNOWN };
        let json = serde_json::to_string(&bands).unwrap();
        assert_eq!(json, r#"{"lt18":null,"18to29":0,"30to49":null,"50to64":null,"ge65":null}"#);
        assert_eq!(serde_json::from_str::<AgeBands>(&json).unwrap(), bands);
        assert_eq!(AgeBands::from_array(bands.to_array()), bands);
    }
}
