//! What the columns of each table were taken for, told to people so that they can say what a column is. Reads headers as
//! the list itself is read; changes nothing.

use std::ops::Range;

use yinuo_diag::Span;
use yinuo_extract::Document;
use yinuo_model::{Column, Naming};

use super::beside;
use super::card::{self, Field};
use super::columns::{self, Kind};
use super::header::{self, Header};
use super::sheet::{GridCell, Sheet};
use crate::layout::headings;
use crate::layout::paragraph::{self, Paragraph};
use crate::shares::Crew;

/// A table and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRead {
    /// Which table of the document.
    pub table: u32,
    /// The rows of its header, counted as in the document; none for a card.
    pub header: Range<u32>,
    /// Whether the header was recognised; otherwise it is the row that looks most like one.
    pub recognised: bool,
    /// Its columns from left to right.
    pub columns: Vec<ColumnRead>,
}

/// A column and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRead {
    /// Which column, counted as in the document.
    pub column: u32,
    /// Its heading without white space; where it has none, the name of its place (`@B`), by which it can be named too.
    pub heading: String,
    /// What it holds; none where the heading is not known.
    pub holds: Option<Column>,
    /// The first words under its heading.
    pub sample: Option<Span>,
}

/// How many rows are looked at for the one that looks most like a header.
const MAX_ABOVE: usize = 20;
/// How many paragraphs from one heading of a flattened table to the next.
const MAX_GAP: usize = 3;
/// The longest words between known headings that are taken for one that is not known, in characters.
const MAX_UNKNOWN: usize = 12;
/// How many rows under a header are looked at for a sample.
const MAX_BELOW: usize = 20;

/// The tables of a document, and what their columns were taken for: of a card its fields, of a table without a header the row
/// that looks most like one. A table that goes on with the one before is told with it.
pub fn tables(document: &Document, named: &[Naming]) -> Vec<TableRead> {
    let paragraphs = paragraph::all(document, named, &Crew::alone());
    let mut found = vec![];
    let mut last: Option<Header> = None;
    for all in super::each(&paragraphs) {
        let Some(mut sheet) = Sheet::new(&paragraphs, &all, named) else { continue };
        beside::stack(&mut sheet);
        if let Some(header) = header::find(&sheet) {
            found.push(recognised(&paragraphs, &sheet, &header));
            last = Some(header);
        } else if !last.as_ref().is_some_and(|header| super::continues(&sheet, header)) {
            let card = card::fields(&sheet).map(|fields| of_card(&paragraphs, &sheet, &fields));
            found.extend(card.or_else(|| unrecognised(&paragraphs, &sheet)));
        }
    }
    if found.is_empty() { flattened(&paragraphs).into_iter().collect() } else { found }
}

/// The fields of a card, the same heading once.
fn of_card(paragraphs: &[Paragraph], sheet: &Sheet, fields: &[Field]) -> TableRead {
    let mut columns: Vec<ColumnRead> = vec![];
    for field in fields {
        let heading = &sheet.cells[field.heading];
        if columns.iter().any(|c| c.heading == heading.words) {
            continue;
        }
        let sample = sheet.cells[field.words].paragraphs.first().map(|p| paragraphs[*p].span);
        let (heading, column) = (heading.words.clone(), heading.at.column);
        columns.push(ColumnRead { column, heading, holds: Some(field.kind.into()), sample });
    }
    TableRead { table: table(sheet), header: 0..0, recognised: true, columns }
}

/// The headings of a table that lost its borders: the longest run of headings, with short words between them that are not
/// known.
fn flattened(paragraphs: &[Paragraph]) -> Option<TableRead> {
    let (mut best, mut run): (&[Paragraph], Option<(usize, usize)>) = (&[], None);
    for (n, p) in paragraphs.iter().enumerate().filter(|(_, p)| p.column.is_some()) {
        let begin = run.filter(|(_, last)| paragraphs[last + 1..n].iter().all(could_be_heading) && n - last <= MAX_GAP);
        let begin = begin.filter(|_| p.column != Some(headings::Column::Label)).map_or(n, |(begin, _)| begin);
        run = Some((begin, n));
        if n + 1 - begin > best.len() {
            best = &paragraphs[begin..=n];
        }
    }
    let column = |(n, p): (usize, &Paragraph)| ColumnRead {
        column: n as u32,
        heading: p.text.chars().filter(|c| !c.is_whitespace()).collect(),
        holds: p.column.map(Column::from),
        sample: None,
    };
    let columns: Vec<ColumnRead> = best.iter().enumerate().map(column).collect();
    (columns.len() > 2).then_some(TableRead { table: 0, header: 0..0, recognised: true, columns })
}

fn could_be_heading(p: &Paragraph) -> bool {
    p.text.chars().count() <= MAX_UNKNOWN && p.bare.is_none() && !p.text.ends_with(['。', '；', ';'])
}

/// What a column holds, said by its word (`title`, `Q1`) or by a heading in known words.
pub fn column_of(text: &str) -> Option<Column> {
    let words: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    words.parse().ok().or_else(|| columns::kind(&words, true).map(Column::from))
}

