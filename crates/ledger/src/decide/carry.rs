//! Corrections of the edition before that a new edition takes over. Which of them still fit is the caller's finding; here
//! each becomes an entry of its own that points at the one it repeats, or the whole adoption is turned down.

use yinuo_diag::Diagnostic;

use super::{Adoption, After, Ask, reject};
use crate::align::Alignment;
use crate::body::{Adopted, Change, Corrected, Reread};
use crate::plan_ids::{CommitmentIds, Minter};
use crate::{Body, EntryId, Finding, FindingId, Visibility};

/// A correction of the edition before, as it is to hold in the new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Carry {
    /// The correction.
    pub from: EntryId,
    /// What it changes in the new plan, as that is read with the corrections carried so far.
    pub spot: Spot,
    /// The commitments it touches, by their index in the new plan, as they are read from now on.
    pub rereads: Vec<After<usize>>,
}

/// Where in a new plan a correction of the edition before applies. Commitments and measures are given by their index.
#[derive(Debug, Clone, PartialEq)]
pub enum Spot {
    /// A border between the cells that the correction names.
    Border {
        /// The commitment.
        commitment: usize,
        /// Byte offset where the right cell begins.
        from: u32,
        /// Where it is to begin.
        to: u32,
    },
    /// A measure of a commitment.
    Measure {
        /// The commitment.
        commitment: usize,
        /// The measure in it.
        measure: usize,
    },
    /// A finding.
    Finding(Box<Diagnostic>),
}

/// The new edition as it is read with the corrections carried so far.
struct Reading {
    edition: EntryId,
    commitments: Vec<(yinuo_model::Commitment, CommitmentIds)>,
    findings: Vec<Finding>,
    dismissed: Vec<FindingId>,
    /// The last carried correction of each commitment.
    last: Vec<Option<EntryId>>,
}

impl Ask<'_> {
    /// The entries that take over what was corrected in `before`. The first of them is the `skip`th after the adoption.
    pub(super) fn carry(
        &self,
        adoption: &Adoption,
        adopted: &Adopted,
        before: Option<EntryId>,
        skip: u64,
    ) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let edition = self.view.next();
        let plan = adoption.plan.commitments().map(|(_, c)| c.clone());
        let commitments: Vec<_> = plan.zip(adopted.ids.iter().cloned()).collect();
        let last = vec![None; commitments.len()];
        let mut reading = Reading { edition, commitments, findings: adopted.findings.clone(), dismissed: vec![], last };
        let (mut bodies, mut problems) = (vec![], vec![]);
        for carry in &adoption.carried {
            let original = self.view.state().correction(carry.from).map(|fact| &*fact.said);
            let original = original.filter(|said| Some(said.edition) == before);
            let entry = EntryId(edition.0 + skip + bodies.len() as u64);
            match original.and_then(|said| reading.take(carry, said, entry)) {
                Some(body) => bodies.push(Body::Corrected(Box::new(body))),
                None => problems.push(reject::unknown(carry.from)),
            }
        }
        if problems.is_empty() { Ok(bodies) } else { Err(problems) }
    }

    /// True when a body takes over a correction that is never to be public.
    pub(super) fn carries_hidden(&self, body: &Body) -> bool {
        let Body::Corrected(body) = body else { return false };
        let original = body.carries().and_then(|from| self.named(from));
        original.is_some_and(|envelope| envelope.visibility == Visibility::Office)
    }
}

impl Reading {
    /// The entry for one correction; none when it does not fit.
    fn take(&mut self, carry: &Carry, said: &Corrected, entry: EntryId) -> Option<Corrected> {
        let change = self.change(carry, &said.change)?;
        let mut minter = Minter::new(entry);
        let mut rereads = vec![];
        let mut follows = vec![carry.from];
        for After { id: index, commitment, findings, doubts } in &carry.rereads {
            let (before, ids) = self.commitments.get(*index)?;
            let ids = minter.reread(commitment, &Alignment::of(before, commitment), ids);
            let findings: Vec<Finding> =
                findings.iter().map(|f| Finding { id: minter.finding(), said: f.clone() }).collect();
            self.findings.retain(|f| f.said.commitment != Some(commitment.number));
            self.findings.extend(findings.iter().cloned());
            follows.extend(self.last[*index].replace(entry));
            self.commitments[*index] = (commitment.clone(), ids.clone());
            rereads.push(Reread { commitment: commitment.clone(), ids, findings, doubts: doubts.clone() });
        }
        follows.sort_unstable();
        follows.dedup();
        Some(Corrected { edition: self.edition, follows, change, reason: said.reason.clone(), rereads })
    }

    /// What the correction changes here, in the ids of this edition. Nothing, or something that is read otherwise than
    /// the correction found it, is no change.
    fn change(&mut self, carry: &Carry, said: &Change) -> Option<Change> {
        let reads = |index: &usize| carry.rereads.iter().any(|after| after.id == *index);
        match (said, &carry.spot) {
            (Change::Border { left, right, .. }, Spot::Border { commitment, from, to }) => {
                let (_, ids) = self.commitments.get(*commitment).filter(|_| reads(commitment) && from != to)?;
                let (left, right, from, to) = (*left, *right, *from, *to);
                Some(Change::Border { commitment: ids.id, left, right, from, to })
            }
            (said, Spot::Measure { commitment, measure }) => {
                let (c, ids) = self.commitments.get(*commitment).filter(|_| reads(commitment))?;
                let (now, id) = (c.measures.get(*measure)?, *ids.measures.get(*measure)?);
                match *said {
                    Change::Mode { from, to, .. } => {
                        (now.mode == from).then_some(Change::Mode { measure: id, from, to })
                    }
                    Change::Bound { from, to, .. } => {
                        (now.bound == from).then_some(Change::Bound { measure: id, from, to })
                    }
                    Change::Measure { mode, bound, .. } => ((now.mode, now.bound) == (mode.0, bound.0))
                        .then_some(Change::Measure { measure: id, mode, bound }),
                    Change::Border { .. } | Change::Column { .. } | Change::Dismissed { .. } => None,
                }
            }
            (Change::Dismissed { .. }, Spot::Finding(finding)) => {
                let found = self.findings.iter().find(|f| f.said == **finding && !self.dismissed.contains(&f.id))?;
                self.dismissed.push(found.id);
                Some(Change::Dismissed { finding: found.id })
            }
            _ => None,
        }
    }
}
