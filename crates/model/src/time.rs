//! Times named in a document, resolved to calendar values. The written forms are those of gold/RULES.md's table.

use std::fmt;

use jiff::civil::{Date, date};
use serde::{Serialize, Serializer};

use crate::period::{Digits, NO_YEAR};
use crate::{At, Place, Word};

/// A time expression with the words it was read from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Time {
    /// The cell it stands in.
    pub at: At,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// The words under the span.
    pub text: Word,
    /// What it resolves to.
    pub value: TimeValue,
    /// True for 前, 以前, 底前, 到…为止.
    pub before: bool,
}

/// A resolved time. Where neither its words nor the document name the year, that is [`NO_YEAR`] and written `XXXX`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeValue {
    /// `2016-08-30`.
    Date(Date),
    /// First and last day: `2016-03-01/2016-05-02`.
    Dates(Date, Date),
    /// `2016-09`.
    Month(i16, i8),
    /// First and last month: `2016-07/2016-09`.
    Months((i16, i8), (i16, i8)),
    /// `2016-Q3`.
    Quarter(i16, i8),
    /// `2016`.
    Year(i16),
    /// First and last year: `2013/2017`.
    Years(i16, i16),
    /// `2016-year-end`.
    YearEnd(i16),
    /// `2016-spring-term` and the like.
    Season(i16, Season),
    /// `R/P1M` and the like (after ISO 8601 repeating intervals).
    Recurrence(Recurrence),
}

/// Seasons and school terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Season {
    SpringTerm,
    AutumnTerm,
    SummerVacation,
    WinterVacation,
    Spring,
    Summer,
    Autumn,
    Winter,
    AutumnWinter,
    WinterSpring,
    FloodSeason,
    HeatingSeason,
    Vacations,
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Recurrence {
    Daily,
    Weekly,
    /// Weekly on these days.
    WeeklyOn(Weekdays),
    Monthly,
    /// Monthly by or on a day of the month.
    MonthlyOn(i8),
    Quarterly,
    HalfYearly,
    Yearly,
    /// Every so many of a stretch that none of the others is: every two weeks.
    Every(i8, Stretch),
}

/// A stretch that recurrences count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Stretch {
    Days,
    Weeks,
    Months,
    Years,
}

/// Days of the week: bit 0 is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// These days and one more, 1 = Monday. A number that is no day adds none.
    pub fn and(self, day: i8) -> Self {
        if (1..=7).contains(&day) { Self(self.0 | 1 << (day - 1)) } else { self }
    }

    /// How many days a week.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The days in order, 1 = Monday.
    pub fn days(self) -> impl Iterator<Item = i8> {
        (1..=7).filter(move |day| self.0 & 1 << (day - 1) != 0)
    }
}

impl Season {
    /// Every season.
    pub(crate) const ALL: [Season; 13] = [
        Season::SpringTerm,
        Season::AutumnTerm,
        Season::SummerVacation,
        Season::WinterVacation,
        Season::Spring,
        Season::Summer,
        Season::Autumn,
        Season::Winter,
        Season::AutumnWinter,
        Season::WinterSpring,
        Season::FloodSeason,
        Season::HeatingSeason,
        Season::Vacations,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Season::SpringTerm => "spring-term",
            Season::AutumnTerm => "autumn-term",
            Season::SummerVacation => "summer-vacation",
            Season::WinterVacation => "winter-vacation",
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
            Season::AutumnWinter => "autumn-winter",
            Season::WinterSpring => "winter-spring",
            Season::FloodSeason => "flood-season",
            Season::HeatingSeason => "heating-season",
            Season::Vacations => "vacations",
        }
    }
}

