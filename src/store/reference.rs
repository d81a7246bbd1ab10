//! What entries refer to and a county package replaces as a whole: terms, municipalities, places.

use super::error::failed;
use super::feed::Entity;
use super::text::{from_json, read_word, to_json, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{
    ChangeAction, GazetteerEntry, GazetteerKind, LonLat, Municipality, Taxonomy, Term,
};

/// A municipality with its outline.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityRecord {
    /// The facts.
    pub municipality: Municipality,
    /// The outline as a GeoJSON geometry (lon/lat, CRS84).
    pub outline: String,
}

/// A loaded county package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionRecord {
    /// Short name of the county.
    pub slug: String,
    /// Hash of the package as it was loaded.
    pub package_hash: String,
    /// When, RFC 3339 UTC.
    pub loaded_at: String,
}

const fn kind_word(kind: GazetteerKind) -> &'static str {
    match kind {
        GazetteerKind::Municipality => "municipality",
        GazetteerKind::District => "district",
        GazetteerKind::Postcode => "postcode",
        GazetteerKind::Stop => "stop",
    }
}

fn read_kind(word: &str) -> Option<GazetteerKind> {
    use GazetteerKind::{District, Municipality, Postcode, Stop};
    [Municipality, District, Postcode, Stop].into_iter().find(|kind| kind_word(*kind) == word)
}

#[derive(Debug, sqlx::FromRow)]
struct TermRow {
    code: String,
    facet: String,
    parent: Option<String>,
    label: String,
    description: String,
    synonyms: String,
    icon: Option<String>,
    color: Option<String>,
    shape: Option<String>,
}

impl TermRow {
    /// Facet and shape are words of the domain's own JSON, so its reader is used for them.
    fn read(self) -> Result<Term, DatabaseError> {
        const TABLE: &str = "taxonomy_term";
        let key = self.code;
        let word = |text: &str| serde_json::Value::String(text.to_owned());
        let parse = |text: &str| text.parse().ok();
        Ok(Term {
            facet: read_word(TABLE, "facet", &key, &self.facet, |text| {
                serde_json::from_value(word(text)).ok()
            })?,
            parent: self.parent.map(|p| read_word(TABLE, "parent", &key, &p, parse)).transpose()?,
            label: self.label,
            description: self.description,
            synonyms: from_json(TABLE, "synonyms", || key.clone(), &self.synonyms)?,
            icon: self.icon,
            color: self.color,
            shape: self
                .shape
                .map(|s| {
                    read_word(TABLE, "shape", &key, &s, |text| {
                        serde_json::from_value(word(text)).ok()
                    })
                })
                .transpose()?,
            code: read_word(TABLE, "code", &key, &key, parse)?,
        })
    }
}

type PlaceRow = (i64, String, String, f64, f64, bool, String);

fn read_place(row: PlaceRow) -> Result<GazetteerEntry, DatabaseError> {
    let (ordinal, name, kind, lon, lat, point_is_fallback, municipalities) = row;
    let key = ordinal.to_string();
    Ok(GazetteerEntry {
        kind: read_word("place", "kind", &key, &kind, read_kind)?,
        municipalities: from_json("place", "municipalities", || key.clone(), &municipalities)?,
        name,
        point: LonLat { lon, lat },
        point_is_fallback,
    })
}

impl Store {
    /// All terms of the classification, in their order.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that cannot be read.
    pub async fn list_terms(&self) -> Result<Vec<Term>, DatabaseError> {
        const LIST: &str = "SELECT code, facet, parent, label, description, synonyms, icon, \
             color, shape FROM taxonomy_term ORDER BY ordinal, code";
        let rows: Vec<TermRow> = on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
            .map_err(failed("reading the classification"))?;
        rows.into_iter().map(TermRow::read).collect()
    }

    /// All municipalities, by key.
    ///
    /// # Errors
    /// As [`Store::list_terms`].
    pub async fn list_municipalities(&self) -> Result<Vec<MunicipalityRecord>, DatabaseError> {
        const LIST: &str = "SELECT ags, document, outline FROM municipality ORDER BY ags";
        let rows: Vec<(String, String, String)> =
            on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
                .map_err(failed("reading the municipalities"))?;
        rows.into_iter()
            .map(|(ags, document, outline)| {
                let municipality =
                    from_json("municipality", "document", || ags.clone(), &document)?;
                Ok(MunicipalityRecord { municipality, outline })
            })
            .collect()
    }

    /// The gazetteer, in the order it was given.
    ///
    /// # Errors
    /// As [`Store::list_terms`].
    pub async fn list_places(&self) -> Result<Vec<GazetteerEntry>, DatabaseError> {
        const LIST: &str = "SELECT ordinal, name, kind, lon, lat, point_is_fallback, \
             municipalities FROM place ORDER BY ordinal";
        let rows: Vec<PlaceRow> =
            on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
                .map_err(failed("reading the gazetteer"))?;
        rows.into_iter().map(read_place).collect()
    }

