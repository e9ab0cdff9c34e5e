//! Where the money of one sum comes from: 总投资1200万元（上级补助500万元，区级配套700万元）; 小计 and its lines in a table. Sums follow it
//! that come to exactly it; they are its parts. Money alone: other numbers beside a whole may be promises of their own.

use rust_decimal::Decimal;
use yinuo_model::{Measure, Mode};

use crate::cell::Cell;

/// More sources than any sum has.
const MOST: usize = 12;
/// Words that name a sum of money by where it comes from.
const NAMES: &[&str] = &[
    "补助", "配套", "财政", "自筹", "资金", "社会资本", "专项债", "债券", "贷款", "拨款", "投资", "投入", "预算",
    "捐赠",
];

/// Finds the sources of each sum among the measures of one cell; `first` is the index of the first of them.
pub fn find(cell: &Cell, measures: &mut [Measure], first: usize) {
    let text = cell.text();
    let mut at = 0;
    while at < measures.len() {
        let count = sources(text, cell, &measures[at..]);
        measures[at + 1..at + 1 + count].iter_mut().for_each(|m| m.part_of = Some(first + at));
        at += 1 + count;
    }
}

/// How many measures after the first come to it, each named as money from somewhere and in one stretch.
fn sources(text: &str, cell: &Cell, all: &[Measure]) -> usize {
    let money = |m: &Measure| m.unit == "CNY" && m.mode == Mode::Annual && m.part_of.is_none();
    let Some((whole, rest)) = all.split_first().filter(|(whole, _)| money(whole)) else { return 0 };
    let mut end = cell.offset(whole.place.first().start).map_or(text.len(), |at| at + whole.text.len());
    let mut sum = Decimal::ZERO;
    for (n, part) in rest.iter().take(MOST).enumerate().take_while(|(_, m)| money(m)) {
        let Some(start) = cell.offset(part.place.first().start).filter(|start| *start >= end) else { return 0 };
        let between = text.get(end..start).unwrap_or("");
        let opens = n > 0 || between.starts_with(['（', '(', '：', ':', '，', ',', '、', '\n']);
        if !opens || between.contains(['。', '；', ';']) || !NAMES.iter().any(|name| between.contains(name)) {
            return 0;
        }
        sum = sum.saturating_add(part.value.upper());
        if sum == whole.value.upper() {
            return if n > 0 { n + 1 } else { 0 };
        }
        end = start + part.text.len();
    }
    0
}
