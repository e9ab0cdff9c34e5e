//! Days of the year by name, for any year 1950-2100: the lunar calendar, solar terms, and days fixed by date or weekday.
//! Knows dates only; words are found by `time`.

mod lunar;
mod solar;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use yinuo_model::NO_YEAR;

/// How a named day falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Lunar month and day.
    Lunar(i8, i8),
    /// The last day of the lunar year before.
    NewYearEve,
    /// A solar term.
    Term(Term),
    /// Month, which one in it (-1 the last), weekday.
    Nth(i8, i8, Weekday),
}

pub use solar::Term;

/// The date in `year`; none outside 1950-2100. Of a year that is not known only days fixed by date.
pub fn date(rule: Rule, year: i16) -> Option<Date> {
    if let (Rule::Fixed(month, day), NO_YEAR) = (rule, year) {
        return Date::new(year, month, day).ok();
    }
    if !(1950..=2100).contains(&year) {
        return None;
    }
    match rule {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        // the twelfth month of the year before falls into January: 腊八 of a list is the one within its year
        Rule::Lunar(12, day) => {
            let early = lunar::date(year - 1, 12, day).filter(|d| d.year() == year);
            early.or_else(|| lunar::date(year, 12, day))
        }
        Rule::Lunar(month, day) => lunar::date(year, month, day),
        Rule::NewYearEve => lunar::date(year, 1, 1)?.checked_sub(1.day()).ok(),
        Rule::Term(term) => solar::date(term, year),
        Rule::Nth(month, nth, weekday) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok(),
    }
}
