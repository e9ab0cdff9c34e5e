//! Two editions of a list compared: what was added, dropped, moved, reworded, and which numbers and owners changed. Pure;
//! needs no ledger. `pair` decides which commitment is which, `changes` what differs between two, `map` turns that into ids.

mod changes;
mod map;
mod pair;
mod similar;

use yinuo_model::{Commitment, Plan};

pub use changes::{CellChange, NumberChange};
pub(crate) use map::rows;

/// What differs between two plans.
#[derive(Debug, Clone, PartialEq)]
pub struct Diff<'a> {
    /// The new plan's commitments in its order, then those that were dropped, in the old order.
    pub rows: Vec<Row<'a>>,
}

/// One commitment in both plans, or in one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// In the old plan; none for one that was added.
    pub old: Option<Placed<'a>>,
    /// In the new plan; none for one that was dropped.
    pub new: Option<Placed<'a>>,
    /// Cells whose words differ in more than their numbers.
    pub reworded: Vec<CellChange>,
    /// Quantities that differ.
    pub numbers: Vec<NumberChange>,
    /// Owners before and after, when they differ.
    pub owners: Option<(Vec<String>, Vec<String>)>,
}

/// A commitment and where it stands in its plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed<'a> {
    /// From 0 in the order of the plan.
    pub index: usize,
    /// The name of its category.
    pub category: &'a str,
    /// The commitment.
    pub commitment: &'a Commitment,
}

impl<'a> Diff<'a> {
    /// Compares.
    pub fn of(old: &'a Plan, new: &'a Plan) -> Self {
        let (before, after) = (placed(old), placed(new));
        let pairs = pair::pairs(&before, &after);
        let mut rows: Vec<Row<'a>> =
            after.iter().zip(&pairs).map(|(b, a)| row(a.map(|a| before[a]), Some(*b))).collect();
        let dropped = before.iter().filter(|p| !pairs.contains(&Some(p.index)));
        rows.extend(dropped.map(|p| row(Some(*p), None)));
        Self { rows }
    }

    /// True when nothing differs.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Row::is_kept)
    }
}

impl Row<'_> {
    /// In both plans, and nothing differs.
    pub fn is_kept(&self) -> bool {
        self.old.is_some() && self.new.is_some() && !self.is_moved() && !self.is_changed()
    }

    /// Under another number or in another category.
    pub fn is_moved(&self) -> bool {
        let place = |p: Placed| (p.commitment.label.clone(), p.category.to_string());
        self.old.zip(self.new).is_some_and(|(old, new)| place(old) != place(new))
    }

    /// Words, numbers or owners differ.
    pub fn is_changed(&self) -> bool {
        !self.reworded.is_empty() || !self.numbers.is_empty() || self.owners.is_some()
    }

    /// Only in the new plan.
    pub fn is_added(&self) -> bool {
        self.old.is_none()
    }

    /// Only in the old plan.
    pub fn is_dropped(&self) -> bool {
        self.new.is_none()
    }
}

fn placed(plan: &Plan) -> Vec<Placed<'_>> {
    let all = plan.commitments().enumerate();
    all.map(|(index, (category, commitment))| Placed { index, category: &category.name, commitment }).collect()
}

fn row<'a>(old: Option<Placed<'a>>, new: Option<Placed<'a>>) -> Row<'a> {
    let mut row = Row { old, new, reworded: vec![], numbers: vec![], owners: None };
    if let Some((old, new)) = old.zip(new) {
        row.reworded = changes::reworded(old.commitment, new.commitment);
        row.numbers = changes::numbers(old.commitment, new.commitment, &row.reworded);
        row.owners = changes::owners(old.commitment, new.commitment);
    }
    row
}
