//! Paragraphs to rows and cells: which words are a category, a commitment, a milestone. Reads no quantities.

mod outline;

use yinuo_extract::Document;

pub use outline::{Group, Outline, Row};

use crate::Options;

/// Finds the list in a document.
pub fn read(_document: &Document, _options: &Options) -> Outline {
    Outline::default()
}
