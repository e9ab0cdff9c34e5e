//! Renderers of diagnostics, one file per format. They read diagnostics and never change them.

pub mod compact;
pub mod github;
pub mod json;
pub mod listing;
pub mod pretty;
pub mod sarif;
mod source;
mod tally;
mod together;

pub use source::Source;
pub use tally::Tally;
