//! A list of words with what they mean, found by their longest match at one place of folded text. Built once. (For one
//! pass over a whole text see `wordlist`.)

use super::charmap::CharMap;
use super::fold::Folded;

/// Words grouped by first character, longer words first.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// For each first character which of `groups` its words are, counted from 1.
    heads: CharMap<u16>,
    /// First characters in order, each with its words in `entries`.
    groups: Vec<(char, std::ops::Range<usize>)>,
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    word: &'static str,
    /// The second character, or NUL.
    next: char,
    /// The characters after the first.
    rest: Vec<char>,
    meaning: T,
}

impl<T> Lexicon<T> {
    /// Builds the table. An empty word is left out.
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut all: Vec<(char, Entry<T>)> = vec![];
        for (word, meaning) in words {
            let mut chars = word.chars();
            if let Some(head) = chars.next() {
                let rest: Vec<char> = chars.collect();
                all.push((head, Entry { word, next: rest.first().copied().unwrap_or_default(), rest, meaning }));
            }
        }
        all.sort_by(|(a, x), (b, y)| a.cmp(b).then(y.rest.len().cmp(&x.rest.len())));
        let mut groups: Vec<(char, std::ops::Range<usize>)> = vec![];
        let mut heads = CharMap::default();
        for (at, (head, _)) in all.iter().enumerate() {
            match groups.last_mut().filter(|(last, _)| last == head) {
                Some((_, group)) => group.end = at + 1,
                None => {
                    groups.push((*head, at..at + 1));
                    heads.set(*head, groups.len() as u16);
                }
            }
        }
        Self { heads, groups, entries: all.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// The longest word at `i`, with its length in characters.
    pub fn find(&self, f: &Folded, i: usize) -> Option<(&T, usize)> {
        let group = usize::from(self.heads.get(f.get(i))).checked_sub(1)?;
        let after = f.chars().get(i + 1..).unwrap_or_default();
        let next = after.first().copied().unwrap_or_default();
        // most words are told apart by their second character
        let goes_on = |e: &&Entry<T>| (e.next == next || e.next == '\0') && after.starts_with(&e.rest);
        let entry = self.entries[self.groups[group].1.clone()].iter().find(goes_on)?;
        Some((&entry.meaning, entry.rest.len() + 1))
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|e| e.word)
    }

    /// First characters of the words, each once.
    pub fn heads(&self) -> impl Iterator<Item = char> {
        self.groups.iter().map(|(head, _)| *head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest() {
        let words = Lexicon::new([("人", 1), ("人次", 2), ("户", 3)]);
        let mut f = Folded::default();
        f.load("五人次");
        assert_eq!(words.find(&f, 1), Some((&2, 2)));
        assert_eq!(words.find(&f, 2), None);
        assert_eq!(words.find(&f, 9), None);
        assert_eq!(words.heads().collect::<Vec<_>>(), ['人', '户']);
    }
}
