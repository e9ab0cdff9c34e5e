//! One row put together: cells from the sentences assigned to them, and what was guessed on the way.

use super::atoms::Atom;
use crate::cell::Cell;
use crate::layout::furniture;
use crate::layout::grid;
use crate::layout::headings::Column;
use crate::layout::notes::RowGuess;
use crate::layout::outline::Row;

/// The cells of a row in the order of its columns. `atoms` come with the column each was assigned to.
pub fn cells<'x, 'd: 'x>(
    source: &str,
    columns: &[Column],
    atoms: impl Iterator<Item = (usize, &'x Atom<'d>)>,
) -> (Vec<Cell>, RowGuess) {
    let mut cells: Vec<Cell> = vec![Cell::default(); columns.len()];
    let mut guess = RowGuess::default();
    let mut before: Option<(usize, &Atom)> = None;
    // the last number of a list that fills the cell from its beginning
    let mut listed: Option<u32> = None;
    for (c, atom) in atoms {
        let Some(cell) = cells.get_mut(c) else {
            guess.set_aside(atom.span);
            continue;
        };
        let same_cell = before.is_some_and(|(b, _)| b == c);
        let same_paragraph = !atom.first && before.is_some();
        if same_cell && same_paragraph {
            cell.extend(source, atom.span);
        } else {
            let joint = before.filter(|_| same_cell).map_or("", |(_, b)| joint(columns[c], b, atom));
            cell.push(source, atom.span, joint);
        }
        // 2. after 1. says itself where it belongs
        let next = listed.and_then(|last| last.checked_add(1));
        let goes_on = atom.marker.is_some() && atom.marker == next;
        listed = if same_cell && !goes_on { listed.filter(|_| same_paragraph) } else { atom.marker };
        if goes_on && !same_cell {
            guess.parted(columns[c], atom.span);
        } else if same_cell && !same_paragraph && !goes_on {
            guess.joined(columns[c], atom.span);
        } else if !same_cell && same_paragraph {
            guess.split(atom.span);
        }
        before = Some((c, atom));
    }
    for (cell, column) in cells.iter_mut().zip(columns) {
        if cell.is_empty() && matches!(column, Column::Period(_)) {
            guess.blank(*column);
        }
        if *column != Column::Title && furniture::is_blank_mark(cell.text()) {
            *cell = Cell::default();
        }
    }
    (cells, guess)
}

/// What stands for the lost line end between two paragraphs of a cell: nothing where a sentence was broken.
fn joint(column: Column, before: &Atom, here: &Atom) -> &'static str {
    let list = matches!(column, Column::Owner(_));
    if list || here.marker.is_some() || before.closed || before.open { "\n" } else { "" }
}

/// The row of these cells.
pub fn make(number: u32, label: String, cells: Vec<Cell>, columns: &[Column], year: i16) -> Row {
    let mut row = Row { number, label, ..Row::default() };
    let deadline = |cell: &Cell| grid::deadline(cell.text(), Some(year).filter(|y| *y > 0));
    for (cell, column) in cells.into_iter().zip(columns) {
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Title => row.title = cell,
            Column::Period(stretch) => row.cells.push((stretch.of_year(year), cell)),
            Column::Owner(role) => row.owners.push((*role, cell)),
            Column::Deadline if deadline(&cell).is_some() => row.cells.extend(deadline(&cell).map(|p| (p, cell))),
            _ => match &mut row.body {
                Some(body) => body.append(&cell, "\n"),
                None => row.body = Some(cell),
            },
        }
    }
    row.cells.sort_by_key(|(period, _)| *period);
    row
}
