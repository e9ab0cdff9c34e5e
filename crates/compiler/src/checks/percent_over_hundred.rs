//! C023: a rate of coverage, passing or progress over one hundred percent. Growth and plans fulfilled may be more.

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{Commitment, Measure};

use super::{cells, wording};
use crate::readings::Case;
use crate::syntax::direction;

/// Words of shares that end at one hundred.
const SHARES: [&str; 4] = ["率", "进度", "占比", "覆盖"];
/// Words beside those of a rise that tell of growth and of plans fulfilled, which may exceed it.
const GROWTH: [&str; 8] = ["超额", "同比", "比上年", "相当于", "利率", "完成率", "计划的", "任务的"];

/// Looks at the percentages of every cell.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let level = |m: &&Measure| m.unit == "%" && m.change.is_none();
    let over = |m: &&Measure| level(m) && m.value.upper() > Decimal::ONE_HUNDRED && is_share(case, m);
    commitment.measures.iter().filter(over).map(|m| finding(commitment, m)).collect()
}

fn is_share(case: Case, measure: &Measure) -> bool {
    let Some(words) = cells::of(case, measure).and_then(|placed| Some(placed.near(placed.clause()?))) else {
        return false;
    };
    // one character is too often part of another word: 升级
    let rises = direction::RISES.iter().filter(|w| w.chars().count() > 1).chain(direction::RISE_NAMES);
    SHARES.iter().any(|w| words.contains(w)) && !GROWTH.iter().chain(rises).any(|w| words.contains(w))
}

fn finding(commitment: &Commitment, measure: &Measure) -> Diagnostic {
    let number = &measure.text;
    Diagnostic::new(
        &codes::PERCENT_OVER_HUNDRED,
        wording::of_cell(
            measure.at,
            Text::new(format!("比例写成{number}，超过100%"), format!("a share is given as {number}, over 100%")),
        ),
    )
    .about(commitment.number, measure.at)
    .label(measure.place.first(), Text::new("这类比例最多是100%", "such a share ends at 100%"))
    .help(Text::new(
        "改正数字；想说超额完成的，写数量，不写比例",
        "correct the number; to say that more was done than planned, give the amount",
    ))
}
