//! Faults of large files: the first of them are named, the others counted.

use crate::exchange::{ImportError, ImportErrors};

/// So many faults are named.
pub(super) const NAMED: usize = 100;
/// After so many a file is not read on.
const ENOUGH: u64 = 100_000;

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    named: Vec<ImportError>,
    count: u64,
}

impl Faults {
    /// Adds a fault at a place in a file.
    pub(super) fn add(
        &mut self,
        file: &str,
        row: Option<u64>,
        column: Option<&str>,
        code: &str,
        detail: impl FnOnce() -> String,
    ) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(ImportError {
                file: file.to_owned(),
                row,
                column: column.map(str::to_owned),
                code: code.to_owned(),
                detail: detail(),
            });
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether reading on would only find more of the same.
    pub(super) const fn is_enough(&self) -> bool {
        self.count >= ENOUGH
    }

    /// The faults in the order they were found; how many more there are stands in the last.
    pub(super) fn into_errors(self, last_file: &str) -> ImportErrors {
        let mut errors = self.named;
        let more = self.count - errors.len() as u64;
        if more > 0 {
            let at_least = if self.count >= ENOUGH { "at least " } else { "" };
            errors.push(ImportError {
                file: last_file.to_owned(),
                row: None,
                column: None,
                code: "more_faults".to_owned(),
                detail: format!("{at_least}{more} more faults are not listed"),
            });
        }
        ImportErrors(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_hundred_are_named_and_the_others_counted() {
        let mut faults = Faults::default();
        assert!(faults.is_empty());
        for row in 0..250 {
            faults.add("a.csv", Some(row), Some("x"), "wrong", || format!("{row} is wrong"));
        }
        assert!(!faults.is_empty() && !faults.is_enough());
        let errors = faults.into_errors("a.csv").0;
        assert_eq!(errors.len(), NAMED + 1);
        assert_eq!((errors[99].row, errors[99].detail.as_str()), (Some(99), "99 is wrong"));
        assert_eq!(errors[100].detail, "150 more faults are not listed");
    }
}
