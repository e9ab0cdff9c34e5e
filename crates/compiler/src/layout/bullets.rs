//! Items that have a bullet for a number: `●稳定就业方面。…`, `☑新建公园3座。`. A bullet stands before each of them; a mark before some of many
//! lines says something of these (`marks`).

use super::item_ends;
use super::marker::Marker;
use super::marks;
use super::paragraph::Paragraph;

/// Fewer lines could be chance.
const MIN_ITEMS: usize = 3;

/// Numbers the lines with a bullet, where they are the items: nothing else is numbered but headings, and most have an amount.
pub fn mark(paragraphs: &mut [Paragraph]) {
    let Some(items) = items(paragraphs) else { return };
    for (n, at) in items.into_iter().enumerate() {
        let p = &mut paragraphs[at];
        let marker = Marker::bullet(n as u32 + 1, marks::leading(p.text));
        (p.marker, p.heading, p.title_score) = (Some(marker), None, 0);
    }
}

/// The lines with the bullet that is the first.
fn items(paragraphs: &[Paragraph]) -> Option<Vec<usize>> {
    let has_bullet = |p: &Paragraph| marks::leading(p.text) > 0 && p.marker.is_none() && !p.is_furniture();
    let bullet = paragraphs.iter().find(|p| has_bullet(p))?.text.chars().next()?;
    let is_other = |p: &Paragraph| p.cell.is_some() || p.bare.is_some() || p.marker.is_some() && p.heading.is_none();
    let lines = || paragraphs.iter().enumerate().filter(|(_, p)| p.text.starts_with(bullet) && has_bullet(p));
    let items: Vec<usize> = lines().map(|(at, _)| at).collect();
    let (first, last) = (*items.first()?, *items.last()?);
    if items.len() < MIN_ITEMS || paragraphs[first..=last].iter().any(is_other) {
        return None;
    }
    let has_amount = |(_, p): &(usize, &Paragraph)| p.text.contains(|c: char| c.is_ascii_digit());
    let is_own = |p: &Paragraph| p.heading.is_some() || item_ends::is_labelled(p.text) || p.is_furniture();
    let between = paragraphs[first..=last].iter().filter(|p| !is_own(p)).count() - items.len();
    (lines().filter(has_amount).count() * 2 > items.len() && between < items.len()).then_some(items)
}
