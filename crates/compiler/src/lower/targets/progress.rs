//! Targets told as a share of the work: 工程进度30%, 70%, and the completion told in words.

use rust_decimal::Decimal;
use yinuo_model::{Mode, Relation, Stage, Target, Verb};

use super::Scene;
use super::resolve::add;
use crate::counted;
use crate::syntax::{stages, verbs};

/// The target `t` measured by percentages of progress, if any are about it (or about the work as a whole).
pub fn of(scene: &Scene, t: usize, targets: &[usize]) -> Option<Target> {
    // progress is of the works; money, and who benefits, is measured by it only where nothing else is promised
    let beside = |n: usize| scene.measures[n].unit == "CNY" || benefits(scene, n);
    if beside(t) && targets.iter().any(|o| !beside(*o)) {
        return None;
    }
    let shares = |n: &usize| {
        let m = &scene.measures[*n];
        scene.scheduled(*n) && m.unit == "%" && m.mode == Mode::Cumulative && !is_of_the_inside(scene, *n)
    };
    let mine = |n: &usize| {
        let fit = |goal: usize| counted::affinity(&scene.objects[goal], &scene.objects[*n]);
        let best = targets.iter().map(|goal| fit(*goal)).max_by(f32::total_cmp).unwrap_or(0.0);
        best < 0.05 || fit(t) >= best
    };
    let parts: Vec<usize> = (0..scene.measures.len()).filter(shares).filter(mine).collect();
    let last = *parts.last()?;
    let reached = scene.measures[last].value.upper();
    // 完成60%, then 完成40%: shares of the whole, and none of them how far it is
    let values: Vec<Decimal> = parts.iter().map(|n| scene.measures[*n].value.upper()).collect();
    let adds_up = !values.is_sorted() && add(values.iter().copied()) == Decimal::ONE_HUNDRED;
    let done = adds_up || reached >= Decimal::ONE_HUNDRED || completed_in_words(scene, t, last);
    let total = if done { Decimal::ONE_HUNDRED } else { reached };
    let reconciles = done || promised_share(scene, targets).is_some_and(|share| reached >= share);
    Some(Target { measure: t, parts, relation: Relation::PercentComplete, total, reconciles })
}

/// 惠及居民2600户: those for whom the works are done.
fn benefits(scene: &Scene, n: usize) -> bool {
    let own = scene.settings[n].as_ref().map_or("", |s| s.clause_parts()[0].text());
    ["惠及", "受益", "受惠"].iter().any(|word| own.contains(word))
}

/// The share of the works that is promised itself (完工率达80%): what is counted beside it need be no further by then.
fn promised_share(scene: &Scene, targets: &[usize]) -> Option<Decimal> {
    let shares = targets.iter().map(|t| &scene.measures[*t]).filter(|m| m.unit == "%");
    shares.map(|m| m.value.lower()).max()
}

/// 内部装修完成60%: how far the fitting out is says nothing of the beds or seats that come with the building.
fn is_of_the_inside(scene: &Scene, n: usize) -> bool {
    const INSIDE: [&str; 3] = ["装修", "内装", "装饰"];
    let own = scene.settings[n].as_ref().map_or("", |s| s.clause_parts()[0].text());
    INSIDE.iter().any(|word| own.contains(word) && !scene.case.title().text().contains(word))
}

/// True when a later period says in words that the work is complete.
fn completed_in_words(scene: &Scene, t: usize, last: usize) -> bool {
    let after = scene.measures[last].at;
    let mut later = scene.case.milestones().filter(|(m, _)| yinuo_model::At::Period(m.period) > after);
    later.any(|(_, said)| {
        said.deliverables().any(|step| {
            let late = stages::furthest(step) >= Some(Stage::Completion);
            let object = counted::pairs([step]);
            let related =
                counted::affinity(&scene.objects[last], &object).max(counted::affinity(&scene.objects[t], &object));
            late || verbs::promised(step) == Verb::Complete && related >= 0.2
        })
    })
}
