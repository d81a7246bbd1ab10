//! `/api/coverage/scenario`: what if sites are added, moved or closed. Small ones stand in the address, large ones in
//! the body of a POST; nothing is stored.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Map, Value};

use super::document::{AreaDocument, QuestionDocument, ShortTotals, area, question, short};
use super::formats::{self, Kind};
use super::read::{read_question, tag_of};
use super::sites::{SiteDocument, sites};
use crate::app::{Analysed, App, AppError, LeftOut, Method, Question, ScenarioRequest};
use crate::coverage::{AreaDifference, Difference};
use crate::domain::{FeatureId, FieldError, FieldErrors, LonLat};
use crate::http::api::document::to_json;
use crate::http::api::negotiate::Asked;
use crate::http::extract::Json;
use crate::http::params::{QUESTION, WITHOUT_SCENARIO};
use crate::http::problem::{Problem, ProblemError};

/// Representations.
const KINDS: [Kind; 1] = [Kind::Json];

#[derive(Debug, Serialize)]
struct ScenarioAnswer<'a> {
    question: QuestionDocument<'a>,
    before: ShortTotals<'a>,
    after: ShortTotals<'a>,
    difference: &'a Difference,
    areas: &'a AreaDifference,
    /// The white spots that are left.
    unserved_areas: Vec<AreaDocument<'a>>,
    sites: Vec<SiteDocument<'a>>,
    /// Changes that make no difference, because the site does not pass the filters of the question.
    left_out: &'a [LeftOut],
    method: &'a Method,
    snapshot: &'a str,
}

