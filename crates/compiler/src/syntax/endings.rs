//! Words that may end just before a place of folded text, found by one look at the character there. Built once per table;
//! of two words the one that stands first in the table is found.

use super::charmap::CharMap;
use super::fold::Folded;

/// Words by their last characters.
#[derive(Debug)]
pub struct Endings {
    /// For each last character which of `groups` its words are, counted from 1.
    tails: CharMap<u16>,
    /// Words that end alike, each without its last character, from its end to its beginning.
    groups: Vec<Vec<Vec<char>>>,
}

impl Endings {
    /// Builds the table. An empty word is left out.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut made = Self { tails: CharMap::default(), groups: vec![] };
        for word in words {
            let mut backwards = word.chars().rev();
            let Some(last) = backwards.next() else { continue };
            if made.tails.get(last) == 0 {
                made.groups.push(vec![]);
                made.tails.set(last, made.groups.len() as u16);
            }
            made.groups[usize::from(made.tails.get(last)) - 1].push(backwards.collect());
        }
        made
    }

    /// The length of the word that ends just before `i`; 0 when none does.
    pub fn before(&self, f: &Folded, i: usize) -> usize {
        let group = usize::from(self.tails.get(f.before(i)));
        let Some(words) = group.checked_sub(1).and_then(|g| self.groups.get(g)) else { return 0 };
        let before = f.chars().get(..i - 1).unwrap_or_default();
        let ends =
            |rest: &&Vec<char>| rest.len() <= before.len() && rest.iter().eq(before.iter().rev().take(rest.len()));
        words.iter().find(ends).map_or(0, |rest| rest.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_the_table_that_ends_there_is_found() {
        let words = ["提高到", "到", "新增到", "“", "有"];
        let endings = Endings::new(words);
        let mut f = Folded::default();
        f.load("到提高到有“新增到");
        for i in 0..12 {
            assert_eq!(endings.before(&f, i), f.any_before(i, &words), "{i}");
        }
        assert_eq!(endings.before(&f, 4), 3);
    }
}
