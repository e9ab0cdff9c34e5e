//! What one pass over a cell finds for everyone who asks about its words: the words of every list, the deliverables, the
//! clauses. Says where they stand, not what they mean; quantities and times are read by `scan`.

use std::borrow::Cow;
use std::ops::Range;

use super::clauses::{self, Mark, Piece};
use super::dictionary::{DICTIONARY, List, MARK};

/// The words of one cell or of several that belong together. Places are bytes of their texts one after another; the
/// texts are kept elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Every word of every list, by where it begins, the longer of two first. They may overlap.
    hits: Vec<Hit>,
    deliverables: Vec<Piece>,
    clauses: Vec<Piece>,
    /// How many bytes the texts take.
    length: usize,
}

/// Which of the cells of some words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellId {
    /// Where its text begins.
    base: usize,
    /// The lists of which a word stands in it.
    lists: u16,
}

/// A word of the dictionary at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hit {
    start: u32,
    end: u32,
    lists: u16,
    number: u16,
}

impl Words {
    /// Room for the words of so many bytes in so many cells.
    pub fn with_room(bytes: usize, cells: usize) -> Self {
        Self {
            hits: Vec::with_capacity(bytes / BYTES_PER_HIT),
            deliverables: Vec::with_capacity(cells * PIECES / 2),
            clauses: Vec::with_capacity(cells * PIECES),
            length: 0,
        }
    }

    /// The same, in the room that other words had, which are forgotten.
    pub fn anew(mut self, bytes: usize, cells: usize) -> Self {
        self.hits.clear();
        self.deliverables.clear();
        self.clauses.clear();
        self.hits.reserve(bytes / BYTES_PER_HIT);
        self.deliverables.reserve(cells * PIECES / 2);
        self.clauses.reserve(cells * PIECES);
        self.length = 0;
        self
    }

    /// Finds the words of one text.
    pub fn of(text: &str) -> (Self, CellId) {
        let mut words = Self::with_room(text.len(), 1);
        let cell = words.read(text, &mut vec![]);
        (words, cell)
    }

    /// Finds the words of another text. `marks` may serve many texts.
    pub fn read(&mut self, text: &str, marks: &mut Vec<Mark>) -> CellId {
        marks.clear();
        let (base, before) = (self.length, self.hits.len());
        self.find(text, base, marks);
        clauses::divide(text, marks, base, &mut self.deliverables, &mut self.clauses);
        self.length += text.len();
        CellId { base, lists: self.hits[before..].iter().fold(0, |lists, hit| lists | hit.lists) }
    }

    /// Looks at every character once: it is a mark, or words begin with it, or it is passed over.
    fn find(&mut self, text: &str, base: usize, marks: &mut Vec<Mark>) {
        let dictionary = &*DICTIONARY;
        for (nth, (at, c)) in text.char_indices().enumerate() {
            let sign = dictionary.sign(c);
            if sign == 0 {
                continue;
            }
            if sign == MARK {
                marks.push(Mark::new(at, nth, c));
                continue;
            }
            let after = &text.as_bytes()[at + c.len_utf8()..];
            if !dictionary.may_go_on(sign, after) {
                continue;
            }
            for (number, entry) in dictionary.of_group(sign, after) {
                let start = base + at;
                let end = start + entry.word.len();
                self.hits.push(Hit { start: start as u32, end: end as u32, lists: entry.lists, number });
            }
        }
    }
}

/// How many clauses most cells have.
const PIECES: usize = 4;

/// How many bytes of text there are for each word found, at least.
const BYTES_PER_HIT: usize = 12;

/// A stretch of a cell, with what was found in it. Places that it gives out are bytes of its own text.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    cell: &'a str,
    words: &'a Words,
    /// Where the cell begins among the texts of `words`.
    base: usize,
    lists: u16,
    start: usize,
    end: usize,
    settled: bool,
}

impl<'a> Said<'a> {
    /// A whole cell with its text.
    pub fn of(text: &'a str, words: &'a Words, cell: CellId) -> Self {
        Self { cell: text, words, base: cell.base, lists: cell.lists, start: 0, end: text.len(), settled: true }
    }

