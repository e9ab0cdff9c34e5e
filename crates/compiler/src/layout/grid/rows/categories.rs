//! Rows and cells that begin a category: a row merged across, a short name alone in its row, a category column that says another
//! one. Reads no commitments.

use super::super::cells::Cells;
use super::super::columns::Kind;
use super::super::sheet::Sheet;
use super::Walk;
use crate::layout::{category, marker};

impl Walk<'_, '_> {
    /// A row that is only the heading of a category: merged across, or nothing in it but a short name.
    pub(super) fn heading(&self, sheet: &Sheet, cells: &Cells, own: &[usize]) -> Option<(String, Option<u32>)> {
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
    pub(super) fn category_cell(&mut self, sheet: &Sheet, cells: &Cells) {
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
}
