//! Tables that are set as blocks beside each other to save paper: the same headings twice or more in one row, the items going on
//! in the next block. Lays the blocks one under another; reads nothing of them.

use super::header::{self, Header};
use super::sheet::Sheet;

/// The fewest columns of a block.
const MIN_COLUMNS: usize = 2;

/// Puts the blocks of a sheet under each other, where its header repeats itself.
pub fn stack(sheet: &mut Sheet) {
    let Some(header) = header::find(sheet) else { return };
    if let Some(width) = width(sheet, &header) {
        sheet.stack(header.begin, width);
    }
}

/// How many columns a block has: the first number after which all headings come again in the same order.
fn width(sheet: &Sheet, header: &Header) -> Option<usize> {
    let lowest = header.end - 1;
    let words: Vec<Option<&str>> =
        (0..sheet.columns.len()).map(|c| sheet.at(lowest, c).map(|cell| sheet.cells[cell].words.as_str())).collect();
    let repeats = |width: &usize| {
        words.len().is_multiple_of(*width) && words.iter().zip(&words[*width..]).all(|(a, b)| a.is_some() && a == b)
    };
    // one heading over all columns of a block is no block of its own
    let differ = |width: &usize| words[1..*width].iter().all(|w| *w != words[0]);
    (MIN_COLUMNS..=words.len() / 2).find(|width| repeats(width) && differ(width))
}
