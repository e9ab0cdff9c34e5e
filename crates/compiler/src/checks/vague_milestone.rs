//! C006: nobody could say whether the cell was met: no number, no date, no named result, only open verbs.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Milestone, TimeValue};

use super::wording;
use crate::readings::Case;
use crate::syntax::conditions;
use crate::syntax::vague::{self, Clarity};
use crate::syntax::words::Said;

/// One finding for each vague text, in however many periods it stands.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let mut texts: Vec<Vec<&Milestone>> = vec![];
    for (milestone, _) in case.milestones().filter(|(m, said)| vague(case.commitment, m, *said)) {
        match texts.iter_mut().find(|same| same[0].passage.text == milestone.passage.text) {
            Some(same) => same.push(milestone),
            None => texts.push(vec![milestone]),
        }
    }
    texts.iter().filter_map(|same| finding(case.commitment, same)).collect()
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

fn finding(commitment: &Commitment, same: &[&Milestone]) -> Option<Diagnostic> {
    let first = same.first()?;
    let periods = wording::periods(commitment, same);
    let mut finding = Diagnostic::new(
        &codes::VAGUE_MILESTONE,
        wording::of_periods(&periods, Text::new("没有可以核对的结果", "no result that could be checked")),
    )
    .about(commitment.number, At::Period(first.period));
    for milestone in same {
        finding = finding.label(
            *milestone.passage.spans.first()?,
            Text::new(
                "没有数量、时间或成果，季末无法判断是否完成",
                "no number, date or result: nobody could say whether it was done",
            ),
        );
    }
    Some(finding.help(Text::new(
        "写明本期交出什么：一份文件、一个数量、一个节点或一个日期",
        "say what this period delivers: a document, a number, a finished stage or a date",
    )))
}
