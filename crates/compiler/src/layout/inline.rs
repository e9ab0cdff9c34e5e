//! Items that stand one after the other in one paragraph: `一是……；二是……。`, `1.……。2.……。`. Each becomes a paragraph of
//! its own, so that they are read like any others. Owners in brackets after the last hold for all of them.

use std::ops::Range;

use yinuo_diag::Span;
use yinuo_model::Role;

use super::category::{self, Heading};
use super::chosen;
use super::facts;
use super::furniture::Furniture;
use super::headings::{self, Column};
use super::marker::{self, Marker, Style};
use super::outline::Group;
use super::paragraph::Paragraph;
use crate::cell::Cell;

/// Fewer items in a paragraph are no list.
pub const MIN_ITEMS: usize = 2;

/// The owners that hold for all items of a paragraph.
pub struct Shared {
    span: Span,
    owners: Vec<(Role, Cell)>,
}

/// Paragraphs of which some were divided.
pub struct Divided<'d> {
    /// All of them, the pieces in place of what was divided.
    pub paragraphs: Vec<Paragraph<'d>>,
    /// The owners of these.
    pub shared: Vec<Shared>,
    /// The pieces, where one paragraph holds the whole list.
    pub whole: Option<Range<usize>>,
}

impl<'d> Divided<'d> {
    /// Paragraphs of which none was divided.
    pub fn none(paragraphs: Vec<Paragraph<'d>>) -> Self {
        Self { paragraphs, shared: vec![], whole: None }
    }
}

/// Divides the paragraphs that hold items: those whose headings are categories, or the one that is the list. `None` when none
/// is divided. `items` is how many items the list announces; `titled` tells that the title names a list.
pub fn divided<'d>(
    source: &'d str,
    paragraphs: &[Paragraph<'d>],
    items: Option<u32>,
    titled: bool,
) -> Option<Divided<'d>> {
    let parts: Vec<Option<Parts>> = paragraphs.iter().map(parts).collect();
    let headed = |n: &usize| parts[*n].as_ref().is_some_and(|p| p.heading.is_some());
    let tops = (0..paragraphs.len()).filter(|n| paragraphs[*n].marker.is_some_and(|m| m.style == Style::Han)).count();
    let with_items = (0..paragraphs.len()).filter(headed).count();
    // Headings with items under them; or one paragraph that holds the whole list.
    let are_categories = with_items >= 2 && with_items * 2 >= tops && items != Some(tops as u32);
    let chosen = chosen::of(paragraphs, &parts, items, titled);
    let mut made = Divided { paragraphs: vec![], shared: vec![], whole: None };
    for (n, (p, parts)) in paragraphs.iter().zip(&parts).enumerate() {
        let is_divided = |p: &&Parts| match chosen {
            Some(chosen) => chosen == n,
            None => are_categories && p.heading.is_some() || p.begins_with(Style::HanIs),
        };
        let Some(found) = parts.as_ref().filter(is_divided) else {
            made.paragraphs.push(p.clone());
            continue;
        };
        let begins = made.paragraphs.len() + usize::from(found.starts[0].0 > 0);
        divide(source, p, found, &mut made.paragraphs);
        made.whole = chosen.map(|_| begins..made.paragraphs.len());
        made.shared.extend(found.owners(source, p));
    }
    (made.paragraphs.len() > paragraphs.len()).then_some(made)
}

/// The paragraphs with that one divided which announces a number of items and holds as many; `announces` counts them in its
/// words before the first.
pub fn announced<'d>(
    source: &'d str,
    paragraphs: &[Paragraph<'d>],
    announces: impl Fn(&str) -> Option<u32>,
) -> Option<Vec<Paragraph<'d>>> {
    let holds = |p: &Paragraph| {
        let found = parts(p)?;
        let words = p.text.get(p.marker.map_or(0, |m| m.end())..found.starts.first()?.0)?;
        (announces(words)? as usize == found.starts.len()).then_some(found)
    };
    let (at, found) = paragraphs.iter().enumerate().find_map(|(n, p)| Some((n, holds(p)?)))?;
    let mut all = paragraphs[..at].to_vec();
    divide(source, &paragraphs[at], &found, &mut all);
    all.extend_from_slice(&paragraphs[at + 1..]);
    Some(all)
}

/// Gives rows without owners those that hold for their paragraph.
pub fn give_owners(groups: &mut [Group], shared: &[Shared]) {
    for row in groups.iter_mut().flat_map(|g| &mut g.rows) {
        let Some(start) = row.title.spans().next().map(|s| s.start) else { continue };
        let of = shared.partition_point(|s| s.span.start <= start);
        if let Some(found) = of.checked_sub(1).map(|n| &shared[n]).filter(|s| start < s.span.end) {
            row.owners.extend(found.owners.iter().cloned());
        }
    }
}

/// Where the items of a paragraph begin.
pub struct Parts {
    /// The heading before them.
    pub heading: Option<Box<Heading>>,
    /// The first byte of each, with its number.
    pub starts: Vec<(usize, Marker)>,
    /// Where the items end.
    end: usize,
}

