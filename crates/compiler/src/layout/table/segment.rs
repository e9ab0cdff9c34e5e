//! The paragraphs between one number and the next, divided into the cells of a row, or of several where numbers are missing.
//! Each segment is divided by itself, so that several threads may share them; what rows are to each other is left to `rows`.

use std::borrow::Cow;

use yinuo_diag::Span;

use super::Anchor;
use super::assign::{self, Task};
use super::atoms::{self, Atom};
use super::doubts::{self, Doubted};
use super::gaps;
use super::hints;
use super::row;
use super::schema::Schema;
use super::unplaced;
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
    /// The line ends before most of its paragraphs, where that is known.
    pub usual_gap: Option<usize>,
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
        let width = self.schema.columns.len();
        let short = content.len() + usize::from(!atoms.is_empty()) < width;
        let lines_after = short && content.last().is_some_and(|i| self.lines_before(i + 1));
        for i in content {
            let begins = atoms.len();
            atoms::split(&self.paragraphs[i], 0, &mut atoms);
            if short && let Some(first) = atoms.get_mut(begins) {
                first.lines_before = self.lines_before(i);
            }
        }
        if atoms.len() > width {
            atoms::mark_decimals(&mut atoms);
        }
        if short {
            hints::mark(&mut atoms);
        }
        let paragraphs = atoms.iter().filter(|a| a.first).count();
        let missing = next_value.map_or(0, |next| next.saturating_sub(anchor.value + 1));
        let unnumbered = match missing {
            0 if self.holds_two(&atoms, paragraphs, end) => 1,
            1..=MAX_UNNUMBERED if paragraphs + missing as usize >= width * (missing as usize + 1) => missing as usize,
            _ => 0,
        };
        let mut columns = Cow::Borrowed(&self.schema.columns[..]);
        (0..unnumbered).for_each(|_| columns.to_mut().extend_from_slice(&self.schema.columns));
        let task = Task { atoms: &atoms, columns: &columns, last: end == self.paragraphs.len(), lines_after };
        let (chosen, cost) = assign::assign(task);
        let mut unplaced = if short { unplaced::of(task, &chosen, cost) } else { None };
        let mut doubt = match &mut unplaced {
            Some((_, doubt)) => doubt.take(),
            None if paragraphs == columns.len() => None,
            None => doubts::closest(task, &chosen, cost),
        };
        let row = |n: usize| {
            let inline = number.marker.filter(|_| anchor.len < number.text.len()).map(|m| m.label(number.text));
            let label = if n == 0 { inline.unwrap_or(&number.text[..anchor.len]) } else { "" };
            let of_row = |c: usize| if c == columns.len() { n == unnumbered } else { c / width == n };
            let mine = chosen.iter().zip(&atoms).filter(|(c, _)| of_row(**c)).map(|(c, a)| (c - n * width, a));
            let number = if missing == 0 && n > 0 { 0 } else { anchor.value + n as u32 };
            let (cells, mut guess) = row::cells(self.source, &self.schema.columns, mine);
            unplaced.take().into_iter().for_each(|(periods, _)| guess.could_be_blank(periods));
            let begins = cells.iter().flat_map(Cell::spans).next().unwrap_or_default();
            let row = row::make(number, label.trim().to_string(), cells, &self.schema.columns, self.year);
            Divided { row, begins, guess, doubt: doubt.take() }
        };
        (0..=unnumbered).map(row).collect()
    }

    /// Whether more lines are left empty before a paragraph than before most.
    fn lines_before(&self, at: usize) -> bool {
        self.usual_gap.is_some_and(|usual| gaps::before(self.source, self.paragraphs, at) > usual)
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
        let one = assign::cost(Task { atoms, columns, last, lines_after: false });
        assign::cost(Task { atoms, columns: &two, last, lines_after: false }) + SECOND_ROW < one
    }
}
