//! Totals that a period tells beside what it delivers: the promise told again as the goal that is met, and the year so far.

use yinuo_model::{At, Measure, Mode, Time, TimeValue};

use super::{clause, is_period, promised};
use crate::cell::Cell;

/// The title's number told again as a goal in the last period: 完成…300人的目标.
pub fn restated(cells: &[(At, &Cell)], measures: &mut [Measure]) {
    let Some((last, _)) = cells.last().filter(|(at, _)| is_period(*at)) else { return };
    for n in 0..measures.len() {
        let m = &measures[n];
        if m.at != *last || m.mode != Mode::Period || promised(measures, &m.unit, m.value.upper()).is_none() {
            continue;
        }
        let (before, after) = clause(cells, m);
        // 12座公园全部开放: all that was promised, told again
        let whole = ["全年", "全部"].iter().any(|w| before.contains(w)) || after.contains("全部");
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
pub fn to_date(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time]) {
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
