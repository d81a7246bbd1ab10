//! Editors and providers at the desk.

mod desk;
mod life;
mod merges;
