//! 前, 以前, 底前 after a time and 到, 截至 before it: they make it a deadline and belong to its words.

use jiff::civil::Date;
use yinuo_model::TimeValue;

use super::{Found, What};
use crate::syntax::cue::ends_clause;
use crate::syntax::fold::Folded;

/// One past 前 (以前, 之前, 底前) at `i`; none when the character belongs to another word (前期, 前三季度).
fn before_mark(f: &Folded, i: usize) -> Option<usize> {
    let n = f.any(i, &["底以前", "底之前", "底前", "末前", "以前", "之前", "前"]);
    let other = matches!(
        f.get(i + n),
        '期' | '后'
            | '往'
            | '来'
            | '沿'
            | '端'
            | '置'
            | '景'
            | '线'
            | '进'
            | '述'
            | '列'
            | '三'
            | '两'
            | '夕'
            | '提'
            | '身'
            | '瞻'
    );
    (n > 0 && !other).then_some(i + n)
}

/// Length of 到, 截至, 截止到 and the like just before `i`.
fn until_mark(f: &Folded, i: usize) -> usize {
    let n = f.any_before(i, &["截止到", "截至到", "截至", "截止"]);
    if n > 0 {
        return n;
    }
    let mark = f.before(i);
    let lead = f.before(i.saturating_sub(1));
    let opens = i == 1 || ends_clause(lead).is_some() || matches!(lead, '(' | ' ');
    let of_a_verb = matches!(lead, '高' | '大' | '加' | '升' | '低' | '降' | '少' | '达' | '长' | '提' | '得' | '直');
    usize::from(mark == '到' && !of_a_verb || mark == '至' && opens)
}

/// The time with the marks around it. 到年底 is the year's last day; 年底前 is the year's end with a deadline, as 9月底前 is the month.
pub fn widen(f: &Folded, start: usize, end: usize, value: TimeValue) -> Found {
    if let Some(end) = before_mark(f, end) {
        return Found { start, end, next: end, what: What::Time(value, !describes(f, end, value)) };
    }
    // “五一”前: the mark stands outside the quotation.
    if f.get(end) == '”' && before_mark(f, end + 1).is_some() {
        return Found { start, end, next: end, what: What::Time(value, true) };
    }
    let range = matches!(value, TimeValue::Months(..) | TimeValue::Dates(..) | TimeValue::Years(..));
    let n = if range || matches!(value, TimeValue::Recurrence(_)) { 0 } else { until_mark(f, start) };
    if n == 0 {
        return Found { start, end, next: end, what: What::Time(value, false) };
    }
    Found { start: start - n, end, next: end, what: What::Time(last_day(value), true) }
}

fn last_day(value: TimeValue) -> TimeValue {
    match value {
        TimeValue::YearEnd(y) => Date::new(y, 12, 31).map_or(value, TimeValue::Date),
        other => other,
    }
}

/// 2000年以前建成的住房: since when what is meant has been there, and no day by which anything is due.
fn describes(f: &Folded, i: usize, value: TimeValue) -> bool {
    const SINCE: &[&str] = &[
        "建成", "建设", "建造", "修建", "竣工", "出生", "入学", "参保", "登记", "注册", "取得", "签订", "毕业", "退休",
    ];
    const NEAR: usize = 6;
    let n = f.any(i, SINCE);
    let of_things = || {
        let end = (i + n..i + n + NEAR).find(|j| f.get(*j) == '的' || ends_clause(f.get(*j)).is_some());
        end.is_some_and(|j| f.get(j) == '的')
    };
    matches!(value, TimeValue::Year(_)) && n > 0 && of_things()
}
