//! The tables of a document set as tables: the cells of its paragraphs laid out with their merges, under the header that
//! the compiler found. Shows every word once; a grid of mostly nothing is shown as paragraphs.

use std::collections::HashMap;
use std::ops::Range;

use yinuo_diag::{Lang, Locator, column_name};
use yinuo_extract::{Block, CellAt};

use crate::view::document::{Note, Paragraph};

/// A part of a document.
pub enum Part<'a> {
    /// A paragraph of running text.
    Paragraph(Paragraph<'a>),
    /// A table.
    Table(Table<'a>),
}

/// A table.
pub struct Table<'a> {
    /// What people call it: `工作表 1`, `表 2`.
    pub name: String,
    /// The names of its columns: letters in a spreadsheet, else numbers.
    pub columns: Vec<String>,
    /// The rows of its header.
    pub head: Vec<Row<'a>>,
    /// The rows below.
    pub body: Vec<Row<'a>>,
    /// The notes called in it, each with the place of its cell.
    pub notes: Vec<(Note, String)>,
}

/// A row.
pub struct Row<'a> {
    /// How people find it: its number, or page and line.
    pub place: String,
    /// Its cells, blank ones included.
    pub cells: Vec<Cell<'a>>,
}

/// A cell.
#[derive(Default)]
pub struct Cell<'a> {
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// What stands in it; nothing in a blank one.
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// A paragraph in a cell, with its block.
struct Piece<'a> {
    at: CellAt,
    locator: Option<Locator>,
    line: u32,
    paragraph: Paragraph<'a>,
}

/// The fewest columns of a table; less is a list of paragraphs.
const MIN_COLUMNS: usize = 2;
/// A grid may have so many places for each cell with words, and some more.
const PLACES_FOR_A_CELL: usize = 20;
const MORE_PLACES: usize = 10_000;

/// Sets paragraphs, each with its block and the line of the text it begins in. `headers` are the header's rows of tables, in
/// rows of the document.
pub fn arrange<'a>(
    paragraphs: impl IntoIterator<Item = (Block, u32, Paragraph<'a>)>,
    headers: &[(u32, Range<u32>)],
    lang: Lang,
) -> Vec<Part<'a>> {
    let mut parts = vec![];
    let mut open: Vec<Piece> = vec![];
    for (block, line, paragraph) in paragraphs {
        if open.first().is_some_and(|first| block.cell.is_none_or(|at| at.table != first.at.table)) {
            close(&mut parts, std::mem::take(&mut open), headers, lang);
        }
        match block.cell {
            Some(at) => open.push(Piece { at, locator: block.locator, line, paragraph }),
            None => parts.push(Part::Paragraph(paragraph)),
        }
    }
    close(&mut parts, open, headers, lang);
    parts
}

/// Ends a table. What stands above its header becomes paragraphs before it.
fn close<'a>(parts: &mut Vec<Part<'a>>, mut pieces: Vec<Piece<'a>>, headers: &[(u32, Range<u32>)], lang: Lang) {
    let Some(first) = pieces.first() else { return };
    let header = headers.iter().find(|(table, _)| *table == first.at.table).map(|(_, rows)| rows.clone());
    if let Some(header) = &header {
        let (above, below) = pieces.into_iter().partition(|p| p.at.row < header.start);
        pieces = below;
        let above: Vec<Piece> = above;
        parts.extend(above.into_iter().map(|p| Part::Paragraph(p.paragraph)));
    }
    let rows = sorted(pieces.iter().map(|p| p.at.row));
    let columns = sorted(pieces.iter().map(|p| p.at.column));
    let places = rows.len().saturating_mul(columns.len());
    if columns.len() < MIN_COLUMNS || places > pieces.len() * PLACES_FOR_A_CELL + MORE_PLACES {
        parts.extend(pieces.into_iter().map(|p| Part::Paragraph(p.paragraph)));
        return;
    }
    parts.push(Part::Table(table(pieces, &rows, &columns, header.map_or(0, |h| h.end), lang)));
}

/// Lays a table out whose header ends before the row `below` of the document.
fn table<'a>(mut pieces: Vec<Piece<'a>>, rows: &[u32], columns: &[u32], below: u32, lang: Lang) -> Table<'a> {
    let letters = pieces.iter().any(|p| matches!(p.locator, Some(Locator::Sheet { .. })));
    let name = |c: &u32| if letters { column_name(c + 1) } else { (c + 1).to_string() };
    let mut notes = vec![];
    for piece in &mut pieces {
        let place = piece.locator.map_or_else(String::new, |l| short(l, lang));
        notes.extend(std::mem::take(&mut piece.paragraph.notes).into_iter().map(|note| (note, place.clone())));
    }
    let mut places: Vec<String> = vec![String::new(); rows.len()];
    for piece in pieces.iter().rev() {
        places[index(rows, piece.at.row)] = row_name(piece, lang);
    }
    let first = pieces.first();
    let name_of_table = first.map_or_else(String::new, |p| table_name(p.at, p.locator, lang));
    let head = rows.partition_point(|r| *r < below);
    let mut cells = gather(pieces);
    let mut section = |range: Range<usize>| lay(&mut cells, rows, columns, range, &places);
    let (head, body) = (section(0..head), section(head..rows.len()));
    Table { name: name_of_table, columns: columns.iter().map(name).collect(), head, body, notes }
}

