//! C009: a milestone depends on something else, so that doing nothing may also count as met.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Milestone};

use super::wording;
use crate::readings::Case;
use crate::syntax::conditions;
use crate::syntax::words::Said;

/// One finding per milestone, on its first condition.
pub fn check(case: Case) -> Vec<Diagnostic> {
    case.milestones().filter_map(|(m, said)| finding(case.commitment, m, said)).collect()
}

fn finding(commitment: &Commitment, milestone: &Milestone, said: Said) -> Option<Diagnostic> {
    let range = conditions::first(said)?;
    let words = milestone.passage.text[range.clone()].to_string();
    let period = wording::period(milestone.period);
    Some(
        Diagnostic::new(
            &codes::CONDITIONAL_MILESTONE,
            Text::new(format!("{}的安排取决于“{words}”", period.zh), format!("{} depends on \"{words}\"", period.en)),
        )
        .about(commitment.number, At::Period(milestone.period))
        .label(
            wording::place(&milestone.passage, range),
            Text::new("条件不具备时，不做也算完成", "if this does not hold, doing nothing would count as met"),
        )
        .help(Text::new(
            "写明条件由谁、在什么时候落实；条件不具备时怎么办",
            "say who settles the condition and by when, and what happens if it does not hold",
        )),
    )
}
