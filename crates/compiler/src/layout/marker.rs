//! List numbers at the start of a paragraph, and paragraphs that are nothing but a number. Half- and full-width digits,
//! Chinese numerals and circled numbers. Decides nothing about what a number heads.

mod numeral;

use crate::syntax::letters::{is_han, trim};
use numeral::{Numeral, fold_digit, is_numeral, numeral};

/// How a list number is written. Styles of one list do not change; different levels use different styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `1.` `1、` `1．` or a number and a space.
    Arabic,
    /// `(1)` `（1）` `1)`.
    ArabicParen,
    /// `一、` `一.`.
    Han,
    /// `（一）`.
    HanParen,
    /// `①`.
    Circled,
    /// `一是`.
    HanIs,
    /// `第一项` `第1件` `第一，`.
    Nth,
    /// `甲、`, over the chapters of a text.
    Stem,
    /// `第一类`, `第一部分`, over the items of a text.
    Part,
    /// A bullet, `●`, where each item has the same.
    Bullet,
}

/// A list number at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// How it is written.
    pub style: Style,
    /// Its value.
    pub value: u32,
    /// Where the item's text begins, and where the numeral does, with its length. Every paragraph keeps two of these, so they
    /// are small; texts are far under 4 GiB.
    end: u32,
    numeral: (u32, u32),
}

impl Marker {
    /// The numeral as written in the text that the marker begins: 3 of `3.`, 二 of `第二件：`.
    pub fn label<'t>(&self, text: &'t str) -> &'t str {
        let (at, len) = (self.numeral.0 as usize, self.numeral.1 as usize);
        text.get(at..at + len).unwrap_or_default()
    }

    /// Item `value` of those with a bullet, where so many bytes stand before its text. It is written without a number.
    pub fn bullet(value: u32, end: usize) -> Self {
        Self { style: Style::Bullet, value, end: end as u32, numeral: (0, 0) }
    }

    /// Bytes up to the first character of the item's text, white space included.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The same marker where the item's text begins at another byte.
    pub fn up_to(self, end: usize) -> Self {
        Self { end: end as u32, ..self }
    }

    /// The same marker in a text that has so many bytes before it.
    pub fn after(self, bytes: usize) -> Self {
        let bytes = bytes as u32;
        Self { end: self.end + bytes, numeral: (self.numeral.0 + bytes, self.numeral.1), ..self }
    }
}

/// The largest list number without any mark; from the next on it may be a year.
const MAX_ALONE: u32 = 1899;

/// The list number that begins `text`, if one does.
pub fn leading(text: &str) -> Option<Marker> {
    let (marker, rest) = head(text)?;
    let rest_trimmed = rest.trim_start();
    if rest_trimmed.is_empty() {
        return None;
    }
    Some(marker.up_to(text.len() - rest_trimmed.len()))
}

/// `13.` right before a digit, as in `13.6月底前` or `5.300户`: a list number only where the list has come to it.
pub fn before_digit(text: &str) -> Option<Marker> {
    let number = numeral(text)?;
    let after = number.rest.strip_prefix(['.', '．'])?;
    let digit = after.chars().next().is_some_and(|c| fold_digit(c).is_some());
    (number.style == Style::Arabic && digit).then(|| number.marks(text, number.style, text.len() - after.len()))
}

/// A number that touches the Han words after it, `3改造`: a list number only in a row of them. A day, a span of time or a count is none.
pub fn glued(text: &str) -> Option<Marker> {
    let number = numeral(text).filter(|n| n.style == Style::Arabic && (1..=MAX_ALONE).contains(&n.value))?;
    let next = number.rest.chars().next().filter(|c| is_han(*c))?;
    let end = text.len() - number.rest.len();
    (!"年月日号时分季周天岁届个项条件大类家所座处名户场台套亩公万亿".contains(next))
        .then(|| number.marks(text, number.style, end))
}

/// The words after which an item's number may stand.
const ITEM_WORDS: &[&str] = &["实事", "工程", "项目", "事项", "任务", "行动"];
/// The longest of those with what may stand before it, `惠民实事`, in characters.
const LONGEST_WORD: usize = 6;

