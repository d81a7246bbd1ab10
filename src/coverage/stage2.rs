//! Stand-in until the engine's second stage is merged.
#![allow(missing_docs, reason = "thrown away")]
use super::*;
use crate::domain::Ags;
use serde::Serialize;
#[derive(Debug, Clone, Default)]
pub struct Scenario { pub add: Vec<SupplySite>, pub moves: Vec<(u32, SupplySite)>, pub close: Vec<u32> }
impl Scenario {
    pub fn apply(&self, before: &Supply) -> Supply {
        let mut sites = before.sites().to_vec();
        for (at, site) in &self.moves { sites[*at as usize] = site.clone(); }
        for at in &self.close { sites[*at as usize].serves = Serves::Municipalities(std::sync::Arc::from([])); }
        sites.extend(self.add.iter().cloned());
        Supply::new(sites)
    }
}
pub fn reach_after(d: &Demand, before: &Supply, _: &Reach, s: &Scenario, m: Metric<'_>, max: f64, w: &Work) -> Result<Reach, Cancelled> {
    reach(d, &s.apply(before), m, max, w)
}
#[derive(Debug, Clone, Serialize, PartialEq)]
pub struct Difference { pub gained: f64, pub lost: f64, pub unserved_before: f64, pub unserved_after: f64, pub municipalities: Vec<DifferenceMunicipality>, #[serde(skip)] pub cells: Vec<u32> }
#[derive(Debug, Clone, Serialize, PartialEq)]
pub struct DifferenceMunicipality { pub ags: Ags, pub name: String, pub gained: f64, pub lost: f64, pub unserved_before: f64, pub unserved_after: f64 }
pub fn compare(d: &Demand, a: &Reach, b: &Reach, g: PopulationGroup, m: Option<&[u16]>) -> Difference {
    let mut out = Difference { gained: 0.0, lost: 0.0, unserved_before: 0.0, unserved_after: 0.0, municipalities: vec![], cells: vec![] };
    for (place, mu) in (0..).zip(d.municipalities()) {
        if m.is_some_and(|m| !m.contains(&place)) { continue; }
        let mut one = DifferenceMunicipality { ags: mu.ags, name: mu.name.clone(), gained: 0.0, lost: 0.0, unserved_before: 0.0, unserved_after: 0.0 };
        for cell in d.cells_of(place) {
            let p = d.people(cell, g).unwrap_or(0.0);
            let (x, y) = (a.is_served(cell), b.is_served(cell));
            if !x { one.unserved_before += p } if !y { one.unserved_after += p }
            if !x && y { one.gained += p } if x && !y { one.lost += p }
            if x != y { out.cells.push(cell) }
        }
        out.gained += one.gained; out.lost += one.lost; out.unserved_before += one.unserved_before; out.unserved_after += one.unserved_after;
        out.municipalities.push(one);
    }
    out
}
#[derive(Debug, Clone, Copy)]
pub struct MatrixSupply<'a> { pub supply: &'a Supply, pub metric: Metric<'a>, pub max_distance_m: f64 }
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct MatrixCell { pub population: f64, pub unserved: f64, pub share: Option<f64>, pub uncertain_any: f64 }
#[derive(Debug, Clone)]
pub struct MatrixRow { pub total: MatrixCell, pub municipalities: Vec<MatrixCell> }
pub fn matrix(d: &Demand, s: &[MatrixSupply<'_>], g: PopulationGroup, m: Option<&[u16]>, w: &Work) -> Result<Vec<MatrixRow>, Cancelled> {
    s.iter().map(|s| {
        let r = reach(d, s.supply, s.metric, s.max_distance_m, w)?;
        let p = Parameters { max_distance_m: s.max_distance_m, group: g, merge_m: 0.0, municipalities: m.map(<[u16]>::to_vec) };
        let a = answer(d, s.supply, &r, &p, w)?;
        let cell = |p: f64, u: f64, x: f64| MatrixCell { population: p, unserved: u, share: (p > 0.0).then(|| u / p), uncertain_any: x };
        let mut ms = a.municipalities.clone();
        ms.sort_by_key(|m| m.ags);
        Ok(MatrixRow { total: cell(a.totals.population, a.totals.unserved, a.totals.uncertain.any), municipalities: ms.iter().map(|m| cell(m.population, m.unserved, m.uncertain.any)).collect() })
    }).collect()
}
