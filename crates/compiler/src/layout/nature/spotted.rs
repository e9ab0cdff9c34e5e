//! A table of words with what each means, found in one pass over a whole paragraph or row. Apart from the word lists of
//! `syntax`, which belong to cells: signs are looked for before it is known what is a cell.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

/// Words and their meanings, built once.
pub struct Spotted<T: 'static> {
    automaton: Option<AhoCorasick>,
    table: &'static [(&'static str, T)],
}

impl<T: Copy> Spotted<T> {
    /// Builds the automaton of a table. One too large to build finds nothing.
    pub fn new(table: &'static [(&'static str, T)]) -> Self {
        let words = table.iter().map(|(word, _)| *word);
        Self { automaton: AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok(), table }
    }

    /// Every word found, in order, with its place and meaning.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, T)> + 'a {
        let found = self.automaton.iter().flat_map(move |a| a.find_iter(text));
        found.map(|m| (m.range(), self.table[m.pattern().as_usize()].1))
    }
}
