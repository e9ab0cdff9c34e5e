//! Words that say what is promised of a deliverable: finished, done in the period, begun, planned, carried on.
//! Knows words, not milestones.

use std::sync::LazyLock;

use yinuo_model::Verb;

use super::dictionary::List;
use super::wordlist::WordList;
use super::words::Said;
use super::{conditions, vague};

/// Every verb word.
pub static VERBS: LazyLock<WordList<Verb>> = LazyLock::new(|| WordList::new(List::Verbs, TABLE));

/// What a deliverable promises: the furthest-reaching of its clauses. A condition or a ground promises nothing.
pub fn promised(said: Said) -> Verb {
    of(conditions::without(said).said())
}

/// What is promised where there is no condition.
pub fn of(said: Said) -> Verb {
    let all = said.clauses().filter(|c| !vague::is_ground(c.text()));
    all.map(clause_verb).min_by_key(|v| reach(*v)).unwrap_or(Verb::None)
}

/// How far a promise reaches, furthest first.
fn reach(verb: Verb) -> u8 {
    match verb {
        Verb::Complete => 0,
        Verb::Do => 1,
        Verb::Start => 2,
        Verb::Plan => 3,
        Verb::Continue => 4,
        Verb::None => 5,
    }
}

/// The first verb decides; where it only names work being done, a word of completion after it decides
/// (装修工程竣工验收).
fn clause_verb(clause: Said) -> Verb {
    let mut found = VERBS.find(clause).map(|(_, v)| v).filter(|v| *v != Verb::None);
    let Some(first) = found.next() else { return Verb::None };
    if first != Verb::Do {
        return first;
    }
    let mut last = first;
    for verb in found {
        if verb == Verb::Complete {
            return verb;
        }
        last = verb;
    }
    if last == Verb::Start { last } else { first }
}

