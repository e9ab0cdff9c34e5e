//! Where rows begin: the chain of item numbers. A number that stands alone may also be a page number or a list marker in
//! a cell, and numbers may repeat, be missing or start again in each category, so the chain of least cost is taken.

use crate::layout::paragraph::Paragraph;

/// The paragraph that numbers a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// Index of the paragraph.
    pub at: usize,
    /// Its number.
    pub value: u32,
    /// Bytes of the paragraph that are the number; the whole of it where the number stands alone.
    pub len: usize,
}

/// What a step in the chain costs. Steps by one are free.
mod cost {
    pub const LEAVE_OUT: f32 = 4.0;
    pub const LEAVE_OUT_INLINE: f32 = 0.1;
    pub const REPEATED: f32 = 3.0;
    pub const GAP: f32 = 2.0;
    pub const GAP_EACH: f32 = 0.5;
    pub const RESTART_IN_CATEGORY: f32 = 1.0;
    pub const RESTART: f32 = 6.0;
    pub const BACKWARDS: f32 = 8.0;
    pub const CELL_MISSING: f32 = 1.0;
    pub const CELL_MISSING_MAX: f32 = 6.0;
    pub const LATE_START: f32 = 1.5;
}

/// How many candidates back a step may reach.
const REACH: usize = 24;

/// Finds the chain. `columns` is how many cells a row has after its number.
pub fn find(paragraphs: &[Paragraph], columns: usize) -> Vec<Anchor> {
    let alone: Vec<Anchor> = candidates(paragraphs, |p| p.bare.map(|m| (m.value, p.text.len())));
    let alone = chain(paragraphs, &alone, columns, cost::LEAVE_OUT);
    let inline: Vec<Anchor> = candidates(paragraphs, |p| {
        p.marker.filter(|_| p.bare.is_none() && p.heading.is_none()).map(|m| (m.value, m.end()))
    });
    if alone.len() >= 2 {
        return with_gaps_filled(alone, &inline, columns);
    }
    // the number's own paragraph is a cell too
    let inline = chain(paragraphs, &inline, columns.saturating_sub(1), cost::LEAVE_OUT_INLINE);
    if inline.len() > alone.len() { inline } else { alone }
}

fn candidates(paragraphs: &[Paragraph], read: impl Fn(&Paragraph) -> Option<(u32, usize)>) -> Vec<Anchor> {
    let numbered = paragraphs.iter().enumerate().filter(|(_, p)| p.column.is_none() && !p.is_furniture());
    numbered.filter_map(|(at, p)| read(p).map(|(value, len)| Anchor { at, value, len })).collect()
}

/// A number that is missing between two others may head its title on the same line.
fn with_gaps_filled(chain: Vec<Anchor>, inline: &[Anchor], columns: usize) -> Vec<Anchor> {
    let mut filled: Vec<Anchor> = vec![];
    for (n, anchor) in chain.iter().enumerate() {
        filled.push(*anchor);
        let Some(next) = chain.get(n + 1) else { break };
        let from = inline.partition_point(|i| i.at <= anchor.at);
        for candidate in inline[from..].iter().take_while(|i| i.at < next.at) {
            let last = filled[filled.len() - 1];
            let far_enough = candidate.at - last.at >= columns && next.at - candidate.at >= columns;
            if candidate.value == last.value + 1 && candidate.value < next.value && far_enough {
                filled.push(*candidate);
            }
        }
    }
    filled
}

/// The chain of least cost through the candidates.
fn chain(paragraphs: &[Paragraph], all: &[Anchor], columns: usize, leave_out: f32) -> Vec<Anchor> {
    let (content, breaks) = running_counts(paragraphs);
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(all.len());
    for (i, here) in all.iter().enumerate() {
        let late = if here.value > 1 { cost::LATE_START + 0.1 * here.value.min(20) as f32 } else { 0.0 };
        let mut choice = (late + leave_out * i as f32, None);
        for back in i.saturating_sub(REACH)..i {
            let before = all[back];
            let cells = (content[here.at] - content[before.at]).saturating_sub(1) as usize;
            let in_category = breaks[here.at] > breaks[before.at];
            let step = step(before.value, here.value, cells, columns, in_category);
            let total = best[back].0 + step + leave_out * (i - back - 1) as f32;
            if total < choice.0 {
                choice = (total, Some(back));
            }
        }
        best.push(choice);
    }
    let end = |i: usize| best[i].0 + leave_out * (all.len() - 1 - i) as f32;
    let mut at = (0..all.len()).min_by(|a, b| end(*a).total_cmp(&end(*b)));
    let mut chain = vec![];
    while let Some(i) = at {
        chain.push(all[i]);
        at = best[i].1;
    }
    chain.reverse();
    chain
}

fn step(from: u32, to: u32, cells: usize, columns: usize, in_category: bool) -> f32 {
    let short = (cost::CELL_MISSING * columns.saturating_sub(cells) as f32).min(cost::CELL_MISSING_MAX);
    let jump = match to {
        _ if to == from + 1 => 0.0,
        _ if to == from => cost::REPEATED,
        _ if to > from => {
            let missing = (to - from - 1) as usize;
            let room = if cells >= columns * missing.min(8) { 0.5 } else { 1.0 };
            room * (cost::GAP + cost::GAP_EACH * missing.min(40) as f32)
        }
        1 if in_category => cost::RESTART_IN_CATEGORY,
        1 => cost::RESTART,
        _ => cost::BACKWARDS,
    };
    short + jump
}

/// For each paragraph: how many content paragraphs, and how many category or header breaks, come before it.
fn running_counts(paragraphs: &[Paragraph]) -> (Vec<u32>, Vec<u32>) {
    let (mut content, mut breaks) = (0, 0);
    let mut counts = (Vec::with_capacity(paragraphs.len()), Vec::with_capacity(paragraphs.len()));
    for p in paragraphs {
        counts.0.push(content);
        counts.1.push(breaks);
        if p.column.is_some() || p.heading.is_some() {
            breaks += 1;
        } else if !p.is_furniture() {
            content += 1;
        }
    }
    counts
}
