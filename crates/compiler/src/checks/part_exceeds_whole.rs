//! C017: the parts of a number, told after one 其中 or 含, are more than the whole. Two divisions of a whole are not added up.

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Measure};

use super::{cells, wording};
use crate::readings::Case;
use crate::syntax::{among, conversion};

/// Looks at every measure that has parts.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let measures = &case.commitment.measures;
    let mut found = vec![];
    let mut told: Vec<&Measure> = vec![];
    let mut of = None;
    for part in measures.iter().filter(|m| m.part_of.is_some()) {
        if part.part_of != of || told.last().is_some_and(|last| opened_again(case, last, part)) {
            found.extend(of.and_then(|whole| finding(case.commitment, measures.get::<usize>(whole)?, &told)));
            told.clear();
            of = part.part_of;
        }
        told.push(part);
    }
    found.extend(of.and_then(|whole| finding(case.commitment, measures.get::<usize>(whole)?, &told)));
    found
}

/// Whether another 其中 stands between two parts.
fn opened_again(case: Case, before: &Measure, part: &Measure) -> bool {
    let between = || {
        let (a, b) = (cells::of(case, before)?, cells::of(case, part)?);
        a.cell.text().get(a.range.end..b.range.start)
    };
    between().is_none_or(|words| words.contains(among::FIRM))
}

fn finding(commitment: &Commitment, whole: &Measure, parts: &[&Measure]) -> Option<Diagnostic> {
    let in_whole = |m: &&Measure| {
        let conversion = conversion::between(&m.unit, &whole.unit)?;
        Some(conversion.apply(m.value.lower()))
    };
    let total = parts.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(in_whole(m)?))?;
    (total > whole.value.upper()).then(|| diagnostic(commitment, whole.at, whole, parts, total))
}

fn diagnostic(commitment: &Commitment, at: At, whole: &Measure, parts: &[&Measure], total: Decimal) -> Diagnostic {
    let amount = |value| wording::amount_as(value, &whole.unit, &whole.text);
    let message = message(parts.len(), &amount(total), &amount(whole.value.upper()));
    let mut finding =
        Diagnostic::new(&codes::PART_EXCEEDS_WHOLE, wording::of_cell(at, message)).about(commitment.number, at);
    for part in parts {
        finding = finding.label(part.place.first(), Text::new("部分", "a part"));
    }
    finding.label(whole.place.first(), Text::new("整体", "the whole")).help(Text::new(
        "核对整体和各部分；各部分有交叉的，写明“有交叉”",
        "check the whole and its parts; if the parts overlap, say so",
    ))
}

fn message(parts: usize, sum: &str, all: &str) -> Text {
    match parts {
        1 => Text::new(
            format!("其中一部分是{sum}，超过整体{all}"),
            format!("one part is {sum}, more than the whole of {all}"),
        ),
        _ => Text::new(
            format!("列出的各部分合计{sum}，超过整体{all}"),
            format!("the parts come to {sum}, more than the whole of {all}"),
        ),
    }
}
