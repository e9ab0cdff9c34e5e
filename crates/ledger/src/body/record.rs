//! What is said about the record itself: that it begins, a remark, what becomes public, what was erased. None of these
//! changes what a plan says.

use crate::{CommitmentId, EntryId};

/// The ledger begins. The entry mints the first post, `p0.1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Name of the first post, which may do everything until others are created.
    pub office: String,
    /// How far ahead of UTC the jurisdiction's days are.
    pub offset_minutes: i32,
    /// Made to be looked at, not to be relied on.
    pub demonstration: bool,
    /// Where record times come from.
    pub clock: Clock,
}

/// Where record times come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Times that were handed in, as a demonstration does.
    Given,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// What it is about.
    pub subject: Subject,
    /// The remark.
    pub text: String,
}

/// What a remark can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An entry; an edition stands for its plan.
    Entry(EntryId),
    /// A commitment.
    Commitment(CommitmentId),
}

/// Entries become public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    /// Which, ascending.
    pub entries: Vec<EntryId>,
    /// What the public is told with it.
    pub remark: Option<String>,
}

/// Bodies were erased. This body is public, so the reason may not repeat what was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Whose, ascending.
    pub entries: Vec<EntryId>,
    /// Why.
    pub reason: String,
}

impl Subject {
    /// The entry it is, or that minted it.
    pub fn minted_by(self) -> EntryId {
        match self {
            Subject::Entry(entry) => entry,
            Subject::Commitment(commitment) => commitment.minted_by(),
        }
    }
}
