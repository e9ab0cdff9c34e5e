//! List numbers at the start of a paragraph, and paragraphs that are nothing but a number. Half- and full-width digits,
//! Chinese numerals and circled numbers. Decides nothing about what a number heads.

use crate::syntax::letters::{is_han, trim};
use crate::syntax::numeral;

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
}

/// A list number at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// How it is written.
    pub style: Style,
    /// Its value.
    pub value: u32,
    /// Bytes up to the first character of the item's text, white space included.
    pub len: usize,
}

/// The largest list number that is believed.
const MAX_VALUE: u32 = 9999;
/// The largest that is one without any mark; from the next on it may be a year.
const MAX_ALONE: u32 = 1899;

/// The list number that begins `text`, if one does.
pub fn leading(text: &str) -> Option<Marker> {
    let (marker, rest) = head(text)?;
    let rest_trimmed = rest.trim_start();
    if rest_trimmed.is_empty() {
        return None;
    }
    Some(Marker { len: text.len() - rest_trimmed.len(), ..marker })
}

/// `13.` right before a digit, as in `13.6月底前` or `5.300户`: a list number only where the list has come to it.
pub fn before_digit(text: &str) -> Option<Marker> {
    let (value, style, rest) = numeral(text)?;
    let after = rest.strip_prefix(['.', '．'])?;
    let digit = after.chars().next().is_some_and(|c| fold_digit(c).is_some());
    (style == Style::Arabic && digit).then(|| Marker { style, value, len: text.len() - after.len() })
}

/// A heading's number written as one of the ten stems, `甲、` to `癸、`.
pub fn stem(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let value = "甲乙丙丁戊己庚辛壬癸".chars().position(|c| c == first)? as u32 + 1;
    let rest = text[first.len_utf8()..].strip_prefix('、')?;
    Some(Marker { style: Style::Stem, value, len: text.len() - rest.trim_start().len() })
}

/// The value of a paragraph that is only a number: `7`, `７`, `7.`, `(7)`, `七`, `⑦`, `07`, `第7项`.
pub fn bare(text: &str) -> Option<Marker> {
    let text = trim(text);
    if text.len() > 24 {
        return None;
    }
    if let Some((marker, rest)) = head(text)
        && rest.trim().is_empty()
    {
        return Some(marker);
    }
    let (value, style, rest) = numeral(text)?;
    let rest = rest.trim();
    let closed = rest.is_empty() || rest.chars().all(|c| matches!(c, '.' | '．' | '、' | ')' | '）' | '。'));
    closed.then_some(Marker { style, value, len: text.len() }).filter(|m| (1..=MAX_ALONE).contains(&m.value))
}

/// A marker with its separator, and what follows.
fn head(text: &str) -> Option<(Marker, &str)> {
    // most texts begin with another Han character
    let first = text.chars().next()?;
    if is_han(first) && first != '第' && !is_numeral(first) {
        return None;
    }
    let made = |style, value, rest| Some((Marker { style, value, len: 0 }, rest));
    if let Some(rest) = text.strip_prefix(['(', '（', '〔', '[', '【']) {
        let (value, style, rest) = numeral(rest.trim_start())?;
        let rest = rest.trim_start().strip_prefix([')', '）', '〕', ']', '】'])?.trim_start_matches('、');
        let style = if style == Style::Han { Style::HanParen } else { Style::ArabicParen };
        return made(style, value, rest);
    }
    if let Some(rest) = text.strip_prefix('第') {
        let (value, _, rest) = numeral(rest)?;
        let after = rest.strip_prefix(['项', '件', '条']);
        // 第一、二产业 counts nothing
        let joint = rest.starts_with(['，', ',', '、', '：', ':', '是']);
        let is_two = rest.strip_prefix('、').is_some_and(|r| r.starts_with(is_numeral));
        let rest = after.or((joint && !is_two).then_some(rest))?;
        return made(Style::Nth, value, rest.trim_start_matches([':', '：', '、', '.', '．', '，', ',', '是']));
    }
    let (value, style, rest) = numeral(text)?;
    if style == Style::Circled {
        return made(style, value, rest.trim_start_matches(['、', '.', '．']));
    }
    if style == Style::Han
        && let Some(after) = rest.strip_prefix('是')
    {
        return made(Style::HanIs, value, after.trim_start_matches(['，', ',']));
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
            made(style, value, after)
        };
    }
    if let Some(after) = trimmed.strip_prefix([')', '）']) {
        return made(Style::ArabicParen, value, after);
    }
    let spaced = rest.len() != trimmed.len() && style == Style::Arabic;
    let digit_follows = trimmed.chars().next().is_some_and(|c| fold_digit(c).is_some());
    if spaced && !digit_follows && !trimmed.is_empty() { made(style, value, rest) } else { None }
}

fn fold_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// A numeral at the start of `text`: value, style, rest.
fn numeral(text: &str) -> Option<(u32, Style, &str)> {
    let first = text.chars().next().filter(|c| may_begin(*c))?;
    if is_numeral(first) {
        let (value, rest) = han(text)?;
        return Some((value, Style::Han, rest));
    }
    if let value @ 1.. = circled(first) {
        return Some((value, Style::Circled, &text[first.len_utf8()..]));
    }
    let (mut value, mut length) = (Some(0u32), 0);
    for c in text.chars() {
        let Some(digit) = fold_digit(c) else { break };
        value = value.and_then(|v| v.checked_mul(10)?.checked_add(digit));
        length += c.len_utf8();
    }
    let value = value.filter(|v| *v <= MAX_VALUE)?;
    Some((value, Style::Arabic, &text[length..]))
}

/// Whether a numeral may begin with a character. Nearly none does.
fn may_begin(c: char) -> bool {
    is_numeral(c) || !is_han(c) && (fold_digit(c).is_some() || circled(c) > 0)
}

fn is_numeral(c: char) -> bool {
    matches!(c, '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

fn circled(c: char) -> u32 {
    match c {
        '①'..='⑳' => c as u32 - '①' as u32 + 1,
        '㉑'..='㉟' => c as u32 - '㉑' as u32 + 21,
        '㊱'..='㊿' => c as u32 - '㊱' as u32 + 36,
        '⑴'..='⒇' => c as u32 - '⑴' as u32 + 1,
        '⒈'..='⒛' => c as u32 - '⒈' as u32 + 1,
        _ => 0,
    }
}

/// A digit of a marker, where 两 stands for none.
fn han_digit(c: char) -> Option<u32> {
    numeral::digit(c).filter(|_| c != '两')
}

/// A Chinese numeral under 1000.
fn han(text: &str) -> Option<(u32, &str)> {
    let (mut total, mut digit, mut len, mut seen) = (0u32, None, 0, false);
    for c in text.chars().take(7) {
        match (c, han_digit(c)) {
            (_, Some(d)) if digit.is_none() || digit == Some(0) => digit = Some(d),
            ('十', _) => total += digit.take().unwrap_or(1) * 10,
            ('百', _) => total += digit.take()? * 100,
            _ => break,
        }
        seen = true;
        len += c.len_utf8();
    }
    total += digit.unwrap_or(0);
    (seen && (1..=999).contains(&total)).then(|| (total, &text[len..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_numbers() {
        let read = |t| leading(t).map(|m| (m.style, m.value, &t[m.len..]));
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
    fn numbers_before_digits() {
        assert_eq!(before_digit("13.6月底前建成").map(|m| (m.value, m.len)), Some((13, 3)));
        assert_eq!(before_digit("13.建成"), None);
        assert_eq!(before_digit("13、6月建成"), None);
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
