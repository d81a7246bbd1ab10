//! One row of the offers: what it says of the service, and its site.

use super::position::{Better, precision};
use super::{Context, OFFERS};
use crate::domain::{
    Address, AgeRange, Ags, Assurance, AssuredBy, Confidence, Contact, Facet, FeatureId,
    LocationDisclosure, LocationId, OrganizationId, PartialDate, Position, Reach, Schedule,
    ServiceArea, ServiceStatus, Site, SiteType, TermCode, WithheldReason, YesNo,
};
use crate::exchange::ages::{cover_ages, parse_ages};
use crate::exchange::county::Base;
use crate::exchange::county::areas::known_ags;
use crate::exchange::county::config::AreaReach;
use crate::exchange::county::report::Report;
use crate::exchange::county::sources::read_sources;
use crate::exchange::table::Row;
use crate::exchange::{ImportError, ImportErrors};

/// Columns the file must have.
pub(super) const COLUMNS: [&str; 38] = [
    "offer_id",
    "org_id",
    "org_name",
    "co_org_ids",
    "offer_group",
    "offer_name",
    "category",
    "description",
    "target_groups",
    "street",
    "plz",
    "ort",
    "ortsteil",
    "ags",
    "location_detail",
    "site_type",
    "location_public",
    "service_area",
    "phone",
    "website",
    "opening_hours",
    "opening_hours_osm",
    "appointment",
    "languages",
    "accessible",
    "cost",
    "capacity",
    "status",
    "status_code",
    "source_date",
    "source_kind",
    "source_urls",
    "lon",
    "lat",
    "coord_precision",
    "confidence",
    "tier",
    "notes",
];

/// The word of a row whose status needs no further word.
const PLAIN_STATUS: &str = "laut Quelle aktiv";

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) line: u64,
    pub(super) id: String,
    pub(super) group: Option<String>,
    pub(super) organization: Option<OrganizationId>,
    pub(super) organization_text: Option<String>,
    pub(super) co_organizations: Vec<OrganizationId>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) category: TermCode,
    pub(super) target_groups: Vec<TermCode>,
    pub(super) target_texts: Vec<String>,
    pub(super) service_forms: Vec<TermCode>,
    pub(super) legal_bases: Vec<TermCode>,
    pub(super) ages: AgeRange,
    pub(super) free: YesNo,
    pub(super) cost_text: Option<String>,
    pub(super) languages: Vec<String>,
    pub(super) languages_text: Option<String>,
    pub(super) withheld: Option<WithheldReason>,
    pub(super) site: Site,
}

impl Offer {
    /// Rows of a group with the same key are sites of one service.
    pub(super) fn key(&self) -> (Option<OrganizationId>, Option<&str>, &str) {
        (self.organization, self.organization_text.as_deref(), self.category.as_str())
    }
}

