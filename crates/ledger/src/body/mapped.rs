//! How a new edition follows from the old one: which commitment is which, and what differs. Which pairs are found is the
//! matter of `edition` and `align`.

use crate::{CommitmentId, EntryId, MeasureId, MilestoneId, StepId, TargetId};

/// How the commitments of a new edition follow from the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The edition before.
    pub old: EntryId,
    /// The new edition.
    pub new: EntryId,
    /// First the new plan's commitments in its order, then those that were dropped.
    pub rows: Vec<MapRow>,
}

/// One commitment in both editions, or in one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// Its old id; none for one that was added.
    pub old: Option<CommitmentId>,
    /// Its new id; none for one that was dropped.
    pub new: Option<CommitmentId>,
    /// What differs; empty for one that was kept, added or dropped.
    pub differs: Vec<Differs>,
    /// Old and new ids of what stands in it.
    pub parts: Vec<PartPair>,
}

/// In what way a commitment differs between editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Differs {
    /// Another number or category.
    Moved,
    /// Other words, apart from numbers.
    Reworded,
    /// Other quantities.
    Numbers,
    /// Other owners.
    Owners,
}

/// The same thing in the old and the new edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each pairs ids of its name")]
pub enum PartPair {
    Milestone(MilestoneId, MilestoneId),
    Step(StepId, StepId),
    Measure(MeasureId, MeasureId),
    Target(TargetId, TargetId),
}
