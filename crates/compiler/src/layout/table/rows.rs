//! Walks a flattened table: categories, rows, cells, and a note for each thing that was guessed.

use std::borrow::Cow;

use yinuo_diag::Span;

use super::Anchor;
use super::Found;
use super::assign::{self, Task};
use super::atoms::{self, Atom};
use super::doubts::{self, Doubted};
use super::row;
use super::schema::Schema;
use crate::bodies;
use crate::cell::Cell;
use crate::layout::blanks;
use crate::layout::category;
use crate::layout::furniture::Furniture;
use crate::layout::heading_owners;
use crate::layout::headings::Column;
use crate::layout::notes;
use crate::layout::outline::{self, Group};
use crate::layout::paragraph::Paragraph;

/// What it costs to take the words after one number for two rows.
const SECOND_ROW: f32 = 1.5;

/// How many rows without a number are looked for between two numbers.
const MAX_UNNUMBERED: u32 = 3;

struct Walk<'a, 'd> {
    source: &'d str,
    paragraphs: &'a [Paragraph<'d>],
    schema: &'a Schema,
    year: i16,
    found: Found,
    guesses: Vec<Guessed>,
    /// The paragraph that names each category.
    named: Vec<usize>,
}

/// What was guessed in a row, kept until the rows have their final numbers.
struct Guessed {
    group: usize,
    row: usize,
    begins: Span,
    guess: notes::RowGuess,
    doubt: Option<Doubted>,
}

/// Reads all rows.
pub fn read(source: &str, paragraphs: &[Paragraph], schema: &Schema, anchors: &[Anchor], year: Option<i16>) -> Found {
    let found = Found { groups: vec![], first: anchors[0].at, aside: vec![], findings: vec![], doubts: vec![] };
    let mut walk = Walk {
        source,
        paragraphs,
        schema,
        year: year.unwrap_or(yinuo_model::NO_YEAR),
        found,
        guesses: vec![],
        named: vec![],
    };
    if schema.guessed {
        walk.found.findings.push(notes::header_guessed(paragraphs[anchors[0].at].span));
    }
    let mut from = 0;
    let mut is_anchor = vec![false; paragraphs.len() + 1];
    anchors.iter().for_each(|a| is_anchor[a.at] = true);
    for (n, anchor) in anchors.iter().enumerate() {
        let header = walk.between_rows(from, anchor.at, &is_anchor);
        if n == 0 {
            walk.found.first = header.unwrap_or(anchor.at);
            let first = walk.found.first;
            walk.found.aside.retain(|at| *at > first);
        }
        let until = anchors.get(n + 1).map_or(paragraphs.len(), |next| next.at);
        let end = walk.row_end(anchor.at + 1, until, &is_anchor);
        let next_value = anchors.get(n + 1).filter(|_| end == until).map(|next| next.value);
        walk.segment(*anchor, end, next_value);
        from = end;
    }
    walk.between_rows(from, paragraphs.len(), &is_anchor);
    walk.finish()
}

