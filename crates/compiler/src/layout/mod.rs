//! Paragraphs to rows and cells: which words are a category, a commitment, a milestone. Reads no quantities.
//! `facts` reads what the document says of itself, `grid` real tables, `table` a flattened one, `prose` numbered items and
//! sentences.

mod announced;
mod announced_below;
mod around;
mod beside;
mod blanks;
mod call;
mod category;
mod chosen;
mod closing;
mod digits;
mod enumeration;
mod facts;
mod fields;
mod furniture;
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
mod nature;
mod notes;
mod numbers_alone;
mod outline;
mod paragraph;
mod preface;
mod prose;
mod scheme;
mod section;
mod table;
mod tiers;
mod titles;
mod unnumbered;
mod wrapped;

use yinuo_diag::{Diagnostic, Span};
use yinuo_extract::Document;
use yinuo_model::{Declared, NO_YEAR};

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
    let (mut outline, title_at) = facts_of(&paragraphs, options);
    named_by_sheet(&mut outline, &document.sheets);
    outline.year = outline.year.or_else(|| year_of_cells(&paragraphs));
    let schedule_year = outline.year.or(outline.published.map(|d| d.year()));
    let plain = matches!(document.media_type, "text/plain" | "text/markdown");
    let aside = if let Some(found) = table::regions::read(source, &paragraphs) {
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        (0..paragraphs.len()).filter(|n| !found.paragraphs.contains(n)).collect()
    } else if let Some(found) = grid::read(source, &paragraphs, &options.columns, plain, schedule_year) {
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        let mut aside = found.aside;
        mixed::go_on(source, &paragraphs, schedule_year, &mut outline.groups, &mut aside);
        aside
    } else if let Some(found) = table::read(source, &paragraphs, schedule_year, crew) {
        outline.findings.extend(found.findings);
        outline.groups = found.groups;
        outline.doubts = found.doubts;
        (0..found.first).chain(found.aside).collect()
    } else {
        let title = title_at.map(|at| paragraphs[at].span);
        let paragraphs = numbers_alone::joined(source, paragraphs);
        let title_at = title.and_then(|span| paragraphs.iter().position(|p| p.span == span));
        return of_prose(outline, source, paragraphs, title_at, options);
    };
    (finish(outline, source, &paragraphs, (title_at, aside)), paragraphs)
}

/// What is said of a document in which no list was found, and which is of no other kind either.
pub fn not_a_list(page: &Page, options: &Options) -> Diagnostic {
    let asks = page.paragraphs.iter().find(|p| call::asks(p.text)).map(|p| p.span);
    let head = || grid::unknown_head(&page.paragraphs, &options.columns);
    asks.map_or_else(|| notes::not_a_list(head().as_deref(), page.declared), notes::asks_for_ideas)
}

