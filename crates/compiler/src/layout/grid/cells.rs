//! The cells of one row, each with what its column holds, and whether they begin a commitment.

use super::columns::Kind;
use super::header::Header;
use super::sheet::Sheet;
use crate::layout::headings::Stretch;
use crate::layout::{marker, marks};

/// The cells of one row with what they hold.
pub struct Cells<'s> {
    sheet: &'s Sheet,
    row: usize,
    /// Each cell once, from left to right, with what it holds.
    pub all: Vec<(usize, Kind)>,
    /// For each cell its heading.
    headings: Vec<(usize, usize)>,
    /// Periods that no cell covers.
    blank: Vec<Stretch>,
    /// Items have numbers in this table.
    numbered: bool,
}

impl<'s> Cells<'s> {
    /// Looks at a row under a header; `numbered` where the items of its table have numbers.
    pub fn new(sheet: &'s Sheet, header: &Header, row: usize, numbered: bool) -> Self {
        let mut all: Vec<(usize, Kind)> = vec![];
        let (mut headings, mut blank) = (vec![], vec![]);
        let kinds = sheet.columns.iter().enumerate();
        for (column, number) in kinds {
            let Ok(found) = header.columns.binary_search_by_key(number, |c| c.0) else { continue };
            let (_, kind, heading) = header.columns[found];
            let Some(cell) = sheet.at(row, column) else {
                blank.extend(match kind {
                    Kind::Period(stretch) => Some(stretch),
                    _ => None,
                });
                continue;
            };
            headings.extend(heading.map(|h| (cell, h)));
            match all.iter_mut().find(|(c, _)| *c == cell) {
                Some((_, first)) => *first = both(*first, kind),
                None => all.push((cell, kind)),
            }
        }
        Self { sheet, row, all, headings, blank, numbered }
    }

    /// The first cell of a kind.
    pub fn of(&self, kind: Kind) -> Option<usize> {
        self.all.iter().find(|(_, k)| *k == kind).map(|(c, _)| *c)
    }

    /// The item's number.
    pub fn label(&self) -> Option<usize> {
        self.of(Kind::Label)
    }

    /// The promise.
    pub fn title(&self) -> Option<usize> {
        self.of(Kind::Title)
    }

    /// What a cell holds.
    pub fn kind(&self, cell: usize) -> Option<Kind> {
        self.all.iter().find(|(c, _)| *c == cell).map(|(_, k)| *k)
    }

    /// Whether a cell begins in this row.
    pub fn is_own(&self, cell: usize) -> bool {
        self.sheet.cells[cell].row == self.row
    }

    /// The cell that heads the column of a cell.
    pub fn heading(&self, cell: usize) -> Option<usize> {
        self.headings.iter().find(|(c, _)| *c == cell).map(|(_, h)| *h)
    }

    /// Periods that no cell covers.
    pub fn blank_periods(&self) -> impl Iterator<Item = Stretch> + '_ {
        self.blank.iter().copied()
    }

    /// Whether a row of one cell can be part of a commitment: it stands in a column of its own and is no remark.
    pub fn goes_on_alone(&self, cell: usize) -> bool {
        let (left, right) = self.sheet.cells[cell].columns;
        right - left == 1
    }

    /// A title of its own, with a number of its own or something to be done by some time.
    pub fn begins_an_item(&self) -> bool {
        let title_is_own = self.title().is_some_and(|t| self.is_own(t));
        let numbered =
            self.label().is_some_and(|l| self.is_own(l) && self.title() != Some(l) && is_number(self.sheet, l));
        let due = |k: &Kind| matches!(k, Kind::Period(_) | Kind::Schedule | Kind::Deadline);
        let has_due = self.all.iter().any(|(c, k)| due(k) && self.is_own(*c));
        title_is_own && (numbered || has_due || !self.numbered)
    }
}

/// A number, or a mark that stands for one; a sentence is none.
fn is_number(sheet: &Sheet, label: usize) -> bool {
    let words = &sheet.cells[label].words;
    numbers(words) || words.chars().count() <= 6
}

/// A number or a code.
pub fn numbers(words: &str) -> bool {
    let is_code = words.len() <= 20 && words.is_ascii() && words.contains(|c: char| c.is_ascii_digit());
    marker::bare(&words[marks::leading(words)..]).is_some() || is_code
}

/// What a cell holds that covers two columns.
fn both(first: Kind, second: Kind) -> Kind {
    match (first, second) {
        (Kind::Period(a), Kind::Period(b)) => {
            let ((from, to), (other_from, other_to)) = (a.months(), b.months());
            Kind::Period(Stretch::of_months(from.min(other_from), to.max(other_to)))
        }
        (Kind::Label | Kind::Category | Kind::Aside, Kind::Title) => Kind::Title,
        (Kind::Aside, other) => other,
        _ => first,
    }
}
