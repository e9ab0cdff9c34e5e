//! What a careful reviewer would flag, one check per file. A check reads the plan and returns findings; it changes nothing
//! and knows nothing of layout.

mod cells;
mod conditional_milestone;
mod deadline_after_year;
mod deadline_outside_period;
mod deadlines_only;
mod declared_count_differs;
mod digits_lost_suspected;
mod duplicate_commitment;
mod follows;
mod hedged_target;
mod names_only;
mod no_measurable_target;
mod no_owner_named;
mod number_repeated;
mod numbering;
mod numbering_gap;
mod part_exceeds_whole;
mod parts_do_not_sum;
mod parts_exceed_target;
mod percent_over_hundred;
mod period_value_missing;
mod quiet_blanks;
mod rate_without_base;
mod repeated_milestone;
mod stated_by_heading;
mod target_not_scheduled;
mod target_unmet_by_parts;
mod title_count_differs;
mod told_whole;
mod unit_mismatch;
mod unplaced;
mod used_before_finished;
mod vague_milestone;
mod verb_downgrade;
mod wording;
mod year_unknown;

use yinuo_diag::{Diagnostic, codes};
use yinuo_model::Plan;

use crate::readings::Case;

/// Checks that look at one commitment.
const EACH: [fn(Case) -> Vec<Diagnostic>; 19] = [
    no_measurable_target::check,
    hedged_target::check,
    vague_milestone::check,
    repeated_milestone::check,
    deadline_outside_period::check,
    conditional_milestone::check,
    target_not_scheduled::check,
    verb_downgrade::check,
    used_before_finished::check,
    target_unmet_by_parts::check,
    parts_exceed_target::check,
    unit_mismatch::check,
    part_exceeds_whole::check,
    parts_do_not_sum::check,
    rate_without_base::check,
    title_count_differs::check,
    digits_lost_suspected::check,
    percent_over_hundred::check,
    period_value_missing::check,
];

/// Checks that look at the whole list.
const WHOLE: [fn(&Plan) -> Vec<Diagnostic>; 7] = [
    year_unknown::check,
    declared_count_differs::check,
    numbering_gap::check,
    number_repeated::check,
    no_owner_named::check,
    duplicate_commitment::check,
    deadline_after_year::check,
];

/// What is to be said about commitments by themselves, in their order. Each check goes through all of them before the next
/// begins, so that its instructions stay near the processor.
pub fn each(cases: &[Case]) -> Vec<Diagnostic> {
    let mut found = vec![vec![]; cases.len()];
    for check in EACH {
        found.iter_mut().zip(cases).for_each(|(found, case)| found.extend(check(*case)));
    }
    found.into_iter().flatten().collect()
}

/// What is to be said about the whole list.
pub fn whole(plan: &Plan) -> Vec<Diagnostic> {
    WHOLE.iter().flat_map(|check| check(plan)).collect()
}

/// What was said of each commitment and of its cells, put as the whole of the list asks for. `unplaced` are the commitments whose
/// cells could be of other periods, in order.
pub fn settle(plan: &Plan, unplaced: &[u32], findings: &mut Vec<Diagnostic>) {
    unplaced::spare(unplaced, findings);
    quiet_blanks::soften(plan, unplaced, findings);
    stated_by_heading::spare(plan, findings);
    names_only::tell_once(plan, findings);
    conditional_milestone::tell_what_is_waited_for(plan, findings);
}

/// What is to be said about one commitment of a plan.
pub fn of_one(plan: &Plan, case: Case) -> Vec<Diagnostic> {
    let mut findings = whole(plan);
    findings.extend(each(&[case]));
    findings.retain(|d| d.commitment == Some(case.commitment.number));
    let no_target = |d: &Diagnostic| d.code.id == codes::NO_MEASURABLE_TARGET.id;
    stated_by_heading::spare(plan, &mut findings);
    conditional_milestone::tell_what_is_waited_for(plan, &mut findings);
    if findings.iter().any(no_target) && names_only::told_of_all(plan) {
        findings.retain(|d| !no_target(d));
    }
    findings
}
