//! Changes told in words instead of percent: 翻番, 翻两番, 翻倍, 减半. Each is so many percent of what was there before; what that
//! was is for others to ask.

use rust_decimal::Decimal;
use yinuo_model::Direction;

use super::fold::Folded;
use super::numeral;

/// Characters that begin such a word.
pub const HEADS: [char; 2] = ['翻', '减'];

/// By how many percent of the base something changes, which way, and one past the words at `i`.
pub fn read(f: &Folded, i: usize) -> Option<(Decimal, Direction, usize)> {
    if f.starts(i, "减半") {
        return Some((Decimal::from(50), Direction::Decrease, i + 2));
    }
    if f.get(i) != '翻' {
        return None;
    }
    let at = i + 1 + usize::from(f.get(i + 1) == '了');
    if matches!(f.get(at), '番' | '倍') {
        return Some((Decimal::ONE_HUNDRED, Direction::Increase, at + 1));
    }
    let times = numeral::digit(f.get(at)).or(f.get(at).to_digit(10)).filter(|n| (1..=9).contains(n))?;
    let percent = (2u32.pow(times) - 1) * 100;
    matches!(f.get(at + 1), '番').then(|| (Decimal::from(percent), Direction::Increase, at + 2))
}

/// True when the words of a measure are such a change.
pub fn is_one(words: &str) -> bool {
    words.contains(['翻', '半'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_changes() {
        let table = [
            ("翻番", Some((100, 2))),
            ("翻一番", Some((100, 3))),
            ("翻两番", Some((300, 3))),
            ("翻了2番", Some((300, 4))),
            ("翻倍", Some((100, 2))),
            ("减半", Some((50, 2))),
            ("翻修", None),
            ("翻三遍", None),
            ("减少", None),
        ];
        let way = |percent| if percent == 50 { Direction::Decrease } else { Direction::Increase };
        for (text, want) in table {
            let mut f = Folded::default();
            f.load(text);
            assert_eq!(read(&f, 0), want.map(|(n, end)| (Decimal::from(n), way(n), end)), "{text}");
        }
    }
}
