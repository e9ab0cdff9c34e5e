//! Correcting a reading. The commitments as they are read afterwards come with the request; here they get their ids, and
//! it is checked that nobody corrected the same commitments in the meantime.

use yinuo_diag::Diagnostic;
use yinuo_model::{Commitment, Doubt};

use super::{Ask, checks, reject};
use crate::align::Alignment;
use crate::body::{Change, Corrected, Reread};
use crate::plan_ids::Minter;
use crate::{Body, CommitmentId, EntryId, Finding, Reading};

/// A reading to correct, with the commitments as they are read afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The edition.
    pub edition: EntryId,
    /// The last entry the person had seen: a later correction of the same commitments is a conflict.
    pub seen: EntryId,
    /// What to do.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// The commitments it touches, as they are read from now on.
    pub rereads: Vec<After>,
}

/// A commitment as it is read after a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct After<Id = CommitmentId> {
    /// Which.
    pub id: Id,
    /// What it says.
    pub commitment: Commitment,
    /// The findings about it.
    pub findings: Vec<Diagnostic>,
    /// The doubts about it.
    pub doubts: Vec<Doubt>,
}

impl Ask<'_> {
    pub(super) fn correct(&self, correction: &Correction) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let Some(reading) = self.view.state().reading(correction.edition) else {
            return Err(vec![reject::unknown(correction.edition)]);
        };
        let mut problems: Vec<_> = checks::reason(&correction.reason).into_iter().collect();
        problems.extend(self.change(&reading, correction));
        let mut minter = Minter::new(self.view.next());
        let mut rereads = vec![];
        let mut follows = vec![];
        for After { id, commitment, findings, doubts } in &correction.rereads {
            let Some((before, ids)) = reading.commitment(*id) else {
                problems.push(reject::unknown(id));
                continue;
            };
            let last = self.view.state().corrections(*id).last().copied();
            if let Some(by) = last.filter(|by| *by > correction.seen) {
                problems.push(reject::changed_meanwhile(id, id, by));
            }
            follows.extend(last);
            let ids = minter.reread(commitment, &Alignment::of(before, commitment), ids);
            let findings = findings.iter().map(|f| Finding { id: minter.finding(), said: f.clone() }).collect();
            rereads.push(Reread { commitment: commitment.clone(), ids, findings, doubts: doubts.clone() });
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        follows.sort_unstable();
        follows.dedup();
        let (edition, change, reason) = (correction.edition, correction.change.clone(), correction.reason.clone());
        Ok(vec![Body::Corrected(Box::new(Corrected { edition, follows, change, reason, rereads }))])
    }

    /// What is wrong with the change itself: it names something that is not there, is no change, or reads nothing again.
    fn change(&self, reading: &Reading, correction: &Correction) -> Vec<Diagnostic> {
        let reread = |id: CommitmentId| correction.rereads.iter().any(|after| after.id == id);
        let (commitment, differs) = match &correction.change {
            Change::Border { commitment, from, to, .. } => (*commitment, from != to),
            Change::Mode { measure, from, to } => match reading.measure(*measure) {
                Some((c, ids, n)) if c.measures[n].mode == *from => (ids.id, from != to),
                Some((_, ids, _)) => return vec![self.not_as_seen(ids.id)],
                None => return vec![reject::unknown(measure)],
            },
            Change::Bound { measure, from, to } => match reading.measure(*measure) {
                Some((c, ids, n)) if c.measures[n].bound == *from => (ids.id, from != to),
                Some((_, ids, _)) => return vec![self.not_as_seen(ids.id)],
                None => return vec![reject::unknown(measure)],
            },
            Change::Measure { measure, mode, bound } => match reading.measure(*measure) {
                Some((c, ids, n)) if (c.measures[n].mode, c.measures[n].bound) == (mode.0, bound.0) => {
                    (ids.id, mode.0 != mode.1 || bound.0 != bound.1)
                }
                Some((_, ids, _)) => return vec![self.not_as_seen(ids.id)],
                None => return vec![reject::unknown(measure)],
            },
            Change::Column { .. } => {
                let (zh, en) =
                    ("表头的含义随清单一起记录", "what a heading means is recorded with the plan that is read so");
                return vec![reject::nothing_to_change(zh, en)];
            }
            Change::Dismissed { finding } => {
                let known = reading.findings.iter().any(|f| f.id == *finding);
                return match reading.dismissed.get(finding) {
                    Some(by) => vec![reject::changed_meanwhile(finding, finding, *by)],
                    None if !known => vec![reject::unknown(finding)],
                    None => vec![],
                };
            }
        };
        if differs && reread(commitment) {
            return vec![];
        }
        vec![reject::nothing_to_change("更正没有改变任何内容", "the correction changes nothing")]
    }

    /// The measure is read otherwise than the person saw it: because of a correction, or because they are mistaken.
    fn not_as_seen(&self, commitment: CommitmentId) -> Diagnostic {
        let by: Option<&EntryId> = self.view.state().corrections(commitment).last();
        by.map_or_else(
            || reject::nothing_to_change("原读法与所写不符", "the reading was not what the request says it was"),
            |by| reject::changed_meanwhile(commitment, commitment, *by),
        )
    }
}
