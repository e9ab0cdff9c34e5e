//! Totals that a period tells beside what it delivers: the promise told again as the goal that is met, and the year so far.

use yinuo_model::{At, Measure, Mode, Time, TimeValue};

use super::{alike, clause, is_period, promised};
use crate::cell::Cell;
use crate::syntax::pairs;

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
        // 病种扩大到40种: how far it came
        let level = LEVELS.iter().any(|w| before.ends_with(w));
        if whole || goal || level {
            measures[n].mode = Mode::Cumulative;
        }
    }
}

/// Words before a number that a count has come to.
const LEVELS: [&str; 8] = ["扩大到", "扩大至", "增加到", "增加至", "增至", "提升到", "扩展到", "达到"];

/// The promise told in the last period, where it closes a running total (累计60公里, then 建成80公里), or is the account of the year
/// that no period before gave: the money spent, the people reached. What is built is told where it is delivered.
pub fn accounts(cells: &[(At, &Cell)], measures: &mut [Measure]) {
    const REACHED: [&str; 4] = ["惠及", "受益", "带动", "覆盖"];
    let Some((last, _)) = cells.last().filter(|(at, _)| is_period(*at)) else { return };
    for n in 0..measures.len() {
        let m = &measures[n];
        if m.at != *last || m.mode != Mode::Period || promised(measures, &m.unit, m.value.upper()).is_none() {
            continue;
        }
        let of_unit = |other: &&Measure| alike(&other.unit, &m.unit);
        let several = measures.iter().filter(|t| !is_period(t.at)).filter(of_unit).nth(1).is_some();
        let same = |other: &&Measure| match (&other.object, &m.object) {
            (Some(a), Some(b)) => !several || pairs::shares(a, b),
            _ => !several,
        };
        let earlier = || measures.iter().filter(|e| is_period(e.at) && e.at < m.at).filter(of_unit).filter(same);
        let account = || m.unit == "CNY" || REACHED.iter().any(|w| clause(cells, m).0.contains(w));
        let mut running = earlier().filter(|e| e.mode == Mode::Cumulative).peekable();
        let closes = running.peek().is_some() && running.all(|e| e.value.upper() < m.value.upper());
        if closes || earlier().next().is_none() && account() {
            measures[n].mode = Mode::Cumulative;
        }
    }
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
