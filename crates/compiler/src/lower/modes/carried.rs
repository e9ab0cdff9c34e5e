//! Running totals that go on over a comma: 全年累计开展巡查1.2万次，整改隐患3500处 counts both for the year. Looks at what a period counts after
//! such a total in its sentence; a time, or a word for what is new or left, begins a count of its own.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Mode, Time};

use super::{clause, is_period, promised};
use crate::cell::Cell;

/// Words for a total.
const TOTALS: [&str; 2] = ["累计", "全年"];

/// Words by which a count is none of the total before it.
const OWN: [&str; 22] = [
    "再", "新增", "新建", "新开", "季度", "本季", "当季", "本期", "当期", "本月", "当月", "其中", "另", "还", "力争",
    "计划", "预计", "启动", "开工", "剩余", "其余", "每",
];

/// Takes what goes on from a total for one.
pub fn settle(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time]) {
    let mut carried = vec![false; measures.len()];
    for n in 0..measures.len() {
        if !is_period(measures[n].at) || measures[n].mode != Mode::Period {
            continue;
        }
        let goes_on = before(measures, n).is_some_and(|total| {
            let says = || opens(clause(cells, &measures[total]).0);
            let is_total = measures[total].mode == Mode::Cumulative && (carried[total] || says());
            let goes = is_total && joined(cells, measures, total, n, times) && rises(measures, n);
            goes && !is_instalment(measures, n)
        });
        carried[n] = goes_on || is_until(cells, &measures[n]);
        if carried[n] {
            measures[n].mode = Mode::Cumulative;
        }
    }
}

/// A clause that opens with a word for a total, but for the time: 至12月底累计…. After a thing of its own (公路累计建成70公里) the
/// word is said of that thing.
fn opens(clause: &str) -> bool {
    let timed = |c: char| c.is_ascii_digit() || "至到截止年月底末前日第一二三四季度半上下已共".contains(c);
    TOTALS.iter().any(|word| clause.trim_start_matches(timed).starts_with(word))
}

/// The last count before a measure in its cell, beside rates and shares.
fn before(measures: &[Measure], n: usize) -> Option<usize> {
    let here = (0..n).rev().take_while(|o| measures[*o].at == measures[n].at);
    let counts = |o: &usize| !matches!(measures[*o].mode, Mode::Rate | Mode::Context) && measures[*o].unit != "%";
    here.into_iter().find(counts)
}

/// True where nothing between two measures ends a sentence or begins a count of its own.
fn joined(cells: &[(At, &Cell)], measures: &[Measure], total: usize, n: usize, times: &[Time]) -> bool {
    let (first, next) = (&measures[total], &measures[n]);
    let Some((_, cell)) = cells.iter().find(|(at, _)| *at == next.at) else { return false };
    let place = |m: &Measure| cell.offset(m.place.first().start);
    let (Some(start), Some(end)) = (place(first), place(next)) else { return false };
    let Some(between) = cell.text().get(start + first.text.len()..end) else { return false };
    let timed = |t: &Time| {
        let at = t.place.first().start;
        t.at == next.at && first.place.first().end <= at && at < next.place.first().start
    };
    let ends = |c: char| matches!(c, '。' | '；' | ';' | '！' | '!' | '\n' | '：' | ':');
    between.contains(['，', ','])
        && !between.contains(ends)
        && !OWN.iter().any(|word| between.contains(word))
        && !times.iter().any(timed)
}

/// True where no period before it counts as many in this unit, nor one after it as few: 培训1期 in each quarter goes on from no total.
fn rises(measures: &[Measure], n: usize) -> bool {
    let m = &measures[n];
    let counts = |o: &Measure| is_period(o.at) && !matches!(o.mode, Mode::Rate | Mode::Context) && o.unit == m.unit;
    let falls = |o: &Measure| match o.at.cmp(&m.at) {
        Ordering::Less => o.value.upper() >= m.value.upper(),
        Ordering::Equal => false,
        Ordering::Greater => o.value.upper() <= m.value.upper(),
    };
    !measures.iter().any(|o| counts(o) && falls(o))
}

/// True where what the periods count of it comes to the promise by adding.
fn is_instalment(measures: &[Measure], n: usize) -> bool {
    let m = &measures[n];
    let alike = measures.iter().filter(|o| is_period(o.at) && o.mode == Mode::Period && o.unit == m.unit);
    let sum = alike.fold(Decimal::ZERO, |sum, o| sum.saturating_add(o.value.upper()));
    sum > m.value.upper() && promised(measures, &m.unit, sum).is_some()
}

/// 截至6月底，建成8座: so far, though the clause of the number does not say so.
fn is_until(cells: &[(At, &Cell)], m: &Measure) -> bool {
    let Some((_, cell)) = cells.iter().find(|(at, _)| *at == m.at) else { return false };
    let Some(start) = cell.offset(m.place.first().start) else { return false };
    let own = start.saturating_sub(clause(cells, m).0.len());
    let Some(before) = cell.text().get(..own).and_then(|text| text.strip_suffix(['，', ','])) else { return false };
    let from = before.rfind(['。', '；', ';', '，', ',', '\n']);
    let last = &before[from.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8))..];
    ["截至", "截止"].iter().any(|word| last.starts_with(word))
}
