//! A table that is the card of one commitment: headings stand on the left, each with its words beside it, and nothing is a
//! header row. Several cards may stand in one table, each begun by the same heading.

use super::columns::{self, Kind};
use super::sheet::Sheet;

/// A heading of a card and the cell beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The heading's cell.
    pub heading: usize,
    /// The cell beside it.
    pub words: usize,
    /// What it holds.
    pub kind: Kind,
}

/// Fewer fields than these could be chance.
const MIN_FIELDS: usize = 3;

/// The fields of a card, from top to bottom; `None` for any other table. Every heading must be known, most by the whole of
/// their words.
pub fn fields(sheet: &Sheet) -> Option<Vec<Field>> {
    let mut fields = vec![];
    let mut by_the_whole = 0;
    for row in 0..sheet.rows {
        let own = sheet.own(row);
        if own.len() == 1 && sheet.row(row).len() == 1 {
            continue; // the card's own caption
        }
        if own.len() % 2 == 1 {
            // A field left empty at the end of a row has a heading and no words.
            columns::kind(&sheet.cells[*own.last()?].words, true)?;
        }
        for pair in own.chunks_exact(2) {
            let heading = &sheet.cells[pair[0]];
            let kind = |whole| heading.named.or_else(|| columns::kind(&heading.words, whole));
            by_the_whole += usize::from(kind(true).is_some());
            let kind = kind(false)?;
            fields.push(Field { heading: pair[0], words: pair[1], kind });
        }
    }
    if !fields.iter().any(|f| f.kind == Kind::Title) {
        fields.iter_mut().filter(|f| f.kind == Kind::Body).for_each(|f| f.kind = Kind::Title);
    }
    let told = |f: &Field| matches!(f.kind, Kind::Owner(_) | Kind::Deadline | Kind::Schedule | Kind::Body);
    let complete = fields.iter().any(|f| f.kind == Kind::Title) && fields.iter().any(told);
    (fields.len() >= MIN_FIELDS && by_the_whole * 2 > fields.len() && complete).then_some(fields)
}
