//! The same thing in two readings of one commitment: which milestone, step, measure and target of the old reading is
//! which of the new one. Strict signs first (the same place and words), then weaker ones; nothing is matched twice.

use yinuo_model::{Commitment, Measure, Step, Target};

/// For each thing of the new reading, its index in the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// By milestone.
    pub milestones: Vec<Option<usize>>,
    /// By milestone and step: milestone and step of the old reading.
    pub steps: Vec<Vec<Option<(usize, usize)>>>,
    /// By measure.
    pub measures: Vec<Option<usize>>,
    /// By target.
    pub targets: Vec<Option<usize>>,
}

impl Alignment {
    /// Everything in the commitment is new.
    pub fn nothing(new: &Commitment) -> Self {
        Self {
            milestones: vec![None; new.milestones.len()],
            steps: new.milestones.iter().map(|m| vec![None; m.steps.len()]).collect(),
            measures: vec![None; new.measures.len()],
            targets: vec![None; new.targets.len()],
        }
    }

    /// Matches two readings.
    pub fn of(old: &Commitment, new: &Commitment) -> Self {
        let milestones = matched(&old.milestones, &new.milestones, &[&|a, b| a.period == b.period]);
        let measures = measures(&old.measures, &new.measures);
        let targets = targets(&old.targets, &new.targets, &measures);
        Self { steps: steps(old, new, &milestones), milestones, measures, targets }
    }
}

/// Two readings of a measure that are taken for one: the signs, strictest first.
fn measures(old: &[Measure], new: &[Measure]) -> Vec<Option<usize>> {
    matched(
        old,
        new,
        &[
            &|a, b| a.place == b.place && a.text == b.text,
            &|a, b| a.at == b.at && a.text == b.text && a.object == b.object,
            &|a, b| a.at == b.at && a.text == b.text,
            &|a, b| a.text == b.text,
            &|a, b| a.at == b.at && a.unit == b.unit && a.object == b.object,
            &|a, b| a.at == b.at && a.unit == b.unit,
        ],
    )
}

/// Steps by their words in the whole commitment, then by their position in a milestone that has as many as before.
fn steps(old: &Commitment, new: &Commitment, milestones: &[Option<usize>]) -> Vec<Vec<Option<(usize, usize)>>> {
    let flat = |c: &Commitment| -> Vec<(usize, usize, Step)> {
        let each = |(m, milestone): (usize, &yinuo_model::Milestone)| {
            milestone.steps.iter().cloned().enumerate().map(move |(s, step)| (m, s, step)).collect::<Vec<_>>()
        };
        c.milestones.iter().enumerate().flat_map(each).collect()
    };
    let (before, after) = (flat(old), flat(new));
    let same_milestone = |a: usize, b: usize| milestones[b] == Some(a);
    let as_many = |a: usize, b: usize| old.milestones[a].steps.len() == new.milestones[b].steps.len();
    let found = matched(
        &before,
        &after,
        &[
            &|a, b| same_milestone(a.0, b.0) && a.2.passage.text == b.2.passage.text,
            &|a, b| a.2.passage.text == b.2.passage.text,
            &|a, b| same_milestone(a.0, b.0) && as_many(a.0, b.0) && a.1 == b.1,
        ],
    );
    let mut by_milestone: Vec<Vec<Option<(usize, usize)>>> = vec![vec![]; new.milestones.len()];
    for ((m, _, _), index) in after.iter().zip(found) {
        by_milestone[*m].push(index.map(|i| (before[i].0, before[i].1)));
    }
    by_milestone
}

/// Targets by the measure they are for; several for one measure in their order.
fn targets(old: &[Target], new: &[Target], measures: &[Option<usize>]) -> Vec<Option<usize>> {
    matched(old, new, &[&|a, b| measures.get(b.measure).copied().flatten() == Some(a.measure)])
}

/// The signs two readings of a thing can share.
type Sign<'a, T> = &'a dyn Fn(&T, &T) -> bool;

/// For each of `new` an index into `old`: sign by sign, first come first served.
fn matched<T>(old: &[T], new: &[T], signs: &[Sign<T>]) -> Vec<Option<usize>> {
    let mut found = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    for sign in signs {
        for (b, slot) in new.iter().zip(found.iter_mut()).filter(|(_, slot)| slot.is_none()) {
            *slot = (0..old.len()).find(|a| !taken[*a] && sign(&old[*a], b));
            if let Some(a) = *slot {
                taken[a] = true;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stricter_sign_wins_and_nothing_is_matched_twice() {
        let found = matched(&[11, 22, 12], &[12, 12, 31], &[&|a, b| a == b, &|a, b| a / 10 == b / 10]);
        assert_eq!(found, [Some(2), Some(0), None]);
    }
}
