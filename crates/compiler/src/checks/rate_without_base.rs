//! C018: a rise or fall by so many percent or in words like 翻番, and nothing says compared with what. 增长 is left out: by custom it is over the
//! year before. Of a number that is hedged too, C010 says both.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{Commitment, Measure};

use super::{cells, hedged_target};
use crate::readings::Case;
use crate::syntax::change;

const CHANGES: [&str; 6] = ["提高", "提升", "下降", "降低", "减少", "压减"];
/// Words that name a base, anywhere in the deliverable.
const BASES: [&str; 10] = ["同比", "比", "较", "从", "由", "基数", "上年", "去年", "年均", "每年"];

/// Looks at the percentages and percentage points of the promise.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let promised = commitment.measures.iter().filter(|m| cells::is_promise(m.at));
    let hedged = |m: &Measure| hedged_target::number(case).is_some_and(|told| std::ptr::eq(told, m));
    promised.filter(|m| lacks_base(case, m) && !hedged(m)).map(|m| finding(commitment, m)).collect()
}

/// A change by so much, and nothing says of what.
pub fn lacks_base(case: Case, measure: &Measure) -> bool {
    if !matches!(measure.unit.as_str(), "%" | "pp" | "倍") {
        return false;
    }
    let Some(placed) = cells::of(case, measure) else { return false };
    let Some(sentence) = placed.deliverable() else { return false };
    let (before, after) = placed.around(sentence);
    let before = before.trim_end_matches(['约', '了', '近', '超']);
    // 减半收费 is half of the full price
    let told = change::is_one(&measure.text) && !after.starts_with(['收', '征', '缴', '计']);
    let changes = told || CHANGES.iter().any(|c| before.ends_with(c));
    if !changes {
        return false;
    }
    // 占比 and 比例 name what changes, not what it is compared with
    let around = sentence.text().replace("占比", "").replace("比例", "").replace("比率", "").replace("比重", "");
    !BASES.iter().any(|b| around.contains(b))
}

fn finding(commitment: &Commitment, measure: &Measure) -> Diagnostic {
    let number = &measure.text;
    Diagnostic::new(
        &codes::RATE_WITHOUT_BASE,
        Text::new(
            format!("承诺变化{number}，没有写与什么相比"),
            format!("a change of {number} is promised, and nothing says compared with what"),
        ),
    )
    .about(commitment.number, measure.at)
    .label(measure.place.first(), Text::new("基数不明", "of what is not said"))
    .help(Text::new(
        "写明基数和时点，如“比上年提高”，或写成“从……提高到……”",
        "name the base and its date (than last year), or write it from one level to another",
    ))
}
