//! C006: nobody could say whether the cell was met: no number, no date, no named result, only open verbs.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Milestone, TimeValue};

use super::wording;
use crate::readings::Case;
use crate::syntax::conditions;
use crate::syntax::vague::{self, Clarity};
use crate::syntax::words::Said;

/// One finding per vague milestone.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let vague = case.milestones().filter(|(m, said)| vague(case.commitment, m, *said));
    vague.filter_map(|(m, _)| finding(case.commitment, m)).collect()
}

/// Vague when most clauses are open and none is checkable. A condition has a finding of its own.
fn vague(commitment: &Commitment, milestone: &Milestone, said: Said) -> bool {
    let at = At::Period(milestone.period);
    let dated = |v: TimeValue| matches!(v, TimeValue::Date(_) | TimeValue::Month(..));
    if commitment.measures.iter().any(|m| m.at == at)
        || commitment.times.iter().any(|t| t.at == at && dated(t.value))
        || conditions::first(said).is_some()
    {
        return false;
    }
    let mut open = 0;
    let mut counted = 0;
    for clause in said.clauses() {
        match vague::clarity(clause) {
            Clarity::Checkable => return false,
            Clarity::Open => (open, counted) = (open + 1, counted + 1),
            Clarity::Neutral => counted += 1,
            Clarity::Adjunct => {}
        }
    }
    open * 2 > counted
}

fn finding(commitment: &Commitment, milestone: &Milestone) -> Option<Diagnostic> {
    let span = milestone.passage.spans.first()?;
    let period = wording::period(milestone.period);
    Some(
        Diagnostic::new(
            &codes::VAGUE_MILESTONE,
            Text::new(
                format!("{}的安排没有可以核对的结果", period.zh),
                format!("nothing in {} could be checked", period.en),
            ),
        )
        .about(commitment.number, At::Period(milestone.period))
        .label(
            *span,
            Text::new(
                "没有数量、时间或成果，季末无法判断是否完成",
                "no amount, date or result: nobody could say whether it was met",
            ),
        )
        .help(Text::new(
            "写明本期交出什么：一份文件、一个数量、一个节点或一个日期",
            "say what this period delivers: a document, an amount, a gate or a date",
        )),
    )
}
