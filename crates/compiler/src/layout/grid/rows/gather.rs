//! Gathers a commitment from the cells of a row and of rows that go on with it, and ends it. Which rows these are is decided by
//! the walk.

use super::super::cells::Cells;
use super::super::columns::{self, Kind};
use super::super::draft::{self, Draft};
use super::super::packed;
use super::super::sheet::Sheet;
use super::Walk;
use crate::cell::Cell;
use crate::layout::outline::Group;
use crate::layout::{marker, marks, notes};

impl Walk<'_, '_> {
    pub(super) fn begin(&mut self, sheet: &Sheet, cells: &Cells) {
        let owners = self.open.as_ref().map(Draft::owners).unwrap_or_default();
        self.close();
        let mut draft = Draft::default();
        draft.begin_row();
        if let Some(label) = cells.label() {
            let words = &sheet.cells[label].words;
            draft.label = words.trim_matches(['.', '、', '．', '(', ')', '（', '）']).to_string();
            draft.number = if cells.is_own(label) { value(words) } else { 0 };
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
    pub(super) fn packed(&mut self, sheet: &Sheet, cells: &Cells) -> bool {
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

    /// A row that is one cell across, `主要内容：……`, and says more of the commitment above.
    pub(super) fn labelled(&mut self, sheet: &Sheet, own: &[usize]) -> bool {
        let ([only], Some(draft)) = (own, &mut self.open) else { return false };
        let (left, right) = sheet.cells[*only].columns;
        let words = sheet.cell(self.source, self.paragraphs, *only);
        let Some((label, rest)) = words.text().split_once(['：', ':']).filter(|_| right - left > 1) else {
            return false;
        };
        let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
        let Some(kind) = columns::kind(&label, true).filter(|kind| kind.is_content()) else { return false };
        // where more labels follow, all of it is told in the document's words
        let lines = words.text().lines().count();
        let (kind, part) =
            if lines > 1 { (Kind::Body, 0) } else { (kind, words.text().len() - rest.trim_start().len()) };
        let end = words.text().len();
        if part < end {
            draft.take(self.source, kind, words.slice(self.source, part..end), None, self.year);
        }
        self.take(sheet, *only);
        self.filled.extend(&sheet.cells[*only].paragraphs);
        true
    }

    pub(super) fn go_on(&mut self, sheet: &Sheet, cells: &Cells, own: &[usize]) {
        let Some(mut draft) = self.open.take() else { return };
        let may_be_task = draft.begin_row();
        let holds = |kind: &Kind| may_be_task && matches!(kind, Kind::Owner(_) | Kind::Deadline);
        for (cell, kind) in cells.all.iter().filter(|(cell, kind)| holds(kind) && !cells.is_own(*cell)) {
            draft.told(self.source, *kind, &sheet.cell(self.source, self.paragraphs, *cell), self.year);
        }
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
    pub(super) fn close(&mut self) {
        let filled = std::mem::take(&mut self.filled);
        let Some(draft) = self.open.take().filter(|d| !d.has_no_title()) else {
            filled.into_iter().for_each(|p| self.used[p] = false);
            return;
        };
        let begins = draft.begins();
        let (row, guess) = draft.finish(self.source);
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let group = self.groups.len() - 1;
        self.groups[group].rows.push(row);
        self.guesses.push((group, self.groups[group].rows.len() - 1, begins, guess));
    }
}

/// The number of an item, whatever mark stands before it.
fn value(label: &str) -> u32 {
    marker::bare(&label[marks::leading(label)..]).map_or(0, |m| m.value)
}
