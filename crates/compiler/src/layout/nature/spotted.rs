//! A table of words with what each means, found in one pass over a whole paragraph or row. Apart from the word lists of
//! `syntax`, which belong to cells: signs are looked for before it is known what is a cell.

use std::ops::Range;

use crate::syntax::openings::Openings;

/// Words and their meanings, built once.
pub struct Spotted<T> {
    words: Openings<T>,
}

impl<T: Copy> Spotted<T> {
    /// Builds the table.
    pub fn new(table: &[(&'static str, T)]) -> Self {
        Self { words: Openings::new(table.iter().copied()) }
    }

    /// Every word found, in order, with its place and meaning: leftmost, longest first, no overlaps.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, T)> + 'a {
        let mut free = 0;
        text.char_indices().filter_map(move |(at, c)| {
            let (word, meaning) = self.words.of_head(c, &text[at..]).filter(|_| at >= free)?;
            free = at + word.len();
            Some((at..free, meaning))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leftmost_and_longest_words_are_found() {
        let words = Spotted::new(&[("开工", 1), ("开工率", 2), ("工率", 3), ("率先", 4), ("开", 5)]);
        let found = |text| words.find(text).map(|(at, n)| (at.start, n)).collect::<Vec<_>>();
        assert_eq!(found("已开工率先办"), [(3, 2)]);
        assert_eq!(found("开工，率先开馆"), [(0, 1), (9, 4), (15, 5)]);
        assert_eq!(found("工地"), []);
    }
}
