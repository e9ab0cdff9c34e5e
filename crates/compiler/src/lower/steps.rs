//! The deliverables of a milestone: numbered, divided by semicolons or by sentences.

use yinuo_model::{At, Step, Time};

use crate::cell::Cell;

/// Reads the steps of a cell. `times` are the commitment's; those at `at` may be deadlines.
pub fn read(_cell: &Cell, _at: At, _times: &[Time]) -> Vec<Step> {
    vec![]
}
