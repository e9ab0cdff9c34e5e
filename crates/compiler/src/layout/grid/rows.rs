//! Walks the rows of a table under its header: categories, commitments, rows that go on with the one above, sums and
//! remarks.

use yinuo_diag::{Diagnostic, Span};

use super::card::Field;
use super::cells::Cells;
use super::columns::{self, Kind};
use super::draft::{self, Draft, Year};
use super::header::{self, Header};
use super::matrix;
use super::packed;
use super::sheet::Sheet;
use crate::cell::Cell;
use crate::layout::outline::{self, Group};
use crate::layout::paragraph::Paragraph;
use crate::layout::{blanks, category, heading_owners, marker, notes, tiers};

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
    /// What is to be said of rows that were divided.
    findings: Vec<Diagnostic>,
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
            findings: vec![],
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
        let rows = |groups: &[Group]| groups.iter().map(|g| g.rows.len()).sum::<usize>();
        let before = rows(&self.groups);
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
        if rows(&self.groups) > before {
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
        let cells = Cells::new(sheet, header, row);
        if notes::ends_table(first) || cells.title().is_some_and(|c| notes::ends_table(&sheet.cells[c].words)) {
            let remark = |c: usize| notes::is_remark(&sheet.cells[c].words);
            self.in_remarks = remark(own[0]) || cells.title().is_some_and(remark);
            return;
        }
        self.in_remarks = self.in_remarks && sheet.row(row).len() == 1 && notes::goes_on_remarking(first);
        if self.in_remarks {
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

    /// A row that is only the heading of a category: merged across, or nothing in it but a short name.
    fn heading(&self, sheet: &Sheet, cells: &Cells, own: &[usize]) -> Option<(String, Option<u32>)> {
        let words: Vec<&str> = own.iter().map(|c| sheet.cells[*c].words.as_str()).collect();
        match words[..] {
            [only] => {
                let columns = sheet.cells[own[0]].columns;
                let merged = columns.1 - columns.0 > 1;
                let in_title = cells.title() == Some(own[0]) && !merged;
                if !merged && cells.kind(own[0]).is_some_and(Kind::is_content) {
                    return None;
                }
                if let Some(h) = category::heading(only) {
                    return Some((h.name, h.declared_items));
                }
                let counted = category::unnumbered(only);
                let plain = !only.contains(|c: char| c.is_numeric()) && !in_title;
                counted.or_else(|| {
                    category::named(only).filter(|_| plain && sheet.row(sheet.cells[own[0]].row).len() == 1)
                })
            }
            [number, name] if cells.label() == Some(own[0]) && cells.title() == Some(own[1]) => {
                let han = marker::bare(number)
                    .is_some_and(|m| m.style == marker::Style::Han || m.style == marker::Style::HanParen);
                let alone = sheet.row(sheet.cells[own[0]].row).len() == 2;
                category::named(name).filter(|_| han && alone)
            }
            _ => None,
        }
    }

    /// Begins a category where the category column says another one.
    fn category_cell(&mut self, sheet: &Sheet, cells: &Cells) {
        let Some(cell) = cells.of(Kind::Category) else { return };
        let words = &sheet.cells[cell].words;
        if self.category.as_ref() == Some(words) {
            self.take(sheet, cell);
            return;
        }
        self.category = Some(words.clone());
        let numbered = category::heading(words).map(|h| (h.name, h.declared_items));
        let (name, items) = numbered.or_else(|| category::named(words)).unwrap_or((words.clone(), None));
        self.group(name, items, sheet.cells[cell].paragraphs.clone());
        // A number on its left numbers the category.
        let here = &sheet.cells[cell];
        let numbers = cells.all.iter().filter(|(c, kind)| {
            let other = &sheet.cells[*c];
            *kind == Kind::Aside && other.row == here.row && other.columns.1 <= here.columns.0
        });
        let numbers = numbers.filter(|(c, _)| marker::bare(&sheet.cells[*c].words).is_some());
        numbers.for_each(|(c, _)| self.take(sheet, *c));
    }

    fn begin(&mut self, sheet: &Sheet, cells: &Cells) {
        let owners = self.open.as_ref().map(Draft::owners).unwrap_or_default();
        self.close();
        let mut draft = Draft::default();
        if let Some(label) = cells.label() {
            let words = &sheet.cells[label].words;
            draft.label = words.trim_matches(['.', '、', '．', '(', ')', '（', '）']).to_string();
            draft.number = if cells.is_own(label) { marker::bare(words).map_or(0, |m| m.value) } else { 0 };
            self.take(sheet, label);
        }
        for (cell, kind) in &cells.all {
            self.fill(sheet, cells, &mut draft, *cell, *kind);
        }
        for stretch in cells.blank_periods() {
            draft.blank(stretch);
        }
        if draft.number == 0 {
            draft.inherit_owners(&owners);
        }
        self.open = Some(draft);
    }

    /// Reads a row that packs several commitments, if it is one.
    fn packed(&mut self, sheet: &Sheet, cells: &Cells) -> bool {
        if cells.label().is_some_and(|l| cells.is_own(l)) {
            return false;
        }
        let words = |n| sheet.cell(self.source, self.paragraphs, n);
        let row = cells.all.iter().map(|(cell, kind)| (*kind, words(*cell))).collect();
        let Some(packed) = packed::rows(self.source, row) else { return false };
        let promises = packed.rows.len();
        let uneven = packed.uneven.iter().filter_map(|(cell, n)| Some((cell.spans().next()?, *n)));
        self.findings.extend(uneven.map(|(place, parts)| notes::uneven(place, parts, promises)));
        for row in packed.rows {
            self.close();
            let mut draft = Draft::default();
            for ((kind, words), (cell, _)) in row.into_iter().zip(&cells.all) {
                let heading = cells.heading(*cell).map(|h| sheet.cell(self.source, self.paragraphs, h));
                draft.take(self.source, kind, words, heading.as_ref(), self.year);
            }
            self.open = Some(draft);
        }
        cells.all.iter().filter(|(_, kind)| *kind != Kind::Aside).for_each(|(cell, _)| self.take(sheet, *cell));
        true
    }

    fn go_on(&mut self, sheet: &Sheet, cells: &Cells, own: &[usize]) {
        let Some(mut draft) = self.open.take() else { return };
        for cell in own {
            match cells.kind(*cell) {
                // Words where a number should be stand there because the cell beside them was merged away.
                Some(Kind::Label) => self.fill(sheet, cells, &mut draft, *cell, Kind::Title),
                Some(kind) => self.fill(sheet, cells, &mut draft, *cell, kind),
                None => {}
            }
        }
        self.open = Some(draft);
    }

    fn fill(&mut self, sheet: &Sheet, cells: &Cells, draft: &mut Draft, cell: usize, kind: Kind) {
        if kind == Kind::Aside {
            return;
        }
        self.take(sheet, cell);
        self.filled.extend(&sheet.cells[cell].paragraphs);
        let heading = cells.heading(cell).map(|h| sheet.cell(self.source, self.paragraphs, h));
        let mut words = sheet.cell(self.source, self.paragraphs, cell);
        let is_money = |h: &Cell| h.text().contains(['资', '金', '费', '算']) && columns::unit(h.text()).is_none();
        if let Some(unit) = self
            .money_unit
            .as_ref()
            .filter(|_| heading.as_ref().is_some_and(is_money) && draft::is_number(words.text()))
        {
            words.append(unit, "");
        }
        draft.take(self.source, kind, words, heading.as_ref(), self.year);
    }

    /// Ends the commitment that is open. Without a title it is none, and its words are set aside.
    fn close(&mut self) {
        let filled = std::mem::take(&mut self.filled);
        let Some(draft) = self.open.take().filter(|d| !d.has_no_title()) else {
            filled.into_iter().for_each(|p| self.used[p] = false);
            return;
        };
        let begins = draft.begins();
        let (row, guess) = draft.finish();
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let group = self.groups.len() - 1;
        self.groups[group].rows.push(row);
        self.guesses.push((group, self.groups[group].rows.len() - 1, begins, guess));
    }

    /// The categories and what is to be said about their rows.
    pub fn finish(mut self) -> (Vec<Group>, Vec<bool>, Vec<Diagnostic>) {
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
        (self.groups, self.used, findings)
    }
}
