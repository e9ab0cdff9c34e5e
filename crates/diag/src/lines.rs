//! Byte offsets to lines and columns and back. Lines and columns count from 1; a column counts characters.

use std::ops::Range;

/// A place as people name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text begin. Built once per document.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// How many characters begin before each block, so that no column is counted through a line of a megabyte.
    counts: Vec<u32>,
}

/// Bytes of a block.
const BLOCK: usize = 1024;

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| (**b as i8) >= -0x40).count()
}

impl LineIndex {
    /// Indexes `text`. A line ends at `\n`, at `\r\n`, or at a `\r` that stands alone.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |i: usize| bytes[i] == b'\n' || (bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
        let mut starts = vec![0];
        starts.extend((0..bytes.len()).filter(|i| ends_line(*i)).map(|i| i as u32 + 1));
        let blocks = bytes.chunks(BLOCK).scan(0, |before, block| {
            let here = *before;
            *before += characters(block) as u32;
            Some(here)
        });
        Self { starts, counts: blocks.collect() }
    }

    /// The line of a byte offset, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|s| *s as usize <= offset)
    }

    /// The position of a byte offset. `text` is the text the index was built from.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line(offset) - 1;
        let start = self.starts[line] as usize;
        let column = text.get(start..offset).map_or(0, |_| self.before(text, offset) - self.before(text, start));
        Position { line: line + 1, column: column + 1 }
    }

    /// How many characters begin before a byte offset of the text.
    fn before(&self, text: &str, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.counts.len().saturating_sub(1));
        let counted = self.counts.get(block).map_or(0, |n| *n as usize);
        counted + text.as_bytes().get(block * BLOCK..offset).map_or(0, characters)
    }

    /// The bytes of a line (from 1) without its end; empty for a line that does not exist.
    pub fn range(&self, text: &str, line: usize) -> Range<usize> {
        let start = line.checked_sub(1).and_then(|i| self.starts.get(i)).map_or(text.len(), |s| *s as usize);
        let end = self.starts.get(line).map_or(text.len(), |s| *s as usize);
        let words = text.get(start..end).unwrap_or("").trim_end_matches(['\r', '\n']);
        start..start + words.len()
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_every_line_end_counts_once() {
        let text = "甲乙\r\n丙\r丁\n\n戊";
        let index = LineIndex::new(text);
        assert_eq!(index.count(), 5);
        let at = |word: &str| index.position(text, text.find(word).unwrap());
        assert_eq!(at("乙"), Position { line: 1, column: 2 });
        assert_eq!(at("丁"), Position { line: 3, column: 1 });
        assert_eq!(index.position(text, text.len()), Position { line: 5, column: 2 });
        let lines: Vec<_> = (0..=6).map(|n| &text[index.range(text, n)]).collect();
        assert_eq!(lines, ["", "甲乙", "丙", "丁", "", "戊", ""]);
    }

    #[test]
    fn columns_of_a_long_line_are_counted_from_its_blocks() {
        let text = format!("甲\r\n{}戊己", "乙b🙂".repeat(2000));
        let index = LineIndex::new(&text);
        for (offset, _) in text.char_indices().step_by(97).chain([(text.len(), ' ')]) {
            let line = index.line(offset);
            let start = index.range(&text, line).start;
            let column = text[start..offset].chars().count() + 1;
            assert_eq!(index.position(&text, offset), Position { line, column }, "{offset}");
        }
    }
}
