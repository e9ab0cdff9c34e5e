//! Works that are only begun: a promise to begin them (开工改造小区38个) counts what begins, and what is finished later is another
//! count; a promise to finish them does not count what only begins.

use yinuo_model::Verb;

use super::Scene;
use super::parts::Part;
use crate::syntax::verbs::VERBS;

const BEGINS: &[&str] = &["开工", "动工"];
const ENDS: &[&str] = &["完工", "竣工", "建成", "交付", "投用", "完成"];

/// The parts of a promise; of one that only begins works, those that begin them, where there are any.
pub fn kept(scene: &Scene, t: usize, parts: &[Part]) -> Vec<Part> {
    let begun = |n: usize| says(scene, n, BEGINS) && !says(scene, n, ENDS);
    if begun(t) {
        let begins: Vec<Part> = parts.iter().copied().filter(|p| begun(p.measure)).collect();
        if !begins.is_empty() {
            return begins;
        }
    }
    parts.to_vec()
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
