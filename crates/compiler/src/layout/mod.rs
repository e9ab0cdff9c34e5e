//! Paragraphs to rows and cells: which words are a category, a commitment, a milestone. Reads no quantities.
//! `facts` reads what the document says of itself, `grid` real tables, `table` a flattened one, `prose` numbered items and
//! sentences.

mod category;
mod digits;
mod enumeration;
mod facts;
mod furniture;
mod grid;
mod headings;
mod marker;
mod notes;
mod outline;
mod paragraph;
mod prose;
mod table;

use yinuo_diag::Span;
use yinuo_extract::Document;
use yinuo_model::Declared;

pub use grid::{ColumnRead, TableRead, column_of, tables};
pub use outline::{Outline, Row};

use crate::Options;
use paragraph::Paragraph;

/// Finds the list in a document.
pub fn read(document: &Document, options: &Options) -> Outline {
    let source = document.text.as_str();
    let paragraphs = paragraph::all(document, &options.columns);
    let (mut outline, title_at) = facts_of(&paragraphs, options);
    let after_title = title_at.map_or(0, |at| at + 1);
    // A document without a list's title is perhaps a report that names its list in passing; chapters are no items then.
    let named_in_a_report = || title_at.is_none().then(|| enumeration::read(source, &paragraphs)).flatten();
    let prose = |from| prose::numbered(source, &paragraphs, from);
    let aside;
    let schedule_year = outline.year.or(outline.published.map(|d| d.year()));
    let plain = matches!(document.media_type, "text/plain" | "text/markdown");
    if let Some(found) = grid::read(source, &paragraphs, &options.columns, plain, schedule_year) {
        if outline.year.is_none() && found.groups.iter().flat_map(|g| &g.rows).any(|r| !r.cells.is_empty()) {
            outline.findings.push(notes::year_unknown(schedule_year));
        }
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        aside = found.aside;
    } else if let Some(found) = table::read(source, &paragraphs, schedule_year) {
        if outline.year.is_none() {
            outline.findings.push(notes::year_unknown(schedule_year));
        }
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        outline.doubts = found.doubts;
        aside = (0..found.first).chain(found.aside).collect();
    } else if let Some(found) = named_in_a_report()
        .or_else(|| prose(after_title))
        .or_else(|| prose(0))
        .or_else(|| prose::semicolons(source, &paragraphs))
    {
        outline.groups = found.groups;
        outline.title = outline.title.or(found.title);
        outline.year = outline.year.or(found.year);
        outline.jurisdiction = outline.jurisdiction.or(found.jurisdiction);
        aside = (0..found.first).chain(found.aside.into_iter().filter(|i| *i > found.first)).collect();
    } else {
        outline.findings.push(notes::not_a_list());
        return outline;
    }
    let spans = not_facts(&paragraphs, aside);
    outline.findings.extend(notes::set_aside(&spans));
    outline
}

/// Paragraphs set aside, without the title and the lines that a fact was read from.
fn not_facts(paragraphs: &[Paragraph], mut aside: Vec<usize>) -> Vec<Span> {
    aside.sort_unstable();
    aside.dedup();
    let told = |p: &Paragraph| facts::title_score(p.text) > 0 || facts::published(p.text).is_some();
    aside.into_iter().map(|i| &paragraphs[i]).filter(|p| !told(p)).map(|p| p.span).collect()
}

/// How far into a document its dates and counts are looked for, in paragraphs.
const HEAD: usize = 40;

/// What the document says of itself, and the index of its title. The title of an annexed list may stand anywhere.
fn facts_of(paragraphs: &[Paragraph], options: &Options) -> (Outline, Option<usize>) {
    let mut outline = Outline::default();
    let scored = paragraphs.iter().enumerate().filter(|(_, p)| !p.is_furniture() && !p.has_neighbours);
    let scored = scored.map(|(i, p)| (facts::title_score(p.text), i)).filter(|(s, _)| *s > 0);
    // The first of equally good lines is the title; later ones are references to it.
    let title_at = scored.reduce(|a, b| if b.0 > a.0 { b } else { a }).map(|(_, i)| i);
    if let Some(line) = title_at.map(|i| paragraphs[i].text) {
        outline.title = Some(facts::title(line));
        outline.jurisdiction = facts::jurisdiction(&facts::title(line));
        outline.year = facts::year(line);
        outline.declared = facts::declared(line);
    }
    let head = &paragraphs[..paragraphs.len().min(HEAD)];
    outline.published = head.iter().find_map(|p| facts::published(p.text));
    if outline.declared == Declared::default() {
        let announced = head.iter().map(|p| p.text).filter(|t| t.contains("实事")).map(facts::declared);
        outline.declared = announced.reduce(|a, b| if a == Declared::default() { b } else { a }).unwrap_or_default();
    }
    outline.year = options.year.or(outline.year);
    (outline, title_at)
}
