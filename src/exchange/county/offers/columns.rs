//! The columns of a row of the offers and what their words mean.

use super::position::{Better, precision};
use super::{Context, OFFERS};
use crate::domain::{
    Address, Ags, Assurance, AssuredBy, Confidence, Facet, LocationDisclosure, OrganizationId,
    PartialDate, Position, Reach, Schedule, ServiceArea, ServiceStatus, SiteType, TermCode,
    WithheldReason,
};
use crate::exchange::county::Base;
use crate::exchange::county::areas::known_ags;
use crate::exchange::county::config::AreaReach;
use crate::exchange::county::report::Report;
use crate::exchange::county::sources::read_sources;
use crate::exchange::table::Row;
use crate::exchange::{ImportError, ImportErrors};

/// What the status words of a row mean.
#[derive(Clone, Copy)]
pub(super) struct Status {
    /// What the service does now.
    pub(super) now: ServiceStatus,
    pub(super) withheld: Option<WithheldReason>,
    pub(super) unconfirmed: bool,
    pub(super) valid_to: Option<PartialDate>,
}

/// Where a row lies.
#[derive(Default)]
pub(super) struct Place {
    pub(super) municipality: Option<Ags>,
    pub(super) address: Address,
    pub(super) position: Option<Position>,
}

/// Reads the columns of one row.
pub(super) struct Reader<'a, 'b> {
    pub(super) context: &'a Context<'a>,
    pub(super) row: &'a Row<'a>,
    pub(super) report: &'b mut Report,
    pub(super) faults: &'b mut ImportErrors,
}

impl Reader<'_, '_> {
    fn fault(&mut self, column: &str, code: &str, detail: String) {
        self.row.fault(column, code, detail, self.faults);
    }

    /// Something that was left out or kept as text only.
    fn note(&mut self, column: &str, code: &str, detail: String) {
        self.report.notes.push(ImportError {
            file: OFFERS.to_owned(),
            row: Some(self.row.line),
            column: Some(column.to_owned()),
            code: code.to_owned(),
            detail,
        });
    }

    /// The text of a column that must not be empty.
    pub(super) fn required(&mut self, column: &str) -> Option<String> {
        self.row.required(column, self.faults).map(str::to_owned)
    }

    pub(super) fn category(&mut self) -> Option<TermCode> {
        let word = self.row.required("category", self.faults)?;
        let taxonomy = &self.context.classification.taxonomy;
        let term = taxonomy.find(word).filter(|term| term.facet == Facet::Topic);
        if term.is_none() {
            self.fault("category", "unknown_category", format!("there is no category {word}"));
        }
        term.map(|term| term.code.clone())
    }

    pub(super) fn status(&mut self) -> Option<Status> {
        use ServiceStatus::{Active, Defunct, Inactive};
        let word = self.row.required("status_code", self.faults)?;
        let of = |now, withheld, unconfirmed| Status { now, withheld, unconfirmed, valid_to: None };
        Some(match word {
            "aktiv_laut_quelle" => of(Active, None, false),
            "unbestaetigt" => of(Active, None, true),
            "geplant" => of(Inactive, Some(WithheldReason::Planned), false),
            "geschlossen" => of(Defunct, Some(WithheldReason::Closed), false),
            "befristet" => Status { valid_to: self.valid_to(), ..of(Active, None, false) },
            other => {
                let detail = format!(
                    "“{other}” is none of aktiv_laut_quelle, unbestaetigt, geplant, geschlossen, befristet"
                );
                self.fault("status_code", "unknown_status", detail);
                return None;
            }
        })
    }

    fn valid_to(&mut self) -> Option<PartialDate> {
        let text = self.row.get("status");
        let end = self.context.wordings.valid_to.iter().find(|end| end.text == text);
        if end.is_none() {
            let detail = format!("“{text}” names no last day in wordings.toml");
            self.note("status", "unmapped_wording", detail);
        }
        end.map(|end| end.date)
    }

