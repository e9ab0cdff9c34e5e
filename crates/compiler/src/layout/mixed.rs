//! A plan some of whose chapters are tables and others prose, in any order: the chapters of prose are read as such and take their
//! place in the list. Only headings that count on from one another are its chapters.

use std::ops::Range;

use super::beside;
use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::{fields, heading_owners, prose};

/// Reads the chapters without a table into `groups`; `aside` are the paragraphs that the tables left, and those that are read here
/// leave it.
pub fn go_on(
    source: &str,
    paragraphs: &[Paragraph],
    year: Option<i16>,
    groups: &mut Vec<Group>,
    aside: &mut Vec<usize>,
) {
    let is_aside = |at: usize| aside.binary_search(&at).is_ok();
    let Some(over) = over_tables(paragraphs).rfind(|at| !is_aside(*at)) else { return };
    let (mut covered, mut left): (Vec<Range<usize>>, Vec<usize>) = (vec![], vec![]);
    for run in runs(paragraphs, &chapters(paragraphs, over)) {
        if let Some((found, rest)) =
            read(source, paragraphs, year, run.clone(), last_before(groups, &paragraphs[run.start]))
        {
            groups.extend(found);
            left.extend(rest);
            covered.push(run);
        }
    }
    if !covered.is_empty() {
        let is_covered = |at: &usize| {
            let next = covered.partition_point(|run| run.end <= *at);
            covered.get(next).is_some_and(|run| run.contains(at))
        };
        aside.retain(|at| !is_covered(at));
        aside.extend(left);
        groups.sort_by_key(|g| g.rows.first().and_then(|row| row.title.spans().next()).map(|first| first.start));
        number(groups);
    }
}

/// Whether chapters of prose stand before the first table, so that the heading over a table is a category as theirs are.
pub fn prose_first(paragraphs: &[Paragraph]) -> bool {
    let Some(over) = over_tables(paragraphs).next() else { return false };
    let is_category = |at: usize| paragraphs[at].heading.as_ref().is_some_and(|h| !beside::is_no_category(&h.name));
    let earlier: Vec<usize> = chapters(paragraphs, over).into_iter().filter(|at| *at <= over).collect();
    let has_items = |(from, to): (usize, usize)| paragraphs[from + 1..to].iter().any(|p| p.marker.is_some());
    earlier.len() > 1
        && earlier.iter().all(|at| is_category(*at))
        && earlier.windows(2).all(|pair| has_items((pair[0], pair[1])))
}

/// One run of chapters without a table, read as prose: its groups, and the paragraphs that are in none.
fn read(
    source: &str,
    paragraphs: &[Paragraph],
    year: Option<i16>,
    run: Range<usize>,
    last: u32,
) -> Option<(Vec<Group>, Vec<usize>)> {
    let begins = run.start;
    let within = &paragraphs[run];
    // one item is enough under the heading of a chapter
    let from = |from: usize| prose::going_on(source, within, from, last);
    let found = from(0).or_else(|| from(1))?;
    let mut later = found.groups;
    if let (Some(first), Some(heading)) = (later.first_mut(), &within[0].heading)
        && first.name.is_empty()
    {
        (first.name, first.declared_items) = (heading.name.clone(), heading.declared_items);
        heading_owners::give(source, &within[..1], first);
    }
    later.iter_mut().flat_map(|g| &mut g.rows).for_each(|row| fields::take(source, row, year));
    let left = (0..found.first).chain(found.aside).map(|at| begins + at).filter(|at| *at != begins).collect();
    Some((later, left))
}

/// The greatest number before a paragraph.
fn last_before(groups: &[Group], begins: &Paragraph) -> u32 {
    let is_before = |row: &&Row| row.title.spans().next().is_some_and(|first| first.start < begins.span.start);
    groups.iter().flat_map(|g| &g.rows).filter(is_before).map(|row| row.number).max().unwrap_or(0)
}

/// Numbers that rise through the whole list: as written where they do, else counted on.
fn number(groups: &mut [Group]) {
    let mut last = 0;
    for row in groups.iter_mut().flat_map(|g| &mut g.rows) {
        let row: &mut Row = row;
        last = if row.number > last { row.number } else { last + 1 };
        row.number = last;
    }
}

/// The headings that stand right over tables, in order.
fn over_tables<'a>(paragraphs: &'a [Paragraph]) -> impl DoubleEndedIterator<Item = usize> + 'a {
    let begins =
        |at: &usize| paragraphs[*at].cell.is_some() && paragraphs[..*at].last().is_none_or(|p| p.cell.is_none());
    let tables = (0..paragraphs.len()).filter(begins);
    let over = tables.filter_map(|table| {
        let outside = (0..table).rev().take_while(|at| paragraphs[*at].cell.is_none());
        outside.into_iter().find(|at| paragraphs[*at].heading.is_some())
    });
    over.collect::<Vec<_>>().into_iter()
}

/// The headings of one style that count on from one another, up to the one over a table and on from it.
fn chapters(paragraphs: &[Paragraph], over: usize) -> Vec<usize> {
    let Some(anchor) = &paragraphs[over].heading else { return vec![] };
    let ordinal = |at: usize| {
        let heading =
            paragraphs[at].heading.as_ref().filter(|h| h.style == anchor.style && paragraphs[at].cell.is_none());
        heading.map(|h| h.ordinal)
    };
    let mut next = anchor.ordinal;
    let mut earlier: Vec<usize> = (0..over)
        .rev()
        .filter(|at| {
            let counts = ordinal(*at).is_some_and(|n| n + 1 == next);
            next -= u32::from(counts);
            counts
        })
        .collect();
    earlier.reverse();
    let mut last = anchor.ordinal;
    let later = (over + 1..paragraphs.len()).filter(|at| {
        let counts = ordinal(*at).is_some_and(|n| n == last + 1);
        last += u32::from(counts);
        counts
    });
    let later: Vec<usize> = later.collect();
    earlier.into_iter().chain([over]).chain(later).collect()
}

/// Chapters that follow each other and hold no table. Those before the first table are none where they do not head categories.
fn runs(paragraphs: &[Paragraph], chapters: &[usize]) -> Vec<Range<usize>> {
    let first = paragraphs.iter().position(|p| p.cell.is_some()).unwrap_or(0);
    let prose_first = prose_first(paragraphs);
    let mut runs: Vec<Range<usize>> = vec![];
    for (n, from) in chapters.iter().enumerate() {
        let to = chapters.get(n + 1).copied().unwrap_or(paragraphs.len());
        if paragraphs[*from..to].iter().any(|p| p.cell.is_some()) || *from < first && !prose_first {
            continue;
        }
        match runs.last_mut().filter(|run| run.end == *from) {
            Some(run) => run.end = to,
            None => runs.push(*from..to),
        }
    }
    runs
}
