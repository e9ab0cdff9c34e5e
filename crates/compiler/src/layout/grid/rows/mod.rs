//! Walks the rows of a table under its header: categories, commitments, rows that go on with the one above, sums and
//! remarks.

mod categories;
mod gather;
mod numbers;
mod unknown;

use yinuo_diag::{Diagnostic, Span};

use super::Found;
use super::card::Field;
use super::cells::Cells;
use super::columns::Kind;
use super::draft::{Draft, Year};
use super::header::{self, Header};
use super::matrix;
use super::sheet::Sheet;
use crate::cell::Cell;
use crate::layout::outline::{self, Group};
use crate::layout::paragraph::Paragraph;
use crate::layout::{blanks, heading_owners, notes, tiers};
use unknown::Unknown;

/// What has been read of all tables so far.
pub struct Walk<'a, 'd> {
    source: &'d str,
    paragraphs: &'a [Paragraph<'d>],
    year: Year,
    /// Categories with their rows.
    pub groups: Vec<Group>,
    /// For each paragraph, whether it became part of the list.
    pub used: Vec<bool>,
    guesses: Vec<(usize, usize, Span, notes::RowGuess)>,
    open: Option<Draft>,
    /// The unit of sums of money whose heading gives none.
    pub money_unit: Option<Cell>,
    /// The category cell of the rows being read.
    category: Option<String>,
    /// For each category that was begun, its place in `groups` and the paragraphs that named it.
    named: Vec<(usize, Vec<usize>)>,
    /// The paragraphs of the commitment that is open.
    filled: Vec<usize>,
    /// The row above is a remark.
    in_remarks: bool,
    /// The items of the table are numbered, so that a row without a number goes on with the one above.
    numbered: bool,
    /// What is to be said of rows that were divided.
    findings: Vec<Diagnostic>,
    /// Columns whose headings are not known.
    unknown: Unknown,
}

