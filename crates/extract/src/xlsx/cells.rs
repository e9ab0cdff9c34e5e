//! The cells of one sheet that hold something, with the merges that make some of them larger.

use std::borrow::Cow;
use std::collections::HashMap;

use yinuo_diag::{Diagnostic, Locator};

use super::formats::Format;
use crate::CellAt;
use crate::build::{Builder, CellId};
use crate::xml::{Step, Xml};

/// The largest sheet there can be.
const MAX_ROWS: u32 = 1_048_576;
const MAX_COLUMNS: u32 = 16_384;

/// What the sheets of a workbook share.
#[derive(Default)]
pub(crate) struct Book {
    /// Strings by number.
    pub strings: Vec<String>,
    /// Formats by cell style.
    pub formats: Vec<Format>,
    /// Days are counted from 1904.
    pub from_1904: bool,
}

/// Which sheet is read.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    /// Its number as people count, from 1.
    pub number: u32,
    /// The table it becomes.
    pub table: u32,
}

/// What an open element holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Cell,
    Value,
    Other,
}

/// A cell being read.
#[derive(Default)]
struct Open {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    value: String,
}

impl Book {
    /// Reads a sheet.
    pub fn read(&self, text: &str, sheet: Sheet, out: &mut Builder) -> Result<(), Box<Diagnostic>> {
        let mut placed = HashMap::new();
        let mut open: Option<Open> = None;
        let mut within: Vec<Within> = vec![];
        let (mut row, mut column) = (0, 0);
        let mut xml = Xml::new(text);
        while let Some(step) = xml.next()? {
            match step {
                Step::Start(tag) if matches!(tag.name(), "rPh" | "extLst" | "f") => xml.skip()?,
                Step::Start(tag) => {
                    match tag.name() {
                        "row" => {
                            row = tag.number("r").map_or(row + 1, |r| r.clamp(1, MAX_ROWS));
                            column = 0;
                        }
                        "c" => {
                            let at = tag.attribute("r").and_then(|r| place(&r));
                            (row, column) = at.unwrap_or((row.max(1), column + 1));
                            let kind = tag.attribute("t").unwrap_or_default();
                            let style = tag.number("s").unwrap_or(0) as usize;
                            open = Some(Open { row, column, kind, style, value: String::new() });
                        }
                        "mergeCell" => merge(&tag.attribute("ref").unwrap_or_default(), &placed, out),
                        _ => {}
                    }
                    within.push(match tag.name() {
                        "c" => Within::Cell,
                        "v" | "t" => Within::Value,
                        _ => Within::Other,
                    });
                }
                Step::Text(words) => {
                    if let (Some(Within::Value), Some(cell)) = (within.last(), &mut open) {
                        cell.value.push_str(&words);
                    }
                }
                Step::End => {
                    let ended = within.pop();
                    if let Some(cell) = open.take_if(|_| ended == Some(Within::Cell)) {
                        self.place(cell, sheet, out, &mut placed)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn place(
        &self,
        cell: Open,
        sheet: Sheet,
        out: &mut Builder,
        placed: &mut HashMap<(u32, u32), CellId>,
    ) -> Result<(), Box<Diagnostic>> {
        let shown = match cell.kind.as_str() {
            "s" => cell.value.trim().parse().ok().and_then(|n: usize| self.strings.get(n)).map(Cow::from),
            "inlineStr" | "str" | "d" => Some(Cow::from(&cell.value)),
            "b" | "e" => None,
            _ if cell.value.is_empty() => None,
            _ => {
                let format = self.formats.get(cell.style).unwrap_or(&Format::General);
                Some(format.show(&cell.value, self.from_1904).into())
            }
        };
        let Some(words) = shown else { return Ok(()) };
        out.weigh(words.len())?;
        if words.trim().is_empty() {
            return Ok(());
        }
        let id = out.cell(CellAt::single(sheet.table, cell.row - 1, cell.column - 1))?;
        placed.insert((cell.row, cell.column), id);
        let locator = Locator::Sheet { sheet: Some(sheet.number), row: cell.row, column: cell.column };
        out.push(&words, Some(id), |_, _| locator)
    }
}

/// Row and column of `C7`, both from 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = digits.parse().ok()?;
    ((1..=MAX_ROWS).contains(&row) && (1..=MAX_COLUMNS).contains(&column)).then_some((row, column))
}

/// Makes the cell at the beginning of `A1:C3` as large as that.
fn merge(range: &str, placed: &HashMap<(u32, u32), CellId>, out: &mut Builder) {
    let Some((from, to)) = range.split_once(':') else { return };
    let (Some(from), Some(to)) = (place(from), place(to)) else { return };
    if let Some(id) = placed.get(&from) {
        let cell = out.cell_mut(*id);
        cell.rows = to.0.saturating_sub(from.0) + 1;
        cell.columns = to.1.saturating_sub(from.1) + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_values_and_merges() {
        let book = Book { strings: vec!["序号".into(), "任务".into()], ..Book::default() };
        let xml = "<worksheet><sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c><c r=\"D2\" s=\"4\"/></row>\
                   <row><c><v>1</v></c><c t=\"inlineStr\"><is><r><t>修</t></r><r><t>桥</t></r></is></c><c t=\"e\"><v>#REF!</v></c></row></sheetData>\
                   <mergeCells><mergeCell ref=\"C2:D3\"/><mergeCell ref=\"B9:A1\"/></mergeCells></worksheet>";
        let mut out = Builder::default();
        book.read(xml, Sheet { number: 1, table: 0 }, &mut out).unwrap();
        let (text, blocks) = out.finish();
        let seen: Vec<_> = blocks
            .iter()
            .map(|b| (b.span.of(&text), b.cell.map(|c| (c.row, c.column, c.rows, c.columns)).unwrap()))
            .collect();
        assert_eq!(seen, [("序号", (1, 0, 1, 1)), ("任务", (1, 2, 2, 2)), ("1", (2, 0, 1, 1)), ("修桥", (2, 1, 1, 1))]);
        assert_eq!(blocks[1].locator.map(|l| l.text().en).as_deref(), Some("sheet 1, cell C2"));
    }

    #[test]
    fn names_of_cells() {
        assert_eq!(place("AB12"), Some((12, 28)));
        for none in ["", "A", "12", "A0", "ZZZZZZZZ1", "A99999999"] {
            assert_eq!(place(none), None, "{none}");
        }
    }
}
