//! The text of one cell, put together from the paragraphs it was broken into, with the way back to the source.

use std::ops::Range;

use yinuo_diag::Span;
use yinuo_model::{Passage, Place, Spans};

/// A cell's text and where its pieces stand. Pieces are joined by `\n` where the cell is a list of paragraphs, and by
/// nothing where a layout broke a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    text: String,
    spans: Spans,
    /// Where the pieces after the first begin in the text.
    later: Vec<usize>,
}

impl Cell {
    /// A cell of one paragraph or part of one. `span` must lie in `source`.
    pub fn of(source: &str, span: Span) -> Self {
        let mut cell = Cell::default();
        cell.push(source, span, "");
        cell
    }

    /// Appends a paragraph after `joint`, which stands for the broken line and has no place in the source.
    pub fn push(&mut self, source: &str, span: Span, joint: &str) {
        if !self.spans.is_empty() {
            self.text.push_str(joint);
            self.later.push(self.text.len());
        }
        self.spans.push(span);
        self.text.push_str(span.of(source));
    }

    /// Extends the last piece up to the end of `span`, which follows it in the same paragraph.
    pub fn extend(&mut self, source: &str, span: Span) {
        match self.spans.last_mut() {
            Some(last) if last.end <= span.start => {
                self.text.push_str(Span { start: last.end, end: span.end }.of(source));
                last.end = span.end;
            }
            _ => self.push(source, span, ""),
        }
    }

    /// Appends another cell after `joint`.
    pub fn append(&mut self, other: &Cell, joint: &str) {
        if !self.is_empty() {
            self.text.push_str(joint);
        }
        let at = self.text.len();
        let first = usize::from(self.is_empty());
        self.later.extend(other.pieces().skip(first).map(|(piece, _)| at + piece));
        self.spans.extend(other.spans());
        self.text.push_str(&other.text);
    }

    /// True when nothing was put in.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Where each piece begins in the text, and where it stands in the source.
    fn pieces(&self) -> impl Iterator<Item = (usize, Span)> {
        std::iter::once(0).chain(self.later.iter().copied()).zip(self.spans.iter().copied())
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the pieces stand, in order.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.spans.iter().copied()
    }

    /// The place in the source of a byte range of [`Cell::text`]; in several spans when it runs over a joint.
    pub fn place(&self, range: Range<usize>) -> Place {
        let mut spans = self.spans_of(range);
        match (spans.next(), spans.next()) {
            (Some(one), None) => Place::Span(one),
            (first, second) => Place::Spans(first.into_iter().chain(second).chain(spans).collect()),
        }
    }

    fn spans_of(&self, range: Range<usize>) -> impl Iterator<Item = Span> {
        // Found by halving: a cell of a hostile text may have very many pieces, and each number asks for its place.
        let first = self.later.partition_point(|at| *at <= range.start);
        let piece = move |n: usize| (n.checked_sub(1).map_or(0, |before| self.later[before]), self.spans[n]);
        let reached = (first..self.spans.len()).map(piece).take_while(move |(at, _)| *at < range.end);
        reached.filter_map(move |(at, span)| {
            let start = range.start.max(at);
            let end = range.end.min(at + span.len());
            (start < end).then(|| Span::new(span.start as usize + start - at, span.start as usize + end - at))
        })
    }

    /// The byte of [`Cell::text`] that stands at a byte of the source.
    pub fn offset(&self, source_at: u32) -> Option<usize> {
        let (at, span) = self.pieces().find(|(_, s)| s.start <= source_at && source_at < s.end)?;
        Some(at + (source_at - span.start) as usize)
    }

    /// The part of the cell under a byte range of [`Cell::text`].
    pub fn slice(&self, source: &str, range: Range<usize>) -> Cell {
        let mut part = Cell::default();
        let mut end = range.start;
        for (at, span) in self.pieces() {
            let (from, to) = (range.start.max(at), range.end.min(at + span.len()));
            if from < to {
                let joint = self.text[end.min(from)..from].to_string();
                let start = span.start as usize + from - at;
                part.push(source, Span::new(start, start + to - from), &joint);
                end = to;
            }
        }
        part
    }

    /// The whole cell as a passage of the plan.
    pub fn into_passage(self) -> Passage {
        Passage { text: self.text, spans: self.spans }
    }

    /// A byte range of the cell as a passage of the plan.
    pub fn part(&self, range: Range<usize>) -> Passage {
        Passage { text: self.text[range.clone()].to_string(), spans: self.spans_of(range).collect() }
    }
}
