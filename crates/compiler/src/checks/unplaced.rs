//! Commitments whose cells could be of other periods: rows of a flattened table that lost their blank cells. What is said of them
//! must not blame the document for where we put the cells.

use yinuo_diag::{Diagnostic, codes};

/// Takes away that a date lies outside a period that we chose. `unplaced` is in order.
pub fn spare(unplaced: &[u32], findings: &mut Vec<Diagnostic>) {
    let is_unplaced = |number| unplaced.binary_search(&number).is_ok();
    let outside = |d: &Diagnostic| d.code.id == codes::DEADLINE_OUTSIDE_PERIOD.id;
    findings.retain(|d| !(outside(d) && d.commitment.is_some_and(is_unplaced)));
}
