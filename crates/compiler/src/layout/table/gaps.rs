//! Lines left empty where a blank cell was: more line ends before a paragraph than before most others. Where many places have more,
//! this tells nothing.

use super::Anchor;
use crate::layout::paragraph::Paragraph;

/// How many line ends are told apart.
const MOST: usize = 6;

/// The line ends before most paragraphs of the table; none where they differ too much.
pub fn usual(source: &str, paragraphs: &[Paragraph], anchors: &[Anchor]) -> Option<usize> {
    let mut counts = [0usize; MOST + 1];
    let (first, last) = (anchors.first()?.at, anchors.last()?.at);
    (first + 1..=last).for_each(|at| counts[before(source, paragraphs, at).min(MOST)] += 1);
    let (usual, _) = counts.iter().enumerate().max_by_key(|(_, n)| **n)?;
    let wider: usize = counts[usual + 1..].iter().sum();
    (usual > 0 && wider * 4 <= last - first).then_some(usual)
}

/// The line ends between a paragraph and the one before it.
pub fn before(source: &str, paragraphs: &[Paragraph], at: usize) -> usize {
    let (Some(above), Some(here)) = (at.checked_sub(1).and_then(|i| paragraphs.get(i)), paragraphs.get(at)) else {
        return 0;
    };
    let between = source.get(above.span.end as usize..here.span.start as usize).unwrap_or_default();
    between.bytes().filter(|b| *b == b'\n').count()
}
