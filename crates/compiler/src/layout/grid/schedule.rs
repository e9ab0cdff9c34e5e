//! A schedule that stands in one cell: every period with its name, or a single deadline.

use std::ops::Range;

use yinuo_model::{NO_YEAR, Period, TimeValue};

use super::columns;
use crate::layout::headings::{self, Stretch};
use crate::layout::marker::{self, Marker, Style};
use crate::syntax::{self, Folded};

/// The longest name of a period, in characters.
const MAX_NAME: usize = 12;
/// The longest text that is a deadline and nothing else, in characters.
const MAX_DEADLINE: usize = 24;

/// The periods named in a cell and the bytes of what is due in each. `None` unless the cell begins with a period and
/// names at least two, one after the other.
pub fn split(text: &str) -> Option<Vec<(Stretch, Range<usize>)>> {
    let mut names = names(text);
    // Where periods have a colon, a month at the start of a sentence is part of what is due.
    if names.iter().filter(|n| n.1 > n.0).count() > 1 {
        names.retain(|n| n.1 > n.0);
    }
    let begins = names.first().is_some_and(|n| text[..n.0].trim().is_empty());
    let rises = names.windows(2).all(|w| w[0].2.months().1 <= w[1].2.months().1 && w[0].2 != w[1].2);
    if names.len() < 2 || !begins || !rises {
        return None;
    }
    let mut parts = vec![];
    for (n, (_, after, stretch)) in names.iter().enumerate() {
        let end = names.get(n + 1).map_or(text.len(), |next| next.0);
        let words = &text[*after..end];
        let start = after + (words.len() - words.trim_start().len());
        parts.push((*stretch, start..(after + words.trim_end().len()).max(start)));
    }
    Some(parts)
}

/// Names of periods at the beginnings of clauses, behind a number as well (①3月底前……): where each begins, where its words begin, what it is.
fn names(text: &str) -> Vec<(usize, usize, Stretch)> {
    let mut found = vec![];
    let mut clause_begins = true;
    for (at, c) in text.char_indices() {
        if clause_begins && !c.is_whitespace() {
            // 三、四季度 begins with a period
            let is_number = |m: &Marker| matches!(m.style, Style::Circled | Style::ArabicParen | Style::Arabic);
            let number = marker::leading(&text[at..]).filter(is_number).map_or(0, Marker::end);
            let named = name(&text[at + number..]);
            // without a colon the name stays part of the words, and so does its number
            let after = |after| if after > 0 { at + number + after } else { at };
            found.extend(named.map(|(colon, stretch)| (at, after(colon), stretch)));
        }
        clause_begins =
            matches!(c, '。' | '；' | ';' | '\n' | ' ' | '　' | '\t') || (clause_begins && c.is_whitespace());
    }
    found
}

/// What is due by when, in words that follow `进度安排：`: periods with what is due in each, or deadlines.
pub fn stages(text: &str, year: Option<i16>) -> Vec<(Period, Range<usize>)> {
    let Some(parts) = split(text) else { return deadlines(text, year) };
    let of_year = |stretch: Stretch| stretch.of_year(year.unwrap_or(NO_YEAR));
    parts.into_iter().filter(|(_, r)| !r.is_empty()).map(|(stretch, range)| (of_year(stretch), range)).collect()
}

/// Whether a line begins with the name of a period.
pub fn begins_with_period(line: &str) -> bool {
    name(line.trim_start()).is_some()
}

/// A period's name with a colon at the start of a text, `3月底前：` as well, and the byte after the colon.
pub fn period_with_colon(text: &str) -> Option<(usize, Stretch)> {
    let head = head(text);
    let colon = head.find(['：', ':'])?;
    let after = colon + text[colon..].chars().next()?.len_utf8();
    let due = || columns::due_by_month(&head[..colon]);
    headings::stretch(&head[..colon]).or_else(due).map(|stretch| (after, stretch))
}

fn head(text: &str) -> &str {
    &text[..text.char_indices().nth(MAX_NAME).map_or(text.len(), |(i, _)| i)]
}

/// A period's name at the start of a text, and the byte where what is due begins. A name without a colon stays part of
/// the words.
fn name(text: &str) -> Option<(usize, Stretch)> {
    if let Some(found) = period_with_colon(text) {
        return Some(found);
    }
    let head = head(text);
    let end = ["季度", "半年", "月份", "月"].iter().filter_map(|e| head.find(e).map(|i| i + e.len())).min()?;
    headings::stretch(&head[..end]).map(|stretch| (0, stretch))
}

