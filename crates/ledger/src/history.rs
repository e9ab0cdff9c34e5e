//! Which entries a plan's history is made of.

use std::collections::BTreeSet;

use crate::{EntryId, State};

impl State {
    /// Every entry about the plan of a year, in order: editions, how they follow from each other, corrections, assignments
    /// and remarks. Releases are not facts and are not among them.
    pub fn history_of_year(&self, year: i16) -> Vec<EntryId> {
        let editions: BTreeSet<EntryId> = self.editions(year).map(|e| e.entry).collect();
        let mut all: Vec<EntryId> = editions.iter().copied().collect();
        let mapped = self.origins.iter().filter(|(new, _)| editions.contains(&new.minted_by()));
        all.extend(mapped.map(|(_, (by, _))| *by));
        let corrected = self.corrections.values().filter(|c| editions.contains(&c.said.edition));
        all.extend(corrected.map(|c| c.entry));
        let assigned = self.assignments.values().flatten().filter(|a| editions.contains(&a.said.edition));
        all.extend(assigned.map(|a| a.entry));
        let remarks = self.notes_on_commitments.iter().filter(|(c, _)| editions.contains(&c.minted_by()));
        all.extend(remarks.flat_map(|(_, notes)| notes));
        let on_entries: Vec<EntryId> = all.iter().flat_map(|e| self.notes(*e)).copied().collect();
        all.extend(on_entries);
        // Several long runs in order, which this sort puts together.
        all.sort();
        all.dedup();
        all
    }
}