/// `GET /api/coverage/scenario`.
pub(super) async fn from_address(
    State(app): State<Arc<App>>,
    asked: Asked,
) -> Result<Response, Problem> {
    let read = read_question(&app, &asked, QUESTION, &KINDS).await?;
    if read.question.scenario.is_empty() {
        let detail = "is needed, or move, or close: what is to change";
        let fault = ProblemError::parameter("add", "required", detail);
        return Err(Problem::invalid_query(vec![fault]));
    }
    let etag = tag_of(&app, &("scenario", &read.question), read.kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let body = answer(&app, read.question).await?;
    Ok(formats::respond(body, Kind::Json, &etag, "scenario"))
}

/// `POST /api/coverage/scenario`: the question in the address, the changes in the body.
pub(super) async fn from_body(
    State(app): State<Arc<App>>,
    asked: Asked,
    Json(body): Json<Value>,
) -> Result<Response, Problem> {
    let read = read_question(&app, &asked, WITHOUT_SCENARIO, &KINDS).await?;
    let mut reader = BodyReader::default();
    let scenario = reader.read(&body);
    let question = Question { scenario, ..read.question };
    let mut faults = std::mem::take(&mut reader.faults);
    // Far too many are not looked at one by one.
    if !faults.iter().any(|fault| fault.code == "too_many") {
        faults.extend(app.question_faults(&question).await?.into_iter().map(|fault| {
            let pointer = match fault.index {
                // Only values that were read stand in the question: their numbers are those of the body.
                Some(at) => format!("/{}/{}", fault.word, reader.place(fault.word, at)),
                None => format!("/{}", fault.word),
            };
            FieldError::new(pointer, fault.code, fault.detail)
        }));
    }
    if faults.is_empty() && question.scenario.is_empty() {
        faults.push(FieldError::new("", "required", "add, move or close something"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid_fields(FieldErrors(faults)));
    }
    let etag = tag_of(&app, &("scenario", &question), Kind::Json);
    let body = answer(&app, question).await?;
    Ok(formats::respond(body, Kind::Json, &etag, "scenario"))
}

async fn answer(app: &Arc<App>, question: Question) -> Result<Vec<u8>, Problem> {
    let analysed = app.analyse(question).await?;
    let job = move || document(&analysed);
    app.analysis.work(job).await.map_err(AppError::from)?
}

fn document(analysed: &Analysed) -> Result<Vec<u8>, Problem> {
    let Some(scenario) = &analysed.scenario else {
        return Err(Problem::broken("a scenario was answered without one"));
    };
    let areas = analysed.answer.unserved_areas.iter().enumerate();
    to_json(&ScenarioAnswer {
        question: question(&analysed.question),
        before: short(&scenario.before),
        after: short(analysed),
        difference: &scenario.difference,
        areas: &scenario.areas,
        unserved_areas: areas.map(|(at, one)| area(analysed, at + 1, one, true)).collect(),
        sites: sites(analysed),
        left_out: &analysed.left_out,
        method: &analysed.method,
        snapshot: &analysed.snapshot,
    })
}

/// Reads a body value by value; every fault has its pointer.
#[derive(Debug, Default)]
struct BodyReader {
    faults: Vec<FieldError>,
    /// For each word the places of the values that could be read.
    places: [Vec<usize>; 3],
}

/// The members of a body, in the order of [`BodyReader::places`].
const MEMBERS: [&str; 3] = ["add", "move", "close"];

impl BodyReader {
    fn read(&mut self, body: &Value) -> ScenarioRequest {
        let mut scenario = ScenarioRequest::default();
        let Some(members) = body.as_object() else {
            self.fault("", "not_an_object", "must be an object with add, move or close");
            return scenario;
        };
        for name in members.keys().filter(|name| !MEMBERS.contains(&name.as_str())) {
            self.fault(&format!("/{name}"), "unknown", "is none of add, move, close");
        }
        let count: usize = members.values().filter_map(Value::as_array).map(Vec::len).sum();
        if count > Question::MAX_CHANGES {
            let detail =
                format!("{count} changes are too many: at most {} in all", Question::MAX_CHANGES);
            let largest =
                |name: &&&str| members.get(**name).and_then(Value::as_array).map(Vec::len);
            let name = MEMBERS.iter().max_by_key(largest).copied().unwrap_or_default();
            self.fault(&format!("/{name}"), "too_many", &detail);
            return scenario;
        }
        scenario.add = self.list(members, 0, Self::point);
        scenario.moves = self.list(members, 1, |reader, value, at| {
            let id = reader
                .id(value.get("feature_id").unwrap_or(&Value::Null), &format!("{at}/feature_id"));
            let to = reader.point(value, at);
            Some((id?, to?))
        });
        scenario.close = self.list(members, 2, Self::id);
        scenario
    }

    fn list<T>(
        &mut self,
        members: &Map<String, Value>,
        member: usize,
        read: impl Fn(&mut Self, &Value, &str) -> Option<T>,
    ) -> Vec<T> {
        let name = MEMBERS.get(member).copied().unwrap_or_default();
        let values = match members.get(name) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values,
            Some(_) => {
                self.fault(&format!("/{name}"), "not_a_list", "must be a list");
                return Vec::new();
            }
        };
        let mut list = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            if let Some(value) = read(self, value, &format!("/{name}/{at}")) {
                list.push(value);
                if let Some(places) = self.places.get_mut(member) {
                    places.push(at);
                }
            }
        }
        list
    }

    fn point(&mut self, value: &Value, at: &str) -> Option<LonLat> {
        let before = self.faults.len();
        let mut degrees = |name: &str, limit: f64| {
            let number = value.get(name).and_then(Value::as_f64);
            let number = number.filter(|degrees| (-limit..=limit).contains(degrees));
            if number.is_none() {
                let detail = format!("must be degrees from -{limit} to {limit}");
                self.fault(&format!("{at}/{name}"), "out_of_range", &detail);
            }
            number.unwrap_or_default()
        };
        let point = LonLat { lon: degrees("lon", 180.0), lat: degrees("lat", 90.0) };
        (self.faults.len() == before).then_some(point)
    }

    fn id(&mut self, value: &Value, at: &str) -> Option<FeatureId> {
        let id = value.as_str().and_then(|text| text.parse().ok());
        if id.is_none() {
            self.fault(at, "not_an_id", "must be the id of a feature of services");
        }
        id
    }

    fn fault(&mut self, pointer: &str, code: &'static str, detail: &str) {
        self.faults.push(FieldError::new(pointer, code, detail));
    }

    /// Where the value that was read as number `at` stands in the body.
    fn place(&self, word: &str, at: usize) -> usize {
        let member = MEMBERS.iter().position(|name| *name == word);
        let places = member.and_then(|member| self.places.get(member));
        places.and_then(|places| places.get(at)).copied().unwrap_or(at)
    }
}
