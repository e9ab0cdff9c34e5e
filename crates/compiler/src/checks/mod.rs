//! What a careful reviewer would flag, one check per file. A check reads the plan and returns findings; it changes nothing
//! and knows nothing of layout.

mod conditional_milestone;
mod deadline_outside_period;
mod declared_count_differs;
mod hedged_target;
mod no_measurable_target;
mod no_owner_named;
mod number_repeated;
mod numbering;
mod numbering_gap;
mod parts_exceed_target;
mod repeated_milestone;
mod target_not_scheduled;
mod target_unmet_by_parts;
mod unit_mismatch;
mod vague_milestone;
mod verb_downgrade;
mod wording;

use yinuo_diag::Diagnostic;
use yinuo_model::{Commitment, Plan};

/// Checks that look at one commitment.
const EACH: [fn(&Commitment) -> Vec<Diagnostic>; 11] = [
    no_measurable_target::check,
    hedged_target::check,
    vague_milestone::check,
    repeated_milestone::check,
    deadline_outside_period::check,
    conditional_milestone::check,
    target_not_scheduled::check,
    verb_downgrade::check,
    target_unmet_by_parts::check,
    parts_exceed_target::check,
    unit_mismatch::check,
];

/// Checks that look at the whole list.
const WHOLE: [fn(&Plan) -> Vec<Diagnostic>; 4] =
    [declared_count_differs::check, numbering_gap::check, number_repeated::check, no_owner_named::check];

/// Runs every check.
pub fn run(plan: &Plan) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = WHOLE.iter().flat_map(|check| check(plan)).collect();
    findings.extend(plan.commitments().flat_map(|(_, c)| EACH.iter().flat_map(|check| check(c))));
    findings
}