impl TimeValue {
    /// First and last year; none for what recurs.
    pub fn years(self) -> Option<(i16, i16)> {
        match self {
            TimeValue::Date(d) => Some((d.year(), d.year())),
            TimeValue::Dates(a, b) => Some((a.year(), b.year())),
            TimeValue::Months((a, _), (b, _)) | TimeValue::Years(a, b) => Some((a, b)),
            TimeValue::Month(y, _) | TimeValue::Quarter(y, _) | TimeValue::Year(y) => Some((y, y)),
            TimeValue::YearEnd(y) | TimeValue::Season(y, _) => Some((y, y)),
            TimeValue::Recurrence(_) => None,
        }
    }

    /// True when the document does not say of which year it is.
    pub fn is_of_no_year(self) -> bool {
        self.years().is_some_and(|(first, _)| first == NO_YEAR)
    }

    /// First and last day, where the value names definite days.
    pub fn days(self) -> Option<(Date, Date)> {
        let month = |y, m: i8| date(y, m.clamp(1, 12), 1);
        match self {
            TimeValue::Date(d) => Some((d, d)),
            TimeValue::Dates(a, b) => Some((a, b)),
            TimeValue::Month(y, m) => Some((month(y, m), month(y, m).last_of_month())),
            TimeValue::Months((a, b), (c, d)) => Some((month(a, b), month(c, d).last_of_month())),
            TimeValue::Quarter(y, q) => Some((month(y, q * 3 - 2), month(y, q * 3).last_of_month())),
            TimeValue::Year(y) => Some((month(y, 1), month(y, 12).last_of_month())),
            TimeValue::Years(a, b) => Some((month(a, 1), month(b, 12).last_of_month())),
            TimeValue::YearEnd(_) | TimeValue::Season(..) | TimeValue::Recurrence(_) => None,
        }
    }
}

fn day(d: Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}-{:02}-{:02}", Digits(d.year()), d.month(), d.day())
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeValue::Date(d) => day(*d, f),
            TimeValue::Dates(a, b) => {
                day(*a, f)?;
                f.write_str("/")?;
                day(*b, f)
            }
            TimeValue::Month(y, m) => write!(f, "{}-{m:02}", Digits(*y)),
            TimeValue::Months((a, b), (c, d)) => write!(f, "{}-{b:02}/{}-{d:02}", Digits(*a), Digits(*c)),
            TimeValue::Quarter(y, q) => write!(f, "{}-Q{q}", Digits(*y)),
            TimeValue::Year(y) => write!(f, "{}", Digits(*y)),
            TimeValue::Years(a, b) => write!(f, "{}/{}", Digits(*a), Digits(*b)),
            TimeValue::YearEnd(y) => write!(f, "{}-year-end", Digits(*y)),
            TimeValue::Season(y, s) => write!(f, "{}-{}", Digits(*y), s.name()),
            TimeValue::Recurrence(r) => r.fmt(f),
        }
    }
}

/// Days of the week as recurrences write them, Monday first.
pub(crate) const DAYS: [&str; 7] = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Recurrence::Daily => f.write_str("R/P1D"),
            Recurrence::Weekly => f.write_str("R/P1W"),
            Recurrence::WeeklyOn(days) => {
                let names: Vec<&str> = days.days().map(|day| DAYS[(day - 1) as usize]).collect();
                write!(f, "R/P1W/{}", names.join(","))
            }
            Recurrence::Monthly => f.write_str("R/P1M"),
            Recurrence::MonthlyOn(day) => write!(f, "R/P1M/{day:02}"),
            Recurrence::Quarterly => f.write_str("R/P3M"),
            Recurrence::HalfYearly => f.write_str("R/P6M"),
            Recurrence::Yearly => f.write_str("R/P1Y"),
            Recurrence::Every(n, stretch) => write!(f, "R/P{n}{}", stretch.letter()),
        }
    }
}

impl Stretch {
    pub(crate) const ALL: [Stretch; 4] = [Stretch::Days, Stretch::Weeks, Stretch::Months, Stretch::Years];

    pub(crate) fn letter(self) -> char {
        match self {
            Stretch::Days => 'D',
            Stretch::Weeks => 'W',
            Stretch::Months => 'M',
            Stretch::Years => 'Y',
        }
    }
}

impl Serialize for TimeValue {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
