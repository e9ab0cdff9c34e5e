//! A sentence that numbers its items and was broken by the end of a line: 一是……；五是加大⏎医疗卫生投入；六是……. The lines are one
//! paragraph again, so that no item after the break is lost. Joins only where the numbers go on across the break.

use yinuo_diag::Span;

use super::marker::{self, Style};
use super::paragraph::Paragraph;

/// What a clause ends with; a number may begin after it.
const STOPS: &[char] = &['；', ';', '。', '：', ':', '，', ','];

/// The paragraphs with each broken sentence joined.
pub fn joined<'d>(source: &'d str, paragraphs: Vec<Paragraph<'d>>) -> Vec<Paragraph<'d>> {
    let goes_on: Vec<bool> = paragraphs.windows(2).map(|pair| goes_on(&pair[0], &pair[1])).collect();
    if !goes_on.contains(&true) {
        return paragraphs;
    }
    let mut all: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for (p, goes_on) in paragraphs.into_iter().zip(std::iter::once(false).chain(goes_on)) {
        match all.last_mut().filter(|_| goes_on) {
            Some(above) => {
                above.span = Span { start: above.span.start, end: p.span.end };
                above.text = above.span.of(source);
            }
            None => all.push(p),
        }
    }
    all
}

/// Whether a line ends inside a numbered clause and the next has the number that follows.
fn goes_on(above: &Paragraph, below: &Paragraph) -> bool {
    let plain = |p: &Paragraph| p.cell.is_none() && p.column.is_none() && !p.is_furniture();
    let ends = |text: &str| text.trim_end().ends_with(['。', '；', ';', '：', ':', '！', '）', ')', '”']);
    let is_open = plain(above) && plain(below) && below.marker.is_none() && below.bare.is_none() && !ends(above.text);
    let next = || clauses(below.text).skip(1).find_map(number);
    is_open && next().is_some_and(|next| next > 0 && clauses(above.text).filter_map(number).last() == Some(next - 1))
}

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(STOPS).map(str::trim_start)
}

/// The number of a clause: 3 for 三是…….
fn number(clause: &str) -> Option<u32> {
    marker::leading(clause).filter(|m| m.style == Style::HanIs).map(|m| m.value)
}
