//! Quarters, and the first so many of them: 第三季度, 一、二季度, 前三季度. Other ordinals (第2、3次) are passed over.

use yinuo_model::TimeValue;

use super::{Found, connector, small};
use crate::syntax::fold::Folded;
use crate::syntax::numeral;

/// A quarter or several at `i` (with or without 第), as the time that begins at `start`.
pub fn quarters(f: &Folded, start: usize, i: usize, year: Option<i16>) -> Option<Found> {
    let first_at = i + usize::from(f.get(i) == '第');
    let (first, mut end) = quarter_number(f, first_at)?;
    let mut last = first;
    if let Some(n) = quarter_word(f, end) {
        end += n;
        let link = connector(f, end);
        let next_at = end + link + usize::from(f.get(end + link) == '第');
        if let Some((q, e)) = quarter_number(f, next_at).filter(|_| link > 0)
            && let Some(n) = quarter_word(f, e)
        {
            (last, end) = (q, e + n);
        }
    } else {
        let link = connector(f, end).max(usize::from(matches!(f.get(end), '、' | '和' | '及')));
        let next_at = end + link + usize::from(f.get(end + link) == '第');
        let (q, e) = quarter_number(f, next_at).filter(|(q, _)| link > 0 && *q > first)?;
        (last, end) = (q, e + quarter_word(f, e)?);
    }
    end += usize::from(matches!(f.get(end), '末' | '初') || f.get(end) == '底' && f.get(end + 1) != '前');
    let value = year.map(|y| match (first, last) {
        (a, b) if a < b => TimeValue::Months((y, a * 3 - 2), (y, b * 3)),
        _ => TimeValue::Quarter(y, first),
    });
    Some(Found::time(f, start, end, value))
}

fn quarter_number(f: &Folded, i: usize) -> Option<(i8, usize)> {
    let n = match f.get(i) {
        '一' | '1' => 1,
        '二' | '2' => 2,
        '三' | '3' => 3,
        '四' | '4' => 4,
        _ => return None,
    };
    Some((n, i + 1))
}

fn quarter_word(f: &Folded, i: usize) -> Option<usize> {
    f.starts(i, "季度").then_some(2)
}

/// 前三季度, 前三个季度, 前10个月 at `i`, as the time that begins at `start`.
pub fn first_of_year(f: &Folded, start: usize, i: usize, year: Option<i16>) -> Option<Found> {
    let (n, end) = if f.get(i) == '前' { small(f, i + 1)? } else { return None };
    let at = end + usize::from(f.get(end) == '个');
    let months = if f.starts(at, "季度") {
        (n * 3, 2)
    } else if f.get(at) == '月' && at > end {
        (n, 1)
    } else {
        return None;
    };
    let value = year.filter(|_| (1..=12).contains(&months.0)).map(|y| TimeValue::Months((y, 1), (y, months.0)));
    let end = at + months.1;
    Some(match value {
        Some(v) => Found::plain(start, end, v),
        None => Found::nothing(start, end),
    })
}

/// What stands at 第: a quarter, or an ordinal to pass over with all its numbers.
pub fn at_ordinal(f: &Folded, i: usize, year: Option<i16>) -> Option<Found> {
    if let Some(found) = quarters(f, i, i, year) {
        return Some(found);
    }
    let mut end = numeral::read(f, i + 1)?.end;
    loop {
        let link = connector(f, end).max(usize::from(matches!(f.get(end), '、' | '和' | '及')));
        let again = end + link + usize::from(link > 0 && f.get(end + link) == '第');
        match numeral::read(f, again).filter(|_| link > 0) {
            Some(n) => end = n.end,
            None => return Some(Found::nothing(i, end + 1)),
        }
    }
}
