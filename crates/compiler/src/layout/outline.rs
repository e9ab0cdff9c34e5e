//! What layout hands to lowering: the list as a tree of cells, not yet read.

use jiff::civil::Date;
use yinuo_diag::{Diagnostic, Span};
use yinuo_model::{Declared, Doubt, Period, Role};

use crate::cell::Cell;

/// The list found in a document.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The list's title.
    pub title: Option<String>,
    /// The body that publishes it.
    pub jurisdiction: Option<String>,
    /// The year it is for.
    pub year: Option<i16>,
    /// When it was published.
    pub published: Option<Date>,
    /// Counts it states about itself.
    pub declared: Declared,
    /// Categories in order.
    pub groups: Vec<Group>,
    /// Notes on what was guessed and faults of the layout.
    pub findings: Vec<Diagnostic>,
    /// Cells whose borders could well be elsewhere.
    pub doubts: Vec<Doubt>,
    /// The rows, in order, whose cells could be of other periods.
    pub unplaced: Vec<u32>,
    /// Every paragraph that is no part of the list, in the order of the document.
    pub aside: Vec<Span>,
    /// Those of them under headings that are told instead, or that a person said are unused.
    pub under_headings: Vec<Span>,
    /// Headings that are known to head no part of a promise, with words under them.
    pub beside: Vec<(String, Span)>,
}

/// A category.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// Empty for a list without categories.
    pub name: String,
    /// The count its heading states.
    pub declared_items: Option<u32>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// How many rows some groups have.
pub fn rows(groups: &[Group]) -> usize {
    groups.iter().map(|g| g.rows.len()).sum()
}

/// A commitment.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Unique in the plan.
    pub number: u32,
    /// As written.
    pub label: String,
    /// The heading, or the whole text.
    pub title: Cell,
    /// The text under a heading.
    pub body: Option<Cell>,
    /// Cells of owner columns.
    pub owners: Vec<(Role, Cell)>,
    /// The words over it that name owners, for a row that names none.
    pub above: Option<Cell>,
    /// Milestones in order of their periods.
    pub cells: Vec<(Period, Cell)>,
    /// Tasks whose owners differ.
    pub tasks: Vec<Task>,
}

/// One of several tasks of a row that have owners of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What is to be done.
    pub words: Cell,
    /// Who does it.
    pub owners: Vec<(Role, Cell)>,
}

/// Makes numbers unique: as written where they rise; in order from 1 where they start again; a repeated number is put
/// after the last, and so is a row without one.
pub fn number(groups: &mut [Group]) {
    let values: Vec<u32> = groups.iter().flat_map(|g| g.rows.iter().map(|r| r.number)).collect();
    let numbered: Vec<u32> = values.iter().copied().filter(|v| *v > 0).collect();
    let starts_again = numbered.windows(2).any(|w| w[1] < w[0]);
    let mut last = values.iter().copied().max().unwrap_or(0);
    let mut before = 0;
    for (n, row) in groups.iter_mut().flat_map(|g| &mut g.rows).enumerate() {
        if starts_again {
            row.number = n as u32 + 1;
        } else if row.number == before || row.number == 0 {
            last += 1;
            row.number = last;
        } else {
            before = row.number;
        }
    }
}
