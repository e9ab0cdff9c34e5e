//! Words in a cell: numbers, measures, times, verbs. Reads one cell's text at a time and knows nothing of plans.

pub mod among;
mod amount;
pub mod approx;
mod aspects;
pub mod beginnings;
mod bound;
mod calendar;
pub mod change;
pub mod charmap;
pub mod clauses;
mod completion;
pub mod conditions;
pub mod conversion;
mod cue;
mod dictionary;
pub mod direction;
mod distractor;
mod edges;
mod endings;
mod fold;
pub mod generic;
pub mod hedges;
pub mod kinds;
pub mod letters;
mod lexicon;
pub mod lost_digits;
mod marker;
mod measure;
mod nouns;
pub(crate) mod numeral;
mod object;
pub mod openings;
pub mod outcomes;
pub mod pairs;
pub mod remainder;
mod role;
mod scan;
pub mod stages;
mod time;
pub mod unit;
pub mod vague;
pub mod verbs;
pub mod wordlist;
pub mod words;

use std::ops::Range;
use std::sync::LazyLock;

use yinuo_model::{Bound, Direction, TimeValue, Value, Word};

pub use fold::Folded;
pub use role::Role;

/// A quantity in a cell. Ranges are bytes of the cell's text.
#[derive(Debug, Clone, PartialEq)]
pub struct RawMeasure {
    /// Number, unit and touching bounds.
    pub range: Range<usize>,
    /// Normalised.
    pub value: Value,
    /// As written; `CNY`, `%`, `pp`; empty.
    pub unit: Word,
    /// What is counted.
    pub object: Option<Word>,
    /// Its limit.
    pub bound: Bound,
    /// What its clause says of it.
    pub role: Role,
    /// Which way it goes, of a percentage that is a change.
    pub change: Option<Direction>,
}

/// A time in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawTime {
    /// The words.
    pub range: Range<usize>,
    /// What they resolve to.
    pub value: TimeValue,
    /// True for a deadline.
    pub before: bool,
}

/// What was read in a cell, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Quantities.
    pub measures: Vec<RawMeasure>,
    /// Times.
    pub times: Vec<RawTime>,
    /// Dates that no calendar has.
    pub impossible: Vec<Range<usize>>,
}

/// Reads a cell's text. `buffer` is filled with it; one buffer may serve many cells. `year` fills a missing year.
pub fn read(buffer: &mut Folded, text: &str, year: Option<i16>) -> Reading {
    let mut reading = Reading::default();
    read_into(buffer, text, year, &mut reading);
    reading
}

/// The same, put into `reading` for what is in it.
pub fn read_into(buffer: &mut Folded, text: &str, year: Option<i16>, reading: &mut Reading) {
    reading.measures.clear();
    reading.times.clear();
    reading.impossible.clear();
    buffer.load(text);
    scan::read(buffer, text, year, reading);
}

/// Every word the readers look for, once: the list whose plain search is the yardstick of speed.
pub fn keywords() -> &'static [&'static str] {
    static ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut all: Vec<&str> = unit::words().chain(bound::words()).chain(time::words()).chain(cue::words()).collect();
        all.extend(verbs::VERBS.words().chain(stages::STAGES.words()).chain(outcomes::OUTCOMES.words()));
        all.extend(hedges::HEDGES.words().chain(conditions::CONDITIONS.words()));
        all.extend(vague::OPEN_HEADS.words().chain(vague::OPEN_OBJECTS.words()).chain(vague::CHECKABLE.words()));
        all.sort_unstable();
        all.dedup();
        all
    });
    &ALL
}