    /// The words.
    pub fn text(self) -> &'a str {
        &self.cell[self.start..self.end]
    }

    /// Where it stands in the cell.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// A part of it.
    pub fn part(self, range: Range<usize>) -> Self {
        let (start, end) = (self.start + range.start, self.start + range.end);
        Self { start, end, settled: false, ..self }
    }

    /// The words of a list in it with their numbers: leftmost, longest first, no overlaps.
    pub fn find(self, list: List) -> impl Iterator<Item = (Range<usize>, u16)> + 'a {
        let hits = &self.words.hits;
        let (begin, end) = (self.base + self.start, self.base + self.end);
        let none = self.lists & list.bit() == 0;
        let from = if none { hits.len() } else { hits.partition_point(|h| (h.start as usize) < begin) };
        let mut free = begin;
        let here = hits[from..].iter().take_while(move |h| (h.start as usize) < end);
        let mine = here.filter(move |h| {
            let taken = h.lists & list.bit() != 0 && h.start as usize >= free && h.end as usize <= end;
            free = if taken { h.end as usize } else { free };
            taken
        });
        mine.map(move |h| (h.start as usize - begin..h.end as usize - begin, h.number))
    }

    /// The deliverables of a cell.
    pub fn deliverables(self) -> impl Iterator<Item = Said<'a>> {
        self.pieces(&self.words.deliverables)
    }

    /// The clauses in it.
    pub fn clauses(self) -> impl Iterator<Item = Said<'a>> {
        self.pieces(&self.words.clauses)
    }

    /// The deliverable of the cell around a range of it.
    pub fn deliverable_at(self, inner: &Range<usize>) -> Option<Said<'a>> {
        self.around(&self.words.deliverables, inner)
    }

    /// The clause of the cell around a range of it.
    pub fn clause_at(self, inner: &Range<usize>) -> Option<Said<'a>> {
        self.around(&self.words.clauses, inner)
    }

    fn pieces(self, all: &'a [Piece]) -> impl Iterator<Item = Said<'a>> {
        let (begin, end) = (self.base + self.start, self.base + self.end);
        let from = all.partition_point(|p| (p.start as usize) < begin);
        let here = all[from..].iter().take_while(move |p| (p.end as usize) <= end);
        here.map(move |p| self.piece(*p))
    }

    fn around(self, all: &'a [Piece], inner: &Range<usize>) -> Option<Said<'a>> {
        let from = self.base + self.start;
        let (start, end) = (from + inner.start, from + inner.end);
        let before = all.partition_point(|p| p.start as usize <= start);
        let piece = all[..before].last().filter(|p| end <= p.end as usize && p.start as usize >= self.base)?;
        Some(self.piece(*piece))
    }

    fn piece(self, piece: Piece) -> Self {
        let (start, end) = (piece.start as usize - self.base, piece.end as usize - self.base);
        Self { start, end, settled: piece.settled, ..self }
    }

    /// The same as a text by itself. A part of a bracket may have to be divided anew.
    pub fn alone(self) -> Alone<'a> {
        if self.settled { Alone::Part(self) } else { Alone::anew(self.text()) }
    }
}

/// A text looked at by itself: a stretch of a cell, or words put together from it and read anew.
#[derive(Debug)]
pub enum Alone<'a> {
    /// A stretch of a cell.
    Part(Said<'a>),
    /// A text with its own words.
    Anew(Cow<'a, str>, Words, CellId),
}

impl<'a> Alone<'a> {
    /// Reads a text anew.
    pub fn anew(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let (words, cell) = Words::of(&text);
        Alone::Anew(text, words, cell)
    }

    /// What is said.
    pub fn said(&self) -> Said<'_> {
        match self {
            Alone::Part(said) => *said,
            Alone::Anew(text, words, cell) => Said::of(text, words, *cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_words_and_clauses_it_would_have_by_itself() {
        let text = "1.选址，招标；完成竣工验收(含甲；2.乙，丙)，移交管养。适时开通";
        let whole = Alone::anew(text);
        for part in whole.said().deliverables() {
            let (here, alone) = (part.alone(), Alone::anew(part.text()));
            let clauses = |all: &Alone| all.said().clauses().map(|c| c.text().to_string()).collect::<Vec<_>>();
            assert_eq!(clauses(&here), clauses(&alone), "{}", part.text());
            for list in [List::Verbs, List::Stages, List::Outcomes, List::Checkable, List::Conditions] {
                let found = part.find(list).collect::<Vec<_>>();
                assert_eq!(found, alone.said().find(list).collect::<Vec<_>>(), "{list:?} in {}", part.text());
            }
        }
    }

    #[test]
    fn the_piece_around_a_range_is_found() {
        let text = "修桥三座（一期，二期；\n三期），建亭两座，植树；\n1.办展，2.开馆";
        let whole = Alone::anew(text);
        let said = whole.said();
        for (at, c) in text.char_indices() {
            let inner = at..at + c.len_utf8();
            let holds = |s: &Said| s.range().start <= inner.start && inner.end <= s.range().end;
            let place = |s: Option<Said>| s.map(Said::range);
            assert_eq!(place(said.clause_at(&inner)), place(said.clauses().find(holds)));
            assert_eq!(place(said.deliverable_at(&inner)), place(said.deliverables().find(holds)));
        }
    }
}
