//! Two editions of a plan compared, in words: what was added, dropped, moved, reworded, and which numbers and owners differ.

use serde::Serialize;
use yinuo_diag::Lang;
use yinuo_ledger::edition::{CellChange, Diff, NumberChange, Placed, Row};
use yinuo_model::names::set_off;
use yinuo_model::{Measure, Plan};

use crate::view::{number, period};

/// What differs, by sort.
#[derive(Default, Serialize)]
pub struct Comparison {
    /// Only in the new plan.
    pub added: Vec<Item>,
    /// Only in the old plan.
    pub dropped: Vec<Item>,
    /// In both, and something differs.
    pub changed: Vec<Changed>,
    /// How many are the same.
    pub kept: usize,
}

/// A commitment of one plan.
#[derive(Serialize)]
pub struct Item {
    /// Its number.
    pub number: u32,
    /// `12`, as written.
    pub label: String,
    /// Its title.
    pub title: String,
}

/// A commitment in both plans.
#[derive(Serialize)]
pub struct Changed {
    /// In the new plan.
    pub item: Item,
    /// Where it stood before, and where it stands now.
    pub moved: Option<(String, String)>,
    /// Quantities before and after, with the cell they stand in.
    pub numbers: Vec<Before>,
    /// Words before and after, with the cell.
    pub words: Vec<Before>,
    /// Owners before and after.
    pub owners: Option<(String, String)>,
}

/// The cell, and what stood there before and stands there now.
pub type Before = (String, Option<String>, Option<String>);

/// Compares.
pub fn compare(old: &Plan, new: &Plan, lang: Lang) -> Comparison {
    let diff = Diff::of(old, new);
    let mut all = Comparison::default();
    for row in &diff.rows {
        match (row.old, row.new) {
            _ if row.is_kept() => all.kept += 1,
            (None, Some(placed)) => all.added.push(item(placed)),
            (Some(placed), None) => all.dropped.push(item(placed)),
            (Some(old), Some(new)) => all.changed.push(changed(row, old, new, lang)),
            (None, None) => {}
        }
    }
    all
}

fn item(placed: Placed) -> Item {
    let c = placed.commitment;
    Item { number: c.number, label: c.label.clone(), title: c.title.text.clone() }
}

fn changed(row: &Row, old: Placed, new: Placed, lang: Lang) -> Changed {
    let place = |p: Placed| match (p.category, p.commitment.label.as_str(), lang) {
        (category, "", _) => category.to_string(),
        ("", label, Lang::Zh) => format!("第{}项", set_off(label)),
        ("", label, Lang::En) => format!("No. {label}"),
        (category, label, Lang::Zh) => format!("{category} · 第{}项", set_off(label)),
        (category, label, Lang::En) => format!("{category}, no. {label}"),
    };
    let words = |c: &CellChange| (period::cell(c.at, lang), c.from.clone(), c.to.clone());
    let quantity = |c: &NumberChange| {
        let at = c.to.as_ref().or(c.from.as_ref()).map(|m| period::cell(m.at, lang)).unwrap_or_default();
        let said = |m: &Option<Measure>, whole: Option<&Measure>| {
            m.as_ref().map(|m| whole.map_or_else(|| number::quantity(m, lang), |whole| number::within(m, whole, lang)))
        };
        let (before, now) = c.wholes.as_ref().map_or((None, None), |(before, now)| (Some(before), Some(now)));
        (at, said(&c.from, before), said(&c.to, now))
    };
    Changed {
        item: item(new),
        moved: row.is_moved().then(|| (place(old), place(new))),
        numbers: row.numbers.iter().map(quantity).collect(),
        words: row.reworded.iter().map(words).collect(),
        owners: row.owners.as_ref().map(|(from, to)| (from.join("、"), to.join("、"))),
    }
}
