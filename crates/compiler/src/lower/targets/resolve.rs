//! What the parts of a target come to, and whether that meets it.

use rust_decimal::Decimal;
use yinuo_model::{Bound, Measure, Mode, Relation, Stage, Target, Verb};

use super::parts::{Part, Share, recurrence};
use super::{Scene, begun, closing, onward, prepared, progress, rhythm};
use crate::counted;
use crate::syntax::words::{Alone, Said};
use crate::syntax::{stages, verbs};

/// The targets of one promised measure: usually one, two where instalments and a total are both written.
pub fn target(scene: &Scene, t: usize, targets: &[usize], shares: &[Share]) -> Vec<Target> {
    let at = targets.iter().position(|x| *x == t).unwrap_or(0);
    let share = &shares[at];
    let parts = begun::kept(scene, t, &share.parts);
    let mode = |p: &Part| scene.measures[p.measure].mode;
    // where one share of the works is promised, every share is of it
    let percents = targets.iter().filter(|o| scene.measures[**o].unit == "%").count();
    let only_share = percents == 1 && scene.measures[t].unit == "%";
    // a total of a thing whose name shares nothing with the promise, where others do, is of something else
    let worded = !only_share && parts.iter().any(|p| p.affinity > 0.0);
    let bare = |p: &Part| scene.measures[p.measure].object.is_none();
    let total_of = |p: &Part| mode(p) == Mode::Cumulative && (p.affinity > 0.0 || !worded || bare(p));
    let running: Vec<Part> = parts.iter().copied().filter(total_of).collect();
    let periodic: Vec<Part> =
        parts.iter().copied().filter(|p| matches!(mode(p), Mode::Period | Mode::Annual)).collect();
    let rates: Vec<Part> = parts.iter().copied().filter(|p| mode(p) == Mode::Rate).collect();
    let joint = add(share.joint.iter().map(|j| scene.measures[*j].value.upper()));

    let mut all: Vec<Target> = rhythm::inside_title(scene, t).into_iter().collect();
    let total = (!running.is_empty()).then(|| last(scene, t, &running));
    let onward = share.joint.is_empty().then(|| onward::of(scene, t, &running, &periodic)).flatten();
    let instalments = (!periodic.is_empty()).then(|| sum(scene, t, periodic, joint, !share.joint.is_empty())).flatten();
    // an opening of a running series that was read as an instalment says nothing beside the series
    let settled = total.as_ref().is_some_and(|r| r.reconciles);
    // and neither does a scope that was only studied or approved
    let told = |s: &Target| s.parts.iter().any(|p| gate(scene, *p) > Gate::Prepared && !begun::opens(scene, *p));
    let instalments = instalments.filter(|s| !settled || s.reconciles && told(s));
    // a total of works begun says nothing beside what is delivered of them
    let unfinished = |s: &Target| {
        let last = s.parts.last().map(|p| gate(scene, *p));
        matches!(last, Some(Gate::Reached(stage)) if stage < Stage::Completion)
    };
    let delivered = instalments.as_ref().is_some_and(|s| s.reconciles);
    let total = total.filter(|r| !(delivered && unfinished(r)));
    match onward.filter(|_| !settled && !delivered) {
        Some(onward) => all.push(onward),
        None => all.extend(instalments.into_iter().chain(total)),
    }
    // a rhythm of the title that comes to less says nothing where the periods come to the promise
    if all.iter().any(|target| target.reconciles) {
        all.retain(|target| target.reconciles || target.parts.iter().any(|p| scene.scheduled(*p)));
    }
    if all.is_empty() && !rates.is_empty() {
        all.push(rhythm::recurring(scene, t, &rates));
    }
    if all.is_empty() {
        all.push(progress::of(scene, t, targets).unwrap_or_else(|| none(t)));
    }
    if share.joint.is_empty() { all.into_iter().map(|target| closing::settle(scene, target)).collect() } else { all }
}

/// A target that no period counts.
pub fn none(measure: usize) -> Target {
    Target { measure, parts: vec![], relation: Relation::None, total: Decimal::ZERO, reconciles: false }
}

