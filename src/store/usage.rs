//! Sums of views and questions. What fewer than five asked alike never gets here; the tables refuse it.

use std::collections::BTreeSet;

use super::error::failed;
use super::text::{read_number, read_word, without_nul};
use super::tx::{Tx, execute, insert_rows};
use super::{DatabaseError, Store};
use crate::domain::{
    Ags, LedCount, Month, OrganizationId, ServiceId, UnmetCount, UnmetKind, ViewCount, Week,
    Wording,
};

/// What makes questions that led to entries alike, within a month.
pub type LedKey = (ServiceId, String);
/// What makes questions without a good answer alike, within a week.
pub type UnmetKey = (UnmetKind, Option<Ags>, String);

/// Which questions without a good answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnmetQuery {
    /// From this week on.
    pub from: Week,
    /// Up to this week, itself included.
    pub to: Week,
    /// Only those that named this municipality.
    pub municipality: Option<Ags>,
    /// Only of this kind.
    pub kind: Option<UnmetKind>,
    /// At most so many.
    pub limit: u32,
}

const ADDING: &str = "adding up what was counted";
const READING: &str = "reading what was counted";

fn amount(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn town(municipality: Option<Ags>) -> String {
    municipality.map(|ags| ags.to_string()).unwrap_or_default()
}

fn read_town(row: &str, text: &str) -> Result<Option<Ags>, DatabaseError> {
    if text.is_empty() {
        return Ok(None);
    }
    read_word("usage_unmet", "municipality", row, text, |text| text.parse().ok()).map(Some)
}

impl Tx {
    /// Adds views to what was counted before.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn add_views(&mut self, views: &[ViewCount]) -> Result<(), DatabaseError> {
        const START: &str = "INSERT INTO usage_view (service_id, month, views) ";
        const END: &str = " ON CONFLICT (service_id, month) \
             DO UPDATE SET views = usage_view.views + excluded.views";
        insert_rows!(
            self,
            ADDING,
            START,
            END,
            views,
            |row| row.service_id.to_string(),
            row.month.to_string(),
            amount(row.views)
        );
        Ok(())
    }

    /// Adds questions that led to entries.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports, also where fewer than five would stand there.
    pub async fn add_led(&mut self, led: &[LedCount]) -> Result<(), DatabaseError> {
        // Two statements: a few may be added to many, but a few alone must not stand there, and PostgreSQL checks
        // the row that would be inserted before it looks whether there is one.
        const ADD: &str = "UPDATE usage_led SET asked = asked + $4 \
             WHERE service_id = $1 AND month = $2 AND alike = $3";
        const INSERT: &str = "INSERT INTO usage_led (service_id, month, alike, words, asked) \
             VALUES ($1, $2, $3, $5, $4)";
        for row in led {
            let (id, month) = (row.service_id.to_string(), row.month.to_string());
            let (alike, words) = (&row.wording.alike, &row.wording.words);
            without_nul("a question", alike)?;
            without_nul("a question", words)?;
            let count = amount(row.count);
            if execute!(self, ADDING, ADD, &id, &month, alike, count)? == 0 {
                execute!(self, ADDING, INSERT, &id, &month, alike, count, words)?;
            }
        }
        Ok(())
    }

    /// Adds questions without a good answer.
    ///
    /// # Errors
    /// As [`Tx::add_led`].
    pub async fn add_unmet(&mut self, unmet: &[UnmetCount]) -> Result<(), DatabaseError> {
        const ADD: &str = "UPDATE usage_unmet SET asked = asked + $5 \
             WHERE week = $1 AND kind = $2 AND municipality = $3 AND alike = $4";
        const INSERT: &str = "INSERT INTO usage_unmet (week, kind, municipality, alike, words, asked) \
             VALUES ($1, $2, $3, $4, $6, $5)";
        for row in unmet {
            let (week, kind, town) =
                (row.week.to_string(), row.kind.as_str(), town(row.municipality));
            let (alike, words) = (&row.wording.alike, &row.wording.words);
            without_nul("a question", alike)?;
            without_nul("a question", words)?;
            let count = amount(row.count);
            if execute!(self, ADDING, ADD, &week, kind, &town, alike, count)? == 0 {
                execute!(self, ADDING, INSERT, &week, kind, &town, alike, count, words)?;
            }
        }
        Ok(())
    }

    /// Forgets what is older than these months and this week; how many rows.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_usage(
        &mut self,
        views: Month,
        led: Month,
        unmet: Week,
    ) -> Result<u64, DatabaseError> {
        const VIEWS: &str = "DELETE FROM usage_view WHERE month < $1";
        const LED: &str = "DELETE FROM usage_led WHERE month < $1";
        const UNMET: &str = "DELETE FROM usage_unmet WHERE week < $1";
        const WHAT: &str = "forgetting what was counted long ago";
        // Both periods are written so that their order is that of their texts.
        let forgotten = execute!(self, WHAT, VIEWS, views.to_string())?
            + execute!(self, WHAT, LED, led.to_string())?
            + execute!(self, WHAT, UNMET, unmet.to_string())?;
        Ok(forgotten)
    }
}

