//! Words that leave a promise room: 力争, 争取 and the like. 以上 and 余 are decidable and are no hedges.

use std::ops::Range;
use std::sync::LazyLock;

use super::dictionary::List;
use super::wordlist::WordList;
use super::words::Said;

/// Words that hedge whatever follows.
pub static HEDGES: LazyLock<WordList<Hedge>> = LazyLock::new(|| WordList::new(List::Hedges, TABLE));

/// Whether a word is a hedge or only looks like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// 力争, 争取; 基本完成.
    Effort,
    /// A longer word in which the hedge is something else: 争取资金 is a task.
    Task,
}

pub(super) static TABLE: &[(&str, Hedge)] = &[
    ("力争", Hedge::Effort),
    ("争取", Hedge::Effort),
    ("尽力", Hedge::Effort),
    ("尽量", Hedge::Effort),
    ("尽可能", Hedge::Effort),
    ("原则上", Hedge::Effort),
    ("有望", Hedge::Effort),
    // how much may be lacking is left open; 基本建成 is what statistics of housing count
    ("基本实现", Hedge::Effort),
    ("基本完成", Hedge::Effort),
    ("基本消除", Hedge::Effort),
    ("基本解决", Hedge::Effort),
    ("基本实现社会主义现代化", Hedge::Task),
    ("基本实现现代化", Hedge::Task),
    ("争取资金", Hedge::Task),
    ("争取项目", Hedge::Task),
    ("争取支持", Hedge::Task),
    ("争取上级", Hedge::Task),
    ("争取财政", Hedge::Task),
    ("争取中央", Hedge::Task),
    ("争取省", Hedge::Task),
    ("争取专项", Hedge::Task),
];

/// The first hedge in a text.
pub fn first(said: Said) -> Option<Range<usize>> {
    HEDGES.find(said).find(|(_, hedge)| *hedge == Hedge::Effort).map(|(range, _)| range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn effort_is_a_hedge_and_fundraising_is_not() {
        let first = |text: &str| first(Alone::anew(text).said()).map(|r| r.start);
        assert_eq!(first("力争建成两座公园"), Some(0));
        assert_eq!(first("争取专项资金三批"), None);
        assert_eq!(first("建成两座公园"), None);
        assert_eq!(first("年底前基本消除黑臭水体"), Some("年底前".len()));
        assert_eq!(first("基本建成住房300套"), None);
    }
}
