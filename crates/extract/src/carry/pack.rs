//! A reading to bytes. Name and hash are left out: who asked knows the one and makes the other.

use std::io::{self, Write};

use yinuo_diag::{Diagnostic, Label, Locator, Severity, Span, Text};

use super::{MARK, Outcome};
use crate::{Block, CellAt, Document};

/// Writes the outcome of a reading.
pub fn pack(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    to.write_all(MARK)?;
    match outcome {
        Ok(document) => {
            to.write_all(&[0])?;
            self::document(to, document)
        }
        Err(refusal) => {
            to.write_all(&[1])?;
            diagnostic(to, refusal)
        }
    }
}

fn document(to: &mut impl Write, document: &Document) -> io::Result<()> {
    let Document { name: _, sha256: _, media_type, encoding, text, blocks, sheets, findings } = document;
    words(to, media_type)?;
    words(to, encoding)?;
    words(to, text)?;
    list(to, blocks, block)?;
    list(to, sheets, |to, name| words(to, name))?;
    list(to, findings, diagnostic)
}

fn block(to: &mut impl Write, block: &Block) -> io::Result<()> {
    let Block { span, cell, locator } = block;
    self::span(to, *span)?;
    maybe(to, cell.as_ref(), |to, c| {
        let CellAt { table, row, column, rows, columns } = *c;
        numbers(to, &[table, row, column, rows, columns])
    })?;
    maybe(to, locator.as_ref(), |to, l| match *l {
        Locator::Paragraph(n) => numbers(to, &[0, n]),
        Locator::Table { table, row, column } => numbers(to, &[1, table, row, column]),
        Locator::Sheet { sheet: None, row, column } => numbers(to, &[2, row, column]),
        Locator::Sheet { sheet: Some(sheet), row, column } => numbers(to, &[3, sheet, row, column]),
        Locator::Page { page, line } => numbers(to, &[4, page, line]),
    })
}

fn diagnostic(to: &mut impl Write, said: &Diagnostic) -> io::Result<()> {
    let Diagnostic { code, severity, commitment, at, message, labels, notes, help, may_stay } = said;
    words(to, code.id)?;
    numbers(
        to,
        &[match severity {
            Severity::Note => 0,
            Severity::Warning => 1,
            Severity::Error => 2,
        }],
    )?;
    maybe(to, commitment.as_ref(), |to, n| numbers(to, &[*n]))?;
    maybe(to, at.as_ref(), |to, at| words(to, at))?;
    text(to, message)?;
    list(to, labels, |to, Label { span: at, text: said }| {
        span(to, *at)?;
        text(to, said)
    })?;
    list(to, notes, text)?;
    maybe(to, help.as_ref(), text)?;
    numbers(to, &[u32::from(*may_stay)])
}

fn span(to: &mut impl Write, span: Span) -> io::Result<()> {
    numbers(to, &[span.start, span.end])
}

fn text(to: &mut impl Write, text: &Text) -> io::Result<()> {
    words(to, &text.zh)?;
    words(to, &text.en)
}

fn list<W: Write, T>(to: &mut W, all: &[T], one: impl Fn(&mut W, &T) -> io::Result<()>) -> io::Result<()> {
    number(to, all.len())?;
    all.iter().try_for_each(|each| one(to, each))
}

fn maybe<W: Write, T>(to: &mut W, some: Option<T>, one: impl Fn(&mut W, T) -> io::Result<()>) -> io::Result<()> {
    to.write_all(&[u8::from(some.is_some())])?;
    some.map_or(Ok(()), |it| one(to, it))
}

fn words(to: &mut impl Write, words: &str) -> io::Result<()> {
    number(to, words.len())?;
    to.write_all(words.as_bytes())
}

fn numbers(to: &mut impl Write, all: &[u32]) -> io::Result<()> {
    all.iter().try_for_each(|n| number(to, *n as usize))
}

fn number(to: &mut impl Write, mut n: usize) -> io::Result<()> {
    while n >= 0x80 {
        to.write_all(&[n as u8 | 0x80])?;
        n >>= 7;
    }
    to.write_all(&[n as u8])
}
