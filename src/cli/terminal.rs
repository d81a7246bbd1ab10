//! Where the program speaks to the person who started it; tests read along.

use std::fmt::Display;
use std::io::Write;

/// Standard output for results, standard error for everything else.
pub struct Terminal<'a> {
    out: &'a mut (dyn Write + Send),
    err: &'a mut (dyn Write + Send),
    shows_progress: bool,
}

impl<'a> Terminal<'a> {
    /// A terminal that writes to these two.
    pub fn new(out: &'a mut (dyn Write + Send), err: &'a mut (dyn Write + Send)) -> Self {
        Self { out, err, shows_progress: false }
    }

    /// Whether somebody watches, so that long work tells how far it is.
    #[must_use]
    pub fn with_progress(mut self, shows_progress: bool) -> Self {
        self.shows_progress = shows_progress;
        self
    }

    /// How far long work is, on a line that the next one overwrites; only where somebody watches.
    pub(super) fn progress(&mut self, line: impl Display) {
        if self.shows_progress {
            let _ = write!(self.err, "\r\x1b[K{line}").and_then(|()| self.err.flush());
        }
    }

    /// Wipes the line of the progress.
    pub(super) fn end_progress(&mut self) {
        self.progress("");
    }

    /// A line of the result. Who has closed the pipe does not want to read on, and that is no error.
    pub fn say(&mut self, line: impl Display) {
        let _ = writeln!(self.out, "{line}").and_then(|()| self.out.flush());
    }

    /// A line about what went wrong.
    pub fn complain(&mut self, line: impl Display) {
        let _ = writeln!(self.err, "{line}").and_then(|()| self.err.flush());
    }
}
