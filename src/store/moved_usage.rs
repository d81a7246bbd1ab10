//! What was counted for an entry that became part of another goes to that one, and back when the merge is undone.

use super::DatabaseError;
use super::error::failed;
use super::merges::{MovedLed, MovedViews};
use super::text::read_word;
use super::tx::{Tx, execute};
use crate::domain::ServiceId;

const MOVING: &str = "moving what was counted";
/// As [`Tx::add_views`] does it, for one sum.
const ADD_VIEWS: &str = "INSERT INTO usage_view (service_id, month, views) VALUES ($1, $2, $3) \
     ON CONFLICT (service_id, month) DO UPDATE SET views = usage_view.views + excluded.views";
const ADD_LED: &str = "INSERT INTO usage_led (service_id, month, alike, words, asked) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (service_id, month, alike) \
     DO UPDATE SET asked = usage_led.asked + excluded.asked";

impl Tx {
    /// Adds what was counted for one entry to another; what was moved.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn move_usage(
        &mut self,
        from: ServiceId,
        to: ServiceId,
    ) -> Result<(Vec<MovedViews>, Vec<MovedLed>), DatabaseError> {
        const VIEWS: &str = "SELECT month, views FROM usage_view WHERE service_id = $1 \
             ORDER BY month";
        const LED: &str = "SELECT month, alike, words, asked FROM usage_led \
             WHERE service_id = $1 ORDER BY month, alike";
        const DROP_VIEWS: &str = "DELETE FROM usage_view WHERE service_id = $1";
        const DROP_LED: &str = "DELETE FROM usage_led WHERE service_id = $1";
        let from = from.to_string();
        let views: Vec<(String, i64)> = on_tx!(self, connection => {
            sqlx::query_as(VIEWS).bind(&from).fetch_all(&mut *connection).await
        })
        .map_err(failed(MOVING))?;
        let led: Vec<(String, String, String, i64)> = on_tx!(self, connection => {
            sqlx::query_as(LED).bind(&from).fetch_all(&mut *connection).await
        })
        .map_err(failed(MOVING))?;
        let views: Vec<MovedViews> =
            views.into_iter().map(|(month, views)| MovedViews { month, views }).collect();
        let led: Vec<MovedLed> = led
            .into_iter()
            .map(|(month, alike, words, asked)| MovedLed { month, alike, words, asked })
            .collect();
        execute!(self, MOVING, DROP_VIEWS, &from)?;
        execute!(self, MOVING, DROP_LED, &from)?;
        self.put_usage(to, &views, &led).await?;
        Ok((views, led))
    }

    /// Gives back what [`Tx::move_usage`] has moved. What came to the other entry since stays there; a question of which
    /// fewer than five would stand there alone does not.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn return_usage(
        &mut self,
        from: ServiceId,
        to: ServiceId,
        (views, led): (&[MovedViews], &[MovedLed]),
    ) -> Result<(), DatabaseError> {
        const DROP_VIEWS: &str =
            "DELETE FROM usage_view WHERE service_id = $1 AND month = $2 AND views <= $3";
        const TAKE_VIEWS: &str =
            "UPDATE usage_view SET views = views - $3 WHERE service_id = $1 AND month = $2";
        const DROP_LED: &str = "DELETE FROM usage_led \
             WHERE service_id = $1 AND month = $2 AND alike = $3 AND asked < $4 + 5";
        const TAKE_LED: &str = "UPDATE usage_led SET asked = asked - $4 \
             WHERE service_id = $1 AND month = $2 AND alike = $3";
        let other = from.to_string();
        for MovedViews { month, views } in views {
            if execute!(self, MOVING, DROP_VIEWS, &other, month, *views)? == 0 {
                execute!(self, MOVING, TAKE_VIEWS, &other, month, *views)?;
            }
        }
        for MovedLed { month, alike, asked, .. } in led {
            if execute!(self, MOVING, DROP_LED, &other, month, alike, *asked)? == 0 {
                execute!(self, MOVING, TAKE_LED, &other, month, alike, *asked)?;
            }
        }
        self.put_usage(to, views, led).await
    }

    async fn put_usage(
        &mut self,
        to: ServiceId,
        views: &[MovedViews],
        led: &[MovedLed],
    ) -> Result<(), DatabaseError> {
        let to = to.to_string();
        for MovedViews { month, views } in views {
            execute!(self, MOVING, ADD_VIEWS, &to, month, *views)?;
        }
        for MovedLed { month, alike, words, asked } in led {
            execute!(self, MOVING, ADD_LED, &to, month, alike, words, *asked)?;
        }
        Ok(())
    }

    /// All entries that became part of others, each with the one it leads to.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_merged(&mut self) -> Result<Vec<(ServiceId, ServiceId)>, DatabaseError> {
        const LIST: &str = "SELECT old_id, service_id FROM entry_alias WHERE kind = 'service'";
        let rows: Vec<(String, String)> = on_tx!(self, connection => {
            sqlx::query_as(LIST).fetch_all(&mut *connection).await
        })
        .map_err(failed(MOVING))?;
        let read = |old: &str, text: &str| {
            read_word("entry_alias", "service_id", old, text, |text| text.parse().ok())
        };
        rows.iter().map(|(old, kept)| Ok((read(old, old)?, read(old, kept)?))).collect()
    }
}
