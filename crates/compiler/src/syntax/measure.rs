//! A quantity at a number: value or range, unit, touching bounds, and what its clause says of it.

use yinuo_model::{Bound, Word};

use super::amount::{self, Amount};
use super::change;
use super::cue::{Clause, Cue, ends_clause};
use super::direction;
use super::distractor;
use super::fold::Folded;
use super::numeral::Numeral;
use super::object;
use super::role::{self, Role, Seen};
use super::unit::{self, Sort, Unit};
use super::{RawMeasure, bound};

/// The measure whose number begins at `i`, if it is one, and where to read on.
pub fn read(f: &Folded, text: &str, clause: &Clause, quoted: bool, i: usize) -> (Option<RawMeasure>, usize) {
    let Some(amount) = amount::at(f, i) else {
        return (None, distractor::skip_digits(f, i));
    };
    let n = &amount.first;
    // the 24 of 1.24辆, where 1. was read as a marker, begins its clause
    let marked = clause.start == i && f.before(i) == '.';
    if quoted || !marked && distractor::is_code(f, i, n) {
        return (None, amount.end.max(distractor::skip_digits(f, i)));
    }
    let word = amount.unit.map_or("", |u| slice(f, text, amount.unit_start, u.word_end));
    let counts = match amount.unit {
        Some(u) if amount.rough.is_some() => rough_counts(f, i, &amount, u, word),
        Some(u) if !n.arabic => (n.more || unit::after_chinese(word)) && !distractor::is_idiom(f, i, n, u.end),
        Some(_) => true,
        None => bare_counts(f, i, n),
    };
    if !counts || distractor::names_a_thing(f, i, n, word, amount.end) {
        return (None, amount.end);
    }
    let measure = finish(f, text, clause, i, &amount);
    let end = measure.1;
    (Some(measure.0), end)
}

/// A rough number counts things and money; 近百年 tells of an age, 第二三所 of an order.
fn rough_counts(f: &Folded, i: usize, amount: &Amount, unit: Unit, word: &str) -> bool {
    unit.sort != Sort::Duration && f.before(i) != '第' && (amount.first.scaled || unit::after_chinese(word))
}

/// The change told in words at `i`, such as 翻一番: so many percent, always a rate.
pub fn changed(f: &Folded, text: &str, clause: &Clause, quoted: bool, i: usize) -> Option<(RawMeasure, usize)> {
    let (percent, way, end) = change::read(f, i).filter(|_| !quoted)?;
    let (measure, end) = finish(f, text, clause, i, &Amount::ratio(percent, end, false));
    Some((RawMeasure { role: Role::Rate, change: Some(way), ..measure }, end))
}

fn slice<'t>(f: &Folded, text: &'t str, start: usize, end: usize) -> &'t str {
    text.get(f.byte(start)..f.byte(end)).unwrap_or("")
}

/// A number without a unit counts when 万 or 亿 closes it, or when a limit or a verb of giving stands before it.
fn bare_counts(f: &Folded, i: usize, n: &Numeral) -> bool {
    if f.any(n.end, &["分之", "余", "年", "月", "日", "级", "吨级", "路", "线", "国道", "省道", "热线"]) > 0
    {
        return false;
    }
    if n.scaled {
        return n.arabic || n.more;
    }
    let given = bound::before(f, i).is_some() || f.any_before(i, &["惠及", "救助", "资助", "帮扶", "服务", "培训"]) > 0;
    let noun_follows = ('\u{4e00}'..='\u{9fff}').contains(&f.get(n.end));
    n.arabic && given && noun_follows && n.digits >= 2 && n.digits <= 4
}

