//! Words for all of a work (全部完工), for what is left of it once a part is done (完成剩余安装). Knows words; what
//! they close is for `lower::targets`.

use std::sync::LazyLock;

use yinuo_model::{Stage, Verb};

use super::dictionary::List;
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
];

/// How much of a work a clause is about, where it says so.
pub fn named(clause: Said) -> Option<Left> {
    REMAINDER.first(clause).map(|(_, left)| left)
}

/// Finished, and not merely an early gate of the work (完成全部设计).
pub fn completes(clause: Said) -> bool {
    let early = VERBS.find(clause).any(|(_, verb)| matches!(verb, Verb::Start | Verb::Plan));
    let stage = stages::furthest(clause);
    !early && stage.map_or(verbs::promised(clause) == Verb::Complete, |stage| stage >= Stage::Completion)
}

/// The pieces of a clause beside these words and those of doing and finishing: what it names.
pub fn without<'a>(clause: Said<'a>) -> Vec<Said<'a>> {
    let mut words: Vec<_> = REMAINDER.find(clause).map(|(range, _)| range).collect();
    words.extend(VERBS.find(clause).map(|(range, _)| range));
    words.extend(STAGES.find(clause).map(|(range, _)| range));
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
