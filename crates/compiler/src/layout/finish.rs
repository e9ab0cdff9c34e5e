//! What is said of a list once it was read: the text set aside, and the part of a long document it was taken from. Moves no
//! row and no cell, but for marks beside the text.

use std::collections::HashSet;

use yinuo_diag::{Diagnostic, Span};

use super::furniture::{self, Furniture};
use super::outline::{self, Group, Outline};
use super::paragraph::Paragraph;
use super::{facts, letter, marker, marks, notes, section};
use crate::roles;
use crate::syntax::letters::is_han;

/// What is said of a list that was read: text set aside, the part of a long document it was taken from.
pub fn told(
    mut outline: Outline,
    source: &str,
    paragraphs: &[Paragraph],
    (title_at, aside): (Option<usize>, Vec<usize>),
) -> Outline {
    outline.findings.extend(marks::set_aside(source, &mut outline.groups));
    outline.year = facts::year_once_read(&outline);
    // where the list is a part of a long text, the rest of that is no text that was missed
    let section = section::told(paragraphs, &outline, title_at);
    let of_rows = section.as_ref().map(|_| outline.aside.clone());
    outline.findings.extend(aside.iter().filter_map(|at| heads_nothing(&paragraphs[*at])));
    count_aspects_as_items(&mut outline);
    count_groups(&mut outline);
    let all_there = outline.declared.items.is_some_and(|n| n as usize == outline::rows(&outline.groups));
    outline.aside.extend(not_facts(paragraphs, aside));
    outline.aside.sort_unstable_by_key(|s| s.start);
    outline.findings.extend(section);
    let told = |span: &Span| outline.under_headings.binary_search(span).is_ok();
    let of_page = rows_of_a_page(paragraphs);
    let holds_none = |span: &Span| of_page.contains(&span.start) || letter::holds_none(span.of(source));
    let may_be_one = |span: &Span| !all_there || may_be_an_item(span.of(source));
    let to_look_at = |span: &&Span| !told(span) && may_be_one(span) && !holds_none(span);
    // what may be an item that was missed is told though all announced items were read
    if !all_there || outline.under_headings.iter().any(|span| may_be_an_item(span.of(source))) {
        outline.findings.extend(notes::columns_beside(&outline.beside));
    }
    let aside = of_rows.as_ref().unwrap_or(&outline.aside).iter().filter(to_look_at).copied();
    let between = if of_rows.is_none() { amounts_between(source, paragraphs, &outline.groups) } else { HashSet::new() };
    let (lost, other): (Vec<Span>, Vec<Span>) = aside.partition(|span| between.contains(&span.start));
    outline.findings.extend(notes::amounts_left_out(&lost));
    outline.findings.extend(notes::set_aside(&other));
    outline
}

/// Where the paragraphs begin that stand between the first words of a list and the last, and count something: what was left out
/// there may well be promised. Sums and remarks are not.
fn amounts_between(source: &str, paragraphs: &[Paragraph], groups: &[Group]) -> HashSet<u32> {
    let rows = || groups.iter().flat_map(|g| &g.rows);
    let begins = rows().filter_map(|r| r.title.spans().next()).map(|s| s.start).min().unwrap_or(u32::MAX);
    let ends = rows().filter_map(|r| r.title.spans().next()).map(|s| s.start).max().unwrap_or(0);
    let row = |p: &Paragraph| p.cell.map(|c| (c.table, c.row));
    let inside = || paragraphs.iter().filter(|p| (begins..ends).contains(&p.span.start));
    let sums: HashSet<_> = inside().filter(|p| notes::ends_table(p.text)).filter_map(row).collect();
    let is_sum = |p: &Paragraph| notes::ends_table(p.text) || row(p).is_some_and(|r| sums.contains(&r));
    let left = inside().filter(|p| !p.is_furniture() && p.column.is_none() && !is_sum(p));
    left.filter(|p| counts_something(p.span.of(source))).map(|p| p.span.start).collect()
}

/// 十方面民生实事 over ten items without categories: the aspects are the items.
fn count_aspects_as_items(outline: &mut Outline) {
    let declared = &mut outline.declared;
    let rows = outline::rows(&outline.groups) as u32;
    if declared.items.is_none() && declared.categories == Some(rows) && outline.groups.len() == 1 {
        declared.items = declared.categories.take();
    }
}

/// Where the title counts groups side by side, each is counted where its heading says the same: 实施8项民生工程.
fn count_groups(outline: &mut Outline) {
    let counts = outline.title.as_deref().map(facts::side_by_side).unwrap_or_default();
    if counts.is_empty() {
        return;
    }
    for group in outline.groups.iter_mut().filter(|g| g.declared_items.is_none()) {
        group.declared_items = facts::declared(&group.name).items.filter(|n| counts.contains(n));
    }
}

/// True for text that may be an item which was missed though as many were read as are announced: it is numbered, or counts
/// something other than items and days (另更换井盖120个).
fn may_be_an_item(text: &str) -> bool {
    counts_something(text) || marker::leading(text).is_some()
}

fn counts_something(text: &str) -> bool {
    const COUNT_NO_THING: [char; 14] =
        ['年', '月', '日', '号', '届', '件', '项', '时', '点', '版', '期', '页', '类', '大'];
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let in_number = |c: char| digit(c) || c == ' ' || matches!(c, '.' | '万' | '亿' | '余' | '多');
    let mut rest = text;
    while let Some(at) = rest.find(digit) {
        rest = rest[at..].trim_start_matches(in_number);
        if rest.starts_with(is_han) && !rest.starts_with(COUNT_NO_THING) && !rest.starts_with("个项目") {
            return true;
        }
    }
    false
}

/// Where the cells begin whose row a page put there, `索引号：` with what stands beside it, and its links to other pages.
fn rows_of_a_page(paragraphs: &[Paragraph]) -> HashSet<u32> {
    let row = |p: &Paragraph| p.cell.map(|c| (c.table, c.row));
    let by_page: HashSet<_> = paragraphs.iter().filter(|p| p.furniture == Furniture::Yes).filter_map(row).collect();
    let is_of_page = |p: &&Paragraph| row(p).is_some_and(|r| by_page.contains(&r));
    let links = paragraphs.iter().rposition(|p| furniture::heads_links(p.text)).unwrap_or(paragraphs.len());
    let links = paragraphs[links..].iter().filter(|p| p.furniture == Furniture::Yes);
    paragraphs.iter().filter(is_of_page).chain(links).map(|p| p.span.start).collect()
}

/// A warning about a heading that was set aside though it states how many items it has.
fn heads_nothing(p: &Paragraph) -> Option<Diagnostic> {
    let heading = p.heading.as_ref().filter(|_| !p.has_neighbours)?;
    let items = heading.declared_items.filter(|n| *n > 0)?;
    Some(notes::heads_nothing(p.span, &heading.name, items))
}

/// A note of at most so many bytes that the first body leads is no text to look at: `lower` does what it says.
const NOTE_BYTES: usize = 200;

/// Paragraphs set aside, without the title and the lines that a fact was read from.
fn not_facts(paragraphs: &[Paragraph], mut aside: Vec<usize>) -> Vec<Span> {
    aside.sort_unstable();
    aside.dedup();
    let own = facts::own_end(paragraphs);
    let heeded = |text: &str| text.len() <= NOTE_BYTES && roles::first::says(text);
    let told =
        |i: usize, p: &Paragraph| i < own && p.title_score > 0 || facts::published(p.text).is_some() || heeded(p.text);
    aside.into_iter().map(|i| (i, &paragraphs[i])).filter(|(i, p)| !told(*i, p)).map(|(_, p)| p.span).collect()
}
