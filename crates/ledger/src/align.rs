//! The same thing in two readings of one commitment: which milestone, step, measure and target of the old reading is
//! which of the new one. Strict signs first (the same place and words), then weaker ones; nothing is matched twice.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use yinuo_model::{Commitment, Measure, Milestone, Target};

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
        let milestones = milestones(&old.milestones, &new.milestones);
        let measures = measures(&old.measures, &new.measures);
        let targets = targets(&old.targets, &new.targets, &measures);
        Self { steps: steps(old, new, &milestones), milestones, measures, targets }
    }
}

fn milestones(old: &[Milestone], new: &[Milestone]) -> Vec<Option<usize>> {
    let mut pairing = Pairing::of(old, new);
    pairing.alike(|m| m.period);
    pairing.found
}

/// Two readings of a measure that are taken for one: the signs, strictest first.
fn measures(old: &[Measure], new: &[Measure]) -> Vec<Option<usize>> {
    let mut pairing = Pairing::of(old, new);
    pairing.alike(|m| (&m.place, &m.text));
    pairing.alike(|m| (m.at, &m.text, &m.object));
    pairing.alike(|m| (m.at, &m.text));
    pairing.alike(|m| &m.text);
    pairing.alike(|m| (m.at, &m.unit, &m.object));
    pairing.alike(|m| (m.at, &m.unit));
    pairing.found
}

/// Steps by their words in the whole commitment, then by their position in a milestone that has as many as before.
fn steps(old: &Commitment, new: &Commitment, milestones: &[Option<usize>]) -> Vec<Vec<Option<(usize, usize)>>> {
    let (before, after) = (flat(old), flat(new));
    let as_many = |m: usize, c: &Commitment| c.milestones[m].steps.len();
    let mut pairing = Pairing::of(&before, &after);
    pairing.signed(|a| (a.0, words(*a, old)), |b| Some((milestones[b.0]?, words(*b, new))));
    pairing.signed(|a| words(*a, old), |b| Some(words(*b, new)));
    pairing.signed(|a| (a.0, a.1, as_many(a.0, old)), |b| Some((milestones[b.0]?, b.1, as_many(b.0, new))));
    let mut by_milestone: Vec<Vec<Option<(usize, usize)>>> = vec![vec![]; new.milestones.len()];
    for ((m, _), index) in after.iter().zip(pairing.found) {
        by_milestone[*m].push(index.map(|i| before[i]));
    }
    by_milestone
}

/// The words of a step, by its milestone and its place there.
fn words((m, s): (usize, usize), c: &Commitment) -> &str {
    &c.milestones[m].steps[s].passage.text
}

/// Every step of a commitment, as its milestone and its place there.
fn flat(c: &Commitment) -> Vec<(usize, usize)> {
    let each = |(m, milestone): (usize, &Milestone)| (0..milestone.steps.len()).map(move |s| (m, s));
    c.milestones.iter().enumerate().flat_map(each).collect()
}

/// Targets by the measure they are for; several for one measure in their order.
fn targets(old: &[Target], new: &[Target], measures: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut pairing = Pairing::of(old, new);
    pairing.signed(|a| a.measure, |b| measures.get(b.measure).copied().flatten());
    pairing.found
}

/// For each of `new` an index into `old`: sign by sign, first come first served. A sign is a key, so that one look at each
/// side is enough however many share it.
struct Pairing<'a, T> {
    old: &'a [T],
    new: &'a [T],
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl<'a, T> Pairing<'a, T> {
    fn of(old: &'a [T], new: &'a [T]) -> Self {
        Self { old, new, found: vec![None; new.len()], taken: vec![false; old.len()] }
    }

    /// Pairs what is left by a sign that both readings bear alike.
    fn alike<K: Eq + Hash>(&mut self, key: impl Fn(&'a T) -> K) {
        self.signed(&key, |b| Some(key(b)));
    }

    /// Pairs what is left by a sign that is read off differently in the new reading, and may be missing there.
    fn signed<K: Eq + Hash>(&mut self, of_old: impl Fn(&'a T) -> K, of_new: impl Fn(&'a T) -> Option<K>) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (a, thing) in self.old.iter().enumerate().filter(|(a, _)| !self.taken[*a]) {
            waiting.entry(of_old(thing)).or_default().push_back(a);
        }
        for (b, slot) in self.new.iter().zip(&mut self.found).filter(|(_, slot)| slot.is_none()) {
            *slot = of_new(b).and_then(|key| waiting.get_mut(&key)?.pop_front());
            if let Some(a) = *slot {
                self.taken[a] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Sign<'a, T> = &'a dyn Fn(&T, &T) -> bool;
    type Three = (u8, u8, u8);

    /// What matching means: each of `new`, sign by sign, takes the first of `old` that nothing has taken and that shares it.
    fn plainly<T>(old: &[T], new: &[T], signs: &[Sign<T>]) -> Vec<Option<usize>> {
        let mut found: Vec<Option<usize>> = vec![None; new.len()];
        for sign in signs {
            for b in 0..new.len() {
                if found[b].is_none() {
                    found[b] = (0..old.len()).find(|a| !found.contains(&Some(*a)) && sign(&old[*a], &new[b]));
                }
            }
        }
        found
    }

    #[test]
    fn the_stricter_sign_wins_and_nothing_is_matched_twice() {
        let mut pairing = Pairing::of(&[11, 22, 12], &[12, 12, 31]);
        pairing.alike(|n| *n);
        pairing.alike(|n| n / 10);
        assert_eq!(pairing.found, [Some(2), Some(0), None]);
    }

    proptest! {
        #[test]
        fn the_first_that_shares_the_strictest_sign_is_taken(
            old in prop::collection::vec((0u8..3, 0u8..3, 0u8..4), 0..14),
            new in prop::collection::vec((0u8..3, 0u8..3, 0u8..4), 0..14),
        ) {
            let mut pairing = Pairing::of(&old, &new);
            pairing.alike(|t| *t);
            pairing.alike(|t| (t.0, t.1));
            pairing.signed(|t| t.2, |t| t.2.checked_sub(1));
            let signs: [Sign<Three>; 3] =
                [&|a, b| a == b, &|a, b| (a.0, a.1) == (b.0, b.1), &|a, b| b.2.checked_sub(1) == Some(a.2)];
            prop_assert_eq!(pairing.found, plainly(&old, &new, &signs));
        }
    }
}
