//! Amounts that a promise sets itself for an earlier day: 改造管网93.5公里，汛期前完成40公里; 建设农田3.2万亩，9月底前完成60%. They
//! say how far the work is by then and promise nothing beside the whole. A count is looked at only after the whole in its
//! cell; a share of the work needs none.

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Mode, Time, TimeValue};

use super::modes;
use crate::cell::Cell;
use crate::counted;
use crate::syntax::among;
use crate::syntax::remainder;
use crate::syntax::words::Alone;

/// What may stand before 前 where no calendar has the day: 汛期前, 入冬前, 开学前.
const EVENTS: &[&str] = &["期", "季", "节", "冬", "夏", "春", "汛", "开学", "暑假", "寒假"];

/// Takes such amounts for running totals.
pub fn settle(cells: &[(At, &Cell)], measures: &mut [Measure], times: &[Time]) {
    for n in 0..measures.len() {
        let m = &measures[n];
        if m.mode != Mode::Annual || matches!(m.at, At::Period(_)) {
            continue;
        }
        let of_whole = || whole_before(measures, n).is_some_and(|whole| by_a_day(cells, m, whole, times));
        if is_share(m) && shared_by_a_day(cells, m, times) || of_whole() {
            measures[n].mode = Mode::Cumulative;
        }
    }
}

/// A percentage that is no rate is a share of the work that is done; all of it is the promise itself.
fn is_share(m: &Measure) -> bool {
    m.unit == "%" && m.value.upper() < Decimal::ONE_HUNDRED
}

/// True where the clause names a day or stretch before it that ends before the last month: 三季度末前完成建设任务70%.
fn shared_by_a_day(cells: &[(At, &Cell)], m: &Measure, times: &[Time]) -> bool {
    let before = modes::clause(cells, m).0;
    let half = |v: TimeValue| matches!(v, TimeValue::Months((_, 1), _));
    let by = |t: &Time| t.before || half(t.value) || t.text.ends_with(['底', '末']);
    let named =
        || times.iter().any(|t| t.at == m.at && by(t) && within_the_year(t) && before.contains(t.text.as_str()));
    before.rsplit_once('前').is_some_and(|(day, _)| is_event(day)) || named()
}

/// The last measure before it in the cell that is more of the same.
fn whole_before(measures: &[Measure], n: usize) -> Option<&Measure> {
    let m = &measures[n];
    let mut before = measures[..n].iter().rev().take_while(|o| o.at == m.at).filter(|o| o.mode == Mode::Annual);
    before.find(|o| modes::alike(&o.unit, &m.unit) && o.value.lower() > m.value.upper())
}

/// True after 汛期前完成 or 9月底前建成: a deadline within the year, and nothing between it and the amount but the act of the whole. After 其中 it is
/// a part of the promise, with a day of its own.
fn by_a_day(cells: &[(At, &Cell)], m: &Measure, whole: &Measure, times: &[Time]) -> bool {
    let Some((day, rest)) = modes::clause(cells, m).0.rsplit_once('前') else { return false };
    if day.contains(among::FIRM) {
        return false;
    }
    let dated = |t: &Time| {
        let words = t.text.strip_suffix('前').unwrap_or(&t.text);
        t.at == m.at && t.before && within_the_year(t) && day.ends_with(words)
    };
    let known = times.iter().any(dated) || is_event(day);
    let act = rest.strip_prefix("完成").filter(|act| !act.is_empty());
    let same_act = || act.is_some_and(|act| modes::clause(cells, whole).0.contains(act));
    known && (same_act() || counted::pairs(remainder::without(Alone::anew(rest).said())).is_empty())
}

/// Whether words end in an event of the year that no calendar dates.
fn is_event(words: &str) -> bool {
    EVENTS.iter().any(|event| words.ends_with(event))
}

/// Whether a time is over before the last month of its year.
fn within_the_year(t: &Time) -> bool {
    t.value.days().is_some_and(|(_, last)| last.month() < 12)
}
