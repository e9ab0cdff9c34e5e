//! How sure an assignment is: the sentence whose next best column costs least more is the row's doubt.

use yinuo_diag::{Span, Text};
use yinuo_model::{At, Doubt, Place, Reading};

use super::assign::{self, Task};
use crate::layout::headings::Column;
use crate::layout::notes;

/// A cell border that could well be elsewhere, before its row has a number.
pub struct Doubted {
    /// The words that could stand elsewhere.
    pub span: Span,
    /// Their column; none where they were set aside.
    pub taken: Option<Column>,
    /// The other column.
    pub instead: Option<Column>,
    /// 100 is a toss-up, 0 is certain.
    pub closeness: u8,
}

/// An alternative that costs this much more is no alternative.
const CLEAR: f32 = 2.5;
/// Only so many sentences of a row are tried, so that a hostile row stays cheap.
const TRIED_MAX: usize = 24;

/// The closest alternative in a row whose paragraphs do not match its columns. `cost` is that of what was chosen.
pub fn closest(task: Task, chosen: &[usize], cost: f32) -> Option<Doubted> {
    if task.atoms.len() > TRIED_MAX * 4 {
        return None;
    }
    let guessed = (1..chosen.len()).filter(|i| {
        let (same, first) = (chosen[*i] == chosen[i - 1], task.atoms[*i].first);
        same == first || chosen[*i] > chosen[i - 1] + 1
    });
    let others = guessed.take(TRIED_MAX).filter_map(|i| {
        let (column, dearer) = assign::second_choice(task, chosen, i)?;
        let margin = dearer - cost;
        (margin < CLEAR).then_some((margin, i, column))
    });
    let (margin, i, column) = others.min_by(|a, b| a.0.total_cmp(&b.0))?;
    let closeness = (100.0 * (1.0 - margin.max(0.0) / CLEAR)).round() as u8;
    let column_at = |c: usize| task.columns.get(c).copied();
    Some(Doubted { span: task.atoms[i].span, taken: column_at(chosen[i]), instead: column_at(column), closeness })
}

impl Doubted {
    /// The doubt about commitment `number`.
    pub fn about(self, number: u32, year: i16) -> Doubt {
        let at = match self.taken {
            Some(Column::Title) | None => At::Title,
            Some(Column::Period(stretch)) => At::Period(stretch.of_year(year)),
            Some(_) => At::Body,
        };
        let name = |c: Option<Column>| {
            c.map_or(Text::new("清单之外", "outside the list"), |c| notes::column_name(c, year))
        };
        let (taken, instead) = (name(self.taken), name(self.instead));
        Doubt {
            commitment: number,
            at,
            about: Reading::Cell,
            place: Place::Span(self.span),
            taken: Text::new(format!("归入“{}”", taken.zh), format!("taken into \u{201c}{}\u{201d}", taken.en)),
            instead: Text::new(
                format!("也可归入“{}”", instead.zh),
                format!("could stand in \u{201c}{}\u{201d}", instead.en),
            ),
            closeness: self.closeness,
        }
    }
}
