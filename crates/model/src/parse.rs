//! Reading periods, cells and time values back from the text that they are written as. Only that text is read: `2016-Q3`,
//! not `2016q3`. Words of a document are read by the compiler, not here.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::period::NO_YEAR;
use crate::time::DAYS;
use crate::{At, Period, Recurrence, Season, Stretch, TimeValue, Weekdays};

/// Text that is not the written form of the value asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadText(pub String);

impl fmt::Display for BadText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a value of this kind", self.0)
    }
}

impl std::error::Error for BadText {}

/// The value, when it is written exactly so.
fn exactly<T: fmt::Display>(value: Option<T>, text: &str) -> Result<T, BadText> {
    value.filter(|v| v.to_string() == text).ok_or_else(|| BadText(text.to_string()))
}

/// `2016-03`.
fn month(text: &str) -> Option<(i16, i8)> {
    let (year, month) = text.split_once('-')?;
    let month = month.parse().ok().filter(|m| (1..=12).contains(m))?;
    Some((self::year(year)?, month))
}

/// `2016-Q3` and `2016-H1`: year and number after the letter.
fn part(text: &str, letter: &str, last: i8) -> Option<(i16, i8)> {
    let (year, n) = text.split_once(letter)?;
    Some((self::year(year)?, n.parse().ok().filter(|n| (1..=last).contains(n))?))
}

fn both<T>(text: &str, read: fn(&str) -> Option<T>) -> Option<(T, T)> {
    let (from, to) = text.split_once('/')?;
    read(from).zip(read(to))
}

fn day(text: &str) -> Option<Date> {
    let Some(rest) = text.strip_prefix("XXXX-") else { return text.parse().ok() };
    let (month, day) = rest.split_once('-')?;
    Date::new(NO_YEAR, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Four digits, or `XXXX` where the year is not known.
fn year(text: &str) -> Option<i16> {
    if text == "XXXX" { Some(NO_YEAR) } else { text.parse().ok() }
}

impl FromStr for Period {
    type Err = BadText;

    fn from_str(text: &str) -> Result<Self, BadText> {
        let value = part(text, "-Q", 4)
            .map(|(y, q)| Period::Quarter(y, q))
            .or_else(|| part(text, "-H", 2).map(|(y, h)| Period::Half(y, h)))
            .or_else(|| both(text, month).map(|(a, b)| Period::Months(a, b)))
            .or_else(|| month(text).map(|(y, m)| Period::Month(y, m)))
            .or_else(|| year(text).map(Period::Year))
            .or_else(|| day(text).map(Period::Day));
        exactly(value, text)
    }
}

impl FromStr for At {
    type Err = BadText;

    fn from_str(text: &str) -> Result<Self, BadText> {
        match text {
            "title" => Ok(At::Title),
            "body" => Ok(At::Body),
            _ => text.parse().map(At::Period),
        }
    }
}

impl FromStr for TimeValue {
    type Err = BadText;

    fn from_str(text: &str) -> Result<Self, BadText> {
        let value = recurrence(text)
            .map(TimeValue::Recurrence)
            .or_else(|| part(text, "-Q", 4).map(|(y, q)| TimeValue::Quarter(y, q)))
            .or_else(|| both(text, month).map(|(a, b)| TimeValue::Months(a, b)))
            .or_else(|| both(text, day).map(|(a, b)| TimeValue::Dates(a, b)))
            .or_else(|| both(text, year).map(|(a, b)| TimeValue::Years(a, b)))
            .or_else(|| month(text).map(|(y, m)| TimeValue::Month(y, m)))
            .or_else(|| year(text).map(TimeValue::Year))
            .or_else(|| day(text).map(TimeValue::Date))
            .or_else(|| named(text));
        exactly(value, text)
    }
}

/// `2016-year-end`, `2016-spring-term`.
fn named(text: &str) -> Option<TimeValue> {
    let (year, name) = text.split_once('-')?;
    let year = self::year(year)?;
    if name == "year-end" {
        return Some(TimeValue::YearEnd(year));
    }
    Season::ALL.into_iter().find(|s| s.name() == name).map(|s| TimeValue::Season(year, s))
}

fn recurrence(text: &str) -> Option<Recurrence> {
    use Recurrence::*;
    let plain = [Daily, Weekly, Monthly, Quarterly, HalfYearly, Yearly];
    if let Some(found) = plain.into_iter().find(|r| r.to_string() == text) {
        return Some(found);
    }
    if let Some(days) = text.strip_prefix("R/P1W/") {
        let day = |name| DAYS.iter().position(|d| *d == name).map(|at| at as i8 + 1);
        let days: Option<Weekdays> =
            days.split(',').try_fold(Weekdays::default(), |all, name| Some(all.and(day(name)?)));
        return days.map(WeeklyOn);
    }
    if let Some(day) = text.strip_prefix("R/P1M/") {
        return day.parse().ok().filter(|d| (1..=31).contains(d)).map(MonthlyOn);
    }
    let rest = text.strip_prefix("R/P")?;
    let stretch = Stretch::ALL.into_iter().find(|s| rest.ends_with(s.letter()))?;
    rest[..rest.len() - 1].parse().ok().filter(|n| *n > 0).map(|n| Every(n, stretch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in
            ["2016-Q3", "2016-03", "2016-03/2016-04", "2016-H2", "2016", "2016-05-18", "XXXX-Q1", "XXXX-03", "XXXX"]
        {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_string()));
            assert_eq!(text.parse::<At>().map(|p| p.to_string()), Ok(text.to_string()));
        }
        for text in ["title", "body"] {
            assert_eq!(text.parse::<At>().map(|p| p.to_string()), Ok(text.to_string()));
        }
        for text in [
            "2016-08-30", "2016-03-01/2016-05-02", "2016-09", "2016-07/2016-09", "2016-Q3", "2016", "2013/2017",
            "2016-year-end", "2016-spring-term", "2016-heating-season", "XXXX-06-30", "XXXX-06",
            "XXXX-03-01/XXXX-05-02", "XXXX-Q3", "XXXX", "XXXX-year-end", "XXXX-spring-term", "R/P1D", "R/P1W",
            "R/P1W/SAT", "R/P1M", "R/P3M", "R/P6M", "R/P1Y", "R/P2W", "R/P15D", "R/P2M", "R/P3Y", "R/P1W/TUE,THU",
            "R/P1M/20",
        ] {
            assert_eq!(text.parse::<TimeValue>().map(|p| p.to_string()), Ok(text.to_string()), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_read() {
        for text in [
            "", "2016-Q5", "2016-13", "16-03", "2016-3", "2016-Q3 ", "二〇一六", "2016-02-30", "-", "/", "R/", "R/P",
            "R/P1W/", "R/P1M/32", "R/P0D", "R/P2", "R/P1W/TUE,MON", "0000-Q1", "XXXX-02-30", "XXXX-6-30",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
            assert!(text.parse::<TimeValue>().is_err(), "{text}");
        }
    }
}
