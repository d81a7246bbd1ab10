//! What people looked for and did not find.

use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Ags, KEEP_UNMET_MONTHS, UnmetCount, UnmetKind, Week};
use crate::store::UnmetQuery;

/// Most rows of one answer.
const MOST: u32 = 1_000;

/// Which questions without a good answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnmetFilter {
    /// From this week on; without, as far back as they are kept.
    pub from: Option<Week>,
    /// Up to this week; without, up to this one.
    pub to: Option<Week>,
    /// Only those that named this municipality.
    pub municipality: Option<Ags>,
    /// Only of this kind.
    pub kind: Option<UnmetKind>,
}

/// Questions without a good answer.
pub type Unmet = Vec<UnmetCount>;

impl Desk {
    /// Questions without a good answer: the newest week first, in it the most frequent.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_unmet(
        &self,
        author: &Author,
        filter: UnmetFilter,
    ) -> Result<Unmet, AppError> {
        may(&author.actor, Action::ReadUnmet, Subject::default())?;
        let this = Week::of(self.today());
        let months = chrono::Months::new(KEEP_UNMET_MONTHS);
        let first = self.today().checked_sub_months(months).map_or(this, Week::of);
        let query = UnmetQuery {
            from: filter.from.unwrap_or(first),
            to: filter.to.unwrap_or(this),
            municipality: filter.municipality,
            kind: filter.kind,
            limit: MOST,
        };
        Ok(self.store.list_unmet(&query).await?)
    }
}
