//! A table of words with what each means, found in one pass over a text: leftmost, longest word first, no overlaps.
//! Built once per table; knows nothing of what the words are for.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::openings::Openings;

/// Words and their meanings.
pub struct WordList<T: 'static> {
    automaton: Option<AhoCorasick>,
    openings: Openings<T>,
    table: &'static [(&'static str, T)],
}

impl<T: Copy> WordList<T> {
    /// Builds the automaton of a table. An empty table, or one too large to build, finds nothing.
    pub fn new(table: &'static [(&'static str, T)]) -> Self {
        let words = table.iter().map(|(word, _)| *word);
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok();
        Self { automaton, openings: Openings::new(table.iter().copied()), table }
    }

    /// Every word found, in order, with its place and meaning.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, T)> + 'a {
        let found = self.automaton.iter().flat_map(move |a| a.find_iter(text));
        found.map(|m| (m.range(), self.table[m.pattern().as_usize()].1))
    }

    /// The first word found.
    pub fn first(&self, text: &str) -> Option<(Range<usize>, T)> {
        self.find(text).next()
    }

    /// True when any word is found.
    pub fn occurs(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|a| a.is_match(text))
    }

    /// The word that the text begins with.
    pub fn prefix(&self, text: &str) -> Option<(&'static str, T)> {
        self.openings.of(text)
    }

    /// The words of the table.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.table.iter().map(|(word, _)| *word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static TABLE: &[(&str, u8)] = &[("竣工", 1), ("竣工验收", 2), ("开工", 3)];

    #[test]
    fn the_longest_word_wins() {
        let wordlist = WordList::new(TABLE);
        let found: Vec<u8> = wordlist.find("三月开工,九月竣工验收,十月竣工").map(|(_, v)| v).collect();
        assert_eq!(found, [3, 2, 1]);
        assert_eq!(wordlist.prefix("竣工验收后移交"), Some(("竣工验收", 2)));
        assert_eq!(wordlist.prefix("组织竣工验收"), None);
    }
}
