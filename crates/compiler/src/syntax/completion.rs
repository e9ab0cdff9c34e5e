//! Shares of a work that is done: 完成总工程量的60%, 占年度计划的64%, 任务完成率75%. A rate that something reaches (满意率95%,
//! 按期完成率98%, 民间投资占总投资的60%) is none of them. Looks at one percentage and the words of its clause before it.

use super::cue::{Clause, Cue, ends_clause};
use super::fold::Folded;
use super::role::{Role, Seen};
use super::unit::Sort;

/// What the words around a ratio say of the work; `None` where it is a rate.
pub fn of(f: &Folded, clause: &Clause, m: Seen) -> Option<Role> {
    if m.sort != Some(Sort::Ratio) {
        return None;
    }
    if of_a_plan(f, clause, m.start) {
        return Some(Role::Progress);
    }
    // 土建60%
    if !clause.has(Cue::Share) && f.any_before(m.start, STAGED_WORKS) > 0 {
        return Some(Role::Progress);
    }
    // 累计占比50%: how much of it by then
    if clause.has(Cue::Running) && f.any_before(m.start, &["累计占比", "累计占比达", "累计占比达到", "累计进度"]) > 0
    {
        return Some(Role::Progress);
    }
    if clause.has(Cue::Share) {
        let low = clause.taken.max(m.start.saturating_sub(NEAR));
        return (low..m.start).find_map(|j| match f.any(j, &["完工率", "竣工率"]) {
            0 if f.starts(j, "完成率") && compares_the_work(f, clause, j) => Some(Role::Completion),
            0 => None,
            _ => Some(Role::Progress),
        });
    }
    let closes = |at: usize| f.get(at) == '\0' || ends_clause(f.get(at)).is_some();
    // 任务100%完成
    let finished = f.any(m.end, &["完成", "完工", "竣工"]);
    if finished > 0 && closes(m.end + finished) {
        return Some(Role::Completion);
    }
    let done = clause.last(Cue::Progress).is_some_and(|at| at <= m.start);
    let closed = closes(m.end) || matches!(f.get(m.end), '、' | ')' | '(' | '和' | ' ');
    let of_the_work = || f.any(m.end, &["的工程量", "的工作量", "的任务", "的投资", "的进度", "工程量", "工作量"]) > 0;
    (done && (closed || of_the_work() || clause.has(Cue::Running))).then_some(Role::Progress)
}

/// Parts of works that are told by how much of them is done.
const STAGED_WORKS: &[&str] = &[
    "土建", "主体", "主体结构", "主体工程", "设备安装", "装修", "装修工程", "内装", "外墙", "路基", "路面", "桩基",
    "基础", "基坑", "管道铺设", "管道安装", "征拆", "拆迁", "形象进度",
];

/// How far before its number a word is looked for.
const NEAR: usize = 8;

/// What a period has its share of.
const PLANS: &[&str] = &[
    "目标任务", "任务总量", "任务总数", "任务数", "任务量", "任务", "计划数", "计划量", "计划", "目标数", "目标",
    "工程量", "工作量", "投资额", "投资",
];

/// 占年度计划的64%, 占总任务比例达到64%.
fn of_a_plan(f: &Folded, clause: &Clause, number: usize) -> bool {
    const BETWEEN: &[&str] =
        &["的比例", "比例", "比重", "已达到", "达到", "已达", "达", "为", "的", "约", "近", "超过"];
    const REACH: usize = 12;
    let mut at = number;
    for _ in 0..3 {
        at -= f.any_before(at, BETWEEN);
    }
    let plan = f.any_before(at, PLANS);
    let from = clause.taken.max(at.saturating_sub(REACH));
    let Some(share) = (from..at - plan).rev().find(|j| plan > 0 && f.get(*j) == '占') else { return false };
    if f.any_before(share, &["抢", "侵", "挤", "强"]) > 0 {
        return false;
    }
    // money of the year's plan is what was done of it; of the whole, only where nothing else is said to have the share
    let money = f.any(at - plan, &["投资"]) > 0;
    let planned = (share..at).any(|j| f.any(j, &["计划", "年", "任务", "目标"]) > 0);
    !money || planned || opens(f, clause, share)
}

/// Whether nothing but 已 or 累计 stands between the beginning of the clause and `at`, and something was counted before it.
fn opens(f: &Folded, clause: &Clause, at: usize) -> bool {
    let said = f.any_before(at, &["累计已", "累计", "已", "约"]);
    at - said == clause.start && counted_before(f, clause)
}

/// 任务完成率, 投资完成率 and, after a number in its sentence, a bare 完成率 at `at`. Others (按期完成率) say how something was done.
fn compares_the_work(f: &Folded, clause: &Clause, at: usize) -> bool {
    const WORKS: &[&str] = &[
        "任务", "计划", "目标", "投资", "工程", "项目", "建设", "改造", "整治", "治理", "进度", "年度", "总体", "总",
        "累计",
    ];
    f.any_before(at, WORKS) > 0 || at == clause.start && counted_before(f, clause)
}

fn counted_before(f: &Folded, clause: &Clause) -> bool {
    (clause.sentence..clause.start).any(|j| f.get(j).is_ascii_digit())
}
