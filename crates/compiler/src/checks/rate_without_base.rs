//! C018: a rise or fall by so many percent or in words like 翻番, and nothing says compared with what. 增长 and
//! 下降 are left out: by custom they are over the year before. Of a number that is hedged too, C010 says both.

use std::cell::OnceCell;

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::Measure;

use super::{cells, hedged_target};
use crate::readings::Case;
use crate::syntax::{change, direction};

/// Words that name a base, anywhere in the deliverable.
const BASES: [&str; 10] = ["同比", "比", "较", "从", "由", "基数", "上年", "去年", "年均", "每年"];

/// Looks at the percentages and percentage points of the promise.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let promised = commitment.measures.iter().filter(|m| cells::is_promise(m.at));
    let told = OnceCell::new();
    let told = || *told.get_or_init(|| hedged_target::number(case));
    let hedged = |m: &Measure| told().is_some_and(|told| std::ptr::eq(told, m));
    promised.filter(|m| lacks_base(case, m) && !hedged(m)).map(|m| finding(case, m)).collect()
}

/// A change by so much, and nothing says of what.
pub fn lacks_base(case: Case, measure: &Measure) -> bool {
    if !matches!(measure.unit.as_str(), "%" | "pp" | "倍") {
        return false;
    }
    let Some(placed) = cells::of(case, measure) else { return false };
    let Some(sentence) = placed.deliverable() else { return false };
    let (before, after) = placed.around(sentence);
    // 减半收费 is half of the full price
    let told = change::is_one(&measure.text) && !after.starts_with(['收', '征', '缴', '计']);
    if !told && verb(before).is_none() {
        return false;
    }
    // 提高2个百分点，达到96%: where it comes from can be told
    let next = after.trim_start_matches([',', '，', '、', ' ']);
    let level = next.trim_start_matches(['达', '至', '到']);
    let unit = level.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if level.len() < next.len() && unit.len() < level.len() && unit.starts_with(['%', '％']) {
        return false;
    }
    // 占比 and 比例 name what changes, not what it is compared with
    let around = placed.near(sentence).replace("占比", "").replace("比例", "").replace("比率", "").replace("比重", "");
    !BASES.iter().any(|b| around.contains(b))
}

/// The word of a change right before a number. 增长, 增加 and 下降 are by custom over the year before; what is set anew (上调,
/// 下浮) or made shorter is compared with what holds now.
fn verb(before: &str) -> Option<&'static str> {
    let before = before.trim_end_matches(['约', '了', '近', '超']);
    let changes = direction::RISES.iter().chain(direction::FALLS).copied();
    let word = changes.into_iter().find(|word| before.ends_with(word))?;
    (word != "下降" && !word.contains(['增', '调', '浮', '缩'])).then_some(word)
}

fn finding(case: Case, measure: &Measure) -> Diagnostic {
    let before = cells::of(case, measure).and_then(|placed| Some(placed.around(placed.deliverable()?).0));
    let change = format!("{}{}", before.and_then(verb).unwrap_or_default(), measure.text);
    Diagnostic::new(
        &codes::RATE_WITHOUT_BASE,
        Text::new(
            format!("承诺“{change}”，没有写与什么相比"),
            format!("\"{change}\" is promised, and nothing says compared with what"),
        ),
    )
    .about(case.commitment.number, measure.at)
    .label(measure.place.first(), Text::new("基数不明", "of what is not said"))
    .help(Text::new(
        "写明基数和时点，如“比上年提高”，或写成“从……提高到……”",
        "name the base and its date (than last year), or write it from one level to another",
    ))
}
