//! The mode of each measure (annual, period, cumulative, rate, context), decided with the whole commitment in view:
//! a series that rises to the title's number is cumulative even where no word says so.

use std::borrow::Cow;

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Mode, Time, TimeValue};

use super::{durations, interim};
use crate::cell::Cell;

/// More measures than any promise has: such a cell is a table or noise, and each measure keeps what its clause said.
const MANY: usize = 400;

/// Settles the mode of each measure. What the clauses said is already in it.
pub fn assign(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time], year: Option<i16>) {
    if measures.len() > MANY {
        return;
    }
    titles(cells, measures, times, year);
    durations::count(cells, measures);
    interim::settle(cells, measures, times);
    restated_totals(cells, measures);
    totals_to_date(cells, measures, times);
    let mut alike = vec![];
    for first in 0..measures.len() {
        of_unit(measures, first, &mut alike);
        if alike.len() > 1 {
            series(measures, &alike);
        }
    }
}

fn is_period(at: At) -> bool {
    matches!(at, At::Period(_))
}

/// The measures of the periods in the unit of the `first` of them; none where an earlier one has that unit.
fn of_unit(measures: &[Measure], first: usize, alike: &mut Vec<usize>) {
    alike.clear();
    let counted = |n: &usize| is_period(measures[*n].at) && measures[*n].unit == measures[first].unit;
    if is_period(measures[first].at) && !(0..first).any(|n| counted(&n)) {
        alike.extend((first..measures.len()).filter(counted));
    }
}

/// True when two units may count the same thing: 家(次) and (次), 场 and 场次.
pub fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    const BRACKETS: [char; 4] = ['(', ')', '（', '）'];
    let bare = |u| if str::contains(u, BRACKETS) { Cow::Owned(u.replace(BRACKETS, "")) } else { Cow::Borrowed(u) };
    let (a, b) = (bare(a), bare(b));
    a == b || !a.is_empty() && !b.is_empty() && (a.contains(&*b) || b.contains(&*a))
}

/// How far a clause is looked at on either side, in bytes.
const REACH: usize = 360;

/// The words of the clause before and after a measure.
pub fn clause<'c>(cells: &[(At, &'c Cell)], m: &Measure) -> (&'c str, &'c str) {
    const MARKS: [char; 9] = ['，', ',', '。', '；', ';', '！', '？', '\n', ':'];
    let Some((_, cell)) = cells.iter().find(|(at, _)| *at == m.at) else { return ("", "") };
    let Some(start) = cell.offset(m.place.first().start) else { return ("", "") };
    let text = cell.text();
    let end = start + m.text.len();
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    let after = &after[..after.floor_char_boundary(REACH)];
    let from = before.rfind(MARKS).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    (&before[from..], &after[..after.find(MARKS).unwrap_or(after.len())])
}

/// Titles and bodies: an amount for a named part of the year is a period's; 累计 is a stock only after a verb of having.
fn titles(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time], year: Option<i16>) {
    const STOCK: &[&str] =
        &["建成", "建立", "建设", "达", "拥有", "形成", "创建", "认定", "打造", "培育", "设立", "布局", "开通"];
    for n in 0..measures.len() {
        let m = &measures[n];
        if is_period(m.at) {
            continue;
        }
        let scheduled = measures.iter().any(|p| is_period(p.at) && alike(&p.unit, &m.unit));
        let before = || clause(cells, m).0;
        let stock = || before().split("累计").last().is_some_and(|rest| STOCK.iter().any(|v| rest.contains(v)));
        measures[n].mode = match m.mode {
            Mode::Cumulative if is_past(m, before(), times, year) || of_several_years(before()) => Mode::Context,
            Mode::Cumulative if up_to_a_part(m, before(), times) => Mode::Cumulative,
            Mode::Cumulative if scheduled || !stock() => Mode::Annual,
            Mode::Annual if shares_a_total(measures, n) && names_a_part(m, before(), times) => Mode::Period,
            mode => mode,
        };
    }
}

/// True when the clause before the measure counts up to the end of a year before the plan's: 截至2026年底已建成46个.
fn is_past(m: &Measure, before: &str, times: &[Time], year: Option<i16>) -> bool {
    let past = |t: &Time| year.is_some_and(|plan| t.value.days().is_some_and(|(_, last)| last.year() < plan));
    let until = |t: &Time| before.contains(t.text.as_str()) && t.text.starts_with(['截', '到', '至']);
    times.iter().any(|t| t.at == m.at && t.before && past(t) && until(t))
}

