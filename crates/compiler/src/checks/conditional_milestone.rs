//! C009: a milestone depends on something else, so that doing nothing may also count as met.

use std::ops::Range;

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Milestone};

use super::wording;
use crate::readings::Case;
use crate::syntax::conditions;

/// A milestone and where the condition stands in it.
type Place<'a> = (&'a Milestone, Range<usize>);

/// One finding for each condition, on the first condition of each milestone; the same words in several periods are one.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let mut conditions: Vec<(&str, Vec<Place>)> = vec![];
    for (milestone, said) in case.milestones() {
        let Some(range) = conditions::first(said) else { continue };
        let words = &milestone.passage.text[range.clone()];
        match conditions.iter_mut().find(|(known, _)| *known == words) {
            Some((_, places)) => places.push((milestone, range)),
            None => conditions.push((words, vec![(milestone, range)])),
        }
    }
    conditions.iter().filter_map(|(words, places)| finding(case.commitment, words, places)).collect()
}

fn finding(commitment: &Commitment, words: &str, places: &[Place]) -> Option<Diagnostic> {
    let (first, _) = places.first()?;
    let periods = wording::periods(commitment, &places.iter().map(|(m, _)| *m).collect::<Vec<_>>());
    let mut finding = Diagnostic::new(
        &codes::CONDITIONAL_MILESTONE,
        Text::new(
            format!("{}的安排取决于“{words}”", periods.zh),
            format!("what is due in {} depends on a condition: \"{words}\"", periods.en),
        ),
    )
    .about(commitment.number, At::Period(first.period));
    for (milestone, range) in places {
        finding = finding.label(
            wording::place(&milestone.passage, range.clone()),
            Text::new("条件不具备时，不做也算完成", "if it does not hold, doing nothing would count as done"),
        );
    }
    Some(finding.help(Text::new(
        "写明条件由谁、在什么时候落实；条件不具备时怎么办",
        "say who settles the condition and by when, and what happens if it does not hold",
    )))
}
