//! Lists written as prose: numbered paragraphs, with or without headings and categories; or one sentence that announces
//! its items and divides them by semicolons. No schedule, so no milestones.

use std::ops::Range;

use yinuo_diag::Span;

use super::beside::Beside;
use super::enumeration;
use super::facts;
use super::heading_owners;
use super::item_ends;
use super::marker::{self, Style};
use super::outline::{self, Group, Row};
use super::paragraph::Paragraph;
use super::tiers;
use super::wrapped;
use crate::cell::Cell;

/// A list read from prose.
#[derive(Default)]
pub struct Found {
    /// Categories with their rows.
    pub groups: Vec<Group>,
    /// Index of the paragraph where the list begins.
    pub first: usize,
    /// Indices of later paragraphs that were set aside.
    pub aside: Vec<usize>,
    /// What follows the list in its own paragraph.
    pub rest: Option<Span>,
    /// A title that the announcing sentence gives.
    pub title: Option<String>,
    /// The year it names.
    pub year: Option<i16>,
    /// Who announces it.
    pub jurisdiction: Option<String>,
}

impl Found {
    /// How many items were read.
    pub fn rows(&self) -> usize {
        outline::rows(&self.groups)
    }
}

/// The fewest numbered paragraphs that make a list; one is enough below a title.
const MIN_ITEMS: usize = 2;

/// Numbered paragraphs of one style in a rising chain: indices of paragraphs.
struct Level {
    style: Style,
    at: Vec<usize>,
}

/// Reads numbered paragraphs from index `from` on.
pub fn numbered(source: &str, paragraphs: &[Paragraph], from: usize) -> Option<Found> {
    read(source, paragraphs, from, 0, item_ends::closing)
}

/// Reads numbered paragraphs from `begins` up to `end`; all others are set aside.
pub fn between(source: &str, paragraphs: &[Paragraph], begins: usize, end: usize) -> Option<Found> {
    let mut found = numbered(source, &paragraphs[begins..end], 0)?;
    found.first += begins;
    found.aside.iter_mut().for_each(|n| *n += begins);
    found.aside.extend(end..paragraphs.len());
    Some(found)
}

/// Reads the pieces of a paragraph that holds the whole list, with what belongs to the last of them below it.
pub fn in_one(source: &str, paragraphs: &[Paragraph], pieces: Range<usize>) -> Option<Found> {
    let is_other = |p: &Paragraph| p.marker.is_some() || p.heading.is_some() || p.title_score > 0;
    let end = (pieces.end..paragraphs.len()).find(|n| is_other(&paragraphs[*n])).unwrap_or(paragraphs.len());
    between(source, paragraphs, pieces.start, end)
}

/// Reads numbered paragraphs where the list has come to the number `last` before these paragraphs.
pub fn going_on(source: &str, paragraphs: &[Paragraph], from: usize, last: u32) -> Option<Found> {
    read(source, paragraphs, from, last, |_, _| None)
}

