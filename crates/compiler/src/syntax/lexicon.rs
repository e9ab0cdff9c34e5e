//! A list of words with what they mean, found by their longest match at a place. Built once; no text is read here.

use super::fold::Folded;

/// Words sorted by first character, longer words first.
#[derive(Debug)]
pub struct Lexicon<T> {
    entries: Vec<(Vec<char>, T)>,
}

impl<T> Lexicon<T> {
    /// Builds the table.
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut entries: Vec<(Vec<char>, T)> = words.into_iter().map(|(w, t)| (w.chars().collect(), t)).collect();
        entries.sort_by(|(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())));
        Self { entries }
    }

    /// The longest word at `i`, with its length in characters.
    pub fn find(&self, f: &Folded, i: usize) -> Option<(&T, usize)> {
        let head = f.get(i);
        let from = self.entries.partition_point(|(w, _)| w[0] < head);
        let rest = f.chars().get(i..).unwrap_or(&[]);
        self.entries[from..]
            .iter()
            .take_while(|(w, _)| w[0] == head)
            .find(|(w, _)| rest.starts_with(w))
            .map(|(w, t)| (t, w.len()))
    }

    /// First characters of the words, each once.
    pub fn heads(&self) -> impl Iterator<Item = char> {
        let mut last = '\0';
        self.entries.iter().map(|(w, _)| w[0]).filter(move |c| std::mem::replace(&mut last, *c) != *c)
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
        assert_eq!(words.heads().collect::<Vec<_>>(), ['人', '户']);
    }
}
