//! Recurrences that say more than a word: the days of 每周二、四, the day of 每月20日前, the number of 每两周. Knows nothing of
//! what recurs.

use yinuo_model::{Recurrence, Stretch, TimeValue, Weekdays};

use super::{Found, connector, deadline, small};
use crate::syntax::fold::Folded;

/// Words of counting after which 每周一 is once a week and not each Monday.
const COUNTED: &[&str] = &["次", "场", "期", "节", "堂", "回", "趟", "个", "天", "小", "课", "遍", "轮"];

/// 每周 and the days after it. 每周一次 is once a week.
pub fn week(f: &Folded, start: usize, end: usize) -> Found {
    let found = |days, end| Found::plain(start, end, TimeValue::Recurrence(Recurrence::WeeklyOn(days)));
    let Some((first, mut at)) = weekday(f, end) else {
        return Found::plain(start, end, TimeValue::Recurrence(Recurrence::Weekly));
    };
    let (mut days, mut last) = (Weekdays::default().and(first), first);
    loop {
        let through = connector(f, at);
        let link = through.max(usize::from(matches!(f.get(at), '、' | '和' | '及')));
        let next = at + link + f.any(at + link, &["每周", "星期", "周"]);
        let joined = link > 0 || f.get(at - 1) == '六' && f.get(at) == '日';
        let Some((day, e)) = weekday(f, next).filter(|_| joined) else { return found(days, at) };
        days = if through > 0 { (last..=day).fold(days, Weekdays::and) } else { days.and(day) };
        (last, at) = (day, e);
    }
}

/// A day of the week at `i`, that is no count, and its end.
fn weekday(f: &Folded, i: usize) -> Option<(i8, usize)> {
    let day = match f.get(i) {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '日' | '天' => 7,
        _ => return None,
    };
    // 一至二次 counts too, though the first numeral has no measure word
    let goes_on = connector(f, i + 1);
    let counts = f.any(i + 1, COUNTED) > 0 || goes_on > 0 && f.any(i + 2 + goes_on, COUNTED) > 0;
    (!counts || day == 7).then_some((day, i + 1))
}

/// 每月 and the day after it: 每月20日前.
pub fn month(f: &Folded, start: usize, end: usize) -> Found {
    let day = small(f, end).filter(|(d, e)| (1..=31).contains(d) && matches!(f.get(*e), '日' | '号'));
    match day {
        Some((d, e)) => deadline::widen(f, start, e + 1, TimeValue::Recurrence(Recurrence::MonthlyOn(d))),
        None => Found::plain(start, end, TimeValue::Recurrence(Recurrence::Monthly)),
    }
}

/// 一年 of 一年两次, 一周 of 一周三次: no length of time and no first week.
pub fn so_often(f: &Folded, i: usize) -> Option<Found> {
    if f.get(i) != '一' || matches!(f.before(i), '第' | '十' | '周' | '每') {
        return None;
    }
    let (length, recurrence) = match f.get(i + 1) {
        '年' => (2, Recurrence::Yearly),
        '周' => (2, Recurrence::Weekly),
        '个' if f.get(i + 2) == '月' => (3, Recurrence::Monthly),
        _ => return None,
    };
    let end = i + length;
    let (_, at) = small(f, end)?;
    (f.get(at) == '次').then(|| Found::plain(i, end, TimeValue::Recurrence(recurrence)))
}

/// 每两周, 每三个月, 每2年.
pub fn every_so_many(f: &Folded, i: usize) -> Option<Found> {
    let (n, end) = small(f, i + 1).filter(|(n, _)| f.get(i) == '每' && *n > 0)?;
    let at = end + usize::from(f.get(end) == '个');
    let (stretch, length) = match f.get(at) {
        '天' | '日' => (Stretch::Days, 1),
        '周' if f.get(at + 1) != '岁' => (Stretch::Weeks, 1),
        '星' if f.get(at + 1) == '期' => (Stretch::Weeks, 2),
        '月' if f.get(at + 1) != '龄' => (Stretch::Months, 1),
        '季' if f.get(at + 1) == '度' => (Stretch::Months, 2),
        '年' if f.get(at + 1) != '级' => (Stretch::Years, 1),
        _ => return None,
    };
    let n = if f.get(at) == '季' { n.checked_mul(3)? } else { n };
    let recurrence = match (n, stretch) {
        (1, Stretch::Days) => Recurrence::Daily,
        (1, Stretch::Weeks) => Recurrence::Weekly,
        (1, Stretch::Months) => Recurrence::Monthly,
        (3, Stretch::Months) => Recurrence::Quarterly,
        (6, Stretch::Months) => Recurrence::HalfYearly,
        (1, Stretch::Years) | (12, Stretch::Months) => Recurrence::Yearly,
        (n, stretch) => Recurrence::Every(n, stretch),
    };
    Some(Found::plain(i, at + length, TimeValue::Recurrence(recurrence)))
}
