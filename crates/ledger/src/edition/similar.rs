//! How alike two texts are: the share of their pairs of neighbouring characters that they have in common. Works for
//! Chinese without knowing words.

use std::collections::HashMap;

/// A text as the pairs of characters in it, each with how often it occurs. Spaces and punctuation are left out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pairs {
    counts: HashMap<(char, char), u32>,
    total: u32,
}

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut counts = HashMap::new();
        for pair in letters.windows(2) {
            *counts.entry((pair[0], pair[1])).or_insert(0) += 1;
        }
        Self { total: letters.len().saturating_sub(1) as u32, counts }
    }

    /// The distinct pairs.
    pub(super) fn keys(&self) -> impl Iterator<Item = (char, char)> {
        self.counts.keys().copied()
    }

    /// From 0, nothing in common, to 1000, the same pairs.
    pub(super) fn alike(&self, other: &Pairs) -> u32 {
        let total = self.total + other.total;
        if total == 0 {
            return 0;
        }
        let common: u32 = self.counts.iter().map(|(pair, n)| other.counts.get(pair).map_or(0, |m| *n.min(m))).sum();
        2000 * common / total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_between_none_and_all() {
        let alike = |a: &str, b: &str| Pairs::of(a).alike(&Pairs::of(b));
        assert_eq!(alike("新建停车场三座", "新建停车场三座"), 1000);
        assert_eq!(alike("新建停车场，三座。", "新建停车场三座"), 1000);
        assert_eq!(alike("新建停车场", "改造老旧电梯"), 0);
        assert_eq!(alike("", ""), 0);
        assert!((500..1000).contains(&alike("新建停车场三座", "新建停车场五座")));
    }
}