/// Finds the list in a text without tables.
fn of_prose<'d>(
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
        return (of_found(outline, source, &paragraphs, title_at, found), paragraphs);
    }
    let named = (!is_list).then(|| named_in_a_report(source, &paragraphs)).flatten();
    if let Some((paragraphs, found)) = named.filter(|(_, found)| options.as_list || !is_no_list(&found.groups)) {
        outline.title = outline.title.filter(|title| title.contains("实事"));
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
    let found = numbered.filter(is_list).or_else(counted).or_else(|| prose::semicolons(source, &paragraphs));
    let Some(mut found) = found else { return (outline, paragraphs) };
    inline::give_owners(&mut found.groups, &shared);
    let year = outline.year.or(found.year);
    found.groups.iter_mut().flat_map(|g| &mut g.rows).for_each(|row| fields::take(source, row, year));
    (of_found(outline, source, &paragraphs, title, found), paragraphs)
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

/// The outline of a list found in prose.
fn of_found(
    mut outline: Outline,
    source: &str,
    paragraphs: &[Paragraph],
    title_at: Option<usize>,
    found: prose::Found,
) -> Outline {
    outline.groups = found.groups;
    if outline.declared == Declared::default() {
        outline.declared = found.title.as_deref().map(facts::declared).unwrap_or_default();
    }
    outline.title = outline.title.or(found.title);
    outline.year = outline.year.or(found.year);
    outline.jurisdiction = outline.jurisdiction.take().or(found.jurisdiction);
    outline.aside.extend(found.rest);
    let aside = (0..found.first).chain(found.aside.into_iter().filter(|i| *i >= found.first)).collect();
    finish(outline, source, paragraphs, (title_at, aside))
}

/// What is said of a list that was read: text set aside, an unknown year, the part of a long document it was taken from.
fn finish(
    mut outline: Outline,
    source: &str,
    paragraphs: &[Paragraph],
    (title_at, aside): (Option<usize>, Vec<usize>),
) -> Outline {
    outline.findings.extend(marks::set_aside(source, &mut outline.groups));
    outline.year = outline.year.or_else(|| year_of_deadlines(&outline));
    let taken = outline.published.map(|d| d.year());
    if outline.year.is_none() && outline.groups.iter().flat_map(|g| &g.rows).any(asks_for_a_year) {
        outline.findings.push(notes::year_unknown(taken));
    }
    // where the list is a part of a long text, the rest of that is no text that was missed
    let section = section::told(paragraphs, &outline, title_at);
    let of_rows = section.as_ref().map(|_| outline.aside.clone());
    outline.findings.extend(aside.iter().filter_map(|at| heads_nothing(&paragraphs[*at])));
    outline.aside.extend(not_facts(paragraphs, aside));
    outline.aside.sort_unstable_by_key(|s| s.start);
    outline.findings.extend(section);
    let to_look_at = |span: &&Span| !letter::holds_none(span.of(source));
    let aside = of_rows.as_ref().unwrap_or(&outline.aside);
    outline.findings.extend(notes::set_aside(&aside.iter().filter(to_look_at).copied().collect::<Vec<_>>()));
    outline
}

/// The year of a list that names none, where all its deadlines are dated and of one year. Those of the year of publication
/// may have taken it from there.
fn year_of_deadlines(outline: &Outline) -> Option<i16> {
    let mut years =
        outline.groups.iter().flat_map(|g| &g.rows).flat_map(|r| &r.cells).map(|(p, _)| p.first_day().year());
    let first = years.next().filter(|y| *y != NO_YEAR && outline.published.is_none_or(|d| d.year() != *y))?;
    years.all(|y| y == first).then_some(first)
}

/// Whether a row has a period, or a deadline that is none for want of a year.
fn asks_for_a_year(row: &Row) -> bool {
    const SOME_YEAR: Option<i16> = Some(2000);
    let lines = std::iter::once(&row.title).chain(&row.body).flat_map(|cell| cell.text().lines());
    !row.cells.is_empty() || lines.into_iter().any(|line| grid::deadline(line, SOME_YEAR).is_some())
}

/// The same from the cells of tables that are a date with a year and nothing else.
fn year_of_cells(paragraphs: &[Paragraph]) -> Option<i16> {
    let is_date = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "年月日号-/.前底末初之以内 ".contains(c));
    let cells = paragraphs.iter().filter(|p| p.cell.is_some() && p.text.contains("20") && is_date(p.text));
    let mut years = cells.filter_map(|p| grid::deadline(p.text, None)).map(|p| p.first_day().year());
    let first = years.next().filter(|y| *y != NO_YEAR)?;
    years.all(|y| y == first).then_some(first)
}

/// A warning about a heading that was set aside though it states how many items it has.
fn heads_nothing(p: &Paragraph) -> Option<Diagnostic> {
    let heading = p.heading.as_ref().filter(|_| !p.has_neighbours)?;
    let items = heading.declared_items.filter(|n| *n > 0)?;
    Some(notes::heads_nothing(p.span, &heading.name, items))
}

