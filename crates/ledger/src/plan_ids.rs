//! Ids of what stands in a plan, in the same shape and order as the plan itself. Minted by counting: the same plan in
//! the same entry gets the same ids everywhere.

use serde::{Deserialize, Serialize};
use yinuo_model::{Commitment, Plan};

use crate::align::Alignment;
use crate::{CommitmentId, EntryId, FindingId, MeasureId, MilestoneId, StepId, TargetId};

/// Ids of a plan's commitments, in the order of the plan.
pub type PlanIds = Vec<CommitmentIds>;

/// Ids of a commitment and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentIds {
    /// The commitment's own.
    pub id: CommitmentId,
    /// One for each milestone.
    pub milestones: Vec<MilestoneIds>,
    /// One for each measure.
    pub measures: Vec<MeasureId>,
    /// One for each target.
    pub targets: Vec<TargetId>,
}

/// Ids of a milestone and its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneIds {
    /// The milestone's own.
    pub id: MilestoneId,
    /// One for each step.
    pub steps: Vec<StepId>,
}

/// Counts the ids that one entry mints.
#[derive(Debug)]
pub struct Minter {
    entry: EntryId,
    commitments: u32,
    milestones: u32,
    steps: u32,
    measures: u32,
    targets: u32,
    findings: u32,
}

fn next(counter: &mut u32) -> u32 {
    *counter += 1;
    *counter
}

impl Minter {
    /// Ids of this entry, from 1.
    pub fn new(entry: EntryId) -> Self {
        Self { entry, commitments: 0, milestones: 0, steps: 0, measures: 0, targets: 0, findings: 0 }
    }

    /// New ids for everything in a plan.
    pub fn plan(&mut self, plan: &Plan) -> PlanIds {
        let mut ids = vec![];
        for (_, commitment) in plan.commitments() {
            let id = CommitmentId::new(self.entry, next(&mut self.commitments));
            ids.push(self.parts(commitment, id, &Alignment::nothing(commitment), None));
        }
        ids
    }

    /// The ids a commitment keeps after it was read again, and new ones for what is new in it.
    pub fn reread(&mut self, commitment: &Commitment, kept: &Alignment, old: &CommitmentIds) -> CommitmentIds {
        self.parts(commitment, old.id, kept, Some(old))
    }

    /// A new id for a finding.
    pub fn finding(&mut self) -> FindingId {
        FindingId::new(self.entry, next(&mut self.findings))
    }

    fn parts(
        &mut self,
        commitment: &Commitment,
        id: CommitmentId,
        kept: &Alignment,
        old: Option<&CommitmentIds>,
    ) -> CommitmentIds {
        let entry = self.entry;
        let mut milestones = vec![];
        for (n, milestone) in commitment.milestones.iter().enumerate() {
            let before = old.zip(kept.milestones[n]).and_then(|(ids, m)| ids.milestones.get(m));
            let id = before.map_or_else(|| MilestoneId::new(entry, next(&mut self.milestones)), |b| b.id);
            let mut steps = vec![];
            for s in 0..milestone.steps.len() {
                let step = old.zip(kept.steps[n][s]).and_then(|(ids, (m, s))| ids.milestones.get(m)?.steps.get(s));
                steps.push(step.copied().unwrap_or_else(|| StepId::new(entry, next(&mut self.steps))));
            }
            milestones.push(MilestoneIds { id, steps });
        }
        let measure = |m: &Option<usize>| old.zip(*m).and_then(|(ids, m)| ids.measures.get(m).copied());
        let target = |t: &Option<usize>| old.zip(*t).and_then(|(ids, t)| ids.targets.get(t).copied());
        let measures = kept.measures.iter().map(measure).collect::<Vec<_>>();
        let targets = kept.targets.iter().map(target).collect::<Vec<_>>();
        CommitmentIds {
            id,
            milestones,
            measures: measures
                .into_iter()
                .map(|m| m.unwrap_or_else(|| MeasureId::new(entry, next(&mut self.measures))))
                .collect(),
            targets: targets
                .into_iter()
                .map(|t| t.unwrap_or_else(|| TargetId::new(entry, next(&mut self.targets))))
                .collect(),
        }
    }
}

impl CommitmentIds {
    /// True when there is exactly one id for each thing in the commitment.
    pub fn fits(&self, commitment: &Commitment) -> bool {
        let steps = |(ids, m): (&MilestoneIds, &yinuo_model::Milestone)| ids.steps.len() == m.steps.len();
        self.milestones.len() == commitment.milestones.len()
            && self.measures.len() == commitment.measures.len()
            && self.targets.len() == commitment.targets.len()
            && self.milestones.iter().zip(&commitment.milestones).all(steps)
    }
}