/// With no number in the title, the last of each running total is what is promised.
pub fn running_totals(scene: &Scene) -> Vec<Target> {
    let running = |n: &usize| scene.scheduled(*n) && scene.measures[*n].mode == Mode::Cumulative;
    let mut left: Vec<usize> = (0..scene.measures.len()).filter(running).collect();
    let mut all = vec![];
    while let Some(last) = left.pop() {
        let goal = &scene.measures[last];
        let alike = |n: &usize| {
            scene.measures[*n].unit == goal.unit
                && (counted::affinity(&scene.objects[last], &scene.objects[*n]) > 0.0 || scene.objects[*n].is_empty())
        };
        let mut parts: Vec<usize> = left.iter().copied().filter(|n| alike(n)).collect();
        left.retain(|n| !parts.contains(n));
        parts.push(last);
        let percent = goal.unit == "%";
        let finished = percent && closing::finished_after(scene, goal.at, &scene.objects[last]);
        let total = if finished { Decimal::ONE_HUNDRED.max(goal.value.upper()) } else { goal.value.upper() };
        let relation = if percent { Relation::PercentComplete } else { Relation::LastCumulative };
        all.push(Target {
            measure: last,
            parts,
            relation,
            total,
            reconciles: !percent || total >= Decimal::ONE_HUNDRED,
        });
    }
    all.reverse();
    all
}

/// Rates of the title that a period restates: the last one says whether the rate is met. How often something is done
/// (每月1次) is no rate that is reached.
pub fn rates(scene: &Scene) -> Vec<Target> {
    let often = |n: usize| scene.measures[n].unit != "CNY" && recurrence(scene, n).is_some();
    let rate = |n: usize| scene.measures[n].mode == Mode::Rate && !often(n);
    let promised = (0..scene.measures.len()).filter(|n| !scene.scheduled(*n) && rate(*n));
    promised
        .filter_map(|t| {
            let goal = &scene.measures[t];
            let restated = |n: &usize| {
                let m = &scene.measures[*n];
                let shared = counted::overlap(&scene.objects[t], &scene.objects[*n]);
                let goes_alike = || m.change == goal.change || unsaid(scene, *n) || unsaid(scene, t);
                scene.scheduled(*n) && m.unit == goal.unit && shared >= 0.5 && goes_alike()
            };
            let parts: Vec<usize> = (0..scene.measures.len()).filter(restated).collect();
            let total = scene.measures[*parts.last()?].value.upper();
            let reconciles = meets(goal, total, goal.value.upper(), false);
            Some(Target { measure: t, parts, relation: Relation::LastCumulative, total, reconciles })
        })
        .collect()
}

/// A rate of which no word says that it rises, falls, or is a level that is reached: 办结时间50%.
fn unsaid(scene: &Scene, n: usize) -> bool {
    const LEVELS: [&str; 8] = ["达到", "达", "到", "至", "在", "为", "不低于", "不高于"];
    let before = scene.settings[n].as_ref().map_or("", |s| s.clause_parts()[0].text());
    scene.measures[n].change.is_none() && !LEVELS.iter().any(|level| before.trim_end().ends_with(level))
}

/// The last running total.
fn last(scene: &Scene, t: usize, parts: &[Part]) -> Target {
    let goal = &scene.measures[t];
    let total = parts.last().map_or(Decimal::ZERO, |p| value(scene, p));
    let reconciles = meets(goal, total, goal.value.lower(), false);
    let parts = parts.iter().map(|p| p.measure).collect();
    Target { measure: t, parts, relation: Relation::LastCumulative, total, reconciles }
}

