//! Walks a flattened table: categories, rows, cells, and a note for each thing that was guessed.

use yinuo_diag::Span;

use super::Anchor;
use super::Found;
use super::doubts::Doubted;
use super::segment::{Divided, Segment, Table};
use crate::bodies;
use crate::layout::blanks;
use crate::layout::category;
use crate::layout::furniture::Furniture;
use crate::layout::heading_owners;
use crate::layout::headings::Column;
use crate::layout::notes;
use crate::layout::outline::{self, Group};
use crate::shares::{Crew, LOOKED_AT};
use crate::syntax::letters::trim;

/// What dividing a paragraph costs besides its words, in bytes of them.
const EACH: usize = 32;

struct Walk<'a> {
    table: Table<'a>,
    found: Found,
    segments: Vec<Segment>,
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
pub fn read(table: Table, anchors: &[Anchor], crew: &Crew) -> Found {
    let paragraphs = table.paragraphs;
    let found = Found { first: anchors[0].at, ..Found::default() };
    let mut walk = Walk { table, found, segments: Vec::with_capacity(anchors.len()), named: vec![] };
    if table.schema.guessed {
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
    walk.divide(crew)
}

impl Walk<'_> {
    /// Where a row ends: at the next number, category heading or header row.
    fn row_end(&self, from: usize, until: usize, is_anchor: &[bool]) -> usize {
        let ends = |i: &usize| {
            let p = &self.table.paragraphs[*i];
            self.is_heading(*i) || notes::ends_table(p.text) || self.heads_category(*i, is_anchor)
        };
        (from..until).find(ends).unwrap_or(until)
    }

    /// A column heading. Where the table has no column for it, the name of a period that stands alone is a deadline.
    fn is_heading(&self, at: usize) -> bool {
        let beside =
            |i: Option<usize>| i.and_then(|i| self.table.paragraphs.get(i)).is_some_and(|p| p.column.is_some());
        match self.table.paragraphs[at].column {
            Some(column @ Column::Period(_)) => {
                self.table.schema.columns.contains(&column) || beside(at.checked_sub(1)) || beside(Some(at + 1))
            }
            column => column.is_some(),
        }
    }

    /// A heading with a header row or a number after it. Furniture may stand between.
    fn heads_category(&self, at: usize, is_anchor: &[bool]) -> bool {
        let p = &self.table.paragraphs[at];
        if p.is_furniture() || is_anchor[at] {
            return false;
        }
        let next = (at + 1..self.table.paragraphs.len()).find(|i| !self.table.paragraphs[*i].is_furniture());
        let before_header = next.is_some_and(|i| self.table.paragraphs[i].column.is_some());
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
        let words = self.table.paragraphs[at].text;
        let is_time = || words.contains(|c: char| c.is_numeric()) || words.contains(['年', '月', '季', '前', '底']);
        if !self.table.schema.category_first || is_time() || category::named(words).is_none() {
            return false;
        }
        let width = self.table.schema.columns.len();
        let row =
            (0..at).rev().take(width + 1).take_while(|i| !is_anchor[*i] && self.table.paragraphs[*i].column.is_none());
        let cells = row.filter(|i| !self.table.paragraphs[*i].is_furniture()).count();
        let after_header = at > 0 && self.table.paragraphs[at - 1].column.is_some();
        after_header || cells >= width || !bodies::looks_like_a_unit(words)
    }

    /// Reads what stands between two rows; returns where the category heading or header row begins.
    fn between_rows(&mut self, from: usize, until: usize, is_anchor: &[bool]) -> Option<usize> {
        let mut begins = None;
        let (mut heading_at, mut header_seen) = (None, false);
        for i in from..until {
            let p = &self.table.paragraphs[i];
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
        if let (Some(at), false, false) =
            (heading_at, header_seen || self.table.schema.category_first, self.table.schema.guessed)
        {
            self.found.findings.push(notes::header_missing(self.table.paragraphs[at].span));
        }
        begins
    }

    /// Keeps what stands between the number of a row and the next, unless that is nothing.
    fn segment(&mut self, anchor: Anchor, end: usize, next_value: Option<u32>) {
        let content = self.content(anchor, end);
        let paragraphs = self.table.paragraphs;
        let own = &paragraphs[anchor.at].text[anchor.len..];
        if trim(own).is_empty() && content.iter().all(|i| trim(paragraphs[*i].text).is_empty()) {
            self.found.aside.push(anchor.at);
            return;
        }
        if self.found.groups.is_empty() {
            self.found.groups.push(Group::default());
            self.named.push(self.found.first);
        }
        let group = self.found.groups.len() - 1;
        self.segments.push(Segment { anchor, content, end, next_value, group });
    }

    /// The paragraphs of a row after its number. What is furniture for sure is set aside; what only begins like it goes,
    /// from the end, while the row has more paragraphs than columns.
    fn content(&mut self, anchor: Anchor, end: usize) -> Vec<usize> {
        let of = |i: &usize, kind: Furniture| self.table.paragraphs[*i].furniture == kind;
        let mut content: Vec<usize> = (anchor.at + 1..end).filter(|i| !of(i, Furniture::Yes)).collect();
        let own = usize::from(anchor.len < self.table.paragraphs[anchor.at].text.len());
        let mut too_many = (content.len() + own).saturating_sub(self.table.schema.columns.len());
        if end == self.table.paragraphs.len() {
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

    /// Divides the segments and puts their rows into the categories.
    fn divide(mut self, crew: &Crew) -> Found {
        let table = self.table;
        let bytes = |s: &Segment| {
            table.paragraphs[s.anchor.at..s.end].iter().map(|p| p.text.len() + EACH).sum::<usize>() / LOOKED_AT
        };
        let divide = |s: Segment| (s.group, table.divide(s));
        let shares = crew.in_order(std::mem::take(&mut self.segments), bytes, |_: &mut (), segments| {
            segments.into_iter().map(divide).collect::<Vec<_>>()
        });
        let mut guesses = vec![];
        for (group, divided) in shares.into_iter().flatten() {
            for Divided { mut row, begins, guess, doubt } in divided {
                let rows = &mut self.found.groups[group].rows;
                // A row without a number of its own has the owners of the one above unless it names others.
                if row.number == 0
                    && row.owners.is_empty()
                    && let Some(above) = rows.last()
                {
                    row.owners = above.owners.clone();
                }
                rows.push(row);
                guesses.push(Guessed { group, row: rows.len() - 1, begins, guess, doubt });
            }
        }
        self.finish(guesses)
    }

    fn finish(mut self, guesses: Vec<Guessed>) -> Found {
        outline::number(&mut self.found.groups);
        for (group, at) in self.found.groups.iter_mut().zip(&self.named).filter(|(group, _)| !group.name.is_empty()) {
            heading_owners::give(self.table.source, &self.table.paragraphs[*at..=*at], group);
        }
        let (mut blank, rows) = (vec![], guesses.len());
        for g in guesses {
            let number = self.found.groups[g.group].rows[g.row].number;
            blank.push(g.guess.blanks(number, g.begins, self.table.year));
            self.found.findings.extend(g.guess.findings(number, g.begins, self.table.year));
            self.found.doubts.extend(g.doubt.map(|d| d.about(number, self.table.year)));
        }
        self.found.unplaced = blank.iter().filter(|b| !b.could_be.is_empty()).map(|b| b.number).collect();
        self.found.unplaced.sort_unstable();
        self.found.findings.extend(blanks::findings(blank, rows));
        self.found
    }
}