    pub(super) fn site_type(&mut self) -> Option<SiteType> {
        let word = self.row.required("site_type", self.faults)?;
        Some(match word {
            "fest" => SiteType::Fixed,
            "gast_im_haus" => SiteType::Hosted,
            "aussensprechstunde" => SiteType::OfficeHours,
            "mehrere_standorte" => SiteType::Several,
            "ohne_eigene_raeume" => SiteType::NoRooms,
            "aufsuchend" => SiteType::Outreach,
            "mobil" => SiteType::Mobile,
            "nur_telefon" => SiteType::Phone,
            "online" => SiteType::Online,
            "adresse_geschuetzt" => SiteType::Protected,
            "ohne_angabe" => SiteType::Unstated,
            other => {
                self.fault(
                    "site_type",
                    "unknown_site_type",
                    format!("“{other}” is no kind of site"),
                );
                return None;
            }
        })
    }

    pub(super) fn disclosure(&mut self) -> Option<LocationDisclosure> {
        let word = self.row.required("location_public", self.faults)?;
        Some(match word {
            "ja" => LocationDisclosure::Public,
            "nur_gemeinde" => LocationDisclosure::MunicipalityOnly,
            "kein_ort" => LocationDisclosure::Placeless,
            "nein" => LocationDisclosure::Protected,
            other => {
                let detail = format!("“{other}” is none of ja, nur_gemeinde, kein_ort, nein");
                self.fault("location_public", "unknown_disclosure", detail);
                return None;
            }
        })
    }

    /// Where the row lies; of protected ones nothing but the municipality is ever taken over.
    pub(super) fn place<F>(
        &mut self,
        base: &Base<'_, F>,
        better: Option<Better>,
        site_type: SiteType,
        disclosure: LocationDisclosure,
    ) -> Place {
        let row = self.row;
        let municipality = known_ags(row, "ags", self.context.municipalities, self.faults);
        let protected = disclosure == LocationDisclosure::Protected
            || site_type == SiteType::Protected
            || row.get("coord_precision") == "geschützt"; // word of the format
        if protected {
            let given =
                !row.get("lon").is_empty() || !row.get("lat").is_empty() || better.is_some();
            if given || !row.get("street").is_empty() {
                let detail = "a protected row must have neither a street nor a point".to_owned();
                self.fault("lon", "protected", detail);
            }
            if disclosure != LocationDisclosure::Protected {
                let detail = "a protected address needs location_public = nein".to_owned();
                self.fault("location_public", "protected", detail);
            }
            return Place { municipality, ..Place::default() };
        }
        // Checked also where a better position takes its place.
        let own = base.point(row, "lon", "lat", self.faults).and_then(|point| {
            let precision = precision(row, "coord_precision", self.faults)?;
            Some(Position { point, precision, source: None })
        });
        let position = better.map(|better| better.position).or(own);
        let address = Address {
            street: row.text("street"),
            postcode: row.text("plz"),
            locality: row.text("ort"),
            district: row.text("ortsteil"),
            detail: row.text("location_detail"),
        };
        Place { municipality, address, position }
    }

    pub(super) fn target_groups(&mut self, wordings: &[&str]) -> Vec<TermCode> {
        let mut codes: Vec<TermCode> = Vec::new();
        for wording in wordings {
            let meanings = &self.context.classification.target_groups;
            if let Some(meant) = meanings.get(&wording.to_lowercase()) {
                codes.extend(meant.iter().cloned());
            } else {
                let detail = format!("“{wording}” stands in no list of taxonomy.toml");
                self.note("target_groups", "unmapped_wording", detail);
            }
        }
        super::distinct(codes.into_iter())
    }

    /// Forms and legal bases that follow from the category and the kind of site.
    pub(super) fn forms(&mut self, category: &str) -> (Vec<TermCode>, Vec<TermCode>) {
        let classification = self.context.classification;
        let by_category = classification.by_category.get(category).into_iter().flatten();
        let of = |facet: Facet| {
            let codes = by_category.clone().filter(move |(f, _)| *f == facet);
            codes.map(|(_, code)| code.clone()).collect::<Vec<_>>()
        };
        let by_site = classification.by_site_type.get(self.row.get("site_type"));
        let forms =
            of(Facet::ServiceForm).into_iter().chain(by_site.into_iter().flatten().cloned());
        (super::distinct(forms), of(Facet::LegalBasis))
    }

