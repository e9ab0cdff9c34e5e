//! Words that a text may begin with, found by one look at its first character. Built once per table; looks at nothing
//! but the beginning (for words anywhere in a text see `wordlist`).

use super::charmap::CharMap;

/// Words in the order of their first characters, the longer of two first.
pub struct Openings<T> {
    /// For each first character where its words begin in `entries`, counted from 1.
    heads: CharMap<u16>,
    entries: Vec<(char, &'static str, T)>,
}

impl<T: Copy> Openings<T> {
    /// Builds the table. An empty word is left out.
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let with_head = words.into_iter().filter_map(|(word, meaning)| Some((word.chars().next()?, word, meaning)));
        let mut entries: Vec<_> = with_head.collect();
        entries.sort_by_key(|(head, word, _)| (*head, std::cmp::Reverse(word.len())));
        let mut heads = CharMap::default();
        for (at, (head, ..)) in entries.iter().enumerate().rev() {
            heads.set(*head, at as u16 + 1);
        }
        Self { heads, entries }
    }

    /// The longest word that the text begins with.
    pub fn of(&self, text: &str) -> Option<(&'static str, T)> {
        self.of_head(text.chars().next()?, text)
    }

    /// The same, when the first character of the text is known.
    #[inline]
    pub fn of_head(&self, head: char, text: &str) -> Option<(&'static str, T)> {
        let from = usize::from(self.heads.get(head)).checked_sub(1)?;
        let alike = self.entries[from..].iter().take_while(|(c, ..)| *c == head);
        alike.into_iter().find(|(_, word, _)| text.starts_with(word)).map(|(_, word, meaning)| (*word, *meaning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_opening_wins() {
        let openings = Openings::new([("竣工", 1), ("开工", 2), ("竣工验收", 3), ("", 4)]);
        assert_eq!(openings.of("竣工验收后移交"), Some(("竣工验收", 3)));
        assert_eq!(openings.of("竣工后移交"), Some(("竣工", 1)));
        assert_eq!(openings.of("组织竣工"), None);
        assert_eq!(openings.of(""), None);
    }
}
