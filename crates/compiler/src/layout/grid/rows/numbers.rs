//! Whether the items of a table are numbered. A column of numbers may be there and hold none: numbers that Word or Excel counts
//! itself are lost in a copy. Each row with a promise is then an item, and that is told.

use yinuo_diag::{Diagnostic, Span, Text, codes};

use super::super::cells::{Cells, numbers};
use super::super::columns::Kind;
use super::super::header::Header;
use super::super::sheet::Sheet;
use super::Walk;

/// What was seen of a table's numbers.
pub struct Numbers {
    /// The heading of the column of numbers, where nothing stands under it.
    pub blank: Option<Span>,
}

impl Walk<'_, '_> {
    /// Looks for numbers beside promises. A table that goes on with the one before is numbered as that one is.
    pub(super) fn look_for_numbers(&mut self, sheet: &Sheet, header: &Header, below: usize) -> Numbers {
        let column = header.columns.iter().find(|c| c.1 == Kind::Label);
        let heading = column.and_then(|c| c.2);
        let (mut any, mut blank) = (false, true);
        for row in (below..sheet.rows).take_while(|_| column.is_some()) {
            let cells = Cells::new(sheet, header, row, true);
            let label = cells.label().filter(|l| cells.is_own(*l) && cells.title() != Some(*l));
            let Some(label) = label.filter(|_| self.heading(sheet, &cells, &sheet.own(row)).is_none()) else {
                continue;
            };
            blank = false;
            any = numbers(&sheet.cells[label].words);
            if any {
                break;
            }
        }
        self.numbered = any || self.numbered && heading.is_none();
        let place = heading.and_then(|cell| sheet.cells[cell].paragraphs.first());
        Numbers { blank: place.filter(|_| blank).map(|p| self.paragraphs[*p].span) }
    }
}

/// The column of numbers holds none, and so many items were counted.
pub fn missing(heading: Span, items: usize) -> Diagnostic {
    let message = Text::new(
        format!("“序号”一列没有数字，{items} 项按先后编号"),
        format!("the column of numbers holds none; the {items} items were numbered in order"),
    );
    Diagnostic::new(&codes::NUMBERS_MISSING, message)
        .label(heading, Text::new("这一列是空的", "nothing stands in this column"))
        .help(Text::new(
            "自动编号和公式另存时会丢，把序号写成数字再存；一项占几行的，只在第一行写序号",
            "automatic numbers and formulas are lost in a copy: write the numbers as digits; an item of several rows has its number in the first",
        ))
}
