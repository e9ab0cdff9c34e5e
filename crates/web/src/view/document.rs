//! The document set as it was published, for the source page: each paragraph with its place in the plan, its marks and
//! the notes beside it. Adds nothing to the text and leaves nothing out but empty lines.

use std::collections::HashMap;

use yinuo_app::Edition;
use yinuo_diag::{Diagnostic, Lang, LineIndex, Severity, Span};
use yinuo_extract::Block;
use yinuo_model::At;

use crate::address::Links;
use crate::view::locate::Places;
use crate::view::pieces::{self, Mark, Piece};
use crate::view::setting::{self, Role, Setting, Spot};
use crate::view::tables::{self, Part};
use crate::view::{marks, period, words};

/// A paragraph.
pub struct Paragraph<'a> {
    /// What it is.
    pub role: Role,
    /// Where it stands in a document that is not plain text.
    pub locator: Option<String>,
    /// Anchors: category and cells.
    pub ids: Vec<String>,
    /// The quiet label in the margin and where it leads: `26`, `26 · 第三季度`.
    pub label: Option<(String, String)>,
    /// The words.
    pub pieces: Vec<Piece<'a>>,
    /// Notes called in it.
    pub notes: Vec<Note>,
}

/// A note in the margin.
pub struct Note {
    /// Its number in the document.
    pub number: usize,
    /// True when it asks to be looked at.
    pub grave: bool,
    /// Code and its page.
    pub code: (String, String),
    /// One line.
    pub message: String,
    /// The finding among all findings.
    pub href: String,
}

/// All marks of a document, in the order that cutting needs. Commitments that share a paragraph are labelled in it.
pub fn marks(edition: &Edition, links: &Links, lang: Lang) -> Vec<Mark> {
    let (compiled, plan) = (&edition.compiled, &edition.compiled.plan);
    let own = |(_, c)| marks::of_commitment(c, marks::Side::Source, links, lang);
    let mut all: Vec<Mark> = plan.commitments().flat_map(own).collect();
    all.extend(marks::of_findings(compiled.findings.iter().enumerate().map(|(i, d)| (i + 1, d)), lang));
    all.extend(marks::of_doubts(compiled.doubts.iter(), lang));
    for (here, _) in Setting::of(edition).paragraphs() {
        if setting::several(here.first().copied(), here.last().copied()) {
            all.extend(here.iter().filter(|s| s.at == At::Title).map(|s| tag(s, links)));
        }
    }
    marks::sort(&mut all);
    all
}

fn tag(spot: &Spot, links: &Links) -> Mark {
    let tag = spot.first.then(|| (spot.label.to_string(), links.commitment(spot.number, "")));
    Mark { tag, ..Mark::new(spot.span, "v", String::new()) }
}

/// Where the paragraphs stand.
pub fn blocks(edition: &Edition) -> Vec<Span> {
    edition.document.blocks.iter().map(|b| b.span).collect()
}

/// The note of a finding.
pub fn note(number: usize, d: &Diagnostic, links: &Links, lang: Lang) -> Note {
    Note {
        number,
        grave: d.severity >= Severity::Warning,
        code: (d.code.id.to_string(), links.code(d.code.id)),
        message: words::sentence(&d.message, lang),
        href: links.finding(number, d.commitment),
    }
}

/// Sets the paragraphs of a document. `marks` are those of [`marks()`].
pub fn paragraphs<'a>(edition: &'a Edition, marks: &'a [Mark], links: &Links, lang: Lang) -> Vec<Paragraph<'a>> {
    let (text, compiled) = (edition.document.text.as_str(), &edition.compiled);
    let (places, setting) = (Places::of(edition), Setting::of(edition));
    let mut all: Vec<Paragraph> = vec![];
    let mut next_mark = 0;
    let mut open: Vec<&'a Mark> = vec![];
    for (i, (here, next)) in setting.paragraphs().enumerate() {
        let block = setting.blocks[i];
        open.retain(|m| m.span.end > block.start);
        while let Some(mark) = marks.get(next_mark).filter(|m| m.span.start < block.end) {
            open.push(mark);
            next_mark += 1;
        }
        let pieces = pieces::cut(text, block, open.iter().copied());
        let called = pieces.iter().flat_map(|p| p.notes.iter().copied());
        let notes: Vec<Note> =
            called.filter_map(|n| Some(note(n, compiled.findings.get(n - 1)?, links, lang))).collect();
        let role = match setting.role(i, &here, next) {
            Role::Scrap if !notes.is_empty() => Role::Aside,
            role => role,
        };
        let numbered = all.last().is_some_and(|p: &Paragraph| p.role == Role::Number);
        let label = match role {
            Role::Number => next.map(|s| (s.label.to_string(), links.commitment(s.number, ""))),
            Role::Promise if numbered => None,
            _ => label(&here, links, lang),
        };
        let locator = places.at(block.start, lang);
        all.push(Paragraph { role, locator, ids: setting.ids(i, &here, role), label, pieces, notes });
    }
    all
}

