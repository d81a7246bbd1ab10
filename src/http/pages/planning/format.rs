//! People, shares and lengths as a council paper writes them, rounded to what they are worth.

use crate::coverage::{MetricKind, PopulationGroup};
use crate::texts::Texts;

impl Texts {
    /// A number of people without a noun: "0", "weniger als 10", "rund 12.300".
    pub(crate) fn head_count(&self, people: f64) -> String {
        if people < 0.5 {
            self.number(0)
        } else if people < 9.5 {
            self.t("plan-under-10").to_owned()
        } else {
            self.estimate(people)
        }
    }

    /// A number of people of a group: "rund 1.200 Menschen ab 65 Jahren".
    pub(crate) fn people_of(&self, group: PopulationGroup, people: f64) -> String {
        self.with(people_key(group), &[("number", (&self.head_count(people)).into())])
    }

    /// The people of a group without a number: "Menschen ab 65 Jahren".
    pub(crate) fn people_named(&self, group: PopulationGroup) -> String {
        self.with(people_key(group), &[("number", "".into())]).trim().to_owned()
    }

    /// A share: "0 %", "unter 1 %", "4 %", "über 99 %", "100 %".
    pub(crate) fn percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        if percent > 0.0 && percent < 1.0 {
            return self.t("plan-percent-under-1").to_owned();
        }
        if percent > 99.0 && percent < 100.0 {
            return self.t("plan-percent-over-99").to_owned();
        }
        let number = self.number(percent.round() as u64);
        self.with("plan-percent", &[("number", (&number).into())])
    }

    /// A share where there is little room: "<1 %", "85 %", ">99 %".
    pub(crate) fn short_percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        if percent > 0.0 && percent < 1.0 {
            return self.t("plan-short-under-1").to_owned();
        }
        if percent > 99.0 && percent < 100.0 {
            return self.t("plan-short-over-99").to_owned();
        }
        self.percent(share)
    }

    /// A number of people where there is little room: "0", "<10", "350", "12.300".
    pub(crate) fn short_count(&self, people: f64) -> String {
        if people < 0.5 {
            return self.number(0);
        }
        if people < 9.5 {
            return self.t("plan-short-under-10").to_owned();
        }
        let step = if people < 1000.0 { 10.0 } else { 100.0 };
        self.number(((people / step).round() * step) as u64)
    }

    /// A threshold, exactly as it was asked for: "5 km", "2,5 km", "800 m".
    pub(crate) fn threshold(&self, metres: f64) -> String {
        if metres < 1000.0 {
            let number = exact(self, metres, 3);
            return self.with("distance-m", &[("number", (&number).into())]);
        }
        let number = exact(self, metres / 1000.0, 3);
        self.with("distance-km", &[("number", (&number).into())])
    }

    /// A threshold with the way it is measured: "5 km Luftlinie".
    pub(crate) fn threshold_by(&self, metres: f64, metric: MetricKind) -> String {
        let key = match metric {
            MetricKind::Straight => "plan-by-straight",
            MetricKind::Overland => "plan-by-overland",
        };
        self.with(key, &[("distance", (&self.threshold(metres)).into())])
    }

    /// A distance of an analysis beside its threshold: what is farther never reads like the threshold itself, so
    /// that nobody sees "5,0 km" in a list of what is farther than 5 km.
    pub(crate) fn distance_beside(&self, metres: f64, threshold_m: Option<f64>) -> String {
        match threshold_m {
            Some(limit) if metres > limit && self.reads_like(metres, limit) => {
                let distance = self.threshold(limit);
                self.with("plan-just-over", &[("distance", (&distance).into())])
            }
            _ => self.distance(metres),
        }
    }

    /// Whether a distance, as it is written, says no more than the threshold. (A step of writing is at most half a
    /// kilometre below 10 km, and at most one above.)
    fn reads_like(&self, metres: f64, limit: f64) -> bool {
        let written = self.distance(metres);
        written == self.distance(limit) || written == self.tenths_of_km(limit)
    }

    /// Kilometres with one decimal, also where it is a zero.
    fn tenths_of_km(&self, metres: f64) -> String {
        self.with("distance-km", &[("number", (&self.decimal(metres / 1000.0)).into())])
    }

    /// A distance of an analysis beside its threshold; a dash where there is none.
    pub(crate) fn distance_or_none(&self, metres: Option<f64>, threshold_m: Option<f64>) -> String {
        metres.map_or_else(
            || self.t("plan-none").to_owned(),
            |metres| self.distance_beside(metres, threshold_m),
        )
    }

    /// Nobody of a group, at the beginning of a sentence: "Niemand", "Niemand ab 65 Jahren".
    pub(crate) fn nobody_of(&self, group: PopulationGroup) -> &str {
        self.t(match group {
            PopulationGroup::Total => "plan-nobody-total",
            PopulationGroup::Lt18 => "plan-nobody-lt18",
            PopulationGroup::A18to29 => "plan-nobody-18to29",
            PopulationGroup::A30to49 => "plan-nobody-30to49",
            PopulationGroup::A50to64 => "plan-nobody-50to64",
            PopulationGroup::Ge65 => "plan-nobody-ge65",
        })
    }

    /// An area: "12 km²", "0,4 km²".
    pub(crate) fn area(&self, square_metres: f64) -> String {
        let km2 = square_metres / 1e6;
        let number =
            if km2 < 9.95 { self.decimal(km2.max(0.05)) } else { self.number(km2.round() as u64) };
        self.with("plan-km2", &[("number", (&number).into())])
    }

    /// A number between 0 and 1 with two decimals: "0,37".
    pub(crate) fn hundredths(&self, value: f64) -> String {
        let hundredths = (value.max(0.0) * 100.0).round() as u64;
        format!("{}{}{:02}", hundredths / 100, self.t("number-decimal"), hundredths % 100)
    }
}