/// A number after the word for what it counts, `实事一：`, with that word: a list number only in a row of them.
pub fn named(text: &str) -> Option<(&str, Marker)> {
    let starts = |c: char| is_numeral(c) || fold_digit(c).is_some();
    let (at, _) = text.char_indices().take(LONGEST_WORD + 1).find(|(_, c)| starts(*c))?;
    let word = text[..at].trim_end();
    if !ITEM_WORDS.iter().any(|w| word.ends_with(w)) {
        return None;
    }
    let number = numeral(&text[at..])?;
    let rest = number.rest.trim_start().strip_prefix(['：', ':', '、', '.', '．'])?.trim_start();
    (!rest.is_empty()).then(|| (word, number.marks(text, Style::Nth, text.len() - rest.len())))
}

/// A heading's number written as one of the ten stems, `甲、` to `癸、`.
pub fn stem(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let value = "甲乙丙丁戊己庚辛壬癸".chars().position(|c| c == first)? as u32 + 1;
    let rest = text[first.len_utf8()..].strip_prefix('、')?;
    let numeral = (0, first.len_utf8() as u32);
    Some(Marker { style: Style::Stem, value, end: (text.len() - rest.trim_start().len()) as u32, numeral })
}

/// The value of a paragraph that is only a number: `7`, `７`, `7.`, `(7)`, `七`, `⑦`, `07`, `第7项`.
pub fn bare(text: &str) -> Option<Marker> {
    let words = trim(text);
    if words.len() > 24 {
        return None;
    }
    let headed = head(words).filter(|(_, rest)| rest.trim().is_empty());
    let found = headed.map(|(marker, _)| marker).or_else(|| closed(words))?;
    Some(found.after(text.find(words).unwrap_or(0)))
}

/// A number with marks after it and nothing else.
fn closed(text: &str) -> Option<Marker> {
    let number = numeral(text)?;
    let rest = number.rest.trim();
    let closed = rest.is_empty() || rest.chars().all(|c| matches!(c, '.' | '．' | '、' | ')' | '）' | '。'));
    let is_small = (1..=MAX_ALONE).contains(&number.value);
    (closed && is_small).then(|| number.marks(text, number.style, text.len()))
}

impl Numeral<'_> {
    /// The marker that it makes in `text`, of which its rest is the end.
    fn marks(&self, text: &str, style: Style, end: usize) -> Marker {
        let begins = text.len() - self.rest.len() - self.len;
        Marker { style, value: self.value, end: end as u32, numeral: (begins as u32, self.len as u32) }
    }
}

