//! Where a piece of text stood in the person's own document, in the words of the program it came from: a cell of a
//! sheet, a line of a page. Spans stay the places of record; a locator is how a person finds them.

use std::fmt::Write;

use crate::Text;

/// A place in a document that is not plain text. All numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locator {
    /// A paragraph outside of tables.
    Paragraph(u32),
    /// A cell of a table in running text.
    Table {
        /// Which table of the document.
        table: u32,
        /// Its row.
        row: u32,
        /// Its column.
        column: u32,
    },
    /// A cell of a spreadsheet.
    Sheet {
        /// Which sheet; a file that has no sheets has none.
        sheet: Option<u32>,
        /// Its row.
        row: u32,
        /// Its column.
        column: u32,
    },
    /// A line of a page.
    Page {
        /// Which page.
        page: u32,
        /// Which line of it.
        line: u32,
    },
}

impl Locator {
    /// As people say it: `sheet 1, cell C7`.
    pub fn text(self) -> Text {
        match self {
            Locator::Paragraph(n) => Text::new(format!("第 {n} 段"), format!("paragraph {n}")),
            Locator::Table { table, row, column } => Text::new(
                format!("表 {table} 第 {row} 行第 {column} 列"),
                format!("table {table}, row {row}, column {column}"),
            ),
            Locator::Sheet { sheet, row, column } => {
                let cell = cell_name(row, column);
                match sheet {
                    Some(n) => Text::new(format!("工作表 {n} 单元格 {cell}"), format!("sheet {n}, cell {cell}")),
                    None => Text::new(format!("单元格 {cell}"), format!("cell {cell}")),
                }
            }
            Locator::Page { page, line } => {
                Text::new(format!("第 {page} 页第 {line} 行"), format!("page {page}, line {line}"))
            }
        }
    }
}

/// The name of a cell in a spreadsheet: `C7`.
fn cell_name(row: u32, column: u32) -> String {
    let mut name = column_name(column);
    let _ = write!(name, "{row}");
    name
}

/// The name of a column in a spreadsheet, the first being 1: `A`, `Z`, `AA`.
pub fn column_name(column: u32) -> String {
    let (mut letters, mut rest) = (vec![], column);
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|b| *b as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_of_spreadsheets() {
        for (column, name) in [(1, "A9"), (26, "Z9"), (27, "AA9"), (702, "ZZ9"), (703, "AAA9")] {
            assert_eq!(cell_name(9, column), name);
        }
        let at = Locator::Sheet { sheet: Some(1), row: 7, column: 3 };
        assert_eq!(at.text(), Text::new("工作表 1 单元格 C7", "sheet 1, cell C7"));
    }
}
