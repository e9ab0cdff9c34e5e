//! Months and days too large to be one, as if a mark between their digits was lost: 19月 for 1—9月, 1031日 for 10月31日.
//! Says what the number may have been; whether that is worth a finding is for the checks.

use std::ops::Range;
use std::sync::LazyLock;

use super::dictionary::List;
use super::wordlist::WordList;
use super::words::Said;

/// The units that such numbers have.
static UNITS: LazyLock<WordList<char>> = LazyLock::new(|| WordList::new(List::Days, TABLE));

pub(super) static TABLE: &[(&str, char)] = &[("月", '月'), ("日", '日')];

/// A number that cannot be what its unit says, and what it may have been.
pub struct Suspect {
    /// The number and its unit.
    pub range: Range<usize>,
    /// What it may have been.
    pub likely: String,
}

/// Every such number in a cell.
pub fn suspects(said: Said) -> Vec<Suspect> {
    let text = said.text();
    let suspect = |(unit, c): (Range<usize>, char)| {
        let digits = text[..unit.start].bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = unit.start - digits;
        let likely = likely(&text[start..unit.start], c, &text[unit.end..])?;
        Some(Suspect { range: start..unit.end, likely })
    };
    UNITS.find(said).filter_map(suspect).collect()
}

/// 月龄 counts age, and a number that does not divide into a range or a date is something else.
fn likely(digits: &str, unit: char, after: &str) -> Option<String> {
    let value: u32 = digits.parse().ok()?;
    match (unit, digits.len()) {
        ('月', 2) if value > 12 && !after.starts_with('龄') => {
            let (a, b) = digits.split_at(1);
            (a < b).then(|| format!("{a}—{b}月"))
        }
        ('月', 5 | 6) => {
            let (year, month) = digits.split_at(4);
            let month: u32 = month.parse().ok()?;
            (year.starts_with("20") && (1..=12).contains(&month)).then(|| format!("{year}年{month}月"))
        }
        ('日', 4) => {
            let (month, day) = (value / 100, value % 100);
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{month}月{day}日"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn impossible_months_and_days_are_suspected() {
        let cases = [
            ("完成19月份回访", Some("1—9月")),
            ("至1031日办结", Some("10月31日")),
            ("截至202310月", Some("2023年10月")),
            ("为24月龄儿童接种", None),
            ("开展100日攻坚", None),
            ("2026年10月31日", None),
            ("12月底前", None),
        ];
        for (text, wanted) in cases {
            let suspects = suspects(Alone::anew(text).said());
            assert_eq!(suspects.first().map(|s| s.likely.as_str()), wanted, "{text}");
        }
    }
}
