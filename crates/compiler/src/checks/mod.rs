//! What a careful reviewer would flag, one check per file. A check reads the plan and returns findings; it changes nothing.

use yinuo_diag::Diagnostic;
use yinuo_model::Plan;

/// Runs every check.
pub fn run(_plan: &Plan) -> Vec<Diagnostic> {
    vec![]
}
