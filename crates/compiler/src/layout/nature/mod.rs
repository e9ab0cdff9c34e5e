//! What kind of document it is, where it is no list of promises: a progress report, a ballot, a set of rules, news. Signs
//! are weighed, none decides alone. Judges the words that were read as the list and those at the document's head; what
//! stands elsewhere in a long report says nothing about the list in it.

mod ballot;
mod news;
mod page;
mod progress;
mod rules;
mod spotted;
mod told;

use yinuo_diag::{Diagnostic, Span, Text};

pub use page::Page;

/// Kinds of documents that officers have beside their lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// What has been done so far.
    Progress,
    /// A form or a result of judging or voting.
    Ballot,
    /// Articles, criteria, duties in general.
    Rules,
    /// A journalist's text.
    News,
}

/// A sign with its weight: what was seen, and where.
struct Sign {
    weight: i32,
    seen: Text,
    span: Option<Span>,
}

/// The weight at which signs are enough.
const ENOUGH: i32 = 4;

impl Page<'_> {
    /// Says which other kind of document this is, if the signs are enough.
    pub fn other_kind(&self) -> Option<Diagnostic> {
        let weighed = [
            (Nature::Ballot, ballot::signs(self)),
            (Nature::Progress, progress::signs(self)),
            (Nature::Rules, rules::signs(self)),
            (Nature::News, news::signs(self)),
        ];
        let weight = |signs: &[Sign]| signs.iter().map(|s| s.weight).sum::<i32>();
        let best = weighed.into_iter().rev().max_by_key(|(_, signs)| weight(signs))?;
        (weight(&best.1) >= ENOUGH).then(|| told::finding(best.0, &best.1, self.rows))
    }
}

impl Sign {
    fn new(weight: i32, zh: impl Into<String>, en: impl Into<String>, span: Option<Span>) -> Self {
        Sign { weight, seen: Text::new(zh.into(), en.into()), span }
    }
}