/// Reads numbered paragraphs; `closing` finds the sentence after the last of them that closes the list.
fn read(
    source: &str,
    paragraphs: &[Paragraph],
    from: usize,
    last: u32,
    closing: fn(&[Paragraph], &[usize]) -> Option<Span>,
) -> Option<Found> {
    let beside = Beside::of(paragraphs);
    let mut levels = levels(paragraphs, from, &beside, last);
    levels.retain(|l| l.at.len() >= if from > 0 { 1 } else { MIN_ITEMS });
    // the chapters of a report are no items
    let is_name = |at: &usize| paragraphs[*at].heading.is_some();
    levels.retain(|l| beside.chapters != Some(l.style) || !l.at.iter().all(is_name));
    levels.sort_by_key(|l| l.at[0]);
    let heads = |at: usize| {
        let next = at + 1 + heading_owners::lines_below(paragraphs, at);
        let own = paragraphs[at].marker.map(|m| m.style);
        let below = paragraphs.get(next).filter(|p| p.bare.is_none()).and_then(|p| p.marker);
        let below = below.is_some_and(|m| Some(m.style) != own);
        beside.heads[at] || paragraphs[at].heading.is_some() && below
    };
    let depth = levels.iter().position(|l| l.at.iter().filter(|at| heads(**at)).count() * 2 <= l.at.len())?;
    let items: Vec<usize> = levels[depth].at.iter().copied().filter(|at| !beside.inside[*at]).collect();
    let from_item = *items.first()?;
    let other_style = |at: &usize| paragraphs[*at].heading.as_ref().is_some_and(|h| h.style != levels[depth].style);
    let is_category = |at: &usize| heads(*at) && !beside.inside[*at] && other_style(at);
    let categories: Vec<usize> = (from..paragraphs.len()).filter(is_category).collect();
    let first = categories.first().map_or(from_item, |c| from_item.min(*c));
    let mut found = Found { first, ..Found::default() };
    let mut used = vec![false; paragraphs.len()];
    let mut borders: Vec<usize> = (from..paragraphs.len()).filter(|at| beside.inside[*at]).collect();
    borders.extend(&categories);
    borders.sort_unstable();
    let ends = item_ends::of(paragraphs, &items, &borders);
    found.rest = closing(paragraphs, &items);
    let mut number = 0;
    let mut headings: Vec<Option<usize>> = vec![];
    for (&at, &end) in items.iter().zip(&ends) {
        let heading = categories[..categories.partition_point(|c| *c < at)].last().copied();
        if headings.last() != Some(&heading) {
            found.groups.push(group(paragraphs, heading));
            headings.push(heading);
        }
        let value = paragraphs[at].marker.map_or(0, |m| m.value);
        number = if value > number { value } else { number + 1 };
        let cut = found.rest.filter(|_| Some(&at) == items.last());
        let row = item(source, paragraphs, at..end, number, cut);
        (at..end).for_each(|i| used[i] = i == at || !paragraphs[i].is_furniture());
        if let Some(group) = found.groups.last_mut() {
            group.rows.push(row);
        }
    }
    for (&at, group) in headings.iter().zip(&mut found.groups).filter_map(|(at, group)| Some((at.as_ref()?, group))) {
        let heading = at..at + 1 + heading_owners::lines_below(paragraphs, at);
        heading_owners::give(source, &paragraphs[heading.clone()], group);
        used[heading].fill(true);
    }
    let may_be_above = |at: &usize| paragraphs[*at].heading.is_some() && !beside.inside[*at] && other_style(at);
    let all: Vec<usize> = (from..paragraphs.len()).filter(may_be_above).collect();
    tiers::name_by_place(source, paragraphs, &headings, &all, &mut found.groups)
        .into_iter()
        .for_each(|at| used[at] = true);
    found.aside = (first..paragraphs.len()).filter(|i| !used[*i]).collect();
    Some(found)
}

fn group(paragraphs: &[Paragraph], heading: Option<usize>) -> Group {
    let heading = heading.and_then(|h| paragraphs[h].heading.clone());
    let (name, declared_items) = heading.map_or((String::new(), None), |h| (h.name, h.declared_items));
    Group { name, declared_items, rows: vec![] }
}

/// Chains of numbered paragraphs by style. A chain begins at 1 or after `last` (one more if the first was lost) and rises; it may
/// start again where another style's number stands between. What stands beside the list has none.
fn levels(paragraphs: &[Paragraph], from: usize, beside: &Beside, last: u32) -> Vec<Level> {
    let may_begin = |value: u32| value <= 2 || (last + 1..last + 3).contains(&value);
    let mut levels: Vec<(Level, u32)> = vec![];
    let mut last_style = None;
    for (i, p) in paragraphs.iter().enumerate().skip(from) {
        let is_beside = beside.inside[i] && !beside.heads[i];
        let Some(m) = p.marker.filter(|_| !p.is_furniture() && p.column.is_none() && !is_beside) else { continue };
        match levels.iter_mut().find(|(l, _)| l.style == m.style) {
            None if may_begin(m.value) => levels.push((Level { style: m.style, at: vec![i] }, m.value)),
            None => {}
            Some((level, value)) => {
                let goes_on = m.value > *value && m.value <= *value + 3;
                let again = m.value == 1 && last_style != Some(m.style);
                if goes_on || again || m.value == *value {
                    level.at.push(i);
                    *value = m.value;
                }
            }
        }
        last_style = Some(m.style);
    }
    levels.into_iter().map(|(l, _)| l).collect()
}

/// One item: its numbered paragraph and those below it; `closing` is the part of the first that is not its own.
fn item(source: &str, paragraphs: &[Paragraph], own: Range<usize>, number: u32, closing: Option<Span>) -> Row {
    let p = &paragraphs[own.start];
    let len = p.marker.map_or(0, |m| m.end());
    let head = Span { start: p.span.start + len as u32, end: closing.map_or(p.span.end, |c| c.start) };
    let label = match p.marker {
        Some(m) if m.style == Style::Bullet => number.to_string(),
        marker => marker.map_or("", |m| m.label(p.text)).to_string(),
    };
    let mut title = Cell::of(source, head);
    let mut rest = Cell::default();
    for below in paragraphs[own.start + 1..own.end].iter().filter(|p| !p.is_furniture()) {
        let goes_on = |cell: &Cell| below.marker.is_none() && wrapped::goes_on(cell.text(), below.text);
        if rest.is_empty() && goes_on(&title) {
            title.push(source, below.span, "");
        } else {
            let joint = if goes_on(&rest) { "" } else { "\n" };
            rest.push(source, below.span, joint);
        }
    }
    let words = title.text();
    let is_heading = words.chars().count() <= MAX_HEADING && !words.contains('；');
    let body = match rest.is_empty() {
        true => None,
        false if is_heading || item_ends::is_labelled(rest.text()) => Some(rest),
        false => {
            title.append(&rest, "\n");
            None
        }
    };
    Row { number, label, title, body, ..Row::default() }
}

