//! Completion told in words after numbers: 完工12个, 完工28个, 全部完工. The words close what the numbers leave open. Reads
//! words of completion only; a period that counts the promise itself says by its number what it delivers.

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Relation, Stage, Target, Verb};

use super::{Scene, begun};
use crate::counted::{self, Pair};
use crate::syntax::remainder::{self, Left};
use crate::syntax::words::Said;
use crate::syntax::{stages, verbs};

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
    if rises_close_to(wanted, target.total, values.clone()) {
        return Target { total: wanted, reconciles: true, relation: Relation::LastCumulative, ..target };
    }
    if target.total < wanted {
        return Target { total: wanted, reconciles: true, ..target };
    }
    // numbers that rise towards the promise and pass it when added are a running total
    if values.clone().is_sorted() && values.clone().all(|v| v <= wanted) {
        return Target { total: wanted, reconciles: true, relation: Relation::LastCumulative, ..target };
    }
    target
}

/// Numbers that rise and, added, would leave less for 全部完工 than any of them: 12, 28 of 41. As a running total they leave a
/// step like the others.
fn rises_close_to(wanted: Decimal, total: Decimal, mut values: impl Iterator<Item = Decimal> + Clone) -> bool {
    let steps: Vec<Decimal> = values.clone().collect();
    let rises = steps.len() > 1 && steps.windows(2).all(|w| w[0] < w[1]);
    rises && total < wanted && values.next().is_some_and(|least| wanted.saturating_sub(total) < least)
}

/// A clause that says that all of a work, or what is left of it, is completed.
pub struct Closing {
    /// The period it stands in.
    at: At,
    /// It speaks of what is left, and so of a work that was named before.
    rest: bool,
    /// What it names beside its verbs; nothing in 全部完工.
    named: Vec<Pair>,
    /// All its words, for a promise that names only what is done: 新建30座.
    words: Vec<Pair>,
    /// It says that all has begun (全部开工), which closes only a promise to begin.
    begun: bool,
    /// Where it begins in its cell, where it may close the numbers before it there too.
    after: Option<usize>,
}

impl Closing {
    /// A clause of which nothing else is known.
    fn at(at: At) -> Self {
        Self { at, rest: false, named: vec![], words: vec![], begun: false, after: None }
    }
}

/// True when a period after `at` finishes the work of which `share` names a part: 主体工程完成90%, then 竣工验收.
pub fn finished_after(scene: &Scene, at: At, share: &[Pair]) -> bool {
    let named = |clause: Said| {
        let done = verbs::promised(clause) == Verb::Complete && !remainder::is_early(clause);
        done && counted::affinity(share, &counted::pairs([clause])) > 0.0
    };
    let later = scene.case.milestones().filter(|(milestone, _)| At::Period(milestone.period) > at);
    later.into_iter().any(|(_, said)| said.clauses().any(|clause| remainder::completes(clause) || named(clause)))
}

/// More such clauses than any schedule has.
const MOST: usize = 50;

/// Every such clause of the periods. One pass over their words, however many targets ask.
fn clauses(scene: &Scene) -> Vec<Closing> {
    let last = scene.case.milestones().map(|(m, _)| m.period).max();
    let all = scene.case.milestones().flat_map(|(milestone, said)| {
        let at = At::Period(milestone.period);
        let after = move |clause: Said| {
            let own = said.deliverables().any(|d| d.range().start == clause.range().start);
            let closes = Some(milestone.period) == last && (own || is_bare_end(clause));
            (closes && !scene.case.counts(milestone, clause)).then_some(clause.range().start)
        };
        said.clauses().filter_map(move |clause| match remainder::named(clause)? {
            Left::Rest if verbs::promised(clause) == Verb::Complete && !scene.case.counts(milestone, clause) => {
                Some(Closing { rest: true, ..Closing::at(at) })
            }
            Left::All if remainder::completes(clause) => {
                let named = counted::pairs(remainder::without(scene.case.after_time(milestone, clause)));
                let words = counted::pairs([clause]);
                Some(Closing { named, words, after: after(clause), ..Closing::at(at) })
            }
            Left::All if begun::all(clause) => Some(Closing { begun: true, ..Closing::at(at) }),
            _ => None,
        })
    });
    all.take(MOST).collect()
}

/// 全部完工, and no gate that a part of the work passes by itself: 新建2座，全部投入使用 speaks of those two.
fn is_bare_end(clause: Said) -> bool {
    stages::furthest(clause).is_none_or(|stage| stage == Stage::Completion)
}

/// True when what is left is completed somewhere, or all of the same work in a period after those that count it, or in the last
/// period after the number there.
fn closed(scene: &Scene, target: &Target) -> bool {
    let Some(last) = target.parts.iter().max_by_key(|p| scene.measures[**p].at) else { return false };
    let Measure { at, place, .. } = &scene.measures[*last];
    let counted_before = |start: usize| {
        let passage = scene.case.cell(*at).map(|(passage, _)| passage);
        passage.and_then(|passage| passage.range_of(place.first())).is_some_and(|r| r.end <= start)
    };
    let object = &scene.objects[target.measure];
    scene.closings.get_or_init(|| clauses(scene)).iter().any(|closing| {
        let unnamed = scene.measures[target.measure].object.is_none();
        let act = || scene.head(target.measure).filter(|_| unnamed);
        let same_act = || act().is_some_and(|act| closing.words.contains(&act));
        let same_work = closing.named.is_empty() || counted::affinity(object, &closing.named) > 0.0 || same_act();
        let later = || closing.at > *at || closing.at == *at && closing.after.is_some_and(counted_before);
        let of_its_kind = !closing.begun || begun::only(scene, target.measure);
        of_its_kind && (closing.rest || same_work && later())
    })
}
