//! The paragraphs between one number and the next, divided into the cells of a row, or of several where numbers are missing.
//! Each segment is divided by itself, so that several threads may share them; what rows are to each other is left to `rows`.

use std::borrow::Cow;

use yinuo_diag::Span;

use super::Anchor;
use super::assign::{self, Task};
use super::atoms::{self, Atom};
use super::doubts::{self, Doubted};
use super::row;
use super::schema::Schema;
use crate::cell::Cell;
use crate::layout::headings::Column;
use crate::layout::notes::RowGuess;
use crate::layout::outline::Row;
use crate::layout::paragraph::Paragraph;

/// What it costs to take the words after one number for two rows.
const SECOND_ROW: f32 = 1.5;

/// How many rows without a number are looked for between two numbers.
const MAX_UNNUMBERED: u32 = 3;

/// A flattened table whose columns are known.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// The text that spans point into.
    pub source: &'a str,
    /// All paragraphs of the document.
    pub paragraphs: &'a [Paragraph<'a>],
    /// Its columns.
    pub schema: &'a Schema,
    /// The year of its periods.
    pub year: i16,
}

/// What stands between the number of a row and the next.
pub struct Segment {
    /// The number.
    pub anchor: Anchor,
    /// The paragraphs after it.
    pub content: Vec<usize>,
    /// Where it ends.
    pub end: usize,
    /// The number after it, where only rows lie between.
    pub next_value: Option<u32>,
    /// The category it belongs to.
    pub group: usize,
}

/// A row that a segment was divided into.
pub struct Divided {
    /// The row, with the number that is written; 0 where none is.
    pub row: Row,
    /// Where its first cell begins.
    pub begins: Span,
    /// What was guessed.
    pub guess: RowGuess,
    /// The border that could most easily be elsewhere.
    pub doubt: Option<Doubted>,
}

impl Table<'_> {
    /// Divides a segment: the row that its number heads, and rows after it that have no number.
    pub fn divide(&self, segment: Segment) -> Vec<Divided> {
        let Segment { anchor, content, end, next_value, .. } = segment;
        let mut atoms = Vec::with_capacity(2 * self.schema.columns.len());
        let number = &self.paragraphs[anchor.at];
        if anchor.len < number.text.len() {
            atoms::split(number, anchor.len, &mut atoms);
        }
        content.into_iter().for_each(|i| atoms::split(&self.paragraphs[i], 0, &mut atoms));
        let width = self.schema.columns.len();
        let paragraphs = atoms.iter().filter(|a| a.first).count();
        let missing = next_value.map_or(0, |next| next.saturating_sub(anchor.value + 1));
        let unnumbered = match missing {
            0 if self.holds_two(&atoms, paragraphs, end) => 1,
            1..=MAX_UNNUMBERED if paragraphs + missing as usize >= width * (missing as usize + 1) => missing as usize,
            _ => 0,
        };
        let mut columns = Cow::Borrowed(&self.schema.columns[..]);
        (0..unnumbered).for_each(|_| columns.to_mut().extend_from_slice(&self.schema.columns));
        let task = Task { atoms: &atoms, columns: &columns, last: end == self.paragraphs.len() };
        let (chosen, cost) = assign::assign(task);
        let mut doubt = if paragraphs == columns.len() { None } else { doubts::closest(task, &chosen, cost) };
        let row = |n: usize| {
            let label = if n == 0 { &number.text[..anchor.len] } else { "" };
            let of_row = |c: usize| if c == columns.len() { n == unnumbered } else { c / width == n };
            let mine = chosen.iter().zip(&atoms).filter(|(c, _)| of_row(**c)).map(|(c, a)| (c - n * width, a));
            let number = if missing == 0 && n > 0 { 0 } else { anchor.value + n as u32 };
            let (cells, guess) = row::cells(self.source, &self.schema.columns, mine);
            let begins = cells.iter().flat_map(Cell::spans).next().unwrap_or_default();
            let row = row::make(number, label.trim().to_string(), cells, &self.schema.columns, self.year);
            Divided { row, begins, guess, doubt: doubt.take() }
        };
        (0..=unnumbered).map(row).collect()
    }

    /// Whether the words after a number are two rows, the second without one. Asked only where each row ends in a deadline;
    /// a schedule of several periods may have many paragraphs in one row.
    fn holds_two(&self, atoms: &[Atom], paragraphs: usize, end: usize) -> bool {
        let columns = &self.schema.columns;
        let has_period = columns.iter().any(|c| matches!(c, Column::Period(_)));
        if has_period || !columns.contains(&Column::Deadline) || paragraphs <= columns.len() {
            return false;
        }
        let last = end == self.paragraphs.len();
        let two: Vec<Column> = columns.iter().chain(columns).copied().collect();
        let one = assign::cost(Task { atoms, columns, last });
        assign::cost(Task { atoms, columns: &two, last }) + SECOND_ROW < one
    }
}
