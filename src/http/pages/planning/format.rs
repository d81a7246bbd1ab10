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
        let key = match group {
            PopulationGroup::Total => "plan-people-total",
            PopulationGroup::Lt18 => "plan-people-lt18",
            PopulationGroup::A18to29 => "plan-people-18to29",
            PopulationGroup::A30to49 => "plan-people-30to49",
            PopulationGroup::A50to64 => "plan-people-50to64",
            PopulationGroup::Ge65 => "plan-people-ge65",
        };
        self.with(key, &[("number", (&self.head_count(people)).into())])
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

    /// A distance of an analysis; a dash where there is none.
    pub(crate) fn distance_or_none(&self, metres: Option<f64>) -> String {
        metres.map_or_else(|| self.t("plan-none").to_owned(), |metres| self.distance(metres))
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