/// 三年累计改造27座, 十四五期间累计改造90座: a total that is not of the plan's year alone.
fn of_several_years(before: &str) -> bool {
    let Some((years, _)) = before.split_once("累计") else { return false };
    if ["五期间", "五时期", "五”期间", "五”时期"].iter().any(|plan| years.ends_with(plan)) {
        return true;
    }
    years.strip_suffix('年').is_some_and(|n| n.ends_with(['两', '二', '三', '四', '五', '2', '3', '4', '5']))
}

/// True when the title counts the same unit elsewhere, so that this measure can be a part of that.
fn shares_a_total(measures: &[Measure], n: usize) -> bool {
    let others = measures.iter().enumerate().filter(|(o, m)| *o != n && !is_period(m.at));
    others.into_iter().any(|(_, o)| alike(&o.unit, &measures[n].unit) && !matches!(o.mode, Mode::Rate | Mode::Context))
}

/// True when the clause before the measure names a quarter or half of the year.
fn names_a_part(m: &Measure, before: &str, times: &[Time]) -> bool {
    times.iter().any(|t| {
        t.at == m.at
            && !t.before
            && is_part_of_year(t.value)
            && t.place.first().end <= m.place.first().start
            && before.contains(t.text.as_str())
    })
}

/// 前三季度累计完成18公里: a running total on the way, not the year's.
fn up_to_a_part(m: &Measure, before: &str, times: &[Time]) -> bool {
    let part = |v: TimeValue| matches!(v, TimeValue::Months((y, 1), (z, last)) if y == z && last < 12);
    times.iter().any(|t| t.at == m.at && part(t.value) && before.contains(t.text.as_str()))
}

fn is_part_of_year(value: TimeValue) -> bool {
    matches!(value, TimeValue::Quarter(..) | TimeValue::Months((_, 1), (_, 6)) | TimeValue::Months((_, 7), (_, 12)))
}

/// The title's number told again as a goal in the last period: 完成…300人的目标.
fn restated_totals(cells: &[(At, &Cell)], measures: &mut [Measure]) {
    let Some((last, _)) = cells.last().filter(|(at, _)| is_period(*at)) else { return };
    for n in 0..measures.len() {
        let m = &measures[n];
        if m.at != *last || m.mode != Mode::Period || promised(measures, &m.unit, m.value.upper()).is_none() {
            continue;
        }
        let (before, after) = clause(cells, m);
        let whole = ["全年", "全部"].iter().any(|w| before.contains(w));
        // 按计划开工 says how, not that the plan is met
        let goal = ["目标", "任务", "计划"].iter().any(|w| after.contains(w)) && !after.contains("按计划");
        if whole || goal {
            measures[n].mode = Mode::Cumulative;
        }
    }
    if let [money, reached] = paid_and_reached(cells, measures, *last)[..] {
        measures[money].mode = Mode::Cumulative;
        measures[reached].mode = Mode::Cumulative;
    }
}

/// All the money that is promised and all whom it reaches, told in the last period: the account of the year.
fn paid_and_reached(cells: &[(At, &Cell)], measures: &[Measure], last: At) -> Vec<usize> {
    let here = |n: &usize| measures[*n].at == last && measures[*n].mode == Mode::Period;
    let promised = |n: &usize| promised(measures, &measures[*n].unit, measures[*n].value.upper()).is_some();
    let all: Vec<usize> = (0..measures.len()).filter(here).collect();
    let reached = |n: &usize| ["惠及", "受益"].iter().any(|w| clause(cells, &measures[*n]).0.contains(w));
    let money = all.iter().find(|n| measures[**n].unit == "CNY" && promised(n));
    let people = all.iter().find(|n| measures[**n].unit != "CNY" && promised(n) && reached(n));
    money.zip(people).map_or(vec![], |(money, people)| vec![*money, *people])
}

/// A period's number for the year so far: 上半年完成80户, told in the second quarter.
fn totals_to_date(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time]) {
    for m in measures.iter_mut().filter(|m| m.mode == Mode::Period) {
        let At::Period(period) = m.at else { continue };
        let to_date = |t: &Time| match t.value {
            TimeValue::Months((y, 1), (z, last)) => {
                let (first_day, last_day) = (period.first_day(), period.last_day());
                y == z && first_day.month() > 1 && (z, last) == (last_day.year(), last_day.month())
            }
            _ => false,
        };
        let named = |t: &&Time| t.at == m.at && to_date(t) && clause(cells, m).0.contains(t.text.as_str());
        if times.iter().find(named).is_some() {
            m.mode = Mode::Cumulative;
        }
    }
}

