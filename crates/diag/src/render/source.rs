//! The text that findings point into, with its name and lines. Built once for a file and lent to every renderer.

use crate::{Diagnostic, LineIndex, Position, Span};

/// A file's name and text. A file that could not be read has an empty text.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// As it is printed: the path the person gave.
    pub name: &'a str,
    /// The text that spans point into.
    pub text: &'a str,
    /// Its lines.
    pub lines: LineIndex,
}

impl<'a> Source<'a> {
    /// Indexes the lines of `text`.
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, lines: LineIndex::new(text) }
    }

    /// Where a span begins and ends (the end is one past the last character).
    pub fn range(&self, span: Span) -> (Position, Position) {
        let at = |offset: u32| self.lines.position(self.text, offset as usize);
        (at(span.start), at(span.end))
    }

    /// Where a finding begins: its first label, or the beginning of the file.
    pub(super) fn start(&self, d: &Diagnostic) -> Position {
        d.labels.first().map_or(Position { line: 1, column: 1 }, |l| self.range(l.span).0)
    }
}

/// A sentence on one line: line ends and control characters (escape sequences among them) become spaces.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