/// The deadlines of a cell, each with the bytes of what is due by then: one of the whole cell, or one of each clause where
/// every clause names its own (`6月底前全部开工，10月底前全部竣工`).
pub fn deadlines(text: &str, year: Option<i16>) -> Vec<(Period, Range<usize>)> {
    let mut parts = vec![];
    let mut start = 0;
    for clause in text.split_inclusive(['，', ',', '；', ';', '。', '\n']) {
        let words = clause.trim_end_matches(['，', ',', '；', ';', '。', '\n', ' ']);
        if let Some(period) = deadline(words, year) {
            let from = start + (words.len() - words.trim_start().len());
            parts.push((period, from..start + words.len()));
        } else if !words.trim().is_empty() {
            parts.clear();
            break;
        }
        start += clause.len();
    }
    let differ = parts.windows(2).all(|w| w[0].0 != w[1].0);
    if parts.len() > 1 && differ {
        return parts;
    }
    let words = text.trim_end_matches(['。', '；', ';', ' ']);
    deadline(words, year).map(|period| (period, 0..words.len())).into_iter().collect()
}

/// The period of a cell that names only a deadline: `10月底前`, `2026年12月`, `全年`.
pub fn deadline(text: &str, year: Option<i16>) -> Option<Period> {
    if text.chars().count() > MAX_DEADLINE {
        return None;
    }
    if let Some(period) = plain_date(text).or_else(|| fiscal_quarter(text)) {
        return Some(period);
    }
    let read = syntax::read(&mut Folded::default(), text, year);
    read.times.iter().rev().find_map(|t| match t.value {
        // 年底前 and 到年底 leave the whole year
        TimeValue::Date(day) if text[t.range.clone()].contains(['底', '末', '终']) => Some(Period::Year(day.year())),
        TimeValue::Date(day) | TimeValue::Dates(_, day) => Some(Period::Day(day)),
        TimeValue::Month(y, m) => Some(Period::Month(y, m)),
        TimeValue::Months(from, to) => Some(of_months(from, to)),
        TimeValue::Quarter(y, q) => Some(Period::Quarter(y, q)),
        TimeValue::Year(y) | TimeValue::YearEnd(y) => Some(Period::Year(y)),
        _ => None,
    })
}

/// `2027/11/30`, `2027-11-30`, `2027.11.30`, and nothing else.
fn plain_date(text: &str) -> Option<Period> {
    let mut parts = text.trim().split(['/', '-', '.']).map(|p| p.parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let day = jiff::civil::Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (parts.next().is_none() && (1949..2200).contains(&year)).then_some(Period::Day(day))
}

/// `Q3, FY 2032`, `Q3 2032`: the quarter as it is called; where a fiscal year begins, the document does not say.
fn fiscal_quarter(text: &str) -> Option<Period> {
    let words = text.trim().to_ascii_uppercase();
    let rest = words.strip_prefix('Q')?;
    let quarter: i8 = rest.get(..1)?.parse().ok()?;
    let year = rest[1..].trim_start_matches([',', ' ', '-', '/']).trim_start_matches("FY").trim();
    let year: i16 = year.parse().ok()?;
    ((1..=4).contains(&quarter) && (1949..2200).contains(&year)).then_some(Period::Quarter(year, quarter))
}

fn of_months(from: (i16, i8), to: (i16, i8)) -> Period {
    if from.0 == to.0 { Stretch::of_months(from.1, to.1).of_year(to.0) } else { Period::Months(from, to) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<Vec<(Stretch, &str)>> {
        Some(split(text)?.into_iter().map(|(s, r)| (s, &text[r])).collect())
    }

    #[test]
    fn periods_in_one_cell() {
        let quarters = parts("一季度：完成立项。二季度：开工。\n三、四季度：建成").map(|p| p.len());
        assert_eq!(quarters, Some(2));
        assert_eq!(
            parts("1-3月：立项；4-6月：开工；7-12月：建成投用。"),
            Some(vec![
                (Stretch::Quarter(1), "立项；"),
                (Stretch::Quarter(2), "开工；"),
                (Stretch::Half(2), "建成投用。")
            ])
        );
        assert_eq!(
            parts("3月底前完成招标；9月底前完工。"),
            Some(vec![(Stretch::Month(3), "3月底前完成招标；"), (Stretch::Month(9), "9月底前完工。")])
        );
        assert_eq!(
            parts("①3月底前，完成招标。②9月底前，完工。"),
            Some(vec![(Stretch::Month(3), "①3月底前，完成招标。"), (Stretch::Month(9), "②9月底前，完工。")])
        );
        for none in ["完成立项，二季度开工；三季度建成。", "二季度：开工。", "12月底前建成", ""]
        {
            assert_eq!(parts(none), None, "{none}");
        }
    }

    #[test]
    fn months_inside_a_period_do_not_divide() {
        let text = "一季度：3月完成招标。\n二季度：完成改造；6月验收。";
        assert_eq!(parts(text).map(|p| p.len()), Some(2));
    }

    #[test]
    fn a_single_deadline() {
        for (text, period) in [
            ("10月底前", "2026-10"),
            ("2026年8月30日前", "2026-08-30"),
            ("3-11月", "2026-03/2026-11"),
            ("全年", "2026"),
            ("第三季度", "2026-Q3"),
        ] {
            assert_eq!(deadline(text, Some(2026)).map(|p| p.to_string()).as_deref(), Some(period), "{text}");
        }
        assert_eq!(deadline("长期坚持", Some(2026)), None);
    }
}