/// The title's measure of this value in a like unit.
fn promised(measures: &[Measure], unit: &str, value: Decimal) -> Option<usize> {
    measures
        .iter()
        .position(|t| !is_period(t.at) && t.mode == Mode::Annual && alike(&t.unit, unit) && t.value.upper() == value)
}

/// One unit over the periods: an opening without 累计 joins the running totals after it, and a rise to the title's
/// number is a running total. Equal numbers are one scope told at several stages and stay as they are.
fn series(measures: &mut [Measure], alike: &[usize]) {
    let slots = slots(measures, alike);
    let of_mode = |mode| {
        let all = alike.iter().copied().zip(slots.iter().copied());
        all.filter(|(n, _)| measures[*n].mode == mode).collect::<Vec<(usize, usize)>>()
    };
    let (plain, running) = (of_mode(Mode::Period), of_mode(Mode::Cumulative));
    let count = plain.iter().map(|(_, slot)| slot + 1).max().unwrap_or(0);
    for k in 0..count {
        let steps: Vec<usize> = plain.iter().filter(|(_, slot)| *slot == k).map(|(n, _)| *n).collect();
        let next = running.iter().find(|(n, slot)| *slot == k && steps.iter().all(|s| s < n)).map(|(n, _)| *n);
        let totals = match next {
            Some(next) if opens(measures, &steps, next) => steps,
            Some(_) => vec![],
            None => rise_to_promise(measures, &steps),
        };
        totals.iter().for_each(|n| measures[*n].mode = Mode::Cumulative);
    }
}

/// Which of the measures of one unit in its cell each of them is.
fn slots(measures: &[Measure], alike: &[usize]) -> Vec<usize> {
    let counts = |n: &usize| !matches!(measures[*n].mode, Mode::Rate | Mode::Context);
    let before = |(k, n): (usize, &usize)| {
        let same_cell = |o: &&usize| measures[**o].at == measures[*n].at;
        alike[..k].iter().rev().filter(same_cell).filter(|o| counts(o)).count()
    };
    alike.iter().enumerate().map(before).collect()
}

fn ascends(measures: &[Measure], steps: &[usize]) -> bool {
    steps
        .windows(2)
        .all(|w| measures[w[0]].at != measures[w[1]].at && measures[w[0]].value.upper() < measures[w[1]].value.upper())
}

fn sum(measures: &[Measure], steps: &[usize]) -> Decimal {
    steps.iter().fold(Decimal::ZERO, |sum, n| sum.saturating_add(measures[*n].value.upper()))
}

/// True when the steps lead up to the running total `next` and are not instalments that add up to it.
fn opens(measures: &[Measure], steps: &[usize], next: usize) -> bool {
    let total = measures[next].value.upper();
    let Some(last) = steps.last().map(|n| &measures[*n]) else { return false };
    let beside = last.at == measures[next].at;
    let instalments = steps.len() > 1 && last.value.upper().saturating_add(last.value.upper()) < total;
    !beside && ascends(measures, steps) && last.value.upper() <= total && sum(measures, steps) != total && !instalments
}

/// The steps that are running totals because they rise to the title's number, which they would exceed if added. Where
/// three steps before it add up to the last, only the last is a total. The whole scope may be told before the rise.
fn rise_to_promise(measures: &[Measure], steps: &[usize]) -> Vec<usize> {
    let Some((last, before)) = steps.split_last() else { return vec![] };
    let total = measures[*last].value.upper();
    if promised(measures, &measures[*last].unit, total).is_none() {
        return vec![];
    }
    if before.len() > 2 && sum(measures, before) == total {
        return vec![*last];
    }
    let from = (0..steps.len()).rev().take_while(|n| ascends(measures, &steps[*n..])).last().unwrap_or(0);
    let (scopes, rise) = steps.split_at(from);
    let only_scopes = scopes.iter().all(|n| measures[*n].value.upper() == total);
    if rise.len() > 1 && only_scopes && sum(measures, steps) != total { rise.to_vec() } else { vec![] }
}

#[cfg(test)]
mod tests {
    use yinuo_diag::Span;
    use yinuo_model::Period;

    use super::*;
    use crate::lower::measures;
    use crate::syntax::Folded;

