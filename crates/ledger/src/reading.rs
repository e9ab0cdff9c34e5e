//! What a plan says now: the adopted plan with every correction laid over it, and what was said about it.

use std::collections::{BTreeMap, BTreeSet};

use yinuo_model::{Commitment, Doubt, Naming, Plan};

use crate::body::{Adopted, Change, Corrected};
use crate::plan_ids::CommitmentIds;
use crate::{CommitmentId, EntryId, Fact, Finding, FindingId, MeasureId, PlanIds, State};

/// A plan as it is read after all corrections.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The entry that adopted it.
    pub edition: EntryId,
    /// The plan.
    pub plan: Plan,
    /// Its ids.
    pub ids: PlanIds,
    /// What is said about it, dismissed findings included.
    pub findings: Vec<Finding>,
    /// Readings that were a choice between close alternatives.
    pub doubts: Vec<Doubt>,
    /// Commitments whose reading was corrected, each with the entries that did it.
    pub corrected: BTreeMap<CommitmentId, Vec<EntryId>>,
    /// Findings that were dismissed, each with the entry that did it.
    pub dismissed: BTreeMap<FindingId, EntryId>,
}

/// What a correction says of a heading, when it does.
fn naming(fact: &Fact<Corrected>) -> Option<(Naming, &Fact<Corrected>)> {
    match &fact.said.change {
        Change::Column { heading, to, .. } => Some((Naming::new(heading, *to)?, fact)),
        _ => None,
    }
}

impl Reading {
    /// A commitment with its ids.
    pub fn commitment(&self, id: CommitmentId) -> Option<(&Commitment, &CommitmentIds)> {
        self.commitments().find(|(_, ids)| ids.id == id)
    }

    /// The commitment a measure stands in, and its index there.
    pub fn measure(&self, id: MeasureId) -> Option<(&Commitment, &CommitmentIds, usize)> {
        self.commitments().find_map(|(c, ids)| Some((c, ids, ids.measures.iter().position(|m| *m == id)?)))
    }

    /// All commitments with their ids.
    pub fn commitments(&self) -> impl Iterator<Item = (&Commitment, &CommitmentIds)> {
        self.plan.commitments().map(|(_, c)| c).zip(&self.ids)
    }
}

impl State {
    /// The editions of a year in the order they were adopted.
    pub fn editions(&self, year: i16) -> impl DoubleEndedIterator<Item = &Fact<Adopted>> {
        self.editions.values().filter(move |e| e.said.plan.year == Some(year))
    }

    /// The years that have a plan, ascending.
    pub fn years(&self) -> BTreeSet<i16> {
        self.editions.values().filter_map(|e| e.said.plan.year).collect()
    }

    /// An edition.
    pub fn edition(&self, entry: EntryId) -> Option<&Fact<Adopted>> {
        self.editions.get(&entry)
    }

    /// The current plan of a year.
    pub fn current(&self, year: i16) -> Option<Reading> {
        self.reading(self.editions(year).next_back()?.entry)
    }

    /// An edition as it is read now.
    pub fn reading(&self, edition: EntryId) -> Option<Reading> {
        let adopted = &self.editions.get(&edition)?.said;
        let mut reading = Reading {
            edition,
            plan: adopted.plan.clone(),
            ids: adopted.ids.clone(),
            findings: adopted.findings.clone(),
            doubts: adopted.doubts.clone(),
            corrected: BTreeMap::new(),
            dismissed: BTreeMap::new(),
        };
        let commitments = reading.plan.categories.iter_mut().flat_map(|c| &mut c.commitments);
        for (commitment, ids) in commitments.zip(&mut reading.ids) {
            let Some(by) = self.rereads.get(&ids.id) else { continue };
            let last = by.last().and_then(|entry| self.corrections.get(entry));
            let reread = last.and_then(|fact| fact.said.rereads.iter().find(|r| r.ids.id == ids.id));
            let Some(reread) = reread else { continue };
            let number = commitment.number;
            reading.findings.retain(|f| f.said.commitment != Some(number));
            reading.findings.extend(reread.findings.iter().cloned());
            reading.doubts.retain(|d| d.commitment != number);
            reading.doubts.extend(reread.doubts.iter().cloned());
            reading.corrected.insert(ids.id, by.clone());
            *commitment = reread.commitment.clone();
            *ids = reread.ids.clone();
        }
        let dismissal = |f: &Finding| Some((f.id, *self.dismissals.get(&f.id)?.last()?));
        reading.dismissed = reading.findings.iter().filter_map(dismissal).collect();
        Some(reading)
    }

    /// A correction.
    pub fn correction(&self, entry: EntryId) -> Option<&Fact<Corrected>> {
        self.corrections.get(&entry)
    }

    /// The corrections of an edition that stand, in order; dismissals among them.
    pub fn corrections_of(&self, edition: EntryId) -> impl Iterator<Item = &Fact<Corrected>> {
        self.corrections.range(edition..).map(|(_, fact)| fact).filter(move |fact| fact.said.edition == edition)
    }

    /// A commitment as it was read just before a correction.
    pub fn before(&self, correction: &Fact<Corrected>, id: CommitmentId) -> Option<(&Commitment, &CommitmentIds)> {
        let earlier = self.corrections(id).iter().rev().find(|e| **e < correction.entry);
        if let Some(fact) = earlier.and_then(|e| self.corrections.get(e)) {
            let reread = fact.said.rereads.iter().find(|r| r.ids.id == id)?;
            return Some((&reread.commitment, &reread.ids));
        }
        let adopted = &self.editions.get(&correction.said.edition)?.said;
        let mut all = adopted.plan.commitments().map(|(_, c)| c).zip(&adopted.ids);
        all.find(|(_, ids)| ids.id == id)
    }

    /// The corrections of a commitment, in order.
    pub fn corrections(&self, commitment: CommitmentId) -> &[EntryId] {
        self.rereads.get(&commitment).map_or(&[], Vec::as_slice)
    }

    /// What people said that headings mean: by which an edition was read, each with the entry that says so.
    pub fn columns(&self, edition: EntryId) -> impl Iterator<Item = (Naming, &Fact<Corrected>)> {
        self.corrections_of(edition).filter_map(naming)
    }

    /// What was said last of each heading, in any edition, with the entry that said so.
    pub fn remembered_columns(&self) -> Vec<(Naming, &Fact<Corrected>)> {
        let mut last = BTreeMap::new();
        for (naming, fact) in self.corrections.values().filter_map(naming) {
            last.insert(naming.heading().to_string(), (naming, fact));
        }
        last.into_values().collect()
    }

    /// The finding that a correction dismissed, when that is what it did.
    pub fn dismissed_by(&self, correction: EntryId) -> Option<FindingId> {
        match self.corrections.get(&correction)?.said.change {
            Change::Dismissed { finding } => Some(finding),
            _ => None,
        }
    }
}
