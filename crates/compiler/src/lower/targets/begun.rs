//! Works that are only begun: a promise to begin them (开工改造小区38个) counts what begins, and what is finished later is another
//! count; a promise to finish them does not count what only begins.

use yinuo_model::{Mode, Verb};

use super::Scene;
use super::parts::Part;
use crate::syntax::beginnings;
use crate::syntax::verbs::VERBS;
use crate::syntax::words::Said;

/// The parts of a promise; of one that only begins works, those that begin them, where there are any. A total of works begun is
/// none of the series of totals that finish them; where there is no such series, it may be what a promise counts (筹集住房800套,
/// 累计开工800套).
pub fn kept(scene: &Scene, t: usize, parts: &[Part]) -> Vec<Part> {
    let begun = |n: usize| only(scene, n);
    if begun(t) {
        let begins: Vec<Part> = parts.iter().copied().filter(|p| begun(p.measure)).collect();
        if !begins.is_empty() {
            return begins;
        }
        return parts.to_vec();
    }
    if !parts.iter().any(|p| begun(p.measure)) {
        return parts.to_vec();
    }
    let total = |p: &Part| scene.measures[p.measure].mode == Mode::Cumulative;
    // 开工18座 beside 完工12座
    let finishes = |p: &Part| says(scene, p.measure, &beginnings::FINISHED);
    let told_done = parts.iter().any(finishes);
    let parts: Vec<Part> =
        parts.iter().copied().filter(|p| !told_done || total(p) || finishes(p) || !begun(p.measure)).collect();
    let rest: Vec<Part> = parts.iter().copied().filter(|p| !(total(p) && begun(p.measure))).collect();
    if rest.iter().any(total) { rest } else { parts }
}

/// The own words of a number say that works begin, and not that they are done.
pub fn only(scene: &Scene, n: usize) -> bool {
    // each of the words is a verb of beginning, which were found already
    let begins = |said: Said| VERBS.find(said).any(|(_, verb)| verb == Verb::Start);
    let own = || scene.settings[n].iter().flat_map(|setting| setting.clause_parts());
    own().any(begins) && says(scene, n, &beginnings::WORKS) && !says(scene, n, &beginnings::FINISHED)
}

/// 开工任务全部完成, 全部开工: all that is to begin has begun.
pub fn all(clause: Said) -> bool {
    let others = |verb: Verb| !matches!(verb, Verb::Start | Verb::Complete | Verb::None);
    beginnings::told(clause) && !VERBS.find(clause).any(|(_, verb)| others(verb))
}

/// 启动建设10座: the first verb of the number's own clause only begins.
pub fn opens(scene: &Scene, n: usize) -> bool {
    let Some(setting) = scene.settings[n].as_ref() else { return false };
    let [before, _] = setting.clause_parts();
    VERBS.first(before).is_some_and(|(_, verb)| verb == Verb::Start)
}

/// Whether the own words of a measure have one of these.
fn says(scene: &Scene, n: usize, words: &[&str]) -> bool {
    let Some(setting) = scene.settings[n].as_ref() else { return false };
    setting.clause_parts().into_iter().any(|said| words.iter().any(|word| said.text().contains(word)))
}
