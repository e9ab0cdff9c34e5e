//! A list that a report names in one sentence: it announces a number of items, and so many clauses follow its colon. Only
//! an exact count tells such a sentence from any other.

use yinuo_diag::Span;

use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::{facts, prose};
use crate::cell::Cell;

/// Fewer items than these could be chance.
const MIN_ITEMS: usize = 3;

/// Reads a sentence such as `2026年10件民生实事：甲，乙，……。`.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<prose::Found> {
    paragraphs.iter().enumerate().find_map(|(at, p)| {
        let own = p.marker.map_or(0, |m| m.len);
        let colons = p.text.match_indices(['：', ':']).filter(|(i, _)| *i > own);
        colons.filter_map(|(i, c)| of_sentence(source, paragraphs, at, own, i, i + c.len())).next()
    })
}

/// The list after the colon at byte `colon` of paragraph `at`; its items begin at byte `after`.
fn of_sentence(
    source: &str,
    paragraphs: &[Paragraph],
    at: usize,
    own: usize,
    colon: usize,
    after: usize,
) -> Option<prose::Found> {
    let p = &paragraphs[at];
    let head = p.text.get(own..colon)?;
    let sentence = head.rsplit('。').next().unwrap_or(head);
    let announced = facts::declared(sentence).items? as usize;
    if announced < MIN_ITEMS || !sentence.contains("实事") {
        return None;
    }
    let listed = &p.text[after..];
    let listed = &listed[..listed.find('。').unwrap_or(listed.len())];
    let end = after + listed.len();
    let mut rows = vec![];
    let mut from = after;
    for clause in listed.split(['，', ',', '；', ';']) {
        let words = clause.trim();
        let start = p.span.start as usize + from + (clause.len() - clause.trim_start().len());
        let title = Cell::of(source, Span::new(start, start + words.len()));
        let number = rows.len() as u32 + 1;
        rows.push(Row { number, label: number.to_string(), title, ..Row::default() });
        from += clause.len();
        from += p.text[from..].chars().next().map_or(0, char::len_utf8);
    }
    let whole = rows.iter().all(|r| !r.title.is_empty() && !r.title.text().is_empty());
    (rows.len() == announced && whole).then(|| prose::Found {
        groups: vec![Group { rows, ..Group::default() }],
        first: at,
        aside: (0..paragraphs.len()).filter(|i| *i != at).collect(),
        rest: prose::after(p, end),
        title: prose::announced_title(sentence),
        year: facts::year(sentence),
        jurisdiction: facts::announcer(sentence),
    })
}
