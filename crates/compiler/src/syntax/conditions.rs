//! Phrases that make a deliverable depend on something else: 在…前提下, 视…情况, 适时, 条件成熟的. A condition that is
//! counted (3个条件成熟的社区) is decidable and is left out.

use std::ops::Range;
use std::sync::LazyLock;

use super::dictionary::List;
use super::letters::is_word;
use super::wordlist::WordList;
use super::words::{Alone, Said};

/// What a word of a condition does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A condition by itself.
    Whole,
    /// Qualifies a group of things, which nobody has counted.
    Group,
    /// Opens a condition that 情况 closes.
    OpensSituation,
    /// Opens a condition that 前提下 or 条件下 closes.
    OpensPremise,
    /// Opens a condition that 情况, 进度 and the like close.
    OpensView,
    /// Opens a condition that 为前提 closes.
    OpensGround,
    /// Closes it.
    ClosesView,
    /// Closes it.
    ClosesGround,
    /// Opens a condition that 后 closes.
    OpensEvent,
    /// Closes it.
    ClosesSituation,
    /// Closes it.
    ClosesPremise,
    /// Closes it.
    ClosesEvent,
}

impl Part {
    fn opens(self) -> bool {
        use Part::*;
        matches!(self, OpensSituation | OpensView | OpensPremise | OpensGround | OpensEvent)
    }
}

/// Every word of a condition.
pub static CONDITIONS: LazyLock<WordList<Part>> = LazyLock::new(|| WordList::new(List::Conditions, TABLE));

pub(super) static TABLE: &[(&str, Part)] = &[
    ("适时", Part::Whole),
    ("视情", Part::Whole),
    ("视情况", Part::Whole),
    ("择机", Part::Whole),
    ("条件允许时", Part::Whole),
    ("条件具备时", Part::Whole),
    ("条件成熟时", Part::Whole),
    ("条件成熟后", Part::Whole),
    ("条件具备后", Part::Whole),
    ("如条件允许", Part::Whole),
    ("条件成熟的", Part::Group),
    ("条件具备的", Part::Group),
    ("具备条件的", Part::Group),
    ("条件允许的", Part::Group),
    ("有条件的", Part::Group),
    ("根据", Part::OpensSituation),
    ("依据", Part::OpensSituation),
    ("视", Part::OpensView),
    ("视频", Part::ClosesEvent),
    ("视察", Part::ClosesEvent),
    ("在", Part::OpensPremise),
    ("待", Part::OpensEvent),
    ("以", Part::OpensGround),
    ("以上", Part::ClosesEvent),
    ("以下", Part::ClosesEvent),
    ("以内", Part::ClosesEvent),
    ("为前提", Part::ClosesGround),
    ("进度", Part::ClosesView),
    ("进展", Part::ClosesView),
    ("需要", Part::ClosesView),
    ("情况", Part::ClosesSituation),
    ("前提下", Part::ClosesPremise),
    ("的条件下", Part::ClosesPremise),
    ("情况下", Part::ClosesPremise),
    ("后", Part::ClosesEvent),
];

/// The first condition in a text; a phrase may not run over a comma or a sentence mark.
pub fn first(said: Said) -> Option<Range<usize>> {
    let text = said.text();
    let mut open: Option<(usize, Part)> = None;
    let mut end = 0;
    for (range, part) in CONDITIONS.find(said) {
        if open.is_some() && text[end..range.start].contains([',', '，', ';', '；', '。', '\n']) {
            open = None;
        }
        end = range.end;
        match part {
            Part::Whole => return Some(range),
            Part::Group if !is_of_a_premise(&text[end..]) && !counted(&text[..range.start]) => return Some(range),
            _ if part.opens() && begins_clause(&text[..range.start]) => open = Some((range.start, part)),
            _ if open.is_some_and(|(_, opener)| closes(opener, part)) => {
                return open.map(|(start, _)| start..range.end);
            }
            _ => {}
        }
    }
    None
}

/// What follows 条件具备的 where no group is meant: 在道路条件具备的前提下.
fn is_of_a_premise(after: &str) -> bool {
    ["前提", "条件下", "情况下"].iter().any(|close| after.starts_with(close))
}

/// What is said without its first condition: what is done on the condition, not the condition itself.
pub fn without(said: Said) -> Alone {
    outside(said, first(said).as_ref())
}

/// What is said without a condition that was found in it.
pub fn outside<'a>(said: Said<'a>, condition: Option<&Range<usize>>) -> Alone<'a> {
    match condition {
        Some(range) => Alone::anew(format!("{}{}", &said.text()[..range.start], &said.text()[range.end..])),
        None => said.alone(),
    }
}

/// 视 in 电视 and 待 in 接待 open nothing: an opener stands where a clause begins.
fn begins_clause(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !is_word(c))
}

fn closes(opener: Part, part: Part) -> bool {
    matches!(
        (opener, part),
        (Part::OpensSituation, Part::ClosesSituation)
            | (Part::OpensView, Part::ClosesView | Part::ClosesSituation)
            | (Part::OpensGround, Part::ClosesGround)
            | (Part::OpensPremise, Part::ClosesPremise)
            | (Part::OpensEvent, Part::ClosesEvent)
    )
}

/// True when a number and a measure word stand just before: the group is counted.
fn counted(before: &str) -> bool {
    let tail: Vec<char> = before.chars().rev().take(3).collect();
    let digit = |c: &char| c.is_ascii_digit() || "一二两三四五六七八九十百".contains(*c);
    tail.iter().skip(1).any(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_found_whole() {
        let cases = [
            ("在管线迁改完成的前提下,进场施工", Some("在管线迁改完成的前提下")),
            ("根据工程进展情况,分批投用", Some("根据工程进展情况")),
            ("根据评审意见,修改图纸", None),
            ("适时启动二期", Some("适时")),
            ("对条件成熟的村开展验收", Some("条件成熟的")),
            ("选定3个条件成熟的村", None),
            ("待资金到位后采购设备", Some("待资金到位后")),
            ("视频监控运行情况汇总", None),
            ("视工程进度分配房源", Some("视工程进度")),
            ("以管线迁改完成为前提,进场施工", Some("以管线迁改完成为前提")),
            ("以社区为单位,培训40人以上", None),
            ("接待群众后登记", None),
            ("总结开展情况", None),
        ];
        for (text, wanted) in cases {
            let all = Alone::anew(text);
            assert_eq!(first(all.said()).map(|r| &text[r]), wanted, "{text}");
        }
    }
}
