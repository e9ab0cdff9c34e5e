//! List numbers that touch the words after them, as in lines that were cells side by side: `1扩建学校…`, `2培训技工…`. Such a number is a
//! list number only in a row of them that rises from 1; alone it counts what follows.

use super::marker::{self, Marker};
use super::paragraph::Paragraph;

/// Fewer lines could be chance.
const MIN_ITEMS: usize = 3;

/// Marks the lines of such a list. Where lines are numbered otherwise, or a number is out of order, none is.
pub fn mark(paragraphs: &mut [Paragraph]) {
    let Some(found) = numbers(paragraphs) else { return };
    for (at, marker) in found {
        let p = &mut paragraphs[at];
        (p.marker, p.heading, p.title_score) = (Some(marker), None, 0);
    }
}

/// The lines with their numbers.
fn numbers(paragraphs: &[Paragraph]) -> Option<Vec<(usize, Marker)>> {
    let mut found: Vec<(usize, Marker)> = vec![];
    for (at, p) in paragraphs.iter().enumerate() {
        if p.cell.is_some() || p.marker.is_some() || p.bare.is_some() {
            return None;
        }
        let Some(m) = marker::glued(p.text) else { continue };
        if m.value as usize != found.len() + 1 {
            return None;
        }
        found.push((at, m));
    }
    let begins = |(at, m): &(usize, Marker)| paragraphs[*at].text[m.end()..].chars().next();
    let all_same = found.windows(2).all(|pair| begins(&pair[0]) == begins(&pair[1]));
    // 1号楼, 2号楼, 3号楼 are counted or named so
    (found.len() >= MIN_ITEMS && !all_same).then_some(found)
}
