//! Bytes back to a reading. Nothing in them is believed: every place lies in the text, every word is one we know or are
//! able to show, and no length makes room for more than what has arrived.

use yinuo_diag::{Diagnostic, Label, Locator, Severity, Span, Text, codes};

use super::{MARK, Outcome};
use crate::blocks::{is_blank, is_line_end};
use crate::{Block, CellAt, Document, ENCODINGS, MEDIA_TYPES, sha256};

/// The bytes are not a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclear;

/// Reads the outcome of a reading of these bytes, which are called `name`.
pub fn unpack(packed: &[u8], name: &str, bytes: &[u8]) -> Result<Outcome, Unclear> {
    let mut from = From(packed.strip_prefix(MARK).ok_or(Unclear)?);
    let outcome = match from.byte()? {
        0 => Ok(document(&mut from, name, bytes)?),
        1 => Err(Box::new(diagnostic(&mut from, "")?)),
        _ => return Err(Unclear),
    };
    if from.0.is_empty() { Ok(outcome) } else { Err(Unclear) }
}

fn document(from: &mut From, name: &str, bytes: &[u8]) -> Result<Document, Unclear> {
    let media_type = one_of(&MEDIA_TYPES, from.words()?)?;
    let encoding = one_of(&ENCODINGS, from.words()?)?;
    let text = from.words()?.to_string();
    let mut end = 0;
    let blocks = from.list(|from| {
        let block = block(from, &text)?;
        let words = block.span.of(&text);
        let is_line = words == words.trim_matches(is_blank) && !words.contains(is_line_end);
        if block.span.start < end || words.is_empty() || !is_line {
            return Err(Unclear);
        }
        end = block.span.end;
        Ok(block)
    })?;
    if blocks.is_empty() {
        return Err(Unclear);
    }
    let sheets = from.list(|from| Ok(from.words()?.to_string()))?;
    let findings = from.list(|from| diagnostic(from, &text))?;
    Ok(Document { name: name.into(), media_type, encoding, sha256: sha256(bytes), text, blocks, sheets, findings })
}

fn block(from: &mut From, text: &str) -> Result<Block, Unclear> {
    let span = span(from, text)?;
    let cell = from.maybe(|from| {
        let [table, row, column, rows, columns] = from.numbers()?;
        let ends = row.checked_add(rows).zip(column.checked_add(columns));
        let is_cell = rows > 0 && columns > 0 && ends.is_some();
        is_cell.then_some(CellAt { table, row, column, rows, columns }).ok_or(Unclear)
    })?;
    let locator = from.maybe(|from| {
        Ok(match from.number()? {
            0 => Locator::Paragraph(from.number()?),
            1 => {
                let [table, row, column] = from.numbers()?;
                Locator::Table { table, row, column }
            }
            2 => {
                let [row, column] = from.numbers()?;
                Locator::Sheet { sheet: None, row, column }
            }
            3 => {
                let [sheet, row, column] = from.numbers()?;
                Locator::Sheet { sheet: Some(sheet), row, column }
            }
            4 => {
                let [page, line] = from.numbers()?;
                Locator::Page { page, line }
            }
            _ => return Err(Unclear),
        })
    })?;
    Ok(Block { span, cell, locator })
}

fn diagnostic(from: &mut From, source: &str) -> Result<Diagnostic, Unclear> {
    let id = from.words()?;
    let code = codes::ALL.iter().find(|c| c.id == id).ok_or(Unclear)?;
    let severity = match from.number()? {
        0 => Severity::Note,
        1 => Severity::Warning,
        2 => Severity::Error,
        _ => return Err(Unclear),
    };
    let commitment = from.maybe(From::number)?;
    let at = from.maybe(|from| Ok(from.words()?.to_string()))?;
    let message = text(from)?;
    let labels = from.list(|from| Ok(Label { span: span(from, source)?, text: text(from)? }))?;
    let (notes, help, may_stay) = (from.list(text)?, from.maybe(text)?, from.number()? == 1);
    Ok(Diagnostic { code, severity, commitment, at, message, labels, notes, help, may_stay })
}

fn span(from: &mut From, text: &str) -> Result<Span, Unclear> {
    let [start, end] = from.numbers()?;
    text.get(start as usize..end as usize).map(|_| Span { start, end }).ok_or(Unclear)
}

fn text(from: &mut From) -> Result<Text, Unclear> {
    Ok(Text::new(from.words()?, from.words()?))
}

fn one_of(all: &[&'static str], word: &str) -> Result<&'static str, Unclear> {
    all.iter().copied().find(|one| *one == word).ok_or(Unclear)
}

/// What has not been taken yet.
struct From<'a>(&'a [u8]);

impl<'a> From<'a> {
    fn byte(&mut self) -> Result<u8, Unclear> {
        let (first, rest) = self.0.split_first().ok_or(Unclear)?;
        self.0 = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u32, Unclear> {
        let mut n = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return n.try_into().map_err(|_| Unclear);
            }
        }
        Err(Unclear)
    }

    fn numbers<const N: usize>(&mut self) -> Result<[u32; N], Unclear> {
        let mut all = [0; N];
        for n in &mut all {
            *n = self.number()?;
        }
        Ok(all)
    }

    fn words(&mut self) -> Result<&'a str, Unclear> {
        let length = self.number()? as usize;
        let (words, rest) = self.0.split_at_checked(length).ok_or(Unclear)?;
        self.0 = rest;
        std::str::from_utf8(words).map_err(|_| Unclear)
    }

    fn maybe<T>(&mut self, one: impl FnOnce(&mut Self) -> Result<T, Unclear>) -> Result<Option<T>, Unclear> {
        match self.byte()? {
            0 => Ok(None),
            1 => one(self).map(Some),
            _ => Err(Unclear),
        }
    }

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Result<T, Unclear>) -> Result<Vec<T>, Unclear> {
        let count = self.number()?;
        let mut all = vec![];
        for _ in 0..count {
            all.push(one(self)?);
        }
        Ok(all)
    }
}
