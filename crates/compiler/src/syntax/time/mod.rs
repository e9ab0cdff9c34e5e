//! Times in a cell: dates, months, quarters, years, terms, recurrences, named days. Resolves each to a value of
//! `model::TimeValue` with the plan's year where none is written. Decides nothing about deadlines of steps.

mod days;
mod deadline;
mod number;
mod ordinal;
mod recurrence;
mod word;
mod year;

use yinuo_model::{NO_YEAR, TimeValue};

use super::fold::Folded;

pub use number::at_number;
pub use ordinal::{at_ordinal, first_of_year, quarters};
pub use word::{at_word, heads, words};

/// A time found, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Where reading goes on; past a name that only repeats the date.
    pub next: usize,
    /// What it is.
    pub what: What,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A time, and whether it is a deadline.
    Time(TimeValue, bool),
    /// A date that no calendar has, such as 2月30日.
    Impossible,
    /// A clock time, a year that is not known, or the like: neither time nor quantity.
    Nothing,
}

impl Found {
    /// A time whose words are `start..end`, with the marks of a deadline around it taken in.
    fn time(f: &Folded, start: usize, end: usize, value: Option<TimeValue>) -> Self {
        let Some(value) = value.filter(|v| is_placed(*v)) else {
            return Found { start, end, next: end, what: What::Nothing };
        };
        deadline::widen(f, start, end, value)
    }

    /// A time that is never a deadline.
    fn plain(start: usize, end: usize, value: TimeValue) -> Self {
        Found { start, end, next: end, what: What::Time(value, false) }
    }

    /// A date that does not exist.
    fn impossible(start: usize, end: usize) -> Self {
        Found { start, end, next: end, what: What::Impossible }
    }

    /// Words to pass over.
    fn nothing(start: usize, end: usize) -> Self {
        Found { start, end, next: end, what: What::Nothing }
    }
}

/// Whether a time is of a year that is known, or of the plan's where that is not known. What reaches into another year than
/// one that is not known (明年, 11月至次年2月) cannot be said.
fn is_placed(value: TimeValue) -> bool {
    const NEAR: i16 = 1000;
    let beside = |year: i16| year != NO_YEAR && year < NEAR;
    value.years().is_none_or(|(a, b)| !beside(a) && !beside(b) && (a == NO_YEAR) == (b == NO_YEAR))
}

/// Length of a range mark at `i`: a dash, a double dash, 至, 到.
fn connector(f: &Folded, i: usize) -> usize {
    match f.get(i) {
        '-' if f.get(i + 1) == '-' => 2,
        '-' | '至' | '到' => 1,
        _ => 0,
    }
}

/// A small whole number at `i` (a month, a day, a quarter) and its end.
fn small(f: &Folded, i: usize) -> Option<(i8, usize)> {
    use rust_decimal::prelude::ToPrimitive;
    if f.get(i).is_ascii_digit() {
        let end = (i..i + 3).find(|j| !f.get(*j).is_ascii_digit())?;
        let n = (i..end).fold(0, |n, j| n * 10 + (f.get(j) as u8 - b'0') as i8);
        return Some((n, end));
    }
    let n = super::numeral::read(f, i).filter(|n| !n.arabic && !n.more)?;
    Some((n.value?.to_i8()?, n.end))
}
