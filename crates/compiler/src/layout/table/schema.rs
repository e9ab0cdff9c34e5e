//! The columns of a flattened table, from its header rows. A header row is a run of paragraphs that are column headings;
//! it is usually repeated, sometimes damaged, so the fullest run decides.

use super::Anchor;
use crate::bodies;
use crate::layout::grid;
use crate::layout::headings::{Column, Stretch};
use crate::layout::paragraph::Paragraph;

/// The columns of a row after its number, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Title, periods, owners and so on; never the number or a group heading.
    pub columns: Vec<Column>,
    /// No header row was found and the columns were inferred.
    pub guessed: bool,
    /// A column before the number names the category, in its first row only.
    pub category_first: bool,
}

impl Schema {
    /// How many paragraphs a row has when each cell is one paragraph.
    pub fn content_columns(&self) -> usize {
        self.columns.len()
    }
}

/// More columns beside the promise than a table has.
const MOST_BESIDE: usize = 8;

/// Finds the fullest header row. One without a period or owner column is no table of commitments.
pub fn find(paragraphs: &[Paragraph]) -> Option<Schema> {
    let mut best: Vec<Column> = vec![];
    let mut run: Vec<Column> = vec![];
    let mut beside: Vec<&str> = vec![];
    let mut category_first = false;
    for p in paragraphs {
        match p.column {
            Some(column) if column == Column::Label => {
                category_first |= run == [Column::Category];
                run = vec![column];
                beside.clear();
            }
            // 联系电话 and 备注 are two columns, the same heading again is none
            Some(Column::Other) if beside.len() < MOST_BESIDE && !beside.contains(&p.text) => {
                run.push(Column::Other);
                beside.push(p.text);
            }
            Some(column) if column != Column::Other && !run.contains(&column) => {
                // numbers may stand in the titles
                category_first |= column == Column::Title && run == [Column::Category];
                run.push(column);
            }
            Some(_) => {}
            None if p.is_furniture() => {}
            None => {
                if run.len() > best.len() {
                    best = std::mem::take(&mut run);
                }
                run.clear();
                beside.clear();
            }
        }
    }
    if run.len() > best.len() {
        best = run;
    }
    let telling = best.iter().filter(|c| matches!(c, Column::Period(_) | Column::Owner(_) | Column::Label)).count();
    if best.len() < 2 || telling == 0 {
        return None;
    }
    Some(Schema { columns: complete(best), guessed: false, category_first })
}

/// Fills in what a damaged header row lost: the title column, and quarters between quarters.
fn complete(run: Vec<Column>) -> Vec<Column> {
    let has_periods = run.iter().any(|c| matches!(c, Column::Period(_)));
    let mut columns: Vec<Column> = run
        .into_iter()
        .filter(|c| !(matches!(c, Column::Label | Column::Category) || has_periods && *c == Column::Group))
        .map(|c| if c == Column::Group { Column::Body } else { c })
        .collect();
    if !columns.contains(&Column::Title) {
        match columns.iter_mut().find(|c| **c == Column::Body) {
            Some(body) if !has_periods => *body = Column::Title,
            _ => columns.insert(0, Column::Title),
        }
    }
    fill_quarters(&mut columns, |_, last| last);
    columns
}

/// Puts in the quarters that are missing between quarters, up to the one that `until` names from the first and the last.
fn fill_quarters(columns: &mut Vec<Column>, until: impl Fn(i8, i8) -> i8) {
    let quarter = |c: &Column| if let Column::Period(Stretch::Quarter(q)) = c { Some(*q) } else { None };
    let named: Vec<i8> = columns.iter().filter_map(quarter).collect();
    let (Some(first), Some(last)) = (named.iter().min().copied(), named.iter().max().copied()) else { return };
    let at = columns.iter().position(|c| quarter(c).is_some()).unwrap_or(0);
    if named.len() > 1 {
        columns.retain(|c| quarter(c).is_none());
        let all = (first..=until(first, last)).map(|q| Column::Period(Stretch::Quarter(q)));
        columns.splice(at..at, all);
    }
}

impl Schema {
    /// Adds the quarters up to the fourth that a damaged header lost at its end, where most rows are long enough for them.
    pub fn widen(&mut self, paragraphs: &[Paragraph], anchors: &[Anchor]) {
        let mut whole = self.columns.clone();
        fill_quarters(&mut whole, |first, _| if first == 1 { 4 } else { 0 });
        let longer = whole.len() > self.columns.len() && !self.guessed;
        if longer && usual_length(paragraphs, anchors).is_some_and(|n| n >= whole.len()) {
            self.columns = whole;
        }
    }
}

/// How many paragraphs most rows have.
fn usual_length(paragraphs: &[Paragraph], anchors: &[Anchor]) -> Option<usize> {
    let content = |from: usize, to: usize| {
        paragraphs[from..to].iter().filter(|p| !p.is_furniture() && p.heading.is_none() && p.column.is_none()).count()
    };
    let mut lengths: Vec<usize> = anchors.windows(2).map(|w| content(w[0].at + 1, w[1].at)).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied()
}

/// Whether a row could not be a title and four quarters: one of its cells is the name of an office, or names a month of another
/// quarter, or is the next number of the list.
fn contradicts(row: &[Paragraph], number: u32) -> bool {
    if row.iter().any(|p| p.bare.is_some_and(|m| m.value == number + 1)) {
        return true;
    }
    let cells = row.iter().filter(|p| !p.is_furniture() && p.heading.is_none()).enumerate().skip(1);
    cells.into_iter().any(|(quarter, p)| {
        let named = grid::period_with_colon(p.text).map(|(_, stretch)| stretch.months().1);
        bodies::looks_like_a_unit(p.text) || named.is_some_and(|month| (month as usize - 1) / 3 + 1 != quarter)
    })
}

/// The columns when no header row is there at all: a title and four quarters, if that is how long most rows are.
pub fn guess(paragraphs: &[Paragraph], anchors: &[Anchor]) -> Option<Schema> {
    let usual = usual_length(paragraphs, anchors)?;
    let odd = anchors.windows(2).filter(|w| contradicts(&paragraphs[w[0].at + 1..w[1].at], w[0].value)).count();
    if odd * 2 > anchors.len() {
        return None;
    }
    let quarters = (1..=4).map(|q| Column::Period(Stretch::Quarter(q)));
    (usual == 5).then(|| Schema {
        columns: std::iter::once(Column::Title).chain(quarters).collect(),
        guessed: true,
        category_first: false,
    })
}
