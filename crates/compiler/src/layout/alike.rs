//! A list without numbers in one paragraph: sentences that all begin with what a named work is to cost or is, 投入3亿元实施安居惠民工程，
//! ……。投入2亿元实施助学惠民工程，……。 Nothing announces how many there are, so all sentences must be alike.

use std::ops::Range;

use yinuo_diag::Span;

use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::{facts, marker, prose};
use crate::cell::Cell;

/// Fewer sentences alike could be chance.
const MIN_ITEMS: usize = 3;

/// Reads the first paragraph that consists of such sentences.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<prose::Found> {
    let plain = |p: &Paragraph| p.cell.is_none() && p.marker.is_none() && !p.is_furniture();
    let lines = paragraphs.iter().enumerate().filter(|(_, p)| plain(p));
    let (at, items) = lines.into_iter().find_map(|(at, p)| Some((at, sentences(p.text)?)))?;
    let start = paragraphs[at].span.start as usize;
    let row = |(n, item): (usize, Range<usize>)| {
        let title = Cell::of(source, Span::new(start + item.start, start + item.end));
        Row { number: n as u32 + 1, label: (n + 1).to_string(), title, ..Row::default() }
    };
    Some(prose::Found {
        groups: vec![Group { rows: items.into_iter().enumerate().map(row).collect(), ..Group::default() }],
        first: at,
        aside: (0..paragraphs.len()).filter(|i| *i != at).collect(),
        ..prose::Found::default()
    })
}

/// The sentences of a text, where all name a work in their first clause and the same words stand before its money.
fn sentences(text: &str) -> Option<Vec<Range<usize>>> {
    let first = opening(text)?;
    let (mut at, mut items) = (0, vec![]);
    for sentence in text.split_inclusive(['。', '；', ';']) {
        let words = sentence.trim();
        if words.is_empty() || opening(words) != Some(first) || marker::leading(words).is_some() {
            return None;
        }
        let start = at + sentence.len() - sentence.trim_start().len();
        items.push(start..start + words.len());
        at += sentence.len();
    }
    (items.len() >= MIN_ITEMS).then_some(items)
}

/// The words before the sum of money with which a sentence begins, where its first clause names a work.
fn opening(sentence: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let end = sentence.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '，' | ',' | '：' | ':' | '。'))?.0;
    let clause = &sentence[..end];
    let digit = clause.find(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))?;
    let names = facts::OWN_NAMES.iter().any(|w| clause.ends_with(w));
    (names && digit > 0 && clause[digit..].contains("元")).then_some(&clause[..digit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_sentences_are_alike() {
        let items = |text| sentences(text).map(|all| all.len());
        let three =
            "投入3亿元实施安居惠民工程，修渠。投入2.5亿元实施助学惠民工程，修校舍。投入900万元实施文体惠民工程。";
        assert_eq!(items(three), Some(3));
        for none in [
            "投入3亿元实施安居惠民工程，修渠。投入2亿元实施助学惠民工程。",
            &format!("{three}我们一件一件办好。"),
            &format!("今年有喜。{three}"),
            &three.replace("投入2.5亿元", "筹集2.5亿元"),
            &three.replace("惠民工程", "水利工程"),
        ] {
            assert_eq!(items(none), None, "{none}");
        }
    }
}