/// Reads a row; `None` only where a fault was reported without which nothing can be made of it.
pub(super) fn read_offer<F>(
    base: &Base<'_, F>,
    context: &Context<'_>,
    row: &Row<'_>,
    id: &str,
    better: Option<Better>,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> Option<Offer> {
    let mut reader = Reader { context, row, report, faults };
    let category = reader.category();
    let status = reader.status();
    let site_type = reader.site_type();
    let disclosure = reader.disclosure();
    let place = reader.place(base, better, site_type?, disclosure?);
    let (status, category) = (status?, category?);
    let wordings: Vec<&str> = row.list("target_groups", "; ").collect();
    let target_groups = reader.target_groups(&wordings);
    let (forms, bases) = reader.forms(category.as_str());
    let languages = reader.worded("languages", &context.wordings.languages).unwrap_or_default();
    let organization = reader.organization("org_id", row.get("org_id"));
    let slug = &context.region.slug;
    Some(Offer {
        line: row.line,
        id: id.to_owned(),
        group: row.text("offer_group"),
        organization,
        organization_text: row.text("org_name").filter(|_| organization.is_none()),
        co_organizations: row
            .list("co_org_ids", "; ")
            .filter_map(|id| reader.organization("co_org_ids", id))
            .collect(),
        name: row.required("offer_name", reader.faults).unwrap_or_default().to_owned(),
        description: row.get("description").to_owned(),
        target_groups,
        target_texts: wordings.iter().map(|text| (*text).to_owned()).collect(),
        service_forms: forms,
        legal_bases: bases,
        ages: cover_ages(wordings.iter().filter_map(|text| parse_ages(text))),
        free: reader.worded("cost", &context.wordings.free).unwrap_or_default(),
        cost_text: row.text("cost"),
        languages,
        languages_text: row.text("languages"),
        withheld: status.withheld.or_else(|| reader.unnamed_source()),
        site: Site {
            id: FeatureId::stable(slug, id),
            location_id: LocationId::stable(slug, id),
            source_id: Some(id.to_owned()),
            name: None,
            description: None,
            site_type: site_type?,
            disclosure: disclosure?,
            municipality: place.municipality,
            address: place.address,
            position: place.position,
            schedule: reader.schedule(),
            contact: Contact {
                phones: row.list("phone", "; ").map(str::to_owned).collect(),
                email: None,
                website: row.text("website"),
            },
            accessible: reader
                .worded("accessible", &context.wordings.accessible)
                .unwrap_or_default(),
            accessible_text: row.text("accessible"),
            capacity_text: row.text("capacity"),
            service_area: reader.service_area(),
            status: status.status,
            status_text: row.text("status").filter(|text| text != PLAIN_STATUS),
            valid_to: status.valid_to,
            assurance: reader.assurance(status.unconfirmed),
            internal_note: row.text("notes"),
        },
        category,
    })
}

/// What the status words of a row mean.
#[derive(Clone, Copy)]
struct Status {
    status: ServiceStatus,
    withheld: Option<WithheldReason>,
    unconfirmed: bool,
    valid_to: Option<PartialDate>,
}

/// Where a row lies.
#[derive(Default)]
struct Place {
    municipality: Option<Ags>,
    address: Address,
    position: Option<Position>,
}

/// Reads the columns of one row.
struct Reader<'a, 'b> {
    context: &'a Context<'a>,
    row: &'a Row<'a>,
    report: &'b mut Report,
    faults: &'b mut ImportErrors,
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

    fn category(&mut self) -> Option<TermCode> {
        let word = self.row.required("category", self.faults)?;
        let taxonomy = &self.context.classification.taxonomy;
        let term = taxonomy.find(word).filter(|term| term.facet == Facet::Topic);
        if term.is_none() {
            self.fault("category", "unknown_category", format!("there is no category {word}"));
        }
        term.map(|term| term.code.clone())
    }

    fn status(&mut self) -> Option<Status> {
        use ServiceStatus::{Active, Defunct, Inactive};
        let word = self.row.required("status_code", self.faults)?;
        let of = |status, withheld, unconfirmed| Status {
            status,
            withheld,
            unconfirmed,
            valid_to: None,
        };
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

    fn site_type(&mut self) -> Option<SiteType> {
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
                self.fault("site_type", "unknown_site_type", format!("“{other}” is no kind of site"));
                return None;
            }
        })
    }

    fn disclosure(&mut self) -> Option<LocationDisclosure> {
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
    fn place<F>(
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
            let given = !row.get("lon").is_empty() || !row.get("lat").is_empty() || better.is_some();
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

    fn target_groups(&mut self, wordings: &[&str]) -> Vec<TermCode> {
        let mut codes: Vec<TermCode> = Vec::new();
        for wording in wordings {
            match self.context.classification.target_groups.get(&wording.to_lowercase()) {
                Some(meant) => codes.extend(meant.iter().cloned()),
                None => {
                    let detail = format!("“{wording}” stands in no list of taxonomy.toml");
                    self.note("target_groups", "unmapped_wording", detail);
                }
            }
        }
        super::distinct(codes.into_iter())
    }

    /// Forms and legal bases that follow from the category and the kind of site.
    fn forms(&mut self, category: &str) -> (Vec<TermCode>, Vec<TermCode>) {
        let classification = self.context.classification;
        let by_category = classification.by_category.get(category).into_iter().flatten();
        let of = |facet: Facet| {
            let codes = by_category.clone().filter(move |(f, _)| *f == facet);
            codes.map(|(_, code)| code.clone()).collect::<Vec<_>>()
        };
        let by_site = classification.by_site_type.get(self.row.get("site_type"));
        let forms = of(Facet::ServiceForm).into_iter().chain(by_site.into_iter().flatten().cloned());
        (super::distinct(forms), of(Facet::LegalBasis))
    }

    /// What a free wording means; a wording without a meaning is noted.
    fn worded<T: Clone>(
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

    fn organization(&mut self, column: &str, id: &str) -> Option<OrganizationId> {
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

    fn unnamed_source(&self) -> Option<WithheldReason> {
        let phrases = &self.context.wordings.unconfirmed_source;
        let marked = ["source_urls", "source_kind", "notes"].map(|c| phrases.marks(self.row.get(c)));
        marked.contains(&true).then_some(WithheldReason::UnnamedSource)
    }

    /// Text stays text; an expression that cannot be read is left out and noted, never guessed.
    fn schedule(&mut self) -> Schedule {
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

    fn service_area(&mut self) -> ServiceArea {
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

    fn assurance(&mut self, unconfirmed: bool) -> Assurance {
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
