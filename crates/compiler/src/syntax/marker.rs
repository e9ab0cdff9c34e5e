//! List markers at the head of a sentence: `1.`, `2、`, `(3)`, and the `1.` of 1.24辆校车到位, where a number follows at once and
//! looks like its decimals. Tells markers from decimals by the series around them and by what is counted; reads no numbers.

use super::cue::ends_clause;
use super::fold::Folded;
use super::unit::{self, Sort};

/// How far around a marker others of its series are looked for, in characters.
const REACH: usize = 400;

/// More items than a cell has.
const MOST: u32 = 30;

/// Measure words of what cannot be had in parts of one.
const WHOLE: &str = "辆 人 名 所 户 位 家 座 台 处 栋 幢 间 套 件 条 株 盏 艘 架 列 人次 户次 场次";

/// A list marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// One past its last character.
    pub end: usize,
    /// Its number.
    pub number: u32,
}

/// The list marker at `i`, where the text before it ends a sentence. `last` is the number of the marker before it, or 0.
pub fn read(f: &Folded, i: usize, last: u32) -> Option<Marker> {
    let end = digits_end(f, i)?;
    let number = number(f, i, end)?;
    let stands = match f.get(end) {
        '、' | ')' => true,
        '.' => {
            let year = (end + 1..end + 5).all(|j| f.get(j).is_ascii_digit()) && f.get(end + 5) == '年';
            year || !f.get(end + 1).is_ascii_digit() || before_a_number(f, end, number, last)
        }
        _ => false,
    };
    stands.then_some(Marker { end: end + 1, number })
}

/// One past the one or two digits at `i`.
fn digits_end(f: &Folded, i: usize) -> Option<usize> {
    (i..i + 3).find(|j| !f.get(*j).is_ascii_digit()).filter(|e| *e > i)
}

/// True for the `1.` of 1.24辆: the series 1. 2. needs it, or there are no parts of what is counted.
fn before_a_number(f: &Folded, end: usize, n: u32, last: u32) -> bool {
    if !(1..=MOST).contains(&n) || f.get(end + 1) == '0' {
        return false;
    }
    let heads = (end..f.len().min(end + REACH)).filter(|j| opens(f, *j));
    let next = heads.filter_map(|j| plain(f, j)).find(|m| *m == n || *m == n + 1);
    if next == Some(n) {
        return false;
    }
    if n > 1 { last == n - 1 } else { next.is_some() || counts_whole(f, end + 1) }
}

fn number(f: &Folded, i: usize, end: usize) -> Option<u32> {
    (i..end).try_fold(0, |n, j| Some(n * 10 + f.get(j).to_digit(10)?))
}

/// True where a sentence begins.
fn opens(f: &Folded, j: usize) -> bool {
    let before = f.before(j - usize::from(f.before(j) == ' '));
    f.get(j).is_ascii_digit() && ends_clause(before) == Some(true)
}

/// The number of a marker at `j` that no digit follows.
fn plain(f: &Folded, j: usize) -> Option<u32> {
    let end = digits_end(f, j).filter(|e| matches!(f.get(*e), '.' | '、') && !f.get(e + 1).is_ascii_digit())?;
    number(f, j, end)
}

/// True when the number at `i` counts people or things that come whole, and no rate.
fn counts_whole(f: &Folded, i: usize) -> bool {
    let Some(end) = (i..i + 6).find(|j| !f.get(*j).is_ascii_digit()) else { return false };
    let rate = |end| matches!(f.get(end), '/' | '每' | '·');
    let unit = unit::read(f, end).filter(|u| u.sort == Sort::Count && !u.per && !rate(u.end));
    unit.is_some_and(|u| WHOLE.split(' ').any(|w| w.chars().count() == u.end - end && f.starts(end, w)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of the marker that opens a text, after a marker with the number `last`.
    fn opens_with(text: &str, last: u32) -> Option<u32> {
        let mut f = Folded::default();
        f.load(text);
        read(&f, 0, last).map(|m| m.number)
    }

    #[test]
    fn a_marker_stands_at_once_before_a_number() {
        let table = [
            ("1.调研", 0, Some(1)),
            ("2、培训", 1, Some(2)),
            ("3)总结", 0, Some(3)),
            ("1.2027年3月底前选址", 0, Some(1)),
            // the series needs it
            ("1.24台水泵到货；2.培训40人", 0, Some(1)),
            ("1.5万人体检；\n2.随访", 0, Some(1)),
            ("2.36户搬迁", 1, Some(2)),
            ("2.5公里通车。3.验收", 1, Some(2)),
            // nobody has a part of a bus
            ("1.24辆校车到位", 0, Some(1)),
            ("1.8所学校开工", 0, Some(1)),
            // decimals
            ("1.24万辆车检测", 0, None),
            ("1.5公里通车", 0, None),
            ("1.5人/百户", 0, None),
            ("1.05辆", 0, None),
            ("2.36公里通车", 0, None),
            ("2.36公里通车；2.验收", 1, None),
            ("1.5万人体检。1.选址；2.招标", 0, None),
            ("36.5公里", 35, None),
        ];
        for (text, last, want) in table {
            assert_eq!(opens_with(text, last), want, "{text}");
        }
    }
}