fn recognised(paragraphs: &[Paragraph], sheet: &Sheet, header: &header::Header) -> TableRead {
    let column = |(n, number): (usize, &u32)| {
        let known = header.columns.iter().find(|(c, _, _)| c == number);
        let lowest = (header.begin..header.end).rev().find_map(|row| sheet.at(row, n));
        let heading = known.and_then(|k| k.2).or(lowest);
        ColumnRead {
            column: *number,
            heading: heading.map_or_else(|| Naming::place(*number), |c| sheet.cells[c].words.clone()),
            holds: known.map(|k| k.1.into()),
            sample: sample(paragraphs, sheet, header.end, n),
        }
    };
    let columns = sheet.columns.iter().enumerate().map(column).collect();
    TableRead { table: table(sheet), header: origin(sheet, header.begin..header.end), recognised: true, columns }
}

/// A heading of a table whose header is not recognised.
pub struct Heading {
    /// Where it stands.
    pub span: Span,
    /// Its words without white space.
    pub words: String,
    /// What it heads, where that is known.
    pub kind: Option<Kind>,
}

/// The words that head the columns of the first table whose header is not recognised.
pub fn unknown_head(paragraphs: &[Paragraph], named: &[Naming]) -> Option<Vec<Heading>> {
    super::each(paragraphs).into_iter().find_map(|all| {
        let sheet = Sheet::new(paragraphs, &all, named).filter(|s| header::find(s).is_none() && s.columns.len() > 2)?;
        let cells = sheet.own(head_row(&sheet)?).into_iter().map(|c| &sheet.cells[c]);
        let heading = |c: &GridCell| {
            let span = paragraphs[*c.paragraphs.first()?].span;
            Some(Heading { span, words: c.words.clone(), kind: kind(c) })
        };
        Some(cells.filter_map(heading).collect())
    })
}

fn kind(heading: &GridCell) -> Option<Kind> {
    heading.named.or_else(|| columns::kind(&heading.words, true))
}

/// Whether a document is a table under headings that are not known, with little besides. Such a header says that the columns are
/// none of those which are supposed where there is no header.
pub fn is_under_unknown(paragraphs: &[Paragraph], named: &[Naming]) -> bool {
    let [all] = &super::each(paragraphs)[..] else { return false };
    let most = all.len() * 4 > paragraphs.len() * 3;
    let sheet = Sheet::new(paragraphs, all, named).filter(|s| most && header::find(s).is_none());
    sheet.is_some_and(|sheet| head_row(&sheet).is_some_and(|row| header::heads_columns(&sheet, row)))
}

/// The first of the upper rows whose words are headings for the most part, else the first that fills most columns.
fn head_row(sheet: &Sheet) -> Option<usize> {
    let filled = |row: usize| sheet.own(row).len();
    let known = |row: usize| {
        let own = sheet.own(row).into_iter();
        own.filter(|c| kind(&sheet.cells[*c]).is_some()).count()
    };
    let upper = 0..sheet.rows.min(MAX_ABOVE);
    let of_headings = upper.clone().find(|row| known(*row) > 1 && known(*row) * 2 >= filled(*row));
    let fullest = || upper.rev().max_by_key(|row| filled(*row)).filter(|row| filled(*row) > 1);
    of_headings.or_else(fullest)
}

fn unrecognised(paragraphs: &[Paragraph], sheet: &Sheet) -> Option<TableRead> {
    let row = head_row(sheet)?;
    let column = |(n, number): (usize, &u32)| ColumnRead {
        column: *number,
        heading: sheet.at(row, n).map_or_else(|| Naming::place(*number), |c| sheet.cells[c].words.clone()),
        holds: None,
        sample: sample(paragraphs, sheet, row + 1, n),
    };
    let columns = sheet.columns.iter().enumerate().map(column).collect();
    Some(TableRead { table: table(sheet), header: origin(sheet, row..row + 1), recognised: false, columns })
}

fn table(sheet: &Sheet) -> u32 {
    sheet.cells.first().map_or(0, |c| c.at.table)
}

/// Rows as the document counts them.
fn origin(sheet: &Sheet, rows: Range<usize>) -> Range<u32> {
    let begins = |kept: usize| sheet.cells.iter().find(|c| c.row == kept).map(|c| c.at.row);
    let last = begins(rows.end.saturating_sub(1)).unwrap_or(0);
    begins(rows.start).unwrap_or(last)..last + 1
}

fn sample(paragraphs: &[Paragraph], sheet: &Sheet, below: usize, column: usize) -> Option<Span> {
    let rows = below..sheet.rows.min(below + MAX_BELOW);
    let mut cells = rows.filter_map(|row| sheet.at(row, column).map(|c| &sheet.cells[c]));
    // What is merged across says nothing of one column.
    let own = cells.find(|c| c.columns.1 - c.columns.0 == 1)?;
    own.paragraphs.first().map(|p| paragraphs[*p].span)
}
