//! The API definition of the analyses.
