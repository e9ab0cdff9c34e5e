//! Instalments that go on from a running total: 累计改造210户, then 当季改造90户, then 剩余120户完工. Neither the total nor the
//! instalments alone are then what the schedule comes to. Looks only at what is delivered after the last running total; must
//! not join works that were merely begun.

use yinuo_model::{Relation, Stage, Target};

use super::Scene;
use super::parts::Part;
use super::resolve::{Gate, add, gate, meets, value};

/// The target as its last running total and the instalments of later periods, unless they pass the promise together: then
/// the instalments may be counted in the total, and each is told for itself.
pub fn of(scene: &Scene, t: usize, running: &[Part], periodic: &[Part]) -> Option<Target> {
    let goal = &scene.measures[t];
    let reached = running.last()?;
    let from = scene.measures[reached.measure].at;
    let later = periodic.iter().filter(|p| scene.measures[p.measure].at > from);
    let parts: Vec<&Part> = [reached].into_iter().chain(later).collect();
    let delivered = |p: &&Part| match gate(scene, p.measure) {
        Gate::Done => true,
        Gate::Reached(stage) => stage >= Stage::Completion,
        Gate::Prepared | Gate::FollowedUp => false,
    };
    if parts.len() < 2 || !parts.iter().all(delivered) {
        return None;
    }
    let wanted = goal.value.lower();
    let total = add(parts.iter().map(|p| value(scene, p)));
    let relation = if parts.iter().all(|p| p.conversion.same) { Relation::Sum } else { Relation::UnitConvertedSum };
    let reconciles = meets(goal, total, wanted, true);
    let parts = parts.iter().map(|p| p.measure).collect();
    (total <= wanted || reconciles).then_some(Target { measure: t, parts, relation, total, reconciles })
}
