//! The header of a table: one row of headings in any order, or several where a heading stands over others. It may stand
//! below a title and remarks, and may be repeated further down.

use std::collections::HashSet;

use super::columns::{self, Kind};
use super::levels;
use super::sheet::Sheet;
use crate::layout::marker;

/// What the columns of a table hold.
#[derive(Debug, Clone)]
pub struct Header {
    /// Its first row.
    pub begin: usize,
    /// The first row below it.
    pub end: usize,
    /// For each original column number what it holds, and the cell whose words say so.
    pub columns: Vec<(u32, Kind, Option<usize>)>,
    /// The original numbers of the columns whose heading is not known, and the cell of that.
    pub unknown: Vec<(u32, Option<usize>)>,
}

/// How many rows may stand above the first header.
const MAX_ABOVE: usize = 20;
/// How many rows a header may have.
const MAX_ROWS: usize = 4;

/// The longest heading that is not known, in characters.
const MAX_UNKNOWN: usize = 12;

/// The first header of a table; where none is plain, the first row of headings among which the promise is known.
pub fn find(sheet: &Sheet) -> Option<Header> {
    let upper = 0..sheet.rows.min(MAX_ABOVE);
    let plain = upper.clone().find_map(|row| at(sheet, row));
    plain.or_else(|| upper.into_iter().find(|row| heads_columns(sheet, *row)).and_then(|row| by_title(sheet, row)))
}

/// The header that begins in a row.
pub fn at(sheet: &Sheet, row: usize) -> Option<Header> {
    let own = sheet.own(row);
    let known = own.iter().filter(|c| kind(sheet, **c, true).is_some()).count();
    let told = own.iter().any(|c| sheet.cells[*c].named.is_some());
    if own.len() < 2
        || !told && !numbers_a_header(sheet, &own) && (known < 2.min(own.len() - 1) || known * 2 < own.len())
    {
        return None;
    }
    headed(sheet, row, told)
}

/// The header of a row of headings most of which are not known: the promise must be, and the number or something else that
/// only a list has; where nothing but the table is there, the promise is enough.
fn by_title(sheet: &Sheet, row: usize) -> Option<Header> {
    let own = sheet.own(row);
    let known: Vec<Kind> = own.iter().filter_map(|c| kind(sheet, *c, true)).collect();
    let enough = known.contains(&Kind::Title) && (known.len() > 1 || sheet.is_all);
    headed(sheet, row, sheet.is_all).filter(|_| enough)
}

/// Whether a row could only be headings: one over each column, all of them short and different, none a number or a sentence,
/// and rows below it.
pub fn heads_columns(sheet: &Sheet, row: usize) -> bool {
    let own = sheet.own(row);
    let words = |c: usize| sheet.cells[c].words.as_str();
    let is_heading = |c: &usize| {
        let plain = words(*c).split(['(', '（']).next().unwrap_or_default();
        let number = words(*c).starts_with(|d: char| d.is_ascii_digit()) || marker::bare(words(*c)).is_some();
        !number && plain.chars().count() <= MAX_UNKNOWN && !words(*c).contains(['。', '；', '，', ';', '：', ':'])
    };
    let covered = (0..sheet.columns.len()).all(|c| sheet.at(row, c).is_some());
    let distinct = || own.iter().map(|c| words(*c)).collect::<HashSet<_>>().len() == own.len();
    own.len() > 2 && row + 1 < sheet.rows && covered && own.iter().all(is_heading) && distinct()
}

