//! Items whose numbers stand on lines of their own above them, as they come from a page whose list was styled. Not a flattened
//! table: that has a row of headings, or rows of so many cells that they are a schedule. Reads no words of items.

use super::item_ends;
use super::marker::Marker;
use super::paragraph::Paragraph;

/// Fewer numbers could be anything.
const MIN_ITEMS: usize = 3;
/// The most paragraphs most items have: a name and what it means.
const USUAL: usize = 2;

/// Whether lines of nothing but a number count the items of a list: they rise, and few words stand between them. Headings of columns
/// make it a table.
pub fn count_items(paragraphs: &[Paragraph]) -> bool {
    let lines = || paragraphs.iter().filter(|p| !p.is_furniture());
    if lines().any(|p| p.cell.is_some() || p.column.is_some()) {
        return false;
    }
    let (mut last, mut lengths): (Option<Marker>, Vec<usize>) = (None, vec![]);
    let mut headed = false;
    for p in lines() {
        match (p.bare, last) {
            (Some(m), None) if m.value == 1 => {}
            (Some(m), Some(before)) if m.style == before.style => {
                let rises = m.value > before.value && m.value <= before.value + 2;
                if !(rises || headed && m.value == 1) || lengths.last() == Some(&0) {
                    return false;
                }
            }
            (Some(_), _) => return false,
            (None, _) => {
                headed |= p.heading.is_some();
                if let Some(length) =
                    lengths.last_mut().filter(|_| p.heading.is_none() && !item_ends::is_labelled(p.text))
                {
                    *length += 1;
                }
                continue;
            }
        }
        (last, headed) = (p.bare, false);
        lengths.push(0);
    }
    // what stands below the last item is known later
    if lengths.len() < MIN_ITEMS || lengths.pop() == Some(0) {
        return false;
    }
    lengths.sort_unstable();
    lengths[lengths.len() / 2] <= USUAL
}

/// The paragraphs with each such number joined to the one below it.
pub fn joined<'d>(source: &'d str, paragraphs: Vec<Paragraph<'d>>) -> Vec<Paragraph<'d>> {
    if !count_items(&paragraphs) {
        return paragraphs;
    }
    let mut all: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for mut p in paragraphs {
        let number = all.last().and_then(|above| Some((above.span.start, above.bare?)));
        if let Some((start, m)) = number.filter(|_| p.bare.is_none()) {
            all.pop();
            p.marker = Some(m.up_to((p.span.start - start) as usize));
            p.span.start = start;
            p.text = p.span.of(source);
            (p.heading, p.title_score) = (None, 0);
        }
        all.push(p);
    }
    all
}
