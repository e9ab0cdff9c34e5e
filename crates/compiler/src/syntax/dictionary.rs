//! The words of all lists in one dictionary, so that a cell is looked through once and not once for each list. Built
//! once. Knows which lists a word is on, not what it means there (see `wordlist`).

use std::sync::LazyLock;

use super::charmap::CharMap;
use super::{conditions, generic, hedges, kinds, outcomes, stages, vague, verbs};

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum List {
    Verbs,
    Stages,
    Outcomes,
    Hedges,
    Conditions,
    OpenHeads,
    OpenObjects,
    Checkable,
    Grounds,
    Generic,
    Kinds,
    /// A list that only tests know.
    #[cfg(test)]
    Sample,
}

impl List {
    /// Its place in a set of lists.
    pub fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A word and the lists it is on.
#[derive(Debug)]
pub struct Entry {
    /// The word.
    pub word: &'static str,
    /// A set of lists by their bits.
    pub lists: u16,
}

/// Words grouped by first character, longer words first.
pub struct Dictionary {
    /// Where the words of a first character begin in `entries`, counted from 1; the words end where another head begins.
    heads: CharMap<u16>,
    entries: Vec<Entry>,
}

/// Every list.
pub static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let all = list(List::Verbs, verbs::TABLE).chain(list(List::Stages, stages::TABLE));
    let all = all.chain(list(List::Outcomes, outcomes::TABLE)).chain(list(List::Hedges, hedges::TABLE));
    let all = all.chain(list(List::Conditions, conditions::TABLE)).chain(list(List::Grounds, vague::GROUNDS));
    let all = all.chain(list(List::OpenHeads, vague::HEADS)).chain(list(List::OpenObjects, vague::OBJECTS));
    let all = all.chain(list(List::Checkable, vague::ACTS)).chain(list(List::Generic, generic::TABLE));
    let all = all.chain(list(List::Kinds, kinds::TABLE));
    #[cfg(test)]
    let all = all.chain(list(List::Sample, super::wordlist::tests::TABLE));
    Dictionary::new(all)
});

fn list<T>(list: List, table: &'static [(&'static str, T)]) -> impl Iterator<Item = (List, &'static str)> {
    table.iter().map(move |(word, _)| (list, *word))
}

impl Dictionary {
    /// Builds the dictionary. An empty word is left out.
    fn new(words: impl Iterator<Item = (List, &'static str)>) -> Self {
        let mut all: Vec<(char, &'static str, u16)> =
            words.filter_map(|(list, word)| Some((word.chars().next()?, word, list.bit()))).collect();
        all.sort_by_key(|(head, word, _)| (*head, std::cmp::Reverse(word.len()), *word));
        let (mut heads, mut entries): (CharMap<u16>, Vec<Entry>) = Default::default();
        for (head, word, bit) in all {
            match entries.last_mut().filter(|last| last.word == word) {
                Some(last) => last.lists |= bit,
                None => entries.push(Entry { word, lists: bit }),
            }
            if heads.get(head) == 0 {
                heads.set(head, entries.len() as u16);
            }
        }
        Self { heads, entries }
    }

    /// The words that stand at byte `at` of a text, where the character is `c`, longest first, each with its number.
    pub fn at<'a>(&'a self, text: &'a str, at: usize, c: char) -> impl Iterator<Item = (usize, &'a Entry)> {
        let from = usize::from(self.heads.get(c)).checked_sub(1).unwrap_or(self.entries.len());
        let alike = self.entries[from..].iter().enumerate().take_while(move |(_, e)| e.word.starts_with(c));
        let here = alike.filter(move |(_, e)| text.as_bytes()[at..].starts_with(e.word.as_bytes()));
        here.map(move |(n, e)| (from + n, e))
    }

    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<usize> {
        let head = word.chars().next()?;
        self.at(word, 0, head).find(|(_, e)| e.word == word).map(|(n, _)| n)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}
