//! Parts of a year as headings name them, `第一季度`, `上半年`, `1-3月`, and the period each is in a given year. Knows headings only;
//! the times of a text are read in `syntax`.

use jiff::civil::Date;
use yinuo_model::{NO_YEAR, Period};

use crate::layout::marker;

/// A part of a year, not yet of a given year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// 1-4.
    Quarter(i8),
    /// 1-2.
    Half(i8),
    /// 1-12.
    Month(i8),
    /// First and last month.
    Months(i8, i8),
    /// Up to a day: month and day.
    Day(i8, i8),
}

impl Stretch {
    /// The same part of `year`.
    pub fn of_year(self, year: i16) -> Period {
        match self {
            Stretch::Quarter(q) => Period::Quarter(year, q),
            Stretch::Half(h) => Period::Half(year, h),
            Stretch::Month(m) => Period::Month(year, m),
            Stretch::Months(1, 12) => Period::Year(year),
            Stretch::Months(a, b) => Period::Months((year, a), (year, b)),
            Stretch::Day(month, day) => match Date::new(year, month, day) {
                Ok(date) if year != NO_YEAR => Period::Day(date),
                _ => Period::Month(year, month),
            },
        }
    }

    /// The stretch of these months.
    pub fn of_months(first: i8, last: i8) -> Self {
        match (first, last) {
            (1, 3) | (4, 6) | (7, 9) | (10, 12) => Stretch::Quarter(last / 3),
            (1, 6) | (7, 12) => Stretch::Half(last / 6),
            (a, b) if a == b => Stretch::Month(a),
            (a, b) => Stretch::Months(a, b),
        }
    }

    /// The months it covers, both included.
    pub fn months(self) -> (i8, i8) {
        match self {
            Stretch::Quarter(q) => (q * 3 - 2, q * 3),
            Stretch::Half(h) => (h * 6 - 5, h * 6),
            Stretch::Month(m) => (m, m),
            Stretch::Months(a, b) => (a, b),
            Stretch::Day(month, _) => (month, month),
        }
    }
}

/// Reads a period heading: `第一季度`, `一季度目标`, `3季度末`, `Q1`, `上半年`, `1-3月`, `7月份`.
pub fn stretch(word: &str) -> Option<Stretch> {
    let mut core = word.trim_start_matches('第').trim_end_matches([':', '：']);
    for tail in [
        "工作安排", "工作目标", "工作计划", "工作任务", "工作进度", "主要工作", "进度安排", "目标任务", "完成目标",
        "节点目标", "阶段性目标", "阶段目标", "阶段任务", "推进计划", "实施计划", "安排", "目标", "任务", "计划",
        "进度", "末", "底", "前",
    ] {
        core = core.strip_suffix(tail).unwrap_or(core);
    }
    match core {
        "上半年" => return Some(Stretch::Half(1)),
        "下半年" => return Some(Stretch::Half(2)),
        "全年" => return Some(Stretch::Months(1, 12)),
        _ => {}
    }
    if let Some(q) = core.strip_prefix(['Q', 'q']).or_else(|| core.strip_suffix("季度")) {
        return small(q).filter(|q| (1..=4).contains(q)).map(Stretch::Quarter);
    }
    let months = core.strip_suffix("月份").or_else(|| core.strip_suffix('月'))?;
    let month = |text| small(text).filter(|m| (1..=12).contains(m));
    match months.split_once(['-', '—', '–', '~', '～', '－', '至', '到']) {
        Some((a, b)) => {
            let (a, b) = (month(a.trim_end_matches('月'))?, month(b.trim_start_matches(['-', '—']))?);
            (a < b).then_some(Stretch::of_months(a, b))
        }
        None => month(months).map(Stretch::Month),
    }
}

/// A number of one or two digits in any writing.
pub fn small(text: &str) -> Option<i8> {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    let one = |text: &str| text.chars().next().filter(|c| text.len() == c.len_utf8());
    if let Some(sign @ 'Ⅰ'..='Ⅻ') = one(text) {
        return Some((sign as u32 - 'Ⅰ' as u32 + 1) as i8);
    }
    if let Some(n) = ROMAN.iter().position(|r| r.eq_ignore_ascii_case(text)) {
        return Some(n as i8 + 1);
    }
    marker::bare(text).filter(|m| m.end() == text.len() || m.value > 0).and_then(|m| i8::try_from(m.value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn period_headings() {
        for (word, expected) in [
            ("第一季度", Stretch::Quarter(1)),
            ("二季度阶段性目标", Stretch::Quarter(2)),
            ("四季度目标", Stretch::Quarter(4)),
            ("3季度末", Stretch::Quarter(3)),
            ("Q2", Stretch::Quarter(2)),
            ("1-3月", Stretch::Quarter(1)),
            ("１０—１２月", Stretch::Quarter(4)),
            ("上半年", Stretch::Half(1)),
            ("7月份", Stretch::Month(7)),
            ("3-4月", Stretch::Months(3, 4)),
            ("Ⅱ季度", Stretch::Quarter(2)),
            ("IV季度", Stretch::Quarter(4)),
        ] {
            assert_eq!(stretch(word), Some(expected), "{word}");
        }
        for none in ["第一季度完成立项。", "五季度", "13月", "季度", "在第一季度"] {
            assert_eq!(stretch(none), None, "{none}");
        }
    }
}
