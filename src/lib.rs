pub mod domain;
pub mod spatial;
