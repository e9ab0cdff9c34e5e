//! Lists written as prose: numbered paragraphs, with or without headings and categories; or one sentence that announces
//! its items and divides them by semicolons. No schedule, so no milestones.

use yinuo_diag::Span;

use super::facts;
use super::marker::Style;
use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use crate::cell::Cell;

/// A list read from prose.
pub struct Found {
    /// Categories with their rows.
    pub groups: Vec<Group>,
    /// Index of the paragraph where the list begins.
    pub first: usize,
    /// Indices of later paragraphs that were set aside.
    pub aside: Vec<usize>,
    /// A title that the announcing sentence gives.
    pub title: Option<String>,
}

/// The fewest numbered paragraphs that make a list.
const MIN_ITEMS: usize = 2;

/// Numbered paragraphs of one style in a rising chain: indices of paragraphs.
struct Level {
    style: Style,
    at: Vec<usize>,
}

/// Reads numbered paragraphs.
pub fn numbered(source: &str, paragraphs: &[Paragraph]) -> Option<Found> {
    let mut levels = levels(paragraphs);
    levels.retain(|l| l.at.len() >= MIN_ITEMS);
    levels.sort_by_key(|l| l.at[0]);
    let outer = levels.first()?;
    let inner = levels.get(1).filter(|inner| are_categories(paragraphs, &outer.at, &inner.at));
    let items = inner.unwrap_or(outer);
    let categories: &[usize] = if inner.is_some() { &outer.at } else { &[] };
    let first = outer.at[0].min(items.at[0]);
    let mut found = Found { groups: vec![], first, aside: vec![], title: None };
    let many_paragraphs = items.at.windows(2).filter(|w| w[1] - w[0] > 1).count() * 2 > items.at.len();
    let mut number = 0;
    for (n, &at) in items.at.iter().enumerate() {
        let heading = categories.iter().rev().find(|c| **c < at);
        start_group(paragraphs, heading.copied(), n, &items.at, &mut found);
        let next_item = items.at.get(n + 1).copied();
        let next_heading = categories.iter().find(|c| **c > at).copied();
        let end = [next_item, next_heading].into_iter().flatten().min().unwrap_or(paragraphs.len());
        let last = next_item.is_none();
        let (cell_end, aside) = if last && !many_paragraphs { (at + 1, at + 1..end) } else { (end, end..end) };
        found.aside.extend(aside);
        let value = paragraphs[at].marker.map_or(0, |m| m.value);
        number = if value > number { value } else { number + 1 };
        let row = item(source, paragraphs, at, cell_end, number, &mut found.aside);
        if let Some(group) = found.groups.last_mut() {
            group.rows.push(row);
        }
    }
    Some(found)
}

/// Chains of numbered paragraphs by style. A chain begins at 1 (2 if the first was lost) and rises; it may start again
/// where another style's number stands between.
fn levels(paragraphs: &[Paragraph]) -> Vec<Level> {
    let mut levels: Vec<(Level, u32)> = vec![];
    let mut last_style = None;
    for (i, p) in paragraphs.iter().enumerate() {
        let Some(m) = p.marker.filter(|_| !p.furniture && p.column.is_none()) else { continue };
        match levels.iter_mut().find(|(l, _)| l.style == m.style) {
            None if m.value <= 2 => levels.push((Level { style: m.style, at: vec![i] }, m.value)),
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

/// The outer numbers head categories when most are short headings with an inner number right below.
fn are_categories(paragraphs: &[Paragraph], outer: &[usize], inner: &[usize]) -> bool {
    let heads = outer.iter().filter(|at| paragraphs[**at].heading.is_some() && inner.contains(&(**at + 1))).count();
    heads * 2 > outer.len() && inner.len() > outer.len()
}

fn start_group(paragraphs: &[Paragraph], heading: Option<usize>, n: usize, items: &[usize], found: &mut Found) {
    let begins = match heading {
        None => n == 0,
        Some(h) => n == 0 || items[n - 1] < h,
    };
    if begins {
        let h = heading.and_then(|h| paragraphs[h].heading.clone());
        let (name, declared_items) = h.map_or((String::new(), None), |h| (h.name, h.declared_items));
        found.groups.push(Group { name, declared_items, rows: vec![] });
    }
}

/// One item: its numbered paragraph and those below it up to `end`.
fn item(source: &str, paragraphs: &[Paragraph], at: usize, end: usize, number: u32, aside: &mut Vec<usize>) -> Row {
    let p = &paragraphs[at];
    let len = p.marker.map_or(0, |m| m.len);
    let head = Span { start: p.span.start + len as u32, end: p.span.end };
    let label = p.text[..len].trim_matches(|c: char| c.is_whitespace() || "().（）、．[]【】".contains(c)).to_string();
    let mut rest = Cell::default();
    for (i, below) in paragraphs.iter().enumerate().take(end).skip(at + 1) {
        if below.furniture {
            aside.push(i);
        } else {
            rest.push(source, below.span, "\n");
        }
    }
    let mut title = Cell::of(source, head);
    let words = &p.text[len..];
    let is_heading = words.chars().count() <= MAX_HEADING && !words.contains('；');
    let body = match rest.is_empty() {
        true => None,
        false if is_heading => Some(rest),
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
    let mut ends: Vec<usize> = listed[..stop].match_indices(['；', ';']).map(|(i, _)| i).collect();
    ends.push(stop);
    for (n, end) in ends.into_iter().enumerate() {
        let words = &listed[start..end];
        let from = p.span.start as usize + colon + start + (words.len() - words.trim_start().len());
        let number = n as u32 + 1;
        if !words.trim().is_empty() {
            let title = Cell::of(source, Span::new(from, from + words.trim().len()));
            rows.push(Row { number, label: number.to_string(), title, ..Row::default() });
        }
        start = (end + listed[end..].chars().next().map_or(0, char::len_utf8)).min(stop);
    }
    let title = announced_title(&p.text[..colon]);
    let aside = (0..paragraphs.len()).filter(|i| *i != at).collect();
    Some(Found { groups: vec![Group { rows, ..Group::default() }], first: at, aside, title })
}

/// The byte after the colon of an announcing sentence, if the paragraph has one and at least two semicolons after it.
fn announced(text: &str) -> Option<usize> {
    let colon = text.find(['：', ':'])?;
    text.match_indices(['：', ':']).map(|(i, c)| (i, i + c.len())).find_map(|(i, after)| {
        let head = &text[..i];
        let sentence = head.rfind('。').map_or(head, |s| &head[s..]);
        let says = facts::declared(sentence).items.is_some() || sentence.contains("实事");
        let marks = text[after..].matches(['；', ';']).count();
        (says && marks >= 2 && i >= colon).then_some(after)
    })
}

/// `15件市级重点民生实事` out of `…办好15件市级重点民生实事，包括：`.
fn announced_title(head: &str) -> Option<String> {
    let word = "实事";
    let end = head.rfind(word)? + word.len();
    let clause = head[..end].rfind(['，', '。', ',', '！', '：']).map_or(0, |i| i + 3);
    let clause = head.get(clause..end)?;
    let number = clause.char_indices().find(|(_, c)| super::digits::any(*c).is_some() || *c == '十').map(|(i, _)| i)?;
    Some(clause[number..].to_string())
}
