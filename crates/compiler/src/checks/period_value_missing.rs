//! C024: a series of running totals skips a period. Periods before the series begins are preparation and pass.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Milestone, Mode, Relation, Target};

use super::wording;
use crate::period_name;
use crate::readings::Case;

/// Totals that make a series, and so an expectation.
const SERIES: usize = 3;

/// Looks at every promise measured by running totals.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let running = commitment.targets.iter().filter(|t| t.relation == Relation::LastCumulative);
    running.flat_map(|t| gaps(commitment, t).into_iter().filter_map(move |m| finding(commitment, t, m))).collect()
}

/// The periods without a number between the first and the last total.
fn gaps<'a>(commitment: &'a Commitment, target: &Target) -> Vec<&'a Milestone> {
    let parts = target.parts.iter().filter_map(|p| commitment.measures.get(*p));
    let told: Vec<At> = parts.filter(|m| m.mode == Mode::Cumulative).map(|m| m.at).collect();
    let (Some(first), Some(last)) = (told.first(), told.last()) else { return vec![] };
    if told.len() < SERIES {
        return vec![];
    }
    let missing = |m: &&Milestone| {
        let at = At::Period(m.period);
        *first < at && at < *last && !told.contains(&at) && !m.passage.text.is_empty()
    };
    commitment.milestones.iter().filter(missing).collect()
}

fn finding(commitment: &Commitment, target: &Target, milestone: &Milestone) -> Option<Diagnostic> {
    let span = milestone.passage.spans.first()?;
    let goal = &commitment.measures[target.measure];
    let (period, promised) = (period_name::of(milestone.period), &goal.text);
    Some(
        Diagnostic::new(
            &codes::PERIOD_VALUE_MISSING,
            wording::of_periods(
                &period,
                Text::new("没有累计数，前后各期都有", "no running total, and the periods around it have one"),
            ),
        )
        .about(commitment.number, At::Period(milestone.period))
        .label(*span, Text::new("这一期末应累计到多少", "how much should be reached by now?"))
        .label(goal.place.first(), Text::new(format!("承诺{promised}"), format!("{promised} are promised")))
        .help(Text::new(
            "补上这一期末应达到的累计数；不安排的，写明“不安排”",
            "add the total to be reached by the end of this period, or say that nothing is planned",
        )),
    )
}
