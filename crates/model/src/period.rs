//! Periods of a plan's schedule and the cells of a commitment. Written as in DESIGN section 7: `2016-Q1`, `2016-03`,
//! `2016-03/2016-04`, `2016-H1`, `2016`, `2016-05-18`; `XXXX-Q1` where no document says which year it is.

use std::fmt;

use jiff::civil::{Date, date};
use serde::{Serialize, Serializer};

/// The year of a period whose document names none. It is written `XXXX`, as ISO 8601-2 writes digits that are not known.
pub const NO_YEAR: i16 = 0;

/// A year in four digits.
pub(crate) struct Digits(pub(crate) i16);

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == NO_YEAR { f.write_str("XXXX") } else { write!(f, "{:04}", self.0) }
    }
}

/// A stretch of a year by whose end a milestone is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Year and quarter 1-4.
    Quarter(i16, i8),
    /// Year and month 1-12.
    Month(i16, i8),
    /// First and last month, both included.
    Months((i16, i8), (i16, i8)),
    /// Year and half 1-2.
    Half(i16, i8),
    /// A whole year.
    Year(i16),
    /// A lone deadline.
    Day(Date),
}

/// The first day of a month; `month` is 1-12 by construction.
fn first_of(year: i16, month: i8) -> Date {
    date(year, month.clamp(1, 12), 1)
}

impl Period {
    /// First day.
    pub fn first_day(self) -> Date {
        match self {
            Period::Quarter(y, q) => first_of(y, q * 3 - 2),
            Period::Month(y, m) | Period::Months((y, m), _) => first_of(y, m),
            Period::Half(y, h) => first_of(y, h * 6 - 5),
            Period::Year(y) => first_of(y, 1),
            Period::Day(d) => d,
        }
    }

    /// Last day: the day the milestone is due.
    pub fn last_day(self) -> Date {
        match self {
            Period::Quarter(y, q) => first_of(y, q * 3).last_of_month(),
            Period::Month(y, m) | Period::Months(_, (y, m)) => first_of(y, m).last_of_month(),
            Period::Half(y, h) => first_of(y, h * 6).last_of_month(),
            Period::Year(y) => first_of(y, 12).last_of_month(),
            Period::Day(d) => d,
        }
    }

    /// True when the document does not say of which year it is.
    pub fn is_of_no_year(self) -> bool {
        self.first_day().year() == NO_YEAR
    }

    /// True when the day lies in the period.
    pub fn contains(self, day: Date) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.last_day(), self.first_day()).cmp(&(other.last_day(), other.first_day()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Quarter(y, q) => write!(f, "{}-Q{q}", Digits(*y)),
            Period::Month(y, m) => write!(f, "{}-{m:02}", Digits(*y)),
            Period::Months((a, b), (c, d)) => write!(f, "{}-{b:02}/{}-{d:02}", Digits(*a), Digits(*c)),
            Period::Half(y, h) => write!(f, "{}-H{h}", Digits(*y)),
            Period::Year(y) => write!(f, "{}", Digits(*y)),
            Period::Day(d) => write!(f, "{d}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// A cell of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The title.
    Title,
    /// The body.
    Body,
    /// The milestone of a period.
    Period(Period),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Title => f.write_str("title"),
            At::Body => f.write_str("body"),
            At::Period(p) => p.fmt(f),
        }
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
