//! A list that one paragraph names without numbers: a sentence announces how many items there are, and so many sentences or
//! clauses follow. Only an exact count tells them from any other.

use std::ops::Range;

use yinuo_diag::Span;

use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::{closing, facts, marker, preface, prose};
use crate::cell::Cell;

/// Fewer items than these could be chance.
const MIN_ITEMS: usize = 3;
/// More are no list of commitments. Bounds the work for a text that announces many times.
pub const MAX_ITEMS: usize = 300;
/// How many sentences of a paragraph that announce a list are tried.
const MAX_TRIED: usize = 16;
/// How far back an announcing sentence is looked at, in bytes.
const LONGEST: usize = 600;

/// What divides the items of one sentence, the plainest first.
const DIVIDERS: &[&[char]] = &[&['；', ';'], &['，', ',', '；', ';'], &['、']];

/// What a list may follow in its sentence.
const BEFORE: &[&str] = &["：", ":", "。", "分别是", "分别为", "包括", "具体是", "具体为"];

/// Reads a paragraph such as `2026年10件民生实事：甲，乙，……。` or `这5件实事包括：甲。乙。……`.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<prose::Found> {
    paragraphs.iter().enumerate().filter(|(_, p)| p.cell.is_none() && p.text.contains("实事")).find_map(|(at, p)| {
        let own = p.marker.map_or(0, |m| m.end());
        let stops = BEFORE.iter().flat_map(|w| p.text.match_indices(w)).filter(|(i, w)| {
            let followed = p.text[i + w.len()..].starts_with(['：', ':']);
            *i > own && !followed
        });
        let announcing = stops.filter_map(|(i, w)| Some((announced(sentence_before(p.text, own, i))?, i + w.len())));
        let mut tried = announcing.take(MAX_TRIED);
        tried.find_map(|((sentence, count), after)| of_sentence(source, paragraphs, at, (sentence, count), after))
    })
}

/// The sentence before a byte, as far as it may announce a list.
pub fn sentence_before(text: &str, own: usize, end: usize) -> &str {
    let from = text.ceil_char_boundary(end.saturating_sub(LONGEST).max(own));
    let words = &text[from..end];
    words.rsplit('。').next().unwrap_or(words)
}

/// A sentence on a list, and how many items it announces.
fn announced(sentence: &str) -> Option<(&str, usize)> {
    let count = sentence.contains("实事").then(|| facts::declared(sentence).items)?? as usize;
    (MIN_ITEMS..=MAX_ITEMS).contains(&count).then_some((sentence, count))
}

/// The list after a sentence of paragraph `at`; its items begin at byte `after`.
fn of_sentence(
    source: &str,
    paragraphs: &[Paragraph],
    at: usize,
    (sentence, announced): (&str, usize),
    after: usize,
) -> Option<prose::Found> {
    let p = &paragraphs[at];
    let ends_in_colon = !p.text[..after].ends_with('。');
    let items = match ends_in_colon {
        true => of_clauses(p.text, after, announced).or_else(|| of_sentences(p.text, after, announced)),
        false => Some(preface::of(sentence)).filter(|l| l.names).and_then(|_| of_sentences(p.text, after, announced)),
    }?;
    if !ends_in_colon && !have_amounts(items.iter().map(|i| &p.text[i.clone()])) {
        return None;
    }
    let end = items.last()?.end;
    let row = |(n, item): (usize, Range<usize>)| {
        let title = Cell::of(source, Span::new(p.span.start as usize + item.start, p.span.start as usize + item.end));
        Row { number: n as u32 + 1, label: (n + 1).to_string(), title, ..Row::default() }
    };
    Some(prose::Found {
        groups: vec![Group { rows: items.into_iter().enumerate().map(row).collect(), ..Group::default() }],
        first: at,
        aside: (0..paragraphs.len()).filter(|i| *i != at).collect(),
        rest: prose::after(p, end),
        title: prose::counted_title(sentence),
        year: facts::year(sentence),
        jurisdiction: facts::announcer(sentence),
    })
}

/// Whether most items have a number. A sentence that only names a list in passing may be followed by any others.
pub fn have_amounts<'t>(items: impl Iterator<Item = &'t str>) -> bool {
    let (with, all) = items.fold((0, 0), |(with, all), item| {
        (with + usize::from(item.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))), all + 1)
    });
    with * 2 > all
}

/// So many clauses of the sentence that begins at a byte.
pub fn of_clauses(text: &str, from: usize, announced: usize) -> Option<Vec<Range<usize>>> {
    let end = text[from..].find('。').map_or(text.len(), |stop| from + stop);
    DIVIDERS.iter().enumerate().find_map(|(n, divider)| {
        // after semicolons the full stop is the last item's own
        let end = if n == 0 && end < text.len() { end + '。'.len_utf8() } else { end };
        let (mut at, mut items) = (from, vec![]);
        for clause in text[from..end].split(*divider) {
            items.push(own_words(text, at..at + clause.len())?);
            at += clause.len() + text[at + clause.len()..].chars().next().map_or(0, char::len_utf8);
        }
        (items.len() == announced).then_some(items)
    })
}

/// So many sentences from a byte on; only one that closes the list may follow.
fn of_sentences(text: &str, from: usize, announced: usize) -> Option<Vec<Range<usize>>> {
    let (mut at, mut items) = (from, vec![]);
    for sentence in text[from..].split_inclusive('。') {
        if items.len() == announced {
            return closing::closes(sentence.trim_start()).then_some(items);
        }
        items.push(own_words(text, at..at + sentence.len())?);
        at += sentence.len();
    }
    (items.len() == announced).then_some(items)
}

/// The words of an item. `None` where it has none, or a number, which says more than a count.
fn own_words(text: &str, item: Range<usize>) -> Option<Range<usize>> {
    let words = text[item.clone()].trim_start();
    let start = item.end - words.len();
    let words = words.trim_end();
    let is_item = words.chars().any(char::is_alphanumeric) && marker::leading(words).is_none();
    is_item.then(|| start..start + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_of_a_text_is_looked_at_than_a_sentence_has() {
        let text = "今年办好9件实事：".repeat(1000);
        assert!(text.match_indices('：').all(|(at, _)| sentence_before(&text, 0, at).len() <= LONGEST));
        assert_eq!(
            sentence_before("去年很好。今年办好9件实事：", 0, "去年很好。今年办好9件实事".len()),
            "今年办好9件实事"
        );
        let items = "甲。".repeat(1000);
        assert_eq!(of_sentences(&items, 0, 3), None);
    }
}
