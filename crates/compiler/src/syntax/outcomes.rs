//! Words for an end state that anyone could check without a number: 投入使用, 建成, 全覆盖. In 开展…工作 the same words
//! name a topic and promise nothing.

use std::ops::Range;
use std::sync::LazyLock;

use super::dictionary::List;
use super::wordlist::WordList;
use super::words::Said;

/// Every word of an end state.
pub static OUTCOMES: LazyLock<WordList<Outcome>> = LazyLock::new(|| WordList::new(List::Outcomes, TABLE));

/// What a word says about the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Work is finished: 完成, 竣工.
    Finished,
    /// A state holds afterwards: 投入使用, 开放.
    State,
    /// A longer word that only looks like one.
    Other,
}

pub(super) static TABLE: &[(&str, Outcome)] = &[
    ("完成", Outcome::Finished),
    ("建成", Outcome::Finished),
    ("建好", Outcome::Finished),
    ("竣工", Outcome::Finished),
    ("完工", Outcome::Finished),
    ("落成", Outcome::Finished),
    ("投入使用", Outcome::State),
    ("投入运营", Outcome::State),
    ("投用", Outcome::State),
    ("交付", Outcome::State),
    ("移交", Outcome::State),
    ("开通", Outcome::State),
    ("启用", Outcome::State),
    ("上线", Outcome::State),
    ("打通", Outcome::State),
    ("开放", Outcome::State),
    ("开园", Outcome::State),
    ("开诊", Outcome::State),
    ("通车", Outcome::State),
    ("贯通", Outcome::State),
    ("运行", Outcome::State),
    ("运营", Outcome::State),
    ("发布", Outcome::State),
    ("出台", Outcome::State),
    ("印发", Outcome::State),
    ("建立", Outcome::State),
    ("设立", Outcome::State),
    ("成立", Outcome::State),
    ("开设", Outcome::State),
    ("实现", Outcome::State),
    ("取消", Outcome::State),
    ("验收", Outcome::State),
    ("达标", Outcome::State),
    ("全覆盖", Outcome::State),
    ("清零", Outcome::State),
    ("归零", Outcome::State),
    ("全部", Outcome::State),
    ("全额", Outcome::State),
    ("应保尽保", Outcome::State),
    ("应助尽助", Outcome::State),
    ("应改尽改", Outcome::State),
    ("应建尽建", Outcome::State),
    ("应养尽养", Outcome::State),
    ("破土动工", Outcome::State),
    ("开工建设", Outcome::State),
    ("动工建设", Outcome::State),
    ("开放式", Outcome::Other),
    ("开放型", Outcome::Other),
    ("建立健全", Outcome::Other),
    ("完成率", Outcome::Other),
    ("直通车", Outcome::Other),
    ("实现形式", Outcome::Other),
    ("运行机制", Outcome::Other),
    ("运营管理", Outcome::Other),
];

/// The first end state a cell promises.
pub fn promised(cell: Said) -> Option<Range<usize>> {
    cell.clauses().find_map(|clause| {
        let words = clause.text();
        let topic = words.starts_with("开展") && words.ends_with("工作");
        let (word, _) = OUTCOMES.find(clause).find(|(_, o)| *o != Outcome::Other)?;
        let start = clause.range().start;
        (!topic).then(|| start + word.start..start + word.end)
    })
}

/// The first clause of a cell that promises finished work, with the place of its word in the cell.
pub fn finished(cell: Said) -> Option<(Said, Range<usize>)> {
    cell.clauses().find_map(|clause| {
        let (word, _) = OUTCOMES.find(clause).find(|(_, o)| *o == Outcome::Finished)?;
        let start = clause.range().start;
        Some((clause, start + word.start..start + word.end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn end_states_are_told_from_topics() {
        let cases = [
            ("东湖公园9月投入使用。", Some("投入使用")),
            ("开展道路贯通宣传工作。", None),
            ("推进东湖公园建设。", None),
            ("建立健全帮扶机制。", None),
            ("开通夜间公交线路。", Some("开通")),
            ("举办法律服务直通车活动。", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(promised(Alone::anew(text).said()).map(|r| &text[r]), wanted, "{text}");
        }
    }
}
