//! Times that begin with a digit: 2016年…, 8月30日前, 7-9月, 一季度, 4.23, 2016-05-18, and clock times to pass over.

use jiff::civil::Date;
use yinuo_model::TimeValue;

use super::ordinal::quarters;
use super::{Found, connector, recurrence, small, word, year};
use crate::syntax::calendar::{self, Rule};
use crate::syntax::fold::Folded;

/// The time that begins with the number at `i`, if it is one. `plan` is the plan's year.
pub fn at_number(f: &Folded, i: usize, plan: Option<i16>) -> Option<Found> {
    if let Some((y, end)) = year::digits(f, i)
        && let Some(found) = with_year(f, i, y, end)
    {
        return Some(found);
    }
    if let Some(found) = quarters(f, i, i, plan) {
        return Some(found);
    }
    if let Some(found) = recurrence::so_often(f, i) {
        return Some(found);
    }
    let (n, end) = small(f, i)?;
    let blank = f.skip_blanks(end);
    if blank > end && f.get(blank) == '月' {
        return Some(month(f, i, plan, n, blank + 1));
    }
    match f.get(end) {
        '月' if !matches!(f.before(i), '第') => return Some(month(f, i, plan, n, end + 1)),
        ':' if f.get(i).is_ascii_digit() && f.get(end + 1).is_ascii_digit() => return Some(clock(f, i, end)),
        '时' | '点' if f.get(i).is_ascii_digit() && is_clock(f, end) => return Some(clock(f, i, end)),
        _ => {}
    }
    months(f, i, n, end, plan).or_else(|| dotted(f, i, n, end, plan))
}

/// After a four-digit year: 年, a range of years, or numbers parted by one mark.
fn with_year(f: &Folded, i: usize, y: i16, end: usize) -> Option<Found> {
    if f.get(f.skip_blanks(end)) == '年' {
        return Some(year::tail(f, i, f.skip_blanks(end) + 1, Some(y)));
    }
    if f.starts(end, "学年") {
        return Some(Found::time(f, i, end + 2, Some(TimeValue::Years(y, y + 1))));
    }
    let n = connector(f, end);
    if n > 0
        && let Some((last, e)) = year::digits(f, end + n)
    {
        let tail = f.any(e, &["学年度", "学年", "年度", "年"]);
        return (tail > 0).then(|| Found::time(f, i, e + tail, Some(TimeValue::Years(y, last))));
    }
    if let Some(found) = fiscal(f, i, y, end) {
        return Some(found);
    }
    let mark = f.get(end);
    let (m, e) = small(f, end + 1).filter(|_| matches!(mark, '-' | '.' | '/'))?;
    let (d, e) = small(f, e + 1).filter(|_| f.get(e) == mark)?;
    Some(day(f, i, e, Some(y), m, d))
}

/// 2032-33年度: a year that begins in one calendar year and ends in the next.
fn fiscal(f: &Folded, start: usize, y: i16, end: usize) -> Option<Found> {
    let link = connector(f, end).max(usize::from(f.get(end) == '/'));
    let (last, e) = small(f, end + link).filter(|_| link > 0)?;
    let tail = f.any(e, &["财政年度", "学年度", "年度", "学年", "财年"]);
    let next = i16::from(last) == (y + 1) % 100 && e == end + link + 2;
    (next && tail > 0).then(|| Found::time(f, start, e + tail, Some(TimeValue::Years(y, y + 1))))
}

/// A month whose 月 ends at `at`, in the time that begins at `start`: alone, a range, or with a day.
pub fn month(f: &Folded, start: usize, y: Option<i16>, m: i8, at: usize) -> Found {
    if f.get(at) == '龄' {
        return Found::nothing(start, at + 1);
    }
    if !(1..=12).contains(&m) {
        return Found::impossible(start, at);
    }
    if let Some(found) = lunar_day(f, start, y, m, at) {
        return found;
    }
    let i = f.skip_blanks(at);
    if let Some((d, e)) = small(f, i).map(|(d, e)| (d, f.skip_blanks(e))).filter(|(_, e)| is_day(f, *e)) {
        return date_range(f, start, y, (m, d), e + 1).unwrap_or_else(|| day(f, start, e + 1, y, m, d));
    }
    let at = at + usize::from(f.get(at) == '份');
    if let Some(found) = month_range(f, start, y, m, at) {
        return found;
    }
    if let Some((first, last, length)) = tenths(f, at) {
        let value = y.and_then(|y| {
            let end = Date::new(y, m, 1).ok()?.days_in_month();
            Some(TimeValue::Dates(Date::new(y, m, first).ok()?, Date::new(y, m, last.min(end)).ok()?))
        });
        return Found::time(f, start, at + length, value);
    }
    Found::time(f, start, part(f, at), y.map(|y| TimeValue::Month(y, m)))
}

