//! Which of several paragraphs that hold items is the list. A report has many (`一是……二是……` on its economy, on its own
//! conduct); what stands before the items, and how many there are, tells them apart. Divides nothing.

use super::inline::{MIN_ITEMS, Parts};
use super::marker::Style;
use super::paragraph::Paragraph;
use super::preface::{self, Preface};

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
    preface: Preface,
}

/// The paragraph that holds the whole list. `items` is how many items the list announces; `titled` tells that the title of the
/// document names a list, whose categories may be named like one.
pub fn of(paragraphs: &[Paragraph], parts: &[Option<Parts>], items: Option<u32>, titled: bool) -> Option<usize> {
    // a list over several paragraphs is in none of them
    if parts.windows(2).any(goes_on) {
        return None;
    }
    let choice = Choice::of(paragraphs, parts, items, titled);
    let by_name = choice.counted().or_else(|| choice.named()).or_else(|| choice.only_named());
    let found = by_name.or_else(|| choice.only_with_amounts()).or_else(|| choice.alone());
    found.map(|c| c.at)
}

/// Whether the items of the second paragraph go on where those of the first end.
fn goes_on(pair: &[Option<Parts>]) -> bool {
    let [Some(above), Some(below)] = pair else { return false };
    let last = above.starts.last().map_or(0, |(_, m)| m.value);
    let (at, first) = below.starts[0];
    at == 0 && first.value == last + 1
}

/// What is weighed. Each rule is a method that gives the candidate it is sure of; `of` asks them in order of trust.
struct Choice<'a, 'd> {
    paragraphs: &'a [Paragraph<'d>],
    parts: &'a [Option<Parts>],
    candidates: Vec<Candidate>,
    /// How many items the list announces.
    items: Option<u32>,
    /// The title of the document names a list.
    titled: bool,
    /// No number begins a paragraph, but of those that hold items.
    none_numbered: bool,
    /// Chapters stand over the text.
    has_chapters: bool,
}

impl<'a, 'd> Choice<'a, 'd> {
    fn of(paragraphs: &'a [Paragraph<'d>], parts: &'a [Option<Parts>], items: Option<u32>, titled: bool) -> Self {
        let held = parts.iter().enumerate().filter_map(|(at, p)| Some((at, p.as_ref()?)));
        let is_chapter = |p: &Paragraph| p.marker.is_some_and(|m| m.style == Style::Han);
        Self {
            candidates: held.filter_map(|(at, p)| candidate(at, paragraphs, p)).collect(),
            none_numbered: parts.iter().zip(paragraphs).all(|(parts, p)| parts.is_some() || p.marker.is_none()),
            has_chapters: paragraphs.iter().any(is_chapter),
            paragraphs,
            parts,
            items,
            titled,
        }
    }

    fn loose(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|c| !c.headed)
    }

    /// Its preface announces as many items as it has.
    fn counted(&self) -> Option<&Candidate> {
        let counts = |c: &Candidate| c.preface.counts == Some(c.items as u32);
        self.candidates.iter().find(|c| counts(c) && (!c.headed || !self.titled))
    }

    /// Its preface names the list, and no heading of a category does.
    fn named(&self) -> Option<&Candidate> {
        self.loose().find(|c| self.is_named(c))
    }

    /// The preface of no other names the list.
    fn only_named(&self) -> Option<&Candidate> {
        let only = only(self.candidates.iter().filter(|c| c.preface.names))?;
        (!self.titled && self.is_named(only)).then_some(only)
    }

    fn is_named(&self, c: &Candidate) -> bool {
        c.preface.names && (c.items >= MANY || self.none_numbered)
    }

    /// The items of no other have amounts, and nothing else is numbered.
    fn only_with_amounts(&self) -> Option<&Candidate> {
        let has = |c: &Candidate| has_amounts(&self.paragraphs[c.at], self.parts[c.at].as_ref());
        let only = only(self.loose().filter(|c| !c.like_chapters && has(c)))?;
        (!self.has_chapters && self.none_numbered).then_some(only)
    }

    /// No other paragraph holds items.
    fn alone(&self) -> Option<&Candidate> {
        let held = || self.parts.iter().flatten();
        let after_words: usize = held().filter(|p| p.starts[0].0 > 0).map(|p| p.starts.len()).sum();
        let is_line =
            |(p, parts): &(&Paragraph, &Option<Parts>)| parts.is_none() && p.marker.is_some() && p.heading.is_none();
        let on_lines = self.paragraphs.iter().zip(self.parts).filter(is_line).count() > 1;
        let is_alone = |c: &Candidate| match c.bare {
            true => after_words == 0 && held().count() == 1 && self.none_numbered,
            false => c.items == after_words && (c.preface.names || !on_lines),
        };
        self.loose().find(|c| {
            let is_announced = self.items == Some(c.items as u32);
            let is_no_chapters = !c.like_chapters || self.titled || c.preface.names;
            is_alone(c) && (is_announced || is_no_chapters && !self.has_chapters)
        })
    }
}

/// The one of several that is alone.
fn only<'c>(mut all: impl Iterator<Item = &'c Candidate>) -> Option<&'c Candidate> {
    all.next().filter(|_| all.next().is_none())
}

fn candidate(at: usize, paragraphs: &[Paragraph], parts: &Parts) -> Option<Candidate> {
    let p = &paragraphs[at];
    let (first, items) = (parts.starts.first()?.0, parts.starts.len());
    let own = p.marker.map_or(0, |m| m.end()).min(first);
    let above = at.checked_sub(1).map_or("", |n| paragraphs[n].text);
    let preface = preface::of(if first == 0 { above } else { &p.text[own..first] });
    let enough = items > MIN_ITEMS || preface.counts == Some(items as u32);
    let made = Candidate {
        at,
        items,
        headed: parts.heading.is_some(),
        bare: first == 0,
        like_chapters: matches!(parts.starts[0].1.style, Style::Han | Style::HanParen),
        preface,
    };
    (enough && !made.preface.of_itself).then_some(made)
}

/// Whether most items of a paragraph have a number besides their own.
fn has_amounts(p: &Paragraph, parts: Option<&Parts>) -> bool {
    let Some(Parts { starts, .. }) = parts else { return false };
    let ends = starts.iter().skip(1).map(|s| s.0).chain([p.text.len()]);
    let words = starts.iter().zip(ends).map(|((from, m), to)| p.text.get(from + m.end()..to).unwrap_or_default());
    words.filter(|w| w.contains(|c: char| c.is_ascii_digit())).count() * 2 > starts.len()
}
