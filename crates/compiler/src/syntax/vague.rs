//! Words that tell a clause anyone could check from one that nobody could: open verbs (加强, 跟进), open objects
//! (相关活动, 前期工作), and checkable acts (制定, 召开, 验收). Knows clauses, not milestones.

use std::sync::LazyLock;

use super::dictionary::List;
use super::numeral;
use super::wordlist::WordList;
use super::words::Said;

/// How checkable a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clarity {
    /// Somebody could say whether it was done.
    Checkable,
    /// Neither clearly one nor the other.
    Neutral,
    /// Nobody could say.
    Open,
    /// Says on what ground or by what means, and promises nothing.
    Adjunct,
}

/// Verbs and adverbs that open a clause without an end.
pub static OPEN_HEADS: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::OpenHeads, HEADS));
/// Objects that name nothing in particular.
pub static OPEN_OBJECTS: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::OpenObjects, OBJECTS));
/// Acts with a result that can be seen.
pub static CHECKABLE: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::Checkable, ACTS));
/// Openings of a clause that is only a ground or a means.
pub static ADJUNCTS: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(List::Grounds, GROUNDS));

/// How checkable a clause is by its words alone; numbers and dates are the caller's to see.
pub fn clarity(clause: Said) -> Clarity {
    let text = clause.text();
    let words = text.trim_start_matches(['并', '且', '同', '时', '仍', ' ']);
    if ADJUNCTS.prefix(words).is_some() {
        return Clarity::Adjunct;
    }
    let clause = clause.part(text.len() - words.len()..text.len());
    if CHECKABLE.occurs(clause) && names_a_round(words) {
        return Clarity::Checkable;
    }
    let head = OPEN_HEADS.first(clause).map(|(range, _)| range.start);
    if head.is_some_and(|at| at == 0 || ends_open(clause) || subject_only(clause.part(0..at)))
        || OPEN_OBJECTS.occurs(clause)
    {
        return Clarity::Open;
    }
    if CHECKABLE.occurs(clause) || words.contains(['“', '《']) {
        return Clarity::Checkable;
    }
    Clarity::Neutral
}

/// 第2、3次公示, 第二批验收: which round is meant, so that one can ask whether it was held.
fn names_a_round(words: &str) -> bool {
    words.split('第').skip(1).any(|after| {
        let number =
            |c: &char| c.is_ascii_digit() || matches!(c, '、' | '至') || numeral::digit(*c).is_some() || *c == '十';
        let rest = after.trim_start_matches(|c| number(&c));
        rest.len() < after.len() && rest.starts_with(['次', '轮', '批'])
    })
}

/// True for a clause that only says on what ground something is done: 根据抽查结果.
pub fn is_ground(clause: &str) -> bool {
    ["根据", "按照", "依据", "围绕", "结合"].iter().any(|g| clause.starts_with(g))
}

/// 患者满意度明显提升: the open word closes the clause.
fn ends_open(clause: Said) -> bool {
    // 完成招标和征地协调: what is completed was done or not
    let over = clause.text().starts_with("完成");
    !over && OPEN_HEADS.find(clause).last().is_some_and(|(range, _)| range.end == clause.text().len())
}

/// The words before the open verb are a short subject without a checkable act of its own: 公司继续…, 优质服务…
fn subject_only(before: Said) -> bool {
    let text = before.text();
    text.chars().count() <= 8 && !CHECKABLE.occurs(before) && !text.contains(['对', '的'])
}

pub(super) static HEADS: &[(&str, ())] = &[
    ("加快", ()),
    ("加强", ()),
    ("加大", ()),
    ("跟进", ()),
    ("跟踪", ()),
    ("继续", ()),
    ("持续", ()),
    ("推进", ()),
    ("推动", ()),
    ("稳步", ()),
    ("有序推进", ()),
    ("扎实推进", ()),
    ("督促", ()),
    ("配合", ()),
    ("协调", ()),
    ("协助", ()),
    ("优化", ()),
    ("完善", ()),
    ("研究完善", ()),
    ("强化", ()),
    ("巩固", ()),
    ("深化", ()),
    ("提高", ()),
    ("提升", ()),
    ("进一步", ()),
    ("适当", ()),
    ("科学安排", ()),
    ("合理安排", ()),
    ("统筹", ()),
    ("争取", ()),
    ("满足", ()),
    ("保障", ()),
    ("确保", ()),
    ("鼓励", ()),
    ("引导", ()),
    ("倡导", ()),
    ("支持", ()),
    ("重视", ()),
    ("突出", ()),
    ("丰富", ()),
    ("及时", ()),
    ("做好", ()),
    ("扎实做好", ()),
    ("切实", ()),
    ("不断", ()),
    ("深入", ()),
    ("全面落实", ()),
    ("全面推进", ()),
    ("全面施工", ()),
    ("全面加强", ()),
    ("全面开展施工", ()),
    ("初步实现", ()),
    ("初步形成", ()),
    ("监督", ()),
    ("扩大", ()),
    ("积极", ()),
    ("大力", ()),
    ("努力", ()),
    ("多渠道", ()),
    ("指导", ()),
    ("联合", ()),
    ("尽快", ()),
    ("维护", ()),
    ("明显改善", ()),
    ("明显提升", ()),
    ("明显提高", ()),
];

