//! Words that name a gate of works and procurement. The gates are ordered in `model::Stage`.

use std::sync::LazyLock;

use yinuo_model::Stage;

use super::dictionary::List;
use super::wordlist::WordList;
use super::words::Said;

/// Every stage word.
pub static STAGES: LazyLock<WordList<Stage>> = LazyLock::new(|| WordList::new(List::Stages, TABLE));

pub(super) static TABLE: &[(&str, Stage)] = &[
    ("可研", Stage::Study),
    ("可行性研究", Stage::Study),
    ("可行性论证", Stage::Study),
    ("项目建议书", Stage::Study),
    ("前期调研", Stage::Study),
    ("调研", Stage::Study),
    ("摸底", Stage::Study),
    ("立项", Stage::Approval),
    ("审批", Stage::Approval),
    ("报批", Stage::Approval),
    ("报建", Stage::Approval),
    ("批复", Stage::Approval),
    ("核准", Stage::Approval),
    ("概算", Stage::Approval),
    ("用地手续", Stage::Land),
    ("征地", Stage::Land),
    ("征收", Stage::Land),
    ("征迁", Stage::Land),
    ("征拆", Stage::Land),
    ("土地整备", Stage::Land),
    ("拆迁谈判", Stage::Land),
    ("征地拆迁", Stage::Land),
    ("勘察", Stage::Design),
    ("设计方案", Stage::Design),
    ("初步设计", Stage::Design),
    ("施工图", Stage::Design),
    ("方案设计", Stage::Design),
    ("招标", Stage::Tender),
    ("招投标", Stage::Tender),
    ("采购", Stage::Tender),
    ("签订合同", Stage::Contract),
    ("合同签订", Stage::Contract),
    ("开工", Stage::Start),
    ("动工", Stage::Start),
    ("进场", Stage::Start),
    ("施工", Stage::Start),
    ("移交施工", Stage::Start),
    ("施工招标", Stage::Tender),
    ("施工及监理单位招标", Stage::Tender),
    ("施工图设计", Stage::Design),
    ("支护", Stage::Structure),
    ("路基", Stage::Structure),
    ("基础施工", Stage::Structure),
    ("桩基", Stage::Structure),
    ("地下室", Stage::Structure),
    ("主体", Stage::Structure),
    ("封顶", Stage::Structure),
    ("竣工", Stage::Completion),
    ("交工验收", Stage::Acceptance),
    ("完成交工", Stage::Completion),
    ("交工通车", Stage::Use),
    ("完工", Stage::Completion),
    ("建成", Stage::Completion),
    ("落成", Stage::Completion),
    ("完成施工任务", Stage::Completion),
    ("竣工验收条件", Stage::Completion),
    ("验收条件", Stage::Completion),
    ("验收", Stage::Acceptance),
    ("移交", Stage::Handover),
    ("交付", Stage::Handover),
    ("交房", Stage::Handover),
    ("结算", Stage::Settlement),
    ("决算", Stage::Settlement),
    ("投入使用", Stage::Use),
    ("投入运营", Stage::Use),
    ("交付使用", Stage::Use),
    ("移交使用", Stage::Use),
    ("投用", Stage::Use),
    ("启用", Stage::Use),
    ("开通", Stage::Use),
    ("通车", Stage::Use),
    ("开园", Stage::Use),
    ("开办", Stage::Use),
    ("开诊", Stage::Use),
    ("试运行", Stage::Use),
    ("试运营", Stage::Use),
];

/// The furthest gate named in a text. What is finished or handed over only in part stays at the gate of the part:
/// 地下室完工 is structure, 移交…施工 is the start of works.
pub fn furthest(said: Said) -> Option<Stage> {
    let alone = said.alone();
    alone.said().clauses().filter_map(in_clause).max()
}

fn in_clause(clause: Said) -> Option<Stage> {
    let mut structure = false;
    let furthest =
        STAGES.find(clause).map(|(_, stage)| stage).inspect(|s| structure |= *s == Stage::Structure).max()?;
    Some(match furthest {
        Stage::Completion if structure => Stage::Structure,
        Stage::Handover if clause.text().ends_with("施工") || clause.text().contains("已移交") => Stage::Start,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn the_furthest_gate_counts_and_longer_words_win() {
        let cases = [
            ("三座泵站主体封顶", Some(Stage::Structure)),
            ("完成泵站施工招标", Some(Stage::Tender)),
            ("竣工验收并移交", Some(Stage::Handover)),
            ("泵房地下室完工,主体施工", Some(Stage::Structure)),
            ("移交养护中心施工", Some(Stage::Start)),
            ("具备竣工验收条件", Some(Stage::Completion)),
            ("举办读书会", None),
            ("通过交工验收", Some(Stage::Acceptance)),
            // 交 and 工 of two words
            ("提交工作方案", None),
            ("推进公交工程", None),
        ];
        for (text, stage) in cases {
            assert_eq!(furthest(Alone::anew(text).said()), stage, "{text}");
        }
    }
}
