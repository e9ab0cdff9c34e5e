//! Words for all of a work (全部完工), for what is left of it once a part is done (完成剩余安装). Knows words; what
//! they close is for `lower::targets`.

use std::sync::LazyLock;

use yinuo_model::{Stage, Verb};

use super::dictionary::List;
use super::pairs;
use super::stages::{self, STAGES};
use super::verbs::{self, VERBS};
use super::wordlist::WordList;
use super::words::Said;

/// How much of a work is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// What was left.
    Rest,
    /// All of it.
    All,
}

/// Every word for what is left or for the whole.
pub static REMAINDER: LazyLock<WordList<Left>> = LazyLock::new(|| WordList::new(List::Remainder, TABLE));

pub(super) static TABLE: &[(&str, Left)] = &[
    ("其余", Left::Rest),
    ("剩余", Left::Rest),
    ("余下", Left::Rest),
    ("全部", Left::All),
    ("全面", Left::All),
    ("所有", Left::All),
    ("悉数", Left::All),
    ("全线完工", Left::All),
    ("全线完成", Left::All),
    ("全线竣工", Left::All),
    ("全线建成", Left::All),
    ("全线贯通", Left::All),
    ("全线通车", Left::All),
];

/// How much of a work a clause is about, where it says so.
pub fn named(clause: Said) -> Option<Left> {
    REMAINDER.first(clause).map(|(_, left)| left)
}

/// Finished, and not merely an early gate of the work (完成全部设计). What is open, runs or is in its place is finished too: 全部开放.
pub fn completes(clause: Said) -> bool {
    let stage = stages::furthest(clause);
    let text = clause.text();
    let here = || text.ends_with("到位") && !READY.iter().any(|word| text.contains(word));
    let done = || verbs::promised(clause) == Verb::Complete || OPEN.iter().any(|word| text.ends_with(word)) || here();
    !is_early(clause) && stage.map_or_else(done, |stage| stage >= Stage::Completion)
}

/// Words for what serves people from then on.
const OPEN: [&str; 5] = ["开放", "开馆", "开业", "营业", "供水"];

/// Begun or planned.
pub fn is_early(clause: Said) -> bool {
    VERBS.find(clause).any(|(_, verb)| matches!(verb, Verb::Start | Verb::Plan))
}

/// Words at the end of a clause by which an act is over.
const OVER: [&str; 4] = ["完毕", "到位", "结课", "结业"];

/// What is made ready for a promise and is none of it: 资金到位, 设计完毕.
const READY: [&str; 9] = ["资金", "经费", "人员", "设计", "方案", "招标", "手续", "物资", "选址"];

/// What goes on for the public from a day on, after 正式.
const OPENED: [&str; 16] = [
    "供水", "供电", "供气", "供暖", "供热", "运行", "运营", "运转", "开放", "通车", "投用", "启用", "营业", "上线",
    "开诊", "投入使用",
];

/// What a clause begins with that says all is done without saying of what.
const ALL_DONE: [(&str, &str); 3] = [("完成全年", "任务"), ("完成年度", "任务"), ("完成全部", "任务")];

/// A quick look whether a clause can say that all is done at all.
pub fn may_finish(clause: Said) -> bool {
    let text = clause.text();
    REMAINDER.occurs(clause)
        || VERBS.find(clause).any(|(_, verb)| verb == Verb::Complete)
        || STAGES.find(clause).any(|(_, stage)| stage >= Stage::Completion)
        || OVER.iter().any(|word| text.ends_with(word))
        || text.contains("正式")
}

/// A clause that says, of nothing in particular or of an act that the promise names, that it is done: 完工, 通过验收, 安装完毕,
/// 正式供水. Neither 主体完工 nor 完成招标 does.
pub fn finishes(clause: Said, promise: &[&str]) -> bool {
    let text = clause.text();
    let promised = |act: &str| act.chars().count() > 1 && promise.iter().any(|words| words.contains(act));
    if let Some(act) = OVER.iter().find_map(|over| text.strip_suffix(over)) {
        return act.is_empty() || promised(act) && !READY.iter().any(|word| act.ends_with(word));
    }
    if is_early(clause) {
        return false;
    }
    if ALL_DONE.iter().any(|(first, last)| text.starts_with(first) && text.ends_with(last)) {
        return true;
    }
    let stage = stages::furthest(clause);
    if let Some(act) = text.strip_prefix("正式") {
        return stage.is_none_or(|s| s >= Stage::Completion) && OPENED.iter().any(|word| act.starts_with(word));
    }
    let whole = || text.strip_prefix("完成").is_some_and(|act| act.is_empty() || promised(act));
    let nothing_named = || pairs::pairs(without(clause)).is_empty();
    verbs::promised(clause) == Verb::Complete
        && stage.map_or_else(whole, |stage| stage >= Stage::Completion && nothing_named())
}

/// 全部发放到位, 全部落实: all of an act that the promise names, or of no act in particular, is over.
pub fn all_over(clause: Said, promise: &[&str]) -> bool {
    let act = OVER.iter().chain(&["落实"]).find_map(|over| clause.text().strip_suffix(over));
    let Some((of, act)) = act.and_then(|act| act.rsplit_once("全部")) else { return false };
    let ready = READY.iter().any(|word| of.ends_with(word));
    !ready && (act.is_empty() || act.chars().count() > 1 && promise.iter().any(|words| words.contains(act)))
}

/// The pieces of a clause beside these words and those of doing and finishing: what it names.
pub fn without<'a>(clause: Said<'a>) -> Vec<Said<'a>> {
    let mut words: Vec<_> = REMAINDER.find(clause).map(|(range, _)| range).collect();
    words.extend(VERBS.find(clause).map(|(range, _)| range));
    words.extend(STAGES.find(clause).map(|(range, _)| range));
    let text = clause.text();
    words.extend(OVER.iter().filter(|over| text.ends_with(*over)).map(|over| text.len() - over.len()..text.len()));
    words.sort_unstable_by_key(|range| range.start);
    let mut pieces = vec![];
    let mut from = 0;
    for range in words {
        if range.start > from {
            pieces.push(clause.part(from..range.start));
        }
        from = from.max(range.end);
    }
    if from < clause.text().len() {
        pieces.push(clause.part(from..clause.text().len()));
    }
    pieces
}
