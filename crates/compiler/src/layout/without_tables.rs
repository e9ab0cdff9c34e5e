//! The list in a text without tables: which of the ways to write one it is, and in which paragraphs. The ways themselves are read
//! by `annexes`, `scheme`, `fielded`, `prose`, `classes`, `enumeration`, `quoted`, `unnumbered`, `scheduled`, `alike` and `announced_below`.

use super::outline::{Group, Outline};
use super::paragraph::Paragraph;
use super::{
    alike, annexes, announced_below, beside, call, classes, enumeration, facts, fielded, fields, finish, inline, prose,
    quoted, scheduled, scheme, unnumbered,
};
use crate::Options;
use yinuo_model::Declared;

/// Finds the list in a text without tables.
pub fn read<'d>(
    mut outline: Outline,
    source: &'d str,
    paragraphs: Vec<Paragraph<'d>>,
    title_at: Option<usize>,
    options: &Options,
) -> (Outline, Vec<Paragraph<'d>>) {
    // A document whose title names no list is perhaps a report that names its list in passing; chapters are no items then. A
    // section's heading is no title of the document.
    let names_list = |p: &Paragraph| p.marker.is_none() && p.text.contains("实事");
    let is_list = title_at.is_some_and(|at| names_list(&paragraphs[at]));
    if let Some(found) = scheme::read(source, &paragraphs, outline.year) {
        facts::announced_by(&mut outline, &found);
        return (of_found(outline, source, &paragraphs, title_at, found), paragraphs);
    }
    if let Some(found) = annexes::read(source, &paragraphs).filter(|found| !is_no_list(&found.groups)) {
        // what the title counts is in one of them
        outline.declared = Declared::default();
        return (of_items(outline, source, &paragraphs, title_at, found), paragraphs);
    }
    let fielded = fielded::read(source, &paragraphs, title_at, is_list);
    if let Some(found) = fielded.filter(|found| options.as_list || !is_no_list(&found.groups)) {
        return (of_items(outline, source, &paragraphs, title_at, found), paragraphs);
    }
    let named = (!is_list).then(|| named_in_a_report(source, &paragraphs)).flatten();
    if let Some((paragraphs, found)) = named.filter(|(_, found)| options.as_list || !is_no_list(&found.groups)) {
        outline.title = outline.title.filter(|title| title.contains("实事"));
        facts::announced_by(&mut outline, &found);
        return (of_found(outline, source, &paragraphs, None, found), paragraphs);
    }
    let title_span = title_at.map(|at| paragraphs[at].span);
    let divided = inline::divided(source, &paragraphs, outline.declared.items, is_list);
    let inline::Divided { paragraphs, shared, whole } = divided.unwrap_or_else(|| inline::Divided::none(paragraphs));
    let title = title_span.and_then(|span| paragraphs.iter().position(|p| p.span == span));
    let after_title = title.map_or(0, |at| at + 1);
    let prose = |from| prose::numbered(source, &paragraphs, from);
    let in_one = whole.and_then(|pieces| prose::in_one(source, &paragraphs, pieces));
    let numbered = in_one.or_else(|| prose(after_title)).or_else(|| prose(0));
    let by_title = title.is_some_and(|at| facts::declared(paragraphs[at].text).items.is_some());
    let of_report = !is_list && !by_title;
    let is_list = |found: &prose::Found| {
        let is_other = of_report && announced_below::is_another_part(&paragraphs, outline.declared, found);
        !is_other && (options.as_list || !is_no_list(&found.groups))
    };
    let counted = || enumeration::read(source, &paragraphs).or_else(|| unnumbered::read(source, &paragraphs));
    let not_numbered = || counted().or_else(|| prose::semicolons(source, &paragraphs));
    let declared = outline.declared.items;
    let has_all = |found: &prose::Found| declared == Some(found.rows() as u32);
    let found = numbered.filter(is_list).or_else(not_numbered);
    // chapters that are numbered may stand around the sentence that names all items
    let in_quotes = || quoted::read(source, &paragraphs, declared);
    let found = if found.as_ref().is_some_and(has_all) { found } else { in_quotes().or(found) };
    let by_form = || scheduled::read(source, &paragraphs).or_else(|| alike::read(source, &paragraphs));
    let Some(mut found) = found.or_else(by_form) else { return (outline, paragraphs) };
    classes::divide(source, &mut found.groups);
    inline::give_owners(&mut found.groups, &shared);
    (of_items(outline, source, &paragraphs, title, found), paragraphs)
}

/// A list that a report names: in one sentence, or below the one that announces it, in that paragraph or in others.
fn named_in_a_report<'d>(source: &'d str, paragraphs: &[Paragraph<'d>]) -> Option<(Vec<Paragraph<'d>>, prose::Found)> {
    let as_they_are = || enumeration::read(source, paragraphs).or_else(|| announced_below::read(source, paragraphs));
    if let Some(found) = as_they_are() {
        return Some((paragraphs.to_vec(), found));
    }
    let divided = inline::announced(source, paragraphs, announced_below::count)?;
    let found = announced_below::read(source, &divided)?;
    Some((divided, found))
}

/// Whether what was read are the chapters of another text: a call for suggestions, a report on how the office works.
fn is_no_list(groups: &[Group]) -> bool {
    call::is_one(groups) || beside::are_chapters(groups)
}

/// The outline of a list whose items may have fields.
fn of_items(
    mut outline: Outline,
    source: &str,
    paragraphs: &[Paragraph],
    title_at: Option<usize>,
    mut found: prose::Found,
) -> Outline {
    facts::announced_by(&mut outline, &found);
    found.groups.iter_mut().flat_map(|g| &mut g.rows).for_each(|row| fields::take(source, row, outline.year));
    of_found(outline, source, paragraphs, title_at, found)
}

/// The outline of a list found in prose.
fn of_found(
    mut outline: Outline,
    source: &str,
    paragraphs: &[Paragraph],
    title_at: Option<usize>,
    found: prose::Found,
) -> Outline {
    outline.groups = found.groups;
    outline.aside.extend(found.rest);
    let aside = (0..found.first).chain(found.aside.into_iter().filter(|i| *i >= found.first)).collect();
    finish::told(outline, source, paragraphs, (title_at, aside))
}