/// A marker with its separator, and what follows.
fn head(text: &str) -> Option<(Marker, &str)> {
    // most texts begin with another Han character
    let first = text.chars().next()?;
    if is_han(first) && first != '第' && !is_numeral(first) {
        return None;
    }
    let made = |number: &Numeral, style, rest| Some((number.marks(text, style, 0), rest));
    if let Some(rest) = text.strip_prefix(['(', '（', '〔', '[', '【']) {
        let number = numeral(rest.trim_start())?;
        let rest = number.rest.trim_start().strip_prefix([')', '）', '〕', ']', '】'])?.trim_start_matches('、');
        let style = if number.style == Style::Han { Style::HanParen } else { Style::ArabicParen };
        return made(&number, style, rest);
    }
    if let Some(rest) = text.strip_prefix('第') {
        let number = numeral(rest)?;
        let rest = number.rest;
        let after = rest.strip_prefix(['项', '件', '条']);
        // 第一、二产业 counts nothing
        let joint = rest.starts_with(['，', ',', '、', '：', ':', '是']);
        let is_two = rest.strip_prefix('、').is_some_and(|r| r.starts_with(is_numeral));
        let rest = after.or((joint && !is_two).then_some(rest))?;
        return made(&number, Style::Nth, rest.trim_start_matches([':', '：', '、', '.', '．', '，', ',', '是']));
    }
    let number = numeral(text)?;
    let (style, rest) = (number.style, number.rest);
    if style == Style::Circled {
        return made(&number, style, rest.trim_start_matches(['、', '.', '．']));
    }
    if style == Style::Han
        && let Some(after) = rest.strip_prefix('是')
    {
        return made(&number, Style::HanIs, after.trim_start_matches(['，', ',']));
    }
    let trimmed = rest.trim_start();
    if let Some(after) = trimmed.strip_prefix(['、', '.', '．', '，', ',', '。']) {
        // 4.23 and 1,000 are numbers, not list numbers; a comma closes a list number only after a Chinese numeral.
        let separator = trimmed.chars().next()?;
        let comma = matches!(separator, '，' | ',');
        let digit_follows = after.chars().next().is_some_and(|c| fold_digit(c).is_some());
        let point = matches!(separator, '.' | '．' | ',' | '，');
        return if (digit_follows && point) || (comma && style == Style::Arabic) {
            None
        } else {
            made(&number, style, after)
        };
    }
    if let Some(after) = trimmed.strip_prefix([')', '）']) {
        return made(&number, Style::ArabicParen, after);
    }
    let spaced = rest.len() != trimmed.len() && style == Style::Arabic;
    let digit_follows = trimmed.chars().next().is_some_and(|c| fold_digit(c).is_some());
    if spaced && !digit_follows && !trimmed.is_empty() { made(&number, style, rest) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_numbers() {
        let read = |t| leading(t).map(|m| (m.style, m.value, &t[m.end()..]));
        assert_eq!(read("1.建桥"), Some((Style::Arabic, 1, "建桥")));
        assert_eq!(read("１２、 建桥"), Some((Style::Arabic, 12, "建桥")));
        assert_eq!(read("（三）道路(4项)"), Some((Style::HanParen, 3, "道路(4项)")));
        assert_eq!(read("二十一、道路"), Some((Style::Han, 21, "道路")));
        assert_eq!(read("③修路"), Some((Style::Circled, 3, "修路")));
        assert_eq!(read("一是修路"), Some((Style::HanIs, 1, "修路")));
        assert_eq!(read("(2)修路"), Some((Style::ArabicParen, 2, "修路")));
        assert_eq!(read("2)修路"), Some((Style::ArabicParen, 2, "修路")));
        assert_eq!(read("7 修路"), Some((Style::Arabic, 7, "修路")));
        assert_eq!(read("7。修路"), Some((Style::Arabic, 7, "修路")));
        assert_eq!(read("（3）、修路"), Some((Style::ArabicParen, 3, "修路")));
        for second in ["第二，修路", "第二、修路", "第2：修路", "第二是修路", "第二件：修路"] {
            assert_eq!(read(second), Some((Style::Nth, 2, "修路")), "{second}");
        }
        for none in [
            "4.23读书日", "1,000户", "7-9月检查", "3人制篮球", "2026年修路", "一次办好", "5", "100户，修路",
            "第一、二产业", "第二产业", "7。",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn a_label_is_the_number_alone() {
        let cases = [
            ("3.修路", "3"),
            ("（12）修路", "12"),
            ("( 4 )、修路", "4"),
            ("一是修路", "一"),
            ("第一，修路", "一"),
            ("第二件：修路", "二"),
            ("第三是修路", "三"),
            ("第四条 修路", "四"),
            ("二十五、修路", "二十五"),
            ("⑥修路", "⑥"),
            ("１２．修路", "１２"),
        ];
        assert!(cases.iter().all(|(text, number)| leading(text).is_some_and(|m| m.label(text) == *number)));
        let marked = leading("7.修路").map(|m| m.after("★".len()));
        assert_eq!(marked.map(|m| (m.label("★7.修路"), m.end())), Some(("7", 5)));
        assert_eq!(stem("丙、修路").map(|m| m.label("丙、修路")), Some("丙"));
        assert_eq!(bare(" 第7项").map(|m| m.label(" 第7项")), Some("7"));
        assert_eq!(before_digit("13.6月底前").map(|m| m.label("13.6月底前")), Some("13"));
    }

    #[test]
    fn numbers_before_digits() {
        assert_eq!(before_digit("13.6月底前建成").map(|m| (m.value, m.end())), Some((13, 3)));
        assert_eq!(before_digit("13.建成"), None);
        assert_eq!(before_digit("13、6月建成"), None);
    }

    #[test]
    fn numbers_after_a_word() {
        let read = |t| named(t).map(|(word, m)| (word, m.value, m.label(t), &t[m.end()..]));
        assert_eq!(read("实事十二：修路"), Some(("实事", 12, "十二", "修路")));
        assert_eq!(read("惠民工程 3、修路"), Some(("惠民工程", 3, "3", "修路")));
        for none in ["附件1：修路", "实事一批", "实事：修路", "实事一：", "修建工程项目的一期：修路", ""]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn bare_numbers() {
        let read = |t| bare(t).map(|m| m.value);
        for seven in ["7", "７", "7.", "(7)", "（7）", "七", "⑦", "07", "7、", "第7项", "七、"] {
            assert_eq!(read(seven), Some(7), "{seven}");
        }
        assert_eq!((read("1002"), read("1002.")), (Some(1002), Some(1002)));
        for none in ["0", "2016", "7月", "七里", "", "3项", "1.2"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
