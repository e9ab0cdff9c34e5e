//! A list of words with what each means, asked of the words that were found in a cell: leftmost, longest word first, no
//! overlaps. Built once per list; knows nothing of what the words are for.

use std::ops::Range;

use super::dictionary::{DICTIONARY, List};
use super::words::Said;

/// Words and their meanings.
pub struct WordList<T: 'static> {
    list: List,
    table: &'static [(&'static str, T)],
    /// For each word of the dictionary its place in `table`; any where it is not on the list.
    places: Vec<u16>,
}

impl<T: Copy> WordList<T> {
    /// A list of the dictionary with its table. Of a word that stands twice the first meaning holds.
    pub fn new(list: List, table: &'static [(&'static str, T)]) -> Self {
        let mut places = vec![0; DICTIONARY.len()];
        for (place, (word, _)) in table.iter().enumerate().rev() {
            if let Some(number) = DICTIONARY.number(word) {
                places[usize::from(number)] = place as u16;
            }
        }
        Self { list, table, places }
    }

    /// Every word found, in order, with its place and meaning.
    pub fn find<'a>(&'a self, said: Said<'a>) -> impl Iterator<Item = (Range<usize>, T)> + 'a {
        said.find(self.list).map(|(range, number)| (range, self.meaning(number)))
    }

    /// The first word found.
    pub fn first(&self, said: Said) -> Option<(Range<usize>, T)> {
        said.find(self.list).next().map(|(range, number)| (range, self.meaning(number)))
    }

    /// True when any word is found.
    pub fn occurs(&self, said: Said) -> bool {
        said.find(self.list).next().is_some()
    }

    /// The word that the text begins with.
    pub fn prefix(&self, text: &str) -> Option<(&'static str, T)> {
        let (number, entry) = DICTIONARY.at(text).find(|(_, e)| e.lists & self.list.bit() != 0)?;
        Some((entry.word, self.meaning(number)))
    }

    fn meaning(&self, number: u16) -> T {
        self.table[usize::from(self.places[usize::from(number)])].1
    }

    /// The words of the table.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.table.iter().map(|(word, _)| *word)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    /// A list of the dictionary in tests.
    pub static TABLE: &[(&str, u8)] = &[("竣工", 1), ("竣工验收", 2), ("开工", 3), ("工期", 4)];

    #[test]
    fn the_longest_word_wins() {
        let wordlist = WordList::new(List::Sample, TABLE);
        let text = "三月开工期,九月竣工验收,十月竣工";
        let whole = Alone::anew(text);
        let said = whole.said();
        let found: Vec<u8> = wordlist.find(said).map(|(_, v)| v).collect();
        assert_eq!(found, [3, 2, 1]);
        let inside = said.part("三月开".len().."三月开工期,九月竣工验".len());
        assert_eq!(wordlist.find(inside).map(|(_, v)| v).collect::<Vec<_>>(), [4, 1]);
        assert_eq!(wordlist.prefix("竣工验收后移交"), Some(("竣工验收", 2)));
        assert_eq!(wordlist.prefix("组织竣工验收"), None);
    }
}
