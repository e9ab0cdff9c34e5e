//! What differs between two readings of one commitment: words apart from numbers, numbers with both values, owners.

use std::collections::HashSet;

use yinuo_model::{At, Commitment, Measure, Role};

use crate::align::Alignment;

/// A cell whose words differ in more than their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The cell.
    pub at: At,
    /// Its words before; none when the cell was not there.
    pub from: Option<String>,
    /// Its words now.
    pub to: Option<String>,
}

/// A quantity before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberChange {
    /// In the old plan; none when the number is new.
    pub from: Option<Measure>,
    /// In the new plan; none when the number is gone.
    pub to: Option<Measure>,
    /// The numbers that they are parts of, where both are and that is not one and the same number.
    pub wholes: Option<(Measure, Measure)>,
}

/// A cell's text, once as written and once with every measure in it masked.
struct Cell {
    at: At,
    text: String,
    masked: String,
}

fn cells(c: &Commitment) -> Vec<Cell> {
    let title = [(At::Title, &c.title)].into_iter().chain(c.body.iter().map(|b| (At::Body, b)));
    let periods = c.milestones.iter().map(|m| (At::Period(m.period), &m.passage));
    let cell = |(at, passage): (At, &yinuo_model::Passage)| Cell {
        at,
        text: passage.text.clone(),
        masked: masked(&passage.text, c.measures.iter().filter(|m| m.at == at)),
    };
    title.chain(periods).collect::<Vec<_>>().into_iter().map(cell).collect()
}

/// The letters of a text, each measure in it replaced by one mark. Measures stand in the order of the text.
fn masked<'a>(text: &str, measures: impl Iterator<Item = &'a Measure>) -> String {
    let mut rest = text;
    let mut out = String::new();
    for measure in measures.filter(|m| !m.text.is_empty()) {
        if let Some((before, after)) = rest.split_once(measure.text.as_str()) {
            out.push_str(before);
            out.push('#');
            rest = after;
        }
    }
    out.push_str(rest);
    out.retain(|c| c.is_alphanumeric() || c == '#');
    out
}

/// Cells whose words differ, in the order of the new reading, then cells that are gone.
pub(super) fn reworded(old: &Commitment, new: &Commitment) -> Vec<CellChange> {
    let (before, after) = (cells(old), cells(new));
    let mut changes = vec![];
    for cell in &after {
        let was = before.iter().find(|b| b.at == cell.at);
        if was.is_none_or(|w| w.masked != cell.masked) {
            let from = was.map(|w| w.text.clone());
            changes.push(CellChange { at: cell.at, from, to: Some(cell.text.clone()) });
        }
    }
    let gone = before.into_iter().filter(|b| after.iter().all(|a| a.at != b.at));
    changes.extend(gone.map(|b| CellChange { at: b.at, from: Some(b.text), to: None }));
    changes
}

/// Numbers that differ in value, unit, limit, direction or in what they are a part of, and numbers that are only in one
/// reading. `words` are the cells that were reworded: an earlier reading may not have known directions and parts, so that
/// what only one of two says is a change where the words changed as well.
pub(super) fn numbers(old: &Commitment, new: &Commitment, words: &[CellChange]) -> Vec<NumberChange> {
    let pairs = Alignment::of(old, new).measures;
    let rewritten: HashSet<At> = words.iter().map(|cell| cell.at).collect();
    let same = |a: &Measure, b: &Measure| {
        let heard = |one: bool, other: bool| one == other || !rewritten.contains(&b.at);
        (a.value, &a.unit, a.bound, a.at) == (b.value, &b.unit, b.bound, b.at)
            && a.change.zip(b.change).is_none_or(|(a, b)| a == b)
            && heard(a.change.is_some(), b.change.is_some())
            && heard(a.part_of.is_some(), b.part_of.is_some())
    };
    let mut changes = vec![];
    for (measure, pair) in new.measures.iter().zip(&pairs) {
        let was = pair.map(|a| &old.measures[a]);
        let wholes = was.and_then(|was| wholes(old, new, &pairs, was, measure));
        if wholes.is_some() || !was.is_some_and(|was| same(was, measure)) {
            changes.push(NumberChange { from: was.cloned(), to: Some(measure.clone()), wholes });
        }
    }
    let gone = old.measures.iter().enumerate().filter(|(a, _)| !pairs.contains(&Some(*a)));
    changes.extend(gone.map(|(_, m)| NumberChange { from: Some(m.clone()), to: None, wholes: None }));
    changes
}

/// The numbers that both are parts of, where the one is not paired with the other.
fn wholes(
    old: &Commitment,
    new: &Commitment,
    pairs: &[Option<usize>],
    was: &Measure,
    is: &Measure,
) -> Option<(Measure, Measure)> {
    let (before, now) = was.part_of.zip(is.part_of)?;
    let differ = pairs.get(now).is_some_and(|pair| *pair != Some(before));
    differ.then(|| old.measures.get(before).cloned().zip(new.measures.get(now).cloned())).flatten()
}

/// Owners before and after as written, when they differ in name, role or order.
pub(super) fn owners(old: &Commitment, new: &Commitment) -> Option<(Vec<String>, Vec<String>)> {
    let named =
        |c: &Commitment| -> Vec<(Role, String)> { c.owners.iter().map(|o| (o.role, o.name.to_string())).collect() };
    let (before, after) = (named(old), named(new));
    let names = |list: Vec<(Role, String)>| list.into_iter().map(|(_, name)| name).collect();
    (before != after).then(|| (names(before), names(after)))
}