/// The paragraphs of each cell together, in the order of rows and columns; the last is the first to be taken.
fn gather(pieces: Vec<Piece>) -> Vec<(CellAt, Vec<Paragraph>)> {
    let mut known: HashMap<CellAt, usize> = HashMap::new();
    let mut cells: Vec<(CellAt, Vec<Paragraph>)> = vec![];
    for piece in pieces {
        let cell = *known.entry(piece.at).or_insert(cells.len());
        if cell == cells.len() {
            cells.push((piece.at, vec![]));
        }
        cells[cell].1.push(piece.paragraph);
    }
    cells.sort_by_key(|(at, _)| std::cmp::Reverse((at.row, at.column)));
    cells
}

/// Lays out a run of rows. Merges are cut at its end and where they would lie over another cell; the words of a cell whose
/// place is taken go into the cell that took it.
fn lay<'a>(
    cells: &mut Vec<(CellAt, Vec<Paragraph<'a>>)>,
    rows: &[u32],
    columns: &[u32],
    range: Range<usize>,
    places: &[String],
) -> Vec<Row<'a>> {
    let mut out: Vec<Row> = vec![];
    // For each column the first row that nothing from above covers, and the cell that does.
    let mut free_from = vec![0; columns.len()];
    let mut owner: Vec<Option<(usize, usize)>> = vec![None; columns.len()];
    for row in range.clone() {
        let here = out.len();
        out.push(Row { place: places[row].clone(), cells: vec![] });
        let mut column = 0;
        while let Some((at, paragraphs)) = cells.pop_if(|(at, _)| at.row == rows[row]) {
            let begin = index(columns, at.column);
            fill(&mut out[here], &free_from, row, column..begin);
            column = column.max(begin);
            if begin < column || free_from[begin] > row {
                if let Some((r, c)) = owner[begin] {
                    out[r].cells[c].paragraphs.extend(paragraphs);
                }
                continue;
            }
            let wanted = columns.partition_point(|k| *k < at.column.saturating_add(at.columns)).max(begin + 1);
            let end = (begin + 1..wanted).find(|c| free_from[*c] > row).unwrap_or(wanted);
            let last = rows.partition_point(|k| *k < at.row.saturating_add(at.rows)).clamp(row + 1, range.end);
            free_from[begin..end].fill(last);
            owner[begin..end].fill(Some((here, out[here].cells.len())));
            out[here].cells.push(Cell { rows: last - row, columns: end - begin, paragraphs });
            column = end;
        }
        fill(&mut out[here], &free_from, row, column..columns.len());
    }
    out
}

/// Blank cells at the places that nothing from above covers.
fn fill(out: &mut Row, free_from: &[usize], row: usize, columns: Range<usize>) {
    let blank = columns.filter(|c| free_from[*c] <= row).count();
    out.cells.extend(std::iter::repeat_with(|| Cell { rows: 1, columns: 1, paragraphs: vec![] }).take(blank));
}

/// The place of a number that is among the sorted ones.
fn index(sorted: &[u32], number: u32) -> usize {
    sorted.partition_point(|n| *n < number)
}

fn sorted(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = numbers.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What people call a row: its number, or where it stands on its page.
fn row_name(piece: &Piece, lang: Lang) -> String {
    match piece.locator {
        Some(Locator::Page { .. }) => piece.locator.map_or_else(String::new, |l| short(l, lang)),
        Some(_) => (piece.at.row + 1).to_string(),
        None => piece.line.to_string(),
    }
}

fn table_name(at: CellAt, locator: Option<Locator>, lang: Lang) -> String {
    match (locator, lang) {
        (Some(Locator::Sheet { sheet: Some(n), .. }), Lang::Zh) => format!("工作表 {n}"),
        (Some(Locator::Sheet { sheet: Some(n), .. }), Lang::En) => format!("Sheet {n}"),
        (_, Lang::Zh) => format!("表 {}", at.table + 1),
        (_, Lang::En) => format!("Table {}", at.table + 1),
    }
}

/// A place in few words, where the table is known: `C7`, `3 页 12 行`.
fn short(locator: Locator, lang: Lang) -> String {
    match (locator, lang) {
        (Locator::Sheet { row, column, .. }, _) => format!("{}{row}", column_name(column)),
        (Locator::Table { row, column, .. }, Lang::Zh) => format!("{row} 行 {column} 列"),
        (Locator::Table { row, column, .. }, Lang::En) => format!("row {row}, column {column}"),
        (Locator::Page { page, line }, Lang::Zh) => format!("{page} 页 {line} 行"),
        (Locator::Page { page, line }, Lang::En) => format!("p. {page}, l. {line}"),
        (Locator::Paragraph(_), _) => locator.text().get(lang).to_string(),
    }
}
