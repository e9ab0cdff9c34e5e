//! What may follow a year: 2016年 with 度, 底, a half, a quarter, a month, a season, a named day.

use yinuo_model::TimeValue;

use super::ordinal::{first_of_year, quarters};
use super::{Found, connector, number, small, word};
use crate::syntax::fold::Folded;
use crate::syntax::numeral;

/// A year in four digits, Arabic or Chinese, at `i`, and its end. Outside 1900-2199 it is no year.
pub fn digits(f: &Folded, i: usize) -> Option<(i16, usize)> {
    let mut year = 0;
    for j in i..i + 4 {
        let c = f.get(j);
        let d = c.to_digit(10).or_else(|| if c == '两' { None } else { numeral::digit(c) })?;
        year = year * 10 + d as i16;
    }
    let longer = f.get(i + 4).is_ascii_digit() || f.before(i).is_ascii_digit();
    ((1900..2200).contains(&year) && !longer).then_some((year, i + 4))
}

/// The time that begins at `start` with the year `year`, whose 年 ends at `at`.
pub fn tail(f: &Folded, start: usize, at: usize, year: Option<i16>) -> Found {
    if let Some((last, end)) = range_end(f, at) {
        return Found::time(f, start, end, year.map(|y| TimeValue::Years(y, last)));
    }
    let i = f.skip_blanks(at);
    if let Some(found) = quarters(f, start, i, year).or_else(|| first_of_year(f, start, i, year)) {
        return found;
    }
    if let Some((month, end)) = small(f, i).map(|(m, e)| (m, f.skip_blanks(e))).filter(|(_, e)| f.get(*e) == '月') {
        return number::month(f, start, year, month, end + 1);
    }
    if let Some(found) = small(f, i).and_then(|(m, e)| number::months(f, start, m, e, year)) {
        return found;
    }
    if let Some(found) = word::in_year(f, start, i, year) {
        return found;
    }
    let value = |v: fn(i16) -> TimeValue| year.map(v);
    let doubled = at + usize::from(f.get(at) == '年');
    match f.get(doubled) {
        '底' | '末' | '终' => Found::time(f, start, doubled + 1, value(TimeValue::YearEnd)),
        '初' => Found::time(f, start, doubled + 1, year.map(|y| TimeValue::Month(y, 1))),
        '内' => Found::time(f, start, doubled + 1, value(TimeValue::Year)),
        // 2032年年中前, not 2032年中国
        '中' if doubled > at || f.any(doubled + 1, &["前", "以前", "之前"]) > 0 && f.get(doubled + 2) != '期' => {
            Found::time(f, start, doubled + 1, year.map(|y| TimeValue::Month(y, 6)))
        }
        '度' if doubled == at => Found::time(f, start, at + 1, value(TimeValue::Year)),
        _ => Found::time(f, start, at, value(TimeValue::Year)),
    }
}

/// The end of a span of years at `at`: 至2018年.
fn range_end(f: &Folded, at: usize) -> Option<(i16, usize)> {
    let n = connector(f, at);
    let (last, end) = digits(f, at + n).filter(|_| n > 0)?;
    (f.get(end) == '年').then(|| (last, end + 1 + usize::from(f.get(end + 1) == '度')))
}
