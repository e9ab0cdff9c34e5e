//! Which act a number is of where one unit counts several: 开工3处 beside 建成2处, 新建3座 beside 改造28座. Numbers of different acts
//! make no series together.

use std::sync::LazyLock;

use yinuo_model::{At, Measure};

use super::{alike, clause, is_period};
use crate::cell::Cell;
use crate::syntax::beginnings;
use crate::syntax::openings::Openings;

/// An act that has a series of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    /// Only made ready.
    Prepared,
    /// Works are begun.
    Begun,
    /// Made new.
    New,
    /// Made anew from what there was.
    Renewed,
    /// Any other, or none that is named.
    Other,
}

/// The words of all acts.
static ACTS: LazyLock<Openings<Act>> = LazyLock::new(|| Openings::new(begun().chain(WORDS.iter().copied())));

/// The words of acts beside those of beginning.
const WORDS: &[(&str, Act)] = &[
    ("新建", Act::New),
    ("改造", Act::Renewed),
    ("改建", Act::Renewed),
    ("扩建", Act::Renewed),
    ("提升", Act::Renewed),
    ("修缮", Act::Renewed),
];

/// What a clause ends with where a number is only made ready: 完成5个方案设计.
const READY: [&str; 10] = ["方案", "设计", "选址", "勘察", "勘测", "摸底", "摸排", "招标", "立项", "征求意见"];

/// What is said of works that are far from done: 4个村寨主体完工 opens no series of 7个村寨建成.
const UNDER_WAY: [&str; 4] = ["主体完工", "主体封顶", "主体竣工", "主体结构"];

/// The measures `of_unit` by their acts. What is begun or made ready stands apart from what is not; new and renewed do where the promise tells
/// them apart.
pub fn groups(cells: &[(At, &Cell)], measures: &[Measure], of_unit: &[usize]) -> Vec<Vec<usize>> {
    let acts: Vec<Act> = of_unit.iter().map(|n| of(cells, &measures[*n])).collect();
    let first = &measures[of_unit[0]];
    let in_promise = |act| {
        let promises = measures.iter().filter(|m| !is_period(m.at) && alike(&m.unit, &first.unit));
        promises.into_iter().any(|m| of(cells, m) == act)
    };
    let told_apart = acts.contains(&Act::New) && acts.contains(&Act::Renewed);
    let told_apart = told_apart && in_promise(Act::New) && in_promise(Act::Renewed);
    let group = |act: Act| if told_apart || matches!(act, Act::Begun | Act::Prepared) { act } else { Act::Other };
    let mut all = vec![];
    for act in [Act::Prepared, Act::Begun, Act::New, Act::Renewed, Act::Other] {
        let mine = of_unit.iter().zip(&acts).filter(|(_, a)| group(**a) == act).map(|(n, _)| *n);
        let mine: Vec<usize> = mine.collect();
        all.extend((!mine.is_empty()).then_some(mine));
    }
    all
}

fn begun() -> impl Iterator<Item = (&'static str, Act)> {
    beginnings::WORKS.into_iter().map(|word| (word, Act::Begun))
}

/// The last act before a number in its clause, after the number before it; else one right after it: 12个开工.
fn of(cells: &[(At, &Cell)], m: &Measure) -> Act {
    let (before, after) = clause(cells, m);
    if READY.iter().any(|word| after.ends_with(word)) {
        return Act::Prepared;
    }
    if UNDER_WAY.iter().any(|word| after.contains(word)) {
        return Act::Begun;
    }
    let own = before.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or(before);
    let last = own.char_indices().rev().find_map(|(at, c)| ACTS.of_head(c, &own[at..])).map(|(_, act)| act);
    let closing = || begun().find(|(word, _)| after.ends_with(word)).map(|(_, act)| act);
    last.or_else(closing).unwrap_or(Act::Other)
}