pub(super) static TABLE: &[(&str, Verb)] = &[
    // finished
    ("完成", Verb::Complete),
    ("建成", Verb::Complete),
    ("建好", Verb::Complete),
    ("竣工", Verb::Complete),
    ("完工", Verb::Complete),
    ("落成", Verb::Complete),
    ("封顶", Verb::Complete),
    ("贯通", Verb::Complete),
    ("通车", Verb::Complete),
    ("投用", Verb::Complete),
    ("投入使用", Verb::Complete),
    ("投入运营", Verb::Complete),
    ("交付使用", Verb::Complete),
    ("交付", Verb::Complete),
    ("移交", Verb::Complete),
    ("开通", Verb::Complete),
    ("启用", Verb::Complete),
    ("上线", Verb::Complete),
    ("开园", Verb::Complete),
    ("通过验收", Verb::Complete),
    ("竣工验收", Verb::Complete),
    ("验收合格", Verb::Complete),
    ("实现", Verb::Complete),
    ("达到", Verb::Complete),
    ("办结", Verb::Complete),
    ("出台", Verb::Complete),
    ("印发", Verb::Complete),
    ("发布", Verb::Complete),
    ("公布", Verb::Complete),
    ("签订", Verb::Complete),
    // done in the period
    ("开展", Verb::Do),
    ("举办", Verb::Do),
    ("举行", Verb::Do),
    ("召开", Verb::Do),
    ("组织", Verb::Do),
    ("实施", Verb::Do),
    ("施工", Verb::Do),
    ("发放", Verb::Do),
    ("拨付", Verb::Do),
    ("核拨", Verb::Do),
    ("审核", Verb::Do),
    ("公示", Verb::Do),
    ("验收", Verb::Do),
    ("结算", Verb::Do),
    ("安装", Verb::Do),
    ("配备", Verb::Do),
    ("设置", Verb::Do),
    ("设立", Verb::Do),
    ("建立", Verb::Do),
    ("新建", Verb::Do),
    ("建设", Verb::Do),
    ("改造", Verb::Do),
    ("新增", Verb::Do),
    ("增加", Verb::Do),
    ("创建", Verb::Do),
    ("提供", Verb::Do),
    ("培训", Verb::Do),
    ("检查", Verb::Do),
    ("检测", Verb::Do),
    ("评估", Verb::Do),
    ("考评", Verb::Do),
    ("总结", Verb::Do),
    ("统计", Verb::Do),
    ("上报", Verb::Do),
    ("走访", Verb::Do),
    ("救济", Verb::Do),
    ("资助", Verb::Do),
    ("补助", Verb::Do),
    ("帮扶", Verb::Do),
    ("办理", Verb::Do),
    ("解决", Verb::Do),
    ("确定", Verb::Do),
    ("落实", Verb::Do),
    ("采购", Verb::Do),
    ("招标", Verb::Do),
    ("招投标", Verb::Do),
    ("公开招标", Verb::Do),
    ("邀请", Verb::Do),
    ("约谈", Verb::Do),
    ("宣传", Verb::Do),
    ("指导", Verb::Do),
    ("梳理", Verb::Do),
    ("推广", Verb::Do),
    ("推出", Verb::Do),
    ("收集", Verb::Do),
    ("做好", Verb::Do),
    ("受理", Verb::Do),
    ("排查", Verb::Do),
    ("整治", Verb::Do),
    ("治理", Verb::Do),
    ("疏浚", Verb::Do),
    ("硬化", Verb::Do),
    ("铺设", Verb::Do),
    ("加固", Verb::Do),
    ("修复", Verb::Do),
    ("维修", Verb::Do),
    ("防治", Verb::Do),
    ("清理", Verb::Do),
    ("分配", Verb::Do),
    // begun
    ("启动", Verb::Start),
    ("开工", Verb::Start),
    ("动工", Verb::Start),
    ("破土动工", Verb::Start),
    ("开工建设", Verb::Start),
    ("动工建设", Verb::Start),
    ("进场施工", Verb::Start),
    ("进场", Verb::Start),
    ("开始", Verb::Start),
    ("着手", Verb::Start),
    ("试点", Verb::Start),
    ("试运行", Verb::Start),
    // planned
    ("制定", Verb::Plan),
    ("制订", Verb::Plan),
    ("编制", Verb::Plan),
    ("起草", Verb::Plan),
    ("拟定", Verb::Plan),
    ("研究", Verb::Plan),
    ("筹备", Verb::Plan),
    ("筹建", Verb::Plan),
    ("谋划", Verb::Plan),
    ("规划", Verb::Plan),
    ("设计", Verb::Plan),
    ("论证", Verb::Plan),
    ("调研", Verb::Plan),
    ("前期调研", Verb::Plan),
    ("摸底", Verb::Plan),
    ("摸底调查", Verb::Plan),
    ("调查摸底", Verb::Plan),
    ("征求意见", Verb::Plan),
    ("谈判", Verb::Plan),
    // carried on
    ("继续", Verb::Continue),
    ("持续", Verb::Continue),
    ("推进", Verb::Continue),
    ("推动", Verb::Continue),
    ("加快", Verb::Continue),
    ("加强", Verb::Continue),
    ("加大", Verb::Continue),
    ("跟进", Verb::Continue),
    ("跟踪", Verb::Continue),
    ("督促", Verb::Continue),
    ("协调", Verb::Continue),
    ("配合", Verb::Continue),
    ("优化", Verb::Continue),
    ("完善", Verb::Continue),
    ("深化", Verb::Continue),
    ("强化", Verb::Continue),
    ("巩固", Verb::Continue),
    ("扩大", Verb::Continue),
    ("提高", Verb::Continue),
    ("提升", Verb::Continue),
    ("保障", Verb::Continue),
    ("鼓励", Verb::Continue),
    ("引导", Verb::Continue),
    ("争取", Verb::Continue),
    // settled pairs, read as one word
    ("加快完成", Verb::Complete),
    ("全面完成", Verb::Complete),
    ("争取完成", Verb::Complete),
    ("力争完成", Verb::Complete),
    ("组织开工", Verb::Start),
    ("推进建设", Verb::Continue),
    ("查漏补缺", Verb::Continue),
    ("排查整治", Verb::Do),
    // longer words in which the verb says something else
    ("直通车", Verb::None),
    ("保障性", Verb::None),
    ("已移交", Verb::None),
    ("已完成", Verb::None),
    ("开通的", Verb::None),
    ("完成的", Verb::None),
    ("建成的", Verb::None),
    ("提高班", Verb::None),
    ("宣传月", Verb::None),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn the_verb_is_what_reaches_furthest() {
        let cases = [
            ("完成河道清淤", Verb::Complete),
            ("制定清淤方案", Verb::Plan),
            ("启动申报工作", Verb::Start),
            ("加快清淤,力争完成护坡", Verb::Complete),
            ("制定方案,举办讲座3场", Verb::Do),
            ("跟进清淤,督促整改", Verb::Continue),
            ("外墙改造竣工验收", Verb::Complete),
            ("步道主体封顶", Verb::Complete),
            ("根据路面施工进展情况,开始办理移交手续", Verb::Start),
            ("沿线绿化", Verb::None),
        ];
        for (text, wanted) in cases {
            assert_eq!(promised(Alone::anew(text).said()), wanted, "{text}");
        }
    }
}