    /// What a free wording means; a wording without a meaning is noted.
    pub(super) fn worded<T: Clone>(
        &mut self,
        column: &str,
        meanings: &std::collections::BTreeMap<String, T>,
    ) -> Option<T> {
        let text = self.row.get(column);
        if text.is_empty() {
            return None;
        }
        let meaning = meanings.get(text).cloned();
        if meaning.is_none() {
            let detail = format!("“{text}” stands in no list of wordings.toml");
            self.note(column, "unmapped_wording", detail);
        }
        meaning
    }

    pub(super) fn organization(&mut self, column: &str, id: &str) -> Option<OrganizationId> {
        if id.is_empty() {
            return None;
        }
        let known = self.context.organizations;
        let found = known.get(id).map(|organization| organization.id);
        // Without any organization their own file is at fault, and that is told there.
        if found.is_none() && !known.is_empty() {
            self.fault(column, "unknown_organization", format!("there is no organization {id}"));
        }
        found
    }

    pub(super) fn unnamed_source(&self) -> Option<WithheldReason> {
        let phrases = &self.context.wordings.unconfirmed_source;
        let marked =
            ["source_urls", "source_kind", "notes"].map(|c| phrases.marks(self.row.get(c)));
        marked.contains(&true).then_some(WithheldReason::UnnamedSource)
    }

    /// Text stays text; an expression that cannot be read is left out and noted, never guessed.
    pub(super) fn schedule(&mut self) -> Schedule {
        let appointment = self.worded("appointment", &self.context.wordings.appointment);
        let schedule = Schedule {
            osm: self.row.text("opening_hours_osm"),
            text: self.row.text("opening_hours"),
            appointment: appointment.unwrap_or_default(),
        };
        match schedule.validate() {
            Ok(()) => schedule,
            Err(error) => {
                self.note("opening_hours_osm", &error.code, error.detail);
                Schedule { osm: None, ..schedule }
            }
        }
    }

    pub(super) fn service_area(&mut self) -> ServiceArea {
        let Some(text) = self.row.text("service_area") else { return ServiceArea::default() };
        let known = self.context.municipalities;
        let reach = match self.context.service_areas.get(&text) {
            None => {
                let detail = format!("“{text}” does not stand in service_areas.toml");
                self.note("service_area", "unmapped_wording", detail);
                Reach::Undeclared
            }
            Some(area) => match area.reach {
                AreaReach::Unmapped => Reach::Undeclared,
                AreaReach::Everywhere => Reach::Everywhere,
                AreaReach::County => Reach::Municipalities(
                    known.iter().copied().filter(|ags| !area.except.contains(ags)).collect(),
                ),
                AreaReach::Municipalities => {
                    let mut list = area.ags.clone();
                    list.sort_unstable();
                    list.dedup();
                    Reach::Municipalities(list)
                }
            },
        };
        ServiceArea { reach, text: Some(text) }
    }

    pub(super) fn assurance(&mut self, unconfirmed: bool) -> Assurance {
        let confidence = match self.row.get("confidence") {
            "" => None,
            "hoch" => Some(Confidence::High),
            "mittel" => Some(Confidence::Medium),
            "niedrig" => Some(Confidence::Low),
            other => {
                let detail = format!("“{other}” is none of hoch, mittel, niedrig");
                self.fault("confidence", "unknown_confidence", detail);
                None
            }
        };
        let tier = match self.row.get("tier") {
            "" => None,
            word @ ("A" | "B" | "C") => word.chars().next(),
            other => {
                self.fault("tier", "unknown_tier", format!("“{other}” is none of A, B, C"));
                None
            }
        };
        Assurance {
            date: self.row.parsed("source_date", "not_a_date", self.faults),
            by: AssuredBy::Source,
            unconfirmed,
            confidence,
            tier,
            source_kind: self.row.text("source_kind"),
            sources: read_sources(self.row, OFFERS, self.report),
        }
    }
}
