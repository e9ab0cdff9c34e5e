//! The flattened table: a table whose borders a web page lost, one paragraph a cell, the header row repeated for each
//! category, blank cells gone, a cell sometimes broken over several paragraphs.
//!
//! Three steps: the header rows say which columns there are (`schema`); the chain of item numbers says where each row
//! begins (`anchors`); between two numbers the paragraphs are assigned to columns at least cost (`assign`).

mod anchors;
mod assign;
mod atoms;
mod doubts;
mod gaps;
mod hints;
pub mod regions;
mod row;
mod rows;
mod schema;
mod segment;
mod unplaced;

use yinuo_diag::Diagnostic;
use yinuo_model::Doubt;

use super::numbers_alone;
use super::outline::Group;
use super::paragraph::Paragraph;
use crate::shares::Crew;
use anchors::Anchor;
use segment::Table;

/// A list read from a flattened table.
#[derive(Default)]
pub struct Found {
    /// Categories with their rows.
    pub groups: Vec<Group>,
    /// Paragraphs before this one are not part of the table.
    pub first: usize,
    /// Indices of paragraphs after `first` that were set aside.
    pub aside: Vec<usize>,
    /// Notes on what was guessed.
    pub findings: Vec<Diagnostic>,
    /// Cells whose borders could well be elsewhere.
    pub doubts: Vec<Doubt>,
    /// The rows whose cells could be of other periods.
    pub unplaced: Vec<u32>,
}

/// The fewest rows that make a table where no header row is found.
const MIN_ROWS_WITHOUT_HEADER: usize = 3;

/// Reads a flattened table, if the document holds one.
pub fn read(source: &str, paragraphs: &[Paragraph], year: Option<i16>, crew: &Crew) -> Option<Found> {
    let schema = schema::find(paragraphs);
    if schema.is_none() && numbers_alone::count_items(paragraphs) {
        return None;
    }
    let anchors = anchors::find(paragraphs, schema.as_ref().map_or(5, |s| s.content_columns()));
    let needed = if schema.is_some() { 1 } else { MIN_ROWS_WITHOUT_HEADER };
    if anchors.len() < needed {
        return None;
    }
    let schema = match schema {
        Some(mut schema) => {
            schema.widen(paragraphs, &anchors);
            schema
        }
        None => schema::guess(paragraphs, &anchors)?,
    };
    let year = year.unwrap_or(yinuo_model::NO_YEAR);
    let usual_gap = gaps::usual(source, paragraphs, &anchors);
    let table = Table { source, paragraphs, schema: &schema, year, usual_gap };
    Some(rows::read(table, &anchors, crew))
}
