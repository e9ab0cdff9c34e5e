//! One commitment being gathered from the cells of its row, and from rows below that go on with it.

use yinuo_model::{NO_YEAR, Period, Role};

use super::columns::{self, Kind};
use super::persons;
use super::schedule;
use super::tasks::{self, Told};
use crate::cell::Cell;
use crate::layout::furniture;
use crate::layout::headings::{Column, Stretch};
use crate::layout::notes::RowGuess;
use crate::layout::outline::Row;

/// A commitment being gathered.
#[derive(Default)]
pub struct Draft {
    /// Its number, or 0.
    pub number: u32,
    /// Its number as written.
    pub label: String,
    title: Cell,
    body: Cell,
    owners: Vec<(Role, Cell)>,
    periods: Vec<(Period, Cell)>,
    blank: Vec<Column>,
    /// What each row says of its task.
    tasks: Vec<Told>,
}

/// The year of a schedule, and whether the document says it.
#[derive(Debug, Clone, Copy)]
pub struct Year(pub Option<i16>);

impl Year {
    /// The year, or 0.
    pub fn value(self) -> i16 {
        self.0.unwrap_or(NO_YEAR)
    }
}

impl Draft {
    /// True when there is nothing that could be promised.
    pub fn has_no_title(&self) -> bool {
        self.title.is_empty()
    }

    /// Where it begins.
    pub fn begins(&self) -> yinuo_diag::Span {
        self.title.spans().next().unwrap_or_default()
    }

    /// Takes a cell that stands in a column of some kind. `heading` is the column's own cell and its words.
    pub fn take(&mut self, source: &str, kind: Kind, cell: Cell, heading: Option<&Cell>, year: Year) {
        if kind != Kind::Title && furniture::is_blank_mark(cell.text()) {
            return;
        }
        let person =
            heading.filter(|_| matches!(kind, Kind::Owner(_))).and_then(|h| persons::word(h.text()).zip(Some(h)));
        let divided = person.and_then(|person| Some((person, persons::divide(source, &cell)?)));
        let cell = match divided {
            Some(((word, heading), (offices, persons))) => {
                let at = heading.text().find(word).unwrap_or_default();
                self.named(source, Some(&heading.slice(source, at..at + word.len())), &persons);
                offices
            }
            None => cell,
        };
        self.told(source, kind, &cell, year);
        match kind {
            Kind::Title => self.title.append(&with_unit(source, cell, heading), "\n"),
            Kind::Body => self.body.append(&with_unit(source, cell, heading), "\n"),
            Kind::Named => {
                let words = with_unit(source, cell, heading);
                self.named(source, heading, &words);
            }
            Kind::Owner(role) => match self.owners.iter_mut().find(|(r, _)| *r == role) {
                Some((_, all)) => all.append(&cell, "\n"),
                None => self.owners.push((role, cell)),
            },
            Kind::Period(stretch) => self.due(stretch.of_year(year.value()), with_unit(source, cell, heading)),
            Kind::Schedule => match schedule::split(cell.text()) {
                Some(parts) => {
                    for (stretch, range) in parts.into_iter().filter(|(_, range)| !range.is_empty()) {
                        self.due(stretch.of_year(year.value()), cell.slice(source, range));
                    }
                }
                None => self.deadline(source, cell, heading, year),
            },
            Kind::Deadline => self.deadline(source, cell, heading, year),
            Kind::Label | Kind::Category | Kind::Aside => {}
        }
    }

    /// A row begins that may be another task; false where there are too many to be tasks.
    pub fn begin_row(&mut self) -> bool {
        self.tasks.push(Told::default());
        self.tasks.len() <= tasks::MAX
    }

    /// What a cell says of the row's task; the cell may reach down from a row above.
    pub fn told(&mut self, source: &str, kind: Kind, cell: &Cell, year: Year) {
        let (first, few) = (self.tasks.len() < 2, self.tasks.len() <= tasks::MAX);
        let Some(task) = self.tasks.last_mut().filter(|_| few) else { return };
        match kind {
            Kind::Body => task.words.append(cell, "\n"),
            Kind::Title if !first => task.words.append(cell, "\n"),
            Kind::Owner(role) => task.owners.push((role, cell.clone())),
            Kind::Deadline => {
                let found = schedule::deadlines(cell.text(), year.0);
                task.due.extend(found.into_iter().map(|(period, range)| (period, cell.slice(source, range))));
            }
            _ => {}
        }
    }

    /// What needs its heading to be understood.
    fn named(&mut self, source: &str, heading: Option<&Cell>, words: &Cell) {
        let mut named = name(source, heading);
        named.append(words, "：");
        self.body.append(&named, "\n");
    }

    /// A deadline that is no period of a year, such as the beginning of a term, stays in the words of the document.
    fn deadline(&mut self, source: &str, cell: Cell, heading: Option<&Cell>, year: Year) {
        let found = schedule::deadlines(cell.text(), year.0);
        match &found[..] {
            // 止 alone under 建设起止时间 says nothing to a reader
            [] => self.named(source, heading.filter(|h| h.text().chars().count() > 1), &cell),
            [(period, _)] => self.due(*period, cell),
            several => several.iter().for_each(|(period, range)| self.due(*period, cell.slice(source, range.clone()))),
        }
    }

    fn due(&mut self, period: Period, cell: Cell) {
        match self.periods.iter_mut().find(|(p, _)| *p == period) {
            Some((_, all)) => all.append(&cell, "\n"),
            None => self.periods.push((period, cell)),
        }
    }

    /// A cell of the schedule holds nothing.
    pub fn blank(&mut self, stretch: Stretch) {
        self.blank.push(Column::Period(stretch));
    }

    /// Who answers for it.
    pub fn owners(&self) -> Vec<(Role, Cell)> {
        self.owners.clone()
    }

    /// Owners that are named for the row above and not again.
    pub fn inherit_owners(&mut self, from: &[(Role, Cell)]) {
        if self.owners.is_empty() {
            self.owners = from.to_vec();
        }
    }

    /// The row, and what was guessed in it.
    pub fn finish(mut self, source: &str) -> (Row, RowGuess) {
        let (periods, tasks) = tasks::divide(source, &self.tasks, &self.periods).unwrap_or((self.periods, vec![]));
        self.periods = periods;
        self.periods.sort_by_key(|(period, _)| *period);
        let mut guess = RowGuess::default();
        self.blank.into_iter().for_each(|c| guess.blank(c));
        let row = Row {
            number: self.number,
            label: self.label,
            title: self.title,
            body: Some(self.body).filter(|b| !b.is_empty()),
            owners: self.owners,
            above: None,
            cells: self.periods,
            tasks,
        };
        (row, guess)
    }
}

/// A number alone takes the unit that its heading gives; both keep their own places.
fn with_unit(source: &str, mut cell: Cell, heading: Option<&Cell>) -> Cell {
    if let Some(heading) = heading.filter(|_| is_number(cell.text()))
        && let Some(unit) = columns::unit(heading.text())
    {
        cell.append(&heading.slice(source, unit), "");
    }
    cell
}

/// Digits and nothing else.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
}

/// The words of a heading without brackets.
fn name(source: &str, heading: Option<&Cell>) -> Cell {
    let Some(heading) = heading else { return Cell::default() };
    let end = heading.text().find(['(', '（', '\n']).unwrap_or(heading.text().len());
    heading.slice(source, 0..end)
}