pub(super) static OBJECTS: &[(&str, ())] = &[
    ("相关工作", ()),
    ("相关服务工作", ()),
    ("相关活动", ()),
    ("相关宣传活动", ()),
    ("相关资格", ()),
    ("有关工作", ()),
    ("各项工作", ()),
    ("后续工作", ()),
    ("后续管理", ()),
    ("前期工作", ()),
    ("准备工作", ()),
    ("日常工作", ()),
    ("监管监督", ()),
    ("多种形式", ()),
    ("形式多样", ()),
    ("丰富多样", ()),
    ("丰富多彩", ()),
    ("多形式", ()),
    ("更加便捷", ()),
    ("优惠政策", ()),
    ("各项政策", ()),
    ("各类政策", ()),
    ("各项措施", ()),
    ("正常运行", ()),
    ("常态化", ()),
];

pub(super) static ACTS: &[(&str, ())] = &[
    ("完成", ()),
    ("建成", ()),
    ("竣工", ()),
    ("完工", ()),
    ("封顶", ()),
    ("验收", ()),
    ("移交", ()),
    ("交付", ()),
    ("开工", ()),
    ("动工", ()),
    ("进场", ()),
    ("启动", ()),
    ("开通", ()),
    ("投入使用", ()),
    ("投用", ()),
    ("开放", ()),
    ("结算", ()),
    ("制定", ()),
    ("制订", ()),
    ("编制", ()),
    ("起草", ()),
    ("拟定", ()),
    ("出台", ()),
    ("印发", ()),
    ("发布", ()),
    ("公布", ()),
    ("公示", ()),
    ("通报", ()),
    ("上报", ()),
    ("召开", ()),
    ("举办", ()),
    ("举行", ()),
    ("签订", ()),
    ("招标", ()),
    ("招投标", ()),
    ("采购", ()),
    ("立项", ()),
    ("审批", ()),
    ("审核", ()),
    ("核拨", ()),
    ("拨付", ()),
    ("发放", ()),
    ("受理", ()),
    ("申报", ()),
    ("调研", ()),
    ("调查", ()),
    ("摸底", ()),
    ("排查", ()),
    ("普查", ()),
    ("走访", ()),
    ("统计", ()),
    ("登记", ()),
    ("评估", ()),
    ("考评", ()),
    ("评比", ()),
    ("评审", ()),
    ("抽检", ()),
    ("检测", ()),
    ("培训", ()),
    ("演练", ()),
    ("演习", ()),
    ("讲座", ()),
    ("义诊", ()),
    ("确定", ()),
    ("选定", ()),
    ("设立", ()),
    ("建立", ()),
    ("建设", ()),
    ("安装", ()),
    ("清单", ()),
    ("名单", ()),
    ("报告", ()),
    ("方案", ()),
];

pub(super) static GROUNDS: &[(&str, ())] = &[
    ("根据", ()),
    ("按照", ()),
    ("依据", ()),
    ("依托", ()),
    ("围绕", ()),
    ("结合", ()),
    ("通过", ()),
    ("采取", ()),
    ("以", ()),
    ("在", ()),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn clauses_are_judged_by_their_words() {
        let cases = [
            ("继续做好河道保洁", Clarity::Open),
            ("配合镇政府进行第2、3次公示", Clarity::Checkable),
            ("配合镇政府做好公示", Clarity::Open),
            ("继续推进第二批改造", Clarity::Open),
            ("进一步提高群众满意率", Clarity::Open),
            ("居民获得感明显提升", Clarity::Open),
            ("召开现场会", Clarity::Checkable),
            ("制定保洁方案", Clarity::Checkable),
            ("研究完善保洁方案", Clarity::Open),
            ("开展相关工作", Clarity::Open),
            ("清理河道", Clarity::Neutral),
            ("根据抽查结果", Clarity::Adjunct),
        ];
        for (clause, clarity_wanted) in cases {
            assert_eq!(clarity(Alone::anew(clause).said()), clarity_wanted, "{clause}");
        }
    }
}
