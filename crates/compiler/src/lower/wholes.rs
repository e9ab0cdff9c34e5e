//! Which measure is a part of another in its cell: 建设30片，其中乡镇12片; 新建10所（含小学3所）. Words open a part, a sentence or a
//! bracket ends it, and so does a clause with an act of its own. Says nothing of whether the parts come to the whole, and
//! links no periods.

use std::ops::Range;

use yinuo_model::{At, Measure, Mode};

use super::sources;
use crate::cell::Cell;
use crate::syntax::among::{self, Opening};
use crate::syntax::conversion;

/// More measures than any promise has: such a cell is a table or noise.
const MANY: usize = 400;
/// How many measures before the word are looked at for the whole.
const BEFORE: usize = 16;

/// Finds the whole of each measure that is told as a part. The modes are settled before.
pub fn find(cells: &[(At, &Cell)], measures: &mut [Measure]) {
    if measures.len() > MANY {
        return;
    }
    let mut from = 0;
    for (at, cell) in cells {
        let end = from + measures[from..].iter().take_while(|m| m.at == *at).count();
        if end - from > 1 && among::occurs(cell.text()) {
            of_cell(cell, measures, from..end);
        }
        if end - from > 2 {
            sources::find(cell, &mut measures[from..end], from);
        }
        as_their_wholes(measures, from..end);
        from = end;
    }
}

/// A part of a running total is one: 累计竣工60部，其中甲区20部.
fn as_their_wholes(measures: &mut [Measure], here: Range<usize>) {
    for n in here {
        let of_total = measures[n].part_of.is_some_and(|whole| measures[whole].mode == Mode::Cumulative);
        if of_total && measures[n].mode == Mode::Period {
            measures[n].mode = Mode::Cumulative;
        }
    }
}

/// A stretch of a cell in which parts are told.
struct Scope {
    opening: Opening,
    /// Whether a part was found in it.
    begun: bool,
    /// Whether the parts are over before its end.
    over: bool,
}

fn of_cell(cell: &Cell, measures: &mut [Measure], here: Range<usize>) {
    let text = cell.text();
    let places: Vec<usize> =
        measures[here.clone()].iter().map(|m| cell.offset(m.place.first().start).unwrap_or(text.len())).collect();
    let mut scopes: Vec<Scope> = vec![];
    let mut before = 0;
    for (n, start) in here.clone().zip(places.iter().copied()) {
        let gap = before.min(start)..start;
        before = (start + measures[n].text.len()).min(text.len());
        scopes.retain(|s| s.opening.end > start);
        if let Some(opening) = among::opens(text, gap.clone()) {
            scopes.retain(|s| s.opening.end != opening.end);
            scopes.push(Scope { opening, begun: false, over: false });
        }
        let Some(scope) = scopes.last_mut().filter(|s| !s.over) else { continue };
        let from_there = if scope.begun { gap.start } else { scope.opening.words.min(start) };
        let act = among::acts(&text[from_there..start]);
        let Opening { from, at, firm, of_acts, .. } = scope.opening;
        let candidates = || (here.start..n).rev().filter(|w| (from..at).contains(&places[w - here.start])).take(BEFORE);
        let find = |fits: &dyn Fn(&Measure, &Measure) -> bool| candidates().find(|w| fits(&measures[*w], &measures[n]));
        let whole = find(&|whole, part| same(whole, part) && holds(whole, part));
        let whole = whole.or_else(|| find(&|whole, part| firm && same(whole, part))).or_else(|| find(&holds));
        let room = || whole.is_none_or(|whole| leaves_room(measures, here.clone(), whole, n));
        scope.over = act && !(of_acts && room());
        if let Some(whole) = whole.filter(|_| !scope.over) {
            scope.begun = true;
            measures[n].part_of = Some(whole);
        }
    }
}

/// A number that counts, and is no ratio.
fn counts(m: &Measure) -> bool {
    let ratio = matches!(m.unit.as_str(), "%" | "pp") || m.unit.starts_with('/');
    !matches!(m.mode, Mode::Context | Mode::Rate) && !ratio
}

/// Whether two numbers count in the same unit. 其中 is believed also where it tells more than the whole: that is for a check
/// to say.
fn same(whole: &Measure, part: &Measure) -> bool {
    counts(whole) && counts(part) && conversion::between(&part.unit, &whole.unit).is_some_and(|c| c.same)
}

/// Whether one number is less than another, in units that may count the same things.
fn holds(whole: &Measure, part: &Measure) -> bool {
    let Some(conversion) = conversion::between(&part.unit, &whole.unit) else { return false };
    let (these, those) = (part.unit.as_str(), whole.unit.as_str());
    let of_a_kind = |kind: &[&str]| kind.contains(&these) && kind.contains(&those);
    let alike = conversion.same || !conversion.is_one_to_one() || of_a_kind(BUILT) || of_a_kind(PEOPLE);
    counts(whole) && counts(part) && alike && conversion.apply(part.value.upper()) < whole.value.upper()
}

/// Measure words of things that may be counted together: 设施20个，其中食堂12家. Not 条 and 项, which count what is no building.
const BUILT: &[&str] = &["个", "处", "座", "所", "家", "间"];
/// Measure words of people.
const PEOPLE: &[&str] = &["人", "名", "位", "人次"];

/// Whether another act after the first (其中新建3所，改建2所) still has room in the whole; else it is a promise of its own.
fn leaves_room(measures: &[Measure], here: Range<usize>, whole: usize, part: usize) -> bool {
    let in_whole = |m: &Measure| {
        let conversion = conversion::between(&m.unit, &measures[whole].unit);
        conversion.map_or(m.value.lower(), |c| c.apply(m.value.lower()))
    };
    let told = measures[here].iter().filter(|m| m.part_of == Some(whole)).map(in_whole);
    let sum = told.fold(in_whole(&measures[part]), |sum, value| sum.saturating_add(value));
    sum <= measures[whole].value.upper()
}
