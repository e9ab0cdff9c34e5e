//! The text that findings point into, with its name and lines. Built once for a file and lent to every renderer.

use std::collections::HashMap;

use crate::{Diagnostic, Lang, LineIndex, Locator, Position, Span, Text};

/// A file's name and text. A file that could not be read has an empty text.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// As it is printed: the path the person gave.
    pub name: &'a str,
    /// The text that spans point into.
    pub text: &'a str,
    /// Its lines.
    pub lines: LineIndex,
    /// Where pieces of the text stood in the person's document: the byte each begins at, in order.
    pub locators: Vec<(u32, Locator)>,
    /// What commitments are called, by number; the number serves where none is given.
    pub items: HashMap<u32, Text>,
}

impl<'a> Source<'a> {
    /// Indexes the lines of `text`.
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, lines: LineIndex::new(text), locators: vec![], items: HashMap::new() }
    }

    /// The same with the way back to a document that is not plain text.
    pub fn located(self, locators: impl IntoIterator<Item = (u32, Locator)>) -> Self {
        Self { locators: locators.into_iter().collect(), ..self }
    }

    /// The same with the names of the commitments.
    pub fn named(self, items: impl IntoIterator<Item = (u32, Text)>) -> Self {
        Self { items: items.into_iter().collect(), ..self }
    }

    /// What a commitment is called.
    pub(super) fn item(&self, number: u32, lang: Lang) -> String {
        let unnamed = || lang.pick(format!("第 {number} 项"), format!("commitment {number}"));
        self.items.get(&number).map_or_else(unnamed, |name| name.get(lang).to_string())
    }

    /// What a finding says, the commitment it is about first: an officer looks for whom to ask before anything else.
    pub(super) fn headline(&self, d: &Diagnostic, lang: Lang) -> String {
        let message = d.message.get(lang);
        let Some(number) = d.commitment else { return message.to_string() };
        let joint = if d.names_periods() { lang.pick(" ", ", ") } else { lang.pick("：", ": ") };
        let item = self.item(number, lang);
        // a commitment without a number goes by its title, and the sentence may begin with that
        let title = item.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
        if title.is_some_and(|title| message.trim_start_matches(['“', '"']).starts_with(title)) {
            return message.to_string();
        }
        format!("{item}{joint}{message}")
    }

    /// Where a span begins in the person's document, when that is not plain text.
    pub fn locator(&self, span: Span) -> Option<Locator> {
        let after = self.locators.partition_point(|(start, _)| *start <= span.start);
        after.checked_sub(1).map(|i| self.locators[i].1)
    }

    /// Where a finding begins, as people say it.
    pub(super) fn place(&self, d: &Diagnostic, lang: Lang) -> Option<String> {
        self.locator(d.labels.first()?.span).map(|l| l.text().get(lang).to_string())
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
