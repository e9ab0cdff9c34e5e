//! Amounts that a promise sets itself for an earlier day: 改造管网93.5公里，汛期前完成40公里; 建设农田3.2万亩，9月底前完成60%. They
//! say how far the work is by then and promise nothing beside the whole. Looks only at what follows the whole in its cell.

use yinuo_model::{At, Measure, Mode, Time};

use super::modes;
use crate::cell::Cell;
use crate::counted;
use crate::syntax::remainder;
use crate::syntax::words::Alone;

/// What may stand before 前 where no calendar has the day: 汛期前, 入冬前, 开学前.
const EVENTS: &[&str] = &["期", "季", "节", "冬", "夏", "春", "汛", "开学", "暑假", "寒假"];

/// Takes such amounts for running totals.
pub fn settle(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time]) {
    for n in 1..measures.len() {
        let m = &measures[n];
        if m.mode == Mode::Annual && follows_a_whole(measures, n) && by_a_day(cells, m, times) {
            measures[n].mode = Mode::Cumulative;
        }
    }
}

/// True when the measure before it in the cell is more of the same, or the work of which it is a percentage.
fn follows_a_whole(measures: &[Measure], n: usize) -> bool {
    let m = &measures[n];
    let before = measures[..n].iter().rev().take_while(|o| o.at == m.at);
    let whole = before.filter(|o| o.mode == Mode::Annual).find(|o| o.unit != "%");
    let more = |o: &Measure| m.unit == "%" || modes::alike(&o.unit, &m.unit) && o.value.lower() > m.value.upper();
    !matches!(m.at, At::Period(_)) && whole.is_some_and(more)
}

/// True after 汛期前完成 or 9月底前建成: a deadline within the year, and nothing named between it and the amount.
fn by_a_day(cells: &[(At, &Cell)], m: &Measure, times: &[Time]) -> bool {
    let Some((day, rest)) = modes::clause(cells, m).0.rsplit_once('前') else { return false };
    let within = |t: &Time| t.value.days().is_some_and(|(_, last)| last.month() < 12);
    let dated = |t: &Time| {
        let words = t.text.strip_suffix('前').unwrap_or(&t.text);
        t.at == m.at && t.before && within(t) && day.ends_with(words)
    };
    let known = times.iter().any(dated) || EVENTS.iter().any(|event| day.ends_with(event));
    known && counted::pairs(remainder::without(Alone::anew(rest).said())).is_empty()
}
