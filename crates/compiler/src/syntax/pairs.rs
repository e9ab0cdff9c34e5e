//! Words as pairs of neighbouring characters, so that two names can be compared without a dictionary of nouns. Words that go with
//! any name are left out. Knows words, not measures.

use super::generic::GENERIC;
use super::letters::is_han;
use super::words::Said;

/// Two neighbouring characters of a name, in one number: sorting and searching compare them at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair(u64);

impl Pair {
    /// A character and the one after it.
    pub fn of(first: char, second: char) -> Self {
        Self(u64::from(first) << 32 | u64::from(second))
    }

    /// The second character.
    fn second(self) -> u32 {
        self.0 as u32
    }
}

/// More pairs than most names have.
pub const PAIRS: usize = 24;

/// The pairs of neighbouring Han characters in the words that name an object, sorted, each once.
pub fn pairs<'a>(parts: impl IntoIterator<Item = Said<'a>>) -> Vec<Pair> {
    let mut all = Vec::with_capacity(PAIRS);
    push_pairs(parts, &mut all);
    all
}

/// Puts the pairs of some words after others.
pub fn push_pairs<'a>(parts: impl IntoIterator<Item = Said<'a>>, all: &mut Vec<Pair>) {
    let begin = all.len();
    for part in parts {
        let text = part.text();
        let mut kept = 0;
        for (range, ()) in GENERIC.find(part) {
            pairs_of(&text[kept..range.start], all);
            kept = range.end;
        }
        pairs_of(&text[kept..], all);
    }
    all[begin..].sort_unstable();
    let mut end = begin;
    for n in begin..all.len() {
        if n == begin || all[n] != all[end - 1] {
            all[end] = all[n];
            end += 1;
        }
    }
    all.truncate(end);
}

fn pairs_of(words: &str, all: &mut Vec<Pair>) {
    let mut before = '\0';
    for c in words.chars() {
        let here = if is_han(c) { c } else { '\0' };
        if before != '\0' && here != '\0' {
            all.push(Pair::of(before, here));
        }
        before = here;
    }
}

/// How much the words of two measures share, of the shorter: 参保率 is wholly in 城乡居民医保参保率.
pub fn overlap(a: &[Pair], b: &[Pair]) -> f32 {
    let shared = a.iter().filter(|p| b.binary_search(p).is_ok()).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

/// Whether two short names have two neighbouring characters in common.
pub fn shares(a: &str, b: &str) -> bool {
    let second = a.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
    a.char_indices().zip(second).any(|((start, _), end)| b.contains(&a[start..end]))
}

/// How much of the `target`'s words the `part`'s words share, 0 to 1. With no pair in common single characters count,
/// at a fraction.
pub fn affinity(target: &[Pair], part: &[Pair]) -> f32 {
    if target.is_empty() || part.is_empty() {
        return 0.0;
    }
    let shared = target.iter().filter(|p| part.binary_search(p).is_ok()).count();
    if shared > 0 {
        return shared as f32 / target.len() as f32;
    }
    let single = target.iter().filter(|a| part.iter().any(|b| a.second() == b.second())).count();
    0.25 * single as f32 / target.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    fn pairs(text: &str) -> Vec<Pair> {
        super::pairs([Alone::anew(text).said()])
    }

    #[test]
    fn pairs_leave_out_words_that_name_nothing() {
        assert_eq!(pairs("累计举办读书会不少于"), [Pair::of('书', '会'), Pair::of('读', '书')]);
        assert!(pairs("全年累计完成200").is_empty());
    }

    #[test]
    fn affinity_falls_back_on_single_characters() {
        let target = pairs("新建幼儿园");
        assert!(affinity(&target, &pairs("新建幼儿园选址")) > 0.9);
        let weak = affinity(&target, &pairs("配套园开办"));
        assert!(weak > 0.0 && weak < 0.25);
        assert_eq!(affinity(&target, &pairs("消防栓")), 0.0);
    }
}
