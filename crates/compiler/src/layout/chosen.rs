//! Which of several paragraphs that hold items is the list. A report has many (`一是……二是……` on its economy, on its own
//! conduct); what stands before the items, and how many there are, tells them apart. Divides nothing.

use super::inline::{MIN_ITEMS, Parts};
use super::lead_in::{self, LeadIn};
use super::marker::Style;
use super::paragraph::Paragraph;

/// So many items after the name of the list are the list, whatever else is numbered; fewer may be a part of one.
const MANY: usize = 5;

/// A paragraph that may be the list.
struct Candidate {
    at: usize,
    items: usize,
    /// A heading stands before its items.
    headed: bool,
    /// Nothing stands before them.
    bare: bool,
    /// They are numbered as chapters are, whose text may have come without line ends.
    like_chapters: bool,
    lead: LeadIn,
}

/// The paragraph that holds the whole list. `items` is how many items the list announces; `titled` tells that the title of the
/// document names a list, whose categories may be named like one.
pub fn of(paragraphs: &[Paragraph], parts: &[Option<Parts>], items: Option<u32>, titled: bool) -> Option<usize> {
    let held = || parts.iter().enumerate().filter_map(|(at, p)| Some((at, p.as_ref()?)));
    // a list over several paragraphs is in none of them
    let last_of = |p: &Parts| p.starts.last().map_or(0, |(_, m)| m.value);
    let goes_on = |pair: &[Option<Parts>]| match pair {
        [Some(above), Some(p)] => p.starts[0].0 == 0 && p.starts[0].1.value == last_of(above) + 1,
        _ => false,
    };
    if parts.windows(2).any(goes_on) {
        return None;
    }
    let candidates: Vec<Candidate> = held().filter_map(|(at, p)| candidate(at, paragraphs, p)).collect();
    let loose = || candidates.iter().filter(|c| !c.headed);
    let none_numbered = (0..paragraphs.len()).all(|at| parts[at].is_some() || paragraphs[at].marker.is_none());
    let announced = |c: &&Candidate| c.lead.counts == Some(c.items as u32) && (!c.headed || !titled);
    let named = |c: &&Candidate| c.lead.names && (c.items >= MANY || none_numbered);
    let named_alone = || {
        let mut all = candidates.iter().filter(|c| c.lead.names);
        all.next().filter(|c| all.next().is_none() && !titled && named(c))
    };
    let tops = paragraphs.iter().filter(|p| p.marker.is_some_and(|m| m.style == Style::Han)).count();
    let is_line = |(at, p): (usize, &Paragraph)| parts[at].is_none() && p.marker.is_some() && p.heading.is_none();
    let on_lines = paragraphs.iter().enumerate().filter(|at| is_line(*at)).count() > 1;
    let is_single = held().count() == 1;
    let alone = || {
        let with_words: usize = held().filter(|(_, p)| p.starts[0].0 > 0).map(|(_, p)| p.starts.len()).sum();
        let is_alone = |c: &&Candidate| match c.bare {
            true => with_words == 0 && is_single && none_numbered,
            false => c.items == with_words && (c.lead.names || !on_lines),
        };
        let is_told = |c: &&Candidate| !c.like_chapters || titled || c.lead.names || items == Some(c.items as u32);
        loose().find(|c| is_alone(c) && is_told(c) && (tops == 0 || items == Some(c.items as u32)))
    };
    // Several lists of which one has amounts.
    let with_amounts = || {
        let mut all = loose().filter(|c| !c.like_chapters && has_amounts(&paragraphs[c.at], parts[c.at].as_ref()));
        all.next().filter(|_| all.next().is_none() && tops == 0 && none_numbered)
    };
    let found = candidates.iter().find(announced).or_else(|| loose().find(named)).or_else(named_alone);
    found.or_else(with_amounts).or_else(alone).map(|c| c.at)
}

fn candidate(at: usize, paragraphs: &[Paragraph], parts: &Parts) -> Option<Candidate> {
    let p = &paragraphs[at];
    let (first, items) = (parts.starts.first()?.0, parts.starts.len());
    let own = p.marker.map_or(0, |m| m.len).min(first);
    let above = at.checked_sub(1).map_or("", |n| paragraphs[n].text);
    let lead = lead_in::of(if first == 0 { above } else { &p.text[own..first] });
    let styled = parts.starts[0].1.style;
    let made = Candidate {
        at,
        items,
        headed: parts.heading.is_some(),
        bare: first == 0,
        like_chapters: matches!(styled, Style::Han | Style::HanParen),
        lead,
    };
    let enough = items > MIN_ITEMS || made.lead.counts == Some(items as u32);
    (enough && !made.lead.of_itself).then_some(made)
}

/// Whether most items of a paragraph have a number besides their own.
fn has_amounts(p: &Paragraph, parts: Option<&Parts>) -> bool {
    let Some(Parts { starts, .. }) = parts else { return false };
    let ends = starts.iter().skip(1).map(|s| s.0).chain([p.text.len()]);
    let words = starts.iter().zip(ends).map(|((from, m), to)| p.text.get(from + m.len..to).unwrap_or_default());
    words.filter(|w| w.contains(|c: char| c.is_ascii_digit())).count() * 2 > starts.len()
}
