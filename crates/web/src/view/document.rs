//! The document set as it was published, for the source page: each paragraph with its place in the plan, its marks and
//! the notes beside it. Adds nothing to the text and leaves nothing out but empty lines.

use yinuo_diag::{Diagnostic, Lang, Severity, Span};
use yinuo_model::{At, Plan};

use crate::address::Links;
use crate::view::pieces::{self, Mark, Piece};
use crate::view::{marks, period};

/// What a paragraph is in the plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The list's title.
    Title,
    /// The heading of a category.
    Category,
    /// The words of a commitment.
    Promise,
    /// A milestone or a body.
    Cell,
    /// Not part of the list.
    Aside,
}

/// A paragraph.
pub struct Paragraph<'a> {
    /// What it is.
    pub role: Role,
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

/// A place in the plan and the words it came from.
struct Spot {
    span: Span,
    number: u32,
    at: At,
    first: bool,
}

/// All marks of a document, in the order that cutting needs.
pub fn marks(plan: &Plan, findings: &[Diagnostic], links: &Links, lang: Lang) -> Vec<Mark> {
    let own = |(_, c)| marks::of_commitment(c, marks::Side::Source, links, lang);
    let mut all: Vec<Mark> = plan.commitments().flat_map(own).collect();
    all.extend(marks::of_findings(findings.iter().enumerate().map(|(i, d)| (i + 1, d)), lang));
    marks::sort(&mut all);
    all
}

/// The note of a finding.
pub fn note(number: usize, d: &Diagnostic, links: &Links, lang: Lang) -> Note {
    Note {
        number,
        grave: d.severity >= Severity::Warning,
        code: (d.code.id.to_string(), crate::address::code(d.code.id, lang)),
        message: d.message.get(lang).to_string(),
        href: links.findings(&format!("f{number}")),
    }
}

/// Sets the paragraphs that stand at `blocks`. `marks` are those of [`marks`].
pub fn paragraphs<'a>(
    text: &'a str,
    blocks: &[Span],
    plan: &Plan,
    findings: &[Diagnostic],
    marks: &'a [Mark],
    links: &Links,
    lang: Lang,
) -> Vec<Paragraph<'a>> {
    let spots = spots(plan);
    let headings = headings(text, blocks, plan, &spots);
    let title = plan.title.as_deref().and_then(|t| blocks.iter().position(|b| b.of(text).contains(t)));
    let mut all = vec![];
    let (mut next_spot, mut next_mark) = (0, 0);
    let mut open: Vec<&'a Mark> = vec![];
    for (i, block) in blocks.iter().enumerate() {
        next_spot += spots[next_spot..].iter().take_while(|s| s.span.end <= block.start).count();
        let here: Vec<&Spot> = spots[next_spot..].iter().take_while(|s| s.span.start < block.end).collect();
        open.retain(|m| m.span.end > block.start);
        while let Some(mark) = marks.get(next_mark).filter(|m| m.span.start < block.end) {
            open.push(mark);
            next_mark += 1;
        }
        let category = headings.iter().find(|(at, _)| *at == i).map(|(_, ordinal)| *ordinal);
        let role = match here.first() {
            Some(spot) if spot.at == At::Title => Role::Promise,
            Some(_) => Role::Cell,
            None if category.is_some() => Role::Category,
            None if title == Some(i) => Role::Title,
            None => Role::Aside,
        };
        let pieces = pieces::cut(text, *block, open.iter().copied());
        let called: Vec<usize> = pieces.iter().flat_map(|p| p.notes.iter().copied()).collect();
        let notes = called.into_iter().filter_map(|n| Some(note(n, findings.get(n - 1)?, links, lang))).collect();
        let mut ids: Vec<String> = category.iter().map(|ordinal| format!("k{ordinal}")).collect();
        ids.extend(here.iter().filter(|s| s.first && s.span.start >= block.start).map(|s| anchor(s.number, s.at)));
        all.push(Paragraph { role, ids, label: label(&here, links, lang), pieces, notes });
    }
    all
}

/// The anchor of a cell on the source page: `c26`, `c26-2016-Q3`.
pub fn anchor(number: u32, at: At) -> String {
    match at {
        At::Title => format!("c{number}"),
        at => format!("c{number}-{at}"),
    }
}

fn label(here: &[&Spot], links: &Links, lang: Lang) -> Option<(String, String)> {
    let first = here.first()?;
    let last = here.last()?;
    if first.number != last.number {
        return Some((format!("{}–{}", first.number, last.number), links.commitment(first.number, "")));
    }
    let (text, fragment) = match first.at {
        At::Title => (first.number.to_string(), String::new()),
        at => (format!("{} · {}", first.number, period::cell(at, lang)), at.to_string()),
    };
    Some((text, links.commitment(first.number, &fragment)))
}

fn spots(plan: &Plan) -> Vec<Spot> {
    let mut all = vec![];
    for (_, c) in plan.commitments() {
        let body = c.body.iter().map(|b| (At::Body, b));
        let cells = c.milestones.iter().map(|m| (At::Period(m.period), &m.passage));
        for (at, passage) in std::iter::once((At::Title, &c.title)).chain(body).chain(cells) {
            let spot = |(i, span): (usize, &Span)| Spot { span: *span, number: c.number, at, first: i == 0 };
            all.extend(passage.spans.iter().enumerate().map(spot));
        }
    }
    all.sort_by_key(|s| s.span);
    all
}

/// The paragraphs that head a category: the last one before its first commitment that holds its name.
fn headings(text: &str, blocks: &[Span], plan: &Plan, spots: &[Spot]) -> Vec<(usize, u32)> {
    let mut all = vec![];
    for category in plan.categories.iter().filter(|c| !c.name.is_empty()) {
        let Some(first) = category.commitments.first().and_then(|c| c.title.spans.first()) else { continue };
        let before = spots[..spots.partition_point(|s| s.span.start < first.start)].iter().map(|s| s.span.end);
        let floor = before.max().unwrap_or(0);
        let end = blocks.partition_point(|b| b.start < first.start);
        let start = blocks.partition_point(|b| b.start < floor);
        let found = (start.min(end)..end).rev().find(|i| blocks[*i].of(text).contains(&category.name));
        all.extend(found.map(|i| (i, category.ordinal)));
    }
    all
}