/// The longest heading of an item, in characters.
const MAX_HEADING: usize = 60;

/// Reads a sentence such as `…办好15件民生实事，包括：甲；乙；丙。`.
pub fn semicolons(source: &str, paragraphs: &[Paragraph]) -> Option<Found> {
    let (at, colon) = paragraphs.iter().enumerate().find_map(|(i, p)| announced(p.text).map(|colon| (i, colon)))?;
    let p = &paragraphs[at];
    let listed = &p.text[colon..];
    let last_mark = listed.rfind(['；', ';'])?;
    let stop = listed[last_mark..].find('。').map_or(listed.len(), |s| last_mark + s + '。'.len_utf8());
    let mut rows = vec![];
    let mut start = 0;
    let ends = item_stops(&listed[..stop], facts::declared(&p.text[..colon]).items);
    for (n, (end, next)) in ends.into_iter().enumerate() {
        let clause = &listed[start..end];
        let words = clause.trim_start();
        let marker = marker::leading(words);
        let own = marker.map_or(0, |m| m.end());
        let from = p.span.start as usize + colon + start + (clause.len() - words.len()) + own;
        let (number, title) = (n as u32 + 1, words[own..].trim_end());
        if !title.is_empty() {
            let label = marker.map_or_else(|| number.to_string(), |m| m.label(words).to_string());
            let title = Cell::of(source, Span::new(from, from + title.len()));
            rows.push(Row { number, label, title, ..Row::default() });
        }
        start = next;
    }
    let title = announced_title(&p.text[..colon]);
    let aside = (0..paragraphs.len()).filter(|i| *i != at).collect();
    let (year, jurisdiction) = (facts::year(&p.text[..colon]), facts::announcer(&p.text[..colon]));
    let groups = vec![Group { rows, ..Group::default() }];
    Some(Found { groups, first: at, aside, rest: after(p, colon + stop), title, year, jurisdiction })
}

/// Where the items of a list end and the next begin: at its semicolons, and at full stops between them where the list announces
/// as many items as there are then. A full stop is the item's own.
fn item_stops(listed: &str, items: Option<u32>) -> Vec<(usize, usize)> {
    let stop = listed.len();
    let of = |marks: &'static [char]| {
        let marks = listed.trim_end_matches('。').match_indices(marks);
        let end = |(at, mark): (usize, &str)| (if mark == "。" { at + mark.len() } else { at }, at + mark.len());
        marks.map(end).chain([(stop, stop)]).collect::<Vec<_>>()
    };
    let plain = of(&['；', ';']);
    let announced = |ends: &[(usize, usize)]| items.is_some_and(|n| n as usize == ends.len());
    if announced(&plain) {
        return plain;
    }
    Some(of(&['；', ';', '。'])).filter(|ends| announced(ends)).unwrap_or(plain)
}

/// What follows byte `end` of a paragraph, if it has words.
pub fn after(p: &Paragraph, end: usize) -> Option<Span> {
    let words = p.text[end..].trim_start_matches(|c: char| "。；;，, ".contains(c));
    (!words.is_empty()).then(|| Span { start: p.span.end - words.len() as u32, end: p.span.end })
}

/// The byte after the colon of an announcing sentence, if the paragraph has one and at least two semicolons after it.
fn announced(text: &str) -> Option<usize> {
    let (last_but_one, _) = text.rmatch_indices(['；', ';']).nth(1)?;
    let colons = text.match_indices(['：', ':']).map(|(i, c)| (i, i + c.len()));
    let before_items = colons.take_while(|(_, after)| *after <= last_but_one);
    before_items.into_iter().find_map(|(i, after)| {
        let sentence = enumeration::sentence_before(text, 0, i);
        let says = sentence.contains("实事") || facts::declared(sentence).items.is_some();
        says.then_some(after)
    })
}

/// `15件市级重点民生实事` out of `…办好15件市级重点民生实事，包括：`.
pub fn announced_title(head: &str) -> Option<String> {
    let word = "实事";
    let end = head.rfind(word)? + word.len();
    let end = if head[end..].starts_with("项目") { end + "项目".len() } else { end };
    let clause = head[..end].rsplit(['，', '。', ',', '！', '：', ':']).next()?;
    let number = clause.char_indices().find(|(_, c)| super::digits::any(*c).is_some() || *c == '十').map(|(i, _)| i)?;
    Some(clause[number..].to_string())
}

/// The same where it has the count; 办好一批民生实事 names no list.
pub fn counted_title(head: &str) -> Option<String> {
    announced_title(head).filter(|title| facts::declared(title).items == facts::declared(head).items)
}
