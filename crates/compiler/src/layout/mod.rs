//! Paragraphs to rows and cells: which words are a category, a commitment, a milestone. Reads no quantities.
//! `facts` reads what the document says of itself, `grid` real tables, `table` a flattened one, `without_tables` any other text;
//! `finish` says what was left.

mod absent;
mod alike;
mod annexes;
mod announced_below;
mod beside;
mod blanks;
mod bullets;
mod byline;
mod call;
mod category;
mod chosen;
mod classes;
mod closing;
mod covering;
mod digits;
mod due_heads;
mod enumeration;
mod facts;
mod fielded;
mod fields;
mod finish;
mod furniture;
mod glued;
mod grid;
mod heading_owners;
mod headings;
mod inline;
mod item_ends;
#[cfg(test)]
mod kept;
mod letter;
mod marker;
mod marks;
mod matrix;
mod mixed;
mod named_numbers;
mod nature;
mod notes;
mod numbers_alone;
mod outline;
mod paragraph;
mod parted;
mod preface;
mod prose;
mod quoted;
mod scheduled;
mod scheme;
mod section;
mod table;
mod tiers;
mod unnumbered;
mod unread;
mod without_tables;
mod wrapped;

use yinuo_diag::Diagnostic;
use yinuo_extract::Document;

pub use grid::{ColumnRead, TableRead, column_of, tables};
pub use nature::Page;
pub use outline::{Group, Outline, Row, Task};

use crate::Options;
use crate::shares::Crew;
use paragraph::Paragraph;

/// Finds the list in a document. What kind of document it is, is still to be asked of the page.
pub fn read<'d>(document: &'d Document, options: &Options, crew: &Crew) -> (Outline, Page<'d>) {
    let source = document.text.as_str();
    let paragraphs = paragraph::all(document, &options.columns, crew);
    let (outline, paragraphs) = find(document, paragraphs, options, crew);
    let page = Page::new(source, paragraphs, &outline);
    (outline, page)
}

/// Finds the list among paragraphs; some of these may have been divided for it.
fn find<'d>(
    document: &'d Document,
    paragraphs: Vec<Paragraph<'d>>,
    options: &Options,
    crew: &Crew,
) -> (Outline, Vec<Paragraph<'d>>) {
    let source = document.text.as_str();
    let (mut outline, title_at) = facts::of(&paragraphs, &document.sheets, options);
    let schedule_year = outline.year.or(outline.published.map(|d| d.year()));
    let plain = matches!(document.media_type, "text/plain" | "text/markdown");
    let aside = if let Some(found) = table::regions::read(source, &paragraphs) {
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        (0..paragraphs.len()).filter(|n| !found.paragraphs.contains(n)).collect()
    } else if let Some(found) = grid::read(source, &paragraphs, &options.columns, plain, schedule_year) {
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        outline.under_headings = found.under_headings;
        outline.beside = found.beside;
        let mut aside = found.aside;
        mixed::go_on(source, &paragraphs, schedule_year, &mut outline.groups, &mut aside);
        aside
    } else if grid::is_under_unknown(&paragraphs, &options.columns) {
        return (outline, paragraphs);
    } else if let Some(found) = table::read(source, &paragraphs, schedule_year, crew) {
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        outline.doubts = found.doubts;
        outline.unplaced = found.unplaced;
        (0..found.first).chain(found.aside).collect()
    } else {
        let title = title_at.map(|at| paragraphs[at].span);
        let mut paragraphs = parted::joined(source, numbers_alone::joined(source, paragraphs));
        covering::mark(&mut paragraphs);
        glued::mark(&mut paragraphs);
        named_numbers::mark(&mut paragraphs);
        bullets::mark(&mut paragraphs);
        let title_at = title.and_then(|span| paragraphs.iter().position(|p| p.span == span));
        return without_tables::read(outline, source, paragraphs, title_at, options);
    };
    (finish::told(outline, source, &paragraphs, (title_at, aside)), paragraphs)
}

/// What is said of a document in which no list was found, and which is of no other kind either.
pub fn not_a_list(page: &Page, options: &Options) -> Diagnostic {
    let paragraphs = &page.paragraphs;
    if let Some(asks) = paragraphs.iter().find(|p| call::asks(p.text)) {
        return unread::asks_for_ideas(asks.span);
    }
    let head = grid::unknown_head(paragraphs, &options.columns);
    let elsewhere = head.is_none().then(|| absent::elsewhere(paragraphs, page.declared)).flatten();
    elsewhere.unwrap_or_else(|| unread::not_a_list(head, page.declared))
}
