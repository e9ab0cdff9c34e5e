//! The smallest pieces that an assignment moves: the sentences of a paragraph. A cell border usually falls between
//! paragraphs; where two cells were joined it falls between two sentences of one.

use yinuo_diag::Span;

use super::hints::Hint;
use crate::bodies;
use crate::layout::digits;
use crate::layout::headings::Stretch;
use crate::layout::marker;
use crate::layout::paragraph::Paragraph;
use crate::syntax::letters::{but_han, trim};

/// A sentence.
#[derive(Debug, Clone)]
pub struct Atom<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where they stand.
    pub span: Span,
    /// It begins a paragraph.
    pub first: bool,
    /// The list number it begins with.
    pub marker: Option<u32>,
    /// It ends as a finished sentence does.
    pub closed: bool,
    /// It ends in a semicolon: finished, but one of several.
    pub listed: bool,
    /// Its last mark asks for more.
    pub open: bool,
    /// It is a paragraph that names an office or another body.
    pub names_a_unit: bool,
    /// Months it speaks of, as first and last; quarters and halves included.
    pub months: Vec<(i8, i8)>,
    /// What else tells of its period; looked for in short rows only.
    pub hint: Option<Hint>,
    /// More lines are left empty before it than before others.
    pub lines_before: bool,
}

/// Splits a paragraph, from byte `from` on, into sentences.
pub fn split<'a>(paragraph: &Paragraph<'a>, from: usize, into: &mut Vec<Atom<'a>>) {
    let text = paragraph.text;
    let mut start = from;
    let mut depth = 0i32;
    for (at, c) in but_han(&text[from..]).map(|(at, c)| (from + at, c)) {
        match c {
            '(' | '（' | '“' | '《' => depth += 1,
            ')' | '）' | '”' | '》' => depth = (depth - 1).max(0),
            '。' | '！' | '？' if depth == 0 => {
                push(paragraph, start, at + c.len_utf8(), start == from, into);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    push(paragraph, start, text.len(), start == from, into);
}

fn push<'a>(paragraph: &Paragraph<'a>, start: usize, end: usize, first: bool, into: &mut Vec<Atom<'a>>) {
    let words = &paragraph.text[start..end];
    let trimmed = trim(words);
    if trimmed.is_empty() {
        return;
    }
    let before = if trimmed.len() == words.len() { 0 } else { words.len() - words.trim_start().len() };
    let start = start + before;
    let last = trimmed.chars().next_back().unwrap_or_default();
    let at = paragraph.span.start as usize + start;
    into.push(Atom {
        text: trimmed,
        span: Span::new(at, at + trimmed.len()),
        first,
        marker: marker::leading(trimmed).filter(|m| m.style != marker::Style::HanIs).map(|m| m.value),
        closed: matches!(last, '。' | '；' | ';' | '！' | '？' | '.' | '”' | '）' | ')'),
        listed: matches!(last, '；' | ';'),
        open: matches!(last, '，' | ',' | '、' | '：' | ':' | '(' | '（' | '“' | '《'),
        names_a_unit: first && bodies::looks_like_a_unit(trimmed),
        months: months(trimmed),
        hint: None,
        lines_before: false,
    });
}

/// Gives a sentence the list number that looks like the whole of a decimal: 1.3所幼儿园开工 before `2.`, and 2.6座桥 after `1.`.
pub fn mark_decimals(atoms: &mut [Atom]) {
    let numbers: Vec<Option<u32>> = atoms.iter().map(decimal_head).collect();
    if numbers.iter().all(Option::is_none) {
        return;
    }
    // what follows each, found once for all from the end
    let mut next = None;
    let mut after: Vec<Option<u32>> = atoms
        .iter()
        .rev()
        .map(|atom| {
            let here = atom.marker.or(next);
            std::mem::replace(&mut next, here)
        })
        .collect();
    after.reverse();
    let mut before = None;
    for ((atom, number), next) in atoms.iter_mut().zip(numbers).zip(after) {
        let of_series = |v: &u32| next == Some(v + 1) || *v > 1 && before == Some(v - 1);
        atom.marker = atom.marker.or(number.filter(of_series));
        before = atom.marker.or(before);
    }
}

/// The 1 of 1.3所, which is no 1.30 and no year.
fn decimal_head(atom: &Atom) -> Option<u32> {
    let point = atom.text.bytes().take(3).position(|b| b == b'.').filter(|at| *at > 0)?;
    let (whole, rest) = (&atom.text[..point], &atom.text[point + 1..]);
    let is = atom.first && atom.marker.is_none() && rest.starts_with(|c: char| matches!(c, '1'..='9'));
    whole.parse().ok().filter(|_| is)
}

/// The months, quarters and halves that a sentence names.
fn months(text: &str) -> Vec<(i8, i8)> {
    let mut found = vec![];
    // all three have three bytes, and nearly every character before them has as many
    let bytes = text.as_bytes();
    let mut next = 0;
    while let Some([a, b, d]) = bytes.get(next..next + 3) {
        let at = next;
        let step = if matches!(a, 0xe1..=0xef) { 3 } else { 1 };
        next += step;
        let c = match (a, b, d) {
            (0xe5, 0xad, 0xa3) => '季',
            (0xe6, 0x9c, 0x88) => '月',
            (0xe5, 0x8d, 0x8a) => '半',
            _ => continue,
        };
        let stretch = match c {
            '季' if text[at..].starts_with("季度") => number_before(text, at, 4).map(Stretch::Quarter),
            '月' => number_before(text, at, 12).map(Stretch::Month),
            '半' if text[at..].starts_with("半年") => match text[..at].chars().next_back() {
                Some('上') => Some(Stretch::Half(1)),
                Some('下') => Some(Stretch::Half(2)),
                _ => None,
            },
            _ => None,
        };
        found.extend(stretch.map(Stretch::months));
    }
    found
}

/// A number from 1 to `max` that stands right before byte `at`.
pub fn number_before(text: &str, at: usize, max: i8) -> Option<i8> {
    let run = |c: &char| digits::any(*c).is_some() || *c == '十';
    let len: usize = text[..at].chars().rev().take_while(run).map(char::len_utf8).sum();
    let (value, _) = digits::count(&text[at - len..at]);
    value.and_then(|v| i8::try_from(v).ok()).filter(|v| (1..=max).contains(v))
}
