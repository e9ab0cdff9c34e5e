//! The plan as people see it: pure functions from the compiled plan to words, shapes and marked text. No requests, no
//! HTML; templates do the rest.

pub mod border;
pub mod chart;
pub mod document;
pub mod edition;
pub mod fold;
pub mod left_out;
pub mod locate;
pub mod marks;
pub mod matrix;
pub mod noted;
pub mod number;
pub mod pieces;
pub mod record;
#[cfg(test)]
mod sample;
pub mod setting;
pub mod tables;
pub mod target;
pub mod totals;
pub mod trajectory;
pub mod waits;
pub mod words;

pub use yinuo_app::tell::period;
