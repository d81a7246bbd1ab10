//! Where the program speaks to the person who started it; tests read along.

use std::fmt::Display;
use std::io::Write;

/// Standard output for results, standard error for everything else.
pub struct Terminal<'a> {
    out: &'a mut (dyn Write + Send),
    err: &'a mut (dyn Write + Send),
}

impl<'a> Terminal<'a> {
    /// A terminal that writes to these two.
    pub fn new(out: &'a mut (dyn Write + Send), err: &'a mut (dyn Write + Send)) -> Self {
        Self { out, err }
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