fn people_key(group: PopulationGroup) -> &'static str {
    match group {
        PopulationGroup::Total => "plan-people-total",
        PopulationGroup::Lt18 => "plan-people-lt18",
        PopulationGroup::A18to29 => "plan-people-18to29",
        PopulationGroup::A30to49 => "plan-people-30to49",
        PopulationGroup::A50to64 => "plan-people-50to64",
        PopulationGroup::Ge65 => "plan-people-ge65",
    }
}

/// A number with up to so many decimals, none of them a zero at the end.
fn exact(texts: &Texts, value: f64, decimals: u32) -> String {
    let scale = 10u64.pow(decimals);
    let scaled = (value * scale as f64).round() as u64;
    let (whole, rest) = (scaled / scale, scaled % scale);
    let rest = format!("{rest:0width$}", width = decimals as usize);
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() {
        texts.number(whole)
    } else {
        format!("{}{}{rest}", texts.number(whole), texts.t("number-decimal"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_farther_than_the_threshold_never_reads_like_it() {
        let texts = Texts::german();
        let said = |metres, limit| texts.distance_beside(metres, Some(limit));
        assert_eq!(said(5_020.0, 5_000.0), "etwas über 5 km");
        assert_eq!(said(5_200.0, 5_000.0), "5,2 km");
        assert_eq!(said(4_980.0, 5_000.0), "5,0 km", "within reach it may round to the threshold");
        assert_eq!(said(5_000.0, 5_000.0), "5 km");
        assert_eq!(said(12_200.0, 12_000.0), "etwas über 12 km");
        assert_eq!(said(12_600.0, 12_000.0), "13 km");
        assert_eq!(said(510.0, 500.0), "etwas über 500 m");
        assert_eq!(texts.distance_beside(5_020.0, None), "5,0 km");
        assert_eq!(texts.distance_or_none(None, Some(5_000.0)), "–");
    }

    #[test]
    fn no_written_distance_beyond_a_threshold_is_smaller_than_it() {
        let texts = Texts::german();
        for limit in [500.0, 1_000.0, 2_300.0, 5_000.0, 9_900.0, 12_000.0, 12_500.0] {
            for more in 1..400_u32 {
                let metres = limit + f64::from(more);
                let said = texts.distance_beside(metres, Some(limit));
                assert_ne!(said, texts.distance(limit), "{metres} m of {limit} m");
                assert_ne!(said, texts.threshold(limit), "{metres} m of {limit} m");
            }
        }
    }
}
