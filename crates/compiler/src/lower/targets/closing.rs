//! Completion told in words after numbers: 完工12个, 完工28个, 全部完工. The words close what the numbers leave open. Reads
//! words of completion only; a period that counts the promise itself says by its number what it delivers.

use rust_decimal::Decimal;
use yinuo_model::{At, Relation, Stage, Target, Verb};

use super::Scene;
use crate::counted;
use crate::syntax::remainder::{self, Left};
use crate::syntax::stages;
use crate::syntax::verbs::{self, VERBS};
use crate::syntax::words::Said;

/// The target as met where a period says in words that all of it, or all that is left, is completed.
pub fn settle(scene: &Scene, target: Target) -> Target {
    let goal = &scene.measures[target.measure];
    let scheduled = !target.parts.is_empty() && target.parts.iter().all(|p| scene.scheduled(*p));
    let converted = target.relation == Relation::UnitConvertedSum;
    if target.reconciles
        || converted
        || !scheduled
        || matches!(goal.unit.as_str(), "CNY" | "%" | "pp")
        || !closed(scene, &target)
    {
        return target;
    }
    let wanted = match target.relation {
        Relation::PercentComplete => Decimal::ONE_HUNDRED,
        _ => goal.value.lower(),
    };
    let values = target.parts.iter().map(|p| scene.measures[*p].value.upper());
    if target.total < wanted {
        return Target { total: wanted, reconciles: true, ..target };
    }
    // numbers that rise towards the promise and pass it when added are a running total
    if values.clone().is_sorted() && values.clone().all(|v| v <= wanted) {
        return Target { total: wanted, reconciles: true, relation: Relation::LastCumulative, ..target };
    }
    target
}

fn closed(scene: &Scene, target: &Target) -> bool {
    let places = || target.parts.iter().map(|p| scene.measures[*p].at);
    let last = places().max();
    scene.case.milestones().any(|(milestone, said)| {
        let here = At::Period(milestone.period);
        let after = Some(here) > last;
        let measured = |clause: Said| {
            let inside = |n: &usize| {
                let range = milestone.passage.range_of(scene.measures[*n].place.first());
                range.is_some_and(|r| clause.range().start <= r.start && r.end <= clause.range().end)
            };
            (0..scene.measures.len()).filter(|n| scene.measures[*n].at == here).any(|n| inside(&n))
        };
        said.clauses().any(|clause| match remainder::named(clause) {
            Some(Left::Rest) => verbs::promised(clause) == Verb::Complete && !measured(clause),
            Some(Left::All) => after && completes(clause) && same_work(scene, target.measure, clause),
            None => false,
        })
    })
}

/// Finished, and not merely an early gate of the work (完成全部设计).
fn completes(clause: Said) -> bool {
    let early = VERBS.find(clause).any(|(_, verb)| matches!(verb, Verb::Start | Verb::Plan));
    let stage = stages::furthest(clause);
    !early && stage.map_or(verbs::promised(clause) == Verb::Complete, |stage| stage >= Stage::Completion)
}

/// True when what the clause names beside its verbs is nothing (全部完工) or shares words with the promise.
fn same_work(scene: &Scene, goal: usize, clause: Said) -> bool {
    let named = counted::pairs(remainder::without(clause));
    named.is_empty() || counted::affinity(&scene.objects[goal], &named) > 0.0
}
