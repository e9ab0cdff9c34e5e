//! Which entries a plan's history is made of. Entries are marked off rather than sorted, because a year has many and they
//! come in as many lists as it has commitments.

use std::collections::BTreeSet;

use crate::{EntryId, State, Subject};

/// A set of entries that gives them in order.
#[derive(Debug, Clone, Default)]
pub struct Entries(Vec<u64>);

impl Entries {
    /// Adds one.
    pub fn insert(&mut self, entry: EntryId) {
        let word = (entry.0 / 64) as usize;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (entry.0 % 64);
    }

    /// All of them in order.
    pub fn in_order(&self) -> Vec<EntryId> {
        let mut all = vec![];
        for (word, base) in self.0.iter().zip((0..).step_by(64)) {
            let mut rest = *word;
            while rest != 0 {
                all.push(EntryId(base + u64::from(rest.trailing_zeros())));
                rest &= rest - 1;
            }
        }
        all
    }
}

impl Extend<EntryId> for Entries {
    fn extend<I: IntoIterator<Item = EntryId>>(&mut self, entries: I) {
        entries.into_iter().for_each(|entry| self.insert(entry));
    }
}

impl State {
    /// Every entry about the plan of a year, in order: editions, how they follow from each other, corrections, assignments
    /// and remarks. Releases are not facts and are not among them.
    pub fn history_of_year(&self, year: i16) -> Entries {
        let editions: BTreeSet<EntryId> = self.editions(year).map(|e| e.entry).collect();
        let mut all = Entries::default();
        all.extend(editions.iter().copied());
        let mapped = self.origins.iter().filter(|(new, _)| editions.contains(&new.minted_by()));
        all.extend(mapped.map(|(_, (by, _))| *by));
        let corrected = self.corrections.values().filter(|c| editions.contains(&c.said.edition));
        all.extend(corrected.map(|c| c.entry));
        let assigned = self.assignments.iter().filter(|(c, _)| editions.contains(&c.minted_by()));
        all.extend(assigned.flat_map(|(_, list)| list.iter().map(|a| a.entry)));
        let remarks = self.notes_on_commitments.iter().filter(|(c, _)| editions.contains(&c.minted_by()));
        all.extend(remarks.flat_map(|(_, notes)| notes.iter().copied()));
        if !self.notes_on_entries.is_empty() {
            let on_entries: Vec<EntryId> =
                all.in_order().iter().flat_map(|e| self.notes(Subject::Entry(*e))).copied().collect();
            all.extend(on_entries);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_out_in_order_and_once() {
        let mut all = Entries::default();
        all.extend([130, 0, 63, 64, 130, 7].map(EntryId));
        assert_eq!(all.in_order(), [0, 7, 63, 64, 130].map(EntryId));
        assert!(Entries::default().in_order().is_empty());
    }
}
