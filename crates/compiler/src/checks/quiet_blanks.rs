//! L006 where nothing is missing: the empty periods lie before the work begins or after it was told done. Such a finding
//! stays as a note, since only the office knows; one in between is kept as it is.

use std::collections::BTreeMap;

use yinuo_diag::{Diagnostic, Severity, Text, codes};
use yinuo_model::{At, Commitment, Period, Plan, Stage};

use crate::readings::{Case, Readings};
use crate::syntax::{outcomes, stages};

/// Makes notes of the findings that ask for nothing.
pub fn soften(plan: &Plan, unplaced: &[u32], findings: &mut [Diagnostic]) {
    if !findings.iter().any(|d| d.code.id == codes::CELL_BLANK.id) {
        return;
    }
    let mut columns: Vec<Period> = plan.commitments().flat_map(|(_, c)| &c.milestones).map(|m| m.period).collect();
    columns.sort_unstable();
    columns.dedup();
    let all: BTreeMap<u32, &Commitment> = plan.commitments().map(|(_, c)| (c.number, c)).collect();
    for found in findings.iter_mut().filter(|d| d.code.id == codes::CELL_BLANK.id) {
        let Some(commitment) = found.commitment.and_then(|n| all.get(&n)) else { continue };
        if unplaced.binary_search(&commitment.number).is_err() && asks_for_nothing(commitment, &columns) {
            let told = Diagnostic { severity: Severity::Note, ..found.clone() }.note(Text::new(
                "空着的时段在开始之前或做完之后",
                "the empty periods lie before the work begins or after it is done",
            ));
            *found = told.may_stay(true);
        }
    }
}

/// No empty period between two that say something, and none after the last unless the work is done by then.
fn asks_for_nothing(commitment: &Commitment, columns: &[Period]) -> bool {
    let said: Vec<Period> = commitment.milestones.iter().map(|m| m.period).collect();
    let (Some(first), Some(last)) = (said.iter().min(), said.iter().max()) else { return false };
    let from = columns.partition_point(|p| p < first);
    let within = columns[from..].iter().take_while(|p| *p <= last).count();
    let after = columns.last().is_some_and(|end| end > last);
    within == said.len() && (!after || is_done_by(commitment, *last))
}

/// The last period that says anything counts up to the promise, or tells an end: 投入运营, 完成投保.
fn is_done_by(commitment: &Commitment, last: Period) -> bool {
    let here = |part: &usize| commitment.measures[*part].at == At::Period(last);
    let mut counted = commitment.targets.iter().filter(|t| t.parts.iter().any(here)).peekable();
    if counted.peek().is_some() {
        return counted.all(|target| target.reconciles);
    }
    let readings = Readings::of(commitment);
    let case = Case::new(commitment, &readings);
    let Some((_, said)) = case.cell(At::Period(last)) else { return false };
    let late = stages::furthest(said).is_none_or(|stage| stage >= Stage::Completion);
    late && outcomes::promised(said).is_some()
}
