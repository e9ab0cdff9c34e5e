//! Numbers of what is only made ready: 完成9处选址和设计, 入户调查300户. What is completed there is the survey or the plan, and none of
//! the work that was promised. Reads the clause of one number; a promise of a survey is delivered by surveys.

use super::Scene;
use crate::syntax::verbs::VERBS;
use crate::syntax::words::Said;

/// What stands at the end of a clause by which something is made ready.
const READY: &[&str] = &[
    "调查", "摸底", "摸排", "调研", "普查", "公示", "方案", "设计", "选址", "勘察", "勘测", "测绘", "论证", "评审",
    "初审", "征求意见", "名单", "清单", "台账", "改造内容", "建设内容", "实施内容", "基础施工", "桩基施工",
];

/// Acts that choose or look at things and deliver none.
const LOOKS: &[&str] =
    &["确定", "审核", "公示", "梳理", "统计", "受理", "收集", "排查", "走访", "评估", "宣传", "约谈"];

/// True where the clause of a number completes only what makes the work ready, and the promise does not name that itself.
pub fn only<'a>(scene: &Scene<'a>, n: usize) -> bool {
    let Some(setting) = scene.settings[n].as_ref() else { return false };
    let [before, after] = setting.clause_parts();
    let words = |text: &'a str| text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = Some(words(after.text())).filter(|w| !w.is_empty()).unwrap_or_else(|| words(before.text()));
    let Some(ready) = READY.iter().find(|ready| last.ends_with(*ready)) else { return false };
    let promise = [Some(scene.case.title()), scene.case.body()];
    !promise.into_iter().flatten().any(|said| said.text().contains(ready))
}

/// True where a clause has an act of delivering, which its words before or after the number name.
pub fn delivers(around: [Said; 2]) -> bool {
    use yinuo_model::Verb::{Complete, Do};
    let acts = |said: Said| {
        let mut found = VERBS.find(said).filter(|(_, verb)| matches!(verb, Complete | Do));
        found.next().is_some_and(|(range, _)| !LOOKS.contains(&&said.text()[range]))
    };
    around.into_iter().any(acts)
}