/// Instalments that add up, the scope told at several stages counted once. `None` when no instalment is of the target.
fn sum(scene: &Scene, t: usize, parts: Vec<Part>, joint: Decimal, together: bool) -> Option<Target> {
    let goal = &scene.measures[t];
    let wanted = add([goal.value.lower(), joint]);
    let total = |parts: &[Part]| add(parts.iter().map(|p| value(scene, p)));
    // what was only studied or approved does not stand for what another number of the schedule delivers
    let delivers = |parts: &[Part]| parts.iter().any(|p| gate(scene, p.measure) > Gate::Prepared);
    let best = agreeing(scene, &parts);
    // what names a thing that shares no word with the promise (截污管8公里) counts that thing
    let bare = || parts.iter().copied().filter(|p| scene.measures[p.measure].object.is_none()).collect();
    let agreeing = match delivers(&best) || !delivers(&parts) {
        true => best,
        false if best.is_empty() => bare(),
        false => parts.clone(),
    };
    if series(scene, &agreeing, goal) {
        return Some(last(scene, t, &agreeing));
    }
    let plain = [&agreeing, &parts].into_iter().find(|r| total(r) == wanted).cloned();
    let kept = plain.unwrap_or_else(|| {
        let fallback = delivering(scene, agreeing, wanted);
        let others = || std::iter::once(delivering(scene, parts.clone(), wanted)).chain(alike(scene, &parts));
        let meets = |r: &Vec<Part>| total(r) == wanted;
        if meets(&fallback) { fallback } else { others().find(meets).unwrap_or(fallback) }
    });
    if kept.is_empty() {
        return None;
    }
    let total = total(&kept);
    let plain = together || kept.iter().all(|p| p.conversion.same);
    let relation = if plain { Relation::Sum } else { Relation::UnitConvertedSum };
    let parts = kept.iter().map(|p| p.measure).collect();
    Some(Target { measure: t, parts, relation, total, reconciles: meets(goal, total, wanted, true) })
}

/// The parts of one object each: 路面40公里, 路面20公里 without 路基30公里.
fn alike(scene: &Scene, parts: &[Part]) -> Vec<Vec<Part>> {
    // what is only begun stands for nothing that another part finishes
    let finished: Vec<Part> = parts.iter().copied().filter(|p| !begun::only(scene, p.measure)).collect();
    let parts = if finished.is_empty() { parts } else { &finished };
    let mut heads: Vec<_> = parts.iter().map(|p| scene.head(p.measure)).collect();
    heads.dedup();
    let of = |head| parts.iter().copied().filter(|p| scene.head(p.measure) == head).collect();
    heads.into_iter().map(of).collect()
}

/// Those whose words agree at least half as well as the best, and those that name nothing but what is done (新增80个).
fn agreeing(scene: &Scene, parts: &[Part]) -> Vec<Part> {
    let best = parts.iter().map(|p| p.affinity).max_by(f32::total_cmp).unwrap_or(0.0);
    let bare = |p: &Part| scene.measures[p.measure].object.is_none();
    parts.iter().copied().filter(|p| p.affinity > 0.0 && (p.affinity * 2.0 >= best || bare(p))).collect()
}

/// Numbers that rise to exactly the target and pass it when added are a running total, though no word says so.
fn series(scene: &Scene, parts: &[Part], goal: &Measure) -> bool {
    let values: Vec<Decimal> = parts.iter().map(|p| value(scene, p)).collect();
    values.len() > 2 && values.windows(2).all(|w| w[0] < w[1]) && values.last() == Some(&goal.value.lower())
}

/// Of a scope told at several stages, the parts that deliver: those at the furthest gate, without preparation.
fn delivering(scene: &Scene, parts: Vec<Part>, wanted: Decimal) -> Vec<Part> {
    let gate = |p: &Part| gate(scene, p.measure);
    let total = |parts: &[Part]| add(parts.iter().map(|p| value(scene, p)));
    let keep = |test: &dyn Fn(&Part) -> bool| {
        let some: Vec<Part> = parts.iter().copied().filter(|p| test(p)).collect();
        if some.is_empty() { parts.clone() } else { some }
    };
    let whole = keep(&|p| value(scene, p) != wanted);
    if total(&whole) == wanted {
        return whole;
    }
    let delivered = keep(&|p| gate(p) > Gate::Prepared);
    if total(&delivered) <= wanted {
        return delivered;
    }
    // works that were only begun are counted again when they are finished, at whichever gate
    let finished = keep(&|p| gate(p) == Gate::Done || gate(p) >= Gate::Reached(Stage::Completion));
    if total(&finished) == wanted {
        return finished;
    }
    let furthest = delivered.iter().map(gate).max().unwrap_or(Gate::Prepared);
    let (last, earlier): (Vec<Part>, Vec<Part>) = delivered.iter().copied().partition(|p| gate(p) == furthest);
    if let Some(all) = last.iter().rev().find(|p| value(scene, p) == wanted) {
        return vec![*all];
    }
    // instalments that pass the target are an excess, unless the whole scope was told before it was delivered
    let told_before = earlier.iter().any(|p| value(scene, p) == wanted);
    if told_before || total(&last) == wanted { last } else { delivered }
}

