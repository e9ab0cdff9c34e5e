//! The pieces a document is made of: paragraphs, and where each stood. Nothing here says what the words mean.

use yinuo_diag::{Locator, Span};

/// A paragraph: a run of text without line ends, trimmed of white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text.
    pub span: Span,
    /// The cell it stands in, when it stands in a table. A cell may hold several blocks.
    pub cell: Option<CellAt>,
    /// How a person finds it in their own document, when that is not plain text.
    pub locator: Option<Locator>,
}

impl Block {
    /// A paragraph of plain text.
    pub(crate) fn paragraph(span: Span) -> Self {
        Self { span, cell: None, locator: None }
    }
}

/// A cell of a table. All numbers count from 0; cells without words leave no trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellAt {
    /// Which table of the document.
    pub table: u32,
    /// Its first row.
    pub row: u32,
    /// Its first column.
    pub column: u32,
    /// How many rows it covers, at least 1.
    pub rows: u32,
    /// How many columns it covers, at least 1.
    pub columns: u32,
}

impl CellAt {
    /// A cell that covers one row and one column.
    pub(crate) fn single(table: u32, row: u32, column: u32) -> Self {
        Self { table, row, column, rows: 1, columns: 1 }
    }
}