/// Items of one style that rise from 1, each at the beginning of a clause.
fn parts(p: &Paragraph) -> Option<Parts> {
    if p.cell.is_some() || p.is_furniture() || p.text.len() < 40 {
        return None;
    }
    // a paragraph may begin with the first of its items, or with a number of its own; 四是…… goes on with the one above
    let of_first = p.marker.filter(|m| m.style == Style::HanIs || m.value == 1 && may_list(m.style));
    let with_first = of_first.map(|m| starts(p, m.end(), vec![(0, m)])).filter(|found| found.len() >= MIN_ITEMS);
    let starts = with_first.unwrap_or_else(|| starts(p, p.marker.map_or(0, |m| m.end()), vec![]));
    let first = starts.first()?.0;
    if starts.len() < MIN_ITEMS {
        return None;
    }
    let name = p.text[..first].trim_end_matches(['。', '：', ':', ' ', '　', '，']);
    let heading = category::heading(name).filter(|h| !h.name.contains(|c: char| c.is_ascii_digit()));
    let last = starts[starts.len() - 1].0;
    let end = bracket(p.text).filter(|open| *open > last).unwrap_or(p.text.len());
    Some(Parts { heading: heading.map(Box::new), starts, end })
}

/// Where items begin from byte `own` on, after those that were found.
fn starts(p: &Paragraph, own: usize, mut found: Vec<(usize, Marker)>) -> Vec<(usize, Marker)> {
    let other = if found.is_empty() { p.marker.map(|m| m.style) } else { None };
    let mut begins = false;
    for (at, c) in p.text.char_indices().skip_while(|(at, _)| *at < own) {
        let may_begin = begins || (at == own && own > 0);
        if may_begin
            && !c.is_whitespace()
            && let Some(m) = marker::leading(&p.text[at..]).or_else(|| marker::before_digit(&p.text[at..]))
        {
            let last = found.last().map(|(_, last)| *last);
            let goes_on = last.map_or(m.value == 1, |last| m.value == last.value + 1 && m.style == last.style);
            if goes_on && other != Some(m.style) && may_list(m.style) {
                found.push((at, m));
            }
        }
        begins = matches!(c, '。' | '；' | ';' | '：' | ':' | '，') || (begins && c.is_whitespace());
    }
    found
}

fn may_list(style: Style) -> bool {
    !matches!(style, Style::Stem | Style::Part)
}

/// The bracket with owners at the end of a paragraph.
fn bracket(text: &str) -> Option<usize> {
    let trimmed = text.trim_end_matches(['。', ' ']);
    if !trimmed.ends_with(['）', ')', '】']) {
        return None;
    }
    let mut depth = 0;
    for (i, c) in trimmed.char_indices().rev() {
        match c {
            '）' | ')' | '】' => depth += 1,
            '（' | '(' | '【' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return ["单位", "部门", "牵头", "负责", "配合"].iter().any(|w| trimmed[i..].contains(w)).then_some(i);
        }
    }
    None
}

/// The paragraph in pieces.
fn divide<'d>(source: &'d str, p: &Paragraph<'d>, parts: &Parts, all: &mut Vec<Paragraph<'d>>) {
    let at = |i: usize| p.span.start as usize + i;
    let piece = |from: usize, to: usize| {
        let words = p.text[from..to].trim().trim_end_matches(['；', ';', '，', ',']);
        let start = at(from) + (p.text[from..to].len() - p.text[from..to].trim_start().len());
        (words, Span::new(start, start + words.len()))
    };
    let made = |(_, span): (&str, Span), marker, heading: Option<Box<Heading>>| Paragraph {
        text: span.of(source),
        span,
        bare: None,
        marker,
        column: None,
        heading,
        furniture: Furniture::No,
        title_score: facts::title_score(span.of(source)),
        cell: None,
        has_neighbours: false,
    };
    let first = parts.starts[0].0;
    if first > 0 {
        all.push(made(piece(0, first), p.marker, parts.heading.clone()));
    }
    for (n, (from, marker)) in parts.starts.iter().enumerate() {
        let to = parts.starts.get(n + 1).map_or(parts.end, |next| next.0);
        all.push(made(piece(*from, to), Some(*marker), None));
    }
}

impl Parts {
    /// Whether nothing stands before the first item, and it is numbered so.
    pub fn begins_with(&self, style: Style) -> bool {
        self.starts.first().is_some_and(|(at, m)| *at == 0 && m.style == style)
    }

    /// The owners in the bracket after the items.
    fn owners(&self, source: &str, p: &Paragraph) -> Option<Shared> {
        let inside = p.text.get(self.end..)?;
        let mut owners = vec![];
        let mut at = self.end;
        for field in inside.split_inclusive(['；', ';', '（', '(', '）', ')', '。', '】', '【']) {
            if let Some((label, names)) = field.split_once(['：', ':']) {
                let from = at + field.len() - names.len();
                let names = names.trim_end_matches(['；', ';', '）', ')', '。', '】']);
                if let Some(Column::Owner(role)) = headings::column(label) {
                    let start = p.span.start as usize + from;
                    owners.push((role, Cell::of(source, Span::new(start, start + names.len()))));
                }
            }
            at += field.len();
        }
        (!owners.is_empty()).then_some(Shared { span: p.span, owners })
    }
}
