//! Tables while they are read, row by row and cell by cell, for formats that nest them. A table that holds another one
//! only lays out a page: its cells are forgotten and their words are paragraphs.

use std::collections::{HashMap, HashSet};

use yinuo_diag::{Diagnostic, Locator};

use crate::CellAt;
use crate::build::{Builder, CellId};

/// The widest table, in columns; what stands further right goes into the last one.
const MAX_COLUMNS: u32 = 512;
/// The most rows one cell may cover.
const MAX_ROW_SPAN: u32 = 10_000;
/// Tables nested deeper than this are read as words.
const MAX_OPEN: usize = 32;

/// The tables that are open, the innermost last.
#[derive(Default)]
pub(crate) struct Tables {
    open: Vec<Open>,
    count: u32,
    too_deep: usize,
    layout: HashSet<u32>,
}

#[derive(Default)]
struct Open {
    id: u32,
    /// The row that was begun last; none before the first.
    row: Option<u32>,
    /// Where the next cell goes unless a cell from above reaches down there.
    column: u32,
    /// For each column the first row that no cell from above covers.
    free_from: Vec<u32>,
    cell: Option<CellId>,
    /// The last cell of each column, for formats that tell of a merge below.
    last: HashMap<u32, CellId>,
}

impl Tables {
    /// A table begins.
    pub fn begin(&mut self) {
        if self.open.len() >= MAX_OPEN {
            self.too_deep += 1;
            return;
        }
        self.layout.extend(self.open.last().map(|t| t.id));
        self.open.push(Open { id: self.count, ..Open::default() });
        self.count += 1;
    }

    /// The innermost table ends.
    pub fn end(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.open.pop();
        }
    }

    /// A row begins.
    pub fn row(&mut self) {
        let Some(table) = self.innermost() else { return };
        table.row = Some(table.row.map_or(0, |r| r + 1));
        table.column = 0;
        table.cell = None;
    }

    /// Columns are left out at the start of a row.
    pub fn pass(&mut self, columns: u32) {
        if let Some(table) = self.innermost() {
            table.column = (table.column + columns.min(MAX_COLUMNS)).min(MAX_COLUMNS - 1);
        }
    }

    /// A cell begins that covers so many rows and columns.
    pub fn cell(&mut self, out: &mut Builder, rows: u32, columns: u32) -> Result<(), Box<Diagnostic>> {
        let Some(table) = self.innermost() else { return Ok(()) };
        let row = *table.row.get_or_insert(0);
        let covered = |column: &u32| table.free_from.get(*column as usize).is_some_and(|free| *free > row);
        let column = (table.column..MAX_COLUMNS).find(|c| !covered(c)).unwrap_or(MAX_COLUMNS - 1);
        let columns = columns.clamp(1, MAX_COLUMNS - column);
        let rows = rows.clamp(1, MAX_ROW_SPAN);
        let id = out.cell(CellAt { table: table.id, row, column, rows, columns })?;
        let end = (column + columns) as usize;
        if table.free_from.len() < end {
            table.free_from.resize(end, 0);
        }
        table.free_from[column as usize..end].fill(row + rows);
        table.last.insert(column, id);
        table.column = column + columns;
        table.cell = Some(id);
        Ok(())
    }

    /// A cell begins that belongs to the one above.
    pub fn cell_below(&mut self, out: &mut Builder, columns: u32) -> Result<(), Box<Diagnostic>> {
        let Some(table) = self.innermost() else { return Ok(()) };
        let Some(id) = table.last.get(&table.column).copied() else { return self.cell(out, 1, columns) };
        let row = *table.row.get_or_insert(0);
        let above = out.cell_mut(id);
        above.rows = row.saturating_sub(above.row) + 1;
        table.column = (table.column + columns.clamp(1, MAX_COLUMNS)).min(MAX_COLUMNS - 1);
        table.cell = Some(id);
        Ok(())
    }

    /// The innermost cell ends.
    pub fn end_cell(&mut self) {
        if let Some(table) = self.innermost() {
            table.cell = None;
        }
    }

    /// The innermost open cell.
    pub fn current(&self) -> Option<CellId> {
        self.open.iter().rev().find_map(|t| t.cell)
    }

    /// True outside of any table.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Forgets the cells of tables that only lay out a page.
    pub fn forget_layout(&self, out: &mut Builder) {
        out.forget(|cell| self.layout.contains(&cell.table));
    }

    fn innermost(&mut self) -> Option<&mut Open> {
        if self.too_deep > 0 { None } else { self.open.last_mut() }
    }
}

/// How a person finds a cell of a table in running text.
pub(crate) fn locator(at: CellAt) -> Locator {
    Locator::Table { table: at.table + 1, row: at.row + 1, column: at.column + 1 }
}
