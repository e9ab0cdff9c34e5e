//! A comparison of two adopted plans as rows of ids, for the entry that maps a new edition.

use super::{Diff, Row};
use crate::align::Alignment;
use crate::body::{MapRow, PartPair};
use crate::plan_ids::CommitmentIds;
use crate::{Differs, PlanIds};

/// One row for each commitment of either plan.
pub(crate) fn rows(diff: &Diff, old: &PlanIds, new: &PlanIds) -> Vec<MapRow> {
    diff.rows.iter().map(|row| map_row(row, old, new)).collect()
}

fn map_row(row: &Row, old: &PlanIds, new: &PlanIds) -> MapRow {
    let old_ids = row.old.and_then(|p| old.get(p.index));
    let new_ids = row.new.and_then(|p| new.get(p.index));
    let mut differs = vec![];
    if row.is_moved() {
        differs.push(Differs::Moved);
    }
    if !row.reworded.is_empty() {
        differs.push(Differs::Reworded);
    }
    if !row.numbers.is_empty() {
        differs.push(Differs::Numbers);
    }
    if row.owners.is_some() {
        differs.push(Differs::Owners);
    }
    let mut parts = vec![];
    if let (Some(a), Some(b), Some(old), Some(new)) = (row.old, row.new, old_ids, new_ids) {
        parts = pairs(&Alignment::of(a.commitment, b.commitment), old, new);
    }
    MapRow { old: old_ids.map(|i| i.id), new: new_ids.map(|i| i.id), differs, parts }
}

/// Milestones, steps, measures, targets, in the order of the wire format.
fn pairs(alignment: &Alignment, old: &CommitmentIds, new: &CommitmentIds) -> Vec<PartPair> {
    let mut parts = vec![];
    for (b, a) in alignment.milestones.iter().enumerate() {
        parts.extend(a.map(|a| PartPair::Milestone(old.milestones[a].id, new.milestones[b].id)));
    }
    for (m, steps) in alignment.steps.iter().enumerate() {
        let step = |(s, old_step): (usize, &Option<(usize, usize)>)| {
            old_step.map(|(a, b)| PartPair::Step(old.milestones[a].steps[b], new.milestones[m].steps[s]))
        };
        parts.extend(steps.iter().enumerate().filter_map(step));
    }
    for (b, a) in alignment.measures.iter().enumerate() {
        parts.extend(a.map(|a| PartPair::Measure(old.measures[a], new.measures[b])));
    }
    for (b, a) in alignment.targets.iter().enumerate() {
        parts.extend(a.map(|a| PartPair::Target(old.targets[a], new.targets[b])));
    }
    parts
}
