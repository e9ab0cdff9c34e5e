//! C014: the numbers of the periods go beyond an exact promise, or beyond the share the title gives a period.

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Bound, Commitment, Measure, Relation, Target};

use super::wording;
use crate::readings::Case;

/// Sums only: a running total above the promise is a promise kept.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let sums = commitment.targets.iter().filter(|t| matches!(t.relation, Relation::Sum | Relation::UnitConvertedSum));
    sums.flat_map(|t| {
        let goal = &commitment.measures[t.measure];
        let over = !t.reconciles && matches!(goal.bound, Bound::Exact | Bound::AtMost) && t.total > goal.value.upper();
        match share(commitment, t) {
            Some(share) if over => over_share(commitment, t, share),
            None if over && !met(commitment, t.measure) => over_total(commitment, t, goal).into_iter().collect(),
            _ => vec![],
        }
    })
    .collect()
}

fn met(commitment: &Commitment, measure: usize) -> bool {
    commitment.targets.iter().any(|t| t.measure == measure && t.reconciles)
}

/// The share that the title gives each of several periods, where another reading of the promise holds one.
fn share<'a>(commitment: &'a Commitment, target: &Target) -> Option<&'a Measure> {
    let inside = commitment.targets.iter().filter(|t| t.measure == target.measure && *t != target);
    inside.flat_map(|t| &t.parts).map(|p| &commitment.measures[*p]).find(|m| !matches!(m.at, At::Period(_)))
}

fn over_share(commitment: &Commitment, target: &Target, share: &Measure) -> Vec<Diagnostic> {
    let limit = share.value.upper();
    let parts = target.parts.iter().map(|p| &commitment.measures[*p]);
    parts
        .filter(|p| p.value.lower() > limit)
        .map(|part| {
            let number = wording::amount_as(part.value.lower(), &part.unit, &part.text);
            let given = wording::amount_as(limit, &share.unit, &share.text);
            Diagnostic::new(
                &codes::PARTS_EXCEED_TARGET,
                wording::of_cell(
                    part.at,
                    Text::new(
                        format!("写的是{number}，事项分给这一期的是{given}"),
                        format!("{number} is written, the title gives this period {given}"),
                    ),
                ),
            )
            .about(commitment.number, part.at)
            .label(part.place.first(), Text::new("超出", "beyond its share"))
            .label(share.place.first(), Text::new("事项写明的份额", "the share the title states"))
            .help(help())
        })
        .collect()
}

fn over_total(commitment: &Commitment, target: &Target, goal: &Measure) -> Option<Diagnostic> {
    let excess = target.total.checked_sub(goal.value.upper()).unwrap_or(Decimal::ZERO);
    let amount = |value| wording::amount_as(value, &goal.unit, &goal.text);
    let (total, promised, excess) = (amount(target.total), amount(goal.value.upper()), amount(excess));
    let last = commitment.measures.get(*target.parts.last()?)?;
    let mut finding = Diagnostic::new(
        &codes::PARTS_EXCEED_TARGET,
        Text::new(
            format!("各期合计{total}，比承诺的{promised}多{excess}"),
            format!("the periods come to {total}, {excess} more than the {promised} promised"),
        ),
    )
    .about(commitment.number, last.at);
    for part in target.parts.iter().rev().filter_map(|p| commitment.measures.get(*p)) {
        finding = finding.label(part.place.first(), wording::cell(part.at));
    }
    Some(finding.label(goal.place.first(), Text::new("承诺", "the promise")).help(help()))
}

fn help() -> Text {
    Text::new(
        "核对各期数字：是否把累计数当成了当期数，或把别的内容一并计入",
        "check whether running totals were written as instalments, or something else is counted in",
    )
}