impl<'a, 'd> Walk<'a, 'd> {
    /// Nothing read yet.
    pub fn new(source: &'d str, paragraphs: &'a [Paragraph<'d>], year: Option<i16>) -> Self {
        let used = vec![false; paragraphs.len()];
        Self {
            source,
            paragraphs,
            year: Year(year),
            groups: vec![],
            used,
            guesses: vec![],
            open: None,
            money_unit: None,
            category: None,
            named: vec![],
            filled: vec![],
            in_remarks: false,
            numbered: false,
            findings: vec![],
            unknown: Unknown::default(),
        }
    }

    /// Begins a category that these paragraphs name.
    pub fn group(&mut self, name: String, declared_items: Option<u32>, paragraphs: Vec<usize>) {
        self.close();
        paragraphs.iter().for_each(|p| self.used[*p] = true);
        self.named.push((self.groups.len(), paragraphs));
        self.groups.push(Group { name, declared_items, rows: vec![] });
    }

    /// Reads a table under its header; `below` is the first row to read.
    pub fn table(&mut self, sheet: &Sheet, mut header: Header, below: usize) {
        let mut row = below;
        let numbers = self.look_for_numbers(sheet, &header, below);
        let before = self.count();
        self.look_under_unknown(sheet, &header, below);
        self.category = None;
        self.in_remarks = false;
        while row < sheet.rows {
            if let Some(again) = header::at(sheet, row).filter(|h| h.columns.len() * 2 > header.columns.len()) {
                (row..again.end).for_each(|r| self.take_all(sheet, r));
                (row, header) = (again.end, again);
                continue;
            }
            self.row(sheet, &header, row);
            row += 1;
        }
        self.close();
        let items = self.count() - before;
        self.findings.extend(numbers.blank.filter(|_| items > 0).map(|heading| numbers::missing(heading, items)));
    }

    /// How many commitments have been read.
    fn count(&self) -> usize {
        self.guesses.len()
    }

    /// Reads a table of regions by indicators, if it is one.
    pub fn regions(&mut self, sheet: &Sheet, paragraphs: &[usize]) {
        let Some(groups) = matrix::read(self.source, self.paragraphs, sheet, self.year.0) else { return };
        self.close();
        self.groups.extend(groups);
        paragraphs.iter().for_each(|p| self.used[*p] = true);
    }

    /// Reads a table that is a card, or several.
    pub fn card(&mut self, sheet: &Sheet, fields: &[Field], paragraphs: &[usize]) {
        let before = outline::rows(&self.groups);
        for field in fields {
            if field.kind == Kind::Title && self.open.as_ref().is_some_and(|d| !d.has_no_title()) {
                self.close();
            }
            let mut draft = self.open.take().unwrap_or_default();
            let cell = |n| sheet.cell(self.source, self.paragraphs, n);
            let (words, heading) = (cell(field.words), cell(field.heading));
            match field.kind {
                Kind::Label => draft.label = words.text().to_string(),
                kind => draft.take(self.source, kind, words, Some(&heading), self.year),
            }
            self.open = Some(draft);
        }
        self.close();
        if outline::rows(&self.groups) > before {
            paragraphs.iter().for_each(|p| self.used[*p] = true);
        }
    }

    /// Marks the paragraphs of a row as read.
    pub fn take_all(&mut self, sheet: &Sheet, row: usize) {
        for cell in sheet.row(row) {
            self.take(sheet, cell);
        }
    }

    fn take(&mut self, sheet: &Sheet, cell: usize) {
        sheet.cells[cell].paragraphs.iter().for_each(|p| self.used[*p] = true);
    }

    fn row(&mut self, sheet: &Sheet, header: &Header, row: usize) {
        let own = sheet.own(row);
        let Some(first) = own.first().map(|c| sheet.cells[*c].words.as_str()) else { return };
        let cells = Cells::new(sheet, header, row, self.numbered);
        if notes::ends_table(first) || cells.title().is_some_and(|c| notes::ends_table(&sheet.cells[c].words)) {
            let remark = |c: usize| notes::is_remark(&sheet.cells[c].words);
            self.in_remarks = remark(own[0]) || cells.title().is_some_and(remark);
            return;
        }
        self.in_remarks = self.in_remarks && sheet.row(row).len() == 1 && notes::goes_on_remarking(first);
        if self.in_remarks {
            return;
        }
        if self.labelled(sheet, &own) {
            return;
        }
        if let Some((name, items)) = self.heading(sheet, &cells, &own) {
            let paragraphs = own.iter().flat_map(|c| sheet.cells[*c].paragraphs.iter().copied()).collect();
            self.group(name, items, paragraphs);
            return;
        }
        if sheet.row(row).len() == 1 && !cells.goes_on_alone(own[0]) {
            return;
        }
        self.category_cell(sheet, &cells);
        if self.packed(sheet, &cells) {
            return;
        }
        if cells.begins_an_item() {
            self.begin(sheet, &cells);
        } else {
            self.go_on(sheet, &cells, &own);
        }
    }

    /// The categories and what is to be said about their rows.
    pub fn finish(mut self) -> Found {
        self.close();
        outline::number(&mut self.groups);
        let mut findings = std::mem::take(&mut self.findings);
        let guesses = std::mem::take(&mut self.guesses);
        let (mut blank, rows) = (vec![], guesses.len());
        for (group, row, begins, guess) in guesses {
            let number = self.groups[group].rows[row].number;
            blank.push(guess.blanks(number, begins, self.year.value()));
            findings.extend(guess.findings(number, begins, self.year.value()));
        }
        findings.extend(blanks::findings(blank, rows));
        let style = |paragraphs: &[usize]| Some(self.paragraphs[*paragraphs.first()?].heading.as_ref()?.style);
        let headed = self.named.iter().filter_map(|(group, p)| Some((*group, style(p)?))).collect();
        let kept = tiers::name_groups(&mut self.groups, headed);
        for (group, paragraphs) in &self.named {
            let heading = paragraphs.iter().map(|at| &self.paragraphs[*at]);
            heading_owners::give(self.source, heading, &mut self.groups[*group]);
            if self.groups[*group].rows.is_empty() && !kept.contains(group) {
                paragraphs.iter().for_each(|p| self.used[*p] = false);
            }
        }
        self.groups.retain(|g| !g.rows.is_empty());
        let aside: Vec<usize> = (0..self.used.len()).filter(|n| !self.used[*n]).collect();
        let told = self.unknown.told(&self.used, self.paragraphs);
        findings.extend(told.unknown);
        Found { groups: self.groups, aside, beside: told.beside, under_headings: told.words, findings }
    }
}
