//! The words around a measure in its cell, for the checks that read them.

use std::ops::Range;

use yinuo_model::{At, Measure};

use crate::readings::Case;
use crate::syntax::among;
use crate::syntax::words::Said;

/// As far as words around a measure are asked, in bytes: no clause or sentence that somebody wrote is longer. A cell of
/// thousands of numbers without a mark between them is looked at in linear time so.
const REACH_BYTES: usize = 3000;

/// Whether a cell is of the promise, the title or the body, and not of a period.
pub fn is_promise(at: At) -> bool {
    !matches!(at, At::Period(_))
}

/// A measure in its cell.
pub struct Placed<'a> {
    /// What the cell says.
    pub cell: Said<'a>,
    /// Where the measure stands in it.
    pub range: Range<usize>,
}

/// The cell a measure stands in and its range there.
pub fn of<'a>(case: Case<'a>, measure: &Measure) -> Option<Placed<'a>> {
    let (passage, cell) = case.cell(measure.at)?;
    Some(Placed { cell, range: passage.range_of(measure.place.first())? })
}

impl<'a> Placed<'a> {
    /// The words of a stretch around the measure up to it, and from it on, as far as they are near.
    pub fn around(&self, stretch: Said) -> (&'a str, &'a str) {
        let text = self.cell.text();
        let start = text.ceil_char_boundary(self.range.start.saturating_sub(REACH_BYTES));
        let end = text.floor_char_boundary(self.range.end + REACH_BYTES);
        let Range { start, end } = start.max(stretch.range().start)..end.min(stretch.range().end);
        (&text[start..self.range.start], &text[self.range.end..end])
    }

    /// The words of a stretch around the measure, the measure among them, as far as they are near.
    pub fn near(&self, stretch: Said) -> &'a str {
        let (before, after) = self.around(stretch);
        &self.cell.text()[self.range.start - before.len()..self.range.end + after.len()]
    }

    /// The clause around it.
    pub fn clause(&self) -> Option<Said<'a>> {
        self.cell.clause_at(&self.range)
    }

    /// The deliverable around it.
    pub fn deliverable(&self) -> Option<Said<'a>> {
        self.cell.deliverable_at(&self.range)
    }
}

/// True for a part of another number, and for one that follows 其中 in its deliverable in a unit of its own: no promise by itself.
pub fn is_part(case: Case, measure: &Measure) -> bool {
    if measure.part_of.is_some() {
        return true;
    }
    let Some(placed) = of(case, measure) else { return false };
    placed.deliverable().is_some_and(|sentence| placed.around(sentence).0.contains(among::FIRM))
}
