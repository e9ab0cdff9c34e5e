//! What is said of a list once it was read: the text set aside, and the part of a long document it was taken from. Moves no
//! row and no cell, but for marks beside the text.

use yinuo_diag::{Diagnostic, Span};

use super::outline::Outline;
use super::paragraph::Paragraph;
use super::{facts, letter, marks, notes, section};
use crate::roles;

/// What is said of a list that was read: text set aside, the part of a long document it was taken from.
pub fn told(
    mut outline: Outline,
    source: &str,
    paragraphs: &[Paragraph],
    (title_at, aside): (Option<usize>, Vec<usize>),
) -> Outline {
    outline.findings.extend(marks::set_aside(source, &mut outline.groups));
    outline.year = facts::year_once_read(&outline);
    // where the list is a part of a long text, the rest of that is no text that was missed
    let section = section::told(paragraphs, &outline, title_at);
    let of_rows = section.as_ref().map(|_| outline.aside.clone());
    outline.findings.extend(aside.iter().filter_map(|at| heads_nothing(&paragraphs[*at])));
    outline.aside.extend(not_facts(paragraphs, aside));
    outline.aside.sort_unstable_by_key(|s| s.start);
    outline.findings.extend(section);
    let told = |span: &Span| outline.under_unknown.binary_search(span).is_ok();
    let to_look_at = |span: &&Span| !told(span) && !letter::holds_none(span.of(source));
    let aside = of_rows.as_ref().unwrap_or(&outline.aside);
    outline.findings.extend(notes::set_aside(&aside.iter().filter(to_look_at).copied().collect::<Vec<_>>()));
    outline
}

/// A warning about a heading that was set aside though it states how many items it has.
fn heads_nothing(p: &Paragraph) -> Option<Diagnostic> {
    let heading = p.heading.as_ref().filter(|_| !p.has_neighbours)?;
    let items = heading.declared_items.filter(|n| *n > 0)?;
    Some(notes::heads_nothing(p.span, &heading.name, items))
}

/// A note of at most so many bytes that the first body leads is no text to look at: `lower` does what it says.
const NOTE_BYTES: usize = 200;

/// Paragraphs set aside, without the title and the lines that a fact was read from.
fn not_facts(paragraphs: &[Paragraph], mut aside: Vec<usize>) -> Vec<Span> {
    aside.sort_unstable();
    aside.dedup();
    let own = facts::own_end(paragraphs);
    let heeded = |text: &str| text.len() <= NOTE_BYTES && roles::first::says(text);
    let told =
        |i: usize, p: &Paragraph| i < own && p.title_score > 0 || facts::published(p.text).is_some() || heeded(p.text);
    aside.into_iter().map(|i| (i, &paragraphs[i])).filter(|(i, p)| !told(*i, p)).map(|(_, p)| p.span).collect()
}