/// Paragraphs set aside, without the title and the lines that a fact was read from.
fn not_facts(paragraphs: &[Paragraph], mut aside: Vec<usize>) -> Vec<Span> {
    aside.sort_unstable();
    aside.dedup();
    let own = own_end(paragraphs);
    let told = |i: usize, p: &Paragraph| i < own && p.title_score > 0 || facts::published(p.text).is_some();
    aside.into_iter().map(|i| (i, &paragraphs[i])).filter(|(i, p)| !told(*i, p)).map(|(_, p)| p.span).collect()
}

/// How far into a document its dates and counts are looked for, in paragraphs.
const HEAD: usize = 40;

/// How far below its title a list announces how many items it has, in paragraphs.
const NEAR: usize = 12;

/// What the document says of itself, and the index of its title. The title of an annexed list may stand anywhere.
fn facts_of(paragraphs: &[Paragraph], options: &Options) -> (Outline, Option<usize>) {
    let mut outline = Outline::default();
    let own_end = own_end(paragraphs);
    let titles = titles::of(paragraphs, own_end);
    let title_at = titles.map(|t| t.own);
    if let Some(line) = title_at.map(|i| paragraphs[i].text) {
        outline.title = Some(facts::title(line));
        outline.jurisdiction = facts::jurisdiction(&facts::title(line));
        outline.year = facts::year(line);
        outline.declared = facts::declared(line);
    }
    let head = &paragraphs[..paragraphs.len().min(HEAD)];
    outline.published = head.iter().find_map(|p| facts::published(p.text));
    let near = titles.map_or(0..head.len(), |t| t.first..paragraphs.len().min(t.own + NEAR));
    if outline.declared == Declared::default() {
        // a heading states the count of its own category
        let announced = paragraphs[near]
            .iter()
            .filter(|p| p.heading.as_ref().is_none_or(|h| h.declared_items.is_none()))
            .map(|p| p.text)
            .flat_map(|t| t.split_inclusive('。'))
            .filter(|t| t.contains("实事"));
        let announced = announced.filter(|t| !facts::looks_back(t)).map(announced::of);
        outline.declared = announced.reduce(|a, b| if a == Declared::default() { b } else { a }).unwrap_or_default();
    }
    let own = &head[..head.len().min(own_end)];
    let other_titles = || own.iter().filter(|p| p.title_score > 1).find_map(|p| facts::year(p.text));
    let (report_year, report_of) = own.iter().find_map(|p| facts::report(p.text)).unwrap_or_default();
    let around = around::Around::of(paragraphs);
    outline.jurisdiction = outline.jurisdiction.take().or(report_of).or_else(|| around.jurisdiction());
    let known = options.year.or(outline.year).or_else(other_titles).or(report_year).or_else(|| facts::minguo(head));
    outline.year = known.or_else(|| around.year(outline.published.map(|d| d.year())));
    (outline, title_at)
}

/// What the name of a sheet says of a list without a title, where it names a list itself; 工作表1 names none.
fn named_by_sheet(outline: &mut Outline, sheets: &[String]) {
    if outline.title.is_some() {
        return;
    }
    let names_a_list = |name: &&String| {
        facts::title_score(name) > 0 && (facts::year(name).is_some() || facts::jurisdiction(name).is_some())
    };
    if let Some(name) = sheets.iter().find(names_a_list) {
        outline.title = Some(facts::title(name));
        outline.jurisdiction = facts::jurisdiction(&facts::title(name));
        outline.year = outline.year.or_else(|| facts::year(name));
        if outline.declared == Declared::default() {
            outline.declared = facts::declared(name);
        }
    }
}

/// Where the document's own text ends: below its last number, cell or listing sentence, or where links to others begin. What
/// follows may name other lists.
fn own_end(paragraphs: &[Paragraph]) -> usize {
    let lists = |p: &Paragraph| {
        !p.is_furniture()
            && (p.marker.is_some() || p.bare.is_some() || p.cell.is_some() || p.text.contains(['；', ';']))
    };
    let last = paragraphs.iter().rposition(lists).map_or(paragraphs.len(), |at| at + 1);
    paragraphs.iter().position(|p| furniture::heads_links(p.text)).map_or(last, |links| links.min(last))
}
