//! How alike two texts are: the share of their pairs of neighbouring characters that they have in common, where a pair
//! that many texts have counts little. Works for Chinese without knowing words, and sees through phrases that every
//! title of a list repeats.

use std::collections::{BTreeMap, HashMap};

/// Two neighbouring characters.
pub(super) type Pair = (char, char);

/// The pairs of a text, each with how often it occurs. Spaces and punctuation are left out, and any number is one mark:
/// a changed number makes no other promise.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pairs(BTreeMap<Pair, u32>);

/// In how many texts each pair occurs.
#[derive(Debug, Default)]
pub(super) struct Spread(HashMap<Pair, u32>);

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        let mut letters: Vec<char> = vec![];
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            let c = if c.is_numeric() { '0' } else { c };
            if c != '0' || letters.last() != Some(&'0') {
                letters.push(c);
            }
        }
        let mut counts = BTreeMap::new();
        for pair in letters.windows(2) {
            *counts.entry((pair[0], pair[1])).or_insert(0) += 1;
        }
        Self(counts)
    }

    /// The distinct pairs.
    pub(super) fn keys(&self) -> impl Iterator<Item = Pair> {
        self.0.keys().copied()
    }

    /// From 0, nothing in common, to 1000, the same pairs.
    pub(super) fn alike(&self, other: &Pairs, spread: &Spread) -> u32 {
        let weight = |p: &Pairs| -> u64 { p.0.iter().map(|(pair, n)| u64::from(*n) * spread.weight(pair)).sum() };
        let shared =
            |(pair, n): (&Pair, &u32)| u64::from(*other.0.get(pair).unwrap_or(&0).min(n)) * spread.weight(pair);
        let common: u64 = self.0.iter().map(shared).sum();
        (2000 * common).checked_div(weight(self) + weight(other)).unwrap_or(0) as u32
    }
}

impl Spread {
    /// Counts the texts.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a Pairs>) -> Self {
        let mut counts = HashMap::new();
        texts.flat_map(Pairs::keys).for_each(|pair| *counts.entry(pair).or_insert(0) += 1);
        Self(counts)
    }

    /// What a pair says about a text: less, the more texts have it.
    fn weight(&self, pair: &Pair) -> u64 {
        1000 / u64::from(*self.0.get(pair).unwrap_or(&1).max(&1)) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_between_none_and_all() {
        let alike = |a: &str, b: &str| Pairs::of(a).alike(&Pairs::of(b), &Spread::default());
        assert_eq!(alike("新建停车场三座", "新建停车场三座"), 1000);
        assert_eq!(alike("新建停车场，3座。", "新建停车场15座"), 1000);
        assert_eq!(alike("新建停车场", "改造老旧电梯"), 0);
        assert_eq!(alike("", ""), 0);
        assert!((400..1000).contains(&alike("在新城新建停车场", "在老城新建停车场")));
    }

    #[test]
    fn what_every_text_says_counts_little() {
        let texts = ["在东街新建候车亭", "在西桥新建候车亭", "在北门新建候车亭"].map(Pairs::of);
        let spread = Spread::of(texts.iter());
        let plain = texts[0].alike(&texts[1], &Spread::default());
        assert!(texts[0].alike(&texts[1], &spread) < plain * 2 / 3);
    }
}
