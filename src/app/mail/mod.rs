//! Mail: letters in words, the outbox they are written into, the worker that sends them.

mod backoff;
mod blocks;
mod letter;
mod letterhead;
mod post;
mod tend_outbox;
mod transport;
mod worker;

pub use letter::{EmailLetter, Letter, LetterEntry};
pub use letterhead::Letterhead;
pub use post::Recipient;
pub use transport::{Encryption, MailRoute, MailServer, Mailer, SenderError};
pub use worker::{MailWorker, SendPace, SendReport};
