//! Faults of an input: which file, which line, which column, what is wrong.

use std::fmt;

use serde::Serialize;

/// One fault of an input file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ImportError {
    /// Name of the file.
    pub file: String,
    /// Line of the file (the header of a table is line 1); in GeoJSON the number of the feature, from 1.
    pub row: Option<u64>,
    /// Column of a table, key of a TOML file or JSON pointer.
    pub column: Option<String>,
    /// Machine-readable code in `snake_case`, for example `unknown_ags`.
    pub code: String,
    /// What is wrong and what to do, in plain English.
    pub detail: String,
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ":{row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, " [{column}]")?;
        }
        write!(f, ": {} ({})", self.detail, self.code)
    }
}

impl std::error::Error for ImportError {}

/// All faults of an input; never empty when returned as an error.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportErrors(pub Vec<ImportError>);

impl ImportErrors {
    /// Adds a fault of a whole file.
    pub fn file(&mut self, file: &str, code: &str, detail: impl Into<String>) {
        self.add(file, None, None, code, detail);
    }

    /// Adds a fault at a place in a file.
    pub fn add(
        &mut self,
        file: &str,
        row: Option<u64>,
        column: Option<&str>,
        code: &str,
        detail: impl Into<String>,
    ) {
        self.0.push(ImportError {
            file: file.to_owned(),
            row,
            column: column.map(str::to_owned),
            code: code.to_owned(),
            detail: detail.into(),
        });
    }

    /// Whether nothing was found wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok(value)` when nothing was found wrong.
    ///
    /// # Errors
    /// The collected faults in the order of file, line and column.
    pub fn into_result<T>(mut self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            return Ok(value);
        }
        self.0.sort();
        Err(self)
    }
}

impl fmt::Display for ImportErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} faults, nothing was loaded", self.0.len())?;
        for error in &self.0 {
            write!(f, "\n{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ImportErrors {}
