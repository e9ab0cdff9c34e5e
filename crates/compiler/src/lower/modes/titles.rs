//! The modes of what titles and bodies count: the year's, a period's, a stock so far, or a total of other years. Looks at no
//! period's numbers beyond their units.

use yinuo_model::{At, Measure, Mode, Time, TimeValue};

use super::{alike, clause, is_period};
use crate::cell::Cell;

/// Titles and bodies: an amount for a named part of the year is a period's; 累计 is a stock only after a verb of having.
pub fn settle(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time], year: Option<i16>) {
    const STOCK: &[&str] = &[
        "建成", "建立", "建设", "达", "拥有", "形成", "创建", "认定", "打造", "培育", "设立", "布局", "开通", "归集",
        "汇聚",
    ];
    for n in 0..measures.len() {
        let m = &measures[n];
        if is_period(m.at) {
            continue;
        }
        let scheduled = measures.iter().any(|p| is_period(p.at) && alike(&p.unit, &m.unit));
        let before = || clause(cells, m).0;
        // 建成后总数增至20个 is the level that the year reaches
        let level = || ["总数增至", "总量增至", "总数增加到", "总量增加到"].iter().any(|w| before().ends_with(w));
        let stock =
            || !level() && before().split("累计").last().is_some_and(|rest| STOCK.iter().any(|v| rest.contains(v)));
        measures[n].mode = match m.mode {
            Mode::Cumulative if is_past(m, before(), times, year) || of_several_years(before()) => Mode::Context,
            Mode::Cumulative if up_to_a_part(m, before(), times) => Mode::Cumulative,
            Mode::Cumulative if is_on_the_way(measures, n) && names_a_part(m, before(), times) => Mode::Cumulative,
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

/// True when the promise before it is of more of the same: 1.8万户，二季度累计完成9000户.
fn is_on_the_way(measures: &[Measure], n: usize) -> bool {
    let m = &measures[n];
    let whole = |o: &Measure| o.at == m.at && o.mode == Mode::Annual && o.value.lower() > m.value.upper();
    measures[..n].iter().any(|o| whole(o) && alike(&o.unit, &m.unit))
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
