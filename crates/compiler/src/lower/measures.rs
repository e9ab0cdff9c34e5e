//! Measures and times of a commitment: each cell read by `syntax`, with places in the source. Modes are those the
//! clause says; `modes` settles them with the whole commitment in view.

use std::ops::Range;

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Bound, Measure, Mode, NO_YEAR, Place, Time, Value, Word};

use super::tabulated;
use crate::cell::Cell;
use crate::syntax::words::Alone;
use crate::syntax::{self, Folded, Reading, Role, lost_digits};

/// Reads every cell of commitment `number`. `year` fills a missing year, which is else one that is not known; `buffer` may serve many commitments. Impossible
/// dates become findings.
pub fn read(
    number: u32,
    cells: &[(At, &Cell)],
    year: Option<i16>,
    buffer: &mut Folded,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Measure>, Vec<Time>) {
    let (mut measures, mut times) = (vec![], vec![]);
    let mut reading = Reading::default();
    for (at, cell) in cells {
        syntax::read_into(buffer, cell.text(), year.or(Some(NO_YEAR)), &mut reading);
        if *at == At::Body && reading.measures.is_empty() {
            measures.extend(tabulated::numbers(cell.text()).into_iter().map(|(range, n)| bare(cell, range, n)));
        }
        measures.extend(reading.measures.drain(..).map(|m| Measure {
            at: *at,
            place: cell.place(m.range.clone()),
            text: cell.text()[m.range].into(),
            value: m.value,
            unit: m.unit,
            object: m.object,
            bound: m.bound,
            mode: mode(m.role, *at),
            change: m.change,
            part_of: None,
        }));
        times.extend(reading.times.drain(..).map(|t| Time {
            at: *at,
            place: cell.place(t.range.clone()),
            text: cell.text()[t.range].into(),
            value: t.value,
            before: t.before,
        }));
        // a number that lost a mark is told by a check, with what it may have been
        let lost = if reading.impossible.is_empty() { vec![] } else { lost_digits(cell.text()) };
        for range in reading.impossible.drain(..).filter(|r| !lost.iter().any(|l| l.start < r.end && r.start < l.end)) {
            findings.push(impossible(number, *at, &cell.text()[range.clone()], cell.place(range)));
        }
    }
    (measures, times)
}

/// A number of a body that no unit follows.
fn bare(cell: &Cell, range: Range<usize>, number: Decimal) -> Measure {
    Measure {
        at: At::Body,
        place: cell.place(range.clone()),
        text: cell.text()[range].into(),
        value: Value::One(number),
        unit: Word::default(),
        object: None,
        bound: Bound::Exact,
        mode: Mode::Annual,
        change: None,
        part_of: None,
    }
}

fn lost_digits(text: &str) -> Vec<Range<usize>> {
    lost_digits::suspects(Alone::anew(text).said()).into_iter().map(|s| s.range).collect()
}

/// The mode that the clause alone gives.
fn mode(role: Role, at: At) -> Mode {
    let in_period = matches!(at, At::Period(_));
    match role {
        Role::Rate => Mode::Rate,
        Role::Context => Mode::Context,
        Role::Running => Mode::Cumulative,
        Role::Progress | Role::Completion | Role::WholeYear if in_period => Mode::Cumulative,
        Role::Completion => Mode::Rate,
        _ if in_period => Mode::Period,
        _ => Mode::Annual,
    }
}

fn impossible(number: u32, at: At, words: &str, place: Place) -> Diagnostic {
    let message = Text::new(format!("日历上没有“{words}”这一天"), format!("no calendar has the date {words:?}"));
    Diagnostic::new(&codes::IMPOSSIBLE_DATE, message)
        .about(number, at)
        .label(place.first(), Text::new("日期不存在", "this date does not exist"))
        .help(Text::new("核对原件，改成实际日期", "check the original and write the date that is meant"))
}
