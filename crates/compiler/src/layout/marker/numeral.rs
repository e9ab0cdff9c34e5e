//! Numerals of list numbers: half- and full-width digits, Chinese numerals under a thousand, circled numbers. Knows no marks around
//! them.

use super::Style;
use crate::syntax::letters::is_han;
use crate::syntax::numeral as syntax;

/// The largest list number that is believed.
const MAX_VALUE: u32 = 9999;

/// A numeral at the start of a text.
pub struct Numeral<'t> {
    /// Its value.
    pub value: u32,
    /// How it is written, whatever stands around it.
    pub style: Style,
    /// Its bytes.
    pub len: usize,
    /// What follows it.
    pub rest: &'t str,
}

/// The numeral at the start of a text.
pub fn numeral(text: &str) -> Option<Numeral<'_>> {
    let of = |value, style, len| Some(Numeral { value, style, len, rest: &text[len..] });
    let first = text.chars().next().filter(|c| may_begin(*c))?;
    if is_numeral(first) {
        let (value, len) = han(text)?;
        return of(value, Style::Han, len);
    }
    if let value @ 1.. = circled(first) {
        return of(value, Style::Circled, first.len_utf8());
    }
    let (mut value, mut length) = (Some(0u32), 0);
    for c in text.chars() {
        let Some(digit) = fold_digit(c) else { break };
        value = value.and_then(|v| v.checked_mul(10)?.checked_add(digit));
        length += c.len_utf8();
    }
    of(value.filter(|v| *v <= MAX_VALUE)?, Style::Arabic, length)
}

/// Whether a numeral may begin with a character. Nearly none does.
fn may_begin(c: char) -> bool {
    is_numeral(c) || !is_han(c) && (fold_digit(c).is_some() || circled(c) > 0)
}

/// Whether Chinese numerals are made of a character.
pub fn is_numeral(c: char) -> bool {
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
    syntax::digit(c).filter(|_| c != '两')
}

/// A Chinese numeral under 1000, and its bytes.
fn han(text: &str) -> Option<(u32, usize)> {
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
    (seen && (1..=999).contains(&total)).then_some((total, len))
}

/// A digit, half or full width.
pub fn fold_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}
