//! Characters of a cell folded to one form (full-width digits and marks, every dash), each with its byte offset, so
//! that rules see one spelling and spans stay those of the cell. Changes no text and drops no character.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::charmap::CharMap;

/// A cell's characters, folded. One buffer serves all cells of a commitment.
#[derive(Debug, Default)]
pub struct Folded {
    chars: Vec<char>,
    at: Vec<u32>,
    of_a_school: OnceCell<bool>,
}

impl Folded {
    /// Fills the buffer with `text`.
    pub fn load(&mut self, text: &str) {
        self.chars.clear();
        self.at.clear();
        self.of_a_school = OnceCell::new();
        // room for as many characters as there are bytes, so that none is asked for in between
        self.chars.resize(text.len(), '\0');
        self.at.resize(text.len(), 0);
        let folds = &*FOLDS;
        let mut count = 0;
        for ((folded, place), (at, c)) in self.chars.iter_mut().zip(&mut self.at).zip(text.char_indices()) {
            *folded = folds.get(c).unwrap_or(c);
            *place = at as u32;
            count += 1;
        }
        self.chars.truncate(count);
        self.at.truncate(count);
        self.at.push(text.len() as u32);
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// True for an empty cell.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character at `i`, or NUL past the end.
    pub fn get(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    /// The character before `i`, or NUL at the start.
    pub fn before(&self, i: usize) -> char {
        if i == 0 { '\0' } else { self.get(i - 1) }
    }

    /// Byte offset of character `i`; `len()` gives the end of the text.
    pub fn byte(&self, i: usize) -> usize {
        self.at.get(i).or(self.at.last()).map_or(0, |b| *b as usize)
    }

    /// All characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// True when `word` stands at `i`.
    pub fn starts(&self, i: usize, word: &str) -> bool {
        word.chars().zip(i..).all(|(c, at)| self.get(at) == c)
    }

    /// True when `word` ends just before `i`.
    pub fn ends(&self, i: usize, word: &str) -> bool {
        word.chars().rev().enumerate().all(|(n, c)| n < i && self.get(i - n - 1) == c)
    }

    /// The first of `words` that stands at `i`, as its length; 0 when none does.
    pub fn any(&self, i: usize, words: &[&str]) -> usize {
        // most words are told apart by their first character
        let mut buffer = [0; 4];
        let found = match self.get(i).encode_utf8(&mut buffer).as_bytes() {
            [a, b, c] => words.iter().find(|w| begins_with(w, [*a, *b, *c]) && self.starts(i, w)),
            _ => words.iter().find(|w| self.starts(i, w)),
        };
        found.map_or(0, |w| w.chars().count())
    }

    /// The first of `words` that ends just before `i`, as its length; 0 when none does.
    pub fn any_before(&self, i: usize, words: &[&str]) -> usize {
        let mut buffer = [0; 4];
        let found = match self.before(i).encode_utf8(&mut buffer).as_bytes() {
            [a, b, c] => words.iter().find(|w| ends_with(w, [*a, *b, *c]) && self.ends(i, w)),
            _ => words.iter().find(|w| self.ends(i, w)),
        };
        found.map_or(0, |w| w.chars().count())
    }

    /// True when the cell speaks of a school, so that a season in it is a term. Looked for once a cell, when asked.
    pub fn of_a_school(&self) -> bool {
        const WORDS: &[&str] =
            &["学期", "学校", "大学", "小学", "中学", "高中", "开学", "开班", "招生", "入学", "幼儿园", "学生", "学位"];
        *self.of_a_school.get_or_init(|| (0..self.len()).any(|i| self.any(i, WORDS) > 0))
    }

    /// `i` moved past at most two blanks.
    pub fn skip_blanks(&self, i: usize) -> usize {
        (i..i + 2).find(|j| self.get(*j) != ' ').unwrap_or(i + 2)
    }
}

#[inline]
fn begins_with(word: &str, c: [u8; 3]) -> bool {
    matches!(word.as_bytes(), [x, y, z, ..] if [*x, *y, *z] == c)
}

#[inline]
fn ends_with(word: &str, c: [u8; 3]) -> bool {
    matches!(word.as_bytes(), [.., x, y, z] if [*x, *y, *z] == c)
}

/// The characters that are not written in their plain form, with it.
static FOLDS: LazyLock<CharMap<Option<char>>> = LazyLock::new(|| {
    let mut folds = CharMap::default();
    let marks = ('\0'..'\u{4e00}').chain('\u{ff00}'..='\u{ffef}');
    let plain = marks.map(|c| (c, fold(c))).filter(|(c, plain)| c != plain);
    plain.chain(TRADITIONAL.chars().zip(SIMPLE.chars())).for_each(|(c, plain)| folds.set(c, Some(plain)));
    folds
});

/// A mark, digit or Latin letter in its plain form. Commas are left alone: a full-width comma never groups digits.
fn fold(c: char) -> char {
    if (' '..='~').contains(&c) {
        return if c == '~' { '-' } else { c };
    }
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '％' => '%',
        '．' => '.',
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '／' => '/',
        '＋' => '+',
        '＞' => '>',
        '＜' => '<',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '～' | '〜' | '─' => '-',
        '\u{3000}' | '\u{a0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' | '\t' => ' ',
        '〇' | '○' => '零',
        _ => c,
    }
}

/// Traditional forms of the characters that numbers, measure words and times are written with.
const TRADITIONAL: &str = "個萬億兩場條項間輛張戶約過於處餘歲週號對學課畝頃噸內時鐘點節開從計";
/// The same characters in their simple forms.
const SIMPLE: &str = "个万亿两场条项间辆张户约过于处余岁周号对学课亩顷吨内时钟点节开从计";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_offsets_of_the_text() {
        let mut f = Folded::default();
        f.load("共１２％");
        assert_eq!(f.chars(), ['共', '1', '2', '%']);
        assert_eq!((f.byte(1), f.byte(4)), (3, 12));
        assert!(f.starts(1, "12%") && f.ends(3, "12"));
        assert_eq!(f.get(9), '\0');
        f.load("約三個週期：—");
        assert_eq!(f.chars(), ['约', '三', '个', '周', '期', ':', '-']);
        assert!(f.any(0, &["约", "大约"]) == 1 && f.any_before(4, &["个周"]) == 2 && f.any(9, &["约", ""]) == 0);
    }

    #[test]
    fn each_traditional_form_has_a_simple_one() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLE.chars().count());
        assert!(TRADITIONAL.chars().zip(SIMPLE.chars()).all(|(a, b)| a != b));
    }
}
