//! Years as documents write them. Says what a line names; which line is believed is for `facts`.

use yinuo_model::NO_YEAR;

use crate::layout::outline::Outline;
use crate::layout::paragraph::Paragraph;
use crate::layout::{digits, grid};

/// The first year in a text, `2016年` or `二〇一六年`, from 1949 to 2199.
pub fn year(text: &str) -> Option<i16> {
    for (at, _) in text.match_indices('年') {
        let before = &text[..at];
        let mut value = 0i32;
        let mut scale = 1;
        let mut count = 0;
        for c in before.chars().rev().skip_while(|c| c.is_whitespace()) {
            let Some(d) = digits::any(c) else { break };
            count += 1;
            if count > 4 {
                break;
            }
            value += d as i32 * scale;
            scale *= 10;
        }
        if count == 4 && (1949..2200).contains(&value) {
            return Some(value as i16);
        }
    }
    None
}

/// A year in a title that does without 年: a number by itself, `解读2017：十件实事`. One with a word behind it counts something.
pub fn bare(title: &str) -> Option<i16> {
    const DIGITS: usize = 4;
    let is_mark = |c: char| matches!(c, '：' | ':' | ' ' | '　' | '·' | '—' | '|');
    let others = |c: char| !c.is_ascii_digit();
    let numbers = title.split(others).filter(|n| n.len() == DIGITS);
    numbers.into_iter().find_map(|number| {
        let at = number.as_ptr() as usize - title.as_ptr() as usize;
        let before = title[..at].chars().next_back();
        let after = title[at + DIGITS..].chars().next();
        let alone = before.is_none_or(|c| !c.is_ascii() || c == ' ') && !matches!(before, Some('〔' | '（' | '第'));
        let year = number.parse().ok().filter(|year| (2000..2100).contains(year));
        year.filter(|_| alone && after.is_none_or(is_mark))
    })
}

/// The year of a document in traditional characters that counts from 1912: `120年度`. Elsewhere such a number is no year.
pub fn minguo(paragraphs: &[Paragraph]) -> Option<i16> {
    const TRADITIONAL: &[char] = &['標', '準', '計', '畫', '務', '項', '辦', '實', '會', '關', '業', '動', '國'];
    if !paragraphs.iter().any(|p| p.text.contains(TRADITIONAL)) {
        return None;
    }
    paragraphs.iter().find_map(|p| {
        let (before, _) = p.text.split_once("年度")?;
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let value: i16 = before[before.len() - digits..].parse().ok()?;
        (80..200).contains(&value).then_some(value + 1911)
    })
}

/// The year of the cells that are a date with a year and nothing else, where it is the same in all of them.
pub fn of_cells(paragraphs: &[Paragraph]) -> Option<i16> {
    let is_date = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "年月日号-/.前底末初之以内 ".contains(c));
    let cells = paragraphs.iter().filter(|p| p.cell.is_some() && p.text.contains("20") && is_date(p.text));
    let mut years = cells.filter_map(|p| grid::deadline(p.text, None)).map(|p| p.first_day().year());
    let first = years.next().filter(|y| *y != NO_YEAR)?;
    years.all(|y| y == first).then_some(first)
}

/// The year of a list that names none, where all its deadlines are dated and of one year. Those of the year of publication
/// may have taken it from there.
pub fn of_deadlines(outline: &Outline) -> Option<i16> {
    let mut years =
        outline.groups.iter().flat_map(|g| &g.rows).flat_map(|r| &r.cells).map(|(p, _)| p.first_day().year());
    let first = years.next().filter(|y| *y != NO_YEAR && outline.published.is_none_or(|d| d.year() != *y))?;
    years.all(|y| y == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_digits() {
        assert_eq!(year("二〇二六年工作"), Some(2026));
        assert_eq!(year("石桥区 2026 年民生实事"), Some(2026));
        assert_eq!(year("未来三年"), None);
        assert_eq!(bare("《政府工作报告》解读2027：十件实事"), Some(2027));
        assert_eq!(bare("2027 民生实事"), Some(2027));
        for none in
            ["青政〔2027〕9号 实事", "建房2027套：实事", "实事12027", "实事2027户", "A-2027：实事", "1999：实事"]
        {
            assert_eq!(bare(none), None, "{none}");
        }
    }
}
