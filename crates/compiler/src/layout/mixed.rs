//! A plan whose first chapters are tables and whose last are prose: the chapters after the tables are read as prose and go on
//! with the list. Only a heading that counts on from those over the tables begins such a chapter.

use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::{fields, heading_owners, prose};

/// Reads the chapters after the tables into `groups`; `aside` are the paragraphs that the tables left, and those that are read
/// here leave it.
pub fn go_on(
    source: &str,
    paragraphs: &[Paragraph],
    year: Option<i16>,
    groups: &mut Vec<Group>,
    aside: &mut Vec<usize>,
) {
    let Some(begins) = next_chapter(paragraphs, aside) else { return };
    let Some(found) = prose::numbered(source, &paragraphs[begins..], 0) else { return };
    let heads = paragraphs[begins].heading.as_ref();
    let mut later = found.groups;
    if let (Some(first), Some(heading)) = (later.first_mut(), heads)
        && first.name.is_empty()
    {
        (first.name, first.declared_items) = (heading.name.clone(), heading.declared_items);
        heading_owners::give(source, &paragraphs[begins..=begins], first);
    }
    let mut last = rows(groups).map(|r| r.number).max().unwrap_or(0);
    for row in later.iter_mut().flat_map(|g| &mut g.rows) {
        fields::take(source, row, year);
        last = if row.number > last { row.number } else { last + 1 };
        row.number = last;
    }
    let left: Vec<usize> =
        (0..found.first).chain(found.aside).map(|at| begins + at).filter(|at| *at != begins).collect();
    aside.retain(|at| *at < begins);
    aside.extend(left);
    groups.extend(later);
}

fn rows(groups: &[Group]) -> impl Iterator<Item = &Row> {
    groups.iter().flat_map(|g| &g.rows)
}

/// The first heading below all tables that has the number after that of the last heading over a table.
fn next_chapter(paragraphs: &[Paragraph], aside: &[usize]) -> Option<usize> {
    let end = paragraphs.iter().rposition(|p| p.cell.is_some())? + 1;
    let is_aside = |at: usize| aside.binary_search(&at).is_ok();
    let over = (0..end).rev().filter(|at| paragraphs[*at].cell.is_none() && !is_aside(*at));
    let last = over.into_iter().find_map(|at| paragraphs[at].heading.as_ref())?;
    let follows =
        |p: &Paragraph| p.heading.as_ref().is_some_and(|h| h.style == last.style && h.ordinal == last.ordinal + 1);
    (end..paragraphs.len()).find(|at| follows(&paragraphs[*at]))
}
