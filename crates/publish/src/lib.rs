//! A plan as the documents an office passes on: the standing ledger (台账) as a workbook and as csv. Values in, bytes out:
//! no file, clock or environment. What is written can be compiled again and gives the same plan.

mod csv;
mod ledger;
mod periods;
mod workbook;

pub use csv::csv;
pub use workbook::{Unwritten, workbook};
