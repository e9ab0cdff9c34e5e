//! The words of all lists in one dictionary, so that a cell is looked through once and not once for each list. Built
//! once. Knows which lists a word is on, not what it means there (see `wordlist`).

use std::sync::LazyLock;

use super::charmap::CharMap;
use super::letters::{is_han, is_word};
use super::{conditions, generic, hedges, kinds, lost_digits, outcomes, remainder, stages, vague, verbs};

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
    Remainder,
    Days,
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
    /// The bytes after its first character.
    rest: &'static [u8],
    /// The first of them, to tell most words apart by one look.
    next: u32,
}

/// The words that begin with one character.
#[derive(Debug, Clone, Default)]
struct Group {
    /// Where they stand among the entries.
    entries: std::ops::Range<u16>,
    /// Which second characters they have, by [`bit_of`]. Most texts that begin alike are ruled out by this.
    seconds: u64,
}

/// Words grouped by first character, longer words first.
pub struct Dictionary {
    /// For each character the group of the words that begin with it, counted from 1.
    heads: CharMap<u16>,
    groups: Vec<Group>,
    entries: Vec<Entry>,
}

/// Every list.
pub static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let all = list(List::Verbs, verbs::TABLE).chain(list(List::Stages, stages::TABLE));
    let all = all.chain(list(List::Outcomes, outcomes::TABLE)).chain(list(List::Hedges, hedges::TABLE));
    let all = all.chain(list(List::Conditions, conditions::TABLE)).chain(list(List::Grounds, vague::GROUNDS));
    let all = all.chain(list(List::OpenHeads, vague::HEADS)).chain(list(List::OpenObjects, vague::OBJECTS));
    let all = all.chain(list(List::Checkable, vague::ACTS)).chain(list(List::Generic, generic::TABLE));
    let all = all.chain(list(List::Kinds, kinds::TABLE)).chain(list(List::Remainder, remainder::TABLE));
    let all = all.chain(list(List::Days, lost_digits::TABLE));
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
        let mut made = Self { heads: CharMap::default(), groups: vec![], entries: vec![] };
        for (head, word, bit) in all {
            if made.heads.get(head) == 0 {
                let from = made.entries.len() as u16;
                made.groups.push(Group { entries: from..from, seconds: 0 });
                made.heads.set(head, made.groups.len() as u16);
            }
            match made.entries.last_mut().filter(|last| last.word == word) {
                Some(last) => last.lists |= bit,
                None => {
                    let rest = &word.as_bytes()[head.len_utf8()..];
                    made.entries.push(Entry { word, lists: bit, rest, next: first_bytes(rest) });
                }
            }
            if let Some(group) = made.groups.last_mut() {
                group.entries.end = made.entries.len() as u16;
                let rest = &word.as_bytes()[head.len_utf8()..];
                group.seconds |= if rest.len() < LOOK { u64::MAX } else { bit_of(first_bytes(rest)) };
            }
        }
        made
    }

    /// What a character may be: [`MARK`], the group of the words that begin with it, or 0 for neither.
    #[inline]
    pub fn sign(&self, c: char) -> u16 {
        if is_han(c) || is_word(c) { self.heads.get(c) } else { MARK }
    }

    /// Whether any word of a group may go on with these bytes after its first character.
    #[inline]
    pub fn may_go_on(&self, group: u16, after: &[u8]) -> bool {
        let group = self.groups.get(usize::from(group).wrapping_sub(1));
        group.is_some_and(|g| g.seconds & bit_of(first_bytes(after)) != 0)
    }

    /// The words of a group that the bytes after their first character begin with, longest first, each with its number.
    #[inline]
    pub fn of_group<'a>(&'a self, group: u16, after: &'a [u8]) -> impl Iterator<Item = (u16, &'a Entry)> {
        let next = first_bytes(after);
        let group = self.groups.get(usize::from(group).wrapping_sub(1));
        let range = group.map_or(0..0, |g| g.entries.clone());
        let alike = range.clone().zip(&self.entries[usize::from(range.start)..usize::from(range.end)]);
        alike.filter(move |(_, e)| (e.rest.len() < LOOK || e.next == next) && after.starts_with(e.rest))
    }

    /// The words that a text begins with, longest first.
    pub fn at<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u16, &'a Entry)> {
        let head = text.chars().next();
        let after = head.map_or(0, char::len_utf8);
        self.of_group(head.map_or(0, |c| self.sign(c)), &text.as_bytes()[after..])
    }

    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<u16> {
        self.at(word).find(|(_, e)| e.word == word).map(|(n, _)| n)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

/// The sign of a character that is no part of a word.
pub const MARK: u16 = u16::MAX;

/// How many bytes one look takes in: those of a Han character.
const LOOK: usize = 3;

#[inline]
fn first_bytes(bytes: &[u8]) -> u32 {
    match bytes {
        [a, b, c, ..] => u32::from_le_bytes([*a, *b, *c, 0]),
        _ => 0,
    }
}

/// One of 64 bits, by the last two of three bytes.
#[inline]
fn bit_of(bytes: u32) -> u64 {
    1 << ((bytes >> 16 ^ bytes >> 7) & 63)
}