    /// The modes of the measures in a title and the cells of four quarters.
    fn modes(title: &str, quarters: [&str; 4]) -> Vec<Mode> {
        let cell = |text: &str| Cell::of(text, Span::new(0, text.len()));
        let texts: Vec<Cell> = [title].into_iter().chain(quarters).map(cell).collect();
        let at = (0..5).map(|n| if n == 0 { At::Title } else { At::Period(Period::Quarter(2027, n)) });
        let cells: Vec<(At, &Cell)> = at.zip(&texts).collect();
        let (mut measures, times) = measures::read(1, &cells, Some(2027), &mut Folded::default(), &mut vec![]);
        assign(&cells, &mut measures, &times, Some(2027));
        measures.iter().map(|m| m.mode).collect()
    }

    use Mode::{Annual as A, Context as X, Cumulative as C, Period as P, Rate as R};

    #[test]
    fn series() {
        let table: [(&str, [&str; 4], &[Mode]); 15] = [
            ("培训900人次", ["培训200人次", "累计500人次", "累计700人次", "累计900人次"], &[A, C, C, C, C]),
            ("救助180户", ["救助30户", "救助80户", "救助140户", "救助180户"], &[A, C, C, C, C]),
            ("建床位300张", ["建80张", "建100张", "建90张", "建30张，全年建300张"], &[A, P, P, P, P, C]),
            ("讲座120场", ["办30场", "办40场", "办50场", "完成全年120场"], &[A, P, P, P, C]),
            ("讲座120场", ["办30场", "办40场", "办50场", "共120场"], &[A, P, P, P, C]),
            ("改造7家", ["调研7家", "立项", "招标", "7家开工"], &[A, P, P]),
            ("建设20座", ["20座开工", "建成10座", "建成15座", "建成20座"], &[A, P, C, C, C]),
            ("服务300人", ["筹备", "宣传", "走访", "完成服务300人的目标"], &[A, C]),
            ("服务300人", ["筹备", "宣传", "走访", "服务300人"], &[A, P]),
            ("推进普查", ["完成20%", "完成80%", "完成100%", "总结"], &[C, C, C]),
            ("每月讲座1场，全年12场", ["每月1场", "每月1场", "每月1场", "每月1场"], &[R, A, R, R, R, R]),
            ("培训80人", ["筹备", "招生", "开课", "完成全部80人培训"], &[A, C]),
            ("发放2亿元，惠及1万家次", ["筹备", "申报", "审核", "发放2亿元，惠及1万家次"], &[A, A, C, C]),
            ("发放2亿元，惠及1万家次", ["筹备", "申报", "审核", "发放1亿元，惠及1万家次"], &[A, A, P, P]),
            ("救济500户", ["筹备", "上半年救济260户", "走访", "前四个季度救济500户"], &[A, C, C]),
        ];
        for (title, quarters, want) in table {
            assert_eq!(modes(title, quarters), want, "{title} {quarters:?}");
        }
    }

    #[test]
    fn titles() {
        let none = [""; 4];
        assert_eq!(modes("累计建成驿站700个", none), [C]);
        assert_eq!(modes("累计培训700人", none), [A]);
        assert_eq!(modes("宣传24次，第一季度与第四季度各12次", none), [A, P]);
        assert_eq!(modes("上半年完成招标，新建8所", none), [A]);
        // for an earlier day, where nothing else is named
        assert_eq!(modes("改造管渠80公里，汛期前完成30公里", none), [A, C]);
        assert_eq!(modes("整治农田3.2万亩，9月底前完成60%", none), [A, C]);
        assert_eq!(modes("三季度末前完成建设任务70%", none), [C]);
        assert_eq!(modes("汛期前完成堤防整治工程的50%", none), [C]);
        assert_eq!(modes("6月底完成主体工程的40%，年底前完成80%", none), [C, A]);
        assert_eq!(modes("上半年完成投资60%", none), [C]);
        assert_eq!(modes("10月底前完成100%，合格率95%", none), [A, R]);
        assert_eq!(modes("改造管渠80公里，年底前完成30公里", none), [A, A]);
        assert_eq!(modes("改造管渠80公里，汛期前完成护坡30公里", none), [A, A]);
        assert_eq!(modes("新建8所，学前班8所", none), [A, A]);
        assert_eq!(modes("截至2026年底已建成46个，今年再建14个", none), [X, A]);
        assert_eq!(modes("截至2027年10月底建成46个", none), [C]);
        assert_eq!(modes("三年累计改造27座，今年9座", none), [X, A]);
        assert_eq!(modes("十四五期间累计改造90座，今年9座", none), [X, A]);
    }
}
