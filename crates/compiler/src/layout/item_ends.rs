//! Where the items of a list in prose end. The last one has no other below it: what goes on with it, fields of its own and the
//! length of the others tell; a new chapter, an annex or a sentence that closes the list is no part of it.

use std::collections::HashSet;

use yinuo_diag::Span;

use super::closing;
use super::furniture;
use super::grid;
use super::marker::Style;
use super::notes;
use super::paragraph::Paragraph;
use super::wrapped;

/// Where each item ends: at the next item or at one of `borders`, which no item goes over. The last one is no longer than
/// the longest of the others.
pub fn of(paragraphs: &[Paragraph], items: &[usize], borders: &[usize]) -> Vec<usize> {
    let mut ends = vec![];
    for (n, at) in items.iter().enumerate() {
        let next_item = items.get(n + 1).copied().unwrap_or(paragraphs.len());
        let next_border = borders.get(borders.partition_point(|b| b < at)).copied().unwrap_or(paragraphs.len());
        ends.push(next_item.min(next_border));
    }
    let others = items.len() - 1;
    let longest = items.iter().zip(&ends).take(others).map(|(at, end)| end - at).max().unwrap_or(1);
    // A label that an earlier item has is one of the last item too.
    let above = items.iter().zip(&ends).take(others).flat_map(|(at, end)| at + 1..*end);
    let labels: HashSet<&str> = above.filter_map(|i| field_label(paragraphs[i].text)).collect();
    let may_close = !items
        .iter()
        .zip(&ends)
        .take(others)
        .flat_map(|(at, end)| at + 1..*end)
        .any(|i| closing::closes(paragraphs[i].text));
    let is_field = |text: &str| is_labelled(text) || field_label(text).is_some_and(|l| labels.contains(l));
    if let (Some(at), Some(end)) = (items.last(), ends.last_mut()) {
        let belongs = |i: &usize| {
            let (above, p) = (&paragraphs[*i - 1], &paragraphs[*i]);
            p.marker.is_some()
                || is_field(p.text)
                || wrapped::goes_on(above.text, p.text)
                || grid::begins_with_period(p.text)
        };
        let lines = (at + 1..*end).take_while(belongs).count();
        let chapter = paragraphs[..items[0]].iter().rev().find_map(|p| p.heading.as_ref()).map(|h| h.style);
        let own = paragraphs[*at].marker.map(|m| m.style);
        let is_chapter = |p: &Paragraph| {
            let style = p.heading.as_ref().map(|h| h.style);
            style.is_some() && style != own && (style == chapter || style == Some(Style::Han))
        };
        let stop = (at + 1..*end).map(|i| (i, &paragraphs[i])).find(|(_, p)| {
            p.text.starts_with("附件")
                || notes::ends_table(p.text)
                || p.title_score > 0
                || furniture::heads_links(p.text)
                || is_chapter(p)
                || may_close && p.marker.is_none() && closing::closes(p.text)
        });
        let stop = stop.map(|(i, _)| i);
        // After fields of its own nothing else belongs to an item.
        let fields = (at + 1..*end).take_while(|i| is_field(paragraphs[*i].text)).count();
        let room = if fields > 0 && fields == lines { 1 + fields } else { longest.max(1 + lines) };
        *end = stop.unwrap_or(*end).min(at + room);
    }
    ends
}

/// `责任单位：…`, `完成时限：…`: a line that belongs to the item above.
pub fn is_labelled(text: &str) -> bool {
    field_label(text).is_some_and(is_label)
}

/// Whether words are the label of such a line.
pub fn is_label(words: &str) -> bool {
    let ends = ["单位", "部门", "领导", "时限", "时间", "责任人", "主体", "目标", "内容", "安排", "进度", "分工"];
    ends.iter().any(|w| words.ends_with(w))
}

/// The words before the colon of a line, where they are few.
pub fn field_label(text: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    let (colon, _) = text.char_indices().take(LONGEST + 1).find(|(_, c)| matches!(c, '：' | ':'))?;
    (colon > 0).then(|| &text[..colon])
}

/// The sentence at the end of the last item's paragraph that closes the list.
pub fn closing(paragraphs: &[Paragraph], items: &[usize]) -> Option<Span> {
    let (&at, others) = items.split_last()?;
    let p = &paragraphs[at];
    let own = p.marker.map_or(0, |m| m.end());
    let begins = closing::begins(&p.text[own..], others.iter().map(|n| paragraphs[*n].text))?;
    Some(Span { start: p.span.start + (own + begins) as u32, end: p.span.end })
}
