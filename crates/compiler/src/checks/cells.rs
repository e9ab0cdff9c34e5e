//! The cells of a commitment and the words around a measure in its cell, for the checks that read them.

use std::ops::Range;

use yinuo_model::{At, Commitment, Measure, Passage};

use crate::syntax::clauses;

/// Every cell in order: title, body, periods.
pub fn all(commitment: &Commitment) -> impl Iterator<Item = (At, &Passage)> {
    let head = [(At::Title, Some(&commitment.title)), (At::Body, commitment.body.as_ref())];
    let head = head.into_iter().filter_map(|(at, passage)| Some((at, passage?)));
    head.chain(commitment.milestones.iter().map(|m| (At::Period(m.period), &m.passage)))
}

/// Title and body: the promise.
pub fn promise(commitment: &Commitment) -> impl Iterator<Item = (At, &Passage)> {
    all(commitment).take_while(|(at, _)| !matches!(at, At::Period(_)))
}

/// The cell a measure stands in and its range there.
pub fn of<'a>(commitment: &'a Commitment, measure: &Measure) -> Option<(&'a Passage, Range<usize>)> {
    let (_, passage) = all(commitment).find(|(at, _)| *at == measure.at)?;
    Some((passage, passage.range_of(measure.place.first())?))
}

/// The clause around a range, as a range of the same text.
pub fn clause(text: &str, inner: &Range<usize>) -> Option<Range<usize>> {
    clauses::clause_at(text, inner)
}

/// The deliverable around a range.
pub fn deliverable(text: &str, inner: &Range<usize>) -> Option<Range<usize>> {
    clauses::deliverable_at(text, inner)
}

/// True for a number that follows 其中 in its deliverable: a part of a promise, not a promise of its own.
pub fn is_part(commitment: &Commitment, measure: &Measure) -> bool {
    let Some((passage, range)) = of(commitment, measure) else { return false };
    let sentence = deliverable(&passage.text, &range);
    sentence.is_some_and(|s| passage.text[s.start..range.start].contains("其中"))
}

/// True for a number of those who benefit: 惠及居民1.2万户.
pub fn is_benefit(commitment: &Commitment, measure: &Measure) -> bool {
    let Some((passage, range)) = of(commitment, measure) else { return false };
    let clause = clause(&passage.text, &range);
    clause.is_some_and(|c| ["惠及", "受益", "覆盖"].iter().any(|w| passage.text[c.start..range.start].contains(w)))
}
