//! A person's correction of a reading, and how the commitments it touches are read from then on. Nothing is compiled again
//! to know that.

use yinuo_model::{At, Bound, Column, Commitment, Doubt, Mode};

use super::Finding;
use crate::plan_ids::CommitmentIds;
use crate::{CommitmentId, EntryId, FindingId, MeasureId};

/// A person corrected a reading. What the plan says from then on is in the entry, so that nothing is compiled later.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// The edition.
    pub edition: EntryId,
    /// Earlier corrections of the same commitments, which this one contains; and when it takes over a correction of an
    /// earlier edition, that one.
    pub follows: Vec<EntryId>,
    /// What was done.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// The commitments it touches, as they are read from now on.
    pub rereads: Vec<Reread>,
}

/// What a correction does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The border between two cells of a commitment was moved.
    Border {
        /// The commitment.
        commitment: CommitmentId,
        /// The cell before the border.
        left: At,
        /// The cell after it.
        right: At,
        /// Byte offset in the text where the right cell began.
        from: u32,
        /// Where it begins now.
        to: u32,
    },
    /// A measure says something else about the year.
    Mode {
        /// The measure.
        measure: MeasureId,
        /// As it was read.
        from: Mode,
        /// As it is to be read.
        to: Mode,
    },
    /// A measure is another kind of limit.
    Bound {
        /// The measure.
        measure: MeasureId,
        /// As it was read.
        from: Bound,
        /// As it is to be read.
        to: Bound,
    },
    /// A measure says something else about the year, and is another kind of limit.
    Measure {
        /// The measure.
        measure: MeasureId,
        /// As it was read and as it is to be read.
        mode: (Mode, Mode),
        /// As it was read and as it is to be read.
        bound: (Bound, Bound),
    },
    /// A heading of the document's tables means this; the edition was read so.
    Column {
        /// The words of the heading, without white space.
        heading: String,
        /// What it would be taken for; none where it is not known.
        from: Option<Column>,
        /// What its column holds.
        to: Column,
    },
    /// A finding does not apply.
    Dismissed {
        /// The finding.
        finding: FindingId,
    },
}

/// A commitment as it is read after a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct Reread {
    /// The commitment.
    pub commitment: Commitment,
    /// Its ids: those it had, and new ones for what was not there before.
    pub ids: CommitmentIds,
    /// The findings about it from now on.
    pub findings: Vec<Finding>,
    /// The doubts about it from now on.
    pub doubts: Vec<Doubt>,
}

impl Corrected {
    /// The correction of an earlier edition that this one takes over: what it follows was recorded before its edition.
    pub fn carries(&self) -> Option<EntryId> {
        self.follows.iter().copied().find(|e| *e < self.edition)
    }
}
