//! Which commitment of the old plan is which of the new one. The same title first; then the best likeness of words, with
//! a little weight for the same number, category and quantities. Candidates share a rare pair of characters or the number,
//! so that the work grows with the plans and not with their product.

use std::collections::{BTreeSet, HashMap};

use super::Placed;
use super::similar::{Pair, Pairs, Spread};

/// Below this two commitments are not the same: one was dropped, one added.
const ENOUGH: u32 = 450;
/// Pairs of characters in more old titles than this say little about which title is meant.
const COMMON: usize = 24;
/// Weights beside the likeness of the words, which is at most 1000.
const SAME_NUMBER: u32 = 60;
const SAME_CATEGORY: u32 = 40;
const SAME_MEASURE: u32 = 50;

/// For each of `new`, the index in `old`; nothing is paired twice.
pub(super) fn pairs(old: &[Placed], new: &[Placed]) -> Vec<Option<usize>> {
    let mut found = same_titles(old, new);
    let mut taken: BTreeSet<usize> = found.iter().flatten().copied().collect();
    let words: Vec<Pairs> = old.iter().map(|p| Pairs::of(&text(p))).collect();
    let new_words: Vec<Pairs> = new.iter().map(|p| Pairs::of(&text(p))).collect();
    let spread = Spread::of(words.iter().chain(&new_words));
    let mut holding: HashMap<Pair, Vec<usize>> = HashMap::new();
    for (a, pairs) in words.iter().enumerate().filter(|(a, _)| !taken.contains(a)) {
        pairs.keys().for_each(|pair| holding.entry(pair).or_default().push(a));
    }
    let mut by_number: HashMap<u32, Vec<usize>> = HashMap::new();
    for (a, placed) in old.iter().enumerate().filter(|(a, _)| !taken.contains(a)) {
        by_number.entry(placed.commitment.number).or_default().push(a);
    }
    let mut scored = vec![];
    for (b, placed) in new.iter().enumerate().filter(|(b, _)| found[*b].is_none()) {
        let pairs = &new_words[b];
        let rare = pairs.keys().filter_map(|p| holding.get(&p)).filter(|list| list.len() <= COMMON).flatten();
        let numbered = by_number.get(&placed.commitment.number).into_iter().flatten();
        let candidates: BTreeSet<usize> = rare.chain(numbered).copied().collect();
        for a in candidates {
            let alike = words[a].alike(pairs, &spread);
            let score = alike + extra(&old[a], placed);
            if alike > 0 && score >= ENOUGH {
                scored.push((score, a, b));
            }
        }
    }
    scored.sort_by_key(|(score, a, b)| (std::cmp::Reverse(*score), a.abs_diff(*b), *a, *b));
    for (_, a, b) in scored {
        if found[b].is_none() && taken.insert(a) {
            found[b] = Some(a);
        }
    }
    found
}

/// The words by which a commitment is known: its title, and the start of its body when the title is short.
fn text(placed: &Placed) -> String {
    let body = placed.commitment.body.as_ref().map_or("", |b| &b.text);
    placed.commitment.title.text.chars().chain(body.chars().take(60)).collect()
}

/// The same title, in order of appearance; of several, the one with the same number first.
fn same_titles(old: &[Placed], new: &[Placed]) -> Vec<Option<usize>> {
    let mut by_title: HashMap<&str, Vec<usize>> = HashMap::new();
    for (a, placed) in old.iter().enumerate() {
        by_title.entry(&placed.commitment.title.text).or_default().push(a);
    }
    let mut take = |placed: &Placed, must_share_number: bool| {
        let list = by_title.get_mut(placed.commitment.title.text.as_str())?;
        let same = |a: &usize| !must_share_number || old[*a].commitment.number == placed.commitment.number;
        let at = list.iter().position(same)?;
        Some(list.remove(at))
    };
    let mut found: Vec<Option<usize>> = new.iter().map(|p| take(p, true)).collect();
    for (b, placed) in new.iter().enumerate() {
        if found[b].is_none() {
            found[b] = take(placed, false);
        }
    }
    found
}

fn extra(old: &Placed, new: &Placed) -> u32 {
    let mut extra = 0;
    if old.commitment.number == new.commitment.number {
        extra += SAME_NUMBER;
    }
    if old.category == new.category {
        extra += SAME_CATEGORY;
    }
    let same = |m: &&yinuo_model::Measure| {
        old.commitment.measures.iter().any(|o| o.value == m.value && o.unit == m.unit && o.object == m.object)
    };
    extra + SAME_MEASURE * new.commitment.measures.iter().filter(same).take(2).count() as u32
}
