//! Regions by indicators in a real table: names down the first column, numbers beside them, the indicators over these.

use yinuo_model::{Period, Role};

use super::columns::{self, Kind};
use super::schedule;
use super::sheet::Sheet;
use crate::cell::Cell;
use crate::layout::headings::{self, Column};
use crate::layout::matrix::{self, Indicator, Part, Region};
use crate::layout::outline::Group;
use crate::layout::paragraph::Paragraph;
use crate::regions;
use crate::roles::SHORT_LABELS;

/// Fewer regions are no such table.
const MIN_REGIONS: usize = 2;

/// Reads a table of regions by indicators.
pub fn read(source: &str, paragraphs: &[Paragraph], sheet: &Sheet, year: Option<i16>) -> Option<Vec<Group>> {
    let data: Vec<usize> = (0..sheet.rows).filter(|row| is_data(sheet, *row)).collect();
    let named = |row: &&usize| sheet.at(**row, 0).is_some_and(|c| regions::is_region(&sheet.cells[c].words));
    let first = *data.first()?;
    if data.len() < MIN_REGIONS || first == 0 || data.iter().filter(named).count() * 2 < data.len() {
        return None;
    }
    let cell = |n: usize| {
        let mut all = Cell::default();
        sheet.cells[n].paragraphs.iter().for_each(|p| all.push(source, paragraphs[*p].span, ""));
        all
    };
    let mut indicators: Vec<(usize, Option<Part>, Indicator)> = vec![];
    for column in 1..sheet.columns.len() {
        let heads = Heads::over(sheet, column, first);
        let Some(leaf) = heads.names.last().copied() else { continue };
        let title = cell(leaf);
        let unit = columns::unit(title.text()).map(|r| title.slice(source, r)).unwrap_or_default();
        let category = heads.names.iter().rev().nth(1).map_or(String::new(), |c| sheet.cells[*c].words.clone());
        let owners = heads.owners.iter().flat_map(|o| owner(source, sheet.cell(source, paragraphs, *o))).collect();
        let found = Indicator { title, unit, category, owners, column: column - 1 };
        match indicators.last_mut().filter(|(before, ..)| *before == leaf) {
            // Of several columns under one name the target's is taken.
            Some((_, part, before)) if *part != Some(Part::Target) && heads.part == Some(Part::Target) => {
                (*part, before.column) = (heads.part, column - 1);
            }
            Some(_) => {}
            None => indicators.push((leaf, heads.part, found)),
        }
    }
    if indicators.is_empty() {
        return None;
    }
    let value =
        |row: usize, column: usize| sheet.at(row, column).map(cell).filter(|c| matrix::number(c.text()).is_some());
    let region = |row: &usize| {
        let values = (1..sheet.columns.len()).map(|c| value(*row, c)).collect();
        Some(Region { name: cell(sheet.at(*row, 0)?), values })
    };
    let regions: Vec<Region> = data.iter().filter_map(region).collect();
    let due =
        (first..sheet.rows).filter(|r| !data.contains(r)).find_map(|row| due(source, sheet, paragraphs, row, year));
    Some(matrix::groups(indicators.into_iter().map(|(_, _, i)| i).collect(), &regions, due.as_ref()))
}

/// A name and numbers beside it.
fn is_data(sheet: &Sheet, row: usize) -> bool {
    let own = sheet.own(row);
    let number = |c: &usize| matrix::number(&sheet.cells[*c].words).is_some();
    let Some((first, rest)) = own.split_first() else { return false };
    sheet.cells[*first].columns == (0, 1) && !number(first) && !rest.is_empty() && rest.iter().all(number)
}

/// The headings over a column: names from the top down, owners, and which part of an indicator it holds.
struct Heads {
    names: Vec<usize>,
    owners: Vec<usize>,
    part: Option<Part>,
}

impl Heads {
    fn over(sheet: &Sheet, column: usize, first: usize) -> Self {
        let mut heads = Heads { names: vec![], owners: vec![], part: None };
        let mut seen: Vec<usize> = vec![];
        for row in 0..first {
            let Some(cell) = sheet.at(row, column).filter(|c| sheet.cells[*c].columns.0 > 0 && !seen.contains(c))
            else {
                continue;
            };
            seen.push(cell);
            let words = sheet.cells[cell].words.as_str();
            let beside = sheet.at(row, 0).and_then(|c| columns::kind(&sheet.cells[c].words, false));
            if label(words).is_some() || matches!(beside, Some(Kind::Owner(_))) {
                heads.owners.push(cell);
            } else if let Some(part) = matrix::part(words) {
                heads.part = heads.part.or(Some(part));
            } else {
                heads.names.push(cell);
            }
        }
        heads
    }
}

/// The role that a cell such as `牵头：市人社局` begins with, and the byte after the colon.
fn label(words: &str) -> Option<(Role, usize)> {
    let colon = words.find(['：', ':'])?;
    let after = colon + words[colon..].chars().next()?.len_utf8();
    let label = &words[..colon];
    if let Some(Column::Owner(role)) = headings::column(label) {
        return Some((role, after));
    }
    SHORT_LABELS.iter().find(|(short, _)| *short == label).map(|(_, role)| (*role, after))
}

fn owner(source: &str, cell: Cell) -> Option<(Role, Cell)> {
    match label(cell.text()) {
        Some((role, after)) => Some((role, cell.slice(source, after..cell.text().len()))),
        None => Some((Role::Responsible, cell)),
    }
}

/// The one deadline that a remark under the table names for all.
fn due(source: &str, sheet: &Sheet, paragraphs: &[Paragraph], row: usize, year: Option<i16>) -> Option<(Period, Cell)> {
    let cell = sheet.cell(source, paragraphs, *sheet.own(row).first()?);
    let text = cell.text();
    let mut at = 0;
    let mut found = vec![];
    for clause in text.split_inclusive(['，', '；', '。', ',', ';']) {
        let words = clause.trim_end_matches(['，', '；', '。', ',', ';']);
        if words.contains("完成")
            && let Some(period) = schedule::deadline(words, year)
        {
            found.push((period, cell.slice(source, at..at + words.len())));
        }
        at += clause.len();
    }
    if found.len() == 1 { found.pop() } else { None }
}