/// The header that begins in a row of headings, if these are those of a list. `told` that it is one, nothing else must show it.
fn headed(sheet: &Sheet, row: usize, told: bool) -> Option<Header> {
    let own = sheet.own(row);
    let end = (row + 1..sheet.rows.min(row + MAX_ROWS)).find(|r| !goes_on(sheet, *r, row)).unwrap_or(row + 1);
    let mut kinds: Vec<Option<(Kind, Option<usize>)>> = vec![];
    for column in 0..sheet.columns.len() {
        let mut stack = (row..end).rev().filter_map(|r| sheet.at(r, column)).peekable();
        kinds.push(match stack.peek() {
            Some(_) => stack.find_map(|c| kind(sheet, c, false).map(|k| (k, Some(c)))),
            None => sheet.unheaded[column].map(|k| (k, None)),
        });
    }
    levels::settle(sheet, end, &mut kinds);
    one_of_each(sheet, &mut kinds);
    let has = |kind: fn(&Kind) -> bool| kinds.iter().flatten().any(|(k, _)| kind(k));
    let telling = has(|k| {
        matches!(k, Kind::Label | Kind::Category | Kind::Period(_) | Kind::Schedule | Kind::Deadline | Kind::Owner(_))
    });
    // Without these a title with a target beside it is enough, where no heading is there twice.
    let distinct = (0..own.len()).all(|n| (0..n).all(|m| sheet.cells[own[n]].words != sheet.cells[own[m]].words));
    let with_target = own.len() > 2 && distinct && has(|k| *k == Kind::Body);
    if !(telling || told || with_target) || !has(|k| *k == Kind::Title) {
        return None;
    }
    let all = || kinds.iter().zip(&sheet.columns).enumerate();
    let columns = all().filter_map(|(_, (k, number))| k.map(|(kind, cell)| (*number, kind, cell))).collect();
    let lowest = |column: usize| (row..end).rev().find_map(|r| sheet.at(r, column));
    let unknown = all().filter(|(_, (k, _))| k.is_none());
    let unknown = unknown.filter_map(|(n, (_, number))| Some((*number, Some(lowest(n)?)))).collect();
    Some(Header { begin: row, end, columns, unknown })
}

impl Header {
    /// The header for a table that goes on without one; its own cells are not in that table.
    pub fn without_cells(mut self) -> Self {
        self.columns.iter_mut().for_each(|c| c.2 = None);
        self.unknown.iter_mut().for_each(|c| c.1 = None);
        self
    }
}

/// Whether a row begins with the heading of numbers, which no item has, and all its words could head a column.
fn numbers_a_header(sheet: &Sheet, own: &[usize]) -> bool {
    kind(sheet, own[0], true) == Some(Kind::Label) && own.iter().all(|c| kind(sheet, *c, false).is_some())
}

/// Whether a row goes on with the header that begins in row `first`: all it adds are headings under others.
fn goes_on(sheet: &Sheet, row: usize, first: usize) -> bool {
    let own = sheet.own(row);
    let reaches_down = sheet.row(row).iter().any(|c| (first..row).contains(&sheet.cells[*c].row));
    let known = own.iter().filter(|c| kind(sheet, **c, true).is_some()).count();
    let only_headings = !own.is_empty() && known * 2 >= own.len() && known > 0;
    let under_a_group = own.iter().all(|c| {
        let over = sheet.at(row - 1, sheet.cells[*c].columns.0);
        over.is_some_and(|o| sheet.cells[o].columns.1 - sheet.cells[o].columns.0 > 1)
    });
    own.is_empty() || (only_headings && (reaches_down || under_a_group) && !repeats(sheet, row, row - 1))
}

/// Whether two rows say the same.
fn repeats(sheet: &Sheet, row: usize, other: usize) -> bool {
    let words = |r| sheet.row(r).iter().map(|c| sheet.cells[*c].words.clone()).collect::<Vec<_>>();
    words(row) == words(other)
}

fn kind(sheet: &Sheet, cell: usize, strictly: bool) -> Option<Kind> {
    let cell = &sheet.cells[cell];
    cell.named.or_else(|| columns::kind(&cell.words, strictly))
}

/// One title, the first; a body stands in for it where there is none. Of two columns of one period the first counts. What a
/// person said stays, and goes before.
fn one_of_each(sheet: &Sheet, kinds: &mut [Option<(Kind, Option<usize>)>]) {
    let named = |cell: Option<usize>| cell.is_none_or(|c| sheet.cells[c].named.is_some());
    if !kinds.iter().flatten().any(|(k, _)| *k == Kind::Title)
        && let Some((k, _)) = kinds.iter_mut().flatten().find(|(k, c)| *k == Kind::Body && !named(*c))
    {
        *k = Kind::Title;
    }
    let mut seen: Vec<(Kind, Option<usize>)> = kinds.iter().flatten().filter(|(_, c)| named(*c)).copied().collect();
    for (k, cell) in kinds.iter_mut().flatten().filter(|(_, c)| !named(*c)) {
        let before = seen.iter().find(|(s, _)| s == k);
        match (*k, before) {
            (Kind::Title, Some((_, first))) if first != cell => *k = Kind::Body,
            (Kind::Label, Some(_)) => *k = Kind::Aside,
            (Kind::Period(_), Some((_, first))) if first != cell => *k = Kind::Aside,
            _ => seen.push((*k, *cell)),
        }
    }
}
