//! Writes a letter into the outbox, within the transaction of what it tells of.

use uuid::Uuid;

use super::letter::Letter;
use super::letterhead::Letterhead;
use crate::app::{AppError, Desk};
use crate::domain::{FieldError, FieldErrors, Mail, MailId};
use crate::store::Tx;

/// To whom a letter goes.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The mail address.
    pub address: String,
    /// The account it belongs to: the letter is erased with it. `None` = somebody without an account.
    pub account: Option<Uuid>,
}

// An address is nobody's business but its owner's, so it never shows in a log.
impl std::fmt::Debug for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recipient").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Desk {
    /// The same desk, writing letters under this head.
    #[must_use]
    pub fn with_letterhead(mut self, letterhead: Letterhead) -> Self {
        self.letterhead = letterhead.into();
        self
    }

    /// The head under which this desk writes.
    #[must_use]
    pub fn letterhead(&self) -> &Letterhead {
        &self.letterhead
    }

    /// Writes a letter into the outbox: it is sent if, and only if, `tx` is committed.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/email` for an address that no mail can be sent to; otherwise as the database reports.
    pub async fn post(
        &self,
        tx: &mut Tx,
        to: &Recipient,
        letter: &Letter,
    ) -> Result<MailId, AppError> {
        if !is_address(&to.address) {
            let detail = "no mail can be sent to this address";
            return Err(FieldErrors(vec![FieldError::new("/email", "not_an_email", detail)]).into());
        }
        let written = letter.write(&self.letterhead);
        let mail = Mail {
            id: MailId(self.ids.next()),
            kind: letter.kind().to_owned(),
            recipient: to.address.clone(),
            account: to.account,
            subject: written.subject,
            plain: written.plain,
            html: written.html,
        };
        tx.enqueue_mail(&mail).await?;
        Ok(mail.id)
    }
}

/// Whether a mail can be addressed to `text`.
fn is_address(text: &str) -> bool {
    text.parse::<lettre::Address>().is_ok()
}