/// Sets a document: its paragraphs, and its tables as tables. `marks` are those of [`marks()`].
pub fn parts<'a>(edition: &'a Edition, marks: &'a [Mark], links: &Links, lang: Lang) -> Vec<Part<'a>> {
    let paragraphs = paragraphs(edition, marks, links, lang);
    let lines = LineIndex::new(&edition.document.text);
    let line = |block: &Block| lines.line(block.span.start as usize) as u32;
    let blocks = edition.document.blocks.iter().map(|block| (*block, line(block)));
    let headers = headers(edition);
    tables::arrange(blocks.zip(paragraphs).map(|((block, line), p)| (block, line, p)), &headers, lang)
}

/// The parts of a document that some places stand in, which are not empty and in order: of running text the paragraphs from
/// the first to the last, of a table the rows, under its header.
pub fn excerpt<'a>(
    edition: &'a Edition,
    marks: &'a [Mark],
    links: &Links,
    lang: Lang,
    places: &[Span],
) -> Vec<Part<'a>> {
    let blocks = &edition.document.blocks;
    let (start, end) = (places.iter().map(|s| s.start).min(), places.iter().map(|s| s.end).max());
    let Some((start, end)) = start.zip(end) else { return vec![] };
    let inside = |span: Span| places.iter().any(|p| p.start < span.end && span.start < p.end);
    let headers = headers(edition);
    // For each table the rows that hold one of the places.
    let mut rows: HashMap<u32, std::ops::Range<u32>> = HashMap::new();
    for at in blocks.iter().filter(|b| b.span.start < end && inside(b.span)).filter_map(|b| b.cell) {
        let range = rows.entry(at.table).or_insert(at.row..at.row + 1);
        *range = range.start.min(at.row)..range.end.max(at.row + at.rows);
    }
    let lines = LineIndex::new(&edition.document.text);
    let paragraphs = blocks.iter().zip(paragraphs(edition, marks, links, lang));
    let kept = paragraphs.filter_map(|(block, p)| {
        let mut block = *block;
        match &mut block.cell {
            None if start < block.span.end && block.span.start < end => {}
            None => return None,
            Some(at) => {
                let rows = rows.get(&at.table)?;
                let head = headers.iter().any(|(table, head)| *table == at.table && head.contains(&at.row));
                let (top, bottom) = (at.row.max(rows.start), at.row.saturating_add(at.rows).min(rows.end));
                if !head && top >= bottom {
                    return None;
                }
                if !head {
                    (at.row, at.rows) = (top, bottom - top);
                }
            }
        }
        Some((block, lines.line(block.span.start as usize) as u32, p))
    });
    tables::arrange(kept, &headers, lang)
}

/// The header of each table that has one: which table, and its rows.
pub fn headers(edition: &Edition) -> Vec<(u32, std::ops::Range<u32>)> {
    if edition.document.blocks.iter().all(|b| b.cell.is_none()) {
        return vec![];
    }
    let tables = yinuo_compiler::tables(&edition.document, &edition.columns);
    tables.into_iter().filter(|t| t.recognised).map(|t| (t.table, t.header)).collect()
}

/// The label in the margin; a cell is named at its first paragraph only, and several are named in the text.
fn label(here: &[&Spot], links: &Links, lang: Lang) -> Option<(String, String)> {
    let (first, last) = (here.first()?, here.last()?);
    if !first.first || first.number != last.number {
        return None;
    }
    let (text, fragment) = match first.at {
        At::Title => (first.label.to_string(), String::new()),
        at => (format!("{} · {}", first.label, period::cell(at, lang)), at.to_string()),
    };
    Some((text, links.commitment(first.number, &fragment)))
}
