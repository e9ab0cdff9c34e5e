//! Which entries the public may see, and by which release: one number for each entry of the ledger, so that asking costs
//! nothing and an earlier state is cut off in one pass.

use serde::{Deserialize, Serialize};

use crate::EntryId;

/// Not public. Entry 0 opens the ledger and releases nothing.
const HELD: u64 = 0;
/// Public from the start.
const OPEN: u64 = u64::MAX;

/// For each entry: held, open, or the release that made it public.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Openness(Vec<u64>);

impl Openness {
    /// The next entry is taken in.
    pub(crate) fn add(&mut self, open: bool) {
        self.0.push(if open { OPEN } else { HELD });
    }

    /// A release names an entry. What is public already stays as it is.
    pub(crate) fn release(&mut self, entry: EntryId, by: EntryId) {
        if let Some(one) = usize::try_from(entry.0).ok().and_then(|n| self.0.get_mut(n)).filter(|one| **one == HELD) {
            *one = by.0;
        }
    }

    /// The release that made it public.
    pub(crate) fn released_by(&self, entry: EntryId) -> Option<EntryId> {
        Some(self.of(entry)).filter(|one| ![HELD, OPEN].contains(one)).map(EntryId)
    }

    /// True when it is public.
    pub(crate) fn is_public(&self, entry: EntryId) -> bool {
        self.of(entry) != HELD
    }

    /// True when it was public while the ledger had `count` entries.
    pub(crate) fn was_public(&self, entry: EntryId, count: u64) -> bool {
        match self.of(entry) {
            HELD => false,
            OPEN => entry.0 < count,
            by => by < count,
        }
    }

    /// The entries that are not public, in order.
    pub(crate) fn held(&self) -> impl Iterator<Item = EntryId> {
        (0..).zip(&self.0).filter(|(_, one)| **one == HELD).map(|(id, _)| EntryId(id))
    }

    /// As it was while the ledger had `count` entries.
    pub(crate) fn cut(&self, count: u64) -> Self {
        let then = |one: &u64| if *one == OPEN || *one < count { *one } else { HELD };
        Self(self.0.iter().take(count as usize).map(then).collect())
    }

    fn of(&self, entry: EntryId) -> u64 {
        usize::try_from(entry.0).ok().and_then(|n| self.0.get(n)).copied().unwrap_or(HELD)
    }
}
