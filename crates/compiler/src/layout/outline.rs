//! What layout hands to lowering: the list as a tree of cells, not yet read.

use jiff::civil::Date;
use yinuo_diag::Diagnostic;
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
    /// Milestones in order of their periods.
    pub cells: Vec<(Period, Cell)>,
}
