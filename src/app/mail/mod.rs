//! Mail: letters in words, the outbox they are written into, the worker that sends them.

mod blocks;
mod letter;
mod letterhead;
mod post;

pub use letter::{Letter, LetterEntry, ReminderStep};
pub use letterhead::Letterhead;
pub use post::Recipient;
