//! C011: a counted promise has no number in any period. Money is exempt, since budgets are not spent by quarter in such
//! lists, and so are a schedule of bare deadlines, a promise of one thing, which cannot be divided, and the
//! parts of a promise after 其中.

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Measure, Mode, Relation};

use super::{cells, deadlines_only, unit_mismatch, wording};
use crate::counted;
use crate::readings::Case;
use crate::syntax::conversion;
use crate::syntax::remainder::{self, Left};

/// One finding per commitment that has a schedule of several periods, naming every number left out.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    if commitment.milestones.len() < 2 || all_done(case) || deadlines_only::is(case) {
        return vec![];
    }
    let left: Vec<&Measure> = commitment
        .targets
        .iter()
        .filter(|t| t.relation == Relation::None)
        .map(|t| &commitment.measures[t.measure])
        .filter(|m| m.unit != "CNY" && m.value.lower() > Decimal::ONE)
        .filter(|m| !follows(case, m) && !counted_otherwise(case, m))
        .collect();
    let Some(first) = left.first() else { return vec![] };
    let numbers = wording::list(&left.iter().map(|m| wording::counted(m)).collect::<Vec<_>>());
    let is = if left.len() > 1 { "are" } else { "is" };
    let mut finding = Diagnostic::new(
        &codes::TARGET_NOT_SCHEDULED,
        Text::new(
            format!("承诺的{}没有分解到任何一期", numbers.zh),
            format!("{} {is} promised, but no period says how much of it is due", numbers.en),
        ),
    )
    .about(commitment.number, first.at);
    for measure in &left {
        finding = finding.label(measure.place.first(), Text::new("各期都没有写到这个数量", "no period counts this"));
    }
    vec![finding.help(Text::new(
        "在各期写明完成多少，或写明在哪一期一次完成",
        "say how much each period delivers, or in which period all of it is delivered",
    ))]
}

/// A period says that all is done, and of nothing in particular: 全部完工.
fn all_done(case: Case) -> bool {
    case.milestones().flat_map(|(_, said)| said.clauses()).any(|clause| {
        remainder::named(clause) == Some(Left::All)
            && remainder::completes(clause)
            && counted::pairs(remainder::without(clause)).is_empty()
    })
}

/// A number that follows from another: a part after 其中, or those who benefit (惠及) from what is scheduled.
fn follows(case: Case, measure: &Measure) -> bool {
    let scheduled = case.commitment.targets.iter().any(|t| t.relation != Relation::None);
    cells::is_part(case, measure) || scheduled && cells::is_benefit(case, measure)
}

/// The periods do count, only in another unit: that is told by unit-mismatch. A share of something (40%) counts nothing.
fn counted_otherwise(case: Case, measure: &Measure) -> bool {
    let others = unit_mismatch::unlinked(case, measure);
    others.iter().any(|m| m.mode == Mode::Period && matches!(m.at, At::Period(_))) || unclear(case.commitment, measure)
}

/// Numbers in the same unit that belong to no promise may be of this one: too unclear to say that there are none. Where
/// another promise has the unit, they are stages of that.
fn unclear(commitment: &Commitment, measure: &Measure) -> bool {
    let linked = |n: usize| commitment.measures[n].unit == measure.unit;
    if commitment.targets.iter().flat_map(|t| &t.parts).any(|n| linked(*n)) {
        return false;
    }
    let alike = |m: &Measure| {
        let counts = matches!(m.mode, Mode::Period | Mode::Cumulative) && matches!(m.at, At::Period(_));
        counts && conversion::between(&m.unit, &measure.unit).is_some_and(|c| c.same)
    };
    commitment.measures.iter().any(alike)
}
