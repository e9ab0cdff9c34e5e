//! One table as a grid: which cell covers which place. Rows and columns without words are left out, so that a sheet
//! takes the room of its words and not of its size.

use std::collections::HashMap;

use yinuo_extract::CellAt;
use yinuo_model::Naming;

use super::columns::Kind;
use crate::cell::Cell;
use crate::layout::paragraph::Paragraph;

/// A cell with words.
pub struct GridCell {
    /// The paragraphs in it.
    pub paragraphs: Vec<usize>,
    /// Its words without white space.
    pub words: String,
    /// What a person said that these words mean at the head of a column.
    pub named: Option<Kind>,
    /// Its first row, among those that are kept.
    pub row: usize,
    /// Its columns, among those that are kept: first, and one past the last.
    pub columns: (usize, usize),
    /// Its place in the document.
    pub at: CellAt,
}

/// A table.
pub struct Sheet {
    /// Cells in the order of the document.
    pub cells: Vec<GridCell>,
    /// The original number of each column that is kept.
    pub columns: Vec<u32>,
    /// What a person said each of these holds where it has no heading.
    pub unheaded: Vec<Option<Kind>>,
    /// How many rows are kept.
    pub rows: usize,
    /// Nothing else is in the document.
    pub is_all: bool,
    /// For each place, the cell that covers it.
    places: Vec<Option<u32>>,
}

/// The widest grid that is laid out, in columns with words.
const MAX_COLUMNS: usize = 256;
/// The largest, in places.
const MAX_PLACES: usize = 4_000_000;

impl Sheet {
    /// Lays out the paragraphs `all` of one table; `None` when it is too large a grid to be a list.
    pub fn new(paragraphs: &[Paragraph], all: &[usize], named: &[Naming]) -> Option<Self> {
        let mut known: HashMap<CellAt, usize> = HashMap::new();
        let mut cells: Vec<GridCell> = vec![];
        for &n in all {
            let Some(at) = paragraphs[n].cell else { continue };
            let cell = *known.entry(at).or_insert(cells.len());
            if cell == cells.len() {
                let (paragraphs, words) = (vec![], String::new());
                cells.push(GridCell { paragraphs, words, named: None, row: 0, columns: (0, 0), at });
            }
            cells[cell].paragraphs.push(n);
            cells[cell].words.extend(paragraphs[n].text.chars().filter(|c| !c.is_whitespace()));
        }
        if !named.is_empty() {
            cells.iter_mut().for_each(|c| c.named = Naming::of(named, &c.words).map(Kind::from));
        }
        let rows = sorted(cells.iter().map(|c| c.at.row));
        let columns = sorted(cells.iter().map(|c| c.at.column));
        if columns.len() > MAX_COLUMNS || rows.len().saturating_mul(columns.len()) > MAX_PLACES {
            return None;
        }
        let by_place = |column: &u32| Naming::of(named, &Naming::place(*column)).map(Kind::from);
        let unheaded = columns.iter().map(by_place).collect();
        let places = vec![None; rows.len() * columns.len()];
        let is_all = all.len() == paragraphs.len();
        let mut sheet = Self { places, rows: rows.len(), is_all, columns, unheaded, cells };
        sheet.place(&rows);
        Some(sheet)
    }

    /// Gives each place to the first cell that covers it.
    fn place(&mut self, rows: &[u32]) {
        // Merges that lie over each other could ask for more than there is.
        let mut budget = 2 * self.places.len();
        for (n, cell) in self.cells.iter_mut().enumerate() {
            let range = |kept: &[u32], from: u32, count: u32| {
                (kept.partition_point(|k| *k < from), kept.partition_point(|k| *k < from.saturating_add(count)))
            };
            let (top, mut bottom) = range(rows, cell.at.row, cell.at.rows);
            let (left, mut right) = range(&self.columns, cell.at.column, cell.at.columns);
            if (bottom - top) * (right - left) > budget {
                (bottom, right) = (top + 1, left + 1);
            }
            budget = budget.saturating_sub((bottom - top) * (right - left));
            (cell.row, cell.columns) = (top, (left, right));
            for row in top..bottom {
                for place in &mut self.places[row * self.columns.len()..][left..right] {
                    *place = place.or(Some(n as u32));
                }
            }
        }
    }

    /// The cell that covers a place.
    pub fn at(&self, row: usize, column: usize) -> Option<usize> {
        self.places.get(row * self.columns.len() + column).copied().flatten().map(|n| n as usize)
    }

    /// The cells that cover some place of a row, each once, from left to right.
    pub fn row(&self, row: usize) -> Vec<usize> {
        let mut cells: Vec<usize> = (0..self.columns.len()).filter_map(|c| self.at(row, c)).collect();
        cells.dedup();
        cells
    }

    /// The same, without those that reach down from a row above.
    pub fn own(&self, row: usize) -> Vec<usize> {
        self.row(row).into_iter().filter(|c| self.cells[*c].row == row).collect()
    }

    /// Puts blocks of so many columns under each other, from a row on; what stands above stays, as far as it reaches into the first.
    pub fn stack(&mut self, from: usize, width: usize) {
        let (height, wide) = (self.rows - from, self.columns.len());
        let mut places = vec![None; (from + height * (wide / width)) * width];
        for row in 0..self.rows {
            for column in 0..if row < from { width } else { wide } {
                let block = column / width;
                places[(row + block * height) * width + column % width] = self.at(row, column).map(|n| n as u32);
            }
        }
        for cell in &mut self.cells {
            let block = if cell.row < from { 0 } else { cell.columns.0 / width };
            let left = (cell.columns.0 - block * width).min(width - 1);
            cell.row += block * height;
            cell.columns = (left, (cell.columns.1 - block * width).clamp(left + 1, width));
        }
        (self.rows, self.places) = (from + height * (wide / width), places);
        self.columns.truncate(width);
        self.unheaded.truncate(width);
    }

    /// Moves the cells of a row to the right.
    pub fn shift(&mut self, row: usize, by: usize) {
        let width = self.columns.len();
        let places = &mut self.places[row * width..(row + 1) * width];
        places.rotate_right(by.min(width));
        let moved: Vec<u32> = places.iter().copied().flatten().collect();
        for cell in moved {
            let columns = &mut self.cells[cell as usize].columns;
            *columns = ((columns.0 + by).min(width), (columns.1 + by).min(width));
        }
    }

    /// A cell's words with their places.
    pub fn cell(&self, source: &str, paragraphs: &[Paragraph], n: usize) -> Cell {
        let mut cell = Cell::default();
        for p in &self.cells[n].paragraphs {
            cell.push(source, paragraphs[*p].span, "\n");
        }
        cell
    }
}

/// The distinct numbers in order.
fn sorted(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = numbers.collect();
    all.sort_unstable();
    all.dedup();
    all
}