impl<'d> Walk<'_, 'd> {
    /// Where a row ends: at the next number, category heading or header row.
    fn row_end(&self, from: usize, until: usize, is_anchor: &[bool]) -> usize {
        let ends = |i: &usize| {
            let p = &self.paragraphs[*i];
            self.is_heading(*i) || notes::ends_table(p.text) || self.heads_category(*i, is_anchor)
        };
        (from..until).find(ends).unwrap_or(until)
    }

    /// A column heading. Where the table has no column for it, the name of a period that stands alone is a deadline.
    fn is_heading(&self, at: usize) -> bool {
        let beside = |i: Option<usize>| i.and_then(|i| self.paragraphs.get(i)).is_some_and(|p| p.column.is_some());
        match self.paragraphs[at].column {
            Some(column @ Column::Period(_)) => {
                self.schema.columns.contains(&column) || beside(at.checked_sub(1)) || beside(Some(at + 1))
            }
            column => column.is_some(),
        }
    }

    /// A heading with a header row or a number after it. Furniture may stand between.
    fn heads_category(&self, at: usize, is_anchor: &[bool]) -> bool {
        let p = &self.paragraphs[at];
        if p.is_furniture() || is_anchor[at] {
            return false;
        }
        let next = (at + 1..self.paragraphs.len()).find(|i| !self.paragraphs[*i].is_furniture());
        let before_header = next.is_some_and(|i| self.paragraphs[i].column.is_some());
        let before_number = next.is_some_and(|i| is_anchor[i]);
        match &p.heading {
            Some(h) => before_header || (before_number && h.ordinal == self.found.groups.len() as u32 + 1),
            None => {
                (before_header && category::unnumbered(p.text).is_some())
                    || (before_number && self.names_category(at, is_anchor))
            }
        }
    }

    /// A name in the column before the number, where the table has such a column: a few words after a whole row, or after a
    /// row with blank cells if they are neither a unit nor a time.
    fn names_category(&self, at: usize, is_anchor: &[bool]) -> bool {
        let words = self.paragraphs[at].text;
        let is_time = || words.contains(|c: char| c.is_numeric()) || words.contains(['年', '月', '季', '前', '底']);
        if !self.schema.category_first || is_time() || category::named(words).is_none() {
            return false;
        }
        let width = self.schema.columns.len();
        let row = (0..at).rev().take(width + 1).take_while(|i| !is_anchor[*i] && self.paragraphs[*i].column.is_none());
        let cells = row.filter(|i| !self.paragraphs[*i].is_furniture()).count();
        let after_header = at > 0 && self.paragraphs[at - 1].column.is_some();
        after_header || cells >= width || !bodies::looks_like_a_unit(words)
    }

    /// Reads what stands between two rows; returns where the category heading or header row begins.
    fn between_rows(&mut self, from: usize, until: usize, is_anchor: &[bool]) -> Option<usize> {
        let mut begins = None;
        let (mut heading_at, mut header_seen) = (None, false);
        for i in from..until {
            let p = &self.paragraphs[i];
            if self.heads_category(i, is_anchor) {
                begins = begins.or(Some(i));
                heading_at = Some(i);
                let heading =
                    p.heading.clone().map(|h| (h.name, h.declared_items)).or_else(|| category::unnumbered(p.text));
                let heading = heading.or_else(|| category::named(p.text));
                let (name, declared_items) = heading.unwrap_or_default();
                self.found.groups.push(Group { name, declared_items, rows: vec![] });
                self.named.push(i);
            } else if p.column.is_some() {
                begins = begins.or(Some(i));
                header_seen = true;
            } else {
                self.found.aside.push(i);
            }
        }
        if let (Some(at), false, false) = (heading_at, header_seen || self.schema.category_first, self.schema.guessed) {
            self.found.findings.push(notes::header_missing(self.paragraphs[at].span));
        }
        begins
    }

    /// Reads the row that `anchor` numbers and rows after it that have no number.
    fn segment(&mut self, anchor: Anchor, end: usize, next_value: Option<u32>) {
        let mut atoms = Vec::with_capacity(2 * self.schema.columns.len());
        let number = &self.paragraphs[anchor.at];
        if anchor.len < number.text.len() {
            atoms::split(number, anchor.len, &mut atoms);
        }
        for i in self.content(anchor, end) {
            atoms::split(&self.paragraphs[i], 0, &mut atoms);
        }
        if atoms.is_empty() {
            self.found.aside.push(anchor.at);
            return;
        }
        let width = self.schema.columns.len();
        let paragraphs = atoms.iter().filter(|a| a.first).count();
        let missing = next_value.map_or(0, |next| next.saturating_sub(anchor.value + 1));
        let unnumbered = match missing {
            0 if self.holds_two(&atoms, paragraphs, end) => 1,
            1..=MAX_UNNUMBERED if paragraphs + missing as usize >= width * (missing as usize + 1) => missing as usize,
            _ => 0,
        };
        let mut columns = Cow::Borrowed(&self.schema.columns[..]);
        (0..unnumbered).for_each(|_| columns.to_mut().extend_from_slice(&self.schema.columns));
        let task = Task { atoms: &atoms, columns: &columns, last: end == self.paragraphs.len() };
        let (chosen, cost) = assign::assign(task);
        let mut doubt = if paragraphs == columns.len() { None } else { doubts::closest(task, &chosen, cost) };
        for n in 0..=unnumbered {
            let label = if n == 0 { &number.text[..anchor.len] } else { "" };
            let of_row = |c: usize| if c == columns.len() { n == unnumbered } else { c / width == n };
            let mine = chosen.iter().zip(&atoms).filter(|(c, _)| of_row(**c)).map(|(c, a)| (c - n * width, a));
            let number = if missing == 0 && n > 0 { 0 } else { anchor.value + n as u32 };
            self.row(number, label, mine, doubt.take());
        }
    }

    /// Whether the words after a number are two rows, the second without one. Asked only where each row ends in a deadline;
    /// a schedule of several periods may have many paragraphs in one row.
    fn holds_two(&self, atoms: &[Atom], paragraphs: usize, end: usize) -> bool {
        let columns = &self.schema.columns;
        let has_period = columns.iter().any(|c| matches!(c, Column::Period(_)));
        if has_period || !columns.contains(&Column::Deadline) || paragraphs <= columns.len() {
            return false;
        }
        let last = end == self.paragraphs.len();
        let two: Vec<Column> = columns.iter().chain(columns).copied().collect();
        let one = assign::cost(Task { atoms, columns, last });
        assign::cost(Task { atoms, columns: &two, last }) + SECOND_ROW < one
    }

    /// The paragraphs of a row after its number. What is furniture for sure is set aside; what only begins like it goes,
    /// from the end, while the row has more paragraphs than columns.
    fn content(&mut self, anchor: Anchor, end: usize) -> Vec<usize> {
        let of = |i: &usize, kind: Furniture| self.paragraphs[*i].furniture == kind;
        let mut content: Vec<usize> = (anchor.at + 1..end).filter(|i| !of(i, Furniture::Yes)).collect();
        let own = usize::from(anchor.len < self.paragraphs[anchor.at].text.len());
        let mut too_many = (content.len() + own).saturating_sub(self.schema.columns.len());
        if end == self.paragraphs.len() {
            while content.last().is_some_and(|i| of(i, Furniture::Perhaps)) {
                content.pop();
            }
        }
        for n in (0..content.len()).rev() {
            if too_many > 0 && of(&content[n], Furniture::Perhaps) {
                content.remove(n);
                too_many -= 1;
            }
        }
        self.found.aside.extend((anchor.at + 1..end).filter(|i| content.binary_search(i).is_err()));
        content
    }

    fn row<'x>(
        &mut self,
        number: u32,
        label: &str,
        atoms: impl Iterator<Item = (usize, &'x Atom<'d>)>,
        doubt: Option<Doubted>,
    ) where
        'd: 'x,
    {
        let columns = &self.schema.columns;
        let (cells, guess) = row::cells(self.source, columns, atoms);
        let begins = cells.iter().flat_map(Cell::spans).next().unwrap_or_default();
        let mut row = row::make(number, label.trim().to_string(), cells, columns, self.year);
        if self.found.groups.is_empty() {
            self.found.groups.push(Group::default());
            self.named.push(self.found.first);
        }
        let group = self.found.groups.len() - 1;
        // A row without a number of its own has the owners of the one above unless it names others.
        if number == 0
            && row.owners.is_empty()
            && let Some(above) = self.found.groups[group].rows.last()
        {
            row.owners = above.owners.clone();
        }
        self.found.groups[group].rows.push(row);
        let row = self.found.groups[group].rows.len() - 1;
        self.guesses.push(Guessed { group, row, begins, guess, doubt });
    }

    fn finish(mut self) -> Found {
        outline::number(&mut self.found.groups);
        for (group, at) in self.found.groups.iter_mut().zip(&self.named).filter(|(group, _)| !group.name.is_empty()) {
            heading_owners::give(self.source, &self.paragraphs[*at..=*at], group);
        }
        let (mut blank, rows) = (vec![], self.guesses.len());
        for g in self.guesses {
            let number = self.found.groups[g.group].rows[g.row].number;
            blank.push(g.guess.blanks(number, g.begins, self.year));
            self.found.findings.extend(g.guess.findings(number, g.begins, self.year));
            self.found.doubts.extend(g.doubt.map(|d| d.about(number, self.year)));
        }
        self.found.findings.extend(blanks::findings(blank, rows));
        self.found
    }
}