    /// The loaded package of a county, if it was loaded.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_region(&self, slug: &str) -> Result<Option<RegionRecord>, DatabaseError> {
        const FIND: &str = "SELECT slug, package_hash, loaded_at FROM region WHERE slug = $1";
        let slug = without_nul("the name of a region", slug)?;
        let row: Option<(String, String, String)> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(slug).fetch_optional(pool).await
        })
        .map_err(failed("reading the loaded package"))?;
        Ok(row.map(|(slug, package_hash, loaded_at)| RegionRecord {
            slug,
            package_hash,
            loaded_at,
        }))
    }

    /// Whether nothing was ever written: then the county package is loaded.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn is_empty(&self) -> Result<bool, DatabaseError> {
        Ok(self.latest_seq().await? == 0)
    }
}

impl Tx {
    /// Replaces the classification: terms that are not in it any more go, those still in use make the commit fail.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; at commit [`DatabaseError::UnknownReference`].
    pub async fn upsert_taxonomy(&mut self, taxonomy: &Taxonomy) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO taxonomy_term (code, facet, parent, label, description, \
             synonyms, icon, color, shape, ordinal) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        const WHAT: &str = "saving the classification";
        execute!(self, WHAT, "DELETE FROM taxonomy_term")?;
        for (ordinal, term) in (0_i64..).zip(taxonomy.terms()) {
            // Checks every text of the term at once.
            to_json(|| format!("term {}", term.code), term)?;
            let synonyms = to_json(|| format!("term {}", term.code), &term.synonyms)?;
            execute!(
                self,
                WHAT,
                INSERT,
                term.code.as_str(),
                term.facet.as_str(),
                term.parent.as_ref().map(crate::domain::TermCode::as_str),
                &term.label,
                &term.description,
                &synonyms,
                &term.icon,
                &term.color,
                term.shape.map(crate::domain::TermShape::as_str),
                ordinal,
            )?;
        }
        self.append_whole(Entity::Taxonomy).await
    }

    /// Replaces all municipalities; cells that refer to one that is gone make the commit fail.
    ///
    /// # Errors
    /// [`DatabaseError::Duplicate`], [`DatabaseError::Nul`]; at commit [`DatabaseError::UnknownReference`].
    pub async fn replace_municipalities(
        &mut self,
        municipalities: &[MunicipalityRecord],
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO municipality (ags, name, designation, population, \
             population_date, center_lon, center_lat, document, outline) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        const WHAT: &str = "saving the municipalities";
        execute!(self, WHAT, "DELETE FROM municipality")?;
        for MunicipalityRecord { municipality, outline } in municipalities {
            let name = || format!("municipality {}", municipality.ags);
            let document = to_json(name, municipality)?;
            finite(name, &[municipality.center.lon, municipality.center.lat])?;
            execute!(
                self,
                WHAT,
                INSERT,
                municipality.ags.as_str(),
                &municipality.name,
                &municipality.designation,
                i64::from(municipality.population),
                municipality.population_date.to_string(),
                municipality.center.lon,
                municipality.center.lat,
                &document,
                without_nul(&name(), outline)?,
            )?;
        }
        self.append_whole(Entity::Municipalities).await
    }

    /// Replaces the gazetteer.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`], [`DatabaseError::Unstorable`].
    pub async fn replace_places(&mut self, places: &[GazetteerEntry]) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO place (ordinal, name, kind, lon, lat, \
             point_is_fallback, municipalities) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        const WHAT: &str = "saving the gazetteer";
        execute!(self, WHAT, "DELETE FROM place")?;
        for (ordinal, place) in (0_i64..).zip(places) {
            let name = || format!("place {ordinal}");
            finite(name, &[place.point.lon, place.point.lat])?;
            let municipalities = to_json(name, &place.municipalities)?;
            execute!(
                self,
                WHAT,
                INSERT,
                ordinal,
                without_nul(&name(), &place.name)?,
                kind_word(place.kind),
                place.point.lon,
                place.point.lat,
                place.point_is_fallback,
                &municipalities,
            )?;
        }
        self.append_whole(Entity::Places).await
    }

    /// Notes that a county package was loaded, and in which state.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`] and as the database reports.
    pub async fn save_region(
        &mut self,
        slug: &str,
        package_hash: &str,
    ) -> Result<(), DatabaseError> {
        const UPSERT: &str = "INSERT INTO region (slug, package_hash, loaded_at) \
             VALUES ($1, $2, $3) ON CONFLICT (slug) DO UPDATE SET \
             package_hash = excluded.package_hash, loaded_at = excluded.loaded_at";
        let slug = without_nul("the name of a region", slug)?;
        let hash = without_nul("the hash of a package", package_hash)?;
        execute!(self, "noting the loaded package", UPSERT, slug, hash, &self.at)?;
        self.append_change(Entity::Region, slug, ChangeAction::Update, None, None).await?;
        Ok(())
    }

    /// Appends the change of something that is kept as a whole.
    pub(super) async fn append_whole(&mut self, entity: Entity) -> Result<(), DatabaseError> {
        self.append_change(entity, entity.as_str(), ChangeAction::Update, None, None).await?;
        Ok(())
    }
}

/// Refuses what PostgreSQL would store and SQLite turn into NULL.
fn finite(what: impl Fn() -> String, numbers: &[f64]) -> Result<(), DatabaseError> {
    if numbers.iter().all(|number| number.is_finite()) {
        return Ok(());
    }
    let reason = "a coordinate is not a finite number".to_owned();
    Err(DatabaseError::Unstorable { what: what(), reason })
}
