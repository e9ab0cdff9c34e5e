//! A document as the weighing of signs sees it: its first lines, and its units. A unit is what was read as one row, with
//! all that stands beside it; where nothing was read, it is a sentence with a figure.

use yinuo_diag::Span;

use crate::layout::outline::Outline;
use crate::layout::paragraph::Paragraph;

/// How many lines at the top may carry the document's name.
const HEAD: usize = 6;
/// The longest part of a paragraph that may be its name, in characters.
const NAME: usize = 40;
/// The longest last row, in bytes.
const LAST: usize = 900;

/// What the signs are looked for in. It holds nothing of the outline, so that it may be judged while that is read.
pub struct Page<'d> {
    source: &'d str,
    /// All paragraphs.
    pub(in crate::layout) paragraphs: Vec<Paragraph<'d>>,
    /// The rows, or sentences with figures.
    pub(super) units: Vec<Span>,
    /// How many commitments were read.
    pub(super) rows: usize,
    /// How many of them have several periods.
    pub(super) scheduled: usize,
    /// How many the document says it has.
    pub(in crate::layout) declared: Option<u32>,
}

impl<'d> Page<'d> {
    /// Looks at a document that was read.
    pub fn new(source: &'d str, paragraphs: Vec<Paragraph<'d>>, outline: &Outline) -> Self {
        let rows = || outline.groups.iter().flat_map(|g| &g.rows);
        let mut begins: Vec<u32> = rows().filter_map(|r| r.title.spans().next()).map(|s| s.start).collect();
        begins.sort_unstable();
        let end = source.len() as u32;
        let last = begins.last().map_or(end, |b| floor(source, *b as usize + LAST).min(source.len()) as u32);
        let ends = begins.iter().skip(1).copied().chain([last]);
        let mut units: Vec<Span> = begins.iter().zip(ends).map(|(start, end)| Span { start: *start, end }).collect();
        if units.is_empty() {
            units = paragraphs.iter().flat_map(|p| sentences(p)).collect();
        }
        let scheduled = rows().filter(|r| r.cells.len() > 1).count();
        Self { source, paragraphs, units, rows: rows().count(), scheduled, declared: outline.declared.items }
    }

    /// The words of a place.
    pub(super) fn words(&self, span: Span) -> &'d str {
        span.of(self.source)
    }

    /// The first lines, each cut to the length of a name, and the list's own title.
    pub(super) fn names(&self) -> impl Iterator<Item = (&'d str, Span)> + '_ {
        let head = self.paragraphs.iter().filter(|p| !p.is_furniture() && !p.has_neighbours).take(HEAD);
        head.filter(|p| p.bare.is_none() && p.column.is_none()).map(|p| {
            let end = p.text.char_indices().nth(NAME).map_or(p.text.len(), |(i, _)| i);
            let sentence = p.text[..end].find('。').unwrap_or(end);
            (&p.text[..sentence], Span::new(p.span.start as usize, p.span.start as usize + sentence))
        })
    }
}

/// Sentences with a figure.
fn sentences<'p>(p: &'p Paragraph) -> impl Iterator<Item = Span> + 'p {
    let mut at = p.span.start as usize;
    p.text.split_inclusive(['。', '；', ';']).filter_map(move |sentence| {
        let start = at;
        at += sentence.len();
        sentence.contains(|c: char| c.is_ascii_digit()).then(|| Span::new(start, start + sentence.len()))
    })
}

/// The nearest character border at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}