/// 九月初九, 农历八月十五: a day of the lunar calendar, whose month ends at `at`. 八月初二期开工 and 五月初三个 are none.
fn lunar_day(f: &Folded, start: usize, y: Option<i16>, m: i8, at: usize) -> Option<Found> {
    const COUNTED: &str = "个家所座处名人条项场次期批年级月";
    let named = f.ends(start, "农历") || f.ends(start, "阴历");
    let from = at + usize::from(f.get(at) == '初');
    if f.get(from).is_ascii_digit() || !named && from == at {
        return None;
    }
    let (d, end) = small(f, from).filter(|(d, end)| (1..=30).contains(d) && !COUNTED.contains(f.get(*end)))?;
    let end = end + usize::from(f.get(end) == '日');
    let date = y.and_then(|y| calendar::date(Rule::Lunar(m, d), y));
    Some(Found::time(f, if named { start - 2 } else { start }, end, date.map(TimeValue::Date)))
}

/// 上旬, 中旬, 下旬, 中下旬 at `at`: first and last day, and the length of the word.
fn tenths(f: &Folded, at: usize) -> Option<(i8, i8, usize)> {
    const WORDS: [(&str, i8, i8); 5] =
        [("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 31), ("上中旬", 1, 20), ("中下旬", 11, 31)];
    WORDS.iter().find(|(word, ..)| f.starts(at, word)).map(|(word, a, b)| (*a, *b, word.chars().count()))
}

/// One past 底, 末, 初 or 中 at `at`, where it belongs to the month.
fn part(f: &Folded, at: usize) -> usize {
    match f.get(at) {
        '末' | '初' => at + 1,
        '底' if f.any(at + 1, &["前", "以前", "之前"]) == 0 => at + 1,
        '中' if !matches!(
            f.get(at + 1),
            '国' | '心'
                | '小'
                | '学'
                | '考'
                | '央'
                | '共'
                | '医'
                | '秋'
                | '期'
                | '型'
                | '华'
                | '层'
                | '午'
                | '部'
                | '等'
        ) =>
        {
            at + 1
        }
        _ => at,
    }
}

/// `-9月` after a month: both ends; a lower month, or 次年, is of the next year.
fn month_range(f: &Folded, start: usize, y: Option<i16>, m: i8, at: usize) -> Option<Found> {
    let n = connector(f, at);
    let mut i = at + n;
    let mut later = 0;
    if let Some((y2, e)) = year::digits(f, i).filter(|(_, e)| f.get(*e) == '年') {
        later = y2 - y?;
        i = e + 1;
    } else if f.any(i, &["次年", "明年", "翌年"]) > 0 {
        (later, i) = (1, i + 2);
    }
    let year_ends = f.any(i, &["年底", "年末"]);
    if n > 0 && year_ends > 0 {
        return Some(Found::time(f, start, i + year_ends, y.map(|y| TimeValue::Months((y, m), (y, 12)))));
    }
    let (m2, e) = small(f, i).filter(|(m2, e)| n > 0 && f.get(*e) == '月' && (1..=12).contains(m2))?;
    if later == 0 && m2 < m {
        later = 1;
    }
    let end = part(f, e + 1 + usize::from(f.get(e + 1) == '份'));
    Some(Found::time(f, start, end, y.map(|y| TimeValue::Months((y, m), (y + later, m2)))))
}

/// 7-9月, 7至9月, 7、8月 where only the last has its 月.
pub fn months(f: &Folded, start: usize, m: i8, end: usize, year: Option<i16>) -> Option<Found> {
    let n = connector(f, end).max(usize::from(matches!(f.get(end), '、' | '和')));
    let (m2, e) = small(f, end + n).filter(|(_, e)| n > 0 && f.get(*e) == '月' && f.get(*e + 1) != '龄')?;
    if !(1..=12).contains(&m) || !(1..=12).contains(&m2) {
        return None;
    }
    // 1、2月 is two months; 1、10月30日前 is a list marker and a date.
    if connector(f, end) == 0 && (m2 != m + 1 || f.get(f.skip_blanks(e + 1)).is_ascii_digit()) {
        return None;
    }
    let end = part(f, e + 1 + usize::from(f.get(e + 1) == '份'));
    let value = year.map(|y| TimeValue::Months((y, m), (if m2 < m { y + 1 } else { y }, m2)));
    Some(Found::time(f, start, end, value))
}

/// 日, or 号 that is no number of a road or house.
fn is_day(f: &Folded, i: usize) -> bool {
    f.get(i) == '日' || f.get(i) == '号' && !matches!(f.get(i + 1), '路' | '线' | '楼' | '院' | '文' | '店' | '门')
}

/// A date, or the finding that there is none.
fn day(f: &Folded, start: usize, end: usize, y: Option<i16>, m: i8, d: i8) -> Found {
    // Without a year a leap year is assumed, so that only dates of no year are refused.
    if Date::new(y.unwrap_or(2000), m, d).is_err() {
        return Found::impossible(start, end);
    }
    Found::time(f, start, end, y.and_then(|y| Date::new(y, m, d).ok()).map(TimeValue::Date))
}

/// `至5月2日` or `-15日` after a day.
fn date_range(f: &Folded, start: usize, y: Option<i16>, (m, d): (i8, i8), at: usize) -> Option<Found> {
    let n = connector(f, at);
    let mut i = at + n;
    let mut y2 = y;
    if let Some((later, e)) = year::digits(f, i).filter(|(_, e)| f.get(*e) == '年') {
        (y2, i) = (Some(later), e + 1);
    }
    let (mut m2, mut d2, mut e) = (m, 0, i);
    let (a, end) = small(f, i).filter(|_| n > 0)?;
    if f.get(end) == '月' {
        m2 = a;
        (d2, e) = small(f, end + 1)?;
    } else if is_day(f, end) {
        (d2, e) = (a, end);
    }
    if !is_day(f, e) {
        return None;
    }
    if y2 == y && m2 < m {
        y2 = y.map(|y| y + 1);
    }
    let known = y.zip(y2).map(|(y, y2)| (Date::new(y, m, d), Date::new(y2, m2, d2)));
    Some(match known {
        Some((Ok(a), Ok(b))) if a <= b => Found::time(f, start, e + 1, Some(TimeValue::Dates(a, b))),
        Some(_) => Found::impossible(start, e + 1),
        None => Found::nothing(start, e + 1),
    })
}

/// 4.23 or 6·5 before the name of a day: the date itself; the name adds nothing.
fn dotted(f: &Folded, i: usize, m: i8, end: usize, plan: Option<i16>) -> Option<Found> {
    let opens = !f.before(i).is_ascii_alphanumeric() && f.before(i) != '.';
    let (d, e) = small(f, end + 1).filter(|_| opens && matches!(f.get(end), '.' | '·' | '•'))?;
    let name = e + usize::from(matches!(f.get(e), '”' | '’' | '"' | ' '));
    // “3·15” stands for the day itself
    let quoted = f.before(i) == '“' && f.get(e) == '”' && f.get(end) != '.';
    let alone = quoted || f.any(name, &["期间", "前后"]) > 0;
    let next = word::day_name(f, name).or(alone.then_some(name))?;
    let date = Date::new(plan.unwrap_or(2000), m, d).ok()?;
    Some(match plan {
        Some(_) => Found { start: i, end: e, next, what: super::What::Time(TimeValue::Date(date), false) },
        None => Found::nothing(i, next),
    })
}

/// True when 时 or 点 at `i` reads a clock.
fn is_clock(f: &Folded, i: usize) -> bool {
    let next = f.get(i + 1);
    next.is_ascii_digit()
        || connector(f, i + 1) > 0
        || matches!(next, '半' | '前' | '后' | '整' | '、' | ',' | '，' | '止')
}

/// Passes over a clock time, or a ratio such as 8:2.
fn clock(f: &Folded, i: usize, at: usize) -> Found {
    let mut end = at + 1;
    while f.get(end).is_ascii_digit() || matches!(f.get(end), ':' | '.') && f.get(end + 1).is_ascii_digit() {
        end += 1;
    }
    end += usize::from(f.get(end) == '分' && f.get(end + 1) != '钟');
    Found::nothing(i, end)
}
