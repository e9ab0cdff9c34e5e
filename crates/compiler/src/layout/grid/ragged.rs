//! Rows of a text table that lost their first cells: where a cell was merged over several rows, the rows below begin with
//! what stands beside it. What the cells look like, compared with a row that is whole, says how far such a row moved.

use super::sheet::Sheet;
use crate::bodies;

/// The most cells that a row is taken to have lost at its start.
const MAX_LOST: usize = 2;

/// What a cell looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Number,
    Body,
    Words,
}

/// Moves the rows from `first` on to where they belong.
pub fn straighten(sheet: &mut Sheet, first: usize) {
    let mut whole: Option<Vec<Option<Shape>>> = None;
    for row in first..sheet.rows {
        let shapes = shapes(sheet, row);
        let last = shapes.iter().rposition(Option::is_some).map_or(0, |l| l + 1);
        if last == shapes.len() && shapes.first().is_some_and(Option::is_some) {
            whole = Some(shapes);
            continue;
        }
        let Some(whole) = &whole else { continue };
        let agreement = |lost: usize| -> i32 {
            let pairs = shapes.iter().zip(&whole[lost..]).filter_map(|(a, b)| Some((a.as_ref()?, b.as_ref()?)));
            pairs.map(|(a, b)| if a == b { 1 } else { -1 }).sum()
        };
        let room = (shapes.len() - last).min(MAX_LOST);
        let lost = (0..=room).rev().max_by_key(|lost| agreement(*lost)).unwrap_or(0);
        if lost > 0 && agreement(lost) > agreement(0) {
            sheet.shift(row, lost);
        }
    }
}

fn shapes(sheet: &Sheet, row: usize) -> Vec<Option<Shape>> {
    (0..sheet.columns.len()).map(|c| sheet.at(row, c).map(|n| shape(&sheet.cells[n].words))).collect()
}

fn shape(words: &str) -> Shape {
    let is_number = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '.' | '%' | ',' | '、');
    if words.chars().all(is_number) {
        Shape::Number
    } else if bodies::looks_like_a_unit(words) {
        Shape::Body
    } else {
        Shape::Words
    }
}
