//! The columns of a flattened table, from its header rows. A header row is a run of paragraphs that are column headings;
//! it is usually repeated, sometimes damaged, so the fullest run decides.

use super::Anchor;
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

/// Finds the fullest header row. One without a period or owner column is no table of commitments.
pub fn find(paragraphs: &[Paragraph]) -> Option<Schema> {
    let mut best: Vec<Column> = vec![];
    let mut run: Vec<Column> = vec![];
    let mut category_first = false;
    for p in paragraphs {
        match p.column {
            Some(column) if column == Column::Label => {
                category_first |= run == [Column::Category];
                run = vec![column];
            }
            Some(column) if !run.contains(&column) => run.push(column),
            Some(_) => {}
            None if p.is_furniture() => {}
            None => {
                if run.len() > best.len() {
                    best = std::mem::take(&mut run);
                }
                run.clear();
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
    let quarters: Vec<usize> =
        (0..columns.len()).filter(|i| matches!(columns[*i], Column::Period(Stretch::Quarter(_)))).collect();
    if let (2..=3, Some(&at)) = (quarters.len(), quarters.first()) {
        columns.retain(|c| !matches!(c, Column::Period(Stretch::Quarter(_))));
        columns.splice(at..at, (1..=4).map(|q| Column::Period(Stretch::Quarter(q))));
    }
    columns
}

/// The columns when no header row is there at all: a title and four quarters, if that is how long most rows are.
pub fn guess(paragraphs: &[Paragraph], anchors: &[Anchor]) -> Option<Schema> {
    let mut lengths: Vec<usize> = anchors
        .windows(2)
        .map(|w| paragraphs[w[0].at + 1..w[1].at].iter().filter(|p| !p.is_furniture() && p.heading.is_none()).count())
        .collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied()?;
    let quarters = (1..=4).map(|q| Column::Period(Stretch::Quarter(q)));
    (median == 5).then(|| Schema {
        columns: std::iter::once(Column::Title).chain(quarters).collect(),
        guessed: true,
        category_first: false,
    })
}