/// How far the deliverable of a measure reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// Studied, approved, designed, tendered.
    Prepared,
    /// Followed up after the fact.
    FollowedUp,
    /// Done, with no gate named.
    Done,
    /// At a gate of works.
    Reached(Stage),
}

/// The gate of a measure, looked for once.
pub(super) fn gate(scene: &Scene, measure: usize) -> Gate {
    *scene.asked[measure].gate.get_or_init(|| look_for_gate(scene, measure))
}

fn look_for_gate(scene: &Scene, measure: usize) -> Gate {
    let Some(setting) = scene.settings[measure].as_ref() else { return Gate::Done };
    let step = setting.step();
    let around = setting.clause_parts();
    if only_chosen(around.map(Said::text)) {
        return Gate::Prepared;
    }
    // the two are one clause; most name no gate and need not be put together
    let names_a_gate = around.into_iter().any(|part| stages::STAGES.occurs(part));
    let own = names_a_gate.then(|| stages::furthest(Alone::anew(setting.clause_words()).said())).flatten();
    if own.is_none() && begun::opens(scene, measure) {
        return Gate::Reached(Stage::Start);
    }
    let stage = own.or_else(|| stages::furthest(step));
    // 摸底…，新增500个: what was studied in a clause before is no gate of what this one delivers
    let delivers = || own.is_none() && prepared::delivers(around);
    match (stage, verbs::promised(step)) {
        (Some(stage), _) if stage <= Stage::Contract && !delivers() => Gate::Prepared,
        // 改造15座，新建公厕开工18座: what begins in another clause is no gate of what this one does
        (Some(Stage::Start), _) if delivers() => Gate::Done,
        (Some(stage), _) if stage > Stage::Contract => Gate::Reached(stage),
        (None, Verb::Plan) if !delivers() => Gate::Prepared,
        (None, Verb::Continue) => Gate::FollowedUp,
        _ => Gate::Done,
    }
}

/// 确定改造对象200户, 公示名单: who is meant, and nothing done for them yet.
fn only_chosen(around: [&str; 2]) -> bool {
    let says = |all: &[&str]| all.iter().any(|w| around.iter().any(|words| words.contains(w)));
    says(&["确定", "选定", "筛选", "摸排", "审定", "公示", "核定"]) && says(&["对象", "名单", "人选", "选址", "点位"])
}

/// The sum, held at the largest number rather than overflowing.
pub(super) fn add(values: impl IntoIterator<Item = Decimal>) -> Decimal {
    values.into_iter().fold(Decimal::ZERO, |sum, v| sum.checked_add(v).unwrap_or(Decimal::MAX))
}

/// A part's number in the target's unit.
pub(super) fn value(scene: &Scene, part: &Part) -> Decimal {
    part.conversion.apply(scene.measures[part.measure].value.lower())
}

/// Whether a total meets what is promised. Instalments of an exact promise have to come to exactly that.
pub(super) fn meets(goal: &Measure, total: Decimal, wanted: Decimal, exactly: bool) -> bool {
    match goal.bound {
        Bound::Exact if exactly => wanted <= total && total <= wanted.max(goal.value.upper()),
        Bound::AtMost => total <= wanted,
        _ => total >= wanted,
    }
}
