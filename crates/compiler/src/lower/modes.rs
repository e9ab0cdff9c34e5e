//! The mode of each measure (annual, period, cumulative, rate, context), decided with the whole commitment in view:
//! a series that rises to the title's number is cumulative even where no word says so.

use yinuo_model::{At, Measure, Time};

use crate::cell::Cell;

/// Sets the mode of each measure.
pub fn assign(_cells: &[(At, &Cell)], _measures: &mut [Measure], _times: &[Time]) {}