impl Store {
    /// Which questions that led to entries are known of a month: to these, fewer than five may be added.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn known_led(&self, month: Month) -> Result<BTreeSet<LedKey>, DatabaseError> {
        const LIST: &str = "SELECT service_id, alike FROM usage_led WHERE month = $1";
        let month = month.to_string();
        let rows: Vec<(String, String)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(&month).fetch_all(pool).await
        })
        .map_err(failed(READING))?;
        rows.into_iter().map(|(id, alike)| Ok((read_id("usage_led", &id)?, alike))).collect()
    }

    /// The same of questions without a good answer, and a week.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn known_unmet(&self, week: Week) -> Result<BTreeSet<UnmetKey>, DatabaseError> {
        const LIST: &str = "SELECT kind, municipality, alike FROM usage_unmet WHERE week = $1";
        let week = week.to_string();
        let rows: Vec<(String, String, String)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(&week).fetch_all(pool).await
        })
        .map_err(failed(READING))?;
        rows.into_iter()
            .map(|(kind, town, alike)| {
                let kind = read_word("usage_unmet", "kind", &alike, &kind, UnmetKind::parse)?;
                Ok((kind, read_town(&alike, &town)?, alike))
            })
            .collect()
    }

    /// How often an entry was opened, month by month from `from` on.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_views(
        &self,
        id: ServiceId,
        from: Month,
    ) -> Result<Vec<ViewCount>, DatabaseError> {
        const LIST: &str = "SELECT month, views FROM usage_view \
             WHERE service_id = $1 AND month >= $2 ORDER BY month";
        let (key, from) = (id.to_string(), from.to_string());
        let rows: Vec<(String, i64)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(&key).bind(&from).fetch_all(pool).await
        })
        .map_err(failed(READING))?;
        rows.into_iter()
            .map(|(month, views)| {
                Ok(ViewCount {
                    service_id: id,
                    month: read_word("usage_view", "month", &key, &month, Month::parse)?,
                    views: read_number("usage_view", "views", &key, views)?,
                })
            })
            .collect()
    }

    /// Which questions led to an entry, month by month from `from` on, the most frequent of a month first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_led(
        &self,
        id: ServiceId,
        from: Month,
    ) -> Result<Vec<LedCount>, DatabaseError> {
        const LIST: &str = "SELECT month, alike, words, asked FROM usage_led \
             WHERE service_id = $1 AND month >= $2 ORDER BY month, asked DESC";
        let (key, from) = (id.to_string(), from.to_string());
        let rows: Vec<(String, String, String, i64)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(&key).bind(&from).fetch_all(pool).await
        })
        .map_err(failed(READING))?;
        let mut all = Vec::with_capacity(rows.len());
        for (month, alike, words, asked) in rows {
            all.push(LedCount {
                service_id: id,
                month: read_word("usage_led", "month", &key, &month, Month::parse)?,
                count: read_number("usage_led", "asked", &key, asked)?,
                wording: Wording { alike, words },
            });
        }
        // Ties in an order that does not depend on the database's alphabet.
        all.sort_by(|a, b| {
            (a.month, b.count, &a.wording.alike).cmp(&(b.month, a.count, &b.wording.alike))
        });
        Ok(all)
    }

    /// How often the entries of some organizations were opened and which questions led to them, from `from` on, in one
    /// query: as [`Store::list_views`] and [`Store::list_led`] say it of one entry.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_reach_of(
        &self,
        owners: &[OrganizationId],
        from: Month,
    ) -> Result<(Vec<ViewCount>, Vec<LedCount>), DatabaseError> {
        const VIEWS: &str = "SELECT 'view' AS kind, v.service_id, v.month, '' AS alike, \
             '' AS words, v.views AS amount FROM usage_view v \
             JOIN service s ON s.id = v.service_id WHERE v.month >= ";
        const LED: &str = " UNION ALL SELECT 'led', l.service_id, l.month, l.alike, l.words, \
             l.asked FROM usage_led l JOIN service s ON s.id = l.service_id WHERE l.month >= ";
        type Row = (String, String, String, String, String, i64);
        if owners.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let from = from.to_string();
        let rows: Vec<Row> = on_pool!(self, pool => {
            let mut statement = sqlx::QueryBuilder::new("");
            for half in [VIEWS, LED] {
                statement.push(half).push_bind(&from).push(" AND s.organization_id IN (");
                let mut list = statement.separated(", ");
                for owner in owners {
                    list.push_bind(owner.to_string());
                }
                statement.push(")");
            }
            statement.build_query_as().fetch_all(pool).await
        })
        .map_err(failed(READING))?;
        let (mut views, mut led) = (Vec::new(), Vec::new());
        for (kind, key, month, alike, words, amount) in rows {
            let service_id = read_id("usage_view", &key)?;
            let month = read_word("usage_view", "month", &key, &month, Month::parse)?;
            let count = read_number("usage_view", "views", &key, amount)?;
            if kind == "view" {
                views.push(ViewCount { service_id, month, views: count });
            } else {
                led.push(LedCount { service_id, month, count, wording: Wording { alike, words } });
            }
        }
        led.sort_by(|a, b| {
            let rest = |one: &LedCount| (one.service_id, one.month);
            (rest(a), b.count, &a.wording.alike).cmp(&(rest(b), a.count, &b.wording.alike))
        });
        Ok((views, led))
    }

    /// Questions without a good answer: the newest week first, in it the most frequent.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_unmet(&self, query: &UnmetQuery) -> Result<Vec<UnmetCount>, DatabaseError> {
        const TABLE: &str = "usage_unmet";
        type Row = (String, String, String, String, String, i64);
        const LIST: &str = "SELECT week, kind, municipality, alike, words, asked \
             FROM usage_unmet WHERE week >= $1 AND week <= $2 \
             AND ($3 = '' OR municipality = $3) AND ($4 = '' OR kind = $4) \
             ORDER BY week DESC, asked DESC LIMIT $5";
        let (from, to) = (query.from.to_string(), query.to.to_string());
        let place = town(query.municipality);
        let kind = query.kind.map_or("", UnmetKind::as_str);
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST)
                .bind(&from)
                .bind(&to)
                .bind(&place)
                .bind(kind)
                .bind(i64::from(query.limit))
                .fetch_all(pool)
                .await
        })
        .map_err(failed(READING))?;
        let mut all = Vec::with_capacity(rows.len());
        for (week, kind, town, alike, words, asked) in rows {
            all.push(UnmetCount {
                week: read_word(TABLE, "week", &alike, &week, Week::parse)?,
                kind: read_word(TABLE, "kind", &alike, &kind, UnmetKind::parse)?,
                municipality: read_town(&alike, &town)?,
                count: read_number(TABLE, "asked", &alike, asked)?,
                wording: Wording { alike, words },
            });
        }
        all.sort_by(|a, b| {
            let rest = |one: &UnmetCount| (one.wording.alike.clone(), one.municipality, one.kind);
            (b.week, b.count, rest(a)).cmp(&(a.week, a.count, rest(b)))
        });
        Ok(all)
    }
}

fn read_id(table: &'static str, text: &str) -> Result<ServiceId, DatabaseError> {
    read_word(table, "service_id", text, text, |text| text.parse().ok())
}
