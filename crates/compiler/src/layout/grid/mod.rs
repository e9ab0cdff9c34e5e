//! Real tables: cells that know their row and column. The header says what each column holds, in any order; the rows
//! below it become commitments. Words about layouts only; nothing here reads quantities.

mod beside;
mod card;
mod cells;
mod columns;
mod draft;
mod header;
mod levels;
mod matrix;
mod packed;
mod persons;
mod ragged;
mod rows;
mod schedule;
mod sheet;
mod survey;
mod tasks;

pub use columns::{Kind, due_by_month, unit};
pub use schedule::{begins_with_period, deadline, deadlines, period_with_colon, stages};
pub use survey::{ColumnRead, Heading, TableRead, column_of, is_under_unknown, tables, unknown_head};
use yinuo_diag::{Diagnostic, Span};
use yinuo_model::Naming;

use super::category;
use super::marker;
use super::mixed;
use super::outline::Group;
use super::paragraph::Paragraph;
use header::Header;
use rows::Walk;
use sheet::Sheet;

use crate::cell::Cell;

/// A list read from tables.
pub struct Found {
    /// Categories with their rows.
    pub groups: Vec<Group>,
    /// Indices of paragraphs that were set aside.
    pub aside: Vec<usize>,
    /// Those of them under headings that are told instead, or that a person said are unused.
    pub under_headings: Vec<Span>,
    /// Headings that are known to head no part of a promise, with words under them.
    pub beside: Vec<(String, Span)>,
    /// Notes on what was missing.
    pub findings: Vec<Diagnostic>,
}

/// Reads the tables of a document that hold a list, one after the other. In `plain` text cells may have been lost.
pub fn read(source: &str, paragraphs: &[Paragraph], named: &[Naming], plain: bool, year: Option<i16>) -> Option<Found> {
    let tables = each(paragraphs);
    if tables.is_empty() {
        return None;
    }
    let several = tables.len() > 1 || mixed::prose_first(paragraphs);
    let mut walk = Walk::new(source, paragraphs, year);
    let mut last: Option<Header> = None;
    let mut end_of_last = 0;
    for all in &tables {
        let Some(mut sheet) = Sheet::new(paragraphs, all, named) else { continue };
        beside::stack(&mut sheet);
        let own = header::find(&sheet);
        let begins = own.as_ref().map_or(0, |h| h.begin);
        let end = own.as_ref().map_or(0, |h| h.end);
        let Some(header) = own.or_else(|| last.clone().filter(|h| continues(&sheet, h))) else {
            match card::fields(&sheet) {
                Some(fields) => walk.card(&sheet, &fields, all),
                None => walk.regions(&sheet, all),
            }
            continue;
        };
        if plain {
            ragged::straighten(&mut sheet, end);
        }
        if let Some((at, name, items)) = caption(paragraphs, end_of_last, all[0], several) {
            walk.group(name, items, vec![at]);
        }
        if let Some((cell, name, items)) = heading_above(&sheet, begins) {
            walk.group(name, items, sheet.cells[cell].paragraphs.clone());
        }
        (begins..end).for_each(|row| walk.take_all(&sheet, row));
        walk.money_unit = money_unit(source, paragraphs, (end_of_last, all), &sheet, begins);
        last = Some(header.clone().without_cells());
        walk.table(&sheet, header, end);
        end_of_last = all[all.len() - 1] + 1;
    }
    Some(walk.finish()).filter(|found| !found.groups.is_empty())
}

/// The unit of all sums of money, where a line above the header gives it: `单位：万元`.
fn money_unit(
    source: &str,
    paragraphs: &[Paragraph],
    (after, table): (usize, &[usize]),
    sheet: &Sheet,
    header: usize,
) -> Option<Cell> {
    let first = table[0];
    let before = (after..first).rev().take(3);
    let above = (0..header).flat_map(|row| sheet.row(row)).flat_map(|c| sheet.cells[c].paragraphs.iter().copied());
    before.chain(above).find_map(|n| {
        let p = &paragraphs[n];
        let (label, unit) = p.text.trim().rsplit_once(['：', ':'])?;
        let unit = unit.trim().trim_end_matches([')', '）']);
        let named = label.trim().ends_with("单位") && matches!(unit, "万元" | "亿元" | "元" | "千元");
        let start = p.span.start as usize + p.text.rfind(unit)?;
        named.then(|| Cell::of(source, yinuo_diag::Span::new(start, start + unit.len())))
    })
}

/// The heading of a category in a row of its own above the header.
fn heading_above(sheet: &Sheet, header: usize) -> Option<(usize, String, Option<u32>)> {
    (0..header).rev().find_map(|row| match sheet.row(row)[..] {
        [one] => category::heading(&sheet.cells[one].words).map(|h| (one, h.name, h.declared_items)),
        _ => None,
    })
}

/// The paragraphs of each table, in the order of the document.
fn each(paragraphs: &[Paragraph]) -> Vec<Vec<usize>> {
    let mut tables: Vec<(u32, Vec<usize>)> = vec![];
    for (n, p) in paragraphs.iter().enumerate() {
        let Some(cell) = p.cell else { continue };
        match tables.last_mut() {
            Some((table, all)) if *table == cell.table => all.push(n),
            _ => tables.push((cell.table, vec![n])),
        }
    }
    tables.into_iter().map(|(_, all)| all).collect()
}

/// Whether a table without a header goes on with the one before: the same columns, or as many as its rows fill, with
/// numbers where numbers should be.
fn continues(sheet: &Sheet, header: &Header) -> bool {
    let kinds = |c: &u32| header.columns.iter().find(|h| h.0 == *c).map(|h| h.1);
    let headed = |c: &&u32| kinds(c).is_some() || header.unknown.iter().any(|h| h.0 == **c);
    let (known, all) = (sheet.columns.iter().filter(headed).count(), header.columns.len() + header.unknown.len());
    let label = sheet.columns.iter().position(|c| kinds(c) == Some(Kind::Label));
    let is_number =
        |row| label.and_then(|l| sheet.at(row, l)).is_some_and(|c| marker::bare(&sheet.cells[c].words).is_some());
    let numbered = (0..sheet.rows).filter(|row| is_number(*row)).count();
    let all_known = known == sheet.columns.len() && known * 2 > all;
    all_known && (known == all || numbered * 2 >= sheet.rows)
}

/// The heading of a category that stands between two tables: its paragraph, its name and the count it states. Where there
/// is but one table, only a heading with a count is one.
fn caption(paragraphs: &[Paragraph], from: usize, to: usize, several: bool) -> Option<(usize, String, Option<u32>)> {
    (from..to).rev().filter(|n| paragraphs[*n].cell.is_none()).find_map(|n| {
        let p = &paragraphs[n];
        let numbered = p.heading.clone().map(|h| (h.name, h.declared_items));
        let (name, items) = numbered.or_else(|| category::unnumbered(p.text))?;
        (several || items.is_some()).then_some((n, name, items))
    })
}
