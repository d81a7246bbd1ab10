//! The case after a case, and the one before it, in the order of the list: looked up by key, whatever else waits.

use super::Author;
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{ReviewStatus, ServiceId};
use crate::store::{ImportCaseState, WaitingKey, WaitingPart};

/// A case that an editor goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingCase {
    /// The entry.
    pub id: ServiceId,
    /// Whether it is about what a county package says of the entry, not about the entry itself.
    pub source: bool,
}

/// What lies beside a case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before; `None` = it is the first, or waits no more.
    pub previous: Option<WaitingCase>,
    /// The one after; behind the last comes the first. `None` = nothing else waits.
    pub next: Option<WaitingCase>,
}

impl WaitingCase {
    const fn of(part: WaitingPart, id: ServiceId) -> Self {
        let source = matches!(part, WaitingPart::SourceChanged | WaitingPart::SourceGone);
        Self { id, source }
    }
}

impl Desk {
    /// What lies beside a case in the order of the list, of what somebody has written, what a package says otherwise and
    /// what is to be looked at afterwards. Some indexed lookups, however much waits.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn neighbours(
        &self,
        author: &Author,
        own: WaitingCase,
    ) -> Result<Neighbours, AppError> {
        may(&author.actor, Action::ReviewListing, Subject::default())?;
        let here = self.place_in_queue(own).await?;
        let mut beside = Neighbours::default();
        if let Some((part, key)) = &here {
            beside.next = self.onward(own, *part, Some(key)).await?;
            beside.previous = self.backward(own, *part, key).await?;
        }
        if beside.next.is_none() {
            beside.next = self.onward(own, WaitingPart::New, None).await?;
        }
        Ok(beside)
    }

    /// Where a case stands; `None` = it waits no more.
    async fn place_in_queue(
        &self,
        own: WaitingCase,
    ) -> Result<Option<(WaitingPart, WaitingKey)>, AppError> {
        let id = own.id;
        if own.source {
            let case = self.store.find_import_case(id).await?;
            return Ok(case.filter(|case| case.state == ImportCaseState::Open).map(|case| {
                let gone = case.said.is_none();
                let part = if gone { WaitingPart::SourceGone } else { WaitingPart::SourceChanged };
                (part, (case.since, id))
            }));
        }
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        if record.review_status == ReviewStatus::Pending {
            let public = record.published_revision.is_some();
            let part = if public { WaitingPart::Changed } else { WaitingPart::New };
            return Ok(Some((part, (record.last_modified, id))));
        }
        let since = self.store.find_sample(id).await?;
        Ok(since.map(|since| (WaitingPart::Sample, (since, id))))
    }

    async fn onward(
        &self,
        own: WaitingCase,
        from: WaitingPart,
        key: Option<&WaitingKey>,
    ) -> Result<Option<WaitingCase>, AppError> {
        for part in WaitingPart::ALL.into_iter().filter(|part| *part >= from) {
            let mut after = key.filter(|_| part == from).cloned();
            while let Some(found) = self.store.next_waiting(part, after.as_ref()).await? {
                let case = WaitingCase::of(part, found.1);
                if case != own {
                    return Ok(Some(case));
                }
                after = Some(found);
            }
        }
        Ok(None)
    }

    async fn backward(
        &self,
        own: WaitingCase,
        from: WaitingPart,
        key: &WaitingKey,
    ) -> Result<Option<WaitingCase>, AppError> {
        for part in WaitingPart::ALL.into_iter().rev().filter(|part| *part <= from) {
            let mut before = Some(key.clone()).filter(|_| part == from);
            while let Some(found) = self.store.previous_waiting(part, before.as_ref()).await? {
                let case = WaitingCase::of(part, found.1);
                if case != own {
                    return Ok(Some(case));
                }
                before = Some(found);
            }
        }
        Ok(None)
    }
}
