//! C011: a counted promise has no number in any period. Money is exempt, since budgets are not spent by quarter in such
//! lists, and so are a schedule of bare deadlines or one that delivers the whole in words, a promise of one thing, which cannot
//! be divided, and numbers that follow from another.

use std::cell::OnceCell;

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Measure, Mode, Relation};

use super::told_whole::Told;
use super::{deadlines_only, follows, unit_mismatch, wording};
use crate::readings::Case;
use crate::syntax::conversion;

/// One finding per commitment that has a schedule of several periods, naming every number left out.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    if commitment.milestones.len() < 2 || deadlines_only::is(case) {
        return vec![];
    }
    let told = OnceCell::new();
    let told = || told.get_or_init(|| Told::of(case));
    let left: Vec<&Measure> = commitment
        .targets
        .iter()
        .filter(|t| t.relation == Relation::None)
        .map(|t| (t.measure, &commitment.measures[t.measure]))
        .filter(|(_, m)| m.unit != "CNY" && m.value.lower() > Decimal::ONE)
        .filter(|(_, m)| !follows::is(case, m) && !counted_otherwise(case, m))
        .filter(|(n, _)| !told().everything() && !told().delivers(case, *n))
        .map(|(_, m)| m)
        .collect();
    let Some(first) = left.first() else { return vec![] };
    let numbers = wording::list(&left.iter().map(|m| wording::counted(m)).collect::<Vec<_>>());
    // 3所 alone does not say of what
    let named = wording::is_named(first);
    let of = if named { Text::new("", "") } else { wording::quoted(&commitment.short_title) };
    let (of_zh, of_en) = if named { ("", "") } else { ("中", " of ") };
    let mut finding = Diagnostic::new(
        &codes::TARGET_NOT_SCHEDULED,
        Text::new(
            format!("{}{of_zh}承诺的{}没有分解到任何一期", of.zh, numbers.zh),
            format!("{}{of_en}{} promised: no period says how much of it is due", numbers.en, of.en),
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
