//! Items numbered after a word that says what they are: `实事一：…` to `实事十：…`, `工程1、…`. Such a number is a list number only in a
//! row of them with one word that rises from 1.

use super::marker::{self, Marker};
use super::paragraph::Paragraph;

/// Fewer lines could be chance.
const MIN_ITEMS: usize = 3;

/// Marks the lines of the first such row.
pub fn mark(paragraphs: &mut [Paragraph]) {
    let Some(row) = row(paragraphs) else { return };
    for (at, marker) in row {
        let p = &mut paragraphs[at];
        (p.marker, p.heading, p.title_score) = (Some(marker), None, 0);
    }
}

/// The lines with their numbers. Other lines may stand between, but none with the word and a number out of order.
fn row(paragraphs: &[Paragraph]) -> Option<Vec<(usize, Marker)>> {
    let plain = |p: &Paragraph| p.cell.is_none() && p.marker.is_none() && !p.is_furniture();
    let named = |(at, p)| plain(p).then(|| marker::named(p.text)).flatten().map(|(word, m)| (at, word, m));
    let mut lines = paragraphs.iter().enumerate().filter_map(named);
    let (first, word, m) = lines.find(|(.., m)| m.value == 1)?;
    let mut found = vec![(first, m)];
    for (at, _, m) in lines.filter(|(_, other, _)| *other == word) {
        if m.value as usize != found.len() + 1 {
            return None;
        }
        found.push((at, m));
    }
    (found.len() >= MIN_ITEMS).then_some(found)
}
