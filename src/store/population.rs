//! The census grid: its cells and what it is, replaced together.

use super::error::failed;
use super::feed::Entity;
use super::text::{from_json, read_number, read_word, to_json};
use super::tx::{Tx, execute, insert_rows};
use super::{DatabaseError, Store};
use crate::domain::{AgeBands, CensusVintage, PopulationCell};

#[derive(Debug, sqlx::FromRow)]
struct CellRow {
    easting_m: i64,
    northing_m: i64,
    size_m: i64,
    ags: String,
    people: i64,
    lt18: Option<i64>,
    a18to29: Option<i64>,
    a30to49: Option<i64>,
    a50to64: Option<i64>,
    ge65: Option<i64>,
}

impl CellRow {
    fn read(&self) -> Result<PopulationCell, DatabaseError> {
        const TABLE: &str = "population_cell";
        let key = format!("{}/{}/{}", self.size_m, self.easting_m, self.northing_m);
        let number = |column: &'static str, n: i64| read_number(TABLE, column, &key, n);
        let band = |column: &'static str, n: Option<i64>| n.map(|n| number(column, n)).transpose();
        Ok(PopulationCell {
            easting_m: number("easting_m", self.easting_m)?,
            northing_m: number("northing_m", self.northing_m)?,
            size_m: number("size_m", self.size_m)?,
            ags: read_word(TABLE, "ags", &key, &self.ags, |t| t.parse().ok())?,
            people: number("people", self.people)?,
            ages: AgeBands {
                lt18: band("lt18", self.lt18)?,
                a18to29: band("a18to29", self.a18to29)?,
                a30to49: band("a30to49", self.a30to49)?,
                a50to64: band("a50to64", self.a50to64)?,
                ge65: band("ge65", self.ge65)?,
            },
        })
    }
}

impl Store {
    /// All population cells, by size, then east, then north.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that cannot be read.
    pub async fn list_population_cells(&self) -> Result<Vec<PopulationCell>, DatabaseError> {
        const LIST: &str = "SELECT easting_m, northing_m, size_m, ags, people, lt18, a18to29, \
             a30to49, a50to64, ge65 FROM population_cell ORDER BY size_m, easting_m, northing_m";
        let rows: Vec<CellRow> = on_pool!(self, pool => sqlx::query_as(LIST).fetch_all(pool).await)
            .map_err(failed("reading the population cells"))?;
        rows.iter().map(CellRow::read).collect()
    }

    /// Which grid the cells are of; `None` when there are none yet, or a package brought them before this was noted.
    ///
    /// # Errors
    /// As [`Store::list_population_cells`].
    pub async fn find_census(&self) -> Result<Option<CensusVintage>, DatabaseError> {
        const FIND: &str = "SELECT document FROM census_grid WHERE id = 1";
        let row: Option<(String,)> =
            on_pool!(self, pool => sqlx::query_as(FIND).fetch_optional(pool).await)
                .map_err(failed("reading which census grid is loaded"))?;
        row.map(|(document,)| from_json("census_grid", "document", || "1".to_owned(), &document))
            .transpose()
    }
}

impl Tx {
    /// Replaces all population cells, and notes which grid they are of.
    ///
    /// # Errors
    /// [`DatabaseError::Duplicate`] for a cell given twice, [`DatabaseError::Nul`] in a text of the vintage; at
    /// commit [`DatabaseError::UnknownReference`] for a municipality that is not there.
    pub async fn replace_population_cells(
        &mut self,
        cells: &[PopulationCell],
        census: &CensusVintage,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO population_cell (easting_m, northing_m, size_m, ags, \
             people, lt18, a18to29, a30to49, a50to64, ge65) ";
        const NOTE: &str = "INSERT INTO census_grid (id, origin, document) VALUES (1, $1, $2) \
             ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, document = excluded.document";
        const WHAT: &str = "saving the population cells";
        execute!(self, WHAT, "DELETE FROM population_cell")?;
        insert_rows!(
            self,
            WHAT,
            INSERT,
            "",
            cells,
            |cell| i64::from(cell.easting_m),
            i64::from(cell.northing_m),
            i64::from(cell.size_m),
            cell.ags.as_str(),
            i64::from(cell.people),
            cell.ages.lt18.map(i64::from),
            cell.ages.a18to29.map(i64::from),
            cell.ages.a30to49.map(i64::from),
            cell.ages.a50to64.map(i64::from),
            cell.ages.ge65.map(i64::from),
        );
        let origin = if census.import.is_some() { "import" } else { "package" };
        let document = to_json(|| "the census grid".to_owned(), census)?;
        execute!(self, WHAT, NOTE, origin, &document)?;
        self.append_whole(Entity::PopulationCells).await
    }
}
