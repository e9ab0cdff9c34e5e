//! Characters of a cell folded to one form (full-width digits and marks, every dash), each with its byte offset, so
//! that rules see one spelling and spans stay those of the cell. Changes no text and drops no character.

use std::cell::OnceCell;

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
        for (at, c) in text.char_indices() {
            self.chars.push(fold(c));
            self.at.push(at as u32);
        }
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
        words.iter().find(|w| self.starts(i, w)).map_or(0, |w| w.chars().count())
    }

    /// The first of `words` that ends just before `i`, as its length; 0 when none does.
    pub fn any_before(&self, i: usize, words: &[&str]) -> usize {
        words.iter().find(|w| self.ends(i, w)).map_or(0, |w| w.chars().count())
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

/// One character in its plain form. Commas are left alone: a full-width comma never groups digits.
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
        _ => simple(c),
    }
}

/// Traditional forms of the characters that numbers, measure words and times are written with.
fn simple(c: char) -> char {
    match c {
        '個' => '个',
        '萬' => '万',
        '億' => '亿',
        '兩' => '两',
        '場' => '场',
        '條' => '条',
        '項' => '项',
        '間' => '间',
        '輛' => '辆',
        '張' => '张',
        '戶' => '户',
        '約' => '约',
        '過' => '过',
        '於' => '于',
        '處' => '处',
        '餘' => '余',
        '歲' => '岁',
        '週' => '周',
        '號' => '号',
        '對' => '对',
        '學' => '学',
        '課' => '课',
        '畝' => '亩',
        '頃' => '顷',
        '噸' => '吨',
        '內' => '内',
        '時' => '时',
        '鐘' => '钟',
        '點' => '点',
        '節' => '节',
        '開' => '开',
        '從' => '从',
        '計' => '计',
        _ => c,
    }
}

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
    }
}
