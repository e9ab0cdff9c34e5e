//! Words in a cell: numbers, measures, times, verbs. Reads one cell's text at a time and knows nothing of plans.

pub mod clauses;
pub mod conditions;
pub mod conversion;
pub mod hedges;
pub mod outcomes;
pub mod stages;
pub mod vague;
pub mod verbs;
pub mod wordlist;