/// Puts bounds and the clause's say to an amount; also where to read on.
fn finish(f: &Folded, text: &str, clause: &Clause, i: usize, amount: &Amount) -> (RawMeasure, usize) {
    let sort = amount.unit.map(|u| u.sort);
    // 近3年 is a stretch of years, not about three of them.
    let recent = sort == Some(Sort::Duration) && f.before(i) == '近';
    let before = amount.rough.or_else(|| bound::before(f, i).filter(|_| !recent));
    let after = bound::after(f, amount.end, sort.unwrap_or(Sort::Count));
    let start = before.map_or(i, |(_, at)| at);
    let end = after.map_or(amount.end, |(_, at)| at);
    let touching = before.or(after).map(|(b, _)| b);
    let limit = touching.unwrap_or(if amount.more { Bound::MoreThan } else { apart(f, clause, i, sort) });
    let seen =
        Seen { start, end, sort, per: amount.unit.is_some_and(|u| u.per), bound: limit, bound_after: after.is_some() };
    let unit_end = amount.unit.map_or(amount.end, |u| u.end);
    let unit = match sort {
        Some(Sort::Money) => "CNY",
        Some(Sort::Points) => "pp",
        Some(Sort::Ratio) => ratio(slice(f, text, amount.unit_start, unit_end)),
        Some(_) => slice(f, text, amount.unit_start, unit_end),
        None if is_money(f, clause, i, amount.end) => "CNY",
        None => "",
    };
    let unit = amount.of.map_or_else(|| unit.into(), |n| Word::from(format!("/{n}")));
    let object = object::find(f, clause, start, end).map(|r| slice(f, text, r.start, r.end).into());
    let share = matches!(sort, Some(Sort::Ratio | Sort::Points));
    let change = if share { direction::of(f, clause, start, end, limit) } else { None };
    let role = Some(role::of(f, clause, seen))
        .filter(|r| change.is_none() || !matches!(r, Role::Progress | Role::Completion))
        .unwrap_or(Role::Rate);
    let range = f.byte(start)..f.byte(end);
    (RawMeasure { range, value: amount.value, unit, object, bound: limit, role, change }, end)
}

/// 百分之N and ％ are %.
fn ratio(word: &str) -> &str {
    if matches!(word, "" | "％") { "%" } else { word }
}

/// A limit that stands apart from the number: 约完成…2000家, 年满70周岁, 超每千人6.6批次.
fn apart(f: &Folded, clause: &Clause, i: usize, sort: Option<Sort>) -> Bound {
    if sort == Some(Sort::Age) && clause.last(Cue::Reached) == Some(i) {
        return Bound::AtLeast;
    }
    if let Some(each) = clause.last(Cue::Each).filter(|at| *at <= i && i - at <= 4)
        && let Some((limit, _)) = bound::before(f, each.saturating_sub(1))
    {
        return limit;
    }
    if sort == Some(Sort::Ratio)
        && let Some(limit) = bound::of_a_standard(f, clause.taken, i)
    {
        return limit;
    }
    let fresh = |cue| clause.last(cue).is_some_and(|at| at > clause.taken);
    if fresh(Cue::AtLeast) {
        Bound::AtLeast
    } else if fresh(Cue::About) {
        Bound::About
    } else {
        Bound::Exact
    }
}

/// A bare 万 or 亿 after a word of money is money, unless a noun is counted.
fn is_money(f: &Folded, clause: &Clause, i: usize, end: usize) -> bool {
    const MONEY: &[&str] = &[
        "投资", "投入", "资金", "经费", "补助", "补贴", "奖补", "贷款", "产值", "造价", "概算", "预算", "金额", "费用",
        "产业规模", "营收", "收入", "增加值", "债券", "基金", "补偿款", "欠薪", "工资", "薪酬", "税", "总额", "成交额",
        "销售额",
    ];
    const PAID: &[&str] = &["安排", "拨付", "下达", "筹集", "筹措", "募集", "融资", "支出", "出资", "注资"];
    let after = f.get(end);
    let closed = after == '\0' || ends_clause(after).is_some() || matches!(after, '、' | ')' | '(' | ' ' | '和' | '用');
    let from = clause.start.max(i.saturating_sub(24));
    let paid = f.any_before(bound::before(f, i).map_or(i, |(_, at)| at), PAID) > 0;
    closed && (paid || (from..i).any(|j| f.any(j, MONEY) > 0))
}
