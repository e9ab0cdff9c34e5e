//! The labels of fields in the text of an item, and what each holds. A list of words; decides nothing.

use std::sync::LazyLock;

use crate::roles;
use crate::syntax::openings::Openings;

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The day or month by which all is due.
    Deadline,
    /// Periods follow.
    Schedule,
    /// Who answers for it.
    Owner,
    /// Something that ends the field before it.
    Other,
}

/// The labels of fields, and what each holds.
pub static LABELS: LazyLock<Openings<Field>> = LazyLock::new(|| {
    let of = |field, words: &'static [&'static str]| words.iter().map(move |w| (*w, field));
    let deadlines = of(
        Field::Deadline,
        &["完成时限", "完成时间", "完成期限", "时限要求", "时限", "完成节点", "时间节点", "计划完成时间"],
    );
    let schedules = of(
        Field::Schedule,
        &[
            "进度安排", "工作进度", "实施进度", "时间安排", "进度计划", "工作安排", "实施步骤", "季度安排", "推进计划",
            "计划进度", "序时进度", "时序进度", "时间进度", "进度要求", "进度目标", "推进安排", "推进步骤", "推进时序",
            "阶段目标", "阶段安排", "节点安排", "节点目标", "季度目标", "季度进度", "分季度安排", "工作进度安排",
            "实施进度安排", "季度进度安排", "进度",
        ],
    );
    let others = of(
        Field::Other,
        &[
            "工作内容", "建设内容", "目标任务", "主要内容", "年度目标", "资金来源", "计划投资", "责任人", "备注",
            "工作目标", "投资", "工作要求", "具体内容", "实施地点", "建设地点",
        ],
    );
    let owners = roles::LABELS.iter().map(|(label, _)| (*label, Field::Owner));
    Openings::new(deadlines.chain(schedules).chain(others).chain(owners))
});
